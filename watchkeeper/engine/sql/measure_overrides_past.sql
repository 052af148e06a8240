-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t20"."asked_on",
  "t20"."ref",
  CASE
    WHEN COALESCE("t20"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t20"."unit"
  END AS "unit",
  COALESCE("t20"."until" <= "t20"."asked_on", FALSE) AS "counts",
  DATE_DIFF('DAY', "t20"."until", "t20"."asked_on") AS "days"
FROM (
  SELECT
    "t19".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t4"."id",
      "t4"."person_ref",
      "t4"."ref",
      "t4"."kind",
      "t4"."about",
      "t4"."since",
      "t4"."until",
      "t9"."asked_on",
      "t10"."unit",
      "t10"."plan_ref",
      "t18"."person_ref" AS "person_ref_right",
      "t18"."asked_on" AS "asked_on_right",
      "t18"."level_ref"
    FROM "overrides" AS "t4"
    INNER JOIN (
      SELECT
        "t1"."asked_on"
      FROM "days" AS "t1"
    ) AS "t9"
      ON "t4"."since" <= "t9"."asked_on"
    INNER JOIN (
      SELECT
        "t2"."person_ref",
        "t2"."asked_on",
        "t2"."unit",
        "t2"."plan_ref"
      FROM "stood" AS "t2"
    ) AS "t10"
      ON "t4"."person_ref" = "t10"."person_ref" AND "t9"."asked_on" = "t10"."asked_on"
    LEFT OUTER JOIN (
      SELECT
        "t16"."person_ref",
        "t16"."asked_on",
        "t16"."ref" AS "level_ref"
      FROM (
        SELECT
          "t15"."person_ref",
          "t9"."asked_on",
          "t15"."set_on",
          "t15"."ref"
        FROM (
          SELECT
            "t13"."person_ref",
            "t13"."first",
            "t13"."set_on",
            "t13"."ref",
            LEAD("t13"."first") OVER (
              PARTITION BY "t13"."person_ref"
              ORDER BY "t13"."first" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "upto"
          FROM (
            SELECT
              "t12"."person_ref",
              "t12"."asked_on" AS "first",
              "t12"."kept"."set_on" AS "set_on",
              "t12"."kept"."ref" AS "ref"
            FROM (
              SELECT
                "t11"."person_ref",
                "t11"."asked_on",
                MAX({'set_on': "t11"."set_on", 'ref': "t11"."ref"}) AS "kept"
              FROM (
                SELECT
                  "t6"."id",
                  "t6"."person_ref",
                  "t6"."ref",
                  "t6"."level",
                  "t6"."set_on",
                  "t5"."asked_on",
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
                  "t5"."ranks_low"
                FROM "levels" AS "t6"
                INNER JOIN "days" AS "t5"
                  ON "t6"."set_on" <= "t5"."asked_on"
                  AND (
                    (
                      "t5"."before" IS NULL
                    ) OR (
                      "t6"."set_on" > "t5"."before"
                    )
                  )
              ) AS "t11"
              GROUP BY
                1,
                2
            ) AS "t12"
          ) AS "t13"
        ) AS "t15"
        INNER JOIN (
          SELECT
            "t1"."asked_on"
          FROM "days" AS "t1"
        ) AS "t9"
          ON "t9"."asked_on" >= "t15"."first"
          AND (
            (
              "t15"."upto" IS NULL
            ) OR (
              "t9"."asked_on" < "t15"."upto"
            )
          )
      ) AS "t16"
    ) AS "t18"
      ON "t4"."person_ref" = "t18"."person_ref" AND "t9"."asked_on" = "t18"."asked_on"
  ) AS "t19"
) AS "t20"
WHERE
  COALESCE(
    CASE
      WHEN "t20"."kind" = 'level of risk'
      THEN "t20"."about" = "t20"."level_ref"
      ELSE "t20"."about" = "t20"."plan_ref"
    END,
    FALSE
  )
