-- Printed by tools/print_twins.py from watchkeeper/missing/bulk.py. Change the expression there, not this page.
WITH "t17" AS (
  SELECT
    "t10"."id",
    "t10"."ref",
    "t10"."missing_ref",
    "t10"."on",
    "t10"."by",
    "t10"."pack",
    "t10"."points",
    "t10"."by_tool",
    "t10"."band",
    "t10"."active",
    "t10"."potential",
    "t10"."provisional",
    "t10"."review_months",
    "t9"."asked_on",
    "t9"."asked_at",
    "t9"."child_days"
  FROM "exploitation_screenings" AS "t10"
  CROSS JOIN "asked" AS "t9"
)
SELECT DISTINCT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t21"."missing_ref"
        FROM "t17" AS "t21"
        WHERE
          "t21"."on" <= "t21"."asked_on"
          AND (
            COALESCE("t21"."active", TRUE) OR COALESCE("t21"."potential", TRUE)
          )
      ) AS "t27"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t16"."missing_ref"
        FROM (
          SELECT
            "t8"."id",
            "t8"."ref",
            "t8"."missing_ref",
            "t8"."kind",
            "t8"."on",
            "t8"."owner",
            "t8"."review_on",
            "t8"."until",
            "t8"."by",
            "t8"."reviewed_on",
            "t9"."asked_on",
            "t9"."asked_at",
            "t9"."child_days"
          FROM "exploitation_flags" AS "t8"
          CROSS JOIN "asked" AS "t9"
        ) AS "t16"
        WHERE
          "t16"."on" <= "t16"."asked_on"
          AND (
            (
              "t16"."until" IS NULL
            ) OR (
              "t16"."until" > "t16"."asked_on"
            )
          )
      ) AS "t24"
    ) AS "t29"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t15"."missing_ref"
      FROM (
        SELECT
          "t7"."id",
          "t7"."ref",
          "t7"."missing_ref",
          "t7"."kind",
          "t7"."on",
          "t7"."by",
          "t9"."asked_on",
          "t9"."asked_at",
          "t9"."child_days"
        FROM "exploitation_steps" AS "t7"
        CROSS JOIN "asked" AS "t9"
      ) AS "t15"
      WHERE
        "t15"."on" <= "t15"."asked_on"
        AND "t15"."kind" = 'believed to be a victim of modern slavery'
    ) AS "t23"
  ) AS "t32"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t39"."missing_ref"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t36"."missing_ref",
          "t36"."at",
          "t34"."last_on"
        FROM (
          SELECT
            "t28"."missing_ref",
            MAX("t28"."at") AS "at"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."missing_ref",
                "t5"."reported_at" AS "at"
              FROM "missing_episodes" AS "t5"
            ) AS "t12"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t19"."missing_ref",
                "t20"."at"
              FROM (
                SELECT
                  "t6"."episode_ref",
                  "t6"."at"
                FROM "missing_sightings" AS "t6"
              ) AS "t20"
              INNER JOIN (
                SELECT
                  "t5"."ref",
                  "t5"."missing_ref"
                FROM "missing_episodes" AS "t5"
              ) AS "t19"
                ON "t20"."episode_ref" = "t19"."ref"
            ) AS "t26"
          ) AS "t28"
          GROUP BY
            1
        ) AS "t36"
        LEFT OUTER JOIN (
          SELECT
            "t25"."missing_ref",
            MAX("t25"."on") AS "last_on"
          FROM (
            SELECT
              *
            FROM "t17" AS "t21"
            WHERE
              "t21"."on" <= "t21"."asked_on"
          ) AS "t25"
          GROUP BY
            1
        ) AS "t34"
          ON "t36"."missing_ref" = "t34"."missing_ref"
      ) AS "t37"
      WHERE
        (
          "t37"."last_on" IS NULL
        )
        OR (
          CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t37"."at")) AS DATE) > "t37"."last_on"
        )
    ) AS "t39"
    ANTI JOIN (
      SELECT
        *
      FROM (
        SELECT
          "t18"."whose",
          "t18"."born_on",
          "t9"."asked_on",
          "t9"."asked_at",
          "t9"."child_days"
        FROM (
          SELECT
            "t4"."ref" AS "whose",
            "t4"."born_on"
          FROM "missing_people" AS "t4"
        ) AS "t18"
        CROSS JOIN "asked" AS "t9"
      ) AS "t22"
      WHERE
        "t22"."born_on" IS NOT NULL
        AND DATE_DIFF('DAY', "t22"."born_on", "t22"."asked_on") >= "t22"."child_days"
    ) AS "t33"
      ON "t39"."missing_ref" = "t33"."whose"
  ) AS "t40"
) AS "t41"
ORDER BY
  "t41"."missing_ref" ASC
