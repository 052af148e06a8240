-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t9"."asked_on",
  "t27"."ref",
  CASE
    WHEN COALESCE("t11"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t11"."unit"
  END AS "unit",
  COALESCE("t27"."until" <= "t9"."asked_on", FALSE) AS "counts",
  DATE_DIFF('DAY', "t27"."until", "t9"."asked_on") AS "days"
FROM (
  SELECT
    "t25"."crime_ref",
    "t25"."officer_ref",
    "t25"."first",
    "t25"."on",
    "t25"."ref",
    "t25"."until",
    LEAD("t25"."first") OVER (
      PARTITION BY "t25"."crime_ref", "t25"."officer_ref"
      ORDER BY "t25"."first" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "upto"
  FROM (
    SELECT
      "t24"."crime_ref",
      "t24"."officer_ref",
      "t24"."first",
      "t24"."kept"."on" AS "on",
      "t24"."kept"."ref" AS "ref",
      "t24"."kept"."until" AS "until"
    FROM (
      SELECT
        "t23"."crime_ref",
        "t23"."officer_ref",
        "t23"."asked_on" AS "first",
        MAX({'on': "t23"."on", 'ref': "t23"."ref", 'until': "t23"."until"}) AS "kept"
      FROM (
        SELECT
          "t22".*
          EXCLUDE ("falls_on")
        FROM (
          SELECT
            "t21"."id",
            "t21"."crime_ref",
            "t21"."ref",
            "t21"."officer_ref",
            "t21"."on",
            "t21"."until",
            "t21"."by",
            "t21"."reason",
            "t21"."falls_on",
            "t6"."asked_on"
          FROM (
            SELECT
              "t17".*
              EXCLUDE ("floor")
            FROM (
              SELECT
                "t15"."id",
                "t15"."crime_ref",
                "t15"."ref",
                "t15"."officer_ref",
                "t15"."on",
                "t15"."until",
                "t15"."by",
                "t15"."reason",
                "t15"."floor",
                GREATEST("t15"."on", "t15"."floor") AS "falls_on"
              FROM (
                SELECT
                  "t14"."id",
                  "t14"."crime_ref",
                  "t14"."ref",
                  "t14"."officer_ref",
                  "t14"."on",
                  "t14"."until",
                  "t14"."by",
                  "t14"."reason",
                  "t13"."floor"
                FROM (
                  SELECT
                    *
                  FROM "allocation_overrides" AS "t4"
                  WHERE
                    "t4"."on" IS NOT NULL
                ) AS "t14"
                CROSS JOIN (
                  SELECT
                    MIN("t0"."asked_on") AS "floor"
                  FROM "days" AS "t0"
                ) AS "t13"
              ) AS "t15"
            ) AS "t17"
          ) AS "t21"
          INNER JOIN "falls" AS "t6"
            ON "t21"."falls_on" = "t6"."falls_on"
        ) AS "t22"
      ) AS "t23"
      GROUP BY
        1,
        2,
        3
    ) AS "t24"
  ) AS "t25"
) AS "t27"
INNER JOIN (
  SELECT
    "t0"."asked_on"
  FROM "days" AS "t0"
) AS "t9"
  ON "t9"."asked_on" >= "t27"."first"
  AND (
    (
      "t27"."upto" IS NULL
    ) OR (
      "t9"."asked_on" < "t27"."upto"
    )
  )
INNER JOIN (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t5"."crime_ref",
      "t5"."officer_ref",
      "t9"."asked_on"
    FROM "crime_holdings" AS "t5"
    INNER JOIN (
      SELECT
        "t0"."asked_on"
      FROM "days" AS "t0"
    ) AS "t9"
      ON "t5"."since" <= "t9"."asked_on"
      AND (
        (
          "t5"."until" IS NULL
        ) OR (
          "t5"."until" > "t9"."asked_on"
        )
      )
  ) AS "t16"
) AS "t20"
  ON "t27"."crime_ref" = "t20"."crime_ref"
  AND "t27"."officer_ref" = "t20"."officer_ref"
  AND "t9"."asked_on" = "t20"."asked_on"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."unit",
    "t1"."ref" AS "crime_ref"
  FROM "running" AS "t1"
) AS "t11"
  ON "t27"."crime_ref" = "t11"."crime_ref" AND "t9"."asked_on" = "t11"."asked_on"
