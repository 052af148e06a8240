-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t28"."asked_on",
  "t28"."ref",
  CASE
    WHEN COALESCE("t28"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t28"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE("t28"."last", "t28"."first") + TO_DAYS("t28"."unreviewed_days")
    ) < "t28"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t28"."last", "t28"."first"), "t28"."asked_on") AS "days"
FROM (
  SELECT
    "t27"."ref",
    "t27"."asked_on",
    "t27"."unit",
    "t27"."reported",
    "t27"."first",
    "t27"."last",
    "t12"."unreviewed_days"
  FROM (
    SELECT
      "t25".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t4"."ref",
        "t4"."asked_on",
        "t4"."unit",
        "t4"."reported",
        "t14"."first",
        "t24"."ref" AS "ref_right",
        "t24"."asked_on" AS "asked_on_right",
        "t24"."last"
      FROM "running" AS "t4"
      INNER JOIN (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t5"."crime_ref" AS "ref",
            "t10"."asked_on"
          FROM "crime_holdings" AS "t5"
          INNER JOIN (
            SELECT
              "t0"."asked_on"
            FROM "days" AS "t0"
          ) AS "t10"
            ON "t5"."since" <= "t10"."asked_on"
            AND (
              (
                "t5"."until" IS NULL
              ) OR (
                "t5"."until" > "t10"."asked_on"
              )
            )
        ) AS "t16"
      ) AS "t19"
        ON "t4"."ref" = "t19"."ref" AND "t4"."asked_on" = "t19"."asked_on"
      INNER JOIN (
        SELECT
          "t2"."crime_ref" AS "ref",
          MIN("t2"."since") AS "first"
        FROM "crime_holdings" AS "t2"
        GROUP BY
          1
      ) AS "t14"
        ON "t4"."ref" = "t14"."ref"
      LEFT OUTER JOIN (
        SELECT
          "t22"."crime_ref" AS "ref",
          "t22"."first" AS "asked_on",
          "t22"."last"
        FROM (
          SELECT
            "t21"."crime_ref",
            "t11"."first",
            "t21"."last"
          FROM (
            SELECT
              "t17"."crime_ref",
              MAX("t17"."last") AS "last"
            FROM (
              SELECT
                "t15"."crime_ref",
                "t15"."on" AS "last"
              FROM (
                SELECT
                  "t6"."id",
                  "t6"."crime_ref",
                  "t6"."ref",
                  "t6"."on",
                  "t10"."asked_on"
                FROM "crime_reviews" AS "t6"
                CROSS JOIN (
                  SELECT
                    "t0"."asked_on"
                  FROM "days" AS "t0"
                ) AS "t10"
              ) AS "t15"
              WHERE
                "t15"."on" <= "t15"."asked_on"
            ) AS "t17"
            GROUP BY
              1
          ) AS "t21"
          CROSS JOIN (
            SELECT
              "t0"."asked_on" AS "first"
            FROM "days" AS "t0"
          ) AS "t11"
        ) AS "t22"
      ) AS "t24"
        ON "t4"."ref" = "t24"."ref" AND "t4"."asked_on" = "t24"."asked_on"
    ) AS "t25"
  ) AS "t27"
  INNER JOIN (
    SELECT
      "t0"."asked_on",
      "t0"."unreviewed_days"
    FROM "days" AS "t0"
  ) AS "t12"
    ON "t27"."asked_on" = "t12"."asked_on"
) AS "t28"
