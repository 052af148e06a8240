-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t116"."person_ref",
  "t116"."asked_on",
  "t116"."unit",
  "t116"."flag_on",
  "t116"."level",
  "t116"."plan_ref",
  "t116"."visit_every_months",
  "t116"."seen_on",
  "t116"."tried_on",
  "t116"."assessed_on",
  "t116"."signed_off_on",
  "t116"."reviewed_on",
  "t116"."notified_on",
  "t116"."annual_from",
  "t116"."manager",
  "t116"."managed_since",
  "t116"."left_on",
  CASE
    WHEN "t116"."found" <= "t116"."asked_on"
    THEN "t116"."found"
    ELSE CASE
      WHEN "t116"."ordered" <= "t116"."asked_on"
      THEN "t116"."ordered"
      ELSE CAST(NULL AS DATE)
    END
  END AS "registered_on",
  COALESCE("t116"."away", FALSE) AS "away",
  COALESCE("t116"."reactive", FALSE) AS "reactive",
  CASE
    WHEN COALESCE(
      (
        "t116"."visit_every_months" > 0
      )
      AND (
        "t116"."visit_every_months" < CASE
          WHEN "t116"."level" = 'very high'
          THEN "t31"."visit_very_high"
          WHEN "t116"."level" = 'high'
          THEN "t31"."visit_high"
          WHEN "t116"."level" = 'medium'
          THEN "t31"."visit_medium"
          WHEN "t116"."level" = 'low'
          THEN "t31"."visit_low"
          ELSE "t31"."visit_strictest"
        END
      ),
      FALSE
    )
    OR COALESCE(
      (
        "t116"."visit_every_months" > CASE
          WHEN "t116"."level" = 'very high'
          THEN "t31"."visit_very_high"
          WHEN "t116"."level" = 'high'
          THEN "t31"."visit_high"
          WHEN "t116"."level" = 'medium'
          THEN "t31"."visit_medium"
          WHEN "t116"."level" = 'low'
          THEN "t31"."visit_low"
          ELSE "t31"."visit_strictest"
        END
      )
      AND (
        (
          "t116"."level" IS NOT NULL
        )
        AND COALESCE("t116"."longer_from" <= "t116"."asked_on", FALSE)
      ),
      FALSE
    )
    THEN "t116"."visit_every_months"
    ELSE CASE
      WHEN "t116"."level" = 'very high'
      THEN "t31"."visit_very_high"
      WHEN "t116"."level" = 'high'
      THEN "t31"."visit_high"
      WHEN "t116"."level" = 'medium'
      THEN "t31"."visit_medium"
      WHEN "t116"."level" = 'low'
      THEN "t31"."visit_low"
      ELSE "t31"."visit_strictest"
    END
  END AS "visit_months",
  CASE
    WHEN "t116"."level" = 'very high'
    THEN "t31"."review_very_high"
    WHEN "t116"."level" = 'high'
    THEN "t31"."review_high"
    WHEN "t116"."level" = 'medium'
    THEN "t31"."review_medium"
    WHEN "t116"."level" = 'low'
    THEN "t31"."review_low"
    ELSE "t31"."review_strictest"
  END AS "review_months"
