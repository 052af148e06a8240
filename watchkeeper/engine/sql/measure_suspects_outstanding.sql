-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
WITH "t14" AS (
  SELECT
    "t13"."crime_ref" AS "of",
    "t9"."asked_on" AS "then",
    "t13"."party" AS "whose"
  FROM (
    SELECT
      *
    FROM "crime_events" AS "t3"
    WHERE
      "t3"."kind" IN ('arrest', 'charge', 'out-of-court resolution', 'voluntary interview')
  ) AS "t13"
  INNER JOIN (
    SELECT
      "t2"."asked_on"
    FROM "days" AS "t2"
  ) AS "t9"
    ON "t13"."on" <= "t9"."asked_on"
)
SELECT
  "t27"."asked_on",
  "t27"."ref",
  CASE
    WHEN COALESCE("t27"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t27"."unit"
  END AS "unit",
  COALESCE(
    (
      "t27"."met" IS NULL
    )
    AND (
      (
        "t27"."reported" + TO_DAYS("t27"."suspect_days")
      ) < "t27"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t27"."reported", "t27"."asked_on") AS "days"
FROM (
  SELECT
    "t26".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t12"."id",
      "t12"."ref",
      "t12"."crime_ref",
      "t12"."part",
      "t12"."officer",
      "t12"."born_on",
      "t12"."relationship",
      "t8"."asked_on",
      "t8"."unit",
      "t8"."reported",
      "t10"."suspect_days",
      "t25"."ref" AS "ref_right",
      "t25"."asked_on" AS "asked_on_right",
      "t25"."met"
    FROM (
      SELECT
        *
      FROM "crime_parties" AS "t0"
      WHERE
        "t0"."part" = 'suspect'
    ) AS "t12"
    INNER JOIN (
      SELECT
        "t1"."ref" AS "crime_ref",
        "t1"."asked_on",
        "t1"."unit",
        "t1"."reported"
      FROM "running" AS "t1"
    ) AS "t8"
      ON "t12"."crime_ref" = "t8"."crime_ref"
    INNER JOIN (
      SELECT
        "t2"."asked_on",
        "t2"."suspect_days"
      FROM "days" AS "t2"
    ) AS "t10"
      ON "t8"."asked_on" = "t10"."asked_on"
    LEFT OUTER JOIN (
      SELECT
        "t23"."ref",
        "t23"."asked_on",
        TRUE AS "met"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t12"."ref",
              "t8"."asked_on"
            FROM (
              SELECT
                *
              FROM "crime_parties" AS "t0"
              WHERE
                "t0"."part" = 'suspect'
            ) AS "t12"
            INNER JOIN (
              SELECT
                "t1"."ref" AS "crime_ref",
                "t1"."asked_on",
                "t1"."unit",
                "t1"."reported"
              FROM "running" AS "t1"
            ) AS "t8"
              ON "t12"."crime_ref" = "t8"."crime_ref"
            INNER JOIN (
              SELECT
                "t2"."asked_on",
                "t2"."suspect_days"
              FROM "days" AS "t2"
            ) AS "t10"
              ON "t8"."asked_on" = "t10"."asked_on"
            INNER JOIN (
              SELECT DISTINCT
                *
              FROM "t14" AS "t15"
            ) AS "t17"
              ON "t12"."ref" = "t17"."whose" AND "t8"."asked_on" = "t17"."then"
          ) AS "t20"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t12"."ref",
              "t8"."asked_on"
            FROM (
              SELECT
                *
              FROM "crime_parties" AS "t0"
              WHERE
                "t0"."part" = 'suspect'
            ) AS "t12"
            INNER JOIN (
              SELECT
                "t1"."ref" AS "crime_ref",
                "t1"."asked_on",
                "t1"."unit",
                "t1"."reported"
              FROM "running" AS "t1"
            ) AS "t8"
              ON "t12"."crime_ref" = "t8"."crime_ref"
            INNER JOIN (
              SELECT
                "t2"."asked_on",
                "t2"."suspect_days"
              FROM "days" AS "t2"
            ) AS "t10"
              ON "t8"."asked_on" = "t10"."asked_on"
            INNER JOIN (
              SELECT DISTINCT
                *
              FROM "t14" AS "t15"
              WHERE
                "t15"."whose" = ''
            ) AS "t19"
              ON "t12"."crime_ref" = "t19"."of" AND "t8"."asked_on" = "t19"."then"
          ) AS "t21"
        ) AS "t22"
      ) AS "t23"
    ) AS "t25"
      ON "t12"."ref" = "t25"."ref" AND "t8"."asked_on" = "t25"."asked_on"
  ) AS "t26"
) AS "t27"
