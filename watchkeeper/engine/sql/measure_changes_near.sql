-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_registers.py. Change the expression there, not this page.
SELECT
  "t2"."id",
  "t2"."person_ref",
  "t2"."ref",
  "t2"."matter",
  "t2"."happened_on"
FROM "changes" AS "t2"
SEMI JOIN "near" AS "t3"
  ON "t2"."person_ref" = "t3"."person_ref"
