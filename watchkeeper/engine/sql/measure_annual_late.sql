-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t12"."asked_on",
  "t12"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t12"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t12"."unit"
  END AS "unit",
  COALESCE("t12"."annual_late", FALSE) AS "counts",
  DATE_DIFF('DAY', "t12"."annual_by", "t12"."asked_on") AS "days"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t4"."person_ref",
      "t4"."asked_on",
      "t4"."unit",
      "t4"."flag_on",
      "t4"."registered_on",
      "t4"."set_on",
      "t4"."level",
      "t4"."made_on",
      "t4"."plan_ref",
      "t4"."visit_every_months",
      "t4"."deviation_reason",
      "t4"."reactive",
      "t4"."approved_on",
      "t4"."approved_by",
      "t4"."seen_on",
      "t4"."tried_on",
      "t4"."assessed_on",
      "t4"."assessed_ref",
      "t4"."signed_off_on",
      "t4"."reviewed_on",
      "t4"."notified_on",
      "t4"."annual_from",
      "t4"."away",
      "t4"."manager",
      "t4"."managed_since",
      "t4"."left_on",
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
      "t4"."visit_months",
      "t4"."review_months",
      "t5"."visit_by",
      "t5"."visit_late",
      "t5"."assess_by",
      "t5"."assess_late",
      "t5"."annual_by",
      "t5"."annual_late"
    FROM "stood" AS "t4"
    INNER JOIN "judged" AS "t5"
      ON "t4"."person_ref" = "t5"."person_ref" AND "t4"."asked_on" = "t5"."asked_on"
  ) AS "t9"
  WHERE
    "t9"."annual_late" IS NOT NULL
) AS "t12"
ANTI JOIN (
  SELECT
    *
  FROM (
    SELECT
      "t6"."id",
      "t6"."person_ref",
      "t6"."ref",
      "t6"."kind",
      "t6"."since",
      "t6"."until",
      "t8"."asked_on"
    FROM "addresses" AS "t6"
    INNER JOIN (
      SELECT
        "t3"."asked_on"
      FROM "days" AS "t3"
    ) AS "t8"
      ON "t6"."since" <= "t8"."asked_on"
      AND (
        (
          "t6"."until" IS NULL
        ) OR (
          "t6"."until" > "t8"."asked_on"
        )
      )
  ) AS "t11"
  WHERE
    "t11"."kind" = 'found'
) AS "t14"
  ON "t12"."person_ref" = "t14"."person_ref" AND "t12"."asked_on" = "t14"."asked_on"
