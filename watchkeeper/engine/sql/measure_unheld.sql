-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t17"."asked_on",
  "t17"."ref",
  CASE
    WHEN COALESCE("t17"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t17"."unit"
  END AS "unit",
  COALESCE(
    NOT (
      COALESCE("t17"."now", FALSE)
    )
    AND (
      (
        COALESCE("t17"."left", "t17"."reported") + TO_DAYS("t17"."unheld_days")
      ) < "t17"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t17"."left", "t17"."reported"), "t17"."asked_on") AS "days"
FROM (
  SELECT
    "t16"."ref",
    "t16"."asked_on",
    "t16"."unit",
    "t16"."reported",
    "t16"."now",
    "t16"."left",
    "t8"."unheld_days"
  FROM (
    SELECT
      "t14".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t3"."ref",
        "t3"."asked_on",
        "t3"."unit",
        "t3"."reported",
        "t13"."ref" AS "ref_right",
        "t13"."asked_on" AS "asked_on_right",
        "t13"."now",
        "t13"."left"
      FROM "running" AS "t3"
      LEFT OUTER JOIN (
        SELECT
          "t11"."crime_ref" AS "ref",
          "t11"."asked_on",
          "t11"."now",
          "t11"."left"
        FROM (
          SELECT
            "t10"."crime_ref",
            "t10"."asked_on",
            BOOL_OR(CAST("t10"."now" AS BOOLEAN)) AS "now",
            MAX("t10"."left") AS "left"
          FROM (
            SELECT
              "t9"."id",
              "t9"."crime_ref",
              "t9"."ref",
              "t9"."officer_ref",
              "t9"."since",
              "t9"."until",
              "t9"."asked_on",
              (
                "t9"."until" IS NULL
              ) OR (
                "t9"."until" > "t9"."asked_on"
              ) AS "now",
              CASE
                WHEN (
                  "t9"."until" IS NULL
                ) OR (
                  "t9"."until" > "t9"."asked_on"
                )
                THEN CAST(NULL AS DATE)
                ELSE "t9"."until"
              END AS "left"
            FROM (
              SELECT
                "t4"."id",
                "t4"."crime_ref",
                "t4"."ref",
                "t4"."officer_ref",
                "t4"."since",
                "t4"."until",
                "t7"."asked_on"
              FROM "crime_holdings" AS "t4"
              INNER JOIN (
                SELECT
                  "t0"."asked_on"
                FROM "days" AS "t0"
              ) AS "t7"
                ON "t4"."since" <= "t7"."asked_on"
            ) AS "t9"
          ) AS "t10"
          GROUP BY
            1,
            2
        ) AS "t11"
      ) AS "t13"
        ON "t3"."ref" = "t13"."ref" AND "t3"."asked_on" = "t13"."asked_on"
    ) AS "t14"
  ) AS "t16"
  INNER JOIN (
    SELECT
      "t0"."asked_on",
      "t0"."unheld_days"
    FROM "days" AS "t0"
  ) AS "t8"
    ON "t16"."asked_on" = "t8"."asked_on"
) AS "t17"
