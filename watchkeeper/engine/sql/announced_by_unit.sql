-- Printed by tools/print_twins.py from watchkeeper/inspection/bulk.py. Change the expression there, not this page.
WITH "t10" AS (
  SELECT
    "t6"."id",
    "t6"."person_ref",
    "t6"."ref",
    "t6"."at",
    "t6"."address_ref",
    "t6"."purpose",
    "t6"."sought_entry_to_search",
    "t6"."outcome",
    "t6"."notice_hours",
    "t6"."notice_reason",
    "t6"."notice_authorised_by",
    "t6"."crew",
    "t5"."asked_on",
    "t5"."announced_since",
    "t5"."dynamic_instruments",
    "t5"."prescribed_restarts",
    "t5"."weeks_from"
  FROM "tried" AS "t6"
  CROSS JOIN "asked" AS "t5"
)
SELECT
  *
FROM (
  SELECT
    "t22"."unit",
    COUNT(*) AS "made",
    SUM(CAST("t22"."told" AS INT)) AS "announced"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t20"."person_ref",
        "t20"."day",
        "t20"."told",
        "t9"."unit",
        "t4"."asked_on",
        "t4"."announced_since",
        "t4"."dynamic_instruments",
        "t4"."prescribed_restarts",
        "t4"."weeks_from"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t16"."person_ref",
            CAST("t16"."at" AS DATE) AS "day",
            "t17"."told" IS NOT NULL AS "told"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t7"."id",
                "t7"."person_ref",
                "t7"."ref",
                "t7"."at",
                "t5"."asked_on",
                "t5"."announced_since",
                "t5"."dynamic_instruments",
                "t5"."prescribed_restarts",
                "t5"."weeks_from"
              FROM "seen" AS "t7"
              CROSS JOIN "asked" AS "t5"
            ) AS "t11"
            WHERE
              CAST("t11"."at" AS DATE) <= "t11"."asked_on"
          ) AS "t16"
          LEFT OUTER JOIN (
            SELECT
              "t12"."id",
              TRUE AS "told"
            FROM "t10" AS "t12"
            WHERE
              CAST("t12"."at" AS DATE) <= "t12"."asked_on"
              AND "t12"."notice_hours" IS NOT NULL
              AND "t12"."outcome" <> 'called off'
          ) AS "t17"
            ON "t16"."id" = "t17"."id"
        ) AS "t18"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t12"."person_ref",
            CAST("t12"."at" AS DATE) AS "day",
            "t12"."notice_hours" IS NOT NULL AS "told"
          FROM "t10" AS "t12"
          WHERE
            CAST("t12"."at" AS DATE) <= "t12"."asked_on"
            AND NOT (
              "t12"."outcome" IN ('seen', 'entered')
            )
            AND "t12"."outcome" <> 'called off'
        ) AS "t15"
      ) AS "t20"
      INNER JOIN (
        SELECT
          "t1"."unit",
          "t1"."ref" AS "person_ref"
        FROM "people" AS "t1"
      ) AS "t9"
        ON "t20"."person_ref" = "t9"."person_ref"
      CROSS JOIN "asked" AS "t4"
    ) AS "t21"
    WHERE
      "t21"."day" > "t21"."announced_since"
  ) AS "t22"
  GROUP BY
    1
) AS "t23"
ORDER BY
  "t23"."unit" ASC
