-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
WITH "t18" AS (
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
    "t17"."latest",
    "t8"."unit",
    "t8"."missing_ref",
    "t9"."born_on"
  FROM (
    SELECT
      "t15"."episode_ref",
      "t15"."found",
      "t15"."day",
      "t15"."asked_on",
      "t15"."before",
      "t15"."ends_at",
      "t15"."year_ago",
      "t15"."month_ago",
      "t15"."month_began_at",
      "t15"."dynamic_instruments",
      "t15"."agreed_grounds",
      "t15"."courses",
      "t15"."manager_courses",
      "t15"."action_outcomes",
      "t15"."restarts",
      "t15"."first_visit_days",
      "t15"."short_absence_days",
      "t15"."assess_first_days",
      "t15"."assess_months",
      "t15"."annual_months",
      "t15"."suspect_days",
      "t15"."submit_days",
      "t15"."examine_days",
      "t15"."grade_days",
      "t15"."dispute_days",
      "t15"."suspension_weeks",
      "t15"."grade_minutes",
      "t15"."return_hours",
      "t15"."child_age",
      "t15"."cap",
      "t15"."unseen_months",
      "t15"."long_notice_hours",
      "t15"."unheld_days",
      "t15"."unreviewed_days",
      "t15"."many_crimes",
      "t15"."band_hours",
      "t15"."regrade_hours",
      "t15"."band_days",
      "t15"."least_words",
      "t15"."change_days",
      "t15"."early_days",
      "t15"."wait_days",
      "t15"."travel_days",
      "t15"."travel_hour",
      "t15"."short_hours",
      "t15"."excused_hours",
      "t15"."visit_very_high",
      "t15"."visit_high",
      "t15"."visit_medium",
      "t15"."visit_low",
      "t15"."visit_strictest",
      "t15"."review_very_high",
      "t15"."review_high",
      "t15"."review_medium",
      "t15"."review_low",
      "t15"."review_strictest",
      "t15"."weight_very_high",
      "t15"."weight_high",
      "t15"."weight_medium",
      "t15"."weight_low",
      "t15"."weight_unknown",
      "t15"."unseen_very_high",
      "t15"."unseen_high",
      "t15"."unseen_medium",
      "t15"."unseen_low",
      "t15"."unseen_unknown",
      "t15"."sign_off_late",
      "t15"."event_late",
      "t15"."unread_late",
      "t15"."unmanaged_late",
      "t15"."untrained_late",
      "t15"."unflagged_late",
      "t15"."enquiry_high",
      "t15"."enquiry_medium",
      "t15"."enquiry_low",
      "t15"."order_mark_months",
      "t15"."silence_now",
      "t15"."delivery_now",
      "t15"."silence_today",
      "t15"."delivery_today",
      "t15"."enforce_very_high",
      "t15"."longest_very_high",
      "t15"."ranks_very_high",
      "t15"."enforce_high",
      "t15"."longest_high",
      "t15"."ranks_high",
      "t15"."enforce_medium",
      "t15"."longest_medium",
      "t15"."ranks_medium",
      "t15"."enforce_low",
      "t15"."longest_low",
      "t15"."ranks_low",
      "t15"."found" + TO_HOURS("t15"."return_hours") AS "latest"
    FROM (
      SELECT
        "t14"."episode_ref",
        "t14"."found",
        "t14"."day",
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
        "t5"."ranks_low"
      FROM (
        SELECT
          "t11"."episode_ref",
          MAX("t11"."at") AS "found",
          MAX("t11"."day") AS "day"
        FROM (
          SELECT
            *
          FROM "missing_finds_dated" AS "t4"
          WHERE
            "t4"."how" <> 'found dead'
        ) AS "t11"
        GROUP BY
          1
      ) AS "t14"
      CROSS JOIN "days" AS "t5"
    ) AS "t15"
    WHERE
      (
        "t15"."found" + TO_HOURS("t15"."return_hours")
      ) < "t15"."ends_at"
      AND (
        "t15"."found" + TO_HOURS("t15"."return_hours")
      ) >= "t15"."month_began_at"
  ) AS "t17"
  INNER JOIN (
    SELECT
      "t0"."unit",
      "t0"."missing_ref",
      "t0"."ref" AS "episode_ref"
    FROM "missing_episodes_dated" AS "t0"
  ) AS "t8"
    ON "t17"."episode_ref" = "t8"."episode_ref"
  INNER JOIN (
    SELECT
      "t1"."ref" AS "missing_ref",
      "t1"."born_on"
    FROM "missing_people" AS "t1"
  ) AS "t9"
    ON "t8"."missing_ref" = "t9"."missing_ref"
)
SELECT
  "t28"."asked_on",
  "t28"."episode_ref" AS "ref",
  CASE
    WHEN COALESCE("t28"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t28"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t28"."held_at" <= "t28"."latest", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t28"."day", "t28"."asked_on") AS "days"
FROM (
  SELECT
    "t27".*
    EXCLUDE ("asked_on_right", "episode_ref_right")
  FROM (
    SELECT
      "t22"."episode_ref",
      "t22"."found",
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
      "t22"."latest",
      "t22"."unit",
      "t22"."missing_ref",
      "t22"."born_on",
      "t26"."episode_ref" AS "episode_ref_right",
      "t26"."asked_on" AS "asked_on_right",
      "t26"."held_at"
    FROM (
      SELECT
        *
      FROM "t18" AS "t19"
      WHERE
        NOT (
          COALESCE((
            "t19"."born_on" + TO_MONTHS("t19"."child_age" * 12)
          ) <= "t19"."day", FALSE)
        )
    ) AS "t22"
    LEFT OUTER JOIN (
      SELECT
        "t24"."episode_ref",
        "t24"."asked_on",
        MIN("t24"."at") AS "held_at"
      FROM (
        SELECT
          "t23"."episode_ref",
          "t23"."asked_on",
          "t23"."found",
          "t12"."of",
          "t12"."at"
        FROM (
          SELECT
            "t19"."episode_ref",
            "t19"."asked_on",
            "t19"."found"
          FROM "t18" AS "t19"
          WHERE
            NOT (
              COALESCE((
                "t19"."born_on" + TO_MONTHS("t19"."child_age" * 12)
              ) <= "t19"."day", FALSE)
            )
        ) AS "t23"
        INNER JOIN (
          SELECT
            "t2"."episode_ref" AS "of",
            "t2"."at"
          FROM "return_interviews" AS "t2"
          WHERE
            "t2"."step" IN ('held', 'refused')
        ) AS "t12"
          ON "t23"."episode_ref" = "t12"."of" AND "t12"."at" >= "t23"."found"
      ) AS "t24"
      GROUP BY
        1,
        2
    ) AS "t26"
      ON "t22"."episode_ref" = "t26"."episode_ref" AND "t22"."asked_on" = "t26"."asked_on"
  ) AS "t27"
) AS "t28"
