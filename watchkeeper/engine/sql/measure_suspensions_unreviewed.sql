-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t34"."asked_on",
  "t34"."ref",
  CASE
    WHEN COALESCE("t34"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t34"."unit"
  END AS "unit",
  COALESCE(
    (
      GREATEST(COALESCE("t34"."last", "t34"."since"), "t34"."since") + TO_DAYS("t34"."suspension_weeks" * 7)
    ) < "t34"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF(
    'DAY',
    GREATEST(COALESCE("t34"."last", "t34"."since"), "t34"."since") + TO_DAYS("t34"."suspension_weeks" * 7),
    "t34"."asked_on"
  ) AS "days"
FROM (
  SELECT
    "t33"."id",
    "t33"."officer_ref",
    "t33"."ref",
    "t33"."since",
    "t33"."until",
    "t33"."asked_on",
    "t33"."suspension_weeks",
    "t33"."last",
    "t10"."unit"
  FROM (
    SELECT
      "t31".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t5"."id",
        "t5"."officer_ref",
        "t5"."ref",
        "t5"."since",
        "t5"."until",
        "t11"."asked_on",
        "t13"."suspension_weeks",
        "t30"."ref" AS "ref_right",
        "t30"."asked_on" AS "asked_on_right",
        "t30"."last"
      FROM "suspensions" AS "t5"
      INNER JOIN (
        SELECT
          "t2"."asked_on"
        FROM "days" AS "t2"
      ) AS "t11"
        ON "t5"."since" <= "t11"."asked_on"
        AND (
          (
            "t5"."until" IS NULL
          ) OR (
            "t5"."until" > "t11"."asked_on"
          )
        )
      INNER JOIN (
        SELECT
          "t2"."asked_on",
          "t2"."suspension_weeks"
        FROM "days" AS "t2"
      ) AS "t13"
        ON "t11"."asked_on" = "t13"."asked_on"
      LEFT OUTER JOIN (
        SELECT
          "t28"."suspension_ref" AS "ref",
          "t28"."asked_on",
          "t28"."last"
        FROM (
          SELECT
            "t27"."suspension_ref",
            "t11"."asked_on",
            "t27"."last"
          FROM (
            SELECT
              "t25"."suspension_ref",
              "t25"."first",
              "t25"."last",
              LEAD("t25"."first") OVER (
                PARTITION BY "t25"."suspension_ref"
                ORDER BY "t25"."first" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "upto"
            FROM (
              SELECT
                "t24"."suspension_ref",
                "t24"."first",
                MAX("t24"."last") OVER (
                  PARTITION BY "t24"."suspension_ref"
                  ORDER BY "t24"."first" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS "last"
              FROM (
                SELECT
                  "t23"."suspension_ref",
                  "t23"."asked_on" AS "first",
                  MAX("t23"."last") AS "last"
                FROM (
                  SELECT
                    "t22"."suspension_ref",
                    "t22"."asked_on",
                    "t22"."on" AS "last"
                  FROM (
                    SELECT
                      "t21".*
                      EXCLUDE ("falls_on")
                    FROM (
                      SELECT
                        "t20"."id",
                        "t20"."officer_ref",
                        "t20"."ref",
                        "t20"."suspension_ref",
                        "t20"."on",
                        "t20"."falls_on",
                        "t6"."asked_on"
                      FROM (
                        SELECT
                          "t18".*
                          EXCLUDE ("floor")
                        FROM (
                          SELECT
                            "t17"."id",
                            "t17"."officer_ref",
                            "t17"."ref",
                            "t17"."suspension_ref",
                            "t17"."on",
                            "t17"."floor",
                            GREATEST("t17"."on", "t17"."floor") AS "falls_on"
                          FROM (
                            SELECT
                              "t16"."id",
                              "t16"."officer_ref",
                              "t16"."ref",
                              "t16"."suspension_ref",
                              "t16"."on",
                              "t15"."floor"
                            FROM (
                              SELECT
                                *
                              FROM "suspension_reviews" AS "t4"
                              WHERE
                                "t4"."on" IS NOT NULL
                            ) AS "t16"
                            CROSS JOIN (
                              SELECT
                                MIN("t2"."asked_on") AS "floor"
                              FROM "days" AS "t2"
                            ) AS "t15"
                          ) AS "t17"
                        ) AS "t18"
                      ) AS "t20"
                      INNER JOIN "falls" AS "t6"
                        ON "t20"."falls_on" = "t6"."falls_on"
                    ) AS "t21"
                  ) AS "t22"
                ) AS "t23"
                GROUP BY
                  1,
                  2
              ) AS "t24"
            ) AS "t25"
          ) AS "t27"
          INNER JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t11"
            ON "t11"."asked_on" >= "t27"."first"
            AND (
              (
                "t27"."upto" IS NULL
              ) OR (
                "t11"."asked_on" < "t27"."upto"
              )
            )
        ) AS "t28"
      ) AS "t30"
        ON "t5"."ref" = "t30"."ref" AND "t11"."asked_on" = "t30"."asked_on"
    ) AS "t31"
  ) AS "t33"
  INNER JOIN (
    SELECT
      "t0"."ref" AS "officer_ref",
      "t0"."unit"
    FROM "officers" AS "t0"
  ) AS "t10"
    ON "t33"."officer_ref" = "t10"."officer_ref"
) AS "t34"
