-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
SELECT
  "t2"."asked_on",
  "t4"."ref",
  CASE
    WHEN COALESCE("t4"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t4"."unit"
  END AS "unit",
  COALESCE(TRUE, FALSE) AS "counts",
  DATE_DIFF('DAY', "t4"."day", "t2"."asked_on") AS "days"
FROM (
  SELECT
    "t0"."id",
    "t0"."ref",
    "t0"."missing_ref",
    "t0"."reported_at",
    "t0"."unit",
    CAST("t0"."reported_at" AS DATE) AS "day"
  FROM "missing_episodes" AS "t0"
) AS "t4"
INNER JOIN "days" AS "t2"
  ON "t4"."day" <= "t2"."asked_on" AND "t4"."day" > "t2"."month_ago"
