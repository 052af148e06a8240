-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t14"."asked_on",
  "t14"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t14"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t14"."unit"
  END AS "unit",
  COALESCE("t19"."event" <= "t14"."event_late", FALSE) AS "counts",
  DATE_DIFF('DAY', "t19"."event", "t14"."asked_on") AS "days"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t10".*
      EXCLUDE ("asked_on_right", "person_ref_right")
    FROM (
      SELECT
        "t6"."person_ref",
        "t6"."asked_on",
        "t6"."unit",
        "t6"."flag_on",
        "t6"."registered_on",
        "t6"."set_on",
        "t6"."level",
        "t6"."made_on",
        "t6"."plan_ref",
        "t6"."visit_every_months",
        "t6"."deviation_reason",
        "t6"."reactive",
        "t6"."approved_on",
        "t6"."approved_by",
        "t6"."seen_on",
        "t6"."tried_on",
        "t6"."assessed_on",
        "t6"."assessed_ref",
        "t6"."signed_off_on",
        "t6"."reviewed_on",
        "t6"."notified_on",
        "t6"."annual_from",
        "t6"."away",
        "t6"."manager",
        "t6"."managed_since",
        "t6"."left_on",
        "t6"."ends_at",
        "t6"."year_ago",
        "t6"."month_ago",
        "t6"."dynamic_instruments",
        "t6"."agreed_grounds",
        "t6"."courses",
        "t6"."manager_courses",
        "t6"."action_outcomes",
        "t6"."restarts",
        "t6"."first_visit_days",
        "t6"."short_absence_days",
        "t6"."assess_first_days",
        "t6"."assess_months",
        "t6"."annual_months",
        "t6"."suspect_days",
        "t6"."submit_days",
        "t6"."examine_days",
        "t6"."grade_days",
        "t6"."dispute_days",
        "t6"."suspension_weeks",
        "t6"."grade_minutes",
        "t6"."return_hours",
        "t6"."child_age",
        "t6"."cap",
        "t6"."unseen_months",
        "t6"."long_notice_hours",
        "t6"."unheld_days",
        "t6"."unreviewed_days",
        "t6"."many_crimes",
        "t6"."band_hours",
        "t6"."regrade_hours",
        "t6"."band_days",
        "t6"."least_words",
        "t6"."visit_very_high",
        "t6"."visit_high",
        "t6"."visit_medium",
        "t6"."visit_low",
        "t6"."visit_strictest",
        "t6"."review_very_high",
        "t6"."review_high",
        "t6"."review_medium",
        "t6"."review_low",
        "t6"."review_strictest",
        "t6"."weight_very_high",
        "t6"."weight_high",
        "t6"."weight_medium",
        "t6"."weight_low",
        "t6"."weight_unknown",
        "t6"."unseen_very_high",
        "t6"."unseen_high",
        "t6"."unseen_medium",
        "t6"."unseen_low",
        "t6"."unseen_unknown",
        "t6"."sign_off_late",
        "t6"."event_late",
        "t6"."unread_late",
        "t6"."unmanaged_late",
        "t6"."untrained_late",
        "t6"."unflagged_late",
        "t6"."enquiry_high",
        "t6"."enquiry_medium",
        "t6"."enquiry_low",
        "t6"."order_mark_months",
        "t6"."silence_now",
        "t6"."delivery_now",
        "t6"."silence_today",
        "t6"."delivery_today",
        "t6"."enforce_very_high",
        "t6"."longest_very_high",
        "t6"."ranks_very_high",
        "t6"."enforce_high",
        "t6"."longest_high",
        "t6"."ranks_high",
        "t6"."enforce_medium",
        "t6"."longest_medium",
        "t6"."ranks_medium",
        "t6"."enforce_low",
        "t6"."longest_low",
        "t6"."ranks_low",
        "t6"."visit_months",
        "t6"."review_months",
        "t9"."person_ref" AS "person_ref_right",
        "t9"."asked_on" AS "asked_on_right",
        "t9"."back"
      FROM (
        SELECT
          *
        FROM "stood" AS "t0"
        WHERE
          NOT (
            "t0"."away"
          )
          AND "t0"."assessed_on" IS NOT NULL
          AND "t0"."assessed_on" >= "t0"."registered_on"
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT
          "t3"."person_ref",
          "t3"."asked_on",
          MAX("t3"."back") AS "back"
        FROM (
          SELECT
            "t1"."person_ref",
            "t1"."asked_on",
            "t1"."until" AS "back"
          FROM "absences" AS "t1"
        ) AS "t3"
        GROUP BY
          1,
          2
      ) AS "t9"
        ON "t6"."person_ref" = "t9"."person_ref" AND "t6"."asked_on" = "t9"."asked_on"
    ) AS "t10"
  ) AS "t11"
  WHERE
    (
      "t11"."back" IS NULL
    ) OR (
      "t11"."back" <= "t11"."assessed_on"
    )
) AS "t14"
INNER JOIN (
  SELECT
    "t17"."person_ref",
    "t17"."asked_on",
    MIN("t17"."received_on") AS "event"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t15"."person_ref",
        "t15"."asked_on",
        "t15"."assessed_on",
        "t15"."event_late",
        "t7"."received_on",
        "t7"."reviewed_on"
      FROM (
        SELECT
          "t11"."person_ref",
          "t11"."asked_on",
          "t11"."assessed_on",
          "t11"."event_late"
        FROM (
          SELECT
            "t10".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t6"."person_ref",
              "t6"."asked_on",
              "t6"."unit",
              "t6"."flag_on",
              "t6"."registered_on",
              "t6"."set_on",
              "t6"."level",
              "t6"."made_on",
              "t6"."plan_ref",
              "t6"."visit_every_months",
              "t6"."deviation_reason",
              "t6"."reactive",
              "t6"."approved_on",
              "t6"."approved_by",
              "t6"."seen_on",
              "t6"."tried_on",
              "t6"."assessed_on",
              "t6"."assessed_ref",
              "t6"."signed_off_on",
              "t6"."reviewed_on",
              "t6"."notified_on",
              "t6"."annual_from",
              "t6"."away",
              "t6"."manager",
              "t6"."managed_since",
              "t6"."left_on",
              "t6"."ends_at",
              "t6"."year_ago",
              "t6"."month_ago",
              "t6"."dynamic_instruments",
              "t6"."agreed_grounds",
              "t6"."courses",
              "t6"."manager_courses",
              "t6"."action_outcomes",
              "t6"."restarts",
              "t6"."first_visit_days",
              "t6"."short_absence_days",
              "t6"."assess_first_days",
              "t6"."assess_months",
              "t6"."annual_months",
              "t6"."suspect_days",
              "t6"."submit_days",
              "t6"."examine_days",
              "t6"."grade_days",
              "t6"."dispute_days",
              "t6"."suspension_weeks",
              "t6"."grade_minutes",
              "t6"."return_hours",
              "t6"."child_age",
              "t6"."cap",
              "t6"."unseen_months",
              "t6"."long_notice_hours",
              "t6"."unheld_days",
              "t6"."unreviewed_days",
              "t6"."many_crimes",
              "t6"."band_hours",
              "t6"."regrade_hours",
              "t6"."band_days",
              "t6"."least_words",
              "t6"."visit_very_high",
              "t6"."visit_high",
              "t6"."visit_medium",
              "t6"."visit_low",
              "t6"."visit_strictest",
              "t6"."review_very_high",
              "t6"."review_high",
              "t6"."review_medium",
              "t6"."review_low",
              "t6"."review_strictest",
              "t6"."weight_very_high",
              "t6"."weight_high",
              "t6"."weight_medium",
              "t6"."weight_low",
              "t6"."weight_unknown",
              "t6"."unseen_very_high",
              "t6"."unseen_high",
              "t6"."unseen_medium",
              "t6"."unseen_low",
              "t6"."unseen_unknown",
              "t6"."sign_off_late",
              "t6"."event_late",
              "t6"."unread_late",
              "t6"."unmanaged_late",
              "t6"."untrained_late",
              "t6"."unflagged_late",
              "t6"."enquiry_high",
              "t6"."enquiry_medium",
              "t6"."enquiry_low",
              "t6"."order_mark_months",
              "t6"."silence_now",
              "t6"."delivery_now",
              "t6"."silence_today",
              "t6"."delivery_today",
              "t6"."enforce_very_high",
              "t6"."longest_very_high",
              "t6"."ranks_very_high",
              "t6"."enforce_high",
              "t6"."longest_high",
              "t6"."ranks_high",
              "t6"."enforce_medium",
              "t6"."longest_medium",
              "t6"."ranks_medium",
              "t6"."enforce_low",
              "t6"."longest_low",
              "t6"."ranks_low",
              "t6"."visit_months",
              "t6"."review_months",
              "t9"."person_ref" AS "person_ref_right",
              "t9"."asked_on" AS "asked_on_right",
              "t9"."back"
            FROM (
              SELECT
                *
              FROM "stood" AS "t0"
              WHERE
                NOT (
                  "t0"."away"
                )
                AND "t0"."assessed_on" IS NOT NULL
                AND "t0"."assessed_on" >= "t0"."registered_on"
            ) AS "t6"
            LEFT OUTER JOIN (
              SELECT
                "t3"."person_ref",
                "t3"."asked_on",
                MAX("t3"."back") AS "back"
              FROM (
                SELECT
                  "t1"."person_ref",
                  "t1"."asked_on",
                  "t1"."until" AS "back"
                FROM "absences" AS "t1"
              ) AS "t3"
              GROUP BY
                1,
                2
            ) AS "t9"
              ON "t6"."person_ref" = "t9"."person_ref" AND "t6"."asked_on" = "t9"."asked_on"
          ) AS "t10"
        ) AS "t11"
        WHERE
          (
            "t11"."back" IS NULL
          ) OR (
            "t11"."back" <= "t11"."assessed_on"
          )
      ) AS "t15"
      INNER JOIN (
        SELECT
          "t2"."person_ref",
          "t2"."received_on",
          "t2"."reviewed_on"
        FROM "intelligence" AS "t2"
        WHERE
          COALESCE("t2"."significant", FALSE)
      ) AS "t7"
        ON "t15"."person_ref" = "t7"."person_ref"
    ) AS "t16"
    WHERE
      "t16"."received_on" <= "t16"."asked_on"
      AND (
        (
          "t16"."received_on" > "t16"."assessed_on"
        )
        OR (
          (
            "t16"."received_on" = "t16"."assessed_on"
          )
          AND (
            (
              "t16"."reviewed_on" IS NULL
            ) OR (
              "t16"."reviewed_on" > "t16"."asked_on"
            )
          )
        )
      )
  ) AS "t17"
  GROUP BY
    1,
    2
) AS "t19"
  ON "t14"."person_ref" = "t19"."person_ref" AND "t14"."asked_on" = "t19"."asked_on"
