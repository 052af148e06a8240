-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t9"."asked_on",
  "t9"."ref",
  CASE
    WHEN COALESCE("t9"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t9"."unit"
  END AS "unit",
  COALESCE(
    NOT (
      COALESCE("t9"."graded" <= "t9"."asked_on", FALSE)
    )
    AND (
      (
        "t9"."reported" + TO_DAYS("t9"."grade_days")
      ) < "t9"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t9"."reported", "t9"."asked_on") AS "days"
FROM (
  SELECT
    "t8".*
    EXCLUDE ("ref_right")
  FROM (
    SELECT
      "t3"."ref",
      "t3"."asked_on",
      "t3"."unit",
      "t3"."reported",
      "t5"."grade_days",
      "t7"."ref" AS "ref_right",
      "t7"."graded"
    FROM "running" AS "t3"
    INNER JOIN (
      SELECT
        "t1"."asked_on",
        "t1"."grade_days"
      FROM "days" AS "t1"
    ) AS "t5"
      ON "t3"."asked_on" = "t5"."asked_on"
    LEFT OUTER JOIN (
      SELECT
        "t2"."crime_ref" AS "ref",
        MIN("t2"."on") AS "graded"
      FROM "crime_grades" AS "t2"
      GROUP BY
        1
    ) AS "t7"
      ON "t3"."ref" = "t7"."ref"
  ) AS "t8"
) AS "t9"
