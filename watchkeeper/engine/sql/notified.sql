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
    "t4"."late_since",
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "notifications" AS "t3"
  CROSS JOIN "asked" AS "t4"
), "t21" AS (
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
    "t14"."late_since",
    "t14"."prescribed_restarts",
    "t14"."weeks_from",
    "t14"."complete",
    "t19"."person_ref" AS "person_ref_right",
    "t19"."released_on",
    "t19"."detained"
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
      "t8"."late_since",
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
            "t4"."late_since",
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
  ) AS "t19"
    ON "t14"."person_ref" = "t19"."person_ref"
)
SELECT
  "t44"."person_ref",
  "t44"."first_on",
  "t44"."last_on",
  COALESCE("t44"."last_ref", '') AS "last_ref",
  "t44"."last_prescribed_on",
  CASE
    WHEN "t44"."detained" = 1
    THEN "t44"."since_release_on"
    ELSE "t44"."first_on"
  END AS "first_since_release_on",
  CASE
    WHEN (
      "t44"."any_on" IS NULL
    ) OR (
      "t44"."any_on" < "t44"."incomplete_on"
    )
    THEN "t44"."incomplete_on"
    ELSE CAST(NULL AS DATE)
  END AS "incomplete_on",
  COALESCE(
    CASE
      WHEN (
        "t44"."any_on" IS NULL
      ) OR (
        "t44"."any_on" < "t44"."incomplete_on"
      )
      THEN "t44"."incomplete_items"
      ELSE ''
    END,
    ''
  ) AS "incomplete_items",
  COALESCE("t44"."restarts", '') AS "restarts"
FROM (
  SELECT
    "t43".*
    EXCLUDE ("person_ref_right")
  FROM (
    SELECT
      "t42"."person_ref",
      "t42"."first_on",
      "t42"."any_on",
      "t42"."last_prescribed_on",
      "t42"."since_release_on",
      "t42"."detained",
      "t42"."last_on",
      "t42"."last_ref",
      "t42"."restarts",
      "t20"."person_ref" AS "person_ref_right",
      "t20"."incomplete_on",
      "t20"."incomplete_items"
    FROM (
      SELECT
        "t40".*
        EXCLUDE ("person_ref_right")
      FROM (
        SELECT
          "t39"."person_ref",
          "t39"."first_on",
          "t39"."any_on",
          "t39"."last_prescribed_on",
          "t39"."since_release_on",
          "t39"."detained",
          "t39"."last_on",
          "t39"."last_ref",
          "t38"."person_ref" AS "person_ref_right",
          "t38"."restarts"
        FROM (
          SELECT
            "t35".*
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
                    "t22"."person_ref",
                    MIN("t22"."notified_on") AS "first_on",
                    MAX("t22"."notified_on") AS "any_on",
                    MAX("t22"."notified_on") FILTER(WHERE
                      (
                        "t22"."kind" = 'change'
                      )
                      AND "t22"."matter" IN (
                        'bank or card',
                        'child household began',
                        'child household ended',
                        'identity document'
                      )) AS "last_prescribed_on",
                    MIN("t22"."notified_on") FILTER(WHERE
                      "t22"."notified_on" >= "t22"."released_on") AS "since_release_on",
                    COALESCE(MAX("t22"."detained"), 0) AS "detained"
                  FROM "t21" AS "t22"
                  GROUP BY
                    1
                ) AS "t26"
                  ON "t12"."person_ref" = "t26"."person_ref"
              ) AS "t28"
            ) AS "t31"
            LEFT OUTER JOIN (
              SELECT
                "t27"."person_ref",
                "t27"."kept"."notified_on" AS "last_on",
                "t27"."kept"."ref" AS "last_ref"
              FROM (
                SELECT
                  "t25"."person_ref",
                  MAX({'notified_on': "t25"."notified_on", 'ref': "t25"."ref"}) AS "kept"
                FROM (
                  SELECT
                    "t22"."person_ref",
                    "t22"."notified_on",
                    "t22"."ref"
                  FROM "t21" AS "t22"
                  WHERE
                    "t22"."prescribed_restarts"
                    OR NOT (
                      (
                        "t22"."kind" = 'change'
                      )
                      AND "t22"."matter" IN (
                        'bank or card',
                        'child household began',
                        'child household ended',
                        'identity document'
                      )
                    )
                ) AS "t25"
                GROUP BY
                  1
              ) AS "t27"
            ) AS "t33"
              ON "t31"."person_ref" = "t33"."person_ref"
          ) AS "t35"
        ) AS "t39"
        LEFT OUTER JOIN (
          SELECT
            "t34"."person_ref",
            LISTAGG(CAST("t34"."notified_on" AS TEXT), ';' ORDER BY "t34"."notified_on" ASC) AS "restarts"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t24"."person_ref",
                "t24"."notified_on",
                "t24"."late_since",
                MAX("t24"."notified_on") FILTER(WHERE
                  "t24"."notified_on" <= "t24"."late_since") OVER (
                  PARTITION BY "t24"."person_ref"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS "before"
              FROM (
                SELECT DISTINCT
                  "t22"."person_ref",
                  "t22"."notified_on",
                  "t22"."late_since"
                FROM "t21" AS "t22"
                WHERE
                  "t22"."prescribed_restarts"
                  OR NOT (
                    (
                      "t22"."kind" = 'change'
                    )
                    AND "t22"."matter" IN (
                      'bank or card',
                      'child household began',
                      'child household ended',
                      'identity document'
                    )
                  )
              ) AS "t24"
            ) AS "t29"
            WHERE
              (
                "t29"."notified_on" > "t29"."late_since"
              )
              OR (
                "t29"."notified_on" = "t29"."before"
              )
          ) AS "t34"
          GROUP BY
            1
        ) AS "t38"
          ON "t39"."person_ref" = "t38"."person_ref"
      ) AS "t40"
    ) AS "t42"
    LEFT OUTER JOIN (
      SELECT
        "t16"."person_ref",
        "t16"."kept"."notified_on" AS "incomplete_on",
        "t16"."kept"."items_missing" AS "incomplete_items"
      FROM (
        SELECT
          "t13"."person_ref",
          MAX(
            {'notified_on': "t13"."notified_on", 'ref': "t13"."ref", 'id': "t13"."id", 'kind': "t13"."kind", 'matter': "t13"."matter", 'happened_on': "t13"."happened_on", 'stated_for': "t13"."stated_for", 'items_missing': "t13"."items_missing", 'asked_on': "t13"."asked_on", 'asked_until': "t13"."asked_until", 'announced_since': "t13"."announced_since", 'announced_from': "t13"."announced_from", 'counted_from': "t13"."counted_from", 'dynamic_instruments': "t13"."dynamic_instruments", 'late_since': "t13"."late_since", 'prescribed_restarts': "t13"."prescribed_restarts", 'weeks_from': "t13"."weeks_from", 'complete': "t13"."complete"}
          ) AS "kept"
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
            "t8"."late_since",
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
        GROUP BY
          1
      ) AS "t16"
    ) AS "t20"
      ON "t42"."person_ref" = "t20"."person_ref"
  ) AS "t43"
) AS "t44"
ORDER BY
  "t44"."person_ref" ASC
