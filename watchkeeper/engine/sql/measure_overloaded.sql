-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t29"."asked_on",
  "t29"."officer_ref" AS "ref",
  CASE
    WHEN COALESCE("t9"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t9"."unit"
  END AS "unit",
  COALESCE("t29"."weighted" > (
    "t29"."cap" * 100 * COALESCE("t9"."share", 1.0)
  ), FALSE) AS "counts",
  CAST(NULL AS BIGINT) AS "days"
FROM (
  SELECT
    "t27"."officer_ref",
    "t27"."asked_on",
    "t27"."cap",
    SUM("t27"."weight") AS "weighted"
  FROM (
    SELECT
      "t26"."person_ref",
      "t26"."asked_on",
      "t26"."officer_ref",
      "t26"."level",
      "t26"."before",
      "t26"."ends_at",
      "t26"."year_ago",
      "t26"."month_ago",
      "t26"."dynamic_instruments",
      "t26"."agreed_grounds",
      "t26"."courses",
      "t26"."manager_courses",
      "t26"."action_outcomes",
      "t26"."restarts",
      "t26"."first_visit_days",
      "t26"."short_absence_days",
      "t26"."assess_first_days",
      "t26"."assess_months",
      "t26"."annual_months",
      "t26"."suspect_days",
      "t26"."submit_days",
      "t26"."examine_days",
      "t26"."grade_days",
      "t26"."dispute_days",
      "t26"."suspension_weeks",
      "t26"."grade_minutes",
      "t26"."return_hours",
      "t26"."child_age",
      "t26"."cap",
      "t26"."unseen_months",
      "t26"."long_notice_hours",
      "t26"."unheld_days",
      "t26"."unreviewed_days",
      "t26"."many_crimes",
      "t26"."band_hours",
      "t26"."regrade_hours",
      "t26"."band_days",
      "t26"."least_words",
      "t26"."visit_very_high",
      "t26"."visit_high",
      "t26"."visit_medium",
      "t26"."visit_low",
      "t26"."visit_strictest",
      "t26"."review_very_high",
      "t26"."review_high",
      "t26"."review_medium",
      "t26"."review_low",
      "t26"."review_strictest",
      "t26"."weight_very_high",
      "t26"."weight_high",
      "t26"."weight_medium",
      "t26"."weight_low",
      "t26"."weight_unknown",
      "t26"."unseen_very_high",
      "t26"."unseen_high",
      "t26"."unseen_medium",
      "t26"."unseen_low",
      "t26"."unseen_unknown",
      "t26"."sign_off_late",
      "t26"."event_late",
      "t26"."unread_late",
      "t26"."unmanaged_late",
      "t26"."untrained_late",
      "t26"."unflagged_late",
      "t26"."enquiry_high",
      "t26"."enquiry_medium",
      "t26"."enquiry_low",
      "t26"."order_mark_months",
      "t26"."silence_now",
      "t26"."delivery_now",
      "t26"."silence_today",
      "t26"."delivery_today",
      "t26"."enforce_very_high",
      "t26"."longest_very_high",
      "t26"."ranks_very_high",
      "t26"."enforce_high",
      "t26"."longest_high",
      "t26"."ranks_high",
      "t26"."enforce_medium",
      "t26"."longest_medium",
      "t26"."ranks_medium",
      "t26"."enforce_low",
      "t26"."longest_low",
      "t26"."ranks_low",
      CASE
        WHEN "t26"."level" = 'very high'
        THEN "t26"."weight_very_high"
        WHEN "t26"."level" = 'high'
        THEN "t26"."weight_high"
        WHEN "t26"."level" = 'medium'
        THEN "t26"."weight_medium"
        WHEN "t26"."level" = 'low'
        THEN "t26"."weight_low"
        ELSE "t26"."weight_unknown"
      END AS "weight"
    FROM (
      SELECT
        "t25"."person_ref",
        "t25"."asked_on",
        "t25"."officer_ref",
        "t25"."level",
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
        "t4"."ranks_low"
      FROM (
        SELECT
          "t23"."person_ref",
          "t23"."asked_on",
          "t23"."officer_ref",
          "t23"."level"
        FROM (
          SELECT
            "t17"."person_ref",
            "t17"."asked_on",
            "t17"."officer_ref",
            "t22"."person_ref" AS "person_ref_right",
            "t22"."asked_on" AS "asked_on_right",
            "t22"."level"
          FROM (
            SELECT
              "t14"."person_ref",
              "t14"."asked_on",
              "t14"."kept"."officer_ref" AS "officer_ref"
            FROM (
              SELECT
                "t12"."person_ref",
                "t12"."asked_on",
                MAX({'since': "t12"."since", 'ref': "t12"."ref", 'officer_ref': "t12"."officer_ref"}) AS "kept"
              FROM (
                SELECT
                  "t5"."id",
                  "t5"."person_ref",
                  "t5"."ref",
                  "t5"."officer_ref",
                  "t5"."since",
                  "t5"."until",
                  "t10"."asked_on"
                FROM "managers" AS "t5"
                INNER JOIN (
                  SELECT
                    "t1"."asked_on"
                  FROM "days" AS "t1"
                ) AS "t10"
                  ON "t5"."since" <= "t10"."asked_on"
                  AND (
                    (
                      "t5"."until" IS NULL
                    ) OR (
                      "t5"."until" > "t10"."asked_on"
                    )
                  )
              ) AS "t12"
              GROUP BY
                1,
                2
            ) AS "t14"
          ) AS "t17"
          LEFT OUTER JOIN (
            SELECT
              "t20"."person_ref",
              "t20"."asked_on",
              "t20"."level"
            FROM (
              SELECT
                "t19"."person_ref",
                "t10"."asked_on",
                "t19"."set_on",
                "t19"."ref",
                "t19"."level"
              FROM (
                SELECT
                  "t15"."person_ref",
                  "t15"."first",
                  "t15"."set_on",
                  "t15"."ref",
                  "t15"."level",
                  LEAD("t15"."first") OVER (
                    PARTITION BY "t15"."person_ref"
                    ORDER BY "t15"."first" ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS "upto"
                FROM (
                  SELECT
                    "t13"."person_ref",
                    "t13"."asked_on" AS "first",
                    "t13"."kept"."set_on" AS "set_on",
                    "t13"."kept"."ref" AS "ref",
                    "t13"."kept"."level" AS "level"
                  FROM (
                    SELECT
                      "t11"."person_ref",
                      "t11"."asked_on",
                      MAX({'set_on': "t11"."set_on", 'ref': "t11"."ref", 'level': "t11"."level"}) AS "kept"
                    FROM (
                      SELECT
                        "t6"."id",
                        "t6"."person_ref",
                        "t6"."ref",
                        "t6"."level",
                        "t6"."set_on",
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
                        "t4"."ranks_low"
                      FROM "levels" AS "t6"
                      INNER JOIN "days" AS "t4"
                        ON "t6"."set_on" <= "t4"."asked_on"
                        AND (
                          (
                            "t4"."before" IS NULL
                          ) OR (
                            "t6"."set_on" > "t4"."before"
                          )
                        )
                    ) AS "t11"
                    GROUP BY
                      1,
                      2
                  ) AS "t13"
                ) AS "t15"
              ) AS "t19"
              INNER JOIN (
                SELECT
                  "t1"."asked_on"
                FROM "days" AS "t1"
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
            ON "t17"."person_ref" = "t22"."person_ref" AND "t17"."asked_on" = "t22"."asked_on"
        ) AS "t23"
      ) AS "t25"
      INNER JOIN "days" AS "t4"
        ON "t25"."asked_on" = "t4"."asked_on"
    ) AS "t26"
  ) AS "t27"
  GROUP BY
    1,
    2,
    3
) AS "t29"
INNER JOIN (
  SELECT
    "t0"."ref" AS "officer_ref",
    "t0"."unit",
    "t0"."hours_share" AS "share"
  FROM "officers" AS "t0"
) AS "t9"
  ON "t29"."officer_ref" = "t9"."officer_ref"
