-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_registers.py. Change the expression there, not this page.
SELECT
  "t12"."asked_on",
  "t12"."ref",
  CASE
    WHEN COALESCE("t12"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t12"."unit"
  END AS "unit",
  COALESCE(NOT (
    "t12"."in_time"
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t12"."departs_on", "t12"."asked_on") AS "days"
FROM (
  SELECT
    "t11"."person_ref",
    "t11"."ref",
    "t11"."departs_on",
    "t11"."known_since",
    "t11"."late_excuse",
    "t11"."told_at",
    "t11"."asked_on",
    "t11"."month_ago",
    "t11"."travel_days",
    "t11"."travel_hour",
    "t11"."short_hours",
    "t11"."excused_hours",
    "t11"."in_time",
    "t6"."unit",
    "t6"."registered_on"
  FROM (
    SELECT
      "t9"."person_ref",
      "t9"."ref",
      "t9"."departs_on",
      "t9"."known_since",
      "t9"."late_excuse",
      "t9"."told_at",
      "t9"."asked_on",
      "t9"."month_ago",
      "t9"."travel_days",
      "t9"."travel_hour",
      "t9"."short_hours",
      "t9"."excused_hours",
      COALESCE(
        CASE
          WHEN COALESCE("t9"."known_since" >= (
            "t9"."departs_on" - TO_DAYS("t9"."travel_days")
          ), FALSE)
          THEN CASE
            WHEN CAST("t9"."told_at" AS DATE) <= "t9"."asked_on"
            THEN "t9"."told_at"
            ELSE CAST(NULL AS TIMESTAMP)
          END <= (
            (
              CAST("t9"."departs_on" AS TIMESTAMP) + TO_HOURS("t9"."travel_hour")
            ) - TO_HOURS("t9"."short_hours")
          )
          ELSE (
            CAST(CASE
              WHEN CAST("t9"."told_at" AS DATE) <= "t9"."asked_on"
              THEN "t9"."told_at"
              ELSE CAST(NULL AS TIMESTAMP)
            END AS DATE) <= (
              "t9"."departs_on" - TO_DAYS("t9"."travel_days")
            )
          )
          OR (
            REGEXP_MATCHES("t9"."late_excuse", '\S')
            AND (
              CASE
                WHEN CAST("t9"."told_at" AS DATE) <= "t9"."asked_on"
                THEN "t9"."told_at"
                ELSE CAST(NULL AS TIMESTAMP)
              END <= (
                (
                  CAST("t9"."departs_on" AS TIMESTAMP) + TO_HOURS("t9"."travel_hour")
                ) - TO_HOURS("t9"."excused_hours")
              )
            )
          )
        END,
        FALSE
      ) AS "in_time"
    FROM (
      SELECT
        "t7"."person_ref",
        "t7"."ref",
        "t7"."departs_on",
        "t7"."known_since",
        "t7"."late_excuse",
        "t7"."told_at",
        "t8"."asked_on",
        "t8"."month_ago",
        "t8"."travel_days",
        "t8"."travel_hour",
        "t8"."short_hours",
        "t8"."excused_hours"
      FROM (
        SELECT
          "t1"."person_ref",
          "t1"."ref",
          "t1"."departs_on",
          "t1"."known_since",
          "t1"."late_excuse",
          "t1"."told_at"
        FROM "trips_dated" AS "t1"
      ) AS "t7"
      INNER JOIN (
        SELECT
          "t2"."asked_on",
          "t2"."month_ago",
          "t2"."travel_days",
          "t2"."travel_hour",
          "t2"."short_hours",
          "t2"."excused_hours"
        FROM "days" AS "t2"
      ) AS "t8"
        ON "t7"."departs_on" <= "t8"."asked_on" AND "t7"."departs_on" > "t8"."month_ago"
    ) AS "t9"
  ) AS "t11"
  INNER JOIN (
    SELECT
      "t0"."person_ref",
      "t0"."asked_on",
      "t0"."unit",
      "t0"."registered_on"
    FROM "stood" AS "t0"
  ) AS "t6"
    ON "t11"."person_ref" = "t6"."person_ref" AND "t11"."asked_on" = "t6"."asked_on"
) AS "t12"
WHERE
  (
    "t12"."registered_on" IS NULL
  )
  OR (
    "t12"."registered_on" <= "t12"."departs_on"
  )
