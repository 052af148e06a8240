-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t4"."asked_on",
  "t3"."ref",
  CASE
    WHEN COALESCE("t6"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t6"."unit"
  END AS "unit",
  COALESCE(
    NOT (
      COALESCE(
        CONTAINS("t4"."action_outcomes", ';' || CAST("t3"."outcome" AS TEXT) || ';'),
        FALSE
      )
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t3"."on", "t4"."asked_on") AS "days"
FROM "crime_outcomes" AS "t3"
INNER JOIN "days" AS "t4"
  ON "t3"."on" <= "t4"."asked_on" AND "t3"."on" > "t4"."month_ago"
INNER JOIN (
  SELECT
    "t2"."ref" AS "crime_ref",
    "t2"."unit"
  FROM "crimes_dated" AS "t2"
) AS "t6"
  ON "t3"."crime_ref" = "t6"."crime_ref"
