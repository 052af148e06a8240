-- Printed by tools/print_twins.py from watchkeeper/inspection/bulk.py. Change the expression there, not this page.
WITH "t10" AS (
  SELECT
    "t6"."id",
    "t6"."person_ref",
    "t6"."ref",
    "t6"."level",
    "t6"."set_on",
    "t6"."set_by",
    "t4"."asked_on",
    "t4"."asked_until",
    "t4"."announced_since",
    "t4"."announced_from",
    "t4"."counted_from",
    "t4"."dynamic_instruments",
    "t4"."late_since",
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "levels" AS "t6"
  CROSS JOIN "asked" AS "t4"
)
SELECT
  *
FROM (
  SELECT
    "t36"."officer_ref",
    "t36"."level",
    COUNT(*) AS "many"
  FROM (
    SELECT
      "t29"."officer_ref",
      COALESCE("t35"."level", 'not recorded') AS "level"
    FROM (
      SELECT
        "t26"."person_ref",
        "t26"."officer_ref"
      FROM (
        SELECT
          "t25"."person_ref",
          "t25"."ref",
          "t25"."officer_ref",
          "t25"."since",
          "t25"."until",
          "t4"."asked_on",
          "t4"."asked_until",
          "t4"."announced_since",
          "t4"."announced_from",
          "t4"."counted_from",
          "t4"."dynamic_instruments",
          "t4"."late_since",
          "t4"."prescribed_restarts",
          "t4"."weeks_from"
        FROM (
          SELECT
            "t19"."person_ref",
            "t19"."kept"."ref" AS "ref",
            "t19"."kept"."officer_ref" AS "officer_ref",
            "t19"."kept"."since" AS "since",
            "t19"."kept"."until" AS "until"
          FROM (
            SELECT
              "t15"."person_ref",
              MAX(
                {'holds': "t15"."holds", 'counts_from': "t15"."counts_from", 'ref': "t15"."ref", 'officer_ref': "t15"."officer_ref", 'since': "t15"."since", 'until': "t15"."until"}
              ) AS "kept"
            FROM (
              SELECT
                CAST((
                  "t9"."until" IS NULL
                ) OR (
                  "t9"."until" > "t9"."asked_on"
                ) AS TINYINT) AS "holds",
                CASE
                  WHEN (
                    "t9"."until" IS NULL
                  ) OR (
                    "t9"."until" > "t9"."asked_on"
                  )
                  THEN "t9"."since"
                  ELSE "t9"."until"
                END AS "counts_from",
                "t9"."person_ref",
                "t9"."ref",
                "t9"."officer_ref",
                "t9"."since",
                "t9"."until"
              FROM (
                SELECT
                  "t5"."id",
                  "t5"."person_ref",
                  "t5"."ref",
                  "t5"."officer_ref",
                  "t5"."since",
                  "t5"."until",
                  "t4"."asked_on",
                  "t4"."asked_until",
                  "t4"."announced_since",
                  "t4"."announced_from",
                  "t4"."counted_from",
                  "t4"."dynamic_instruments",
                  "t4"."late_since",
                  "t4"."prescribed_restarts",
                  "t4"."weeks_from"
                FROM "managers" AS "t5"
                CROSS JOIN "asked" AS "t4"
              ) AS "t9"
              WHERE
                "t9"."since" <= "t9"."asked_on"
            ) AS "t15"
            GROUP BY
              1
          ) AS "t19"
          ORDER BY
            "t19"."person_ref" ASC
        ) AS "t25"
        CROSS JOIN "asked" AS "t4"
      ) AS "t26"
      WHERE
        (
          "t26"."until" IS NULL
        ) OR (
          "t26"."until" > "t26"."asked_on"
        )
    ) AS "t29"
    INNER JOIN (
      SELECT
        "t0"."ref" AS "person_ref"
      FROM "people" AS "t0"
    ) AS "t8"
      ON "t29"."person_ref" = "t8"."person_ref"
    LEFT OUTER JOIN (
      SELECT
        "t33"."person_ref",
        "t33"."level"
      FROM (
        SELECT
          "t23"."person_ref",
          "t23"."ref",
          "t23"."level",
          "t23"."set_on",
          "t23"."set_by",
          "t32"."low_since"
        FROM (
          SELECT
            "t17"."person_ref",
            "t17"."kept"."set_on" AS "set_on",
            "t17"."kept"."ref" AS "ref",
            "t17"."kept"."id" AS "id",
            "t17"."kept"."level" AS "level",
            "t17"."kept"."set_by" AS "set_by"
          FROM (
            SELECT
              "t12"."person_ref",
              MAX(
                {'set_on': "t12"."set_on", 'ref': "t12"."ref", 'id': "t12"."id", 'level': "t12"."level", 'set_by': "t12"."set_by"}
              ) AS "kept"
            FROM (
              SELECT
                "t11"."id",
                "t11"."person_ref",
                "t11"."ref",
                "t11"."level",
                "t11"."set_on",
                "t11"."set_by"
              FROM "t10" AS "t11"
              WHERE
                "t11"."set_on" <= "t11"."asked_on"
            ) AS "t12"
            GROUP BY
              1
          ) AS "t17"
        ) AS "t23"
        LEFT OUTER JOIN (
          SELECT
            "t30"."person_ref",
            MIN("t30"."set_on") AS "low_since"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t16"."id",
                "t16"."person_ref",
                "t16"."ref",
                "t16"."level",
                "t16"."set_on",
                "t16"."set_by",
                "t24"."person_ref" AS "person_ref_right",
                "t24"."other_on",
                "t24"."other_ref"
              FROM (
                SELECT
                  "t11"."id",
                  "t11"."person_ref",
                  "t11"."ref",
                  "t11"."level",
                  "t11"."set_on",
                  "t11"."set_by"
                FROM "t10" AS "t11"
                WHERE
                  "t11"."set_on" <= "t11"."asked_on" AND "t11"."level" = 'low'
              ) AS "t16"
              LEFT OUTER JOIN (
                SELECT
                  "t18"."person_ref",
                  "t18"."kept"."set_on" AS "other_on",
                  "t18"."kept"."ref" AS "other_ref"
                FROM (
                  SELECT
                    "t14"."person_ref",
                    MAX(
                      {'set_on': "t14"."set_on", 'ref': "t14"."ref", 'id': "t14"."id", 'level': "t14"."level", 'set_by': "t14"."set_by"}
                    ) AS "kept"
                  FROM (
                    SELECT
                      "t11"."id",
                      "t11"."person_ref",
                      "t11"."ref",
                      "t11"."level",
                      "t11"."set_on",
                      "t11"."set_by"
                    FROM "t10" AS "t11"
                    WHERE
                      "t11"."set_on" <= "t11"."asked_on" AND "t11"."level" <> 'low'
                  ) AS "t14"
                  GROUP BY
                    1
                ) AS "t18"
              ) AS "t24"
                ON "t16"."person_ref" = "t24"."person_ref"
            ) AS "t27"
            WHERE
              (
                "t27"."other_on" IS NULL
              )
              OR (
                "t27"."set_on" > "t27"."other_on"
              )
              OR (
                (
                  "t27"."set_on" = "t27"."other_on"
                ) AND (
                  "t27"."ref" > "t27"."other_ref"
                )
              )
          ) AS "t30"
          GROUP BY
            1
        ) AS "t32"
          ON "t23"."person_ref" = "t32"."person_ref"
      ) AS "t33"
      ORDER BY
        "t33"."person_ref" ASC
    ) AS "t35"
      ON "t29"."person_ref" = "t35"."person_ref"
  ) AS "t36"
  GROUP BY
    1,
    2
) AS "t37"
ORDER BY
  "t37"."officer_ref" ASC,
  "t37"."level" ASC
