-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/repeats.py. Change the expression there, not this page.
SELECT
  "t29"."person_ref",
  "t29"."asked_on",
  "t5"."own_months"
FROM (
  SELECT
    "t27"."person_ref",
    "t27"."asked_on",
    "t27"."kept"."pack" AS "pack"
  FROM (
    SELECT
      "t26"."person_ref",
      "t26"."asked_on",
      MIN({'name': "t26"."name", 'pack': "t26"."pack"}) AS "kept"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t24"."person_ref",
          "t24"."name",
          "t9"."asked_on",
          "t24"."on",
          "t24"."ref",
          "t24"."pack",
          "t24"."completes",
          "t11"."assessed_ref"
        FROM (
          SELECT
            "t22"."person_ref",
            "t22"."name",
            "t22"."first",
            "t22"."on",
            "t22"."ref",
            "t22"."pack",
            "t22"."completes",
            LEAD("t22"."first") OVER (
              PARTITION BY "t22"."person_ref", "t22"."name"
              ORDER BY "t22"."first" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "upto"
          FROM (
            SELECT
              "t21"."person_ref",
              "t21"."name",
              "t21"."first",
              "t21"."kept"."on" AS "on",
              "t21"."kept"."ref" AS "ref",
              "t21"."kept"."pack" AS "pack",
              "t21"."kept"."completes" AS "completes"
            FROM (
              SELECT
                "t20"."person_ref",
                "t20"."name",
                "t20"."asked_on" AS "first",
                MAX(
                  {'on': "t20"."on", 'ref': "t20"."ref", 'pack': "t20"."pack", 'completes': "t20"."completes"}
                ) AS "kept"
              FROM (
                SELECT
                  "t19".*
                  EXCLUDE ("falls_on")
                FROM (
                  SELECT
                    "t18"."id",
                    "t18"."person_ref",
                    "t18"."ref",
                    "t18"."place",
                    "t18"."pack",
                    "t18"."on",
                    "t18"."concluded",
                    "t18"."completes",
                    "t18"."name",
                    "t18"."falls_on",
                    "t6"."asked_on"
                  FROM (
                    SELECT
                      "t16".*
                      EXCLUDE ("floor")
                    FROM (
                      SELECT
                        "t15"."id",
                        "t15"."person_ref",
                        "t15"."ref",
                        "t15"."place",
                        "t15"."pack",
                        "t15"."on",
                        "t15"."concluded",
                        "t15"."completes",
                        "t15"."name",
                        "t15"."floor",
                        GREATEST("t15"."on", "t15"."floor") AS "falls_on"
                      FROM (
                        SELECT
                          "t14"."id",
                          "t14"."person_ref",
                          "t14"."ref",
                          "t14"."place",
                          "t14"."pack",
                          "t14"."on",
                          "t14"."concluded",
                          "t14"."completes",
                          "t14"."name",
                          "t13"."floor"
                        FROM (
                          SELECT
                            "t4"."id",
                            "t4"."person_ref",
                            "t4"."ref",
                            "t4"."place",
                            "t4"."pack",
                            "t4"."on",
                            "t4"."concluded",
                            "t4"."completes",
                            REGEXP_EXTRACT("t4"."pack", '^([^ ]*)', 1) AS "name"
                          FROM "ratings" AS "t4"
                          WHERE
                            COALESCE("t4"."concluded", FALSE)
                            AND "t4"."place" = 'first'
                            AND "t4"."on" IS NOT NULL
                        ) AS "t14"
                        CROSS JOIN (
                          SELECT
                            MIN("t1"."asked_on") AS "floor"
                          FROM "days" AS "t1"
                        ) AS "t13"
                      ) AS "t15"
                    ) AS "t16"
                  ) AS "t18"
                  INNER JOIN "falls" AS "t6"
                    ON "t18"."falls_on" = "t6"."falls_on"
                ) AS "t19"
              ) AS "t20"
              GROUP BY
                1,
                2,
                3
            ) AS "t21"
          ) AS "t22"
        ) AS "t24"
        INNER JOIN (
          SELECT
            "t1"."asked_on"
          FROM "days" AS "t1"
        ) AS "t9"
          ON "t9"."asked_on" >= "t24"."first"
          AND (
            (
              "t24"."upto" IS NULL
            ) OR (
              "t9"."asked_on" < "t24"."upto"
            )
          )
        INNER JOIN (
          SELECT
            "t2"."person_ref",
            "t2"."asked_on",
            "t2"."assessed_ref"
          FROM "stood" AS "t2"
        ) AS "t11"
          ON "t24"."person_ref" = "t11"."person_ref" AND "t9"."asked_on" = "t11"."asked_on"
      ) AS "t25"
      WHERE
        "t25"."completes" <> '' AND "t25"."completes" = "t25"."assessed_ref"
    ) AS "t26"
    GROUP BY
      1,
      2
  ) AS "t27"
) AS "t29"
INNER JOIN "packed" AS "t5"
  ON "t29"."pack" = "t5"."pack"
