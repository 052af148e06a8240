-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t12"."asked_on",
  "t12"."ref",
  CASE
    WHEN COALESCE("t12"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t12"."unit"
  END AS "unit",
  COALESCE("t12"."until" <= "t12"."asked_on", FALSE) AS "counts",
  DATE_DIFF('DAY', "t12"."until", "t12"."asked_on") AS "days"
FROM (
  SELECT
    "t11".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t4"."id",
      "t4"."person_ref",
      "t4"."ref",
      "t4"."kind",
      "t4"."about",
      "t4"."since",
      "t4"."until",
      "t8"."asked_on",
      "t9"."unit",
      "t9"."plan_ref",
      "t10"."person_ref" AS "person_ref_right",
      "t10"."asked_on" AS "asked_on_right",
      "t10"."level_ref"
    FROM "overrides" AS "t4"
    INNER JOIN (
      SELECT
        "t1"."asked_on"
      FROM "days" AS "t1"
    ) AS "t8"
      ON "t4"."since" <= "t8"."asked_on"
    INNER JOIN (
      SELECT
        "t2"."person_ref",
        "t2"."asked_on",
        "t2"."unit",
        "t2"."plan_ref"
      FROM "stood" AS "t2"
    ) AS "t9"
      ON "t4"."person_ref" = "t9"."person_ref" AND "t8"."asked_on" = "t9"."asked_on"
    LEFT OUTER JOIN (
      SELECT
        "t3"."person_ref",
        "t3"."asked_on",
        "t3"."ref" AS "level_ref"
      FROM "levelled" AS "t3"
    ) AS "t10"
      ON "t4"."person_ref" = "t10"."person_ref" AND "t8"."asked_on" = "t10"."asked_on"
  ) AS "t11"
) AS "t12"
WHERE
  COALESCE(
    CASE
      WHEN "t12"."kind" = 'level of risk'
      THEN "t12"."about" = "t12"."level_ref"
      ELSE "t12"."about" = "t12"."plan_ref"
    END,
    FALSE
  )
