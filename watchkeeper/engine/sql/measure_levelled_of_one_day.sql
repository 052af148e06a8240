-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t12".*
  EXCLUDE ("set_on")
FROM (
  SELECT
    "t11"."person_ref",
    "t11"."first" AS "asked_on",
    "t11"."set_on",
    "t11"."ref",
    "t11"."level"
  FROM (
    SELECT
      "t10"."person_ref",
      "t5"."first",
      "t10"."kept"."set_on" AS "set_on",
      "t10"."kept"."ref" AS "ref",
      "t10"."kept"."level" AS "level"
    FROM (
      SELECT
        "t8"."person_ref",
        MAX({'set_on': "t8"."set_on", 'ref': "t8"."ref", 'level': "t8"."level"}) AS "kept"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."id",
            "t2"."person_ref",
            "t2"."ref",
            "t2"."level",
            "t2"."set_on",
            "t6"."asked_on"
          FROM "levels" AS "t2"
          CROSS JOIN (
            SELECT
              "t0"."asked_on"
            FROM "days" AS "t0"
          ) AS "t6"
        ) AS "t7"
        WHERE
          "t7"."set_on" <= "t7"."asked_on"
      ) AS "t8"
      GROUP BY
        1
    ) AS "t10"
    CROSS JOIN (
      SELECT
        "t0"."asked_on" AS "first"
      FROM "days" AS "t0"
    ) AS "t5"
  ) AS "t11"
) AS "t12"
