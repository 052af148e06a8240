-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT DISTINCT
  *
FROM (
  SELECT
    "t10"."person_ref",
    "t8"."asked_on"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."person_ref",
        "t1"."since",
        "t1"."until"
      FROM "spells" AS "t1"
      WHERE
        NOT (
          "t1"."together"
        )
    ) AS "t7"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "reckoned" AS "t2"
    ) AS "t5"
  ) AS "t10"
  SEMI JOIN "people" AS "t4"
    ON "t10"."person_ref" = "t4"."ref"
  INNER JOIN (
    SELECT
      "t3"."asked_on"
    FROM "days" AS "t3"
  ) AS "t8"
    ON "t10"."since" <= "t8"."asked_on"
    AND (
      (
        "t10"."until" IS NULL
      ) OR (
        "t10"."until" > "t8"."asked_on"
      )
    )
) AS "t11"
