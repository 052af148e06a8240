-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
WITH "t49" AS (
  SELECT
    "t34"."id",
    "t34"."person_ref",
    "t34"."ref",
    "t34"."notified_on",
    "t34"."kind",
    "t34"."matter",
    "t34"."items_missing",
    "t13"."asked_on",
    "t13"."before",
    "t13"."ends_at",
    "t13"."year_ago",
    "t13"."month_ago",
    "t13"."dynamic_instruments",
    "t13"."agreed_grounds",
    "t13"."courses",
    "t13"."manager_courses",
    "t13"."action_outcomes",
    "t13"."restarts",
    "t13"."first_visit_days",
    "t13"."short_absence_days",
    "t13"."assess_first_days",
    "t13"."assess_months",
    "t13"."annual_months",
    "t13"."suspect_days",
    "t13"."submit_days",
    "t13"."examine_days",
    "t13"."grade_days",
    "t13"."dispute_days",
    "t13"."suspension_weeks",
    "t13"."grade_minutes",
    "t13"."return_hours",
    "t13"."child_age",
    "t13"."cap",
    "t13"."unseen_months",
    "t13"."long_notice_hours",
    "t13"."unheld_days",
    "t13"."unreviewed_days",
    "t13"."many_crimes",
    "t13"."band_hours",
    "t13"."regrade_hours",
    "t13"."band_days",
    "t13"."least_words",
    "t13"."visit_very_high",
    "t13"."visit_high",
    "t13"."visit_medium",
    "t13"."visit_low",
    "t13"."visit_strictest",
    "t13"."review_very_high",
    "t13"."review_high",
    "t13"."review_medium",
    "t13"."review_low",
    "t13"."review_strictest",
    "t13"."weight_very_high",
    "t13"."weight_high",
    "t13"."weight_medium",
    "t13"."weight_low",
    "t13"."weight_unknown",
    "t13"."unseen_very_high",
    "t13"."unseen_high",
    "t13"."unseen_medium",
    "t13"."unseen_low",
    "t13"."unseen_unknown",
    "t13"."sign_off_late",
    "t13"."event_late",
    "t13"."unread_late",
    "t13"."unmanaged_late",
    "t13"."untrained_late",
    "t13"."unflagged_late",
    "t13"."enquiry_high",
    "t13"."enquiry_medium",
    "t13"."enquiry_low",
    "t13"."order_mark_months",
    "t13"."silence_now",
    "t13"."delivery_now",
    "t13"."silence_today",
    "t13"."delivery_today",
    "t13"."enforce_very_high",
    "t13"."longest_very_high",
    "t13"."ranks_very_high",
    "t13"."enforce_high",
    "t13"."longest_high",
    "t13"."ranks_high",
    "t13"."enforce_medium",
    "t13"."longest_medium",
    "t13"."ranks_medium",
    "t13"."enforce_low",
    "t13"."longest_low",
    "t13"."ranks_low"
  FROM (
    SELECT
      *
    FROM "notifications" AS "t3"
    WHERE
      NOT (
        REGEXP_MATCHES("t3"."items_missing", '[^;\s]')
      )
  ) AS "t34"
  INNER JOIN "days" AS "t13"
    ON "t34"."notified_on" <= "t13"."asked_on"
    AND (
      (
        "t13"."before" IS NULL
      ) OR (
        "t34"."notified_on" > "t13"."before"
      )
    )
)
SELECT
  "t162"."person_ref",
  "t162"."asked_on",
  "t162"."unit",
  "t162"."flag_on",
  "t162"."registered_on",
  "t162"."set_on",
  "t162"."level",
  "t162"."made_on",
  "t162"."plan_ref",
  "t162"."visit_every_months",
  "t162"."deviation_reason",
  COALESCE("t162"."reactive", FALSE) AS "reactive",
  "t162"."approved_on",
  "t162"."approved_by",
  "t162"."seen_on",
  "t162"."tried_on",
  "t162"."assessed_on",
  "t162"."assessed_ref",
  "t162"."signed_off_on",
  "t162"."reviewed_on",
  "t162"."notified_on",
  "t162"."annual_from",
  COALESCE("t162"."away", FALSE) AS "away",
  "t162"."manager",
  "t162"."managed_since",
  "t162"."left_on",
  "t162"."ends_at",
  "t162"."year_ago",
  "t162"."month_ago",
  "t162"."dynamic_instruments",
  "t162"."agreed_grounds",
  "t162"."courses",
  "t162"."manager_courses",
  "t162"."action_outcomes",
  "t162"."restarts",
  "t162"."first_visit_days",
  "t162"."short_absence_days",
  "t162"."assess_first_days",
  "t162"."assess_months",
  "t162"."annual_months",
  "t162"."suspect_days",
  "t162"."submit_days",
  "t162"."examine_days",
  "t162"."grade_days",
  "t162"."dispute_days",
  "t162"."suspension_weeks",
  "t162"."grade_minutes",
  "t162"."return_hours",
  "t162"."child_age",
  "t162"."cap",
  "t162"."unseen_months",
  "t162"."long_notice_hours",
  "t162"."unheld_days",
  "t162"."unreviewed_days",
  "t162"."many_crimes",
  "t162"."band_hours",
  "t162"."regrade_hours",
  "t162"."band_days",
  "t162"."least_words",
  "t162"."visit_very_high",
  "t162"."visit_high",
  "t162"."visit_medium",
  "t162"."visit_low",
  "t162"."visit_strictest",
  "t162"."review_very_high",
  "t162"."review_high",
  "t162"."review_medium",
  "t162"."review_low",
  "t162"."review_strictest",
  "t162"."weight_very_high",
  "t162"."weight_high",
  "t162"."weight_medium",
  "t162"."weight_low",
  "t162"."weight_unknown",
  "t162"."unseen_very_high",
  "t162"."unseen_high",
  "t162"."unseen_medium",
  "t162"."unseen_low",
  "t162"."unseen_unknown",
  "t162"."sign_off_late",
  "t162"."event_late",
  "t162"."unread_late",
  "t162"."unmanaged_late",
  "t162"."untrained_late",
  "t162"."unflagged_late",
  "t162"."enquiry_high",
  "t162"."enquiry_medium",
  "t162"."enquiry_low",
  "t162"."order_mark_months",
  "t162"."silence_now",
  "t162"."delivery_now",
  "t162"."silence_today",
  "t162"."delivery_today",
  "t162"."enforce_very_high",
  "t162"."longest_very_high",
  "t162"."ranks_very_high",
  "t162"."enforce_high",
  "t162"."longest_high",
  "t162"."ranks_high",
  "t162"."enforce_medium",
  "t162"."longest_medium",
  "t162"."ranks_medium",
  "t162"."enforce_low",
  "t162"."longest_low",
  "t162"."ranks_low",
  CASE
    WHEN COALESCE(
      (
        "t162"."visit_every_months" > 0
      )
      AND (
        "t162"."visit_every_months" < CASE
          WHEN "t162"."level" = 'very high'
          THEN "t162"."visit_very_high"
          WHEN "t162"."level" = 'high'
          THEN "t162"."visit_high"
          WHEN "t162"."level" = 'medium'
          THEN "t162"."visit_medium"
          WHEN "t162"."level" = 'low'
          THEN "t162"."visit_low"
          ELSE "t162"."visit_strictest"
        END
      ),
      FALSE
    )
    OR COALESCE(
      (
        "t162"."visit_every_months" > CASE
          WHEN "t162"."level" = 'very high'
          THEN "t162"."visit_very_high"
          WHEN "t162"."level" = 'high'
          THEN "t162"."visit_high"
          WHEN "t162"."level" = 'medium'
          THEN "t162"."visit_medium"
          WHEN "t162"."level" = 'low'
          THEN "t162"."visit_low"
          ELSE "t162"."visit_strictest"
        END
      )
      AND COALESCE(
        (
          "t162"."level" IS NOT NULL
        )
        AND (
          "t162"."approved_on" <= "t162"."asked_on"
        )
        AND (
          "t162"."approved_by" <> ''
        )
        AND REGEXP_MATCHES("t162"."deviation_reason", '\S'),
        FALSE
      ),
      FALSE
    )
    THEN "t162"."visit_every_months"
    ELSE CASE
      WHEN "t162"."level" = 'very high'
      THEN "t162"."visit_very_high"
      WHEN "t162"."level" = 'high'
      THEN "t162"."visit_high"
      WHEN "t162"."level" = 'medium'
      THEN "t162"."visit_medium"
      WHEN "t162"."level" = 'low'
      THEN "t162"."visit_low"
      ELSE "t162"."visit_strictest"
    END
  END AS "visit_months",
  CASE
    WHEN "t162"."level" = 'very high'
    THEN "t162"."review_very_high"
    WHEN "t162"."level" = 'high'
    THEN "t162"."review_high"
    WHEN "t162"."level" = 'medium'
    THEN "t162"."review_medium"
    WHEN "t162"."level" = 'low'
    THEN "t162"."review_low"
    ELSE "t162"."review_strictest"
  END AS "review_months"
