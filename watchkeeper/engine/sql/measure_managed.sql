-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t6"."person_ref",
  "t6"."asked_on",
  "t6"."kept"."officer_ref" AS "manager",
  "t6"."kept"."since" AS "managed_since"
FROM (
  SELECT
    "t5"."person_ref",
    "t5"."asked_on",
    MAX({'since': "t5"."since", 'ref': "t5"."ref", 'officer_ref': "t5"."officer_ref"}) AS "kept"
  FROM (
    SELECT
      "t2"."id",
      "t2"."person_ref",
      "t2"."ref",
      "t2"."officer_ref",
      "t2"."since",
      "t2"."until",
      "t4"."asked_on"
    FROM "managers" AS "t2"
    INNER JOIN (
      SELECT
        "t1"."asked_on"
      FROM "days" AS "t1"
    ) AS "t4"
      ON "t2"."since" <= "t4"."asked_on"
      AND (
        (
          "t2"."until" IS NULL
        ) OR (
          "t2"."until" > "t4"."asked_on"
        )
      )
  ) AS "t5"
  GROUP BY
    1,
    2
) AS "t6"
