-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
SELECT
  "t6"."person_ref",
  "t6"."kept"."ref" AS "ref",
  "t6"."kept"."made_on" AS "made_on",
  "t6"."kept"."visit_every_months" AS "visit_every_months",
  "t6"."kept"."deviation_reason" AS "deviation_reason",
  "t6"."kept"."reactive" AS "reactive",
  "t6"."kept"."reactive_since" AS "reactive_since",
  "t6"."kept"."pillars" AS "pillars",
  "t6"."kept"."actions_without_owner" AS "actions_without_owner",
  "t6"."kept"."approved_on" AS "approved_on",
  "t6"."kept"."approved_by" AS "approved_by"
FROM (
  SELECT
    "t5"."person_ref",
    MAX(
      {'made_on': "t5"."made_on", 'ref': "t5"."ref", 'id': "t5"."id", 'visit_every_months': "t5"."visit_every_months", 'deviation_reason': "t5"."deviation_reason", 'reactive': "t5"."reactive", 'reactive_since': "t5"."reactive_since", 'pillars': "t5"."pillars", 'actions_without_owner': "t5"."actions_without_owner", 'approved_on': "t5"."approved_on", 'approved_by': "t5"."approved_by"}
    ) AS "kept"
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
        "t3"."late_since",
        "t3"."prescribed_restarts",
        "t3"."weeks_from"
      FROM "plans" AS "t2"
      CROSS JOIN "asked" AS "t3"
    ) AS "t4"
    WHERE
      "t4"."made_on" <= "t4"."asked_on"
  ) AS "t5"
  GROUP BY
    1
) AS "t6"
ORDER BY
  "t6"."person_ref" ASC
