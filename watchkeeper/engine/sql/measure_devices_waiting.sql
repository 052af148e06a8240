-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t16"."asked_on",
  "t16"."crime_ref" || ' ' || "t16"."device" AS "ref",
  CASE
    WHEN COALESCE("t16"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t16"."unit"
  END AS "unit",
  COALESCE(
    (
      "t16"."place" <= 1
    )
    AND (
      (
        "t16"."since" + TO_DAYS(
          CASE WHEN "t16"."place" = 0 THEN "t16"."submit_days" ELSE "t16"."examine_days" END
        )
      ) < "t16"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t16"."since", "t16"."asked_on") AS "days"
FROM (
  SELECT
    "t15"."crime_ref",
    "t15"."device",
    "t15"."asked_on",
    "t15"."far",
    "t15"."place",
    "t15"."since",
    "t6"."unit",
    "t6"."reported",
    "t8"."submit_days",
    "t8"."examine_days"
  FROM (
    SELECT
      "t13"."crime_ref",
      "t13"."device",
      "t13"."asked_on",
      "t13"."far",
      "t13"."far"."place" AS "place",
      "t13"."far"."since" AS "since"
    FROM (
      SELECT
        "t12"."crime_ref",
        "t12"."device",
        "t12"."asked_on",
        MAX({'place': "t12"."place", 'since': "t12"."since"}) AS "far"
      FROM (
        SELECT
          "t11"."crime_ref",
          "t11"."device",
          "t11"."asked_on",
          "t11"."place",
          MIN("t11"."on") AS "since"
        FROM (
          SELECT
            "t10"."id",
            "t10"."crime_ref",
            "t10"."ref",
            "t10"."device",
            "t10"."step",
            "t10"."on",
            "t10"."place",
            "t7"."asked_on"
          FROM (
            SELECT
              "t2"."id",
              "t2"."crime_ref",
              "t2"."ref",
              "t2"."device",
              "t2"."step",
              "t2"."on",
              CASE
                WHEN "t2"."step" = 'seized'
                THEN 0
                WHEN "t2"."step" = 'submitted for examination'
                THEN 1
                WHEN "t2"."step" = 'examined'
                THEN 2
                ELSE 0
              END AS "place"
            FROM "crime_devices" AS "t2"
          ) AS "t10"
          INNER JOIN (
            SELECT
              "t1"."asked_on"
            FROM "days" AS "t1"
          ) AS "t7"
            ON "t10"."on" <= "t7"."asked_on"
        ) AS "t11"
        GROUP BY
          1,
          2,
          3,
          4
      ) AS "t12"
      GROUP BY
        1,
        2,
        3
    ) AS "t13"
  ) AS "t15"
  INNER JOIN (
    SELECT
      "t0"."ref" AS "crime_ref",
      "t0"."asked_on",
      "t0"."unit",
      "t0"."reported"
    FROM "running" AS "t0"
  ) AS "t6"
    ON "t15"."crime_ref" = "t6"."crime_ref" AND "t15"."asked_on" = "t6"."asked_on"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."submit_days",
      "t1"."examine_days"
    FROM "days" AS "t1"
  ) AS "t8"
    ON "t15"."asked_on" = "t8"."asked_on"
) AS "t16"
