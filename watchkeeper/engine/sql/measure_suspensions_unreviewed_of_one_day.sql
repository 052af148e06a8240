-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t24"."asked_on",
  "t24"."ref",
  CASE
    WHEN COALESCE("t24"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t24"."unit"
  END AS "unit",
  COALESCE(
    (
      GREATEST(COALESCE("t24"."last", "t24"."since"), "t24"."since") + TO_DAYS("t24"."suspension_weeks" * 7)
    ) < "t24"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF(
    'DAY',
    GREATEST(COALESCE("t24"."last", "t24"."since"), "t24"."since") + TO_DAYS("t24"."suspension_weeks" * 7),
    "t24"."asked_on"
  ) AS "days"
FROM (
  SELECT
    "t23"."id",
    "t23"."officer_ref",
    "t23"."ref",
    "t23"."since",
    "t23"."until",
    "t23"."asked_on",
    "t23"."suspension_weeks",
    "t23"."last",
    "t10"."unit"
  FROM (
    SELECT
      "t21".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t4"."id",
        "t4"."officer_ref",
        "t4"."ref",
        "t4"."since",
        "t4"."until",
        "t11"."asked_on",
        "t13"."suspension_weeks",
        "t20"."ref" AS "ref_right",
        "t20"."asked_on" AS "asked_on_right",
        "t20"."last"
      FROM "suspensions" AS "t4"
      INNER JOIN (
        SELECT
          "t2"."asked_on"
        FROM "days" AS "t2"
      ) AS "t11"
        ON "t4"."since" <= "t11"."asked_on"
        AND (
          (
            "t4"."until" IS NULL
          ) OR (
            "t4"."until" > "t11"."asked_on"
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
          "t18"."suspension_ref" AS "ref",
          "t18"."first" AS "asked_on",
          "t18"."last"
        FROM (
          SELECT
            "t17"."suspension_ref",
            "t12"."first",
            "t17"."last"
          FROM (
            SELECT
              "t15"."suspension_ref",
              MAX("t15"."last") AS "last"
            FROM (
              SELECT
                "t14"."suspension_ref",
                "t14"."on" AS "last"
              FROM (
                SELECT
                  "t5"."id",
                  "t5"."officer_ref",
                  "t5"."ref",
                  "t5"."suspension_ref",
                  "t5"."on",
                  "t11"."asked_on"
                FROM "suspension_reviews" AS "t5"
                CROSS JOIN (
                  SELECT
                    "t2"."asked_on"
                  FROM "days" AS "t2"
                ) AS "t11"
              ) AS "t14"
              WHERE
                "t14"."on" <= "t14"."asked_on"
            ) AS "t15"
            GROUP BY
              1
          ) AS "t17"
          CROSS JOIN (
            SELECT
              "t2"."asked_on" AS "first"
            FROM "days" AS "t2"
          ) AS "t12"
        ) AS "t18"
      ) AS "t20"
        ON "t4"."ref" = "t20"."ref" AND "t11"."asked_on" = "t20"."asked_on"
    ) AS "t21"
  ) AS "t23"
  INNER JOIN (
    SELECT
      "t0"."ref" AS "officer_ref",
      "t0"."unit"
    FROM "officers" AS "t0"
  ) AS "t10"
    ON "t23"."officer_ref" = "t10"."officer_ref"
) AS "t24"
