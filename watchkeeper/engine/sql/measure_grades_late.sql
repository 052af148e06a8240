-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
SELECT
  "t12"."asked_on",
  "t12"."ref",
  CASE
    WHEN COALESCE("t12"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t12"."unit"
  END AS "unit",
  COALESCE(
    COALESCE(
      "t12"."graded" > (
        "t12"."reported_at" + TO_MINUTES("t12"."grade_minutes")
      ),
      (
        "t12"."reported_at" + TO_MINUTES("t12"."grade_minutes")
      ) < "t12"."ends_at"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t12"."day", "t12"."asked_on") AS "days"
FROM (
  SELECT
    "t11".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t7"."id",
      "t7"."ref",
      "t7"."missing_ref",
      "t7"."reported_at",
      "t7"."unit",
      "t7"."day",
      "t3"."asked_on",
      "t3"."before",
      "t3"."ends_at",
      "t3"."year_ago",
      "t3"."month_ago",
      "t3"."month_began_at",
      "t3"."dynamic_instruments",
      "t3"."agreed_grounds",
      "t3"."courses",
      "t3"."manager_courses",
      "t3"."action_outcomes",
      "t3"."restarts",
      "t3"."first_visit_days",
      "t3"."short_absence_days",
      "t3"."assess_first_days",
      "t3"."assess_months",
      "t3"."annual_months",
      "t3"."suspect_days",
      "t3"."submit_days",
      "t3"."examine_days",
      "t3"."grade_days",
      "t3"."dispute_days",
      "t3"."suspension_weeks",
      "t3"."grade_minutes",
      "t3"."return_hours",
      "t3"."child_age",
      "t3"."cap",
      "t3"."unseen_months",
      "t3"."long_notice_hours",
      "t3"."unheld_days",
      "t3"."unreviewed_days",
      "t3"."many_crimes",
      "t3"."band_hours",
      "t3"."regrade_hours",
      "t3"."band_days",
      "t3"."least_words",
      "t3"."change_days",
      "t3"."early_days",
      "t3"."wait_days",
      "t3"."travel_days",
      "t3"."travel_hour",
      "t3"."short_hours",
      "t3"."excused_hours",
      "t3"."visit_very_high",
      "t3"."visit_high",
      "t3"."visit_medium",
      "t3"."visit_low",
      "t3"."visit_strictest",
      "t3"."review_very_high",
      "t3"."review_high",
      "t3"."review_medium",
      "t3"."review_low",
      "t3"."review_strictest",
      "t3"."weight_very_high",
      "t3"."weight_high",
      "t3"."weight_medium",
      "t3"."weight_low",
      "t3"."weight_unknown",
      "t3"."unseen_very_high",
      "t3"."unseen_high",
      "t3"."unseen_medium",
      "t3"."unseen_low",
      "t3"."unseen_unknown",
      "t3"."sign_off_late",
      "t3"."event_late",
      "t3"."unread_late",
      "t3"."unmanaged_late",
      "t3"."untrained_late",
      "t3"."unflagged_late",
      "t3"."enquiry_high",
      "t3"."enquiry_medium",
      "t3"."enquiry_low",
      "t3"."order_mark_months",
      "t3"."silence_now",
      "t3"."delivery_now",
      "t3"."silence_today",
      "t3"."delivery_today",
      "t3"."enforce_very_high",
      "t3"."longest_very_high",
      "t3"."ranks_very_high",
      "t3"."enforce_high",
      "t3"."longest_high",
      "t3"."ranks_high",
      "t3"."enforce_medium",
      "t3"."longest_medium",
      "t3"."ranks_medium",
      "t3"."enforce_low",
      "t3"."longest_low",
      "t3"."ranks_low",
      "t10"."ref" AS "ref_right",
      "t10"."asked_on" AS "asked_on_right",
      "t10"."graded"
    FROM (
      SELECT
        "t0"."id",
        "t0"."ref",
        "t0"."missing_ref",
        "t0"."reported_at",
        "t0"."unit",
        CAST("t0"."reported_at" AS DATE) AS "day"
      FROM "missing_episodes" AS "t0"
    ) AS "t7"
    INNER JOIN "days" AS "t3"
      ON "t7"."day" <= "t3"."asked_on" AND "t7"."day" > "t3"."month_ago"
    LEFT OUTER JOIN (
      SELECT
        "t8"."ref",
        "t8"."asked_on",
        MIN("t8"."at") AS "graded"
      FROM (
        SELECT
          "t7"."ref",
          "t3"."asked_on",
          "t3"."ends_at",
          "t6"."of",
          "t6"."at"
        FROM (
          SELECT
            "t0"."id",
            "t0"."ref",
            "t0"."missing_ref",
            "t0"."reported_at",
            "t0"."unit",
            CAST("t0"."reported_at" AS DATE) AS "day"
          FROM "missing_episodes" AS "t0"
        ) AS "t7"
        INNER JOIN "days" AS "t3"
          ON "t7"."day" <= "t3"."asked_on" AND "t7"."day" > "t3"."month_ago"
        INNER JOIN (
          SELECT
            "t2"."episode_ref" AS "of",
            "t2"."at"
          FROM "missing_grades" AS "t2"
        ) AS "t6"
          ON "t7"."ref" = "t6"."of" AND "t6"."at" < "t3"."ends_at"
      ) AS "t8"
      GROUP BY
        1,
        2
    ) AS "t10"
      ON "t7"."ref" = "t10"."ref" AND "t3"."asked_on" = "t10"."asked_on"
  ) AS "t11"
) AS "t12"
