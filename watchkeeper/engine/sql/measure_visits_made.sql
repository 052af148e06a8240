-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_visits.py. Change the expression there, not this page.
SELECT
  "t0"."asked_on",
  "t0"."ref",
  CASE
    WHEN COALESCE("t0"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t0"."unit"
  END AS "unit",
  COALESCE(TRUE, FALSE) AS "counts",
  DATE_DIFF('DAY', "t0"."day", "t0"."asked_on") AS "days"
FROM "tried" AS "t0"
