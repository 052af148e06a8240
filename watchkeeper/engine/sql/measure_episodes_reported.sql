-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
SELECT
  "t3"."asked_on",
  "t2"."ref",
  CASE
    WHEN COALESCE("t2"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t2"."unit"
  END AS "unit",
  COALESCE(TRUE, FALSE) AS "counts",
  DATE_DIFF('DAY', "t2"."day", "t3"."asked_on") AS "days"
FROM "missing_episodes_dated" AS "t2"
INNER JOIN "days" AS "t3"
  ON "t2"."day" <= "t3"."asked_on" AND "t2"."day" > "t3"."month_ago"
