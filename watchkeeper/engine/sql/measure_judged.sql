-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t42".*
  EXCLUDE ("asked_on_right", "person_ref_right")
FROM (
  SELECT
    "t41"."person_ref",
    "t41"."asked_on",
    "t41"."visit_by",
    "t41"."visit_late",
    "t41"."assess_by",
    "t41"."assess_late",
    "t21"."person_ref" AS "person_ref_right",
    "t21"."asked_on" AS "asked_on_right",
    "t21"."annual_by",
    "t21"."annual_late"
  FROM (
    SELECT
      "t39".*
      EXCLUDE ("asked_on_right", "person_ref_right")
    FROM (
      SELECT
        "t38"."person_ref",
        "t38"."asked_on",
        "t38"."visit_by",
        "t38"."visit_late",
        "t35"."person_ref" AS "person_ref_right",
        "t35"."asked_on" AS "asked_on_right",
        "t35"."assess_by",
        "t35"."assess_late"
      FROM (
        SELECT
          "t36"."person_ref",
          "t36"."asked_on",
          "t36"."visit_by",
          "t36"."visit_late"
        FROM (
          SELECT
            "t6"."person_ref",
            "t6"."asked_on",
            "t34"."person_ref" AS "person_ref_right",
            "t34"."asked_on" AS "asked_on_right",
            "t34"."visit_by",
            "t34"."visit_late"
          FROM (
            SELECT
              "t0"."person_ref",
              "t0"."asked_on"
            FROM "stood" AS "t0"
          ) AS "t6"
          LEFT OUTER JOIN (
            SELECT
              "t30"."person_ref",
              "t30"."asked_on",
              CASE
                WHEN (
                  "t30"."many" IS NOT NULL
                )
                AND COALESCE(
                  CASE
                    WHEN "t30"."by" IS NULL
                    THEN "t30"."released"
                    WHEN "t30"."by" < "t30"."gone"
                    THEN "t30"."released"
                    AND (
                      DATE_DIFF('DAY', "t30"."gone", "t30"."back") >= "t30"."short_absence_days"
                    )
                    ELSE "t30"."released"
                    OR (
                      "t30"."by" < (
                        "t30"."back" + TO_DAYS("t30"."first_visit_days")
                      )
                    )
                  END,
                  FALSE
                )
                THEN "t30"."back" + TO_DAYS("t30"."first_visit_days")
                ELSE "t30"."by"
              END AS "visit_by",
              CASE
                WHEN (
                  "t30"."many" IS NULL
                )
                OR (
                  (
                    "t30"."many" = 1
                  ) AND NOT (
                    "t30"."touching"
                  )
                )
                THEN CASE
                  WHEN (
                    "t30"."many" IS NOT NULL
                  )
                  AND COALESCE(
                    CASE
                      WHEN "t30"."by" IS NULL
                      THEN "t30"."released"
                      WHEN "t30"."by" < "t30"."gone"
                      THEN "t30"."released"
                      AND (
                        DATE_DIFF('DAY', "t30"."gone", "t30"."back") >= "t30"."short_absence_days"
                      )
                      ELSE "t30"."released"
                      OR (
                        "t30"."by" < (
                          "t30"."back" + TO_DAYS("t30"."first_visit_days")
                        )
                      )
                    END,
                    FALSE
                  )
                  THEN "t30"."back" + TO_DAYS("t30"."first_visit_days")
                  ELSE "t30"."by"
                END < "t30"."asked_on"
                ELSE CAST(NULL AS BOOLEAN)
              END AS "visit_late"
            FROM (
              SELECT
                "t28".*
                EXCLUDE ("asked_on_right", "person_ref_right")
              FROM (
                SELECT
                  "t15"."person_ref",
                  "t15"."asked_on",
                  "t15"."unit",
                  "t15"."flag_on",
                  "t15"."registered_on",
                  "t15"."set_on",
                  "t15"."level",
                  "t15"."made_on",
                  "t15"."plan_ref",
                  "t15"."visit_every_months",
                  "t15"."deviation_reason",
                  "t15"."reactive",
                  "t15"."approved_on",
                  "t15"."approved_by",
                  "t15"."seen_on",
                  "t15"."tried_on",
                  "t15"."assessed_on",
                  "t15"."assessed_ref",
                  "t15"."signed_off_on",
                  "t15"."reviewed_on",
                  "t15"."notified_on",
                  "t15"."annual_from",
                  "t15"."away",
                  "t15"."manager",
                  "t15"."managed_since",
                  "t15"."left_on",
                  "t15"."ends_at",
                  "t15"."year_ago",
                  "t15"."month_ago",
                  "t15"."dynamic_instruments",
                  "t15"."agreed_grounds",
                  "t15"."courses",
                  "t15"."manager_courses",
                  "t15"."action_outcomes",
                  "t15"."restarts",
                  "t15"."first_visit_days",
                  "t15"."short_absence_days",
                  "t15"."assess_first_days",
                  "t15"."assess_months",
                  "t15"."annual_months",
                  "t15"."suspect_days",
                  "t15"."submit_days",
                  "t15"."examine_days",
                  "t15"."grade_days",
                  "t15"."dispute_days",
                  "t15"."suspension_weeks",
                  "t15"."grade_minutes",
                  "t15"."return_hours",
                  "t15"."child_age",
                  "t15"."cap",
                  "t15"."unseen_months",
                  "t15"."long_notice_hours",
                  "t15"."unheld_days",
                  "t15"."unreviewed_days",
                  "t15"."many_crimes",
                  "t15"."band_hours",
                  "t15"."regrade_hours",
                  "t15"."band_days",
                  "t15"."least_words",
                  "t15"."visit_very_high",
                  "t15"."visit_high",
                  "t15"."visit_medium",
                  "t15"."visit_low",
                  "t15"."visit_strictest",
                  "t15"."review_very_high",
                  "t15"."review_high",
                  "t15"."review_medium",
                  "t15"."review_low",
                  "t15"."review_strictest",
                  "t15"."weight_very_high",
                  "t15"."weight_high",
                  "t15"."weight_medium",
                  "t15"."weight_low",
                  "t15"."weight_unknown",
                  "t15"."unseen_very_high",
                  "t15"."unseen_high",
                  "t15"."unseen_medium",
                  "t15"."unseen_low",
                  "t15"."unseen_unknown",
                  "t15"."sign_off_late",
                  "t15"."event_late",
                  "t15"."unread_late",
                  "t15"."unmanaged_late",
                  "t15"."untrained_late",
                  "t15"."unflagged_late",
                  "t15"."enquiry_high",
                  "t15"."enquiry_medium",
                  "t15"."enquiry_low",
                  "t15"."order_mark_months",
                  "t15"."silence_now",
                  "t15"."delivery_now",
                  "t15"."silence_today",
                  "t15"."delivery_today",
                  "t15"."enforce_very_high",
                  "t15"."longest_very_high",
                  "t15"."ranks_very_high",
                  "t15"."enforce_high",
                  "t15"."longest_high",
                  "t15"."ranks_high",
                  "t15"."enforce_medium",
                  "t15"."longest_medium",
                  "t15"."ranks_medium",
                  "t15"."enforce_low",
                  "t15"."longest_low",
                  "t15"."ranks_low",
                  "t15"."visit_months",
                  "t15"."review_months",
                  "t15"."after",
                  "t15"."by",
                  "t26"."person_ref" AS "person_ref_right",
                  "t26"."asked_on" AS "asked_on_right",
                  "t26"."many",
                  "t26"."gone",
                  "t26"."back",
                  "t26"."released",
                  "t26"."touching"
                FROM (
                  SELECT
                    "t0"."person_ref",
                    "t0"."asked_on",
                    "t0"."unit",
                    "t0"."flag_on",
                    "t0"."registered_on",
                    "t0"."set_on",
                    "t0"."level",
                    "t0"."made_on",
                    "t0"."plan_ref",
                    "t0"."visit_every_months",
                    "t0"."deviation_reason",
                    "t0"."reactive",
                    "t0"."approved_on",
                    "t0"."approved_by",
                    "t0"."seen_on",
                    "t0"."tried_on",
                    "t0"."assessed_on",
                    "t0"."assessed_ref",
                    "t0"."signed_off_on",
                    "t0"."reviewed_on",
                    "t0"."notified_on",
                    "t0"."annual_from",
                    "t0"."away",
                    "t0"."manager",
                    "t0"."managed_since",
                    "t0"."left_on",
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
                    "t0"."visit_months",
                    "t0"."review_months",
                    CASE
                      WHEN (
                        "t0"."seen_on" IS NOT NULL
                      )
                      AND (
                        (
                          "t0"."registered_on" IS NULL
                        )
                        OR (
                          "t0"."seen_on" >= "t0"."registered_on"
                        )
                      )
                      THEN "t0"."seen_on"
                      ELSE "t0"."registered_on"
                    END AS "after",
                    CASE
                      WHEN (
                        "t0"."seen_on" IS NOT NULL
                      )
                      AND (
                        (
                          "t0"."registered_on" IS NULL
                        )
                        OR (
                          "t0"."seen_on" >= "t0"."registered_on"
                        )
                      )
                      THEN "t0"."seen_on" + TO_MONTHS("t0"."visit_months")
                      ELSE "t0"."registered_on" + TO_DAYS("t0"."first_visit_days")
                    END AS "by"
                  FROM "stood" AS "t0"
                  WHERE
                    NOT (
                      "t0"."away"
                    ) AND NOT (
                      "t0"."reactive"
                    )
                ) AS "t15"
                LEFT OUTER JOIN (
                  SELECT
                    "t22"."person_ref",
                    "t22"."asked_on",
                    COUNT(*) AS "many",
                    MAX("t22"."since") AS "gone",
                    MAX("t22"."until") AS "back",
                    BOOL_OR(CAST("t22"."released" AS BOOLEAN)) AS "released",
                    BOOL_OR(CAST("t22"."touching" AS BOOLEAN)) AS "touching"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t14"."person_ref",
                        "t14"."asked_on",
                        "t14"."after",
                        "t3"."since",
                        "t3"."until",
                        "t3"."released",
                        "t3"."touching"
                      FROM (
                        SELECT
                          "t0"."person_ref",
                          "t0"."asked_on",
                          CASE
                            WHEN (
                              "t0"."seen_on" IS NOT NULL
                            )
                            AND (
                              (
                                "t0"."registered_on" IS NULL
                              )
                              OR (
                                "t0"."seen_on" >= "t0"."registered_on"
                              )
                            )
                            THEN "t0"."seen_on"
                            ELSE "t0"."registered_on"
                          END AS "after"
                        FROM "stood" AS "t0"
                        WHERE
                          NOT (
                            "t0"."away"
                          ) AND NOT (
                            "t0"."reactive"
                          )
                      ) AS "t14"
                      INNER JOIN "absences" AS "t3"
                        ON "t14"."person_ref" = "t3"."person_ref" AND "t14"."asked_on" = "t3"."asked_on"
                    ) AS "t18"
                    WHERE
                      (
                        "t18"."after" IS NULL
                      ) OR (
                        "t18"."until" > "t18"."after"
                      )
                  ) AS "t22"
                  GROUP BY
                    1,
                    2
                ) AS "t26"
                  ON "t15"."person_ref" = "t26"."person_ref" AND "t15"."asked_on" = "t26"."asked_on"
              ) AS "t28"
            ) AS "t30"
          ) AS "t34"
            ON "t6"."person_ref" = "t34"."person_ref" AND "t6"."asked_on" = "t34"."asked_on"
        ) AS "t36"
      ) AS "t38"
      LEFT OUTER JOIN (
        SELECT
          "t31"."person_ref",
          "t31"."asked_on",
          CASE
            WHEN (
              "t31"."many" IS NOT NULL
            )
            AND COALESCE(
              CASE
                WHEN "t31"."by" IS NULL
                THEN "t31"."released"
                WHEN "t31"."by" < "t31"."gone"
                THEN "t31"."released"
                AND (
                  DATE_DIFF('DAY', "t31"."gone", "t31"."back") >= "t31"."short_absence_days"
                )
                ELSE "t31"."released"
                OR (
                  "t31"."by" < (
                    "t31"."back" + TO_DAYS("t31"."assess_first_days")
                  )
                )
              END,
              FALSE
            )
            THEN "t31"."back" + TO_DAYS("t31"."assess_first_days")
            ELSE "t31"."by"
          END AS "assess_by",
          CASE
            WHEN (
              "t31"."many" IS NULL
            )
            OR (
              (
                "t31"."many" = 1
              ) AND NOT (
                "t31"."touching"
              )
            )
            THEN CASE
              WHEN (
                "t31"."many" IS NOT NULL
              )
              AND COALESCE(
                CASE
                  WHEN "t31"."by" IS NULL
                  THEN "t31"."released"
                  WHEN "t31"."by" < "t31"."gone"
                  THEN "t31"."released"
                  AND (
                    DATE_DIFF('DAY', "t31"."gone", "t31"."back") >= "t31"."short_absence_days"
                  )
                  ELSE "t31"."released"
                  OR (
                    "t31"."by" < (
                      "t31"."back" + TO_DAYS("t31"."assess_first_days")
                    )
                  )
                END,
                FALSE
              )
              THEN "t31"."back" + TO_DAYS("t31"."assess_first_days")
              ELSE "t31"."by"
            END < "t31"."asked_on"
            ELSE CAST(NULL AS BOOLEAN)
          END AS "assess_late"
        FROM (
          SELECT
            "t29".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t17"."person_ref",
              "t17"."asked_on",
              "t17"."unit",
              "t17"."flag_on",
              "t17"."registered_on",
              "t17"."set_on",
              "t17"."level",
              "t17"."made_on",
              "t17"."plan_ref",
              "t17"."visit_every_months",
              "t17"."deviation_reason",
              "t17"."reactive",
              "t17"."approved_on",
              "t17"."approved_by",
              "t17"."seen_on",
              "t17"."tried_on",
              "t17"."assessed_on",
              "t17"."assessed_ref",
              "t17"."signed_off_on",
              "t17"."reviewed_on",
              "t17"."notified_on",
              "t17"."annual_from",
              "t17"."away",
              "t17"."manager",
              "t17"."managed_since",
              "t17"."left_on",
              "t17"."ends_at",
              "t17"."year_ago",
              "t17"."month_ago",
              "t17"."dynamic_instruments",
              "t17"."agreed_grounds",
              "t17"."courses",
              "t17"."manager_courses",
              "t17"."action_outcomes",
              "t17"."restarts",
              "t17"."first_visit_days",
              "t17"."short_absence_days",
              "t17"."assess_first_days",
              "t17"."assess_months",
              "t17"."annual_months",
              "t17"."suspect_days",
              "t17"."submit_days",
              "t17"."examine_days",
              "t17"."grade_days",
              "t17"."dispute_days",
              "t17"."suspension_weeks",
              "t17"."grade_minutes",
              "t17"."return_hours",
              "t17"."child_age",
              "t17"."cap",
              "t17"."unseen_months",
              "t17"."long_notice_hours",
              "t17"."unheld_days",
              "t17"."unreviewed_days",
              "t17"."many_crimes",
              "t17"."band_hours",
              "t17"."regrade_hours",
              "t17"."band_days",
              "t17"."least_words",
              "t17"."visit_very_high",
              "t17"."visit_high",
              "t17"."visit_medium",
              "t17"."visit_low",
              "t17"."visit_strictest",
              "t17"."review_very_high",
              "t17"."review_high",
              "t17"."review_medium",
              "t17"."review_low",
              "t17"."review_strictest",
              "t17"."weight_very_high",
              "t17"."weight_high",
              "t17"."weight_medium",
              "t17"."weight_low",
              "t17"."weight_unknown",
              "t17"."unseen_very_high",
              "t17"."unseen_high",
              "t17"."unseen_medium",
              "t17"."unseen_low",
              "t17"."unseen_unknown",
              "t17"."sign_off_late",
              "t17"."event_late",
              "t17"."unread_late",
              "t17"."unmanaged_late",
              "t17"."untrained_late",
              "t17"."unflagged_late",
              "t17"."enquiry_high",
              "t17"."enquiry_medium",
              "t17"."enquiry_low",
              "t17"."order_mark_months",
              "t17"."silence_now",
              "t17"."delivery_now",
              "t17"."silence_today",
              "t17"."delivery_today",
              "t17"."enforce_very_high",
              "t17"."longest_very_high",
              "t17"."ranks_very_high",
              "t17"."enforce_high",
              "t17"."longest_high",
              "t17"."ranks_high",
              "t17"."enforce_medium",
              "t17"."longest_medium",
              "t17"."ranks_medium",
              "t17"."enforce_low",
              "t17"."longest_low",
              "t17"."ranks_low",
              "t17"."visit_months",
              "t17"."review_months",
              "t17"."after",
              "t17"."by",
              "t27"."person_ref" AS "person_ref_right",
              "t27"."asked_on" AS "asked_on_right",
              "t27"."many",
              "t27"."gone",
              "t27"."back",
              "t27"."released",
              "t27"."touching"
            FROM (
              SELECT
                "t0"."person_ref",
                "t0"."asked_on",
                "t0"."unit",
                "t0"."flag_on",
                "t0"."registered_on",
                "t0"."set_on",
                "t0"."level",
                "t0"."made_on",
                "t0"."plan_ref",
                "t0"."visit_every_months",
                "t0"."deviation_reason",
                "t0"."reactive",
                "t0"."approved_on",
                "t0"."approved_by",
                "t0"."seen_on",
                "t0"."tried_on",
                "t0"."assessed_on",
                "t0"."assessed_ref",
                "t0"."signed_off_on",
                "t0"."reviewed_on",
                "t0"."notified_on",
                "t0"."annual_from",
                "t0"."away",
                "t0"."manager",
                "t0"."managed_since",
                "t0"."left_on",
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
                "t0"."visit_months",
                "t0"."review_months",
                CASE
                  WHEN (
                    "t0"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t0"."registered_on" IS NULL
                    )
                    OR (
                      "t0"."assessed_on" >= "t0"."registered_on"
                    )
                  )
                  THEN "t0"."assessed_on"
                  ELSE "t0"."registered_on"
                END AS "after",
                CASE
                  WHEN (
                    "t0"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t0"."registered_on" IS NULL
                    )
                    OR (
                      "t0"."assessed_on" >= "t0"."registered_on"
                    )
                  )
                  THEN "t0"."assessed_on" + TO_MONTHS("t0"."assess_months")
                  ELSE "t0"."registered_on" + TO_DAYS("t0"."assess_first_days")
                END AS "by"
              FROM "stood" AS "t0"
              WHERE
                NOT (
                  "t0"."away"
                )
            ) AS "t17"
            LEFT OUTER JOIN (
              SELECT
                "t23"."person_ref",
                "t23"."asked_on",
                COUNT(*) AS "many",
                MAX("t23"."since") AS "gone",
                MAX("t23"."until") AS "back",
                BOOL_OR(CAST("t23"."released" AS BOOLEAN)) AS "released",
                BOOL_OR(CAST("t23"."touching" AS BOOLEAN)) AS "touching"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t16"."person_ref",
                    "t16"."asked_on",
                    "t16"."after",
                    "t3"."since",
                    "t3"."until",
                    "t3"."released",
                    "t3"."touching"
                  FROM (
                    SELECT
                      "t0"."person_ref",
                      "t0"."asked_on",
                      CASE
                        WHEN (
                          "t0"."assessed_on" IS NOT NULL
                        )
                        AND (
                          (
                            "t0"."registered_on" IS NULL
                          )
                          OR (
                            "t0"."assessed_on" >= "t0"."registered_on"
                          )
                        )
                        THEN "t0"."assessed_on"
                        ELSE "t0"."registered_on"
                      END AS "after"
                    FROM "stood" AS "t0"
                    WHERE
                      NOT (
                        "t0"."away"
                      )
                  ) AS "t16"
                  INNER JOIN "absences" AS "t3"
                    ON "t16"."person_ref" = "t3"."person_ref" AND "t16"."asked_on" = "t3"."asked_on"
                ) AS "t19"
                WHERE
                  (
                    "t19"."after" IS NULL
                  ) OR (
                    "t19"."until" > "t19"."after"
                  )
              ) AS "t23"
              GROUP BY
                1,
                2
            ) AS "t27"
              ON "t17"."person_ref" = "t27"."person_ref" AND "t17"."asked_on" = "t27"."asked_on"
          ) AS "t29"
        ) AS "t31"
      ) AS "t35"
        ON "t38"."person_ref" = "t35"."person_ref" AND "t38"."asked_on" = "t35"."asked_on"
    ) AS "t39"
  ) AS "t41"
  LEFT OUTER JOIN (
    SELECT
      "t13"."person_ref",
      "t13"."asked_on",
      "t13"."by" AS "annual_by",
      "t13"."by" < "t13"."asked_on" AS "annual_late"
    FROM (
      SELECT
        "t0"."person_ref",
        "t0"."asked_on",
        "t0"."unit",
        "t0"."flag_on",
        "t0"."registered_on",
        "t0"."set_on",
        "t0"."level",
        "t0"."made_on",
        "t0"."plan_ref",
        "t0"."visit_every_months",
        "t0"."deviation_reason",
        "t0"."reactive",
        "t0"."approved_on",
        "t0"."approved_by",
        "t0"."seen_on",
        "t0"."tried_on",
        "t0"."assessed_on",
        "t0"."assessed_ref",
        "t0"."signed_off_on",
        "t0"."reviewed_on",
        "t0"."notified_on",
        "t0"."annual_from",
        "t0"."away",
        "t0"."manager",
        "t0"."managed_since",
        "t0"."left_on",
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
        "t0"."visit_months",
        "t0"."review_months",
        "t0"."annual_from" + TO_MONTHS("t0"."annual_months") AS "by"
      FROM "stood" AS "t0"
      WHERE
        "t0"."annual_from" IS NOT NULL
        AND NOT (
          COALESCE("t0"."notified_on" < "t0"."registered_on", FALSE)
        )
    ) AS "t13"
    ANTI JOIN (
      SELECT
        "t1"."person_ref" AS "whose",
        "t1"."since" AS "gone",
        "t1"."until" AS "back"
      FROM "away" AS "t1"
    ) AS "t7"
      ON "t13"."person_ref" = "t7"."whose"
      AND "t7"."gone" <= "t13"."by"
      AND (
        (
          "t7"."back" IS NULL
        ) OR (
          "t7"."back" >= "t13"."by"
        )
      )
  ) AS "t21"
    ON "t41"."person_ref" = "t21"."person_ref" AND "t41"."asked_on" = "t21"."asked_on"
) AS "t42"
