-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_visits.py. Change the expression there, not this page.
SELECT
  "t8"."asked_on",
  "t8"."ref",
  "t8"."unit",
  "t8"."day",
  "t8"."outcome",
  "t8"."notice_hours",
  "t8"."notice_reason",
  "t8"."notice_authorised_by"
FROM (
  SELECT
    "t3"."id",
    "t3"."person_ref",
    "t3"."ref",
    "t3"."at",
    "t3"."outcome",
    "t3"."notice_hours",
    "t3"."notice_reason",
    "t3"."notice_authorised_by",
    "t3"."day",
    "t6"."asked_on",
    "t6"."month_ago",
    "t7"."unit"
  FROM "visits_dated" AS "t3"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."month_ago"
    FROM "days" AS "t1"
  ) AS "t6"
    ON "t3"."day" <= "t6"."asked_on" AND "t3"."day" > "t6"."month_ago"
  INNER JOIN (
    SELECT
      "t2"."ref" AS "person_ref",
      "t2"."unit"
    FROM "people" AS "t2"
  ) AS "t7"
    ON "t3"."person_ref" = "t7"."person_ref"
) AS "t8"
WHERE
  "t8"."outcome" <> 'called off'
