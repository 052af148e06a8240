-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
WITH "t12" AS (
  SELECT
    "t11"."crime_ref" AS "of",
    "t9"."asked_on" AS "then",
    "t11"."party" AS "whose"
  FROM (
    SELECT
      *
    FROM "crime_events" AS "t2"
    WHERE
      "t2"."kind" IN ('arrest', 'charge', 'out-of-court resolution', 'voluntary interview')
  ) AS "t11"
  INNER JOIN (
    SELECT
      "t3"."asked_on"
    FROM "days" AS "t3"
  ) AS "t9"
    ON "t11"."on" <= "t9"."asked_on"
)
SELECT
  "t25"."asked_on",
  "t25"."ref",
  CASE
    WHEN COALESCE("t25"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t25"."unit"
  END AS "unit",
  COALESCE(
    (
      "t25"."met" IS NULL
    )
    AND (
      (
        "t25"."reported" + TO_DAYS("t25"."suspect_days")
      ) < "t25"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t25"."reported", "t25"."asked_on") AS "days"
FROM (
  SELECT
    "t24".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t10"."id",
      "t10"."ref",
      "t10"."crime_ref",
      "t10"."part",
      "t7"."id" AS "id_right",
      "t7"."reported_at",
      "t7"."offence",
      "t7"."unit",
      "t7"."reported",
      "t7"."asked_on",
      "t7"."before",
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
      "t7"."ended",
      "t7"."dateless",
      "t23"."ref" AS "ref_right",
      "t23"."asked_on" AS "asked_on_right",
      "t23"."met"
    FROM (
      SELECT
        *
      FROM "crime_parties" AS "t0"
      WHERE
        "t0"."part" = 'suspect'
    ) AS "t10"
    INNER JOIN (
      SELECT
        "t1"."id",
        "t1"."ref" AS "crime_ref",
        "t1"."reported_at",
        "t1"."offence",
        "t1"."unit",
        "t1"."reported",
        "t1"."asked_on",
        "t1"."before",
        "t1"."ends_at",
        "t1"."year_ago",
        "t1"."month_ago",
        "t1"."dynamic_instruments",
        "t1"."agreed_grounds",
        "t1"."courses",
        "t1"."manager_courses",
        "t1"."action_outcomes",
        "t1"."restarts",
        "t1"."first_visit_days",
        "t1"."short_absence_days",
        "t1"."assess_first_days",
        "t1"."assess_months",
        "t1"."annual_months",
        "t1"."suspect_days",
        "t1"."submit_days",
        "t1"."examine_days",
        "t1"."grade_days",
        "t1"."dispute_days",
        "t1"."suspension_weeks",
        "t1"."grade_minutes",
        "t1"."return_hours",
        "t1"."child_age",
        "t1"."cap",
        "t1"."unseen_months",
        "t1"."long_notice_hours",
        "t1"."unheld_days",
        "t1"."unreviewed_days",
        "t1"."many_crimes",
        "t1"."band_hours",
        "t1"."regrade_hours",
        "t1"."band_days",
        "t1"."least_words",
        "t1"."visit_very_high",
        "t1"."visit_high",
        "t1"."visit_medium",
        "t1"."visit_low",
        "t1"."visit_strictest",
        "t1"."review_very_high",
        "t1"."review_high",
        "t1"."review_medium",
        "t1"."review_low",
        "t1"."review_strictest",
        "t1"."weight_very_high",
        "t1"."weight_high",
        "t1"."weight_medium",
        "t1"."weight_low",
        "t1"."weight_unknown",
        "t1"."unseen_very_high",
        "t1"."unseen_high",
        "t1"."unseen_medium",
        "t1"."unseen_low",
        "t1"."unseen_unknown",
        "t1"."sign_off_late",
        "t1"."event_late",
        "t1"."unread_late",
        "t1"."unmanaged_late",
        "t1"."untrained_late",
        "t1"."unflagged_late",
        "t1"."enquiry_high",
        "t1"."enquiry_medium",
        "t1"."enquiry_low",
        "t1"."order_mark_months",
        "t1"."silence_now",
        "t1"."delivery_now",
        "t1"."silence_today",
        "t1"."delivery_today",
        "t1"."enforce_very_high",
        "t1"."longest_very_high",
        "t1"."ranks_very_high",
        "t1"."enforce_high",
        "t1"."longest_high",
        "t1"."ranks_high",
        "t1"."enforce_medium",
        "t1"."longest_medium",
        "t1"."ranks_medium",
        "t1"."enforce_low",
        "t1"."longest_low",
        "t1"."ranks_low",
        "t1"."ended",
        "t1"."dateless"
      FROM "running" AS "t1"
    ) AS "t7"
      ON "t10"."crime_ref" = "t7"."crime_ref"
    LEFT OUTER JOIN (
      SELECT
        "t21"."ref",
        "t21"."asked_on",
        TRUE AS "met"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."ref",
              "t7"."asked_on"
            FROM (
              SELECT
                *
              FROM "crime_parties" AS "t0"
              WHERE
                "t0"."part" = 'suspect'
            ) AS "t10"
            INNER JOIN (
              SELECT
                "t1"."id",
                "t1"."ref" AS "crime_ref",
                "t1"."reported_at",
                "t1"."offence",
                "t1"."unit",
                "t1"."reported",
                "t1"."asked_on",
                "t1"."before",
                "t1"."ends_at",
                "t1"."year_ago",
                "t1"."month_ago",
                "t1"."dynamic_instruments",
                "t1"."agreed_grounds",
                "t1"."courses",
                "t1"."manager_courses",
                "t1"."action_outcomes",
                "t1"."restarts",
                "t1"."first_visit_days",
                "t1"."short_absence_days",
                "t1"."assess_first_days",
                "t1"."assess_months",
                "t1"."annual_months",
                "t1"."suspect_days",
                "t1"."submit_days",
                "t1"."examine_days",
                "t1"."grade_days",
                "t1"."dispute_days",
                "t1"."suspension_weeks",
                "t1"."grade_minutes",
                "t1"."return_hours",
                "t1"."child_age",
                "t1"."cap",
                "t1"."unseen_months",
                "t1"."long_notice_hours",
                "t1"."unheld_days",
                "t1"."unreviewed_days",
                "t1"."many_crimes",
                "t1"."band_hours",
                "t1"."regrade_hours",
                "t1"."band_days",
                "t1"."least_words",
                "t1"."visit_very_high",
                "t1"."visit_high",
                "t1"."visit_medium",
                "t1"."visit_low",
                "t1"."visit_strictest",
                "t1"."review_very_high",
                "t1"."review_high",
                "t1"."review_medium",
                "t1"."review_low",
                "t1"."review_strictest",
                "t1"."weight_very_high",
                "t1"."weight_high",
                "t1"."weight_medium",
                "t1"."weight_low",
                "t1"."weight_unknown",
                "t1"."unseen_very_high",
                "t1"."unseen_high",
                "t1"."unseen_medium",
                "t1"."unseen_low",
                "t1"."unseen_unknown",
                "t1"."sign_off_late",
                "t1"."event_late",
                "t1"."unread_late",
                "t1"."unmanaged_late",
                "t1"."untrained_late",
                "t1"."unflagged_late",
                "t1"."enquiry_high",
                "t1"."enquiry_medium",
                "t1"."enquiry_low",
                "t1"."order_mark_months",
                "t1"."silence_now",
                "t1"."delivery_now",
                "t1"."silence_today",
                "t1"."delivery_today",
                "t1"."enforce_very_high",
                "t1"."longest_very_high",
                "t1"."ranks_very_high",
                "t1"."enforce_high",
                "t1"."longest_high",
                "t1"."ranks_high",
                "t1"."enforce_medium",
                "t1"."longest_medium",
                "t1"."ranks_medium",
                "t1"."enforce_low",
                "t1"."longest_low",
                "t1"."ranks_low",
                "t1"."ended",
                "t1"."dateless"
              FROM "running" AS "t1"
            ) AS "t7"
              ON "t10"."crime_ref" = "t7"."crime_ref"
            INNER JOIN (
              SELECT DISTINCT
                *
              FROM "t12" AS "t13"
            ) AS "t15"
              ON "t10"."ref" = "t15"."whose" AND "t7"."asked_on" = "t15"."then"
          ) AS "t18"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t10"."ref",
              "t7"."asked_on"
            FROM (
              SELECT
                *
              FROM "crime_parties" AS "t0"
              WHERE
                "t0"."part" = 'suspect'
            ) AS "t10"
            INNER JOIN (
              SELECT
                "t1"."id",
                "t1"."ref" AS "crime_ref",
                "t1"."reported_at",
                "t1"."offence",
                "t1"."unit",
                "t1"."reported",
                "t1"."asked_on",
                "t1"."before",
                "t1"."ends_at",
                "t1"."year_ago",
                "t1"."month_ago",
                "t1"."dynamic_instruments",
                "t1"."agreed_grounds",
                "t1"."courses",
                "t1"."manager_courses",
                "t1"."action_outcomes",
                "t1"."restarts",
                "t1"."first_visit_days",
                "t1"."short_absence_days",
                "t1"."assess_first_days",
                "t1"."assess_months",
                "t1"."annual_months",
                "t1"."suspect_days",
                "t1"."submit_days",
                "t1"."examine_days",
                "t1"."grade_days",
                "t1"."dispute_days",
                "t1"."suspension_weeks",
                "t1"."grade_minutes",
                "t1"."return_hours",
                "t1"."child_age",
                "t1"."cap",
                "t1"."unseen_months",
                "t1"."long_notice_hours",
                "t1"."unheld_days",
                "t1"."unreviewed_days",
                "t1"."many_crimes",
                "t1"."band_hours",
                "t1"."regrade_hours",
                "t1"."band_days",
                "t1"."least_words",
                "t1"."visit_very_high",
                "t1"."visit_high",
                "t1"."visit_medium",
                "t1"."visit_low",
                "t1"."visit_strictest",
                "t1"."review_very_high",
                "t1"."review_high",
                "t1"."review_medium",
                "t1"."review_low",
                "t1"."review_strictest",
                "t1"."weight_very_high",
                "t1"."weight_high",
                "t1"."weight_medium",
                "t1"."weight_low",
                "t1"."weight_unknown",
                "t1"."unseen_very_high",
                "t1"."unseen_high",
                "t1"."unseen_medium",
                "t1"."unseen_low",
                "t1"."unseen_unknown",
                "t1"."sign_off_late",
                "t1"."event_late",
                "t1"."unread_late",
                "t1"."unmanaged_late",
                "t1"."untrained_late",
                "t1"."unflagged_late",
                "t1"."enquiry_high",
                "t1"."enquiry_medium",
                "t1"."enquiry_low",
                "t1"."order_mark_months",
                "t1"."silence_now",
                "t1"."delivery_now",
                "t1"."silence_today",
                "t1"."delivery_today",
                "t1"."enforce_very_high",
                "t1"."longest_very_high",
                "t1"."ranks_very_high",
                "t1"."enforce_high",
                "t1"."longest_high",
                "t1"."ranks_high",
                "t1"."enforce_medium",
                "t1"."longest_medium",
                "t1"."ranks_medium",
                "t1"."enforce_low",
                "t1"."longest_low",
                "t1"."ranks_low",
                "t1"."ended",
                "t1"."dateless"
              FROM "running" AS "t1"
            ) AS "t7"
              ON "t10"."crime_ref" = "t7"."crime_ref"
            INNER JOIN (
              SELECT DISTINCT
                *
              FROM "t12" AS "t13"
              WHERE
                "t13"."whose" = ''
            ) AS "t17"
              ON "t10"."crime_ref" = "t17"."of" AND "t7"."asked_on" = "t17"."then"
          ) AS "t19"
        ) AS "t20"
      ) AS "t21"
    ) AS "t23"
      ON "t10"."ref" = "t23"."ref" AND "t7"."asked_on" = "t23"."asked_on"
  ) AS "t24"
) AS "t25"
