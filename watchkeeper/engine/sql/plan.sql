-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
SELECT
  "t8"."person_ref",
  "t8"."ref",
  "t8"."made_on",
  "t8"."visit_every_months",
  "t8"."deviation_reason",
  "t8"."reactive",
  "t8"."reactive_since",
  "t8"."pillars",
  "t8"."actions_without_owner",
  "t8"."approved_on",
  "t8"."approved_by"
FROM (
  SELECT
    "t7".*
    EXCLUDE ("place")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."id",
        "t5"."person_ref",
        "t5"."ref",
        "t5"."made_on",
        "t5"."visit_every_months",
        "t5"."deviation_reason",
        "t5"."reactive",
        "t5"."reactive_since",
        "t5"."pillars",
        "t5"."actions_without_owner",
        "t5"."approved_on",
        "t5"."approved_by",
        ROW_NUMBER() OVER (
          PARTITION BY "t5"."person_ref"
          ORDER BY "t5"."made_on" DESC, "t5"."ref" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t4"."id",
          "t4"."person_ref",
          "t4"."ref",
          "t4"."made_on",
          "t4"."visit_every_months",
          "t4"."deviation_reason",
          "t4"."reactive",
          "t4"."reactive_since",
          "t4"."pillars",
          "t4"."actions_without_owner",
          "t4"."approved_on",
          "t4"."approved_by"
        FROM (
          SELECT
            "t2"."id",
            "t2"."person_ref",
            "t2"."ref",
            "t2"."made_on",
            "t2"."visit_every_months",
            "t2"."deviation_reason",
            "t2"."reactive",
            "t2"."reactive_since",
            "t2"."pillars",
            "t2"."actions_without_owner",
            "t2"."approved_on",
            "t2"."approved_by",
            "t3"."asked_on",
            "t3"."asked_until",
            "t3"."announced_since",
            "t3"."announced_from",
            "t3"."counted_from",
            "t3"."dynamic_instruments",
            "t3"."prescribed_restarts",
            "t3"."weeks_from"
          FROM "plans" AS "t2"
          CROSS JOIN "asked" AS "t3"
        ) AS "t4"
        WHERE
          "t4"."made_on" <= "t4"."asked_on"
      ) AS "t5"
    ) AS "t6"
    WHERE
      "t6"."place" = 0
  ) AS "t7"
) AS "t8"
ORDER BY
  "t8"."person_ref" ASC
