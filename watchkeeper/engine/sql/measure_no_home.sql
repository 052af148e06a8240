-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t14"."asked_on",
  "t14"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t14"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t14"."unit"
  END AS "unit",
  COALESCE("t14"."home" IS NULL, FALSE) AS "counts",
  DATE_DIFF('DAY', "t14"."registered_on", "t14"."asked_on") AS "days"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t7"."person_ref",
      "t7"."asked_on",
      "t7"."unit",
      "t7"."flag_on",
      "t7"."registered_on",
      "t7"."set_on",
      "t7"."level",
      "t7"."made_on",
      "t7"."plan_ref",
      "t7"."visit_every_months",
      "t7"."deviation_reason",
      "t7"."reactive",
      "t7"."approved_on",
      "t7"."approved_by",
      "t7"."seen_on",
      "t7"."tried_on",
      "t7"."assessed_on",
      "t7"."assessed_ref",
      "t7"."signed_off_on",
      "t7"."reviewed_on",
      "t7"."notified_on",
      "t7"."annual_from",
      "t7"."away",
      "t7"."manager",
      "t7"."managed_since",
      "t7"."left_on",
      "t7"."ends_at",
      "t7"."year_ago",
      "t7"."month_ago",
      "t7"."dynamic_instruments",
      "t7"."agreed_grounds",
      "t7"."courses",
      "t7"."manager_courses",
      "t7"."action_outcomes",
      "t7"."restarts",
      "t7"."first_visit_days",
      "t7"."short_absence_days",
      "t7"."assess_first_days",
      "t7"."assess_months",
      "t7"."annual_months",
      "t7"."suspect_days",
      "t7"."submit_days",
      "t7"."examine_days",
      "t7"."grade_days",
      "t7"."dispute_days",
      "t7"."suspension_weeks",
      "t7"."grade_minutes",
      "t7"."return_hours",
      "t7"."child_age",
      "t7"."cap",
      "t7"."unseen_months",
      "t7"."long_notice_hours",
      "t7"."unheld_days",
      "t7"."unreviewed_days",
      "t7"."many_crimes",
      "t7"."band_hours",
      "t7"."regrade_hours",
      "t7"."band_days",
      "t7"."least_words",
      "t7"."visit_very_high",
      "t7"."visit_high",
      "t7"."visit_medium",
      "t7"."visit_low",
      "t7"."visit_strictest",
      "t7"."review_very_high",
      "t7"."review_high",
      "t7"."review_medium",
      "t7"."review_low",
      "t7"."review_strictest",
      "t7"."weight_very_high",
      "t7"."weight_high",
      "t7"."weight_medium",
      "t7"."weight_low",
      "t7"."weight_unknown",
      "t7"."unseen_very_high",
      "t7"."unseen_high",
      "t7"."unseen_medium",
      "t7"."unseen_low",
      "t7"."unseen_unknown",
      "t7"."sign_off_late",
      "t7"."event_late",
      "t7"."unread_late",
      "t7"."unmanaged_late",
      "t7"."untrained_late",
      "t7"."unflagged_late",
      "t7"."enquiry_high",
      "t7"."enquiry_medium",
      "t7"."enquiry_low",
      "t7"."order_mark_months",
      "t7"."silence_now",
      "t7"."delivery_now",
      "t7"."silence_today",
      "t7"."delivery_today",
      "t7"."enforce_very_high",
      "t7"."longest_very_high",
      "t7"."ranks_very_high",
      "t7"."enforce_high",
      "t7"."longest_high",
      "t7"."ranks_high",
      "t7"."enforce_medium",
      "t7"."longest_medium",
      "t7"."ranks_medium",
      "t7"."enforce_low",
      "t7"."longest_low",
      "t7"."ranks_low",
      "t7"."visit_months",
      "t7"."review_months",
      "t12"."person_ref" AS "person_ref_right",
      "t12"."asked_on" AS "asked_on_right",
      "t12"."home"
    FROM (
      SELECT
        *
      FROM "stood" AS "t0"
      WHERE
        NOT (
          "t0"."away"
        )
    ) AS "t7"
    LEFT OUTER JOIN (
      SELECT
        "t10"."person_ref",
        "t10"."asked_on",
        TRUE AS "home"
      FROM (
        SELECT DISTINCT
          "t9"."person_ref",
          "t9"."asked_on"
        FROM (
          SELECT
            "t8"."id",
            "t8"."person_ref",
            "t8"."ref",
            "t8"."kind",
            "t8"."since",
            "t8"."until",
            "t5"."asked_on"
          FROM (
            SELECT
              "t1"."id",
              "t1"."person_ref",
              "t1"."ref",
              "t1"."kind",
              COALESCE("t1"."since", CAST('0001-01-01' AS DATE)) AS "since",
              "t1"."until"
            FROM "addresses" AS "t1"
          ) AS "t8"
          INNER JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t5"
            ON "t8"."since" <= "t5"."asked_on"
            AND (
              (
                "t8"."until" IS NULL
              ) OR (
                "t8"."until" > "t5"."asked_on"
              )
            )
        ) AS "t9"
        WHERE
          "t9"."kind" <> 'other'
      ) AS "t10"
    ) AS "t12"
      ON "t7"."person_ref" = "t12"."person_ref" AND "t7"."asked_on" = "t12"."asked_on"
  ) AS "t13"
) AS "t14"
