-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
SELECT
  *
FROM (
  SELECT
    "t5"."person_ref",
    MAX("t5"."received_on") AS "last_on"
  FROM (
    SELECT
      "t4"."id",
      "t4"."person_ref",
      "t4"."ref",
      "t4"."received_on",
      "t4"."significant",
      "t4"."reviewed_on"
    FROM (
      SELECT
        "t2"."id",
        "t2"."person_ref",
        "t2"."ref",
        "t2"."received_on",
        "t2"."significant",
        "t2"."reviewed_on",
        "t3"."asked_on",
        "t3"."asked_until",
        "t3"."announced_since",
        "t3"."announced_from",
        "t3"."counted_from",
        "t3"."dynamic_instruments",
        "t3"."late_since",
        "t3"."prescribed_restarts",
        "t3"."weeks_from"
      FROM "intelligence" AS "t2"
      CROSS JOIN "asked" AS "t3"
    ) AS "t4"
    WHERE
      "t4"."received_on" <= "t4"."asked_on"
  ) AS "t5"
  GROUP BY
    1
) AS "t6"
ORDER BY
  "t6"."person_ref" ASC
