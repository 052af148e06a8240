-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t21"."asked_on",
  "t21"."ref",
  CASE
    WHEN COALESCE("t9"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t9"."unit"
  END AS "unit",
  COALESCE("t21"."until" <= "t21"."asked_on", FALSE) AS "counts",
  DATE_DIFF('DAY', "t21"."until", "t21"."asked_on") AS "days"
FROM (
  SELECT
    "t19"."crime_ref",
    "t19"."officer_ref",
    "t19"."first" AS "asked_on",
    "t19"."on",
    "t19"."ref",
    "t19"."until"
  FROM (
    SELECT
      "t18"."crime_ref",
      "t18"."officer_ref",
      "t10"."first",
      "t18"."kept"."on" AS "on",
      "t18"."kept"."ref" AS "ref",
      "t18"."kept"."until" AS "until"
    FROM (
      SELECT
        "t14"."crime_ref",
        "t14"."officer_ref",
        MAX({'on': "t14"."on", 'ref': "t14"."ref", 'until': "t14"."until"}) AS "kept"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."id",
            "t5"."crime_ref",
            "t5"."ref",
            "t5"."officer_ref",
            "t5"."on",
            "t5"."until",
            "t5"."by",
            "t5"."reason",
            "t11"."asked_on"
          FROM "allocation_overrides" AS "t5"
          CROSS JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t11"
        ) AS "t12"
        WHERE
          "t12"."on" <= "t12"."asked_on"
      ) AS "t14"
      GROUP BY
        1,
        2
    ) AS "t18"
    CROSS JOIN (
      SELECT
        "t2"."asked_on" AS "first"
      FROM "days" AS "t2"
    ) AS "t10"
  ) AS "t19"
) AS "t21"
INNER JOIN (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t4"."crime_ref",
      "t4"."officer_ref",
      "t11"."asked_on"
    FROM "crime_holdings" AS "t4"
    INNER JOIN (
      SELECT
        "t2"."asked_on"
      FROM "days" AS "t2"
    ) AS "t11"
      ON "t4"."since" <= "t11"."asked_on"
      AND (
        (
          "t4"."until" IS NULL
        ) OR (
          "t4"."until" > "t11"."asked_on"
        )
      )
  ) AS "t13"
) AS "t16"
  ON "t21"."crime_ref" = "t16"."crime_ref"
  AND "t21"."officer_ref" = "t16"."officer_ref"
  AND "t21"."asked_on" = "t16"."asked_on"
INNER JOIN (
  SELECT
    "t0"."asked_on",
    "t0"."unit",
    "t0"."ref" AS "crime_ref"
  FROM "running" AS "t0"
) AS "t9"
  ON "t21"."crime_ref" = "t9"."crime_ref" AND "t21"."asked_on" = "t9"."asked_on"
