-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t14"."asked_on",
  "t14"."crime_ref" || ' ' || "t14"."device" AS "ref",
  CASE
    WHEN COALESCE("t14"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t14"."unit"
  END AS "unit",
  COALESCE(
    (
      "t14"."place" <= 1
    )
    AND (
      (
        "t14"."since" + TO_DAYS(
          CASE WHEN "t14"."place" = 0 THEN "t14"."submit_days" ELSE "t14"."examine_days" END
        )
      ) < "t14"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t14"."since", "t14"."asked_on") AS "days"
FROM (
  SELECT
    "t13"."crime_ref",
    "t13"."device",
    "t13"."asked_on",
    "t13"."far",
    "t13"."place",
    "t13"."since",
    "t5"."id",
    "t5"."reported_at",
    "t5"."offence",
    "t5"."unit",
    "t5"."reported",
    "t5"."before",
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
    "t5"."ended",
    "t5"."dateless"
  FROM (
    SELECT
      "t11"."crime_ref",
      "t11"."device",
      "t11"."asked_on",
      "t11"."far",
      "t11"."far"."place" AS "place",
      "t11"."far"."since" AS "since"
    FROM (
      SELECT
        "t10"."crime_ref",
        "t10"."device",
        "t10"."asked_on",
        MAX({'place': "t10"."place", 'since': "t10"."since"}) AS "far"
      FROM (
        SELECT
          "t9"."crime_ref",
          "t9"."device",
          "t9"."asked_on",
          "t9"."place",
          MIN("t9"."on") AS "since"
        FROM (
          SELECT
            "t8"."id",
            "t8"."crime_ref",
            "t8"."ref",
            "t8"."device",
            "t8"."step",
            "t8"."on",
            "t8"."place",
            "t6"."asked_on"
          FROM (
            SELECT
              "t1"."id",
              "t1"."crime_ref",
              "t1"."ref",
              "t1"."device",
              "t1"."step",
              "t1"."on",
              CASE
                WHEN "t1"."step" = 'seized'
                THEN 0
                WHEN "t1"."step" = 'submitted for examination'
                THEN 1
                WHEN "t1"."step" = 'examined'
                THEN 2
                ELSE 0
              END AS "place"
            FROM "crime_devices" AS "t1"
          ) AS "t8"
          INNER JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t6"
            ON "t8"."on" <= "t6"."asked_on"
        ) AS "t9"
        GROUP BY
          1,
          2,
          3,
          4
      ) AS "t10"
      GROUP BY
        1,
        2,
        3
    ) AS "t11"
  ) AS "t13"
  INNER JOIN (
    SELECT
      "t0"."id",
      "t0"."ref" AS "crime_ref",
      "t0"."reported_at",
      "t0"."offence",
      "t0"."unit",
      "t0"."reported",
      "t0"."asked_on",
      "t0"."before",
      "t0"."ends_at",
      "t0"."year_ago",
      "t0"."month_ago",
      "t0"."dynamic_instruments",
      "t0"."agreed_grounds",
      "t0"."courses",
      "t0"."manager_courses",
      "t0"."action_outcomes",
      "t0"."restarts",
      "t0"."first_visit_days",
      "t0"."short_absence_days",
      "t0"."assess_first_days",
      "t0"."assess_months",
      "t0"."annual_months",
      "t0"."suspect_days",
      "t0"."submit_days",
      "t0"."examine_days",
      "t0"."grade_days",
      "t0"."dispute_days",
      "t0"."suspension_weeks",
      "t0"."grade_minutes",
      "t0"."return_hours",
      "t0"."child_age",
      "t0"."cap",
      "t0"."unseen_months",
      "t0"."long_notice_hours",
      "t0"."unheld_days",
      "t0"."unreviewed_days",
      "t0"."many_crimes",
      "t0"."band_hours",
      "t0"."regrade_hours",
      "t0"."band_days",
      "t0"."least_words",
      "t0"."visit_very_high",
      "t0"."visit_high",
      "t0"."visit_medium",
      "t0"."visit_low",
      "t0"."visit_strictest",
      "t0"."review_very_high",
      "t0"."review_high",
      "t0"."review_medium",
      "t0"."review_low",
      "t0"."review_strictest",
      "t0"."weight_very_high",
      "t0"."weight_high",
      "t0"."weight_medium",
      "t0"."weight_low",
      "t0"."weight_unknown",
      "t0"."unseen_very_high",
      "t0"."unseen_high",
      "t0"."unseen_medium",
      "t0"."unseen_low",
      "t0"."unseen_unknown",
      "t0"."sign_off_late",
      "t0"."event_late",
      "t0"."unread_late",
      "t0"."unmanaged_late",
      "t0"."untrained_late",
      "t0"."unflagged_late",
      "t0"."enquiry_high",
      "t0"."enquiry_medium",
      "t0"."enquiry_low",
      "t0"."order_mark_months",
      "t0"."silence_now",
      "t0"."delivery_now",
      "t0"."silence_today",
      "t0"."delivery_today",
      "t0"."enforce_very_high",
      "t0"."longest_very_high",
      "t0"."ranks_very_high",
      "t0"."enforce_high",
      "t0"."longest_high",
      "t0"."ranks_high",
      "t0"."enforce_medium",
      "t0"."longest_medium",
      "t0"."ranks_medium",
      "t0"."enforce_low",
      "t0"."longest_low",
      "t0"."ranks_low",
      "t0"."ended",
      "t0"."dateless"
    FROM "running" AS "t0"
  ) AS "t5"
    ON "t13"."crime_ref" = "t5"."crime_ref" AND "t13"."asked_on" = "t5"."asked_on"
) AS "t14"
