-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t161"."person_ref",
  "t161"."asked_on",
  "t161"."unit",
  "t161"."flag_on",
  "t161"."level",
  "t161"."plan_ref",
  "t161"."visit_every_months",
  "t161"."seen_on",
  "t161"."tried_on",
  "t161"."assessed_on",
  "t161"."signed_off_on",
  "t161"."reviewed_on",
  "t161"."notified_on",
  "t161"."annual_from",
  "t161"."manager",
  "t161"."managed_since",
  "t161"."left_on",
  CASE
    WHEN "t161"."found" <= "t161"."asked_on"
    THEN "t161"."found"
    ELSE CASE
      WHEN "t161"."ordered" <= "t161"."asked_on"
      THEN "t161"."ordered"
      ELSE CAST(NULL AS DATE)
    END
  END AS "registered_on",
  COALESCE("t161"."away", FALSE) AS "away",
  COALESCE("t161"."reactive", FALSE) AS "reactive",
  CASE
    WHEN COALESCE(
      (
        "t161"."visit_every_months" > 0
      )
      AND (
        "t161"."visit_every_months" < CASE
          WHEN "t161"."level" = 'very high'
          THEN "t28"."visit_very_high"
          WHEN "t161"."level" = 'high'
          THEN "t28"."visit_high"
          WHEN "t161"."level" = 'medium'
          THEN "t28"."visit_medium"
          WHEN "t161"."level" = 'low'
          THEN "t28"."visit_low"
          ELSE "t28"."visit_strictest"
        END
      ),
      FALSE
    )
    OR COALESCE(
      (
        "t161"."visit_every_months" > CASE
          WHEN "t161"."level" = 'very high'
          THEN "t28"."visit_very_high"
          WHEN "t161"."level" = 'high'
          THEN "t28"."visit_high"
          WHEN "t161"."level" = 'medium'
          THEN "t28"."visit_medium"
          WHEN "t161"."level" = 'low'
          THEN "t28"."visit_low"
          ELSE "t28"."visit_strictest"
        END
      )
      AND (
        (
          "t161"."level" IS NOT NULL
        )
        AND COALESCE("t161"."longer_from" <= "t161"."asked_on", FALSE)
      ),
      FALSE
    )
    THEN "t161"."visit_every_months"
    ELSE CASE
      WHEN "t161"."level" = 'very high'
      THEN "t28"."visit_very_high"
      WHEN "t161"."level" = 'high'
      THEN "t28"."visit_high"
      WHEN "t161"."level" = 'medium'
      THEN "t28"."visit_medium"
      WHEN "t161"."level" = 'low'
      THEN "t28"."visit_low"
      ELSE "t28"."visit_strictest"
    END
  END AS "visit_months",
  CASE
    WHEN "t161"."level" = 'very high'
    THEN "t28"."review_very_high"
    WHEN "t161"."level" = 'high'
    THEN "t28"."review_high"
    WHEN "t161"."level" = 'medium'
    THEN "t28"."review_medium"
    WHEN "t161"."level" = 'low'
    THEN "t28"."review_low"
    ELSE "t28"."review_strictest"
  END AS "review_months"
