-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t10"."asked_on",
  "t10"."ref",
  CASE
    WHEN COALESCE("t10"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t10"."unit"
  END AS "unit",
  COALESCE(
    (
      (
        "t10"."decided_on" IS NULL
      ) OR (
        "t10"."decided_on" > "t10"."asked_on"
      )
    )
    AND (
      (
        "t10"."on" + TO_DAYS("t10"."dispute_days")
      ) < "t10"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t10"."on", "t10"."asked_on") AS "days"
FROM (
  SELECT
    "t3"."id",
    "t3"."crime_ref",
    "t3"."ref",
    "t3"."on",
    "t3"."decided_on",
    "t7"."asked_on",
    "t9"."unit",
    "t8"."dispute_days",
    "t8"."year_ago"
  FROM "allocation_disputes" AS "t3"
  INNER JOIN (
    SELECT
      "t1"."asked_on"
    FROM "days" AS "t1"
  ) AS "t7"
    ON "t3"."on" <= "t7"."asked_on"
  INNER JOIN (
    SELECT
      "t2"."ref" AS "crime_ref",
      "t2"."unit"
    FROM "crimes_dated" AS "t2"
  ) AS "t9"
    ON "t3"."crime_ref" = "t9"."crime_ref"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."dispute_days",
      "t1"."year_ago"
    FROM "days" AS "t1"
  ) AS "t8"
    ON "t7"."asked_on" = "t8"."asked_on"
) AS "t10"
WHERE
  "t10"."on" > "t10"."year_ago"
