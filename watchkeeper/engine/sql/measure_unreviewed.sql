-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_crimes.py. Change the expression there, not this page.
SELECT
  "t24"."asked_on",
  "t24"."ref",
  CASE
    WHEN COALESCE("t24"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t24"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE("t24"."last", "t24"."first") + TO_DAYS("t24"."unreviewed_days")
    ) < "t24"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t24"."last", "t24"."first"), "t24"."asked_on") AS "days"
FROM (
  SELECT
    "t23".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t4"."id",
      "t4"."ref",
      "t4"."reported_at",
      "t4"."offence",
      "t4"."unit",
      "t4"."reported",
      "t4"."asked_on",
      "t4"."before",
      "t4"."ends_at",
      "t4"."year_ago",
      "t4"."month_ago",
      "t4"."dynamic_instruments",
      "t4"."agreed_grounds",
      "t4"."courses",
      "t4"."manager_courses",
      "t4"."action_outcomes",
      "t4"."restarts",
      "t4"."first_visit_days",
      "t4"."short_absence_days",
      "t4"."assess_first_days",
      "t4"."assess_months",
      "t4"."annual_months",
      "t4"."suspect_days",
      "t4"."submit_days",
      "t4"."examine_days",
      "t4"."grade_days",
      "t4"."dispute_days",
      "t4"."suspension_weeks",
      "t4"."grade_minutes",
      "t4"."return_hours",
      "t4"."child_age",
      "t4"."cap",
      "t4"."unseen_months",
      "t4"."long_notice_hours",
      "t4"."unheld_days",
      "t4"."unreviewed_days",
      "t4"."many_crimes",
      "t4"."band_hours",
      "t4"."regrade_hours",
      "t4"."band_days",
      "t4"."least_words",
      "t4"."visit_very_high",
      "t4"."visit_high",
      "t4"."visit_medium",
      "t4"."visit_low",
      "t4"."visit_strictest",
      "t4"."review_very_high",
      "t4"."review_high",
      "t4"."review_medium",
      "t4"."review_low",
      "t4"."review_strictest",
      "t4"."weight_very_high",
      "t4"."weight_high",
      "t4"."weight_medium",
      "t4"."weight_low",
      "t4"."weight_unknown",
      "t4"."unseen_very_high",
      "t4"."unseen_high",
      "t4"."unseen_medium",
      "t4"."unseen_low",
      "t4"."unseen_unknown",
      "t4"."sign_off_late",
      "t4"."event_late",
      "t4"."unread_late",
      "t4"."unmanaged_late",
      "t4"."untrained_late",
      "t4"."unflagged_late",
      "t4"."enquiry_high",
      "t4"."enquiry_medium",
      "t4"."enquiry_low",
      "t4"."order_mark_months",
      "t4"."silence_now",
      "t4"."delivery_now",
      "t4"."silence_today",
      "t4"."delivery_today",
      "t4"."enforce_very_high",
      "t4"."longest_very_high",
      "t4"."ranks_very_high",
      "t4"."enforce_high",
      "t4"."longest_high",
      "t4"."ranks_high",
      "t4"."enforce_medium",
      "t4"."longest_medium",
      "t4"."ranks_medium",
      "t4"."enforce_low",
      "t4"."longest_low",
      "t4"."ranks_low",
      "t4"."ended",
      "t4"."dateless",
      "t11"."first",
      "t22"."asked_on" AS "asked_on_right",
      "t22"."ref" AS "ref_right",
      "t22"."last"
    FROM "running" AS "t4"
    INNER JOIN (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t5"."crime_ref" AS "ref",
          "t10"."asked_on"
        FROM "crime_holdings" AS "t5"
        INNER JOIN (
          SELECT
            "t2"."asked_on"
          FROM "days" AS "t2"
        ) AS "t10"
          ON "t5"."since" <= "t10"."asked_on"
          AND (
            (
              "t5"."until" IS NULL
            ) OR (
              "t5"."until" > "t10"."asked_on"
            )
          )
      ) AS "t13"
    ) AS "t16"
      ON "t4"."ref" = "t16"."ref" AND "t4"."asked_on" = "t16"."asked_on"
    INNER JOIN (
      SELECT
        "t1"."crime_ref" AS "ref",
        MIN("t1"."since") AS "first"
      FROM "crime_holdings" AS "t1"
      GROUP BY
        1
    ) AS "t11"
      ON "t4"."ref" = "t11"."ref"
    LEFT OUTER JOIN (
      SELECT
        "t20"."asked_on",
        "t20"."crime_ref" AS "ref",
        "t20"."on" AS "last"
      FROM (
        SELECT
          "t19"."crime_ref",
          "t10"."asked_on",
          "t19"."on",
          "t19"."ref"
        FROM (
          SELECT
            "t17"."crime_ref",
            "t17"."first",
            "t17"."on",
            "t17"."ref",
            LEAD("t17"."first") OVER (
              PARTITION BY "t17"."crime_ref"
              ORDER BY "t17"."first" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "upto"
          FROM (
            SELECT
              "t15"."crime_ref",
              "t15"."asked_on" AS "first",
              "t15"."kept"."on" AS "on",
              "t15"."kept"."ref" AS "ref"
            FROM (
              SELECT
                "t12"."crime_ref",
                "t12"."asked_on",
                MAX({'on': "t12"."on", 'ref': "t12"."ref"}) AS "kept"
              FROM (
                SELECT
                  "t7"."id",
                  "t7"."crime_ref",
                  "t7"."ref",
                  "t7"."on",
                  "t6"."asked_on",
                  "t6"."before",
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
                  "t6"."ranks_low"
                FROM "crime_reviews" AS "t7"
                INNER JOIN "days" AS "t6"
                  ON "t7"."on" <= "t6"."asked_on"
                  AND (
                    (
                      "t6"."before" IS NULL
                    ) OR (
                      "t7"."on" > "t6"."before"
                    )
                  )
              ) AS "t12"
              GROUP BY
                1,
                2
            ) AS "t15"
          ) AS "t17"
        ) AS "t19"
        INNER JOIN (
          SELECT
            "t2"."asked_on"
          FROM "days" AS "t2"
        ) AS "t10"
          ON "t10"."asked_on" >= "t19"."first"
          AND (
            (
              "t19"."upto" IS NULL
            ) OR (
              "t10"."asked_on" < "t19"."upto"
            )
          )
      ) AS "t20"
    ) AS "t22"
      ON "t4"."ref" = "t22"."ref" AND "t4"."asked_on" = "t22"."asked_on"
  ) AS "t23"
) AS "t24"
