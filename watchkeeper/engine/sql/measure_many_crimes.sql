-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t15"."asked_on",
  "t15"."officer_ref" AS "ref",
  CASE
    WHEN COALESCE("t11"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t11"."unit"
  END AS "unit",
  COALESCE("t15"."many" > "t10"."many_crimes", FALSE) AS "counts",
  CAST(NULL AS BIGINT) AS "days"
FROM (
  SELECT
    "t13"."officer_ref",
    "t13"."asked_on",
    COUNT(DISTINCT "t13"."crime_ref") AS "many"
  FROM (
    SELECT
      "t4"."id",
      "t4"."crime_ref",
      "t4"."ref",
      "t4"."officer_ref",
      "t4"."since",
      "t4"."until",
      "t9"."asked_on"
    FROM "crime_holdings" AS "t4"
    INNER JOIN (
      SELECT
        "t0"."asked_on"
      FROM "days" AS "t0"
    ) AS "t9"
      ON "t4"."since" <= "t9"."asked_on"
      AND (
        (
          "t4"."until" IS NULL
        ) OR (
          "t4"."until" > "t9"."asked_on"
        )
      )
    INNER JOIN (
      SELECT
        "t3"."asked_on",
        "t3"."ref" AS "crime_ref"
      FROM "running" AS "t3"
    ) AS "t12"
      ON "t4"."crime_ref" = "t12"."crime_ref" AND "t9"."asked_on" = "t12"."asked_on"
  ) AS "t13"
  GROUP BY
    1,
    2
) AS "t15"
INNER JOIN (
  SELECT
    "t0"."asked_on",
    "t0"."many_crimes"
  FROM "days" AS "t0"
) AS "t10"
  ON "t15"."asked_on" = "t10"."asked_on"
INNER JOIN (
  SELECT
    "t1"."ref" AS "officer_ref",
    "t1"."unit"
  FROM "officers" AS "t1"
) AS "t11"
  ON "t15"."officer_ref" = "t11"."officer_ref"
