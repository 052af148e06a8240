-- Printed by tools/print_twins.py from watchkeeper/visits/bulk.py. Change the expression there, not this page.
SELECT
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
  "t4"."crew"
FROM (
  SELECT
    "t2"."id",
    "t2"."person_ref",
    "t2"."ref",
    "t2"."at",
    "t2"."address_ref",
    "t2"."purpose",
    "t2"."sought_entry_to_search",
    "t2"."outcome",
    "t2"."notice_hours",
    "t2"."notice_reason",
    "t2"."notice_authorised_by",
    "t2"."crew",
    "t3"."asked_on",
    "t3"."asked_until",
    "t3"."announced_since",
    "t3"."announced_from",
    "t3"."counted_from",
    "t3"."dynamic_instruments",
    "t3"."late_since",
    "t3"."prescribed_restarts",
    "t3"."weeks_from"
  FROM "tried" AS "t2"
  CROSS JOIN "asked" AS "t3"
) AS "t4"
WHERE
  "t4"."notice_hours" IS NOT NULL
  AND "t4"."at" < "t4"."asked_until"
  AND "t4"."at" >= "t4"."announced_from"
ORDER BY
  "t4"."person_ref" ASC,
  "t4"."at" ASC,
  "t4"."ref" ASC
