-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t7"."asked_on",
  "t7"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t7"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t7"."unit"
  END AS "unit",
  COALESCE("t7"."annual_late", FALSE) AS "counts",
  DATE_DIFF('DAY', "t7"."annual_by", "t7"."asked_on") AS "days"
FROM (
  SELECT
    *
  FROM "judged" AS "t0"
  WHERE
    "t0"."annual_late" IS NOT NULL
) AS "t7"
ANTI JOIN (
  SELECT
    *
  FROM (
    SELECT
      "t3"."id",
      "t3"."person_ref",
      "t3"."ref",
      "t3"."kind",
      "t3"."since",
      "t3"."until",
      "t6"."asked_on"
    FROM "addresses" AS "t3"
    INNER JOIN (
      SELECT
        "t2"."asked_on"
      FROM "days" AS "t2"
    ) AS "t6"
      ON "t3"."since" <= "t6"."asked_on"
      AND (
        (
          "t3"."until" IS NULL
        ) OR (
          "t3"."until" > "t6"."asked_on"
        )
      )
  ) AS "t8"
  WHERE
    "t8"."kind" = 'found'
) AS "t10"
  ON "t7"."person_ref" = "t10"."person_ref" AND "t7"."asked_on" = "t10"."asked_on"
