-- Printed by tools/print_twins.py from watchkeeper/inspection/bulk.py. Change the expression there, not this page.
WITH "t14" AS (
  SELECT
    "t8"."id",
    "t8"."person_ref",
    "t8"."ref",
    "t8"."at",
    "t8"."address_ref",
    "t8"."purpose",
    "t8"."sought_entry_to_search",
    "t8"."outcome",
    "t8"."notice_hours",
    "t8"."notice_reason",
    "t8"."notice_authorised_by",
    "t8"."crew",
    "t7"."asked_on",
    "t7"."announced_since",
    "t7"."dynamic_instruments",
    "t7"."prescribed_restarts",
    "t7"."weeks_from"
  FROM "tried" AS "t8"
  CROSS JOIN "asked" AS "t7"
)
SELECT
  *
FROM (
  SELECT
    "t29"."signal",
    "t29"."unit",
    "t29"."week",
    COUNT(*) AS "many"
  FROM (
    SELECT
      "t28"."person_ref",
      "t28"."day",
      "t28"."signal",
      "t28"."unit",
      "t28"."asked_on",
      "t28"."announced_since",
      "t28"."dynamic_instruments",
      "t28"."prescribed_restarts",
      "t28"."weeks_from",
      CAST(CAST(FLOOR(DATE_DIFF('DAY', "t28"."day", "t28"."asked_on") / 7) AS BIGINT) AS INT) AS "week"
    FROM (
      SELECT
        "t27"."person_ref",
        "t27"."day",
        "t27"."signal",
        "t13"."unit",
        "t6"."asked_on",
        "t6"."announced_since",
        "t6"."dynamic_instruments",
        "t6"."prescribed_restarts",
        "t6"."weeks_from"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t1"."person_ref",
            "t1"."received_on" AS "day",
            'intelligence' AS "signal"
          FROM "intelligence" AS "t1"
        ) AS "t10"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t23"."person_ref",
              "t23"."day",
              'visits' AS "signal"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t20"."person_ref",
                  CAST("t20"."at" AS DATE) AS "day",
                  "t21"."told" IS NOT NULL AS "told"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t9"."id",
                      "t9"."person_ref",
                      "t9"."ref",
                      "t9"."at",
                      "t7"."asked_on",
                      "t7"."announced_since",
                      "t7"."dynamic_instruments",
                      "t7"."prescribed_restarts",
                      "t7"."weeks_from"
                    FROM "seen" AS "t9"
                    CROSS JOIN "asked" AS "t7"
                  ) AS "t15"
                  WHERE
                    CAST("t15"."at" AS DATE) <= "t15"."asked_on"
                ) AS "t20"
                LEFT OUTER JOIN (
                  SELECT
                    "t16"."id",
                    TRUE AS "told"
                  FROM "t14" AS "t16"
                  WHERE
                    CAST("t16"."at" AS DATE) <= "t16"."asked_on"
                    AND "t16"."notice_hours" IS NOT NULL
                    AND "t16"."outcome" <> 'called off'
                ) AS "t21"
                  ON "t20"."id" = "t21"."id"
              ) AS "t22"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t16"."person_ref",
                  CAST("t16"."at" AS DATE) AS "day",
                  "t16"."notice_hours" IS NOT NULL AS "told"
                FROM "t14" AS "t16"
                WHERE
                  CAST("t16"."at" AS DATE) <= "t16"."asked_on"
                  AND NOT (
                    "t16"."outcome" IN ('seen', 'entered')
                  )
                  AND "t16"."outcome" <> 'called off'
              ) AS "t19"
            ) AS "t23"
          ) AS "t24"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t3"."person_ref",
              "t3"."notified_on" AS "day",
              'notifications' AS "signal"
            FROM "notifications" AS "t3"
          ) AS "t12"
        ) AS "t25"
      ) AS "t27"
      INNER JOIN (
        SELECT
          "t2"."unit",
          "t2"."ref" AS "person_ref"
        FROM "people" AS "t2"
      ) AS "t13"
        ON "t27"."person_ref" = "t13"."person_ref"
      CROSS JOIN "asked" AS "t6"
    ) AS "t28"
    WHERE
      "t28"."day" <= "t28"."asked_on" AND "t28"."day" > "t28"."weeks_from"
  ) AS "t29"
  GROUP BY
    1,
    2,
    3
) AS "t30"
ORDER BY
  "t30"."signal" ASC,
  "t30"."unit" ASC,
  "t30"."week" ASC