FROM (
  SELECT
    "t161".*
    EXCLUDE ("before")
  FROM (
    SELECT
      "t160"."person_ref",
      "t160"."asked_on",
      "t160"."unit",
      "t160"."flag_on",
      "t160"."registered_on",
      "t160"."set_on",
      "t160"."level",
      "t160"."made_on",
      "t160"."plan_ref",
      "t160"."visit_every_months",
      "t160"."deviation_reason",
      "t160"."reactive",
      "t160"."approved_on",
      "t160"."approved_by",
      "t160"."seen_on",
      "t160"."tried_on",
      "t160"."assessed_on",
      "t160"."assessed_ref",
      "t160"."signed_off_on",
      "t160"."reviewed_on",
      "t160"."notified_on",
      "t160"."annual_from",
      "t160"."away",
      "t160"."manager",
      "t160"."managed_since",
      "t160"."left_on",
      "t13"."before",
      "t13"."ends_at",
      "t13"."year_ago",
      "t13"."month_ago",
      "t13"."dynamic_instruments",
      "t13"."agreed_grounds",
      "t13"."courses",
      "t13"."manager_courses",
      "t13"."action_outcomes",
      "t13"."restarts",
      "t13"."first_visit_days",
      "t13"."short_absence_days",
      "t13"."assess_first_days",
      "t13"."assess_months",
      "t13"."annual_months",
      "t13"."suspect_days",
      "t13"."submit_days",
      "t13"."examine_days",
      "t13"."grade_days",
      "t13"."dispute_days",
      "t13"."suspension_weeks",
      "t13"."grade_minutes",
      "t13"."return_hours",
      "t13"."child_age",
      "t13"."cap",
      "t13"."unseen_months",
      "t13"."long_notice_hours",
      "t13"."unheld_days",
      "t13"."unreviewed_days",
      "t13"."many_crimes",
      "t13"."band_hours",
      "t13"."regrade_hours",
      "t13"."band_days",
      "t13"."least_words",
      "t13"."visit_very_high",
      "t13"."visit_high",
      "t13"."visit_medium",
      "t13"."visit_low",
      "t13"."visit_strictest",
      "t13"."review_very_high",
      "t13"."review_high",
      "t13"."review_medium",
      "t13"."review_low",
      "t13"."review_strictest",
      "t13"."weight_very_high",
      "t13"."weight_high",
      "t13"."weight_medium",
      "t13"."weight_low",
      "t13"."weight_unknown",
      "t13"."unseen_very_high",
      "t13"."unseen_high",
      "t13"."unseen_medium",
      "t13"."unseen_low",
      "t13"."unseen_unknown",
      "t13"."sign_off_late",
      "t13"."event_late",
      "t13"."unread_late",
      "t13"."unmanaged_late",
      "t13"."untrained_late",
      "t13"."unflagged_late",
      "t13"."enquiry_high",
      "t13"."enquiry_medium",
      "t13"."enquiry_low",
      "t13"."order_mark_months",
      "t13"."silence_now",
      "t13"."delivery_now",
      "t13"."silence_today",
      "t13"."delivery_today",
      "t13"."enforce_very_high",
      "t13"."longest_very_high",
      "t13"."ranks_very_high",
      "t13"."enforce_high",
      "t13"."longest_high",
      "t13"."ranks_high",
      "t13"."enforce_medium",
      "t13"."longest_medium",
      "t13"."ranks_medium",
      "t13"."enforce_low",
      "t13"."longest_low",
      "t13"."ranks_low"
    FROM (
      SELECT
        "t158".*
        EXCLUDE ("asked_on_right", "person_ref_right")
      FROM (
        SELECT
          "t157"."person_ref",
          "t157"."asked_on",
          "t157"."unit",
          "t157"."flag_on",
          "t157"."registered_on",
          "t157"."set_on",
          "t157"."level",
          "t157"."made_on",
          "t157"."plan_ref",
          "t157"."visit_every_months",
          "t157"."deviation_reason",
          "t157"."reactive",
          "t157"."approved_on",
          "t157"."approved_by",
          "t157"."seen_on",
          "t157"."tried_on",
          "t157"."assessed_on",
          "t157"."assessed_ref",
          "t157"."signed_off_on",
          "t157"."reviewed_on",
          "t157"."notified_on",
          "t157"."annual_from",
          "t157"."away",
          "t157"."manager",
          "t157"."managed_since",
          "t116"."person_ref" AS "person_ref_right",
          "t116"."asked_on" AS "asked_on_right",
          "t116"."left_on"
        FROM (
          SELECT
            "t155".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t154"."person_ref",
              "t154"."asked_on",
              "t154"."unit",
              "t154"."flag_on",
              "t154"."registered_on",
              "t154"."set_on",
              "t154"."level",
              "t154"."made_on",
              "t154"."plan_ref",
              "t154"."visit_every_months",
              "t154"."deviation_reason",
              "t154"."reactive",
              "t154"."approved_on",
              "t154"."approved_by",
              "t154"."seen_on",
              "t154"."tried_on",
              "t154"."assessed_on",
              "t154"."assessed_ref",
              "t154"."signed_off_on",
              "t154"."reviewed_on",
              "t154"."notified_on",
              "t154"."annual_from",
              "t154"."away",
              "t69"."person_ref" AS "person_ref_right",
              "t69"."asked_on" AS "asked_on_right",
              "t69"."manager",
              "t69"."managed_since"
            FROM (
              SELECT
                "t152".*
                EXCLUDE ("asked_on_right", "person_ref_right")
              FROM (
                SELECT
                  "t151"."person_ref",
                  "t151"."asked_on",
                  "t151"."unit",
                  "t151"."flag_on",
                  "t151"."registered_on",
                  "t151"."set_on",
                  "t151"."level",
                  "t151"."made_on",
                  "t151"."plan_ref",
                  "t151"."visit_every_months",
                  "t151"."deviation_reason",
                  "t151"."reactive",
                  "t151"."approved_on",
                  "t151"."approved_by",
                  "t151"."seen_on",
                  "t151"."tried_on",
                  "t151"."assessed_on",
                  "t151"."assessed_ref",
                  "t151"."signed_off_on",
                  "t151"."reviewed_on",
                  "t151"."notified_on",
                  "t151"."annual_from",
                  "t59"."person_ref" AS "person_ref_right",
                  "t59"."asked_on" AS "asked_on_right",
                  "t59"."away"
                FROM (
                  SELECT
                    "t149".*
                    EXCLUDE ("asked_on_right", "person_ref_right")
                  FROM (
                    SELECT
                      "t148"."person_ref",
                      "t148"."asked_on",
                      "t148"."unit",
                      "t148"."flag_on",
                      "t148"."registered_on",
                      "t148"."set_on",
                      "t148"."level",
                      "t148"."made_on",
                      "t148"."plan_ref",
                      "t148"."visit_every_months",
                      "t148"."deviation_reason",
                      "t148"."reactive",
                      "t148"."approved_on",
                      "t148"."approved_by",
                      "t148"."seen_on",
                      "t148"."tried_on",
                      "t148"."assessed_on",
                      "t148"."assessed_ref",
                      "t148"."signed_off_on",
                      "t148"."reviewed_on",
                      "t148"."notified_on",
                      "t132"."person_ref" AS "person_ref_right",
                      "t132"."asked_on" AS "asked_on_right",
                      "t132"."annual_from"
                    FROM (
                      SELECT
                        "t146".*
                        EXCLUDE ("asked_on_right", "person_ref_right")
                      FROM (
                        SELECT
                          "t145"."person_ref",
                          "t145"."asked_on",
                          "t145"."unit",
                          "t145"."flag_on",
                          "t145"."registered_on",
                          "t145"."set_on",
                          "t145"."level",
                          "t145"."made_on",
                          "t145"."plan_ref",
                          "t145"."visit_every_months",
                          "t145"."deviation_reason",
                          "t145"."reactive",
                          "t145"."approved_on",
                          "t145"."approved_by",
                          "t145"."seen_on",
                          "t145"."tried_on",
                          "t145"."assessed_on",
                          "t145"."assessed_ref",
                          "t145"."signed_off_on",
                          "t145"."reviewed_on",
                          "t124"."person_ref" AS "person_ref_right",
                          "t124"."asked_on" AS "asked_on_right",
                          "t124"."notified_on"
                        FROM (
                          SELECT
                            "t143".*
                            EXCLUDE ("asked_on_right", "person_ref_right")
                          FROM (
                            SELECT
                              "t142"."person_ref",
                              "t142"."asked_on",
                              "t142"."unit",
                              "t142"."flag_on",
                              "t142"."registered_on",
                              "t142"."set_on",
                              "t142"."level",
                              "t142"."made_on",
                              "t142"."plan_ref",
                              "t142"."visit_every_months",
                              "t142"."deviation_reason",
                              "t142"."reactive",
                              "t142"."approved_on",
                              "t142"."approved_by",
                              "t142"."seen_on",
                              "t142"."tried_on",
                              "t142"."assessed_on",
                              "t142"."assessed_ref",
                              "t142"."signed_off_on",
                              "t107"."person_ref" AS "person_ref_right",
                              "t107"."asked_on" AS "asked_on_right",
                              "t107"."reviewed_on"
                            FROM (
                              SELECT
                                "t140".*
                                EXCLUDE ("asked_on_right", "person_ref_right")
                              FROM (
                                SELECT
                                  "t139"."person_ref",
                                  "t139"."asked_on",
                                  "t139"."unit",
                                  "t139"."flag_on",
                                  "t139"."registered_on",
                                  "t139"."set_on",
                                  "t139"."level",
                                  "t139"."made_on",
                                  "t139"."plan_ref",
                                  "t139"."visit_every_months",
                                  "t139"."deviation_reason",
                                  "t139"."reactive",
                                  "t139"."approved_on",
                                  "t139"."approved_by",
                                  "t139"."seen_on",
                                  "t139"."tried_on",
                                  "t127"."person_ref" AS "person_ref_right",
                                  "t127"."asked_on" AS "asked_on_right",
                                  "t127"."assessed_on",
                                  "t127"."assessed_ref",
                                  "t127"."signed_off_on"
                                FROM (
                                  SELECT
                                    "t137".*
                                    EXCLUDE ("asked_on_right", "person_ref_right")
                                  FROM (
                                    SELECT
                                      "t136"."person_ref",
                                      "t136"."asked_on",
                                      "t136"."unit",
                                      "t136"."flag_on",
                                      "t136"."registered_on",
                                      "t136"."set_on",
                                      "t136"."level",
                                      "t136"."made_on",
                                      "t136"."plan_ref",
                                      "t136"."visit_every_months",
                                      "t136"."deviation_reason",
                                      "t136"."reactive",
                                      "t136"."approved_on",
                                      "t136"."approved_by",
                                      "t136"."seen_on",
                                      "t119"."person_ref" AS "person_ref_right",
                                      "t119"."asked_on" AS "asked_on_right",
                                      "t119"."tried_on"
                                    FROM (
                                      SELECT
                                        "t134".*
                                        EXCLUDE ("asked_on_right", "person_ref_right")
                                      FROM (
                                        SELECT
                                          "t133"."person_ref",
                                          "t133"."asked_on",
                                          "t133"."unit",
                                          "t133"."flag_on",
                                          "t133"."registered_on",
                                          "t133"."set_on",
                                          "t133"."level",
                                          "t133"."made_on",
                                          "t133"."plan_ref",
                                          "t133"."visit_every_months",
                                          "t133"."deviation_reason",
                                          "t133"."reactive",
                                          "t133"."approved_on",
                                          "t133"."approved_by",
                                          "t120"."person_ref" AS "person_ref_right",
                                          "t120"."asked_on" AS "asked_on_right",
                                          "t120"."seen_on"
                                        FROM (
                                          SELECT
                                            "t129".*
                                            EXCLUDE ("asked_on_right", "person_ref_right")
                                          FROM (
                                            SELECT
                                              "t126"."person_ref",
                                              "t126"."asked_on",
                                              "t126"."unit",
                                              "t126"."flag_on",
                                              "t126"."registered_on",
                                              "t126"."set_on",
                                              "t126"."level",
                                              "t110"."person_ref" AS "person_ref_right",
                                              "t110"."asked_on" AS "asked_on_right",
                                              "t110"."made_on",
                                              "t110"."plan_ref",
                                              "t110"."visit_every_months",
                                              "t110"."deviation_reason",
                                              "t110"."reactive",
                                              "t110"."approved_on",
                                              "t110"."approved_by"
                                            FROM (
                                              SELECT
                                                "t121".*
                                                EXCLUDE ("asked_on_right", "person_ref_right")
                                              FROM (
                                                SELECT
                                                  "t99"."person_ref",
                                                  "t99"."asked_on",
                                                  "t99"."unit",
                                                  "t99"."flag_on",
                                                  "t99"."registered_on",
                                                  "t105"."person_ref" AS "person_ref_right",
                                                  "t105"."asked_on" AS "asked_on_right",
                                                  "t105"."set_on",
                                                  "t105"."level"
                                                FROM (
                                                  SELECT
                                                    "t87"."person_ref",
                                                    "t87"."asked_on",
                                                    "t87"."unit",
                                                    "t87"."flag_on",
                                                    "t87"."registered_on"
                                                  FROM (
                                                    SELECT
                                                      "t18"."person_ref",
                                                      "t18"."asked_on",
                                                      "t28"."unit",
                                                      "t28"."flag_on",
                                                      "t74"."person_ref" AS "person_ref_right",
                                                      "t74"."asked_on" AS "asked_on_right",
                                                      "t74"."registered_on"
                                                    FROM "on_register" AS "t18"
                                                    INNER JOIN (
                                                      SELECT
                                                        "t8"."ref" AS "person_ref",
                                                        "t8"."unit",
                                                        "t8"."intelligence_flag_on" AS "flag_on"
                                                      FROM "people" AS "t8"
                                                    ) AS "t28"
                                                      ON "t18"."person_ref" = "t28"."person_ref"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        COALESCE("t42"."person_ref", "t55"."person_ref") AS "person_ref",
                                                        COALESCE("t24"."asked_on", "t55"."asked_on") AS "asked_on",
                                                        COALESCE("t42"."first", "t55"."ordered") AS "registered_on"
                                                      FROM (
                                                        SELECT
                                                          "t29"."person_ref",
                                                          MIN("t29"."on") AS "first"
                                                        FROM (
                                                          SELECT
                                                            "t10"."person_ref",
                                                            "t10"."relevant_date" AS "on"
                                                          FROM "disposals" AS "t10"
                                                          WHERE
                                                            "t10"."relevant_date" IS NOT NULL
                                                        ) AS "t29"
                                                        GROUP BY
                                                          1
                                                      ) AS "t42"
                                                      INNER JOIN (
                                                        SELECT
                                                          "t0"."asked_on"
                                                        FROM "days" AS "t0"
                                                      ) AS "t24"
                                                        ON "t42"."first" <= "t24"."asked_on"
                                                      FULL OUTER JOIN (
                                                        SELECT
                                                          "t41"."person_ref",
                                                          "t24"."asked_on",
                                                          "t41"."first" AS "ordered"
                                                        FROM (
                                                          SELECT
                                                            "t23"."person_ref",
                                                            MIN("t23"."on") AS "first"
                                                          FROM (
                                                            SELECT
                                                              "t12"."person_ref",
                                                              "t12"."made_on" AS "on"
                                                            FROM "orders" AS "t12"
                                                          ) AS "t23"
                                                          GROUP BY
                                                            1
                                                        ) AS "t41"
                                                        INNER JOIN (
                                                          SELECT
                                                            "t0"."asked_on"
                                                          FROM "days" AS "t0"
                                                        ) AS "t24"
                                                          ON "t41"."first" <= "t24"."asked_on"
                                                      ) AS "t55"
                                                        ON "t42"."person_ref" = "t55"."person_ref" AND "t24"."asked_on" = "t55"."asked_on"
                                                    ) AS "t74"
                                                      ON "t18"."person_ref" = "t74"."person_ref" AND "t18"."asked_on" = "t74"."asked_on"
                                                  ) AS "t87"
                                                ) AS "t99"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t98".*
                                                    EXCLUDE ("ref")
                                                  FROM (
                                                    SELECT
                                                      "t82"."person_ref",
                                                      "t24"."asked_on",
                                                      "t82"."set_on",
                                                      "t82"."ref",
                                                      "t82"."level"
                                                    FROM (
                                                      SELECT
                                                        "t65"."person_ref",
                                                        "t65"."first",
                                                        "t65"."set_on",
                                                        "t65"."ref",
                                                        "t65"."level",
                                                        LEAD("t65"."first") OVER (
                                                          PARTITION BY "t65"."person_ref"
                                                          ORDER BY "t65"."first" ASC
                                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                        ) AS "upto"
                                                      FROM (
                                                        SELECT
                                                          "t52"."person_ref",
                                                          "t52"."asked_on" AS "first",
                                                          "t52"."kept"."set_on" AS "set_on",
                                                          "t52"."kept"."ref" AS "ref",
                                                          "t52"."kept"."level" AS "level"
                                                        FROM (
                                                          SELECT
                                                            "t40"."person_ref",
                                                            "t40"."asked_on",
                                                            MAX({'set_on': "t40"."set_on", 'ref': "t40"."ref", 'level': "t40"."level"}) AS "kept"
                                                          FROM (
                                                            SELECT
                                                              "t20"."id",
                                                              "t20"."person_ref",
                                                              "t20"."ref",
                                                              "t20"."level",
                                                              "t20"."set_on",
                                                              "t13"."asked_on",
                                                              "t13"."before",
                                                              "t13"."ends_at",
                                                              "t13"."year_ago",
                                                              "t13"."month_ago",
                                                              "t13"."dynamic_instruments",
                                                              "t13"."agreed_grounds",
                                                              "t13"."courses",
                                                              "t13"."manager_courses",
                                                              "t13"."action_outcomes",
                                                              "t13"."restarts",
                                                              "t13"."first_visit_days",
                                                              "t13"."short_absence_days",
                                                              "t13"."assess_first_days",
                                                              "t13"."assess_months",
                                                              "t13"."annual_months",
                                                              "t13"."suspect_days",
                                                              "t13"."submit_days",
                                                              "t13"."examine_days",
                                                              "t13"."grade_days",
                                                              "t13"."dispute_days",
                                                              "t13"."suspension_weeks",
                                                              "t13"."grade_minutes",
                                                              "t13"."return_hours",
                                                              "t13"."child_age",
                                                              "t13"."cap",
                                                              "t13"."unseen_months",
                                                              "t13"."long_notice_hours",
                                                              "t13"."unheld_days",
                                                              "t13"."unreviewed_days",
                                                              "t13"."many_crimes",
                                                              "t13"."band_hours",
                                                              "t13"."regrade_hours",
                                                              "t13"."band_days",
                                                              "t13"."least_words",
                                                              "t13"."visit_very_high",
                                                              "t13"."visit_high",
                                                              "t13"."visit_medium",
                                                              "t13"."visit_low",
                                                              "t13"."visit_strictest",
                                                              "t13"."review_very_high",
                                                              "t13"."review_high",
                                                              "t13"."review_medium",
                                                              "t13"."review_low",
                                                              "t13"."review_strictest",
                                                              "t13"."weight_very_high",
                                                              "t13"."weight_high",
                                                              "t13"."weight_medium",
                                                              "t13"."weight_low",
                                                              "t13"."weight_unknown",
                                                              "t13"."unseen_very_high",
                                                              "t13"."unseen_high",
                                                              "t13"."unseen_medium",
                                                              "t13"."unseen_low",
                                                              "t13"."unseen_unknown",
                                                              "t13"."sign_off_late",
                                                              "t13"."event_late",
                                                              "t13"."unread_late",
                                                              "t13"."unmanaged_late",
                                                              "t13"."untrained_late",
                                                              "t13"."unflagged_late",
                                                              "t13"."enquiry_high",
                                                              "t13"."enquiry_medium",
                                                              "t13"."enquiry_low",
                                                              "t13"."order_mark_months",
                                                              "t13"."silence_now",
                                                              "t13"."delivery_now",
                                                              "t13"."silence_today",
                                                              "t13"."delivery_today",
                                                              "t13"."enforce_very_high",
                                                              "t13"."longest_very_high",
                                                              "t13"."ranks_very_high",
                                                              "t13"."enforce_high",
                                                              "t13"."longest_high",
                                                              "t13"."ranks_high",
                                                              "t13"."enforce_medium",
                                                              "t13"."longest_medium",
                                                              "t13"."ranks_medium",
                                                              "t13"."enforce_low",
                                                              "t13"."longest_low",
                                                              "t13"."ranks_low"
                                                            FROM "levels" AS "t20"
                                                            INNER JOIN "days" AS "t13"
                                                              ON "t20"."set_on" <= "t13"."asked_on"
                                                              AND (
                                                                (
                                                                  "t13"."before" IS NULL
                                                                ) OR (
                                                                  "t20"."set_on" > "t13"."before"
                                                                )
                                                              )
                                                          ) AS "t40"
                                                          GROUP BY
                                                            1,
                                                            2
                                                        ) AS "t52"
                                                      ) AS "t65"
                                                    ) AS "t82"
                                                    INNER JOIN (
                                                      SELECT
                                                        "t0"."asked_on"
                                                      FROM "days" AS "t0"
                                                    ) AS "t24"
                                                      ON "t24"."asked_on" >= "t82"."first"
                                                      AND (
                                                        (
                                                          "t82"."upto" IS NULL
                                                        ) OR (
                                                          "t24"."asked_on" < "t82"."upto"
                                                        )
                                                      )
                                                  ) AS "t98"
                                                ) AS "t105"
                                                  ON "t99"."person_ref" = "t105"."person_ref" AND "t99"."asked_on" = "t105"."asked_on"
                                              ) AS "t121"
                                            ) AS "t126"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t97"."person_ref",
                                                "t97"."asked_on",
                                                "t97"."made_on",
                                                "t97"."ref" AS "plan_ref",
                                                "t97"."visit_every_months",
                                                "t97"."deviation_reason",
                                                "t97"."reactive",
                                                "t97"."approved_on",
                                                "t97"."approved_by"
                                              FROM (
                                                SELECT
                                                  "t81"."person_ref",
                                                  "t24"."asked_on",
                                                  "t81"."made_on",
                                                  "t81"."ref",
                                                  "t81"."visit_every_months",
                                                  "t81"."deviation_reason",
                                                  "t81"."reactive",
                                                  "t81"."approved_on",
                                                  "t81"."approved_by"
                                                FROM (
                                                  SELECT
                                                    "t64"."person_ref",
                                                    "t64"."first",
                                                    "t64"."made_on",
                                                    "t64"."ref",
                                                    "t64"."visit_every_months",
                                                    "t64"."deviation_reason",
                                                    "t64"."reactive",
                                                    "t64"."approved_on",
                                                    "t64"."approved_by",
                                                    LEAD("t64"."first") OVER (
                                                      PARTITION BY "t64"."person_ref"
                                                      ORDER BY "t64"."first" ASC
                                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                    ) AS "upto"
                                                  FROM (
                                                    SELECT
                                                      "t51"."person_ref",
                                                      "t51"."asked_on" AS "first",
                                                      "t51"."kept"."made_on" AS "made_on",
                                                      "t51"."kept"."ref" AS "ref",
                                                      "t51"."kept"."visit_every_months" AS "visit_every_months",
                                                      "t51"."kept"."deviation_reason" AS "deviation_reason",
                                                      "t51"."kept"."reactive" AS "reactive",
                                                      "t51"."kept"."approved_on" AS "approved_on",
                                                      "t51"."kept"."approved_by" AS "approved_by"
                                                    FROM (
                                                      SELECT
                                                        "t38"."person_ref",
                                                        "t38"."asked_on",
                                                        MAX(
                                                          {'made_on': "t38"."made_on", 'ref': "t38"."ref", 'visit_every_months': "t38"."visit_every_months", 'deviation_reason': "t38"."deviation_reason", 'reactive': "t38"."reactive", 'approved_on': "t38"."approved_on", 'approved_by': "t38"."approved_by"}
                                                        ) AS "kept"
                                                      FROM (
                                                        SELECT
                                                          "t19"."id",
                                                          "t19"."person_ref",
                                                          "t19"."ref",
                                                          "t19"."made_on",
                                                          "t19"."visit_every_months",
                                                          "t19"."deviation_reason",
                                                          "t19"."reactive",
                                                          "t19"."approved_on",
                                                          "t19"."approved_by",
                                                          "t13"."asked_on",
                                                          "t13"."before",
                                                          "t13"."ends_at",
                                                          "t13"."year_ago",
                                                          "t13"."month_ago",
                                                          "t13"."dynamic_instruments",
                                                          "t13"."agreed_grounds",
                                                          "t13"."courses",
                                                          "t13"."manager_courses",
                                                          "t13"."action_outcomes",
                                                          "t13"."restarts",
                                                          "t13"."first_visit_days",
                                                          "t13"."short_absence_days",
                                                          "t13"."assess_first_days",
                                                          "t13"."assess_months",
                                                          "t13"."annual_months",
                                                          "t13"."suspect_days",
                                                          "t13"."submit_days",
                                                          "t13"."examine_days",
                                                          "t13"."grade_days",
                                                          "t13"."dispute_days",
                                                          "t13"."suspension_weeks",
                                                          "t13"."grade_minutes",
                                                          "t13"."return_hours",
                                                          "t13"."child_age",
                                                          "t13"."cap",
                                                          "t13"."unseen_months",
                                                          "t13"."long_notice_hours",
                                                          "t13"."unheld_days",
                                                          "t13"."unreviewed_days",
                                                          "t13"."many_crimes",
                                                          "t13"."band_hours",
                                                          "t13"."regrade_hours",
                                                          "t13"."band_days",
                                                          "t13"."least_words",
                                                          "t13"."visit_very_high",
                                                          "t13"."visit_high",
                                                          "t13"."visit_medium",
                                                          "t13"."visit_low",
                                                          "t13"."visit_strictest",
                                                          "t13"."review_very_high",
                                                          "t13"."review_high",
                                                          "t13"."review_medium",
                                                          "t13"."review_low",
                                                          "t13"."review_strictest",
                                                          "t13"."weight_very_high",
                                                          "t13"."weight_high",
                                                          "t13"."weight_medium",
                                                          "t13"."weight_low",
                                                          "t13"."weight_unknown",
                                                          "t13"."unseen_very_high",
                                                          "t13"."unseen_high",
                                                          "t13"."unseen_medium",
                                                          "t13"."unseen_low",
                                                          "t13"."unseen_unknown",
                                                          "t13"."sign_off_late",
                                                          "t13"."event_late",
                                                          "t13"."unread_late",
                                                          "t13"."unmanaged_late",
                                                          "t13"."untrained_late",
                                                          "t13"."unflagged_late",
                                                          "t13"."enquiry_high",
                                                          "t13"."enquiry_medium",
                                                          "t13"."enquiry_low",
                                                          "t13"."order_mark_months",
                                                          "t13"."silence_now",
                                                          "t13"."delivery_now",
                                                          "t13"."silence_today",
                                                          "t13"."delivery_today",
                                                          "t13"."enforce_very_high",
                                                          "t13"."longest_very_high",
                                                          "t13"."ranks_very_high",
                                                          "t13"."enforce_high",
                                                          "t13"."longest_high",
                                                          "t13"."ranks_high",
                                                          "t13"."enforce_medium",
                                                          "t13"."longest_medium",
                                                          "t13"."ranks_medium",
                                                          "t13"."enforce_low",
                                                          "t13"."longest_low",
                                                          "t13"."ranks_low"
                                                        FROM "plans" AS "t19"
                                                        INNER JOIN "days" AS "t13"
                                                          ON "t19"."made_on" <= "t13"."asked_on"
                                                          AND (
                                                            (
                                                              "t13"."before" IS NULL
                                                            ) OR (
                                                              "t19"."made_on" > "t13"."before"
                                                            )
                                                          )
                                                      ) AS "t38"
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS "t51"
                                                  ) AS "t64"
                                                ) AS "t81"
                                                INNER JOIN (
                                                  SELECT
                                                    "t0"."asked_on"
                                                  FROM "days" AS "t0"
                                                ) AS "t24"
                                                  ON "t24"."asked_on" >= "t81"."first"
                                                  AND (
                                                    (
                                                      "t81"."upto" IS NULL
                                                    ) OR (
                                                      "t24"."asked_on" < "t81"."upto"
                                                    )
                                                  )
                                              ) AS "t97"
                                            ) AS "t110"
                                              ON "t126"."person_ref" = "t110"."person_ref"
                                              AND "t126"."asked_on" = "t110"."asked_on"
                                          ) AS "t129"
                                        ) AS "t133"
                                        LEFT OUTER JOIN (
                                          SELECT
                                            "t109"."person_ref",
                                            "t109"."asked_on",
                                            "t109"."day" AS "seen_on"
                                          FROM (
                                            SELECT
                                              "t91"."person_ref",
                                              "t24"."asked_on",
                                              "t91"."day",
                                              "t91"."at",
                                              "t91"."ref"
                                            FROM (
                                              SELECT
                                                "t73"."person_ref",
                                                "t73"."first",
                                                "t73"."day",
                                                "t73"."at",
                                                "t73"."ref",
                                                LEAD("t73"."first") OVER (
                                                  PARTITION BY "t73"."person_ref"
                                                  ORDER BY "t73"."first" ASC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                ) AS "upto"
                                              FROM (
                                                SELECT
                                                  "t63"."person_ref",
                                                  "t63"."asked_on" AS "first",
                                                  "t63"."kept"."day" AS "day",
                                                  "t63"."kept"."at" AS "at",
                                                  "t63"."kept"."ref" AS "ref"
                                                FROM (
                                                  SELECT
                                                    "t47"."person_ref",
                                                    "t47"."asked_on",
                                                    MAX({'day': "t47"."day", 'at': "t47"."at", 'ref': "t47"."ref"}) AS "kept"
                                                  FROM (
                                                    SELECT
                                                      "t33"."id",
                                                      "t33"."person_ref",
                                                      "t33"."ref",
                                                      "t33"."at",
                                                      "t33"."outcome",
                                                      "t33"."notice_hours",
                                                      "t33"."notice_reason",
                                                      "t33"."notice_authorised_by",
                                                      "t33"."day",
                                                      "t13"."asked_on",
                                                      "t13"."before",
                                                      "t13"."ends_at",
                                                      "t13"."year_ago",
                                                      "t13"."month_ago",
                                                      "t13"."dynamic_instruments",
                                                      "t13"."agreed_grounds",
                                                      "t13"."courses",
                                                      "t13"."manager_courses",
                                                      "t13"."action_outcomes",
                                                      "t13"."restarts",
                                                      "t13"."first_visit_days",
                                                      "t13"."short_absence_days",
                                                      "t13"."assess_first_days",
                                                      "t13"."assess_months",
                                                      "t13"."annual_months",
                                                      "t13"."suspect_days",
                                                      "t13"."submit_days",
                                                      "t13"."examine_days",
                                                      "t13"."grade_days",
                                                      "t13"."dispute_days",
                                                      "t13"."suspension_weeks",
                                                      "t13"."grade_minutes",
                                                      "t13"."return_hours",
                                                      "t13"."child_age",
                                                      "t13"."cap",
                                                      "t13"."unseen_months",
                                                      "t13"."long_notice_hours",
                                                      "t13"."unheld_days",
                                                      "t13"."unreviewed_days",
                                                      "t13"."many_crimes",
                                                      "t13"."band_hours",
                                                      "t13"."regrade_hours",
                                                      "t13"."band_days",
                                                      "t13"."least_words",
                                                      "t13"."visit_very_high",
                                                      "t13"."visit_high",
                                                      "t13"."visit_medium",
                                                      "t13"."visit_low",
                                                      "t13"."visit_strictest",
                                                      "t13"."review_very_high",
                                                      "t13"."review_high",
                                                      "t13"."review_medium",
                                                      "t13"."review_low",
                                                      "t13"."review_strictest",
                                                      "t13"."weight_very_high",
                                                      "t13"."weight_high",
                                                      "t13"."weight_medium",
                                                      "t13"."weight_low",
                                                      "t13"."weight_unknown",
                                                      "t13"."unseen_very_high",
                                                      "t13"."unseen_high",
                                                      "t13"."unseen_medium",
                                                      "t13"."unseen_low",
                                                      "t13"."unseen_unknown",
                                                      "t13"."sign_off_late",
                                                      "t13"."event_late",
                                                      "t13"."unread_late",
                                                      "t13"."unmanaged_late",
                                                      "t13"."untrained_late",
                                                      "t13"."unflagged_late",
                                                      "t13"."enquiry_high",
                                                      "t13"."enquiry_medium",
                                                      "t13"."enquiry_low",
                                                      "t13"."order_mark_months",
                                                      "t13"."silence_now",
                                                      "t13"."delivery_now",
                                                      "t13"."silence_today",
                                                      "t13"."delivery_today",
                                                      "t13"."enforce_very_high",
                                                      "t13"."longest_very_high",
                                                      "t13"."ranks_very_high",
                                                      "t13"."enforce_high",
                                                      "t13"."longest_high",
                                                      "t13"."ranks_high",
                                                      "t13"."enforce_medium",
                                                      "t13"."longest_medium",
                                                      "t13"."ranks_medium",
                                                      "t13"."enforce_low",
                                                      "t13"."longest_low",
                                                      "t13"."ranks_low"
                                                    FROM (
                                                      SELECT
                                                        *
                                                      FROM "visits" AS "t6"
                                                      WHERE
                                                        "t6"."outcome" IN ('seen', 'entered')
                                                    ) AS "t33"
                                                    INNER JOIN "days" AS "t13"
                                                      ON "t33"."day" <= "t13"."asked_on"
                                                      AND (
                                                        (
                                                          "t13"."before" IS NULL
                                                        ) OR (
                                                          "t33"."day" > "t13"."before"
                                                        )
                                                      )
                                                  ) AS "t47"
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS "t63"
                                              ) AS "t73"
                                            ) AS "t91"
                                            INNER JOIN (
                                              SELECT
                                                "t0"."asked_on"
                                              FROM "days" AS "t0"
                                            ) AS "t24"
                                              ON "t24"."asked_on" >= "t91"."first"
                                              AND (
                                                (
                                                  "t91"."upto" IS NULL
                                                ) OR (
                                                  "t24"."asked_on" < "t91"."upto"
                                                )
                                              )
                                          ) AS "t109"
                                        ) AS "t120"
                                          ON "t133"."person_ref" = "t120"."person_ref"
                                          AND "t133"."asked_on" = "t120"."asked_on"
                                      ) AS "t134"
                                    ) AS "t136"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t108"."person_ref",
                                        "t108"."asked_on",
                                        "t108"."day" AS "tried_on"
                                      FROM (
                                        SELECT
                                          "t90"."person_ref",
                                          "t24"."asked_on",
                                          "t90"."day",
                                          "t90"."at",
                                          "t90"."ref"
                                        FROM (
                                          SELECT
                                            "t72"."person_ref",
                                            "t72"."first",
                                            "t72"."day",
                                            "t72"."at",
                                            "t72"."ref",
                                            LEAD("t72"."first") OVER (
                                              PARTITION BY "t72"."person_ref"
                                              ORDER BY "t72"."first" ASC
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                            ) AS "upto"
                                          FROM (
                                            SELECT
                                              "t62"."person_ref",
                                              "t62"."asked_on" AS "first",
                                              "t62"."kept"."day" AS "day",
                                              "t62"."kept"."at" AS "at",
                                              "t62"."kept"."ref" AS "ref"
                                            FROM (
                                              SELECT
                                                "t46"."person_ref",
                                                "t46"."asked_on",
                                                MAX({'day': "t46"."day", 'at': "t46"."at", 'ref': "t46"."ref"}) AS "kept"
                                              FROM (
                                                SELECT
                                                  "t32"."id",
                                                  "t32"."person_ref",
                                                  "t32"."ref",
                                                  "t32"."at",
                                                  "t32"."outcome",
                                                  "t32"."notice_hours",
                                                  "t32"."notice_reason",
                                                  "t32"."notice_authorised_by",
                                                  "t32"."day",
                                                  "t13"."asked_on",
                                                  "t13"."before",
                                                  "t13"."ends_at",
                                                  "t13"."year_ago",
                                                  "t13"."month_ago",
                                                  "t13"."dynamic_instruments",
                                                  "t13"."agreed_grounds",
                                                  "t13"."courses",
                                                  "t13"."manager_courses",
                                                  "t13"."action_outcomes",
                                                  "t13"."restarts",
                                                  "t13"."first_visit_days",
                                                  "t13"."short_absence_days",
                                                  "t13"."assess_first_days",
                                                  "t13"."assess_months",
                                                  "t13"."annual_months",
                                                  "t13"."suspect_days",
                                                  "t13"."submit_days",
                                                  "t13"."examine_days",
                                                  "t13"."grade_days",
                                                  "t13"."dispute_days",
                                                  "t13"."suspension_weeks",
                                                  "t13"."grade_minutes",
                                                  "t13"."return_hours",
                                                  "t13"."child_age",
                                                  "t13"."cap",
                                                  "t13"."unseen_months",
                                                  "t13"."long_notice_hours",
                                                  "t13"."unheld_days",
                                                  "t13"."unreviewed_days",
                                                  "t13"."many_crimes",
                                                  "t13"."band_hours",
                                                  "t13"."regrade_hours",
                                                  "t13"."band_days",
                                                  "t13"."least_words",
                                                  "t13"."visit_very_high",
                                                  "t13"."visit_high",
                                                  "t13"."visit_medium",
                                                  "t13"."visit_low",
                                                  "t13"."visit_strictest",
                                                  "t13"."review_very_high",
                                                  "t13"."review_high",
                                                  "t13"."review_medium",
                                                  "t13"."review_low",
                                                  "t13"."review_strictest",
                                                  "t13"."weight_very_high",
                                                  "t13"."weight_high",
                                                  "t13"."weight_medium",
                                                  "t13"."weight_low",
                                                  "t13"."weight_unknown",
                                                  "t13"."unseen_very_high",
                                                  "t13"."unseen_high",
                                                  "t13"."unseen_medium",
                                                  "t13"."unseen_low",
                                                  "t13"."unseen_unknown",
                                                  "t13"."sign_off_late",
                                                  "t13"."event_late",
                                                  "t13"."unread_late",
                                                  "t13"."unmanaged_late",
                                                  "t13"."untrained_late",
                                                  "t13"."unflagged_late",
                                                  "t13"."enquiry_high",
                                                  "t13"."enquiry_medium",
                                                  "t13"."enquiry_low",
                                                  "t13"."order_mark_months",
                                                  "t13"."silence_now",
                                                  "t13"."delivery_now",
                                                  "t13"."silence_today",
                                                  "t13"."delivery_today",
                                                  "t13"."enforce_very_high",
                                                  "t13"."longest_very_high",
                                                  "t13"."ranks_very_high",
                                                  "t13"."enforce_high",
                                                  "t13"."longest_high",
                                                  "t13"."ranks_high",
                                                  "t13"."enforce_medium",
                                                  "t13"."longest_medium",
                                                  "t13"."ranks_medium",
                                                  "t13"."enforce_low",
                                                  "t13"."longest_low",
                                                  "t13"."ranks_low"
                                                FROM (
                                                  SELECT
                                                    *
                                                  FROM "visits" AS "t6"
                                                  WHERE
                                                    "t6"."outcome" <> 'called off'
                                                ) AS "t32"
                                                INNER JOIN "days" AS "t13"
                                                  ON "t32"."day" <= "t13"."asked_on"
                                                  AND (
                                                    (
                                                      "t13"."before" IS NULL
                                                    ) OR (
                                                      "t32"."day" > "t13"."before"
                                                    )
                                                  )
                                              ) AS "t46"
                                              GROUP BY
                                                1,
                                                2
                                            ) AS "t62"
                                          ) AS "t72"
                                        ) AS "t90"
                                        INNER JOIN (
                                          SELECT
                                            "t0"."asked_on"
                                          FROM "days" AS "t0"
                                        ) AS "t24"
                                          ON "t24"."asked_on" >= "t90"."first"
                                          AND (
                                            (
                                              "t90"."upto" IS NULL
                                            ) OR (
                                              "t24"."asked_on" < "t90"."upto"
                                            )
                                          )
                                      ) AS "t108"
                                    ) AS "t119"
                                      ON "t136"."person_ref" = "t119"."person_ref"
                                      AND "t136"."asked_on" = "t119"."asked_on"
                                  ) AS "t137"
                                ) AS "t139"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t118"."person_ref",
                                    "t118"."asked_on",
                                    "t118"."completed_on" AS "assessed_on",
                                    "t118"."ref" AS "assessed_ref",
                                    "t118"."signed_off_on"
                                  FROM (
                                    SELECT
                                      "t101"."person_ref",
                                      "t24"."asked_on",
                                      "t101"."completed_on",
                                      "t101"."ref",
                                      "t101"."signed_off_on"
                                    FROM (
                                      SELECT
                                        "t83"."person_ref",
                                        "t83"."first",
                                        "t83"."completed_on",
                                        "t83"."ref",
                                        "t83"."signed_off_on",
                                        LEAD("t83"."first") OVER (
                                          PARTITION BY "t83"."person_ref"
                                          ORDER BY "t83"."first" ASC
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "upto"
                                      FROM (
                                        SELECT
                                          "t71"."person_ref",
                                          "t71"."asked_on" AS "first",
                                          "t71"."kept"."completed_on" AS "completed_on",
                                          "t71"."kept"."ref" AS "ref",
                                          "t71"."kept"."signed_off_on" AS "signed_off_on"
                                        FROM (
                                          SELECT
                                            "t58"."person_ref",
                                            "t58"."asked_on",
                                            MAX(
                                              {'completed_on': "t58"."completed_on", 'ref': "t58"."ref", 'signed_off_on': "t58"."signed_off_on"}
                                            ) AS "kept"
                                          FROM (
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                "t17"."id",
                                                "t17"."person_ref",
                                                "t17"."ref",
                                                "t17"."instrument",
                                                "t17"."completed_on",
                                                "t17"."signed_off_on",
                                                "t13"."asked_on",
                                                "t13"."before",
                                                "t13"."ends_at",
                                                "t13"."year_ago",
                                                "t13"."month_ago",
                                                "t13"."dynamic_instruments",
                                                "t13"."agreed_grounds",
                                                "t13"."courses",
                                                "t13"."manager_courses",
                                                "t13"."action_outcomes",
                                                "t13"."restarts",
                                                "t13"."first_visit_days",
                                                "t13"."short_absence_days",
                                                "t13"."assess_first_days",
                                                "t13"."assess_months",
                                                "t13"."annual_months",
                                                "t13"."suspect_days",
                                                "t13"."submit_days",
                                                "t13"."examine_days",
                                                "t13"."grade_days",
                                                "t13"."dispute_days",
                                                "t13"."suspension_weeks",
                                                "t13"."grade_minutes",
                                                "t13"."return_hours",
                                                "t13"."child_age",
                                                "t13"."cap",
                                                "t13"."unseen_months",
                                                "t13"."long_notice_hours",
                                                "t13"."unheld_days",
                                                "t13"."unreviewed_days",
                                                "t13"."many_crimes",
                                                "t13"."band_hours",
                                                "t13"."regrade_hours",
                                                "t13"."band_days",
                                                "t13"."least_words",
                                                "t13"."visit_very_high",
                                                "t13"."visit_high",
                                                "t13"."visit_medium",
                                                "t13"."visit_low",
                                                "t13"."visit_strictest",
                                                "t13"."review_very_high",
                                                "t13"."review_high",
                                                "t13"."review_medium",
                                                "t13"."review_low",
                                                "t13"."review_strictest",
                                                "t13"."weight_very_high",
                                                "t13"."weight_high",
                                                "t13"."weight_medium",
                                                "t13"."weight_low",
                                                "t13"."weight_unknown",
                                                "t13"."unseen_very_high",
                                                "t13"."unseen_high",
                                                "t13"."unseen_medium",
                                                "t13"."unseen_low",
                                                "t13"."unseen_unknown",
                                                "t13"."sign_off_late",
                                                "t13"."event_late",
                                                "t13"."unread_late",
                                                "t13"."unmanaged_late",
                                                "t13"."untrained_late",
                                                "t13"."unflagged_late",
                                                "t13"."enquiry_high",
                                                "t13"."enquiry_medium",
                                                "t13"."enquiry_low",
                                                "t13"."order_mark_months",
                                                "t13"."silence_now",
                                                "t13"."delivery_now",
                                                "t13"."silence_today",
                                                "t13"."delivery_today",
                                                "t13"."enforce_very_high",
                                                "t13"."longest_very_high",
                                                "t13"."ranks_very_high",
                                                "t13"."enforce_high",
                                                "t13"."longest_high",
                                                "t13"."ranks_high",
                                                "t13"."enforce_medium",
                                                "t13"."longest_medium",
                                                "t13"."ranks_medium",
                                                "t13"."enforce_low",
                                                "t13"."longest_low",
                                                "t13"."ranks_low"
                                              FROM "assessments" AS "t17"
                                              INNER JOIN "days" AS "t13"
                                                ON "t17"."completed_on" <= "t13"."asked_on"
                                                AND (
                                                  (
                                                    "t13"."before" IS NULL
                                                  ) OR (
                                                    "t17"."completed_on" > "t13"."before"
                                                  )
                                                )
                                            ) AS "t37"
                                            WHERE
                                              CONTAINS("t37"."dynamic_instruments", ';' || LOWER("t37"."instrument") || ';')
                                          ) AS "t58"
                                          GROUP BY
                                            1,
                                            2
                                        ) AS "t71"
                                      ) AS "t83"
                                    ) AS "t101"
                                    INNER JOIN (
                                      SELECT
                                        "t0"."asked_on"
                                      FROM "days" AS "t0"
                                    ) AS "t24"
                                      ON "t24"."asked_on" >= "t101"."first"
                                      AND (
                                        (
                                          "t101"."upto" IS NULL
                                        ) OR (
                                          "t24"."asked_on" < "t101"."upto"
                                        )
                                      )
                                  ) AS "t118"
                                ) AS "t127"
                                  ON "t139"."person_ref" = "t127"."person_ref"
                                  AND "t139"."asked_on" = "t127"."asked_on"
                              ) AS "t140"
                            ) AS "t142"
                            LEFT OUTER JOIN (
                              SELECT
                                "t95"."person_ref",
                                "t95"."asked_on",
                                "t95"."reviewed_on"
                              FROM (
                                SELECT
                                  "t80"."person_ref",
                                  "t24"."asked_on",
                                  "t80"."reviewed_on",
                                  "t80"."ref"
                                FROM (
                                  SELECT
                                    "t61"."person_ref",
                                    "t61"."first",
                                    "t61"."reviewed_on",
                                    "t61"."ref",
                                    LEAD("t61"."first") OVER (
                                      PARTITION BY "t61"."person_ref"
                                      ORDER BY "t61"."first" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                    ) AS "upto"
                                  FROM (
                                    SELECT
                                      "t50"."person_ref",
                                      "t50"."asked_on" AS "first",
                                      "t50"."kept"."reviewed_on" AS "reviewed_on",
                                      "t50"."kept"."ref" AS "ref"
                                    FROM (
                                      SELECT
                                        "t36"."person_ref",
                                        "t36"."asked_on",
                                        MAX({'reviewed_on': "t36"."reviewed_on", 'ref': "t36"."ref"}) AS "kept"
                                      FROM (
                                        SELECT
                                          "t16"."id",
                                          "t16"."person_ref",
                                          "t16"."ref",
                                          "t16"."reviewed_on",
                                          "t13"."asked_on",
                                          "t13"."before",
                                          "t13"."ends_at",
                                          "t13"."year_ago",
                                          "t13"."month_ago",
                                          "t13"."dynamic_instruments",
                                          "t13"."agreed_grounds",
                                          "t13"."courses",
                                          "t13"."manager_courses",
                                          "t13"."action_outcomes",
                                          "t13"."restarts",
                                          "t13"."first_visit_days",
                                          "t13"."short_absence_days",
                                          "t13"."assess_first_days",
                                          "t13"."assess_months",
                                          "t13"."annual_months",
                                          "t13"."suspect_days",
                                          "t13"."submit_days",
                                          "t13"."examine_days",
                                          "t13"."grade_days",
                                          "t13"."dispute_days",
                                          "t13"."suspension_weeks",
                                          "t13"."grade_minutes",
                                          "t13"."return_hours",
                                          "t13"."child_age",
                                          "t13"."cap",
                                          "t13"."unseen_months",
                                          "t13"."long_notice_hours",
                                          "t13"."unheld_days",
                                          "t13"."unreviewed_days",
                                          "t13"."many_crimes",
                                          "t13"."band_hours",
                                          "t13"."regrade_hours",
                                          "t13"."band_days",
                                          "t13"."least_words",
                                          "t13"."visit_very_high",
                                          "t13"."visit_high",
                                          "t13"."visit_medium",
                                          "t13"."visit_low",
                                          "t13"."visit_strictest",
                                          "t13"."review_very_high",
                                          "t13"."review_high",
                                          "t13"."review_medium",
                                          "t13"."review_low",
                                          "t13"."review_strictest",
                                          "t13"."weight_very_high",
                                          "t13"."weight_high",
                                          "t13"."weight_medium",
                                          "t13"."weight_low",
                                          "t13"."weight_unknown",
                                          "t13"."unseen_very_high",
                                          "t13"."unseen_high",
                                          "t13"."unseen_medium",
                                          "t13"."unseen_low",
                                          "t13"."unseen_unknown",
                                          "t13"."sign_off_late",
                                          "t13"."event_late",
                                          "t13"."unread_late",
                                          "t13"."unmanaged_late",
                                          "t13"."untrained_late",
                                          "t13"."unflagged_late",
                                          "t13"."enquiry_high",
                                          "t13"."enquiry_medium",
                                          "t13"."enquiry_low",
                                          "t13"."order_mark_months",
                                          "t13"."silence_now",
                                          "t13"."delivery_now",
                                          "t13"."silence_today",
                                          "t13"."delivery_today",
                                          "t13"."enforce_very_high",
                                          "t13"."longest_very_high",
                                          "t13"."ranks_very_high",
                                          "t13"."enforce_high",
                                          "t13"."longest_high",
                                          "t13"."ranks_high",
                                          "t13"."enforce_medium",
                                          "t13"."longest_medium",
                                          "t13"."ranks_medium",
                                          "t13"."enforce_low",
                                          "t13"."longest_low",
                                          "t13"."ranks_low"
                                        FROM "reviews" AS "t16"
                                        INNER JOIN "days" AS "t13"
                                          ON "t16"."reviewed_on" <= "t13"."asked_on"
                                          AND (
                                            (
                                              "t13"."before" IS NULL
                                            ) OR (
                                              "t16"."reviewed_on" > "t13"."before"
                                            )
                                          )
                                      ) AS "t36"
                                      GROUP BY
                                        1,
                                        2
                                    ) AS "t50"
                                  ) AS "t61"
                                ) AS "t80"
                                INNER JOIN (
                                  SELECT
                                    "t0"."asked_on"
                                  FROM "days" AS "t0"
                                ) AS "t24"
                                  ON "t24"."asked_on" >= "t80"."first"
                                  AND (
                                    (
                                      "t80"."upto" IS NULL
                                    ) OR (
                                      "t24"."asked_on" < "t80"."upto"
                                    )
                                  )
                              ) AS "t95"
                            ) AS "t107"
                              ON "t142"."person_ref" = "t107"."person_ref"
                              AND "t142"."asked_on" = "t107"."asked_on"
                          ) AS "t143"
                        ) AS "t145"
                        LEFT OUTER JOIN (
                          SELECT
                            "t112"."person_ref",
                            "t112"."asked_on",
                            "t112"."notified_on"
                          FROM (
                            SELECT
                              "t94"."person_ref",
                              "t24"."asked_on",
                              "t94"."notified_on",
                              "t94"."ref"
                            FROM (
                              SELECT
                                "t79"."person_ref",
                                "t79"."first",
                                "t79"."notified_on",
                                "t79"."ref",
                                LEAD("t79"."first") OVER (
                                  PARTITION BY "t79"."person_ref"
                                  ORDER BY "t79"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ) AS "upto"
                              FROM (
                                SELECT
                                  "t67"."person_ref",
                                  "t67"."asked_on" AS "first",
                                  "t67"."kept"."notified_on" AS "notified_on",
                                  "t67"."kept"."ref" AS "ref"
                                FROM (
                                  SELECT
                                    "t54"."person_ref",
                                    "t54"."asked_on",
                                    MAX({'notified_on': "t54"."notified_on", 'ref': "t54"."ref"}) AS "kept"
                                  FROM "t49" AS "t54"
                                  GROUP BY
                                    1,
                                    2
                                ) AS "t67"
                              ) AS "t79"
                            ) AS "t94"
                            INNER JOIN (
                              SELECT
                                "t0"."asked_on"
                              FROM "days" AS "t0"
                            ) AS "t24"
                              ON "t24"."asked_on" >= "t94"."first"
                              AND (
                                (
                                  "t94"."upto" IS NULL
                                ) OR (
                                  "t24"."asked_on" < "t94"."upto"
                                )
                              )
                          ) AS "t112"
                        ) AS "t124"
                          ON "t145"."person_ref" = "t124"."person_ref"
                          AND "t145"."asked_on" = "t124"."asked_on"
                      ) AS "t146"
                    ) AS "t148"
                    LEFT OUTER JOIN (
                      SELECT
                        "t128"."person_ref",
                        "t128"."asked_on",
                        "t128"."notified_on" AS "annual_from"
                      FROM (
                        SELECT
                          "t117"."person_ref",
                          "t24"."asked_on",
                          "t117"."notified_on",
                          "t117"."ref"
                        FROM (
                          SELECT
                            "t100"."person_ref",
                            "t100"."first",
                            "t100"."notified_on",
                            "t100"."ref",
                            LEAD("t100"."first") OVER (
                              PARTITION BY "t100"."person_ref"
                              ORDER BY "t100"."first" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) AS "upto"
                          FROM (
                            SELECT
                              "t89"."person_ref",
                              "t89"."asked_on" AS "first",
                              "t89"."kept"."notified_on" AS "notified_on",
                              "t89"."kept"."ref" AS "ref"
                            FROM (
                              SELECT
                                "t75"."person_ref",
                                "t75"."asked_on",
                                MAX({'notified_on': "t75"."notified_on", 'ref': "t75"."ref"}) AS "kept"
                              FROM (
                                SELECT
                                  *
                                FROM "t49" AS "t54"
                                WHERE
                                  "t54"."restarts"
                                  OR NOT (
                                    (
                                      "t54"."kind" = 'change'
                                    )
                                    AND "t54"."matter" IN (
                                      'bank or card',
                                      'child household began',
                                      'child household ended',
                                      'identity document'
                                    )
                                  )
                              ) AS "t75"
                              GROUP BY
                                1,
                                2
                            ) AS "t89"
                          ) AS "t100"
                        ) AS "t117"
                        INNER JOIN (
                          SELECT
                            "t0"."asked_on"
                          FROM "days" AS "t0"
                        ) AS "t24"
                          ON "t24"."asked_on" >= "t117"."first"
                          AND (
                            (
                              "t117"."upto" IS NULL
                            ) OR (
                              "t24"."asked_on" < "t117"."upto"
                            )
                          )
                      ) AS "t128"
                    ) AS "t132"
                      ON "t148"."person_ref" = "t132"."person_ref"
                      AND "t148"."asked_on" = "t132"."asked_on"
                  ) AS "t149"
                ) AS "t151"
                LEFT OUTER JOIN (
                  SELECT
                    "t48"."person_ref",
                    "t48"."asked_on",
                    TRUE AS "away"
                  FROM (
                    SELECT DISTINCT
                      *
                    FROM (
                      SELECT
                        "t15"."person_ref",
                        "t24"."asked_on"
                      FROM "away" AS "t15"
                      INNER JOIN (
                        SELECT
                          "t0"."asked_on"
                        FROM "days" AS "t0"
                      ) AS "t24"
                        ON "t15"."since" <= "t24"."asked_on"
                        AND (
                          (
                            "t15"."until" IS NULL
                          ) OR (
                            "t15"."until" > "t24"."asked_on"
                          )
                        )
                    ) AS "t44"
                  ) AS "t48"
                ) AS "t59"
                  ON "t151"."person_ref" = "t59"."person_ref" AND "t151"."asked_on" = "t59"."asked_on"
              ) AS "t152"
            ) AS "t154"
            LEFT OUTER JOIN (
              SELECT
                "t56"."person_ref",
                "t56"."asked_on",
                "t56"."kept"."officer_ref" AS "manager",
                "t56"."kept"."since" AS "managed_since"
              FROM (
                SELECT
                  "t43"."person_ref",
                  "t43"."asked_on",
                  MAX({'since': "t43"."since", 'ref': "t43"."ref", 'officer_ref': "t43"."officer_ref"}) AS "kept"
                FROM (
                  SELECT
                    "t14"."id",
                    "t14"."person_ref",
                    "t14"."ref",
                    "t14"."officer_ref",
                    "t14"."since",
                    "t14"."until",
                    "t24"."asked_on"
                  FROM "managers" AS "t14"
                  INNER JOIN (
                    SELECT
                      "t0"."asked_on"
                    FROM "days" AS "t0"
                  ) AS "t24"
                    ON "t14"."since" <= "t24"."asked_on"
                    AND (
                      (
                        "t14"."until" IS NULL
                      ) OR (
                        "t14"."until" > "t24"."asked_on"
                      )
                    )
                ) AS "t43"
                GROUP BY
                  1,
                  2
              ) AS "t56"
            ) AS "t69"
              ON "t154"."person_ref" = "t69"."person_ref" AND "t154"."asked_on" = "t69"."asked_on"
          ) AS "t155"
        ) AS "t157"
        LEFT OUTER JOIN (
          SELECT
            "t106"."person_ref",
            "t106"."asked_on",
            "t106"."until" AS "left_on"
          FROM (
            SELECT
              "t88"."person_ref",
              "t24"."asked_on",
              "t88"."until",
              "t88"."ref"
            FROM (
              SELECT
                "t70"."person_ref",
                "t70"."first",
                "t70"."until",
                "t70"."ref",
                LEAD("t70"."first") OVER (
                  PARTITION BY "t70"."person_ref"
                  ORDER BY "t70"."first" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS "upto"
              FROM (
                SELECT
                  "t60"."person_ref",
                  "t60"."asked_on" AS "first",
                  "t60"."kept"."until" AS "until",
                  "t60"."kept"."ref" AS "ref"
                FROM (
                  SELECT
                    "t45"."person_ref",
                    "t45"."asked_on",
                    MAX({'until': "t45"."until", 'ref': "t45"."ref"}) AS "kept"
                  FROM (
                    SELECT
                      "t30"."id",
                      "t30"."person_ref",
                      "t30"."ref",
                      "t30"."officer_ref",
                      "t30"."since",
                      "t30"."until",
                      "t13"."asked_on",
                      "t13"."before",
                      "t13"."ends_at",
                      "t13"."year_ago",
                      "t13"."month_ago",
                      "t13"."dynamic_instruments",
                      "t13"."agreed_grounds",
                      "t13"."courses",
                      "t13"."manager_courses",
                      "t13"."action_outcomes",
                      "t13"."restarts",
                      "t13"."first_visit_days",
                      "t13"."short_absence_days",
                      "t13"."assess_first_days",
                      "t13"."assess_months",
                      "t13"."annual_months",
                      "t13"."suspect_days",
                      "t13"."submit_days",
                      "t13"."examine_days",
                      "t13"."grade_days",
                      "t13"."dispute_days",
                      "t13"."suspension_weeks",
                      "t13"."grade_minutes",
                      "t13"."return_hours",
                      "t13"."child_age",
                      "t13"."cap",
                      "t13"."unseen_months",
                      "t13"."long_notice_hours",
                      "t13"."unheld_days",
                      "t13"."unreviewed_days",
                      "t13"."many_crimes",
                      "t13"."band_hours",
                      "t13"."regrade_hours",
                      "t13"."band_days",
                      "t13"."least_words",
                      "t13"."visit_very_high",
                      "t13"."visit_high",
                      "t13"."visit_medium",
                      "t13"."visit_low",
                      "t13"."visit_strictest",
                      "t13"."review_very_high",
                      "t13"."review_high",
                      "t13"."review_medium",
                      "t13"."review_low",
                      "t13"."review_strictest",
                      "t13"."weight_very_high",
                      "t13"."weight_high",
                      "t13"."weight_medium",
                      "t13"."weight_low",
                      "t13"."weight_unknown",
                      "t13"."unseen_very_high",
                      "t13"."unseen_high",
                      "t13"."unseen_medium",
                      "t13"."unseen_low",
                      "t13"."unseen_unknown",
                      "t13"."sign_off_late",
                      "t13"."event_late",
                      "t13"."unread_late",
                      "t13"."unmanaged_late",
                      "t13"."untrained_late",
                      "t13"."unflagged_late",
                      "t13"."enquiry_high",
                      "t13"."enquiry_medium",
                      "t13"."enquiry_low",
                      "t13"."order_mark_months",
                      "t13"."silence_now",
                      "t13"."delivery_now",
                      "t13"."silence_today",
                      "t13"."delivery_today",
                      "t13"."enforce_very_high",
                      "t13"."longest_very_high",
                      "t13"."ranks_very_high",
                      "t13"."enforce_high",
                      "t13"."longest_high",
                      "t13"."ranks_high",
                      "t13"."enforce_medium",
                      "t13"."longest_medium",
                      "t13"."ranks_medium",
                      "t13"."enforce_low",
                      "t13"."longest_low",
                      "t13"."ranks_low"
                    FROM (
                      SELECT
                        *
                      FROM "managers" AS "t1"
                      WHERE
                        "t1"."until" IS NOT NULL
                    ) AS "t30"
                    INNER JOIN "days" AS "t13"
                      ON "t30"."until" <= "t13"."asked_on"
                      AND (
                        (
                          "t13"."before" IS NULL
                        ) OR (
                          "t30"."until" > "t13"."before"
                        )
                      )
                  ) AS "t45"
                  GROUP BY
                    1,
                    2
                ) AS "t60"
              ) AS "t70"
            ) AS "t88"
            INNER JOIN (
              SELECT
                "t0"."asked_on"
              FROM "days" AS "t0"
            ) AS "t24"
              ON "t24"."asked_on" >= "t88"."first"
              AND (
                (
                  "t88"."upto" IS NULL
                ) OR (
                  "t24"."asked_on" < "t88"."upto"
                )
              )
          ) AS "t106"
        ) AS "t116"
          ON "t157"."person_ref" = "t116"."person_ref"
          AND "t157"."asked_on" = "t116"."asked_on"
      ) AS "t158"
    ) AS "t160"
    INNER JOIN "days" AS "t13"
      ON "t160"."asked_on" = "t13"."asked_on"
  ) AS "t161"
) AS "t162"
