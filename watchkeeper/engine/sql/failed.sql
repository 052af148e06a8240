-- Printed by tools/print_twins.py from watchkeeper/visits/bulk.py. Change the expression there, not this page.
SELECT
  "t14"."person_ref",
  "t14"."ref",
  "t14"."at",
  "t14"."address_ref",
  "t14"."purpose",
  "t14"."sought_entry_to_search",
  "t14"."outcome",
  "t14"."notice_hours",
  "t14"."notice_reason",
  "t14"."notice_authorised_by",
  "t14"."crew"
FROM (
  SELECT
    "t10"."id",
    "t10"."person_ref",
    "t10"."ref",
    "t10"."at",
    "t10"."address_ref",
    "t10"."purpose",
    "t10"."sought_entry_to_search",
    "t10"."outcome",
    "t10"."notice_hours",
    "t10"."notice_reason",
    "t10"."notice_authorised_by",
    "t10"."crew",
    "t10"."asked_on",
    "t10"."asked_until",
    "t10"."announced_since",
    "t10"."announced_from",
    "t10"."counted_from",
    "t10"."dynamic_instruments",
    "t10"."late_since",
    "t10"."prescribed_restarts",
    "t10"."weeks_from",
    "t13"."person_ref" AS "person_ref_right",
    "t13"."seen_at",
    "t13"."seen_ref"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t3"."id",
        "t3"."person_ref",
        "t3"."ref",
        "t3"."at",
        "t3"."address_ref",
        "t3"."purpose",
        "t3"."sought_entry_to_search",
        "t3"."outcome",
        "t3"."notice_hours",
        "t3"."notice_reason",
        "t3"."notice_authorised_by",
        "t3"."crew",
        "t4"."asked_on",
        "t4"."asked_until",
        "t4"."announced_since",
        "t4"."announced_from",
        "t4"."counted_from",
        "t4"."dynamic_instruments",
        "t4"."late_since",
        "t4"."prescribed_restarts",
        "t4"."weeks_from"
      FROM "tried" AS "t3"
      CROSS JOIN "asked" AS "t4"
    ) AS "t6"
    WHERE
      "t6"."at" < "t6"."asked_until"
      AND NOT (
        "t6"."outcome" IN ('seen', 'entered')
      )
      AND "t6"."outcome" <> 'called off'
  ) AS "t10"
  LEFT OUTER JOIN (
    SELECT
      "t11"."person_ref",
      "t11"."kept"."at" AS "seen_at",
      "t11"."kept"."ref" AS "seen_ref"
    FROM (
      SELECT
        "t8"."person_ref",
        MAX({'at': "t8"."at", 'ref': "t8"."ref"}) AS "kept"
      FROM (
        SELECT
          "t7"."person_ref",
          "t7"."at",
          "t7"."ref"
        FROM (
          SELECT
            "t5"."id",
            "t5"."person_ref",
            "t5"."ref",
            "t5"."at",
            "t4"."asked_on",
            "t4"."asked_until",
            "t4"."announced_since",
            "t4"."announced_from",
            "t4"."counted_from",
            "t4"."dynamic_instruments",
            "t4"."late_since",
            "t4"."prescribed_restarts",
            "t4"."weeks_from"
          FROM "seen" AS "t5"
          CROSS JOIN "asked" AS "t4"
        ) AS "t7"
        WHERE
          "t7"."at" < "t7"."asked_until"
      ) AS "t8"
      GROUP BY
        1
    ) AS "t11"
  ) AS "t13"
    ON "t10"."person_ref" = "t13"."person_ref"
) AS "t14"
WHERE
  (
    "t14"."seen_at" IS NULL
  )
  OR (
    "t14"."at" > "t14"."seen_at"
  )
  OR (
    (
      "t14"."at" = "t14"."seen_at"
    ) AND (
      "t14"."ref" > "t14"."seen_ref"
    )
  )
ORDER BY
  "t14"."person_ref" ASC,
  "t14"."at" ASC,
  "t14"."ref" ASC
