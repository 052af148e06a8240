-- Printed by tools/print_twins.py from watchkeeper/workforce/bulk.py. Change the expression there, not this page.
SELECT
  "t6"."person_ref",
  "t6"."kept"."ref" AS "ref",
  "t6"."kept"."officer_ref" AS "officer_ref",
  "t6"."kept"."since" AS "since",
  "t6"."kept"."until" AS "until"
FROM (
  SELECT
    "t5"."person_ref",
    MAX(
      {'holds': "t5"."holds", 'counts_from': "t5"."counts_from", 'ref': "t5"."ref", 'officer_ref': "t5"."officer_ref", 'since': "t5"."since", 'until': "t5"."until"}
    ) AS "kept"
  FROM (
    SELECT
      CAST((
        "t4"."until" IS NULL
      ) OR (
        "t4"."until" > "t4"."asked_on"
      ) AS TINYINT) AS "holds",
      CASE
        WHEN (
          "t4"."until" IS NULL
        ) OR (
          "t4"."until" > "t4"."asked_on"
        )
        THEN "t4"."since"
        ELSE "t4"."until"
      END AS "counts_from",
      "t4"."person_ref",
      "t4"."ref",
      "t4"."officer_ref",
      "t4"."since",
      "t4"."until"
    FROM (
      SELECT
        "t2"."id",
        "t2"."person_ref",
        "t2"."ref",
        "t2"."officer_ref",
        "t2"."since",
        "t2"."until",
        "t3"."asked_on",
        "t3"."asked_until",
        "t3"."announced_since",
        "t3"."announced_from",
        "t3"."counted_from",
        "t3"."dynamic_instruments",
        "t3"."late_since",
        "t3"."prescribed_restarts",
        "t3"."weeks_from"
      FROM "managers" AS "t2"
      CROSS JOIN "asked" AS "t3"
    ) AS "t4"
    WHERE
      "t4"."since" <= "t4"."asked_on"
  ) AS "t5"
  GROUP BY
    1
) AS "t6"
ORDER BY
  "t6"."person_ref" ASC
