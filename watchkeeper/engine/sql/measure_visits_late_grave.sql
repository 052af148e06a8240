-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t0"."asked_on",
  "t0"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t0"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t0"."unit"
  END AS "unit",
  COALESCE("t0"."visit_late", FALSE) AS "counts",
  DATE_DIFF('DAY', "t0"."visit_by", "t0"."asked_on") AS "days"
FROM "judged" AS "t0"
WHERE
  "t0"."visit_late" IS NOT NULL AND "t0"."level" IN ('very high', 'high')
