-- Printed by tools/print_twins.py from watchkeeper/missing/bulk.py. Change the expression there, not this page.
WITH "t29" AS (
  SELECT
    "t24"."episode_ref",
    MAX("t24"."at") AS "found",
    BOOL_OR(CAST("t24"."how" <> 'found dead' AS BOOLEAN)) AS "alive"
  FROM (
    SELECT
      "t19"."id",
      "t19"."ref",
      "t19"."episode_ref",
      "t19"."at",
      "t19"."how",
      "t19"."postcode"
    FROM (
      SELECT
        "t12"."id",
        "t12"."ref",
        "t12"."episode_ref",
        "t12"."at",
        "t12"."how",
        "t12"."postcode",
        "t10"."asked_on",
        "t10"."asked_at",
        "t10"."child_days"
      FROM "missing_finds" AS "t12"
      CROSS JOIN "asked" AS "t10"
    ) AS "t19"
    WHERE
      "t19"."at" <= "t19"."asked_at"
  ) AS "t24"
  GROUP BY
    1
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
          "t26"."ref" AS "episode_ref"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."id",
              "t8"."ref",
              "t8"."missing_ref",
              "t8"."reported_at",
              "t8"."unit",
              "t8"."postcode",
              "t10"."asked_on",
              "t10"."asked_at",
              "t10"."child_days"
            FROM "missing_episodes" AS "t8"
            CROSS JOIN "asked" AS "t10"
          ) AS "t16"
          WHERE
            "t16"."reported_at" <= "t16"."asked_at"
        ) AS "t26"
        ANTI JOIN "t29" AS "t31"
          ON "t26"."ref" = "t31"."episode_ref"
      ) AS "t34"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t33"."episode_ref"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."id",
              "t8"."ref",
              "t8"."missing_ref",
              "t8"."reported_at",
              "t8"."unit",
              "t8"."postcode",
              "t10"."asked_on",
              "t10"."asked_at",
              "t10"."child_days"
            FROM "missing_episodes" AS "t8"
            CROSS JOIN "asked" AS "t10"
          ) AS "t16"
          WHERE
            "t16"."reported_at" <= "t16"."asked_at"
        ) AS "t26"
        INNER JOIN (
          SELECT
            *
          FROM "t29" AS "t30"
          WHERE
            "t30"."alive"
        ) AS "t33"
          ON "t26"."ref" = "t33"."episode_ref"
        LEFT OUTER JOIN (
          SELECT
            "t0"."ref" AS "whose",
            "t0"."born_on"
          FROM "missing_people" AS "t0"
        ) AS "t14"
          ON "t26"."missing_ref" = "t14"."whose"
        ANTI JOIN (
          SELECT
            "t18"."id",
            "t18"."ref",
            "t18"."episode_ref",
            "t18"."at",
            "t18"."in_person"
          FROM (
            SELECT
              "t11"."id",
              "t11"."ref",
              "t11"."episode_ref",
              "t11"."at",
              "t11"."in_person",
              "t10"."asked_on",
              "t10"."asked_at",
              "t10"."child_days"
            FROM "prevention_interviews" AS "t11"
            CROSS JOIN "asked" AS "t10"
          ) AS "t18"
          WHERE
            "t18"."at" <= "t18"."asked_at" AND COALESCE("t18"."in_person", FALSE)
        ) AS "t28"
          ON "t33"."episode_ref" = "t28"."episode_ref" AND "t28"."at" >= "t33"."found"
      ) AS "t36"
    ) AS "t37"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t39"."episode_ref"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t26"."id",
            "t26"."ref",
            "t26"."missing_ref",
            "t26"."reported_at",
            "t26"."unit",
            "t26"."postcode",
            "t26"."asked_on",
            "t26"."asked_at",
            "t26"."child_days",
            "t33"."episode_ref",
            "t33"."found",
            "t33"."alive",
            "t14"."whose",
            "t14"."born_on"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t8"."id",
                "t8"."ref",
                "t8"."missing_ref",
                "t8"."reported_at",
                "t8"."unit",
                "t8"."postcode",
                "t10"."asked_on",
                "t10"."asked_at",
                "t10"."child_days"
              FROM "missing_episodes" AS "t8"
              CROSS JOIN "asked" AS "t10"
            ) AS "t16"
            WHERE
              "t16"."reported_at" <= "t16"."asked_at"
          ) AS "t26"
          INNER JOIN (
            SELECT
              *
            FROM "t29" AS "t30"
            WHERE
              "t30"."alive"
          ) AS "t33"
            ON "t26"."ref" = "t33"."episode_ref"
          LEFT OUTER JOIN (
            SELECT
              "t0"."ref" AS "whose",
              "t0"."born_on"
            FROM "missing_people" AS "t0"
          ) AS "t14"
            ON "t26"."missing_ref" = "t14"."whose"
        ) AS "t35"
        WHERE
          (
            "t35"."born_on" IS NULL
          )
          OR (
            DATE_DIFF('DAY', "t35"."born_on", CAST("t35"."reported_at" AS DATE)) < "t35"."child_days"
          )
      ) AS "t39"
      ANTI JOIN (
        SELECT
          "t17"."id",
          "t17"."ref",
          "t17"."episode_ref",
          "t17"."at"
        FROM (
          SELECT
            "t9"."id",
            "t9"."ref",
            "t9"."episode_ref",
            "t9"."at",
            "t10"."asked_on",
            "t10"."asked_at",
            "t10"."child_days"
          FROM "authorities_told" AS "t9"
          CROSS JOIN "asked" AS "t10"
        ) AS "t17"
        WHERE
          "t17"."at" <= "t17"."asked_at"
      ) AS "t27"
        ON "t39"."episode_ref" = "t27"."episode_ref" AND "t27"."at" >= "t39"."found"
    ) AS "t41"
  ) AS "t42"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t39"."episode_ref"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t26"."id",
          "t26"."ref",
          "t26"."missing_ref",
          "t26"."reported_at",
          "t26"."unit",
          "t26"."postcode",
          "t26"."asked_on",
          "t26"."asked_at",
          "t26"."child_days",
          "t33"."episode_ref",
          "t33"."found",
          "t33"."alive",
          "t14"."whose",
          "t14"."born_on"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t8"."id",
              "t8"."ref",
              "t8"."missing_ref",
              "t8"."reported_at",
              "t8"."unit",
              "t8"."postcode",
              "t10"."asked_on",
              "t10"."asked_at",
              "t10"."child_days"
            FROM "missing_episodes" AS "t8"
            CROSS JOIN "asked" AS "t10"
          ) AS "t16"
          WHERE
            "t16"."reported_at" <= "t16"."asked_at"
        ) AS "t26"
        INNER JOIN (
          SELECT
            *
          FROM "t29" AS "t30"
          WHERE
            "t30"."alive"
        ) AS "t33"
          ON "t26"."ref" = "t33"."episode_ref"
        LEFT OUTER JOIN (
          SELECT
            "t0"."ref" AS "whose",
            "t0"."born_on"
          FROM "missing_people" AS "t0"
        ) AS "t14"
          ON "t26"."missing_ref" = "t14"."whose"
      ) AS "t35"
      WHERE
        (
          "t35"."born_on" IS NULL
        )
        OR (
          DATE_DIFF('DAY', "t35"."born_on", CAST("t35"."reported_at" AS DATE)) < "t35"."child_days"
        )
    ) AS "t39"
    ANTI JOIN (
      SELECT
        "t15"."id",
        "t15"."ref",
        "t15"."episode_ref",
        "t15"."at",
        "t15"."step"
      FROM (
        SELECT
          "t7"."id",
          "t7"."ref",
          "t7"."episode_ref",
          "t7"."at",
          "t7"."step",
          "t10"."asked_on",
          "t10"."asked_at",
          "t10"."child_days"
        FROM "return_interviews" AS "t7"
        CROSS JOIN "asked" AS "t10"
      ) AS "t15"
      WHERE
        "t15"."at" <= "t15"."asked_at" AND "t15"."step" IN ('held', 'refused')
    ) AS "t25"
      ON "t39"."episode_ref" = "t25"."episode_ref" AND "t25"."at" >= "t39"."found"
  ) AS "t40"
) AS "t43"
ORDER BY
  "t43"."episode_ref" ASC
