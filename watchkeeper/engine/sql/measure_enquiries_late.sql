-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
SELECT
  "t26"."asked_on",
  "t26"."ref",
  CASE
    WHEN COALESCE("t26"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t26"."unit"
  END AS "unit",
  COALESCE(
    COALESCE("t26"."enquired" > "t26"."latest", "t26"."latest" < "t26"."ends_at"),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t26"."day", "t26"."asked_on") AS "days"
FROM (
  SELECT
    "t25".*
    EXCLUDE ("gone")
  FROM (
    SELECT
      "t24"."id",
      "t24"."ref",
      "t24"."missing_ref",
      "t24"."reported_at",
      "t24"."unit",
      "t24"."day",
      "t24"."asked_on",
      "t24"."before",
      "t24"."ends_at",
      "t24"."year_ago",
      "t24"."month_ago",
      "t24"."month_began_at",
      "t24"."dynamic_instruments",
      "t24"."agreed_grounds",
      "t24"."courses",
      "t24"."manager_courses",
      "t24"."action_outcomes",
      "t24"."restarts",
      "t24"."first_visit_days",
      "t24"."short_absence_days",
      "t24"."assess_first_days",
      "t24"."assess_months",
      "t24"."annual_months",
      "t24"."suspect_days",
      "t24"."submit_days",
      "t24"."examine_days",
      "t24"."grade_days",
      "t24"."dispute_days",
      "t24"."suspension_weeks",
      "t24"."grade_minutes",
      "t24"."return_hours",
      "t24"."child_age",
      "t24"."cap",
      "t24"."unseen_months",
      "t24"."long_notice_hours",
      "t24"."unheld_days",
      "t24"."unreviewed_days",
      "t24"."many_crimes",
      "t24"."band_hours",
      "t24"."regrade_hours",
      "t24"."band_days",
      "t24"."least_words",
      "t24"."change_days",
      "t24"."early_days",
      "t24"."wait_days",
      "t24"."travel_days",
      "t24"."travel_hour",
      "t24"."short_hours",
      "t24"."excused_hours",
      "t24"."visit_very_high",
      "t24"."visit_high",
      "t24"."visit_medium",
      "t24"."visit_low",
      "t24"."visit_strictest",
      "t24"."review_very_high",
      "t24"."review_high",
      "t24"."review_medium",
      "t24"."review_low",
      "t24"."review_strictest",
      "t24"."weight_very_high",
      "t24"."weight_high",
      "t24"."weight_medium",
      "t24"."weight_low",
      "t24"."weight_unknown",
      "t24"."unseen_very_high",
      "t24"."unseen_high",
      "t24"."unseen_medium",
      "t24"."unseen_low",
      "t24"."unseen_unknown",
      "t24"."sign_off_late",
      "t24"."event_late",
      "t24"."unread_late",
      "t24"."unmanaged_late",
      "t24"."untrained_late",
      "t24"."unflagged_late",
      "t24"."enquiry_high",
      "t24"."enquiry_medium",
      "t24"."enquiry_low",
      "t24"."order_mark_months",
      "t24"."silence_now",
      "t24"."delivery_now",
      "t24"."silence_today",
      "t24"."delivery_today",
      "t24"."enforce_very_high",
      "t24"."longest_very_high",
      "t24"."ranks_very_high",
      "t24"."enforce_high",
      "t24"."longest_high",
      "t24"."ranks_high",
      "t24"."enforce_medium",
      "t24"."longest_medium",
      "t24"."ranks_medium",
      "t24"."enforce_low",
      "t24"."longest_low",
      "t24"."ranks_low",
      "t24"."enquired",
      "t24"."grade",
      "t24"."latest",
      "t10"."gone",
      "t10"."found"
    FROM (
      SELECT
        "t22"."id",
        "t22"."ref",
        "t22"."missing_ref",
        "t22"."reported_at",
        "t22"."unit",
        "t22"."day",
        "t22"."asked_on",
        "t22"."before",
        "t22"."ends_at",
        "t22"."year_ago",
        "t22"."month_ago",
        "t22"."month_began_at",
        "t22"."dynamic_instruments",
        "t22"."agreed_grounds",
        "t22"."courses",
        "t22"."manager_courses",
        "t22"."action_outcomes",
        "t22"."restarts",
        "t22"."first_visit_days",
        "t22"."short_absence_days",
        "t22"."assess_first_days",
        "t22"."assess_months",
        "t22"."annual_months",
        "t22"."suspect_days",
        "t22"."submit_days",
        "t22"."examine_days",
        "t22"."grade_days",
        "t22"."dispute_days",
        "t22"."suspension_weeks",
        "t22"."grade_minutes",
        "t22"."return_hours",
        "t22"."child_age",
        "t22"."cap",
        "t22"."unseen_months",
        "t22"."long_notice_hours",
        "t22"."unheld_days",
        "t22"."unreviewed_days",
        "t22"."many_crimes",
        "t22"."band_hours",
        "t22"."regrade_hours",
        "t22"."band_days",
        "t22"."least_words",
        "t22"."change_days",
        "t22"."early_days",
        "t22"."wait_days",
        "t22"."travel_days",
        "t22"."travel_hour",
        "t22"."short_hours",
        "t22"."excused_hours",
        "t22"."visit_very_high",
        "t22"."visit_high",
        "t22"."visit_medium",
        "t22"."visit_low",
        "t22"."visit_strictest",
        "t22"."review_very_high",
        "t22"."review_high",
        "t22"."review_medium",
        "t22"."review_low",
        "t22"."review_strictest",
        "t22"."weight_very_high",
        "t22"."weight_high",
        "t22"."weight_medium",
        "t22"."weight_low",
        "t22"."weight_unknown",
        "t22"."unseen_very_high",
        "t22"."unseen_high",
        "t22"."unseen_medium",
        "t22"."unseen_low",
        "t22"."unseen_unknown",
        "t22"."sign_off_late",
        "t22"."event_late",
        "t22"."unread_late",
        "t22"."unmanaged_late",
        "t22"."untrained_late",
        "t22"."unflagged_late",
        "t22"."enquiry_high",
        "t22"."enquiry_medium",
        "t22"."enquiry_low",
        "t22"."order_mark_months",
        "t22"."silence_now",
        "t22"."delivery_now",
        "t22"."silence_today",
        "t22"."delivery_today",
        "t22"."enforce_very_high",
        "t22"."longest_very_high",
        "t22"."ranks_very_high",
        "t22"."enforce_high",
        "t22"."longest_high",
        "t22"."ranks_high",
        "t22"."enforce_medium",
        "t22"."longest_medium",
        "t22"."ranks_medium",
        "t22"."enforce_low",
        "t22"."longest_low",
        "t22"."ranks_low",
        "t22"."enquired",
        "t22"."grade",
        "t22"."reported_at" + TO_HOURS(
          CASE
            WHEN "t22"."grade" IN ('low', 'very low')
            THEN "t22"."enquiry_low"
            WHEN "t22"."grade" = 'medium'
            THEN "t22"."enquiry_medium"
            ELSE "t22"."enquiry_high"
          END
        ) AS "latest"
      FROM (
        SELECT
          "t21".*
          EXCLUDE ("of")
        FROM (
          SELECT
            "t20"."id",
            "t20"."ref",
            "t20"."missing_ref",
            "t20"."reported_at",
            "t20"."unit",
            "t20"."day",
            "t20"."asked_on",
            "t20"."before",
            "t20"."ends_at",
            "t20"."year_ago",
            "t20"."month_ago",
            "t20"."month_began_at",
            "t20"."dynamic_instruments",
            "t20"."agreed_grounds",
            "t20"."courses",
            "t20"."manager_courses",
            "t20"."action_outcomes",
            "t20"."restarts",
            "t20"."first_visit_days",
            "t20"."short_absence_days",
            "t20"."assess_first_days",
            "t20"."assess_months",
            "t20"."annual_months",
            "t20"."suspect_days",
            "t20"."submit_days",
            "t20"."examine_days",
            "t20"."grade_days",
            "t20"."dispute_days",
            "t20"."suspension_weeks",
            "t20"."grade_minutes",
            "t20"."return_hours",
            "t20"."child_age",
            "t20"."cap",
            "t20"."unseen_months",
            "t20"."long_notice_hours",
            "t20"."unheld_days",
            "t20"."unreviewed_days",
            "t20"."many_crimes",
            "t20"."band_hours",
            "t20"."regrade_hours",
            "t20"."band_days",
            "t20"."least_words",
            "t20"."change_days",
            "t20"."early_days",
            "t20"."wait_days",
            "t20"."travel_days",
            "t20"."travel_hour",
            "t20"."short_hours",
            "t20"."excused_hours",
            "t20"."visit_very_high",
            "t20"."visit_high",
            "t20"."visit_medium",
            "t20"."visit_low",
            "t20"."visit_strictest",
            "t20"."review_very_high",
            "t20"."review_high",
            "t20"."review_medium",
            "t20"."review_low",
            "t20"."review_strictest",
            "t20"."weight_very_high",
            "t20"."weight_high",
            "t20"."weight_medium",
            "t20"."weight_low",
            "t20"."weight_unknown",
            "t20"."unseen_very_high",
            "t20"."unseen_high",
            "t20"."unseen_medium",
            "t20"."unseen_low",
            "t20"."unseen_unknown",
            "t20"."sign_off_late",
            "t20"."event_late",
            "t20"."unread_late",
            "t20"."unmanaged_late",
            "t20"."untrained_late",
            "t20"."unflagged_late",
            "t20"."enquiry_high",
            "t20"."enquiry_medium",
            "t20"."enquiry_low",
            "t20"."order_mark_months",
            "t20"."silence_now",
            "t20"."delivery_now",
            "t20"."silence_today",
            "t20"."delivery_today",
            "t20"."enforce_very_high",
            "t20"."longest_very_high",
            "t20"."ranks_very_high",
            "t20"."enforce_high",
            "t20"."longest_high",
            "t20"."ranks_high",
            "t20"."enforce_medium",
            "t20"."longest_medium",
            "t20"."ranks_medium",
            "t20"."enforce_low",
            "t20"."longest_low",
            "t20"."ranks_low",
            "t20"."enquired",
            "t14"."of",
            "t14"."grade"
          FROM (
            SELECT
              "t18".*
              EXCLUDE ("asked_on_right", "ref_right")
            FROM (
              SELECT
                "t12"."id",
                "t12"."ref",
                "t12"."missing_ref",
                "t12"."reported_at",
                "t12"."unit",
                "t12"."day",
                "t5"."asked_on",
                "t5"."before",
                "t5"."ends_at",
                "t5"."year_ago",
                "t5"."month_ago",
                "t5"."month_began_at",
                "t5"."dynamic_instruments",
                "t5"."agreed_grounds",
                "t5"."courses",
                "t5"."manager_courses",
                "t5"."action_outcomes",
                "t5"."restarts",
                "t5"."first_visit_days",
                "t5"."short_absence_days",
                "t5"."assess_first_days",
                "t5"."assess_months",
                "t5"."annual_months",
                "t5"."suspect_days",
                "t5"."submit_days",
                "t5"."examine_days",
                "t5"."grade_days",
                "t5"."dispute_days",
                "t5"."suspension_weeks",
                "t5"."grade_minutes",
                "t5"."return_hours",
                "t5"."child_age",
                "t5"."cap",
                "t5"."unseen_months",
                "t5"."long_notice_hours",
                "t5"."unheld_days",
                "t5"."unreviewed_days",
                "t5"."many_crimes",
                "t5"."band_hours",
                "t5"."regrade_hours",
                "t5"."band_days",
                "t5"."least_words",
                "t5"."change_days",
                "t5"."early_days",
                "t5"."wait_days",
                "t5"."travel_days",
                "t5"."travel_hour",
                "t5"."short_hours",
                "t5"."excused_hours",
                "t5"."visit_very_high",
                "t5"."visit_high",
                "t5"."visit_medium",
                "t5"."visit_low",
                "t5"."visit_strictest",
                "t5"."review_very_high",
                "t5"."review_high",
                "t5"."review_medium",
                "t5"."review_low",
                "t5"."review_strictest",
                "t5"."weight_very_high",
                "t5"."weight_high",
                "t5"."weight_medium",
                "t5"."weight_low",
                "t5"."weight_unknown",
                "t5"."unseen_very_high",
                "t5"."unseen_high",
                "t5"."unseen_medium",
                "t5"."unseen_low",
                "t5"."unseen_unknown",
                "t5"."sign_off_late",
                "t5"."event_late",
                "t5"."unread_late",
                "t5"."unmanaged_late",
                "t5"."untrained_late",
                "t5"."unflagged_late",
                "t5"."enquiry_high",
                "t5"."enquiry_medium",
                "t5"."enquiry_low",
                "t5"."order_mark_months",
                "t5"."silence_now",
                "t5"."delivery_now",
                "t5"."silence_today",
                "t5"."delivery_today",
                "t5"."enforce_very_high",
                "t5"."longest_very_high",
                "t5"."ranks_very_high",
                "t5"."enforce_high",
                "t5"."longest_high",
                "t5"."ranks_high",
                "t5"."enforce_medium",
                "t5"."longest_medium",
                "t5"."ranks_medium",
                "t5"."enforce_low",
                "t5"."longest_low",
                "t5"."ranks_low",
                "t17"."ref" AS "ref_right",
                "t17"."asked_on" AS "asked_on_right",
                "t17"."enquired"
              FROM (
                SELECT
                  "t2"."id",
                  "t2"."ref",
                  "t2"."missing_ref",
                  "t2"."reported_at",
                  "t2"."unit",
                  CAST("t2"."reported_at" AS DATE) AS "day"
                FROM "missing_episodes" AS "t2"
              ) AS "t12"
              INNER JOIN "days" AS "t5"
                ON "t12"."day" <= "t5"."asked_on" AND "t12"."day" > "t5"."month_ago"
              LEFT OUTER JOIN (
                SELECT
                  "t15"."ref",
                  "t15"."asked_on",
                  MIN("t15"."at") AS "enquired"
                FROM (
                  SELECT
                    "t12"."ref",
                    "t5"."asked_on",
                    "t5"."ends_at",
                    "t9"."of",
                    "t9"."at"
                  FROM (
                    SELECT
                      "t2"."id",
                      "t2"."ref",
                      "t2"."missing_ref",
                      "t2"."reported_at",
                      "t2"."unit",
                      CAST("t2"."reported_at" AS DATE) AS "day"
                    FROM "missing_episodes" AS "t2"
                  ) AS "t12"
                  INNER JOIN "days" AS "t5"
                    ON "t12"."day" <= "t5"."asked_on" AND "t12"."day" > "t5"."month_ago"
                  INNER JOIN (
                    SELECT
                      "t4"."episode_ref" AS "of",
                      "t4"."at"
                    FROM "missing_enquiries" AS "t4"
                  ) AS "t9"
                    ON "t12"."ref" = "t9"."of" AND "t9"."at" < "t5"."ends_at"
                ) AS "t15"
                GROUP BY
                  1,
                  2
              ) AS "t17"
                ON "t12"."ref" = "t17"."ref" AND "t5"."asked_on" = "t17"."asked_on"
            ) AS "t18"
          ) AS "t20"
          LEFT OUTER JOIN (
            SELECT
              "t11"."of",
              "t11"."grade"."grade" AS "grade"
            FROM (
              SELECT
                "t1"."episode_ref" AS "of",
                MIN({'at': "t1"."at", 'ref': "t1"."ref", 'grade': "t1"."grade"}) AS "grade"
              FROM "missing_grades" AS "t1"
              GROUP BY
                1
            ) AS "t11"
          ) AS "t14"
            ON "t20"."ref" = "t14"."of"
        ) AS "t21"
      ) AS "t22"
    ) AS "t24"
    LEFT OUTER JOIN (
      SELECT
        "t0"."episode_ref" AS "gone",
        MIN("t0"."at") AS "found"
      FROM "missing_finds" AS "t0"
      GROUP BY
        1
    ) AS "t10"
      ON "t24"."ref" = "t10"."gone"
  ) AS "t25"
) AS "t26"
WHERE
  (
    "t26"."found" IS NULL
  ) OR (
    "t26"."found" > "t26"."latest"
  )
