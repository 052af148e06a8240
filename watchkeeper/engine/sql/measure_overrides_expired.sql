-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t9"."asked_on",
  "t18"."ref",
  CASE
    WHEN COALESCE("t10"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t10"."unit"
  END AS "unit",
  COALESCE("t18"."until" <= "t9"."asked_on", FALSE) AS "counts",
  DATE_DIFF('DAY', "t18"."until", "t9"."asked_on") AS "days"
FROM (
  SELECT
    "t16"."crime_ref",
    "t16"."officer_ref",
    "t16"."first",
    "t16"."on",
    "t16"."ref",
    "t16"."until",
    LEAD("t16"."first") OVER (
      PARTITION BY "t16"."crime_ref", "t16"."officer_ref"
      ORDER BY "t16"."first" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "upto"
  FROM (
    SELECT
      "t14"."crime_ref",
      "t14"."officer_ref",
      "t14"."asked_on" AS "first",
      "t14"."kept"."on" AS "on",
      "t14"."kept"."ref" AS "ref",
      "t14"."kept"."until" AS "until"
    FROM (
      SELECT
        "t11"."crime_ref",
        "t11"."officer_ref",
        "t11"."asked_on",
        MAX({'on': "t11"."on", 'ref': "t11"."ref", 'until': "t11"."until"}) AS "kept"
      FROM (
        SELECT
          "t6"."id",
          "t6"."crime_ref",
          "t6"."ref",
          "t6"."officer_ref",
          "t6"."on",
          "t6"."until",
          "t4"."asked_on",
          "t4"."before",
          "t4"."ends_at",
          "t4"."year_ago",
          "t4"."month_ago",
          "t4"."dynamic_instruments",
          "t4"."agreed_grounds",
          "t4"."courses",
          "t4"."manager_courses",
          "t4"."action_outcomes",
          "t4"."restarts",
          "t4"."first_visit_days",
          "t4"."short_absence_days",
          "t4"."assess_first_days",
          "t4"."assess_months",
          "t4"."annual_months",
          "t4"."suspect_days",
          "t4"."submit_days",
          "t4"."examine_days",
          "t4"."grade_days",
          "t4"."dispute_days",
          "t4"."suspension_weeks",
          "t4"."grade_minutes",
          "t4"."return_hours",
          "t4"."child_age",
          "t4"."cap",
          "t4"."unseen_months",
          "t4"."long_notice_hours",
          "t4"."unheld_days",
          "t4"."unreviewed_days",
          "t4"."many_crimes",
          "t4"."band_hours",
          "t4"."regrade_hours",
          "t4"."band_days",
          "t4"."least_words",
          "t4"."visit_very_high",
          "t4"."visit_high",
          "t4"."visit_medium",
          "t4"."visit_low",
          "t4"."visit_strictest",
          "t4"."review_very_high",
          "t4"."review_high",
          "t4"."review_medium",
          "t4"."review_low",
          "t4"."review_strictest",
          "t4"."weight_very_high",
          "t4"."weight_high",
          "t4"."weight_medium",
          "t4"."weight_low",
          "t4"."weight_unknown",
          "t4"."unseen_very_high",
          "t4"."unseen_high",
          "t4"."unseen_medium",
          "t4"."unseen_low",
          "t4"."unseen_unknown",
          "t4"."sign_off_late",
          "t4"."event_late",
          "t4"."unread_late",
          "t4"."unmanaged_late",
          "t4"."untrained_late",
          "t4"."unflagged_late",
          "t4"."enquiry_high",
          "t4"."enquiry_medium",
          "t4"."enquiry_low",
          "t4"."order_mark_months",
          "t4"."silence_now",
          "t4"."delivery_now",
          "t4"."silence_today",
          "t4"."delivery_today",
          "t4"."enforce_very_high",
          "t4"."longest_very_high",
          "t4"."ranks_very_high",
          "t4"."enforce_high",
          "t4"."longest_high",
          "t4"."ranks_high",
          "t4"."enforce_medium",
          "t4"."longest_medium",
          "t4"."ranks_medium",
          "t4"."enforce_low",
          "t4"."longest_low",
          "t4"."ranks_low"
        FROM "allocation_overrides" AS "t6"
        INNER JOIN "days" AS "t4"
          ON "t6"."on" <= "t4"."asked_on"
          AND (
            (
              "t4"."before" IS NULL
            ) OR (
              "t6"."on" > "t4"."before"
            )
          )
      ) AS "t11"
      GROUP BY
        1,
        2,
        3
    ) AS "t14"
  ) AS "t16"
) AS "t18"
INNER JOIN (
  SELECT
    "t0"."asked_on"
  FROM "days" AS "t0"
) AS "t9"
  ON "t9"."asked_on" >= "t18"."first"
  AND (
    (
      "t18"."upto" IS NULL
    ) OR (
      "t9"."asked_on" < "t18"."upto"
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
  ) AS "t12"
) AS "t15"
  ON "t18"."crime_ref" = "t15"."crime_ref"
  AND "t18"."officer_ref" = "t15"."officer_ref"
  AND "t9"."asked_on" = "t15"."asked_on"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."unit",
    "t1"."ref" AS "crime_ref"
  FROM "running" AS "t1"
) AS "t10"
  ON "t18"."crime_ref" = "t10"."crime_ref" AND "t9"."asked_on" = "t10"."asked_on"
