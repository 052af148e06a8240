-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t20".*
  EXCLUDE ("set_on")
FROM (
  SELECT
    "t19"."person_ref",
    "t5"."asked_on",
    "t19"."set_on",
    "t19"."ref",
    "t19"."level"
  FROM (
    SELECT
      "t17"."person_ref",
      "t17"."first",
      "t17"."set_on",
      "t17"."ref",
      "t17"."level",
      LEAD("t17"."first") OVER (
        PARTITION BY "t17"."person_ref"
        ORDER BY "t17"."first" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "upto"
    FROM (
      SELECT
        "t16"."person_ref",
        "t16"."first",
        "t16"."kept"."set_on" AS "set_on",
        "t16"."kept"."ref" AS "ref",
        "t16"."kept"."level" AS "level"
      FROM (
        SELECT
          "t15"."person_ref",
          "t15"."asked_on" AS "first",
          MAX({'set_on': "t15"."set_on", 'ref': "t15"."ref", 'level': "t15"."level"}) AS "kept"
        FROM (
          SELECT
            "t14".*
            EXCLUDE ("falls_on")
          FROM (
            SELECT
              "t13"."id",
              "t13"."person_ref",
              "t13"."ref",
              "t13"."level",
              "t13"."set_on",
              "t13"."falls_on",
              "t3"."asked_on"
            FROM (
              SELECT
                "t11".*
                EXCLUDE ("floor")
              FROM (
                SELECT
                  "t10"."id",
                  "t10"."person_ref",
                  "t10"."ref",
                  "t10"."level",
                  "t10"."set_on",
                  "t10"."floor",
                  GREATEST("t10"."set_on", "t10"."floor") AS "falls_on"
                FROM (
                  SELECT
                    "t9"."id",
                    "t9"."person_ref",
                    "t9"."ref",
                    "t9"."level",
                    "t9"."set_on",
                    "t8"."floor"
                  FROM (
                    SELECT
                      *
                    FROM "levels" AS "t2"
                    WHERE
                      "t2"."set_on" IS NOT NULL
                  ) AS "t9"
                  CROSS JOIN (
                    SELECT
                      MIN("t0"."asked_on") AS "floor"
                    FROM "days" AS "t0"
                  ) AS "t8"
                ) AS "t10"
              ) AS "t11"
            ) AS "t13"
            INNER JOIN "falls" AS "t3"
              ON "t13"."falls_on" = "t3"."falls_on"
          ) AS "t14"
        ) AS "t15"
        GROUP BY
          1,
          2
      ) AS "t16"
    ) AS "t17"
  ) AS "t19"
  INNER JOIN (
    SELECT
      "t0"."asked_on"
    FROM "days" AS "t0"
  ) AS "t5"
    ON "t5"."asked_on" >= "t19"."first"
    AND (
      (
        "t19"."upto" IS NULL
      ) OR (
        "t5"."asked_on" < "t19"."upto"
      )
    )
) AS "t20"
