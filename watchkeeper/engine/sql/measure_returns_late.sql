-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
WITH "t16" AS (
  SELECT
    "t15"."episode_ref",
    "t15"."found",
    "t15"."day",
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
    "t8"."unit",
    "t8"."missing_ref",
    "t9"."born_on"
  FROM (
    SELECT
      "t13"."episode_ref",
      "t13"."found",
      CAST("t13"."found" AS DATE) AS "day"
    FROM (
      SELECT
        "t11"."episode_ref",
        MAX("t11"."at") AS "found"
      FROM (
        SELECT
          *
        FROM "missing_finds" AS "t4"
        WHERE
          "t4"."how" <> 'found dead'
      ) AS "t11"
      GROUP BY
        1
    ) AS "t13"
  ) AS "t15"
  INNER JOIN "days" AS "t5"
    ON "t15"."day" <= "t5"."asked_on" AND "t15"."day" > "t5"."month_ago"
  INNER JOIN (
    SELECT
      "t1"."unit",
      "t1"."missing_ref",
      "t1"."ref" AS "episode_ref"
    FROM "missing_episodes" AS "t1"
  ) AS "t8"
    ON "t15"."episode_ref" = "t8"."episode_ref"
  INNER JOIN (
    SELECT
      "t2"."ref" AS "missing_ref",
      "t2"."born_on"
    FROM "missing_people" AS "t2"
  ) AS "t9"
    ON "t8"."missing_ref" = "t9"."missing_ref"
)
SELECT
  "t26"."asked_on",
  "t26"."episode_ref" AS "ref",
  CASE
    WHEN COALESCE("t26"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t26"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t26"."held_at" <= "t26"."latest", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t26"."day", "t26"."asked_on") AS "days"
FROM (
  SELECT
    "t25".*
    EXCLUDE ("asked_on_right", "episode_ref_right")
  FROM (
    SELECT
      "t20"."episode_ref",
      "t20"."found",
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
      "t20"."unit",
      "t20"."missing_ref",
      "t20"."born_on",
      "t20"."latest",
      "t24"."episode_ref" AS "episode_ref_right",
      "t24"."asked_on" AS "asked_on_right",
      "t24"."held_at"
    FROM (
      SELECT
        "t17"."episode_ref",
        "t17"."found",
        "t17"."day",
        "t17"."asked_on",
        "t17"."before",
        "t17"."ends_at",
        "t17"."year_ago",
        "t17"."month_ago",
        "t17"."month_began_at",
        "t17"."dynamic_instruments",
        "t17"."agreed_grounds",
        "t17"."courses",
        "t17"."manager_courses",
        "t17"."action_outcomes",
        "t17"."restarts",
        "t17"."first_visit_days",
        "t17"."short_absence_days",
        "t17"."assess_first_days",
        "t17"."assess_months",
        "t17"."annual_months",
        "t17"."suspect_days",
        "t17"."submit_days",
        "t17"."examine_days",
        "t17"."grade_days",
        "t17"."dispute_days",
        "t17"."suspension_weeks",
        "t17"."grade_minutes",
        "t17"."return_hours",
        "t17"."child_age",
        "t17"."cap",
        "t17"."unseen_months",
        "t17"."long_notice_hours",
        "t17"."unheld_days",
        "t17"."unreviewed_days",
        "t17"."many_crimes",
        "t17"."band_hours",
        "t17"."regrade_hours",
        "t17"."band_days",
        "t17"."least_words",
        "t17"."change_days",
        "t17"."early_days",
        "t17"."wait_days",
        "t17"."travel_days",
        "t17"."travel_hour",
        "t17"."short_hours",
        "t17"."excused_hours",
        "t17"."visit_very_high",
        "t17"."visit_high",
        "t17"."visit_medium",
        "t17"."visit_low",
        "t17"."visit_strictest",
        "t17"."review_very_high",
        "t17"."review_high",
        "t17"."review_medium",
        "t17"."review_low",
        "t17"."review_strictest",
        "t17"."weight_very_high",
        "t17"."weight_high",
        "t17"."weight_medium",
        "t17"."weight_low",
        "t17"."weight_unknown",
        "t17"."unseen_very_high",
        "t17"."unseen_high",
        "t17"."unseen_medium",
        "t17"."unseen_low",
        "t17"."unseen_unknown",
        "t17"."sign_off_late",
        "t17"."event_late",
        "t17"."unread_late",
        "t17"."unmanaged_late",
        "t17"."untrained_late",
        "t17"."unflagged_late",
        "t17"."enquiry_high",
        "t17"."enquiry_medium",
        "t17"."enquiry_low",
        "t17"."order_mark_months",
        "t17"."silence_now",
        "t17"."delivery_now",
        "t17"."silence_today",
        "t17"."delivery_today",
        "t17"."enforce_very_high",
        "t17"."longest_very_high",
        "t17"."ranks_very_high",
        "t17"."enforce_high",
        "t17"."longest_high",
        "t17"."ranks_high",
        "t17"."enforce_medium",
        "t17"."longest_medium",
        "t17"."ranks_medium",
        "t17"."enforce_low",
        "t17"."longest_low",
        "t17"."ranks_low",
        "t17"."unit",
        "t17"."missing_ref",
        "t17"."born_on",
        "t17"."found" + TO_HOURS("t17"."return_hours") AS "latest"
      FROM "t16" AS "t17"
      WHERE
        NOT (
          COALESCE((
            "t17"."born_on" + TO_MONTHS("t17"."child_age" * 12)
          ) <= "t17"."day", FALSE)
        )
        AND (
          "t17"."found" + TO_HOURS("t17"."return_hours")
        ) < "t17"."ends_at"
    ) AS "t20"
    LEFT OUTER JOIN (
      SELECT
        "t22"."episode_ref",
        "t22"."asked_on",
        MIN("t22"."at") AS "held_at"
      FROM (
        SELECT
          "t21"."episode_ref",
          "t21"."asked_on",
          "t21"."found",
          "t12"."of",
          "t12"."at"
        FROM (
          SELECT
            "t17"."episode_ref",
            "t17"."asked_on",
            "t17"."found"
          FROM "t16" AS "t17"
          WHERE
            NOT (
              COALESCE((
                "t17"."born_on" + TO_MONTHS("t17"."child_age" * 12)
              ) <= "t17"."day", FALSE)
            )
            AND (
              "t17"."found" + TO_HOURS("t17"."return_hours")
            ) < "t17"."ends_at"
        ) AS "t21"
        INNER JOIN (
          SELECT
            "t3"."episode_ref" AS "of",
            "t3"."at"
          FROM "return_interviews" AS "t3"
          WHERE
            "t3"."step" IN ('held', 'refused')
        ) AS "t12"
          ON "t21"."episode_ref" = "t12"."of" AND "t12"."at" >= "t21"."found"
      ) AS "t22"
      GROUP BY
        1,
        2
    ) AS "t24"
      ON "t20"."episode_ref" = "t24"."episode_ref" AND "t20"."asked_on" = "t24"."asked_on"
  ) AS "t25"
) AS "t26"
