-- Printed by tools/print_twins.py from watchkeeper/inspection/bulk.py. Change the expression there, not this page.
WITH "t21" AS (
  SELECT
    "t19"."id",
    "t19"."person_ref",
    "t19"."ref",
    "t19"."at",
    "t19"."address_ref",
    "t19"."purpose",
    "t19"."sought_entry_to_search",
    "t19"."outcome",
    "t19"."notice_hours",
    "t19"."notice_reason",
    "t19"."notice_authorised_by",
    "t19"."crew",
    "t7"."asked_on",
    "t7"."asked_until",
    "t7"."announced_since",
    "t7"."announced_from",
    "t7"."counted_from",
    "t7"."dynamic_instruments",
    "t7"."late_since",
    "t7"."prescribed_restarts",
    "t7"."weeks_from"
  FROM (
    SELECT
      "t15"."id",
      "t15"."person_ref",
      "t15"."ref",
      "t15"."at",
      "t15"."address_ref",
      "t15"."purpose",
      "t15"."sought_entry_to_search",
      "t15"."outcome",
      "t15"."notice_hours",
      "t15"."notice_reason",
      "t15"."notice_authorised_by",
      "t15"."crew"
    FROM (
      SELECT
        "t9"."id",
        "t9"."person_ref",
        "t9"."ref",
        "t9"."at",
        "t9"."address_ref",
        "t9"."purpose",
        "t9"."sought_entry_to_search",
        "t9"."outcome",
        "t9"."notice_hours",
        "t9"."notice_reason",
        "t9"."notice_authorised_by",
        "t9"."crew",
        "t7"."asked_on",
        "t7"."asked_until",
        "t7"."announced_since",
        "t7"."announced_from",
        "t7"."counted_from",
        "t7"."dynamic_instruments",
        "t7"."late_since",
        "t7"."prescribed_restarts",
        "t7"."weeks_from"
      FROM "tried" AS "t9"
      CROSS JOIN "asked" AS "t7"
    ) AS "t15"
    WHERE
      "t15"."at" >= "t15"."counted_from"
  ) AS "t19"
  CROSS JOIN "asked" AS "t7"
)
SELECT
  *
FROM (
  SELECT
    "t36"."signal",
    "t36"."unit",
    "t36"."week",
    COUNT(*) AS "many"
  FROM (
    SELECT
      "t35"."person_ref",
      "t35"."day",
      "t35"."signal",
      "t35"."unit",
      "t35"."asked_on",
      "t35"."asked_until",
      "t35"."announced_since",
      "t35"."announced_from",
      "t35"."counted_from",
      "t35"."dynamic_instruments",
      "t35"."late_since",
      "t35"."prescribed_restarts",
      "t35"."weeks_from",
      CAST(CAST(FLOOR(DATE_DIFF('DAY', "t35"."day", "t35"."asked_on") / 7) AS BIGINT) AS INT) AS "week"
    FROM (
      SELECT
        "t34"."person_ref",
        "t34"."day",
        "t34"."signal",
        "t13"."unit",
        "t6"."asked_on",
        "t6"."asked_until",
        "t6"."announced_since",
        "t6"."announced_from",
        "t6"."counted_from",
        "t6"."dynamic_instruments",
        "t6"."late_since",
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
              "t30"."person_ref",
              "t30"."day",
              'visits' AS "signal"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t24"."person_ref",
                  CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t24"."at")) AS DATE) AS "day",
                  "t27"."told" IS NOT NULL AS "told"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t18"."id",
                      "t18"."person_ref",
                      "t18"."ref",
                      "t18"."at",
                      "t7"."asked_on",
                      "t7"."asked_until",
                      "t7"."announced_since",
                      "t7"."announced_from",
                      "t7"."counted_from",
                      "t7"."dynamic_instruments",
                      "t7"."late_since",
                      "t7"."prescribed_restarts",
                      "t7"."weeks_from"
                    FROM (
                      SELECT
                        "t14"."id",
                        "t14"."person_ref",
                        "t14"."ref",
                        "t14"."at"
                      FROM (
                        SELECT
                          "t8"."id",
                          "t8"."person_ref",
                          "t8"."ref",
                          "t8"."at",
                          "t7"."asked_on",
                          "t7"."asked_until",
                          "t7"."announced_since",
                          "t7"."announced_from",
                          "t7"."counted_from",
                          "t7"."dynamic_instruments",
                          "t7"."late_since",
                          "t7"."prescribed_restarts",
                          "t7"."weeks_from"
                        FROM "seen" AS "t8"
                        CROSS JOIN "asked" AS "t7"
                      ) AS "t14"
                      WHERE
                        "t14"."at" >= "t14"."counted_from"
                    ) AS "t18"
                    CROSS JOIN "asked" AS "t7"
                  ) AS "t20"
                  WHERE
                    "t20"."at" < "t20"."asked_until"
                ) AS "t24"
                LEFT OUTER JOIN (
                  SELECT
                    "t22"."id",
                    TRUE AS "told"
                  FROM "t21" AS "t22"
                  WHERE
                    "t22"."at" < "t22"."asked_until"
                    AND "t22"."notice_hours" IS NOT NULL
                    AND "t22"."outcome" <> 'called off'
                ) AS "t27"
                  ON "t24"."id" = "t27"."id"
              ) AS "t28"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t26"."person_ref",
                  CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t26"."at")) AS DATE) AS "day",
                  "t26"."notice_hours" IS NOT NULL AS "told"
                FROM (
                  SELECT
                    *
                  FROM "t21" AS "t22"
                  WHERE
                    "t22"."at" < "t22"."asked_until"
                    AND NOT (
                      "t22"."outcome" IN ('seen', 'entered')
                    )
                    AND "t22"."outcome" <> 'called off'
                ) AS "t26"
              ) AS "t29"
            ) AS "t30"
          ) AS "t31"
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
        ) AS "t32"
      ) AS "t34"
      INNER JOIN (
        SELECT
          "t2"."unit",
          "t2"."ref" AS "person_ref"
        FROM "people" AS "t2"
      ) AS "t13"
        ON "t34"."person_ref" = "t13"."person_ref"
      CROSS JOIN "asked" AS "t6"
    ) AS "t35"
    WHERE
      "t35"."day" <= "t35"."asked_on" AND "t35"."day" > "t35"."weeks_from"
  ) AS "t36"
  GROUP BY
    1,
    2,
    3
) AS "t37"
ORDER BY
  "t37"."signal" ASC,
  "t37"."unit" ASC,
  "t37"."week" ASC
