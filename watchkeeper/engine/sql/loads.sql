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
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "levels" AS "t6"
  CROSS JOIN "asked" AS "t4"
)
SELECT
  *
FROM (
  SELECT
    "t41"."officer_ref",
    "t41"."level",
    COUNT(*) AS "many"
  FROM (
    SELECT
      "t34"."officer_ref",
      COALESCE("t40"."level", 'not recorded') AS "level"
    FROM (
      SELECT
        "t31"."person_ref",
        "t31"."officer_ref"
      FROM (
        SELECT
          "t30"."person_ref",
          "t30"."ref",
          "t30"."officer_ref",
          "t30"."since",
          "t30"."until",
          "t4"."asked_on",
          "t4"."asked_until",
          "t4"."announced_since",
          "t4"."announced_from",
          "t4"."counted_from",
          "t4"."dynamic_instruments",
          "t4"."prescribed_restarts",
          "t4"."weeks_from"
        FROM (
          SELECT
            "t25"."person_ref",
            "t25"."ref",
            "t25"."officer_ref",
            "t25"."since",
            "t25"."until"
          FROM (
            SELECT
              "t22".*
              EXCLUDE ("place")
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t15"."id",
                  "t15"."person_ref",
                  "t15"."ref",
                  "t15"."officer_ref",
                  "t15"."since",
                  "t15"."until",
                  "t15"."asked_on",
                  "t15"."asked_until",
                  "t15"."announced_since",
                  "t15"."announced_from",
                  "t15"."counted_from",
                  "t15"."dynamic_instruments",
                  "t15"."prescribed_restarts",
                  "t15"."weeks_from",
                  "t15"."holds",
                  "t15"."counts_from",
                  ROW_NUMBER() OVER (
                    PARTITION BY "t15"."person_ref"
                    ORDER BY "t15"."holds" DESC, "t15"."counts_from" DESC, "t15"."ref" DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - 1 AS "place"
                FROM (
                  SELECT
                    "t9"."id",
                    "t9"."person_ref",
                    "t9"."ref",
                    "t9"."officer_ref",
                    "t9"."since",
                    "t9"."until",
                    "t9"."asked_on",
                    "t9"."asked_until",
                    "t9"."announced_since",
                    "t9"."announced_from",
                    "t9"."counted_from",
                    "t9"."dynamic_instruments",
                    "t9"."prescribed_restarts",
                    "t9"."weeks_from",
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
                    END AS "counts_from"
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
                      "t4"."prescribed_restarts",
                      "t4"."weeks_from"
                    FROM "managers" AS "t5"
                    CROSS JOIN "asked" AS "t4"
                  ) AS "t9"
                  WHERE
                    "t9"."since" <= "t9"."asked_on"
                ) AS "t15"
              ) AS "t19"
              WHERE
                "t19"."place" = 0
            ) AS "t22"
          ) AS "t25"
          ORDER BY
            "t25"."person_ref" ASC
        ) AS "t30"
        CROSS JOIN "asked" AS "t4"
      ) AS "t31"
      WHERE
        (
          "t31"."until" IS NULL
        ) OR (
          "t31"."until" > "t31"."asked_on"
        )
    ) AS "t34"
    INNER JOIN (
      SELECT
        "t0"."ref" AS "person_ref"
      FROM "people" AS "t0"
    ) AS "t8"
      ON "t34"."person_ref" = "t8"."person_ref"
    LEFT OUTER JOIN (
      SELECT
        "t38"."person_ref",
        "t38"."level"
      FROM (
        SELECT
          "t26"."person_ref",
          "t26"."ref",
          "t26"."level",
          "t26"."set_on",
          "t26"."set_by",
          "t37"."low_since"
        FROM (
          SELECT
            "t20".*
            EXCLUDE ("place")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t12"."id",
                "t12"."person_ref",
                "t12"."ref",
                "t12"."level",
                "t12"."set_on",
                "t12"."set_by",
                ROW_NUMBER() OVER (
                  PARTITION BY "t12"."person_ref"
                  ORDER BY "t12"."set_on" DESC, "t12"."ref" DESC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) - 1 AS "place"
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
            ) AS "t17"
            WHERE
              "t17"."place" = 0
          ) AS "t20"
        ) AS "t26"
        LEFT OUTER JOIN (
          SELECT
            "t35"."person_ref",
            MIN("t35"."set_on") AS "low_since"
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
                "t28"."person_ref" AS "person_ref_right",
                "t28"."other_on",
                "t28"."other_ref"
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
                  "t24"."person_ref",
                  "t24"."set_on" AS "other_on",
                  "t24"."ref" AS "other_ref"
                FROM (
                  SELECT
                    "t21".*
                    EXCLUDE ("place")
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t14"."id",
                        "t14"."person_ref",
                        "t14"."ref",
                        "t14"."level",
                        "t14"."set_on",
                        "t14"."set_by",
                        ROW_NUMBER() OVER (
                          PARTITION BY "t14"."person_ref"
                          ORDER BY "t14"."set_on" DESC, "t14"."ref" DESC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1 AS "place"
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
                    ) AS "t18"
                    WHERE
                      "t18"."place" = 0
                  ) AS "t21"
                ) AS "t24"
              ) AS "t28"
                ON "t16"."person_ref" = "t28"."person_ref"
            ) AS "t32"
            WHERE
              (
                "t32"."other_on" IS NULL
              )
              OR (
                "t32"."set_on" > "t32"."other_on"
              )
              OR (
                (
                  "t32"."set_on" = "t32"."other_on"
                ) AND (
                  "t32"."ref" > "t32"."other_ref"
                )
              )
          ) AS "t35"
          GROUP BY
            1
        ) AS "t37"
          ON "t26"."person_ref" = "t37"."person_ref"
      ) AS "t38"
      ORDER BY
        "t38"."person_ref" ASC
    ) AS "t40"
      ON "t34"."person_ref" = "t40"."person_ref"
  ) AS "t41"
  GROUP BY
    1,
    2
) AS "t42"
ORDER BY
  "t42"."officer_ref" ASC,
  "t42"."level" ASC
