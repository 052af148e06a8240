-- Printed by tools/print_twins.py from watchkeeper/inspection/bulk.py. Change the expression there, not this page.
WITH "t17" AS (
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
    "t15"."crew",
    "t5"."asked_on",
    "t5"."asked_until",
    "t5"."announced_since",
    "t5"."announced_from",
    "t5"."counted_from",
    "t5"."dynamic_instruments",
    "t5"."late_since",
    "t5"."prescribed_restarts",
    "t5"."weeks_from"
  FROM (
    SELECT
      "t11"."id",
      "t11"."person_ref",
      "t11"."ref",
      "t11"."at",
      "t11"."address_ref",
      "t11"."purpose",
      "t11"."sought_entry_to_search",
      "t11"."outcome",
      "t11"."notice_hours",
      "t11"."notice_reason",
      "t11"."notice_authorised_by",
      "t11"."crew"
    FROM (
      SELECT
        "t7"."id",
        "t7"."person_ref",
        "t7"."ref",
        "t7"."at",
        "t7"."address_ref",
        "t7"."purpose",
        "t7"."sought_entry_to_search",
        "t7"."outcome",
        "t7"."notice_hours",
        "t7"."notice_reason",
        "t7"."notice_authorised_by",
        "t7"."crew",
        "t5"."asked_on",
        "t5"."asked_until",
        "t5"."announced_since",
        "t5"."announced_from",
        "t5"."counted_from",
        "t5"."dynamic_instruments",
        "t5"."late_since",
        "t5"."prescribed_restarts",
        "t5"."weeks_from"
      FROM "tried" AS "t7"
      CROSS JOIN "asked" AS "t5"
    ) AS "t11"
    WHERE
      "t11"."at" >= "t11"."counted_from"
  ) AS "t15"
  CROSS JOIN "asked" AS "t5"
)
SELECT
  *
FROM (
  SELECT
    "t29"."unit",
    COUNT(*) AS "made",
    SUM(CAST("t29"."told" AS INT)) AS "announced"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t27"."person_ref",
        "t27"."day",
        "t27"."told",
        "t9"."unit",
        "t4"."asked_on",
        "t4"."asked_until",
        "t4"."announced_since",
        "t4"."announced_from",
        "t4"."counted_from",
        "t4"."dynamic_instruments",
        "t4"."late_since",
        "t4"."prescribed_restarts",
        "t4"."weeks_from"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t20"."person_ref",
            CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t20"."at")) AS DATE) AS "day",
            "t23"."told" IS NOT NULL AS "told"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t14"."id",
                "t14"."person_ref",
                "t14"."ref",
                "t14"."at",
                "t5"."asked_on",
                "t5"."asked_until",
                "t5"."announced_since",
                "t5"."announced_from",
                "t5"."counted_from",
                "t5"."dynamic_instruments",
                "t5"."late_since",
                "t5"."prescribed_restarts",
                "t5"."weeks_from"
              FROM (
                SELECT
                  "t10"."id",
                  "t10"."person_ref",
                  "t10"."ref",
                  "t10"."at"
                FROM (
                  SELECT
                    "t6"."id",
                    "t6"."person_ref",
                    "t6"."ref",
                    "t6"."at",
                    "t5"."asked_on",
                    "t5"."asked_until",
                    "t5"."announced_since",
                    "t5"."announced_from",
                    "t5"."counted_from",
                    "t5"."dynamic_instruments",
                    "t5"."late_since",
                    "t5"."prescribed_restarts",
                    "t5"."weeks_from"
                  FROM "seen" AS "t6"
                  CROSS JOIN "asked" AS "t5"
                ) AS "t10"
                WHERE
                  "t10"."at" >= "t10"."counted_from"
              ) AS "t14"
              CROSS JOIN "asked" AS "t5"
            ) AS "t16"
            WHERE
              "t16"."at" < "t16"."asked_until"
          ) AS "t20"
          LEFT OUTER JOIN (
            SELECT
              "t18"."id",
              TRUE AS "told"
            FROM "t17" AS "t18"
            WHERE
              "t18"."at" < "t18"."asked_until"
              AND "t18"."notice_hours" IS NOT NULL
              AND "t18"."outcome" <> 'called off'
          ) AS "t23"
            ON "t20"."id" = "t23"."id"
        ) AS "t24"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t22"."person_ref",
            CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t22"."at")) AS DATE) AS "day",
            "t22"."notice_hours" IS NOT NULL AS "told"
          FROM (
            SELECT
              *
            FROM "t17" AS "t18"
            WHERE
              "t18"."at" < "t18"."asked_until"
              AND NOT (
                "t18"."outcome" IN ('seen', 'entered')
              )
              AND "t18"."outcome" <> 'called off'
          ) AS "t22"
        ) AS "t25"
      ) AS "t27"
      INNER JOIN (
        SELECT
          "t1"."unit",
          "t1"."ref" AS "person_ref"
        FROM "people" AS "t1"
      ) AS "t9"
        ON "t27"."person_ref" = "t9"."person_ref"
      CROSS JOIN "asked" AS "t4"
    ) AS "t28"
    WHERE
      "t28"."day" > "t28"."announced_since"
  ) AS "t29"
  GROUP BY
    1
) AS "t30"
ORDER BY
  "t30"."unit" ASC