FROM (
  SELECT
    "t159".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t158"."person_ref",
      "t158"."asked_on",
      "t158"."unit",
      "t158"."flag_on",
      "t158"."found",
      "t158"."ordered",
      "t158"."level",
      "t158"."made_on",
      "t158"."plan_ref",
      "t158"."visit_every_months",
      "t158"."reactive",
      "t158"."longer_from",
      "t158"."seen_on",
      "t158"."tried_on",
      "t158"."signed_off_on",
      "t158"."assessed_on",
      "t158"."reviewed_on",
      "t158"."notified_on",
      "t158"."annual_from",
      "t158"."away",
      "t158"."manager",
      "t158"."managed_since",
      "t120"."person_ref" AS "person_ref_right",
      "t120"."asked_on" AS "asked_on_right",
      "t120"."left_on"
    FROM (
      SELECT
        "t156".*
        EXCLUDE ("asked_on_right", "person_ref_right")
      FROM (
        SELECT
          "t155"."person_ref",
          "t155"."asked_on",
          "t155"."unit",
          "t155"."flag_on",
          "t155"."found",
          "t155"."ordered",
          "t155"."level",
          "t155"."made_on",
          "t155"."plan_ref",
          "t155"."visit_every_months",
          "t155"."reactive",
          "t155"."longer_from",
          "t155"."seen_on",
          "t155"."tried_on",
          "t155"."signed_off_on",
          "t155"."assessed_on",
          "t155"."reviewed_on",
          "t155"."notified_on",
          "t155"."annual_from",
          "t155"."away",
          "t16"."person_ref" AS "person_ref_right",
          "t16"."asked_on" AS "asked_on_right",
          "t16"."manager",
          "t16"."managed_since"
        FROM (
          SELECT
            "t153".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t152"."person_ref",
              "t152"."asked_on",
              "t152"."unit",
              "t152"."flag_on",
              "t152"."found",
              "t152"."ordered",
              "t152"."level",
              "t152"."made_on",
              "t152"."plan_ref",
              "t152"."visit_every_months",
              "t152"."reactive",
              "t152"."longer_from",
              "t152"."seen_on",
              "t152"."tried_on",
              "t152"."signed_off_on",
              "t152"."assessed_on",
              "t152"."reviewed_on",
              "t152"."notified_on",
              "t152"."annual_from",
              "t75"."person_ref" AS "person_ref_right",
              "t75"."asked_on" AS "asked_on_right",
              "t75"."away"
            FROM (
              SELECT
                "t150".*
                EXCLUDE ("asked_on_right", "person_ref_right")
              FROM (
                SELECT
                  "t149"."person_ref",
                  "t149"."asked_on",
                  "t149"."unit",
                  "t149"."flag_on",
                  "t149"."found",
                  "t149"."ordered",
                  "t149"."level",
                  "t149"."made_on",
                  "t149"."plan_ref",
                  "t149"."visit_every_months",
                  "t149"."reactive",
                  "t149"."longer_from",
                  "t149"."seen_on",
                  "t149"."tried_on",
                  "t149"."signed_off_on",
                  "t149"."assessed_on",
                  "t149"."reviewed_on",
                  "t136"."person_ref" AS "person_ref_right",
                  "t136"."asked_on" AS "asked_on_right",
                  "t136"."notified_on",
                  "t136"."annual_from"
                FROM (
                  SELECT
                    "t147".*
                    EXCLUDE ("asked_on_right", "person_ref_right")
                  FROM (
                    SELECT
                      "t146"."person_ref",
                      "t146"."asked_on",
                      "t146"."unit",
                      "t146"."flag_on",
                      "t146"."found",
                      "t146"."ordered",
                      "t146"."level",
                      "t146"."made_on",
                      "t146"."plan_ref",
                      "t146"."visit_every_months",
                      "t146"."reactive",
                      "t146"."longer_from",
                      "t146"."seen_on",
                      "t146"."tried_on",
                      "t146"."signed_off_on",
                      "t146"."assessed_on",
                      "t121"."person_ref" AS "person_ref_right",
                      "t121"."asked_on" AS "asked_on_right",
                      "t121"."reviewed_on"
                    FROM (
                      SELECT
                        "t144".*
                        EXCLUDE ("asked_on_right", "person_ref_right")
                      FROM (
                        SELECT
                          "t143"."person_ref",
                          "t143"."asked_on",
                          "t143"."unit",
                          "t143"."flag_on",
                          "t143"."found",
                          "t143"."ordered",
                          "t143"."level",
                          "t143"."made_on",
                          "t143"."plan_ref",
                          "t143"."visit_every_months",
                          "t143"."reactive",
                          "t143"."longer_from",
                          "t143"."seen_on",
                          "t143"."tried_on",
                          "t140"."person_ref" AS "person_ref_right",
                          "t140"."asked_on" AS "asked_on_right",
                          "t140"."signed_off_on",
                          "t140"."assessed_on"
                        FROM (
                          SELECT
                            "t141".*
                            EXCLUDE ("asked_on_right", "person_ref_right")
                          FROM (
                            SELECT
                              "t138"."person_ref",
                              "t138"."asked_on",
                              "t138"."unit",
                              "t138"."flag_on",
                              "t138"."found",
                              "t138"."ordered",
                              "t138"."level",
                              "t138"."made_on",
                              "t138"."plan_ref",
                              "t138"."visit_every_months",
                              "t138"."reactive",
                              "t138"."longer_from",
                              "t132"."person_ref" AS "person_ref_right",
                              "t132"."asked_on" AS "asked_on_right",
                              "t132"."seen_on",
                              "t132"."tried_on"
                            FROM (
                              SELECT
                                "t133".*
                                EXCLUDE ("asked_on_right", "person_ref_right")
                              FROM (
                                SELECT
                                  "t97"."person_ref",
                                  "t97"."asked_on",
                                  "t97"."unit",
                                  "t97"."flag_on",
                                  "t97"."found",
                                  "t97"."ordered",
                                  "t97"."level",
                                  "t129"."person_ref" AS "person_ref_right",
                                  "t129"."asked_on" AS "asked_on_right",
                                  "t129"."made_on",
                                  "t129"."plan_ref",
                                  "t129"."visit_every_months",
                                  "t129"."reactive",
                                  "t129"."longer_from"
                                FROM (
                                  SELECT
                                    "t88".*
                                    EXCLUDE ("asked_on_right", "person_ref_right")
                                  FROM (
                                    SELECT
                                      "t76"."person_ref",
                                      "t76"."asked_on",
                                      "t76"."unit",
                                      "t76"."flag_on",
                                      "t76"."found",
                                      "t76"."ordered",
                                      "t30"."person_ref" AS "person_ref_right",
                                      "t30"."asked_on" AS "asked_on_right",
                                      "t30"."level"
                                    FROM (
                                      SELECT
                                        "t67".*
                                        EXCLUDE ("person_ref_right")
                                      FROM (
                                        SELECT
                                          "t19"."person_ref",
                                          "t19"."asked_on",
                                          "t32"."unit",
                                          "t32"."flag_on",
                                          "t51"."person_ref" AS "person_ref_right",
                                          "t51"."found",
                                          "t51"."ordered"
                                        FROM "on_register" AS "t19"
                                        INNER JOIN (
                                          SELECT
                                            "t9"."ref" AS "person_ref",
                                            "t9"."unit",
                                            "t9"."intelligence_flag_on" AS "flag_on"
                                          FROM "people" AS "t9"
                                        ) AS "t32"
                                          ON "t19"."person_ref" = "t32"."person_ref"
                                        LEFT OUTER JOIN (
                                          SELECT
                                            "t33"."person_ref",
                                            MIN("t33"."found") AS "found",
                                            MIN("t33"."ordered") AS "ordered"
                                          FROM (
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                "t10"."person_ref",
                                                "t10"."relevant_date" AS "found",
                                                CAST(NULL AS DATE) AS "ordered"
                                              FROM "disposals" AS "t10"
                                            ) AS "t24"
                                            UNION ALL
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                "t11"."person_ref",
                                                CAST(NULL AS DATE) AS "found",
                                                "t11"."made_on" AS "ordered"
                                              FROM "orders" AS "t11"
                                            ) AS "t25"
                                          ) AS "t33"
                                          GROUP BY
                                            1
                                        ) AS "t51"
                                          ON "t19"."person_ref" = "t51"."person_ref"
                                      ) AS "t67"
                                    ) AS "t76"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t6"."person_ref",
                                        "t6"."asked_on",
                                        "t6"."level"
                                      FROM "levelled" AS "t6"
                                    ) AS "t30"
                                      ON "t76"."person_ref" = "t30"."person_ref" AND "t76"."asked_on" = "t30"."asked_on"
                                  ) AS "t88"
                                ) AS "t97"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t124"."person_ref",
                                    "t124"."asked_on",
                                    "t124"."made_on",
                                    "t124"."ref" AS "plan_ref",
                                    "t124"."visit_every_months",
                                    "t124"."reactive",
                                    "t124"."longer_from"
                                  FROM (
                                    SELECT
                                      "t114"."person_ref",
                                      "t26"."asked_on",
                                      "t114"."made_on",
                                      "t114"."ref",
                                      "t114"."visit_every_months",
                                      "t114"."reactive",
                                      "t114"."longer_from"
                                    FROM (
                                      SELECT
                                        "t105"."person_ref",
                                        "t105"."first",
                                        "t105"."made_on",
                                        "t105"."ref",
                                        "t105"."visit_every_months",
                                        "t105"."reactive",
                                        "t105"."longer_from",
                                        LEAD("t105"."first") OVER (
                                          PARTITION BY "t105"."person_ref"
                                          ORDER BY "t105"."first" ASC
                                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                        ) AS "upto"
                                      FROM (
                                        SELECT
                                          "t101"."person_ref",
                                          "t101"."first",
                                          "t101"."kept"."made_on" AS "made_on",
                                          "t101"."kept"."ref" AS "ref",
                                          "t101"."kept"."visit_every_months" AS "visit_every_months",
                                          "t101"."kept"."reactive" AS "reactive",
                                          "t101"."kept"."longer_from" AS "longer_from"
                                        FROM (
                                          SELECT
                                            "t94"."person_ref",
                                            "t94"."asked_on" AS "first",
                                            MAX(
                                              {'made_on': "t94"."made_on", 'ref': "t94"."ref", 'visit_every_months': "t94"."visit_every_months", 'reactive': "t94"."reactive", 'longer_from': "t94"."longer_from"}
                                            ) AS "kept"
                                          FROM (
                                            SELECT
                                              "t91".*
                                              EXCLUDE ("falls_on")
                                            FROM (
                                              SELECT
                                                "t77"."person_ref",
                                                "t77"."ref",
                                                "t77"."made_on",
                                                "t77"."visit_every_months",
                                                "t77"."reactive",
                                                "t77"."longer_from",
                                                "t77"."falls_on",
                                                "t17"."asked_on"
                                              FROM (
                                                SELECT
                                                  "t70".*
                                                  EXCLUDE ("floor")
                                                FROM (
                                                  SELECT
                                                    "t53"."person_ref",
                                                    "t53"."ref",
                                                    "t53"."made_on",
                                                    "t53"."visit_every_months",
                                                    "t53"."reactive",
                                                    "t53"."longer_from",
                                                    "t53"."floor",
                                                    GREATEST("t53"."made_on", "t53"."floor") AS "falls_on"
                                                  FROM (
                                                    SELECT
                                                      "t49"."person_ref",
                                                      "t49"."ref",
                                                      "t49"."made_on",
                                                      "t49"."visit_every_months",
                                                      "t49"."reactive",
                                                      "t49"."longer_from",
                                                      "t36"."floor"
                                                    FROM (
                                                      SELECT
                                                        "t14"."person_ref",
                                                        "t14"."ref",
                                                        "t14"."made_on",
                                                        "t14"."visit_every_months",
                                                        "t14"."reactive",
                                                        CASE
                                                          WHEN (
                                                            "t14"."approved_by" <> ''
                                                          )
                                                          AND REGEXP_MATCHES("t14"."deviation_reason", '\S')
                                                          THEN "t14"."approved_on"
                                                          ELSE CAST(NULL AS DATE)
                                                        END AS "longer_from"
                                                      FROM "plans" AS "t14"
                                                      WHERE
                                                        "t14"."made_on" IS NOT NULL
                                                    ) AS "t49"
                                                    CROSS JOIN (
                                                      SELECT
                                                        MIN("t0"."asked_on") AS "floor"
                                                      FROM "days" AS "t0"
                                                    ) AS "t36"
                                                  ) AS "t53"
                                                ) AS "t70"
                                              ) AS "t77"
                                              INNER JOIN "falls" AS "t17"
                                                ON "t77"."falls_on" = "t17"."falls_on"
                                            ) AS "t91"
                                          ) AS "t94"
                                          GROUP BY
                                            1,
                                            2
                                        ) AS "t101"
                                      ) AS "t105"
                                    ) AS "t114"
                                    INNER JOIN (
                                      SELECT
                                        "t0"."asked_on"
                                      FROM "days" AS "t0"
                                    ) AS "t26"
                                      ON "t26"."asked_on" >= "t114"."first"
                                      AND (
                                        (
                                          "t114"."upto" IS NULL
                                        ) OR (
                                          "t26"."asked_on" < "t114"."upto"
                                        )
                                      )
                                  ) AS "t124"
                                ) AS "t129"
                                  ON "t97"."person_ref" = "t129"."person_ref" AND "t97"."asked_on" = "t129"."asked_on"
                              ) AS "t133"
                            ) AS "t138"
                            LEFT OUTER JOIN (
                              SELECT
                                "t123"."person_ref",
                                "t26"."asked_on",
                                "t123"."seen_on",
                                "t123"."tried_on"
                              FROM (
                                SELECT
                                  "t112"."person_ref",
                                  "t112"."first",
                                  "t112"."seen_on",
                                  "t112"."tried_on",
                                  LEAD("t112"."first") OVER (
                                    PARTITION BY "t112"."person_ref"
                                    ORDER BY "t112"."first" ASC
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                  ) AS "upto"
                                FROM (
                                  SELECT
                                    "t104"."person_ref",
                                    "t104"."first",
                                    MAX("t104"."seen_on") OVER (
                                      PARTITION BY "t104"."person_ref"
                                      ORDER BY "t104"."first" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS "seen_on",
                                    MAX("t104"."tried_on") OVER (
                                      PARTITION BY "t104"."person_ref"
                                      ORDER BY "t104"."first" ASC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                    ) AS "tried_on"
                                  FROM (
                                    SELECT
                                      "t99"."person_ref",
                                      "t99"."asked_on" AS "first",
                                      MAX("t99"."day") FILTER(WHERE
                                        "t99"."outcome" IN ('seen', 'entered')) AS "seen_on",
                                      MAX("t99"."day") FILTER(WHERE
                                        "t99"."outcome" <> 'called off') AS "tried_on"
                                    FROM (
                                      SELECT
                                        "t90"."id",
                                        "t90"."person_ref",
                                        "t90"."ref",
                                        "t90"."at",
                                        "t90"."outcome",
                                        "t90"."notice_hours",
                                        "t90"."notice_reason",
                                        "t90"."notice_authorised_by",
                                        "t90"."day",
                                        "t90"."asked_on",
                                        "t15"."before",
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
                                        "t15"."ranks_low"
                                      FROM (
                                        SELECT
                                          "t81".*
                                          EXCLUDE ("falls_on")
                                        FROM (
                                          SELECT
                                            "t69"."id",
                                            "t69"."person_ref",
                                            "t69"."ref",
                                            "t69"."at",
                                            "t69"."outcome",
                                            "t69"."notice_hours",
                                            "t69"."notice_reason",
                                            "t69"."notice_authorised_by",
                                            "t69"."day",
                                            "t69"."falls_on",
                                            "t17"."asked_on"
                                          FROM (
                                            SELECT
                                              "t57".*
                                              EXCLUDE ("floor")
                                            FROM (
                                              SELECT
                                                "t48"."id",
                                                "t48"."person_ref",
                                                "t48"."ref",
                                                "t48"."at",
                                                "t48"."outcome",
                                                "t48"."notice_hours",
                                                "t48"."notice_reason",
                                                "t48"."notice_authorised_by",
                                                "t48"."day",
                                                "t48"."floor",
                                                GREATEST("t48"."day", "t48"."floor") AS "falls_on"
                                              FROM (
                                                SELECT
                                                  "t41"."id",
                                                  "t41"."person_ref",
                                                  "t41"."ref",
                                                  "t41"."at",
                                                  "t41"."outcome",
                                                  "t41"."notice_hours",
                                                  "t41"."notice_reason",
                                                  "t41"."notice_authorised_by",
                                                  "t41"."day",
                                                  "t36"."floor"
                                                FROM (
                                                  SELECT
                                                    *
                                                  FROM "visits_dated" AS "t13"
                                                  WHERE
                                                    "t13"."day" IS NOT NULL
                                                ) AS "t41"
                                                CROSS JOIN (
                                                  SELECT
                                                    MIN("t0"."asked_on") AS "floor"
                                                  FROM "days" AS "t0"
                                                ) AS "t36"
                                              ) AS "t48"
                                            ) AS "t57"
                                          ) AS "t69"
                                          INNER JOIN "falls" AS "t17"
                                            ON "t69"."falls_on" = "t17"."falls_on"
                                        ) AS "t81"
                                      ) AS "t90"
                                      INNER JOIN "days" AS "t15"
                                        ON "t90"."asked_on" = "t15"."asked_on"
                                    ) AS "t99"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t104"
                                ) AS "t112"
                              ) AS "t123"
                              INNER JOIN (
                                SELECT
                                  "t0"."asked_on"
                                FROM "days" AS "t0"
                              ) AS "t26"
                                ON "t26"."asked_on" >= "t123"."first"
                                AND (
                                  (
                                    "t123"."upto" IS NULL
                                  ) OR (
                                    "t26"."asked_on" < "t123"."upto"
                                  )
                                )
                            ) AS "t132"
                              ON "t138"."person_ref" = "t132"."person_ref"
                              AND "t138"."asked_on" = "t132"."asked_on"
                          ) AS "t141"
                        ) AS "t143"
                        LEFT OUTER JOIN (
                          SELECT
                            "t137"."person_ref",
                            "t137"."asked_on",
                            "t137"."signed_off_on",
                            "t137"."completed_on" AS "assessed_on"
                          FROM (
                            SELECT
                              "t130"."person_ref",
                              "t26"."asked_on",
                              "t130"."completed_on",
                              "t130"."ref",
                              "t130"."signed_off_on"
                            FROM (
                              SELECT
                                "t122"."person_ref",
                                "t122"."first",
                                "t122"."completed_on",
                                "t122"."ref",
                                "t122"."signed_off_on",
                                LEAD("t122"."first") OVER (
                                  PARTITION BY "t122"."person_ref"
                                  ORDER BY "t122"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                ) AS "upto"
                              FROM (
                                SELECT
                                  "t115"."person_ref",
                                  "t115"."first",
                                  "t115"."kept"."completed_on" AS "completed_on",
                                  "t115"."kept"."ref" AS "ref",
                                  "t115"."kept"."signed_off_on" AS "signed_off_on"
                                FROM (
                                  SELECT
                                    "t108"."person_ref",
                                    "t108"."asked_on" AS "first",
                                    MAX(
                                      {'completed_on': "t108"."completed_on", 'ref': "t108"."ref", 'signed_off_on': "t108"."signed_off_on"}
                                    ) AS "kept"
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t89"."id",
                                        "t89"."person_ref",
                                        "t89"."ref",
                                        "t89"."instrument",
                                        "t89"."completed_on",
                                        "t89"."signed_off_on",
                                        "t89"."asked_on",
                                        "t15"."before",
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
                                        "t15"."ranks_low"
                                      FROM (
                                        SELECT
                                          "t80".*
                                          EXCLUDE ("falls_on")
                                        FROM (
                                          SELECT
                                            "t68"."id",
                                            "t68"."person_ref",
                                            "t68"."ref",
                                            "t68"."instrument",
                                            "t68"."completed_on",
                                            "t68"."signed_off_on",
                                            "t68"."falls_on",
                                            "t17"."asked_on"
                                          FROM (
                                            SELECT
                                              "t56".*
                                              EXCLUDE ("floor")
                                            FROM (
                                              SELECT
                                                "t47"."id",
                                                "t47"."person_ref",
                                                "t47"."ref",
                                                "t47"."instrument",
                                                "t47"."completed_on",
                                                "t47"."signed_off_on",
                                                "t47"."floor",
                                                GREATEST("t47"."completed_on", "t47"."floor") AS "falls_on"
                                              FROM (
                                                SELECT
                                                  "t40"."id",
                                                  "t40"."person_ref",
                                                  "t40"."ref",
                                                  "t40"."instrument",
                                                  "t40"."completed_on",
                                                  "t40"."signed_off_on",
                                                  "t36"."floor"
                                                FROM (
                                                  SELECT
                                                    *
                                                  FROM "assessments" AS "t12"
                                                  WHERE
                                                    "t12"."completed_on" IS NOT NULL
                                                ) AS "t40"
                                                CROSS JOIN (
                                                  SELECT
                                                    MIN("t0"."asked_on") AS "floor"
                                                  FROM "days" AS "t0"
                                                ) AS "t36"
                                              ) AS "t47"
                                            ) AS "t56"
                                          ) AS "t68"
                                          INNER JOIN "falls" AS "t17"
                                            ON "t68"."falls_on" = "t17"."falls_on"
                                        ) AS "t80"
                                      ) AS "t89"
                                      INNER JOIN "days" AS "t15"
                                        ON "t89"."asked_on" = "t15"."asked_on"
                                    ) AS "t98"
                                    WHERE
                                      CONTAINS("t98"."dynamic_instruments", ';' || LOWER("t98"."instrument") || ';')
                                  ) AS "t108"
                                  GROUP BY
                                    1,
                                    2
                                ) AS "t115"
                              ) AS "t122"
                            ) AS "t130"
                            INNER JOIN (
                              SELECT
                                "t0"."asked_on"
                              FROM "days" AS "t0"
                            ) AS "t26"
                              ON "t26"."asked_on" >= "t130"."first"
                              AND (
                                (
                                  "t130"."upto" IS NULL
                                ) OR (
                                  "t26"."asked_on" < "t130"."upto"
                                )
                              )
                          ) AS "t137"
                        ) AS "t140"
                          ON "t143"."person_ref" = "t140"."person_ref"
                          AND "t143"."asked_on" = "t140"."asked_on"
                      ) AS "t144"
                    ) AS "t146"
                    LEFT OUTER JOIN (
                      SELECT
                        "t110"."person_ref",
                        "t26"."asked_on",
                        "t110"."reviewed_on"
                      FROM (
                        SELECT
                          "t103"."person_ref",
                          "t103"."first",
                          "t103"."reviewed_on",
                          LEAD("t103"."first") OVER (
                            PARTITION BY "t103"."person_ref"
                            ORDER BY "t103"."first" ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ) AS "upto"
                        FROM (
                          SELECT
                            "t96"."person_ref",
                            "t96"."first",
                            MAX("t96"."reviewed_on") OVER (
                              PARTITION BY "t96"."person_ref"
                              ORDER BY "t96"."first" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                            ) AS "reviewed_on"
                          FROM (
                            SELECT
                              "t84"."person_ref",
                              "t84"."asked_on" AS "first",
                              MAX("t84"."reviewed_on") AS "reviewed_on"
                            FROM (
                              SELECT
                                "t79".*
                                EXCLUDE ("falls_on")
                              FROM (
                                SELECT
                                  "t66"."id",
                                  "t66"."person_ref",
                                  "t66"."ref",
                                  "t66"."reviewed_on",
                                  "t66"."falls_on",
                                  "t17"."asked_on"
                                FROM (
                                  SELECT
                                    "t55".*
                                    EXCLUDE ("floor")
                                  FROM (
                                    SELECT
                                      "t45"."id",
                                      "t45"."person_ref",
                                      "t45"."ref",
                                      "t45"."reviewed_on",
                                      "t45"."floor",
                                      GREATEST("t45"."reviewed_on", "t45"."floor") AS "falls_on"
                                    FROM (
                                      SELECT
                                        "t39"."id",
                                        "t39"."person_ref",
                                        "t39"."ref",
                                        "t39"."reviewed_on",
                                        "t36"."floor"
                                      FROM (
                                        SELECT
                                          *
                                        FROM "reviews" AS "t7"
                                        WHERE
                                          "t7"."reviewed_on" IS NOT NULL
                                      ) AS "t39"
                                      CROSS JOIN (
                                        SELECT
                                          MIN("t0"."asked_on") AS "floor"
                                        FROM "days" AS "t0"
                                      ) AS "t36"
                                    ) AS "t45"
                                  ) AS "t55"
                                ) AS "t66"
                                INNER JOIN "falls" AS "t17"
                                  ON "t66"."falls_on" = "t17"."falls_on"
                              ) AS "t79"
                            ) AS "t84"
                            GROUP BY
                              1,
                              2
                          ) AS "t96"
                        ) AS "t103"
                      ) AS "t110"
                      INNER JOIN (
                        SELECT
                          "t0"."asked_on"
                        FROM "days" AS "t0"
                      ) AS "t26"
                        ON "t26"."asked_on" >= "t110"."first"
                        AND (
                          (
                            "t110"."upto" IS NULL
                          ) OR (
                            "t26"."asked_on" < "t110"."upto"
                          )
                        )
                    ) AS "t121"
                      ON "t146"."person_ref" = "t121"."person_ref"
                      AND "t146"."asked_on" = "t121"."asked_on"
                  ) AS "t147"
                ) AS "t149"
                LEFT OUTER JOIN (
                  SELECT
                    "t127"."person_ref",
                    "t26"."asked_on",
                    "t127"."notified_on",
                    "t127"."annual_from"
                  FROM (
                    SELECT
                      "t117"."person_ref",
                      "t117"."first",
                      "t117"."notified_on",
                      "t117"."annual_from",
                      LEAD("t117"."first") OVER (
                        PARTITION BY "t117"."person_ref"
                        ORDER BY "t117"."first" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS "upto"
                    FROM (
                      SELECT
                        "t111"."person_ref",
                        "t111"."first",
                        MAX("t111"."notified_on") OVER (
                          PARTITION BY "t111"."person_ref"
                          ORDER BY "t111"."first" ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ) AS "notified_on",
                        MAX("t111"."annual_from") OVER (
                          PARTITION BY "t111"."person_ref"
                          ORDER BY "t111"."first" ASC
                          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                        ) AS "annual_from"
                      FROM (
                        SELECT
                          "t100"."person_ref",
                          "t100"."asked_on" AS "first",
                          MAX("t100"."notified_on") AS "notified_on",
                          MAX("t100"."notified_on") FILTER(WHERE
                            "t100"."restarts"
                            OR NOT (
                              (
                                "t100"."kind" = 'change'
                              )
                              AND "t100"."matter" IN (
                                'bank or card',
                                'child household began',
                                'child household ended',
                                'identity document'
                              )
                            )) AS "annual_from"
                        FROM (
                          SELECT
                            "t92"."id",
                            "t92"."person_ref",
                            "t92"."ref",
                            "t92"."notified_on",
                            "t92"."kind",
                            "t92"."matter",
                            "t92"."items_missing",
                            "t92"."asked_on",
                            "t15"."before",
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
                            "t15"."ranks_low"
                          FROM (
                            SELECT
                              "t83".*
                              EXCLUDE ("falls_on")
                            FROM (
                              SELECT
                                "t72"."id",
                                "t72"."person_ref",
                                "t72"."ref",
                                "t72"."notified_on",
                                "t72"."kind",
                                "t72"."matter",
                                "t72"."items_missing",
                                "t72"."falls_on",
                                "t17"."asked_on"
                              FROM (
                                SELECT
                                  "t60".*
                                  EXCLUDE ("floor")
                                FROM (
                                  SELECT
                                    "t50"."id",
                                    "t50"."person_ref",
                                    "t50"."ref",
                                    "t50"."notified_on",
                                    "t50"."kind",
                                    "t50"."matter",
                                    "t50"."items_missing",
                                    "t50"."floor",
                                    GREATEST("t50"."notified_on", "t50"."floor") AS "falls_on"
                                  FROM (
                                    SELECT
                                      "t42"."id",
                                      "t42"."person_ref",
                                      "t42"."ref",
                                      "t42"."notified_on",
                                      "t42"."kind",
                                      "t42"."matter",
                                      "t42"."items_missing",
                                      "t36"."floor"
                                    FROM (
                                      SELECT
                                        *
                                      FROM "notifications" AS "t5"
                                      WHERE
                                        NOT (
                                          REGEXP_MATCHES("t5"."items_missing", '[^;\s]')
                                        )
                                        AND "t5"."notified_on" IS NOT NULL
                                    ) AS "t42"
                                    CROSS JOIN (
                                      SELECT
                                        MIN("t0"."asked_on") AS "floor"
                                      FROM "days" AS "t0"
                                    ) AS "t36"
                                  ) AS "t50"
                                ) AS "t60"
                              ) AS "t72"
                              INNER JOIN "falls" AS "t17"
                                ON "t72"."falls_on" = "t17"."falls_on"
                            ) AS "t83"
                          ) AS "t92"
                          INNER JOIN "days" AS "t15"
                            ON "t92"."asked_on" = "t15"."asked_on"
                        ) AS "t100"
                        GROUP BY
                          1,
                          2
                      ) AS "t111"
                    ) AS "t117"
                  ) AS "t127"
                  INNER JOIN (
                    SELECT
                      "t0"."asked_on"
                    FROM "days" AS "t0"
                  ) AS "t26"
                    ON "t26"."asked_on" >= "t127"."first"
                    AND (
                      (
                        "t127"."upto" IS NULL
                      ) OR (
                        "t26"."asked_on" < "t127"."upto"
                      )
                    )
                ) AS "t136"
                  ON "t149"."person_ref" = "t136"."person_ref"
                  AND "t149"."asked_on" = "t136"."asked_on"
              ) AS "t150"
            ) AS "t152"
            LEFT OUTER JOIN (
              SELECT
                "t58"."person_ref",
                "t58"."asked_on",
                TRUE AS "away"
              FROM (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    "t18"."person_ref",
                    "t26"."asked_on"
                  FROM "away" AS "t18"
                  INNER JOIN (
                    SELECT
                      "t0"."asked_on"
                    FROM "days" AS "t0"
                  ) AS "t26"
                    ON "t18"."since" <= "t26"."asked_on"
                    AND (
                      (
                        "t18"."until" IS NULL
                      ) OR (
                        "t18"."until" > "t26"."asked_on"
                      )
                    )
                ) AS "t52"
              ) AS "t58"
            ) AS "t75"
              ON "t152"."person_ref" = "t75"."person_ref" AND "t152"."asked_on" = "t75"."asked_on"
          ) AS "t153"
        ) AS "t155"
        LEFT OUTER JOIN "managed" AS "t16"
          ON "t155"."person_ref" = "t16"."person_ref" AND "t155"."asked_on" = "t16"."asked_on"
      ) AS "t156"
    ) AS "t158"
    LEFT OUTER JOIN (
      SELECT
        "t109"."person_ref",
        "t26"."asked_on",
        "t109"."left_on"
      FROM (
        SELECT
          "t102"."person_ref",
          "t102"."first",
          "t102"."left_on",
          LEAD("t102"."first") OVER (
            PARTITION BY "t102"."person_ref"
            ORDER BY "t102"."first" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS "upto"
        FROM (
          SELECT
            "t95"."person_ref",
            "t95"."first",
            MAX("t95"."left_on") OVER (
              PARTITION BY "t95"."person_ref"
              ORDER BY "t95"."first" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS "left_on"
          FROM (
            SELECT
              "t82"."person_ref",
              "t82"."asked_on" AS "first",
              MAX("t82"."until") AS "left_on"
            FROM (
              SELECT
                "t78".*
                EXCLUDE ("falls_on")
              FROM (
                SELECT
                  "t64"."id",
                  "t64"."person_ref",
                  "t64"."ref",
                  "t64"."officer_ref",
                  "t64"."since",
                  "t64"."until",
                  "t64"."falls_on",
                  "t17"."asked_on"
                FROM (
                  SELECT
                    "t54".*
                    EXCLUDE ("floor")
                  FROM (
                    SELECT
                      "t44"."id",
                      "t44"."person_ref",
                      "t44"."ref",
                      "t44"."officer_ref",
                      "t44"."since",
                      "t44"."until",
                      "t44"."floor",
                      GREATEST("t44"."until", "t44"."floor") AS "falls_on"
                    FROM (
                      SELECT
                        "t37"."id",
                        "t37"."person_ref",
                        "t37"."ref",
                        "t37"."officer_ref",
                        "t37"."since",
                        "t37"."until",
                        "t36"."floor"
                      FROM (
                        SELECT
                          *
                        FROM "managers" AS "t4"
                        WHERE
                          "t4"."until" IS NOT NULL
                      ) AS "t37"
                      CROSS JOIN (
                        SELECT
                          MIN("t0"."asked_on") AS "floor"
                        FROM "days" AS "t0"
                      ) AS "t36"
                    ) AS "t44"
                  ) AS "t54"
                ) AS "t64"
                INNER JOIN "falls" AS "t17"
                  ON "t64"."falls_on" = "t17"."falls_on"
              ) AS "t78"
            ) AS "t82"
            GROUP BY
              1,
              2
          ) AS "t95"
        ) AS "t102"
      ) AS "t109"
      INNER JOIN (
        SELECT
          "t0"."asked_on"
        FROM "days" AS "t0"
      ) AS "t26"
        ON "t26"."asked_on" >= "t109"."first"
        AND (
          (
            "t109"."upto" IS NULL
          ) OR (
            "t26"."asked_on" < "t109"."upto"
          )
        )
    ) AS "t120"
      ON "t158"."person_ref" = "t120"."person_ref"
      AND "t158"."asked_on" = "t120"."asked_on"
  ) AS "t159"
) AS "t161"
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
) AS "t28"
  ON "t161"."asked_on" = "t28"."asked_on"
