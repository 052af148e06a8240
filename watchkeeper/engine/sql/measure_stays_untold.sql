-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_stays.py. Change the expression there, not this page.
WITH "t6" AS (
  SELECT
    "t0"."id",
    "t0"."person_ref",
    "t0"."ref",
    "t0"."at" AS "premises",
    "t0"."since",
    "t0"."until",
    "t0"."notified"
  FROM "stays" AS "t0"
), "t14" AS (
  SELECT
    "t5"."person_ref",
    "t5"."asked_on",
    "t5"."unit",
    "t5"."registered_on",
    "t11"."month_ago",
    "t11"."change_days",
    "t11"."stay_days",
    "t11"."stay_months",
    "t11"."stay_nights"
  FROM "stood" AS "t5"
  SEMI JOIN "stays" AS "t4"
    ON "t5"."person_ref" = "t4"."person_ref"
  INNER JOIN (
    SELECT
      "t3"."asked_on",
      "t3"."month_ago",
      "t3"."change_days",
      "t3"."stay_days",
      "t3"."stay_months",
      "t3"."stay_nights"
    FROM "days" AS "t3"
  ) AS "t11"
    ON "t5"."asked_on" = "t11"."asked_on"
), "t25" AS (
  SELECT
    "t24"."person_ref",
    "t24"."premises",
    "t24"."registered_on",
    "t24"."stay_days",
    "t24"."stay_months",
    "t24"."stay_nights",
    "t24"."night",
    ROW_NUMBER() OVER (
      PARTITION BY "t24"."person_ref", "t24"."premises", "t24"."registered_on", "t24"."stay_days", "t24"."stay_months", "t24"."stay_nights"
      ORDER BY "t24"."night" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "place"
  FROM (
    SELECT DISTINCT
      "t23"."person_ref",
      "t23"."premises",
      "t23"."registered_on",
      "t23"."stay_days",
      "t23"."stay_months",
      "t23"."stay_nights",
      "t23"."first" + TO_DAYS("t23"."at") AS "night"
    FROM (
      SELECT
        "t22"."id",
        "t22"."person_ref",
        "t22"."ref",
        "t22"."premises",
        "t22"."since",
        "t22"."until",
        "t22"."notified",
        "t22"."registered_on",
        "t22"."stay_days",
        "t22"."stay_months",
        "t22"."stay_nights",
        "t22"."first",
        "t22"."long",
        "t22"."many",
        UNNEST(RANGE(0, "t22"."many", 1)) AS "at"
      FROM (
        SELECT
          "t21"."id",
          "t21"."person_ref",
          "t21"."ref",
          "t21"."premises",
          "t21"."since",
          "t21"."until",
          "t21"."notified",
          "t21"."registered_on",
          "t21"."stay_days",
          "t21"."stay_months",
          "t21"."stay_nights",
          GREATEST("t21"."since", "t21"."registered_on") AS "first",
          DATE_DIFF(
            'DAY',
            GREATEST("t21"."since", "t21"."registered_on"),
            CASE
              WHEN "t21"."stay_nights"
              THEN "t21"."until"
              ELSE "t21"."until" + INTERVAL '1' DAY
            END
          ) AS "long",
          LEAST(
            COALESCE(
              DATE_DIFF(
                'DAY',
                GREATEST("t21"."since", "t21"."registered_on"),
                CASE
                  WHEN "t21"."stay_nights"
                  THEN "t21"."until"
                  ELSE "t21"."until" + INTERVAL '1' DAY
                END
              ),
              "t21"."stay_days"
            ),
            "t21"."stay_days"
          ) AS "many"
        FROM (
          SELECT
            "t12"."id",
            "t12"."person_ref",
            "t12"."ref",
            "t12"."premises",
            "t12"."since",
            "t12"."until",
            "t12"."notified",
            "t20"."registered_on",
            "t20"."stay_days",
            "t20"."stay_months",
            "t20"."stay_nights"
          FROM "t6" AS "t12"
          INNER JOIN (
            SELECT DISTINCT
              "t16"."person_ref",
              COALESCE("t16"."registered_on", CAST('0001-01-01' AS DATE)) AS "registered_on",
              "t16"."stay_days",
              "t16"."stay_months",
              "t16"."stay_nights"
            FROM "t14" AS "t16"
          ) AS "t20"
            ON "t12"."person_ref" = "t20"."person_ref"
        ) AS "t21"
        WHERE
          LEAST(
            COALESCE(
              DATE_DIFF(
                'DAY',
                GREATEST("t21"."since", "t21"."registered_on"),
                CASE
                  WHEN "t21"."stay_nights"
                  THEN "t21"."until"
                  ELSE "t21"."until" + INTERVAL '1' DAY
                END
              ),
              "t21"."stay_days"
            ),
            "t21"."stay_days"
          ) > 0
      ) AS "t22"
    ) AS "t23"
  ) AS "t24"
)
SELECT
  "t36"."asked_on",
  "t15"."ref",
  CASE
    WHEN COALESCE("t36"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t36"."unit"
  END AS "unit",
  COALESCE(NOT (
    "t15"."told"
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t36"."by", "t36"."asked_on") AS "days"
FROM (
  SELECT
    "t34"."person_ref",
    "t34"."asked_on",
    "t34"."unit",
    "t34"."registered_on",
    "t34"."month_ago",
    "t34"."change_days",
    "t34"."stay_days",
    "t34"."stay_months",
    "t34"."stay_nights",
    "t34"."premises",
    "t34"."qualified",
    "t34"."qualified" + TO_DAYS("t34"."change_days" - 1) AS "by"
  FROM (
    SELECT
      "t19"."person_ref",
      "t19"."asked_on",
      "t19"."unit",
      "t19"."registered_on",
      "t19"."month_ago",
      "t19"."change_days",
      "t19"."stay_days",
      "t19"."stay_months",
      "t19"."stay_nights",
      "t33"."premises",
      "t33"."qualified"
    FROM (
      SELECT
        "t16"."person_ref",
        "t16"."asked_on",
        "t16"."unit",
        COALESCE("t16"."registered_on", CAST('0001-01-01' AS DATE)) AS "registered_on",
        "t16"."month_ago",
        "t16"."change_days",
        "t16"."stay_days",
        "t16"."stay_months",
        "t16"."stay_nights"
      FROM "t14" AS "t16"
    ) AS "t19"
    INNER JOIN (
      SELECT
        "t31"."person_ref",
        "t31"."premises",
        "t31"."registered_on",
        "t31"."stay_days",
        "t31"."stay_months",
        "t31"."stay_nights",
        MIN("t31"."last") AS "qualified"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t27"."person_ref",
            "t27"."premises",
            "t27"."registered_on",
            "t27"."stay_days",
            "t27"."stay_months",
            "t27"."stay_nights",
            "t27"."night",
            "t27"."place",
            "t29"."last",
            "t29"."before"
          FROM "t25" AS "t27"
          INNER JOIN (
            SELECT
              "t26"."person_ref",
              "t26"."premises",
              "t26"."registered_on",
              "t26"."stay_days",
              "t26"."stay_months",
              "t26"."stay_nights",
              "t26"."night" AS "last",
              (
                "t26"."place" - "t26"."stay_days"
              ) + 1 AS "before"
            FROM "t25" AS "t26"
          ) AS "t29"
            ON "t27"."person_ref" = "t29"."person_ref"
            AND "t27"."premises" = "t29"."premises"
            AND "t27"."registered_on" = "t29"."registered_on"
            AND "t27"."stay_days" = "t29"."stay_days"
            AND "t27"."stay_months" = "t29"."stay_months"
            AND "t27"."stay_nights" = "t29"."stay_nights"
            AND "t27"."place" = "t29"."before"
        ) AS "t30"
        WHERE
          "t30"."last" <= CASE
            WHEN EXTRACT(day FROM "t30"."night" + TO_MONTHS("t30"."stay_months")) = EXTRACT(day FROM "t30"."night")
            THEN (
              "t30"."night" + TO_MONTHS("t30"."stay_months")
            ) - INTERVAL '1' DAY
            ELSE "t30"."night" + TO_MONTHS("t30"."stay_months")
          END
      ) AS "t31"
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6
    ) AS "t33"
      ON "t19"."person_ref" = "t33"."person_ref"
      AND "t19"."registered_on" = "t33"."registered_on"
      AND "t19"."stay_days" = "t33"."stay_days"
      AND "t19"."stay_months" = "t33"."stay_months"
      AND "t19"."stay_nights" = "t33"."stay_nights"
  ) AS "t34"
  WHERE
    (
      "t34"."qualified" + TO_DAYS("t34"."change_days" - 1)
    ) < "t34"."asked_on"
    AND (
      "t34"."qualified" + TO_DAYS("t34"."change_days" - 1)
    ) >= "t34"."month_ago"
) AS "t36"
INNER JOIN (
  SELECT
    "t9"."person_ref",
    "t9"."premises",
    MIN("t9"."ref") AS "ref",
    BOOL_OR(CAST(COALESCE("t9"."notified", FALSE) AS BOOLEAN)) AS "told"
  FROM "t6" AS "t9"
  GROUP BY
    1,
    2
) AS "t15"
  ON "t36"."person_ref" = "t15"."person_ref" AND "t36"."premises" = "t15"."premises"
ANTI JOIN (
  SELECT DISTINCT
    "t37"."ref",
    "t37"."asked_on"
  FROM (
    SELECT
      "t36"."person_ref",
      "t36"."asked_on",
      "t15"."ref",
      "t36"."qualified",
      "t36"."by",
      "t10"."gone",
      "t10"."back"
    FROM (
      SELECT
        "t34"."person_ref",
        "t34"."asked_on",
        "t34"."unit",
        "t34"."registered_on",
        "t34"."month_ago",
        "t34"."change_days",
        "t34"."stay_days",
        "t34"."stay_months",
        "t34"."stay_nights",
        "t34"."premises",
        "t34"."qualified",
        "t34"."qualified" + TO_DAYS("t34"."change_days" - 1) AS "by"
      FROM (
        SELECT
          "t19"."person_ref",
          "t19"."asked_on",
          "t19"."unit",
          "t19"."registered_on",
          "t19"."month_ago",
          "t19"."change_days",
          "t19"."stay_days",
          "t19"."stay_months",
          "t19"."stay_nights",
          "t33"."premises",
          "t33"."qualified"
        FROM (
          SELECT
            "t16"."person_ref",
            "t16"."asked_on",
            "t16"."unit",
            COALESCE("t16"."registered_on", CAST('0001-01-01' AS DATE)) AS "registered_on",
            "t16"."month_ago",
            "t16"."change_days",
            "t16"."stay_days",
            "t16"."stay_months",
            "t16"."stay_nights"
          FROM "t14" AS "t16"
        ) AS "t19"
        INNER JOIN (
          SELECT
            "t31"."person_ref",
            "t31"."premises",
            "t31"."registered_on",
            "t31"."stay_days",
            "t31"."stay_months",
            "t31"."stay_nights",
            MIN("t31"."last") AS "qualified"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t27"."person_ref",
                "t27"."premises",
                "t27"."registered_on",
                "t27"."stay_days",
                "t27"."stay_months",
                "t27"."stay_nights",
                "t27"."night",
                "t27"."place",
                "t29"."last",
                "t29"."before"
              FROM "t25" AS "t27"
              INNER JOIN (
                SELECT
                  "t26"."person_ref",
                  "t26"."premises",
                  "t26"."registered_on",
                  "t26"."stay_days",
                  "t26"."stay_months",
                  "t26"."stay_nights",
                  "t26"."night" AS "last",
                  (
                    "t26"."place" - "t26"."stay_days"
                  ) + 1 AS "before"
                FROM "t25" AS "t26"
              ) AS "t29"
                ON "t27"."person_ref" = "t29"."person_ref"
                AND "t27"."premises" = "t29"."premises"
                AND "t27"."registered_on" = "t29"."registered_on"
                AND "t27"."stay_days" = "t29"."stay_days"
                AND "t27"."stay_months" = "t29"."stay_months"
                AND "t27"."stay_nights" = "t29"."stay_nights"
                AND "t27"."place" = "t29"."before"
            ) AS "t30"
            WHERE
              "t30"."last" <= CASE
                WHEN EXTRACT(day FROM "t30"."night" + TO_MONTHS("t30"."stay_months")) = EXTRACT(day FROM "t30"."night")
                THEN (
                  "t30"."night" + TO_MONTHS("t30"."stay_months")
                ) - INTERVAL '1' DAY
                ELSE "t30"."night" + TO_MONTHS("t30"."stay_months")
              END
          ) AS "t31"
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6
        ) AS "t33"
          ON "t19"."person_ref" = "t33"."person_ref"
          AND "t19"."registered_on" = "t33"."registered_on"
          AND "t19"."stay_days" = "t33"."stay_days"
          AND "t19"."stay_months" = "t33"."stay_months"
          AND "t19"."stay_nights" = "t33"."stay_nights"
      ) AS "t34"
      WHERE
        (
          "t34"."qualified" + TO_DAYS("t34"."change_days" - 1)
        ) < "t34"."asked_on"
        AND (
          "t34"."qualified" + TO_DAYS("t34"."change_days" - 1)
        ) >= "t34"."month_ago"
    ) AS "t36"
    INNER JOIN (
      SELECT
        "t9"."person_ref",
        "t9"."premises",
        MIN("t9"."ref") AS "ref",
        BOOL_OR(CAST(COALESCE("t9"."notified", FALSE) AS BOOLEAN)) AS "told"
      FROM "t6" AS "t9"
      GROUP BY
        1,
        2
    ) AS "t15"
      ON "t36"."person_ref" = "t15"."person_ref" AND "t36"."premises" = "t15"."premises"
    INNER JOIN (
      SELECT
        "t1"."person_ref",
        "t1"."since" AS "gone",
        "t1"."until" AS "back"
      FROM "away" AS "t1"
    ) AS "t10"
      ON "t36"."person_ref" = "t10"."person_ref"
  ) AS "t37"
  WHERE
    "t37"."gone" <= "t37"."by"
    AND (
      (
        "t37"."back" IS NULL
      ) OR (
        "t37"."back" > "t37"."qualified"
      )
    )
) AS "t39"
  ON "t15"."ref" = "t39"."ref" AND "t36"."asked_on" = "t39"."asked_on"
