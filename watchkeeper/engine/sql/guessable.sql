-- Printed by tools/print_twins.py from watchkeeper/visits/bulk.py. Change the expression there, not this page.
WITH "t10" AS (
  SELECT
    *
  FROM (
    SELECT
      "t6"."person_ref",
      "t6"."at",
      TRUE AS "seen"
    FROM (
      SELECT
        "t3"."id",
        "t3"."person_ref",
        "t3"."ref",
        "t3"."at",
        "t5"."asked_on",
        "t5"."asked_until",
        "t5"."from_instant",
        "t5"."least",
        "t5"."cell_share",
        "t5"."entropy",
        "t5"."gap_spread",
        "t5"."share",
        "t5"."within",
        "t5"."last_part"
      FROM "seen" AS "t3"
      CROSS JOIN "asked_of_patterns" AS "t5"
    ) AS "t6"
    WHERE
      "t6"."at" < "t6"."asked_until" AND "t6"."at" >= "t6"."from_instant"
  ) AS "t8"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t7"."person_ref",
      "t7"."at",
      FALSE AS "seen"
    FROM (
      SELECT
        "t4"."id",
        "t4"."person_ref",
        "t4"."ref",
        "t4"."at",
        "t4"."address_ref",
        "t4"."purpose",
        "t4"."sought_entry_to_search",
        "t4"."outcome",
        "t4"."notice_hours",
        "t4"."notice_reason",
        "t4"."notice_authorised_by",
        "t4"."crew",
        "t5"."asked_on",
        "t5"."asked_until",
        "t5"."from_instant",
        "t5"."least",
        "t5"."cell_share",
        "t5"."entropy",
        "t5"."gap_spread",
        "t5"."share",
        "t5"."within",
        "t5"."last_part"
      FROM "tried" AS "t4"
      CROSS JOIN "asked_of_patterns" AS "t5"
    ) AS "t7"
    WHERE
      "t7"."at" < "t7"."asked_until"
      AND NOT (
        "t7"."outcome" IN ('seen', 'entered')
      )
      AND "t7"."outcome" <> 'called off'
      AND "t7"."at" >= "t7"."from_instant"
  ) AS "t9"
), "t19" AS (
  SELECT
    "t18"."person_ref",
    "t18"."at",
    "t18"."seen",
    TIMEZONE('Europe/London', TIMEZONE('UTC', "t18"."at")) AS "there"
  FROM (
    SELECT
      "t12"."person_ref",
      "t12"."at",
      "t12"."seen"
    FROM "t10" AS "t12"
    SEMI JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t14"."person_ref",
          "t14"."many",
          "t5"."asked_on",
          "t5"."asked_until",
          "t5"."from_instant",
          "t5"."least",
          "t5"."cell_share",
          "t5"."entropy",
          "t5"."gap_spread",
          "t5"."share",
          "t5"."within",
          "t5"."last_part"
        FROM (
          SELECT
            "t11"."person_ref",
            COUNT(*) AS "many"
          FROM "t10" AS "t11"
          GROUP BY
            1
        ) AS "t14"
        CROSS JOIN "asked_of_patterns" AS "t5"
      ) AS "t15"
      WHERE
        "t15"."many" >= "t15"."least"
    ) AS "t17"
      ON "t12"."person_ref" = "t17"."person_ref"
  ) AS "t18"
), "t26" AS (
  SELECT
    *
  FROM (
    SELECT
      "t22"."person_ref",
      DATE_DIFF(
        'DAY',
        LAG("t22"."day") OVER (
          PARTITION BY "t22"."person_ref"
          ORDER BY "t22"."day" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ),
        "t22"."day"
      ) AS "gap"
    FROM (
      SELECT DISTINCT
        "t20"."person_ref",
        CAST("t20"."there" AS DATE) AS "day"
      FROM "t19" AS "t20"
      WHERE
        "t20"."seen"
    ) AS "t22"
  ) AS "t25"
  WHERE
    "t25"."gap" IS NOT NULL
)
SELECT
  *
