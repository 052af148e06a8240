-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
SELECT
  "t8"."person_ref",
  "t8"."ref",
  "t8"."reviewed_on",
  "t8"."reviewed_by"
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
        "t5"."reviewed_on",
        "t5"."reviewed_by",
        ROW_NUMBER() OVER (
          PARTITION BY "t5"."person_ref"
          ORDER BY "t5"."reviewed_on" DESC, "t5"."ref" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t4"."id",
          "t4"."person_ref",
          "t4"."ref",
          "t4"."reviewed_on",
          "t4"."reviewed_by"
        FROM (
          SELECT
            "t2"."id",
            "t2"."person_ref",
            "t2"."ref",
            "t2"."reviewed_on",
            "t2"."reviewed_by",
            "t3"."asked_on",
            "t3"."asked_until",
            "t3"."announced_since",
            "t3"."announced_from",
            "t3"."counted_from",
            "t3"."dynamic_instruments",
            "t3"."prescribed_restarts",
            "t3"."weeks_from"
          FROM "reviews" AS "t2"
          CROSS JOIN "asked" AS "t3"
        ) AS "t4"
        WHERE
          "t4"."reviewed_on" <= "t4"."asked_on"
      ) AS "t5"
    ) AS "t6"
    WHERE
      "t6"."place" = 0
  ) AS "t7"
) AS "t8"
ORDER BY
  "t8"."person_ref" ASC