FROM (
  SELECT
    "t114".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t113"."person_ref",
      "t113"."asked_on",
      "t113"."unit",
      "t113"."flag_on",
      "t113"."found",
      "t113"."ordered",
      "t113"."level",
      "t113"."made_on",
      "t113"."plan_ref",
      "t113"."visit_every_months",
      "t113"."reactive",
      "t113"."longer_from",
      "t113"."seen_on",
      "t113"."tried_on",
      "t113"."signed_off_on",
      "t113"."assessed_on",
      "t113"."reviewed_on",
      "t113"."notified_on",
      "t113"."annual_from",
      "t113"."away",
      "t113"."manager",
      "t113"."managed_since",
      "t77"."person_ref" AS "person_ref_right",
      "t77"."asked_on" AS "asked_on_right",
      "t77"."left_on"
    FROM (
      SELECT
        "t111".*
        EXCLUDE ("asked_on_right", "person_ref_right")
      FROM (
        SELECT
          "t110"."person_ref",
          "t110"."asked_on",
          "t110"."unit",
          "t110"."flag_on",
          "t110"."found",
          "t110"."ordered",
          "t110"."level",
          "t110"."made_on",
          "t110"."plan_ref",
          "t110"."visit_every_months",
          "t110"."reactive",
          "t110"."longer_from",
          "t110"."seen_on",
          "t110"."tried_on",
          "t110"."signed_off_on",
          "t110"."assessed_on",
          "t110"."reviewed_on",
          "t110"."notified_on",
          "t110"."annual_from",
          "t110"."away",
          "t15"."person_ref" AS "person_ref_right",
          "t15"."asked_on" AS "asked_on_right",
          "t15"."manager",
          "t15"."managed_since"
        FROM (
          SELECT
            "t108".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t107"."person_ref",
              "t107"."asked_on",
              "t107"."unit",
              "t107"."flag_on",
              "t107"."found",
              "t107"."ordered",
              "t107"."level",
              "t107"."made_on",
              "t107"."plan_ref",
              "t107"."visit_every_months",
              "t107"."reactive",
              "t107"."longer_from",
              "t107"."seen_on",
              "t107"."tried_on",
              "t107"."signed_off_on",
              "t107"."assessed_on",
              "t107"."reviewed_on",
              "t107"."notified_on",
              "t107"."annual_from",
              "t64"."person_ref" AS "person_ref_right",
              "t64"."asked_on" AS "asked_on_right",
              "t64"."away"
            FROM (
              SELECT
                "t105".*
                EXCLUDE ("asked_on_right", "person_ref_right")
              FROM (
                SELECT
                  "t104"."person_ref",
                  "t104"."asked_on",
                  "t104"."unit",
                  "t104"."flag_on",
                  "t104"."found",
                  "t104"."ordered",
                  "t104"."level",
                  "t104"."made_on",
                  "t104"."plan_ref",
                  "t104"."visit_every_months",
                  "t104"."reactive",
                  "t104"."longer_from",
                  "t104"."seen_on",
                  "t104"."tried_on",
                  "t104"."signed_off_on",
                  "t104"."assessed_on",
                  "t104"."reviewed_on",
                  "t92"."person_ref" AS "person_ref_right",
                  "t92"."asked_on" AS "asked_on_right",
                  "t92"."notified_on",
                  "t92"."annual_from"
                FROM (
                  SELECT
                    "t102".*
                    EXCLUDE ("asked_on_right", "person_ref_right")
                  FROM (
                    SELECT
                      "t101"."person_ref",
                      "t101"."asked_on",
                      "t101"."unit",
                      "t101"."flag_on",
                      "t101"."found",
                      "t101"."ordered",
                      "t101"."level",
                      "t101"."made_on",
                      "t101"."plan_ref",
                      "t101"."visit_every_months",
                      "t101"."reactive",
                      "t101"."longer_from",
                      "t101"."seen_on",
                      "t101"."tried_on",
                      "t101"."signed_off_on",
                      "t101"."assessed_on",
                      "t78"."person_ref" AS "person_ref_right",
                      "t78"."asked_on" AS "asked_on_right",
                      "t78"."reviewed_on"
                    FROM (
                      SELECT
                        "t99".*
                        EXCLUDE ("asked_on_right", "person_ref_right")
                      FROM (
                        SELECT
                          "t98"."person_ref",
                          "t98"."asked_on",
                          "t98"."unit",
                          "t98"."flag_on",
                          "t98"."found",
                          "t98"."ordered",
                          "t98"."level",
                          "t98"."made_on",
                          "t98"."plan_ref",
                          "t98"."visit_every_months",
                          "t98"."reactive",
                          "t98"."longer_from",
                          "t98"."seen_on",
                          "t98"."tried_on",
                          "t88"."person_ref" AS "person_ref_right",
                          "t88"."asked_on" AS "asked_on_right",
                          "t88"."signed_off_on",
                          "t88"."assessed_on"
                        FROM (
                          SELECT
                            "t96".*
                            EXCLUDE ("asked_on_right", "person_ref_right")
                          FROM (
                            SELECT
                              "t95"."person_ref",
                              "t95"."asked_on",
                              "t95"."unit",
                              "t95"."flag_on",
                              "t95"."found",
                              "t95"."ordered",
                              "t95"."level",
                              "t95"."made_on",
                              "t95"."plan_ref",
                              "t95"."visit_every_months",
                              "t95"."reactive",
                              "t95"."longer_from",
                              "t75"."person_ref" AS "person_ref_right",
                              "t75"."asked_on" AS "asked_on_right",
                              "t75"."seen_on",
                              "t75"."tried_on"
                            FROM (
                              SELECT
                                "t93".*
                                EXCLUDE ("asked_on_right", "person_ref_right")
                              FROM (
                                SELECT
                                  "t86"."person_ref",
                                  "t86"."asked_on",
                                  "t86"."unit",
                                  "t86"."flag_on",
                                  "t86"."found",
                                  "t86"."ordered",
                                  "t86"."level",
                                  "t91"."person_ref" AS "person_ref_right",
                                  "t91"."asked_on" AS "asked_on_right",
                                  "t91"."made_on",
                                  "t91"."plan_ref",
                                  "t91"."visit_every_months",
                                  "t91"."reactive",
                                  "t91"."longer_from"
                                FROM (
                                  SELECT
                                    "t81".*
                                    EXCLUDE ("asked_on_right", "person_ref_right")
                                  FROM (
                                    SELECT
                                      "t67"."person_ref",
                                      "t67"."asked_on",
                                      "t67"."unit",
                                      "t67"."flag_on",
                                      "t67"."found",
                                      "t67"."ordered",
                                      "t33"."person_ref" AS "person_ref_right",
                                      "t33"."asked_on" AS "asked_on_right",
                                      "t33"."level"
                                    FROM (
                                      SELECT
                                        "t59".*
                                        EXCLUDE ("person_ref_right")
                                      FROM (
                                        SELECT
                                          "t21"."person_ref",
                                          "t21"."asked_on",
                                          "t35"."unit",
                                          "t35"."flag_on",
                                          "t46"."person_ref" AS "person_ref_right",
                                          "t46"."found",
                                          "t46"."ordered"
                                        FROM "on_register" AS "t21"
                                        INNER JOIN (
                                          SELECT
                                            "t10"."ref" AS "person_ref",
                                            "t10"."unit",
                                            "t10"."intelligence_flag_on" AS "flag_on"
                                          FROM "people" AS "t10"
                                        ) AS "t35"
                                          ON "t21"."person_ref" = "t35"."person_ref"
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
                                                "t12"."person_ref",
                                                "t12"."relevant_date" AS "found",
                                                CAST(NULL AS DATE) AS "ordered"
                                              FROM "disposals" AS "t12"
                                            ) AS "t27"
                                            UNION ALL
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                "t13"."person_ref",
                                                CAST(NULL AS DATE) AS "found",
                                                "t13"."made_on" AS "ordered"
                                              FROM "orders" AS "t13"
                                            ) AS "t28"
                                          ) AS "t36"
                                          GROUP BY
                                            1
                                        ) AS "t46"
                                          ON "t21"."person_ref" = "t46"."person_ref"
                                      ) AS "t59"
                                    ) AS "t67"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t7"."person_ref",
                                        "t7"."asked_on",
                                        "t7"."level"
                                      FROM "levelled" AS "t7"
                                    ) AS "t33"
                                      ON "t67"."person_ref" = "t33"."person_ref" AND "t67"."asked_on" = "t33"."asked_on"
                                  ) AS "t81"
                                ) AS "t86"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t85"."person_ref",
                                    "t85"."first" AS "asked_on",
                                    "t85"."made_on",
                                    "t85"."ref" AS "plan_ref",
                                    "t85"."visit_every_months",
                                    "t85"."reactive",
                                    "t85"."longer_from"
                                  FROM (
                                    SELECT
                                      "t76"."person_ref",
                                      "t29"."first",
                                      "t76"."kept"."made_on" AS "made_on",
                                      "t76"."kept"."ref" AS "ref",
                                      "t76"."kept"."visit_every_months" AS "visit_every_months",
                                      "t76"."kept"."reactive" AS "reactive",
                                      "t76"."kept"."longer_from" AS "longer_from"
                                    FROM (
                                      SELECT
                                        "t58"."person_ref",
                                        MAX(
                                          {'made_on': "t58"."made_on", 'ref': "t58"."ref", 'visit_every_months': "t58"."visit_every_months", 'reactive': "t58"."reactive", 'longer_from': "t58"."longer_from"}
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
                                            "t30"."asked_on"
                                          FROM (
                                            SELECT
                                              "t11"."person_ref",
                                              "t11"."ref",
                                              "t11"."made_on",
                                              "t11"."visit_every_months",
                                              "t11"."reactive",
                                              CASE
                                                WHEN (
                                                  "t11"."approved_by" <> ''
                                                )
                                                AND REGEXP_MATCHES("t11"."deviation_reason", '\S')
                                                THEN "t11"."approved_on"
                                                ELSE CAST(NULL AS DATE)
                                              END AS "longer_from"
                                            FROM "plans" AS "t11"
                                          ) AS "t43"
                                          CROSS JOIN (
                                            SELECT
                                              "t0"."asked_on"
                                            FROM "days" AS "t0"
                                          ) AS "t30"
                                        ) AS "t50"
                                        WHERE
                                          "t50"."made_on" <= "t50"."asked_on"
                                      ) AS "t58"
                                      GROUP BY
                                        1
                                    ) AS "t76"
                                    CROSS JOIN (
                                      SELECT
                                        "t0"."asked_on" AS "first"
                                      FROM "days" AS "t0"
                                    ) AS "t29"
                                  ) AS "t85"
                                ) AS "t91"
                                  ON "t86"."person_ref" = "t91"."person_ref" AND "t86"."asked_on" = "t91"."asked_on"
                              ) AS "t93"
                            ) AS "t95"
                            LEFT OUTER JOIN (
                              SELECT
                                "t66"."person_ref",
                                "t66"."first" AS "asked_on",
                                "t66"."seen_on",
                                "t66"."tried_on"
                              FROM (
                                SELECT
                                  "t57"."person_ref",
                                  "t29"."first",
                                  "t57"."seen_on",
                                  "t57"."tried_on"
                                FROM (
                                  SELECT
                                    "t42"."person_ref",
                                    MAX("t42"."day") FILTER(WHERE
                                      "t42"."outcome" IN ('seen', 'entered')) AS "seen_on",
                                    MAX("t42"."day") FILTER(WHERE
                                      "t42"."outcome" <> 'called off') AS "tried_on"
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t20"."id",
                                        "t20"."person_ref",
                                        "t20"."ref",
                                        "t20"."at",
                                        "t20"."outcome",
                                        "t20"."notice_hours",
                                        "t20"."notice_reason",
                                        "t20"."notice_authorised_by",
                                        "t20"."day",
                                        "t14"."asked_on",
                                        "t14"."before",
                                        "t14"."ends_at",
                                        "t14"."year_ago",
                                        "t14"."month_ago",
                                        "t14"."dynamic_instruments",
                                        "t14"."agreed_grounds",
                                        "t14"."courses",
                                        "t14"."manager_courses",
                                        "t14"."action_outcomes",
                                        "t14"."restarts",
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
                                        "t14"."ranks_low"
                                      FROM "visits_dated" AS "t20"
                                      CROSS JOIN "days" AS "t14"
                                    ) AS "t34"
                                    WHERE
                                      "t34"."day" <= "t34"."asked_on"
                                  ) AS "t42"
                                  GROUP BY
                                    1
                                ) AS "t57"
                                CROSS JOIN (
                                  SELECT
                                    "t0"."asked_on" AS "first"
                                  FROM "days" AS "t0"
                                ) AS "t29"
                              ) AS "t66"
                            ) AS "t75"
                              ON "t95"."person_ref" = "t75"."person_ref" AND "t95"."asked_on" = "t75"."asked_on"
                          ) AS "t96"
                        ) AS "t98"
                        LEFT OUTER JOIN (
                          SELECT
                            "t80"."person_ref",
                            "t80"."first" AS "asked_on",
                            "t80"."signed_off_on",
                            "t80"."completed_on" AS "assessed_on"
                          FROM (
                            SELECT
                              "t70"."person_ref",
                              "t29"."first",
                              "t70"."kept"."completed_on" AS "completed_on",
                              "t70"."kept"."ref" AS "ref",
                              "t70"."kept"."signed_off_on" AS "signed_off_on"
                            FROM (
                              SELECT
                                "t51"."person_ref",
                                MAX(
                                  {'completed_on': "t51"."completed_on", 'ref': "t51"."ref", 'signed_off_on': "t51"."signed_off_on"}
                                ) AS "kept"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t19"."id",
                                    "t19"."person_ref",
                                    "t19"."ref",
                                    "t19"."instrument",
                                    "t19"."completed_on",
                                    "t19"."signed_off_on",
                                    "t14"."asked_on",
                                    "t14"."before",
                                    "t14"."ends_at",
                                    "t14"."year_ago",
                                    "t14"."month_ago",
                                    "t14"."dynamic_instruments",
                                    "t14"."agreed_grounds",
                                    "t14"."courses",
                                    "t14"."manager_courses",
                                    "t14"."action_outcomes",
                                    "t14"."restarts",
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
                                    "t14"."ranks_low"
                                  FROM "assessments" AS "t19"
                                  CROSS JOIN "days" AS "t14"
                                ) AS "t32"
                                WHERE
                                  "t32"."completed_on" <= "t32"."asked_on"
                                  AND CONTAINS("t32"."dynamic_instruments", ';' || LOWER("t32"."instrument") || ';')
                              ) AS "t51"
                              GROUP BY
                                1
                            ) AS "t70"
                            CROSS JOIN (
                              SELECT
                                "t0"."asked_on" AS "first"
                              FROM "days" AS "t0"
                            ) AS "t29"
                          ) AS "t80"
                        ) AS "t88"
                          ON "t98"."person_ref" = "t88"."person_ref" AND "t98"."asked_on" = "t88"."asked_on"
                      ) AS "t99"
                    ) AS "t101"
                    LEFT OUTER JOIN (
                      SELECT
                        "t69"."person_ref",
                        "t69"."first" AS "asked_on",
                        "t69"."reviewed_on"
                      FROM (
                        SELECT
                          "t62"."person_ref",
                          "t29"."first",
                          "t62"."reviewed_on"
                        FROM (
                          SELECT
                            "t49"."person_ref",
                            MAX("t49"."reviewed_on") AS "reviewed_on"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t18"."id",
                                "t18"."person_ref",
                                "t18"."ref",
                                "t18"."reviewed_on",
                                "t30"."asked_on"
                              FROM "reviews" AS "t18"
                              CROSS JOIN (
                                SELECT
                                  "t0"."asked_on"
                                FROM "days" AS "t0"
                              ) AS "t30"
                            ) AS "t39"
                            WHERE
                              "t39"."reviewed_on" <= "t39"."asked_on"
                          ) AS "t49"
                          GROUP BY
                            1
                        ) AS "t62"
                        CROSS JOIN (
                          SELECT
                            "t0"."asked_on" AS "first"
                          FROM "days" AS "t0"
                        ) AS "t29"
                      ) AS "t69"
                    ) AS "t78"
                      ON "t101"."person_ref" = "t78"."person_ref" AND "t101"."asked_on" = "t78"."asked_on"
                  ) AS "t102"
                ) AS "t104"
                LEFT OUTER JOIN (
                  SELECT
                    "t87"."person_ref",
                    "t87"."first" AS "asked_on",
                    "t87"."notified_on",
                    "t87"."annual_from"
                  FROM (
                    SELECT
                      "t82"."person_ref",
                      "t29"."first",
                      "t82"."notified_on",
                      "t82"."annual_from"
                    FROM (
                      SELECT
                        "t53"."person_ref",
                        MAX("t53"."notified_on") AS "notified_on",
                        MAX("t53"."notified_on") FILTER(WHERE
                          "t53"."restarts"
                          OR NOT (
                            (
                              "t53"."kind" = 'change'
                            )
                            AND "t53"."matter" IN (
                              'bank or card',
                              'child household began',
                              'child household ended',
                              'identity document'
                            )
                          )) AS "annual_from"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t40"."id",
                            "t40"."person_ref",
                            "t40"."ref",
                            "t40"."notified_on",
                            "t40"."kind",
                            "t40"."matter",
                            "t40"."items_missing",
                            "t14"."asked_on",
                            "t14"."before",
                            "t14"."ends_at",
                            "t14"."year_ago",
                            "t14"."month_ago",
                            "t14"."dynamic_instruments",
                            "t14"."agreed_grounds",
                            "t14"."courses",
                            "t14"."manager_courses",
                            "t14"."action_outcomes",
                            "t14"."restarts",
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
                            "t14"."ranks_low"
                          FROM (
                            SELECT
                              *
                            FROM "notifications" AS "t4"
                            WHERE
                              NOT (
                                REGEXP_MATCHES("t4"."items_missing", '[^;\s]')
                              )
                          ) AS "t40"
                          CROSS JOIN "days" AS "t14"
                        ) AS "t45"
                        WHERE
                          "t45"."notified_on" <= "t45"."asked_on"
                      ) AS "t53"
                      GROUP BY
                        1
                    ) AS "t82"
                    CROSS JOIN (
                      SELECT
                        "t0"."asked_on" AS "first"
                      FROM "days" AS "t0"
                    ) AS "t29"
                  ) AS "t87"
                ) AS "t92"
                  ON "t104"."person_ref" = "t92"."person_ref" AND "t104"."asked_on" = "t92"."asked_on"
              ) AS "t105"
            ) AS "t107"
            LEFT OUTER JOIN (
              SELECT
                "t52"."person_ref",
                "t52"."asked_on",
                TRUE AS "away"
              FROM (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    "t17"."person_ref",
                    "t30"."asked_on"
                  FROM "away" AS "t17"
                  INNER JOIN (
                    SELECT
                      "t0"."asked_on"
                    FROM "days" AS "t0"
                  ) AS "t30"
                    ON "t17"."since" <= "t30"."asked_on"
                    AND (
                      (
                        "t17"."until" IS NULL
                      ) OR (
                        "t17"."until" > "t30"."asked_on"
                      )
                    )
                ) AS "t48"
              ) AS "t52"
            ) AS "t64"
              ON "t107"."person_ref" = "t64"."person_ref" AND "t107"."asked_on" = "t64"."asked_on"
          ) AS "t108"
        ) AS "t110"
        LEFT OUTER JOIN "managed" AS "t15"
          ON "t110"."person_ref" = "t15"."person_ref" AND "t110"."asked_on" = "t15"."asked_on"
      ) AS "t111"
    ) AS "t113"
    LEFT OUTER JOIN (
      SELECT
        "t68"."person_ref",
        "t68"."first" AS "asked_on",
        "t68"."left_on"
      FROM (
        SELECT
          "t60"."person_ref",
          "t29"."first",
          "t60"."left_on"
        FROM (
          SELECT
            "t47"."person_ref",
            MAX("t47"."until") AS "left_on"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t16"."id",
                "t16"."person_ref",
                "t16"."ref",
                "t16"."officer_ref",
                "t16"."since",
                "t16"."until",
                "t30"."asked_on"
              FROM "managers" AS "t16"
              CROSS JOIN (
                SELECT
                  "t0"."asked_on"
                FROM "days" AS "t0"
              ) AS "t30"
            ) AS "t38"
            WHERE
              "t38"."until" <= "t38"."asked_on"
          ) AS "t47"
          GROUP BY
            1
        ) AS "t60"
        CROSS JOIN (
          SELECT
            "t0"."asked_on" AS "first"
          FROM "days" AS "t0"
        ) AS "t29"
      ) AS "t68"
    ) AS "t77"
      ON "t113"."person_ref" = "t77"."person_ref" AND "t113"."asked_on" = "t77"."asked_on"
  ) AS "t114"
) AS "t116"
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
  ON "t116"."asked_on" = "t31"."asked_on"
