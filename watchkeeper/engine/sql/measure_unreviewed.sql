-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t38"."asked_on",
  "t38"."ref",
  CASE
    WHEN COALESCE("t38"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t38"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE("t38"."last", "t38"."first") + TO_DAYS("t38"."unreviewed_days")
    ) < "t38"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t38"."last", "t38"."first"), "t38"."asked_on") AS "days"
FROM (
  SELECT
    "t37"."ref",
    "t37"."asked_on",
    "t37"."unit",
    "t37"."reported",
    "t37"."first",
    "t37"."last",
    "t12"."unreviewed_days"
  FROM (
    SELECT
      "t35".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t5"."ref",
        "t5"."asked_on",
        "t5"."unit",
        "t5"."reported",
        "t16"."first",
        "t34"."ref" AS "ref_right",
        "t34"."asked_on" AS "asked_on_right",
        "t34"."last"
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
          "t32"."crime_ref" AS "ref",
          "t32"."asked_on",
          "t32"."last"
        FROM (
          SELECT
            "t31"."crime_ref",
            "t10"."asked_on",
            "t31"."last"
          FROM (
            SELECT
              "t29"."crime_ref",
              "t29"."first",
              "t29"."last",
              LEAD("t29"."first") OVER (
                PARTITION BY "t29"."crime_ref"
                ORDER BY "t29"."first" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "upto"
            FROM (
              SELECT
                "t28"."crime_ref",
                "t28"."first",
                MAX("t28"."last") OVER (
                  PARTITION BY "t28"."crime_ref"
                  ORDER BY "t28"."first" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS "last"
              FROM (
                SELECT
                  "t27"."crime_ref",
                  "t27"."asked_on" AS "first",
                  MAX("t27"."last") AS "last"
                FROM (
                  SELECT
                    "t26"."crime_ref",
                    "t26"."asked_on",
                    "t26"."on" AS "last"
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
                ) AS "t27"
                GROUP BY
                  1,
                  2
              ) AS "t28"
            ) AS "t29"
          ) AS "t31"
          INNER JOIN (
            SELECT
              "t0"."asked_on"
            FROM "days" AS "t0"
          ) AS "t10"
            ON "t10"."asked_on" >= "t31"."first"
            AND (
              (
                "t31"."upto" IS NULL
              ) OR (
                "t10"."asked_on" < "t31"."upto"
              )
            )
        ) AS "t32"
      ) AS "t34"
        ON "t5"."ref" = "t34"."ref" AND "t5"."asked_on" = "t34"."asked_on"
    ) AS "t35"
  ) AS "t37"
  INNER JOIN (
    SELECT
      "t0"."asked_on",
      "t0"."unreviewed_days"
    FROM "days" AS "t0"
  ) AS "t12"
    ON "t37"."asked_on" = "t12"."asked_on"
) AS "t38"
