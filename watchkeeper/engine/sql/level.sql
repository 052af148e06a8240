-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
WITH "t4" AS (
  SELECT
    "t2"."id",
    "t2"."person_ref",
    "t2"."ref",
    "t2"."level",
    "t2"."set_on",
    "t2"."set_by",
    "t3"."asked_on",
    "t3"."asked_until",
    "t3"."announced_since",
    "t3"."announced_from",
    "t3"."counted_from",
    "t3"."dynamic_instruments",
    "t3"."late_since",
    "t3"."prescribed_restarts",
    "t3"."weeks_from"
  FROM "levels" AS "t2"
  CROSS JOIN "asked" AS "t3"
)
SELECT
  *
FROM (
  SELECT
    "t14"."person_ref",
    "t14"."ref",
    "t14"."level",
    "t14"."set_on",
    "t14"."set_by",
    "t19"."low_since"
  FROM (
    SELECT
      "t10"."person_ref",
      "t10"."kept"."set_on" AS "set_on",
      "t10"."kept"."ref" AS "ref",
      "t10"."kept"."id" AS "id",
      "t10"."kept"."level" AS "level",
      "t10"."kept"."set_by" AS "set_by"
    FROM (
      SELECT
        "t6"."person_ref",
        MAX(
          {'set_on': "t6"."set_on", 'ref': "t6"."ref", 'id': "t6"."id", 'level': "t6"."level", 'set_by': "t6"."set_by"}
        ) AS "kept"
      FROM (
        SELECT
          "t5"."id",
          "t5"."person_ref",
          "t5"."ref",
          "t5"."level",
          "t5"."set_on",
          "t5"."set_by"
        FROM "t4" AS "t5"
        WHERE
          "t5"."set_on" <= "t5"."asked_on"
      ) AS "t6"
      GROUP BY
        1
    ) AS "t10"
  ) AS "t14"
  LEFT OUTER JOIN (
    SELECT
      "t17"."person_ref",
      MIN("t17"."set_on") AS "low_since"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t9"."id",
          "t9"."person_ref",
          "t9"."ref",
          "t9"."level",
          "t9"."set_on",
          "t9"."set_by",
          "t15"."person_ref" AS "person_ref_right",
          "t15"."other_on",
          "t15"."other_ref"
        FROM (
          SELECT
            "t5"."id",
            "t5"."person_ref",
            "t5"."ref",
            "t5"."level",
            "t5"."set_on",
            "t5"."set_by"
          FROM "t4" AS "t5"
          WHERE
            "t5"."set_on" <= "t5"."asked_on" AND "t5"."level" = 'low'
        ) AS "t9"
        LEFT OUTER JOIN (
          SELECT
            "t11"."person_ref",
            "t11"."kept"."set_on" AS "other_on",
            "t11"."kept"."ref" AS "other_ref"
          FROM (
            SELECT
              "t8"."person_ref",
              MAX(
                {'set_on': "t8"."set_on", 'ref': "t8"."ref", 'id': "t8"."id", 'level': "t8"."level", 'set_by': "t8"."set_by"}
              ) AS "kept"
            FROM (
              SELECT
                "t5"."id",
                "t5"."person_ref",
                "t5"."ref",
                "t5"."level",
                "t5"."set_on",
                "t5"."set_by"
              FROM "t4" AS "t5"
              WHERE
                "t5"."set_on" <= "t5"."asked_on" AND "t5"."level" <> 'low'
            ) AS "t8"
            GROUP BY
              1
          ) AS "t11"
        ) AS "t15"
          ON "t9"."person_ref" = "t15"."person_ref"
      ) AS "t16"
      WHERE
        (
          "t16"."other_on" IS NULL
        )
        OR (
          "t16"."set_on" > "t16"."other_on"
        )
        OR (
          (
            "t16"."set_on" = "t16"."other_on"
          ) AND (
            "t16"."ref" > "t16"."other_ref"
          )
        )
    ) AS "t17"
    GROUP BY
      1
  ) AS "t19"
    ON "t14"."person_ref" = "t19"."person_ref"
) AS "t20"
ORDER BY
  "t20"."person_ref" ASC
