-- Printed by tools/print_twins.py from watchkeeper/registers/bulk.py. Change the expression there, not this page.
WITH "t6" AS (
  SELECT
    "t3"."id",
    "t3"."person_ref",
    "t3"."ref",
    "t3"."notified_on",
    "t3"."kind",
    "t3"."matter",
    "t3"."happened_on",
    "t3"."stated_for",
    "t3"."items_missing",
    "t4"."asked_on",
    "t4"."asked_until",
    "t4"."announced_since",
    "t4"."announced_from",
    "t4"."counted_from",
    "t4"."dynamic_instruments",
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "notifications" AS "t3"
  CROSS JOIN "asked" AS "t4"
), "t22" AS (
  SELECT
    "t14"."id",
    "t14"."person_ref",
    "t14"."ref",
    "t14"."notified_on",
    "t14"."kind",
    "t14"."matter",
    "t14"."happened_on",
    "t14"."stated_for",
    "t14"."items_missing",
    "t14"."asked_on",
    "t14"."asked_until",
    "t14"."announced_since",
    "t14"."announced_from",
    "t14"."counted_from",
    "t14"."dynamic_instruments",
    "t14"."prescribed_restarts",
    "t14"."weeks_from",
    "t14"."complete",
    "t18"."person_ref" AS "person_ref_right",
    "t18"."released_on",
    "t18"."detained"
  FROM (
    SELECT
      "t8"."id",
      "t8"."person_ref",
      "t8"."ref",
      "t8"."notified_on",
      "t8"."kind",
      "t8"."matter",
      "t8"."happened_on",
      "t8"."stated_for",
      "t8"."items_missing",
      "t8"."asked_on",
      "t8"."asked_until",
      "t8"."announced_since",
      "t8"."announced_from",
      "t8"."counted_from",
      "t8"."dynamic_instruments",
      "t8"."prescribed_restarts",
      "t8"."weeks_from",
      NOT (
        REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
      ) AS "complete"
    FROM "t6" AS "t8"
    WHERE
      "t8"."notified_on" <= "t8"."asked_on"
      AND NOT (
        REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
      )
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t15"."person_ref",
      CASE WHEN "t15"."served" = 1 THEN "t15"."from_sentence" ELSE "t15"."from_any" END AS "released_on",
      1 AS "detained"
    FROM (
      SELECT
        "t9"."person_ref",
        MAX(CAST("t9"."kind" IN ('custody', 'hospital') AS TINYINT)) AS "served",
        MIN("t9"."until") FILTER(WHERE
          (
            "t9"."until" <= "t9"."asked_on"
          ) AND "t9"."kind" IN ('custody', 'hospital')) AS "from_sentence",
        MIN("t9"."until") FILTER(WHERE
          "t9"."until" <= "t9"."asked_on") AS "from_any"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."id",
            "t5"."person_ref",
            "t5"."ref",
            "t5"."kind",
            "t5"."since",
            "t5"."until",
            "t4"."asked_on",
            "t4"."asked_until",
            "t4"."announced_since",
            "t4"."announced_from",
            "t4"."counted_from",
            "t4"."dynamic_instruments",
            "t4"."prescribed_restarts",
            "t4"."weeks_from"
          FROM "away" AS "t5"
          CROSS JOIN "asked" AS "t4"
        ) AS "t7"
        WHERE
          "t7"."kind" IN ('remand', 'custody', 'hospital')
          AND "t7"."since" <= "t7"."asked_on"
      ) AS "t9"
      GROUP BY
        1
    ) AS "t15"
  ) AS "t18"
    ON "t14"."person_ref" = "t18"."person_ref"
)
SELECT
  "t38"."person_ref",
  "t38"."first_on",
  "t38"."last_on",
  COALESCE("t38"."last_ref", '') AS "last_ref",
  "t38"."last_prescribed_on",
  CASE
    WHEN "t38"."detained" = 1
    THEN "t38"."since_release_on"
    ELSE "t38"."first_on"
  END AS "first_since_release_on",
  CASE
    WHEN (
      "t38"."any_on" IS NULL
    ) OR (
      "t38"."any_on" < "t38"."incomplete_on"
    )
    THEN "t38"."incomplete_on"
    ELSE CAST(NULL AS DATE)
  END AS "incomplete_on",
  COALESCE(
    CASE
      WHEN (
        "t38"."any_on" IS NULL
      ) OR (
        "t38"."any_on" < "t38"."incomplete_on"
      )
      THEN "t38"."incomplete_items"
      ELSE ''
    END,
    ''
  ) AS "incomplete_items"
