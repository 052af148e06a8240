-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_patterns.py. Change the expression there, not this page.
WITH "t7" AS (
  SELECT
    *
  FROM (
    SELECT
      "t4"."id",
      "t4"."person_ref",
      "t4"."ref",
      "t4"."at",
      "t4"."outcome",
      "t4"."notice_hours",
      "t4"."notice_reason",
      "t4"."notice_authorised_by",
      "t4"."day",
      "t5"."first",
      "t5"."last",
      "t5"."least"
    FROM (
      SELECT
        *
      FROM "visits_dated" AS "t0"
      WHERE
        "t0"."outcome" <> 'called off'
    ) AS "t4"
    CROSS JOIN (
      SELECT
        MIN("t1"."pattern_after") AS "first",
        MAX("t1"."asked_on") AS "last",
        MIN("t1"."pattern_least") AS "least"
      FROM "days" AS "t1"
    ) AS "t5"
  ) AS "t6"
  WHERE
    "t6"."day" > "t6"."first" AND "t6"."day" <= "t6"."last"
)
SELECT
  "t9"."person_ref",
  "t9"."at",
  "t9"."day",
  "t9"."outcome" IN ('seen', 'entered') AS "seen"
FROM "t7" AS "t9"
SEMI JOIN (
  SELECT
    *
  FROM (
    SELECT
      "t8"."person_ref",
      "t8"."least",
      COUNT(*) AS "many"
    FROM "t7" AS "t8"
    GROUP BY
      1,
      2
  ) AS "t10"
  WHERE
    "t10"."many" >= "t10"."least"
) AS "t12"
  ON "t9"."person_ref" = "t12"."person_ref"
