-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_patterns.py. Change the expression there, not this page.
WITH "t12" AS (
  SELECT
    "t11"."person_ref",
    "t11"."asked_on",
    "t11"."many"
  FROM (
    SELECT
      "t10"."person_ref",
      "t10"."asked_on",
      "t10"."pattern_least",
      COUNT(*) AS "many"
    FROM (
      SELECT
        "t3"."person_ref",
        "t3"."at",
        "t3"."day",
        "t3"."seen",
        "t3"."there",
        "t7"."pattern_after",
        "t7"."pattern_least",
        "t7"."asked_on"
      FROM "knocked_dated" AS "t3"
      INNER JOIN (
        SELECT
          "t1"."pattern_after",
          "t1"."pattern_least",
          "t1"."asked_on"
        FROM "days" AS "t1"
      ) AS "t7"
        ON "t3"."day" <= "t7"."asked_on" AND "t3"."day" > "t7"."pattern_after"
    ) AS "t10"
    GROUP BY
      1,
      2,
      3
  ) AS "t11"
  WHERE
    "t11"."many" >= "t11"."pattern_least"
), "t17" AS (
  SELECT
    "t3"."person_ref",
    "t3"."at",
    "t3"."day",
    "t3"."seen",
    "t3"."there",
    "t7"."pattern_after",
    "t7"."pattern_least",
    "t7"."asked_on"
  FROM "knocked_dated" AS "t3"
  INNER JOIN (
    SELECT
      "t1"."pattern_after",
      "t1"."pattern_least",
      "t1"."asked_on"
    FROM "days" AS "t1"
  ) AS "t7"
    ON "t3"."day" <= "t7"."asked_on" AND "t3"."day" > "t7"."pattern_after"
  SEMI JOIN "t12" AS "t15"
    ON "t3"."person_ref" = "t15"."person_ref" AND "t7"."asked_on" = "t15"."asked_on"
), "t28" AS (
  SELECT
    "t27"."person_ref",
    "t27"."asked_on",
    "t27"."gap",
    "t27"."limit",
    "t27"."pattern_last_part",
    "t27"."pattern_within",
    AVG("t27"."gap") OVER (
      PARTITION BY "t27"."person_ref", "t27"."asked_on"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "mean"
  FROM (
    SELECT
      "t26"."person_ref",
      "t26"."asked_on",
      "t26"."gap",
      "t18"."limit",
      "t18"."pattern_last_part",
      "t18"."pattern_within"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t20"."person_ref",
          "t20"."asked_on",
          DATE_DIFF(
            'DAY',
            LAG("t20"."day") OVER (
              PARTITION BY "t20"."person_ref", "t20"."asked_on"
              ORDER BY "t20"."day" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ),
            "t20"."day"
          ) AS "gap"
        FROM (
          SELECT DISTINCT
            "t19"."person_ref",
            "t19"."asked_on",
            "t19"."day"
          FROM "t17" AS "t19"
          WHERE
            "t19"."seen"
        ) AS "t20"
      ) AS "t22"
      WHERE
        "t22"."gap" IS NOT NULL
    ) AS "t26"
    INNER JOIN (
      SELECT
        "t9"."person_ref",
        "t9"."asked_on",
        DATE_DIFF(
          'DAY',
          COALESCE("t9"."seen_on", "t9"."asked_on"),
          COALESCE("t9"."seen_on", "t9"."asked_on") + TO_MONTHS("t9"."visit_months")
        ) AS "limit",
        "t8"."pattern_last_part",
        "t8"."pattern_within"
      FROM (
        SELECT
          *
        FROM "stood" AS "t0"
        WHERE
          NOT (
            "t0"."away"
          ) AND NOT (
            "t0"."reactive"
          )
      ) AS "t9"
      INNER JOIN "t12" AS "t14"
        ON "t9"."person_ref" = "t14"."person_ref" AND "t9"."asked_on" = "t14"."asked_on"
      INNER JOIN (
        SELECT
          "t1"."asked_on",
          "t1"."pattern_after",
          "t1"."pattern_least",
          "t1"."pattern_cell",
          "t1"."pattern_entropy",
          "t1"."pattern_spread",
          "t1"."pattern_guess",
          "t1"."pattern_within",
          "t1"."pattern_last_part",
          "t1"."pattern_deadline"
        FROM "days" AS "t1"
      ) AS "t8"
        ON "t9"."asked_on" = "t8"."asked_on"
    ) AS "t18"
      ON "t26"."person_ref" = "t18"."person_ref" AND "t26"."asked_on" = "t18"."asked_on"
  ) AS "t27"
), "t30" AS (
  SELECT
    "t29"."person_ref",
    "t29"."asked_on",
    "t29"."gap",
    "t29"."pattern_within",
    COUNT(*) AS "many"
  FROM "t28" AS "t29"
  GROUP BY
    1,
    2,
    3,
    4
)
SELECT
  "t47"."asked_on",
  "t47"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t47"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t47"."unit"
  END AS "unit",
  COALESCE(
    (
      (
        "t47"."most" / "t47"."many"
      ) >= "t47"."pattern_cell"
    )
    OR (
      (
        1.0 - (
          "t47"."told" / (
            "t47"."many" * LN(CAST("t47"."many" AS DOUBLE))
          )
        )
      ) <= "t47"."pattern_entropy"
    )
    OR COALESCE(
      (
        (
          "t47"."gaps" + 1
        ) >= "t47"."pattern_least"
      )
      AND (
        (
          "t47"."spread" <= "t47"."pattern_spread"
        )
        OR (
          (
            "t47"."hits" / "t47"."gaps"
          ) >= "t47"."pattern_guess"
        )
        OR (
          (
            "t47"."late" / "t47"."gaps"
          ) >= "t47"."pattern_deadline"
        )
      ),
      FALSE
    ),
    FALSE
  ) AS "counts",
  CAST(NULL AS BIGINT) AS "days"
