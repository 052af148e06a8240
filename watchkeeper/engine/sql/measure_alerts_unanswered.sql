-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_alerts.py. Change the expression there, not this page.
SELECT
  "t10"."asked_on",
  "t10"."ref",
  CASE
    WHEN COALESCE("t10"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t10"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t5"."done" < "t10"."latest", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t10"."raised", "t10"."asked_on") AS "days"
FROM (
  SELECT
    "t8"."id",
    "t8"."ref",
    "t8"."kind",
    "t8"."unit",
    "t8"."urgency",
    "t8"."raised_at",
    "t8"."raised",
    "t8"."asked_on",
    "t8"."before",
    "t8"."ends_at",
    "t8"."year_ago",
    "t8"."month_ago",
    "t8"."month_began_at",
    "t8"."dynamic_instruments",
    "t8"."agreed_grounds",
    "t8"."courses",
    "t8"."manager_courses",
    "t8"."action_outcomes",
    "t8"."restarts",
    "t8"."stay_nights",
    "t8"."overridable",
    "t8"."override_ranks",
    "t8"."first_visit_days",
    "t8"."short_absence_days",
    "t8"."assess_first_days",
    "t8"."assess_months",
    "t8"."annual_months",
    "t8"."suspect_days",
    "t8"."submit_days",
    "t8"."examine_days",
    "t8"."grade_days",
    "t8"."dispute_days",
    "t8"."suspension_weeks",
    "t8"."grade_minutes",
    "t8"."return_hours",
    "t8"."child_age",
    "t8"."child_under",
    "t8"."several_lines",
    "t8"."cap",
    "t8"."unseen_months",
    "t8"."long_notice_hours",
    "t8"."unheld_days",
    "t8"."unreviewed_days",
    "t8"."many_crimes",
    "t8"."band_hours",
    "t8"."regrade_hours",
    "t8"."band_days",
    "t8"."least_words",
    "t8"."change_days",
    "t8"."stay_days",
    "t8"."stay_months",
    "t8"."early_days",
    "t8"."wait_days",
    "t8"."travel_days",
    "t8"."travel_hour",
    "t8"."short_hours",
    "t8"."excused_hours",
    "t8"."visit_very_high",
    "t8"."visit_high",
    "t8"."visit_medium",
    "t8"."visit_low",
    "t8"."visit_strictest",
    "t8"."review_very_high",
    "t8"."review_high",
    "t8"."review_medium",
    "t8"."review_low",
    "t8"."review_strictest",
    "t8"."weight_very_high",
    "t8"."weight_high",
    "t8"."weight_medium",
    "t8"."weight_low",
    "t8"."weight_unknown",
    "t8"."unseen_very_high",
    "t8"."unseen_high",
    "t8"."unseen_medium",
    "t8"."unseen_low",
    "t8"."unseen_unknown",
    "t8"."sign_off_late",
    "t8"."event_late",
    "t8"."unread_late",
    "t8"."unmanaged_late",
    "t8"."untrained_late",
    "t8"."unflagged_late",
    "t8"."enquiry_high",
    "t8"."enquiry_medium",
    "t8"."enquiry_low",
    "t8"."order_mark_months",
    "t8"."silence_now",
    "t8"."delivery_now",
    "t8"."silence_today",
    "t8"."delivery_today",
    "t8"."enforce_very_high",
    "t8"."longest_very_high",
    "t8"."ranks_very_high",
    "t8"."enforce_high",
    "t8"."longest_high",
    "t8"."ranks_high",
    "t8"."enforce_medium",
    "t8"."longest_medium",
    "t8"."ranks_medium",
    "t8"."enforce_low",
    "t8"."longest_low",
    "t8"."ranks_low",
    "t8"."pattern_after",
    "t8"."pattern_least",
    "t8"."pattern_cell",
    "t8"."pattern_entropy",
    "t8"."pattern_spread",
    "t8"."pattern_guess",
    "t8"."pattern_within",
    "t8"."pattern_last_part",
    "t8"."pattern_deadline",
    "t8"."raised_at" + TO_MINUTES(
      CASE
        WHEN "t8"."urgency" = 'now'
        THEN "t8"."silence_now"
        WHEN "t8"."urgency" = 'today'
        THEN "t8"."silence_today"
        ELSE NULL
      END
    ) AS "latest"
  FROM (
    SELECT
      "t7"."id",
      "t7"."ref",
      "t7"."kind",
      "t7"."unit",
      "t7"."urgency",
      "t7"."raised_at",
      "t7"."raised",
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
      "t3"."stay_nights",
      "t3"."overridable",
      "t3"."override_ranks",
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
      "t3"."child_under",
      "t3"."several_lines",
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
      "t3"."stay_days",
      "t3"."stay_months",
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
      "t3"."pattern_after",
      "t3"."pattern_least",
      "t3"."pattern_cell",
      "t3"."pattern_entropy",
      "t3"."pattern_spread",
      "t3"."pattern_guess",
      "t3"."pattern_within",
      "t3"."pattern_last_part",
      "t3"."pattern_deadline"
    FROM (
      SELECT
        *
      FROM "alerts_dated" AS "t1"
      WHERE
        NOT (
          "t1"."kind" IN ('one of the force''s own suspected of a crime')
        )
    ) AS "t7"
    CROSS JOIN "days" AS "t3"
  ) AS "t8"
  WHERE
    (
      "t8"."raised_at" + TO_MINUTES(
        CASE
          WHEN "t8"."urgency" = 'now'
          THEN "t8"."silence_now"
          WHEN "t8"."urgency" = 'today'
          THEN "t8"."silence_today"
          ELSE NULL
        END
      )
    ) < "t8"."ends_at"
    AND (
      "t8"."raised_at" + TO_MINUTES(
        CASE
          WHEN "t8"."urgency" = 'now'
          THEN "t8"."silence_now"
          WHEN "t8"."urgency" = 'today'
          THEN "t8"."silence_today"
          ELSE NULL
        END
      )
    ) >= "t8"."month_began_at"
) AS "t10"
LEFT OUTER JOIN (
  SELECT
    "t0"."alert_ref" AS "of",
    MIN("t0"."at") AS "done"
  FROM "alert_acknowledgements" AS "t0"
  GROUP BY
    1
) AS "t5"
  ON "t10"."ref" = "t5"."of"
