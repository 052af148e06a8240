-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_holders.py. Change the expression there, not this page.
SELECT
  "t11"."crime_ref",
  "t11"."asked_on",
  "t11"."since",
  "t11"."officer_ref",
  "t6"."unit"
FROM (
  SELECT
    "t9"."crime_ref",
    "t9"."asked_on",
    "t9"."kept"."since" AS "since",
    "t9"."kept"."officer_ref" AS "officer_ref"
  FROM (
    SELECT
      "t8"."crime_ref",
      "t8"."asked_on",
      MAX({'since': "t8"."since", 'ref': "t8"."ref", 'officer_ref': "t8"."officer_ref"}) AS "kept"
    FROM (
      SELECT
        "t3"."id",
        "t3"."crime_ref",
        "t3"."ref",
        "t3"."officer_ref",
        "t3"."since",
        "t3"."until",
        "t7"."asked_on"
      FROM "crime_holdings" AS "t3"
      INNER JOIN (
        SELECT
          "t2"."asked_on"
        FROM "days" AS "t2"
      ) AS "t7"
        ON "t3"."since" <= "t7"."asked_on"
        AND (
          (
            "t3"."until" IS NULL
          ) OR (
            "t3"."until" > "t7"."asked_on"
          )
        )
    ) AS "t8"
    GROUP BY
      1,
      2
  ) AS "t9"
) AS "t11"
INNER JOIN (
  SELECT
    "t0"."asked_on",
    "t0"."unit",
    "t0"."ref" AS "crime_ref"
  FROM "running" AS "t0"
) AS "t6"
  ON "t11"."crime_ref" = "t6"."crime_ref" AND "t11"."asked_on" = "t6"."asked_on"
