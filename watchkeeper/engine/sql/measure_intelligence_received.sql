-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_visits.py. Change the expression there, not this page.
SELECT
  "t4"."asked_on",
  "t3"."ref",
  CASE
    WHEN COALESCE("t6"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t6"."unit"
  END AS "unit",
  COALESCE(TRUE, FALSE) AS "counts",
  DATE_DIFF('DAY', "t3"."received_on", "t4"."asked_on") AS "days"
FROM "intelligence" AS "t3"
INNER JOIN "days" AS "t4"
  ON "t3"."received_on" <= "t4"."asked_on" AND "t3"."received_on" > "t4"."month_ago"
INNER JOIN (
  SELECT
    "t2"."ref" AS "person_ref",
    "t2"."unit"
  FROM "people" AS "t2"
) AS "t6"
  ON "t3"."person_ref" = "t6"."person_ref"
