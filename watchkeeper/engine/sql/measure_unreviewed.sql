-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t37"."asked_on",
  "t37"."ref",
  CASE
    WHEN COALESCE("t37"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t37"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE("t37"."last", "t37"."first") + TO_DAYS("t37"."unreviewed_days")
    ) < "t37"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t37"."last", "t37"."first"), "t37"."asked_on") AS "days"
FROM (
  SELECT
    "t36"."ref",
    "t36"."asked_on",
    "t36"."unit",
    "t36"."reported",
    "t36"."first",
    "t36"."last",
    "t12"."unreviewed_days"
  FROM (
    SELECT
      "t34".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t5"."ref",
        "t5"."asked_on",
        "t5"."unit",
        "t5"."reported",
        "t16"."first",
        "t33"."ref" AS "ref_right",
        "t33"."asked_on" AS "asked_on_right",
        "t33"."last"
      FROM "running" AS "t5"
      INNER JOIN (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t6"."crime_ref" AS "ref",
            "t10"."asked_on"
          FROM "crime_holdings" AS "t6"
          INNER JOIN (
            SELECT
              "t0"."asked_on"
            FROM "days" AS "t0"
          ) AS "t10"
            ON "t6"."since" <= "t10"."asked_on"
            AND (
              (
                "t6"."until" IS NULL
              ) OR (
                "t6"."until" > "t10"."asked_on"
              )
            )
        ) AS "t19"
      ) AS "t23"
        ON "t5"."ref" = "t23"."ref" AND "t5"."asked_on" = "t23"."asked_on"
      INNER JOIN (
        SELECT
          "t2"."crime_ref" AS "ref",
          MIN("t2"."since") AS "first"
        FROM "crime_holdings" AS "t2"
        GROUP BY
          1
      ) AS "t16"
        ON "t5"."ref" = "t16"."ref"
      LEFT OUTER JOIN (
        SELECT
          "t31"."crime_ref" AS "ref",
          "t31"."asked_on",
          "t31"."last"
        FROM (
          SELECT
            "t30"."crime_ref",
            "t10"."asked_on",
            "t30"."last"
          FROM (
            SELECT
              "t28"."crime_ref",
              "t28"."first",
              "t28"."last",
              LEAD("t28"."first") OVER (
                PARTITION BY "t28"."crime_ref"
                ORDER BY "t28"."first" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "upto"
            FROM (
              SELECT
                "t27"."crime_ref",
                "t27"."first",
                MAX("t27"."last") OVER (
                  PARTITION BY "t27"."crime_ref"
                  ORDER BY "t27"."first" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS "last"
              FROM (
                SELECT
                  "t26"."crime_ref",
                  "t26"."asked_on" AS "first",
                  MAX("t26"."on") AS "last"
                FROM (
                  SELECT
                    "t25".*
                    EXCLUDE ("falls_on")
                  FROM (
                    SELECT
                      "t24"."id",
                      "t24"."crime_ref",
                      "t24"."ref",
                      "t24"."on",
                      "t24"."falls_on",
                      "t7"."asked_on"
                    FROM (
                      SELECT
                        "t20".*
                        EXCLUDE ("floor")
                      FROM (
                        SELECT
                          "t18"."id",
                          "t18"."crime_ref",
                          "t18"."ref",
                          "t18"."on",
                          "t18"."floor",
                          GREATEST("t18"."on", "t18"."floor") AS "falls_on"
                        FROM (
                          SELECT
                            "t17"."id",
                            "t17"."crime_ref",
                            "t17"."ref",
                            "t17"."on",
                            "t15"."floor"
                          FROM (
                            SELECT
                              *
                            FROM "crime_reviews" AS "t4"
                            WHERE
                              "t4"."on" IS NOT NULL
                          ) AS "t17"
                          CROSS JOIN (
                            SELECT
                              MIN("t0"."asked_on") AS "floor"
                            FROM "days" AS "t0"
                          ) AS "t15"
                        ) AS "t18"
                      ) AS "t20"
                    ) AS "t24"
                    INNER JOIN "falls" AS "t7"
                      ON "t24"."falls_on" = "t7"."falls_on"
                  ) AS "t25"
                ) AS "t26"
                GROUP BY
                  1,
                  2
              ) AS "t27"
            ) AS "t28"
          ) AS "t30"
          INNER JOIN (
            SELECT
              "t0"."asked_on"
            FROM "days" AS "t0"
          ) AS "t10"
            ON "t10"."asked_on" >= "t30"."first"
            AND (
              (
                "t30"."upto" IS NULL
              ) OR (
                "t10"."asked_on" < "t30"."upto"
              )
            )
        ) AS "t31"
      ) AS "t33"
        ON "t5"."ref" = "t33"."ref" AND "t5"."asked_on" = "t33"."asked_on"
    ) AS "t34"
  ) AS "t36"
  INNER JOIN (
    SELECT
      "t0"."asked_on",
      "t0"."unreviewed_days"
    FROM "days" AS "t0"
  ) AS "t12"
    ON "t36"."asked_on" = "t12"."asked_on"
) AS "t37"
