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
    "t3"."prescribed_restarts",
    "t3"."weeks_from"
  FROM "levels" AS "t2"
  CROSS JOIN "asked" AS "t3"
)
SELECT
  *
FROM (
  SELECT
    "t16"."person_ref",
    "t16"."ref",
    "t16"."level",
    "t16"."set_on",
    "t16"."set_by",
    "t22"."low_since"
  FROM (
    SELECT
      "t12".*
      EXCLUDE ("place")
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t6"."id",
          "t6"."person_ref",
          "t6"."ref",
          "t6"."level",
          "t6"."set_on",
          "t6"."set_by",
          ROW_NUMBER() OVER (
            PARTITION BY "t6"."person_ref"
            ORDER BY "t6"."set_on" DESC, "t6"."ref" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
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
      ) AS "t10"
      WHERE
        "t10"."place" = 0
    ) AS "t12"
  ) AS "t16"
  LEFT OUTER JOIN (
    SELECT
      "t20"."person_ref",
      MIN("t20"."set_on") AS "low_since"
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
          "t18"."person_ref" AS "person_ref_right",
          "t18"."other_on",
          "t18"."other_ref"
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
            "t15"."person_ref",
            "t15"."set_on" AS "other_on",
            "t15"."ref" AS "other_ref"
          FROM (
            SELECT
              "t13".*
              EXCLUDE ("place")
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t8"."id",
                  "t8"."person_ref",
                  "t8"."ref",
                  "t8"."level",
                  "t8"."set_on",
                  "t8"."set_by",
                  ROW_NUMBER() OVER (
                    PARTITION BY "t8"."person_ref"
                    ORDER BY "t8"."set_on" DESC, "t8"."ref" DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - 1 AS "place"
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
              ) AS "t11"
              WHERE
                "t11"."place" = 0
            ) AS "t13"
          ) AS "t15"
        ) AS "t18"
          ON "t9"."person_ref" = "t18"."person_ref"
      ) AS "t19"
      WHERE
        (
          "t19"."other_on" IS NULL
        )
        OR (
          "t19"."set_on" > "t19"."other_on"
        )
        OR (
          (
            "t19"."set_on" = "t19"."other_on"
          ) AND (
            "t19"."ref" > "t19"."other_ref"
          )
        )
    ) AS "t20"
    GROUP BY
      1
  ) AS "t22"
    ON "t16"."person_ref" = "t22"."person_ref"
) AS "t23"
ORDER BY
  "t23"."person_ref" ASC
