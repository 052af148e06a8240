-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_visits.py. Change the expression there, not this page.
SELECT
  "t6"."asked_on",
  "t3"."ref",
  CASE
    WHEN COALESCE("t7"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t7"."unit"
  END AS "unit",
  COALESCE(TRUE, FALSE) AS "counts",
  DATE_DIFF('DAY', "t3"."notified_on", "t6"."asked_on") AS "days"
FROM "notifications" AS "t3"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."month_ago"
  FROM "days" AS "t1"
) AS "t6"
  ON "t3"."notified_on" <= "t6"."asked_on" AND "t3"."notified_on" > "t6"."month_ago"
INNER JOIN (
  SELECT
    "t2"."ref" AS "person_ref",
    "t2"."unit"
  FROM "people" AS "t2"
) AS "t7"
  ON "t3"."person_ref" = "t7"."person_ref"
