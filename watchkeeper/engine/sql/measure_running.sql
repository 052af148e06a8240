-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t12"."ref",
  "t4"."asked_on",
  "t12"."unit",
  "t12"."reported"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t9".*
      EXCLUDE ("ref_right")
    FROM (
      SELECT
        "t6"."ref",
        "t6"."unit",
        "t6"."reported",
        "t8"."ref" AS "ref_right",
        "t8"."ended",
        "t8"."dateless"
      FROM (
        SELECT
          "t1"."ref",
          "t1"."unit",
          "t1"."reported"
        FROM "crimes_dated" AS "t1"
        WHERE
          "t1"."reported" IS NOT NULL
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT
          "t2"."crime_ref" AS "ref",
          MIN("t2"."on") AS "ended",
          BOOL_OR(CAST("t2"."on" IS NULL AS BOOLEAN)) AS "dateless"
        FROM "crime_outcomes" AS "t2"
        GROUP BY
          1
      ) AS "t8"
        ON "t6"."ref" = "t8"."ref"
    ) AS "t9"
  ) AS "t10"
  WHERE
    NOT (
      COALESCE("t10"."dateless", FALSE)
    )
) AS "t12"
INNER JOIN (
  SELECT
    "t0"."asked_on"
  FROM "days" AS "t0"
) AS "t4"
  ON "t12"."reported" <= "t4"."asked_on"
  AND (
    (
      "t12"."ended" IS NULL
    ) OR (
      "t12"."ended" > "t4"."asked_on"
    )
  )
