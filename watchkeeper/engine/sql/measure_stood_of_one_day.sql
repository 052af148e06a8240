-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t101"."person_ref",
  "t101"."asked_on",
  "t101"."unit",
  "t101"."flag_on",
  "t101"."level",
  "t101"."plan_ref",
  "t101"."visit_every_months",
  "t101"."seen_on",
  "t101"."tried_on",
  "t101"."assessed_on",
  "t101"."assessed_ref",
  "t101"."signed_off_on",
  "t101"."reviewed_on",
  "t101"."notified_on",
  "t101"."annual_from",
  "t101"."manager",
  "t101"."managed_since",
  "t101"."left_on",
  CASE
    WHEN "t101"."found" <= "t101"."asked_on"
    THEN "t101"."found"
    ELSE CASE
      WHEN "t101"."ordered" <= "t101"."asked_on"
      THEN "t101"."ordered"
      ELSE CAST(NULL AS DATE)
    END
  END AS "registered_on",
  COALESCE("t101"."away", FALSE) AS "away",
  COALESCE("t101"."reactive", FALSE) AS "reactive",
  CASE
    WHEN COALESCE(
      (
        "t101"."visit_every_months" > 0
      )
      AND (
        "t101"."visit_every_months" < CASE
          WHEN "t101"."level" = 'very high'
          THEN "t31"."visit_very_high"
          WHEN "t101"."level" = 'high'
          THEN "t31"."visit_high"
          WHEN "t101"."level" = 'medium'
          THEN "t31"."visit_medium"
          WHEN "t101"."level" = 'low'
          THEN "t31"."visit_low"
          ELSE "t31"."visit_strictest"
        END
      ),
      FALSE
    )
    OR COALESCE(
      (
        "t101"."visit_every_months" > CASE
          WHEN "t101"."level" = 'very high'
          THEN "t31"."visit_very_high"
          WHEN "t101"."level" = 'high'
          THEN "t31"."visit_high"
          WHEN "t101"."level" = 'medium'
          THEN "t31"."visit_medium"
          WHEN "t101"."level" = 'low'
          THEN "t31"."visit_low"
          ELSE "t31"."visit_strictest"
        END
      )
      AND (
        (
          "t101"."level" IS NOT NULL
        )
        AND COALESCE("t101"."longer_from" <= "t101"."asked_on", FALSE)
      ),
      FALSE
    )
    THEN "t101"."visit_every_months"
    ELSE CASE
      WHEN "t101"."level" = 'very high'
      THEN "t31"."visit_very_high"
      WHEN "t101"."level" = 'high'
      THEN "t31"."visit_high"
      WHEN "t101"."level" = 'medium'
      THEN "t31"."visit_medium"
      WHEN "t101"."level" = 'low'
      THEN "t31"."visit_low"
      ELSE "t31"."visit_strictest"
    END
  END AS "visit_months",
  CASE
    WHEN "t101"."level" = 'very high'
    THEN "t31"."review_very_high"
    WHEN "t101"."level" = 'high'
    THEN "t31"."review_high"
    WHEN "t101"."level" = 'medium'
    THEN "t31"."review_medium"
    WHEN "t101"."level" = 'low'
    THEN "t31"."review_low"
    ELSE "t31"."review_strictest"
  END AS "review_months"
