-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
SELECT
  "t6"."person_ref",
  "t6"."kept"."ref" AS "ref",
  "t6"."kept"."instrument" AS "instrument",
  "t6"."kept"."completed_on" AS "completed_on",
  "t6"."kept"."signed_off_on" AS "signed_off_on"
FROM (
  SELECT
    "t5"."person_ref",
    MAX(
      {'counts': "t5"."counts", 'completed_on': "t5"."completed_on", 'ref': "t5"."ref", 'instrument': "t5"."instrument", 'signed_off_on': "t5"."signed_off_on"}
    ) AS "kept"
  FROM (
    SELECT
      "t4"."person_ref",
      "t4"."ref",
      "t4"."instrument",
      "t4"."completed_on",
      "t4"."signed_off_on",
      CONTAINS("t4"."dynamic_instruments", ';' || LOWER("t4"."instrument") || ';') AS "counts"
    FROM (
      SELECT
        "t2"."id",
        "t2"."person_ref",
        "t2"."ref",
        "t2"."instrument",
        "t2"."completed_on",
        "t2"."signed_off_on",
        "t3"."asked_on",
        "t3"."asked_until",
        "t3"."announced_since",
        "t3"."announced_from",
        "t3"."counted_from",
        "t3"."dynamic_instruments",
        "t3"."late_since",
        "t3"."prescribed_restarts",
        "t3"."weeks_from"
      FROM "assessments" AS "t2"
      CROSS JOIN "asked" AS "t3"
    ) AS "t4"
    WHERE
      "t4"."completed_on" <= "t4"."asked_on"
  ) AS "t5"
  GROUP BY
    1
) AS "t6"
ORDER BY
  "t6"."person_ref" ASC