FROM (
  SELECT
    "t46".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t9"."person_ref",
      "t9"."asked_on",
      "t9"."unit",
      "t14"."many",
      DATE_DIFF(
        'DAY',
        COALESCE("t9"."seen_on", "t9"."asked_on"),
        COALESCE("t9"."seen_on", "t9"."asked_on") + TO_MONTHS("t9"."visit_months")
      ) AS "limit",
      "t8"."pattern_after",
      "t8"."pattern_least",
      "t8"."pattern_cell",
      "t8"."pattern_entropy",
      "t8"."pattern_spread",
      "t8"."pattern_guess",
      "t8"."pattern_within",
      "t8"."pattern_last_part",
      "t8"."pattern_deadline",
      "t24"."most",
      "t24"."told",
      "t45"."person_ref" AS "person_ref_right",
      "t45"."asked_on" AS "asked_on_right",
      "t45"."gaps",
      "t45"."spread",
      "t45"."late",
      "t45"."hits"
    FROM (
      SELECT
        *
      FROM "stood" AS "t0"
      WHERE
        NOT (
          "t0"."away"
        ) AND NOT (
          "t0"."reactive"
        )
    ) AS "t9"
    INNER JOIN "t12" AS "t14"
      ON "t9"."person_ref" = "t14"."person_ref" AND "t9"."asked_on" = "t14"."asked_on"
    INNER JOIN (
      SELECT
        "t1"."asked_on",
        "t1"."pattern_after",
        "t1"."pattern_least",
        "t1"."pattern_cell",
        "t1"."pattern_entropy",
        "t1"."pattern_spread",
        "t1"."pattern_guess",
        "t1"."pattern_within",
        "t1"."pattern_last_part",
        "t1"."pattern_deadline"
      FROM "days" AS "t1"
    ) AS "t8"
      ON "t9"."asked_on" = "t8"."asked_on"
    INNER JOIN (
      SELECT
        "t21"."person_ref",
        "t21"."asked_on",
        MAX("t21"."held") AS "most",
        SUM("t21"."held" * LN(CAST("t21"."held" AS DOUBLE))) AS "told"
      FROM (
        SELECT
          "t19"."person_ref",
          "t19"."asked_on",
          (
            DAYOFWEEK("t19"."there") + 6
          ) % 7 AS "weekday",
          EXTRACT(hour FROM "t19"."there") AS "hour",
          COUNT(*) AS "held"
        FROM "t17" AS "t19"
        GROUP BY
          1,
          2,
          3,
          4
      ) AS "t21"
      GROUP BY
        1,
        2
    ) AS "t24"
      ON "t9"."person_ref" = "t24"."person_ref" AND "t9"."asked_on" = "t24"."asked_on"
    LEFT OUTER JOIN (
      SELECT
        "t43".*
        EXCLUDE ("asked_on_right", "person_ref_right")
      FROM (
        SELECT
          "t37"."person_ref",
          "t37"."asked_on",
          "t37"."gaps",
          "t37"."spread",
          "t37"."late",
          "t42"."person_ref" AS "person_ref_right",
          "t42"."asked_on" AS "asked_on_right",
          "t42"."hits"
        FROM (
          SELECT
            "t35"."person_ref",
            "t35"."asked_on",
            "t35"."gaps",
            "t35"."even" AS "spread",
            "t35"."late"
          FROM (
            SELECT
              "t29"."person_ref",
              "t29"."asked_on",
              COUNT(*) AS "gaps",
              SQRT(AVG((
                "t29"."gap" - "t29"."mean"
              ) * (
                "t29"."gap" - "t29"."mean"
              ))) / MAX("t29"."mean") AS "even",
              SUM(
                CAST((
                  (
                    "t29"."pattern_last_part" * "t29"."limit"
                  ) <= "t29"."gap"
                )
                AND (
                  "t29"."gap" <= "t29"."limit"
                ) AS BIGINT)
              ) AS "late"
            FROM "t28" AS "t29"
            GROUP BY
              1,
              2
          ) AS "t35"
        ) AS "t37"
        LEFT OUTER JOIN (
          SELECT
            "t40"."person_ref",
            "t40"."asked_on",
            MAX("t40"."hits") AS "hits"
          FROM (
            SELECT
              "t39"."person_ref",
              "t39"."asked_on",
              "t39"."gap",
              SUM("t39"."some") AS "hits"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t32"."person_ref",
                  "t32"."asked_on",
                  "t32"."gap",
                  "t32"."pattern_within",
                  "t32"."many",
                  "t34"."near",
                  "t34"."some"
                FROM "t30" AS "t32"
                INNER JOIN (
                  SELECT
                    "t31"."person_ref",
                    "t31"."asked_on",
                    "t31"."gap" AS "near",
                    "t31"."many" AS "some"
                  FROM "t30" AS "t31"
                ) AS "t34"
                  ON "t32"."person_ref" = "t34"."person_ref" AND "t32"."asked_on" = "t34"."asked_on"
              ) AS "t38"
              WHERE
                "t38"."near" >= "t38"."gap"
                AND "t38"."near" <= (
                  "t38"."gap" + (
                    "t38"."pattern_within" * 2
                  )
                )
            ) AS "t39"
            GROUP BY
              1,
              2,
              3
          ) AS "t40"
          GROUP BY
            1,
            2
        ) AS "t42"
          ON "t37"."person_ref" = "t42"."person_ref" AND "t37"."asked_on" = "t42"."asked_on"
      ) AS "t43"
    ) AS "t45"
      ON "t9"."person_ref" = "t45"."person_ref" AND "t9"."asked_on" = "t45"."asked_on"
  ) AS "t46"
) AS "t47"