FROM (
  SELECT
    "t99".*
    EXCLUDE ("person_ref_right")
  FROM (
    SELECT
      "t98"."person_ref",
      "t98"."asked_on",
      "t98"."unit",
      "t98"."flag_on",
      "t98"."found",
      "t98"."ordered",
      "t98"."seen_on",
      "t98"."tried_on",
      "t98"."reviewed_on",
      "t98"."notified_on",
      "t98"."annual_from",
      "t98"."left_on",
      "t98"."level",
      "t98"."plan_ref",
      "t98"."visit_every_months",
      "t98"."reactive",
      "t98"."longer_from",
      "t98"."signed_off_on",
      "t98"."assessed_on",
      "t98"."assessed_ref",
      "t98"."away",
      "t32"."person_ref" AS "person_ref_right",
      "t32"."manager",
      "t32"."managed_since"
    FROM (
      SELECT
        "t96".*
        EXCLUDE ("person_ref_right")
      FROM (
        SELECT
          "t95"."person_ref",
          "t95"."asked_on",
          "t95"."unit",
          "t95"."flag_on",
          "t95"."found",
          "t95"."ordered",
          "t95"."seen_on",
          "t95"."tried_on",
          "t95"."reviewed_on",
          "t95"."notified_on",
          "t95"."annual_from",
          "t95"."left_on",
          "t95"."level",
          "t95"."plan_ref",
          "t95"."visit_every_months",
          "t95"."reactive",
          "t95"."longer_from",
          "t95"."signed_off_on",
          "t95"."assessed_on",
          "t95"."assessed_ref",
          "t59"."person_ref" AS "person_ref_right",
          "t59"."away"
        FROM (
          SELECT
            "t93".*
            EXCLUDE ("person_ref_right")
          FROM (
            SELECT
              "t92"."person_ref",
              "t92"."asked_on",
              "t92"."unit",
              "t92"."flag_on",
              "t92"."found",
              "t92"."ordered",
              "t92"."seen_on",
              "t92"."tried_on",
              "t92"."reviewed_on",
              "t92"."notified_on",
              "t92"."annual_from",
              "t92"."left_on",
              "t92"."level",
              "t92"."plan_ref",
              "t92"."visit_every_months",
              "t92"."reactive",
              "t92"."longer_from",
              "t74"."person_ref" AS "person_ref_right",
              "t74"."signed_off_on",
              "t74"."assessed_on",
              "t74"."assessed_ref"
            FROM (
              SELECT
                "t90".*
                EXCLUDE ("person_ref_right")
              FROM (
                SELECT
                  "t89"."person_ref",
                  "t89"."asked_on",
                  "t89"."unit",
                  "t89"."flag_on",
                  "t89"."found",
                  "t89"."ordered",
                  "t89"."seen_on",
                  "t89"."tried_on",
                  "t89"."reviewed_on",
                  "t89"."notified_on",
                  "t89"."annual_from",
                  "t89"."left_on",
                  "t89"."level",
                  "t82"."person_ref" AS "person_ref_right",
                  "t82"."plan_ref",
                  "t82"."visit_every_months",
                  "t82"."reactive",
                  "t82"."longer_from"
                FROM (
                  SELECT
                    "t87".*
                    EXCLUDE ("person_ref_right")
                  FROM (
                    SELECT
                      "t86"."person_ref",
                      "t86"."asked_on",
                      "t86"."unit",
                      "t86"."flag_on",
                      "t86"."found",
                      "t86"."ordered",
                      "t86"."seen_on",
                      "t86"."tried_on",
                      "t86"."reviewed_on",
                      "t86"."notified_on",
                      "t86"."annual_from",
                      "t86"."left_on",
                      "t33"."person_ref" AS "person_ref_right",
                      "t33"."level"
                    FROM (
                      SELECT
                        "t84".*
                        EXCLUDE ("person_ref_right")
                      FROM (
                        SELECT
                          "t61"."person_ref",
                          "t61"."asked_on",
                          "t61"."unit",
                          "t61"."flag_on",
                          "t61"."found",
                          "t61"."ordered",
                          "t83"."person_ref" AS "person_ref_right",
                          "t83"."seen_on",
                          "t83"."tried_on",
                          "t83"."reviewed_on",
                          "t83"."notified_on",
                          "t83"."annual_from",
                          "t83"."left_on"
                        FROM (
                          SELECT
                            "t56".*
                            EXCLUDE ("person_ref_right")
                          FROM (
                            SELECT
                              "t17"."person_ref",
                              "t17"."asked_on",
                              "t35"."unit",
                              "t35"."flag_on",
                              "t45"."person_ref" AS "person_ref_right",
                              "t45"."found",
                              "t45"."ordered"
                            FROM "on_register" AS "t17"
                            INNER JOIN (
                              SELECT
                                "t6"."ref" AS "person_ref",
                                "t6"."unit",
                                "t6"."intelligence_flag_on" AS "flag_on"
                              FROM "people" AS "t6"
                            ) AS "t35"
                              ON "t17"."person_ref" = "t35"."person_ref"
                            LEFT OUTER JOIN (
                              SELECT
                                "t36"."person_ref",
                                MIN("t36"."found") AS "found",
                                MIN("t36"."ordered") AS "ordered"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t8"."person_ref",
                                    "t8"."relevant_date" AS "found",
                                    CAST(NULL AS DATE) AS "ordered"
                                  FROM "disposals" AS "t8"
                                ) AS "t27"
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t9"."person_ref",
                                    CAST(NULL AS DATE) AS "found",
                                    "t9"."made_on" AS "ordered"
                                  FROM "orders" AS "t9"
                                ) AS "t28"
                              ) AS "t36"
                              GROUP BY
                                1
                            ) AS "t45"
                              ON "t17"."person_ref" = "t45"."person_ref"
                          ) AS "t56"
                        ) AS "t61"
                        LEFT OUTER JOIN (
                          SELECT
                            "t79".*
                            EXCLUDE ("asked_on")
                          FROM (
                            SELECT
                              "t77"."person_ref",
                              "t77"."first" AS "asked_on",
                              "t77"."seen_on",
                              "t77"."tried_on",
                              "t77"."reviewed_on",
                              "t77"."notified_on",
                              "t77"."annual_from",
                              "t77"."left_on"
                            FROM (
                              SELECT
                                "t73"."person_ref",
                                "t30"."first",
                                "t73"."seen_on",
                                "t73"."tried_on",
                                "t73"."reviewed_on",
                                "t73"."notified_on",
                                "t73"."annual_from",
                                "t73"."left_on"
                              FROM (
                                SELECT
                                  "t67"."person_ref",
                                  MAX("t67"."seen_on") AS "seen_on",
                                  MAX("t67"."tried_on") AS "tried_on",
                                  MAX("t67"."reviewed_on") AS "reviewed_on",
                                  MAX("t67"."notified_on") AS "notified_on",
                                  MAX("t67"."annual_from") AS "annual_from",
                                  MAX("t67"."left_on") AS "left_on"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t37"."person_ref",
                                          CASE
                                            WHEN "t37"."outcome" IN ('seen', 'entered')
                                            THEN "t37"."day"
                                            ELSE CAST(NULL AS DATE)
                                          END AS "seen_on",
                                          CASE
                                            WHEN "t37"."outcome" <> 'called off'
                                            THEN "t37"."day"
                                            ELSE CAST(NULL AS DATE)
                                          END AS "tried_on",
                                          CAST(NULL AS DATE) AS "reviewed_on",
                                          CAST(NULL AS DATE) AS "notified_on",
                                          CAST(NULL AS DATE) AS "annual_from",
                                          CAST(NULL AS DATE) AS "left_on"
                                        FROM (
                                          SELECT
                                            "t19"."id",
                                            "t19"."person_ref",
                                            "t19"."ref",
                                            "t19"."at",
                                            "t19"."outcome",
                                            "t19"."notice_hours",
                                            "t19"."notice_reason",
                                            "t19"."notice_authorised_by",
                                            "t19"."day",
                                            "t14"."asked_on",
                                            "t14"."before",
                                            "t14"."ends_at",
                                            "t14"."year_ago",
                                            "t14"."month_ago",
                                            "t14"."month_began_at",
                                            "t14"."dynamic_instruments",
                                            "t14"."agreed_grounds",
                                            "t14"."courses",
                                            "t14"."manager_courses",
                                            "t14"."action_outcomes",
                                            "t14"."restarts",
                                            "t14"."stay_nights",
                                            "t14"."overridable",
                                            "t14"."override_ranks",
                                            "t14"."first_visit_days",
                                            "t14"."short_absence_days",
                                            "t14"."assess_first_days",
                                            "t14"."assess_months",
                                            "t14"."annual_months",
                                            "t14"."suspect_days",
                                            "t14"."submit_days",
                                            "t14"."examine_days",
                                            "t14"."grade_days",
                                            "t14"."dispute_days",
                                            "t14"."suspension_weeks",
                                            "t14"."grade_minutes",
                                            "t14"."return_hours",
                                            "t14"."child_age",
                                            "t14"."child_under",
                                            "t14"."several_lines",
                                            "t14"."cap",
                                            "t14"."unseen_months",
                                            "t14"."long_notice_hours",
                                            "t14"."unheld_days",
                                            "t14"."unreviewed_days",
                                            "t14"."many_crimes",
                                            "t14"."band_hours",
                                            "t14"."regrade_hours",
                                            "t14"."band_days",
                                            "t14"."least_words",
                                            "t14"."change_days",
                                            "t14"."stay_days",
                                            "t14"."stay_months",
                                            "t14"."early_days",
                                            "t14"."wait_days",
                                            "t14"."travel_days",
                                            "t14"."travel_hour",
                                            "t14"."short_hours",
                                            "t14"."excused_hours",
                                            "t14"."visit_very_high",
                                            "t14"."visit_high",
                                            "t14"."visit_medium",
                                            "t14"."visit_low",
                                            "t14"."visit_strictest",
                                            "t14"."review_very_high",
                                            "t14"."review_high",
                                            "t14"."review_medium",
                                            "t14"."review_low",
                                            "t14"."review_strictest",
                                            "t14"."weight_very_high",
                                            "t14"."weight_high",
                                            "t14"."weight_medium",
                                            "t14"."weight_low",
                                            "t14"."weight_unknown",
                                            "t14"."unseen_very_high",
                                            "t14"."unseen_high",
                                            "t14"."unseen_medium",
                                            "t14"."unseen_low",
                                            "t14"."unseen_unknown",
                                            "t14"."sign_off_late",
                                            "t14"."event_late",
                                            "t14"."unread_late",
                                            "t14"."unmanaged_late",
                                            "t14"."untrained_late",
                                            "t14"."unflagged_late",
                                            "t14"."enquiry_high",
                                            "t14"."enquiry_medium",
                                            "t14"."enquiry_low",
                                            "t14"."order_mark_months",
                                            "t14"."silence_now",
                                            "t14"."delivery_now",
                                            "t14"."silence_today",
                                            "t14"."delivery_today",
                                            "t14"."enforce_very_high",
                                            "t14"."longest_very_high",
                                            "t14"."ranks_very_high",
                                            "t14"."enforce_high",
                                            "t14"."longest_high",
                                            "t14"."ranks_high",
                                            "t14"."enforce_medium",
                                            "t14"."longest_medium",
                                            "t14"."ranks_medium",
                                            "t14"."enforce_low",
                                            "t14"."longest_low",
                                            "t14"."ranks_low",
                                            "t14"."pattern_after",
                                            "t14"."pattern_least",
                                            "t14"."pattern_cell",
                                            "t14"."pattern_entropy",
                                            "t14"."pattern_spread",
                                            "t14"."pattern_guess",
                                            "t14"."pattern_within",
                                            "t14"."pattern_last_part",
                                            "t14"."pattern_deadline"
                                          FROM "visits_dated" AS "t19"
                                          CROSS JOIN "days" AS "t14"
                                        ) AS "t37"
                                        WHERE
                                          "t37"."day" <= "t37"."asked_on"
                                      ) AS "t46"
                                      UNION ALL
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t40"."person_ref",
                                          CAST(NULL AS DATE) AS "seen_on",
                                          CAST(NULL AS DATE) AS "tried_on",
                                          "t40"."reviewed_on",
                                          CAST(NULL AS DATE) AS "notified_on",
                                          CAST(NULL AS DATE) AS "annual_from",
                                          CAST(NULL AS DATE) AS "left_on"
                                        FROM (
                                          SELECT
                                            "t20"."id",
                                            "t20"."person_ref",
                                            "t20"."ref",
                                            "t20"."reviewed_on",
                                            "t29"."asked_on"
                                          FROM "reviews" AS "t20"
                                          CROSS JOIN (
                                            SELECT
                                              "t0"."asked_on"
                                            FROM "days" AS "t0"
                                          ) AS "t29"
                                        ) AS "t40"
                                        WHERE
                                          "t40"."reviewed_on" <= "t40"."asked_on"
                                      ) AS "t50"
                                    ) AS "t52"
                                    UNION ALL
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t47"."person_ref",
                                        CAST(NULL AS DATE) AS "seen_on",
                                        CAST(NULL AS DATE) AS "tried_on",
                                        CAST(NULL AS DATE) AS "reviewed_on",
                                        "t47"."notified_on",
                                        CASE
                                          WHEN "t47"."restarts"
                                          OR NOT (
                                            (
                                              "t47"."kind" = 'change'
                                            )
                                            AND "t47"."matter" IN (
                                              'bank or card',
                                              'child household began',
                                              'child household ended',
                                              'identity document'
                                            )
                                          )
                                          THEN "t47"."notified_on"
                                          ELSE CAST(NULL AS DATE)
                                        END AS "annual_from",
                                        CAST(NULL AS DATE) AS "left_on"
                                      FROM (
                                        SELECT
                                          "t42"."id",
                                          "t42"."person_ref",
                                          "t42"."ref",
                                          "t42"."notified_on",
                                          "t42"."kind",
                                          "t42"."matter",
                                          "t42"."items_missing",
                                          "t42"."happened_on",
                                          "t42"."stated_for",
                                          "t14"."asked_on",
                                          "t14"."before",
                                          "t14"."ends_at",
                                          "t14"."year_ago",
                                          "t14"."month_ago",
                                          "t14"."month_began_at",
                                          "t14"."dynamic_instruments",
                                          "t14"."agreed_grounds",
                                          "t14"."courses",
                                          "t14"."manager_courses",
                                          "t14"."action_outcomes",
                                          "t14"."restarts",
                                          "t14"."stay_nights",
                                          "t14"."overridable",
                                          "t14"."override_ranks",
                                          "t14"."first_visit_days",
                                          "t14"."short_absence_days",
                                          "t14"."assess_first_days",
                                          "t14"."assess_months",
                                          "t14"."annual_months",
                                          "t14"."suspect_days",
                                          "t14"."submit_days",
                                          "t14"."examine_days",
                                          "t14"."grade_days",
                                          "t14"."dispute_days",
                                          "t14"."suspension_weeks",
                                          "t14"."grade_minutes",
                                          "t14"."return_hours",
                                          "t14"."child_age",
                                          "t14"."child_under",
                                          "t14"."several_lines",
                                          "t14"."cap",
                                          "t14"."unseen_months",
                                          "t14"."long_notice_hours",
                                          "t14"."unheld_days",
                                          "t14"."unreviewed_days",
                                          "t14"."many_crimes",
                                          "t14"."band_hours",
                                          "t14"."regrade_hours",
                                          "t14"."band_days",
                                          "t14"."least_words",
                                          "t14"."change_days",
                                          "t14"."stay_days",
                                          "t14"."stay_months",
                                          "t14"."early_days",
                                          "t14"."wait_days",
                                          "t14"."travel_days",
                                          "t14"."travel_hour",
                                          "t14"."short_hours",
                                          "t14"."excused_hours",
                                          "t14"."visit_very_high",
                                          "t14"."visit_high",
                                          "t14"."visit_medium",
                                          "t14"."visit_low",
                                          "t14"."visit_strictest",
                                          "t14"."review_very_high",
                                          "t14"."review_high",
                                          "t14"."review_medium",
                                          "t14"."review_low",
                                          "t14"."review_strictest",
                                          "t14"."weight_very_high",
                                          "t14"."weight_high",
                                          "t14"."weight_medium",
                                          "t14"."weight_low",
                                          "t14"."weight_unknown",
                                          "t14"."unseen_very_high",
                                          "t14"."unseen_high",
                                          "t14"."unseen_medium",
                                          "t14"."unseen_low",
                                          "t14"."unseen_unknown",
                                          "t14"."sign_off_late",
                                          "t14"."event_late",
                                          "t14"."unread_late",
                                          "t14"."unmanaged_late",
                                          "t14"."untrained_late",
                                          "t14"."unflagged_late",
                                          "t14"."enquiry_high",
                                          "t14"."enquiry_medium",
                                          "t14"."enquiry_low",
                                          "t14"."order_mark_months",
                                          "t14"."silence_now",
                                          "t14"."delivery_now",
                                          "t14"."silence_today",
                                          "t14"."delivery_today",
                                          "t14"."enforce_very_high",
                                          "t14"."longest_very_high",
                                          "t14"."ranks_very_high",
                                          "t14"."enforce_high",
                                          "t14"."longest_high",
                                          "t14"."ranks_high",
                                          "t14"."enforce_medium",
                                          "t14"."longest_medium",
                                          "t14"."ranks_medium",
                                          "t14"."enforce_low",
                                          "t14"."longest_low",
                                          "t14"."ranks_low",
                                          "t14"."pattern_after",
                                          "t14"."pattern_least",
                                          "t14"."pattern_cell",
                                          "t14"."pattern_entropy",
                                          "t14"."pattern_spread",
                                          "t14"."pattern_guess",
                                          "t14"."pattern_within",
                                          "t14"."pattern_last_part",
                                          "t14"."pattern_deadline"
                                        FROM (
                                          SELECT
                                            *
                                          FROM "notifications" AS "t13"
                                          WHERE
                                            NOT (
                                              REGEXP_MATCHES("t13"."items_missing", '[^;\s]')
                                            )
                                        ) AS "t42"
                                        CROSS JOIN "days" AS "t14"
                                      ) AS "t47"
                                      WHERE
                                        "t47"."notified_on" <= "t47"."asked_on"
                                    ) AS "t63"
                                  ) AS "t65"
                                  UNION ALL
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t39"."person_ref",
                                      CAST(NULL AS DATE) AS "seen_on",
                                      CAST(NULL AS DATE) AS "tried_on",
                                      CAST(NULL AS DATE) AS "reviewed_on",
                                      CAST(NULL AS DATE) AS "notified_on",
                                      CAST(NULL AS DATE) AS "annual_from",
                                      "t39"."until" AS "left_on"
                                    FROM (
                                      SELECT
                                        "t18"."id",
                                        "t18"."person_ref",
                                        "t18"."ref",
                                        "t18"."officer_ref",
                                        "t18"."since",
                                        "t18"."until",
                                        "t29"."asked_on"
                                      FROM "managers" AS "t18"
                                      CROSS JOIN (
                                        SELECT
                                          "t0"."asked_on"
                                        FROM "days" AS "t0"
                                      ) AS "t29"
                                    ) AS "t39"
                                    WHERE
                                      "t39"."until" <= "t39"."asked_on"
                                  ) AS "t49"
                                ) AS "t67"
                                GROUP BY
                                  1
                              ) AS "t73"
                              CROSS JOIN (
                                SELECT
                                  "t0"."asked_on" AS "first"
                                FROM "days" AS "t0"
                              ) AS "t30"
                            ) AS "t77"
                          ) AS "t79"
                        ) AS "t83"
                          ON "t61"."person_ref" = "t83"."person_ref"
                      ) AS "t84"
                    ) AS "t86"
                    LEFT OUTER JOIN (
                      SELECT
                        "t3"."person_ref",
                        "t3"."level"
                      FROM "levelled" AS "t3"
                    ) AS "t33"
                      ON "t86"."person_ref" = "t33"."person_ref"
                  ) AS "t87"
                ) AS "t89"
                LEFT OUTER JOIN (
                  SELECT
                    "t78".*
                    EXCLUDE ("asked_on")
                  FROM (
                    SELECT
                      "t76"."person_ref",
                      "t76"."asked_on",
                      "t76"."ref" AS "plan_ref",
                      "t76"."visit_every_months",
                      "t76"."reactive",
                      "t76"."longer_from"
                    FROM (
                      SELECT
                        "t75".*
                        EXCLUDE ("made_on")
                      FROM (
                        SELECT
                          "t70"."person_ref",
                          "t70"."first" AS "asked_on",
                          "t70"."made_on",
                          "t70"."ref",
                          "t70"."visit_every_months",
                          "t70"."reactive",
                          "t70"."longer_from"
                        FROM (
                          SELECT
                            "t66"."person_ref",
                            "t30"."first",
                            "t66"."kept"."made_on" AS "made_on",
                            "t66"."kept"."ref" AS "ref",
                            "t66"."kept"."visit_every_months" AS "visit_every_months",
                            "t66"."kept"."reactive" AS "reactive",
                            "t66"."kept"."longer_from" AS "longer_from"
                          FROM (
                            SELECT
                              "t55"."person_ref",
                              MAX(
                                {'made_on': "t55"."made_on", 'ref': "t55"."ref", 'visit_every_months': "t55"."visit_every_months", 'reactive': "t55"."reactive", 'longer_from': "t55"."longer_from"}
                              ) AS "kept"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t43"."person_ref",
                                  "t43"."ref",
                                  "t43"."made_on",
                                  "t43"."visit_every_months",
                                  "t43"."reactive",
                                  "t43"."longer_from",
                                  "t29"."asked_on"
                                FROM (
                                  SELECT
                                    "t7"."person_ref",
                                    "t7"."ref",
                                    "t7"."made_on",
                                    "t7"."visit_every_months",
                                    "t7"."reactive",
                                    CASE
                                      WHEN (
                                        "t7"."approved_by" <> ''
                                      ) AND REGEXP_MATCHES("t7"."deviation_reason", '\S')
                                      THEN "t7"."approved_on"
                                      ELSE CAST(NULL AS DATE)
                                    END AS "longer_from"
                                  FROM "plans" AS "t7"
                                ) AS "t43"
                                CROSS JOIN (
                                  SELECT
                                    "t0"."asked_on"
                                  FROM "days" AS "t0"
                                ) AS "t29"
                              ) AS "t51"
                              WHERE
                                "t51"."made_on" <= "t51"."asked_on"
                            ) AS "t55"
                            GROUP BY
                              1
                          ) AS "t66"
                          CROSS JOIN (
                            SELECT
                              "t0"."asked_on" AS "first"
                            FROM "days" AS "t0"
                          ) AS "t30"
                        ) AS "t70"
                      ) AS "t75"
                    ) AS "t76"
                  ) AS "t78"
                ) AS "t82"
                  ON "t89"."person_ref" = "t82"."person_ref"
              ) AS "t90"
            ) AS "t92"
            LEFT OUTER JOIN (
              SELECT
                "t69".*
                EXCLUDE ("asked_on")
              FROM (
                SELECT
                  "t68"."person_ref",
                  "t68"."first" AS "asked_on",
                  "t68"."signed_off_on",
                  "t68"."completed_on" AS "assessed_on",
                  "t68"."ref" AS "assessed_ref"
                FROM (
                  SELECT
                    "t62"."person_ref",
                    "t30"."first",
                    "t62"."kept"."completed_on" AS "completed_on",
                    "t62"."kept"."ref" AS "ref",
                    "t62"."kept"."signed_off_on" AS "signed_off_on"
                  FROM (
                    SELECT
                      "t53"."person_ref",
                      MAX(
                        {'completed_on': "t53"."completed_on", 'ref': "t53"."ref", 'signed_off_on': "t53"."signed_off_on"}
                      ) AS "kept"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t16"."id",
                          "t16"."person_ref",
                          "t16"."ref",
                          "t16"."instrument",
                          "t16"."completed_on",
                          "t16"."signed_off_on",
                          "t14"."asked_on",
                          "t14"."before",
                          "t14"."ends_at",
                          "t14"."year_ago",
                          "t14"."month_ago",
                          "t14"."month_began_at",
                          "t14"."dynamic_instruments",
                          "t14"."agreed_grounds",
                          "t14"."courses",
                          "t14"."manager_courses",
                          "t14"."action_outcomes",
                          "t14"."restarts",
                          "t14"."stay_nights",
                          "t14"."overridable",
                          "t14"."override_ranks",
                          "t14"."first_visit_days",
                          "t14"."short_absence_days",
                          "t14"."assess_first_days",
                          "t14"."assess_months",
                          "t14"."annual_months",
                          "t14"."suspect_days",
                          "t14"."submit_days",
                          "t14"."examine_days",
                          "t14"."grade_days",
                          "t14"."dispute_days",
                          "t14"."suspension_weeks",
                          "t14"."grade_minutes",
                          "t14"."return_hours",
                          "t14"."child_age",
                          "t14"."child_under",
                          "t14"."several_lines",
                          "t14"."cap",
                          "t14"."unseen_months",
                          "t14"."long_notice_hours",
                          "t14"."unheld_days",
                          "t14"."unreviewed_days",
                          "t14"."many_crimes",
                          "t14"."band_hours",
                          "t14"."regrade_hours",
                          "t14"."band_days",
                          "t14"."least_words",
                          "t14"."change_days",
                          "t14"."stay_days",
                          "t14"."stay_months",
                          "t14"."early_days",
                          "t14"."wait_days",
                          "t14"."travel_days",
                          "t14"."travel_hour",
                          "t14"."short_hours",
                          "t14"."excused_hours",
                          "t14"."visit_very_high",
                          "t14"."visit_high",
                          "t14"."visit_medium",
                          "t14"."visit_low",
                          "t14"."visit_strictest",
                          "t14"."review_very_high",
                          "t14"."review_high",
                          "t14"."review_medium",
                          "t14"."review_low",
                          "t14"."review_strictest",
                          "t14"."weight_very_high",
                          "t14"."weight_high",
                          "t14"."weight_medium",
                          "t14"."weight_low",
                          "t14"."weight_unknown",
                          "t14"."unseen_very_high",
                          "t14"."unseen_high",
                          "t14"."unseen_medium",
                          "t14"."unseen_low",
                          "t14"."unseen_unknown",
                          "t14"."sign_off_late",
                          "t14"."event_late",
                          "t14"."unread_late",
                          "t14"."unmanaged_late",
                          "t14"."untrained_late",
                          "t14"."unflagged_late",
                          "t14"."enquiry_high",
                          "t14"."enquiry_medium",
                          "t14"."enquiry_low",
                          "t14"."order_mark_months",
                          "t14"."silence_now",
                          "t14"."delivery_now",
                          "t14"."silence_today",
                          "t14"."delivery_today",
                          "t14"."enforce_very_high",
                          "t14"."longest_very_high",
                          "t14"."ranks_very_high",
                          "t14"."enforce_high",
                          "t14"."longest_high",
                          "t14"."ranks_high",
                          "t14"."enforce_medium",
                          "t14"."longest_medium",
                          "t14"."ranks_medium",
                          "t14"."enforce_low",
                          "t14"."longest_low",
                          "t14"."ranks_low",
                          "t14"."pattern_after",
                          "t14"."pattern_least",
                          "t14"."pattern_cell",
                          "t14"."pattern_entropy",
                          "t14"."pattern_spread",
                          "t14"."pattern_guess",
                          "t14"."pattern_within",
                          "t14"."pattern_last_part",
                          "t14"."pattern_deadline"
                        FROM "assessments" AS "t16"
                        CROSS JOIN "days" AS "t14"
                      ) AS "t34"
                      WHERE
                        "t34"."completed_on" <= "t34"."asked_on"
                        AND CONTAINS("t34"."dynamic_instruments", ';' || LOWER("t34"."instrument") || ';')
                    ) AS "t53"
                    GROUP BY
                      1
                  ) AS "t62"
                  CROSS JOIN (
                    SELECT
                      "t0"."asked_on" AS "first"
                    FROM "days" AS "t0"
                  ) AS "t30"
                ) AS "t68"
              ) AS "t69"
            ) AS "t74"
              ON "t92"."person_ref" = "t74"."person_ref"
          ) AS "t93"
        ) AS "t95"
        LEFT OUTER JOIN (
          SELECT
            "t54"."person_ref",
            TRUE AS "away"
          FROM (
            SELECT DISTINCT
              *
            FROM (
              SELECT
                "t15"."person_ref",
                "t29"."asked_on"
              FROM "away" AS "t15"
              INNER JOIN (
                SELECT
                  "t0"."asked_on"
                FROM "days" AS "t0"
              ) AS "t29"
                ON "t15"."since" <= "t29"."asked_on"
                AND (
                  (
                    "t15"."until" IS NULL
                  ) OR (
                    "t15"."until" > "t29"."asked_on"
                  )
                )
            ) AS "t48"
          ) AS "t54"
        ) AS "t59"
          ON "t95"."person_ref" = "t59"."person_ref"
      ) AS "t96"
    ) AS "t98"
    LEFT OUTER JOIN (
      SELECT
        "t1"."person_ref",
        "t1"."manager",
        "t1"."managed_since"
      FROM "managed" AS "t1"
    ) AS "t32"
      ON "t98"."person_ref" = "t32"."person_ref"
  ) AS "t99"
) AS "t101"
INNER JOIN (
  SELECT
    "t0"."asked_on",
    "t0"."visit_very_high",
    "t0"."visit_high",
    "t0"."visit_medium",
    "t0"."visit_low",
    "t0"."review_very_high",
    "t0"."review_high",
    "t0"."review_medium",
    "t0"."review_low",
    "t0"."visit_strictest",
    "t0"."review_strictest"
  FROM "days" AS "t0"
) AS "t31"
  ON "t101"."asked_on" = "t31"."asked_on"
