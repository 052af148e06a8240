-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/repeats.py. Change the expression there, not this page.
SELECT
  "t24"."person_ref",
  "t24"."asked_on",
  "t4"."own_months"
FROM (
  SELECT
    "t22"."person_ref",
    "t22"."asked_on",
    "t22"."kept"."pack" AS "pack"
  FROM (
    SELECT
      "t21"."person_ref",
      "t21"."asked_on",
      MIN({'name': "t21"."name", 'pack': "t21"."pack"}) AS "kept"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t19"."person_ref",
          "t19"."name",
          "t19"."asked_on",
          "t19"."on",
          "t19"."ref",
          "t19"."pack",
          "t19"."completes",
          "t8"."assessed_ref"
        FROM (
          SELECT
            "t17"."person_ref",
            "t17"."name",
            "t17"."first" AS "asked_on",
            "t17"."on",
            "t17"."ref",
            "t17"."pack",
            "t17"."completes"
          FROM (
            SELECT
              "t16"."person_ref",
              "t16"."name",
              "t9"."first",
              "t16"."kept"."on" AS "on",
              "t16"."kept"."ref" AS "ref",
              "t16"."kept"."pack" AS "pack",
              "t16"."kept"."completes" AS "completes"
            FROM (
              SELECT
                "t14"."person_ref",
                "t14"."name",
                MAX(
                  {'on': "t14"."on", 'ref': "t14"."ref", 'pack': "t14"."pack", 'completes': "t14"."completes"}
                ) AS "kept"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t12"."id",
                    "t12"."person_ref",
                    "t12"."ref",
                    "t12"."place",
                    "t12"."pack",
                    "t12"."on",
                    "t12"."concluded",
                    "t12"."completes",
                    "t12"."name",
                    "t10"."asked_on"
                  FROM (
                    SELECT
                      "t3"."id",
                      "t3"."person_ref",
                      "t3"."ref",
                      "t3"."place",
                      "t3"."pack",
                      "t3"."on",
                      "t3"."concluded",
                      "t3"."completes",
                      REGEXP_EXTRACT("t3"."pack", '^([^ ]*)', 1) AS "name"
                    FROM "ratings" AS "t3"
                    WHERE
                      COALESCE("t3"."concluded", FALSE) AND "t3"."place" = 'first'
                  ) AS "t12"
                  CROSS JOIN (
                    SELECT
                      "t2"."asked_on"
                    FROM "days" AS "t2"
                  ) AS "t10"
                ) AS "t13"
                WHERE
                  "t13"."on" <= "t13"."asked_on"
              ) AS "t14"
              GROUP BY
                1,
                2
            ) AS "t16"
            CROSS JOIN (
              SELECT
                "t2"."asked_on" AS "first"
              FROM "days" AS "t2"
            ) AS "t9"
          ) AS "t17"
        ) AS "t19"
        INNER JOIN (
          SELECT
            "t1"."person_ref",
            "t1"."asked_on",
            "t1"."assessed_ref"
          FROM "stood" AS "t1"
        ) AS "t8"
          ON "t19"."person_ref" = "t8"."person_ref" AND "t19"."asked_on" = "t8"."asked_on"
      ) AS "t20"
      WHERE
        "t20"."completes" <> '' AND "t20"."completes" = "t20"."assessed_ref"
    ) AS "t21"
    GROUP BY
      1,
      2
  ) AS "t22"
) AS "t24"
INNER JOIN "packed" AS "t4"
  ON "t24"."pack" = "t4"."pack"
