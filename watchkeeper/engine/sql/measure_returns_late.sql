-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
WITH "t19" AS (
  SELECT
    "t18"."episode_ref",
    "t18"."found",
    "t18"."day",
    "t18"."asked_on",
    "t18"."before",
    "t18"."ends_at",
    "t18"."year_ago",
    "t18"."month_ago",
    "t18"."month_began_at",
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
    "t18"."change_days",
    "t18"."early_days",
    "t18"."wait_days",
    "t18"."travel_days",
    "t18"."travel_hour",
    "t18"."short_hours",
    "t18"."excused_hours",
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
    "t18"."latest",
    "t8"."unit",
    "t8"."missing_ref",
    "t9"."born_on"
  FROM (
    SELECT
      "t16"."episode_ref",
      "t16"."found",
      "t16"."day",
      "t16"."asked_on",
      "t16"."before",
      "t16"."ends_at",
      "t16"."year_ago",
      "t16"."month_ago",
      "t16"."month_began_at",
      "t16"."dynamic_instruments",
      "t16"."agreed_grounds",
      "t16"."courses",
      "t16"."manager_courses",
      "t16"."action_outcomes",
      "t16"."restarts",
      "t16"."first_visit_days",
      "t16"."short_absence_days",
      "t16"."assess_first_days",
      "t16"."assess_months",
      "t16"."annual_months",
      "t16"."suspect_days",
      "t16"."submit_days",
      "t16"."examine_days",
      "t16"."grade_days",
      "t16"."dispute_days",
      "t16"."suspension_weeks",
      "t16"."grade_minutes",
      "t16"."return_hours",
      "t16"."child_age",
      "t16"."cap",
      "t16"."unseen_months",
      "t16"."long_notice_hours",
      "t16"."unheld_days",
      "t16"."unreviewed_days",
      "t16"."many_crimes",
      "t16"."band_hours",
      "t16"."regrade_hours",
      "t16"."band_days",
      "t16"."least_words",
      "t16"."change_days",
      "t16"."early_days",
      "t16"."wait_days",
      "t16"."travel_days",
      "t16"."travel_hour",
      "t16"."short_hours",
      "t16"."excused_hours",
      "t16"."visit_very_high",
      "t16"."visit_high",
      "t16"."visit_medium",
      "t16"."visit_low",
      "t16"."visit_strictest",
      "t16"."review_very_high",
      "t16"."review_high",
      "t16"."review_medium",
      "t16"."review_low",
      "t16"."review_strictest",
      "t16"."weight_very_high",
      "t16"."weight_high",
      "t16"."weight_medium",
      "t16"."weight_low",
      "t16"."weight_unknown",
      "t16"."unseen_very_high",
      "t16"."unseen_high",
      "t16"."unseen_medium",
      "t16"."unseen_low",
      "t16"."unseen_unknown",
      "t16"."sign_off_late",
      "t16"."event_late",
      "t16"."unread_late",
      "t16"."unmanaged_late",
      "t16"."untrained_late",
      "t16"."unflagged_late",
      "t16"."enquiry_high",
      "t16"."enquiry_medium",
      "t16"."enquiry_low",
      "t16"."order_mark_months",
      "t16"."silence_now",
      "t16"."delivery_now",
      "t16"."silence_today",
      "t16"."delivery_today",
      "t16"."enforce_very_high",
      "t16"."longest_very_high",
      "t16"."ranks_very_high",
      "t16"."enforce_high",
      "t16"."longest_high",
      "t16"."ranks_high",
      "t16"."enforce_medium",
      "t16"."longest_medium",
      "t16"."ranks_medium",
      "t16"."enforce_low",
      "t16"."longest_low",
      "t16"."ranks_low",
      "t16"."found" + TO_HOURS("t16"."return_hours") AS "latest"
    FROM (
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
        "t5"."ranks_low"
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
      CROSS JOIN "days" AS "t5"
    ) AS "t16"
    WHERE
      (
        "t16"."found" + TO_HOURS("t16"."return_hours")
      ) < "t16"."ends_at"
      AND (
        "t16"."found" + TO_HOURS("t16"."return_hours")
      ) >= "t16"."month_began_at"
  ) AS "t18"
  INNER JOIN (
    SELECT
      "t0"."unit",
      "t0"."missing_ref",
      "t0"."ref" AS "episode_ref"
    FROM "missing_episodes" AS "t0"
  ) AS "t8"
    ON "t18"."episode_ref" = "t8"."episode_ref"
  INNER JOIN (
    SELECT
      "t1"."ref" AS "missing_ref",
      "t1"."born_on"
    FROM "missing_people" AS "t1"
  ) AS "t9"
    ON "t8"."missing_ref" = "t9"."missing_ref"
)
SELECT
  "t29"."asked_on",
  "t29"."episode_ref" AS "ref",
  CASE
    WHEN COALESCE("t29"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t29"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t29"."held_at" <= "t29"."latest", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t29"."day", "t29"."asked_on") AS "days"
FROM (
  SELECT
    "t28".*
    EXCLUDE ("asked_on_right", "episode_ref_right")
  FROM (
    SELECT
      "t23"."episode_ref",
      "t23"."found",
      "t23"."day",
      "t23"."asked_on",
      "t23"."before",
      "t23"."ends_at",
      "t23"."year_ago",
      "t23"."month_ago",
      "t23"."month_began_at",
      "t23"."dynamic_instruments",
      "t23"."agreed_grounds",
      "t23"."courses",
      "t23"."manager_courses",
      "t23"."action_outcomes",
      "t23"."restarts",
      "t23"."first_visit_days",
      "t23"."short_absence_days",
      "t23"."assess_first_days",
      "t23"."assess_months",
      "t23"."annual_months",
      "t23"."suspect_days",
      "t23"."submit_days",
      "t23"."examine_days",
      "t23"."grade_days",
      "t23"."dispute_days",
      "t23"."suspension_weeks",
      "t23"."grade_minutes",
      "t23"."return_hours",
      "t23"."child_age",
      "t23"."cap",
      "t23"."unseen_months",
      "t23"."long_notice_hours",
      "t23"."unheld_days",
      "t23"."unreviewed_days",
      "t23"."many_crimes",
      "t23"."band_hours",
      "t23"."regrade_hours",
      "t23"."band_days",
      "t23"."least_words",
      "t23"."change_days",
      "t23"."early_days",
      "t23"."wait_days",
      "t23"."travel_days",
      "t23"."travel_hour",
      "t23"."short_hours",
      "t23"."excused_hours",
      "t23"."visit_very_high",
      "t23"."visit_high",
      "t23"."visit_medium",
      "t23"."visit_low",
      "t23"."visit_strictest",
      "t23"."review_very_high",
      "t23"."review_high",
      "t23"."review_medium",
      "t23"."review_low",
      "t23"."review_strictest",
      "t23"."weight_very_high",
      "t23"."weight_high",
      "t23"."weight_medium",
      "t23"."weight_low",
      "t23"."weight_unknown",
      "t23"."unseen_very_high",
      "t23"."unseen_high",
      "t23"."unseen_medium",
      "t23"."unseen_low",
      "t23"."unseen_unknown",
      "t23"."sign_off_late",
      "t23"."event_late",
      "t23"."unread_late",
      "t23"."unmanaged_late",
      "t23"."untrained_late",
      "t23"."unflagged_late",
      "t23"."enquiry_high",
      "t23"."enquiry_medium",
      "t23"."enquiry_low",
      "t23"."order_mark_months",
      "t23"."silence_now",
      "t23"."delivery_now",
      "t23"."silence_today",
      "t23"."delivery_today",
      "t23"."enforce_very_high",
      "t23"."longest_very_high",
      "t23"."ranks_very_high",
      "t23"."enforce_high",
      "t23"."longest_high",
      "t23"."ranks_high",
      "t23"."enforce_medium",
      "t23"."longest_medium",
      "t23"."ranks_medium",
      "t23"."enforce_low",
      "t23"."longest_low",
      "t23"."ranks_low",
      "t23"."latest",
      "t23"."unit",
      "t23"."missing_ref",
      "t23"."born_on",
      "t27"."episode_ref" AS "episode_ref_right",
      "t27"."asked_on" AS "asked_on_right",
      "t27"."held_at"
    FROM (
      SELECT
        *
      FROM "t19" AS "t20"
      WHERE
        NOT (
          COALESCE((
            "t20"."born_on" + TO_MONTHS("t20"."child_age" * 12)
          ) <= "t20"."day", FALSE)
        )
    ) AS "t23"
    LEFT OUTER JOIN (
      SELECT
        "t25"."episode_ref",
        "t25"."asked_on",
        MIN("t25"."at") AS "held_at"
      FROM (
        SELECT
          "t24"."episode_ref",
          "t24"."asked_on",
          "t24"."found",
          "t12"."of",
          "t12"."at"
        FROM (
          SELECT
            "t20"."episode_ref",
            "t20"."asked_on",
            "t20"."found"
          FROM "t19" AS "t20"
          WHERE
            NOT (
              COALESCE((
                "t20"."born_on" + TO_MONTHS("t20"."child_age" * 12)
              ) <= "t20"."day", FALSE)
            )
        ) AS "t24"
        INNER JOIN (
          SELECT
            "t2"."episode_ref" AS "of",
            "t2"."at"
          FROM "return_interviews" AS "t2"
          WHERE
            "t2"."step" IN ('held', 'refused')
        ) AS "t12"
          ON "t24"."episode_ref" = "t12"."of" AND "t12"."at" >= "t24"."found"
      ) AS "t25"
      GROUP BY
        1,
        2
    ) AS "t27"
      ON "t23"."episode_ref" = "t27"."episode_ref" AND "t23"."asked_on" = "t27"."asked_on"
  ) AS "t28"
) AS "t29"