FROM (
  SELECT
    "t12"."person_ref",
    "t12"."at",
    "t12"."seen"
  FROM "t10" AS "t12"
  SEMI JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t24"."person_ref"
      FROM (
        SELECT
          "t23"."person_ref",
          "t23"."weekday",
          "t23"."hour",
          "t23"."held",
          "t17"."many",
          "t17"."asked_on",
          "t17"."asked_until",
          "t17"."from_instant",
          "t17"."least",
          "t17"."cell_share",
          "t17"."entropy",
          "t17"."gap_spread",
          "t17"."share",
          "t17"."within",
          "t17"."last_part"
        FROM (
          SELECT
            "t20"."person_ref",
            (
              DAYOFWEEK("t20"."there") + 6
            ) % 7 AS "weekday",
            EXTRACT(hour FROM "t20"."there") AS "hour",
            COUNT(*) AS "held"
          FROM "t19" AS "t20"
          GROUP BY
            1,
            2,
            3
        ) AS "t23"
        INNER JOIN (
          SELECT
            *
          FROM (
            SELECT
              "t14"."person_ref",
              "t14"."many",
              "t5"."asked_on",
              "t5"."asked_until",
              "t5"."from_instant",
              "t5"."least",
              "t5"."cell_share",
              "t5"."entropy",
              "t5"."gap_spread",
              "t5"."share",
              "t5"."within",
              "t5"."last_part"
            FROM (
              SELECT
                "t11"."person_ref",
                COUNT(*) AS "many"
              FROM "t10" AS "t11"
              GROUP BY
                1
            ) AS "t14"
            CROSS JOIN "asked_of_patterns" AS "t5"
          ) AS "t15"
          WHERE
            "t15"."many" >= "t15"."least"
        ) AS "t17"
          ON "t23"."person_ref" = "t17"."person_ref"
      ) AS "t24"
      WHERE
        (
          (
            "t24"."held" / "t24"."many"
          ) >= "t24"."cell_share"
        )
        OR (
          (
            "t24"."held" + (
              1 / "t24"."many"
            )
          ) >= (
            POWER(CAST("t24"."many" AS DOUBLE), (
              1 - "t24"."entropy"
            ))
          )
        )
    ) AS "t29"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t36"."person_ref"
      FROM (
        SELECT
          "t35"."person_ref",
          "t35"."gap",
          "t35"."gaps",
          "t35"."total",
          "t35"."squares",
          "t35"."asked_on",
          "t35"."asked_until",
          "t35"."from_instant",
          "t35"."least",
          "t35"."cell_share",
          "t35"."entropy",
          "t35"."gap_spread",
          "t35"."share",
          "t35"."within",
          "t35"."last_part",
          LEAD(
            "t35"."gap",
            GREATEST(
              CAST(CEIL((
                "t35"."share" * "t35"."gaps"
              ) - (
                1 / "t35"."gaps"
              )) AS BIGINT) - 1,
              0
            )
          ) OVER (
            PARTITION BY "t35"."person_ref"
            ORDER BY "t35"."gap" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "last"
        FROM (
          SELECT
            "t28"."person_ref",
            "t28"."gap",
            "t34"."gaps",
            "t34"."total",
            "t34"."squares",
            "t34"."asked_on",
            "t34"."asked_until",
            "t34"."from_instant",
            "t34"."least",
            "t34"."cell_share",
            "t34"."entropy",
            "t34"."gap_spread",
            "t34"."share",
            "t34"."within",
            "t34"."last_part"
          FROM "t26" AS "t28"
          INNER JOIN (
            SELECT
              *
            FROM (
              SELECT
                "t31"."person_ref",
                "t31"."gaps",
                "t31"."total",
                "t31"."squares",
                "t5"."asked_on",
                "t5"."asked_until",
                "t5"."from_instant",
                "t5"."least",
                "t5"."cell_share",
                "t5"."entropy",
                "t5"."gap_spread",
                "t5"."share",
                "t5"."within",
                "t5"."last_part"
              FROM (
                SELECT
                  "t27"."person_ref",
                  COUNT(*) AS "gaps",
                  SUM("t27"."gap") AS "total",
                  SUM("t27"."gap" * "t27"."gap") AS "squares"
                FROM "t26" AS "t27"
                GROUP BY
                  1
              ) AS "t31"
              CROSS JOIN "asked_of_patterns" AS "t5"
            ) AS "t32"
            WHERE
              (
                "t32"."gaps" + 1
              ) >= "t32"."least"
          ) AS "t34"
            ON "t28"."person_ref" = "t34"."person_ref"
        ) AS "t35"
      ) AS "t36"
      WHERE
        (
          (
            (
              "t36"."gaps" * "t36"."squares"
            ) - (
              "t36"."total" * "t36"."total"
            )
          ) <= (
            (
              "t36"."gap_spread" * "t36"."gap_spread" * (
                "t36"."total" * "t36"."total"
              )
            ) + 1
          )
        )
        OR (
          (
            "t36"."last" <= (
              "t36"."gap" + "t36"."within" + "t36"."within"
            )
          )
          OR (
            (
              "t36"."last" * "t36"."last_part"
            ) <= "t36"."gap"
          )
        )
    ) AS "t37"
  ) AS "t39"
    ON "t12"."person_ref" = "t39"."person_ref"
) AS "t40"
ORDER BY
  "t40"."person_ref" ASC,
  "t40"."at" ASC,
  "t40"."seen" ASC
