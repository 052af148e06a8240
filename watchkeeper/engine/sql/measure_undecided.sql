-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t25"."asked_on",
  "t25"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t25"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t25"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t25"."decided" >= "t25"."arose", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t25"."arose", "t25"."asked_on") AS "days"
FROM (
  SELECT
    "t24".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t23"."person_ref",
      "t23"."asked_on",
      "t23"."unit",
      "t23"."flag_on",
      "t23"."registered_on",
      "t23"."set_on",
      "t23"."level",
      "t23"."made_on",
      "t23"."plan_ref",
      "t23"."visit_every_months",
      "t23"."deviation_reason",
      "t23"."reactive",
      "t23"."approved_on",
      "t23"."approved_by",
      "t23"."seen_on",
      "t23"."tried_on",
      "t23"."assessed_on",
      "t23"."assessed_ref",
      "t23"."signed_off_on",
      "t23"."reviewed_on",
      "t23"."notified_on",
      "t23"."annual_from",
      "t23"."away",
      "t23"."manager",
      "t23"."managed_since",
      "t23"."left_on",
      "t23"."ends_at",
      "t23"."year_ago",
      "t23"."month_ago",
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
      "t23"."visit_months",
      "t23"."review_months",
      "t23"."visit_by",
      "t23"."visit_late",
      "t23"."assess_by",
      "t23"."assess_late",
      "t23"."annual_by",
      "t23"."annual_late",
      "t23"."back",
      "t23"."arose",
      "t19"."person_ref" AS "person_ref_right",
      "t19"."asked_on" AS "asked_on_right",
      "t19"."decided"
    FROM (
      SELECT
        "t21"."person_ref",
        "t21"."asked_on",
        "t21"."unit",
        "t21"."flag_on",
        "t21"."registered_on",
        "t21"."set_on",
        "t21"."level",
        "t21"."made_on",
        "t21"."plan_ref",
        "t21"."visit_every_months",
        "t21"."deviation_reason",
        "t21"."reactive",
        "t21"."approved_on",
        "t21"."approved_by",
        "t21"."seen_on",
        "t21"."tried_on",
        "t21"."assessed_on",
        "t21"."assessed_ref",
        "t21"."signed_off_on",
        "t21"."reviewed_on",
        "t21"."notified_on",
        "t21"."annual_from",
        "t21"."away",
        "t21"."manager",
        "t21"."managed_since",
        "t21"."left_on",
        "t21"."ends_at",
        "t21"."year_ago",
        "t21"."month_ago",
        "t21"."dynamic_instruments",
        "t21"."agreed_grounds",
        "t21"."courses",
        "t21"."manager_courses",
        "t21"."action_outcomes",
        "t21"."restarts",
        "t21"."first_visit_days",
        "t21"."short_absence_days",
        "t21"."assess_first_days",
        "t21"."assess_months",
        "t21"."annual_months",
        "t21"."suspect_days",
        "t21"."submit_days",
        "t21"."examine_days",
        "t21"."grade_days",
        "t21"."dispute_days",
        "t21"."suspension_weeks",
        "t21"."grade_minutes",
        "t21"."return_hours",
        "t21"."child_age",
        "t21"."cap",
        "t21"."unseen_months",
        "t21"."long_notice_hours",
        "t21"."unheld_days",
        "t21"."unreviewed_days",
        "t21"."many_crimes",
        "t21"."band_hours",
        "t21"."regrade_hours",
        "t21"."band_days",
        "t21"."least_words",
        "t21"."visit_very_high",
        "t21"."visit_high",
        "t21"."visit_medium",
        "t21"."visit_low",
        "t21"."visit_strictest",
        "t21"."review_very_high",
        "t21"."review_high",
        "t21"."review_medium",
        "t21"."review_low",
        "t21"."review_strictest",
        "t21"."weight_very_high",
        "t21"."weight_high",
        "t21"."weight_medium",
        "t21"."weight_low",
        "t21"."weight_unknown",
        "t21"."unseen_very_high",
        "t21"."unseen_high",
        "t21"."unseen_medium",
        "t21"."unseen_low",
        "t21"."unseen_unknown",
        "t21"."sign_off_late",
        "t21"."event_late",
        "t21"."unread_late",
        "t21"."unmanaged_late",
        "t21"."untrained_late",
        "t21"."unflagged_late",
        "t21"."enquiry_high",
        "t21"."enquiry_medium",
        "t21"."enquiry_low",
        "t21"."order_mark_months",
        "t21"."silence_now",
        "t21"."delivery_now",
        "t21"."silence_today",
        "t21"."delivery_today",
        "t21"."enforce_very_high",
        "t21"."longest_very_high",
        "t21"."ranks_very_high",
        "t21"."enforce_high",
        "t21"."longest_high",
        "t21"."ranks_high",
        "t21"."enforce_medium",
        "t21"."longest_medium",
        "t21"."ranks_medium",
        "t21"."enforce_low",
        "t21"."longest_low",
        "t21"."ranks_low",
        "t21"."visit_months",
        "t21"."review_months",
        "t21"."visit_by",
        "t21"."visit_late",
        "t21"."assess_by",
        "t21"."assess_late",
        "t21"."annual_by",
        "t21"."annual_late",
        "t21"."back",
        "t21"."seen_on" + TO_DAYS(
          CAST(CAST(FLOOR(
            (
              DATE_DIFF('DAY', "t21"."seen_on", "t21"."seen_on" + TO_MONTHS("t21"."visit_months")) * CASE
                WHEN "t21"."level" = 'very high'
                THEN "t21"."unseen_very_high"
                WHEN "t21"."level" = 'high'
                THEN "t21"."unseen_high"
                WHEN "t21"."level" = 'medium'
                THEN "t21"."unseen_medium"
                WHEN "t21"."level" = 'low'
                THEN "t21"."unseen_low"
                ELSE "t21"."unseen_unknown"
              END
            ) / 100
          ) AS BIGINT) AS INT) + 1
        ) AS "arose"
      FROM (
        SELECT
          "t20".*
          EXCLUDE ("asked_on_right", "person_ref_right")
        FROM (
          SELECT
            "t17"."person_ref",
            "t17"."asked_on",
            "t17"."unit",
            "t17"."flag_on",
            "t17"."registered_on",
            "t17"."set_on",
            "t17"."level",
            "t17"."made_on",
            "t17"."plan_ref",
            "t17"."visit_every_months",
            "t17"."deviation_reason",
            "t17"."reactive",
            "t17"."approved_on",
            "t17"."approved_by",
            "t17"."seen_on",
            "t17"."tried_on",
            "t17"."assessed_on",
            "t17"."assessed_ref",
            "t17"."signed_off_on",
            "t17"."reviewed_on",
            "t17"."notified_on",
            "t17"."annual_from",
            "t17"."away",
            "t17"."manager",
            "t17"."managed_since",
            "t17"."left_on",
            "t17"."ends_at",
            "t17"."year_ago",
            "t17"."month_ago",
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
            "t17"."visit_months",
            "t17"."review_months",
            "t17"."visit_by",
            "t17"."visit_late",
            "t17"."assess_by",
            "t17"."assess_late",
            "t17"."annual_by",
            "t17"."annual_late",
            "t14"."person_ref" AS "person_ref_right",
            "t14"."asked_on" AS "asked_on_right",
            "t14"."back"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."person_ref",
                "t5"."asked_on",
                "t5"."unit",
                "t5"."flag_on",
                "t5"."registered_on",
                "t5"."set_on",
                "t5"."level",
                "t5"."made_on",
                "t5"."plan_ref",
                "t5"."visit_every_months",
                "t5"."deviation_reason",
                "t5"."reactive",
                "t5"."approved_on",
                "t5"."approved_by",
                "t5"."seen_on",
                "t5"."tried_on",
                "t5"."assessed_on",
                "t5"."assessed_ref",
                "t5"."signed_off_on",
                "t5"."reviewed_on",
                "t5"."notified_on",
                "t5"."annual_from",
                "t5"."away",
                "t5"."manager",
                "t5"."managed_since",
                "t5"."left_on",
                "t5"."ends_at",
                "t5"."year_ago",
                "t5"."month_ago",
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
                "t5"."visit_months",
                "t5"."review_months",
                "t6"."visit_by",
                "t6"."visit_late",
                "t6"."assess_by",
                "t6"."assess_late",
                "t6"."annual_by",
                "t6"."annual_late"
              FROM "stood" AS "t5"
              INNER JOIN "judged" AS "t6"
                ON "t5"."person_ref" = "t6"."person_ref" AND "t5"."asked_on" = "t6"."asked_on"
            ) AS "t13"
            WHERE
              "t13"."visit_late" IS NOT NULL
              AND "t13"."seen_on" IS NOT NULL
              AND "t13"."seen_on" >= "t13"."registered_on"
          ) AS "t17"
          LEFT OUTER JOIN (
            SELECT
              "t8"."person_ref",
              "t8"."asked_on",
              MAX("t8"."back") AS "back"
            FROM (
              SELECT
                "t3"."person_ref",
                "t3"."asked_on",
                "t3"."until" AS "back"
              FROM "absences" AS "t3"
            ) AS "t8"
            GROUP BY
              1,
              2
          ) AS "t14"
            ON "t17"."person_ref" = "t14"."person_ref" AND "t17"."asked_on" = "t14"."asked_on"
        ) AS "t20"
      ) AS "t21"
      WHERE
        (
          (
            "t21"."back" IS NULL
          ) OR (
            "t21"."back" <= "t21"."seen_on"
          )
        )
        AND (
          "t21"."seen_on" + TO_DAYS(
            CAST(CAST(FLOOR(
              (
                DATE_DIFF('DAY', "t21"."seen_on", "t21"."seen_on" + TO_MONTHS("t21"."visit_months")) * CASE
                  WHEN "t21"."level" = 'very high'
                  THEN "t21"."unseen_very_high"
                  WHEN "t21"."level" = 'high'
                  THEN "t21"."unseen_high"
                  WHEN "t21"."level" = 'medium'
                  THEN "t21"."unseen_medium"
                  WHEN "t21"."level" = 'low'
                  THEN "t21"."unseen_low"
                  ELSE "t21"."unseen_unknown"
                END
              ) / 100
            ) AS BIGINT) AS INT) + 1
          )
        ) <= "t21"."asked_on"
    ) AS "t23"
    LEFT OUTER JOIN (
      SELECT
        "t16"."person_ref",
        "t16"."asked_on",
        MAX("t16"."decided_on") AS "decided"
      FROM (
        SELECT
          "t11"."person_ref",
          "t10"."asked_on",
          "t11"."decided_on"
        FROM (
          SELECT
            *
          FROM "decisions" AS "t0"
          WHERE
            "t0"."ground" = 'not seen for too long'
        ) AS "t11"
        INNER JOIN (
          SELECT
            "t1"."asked_on"
          FROM "days" AS "t1"
        ) AS "t10"
          ON "t11"."decided_on" <= "t10"."asked_on"
          AND (
            (
              "t11"."expires_on" IS NULL
            ) OR (
              "t11"."expires_on" > "t10"."asked_on"
            )
          )
      ) AS "t16"
      GROUP BY
        1,
        2
    ) AS "t19"
      ON "t23"."person_ref" = "t19"."person_ref" AND "t23"."asked_on" = "t19"."asked_on"
  ) AS "t24"
) AS "t25"
