-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t9".*
  EXCLUDE ("of")
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."id",
      "t5"."ref",
      "t5"."reported_at",
      "t5"."offence",
      "t5"."unit",
      "t5"."reported",
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
      "t7"."of",
      "t7"."ended",
      "t7"."dateless"
    FROM (
      SELECT
        *
      FROM "crimes" AS "t0"
      WHERE
        "t0"."reported" IS NOT NULL
    ) AS "t5"
    INNER JOIN "days" AS "t3"
      ON "t5"."reported" <= "t3"."asked_on"
    LEFT OUTER JOIN (
      SELECT
        "t2"."crime_ref" AS "of",
        MIN("t2"."on") AS "ended",
        BOOL_OR(CAST("t2"."on" IS NULL AS BOOLEAN)) AS "dateless"
      FROM "crime_outcomes" AS "t2"
      GROUP BY
        1
    ) AS "t7"
      ON "t5"."ref" = "t7"."of"
  ) AS "t8"
  WHERE
    NOT (
      COALESCE("t8"."dateless", FALSE)
    )
    AND (
      (
        "t8"."ended" IS NULL
      ) OR (
        "t8"."ended" > "t8"."asked_on"
      )
    )
) AS "t9"
