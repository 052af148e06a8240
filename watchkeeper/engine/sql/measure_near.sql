-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_registers.py. Change the expression there, not this page.
SELECT DISTINCT
  "t9"."person_ref"
FROM (
  SELECT
    "t8"."person_ref",
    "t8"."happened_on",
    "t7"."floor",
    "t7"."within"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."person_ref",
        "t0"."happened_on"
      FROM "changes" AS "t0"
    ) AS "t3"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t1"."person_ref",
        "t1"."happened_on"
      FROM "notifications" AS "t1"
      WHERE
        "t1"."kind" = 'change'
    ) AS "t4"
  ) AS "t8"
  CROSS JOIN (
    SELECT
      MIN("t2"."month_ago") AS "floor",
      MAX("t2"."change_days") AS "within"
    FROM "days" AS "t2"
  ) AS "t7"
) AS "t9"
WHERE
  "t9"."happened_on" >= (
    "t9"."floor" - TO_DAYS("t9"."within")
  )
