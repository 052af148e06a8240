-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
SELECT
  "t11"."asked_on",
  "t11"."ref",
  CASE
    WHEN COALESCE("t11"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t11"."unit"
  END AS "unit",
  COALESCE(
    COALESCE(
      "t11"."graded" > (
        "t11"."reported_at" + TO_MINUTES("t11"."grade_minutes")
      ),
      (
        "t11"."reported_at" + TO_MINUTES("t11"."grade_minutes")
      ) < "t11"."ends_at"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t11"."day", "t11"."asked_on") AS "days"
FROM (
  SELECT
    "t10".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t3"."id",
      "t3"."ref",
      "t3"."missing_ref",
      "t3"."reported_at",
      "t3"."unit",
      "t3"."day",
      "t4"."asked_on",
      "t4"."before",
      "t4"."ends_at",
      "t4"."year_ago",
      "t4"."month_ago",
      "t4"."month_began_at",
      "t4"."dynamic_instruments",
      "t4"."agreed_grounds",
      "t4"."courses",
      "t4"."manager_courses",
      "t4"."action_outcomes",
      "t4"."restarts",
      "t4"."stay_nights",
      "t4"."overridable",
      "t4"."override_ranks",
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
      "t4"."child_under",
      "t4"."several_lines",
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
      "t4"."change_days",
      "t4"."stay_days",
      "t4"."stay_months",
      "t4"."early_days",
      "t4"."wait_days",
      "t4"."travel_days",
      "t4"."travel_hour",
      "t4"."short_hours",
      "t4"."excused_hours",
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
      "t4"."ranks_low",
      "t4"."pattern_after",
      "t4"."pattern_least",
      "t4"."pattern_cell",
      "t4"."pattern_entropy",
      "t4"."pattern_spread",
      "t4"."pattern_guess",
      "t4"."pattern_within",
      "t4"."pattern_last_part",
      "t4"."pattern_deadline",
      "t9"."ref" AS "ref_right",
      "t9"."asked_on" AS "asked_on_right",
      "t9"."graded"
    FROM "missing_episodes_dated" AS "t3"
    INNER JOIN "days" AS "t4"
      ON "t3"."day" <= "t4"."asked_on" AND "t3"."day" > "t4"."month_ago"
    LEFT OUTER JOIN (
      SELECT
        "t7"."ref",
        "t7"."asked_on",
        MIN("t7"."at") AS "graded"
      FROM (
        SELECT
          "t3"."ref",
          "t4"."asked_on",
          "t4"."ends_at",
          "t6"."of",
          "t6"."at"
        FROM "missing_episodes_dated" AS "t3"
        INNER JOIN "days" AS "t4"
          ON "t3"."day" <= "t4"."asked_on" AND "t3"."day" > "t4"."month_ago"
        INNER JOIN (
          SELECT
            "t2"."episode_ref" AS "of",
            "t2"."at"
          FROM "missing_grades" AS "t2"
        ) AS "t6"
          ON "t3"."ref" = "t6"."of" AND "t6"."at" < "t4"."ends_at"
      ) AS "t7"
      GROUP BY
        1,
        2
    ) AS "t9"
      ON "t3"."ref" = "t9"."ref" AND "t4"."asked_on" = "t9"."asked_on"
  ) AS "t10"
) AS "t11"
