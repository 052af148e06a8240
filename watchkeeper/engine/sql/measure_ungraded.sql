-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t12"."asked_on",
  "t12"."ref",
  CASE
    WHEN COALESCE("t12"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t12"."unit"
  END AS "unit",
  COALESCE(
    (
      "t12"."graded" IS NULL
    )
    AND (
      (
        "t12"."reported" + TO_DAYS("t12"."grade_days")
      ) < "t12"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t12"."reported", "t12"."asked_on") AS "days"
FROM (
  SELECT
    "t11".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t3"."id",
      "t3"."ref",
      "t3"."reported_at",
      "t3"."offence",
      "t3"."unit",
      "t3"."reported",
      "t3"."asked_on",
      "t3"."before",
      "t3"."ends_at",
      "t3"."year_ago",
      "t3"."month_ago",
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
      "t3"."ended",
      "t3"."dateless",
      "t10"."ref" AS "ref_right",
      "t10"."asked_on" AS "asked_on_right",
      "t10"."graded"
    FROM "running" AS "t3"
    LEFT OUTER JOIN (
      SELECT
        "t8"."ref",
        "t8"."asked_on",
        TRUE AS "graded"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t4"."crime_ref" AS "ref",
            "t6"."asked_on"
          FROM "crime_grades" AS "t4"
          INNER JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t6"
            ON "t4"."on" <= "t6"."asked_on"
        ) AS "t7"
      ) AS "t8"
    ) AS "t10"
      ON "t3"."ref" = "t10"."ref" AND "t3"."asked_on" = "t10"."asked_on"
  ) AS "t11"
) AS "t12"