FROM (
  SELECT
    "t37".*
    EXCLUDE ("person_ref_right")
  FROM (
    SELECT
      "t36"."person_ref",
      "t36"."first_on",
      "t36"."any_on",
      "t36"."last_prescribed_on",
      "t36"."since_release_on",
      "t36"."detained",
      "t36"."last_on",
      "t36"."last_ref",
      "t23"."person_ref" AS "person_ref_right",
      "t23"."incomplete_on",
      "t23"."incomplete_items"
    FROM (
      SELECT
        "t34".*
        EXCLUDE ("person_ref_right")
      FROM (
        SELECT
          "t31"."person_ref",
          "t31"."first_on",
          "t31"."any_on",
          "t31"."last_prescribed_on",
          "t31"."since_release_on",
          "t31"."detained",
          "t33"."person_ref" AS "person_ref_right",
          "t33"."last_on",
          "t33"."last_ref"
        FROM (
          SELECT
            "t28".*
            EXCLUDE ("person_ref_right")
          FROM (
            SELECT
              "t12"."person_ref",
              "t26"."person_ref" AS "person_ref_right",
              "t26"."first_on",
              "t26"."any_on",
              "t26"."last_prescribed_on",
              "t26"."since_release_on",
              "t26"."detained"
            FROM (
              SELECT DISTINCT
                "t8"."person_ref"
              FROM "t6" AS "t8"
              WHERE
                "t8"."notified_on" <= "t8"."asked_on"
            ) AS "t12"
            LEFT OUTER JOIN (
              SELECT
                "t24"."person_ref",
                MIN("t24"."notified_on") AS "first_on",
                MAX("t24"."notified_on") AS "any_on",
                MAX("t24"."notified_on") FILTER(WHERE
                  (
                    "t24"."kind" = 'change'
                  )
                  AND "t24"."matter" IN (
                    'bank or card',
                    'child household began',
                    'child household ended',
                    'identity document'
                  )) AS "last_prescribed_on",
                MIN("t24"."notified_on") FILTER(WHERE
                  "t24"."notified_on" >= "t24"."released_on") AS "since_release_on",
                COALESCE(MAX("t24"."detained"), 0) AS "detained"
              FROM "t22" AS "t24"
              GROUP BY
                1
            ) AS "t26"
              ON "t12"."person_ref" = "t26"."person_ref"
          ) AS "t28"
        ) AS "t31"
        LEFT OUTER JOIN (
          SELECT
            "t30"."person_ref",
            "t30"."notified_on" AS "last_on",
            "t30"."ref" AS "last_ref"
          FROM (
            SELECT
              "t27"."person_ref",
              "t27"."notified_on",
              "t27"."ref",
              ROW_NUMBER() OVER (
                PARTITION BY "t27"."person_ref"
                ORDER BY "t27"."notified_on" DESC, "t27"."ref" DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "place"
            FROM (
              SELECT
                "t24"."person_ref",
                "t24"."notified_on",
                "t24"."ref"
              FROM "t22" AS "t24"
              WHERE
                "t24"."prescribed_restarts"
                OR NOT (
                  (
                    "t24"."kind" = 'change'
                  )
                  AND "t24"."matter" IN (
                    'bank or card',
                    'child household began',
                    'child household ended',
                    'identity document'
                  )
                )
            ) AS "t27"
          ) AS "t30"
          WHERE
            "t30"."place" = 0
        ) AS "t33"
          ON "t31"."person_ref" = "t33"."person_ref"
      ) AS "t34"
    ) AS "t36"
    LEFT OUTER JOIN (
      SELECT
        "t20"."person_ref",
        "t20"."notified_on" AS "incomplete_on",
        "t20"."items_missing" AS "incomplete_items"
      FROM (
        SELECT
          "t19".*
          EXCLUDE ("place")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t13"."id",
              "t13"."person_ref",
              "t13"."ref",
              "t13"."notified_on",
              "t13"."kind",
              "t13"."matter",
              "t13"."happened_on",
              "t13"."stated_for",
              "t13"."items_missing",
              "t13"."asked_on",
              "t13"."asked_until",
              "t13"."announced_since",
              "t13"."announced_from",
              "t13"."counted_from",
              "t13"."dynamic_instruments",
              "t13"."prescribed_restarts",
              "t13"."weeks_from",
              "t13"."complete",
              ROW_NUMBER() OVER (
                PARTITION BY "t13"."person_ref"
                ORDER BY "t13"."notified_on" DESC, "t13"."ref" DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "place"
            FROM (
              SELECT
                "t8"."id",
                "t8"."person_ref",
                "t8"."ref",
                "t8"."notified_on",
                "t8"."kind",
                "t8"."matter",
                "t8"."happened_on",
                "t8"."stated_for",
                "t8"."items_missing",
                "t8"."asked_on",
                "t8"."asked_until",
                "t8"."announced_since",
                "t8"."announced_from",
                "t8"."counted_from",
                "t8"."dynamic_instruments",
                "t8"."prescribed_restarts",
                "t8"."weeks_from",
                NOT (
                  REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
                ) AS "complete"
              FROM "t6" AS "t8"
              WHERE
                "t8"."notified_on" <= "t8"."asked_on"
                AND NOT (
                  NOT (
                    REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
                  )
                )
            ) AS "t13"
          ) AS "t16"
          WHERE
            "t16"."place" = 0
        ) AS "t19"
      ) AS "t20"
    ) AS "t23"
      ON "t36"."person_ref" = "t23"."person_ref"
  ) AS "t37"
) AS "t38"
ORDER BY
  "t38"."person_ref" ASC
