-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_visits.py. Change the expression there, not this page.
SELECT
  "t7"."asked_on",
  "t7"."ref",
  CASE
    WHEN COALESCE("t7"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t7"."unit"
  END AS "unit",
  COALESCE(NOT (
    "t7"."outcome" IN ('seen', 'entered')
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t7"."day", "t7"."asked_on") AS "days"
FROM (
  SELECT
    "t3"."id",
    "t3"."person_ref",
    "t3"."ref",
    "t3"."at",
    "t3"."outcome",
    "t3"."notice_hours",
    "t3"."notice_reason",
    "t3"."notice_authorised_by",
    "t3"."day",
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
    "t4"."ranks_low",
    "t6"."unit"
  FROM "visits" AS "t3"
  INNER JOIN "days" AS "t4"
    ON "t3"."day" <= "t4"."asked_on" AND "t3"."day" > "t4"."month_ago"
  INNER JOIN (
    SELECT
      "t2"."ref" AS "person_ref",
      "t2"."unit"
    FROM "people" AS "t2"
  ) AS "t6"
    ON "t3"."person_ref" = "t6"."person_ref"
) AS "t7"
WHERE
  "t7"."outcome" <> 'called off'
