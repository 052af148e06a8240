-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t13"."asked_on",
  "t13"."officer_ref" AS "ref",
  CASE
    WHEN COALESCE("t8"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t8"."unit"
  END AS "unit",
  COALESCE("t13"."many" > "t13"."most", FALSE) AS "counts",
  CAST(NULL AS BIGINT) AS "days"
FROM (
  SELECT
    "t11"."officer_ref",
    "t11"."asked_on",
    "t11"."most",
    COUNT(DISTINCT "t11"."crime_ref") AS "many"
  FROM (
    SELECT
      "t4"."id",
      "t4"."crime_ref",
      "t4"."ref",
      "t4"."officer_ref",
      "t4"."since",
      "t4"."until",
      "t9"."asked_on",
      "t10"."most"
    FROM "crime_holdings" AS "t4"
    INNER JOIN (
      SELECT
        "t2"."asked_on"
      FROM "days" AS "t2"
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
        "t3"."ref" AS "crime_ref",
        "t3"."many_crimes" AS "most"
      FROM "running" AS "t3"
    ) AS "t10"
      ON "t4"."crime_ref" = "t10"."crime_ref" AND "t9"."asked_on" = "t10"."asked_on"
  ) AS "t11"
  GROUP BY
    1,
    2,
    3
) AS "t13"
INNER JOIN (
  SELECT
    "t0"."ref" AS "officer_ref",
    "t0"."unit"
  FROM "officers" AS "t0"
) AS "t8"
  ON "t13"."officer_ref" = "t8"."officer_ref"
