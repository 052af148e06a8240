-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t13"."asked_on",
  "t13"."ref",
  CASE
    WHEN COALESCE("t13"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t13"."unit"
  END AS "unit",
  COALESCE(
    NOT (
      COALESCE("t13"."now", FALSE)
    )
    AND (
      (
        COALESCE("t13"."left", "t13"."reported") + TO_DAYS("t13"."unheld_days")
      ) < "t13"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t13"."left", "t13"."reported"), "t13"."asked_on") AS "days"
FROM (
  SELECT
    "t12".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t3"."id",
      "t3"."ref",
      "t3"."reported_at",
      "t3"."offence",
      "t3"."unit",
      "t3"."reported",
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
      "t3"."ended",
      "t3"."dateless",
      "t11"."ref" AS "ref_right",
      "t11"."asked_on" AS "asked_on_right",
      "t11"."now",
      "t11"."left"
    FROM "running" AS "t3"
    LEFT OUTER JOIN (
      SELECT
        "t9"."crime_ref" AS "ref",
        "t9"."asked_on",
        "t9"."now",
        "t9"."left"
      FROM (
        SELECT
          "t8"."crime_ref",
          "t8"."asked_on",
          BOOL_OR(CAST("t8"."now" AS BOOLEAN)) AS "now",
          MAX("t8"."left") AS "left"
        FROM (
          SELECT
            "t7"."id",
            "t7"."crime_ref",
            "t7"."ref",
            "t7"."officer_ref",
            "t7"."since",
            "t7"."until",
            "t7"."asked_on",
            (
              "t7"."until" IS NULL
            ) OR (
              "t7"."until" > "t7"."asked_on"
            ) AS "now",
            CASE
              WHEN (
                "t7"."until" IS NULL
              ) OR (
                "t7"."until" > "t7"."asked_on"
              )
              THEN CAST(NULL AS DATE)
              ELSE "t7"."until"
            END AS "left"
          FROM (
            SELECT
              "t4"."id",
              "t4"."crime_ref",
              "t4"."ref",
              "t4"."officer_ref",
              "t4"."since",
              "t4"."until",
              "t6"."asked_on"
            FROM "crime_holdings" AS "t4"
            INNER JOIN (
              SELECT
                "t2"."asked_on"
              FROM "days" AS "t2"
            ) AS "t6"
              ON "t4"."since" <= "t6"."asked_on"
          ) AS "t7"
        ) AS "t8"
        GROUP BY
          1,
          2
      ) AS "t9"
    ) AS "t11"
      ON "t3"."ref" = "t11"."ref" AND "t3"."asked_on" = "t11"."asked_on"
  ) AS "t12"
) AS "t13"
