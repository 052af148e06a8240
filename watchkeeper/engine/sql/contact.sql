-- Printed by tools/print_twins.py from watchkeeper/visits/bulk.py. Change the expression there, not this page.
SELECT
  *
FROM (
  SELECT
    COALESCE("t14"."person_ref", "t12"."person_ref") AS "person_ref",
    CAST(TIMEZONE(
      'Europe/London',
      TIMEZONE(
        'UTC',
        GREATEST(COALESCE("t12"."knocked_at", "t14"."at"), COALESCE("t14"."at", "t12"."knocked_at"))
      )
    ) AS DATE) AS "last_attempt_on",
    CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t14"."at")) AS DATE) AS "last_seen_on",
    COALESCE("t14"."ref", '') AS "last_seen_ref"
  FROM (
    SELECT
      "t10"."person_ref",
      "t10"."kept"."at" AS "at",
      "t10"."kept"."ref" AS "ref"
    FROM (
      SELECT
        "t8"."person_ref",
        MAX({'at': "t8"."at", 'ref': "t8"."ref"}) AS "kept"
      FROM (
        SELECT
          "t6"."person_ref",
          "t6"."at",
          "t6"."ref"
        FROM (
          SELECT
            "t3"."id",
            "t3"."person_ref",
            "t3"."ref",
            "t3"."at",
            "t5"."asked_on",
            "t5"."asked_until",
            "t5"."announced_since",
            "t5"."announced_from",
            "t5"."counted_from",
            "t5"."dynamic_instruments",
            "t5"."late_since",
            "t5"."prescribed_restarts",
            "t5"."weeks_from"
          FROM "seen" AS "t3"
          CROSS JOIN "asked" AS "t5"
        ) AS "t6"
        WHERE
          "t6"."at" < "t6"."asked_until"
      ) AS "t8"
      GROUP BY
        1
    ) AS "t10"
  ) AS "t14"
  FULL OUTER JOIN (
    SELECT
      "t9"."person_ref",
      MAX("t9"."at") AS "knocked_at"
    FROM (
      SELECT
        *
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
          "t5"."announced_since",
          "t5"."announced_from",
          "t5"."counted_from",
          "t5"."dynamic_instruments",
          "t5"."late_since",
          "t5"."prescribed_restarts",
          "t5"."weeks_from"
        FROM "tried" AS "t4"
        CROSS JOIN "asked" AS "t5"
      ) AS "t7"
      WHERE
        "t7"."at" < "t7"."asked_until"
        AND NOT (
          "t7"."outcome" IN ('seen', 'entered')
        )
        AND "t7"."outcome" <> 'called off'
    ) AS "t9"
    GROUP BY
      1
  ) AS "t12"
    ON "t14"."person_ref" = "t12"."person_ref"
) AS "t15"
ORDER BY
  "t15"."person_ref" ASC
