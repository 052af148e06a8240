-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
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
      GREATEST(COALESCE("t25"."last", "t25"."since"), "t25"."since") + TO_DAYS("t25"."suspension_weeks" * 7)
    ) < "t25"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF(
    'DAY',
    GREATEST(COALESCE("t25"."last", "t25"."since"), "t25"."since") + TO_DAYS("t25"."suspension_weeks" * 7),
    "t25"."asked_on"
  ) AS "days"
FROM (
  SELECT
    "t24"."id",
    "t24"."officer_ref",
    "t24"."ref",
    "t24"."since",
    "t24"."until",
    "t24"."asked_on",
    "t24"."suspension_weeks",
    "t24"."last",
    "t10"."unit"
  FROM (
    SELECT
      "t22".*
      EXCLUDE ("asked_on_right", "ref_right")
    FROM (
      SELECT
        "t4"."id",
        "t4"."officer_ref",
        "t4"."ref",
        "t4"."since",
        "t4"."until",
        "t11"."asked_on",
        "t12"."suspension_weeks",
        "t21"."asked_on" AS "asked_on_right",
        "t21"."ref" AS "ref_right",
        "t21"."last"
      FROM "suspensions" AS "t4"
      INNER JOIN (
        SELECT
          "t2"."asked_on"
        FROM "days" AS "t2"
      ) AS "t11"
        ON "t4"."since" <= "t11"."asked_on"
        AND (
          (
            "t4"."until" IS NULL
          ) OR (
            "t4"."until" > "t11"."asked_on"
          )
        )
      INNER JOIN (
        SELECT
          "t2"."asked_on",
          "t2"."suspension_weeks"
        FROM "days" AS "t2"
      ) AS "t12"
        ON "t11"."asked_on" = "t12"."asked_on"
      LEFT OUTER JOIN (
        SELECT
          "t19"."asked_on",
          "t19"."suspension" AS "ref",
          "t19"."on" AS "last"
        FROM (
          SELECT
            "t18"."suspension",
            "t11"."asked_on",
            "t18"."on",
            "t18"."ref"
          FROM (
            SELECT
              "t16"."suspension",
              "t16"."first",
              "t16"."on",
              "t16"."ref",
              LEAD("t16"."first") OVER (
                PARTITION BY "t16"."suspension"
                ORDER BY "t16"."first" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "upto"
            FROM (
              SELECT
                "t15"."suspension",
                "t15"."asked_on" AS "first",
                "t15"."kept"."on" AS "on",
                "t15"."kept"."ref" AS "ref"
              FROM (
                SELECT
                  "t14"."suspension",
                  "t14"."asked_on",
                  MAX({'on': "t14"."on", 'ref': "t14"."ref"}) AS "kept"
                FROM (
                  SELECT
                    "t13"."ref",
                    "t13"."on",
                    "t13"."suspension",
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
                  FROM (
                    SELECT
                      "t3"."ref",
                      "t3"."on",
                      "t3"."suspension_ref" AS "suspension"
                    FROM "suspension_reviews" AS "t3"
                  ) AS "t13"
                  INNER JOIN "days" AS "t5"
                    ON "t13"."on" <= "t5"."asked_on"
                    AND (
                      (
                        "t5"."before" IS NULL
                      ) OR (
                        "t13"."on" > "t5"."before"
                      )
                    )
                ) AS "t14"
                GROUP BY
                  1,
                  2
              ) AS "t15"
            ) AS "t16"
          ) AS "t18"
          INNER JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t11"
            ON "t11"."asked_on" >= "t18"."first"
            AND (
              (
                "t18"."upto" IS NULL
              ) OR (
                "t11"."asked_on" < "t18"."upto"
              )
            )
        ) AS "t19"
      ) AS "t21"
        ON "t4"."ref" = "t21"."ref" AND "t11"."asked_on" = "t21"."asked_on"
    ) AS "t22"
  ) AS "t24"
  INNER JOIN (
    SELECT
      "t0"."ref" AS "officer_ref",
      "t0"."unit"
    FROM "officers" AS "t0"
  ) AS "t10"
    ON "t24"."officer_ref" = "t10"."officer_ref"
) AS "t25"
