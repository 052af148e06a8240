-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t22"."asked_on",
  "t22"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t22"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t22"."unit"
  END AS "unit",
  COALESCE(COALESCE("t22"."passed", 0) < "t22"."courses", FALSE) AS "counts",
  DATE_DIFF('DAY', "t22"."managed_since", "t22"."asked_on") AS "days"
FROM (
  SELECT
    "t21".*
    EXCLUDE ("asked_on_right", "manager_right")
  FROM (
    SELECT
      "t18"."person_ref",
      "t18"."asked_on",
      "t18"."unit",
      "t18"."flag_on",
      "t18"."registered_on",
      "t18"."set_on",
      "t18"."level",
      "t18"."made_on",
      "t18"."plan_ref",
      "t18"."visit_every_months",
      "t18"."deviation_reason",
      "t18"."reactive",
      "t18"."approved_on",
      "t18"."approved_by",
      "t18"."seen_on",
      "t18"."tried_on",
      "t18"."assessed_on",
      "t18"."assessed_ref",
      "t18"."signed_off_on",
      "t18"."reviewed_on",
      "t18"."notified_on",
      "t18"."annual_from",
      "t18"."away",
      "t18"."manager",
      "t18"."managed_since",
      "t18"."left_on",
      "t18"."ends_at",
      "t18"."year_ago",
      "t18"."month_ago",
      "t18"."dynamic_instruments",
      "t18"."agreed_grounds",
      "t18"."courses",
      "t18"."manager_courses",
      "t18"."action_outcomes",
      "t18"."restarts",
      "t18"."first_visit_days",
      "t18"."short_absence_days",
      "t18"."assess_first_days",
      "t18"."assess_months",
      "t18"."annual_months",
      "t18"."suspect_days",
      "t18"."submit_days",
      "t18"."examine_days",
      "t18"."grade_days",
      "t18"."dispute_days",
      "t18"."suspension_weeks",
      "t18"."grade_minutes",
      "t18"."return_hours",
      "t18"."child_age",
      "t18"."cap",
      "t18"."unseen_months",
      "t18"."long_notice_hours",
      "t18"."unheld_days",
      "t18"."unreviewed_days",
      "t18"."many_crimes",
      "t18"."band_hours",
      "t18"."regrade_hours",
      "t18"."band_days",
      "t18"."least_words",
      "t18"."visit_very_high",
      "t18"."visit_high",
      "t18"."visit_medium",
      "t18"."visit_low",
      "t18"."visit_strictest",
      "t18"."review_very_high",
      "t18"."review_high",
      "t18"."review_medium",
      "t18"."review_low",
      "t18"."review_strictest",
      "t18"."weight_very_high",
      "t18"."weight_high",
      "t18"."weight_medium",
      "t18"."weight_low",
      "t18"."weight_unknown",
      "t18"."unseen_very_high",
      "t18"."unseen_high",
      "t18"."unseen_medium",
      "t18"."unseen_low",
      "t18"."unseen_unknown",
      "t18"."sign_off_late",
      "t18"."event_late",
      "t18"."unread_late",
      "t18"."unmanaged_late",
      "t18"."untrained_late",
      "t18"."unflagged_late",
      "t18"."enquiry_high",
      "t18"."enquiry_medium",
      "t18"."enquiry_low",
      "t18"."order_mark_months",
      "t18"."silence_now",
      "t18"."delivery_now",
      "t18"."silence_today",
      "t18"."delivery_today",
      "t18"."enforce_very_high",
      "t18"."longest_very_high",
      "t18"."ranks_very_high",
      "t18"."enforce_high",
      "t18"."longest_high",
      "t18"."ranks_high",
      "t18"."enforce_medium",
      "t18"."longest_medium",
      "t18"."ranks_medium",
      "t18"."enforce_low",
      "t18"."longest_low",
      "t18"."ranks_low",
      "t18"."visit_months",
      "t18"."review_months",
      "t18"."left",
      "t18"."in_hand",
      "t20"."manager" AS "manager_right",
      "t20"."asked_on" AS "asked_on_right",
      "t20"."passed"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t14".*
          EXCLUDE ("manager_right")
        FROM (
          SELECT
            "t12"."person_ref",
            "t12"."asked_on",
            "t12"."unit",
            "t12"."flag_on",
            "t12"."registered_on",
            "t12"."set_on",
            "t12"."level",
            "t12"."made_on",
            "t12"."plan_ref",
            "t12"."visit_every_months",
            "t12"."deviation_reason",
            "t12"."reactive",
            "t12"."approved_on",
            "t12"."approved_by",
            "t12"."seen_on",
            "t12"."tried_on",
            "t12"."assessed_on",
            "t12"."assessed_ref",
            "t12"."signed_off_on",
            "t12"."reviewed_on",
            "t12"."notified_on",
            "t12"."annual_from",
            "t12"."away",
            "t12"."manager",
            "t12"."managed_since",
            "t12"."left_on",
            "t12"."ends_at",
            "t12"."year_ago",
            "t12"."month_ago",
            "t12"."dynamic_instruments",
            "t12"."agreed_grounds",
            "t12"."courses",
            "t12"."manager_courses",
            "t12"."action_outcomes",
            "t12"."restarts",
            "t12"."first_visit_days",
            "t12"."short_absence_days",
            "t12"."assess_first_days",
            "t12"."assess_months",
            "t12"."annual_months",
            "t12"."suspect_days",
            "t12"."submit_days",
            "t12"."examine_days",
            "t12"."grade_days",
            "t12"."dispute_days",
            "t12"."suspension_weeks",
            "t12"."grade_minutes",
            "t12"."return_hours",
            "t12"."child_age",
            "t12"."cap",
            "t12"."unseen_months",
            "t12"."long_notice_hours",
            "t12"."unheld_days",
            "t12"."unreviewed_days",
            "t12"."many_crimes",
            "t12"."band_hours",
            "t12"."regrade_hours",
            "t12"."band_days",
            "t12"."least_words",
            "t12"."visit_very_high",
            "t12"."visit_high",
            "t12"."visit_medium",
            "t12"."visit_low",
            "t12"."visit_strictest",
            "t12"."review_very_high",
            "t12"."review_high",
            "t12"."review_medium",
            "t12"."review_low",
            "t12"."review_strictest",
            "t12"."weight_very_high",
            "t12"."weight_high",
            "t12"."weight_medium",
            "t12"."weight_low",
            "t12"."weight_unknown",
            "t12"."unseen_very_high",
            "t12"."unseen_high",
            "t12"."unseen_medium",
            "t12"."unseen_low",
            "t12"."unseen_unknown",
            "t12"."sign_off_late",
            "t12"."event_late",
            "t12"."unread_late",
            "t12"."unmanaged_late",
            "t12"."untrained_late",
            "t12"."unflagged_late",
            "t12"."enquiry_high",
            "t12"."enquiry_medium",
            "t12"."enquiry_low",
            "t12"."order_mark_months",
            "t12"."silence_now",
            "t12"."delivery_now",
            "t12"."silence_today",
            "t12"."delivery_today",
            "t12"."enforce_very_high",
            "t12"."longest_very_high",
            "t12"."ranks_very_high",
            "t12"."enforce_high",
            "t12"."longest_high",
            "t12"."ranks_high",
            "t12"."enforce_medium",
            "t12"."longest_medium",
            "t12"."ranks_medium",
            "t12"."enforce_low",
            "t12"."longest_low",
            "t12"."ranks_low",
            "t12"."visit_months",
            "t12"."review_months",
            "t12"."manager_right",
            "t12"."left",
            COALESCE(
              (
                "t12"."manager_right" IS NOT NULL
              )
              AND (
                (
                  "t12"."left" IS NULL
                ) OR (
                  "t12"."left" > "t12"."asked_on"
                )
              ),
              FALSE
            ) AS "in_hand"
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
              "t9"."manager" AS "manager_right",
              "t9"."left"
            FROM "stood" AS "t4"
            LEFT OUTER JOIN (
              SELECT
                "t2"."ref" AS "manager",
                "t2"."until" AS "left"
              FROM "officers" AS "t2"
            ) AS "t9"
              ON "t4"."manager" = "t9"."manager"
          ) AS "t12"
        ) AS "t14"
      ) AS "t15"
      WHERE
        "t15"."in_hand"
    ) AS "t18"
    LEFT OUTER JOIN (
      SELECT
        "t16"."officer_ref" AS "manager",
        "t16"."asked_on",
        COUNT(DISTINCT "t16"."course") AS "passed"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."id",
            "t5"."officer_ref",
            "t5"."ref",
            "t5"."course",
            "t5"."awarded_on",
            "t5"."expires_on",
            "t10"."asked_on",
            "t11"."manager_courses"
          FROM "training" AS "t5"
          INNER JOIN (
            SELECT
              "t3"."asked_on"
            FROM "days" AS "t3"
          ) AS "t10"
            ON "t5"."awarded_on" <= "t10"."asked_on"
            AND (
              (
                "t5"."expires_on" IS NULL
              ) OR (
                "t5"."expires_on" > "t10"."asked_on"
              )
            )
          INNER JOIN (
            SELECT
              "t3"."asked_on",
              "t3"."manager_courses"
            FROM "days" AS "t3"
          ) AS "t11"
            ON "t10"."asked_on" = "t11"."asked_on"
        ) AS "t13"
        WHERE
          CONTAINS("t13"."manager_courses", ';' || LOWER("t13"."course") || ';')
      ) AS "t16"
      GROUP BY
        1,
        2
    ) AS "t20"
      ON "t18"."manager" = "t20"."manager" AND "t18"."asked_on" = "t20"."asked_on"
  ) AS "t21"
) AS "t22"
