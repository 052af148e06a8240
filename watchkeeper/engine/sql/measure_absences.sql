-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t8"."person_ref",
  "t7"."asked_on",
  "t8"."since",
  "t8"."until",
  "t8"."kind" <> 'abroad' AS "released",
  "t11"."of" IS NOT NULL AS "touching"
FROM (
  SELECT
    *
  FROM "away" AS "t0"
  WHERE
    "t0"."until" > "t0"."since"
) AS "t8"
INNER JOIN (
  SELECT
    "t1"."asked_on"
  FROM "days" AS "t1"
) AS "t7"
  ON "t8"."until" <= "t7"."asked_on"
LEFT OUTER JOIN (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t2"."person_ref" AS "of"
    FROM "away" AS "t2"
    INNER JOIN (
      SELECT
        "t0"."person_ref" AS "whose",
        "t0"."ref" AS "other",
        "t0"."since" AS "begun",
        "t0"."until" AS "ended"
      FROM "away" AS "t0"
    ) AS "t6"
      ON "t2"."person_ref" = "t6"."whose"
      AND "t2"."ref" <> "t6"."other"
      AND "t6"."begun" <= "t2"."until"
      AND (
        (
          "t6"."ended" IS NULL
        ) OR (
          "t6"."ended" >= "t2"."since"
        )
      )
  ) AS "t9"
) AS "t11"
  ON "t8"."person_ref" = "t11"."of"
