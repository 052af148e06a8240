-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
WITH "t6" AS (
  SELECT
    "t3"."id",
    "t3"."person_ref",
    "t3"."ref",
    "t3"."received_on",
    "t3"."significant",
    "t3"."reviewed_on",
    "t4"."asked_on",
    "t4"."asked_until",
    "t4"."announced_since",
    "t4"."announced_from",
    "t4"."counted_from",
    "t4"."dynamic_instruments",
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "intelligence" AS "t3"
  CROSS JOIN "asked" AS "t4"
)
SELECT
  "t26"."person_ref",
  "t26"."ref",
  "t26"."received_on",
  "t26"."significant",
  "t26"."reviewed_on"
FROM (
  SELECT
    "t12"."id",
    "t12"."person_ref",
    "t12"."ref",
    "t12"."received_on",
    "t12"."significant",
    "t12"."reviewed_on",
    "t12"."asked_on",
    "t12"."asked_until",
    "t12"."announced_since",
    "t12"."announced_from",
    "t12"."counted_from",
    "t12"."dynamic_instruments",
    "t12"."prescribed_restarts",
    "t12"."weeks_from",
    "t12"."waiting",
    "t25"."person_ref" AS "person_ref_right",
    "t25"."calling_ref"
  FROM (
    SELECT
      "t8"."id",
      "t8"."person_ref",
      "t8"."ref",
      "t8"."received_on",
      "t8"."significant",
      "t8"."reviewed_on",
      "t8"."asked_on",
      "t8"."asked_until",
      "t8"."announced_since",
      "t8"."announced_from",
      "t8"."counted_from",
      "t8"."dynamic_instruments",
      "t8"."prescribed_restarts",
      "t8"."weeks_from",
      (
        "t8"."reviewed_on" IS NULL
      ) OR (
        "t8"."reviewed_on" > "t8"."asked_on"
      ) AS "waiting"
    FROM "t6" AS "t8"
    WHERE
      "t8"."received_on" <= "t8"."asked_on"
  ) AS "t12"
  LEFT OUTER JOIN (
    SELECT
      "t23"."person_ref",
      "t23"."ref" AS "calling_ref"
    FROM (
      SELECT
        "t22".*
        EXCLUDE ("place")
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t20"."id",
            "t20"."person_ref",
            "t20"."ref",
            "t20"."received_on",
            "t20"."significant",
            "t20"."reviewed_on",
            "t20"."asked_on",
            "t20"."asked_until",
            "t20"."announced_since",
            "t20"."announced_from",
            "t20"."counted_from",
            "t20"."dynamic_instruments",
            "t20"."prescribed_restarts",
            "t20"."weeks_from",
            "t20"."completed_on",
            ROW_NUMBER() OVER (
              PARTITION BY "t20"."person_ref"
              ORDER BY "t20"."received_on" ASC, "t20"."ref" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t10"."id",
                "t10"."person_ref",
                "t10"."ref",
                "t10"."received_on",
                "t10"."significant",
                "t10"."reviewed_on",
                "t10"."asked_on",
                "t10"."asked_until",
                "t10"."announced_since",
                "t10"."announced_from",
                "t10"."counted_from",
                "t10"."dynamic_instruments",
                "t10"."prescribed_restarts",
                "t10"."weeks_from",
                "t18"."completed_on"
              FROM (
                SELECT
                  *
                FROM "t6" AS "t8"
                WHERE
                  "t8"."received_on" <= "t8"."asked_on" AND "t8"."significant"
              ) AS "t10"
              INNER JOIN (
                SELECT
                  "t16"."person_ref",
                  "t16"."completed_on"
                FROM (
                  SELECT
                    "t15".*
                    EXCLUDE ("place")
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t13"."id",
                        "t13"."person_ref",
                        "t13"."ref",
                        "t13"."instrument",
                        "t13"."completed_on",
                        "t13"."signed_off_on",
                        "t13"."asked_on",
                        "t13"."asked_until",
                        "t13"."announced_since",
                        "t13"."announced_from",
                        "t13"."counted_from",
                        "t13"."dynamic_instruments",
                        "t13"."prescribed_restarts",
                        "t13"."weeks_from",
                        "t13"."counts",
                        ROW_NUMBER() OVER (
                          PARTITION BY "t13"."person_ref"
                          ORDER BY "t13"."counts" DESC, "t13"."completed_on" DESC, "t13"."ref" DESC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) - 1 AS "place"
                      FROM (
                        SELECT
                          "t7"."id",
                          "t7"."person_ref",
                          "t7"."ref",
                          "t7"."instrument",
                          "t7"."completed_on",
                          "t7"."signed_off_on",
                          "t7"."asked_on",
                          "t7"."asked_until",
                          "t7"."announced_since",
                          "t7"."announced_from",
                          "t7"."counted_from",
                          "t7"."dynamic_instruments",
                          "t7"."prescribed_restarts",
                          "t7"."weeks_from",
                          CONTAINS("t7"."dynamic_instruments", ';' || LOWER("t7"."instrument") || ';') AS "counts"
                        FROM (
                          SELECT
                            "t5"."id",
                            "t5"."person_ref",
                            "t5"."ref",
                            "t5"."instrument",
                            "t5"."completed_on",
                            "t5"."signed_off_on",
                            "t4"."asked_on",
                            "t4"."asked_until",
                            "t4"."announced_since",
                            "t4"."announced_from",
                            "t4"."counted_from",
                            "t4"."dynamic_instruments",
                            "t4"."prescribed_restarts",
                            "t4"."weeks_from"
                          FROM "assessments" AS "t5"
                          CROSS JOIN "asked" AS "t4"
                        ) AS "t7"
                        WHERE
                          "t7"."completed_on" <= "t7"."asked_on"
                      ) AS "t13"
                    ) AS "t14"
                    WHERE
                      "t14"."place" = 0
                  ) AS "t15"
                ) AS "t16"
                ORDER BY
                  "t16"."person_ref" ASC
              ) AS "t18"
                ON "t10"."person_ref" = "t18"."person_ref"
            ) AS "t19"
            WHERE
              "t19"."received_on" > "t19"."completed_on"
          ) AS "t20"
        ) AS "t21"
        WHERE
          "t21"."place" = 0
      ) AS "t22"
    ) AS "t23"
  ) AS "t25"
    ON "t12"."person_ref" = "t25"."person_ref"
) AS "t26"
WHERE
  "t26"."waiting" OR (
    COALESCE("t26"."calling_ref", '') = "t26"."ref"
  )
ORDER BY
  "t26"."person_ref" ASC,
  "t26"."received_on" ASC,
  "t26"."ref" ASC
