-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
SELECT
  "t6"."person_ref",
  "t6"."kept"."ref" AS "ref",
  "t6"."kept"."reviewed_on" AS "reviewed_on",
  "t6"."kept"."reviewed_by" AS "reviewed_by"
FROM (
  SELECT
    "t5"."person_ref",
    MAX(
      {'reviewed_on': "t5"."reviewed_on", 'ref': "t5"."ref", 'id': "t5"."id", 'reviewed_by': "t5"."reviewed_by"}
    ) AS "kept"
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
        "t3"."late_since",
        "t3"."prescribed_restarts",
        "t3"."weeks_from"
      FROM "reviews" AS "t2"
      CROSS JOIN "asked" AS "t3"
    ) AS "t4"
    WHERE
      "t4"."reviewed_on" <= "t4"."asked_on"
  ) AS "t5"
  GROUP BY
    1
) AS "t6"
ORDER BY
  "t6"."person_ref" ASC
