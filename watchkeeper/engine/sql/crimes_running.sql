-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
SELECT
  "t4"."id",
  "t4"."ref",
  "t4"."reported_at",
  "t4"."reported_month",
  "t4"."offence",
  "t4"."occurred_on",
  "t4"."domestic",
  "t4"."high_risk",
  "t4"."lines_of_enquiry",
  "t4"."street",
  "t4"."ref" AS "crime_ref",
  CAST("t4"."reported_at" AS DATE) AS "day"
FROM (
  SELECT
    "t2"."id",
    "t2"."ref",
    "t2"."reported_at",
    "t2"."reported_month",
    "t2"."offence",
    "t2"."occurred_on",
    "t2"."domestic",
    "t2"."high_risk",
    "t2"."lines_of_enquiry",
    "t2"."street"
  FROM "open_crimes" AS "t2"
  ANTI JOIN "shut" AS "t3"
    ON "t2"."ref" = "t3"."crime_ref"
) AS "t4"
