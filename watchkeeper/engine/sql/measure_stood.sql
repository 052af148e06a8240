-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t140"."person_ref",
  "t140"."asked_on",
  "t140"."unit",
  "t140"."flag_on",
  "t140"."level",
  "t140"."plan_ref",
  "t140"."visit_every_months",
  "t140"."seen_on",
  "t140"."tried_on",
  "t140"."assessed_on",
  "t140"."assessed_ref",
  "t140"."signed_off_on",
  "t140"."reviewed_on",
  "t140"."notified_on",
  "t140"."annual_from",
  "t140"."manager",
  "t140"."managed_since",
  "t140"."left_on",
  CASE
    WHEN "t140"."found" <= "t140"."asked_on"
    THEN "t140"."found"
    ELSE CASE
      WHEN "t140"."ordered" <= "t140"."asked_on"
      THEN "t140"."ordered"
      ELSE CAST(NULL AS DATE)
    END
  END AS "registered_on",
  COALESCE("t140"."away", FALSE) AS "away",
  COALESCE("t140"."reactive", FALSE) AS "reactive",
  CASE
    WHEN COALESCE(
      (
        "t140"."visit_every_months" > 0
      )
      AND (
        "t140"."visit_every_months" < CASE
          WHEN "t140"."level" = 'very high'
          THEN "t28"."visit_very_high"
          WHEN "t140"."level" = 'high'
          THEN "t28"."visit_high"
          WHEN "t140"."level" = 'medium'
          THEN "t28"."visit_medium"
          WHEN "t140"."level" = 'low'
          THEN "t28"."visit_low"
          ELSE "t28"."visit_strictest"
        END
      ),
      FALSE
    )
    OR COALESCE(
      (
        "t140"."visit_every_months" > CASE
          WHEN "t140"."level" = 'very high'
          THEN "t28"."visit_very_high"
          WHEN "t140"."level" = 'high'
          THEN "t28"."visit_high"
          WHEN "t140"."level" = 'medium'
          THEN "t28"."visit_medium"
          WHEN "t140"."level" = 'low'
          THEN "t28"."visit_low"
          ELSE "t28"."visit_strictest"
        END
      )
      AND (
        (
          "t140"."level" IS NOT NULL
        )
        AND COALESCE("t140"."longer_from" <= "t140"."asked_on", FALSE)
      ),
      FALSE
    )
    THEN "t140"."visit_every_months"
    ELSE CASE
      WHEN "t140"."level" = 'very high'
      THEN "t28"."visit_very_high"
      WHEN "t140"."level" = 'high'
      THEN "t28"."visit_high"
      WHEN "t140"."level" = 'medium'
      THEN "t28"."visit_medium"
      WHEN "t140"."level" = 'low'
      THEN "t28"."visit_low"
      ELSE "t28"."visit_strictest"
    END
  END AS "visit_months",
  CASE
    WHEN "t140"."level" = 'very high'
    THEN "t28"."review_very_high"
    WHEN "t140"."level" = 'high'
    THEN "t28"."review_high"
    WHEN "t140"."level" = 'medium'
    THEN "t28"."review_medium"
    WHEN "t140"."level" = 'low'
    THEN "t28"."review_low"
    ELSE "t28"."review_strictest"
  END AS "review_months"
FROM (
  SELECT
    "t138".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t137"."person_ref",
      "t137"."asked_on",
      "t137"."unit",
      "t137"."flag_on",
      "t137"."found",
      "t137"."ordered",
      "t137"."seen_on",
      "t137"."tried_on",
      "t137"."reviewed_on",
      "t137"."notified_on",
      "t137"."annual_from",
      "t137"."left_on",
      "t137"."level",
      "t137"."plan_ref",
      "t137"."visit_every_months",
      "t137"."reactive",
      "t137"."longer_from",
      "t137"."signed_off_on",
      "t137"."assessed_on",
      "t137"."assessed_ref",
      "t137"."away",
      "t16"."person_ref" AS "person_ref_right",
      "t16"."asked_on" AS "asked_on_right",
      "t16"."manager",
      "t16"."managed_since"
    FROM (
      SELECT
        "t135".*
        EXCLUDE ("asked_on_right", "person_ref_right")
      FROM (
        SELECT
          "t134"."person_ref",
          "t134"."asked_on",
          "t134"."unit",
          "t134"."flag_on",
          "t134"."found",
          "t134"."ordered",
          "t134"."seen_on",
          "t134"."tried_on",
          "t134"."reviewed_on",
          "t134"."notified_on",
          "t134"."annual_from",
          "t134"."left_on",
          "t134"."level",
          "t134"."plan_ref",
          "t134"."visit_every_months",
          "t134"."reactive",
          "t134"."longer_from",
          "t134"."signed_off_on",
          "t134"."assessed_on",
          "t134"."assessed_ref",
          "t75"."person_ref" AS "person_ref_right",
          "t75"."asked_on" AS "asked_on_right",
          "t75"."away"
        FROM (
          SELECT
            "t132".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t131"."person_ref",
              "t131"."asked_on",
              "t131"."unit",
              "t131"."flag_on",
              "t131"."found",
              "t131"."ordered",
              "t131"."seen_on",
              "t131"."tried_on",
              "t131"."reviewed_on",
              "t131"."notified_on",
              "t131"."annual_from",
              "t131"."left_on",
              "t131"."level",
              "t131"."plan_ref",
              "t131"."visit_every_months",
              "t131"."reactive",
              "t131"."longer_from",
              "t122"."person_ref" AS "person_ref_right",
              "t122"."asked_on" AS "asked_on_right",
              "t122"."signed_off_on",
              "t122"."assessed_on",
              "t122"."assessed_ref"
            FROM (
              SELECT
                "t129".*
                EXCLUDE ("asked_on_right", "person_ref_right")
              FROM (
                SELECT
                  "t128"."person_ref",
                  "t128"."asked_on",
                  "t128"."unit",
                  "t128"."flag_on",
                  "t128"."found",
                  "t128"."ordered",
                  "t128"."seen_on",
                  "t128"."tried_on",
                  "t128"."reviewed_on",
                  "t128"."notified_on",
                  "t128"."annual_from",
                  "t128"."left_on",
                  "t128"."level",
                  "t116"."person_ref" AS "person_ref_right",
                  "t116"."asked_on" AS "asked_on_right",
                  "t116"."plan_ref",
                  "t116"."visit_every_months",
                  "t116"."reactive",
                  "t116"."longer_from"
                FROM (
                  SELECT
                    "t126".*
                    EXCLUDE ("asked_on_right", "person_ref_right")
                  FROM (
                    SELECT
                      "t125"."person_ref",
                      "t125"."asked_on",
                      "t125"."unit",
                      "t125"."flag_on",
                      "t125"."found",
                      "t125"."ordered",
                      "t125"."seen_on",
                      "t125"."tried_on",
                      "t125"."reviewed_on",
                      "t125"."notified_on",
                      "t125"."annual_from",
                      "t125"."left_on",
                      "t29"."person_ref" AS "person_ref_right",
                      "t29"."asked_on" AS "asked_on_right",
                      "t29"."level"
                    FROM (
                      SELECT
                        "t123".*
                        EXCLUDE ("asked_on_right", "person_ref_right")
                      FROM (
                        SELECT
                          "t76"."person_ref",
                          "t76"."asked_on",
                          "t76"."unit",
                          "t76"."flag_on",
                          "t76"."found",
                          "t76"."ordered",
                          "t120"."person_ref" AS "person_ref_right",
                          "t120"."asked_on" AS "asked_on_right",
                          "t120"."seen_on",
                          "t120"."tried_on",
                          "t120"."reviewed_on",
                          "t120"."notified_on",
                          "t120"."annual_from",
                          "t120"."left_on"
                        FROM (
                          SELECT
                            "t64".*
                            EXCLUDE ("person_ref_right")
                          FROM (
                            SELECT
                              "t18"."person_ref",
                              "t18"."asked_on",
                              "t30"."unit",
                              "t30"."flag_on",
                              "t50"."person_ref" AS "person_ref_right",
                              "t50"."found",
                              "t50"."ordered"
                            FROM "on_register" AS "t18"
                            INNER JOIN (
                              SELECT
                                "t5"."ref" AS "person_ref",
                                "t5"."unit",
                                "t5"."intelligence_flag_on" AS "flag_on"
                              FROM "people" AS "t5"
                            ) AS "t30"
                              ON "t18"."person_ref" = "t30"."person_ref"
                            LEFT OUTER JOIN (
                              SELECT
                                "t31"."person_ref",
                                MIN("t31"."found") AS "found",
                                MIN("t31"."ordered") AS "ordered"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t7"."person_ref",
                                    "t7"."relevant_date" AS "found",
                                    CAST(NULL AS DATE) AS "ordered"
                                  FROM "disposals" AS "t7"
                                ) AS "t24"
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t8"."person_ref",
                                    CAST(NULL AS DATE) AS "found",
                                    "t8"."made_on" AS "ordered"
                                  FROM "orders" AS "t8"
                                ) AS "t25"
                              ) AS "t31"
                              GROUP BY
                                1
                            ) AS "t50"
                              ON "t18"."person_ref" = "t50"."person_ref"
                          ) AS "t64"
                        ) AS "t76"
                        LEFT OUTER JOIN (
                          SELECT
                            "t117"."person_ref",
                            "t26"."asked_on",
                            "t117"."seen_on",
                            "t117"."tried_on",
                            "t117"."reviewed_on",
                            "t117"."notified_on",
                            "t117"."annual_from",
                            "t117"."left_on"
                          FROM (
                            SELECT
                              "t109"."person_ref",
                              "t109"."first",
                              "t109"."seen_on",
                              "t109"."tried_on",
                              "t109"."reviewed_on",
                              "t109"."notified_on",
                              "t109"."annual_from",
                              "t109"."left_on",
                              LEAD("t109"."first") OVER (
                                PARTITION BY "t109"."person_ref"
                                ORDER BY "t109"."first" ASC
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) AS "upto"
                            FROM (
                              SELECT
                                "t106"."person_ref",
                                "t106"."first",
                                MAX("t106"."seen_on") OVER (
                                  PARTITION BY "t106"."person_ref"
                                  ORDER BY "t106"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "seen_on",
                                MAX("t106"."tried_on") OVER (
                                  PARTITION BY "t106"."person_ref"
                                  ORDER BY "t106"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "tried_on",
                                MAX("t106"."reviewed_on") OVER (
                                  PARTITION BY "t106"."person_ref"
                                  ORDER BY "t106"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "reviewed_on",
                                MAX("t106"."notified_on") OVER (
                                  PARTITION BY "t106"."person_ref"
                                  ORDER BY "t106"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "notified_on",
                                MAX("t106"."annual_from") OVER (
                                  PARTITION BY "t106"."person_ref"
                                  ORDER BY "t106"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "annual_from",
                                MAX("t106"."left_on") OVER (
                                  PARTITION BY "t106"."person_ref"
                                  ORDER BY "t106"."first" ASC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                                ) AS "left_on"
                              FROM (
                                SELECT
                                  "t103"."person_ref",
                                  "t103"."asked_on" AS "first",
                                  MAX("t103"."seen_on") AS "seen_on",
                                  MAX("t103"."tried_on") AS "tried_on",
                                  MAX("t103"."reviewed_on") AS "reviewed_on",
                                  MAX("t103"."notified_on") AS "notified_on",
                                  MAX("t103"."annual_from") AS "annual_from",
                                  MAX("t103"."left_on") AS "left_on"
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
                                          "t90"."person_ref",
                                          "t90"."asked_on",
                                          CASE
                                            WHEN "t90"."outcome" IN ('seen', 'entered')
                                            THEN "t90"."day"
                                            ELSE CAST(NULL AS DATE)
                                          END AS "seen_on",
                                          CASE
                                            WHEN "t90"."outcome" <> 'called off'
                                            THEN "t90"."day"
                                            ELSE CAST(NULL AS DATE)
                                          END AS "tried_on",
                                          CAST(NULL AS DATE) AS "reviewed_on",
                                          CAST(NULL AS DATE) AS "notified_on",
                                          CAST(NULL AS DATE) AS "annual_from",
                                          CAST(NULL AS DATE) AS "left_on"
                                        FROM (
                                          SELECT
                                            "t81".*
                                            EXCLUDE ("falls_on")
                                          FROM (
                                            SELECT
                                              "t70"."id",
                                              "t70"."person_ref",
                                              "t70"."ref",
                                              "t70"."at",
                                              "t70"."outcome",
                                              "t70"."notice_hours",
                                              "t70"."notice_reason",
                                              "t70"."notice_authorised_by",
                                              "t70"."day",
                                              "t70"."falls_on",
                                              "t19"."asked_on"
                                            FROM (
                                              SELECT
                                                "t57".*
                                                EXCLUDE ("floor")
                                              FROM (
                                                SELECT
                                                  "t49"."id",
                                                  "t49"."person_ref",
                                                  "t49"."ref",
                                                  "t49"."at",
                                                  "t49"."outcome",
                                                  "t49"."notice_hours",
                                                  "t49"."notice_reason",
                                                  "t49"."notice_authorised_by",
                                                  "t49"."day",
                                                  "t49"."floor",
                                                  GREATEST("t49"."day", "t49"."floor") AS "falls_on"
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
                                                    FROM "visits_dated" AS "t14"
                                                    WHERE
                                                      "t14"."day" IS NOT NULL
                                                  ) AS "t41"
                                                  CROSS JOIN (
                                                    SELECT
                                                      MIN("t0"."asked_on") AS "floor"
                                                    FROM "days" AS "t0"
                                                  ) AS "t36"
                                                ) AS "t49"
                                              ) AS "t57"
                                            ) AS "t70"
                                            INNER JOIN "falls" AS "t19"
                                              ON "t70"."falls_on" = "t19"."falls_on"
                                          ) AS "t81"
                                        ) AS "t90"
                                        INNER JOIN "days" AS "t15"
                                          ON "t90"."asked_on" = "t15"."asked_on"
                                      ) AS "t96"
                                      UNION ALL
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t84"."person_ref",
                                          "t84"."asked_on",
                                          CAST(NULL AS DATE) AS "seen_on",
                                          CAST(NULL AS DATE) AS "tried_on",
                                          "t84"."reviewed_on",
                                          CAST(NULL AS DATE) AS "notified_on",
                                          CAST(NULL AS DATE) AS "annual_from",
                                          CAST(NULL AS DATE) AS "left_on"
                                        FROM (
                                          SELECT
                                            "t80".*
                                            EXCLUDE ("falls_on")
                                          FROM (
                                            SELECT
                                              "t68"."id",
                                              "t68"."person_ref",
                                              "t68"."ref",
                                              "t68"."reviewed_on",
                                              "t68"."falls_on",
                                              "t19"."asked_on"
                                            FROM (
                                              SELECT
                                                "t56".*
                                                EXCLUDE ("floor")
                                              FROM (
                                                SELECT
                                                  "t48"."id",
                                                  "t48"."person_ref",
                                                  "t48"."ref",
                                                  "t48"."reviewed_on",
                                                  "t48"."floor",
                                                  GREATEST("t48"."reviewed_on", "t48"."floor") AS "falls_on"
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
                                                    FROM "reviews" AS "t12"
                                                    WHERE
                                                      "t12"."reviewed_on" IS NOT NULL
                                                  ) AS "t39"
                                                  CROSS JOIN (
                                                    SELECT
                                                      MIN("t0"."asked_on") AS "floor"
                                                    FROM "days" AS "t0"
                                                  ) AS "t36"
                                                ) AS "t48"
                                              ) AS "t56"
                                            ) AS "t68"
                                            INNER JOIN "falls" AS "t19"
                                              ON "t68"."falls_on" = "t19"."falls_on"
                                          ) AS "t80"
                                        ) AS "t84"
                                      ) AS "t93"
                                    ) AS "t98"
                                    UNION ALL
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t94"."person_ref",
                                        "t94"."asked_on",
                                        CAST(NULL AS DATE) AS "seen_on",
                                        CAST(NULL AS DATE) AS "tried_on",
                                        CAST(NULL AS DATE) AS "reviewed_on",
                                        "t94"."notified_on",
                                        CASE
                                          WHEN "t15"."restarts"
                                          OR NOT (
                                            (
                                              "t94"."kind" = 'change'
                                            )
                                            AND "t94"."matter" IN (
                                              'bank or card',
                                              'child household began',
                                              'child household ended',
                                              'identity document'
                                            )
                                          )
                                          THEN "t94"."notified_on"
                                          ELSE CAST(NULL AS DATE)
                                        END AS "annual_from",
                                        CAST(NULL AS DATE) AS "left_on"
                                      FROM (
                                        SELECT
                                          "t85".*
                                          EXCLUDE ("falls_on")
                                        FROM (
                                          SELECT
                                            "t74"."id",
                                            "t74"."person_ref",
                                            "t74"."ref",
                                            "t74"."notified_on",
                                            "t74"."kind",
                                            "t74"."matter",
                                            "t74"."items_missing",
                                            "t74"."happened_on",
                                            "t74"."stated_for",
                                            "t74"."falls_on",
                                            "t19"."asked_on"
                                          FROM (
                                            SELECT
                                              "t62".*
                                              EXCLUDE ("floor")
                                            FROM (
                                              SELECT
                                                "t51"."id",
                                                "t51"."person_ref",
                                                "t51"."ref",
                                                "t51"."notified_on",
                                                "t51"."kind",
                                                "t51"."matter",
                                                "t51"."items_missing",
                                                "t51"."happened_on",
                                                "t51"."stated_for",
                                                "t51"."floor",
                                                GREATEST("t51"."notified_on", "t51"."floor") AS "falls_on"
                                              FROM (
                                                SELECT
                                                  "t43"."id",
                                                  "t43"."person_ref",
                                                  "t43"."ref",
                                                  "t43"."notified_on",
                                                  "t43"."kind",
                                                  "t43"."matter",
                                                  "t43"."items_missing",
                                                  "t43"."happened_on",
                                                  "t43"."stated_for",
                                                  "t36"."floor"
                                                FROM (
                                                  SELECT
                                                    *
                                                  FROM "notifications" AS "t13"
                                                  WHERE
                                                    NOT (
                                                      REGEXP_MATCHES("t13"."items_missing", '[^;\s]')
                                                    )
                                                    AND "t13"."notified_on" IS NOT NULL
                                                ) AS "t43"
                                                CROSS JOIN (
                                                  SELECT
                                                    MIN("t0"."asked_on") AS "floor"
                                                  FROM "days" AS "t0"
                                                ) AS "t36"
                                              ) AS "t51"
                                            ) AS "t62"
                                          ) AS "t74"
                                          INNER JOIN "falls" AS "t19"
                                            ON "t74"."falls_on" = "t19"."falls_on"
                                        ) AS "t85"
                                      ) AS "t94"
                                      INNER JOIN "days" AS "t15"
                                        ON "t94"."asked_on" = "t15"."asked_on"
                                    ) AS "t100"
                                  ) AS "t101"
                                  UNION ALL
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t83"."person_ref",
                                      "t83"."asked_on",
                                      CAST(NULL AS DATE) AS "seen_on",
                                      CAST(NULL AS DATE) AS "tried_on",
                                      CAST(NULL AS DATE) AS "reviewed_on",
                                      CAST(NULL AS DATE) AS "notified_on",
                                      CAST(NULL AS DATE) AS "annual_from",
                                      "t83"."until" AS "left_on"
                                    FROM (
                                      SELECT
                                        "t79".*
                                        EXCLUDE ("falls_on")
                                      FROM (
                                        SELECT
                                          "t67"."id",
                                          "t67"."person_ref",
                                          "t67"."ref",
                                          "t67"."officer_ref",
                                          "t67"."since",
                                          "t67"."until",
                                          "t67"."falls_on",
                                          "t19"."asked_on"
                                        FROM (
                                          SELECT
                                            "t55".*
                                            EXCLUDE ("floor")
                                          FROM (
                                            SELECT
                                              "t47"."id",
                                              "t47"."person_ref",
                                              "t47"."ref",
                                              "t47"."officer_ref",
                                              "t47"."since",
                                              "t47"."until",
                                              "t47"."floor",
                                              GREATEST("t47"."until", "t47"."floor") AS "falls_on"
                                            FROM (
                                              SELECT
                                                "t38"."id",
                                                "t38"."person_ref",
                                                "t38"."ref",
                                                "t38"."officer_ref",
                                                "t38"."since",
                                                "t38"."until",
                                                "t36"."floor"
                                              FROM (
                                                SELECT
                                                  *
                                                FROM "managers" AS "t11"
                                                WHERE
                                                  "t11"."until" IS NOT NULL
                                              ) AS "t38"
                                              CROSS JOIN (
                                                SELECT
                                                  MIN("t0"."asked_on") AS "floor"
                                                FROM "days" AS "t0"
                                              ) AS "t36"
                                            ) AS "t47"
                                          ) AS "t55"
                                        ) AS "t67"
                                        INNER JOIN "falls" AS "t19"
                                          ON "t67"."falls_on" = "t19"."falls_on"
                                      ) AS "t79"
                                    ) AS "t83"
                                  ) AS "t92"
                                ) AS "t103"
                                GROUP BY
                                  1,
                                  2
                              ) AS "t106"
                            ) AS "t109"
                          ) AS "t117"
                          INNER JOIN (
                            SELECT
                              "t0"."asked_on"
                            FROM "days" AS "t0"
                          ) AS "t26"
                            ON "t26"."asked_on" >= "t117"."first"
                            AND (
                              (
                                "t117"."upto" IS NULL
                              ) OR (
                                "t26"."asked_on" < "t117"."upto"
                              )
                            )
                        ) AS "t120"
                          ON "t76"."person_ref" = "t120"."person_ref" AND "t76"."asked_on" = "t120"."asked_on"
                      ) AS "t123"
                    ) AS "t125"
                    LEFT OUTER JOIN (
                      SELECT
                        "t3"."person_ref",
                        "t3"."asked_on",
                        "t3"."level"
                      FROM "levelled" AS "t3"
                    ) AS "t29"
                      ON "t125"."person_ref" = "t29"."person_ref" AND "t125"."asked_on" = "t29"."asked_on"
                  ) AS "t126"
                ) AS "t128"
                LEFT OUTER JOIN (
                  SELECT
                    "t111"."person_ref",
                    "t111"."asked_on",
                    "t111"."ref" AS "plan_ref",
                    "t111"."visit_every_months",
                    "t111"."reactive",
                    "t111"."longer_from"
                  FROM (
                    SELECT
                      "t110".*
                      EXCLUDE ("made_on")
                    FROM (
                      SELECT
                        "t105"."person_ref",
                        "t26"."asked_on",
                        "t105"."made_on",
                        "t105"."ref",
                        "t105"."visit_every_months",
                        "t105"."reactive",
                        "t105"."longer_from"
                      FROM (
                        SELECT
                          "t99"."person_ref",
                          "t99"."first",
                          "t99"."made_on",
                          "t99"."ref",
                          "t99"."visit_every_months",
                          "t99"."reactive",
                          "t99"."longer_from",
                          LEAD("t99"."first") OVER (
                            PARTITION BY "t99"."person_ref"
                            ORDER BY "t99"."first" ASC
                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                          ) AS "upto"
                        FROM (
                          SELECT
                            "t97"."person_ref",
                            "t97"."first",
                            "t97"."kept"."made_on" AS "made_on",
                            "t97"."kept"."ref" AS "ref",
                            "t97"."kept"."visit_every_months" AS "visit_every_months",
                            "t97"."kept"."reactive" AS "reactive",
                            "t97"."kept"."longer_from" AS "longer_from"
                          FROM (
                            SELECT
                              "t91"."person_ref",
                              "t91"."asked_on" AS "first",
                              MAX(
                                {'made_on': "t91"."made_on", 'ref': "t91"."ref", 'visit_every_months': "t91"."visit_every_months", 'reactive': "t91"."reactive", 'longer_from': "t91"."longer_from"}
                              ) AS "kept"
                            FROM (
                              SELECT
                                "t88".*
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
                                  "t19"."asked_on"
                                FROM (
                                  SELECT
                                    "t66".*
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
                                        "t46"."person_ref",
                                        "t46"."ref",
                                        "t46"."made_on",
                                        "t46"."visit_every_months",
                                        "t46"."reactive",
                                        "t46"."longer_from",
                                        "t36"."floor"
                                      FROM (
                                        SELECT
                                          "t10"."person_ref",
                                          "t10"."ref",
                                          "t10"."made_on",
                                          "t10"."visit_every_months",
                                          "t10"."reactive",
                                          CASE
                                            WHEN (
                                              "t10"."approved_by" <> ''
                                            )
                                            AND REGEXP_MATCHES("t10"."deviation_reason", '\S')
                                            THEN "t10"."approved_on"
                                            ELSE CAST(NULL AS DATE)
                                          END AS "longer_from"
                                        FROM "plans" AS "t10"
                                        WHERE
                                          "t10"."made_on" IS NOT NULL
                                      ) AS "t46"
                                      CROSS JOIN (
                                        SELECT
                                          MIN("t0"."asked_on") AS "floor"
                                        FROM "days" AS "t0"
                                      ) AS "t36"
                                    ) AS "t53"
                                  ) AS "t66"
                                ) AS "t77"
                                INNER JOIN "falls" AS "t19"
                                  ON "t77"."falls_on" = "t19"."falls_on"
                              ) AS "t88"
                            ) AS "t91"
                            GROUP BY
                              1,
                              2
                          ) AS "t97"
                        ) AS "t99"
                      ) AS "t105"
                      INNER JOIN (
                        SELECT
                          "t0"."asked_on"
                        FROM "days" AS "t0"
                      ) AS "t26"
                        ON "t26"."asked_on" >= "t105"."first"
                        AND (
                          (
                            "t105"."upto" IS NULL
                          ) OR (
                            "t26"."asked_on" < "t105"."upto"
                          )
                        )
                    ) AS "t110"
                  ) AS "t111"
                ) AS "t116"
                  ON "t128"."person_ref" = "t116"."person_ref"
                  AND "t128"."asked_on" = "t116"."asked_on"
              ) AS "t129"
            ) AS "t131"
            LEFT OUTER JOIN (
              SELECT
                "t118"."person_ref",
                "t118"."asked_on",
                "t118"."signed_off_on",
                "t118"."completed_on" AS "assessed_on",
                "t118"."ref" AS "assessed_ref"
              FROM (
                SELECT
                  "t115"."person_ref",
                  "t26"."asked_on",
                  "t115"."completed_on",
                  "t115"."ref",
                  "t115"."signed_off_on"
                FROM (
                  SELECT
                    "t108"."person_ref",
                    "t108"."first",
                    "t108"."completed_on",
                    "t108"."ref",
                    "t108"."signed_off_on",
                    LEAD("t108"."first") OVER (
                      PARTITION BY "t108"."person_ref"
                      ORDER BY "t108"."first" ASC
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS "upto"
                  FROM (
                    SELECT
                      "t107"."person_ref",
                      "t107"."first",
                      "t107"."kept"."completed_on" AS "completed_on",
                      "t107"."kept"."ref" AS "ref",
                      "t107"."kept"."signed_off_on" AS "signed_off_on"
                    FROM (
                      SELECT
                        "t102"."person_ref",
                        "t102"."asked_on" AS "first",
                        MAX(
                          {'completed_on': "t102"."completed_on", 'ref': "t102"."ref", 'signed_off_on': "t102"."signed_off_on"}
                        ) AS "kept"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t87"."id",
                            "t87"."person_ref",
                            "t87"."ref",
                            "t87"."instrument",
                            "t87"."completed_on",
                            "t87"."signed_off_on",
                            "t87"."asked_on",
                            "t15"."before",
                            "t15"."ends_at",
                            "t15"."year_ago",
                            "t15"."month_ago",
                            "t15"."month_began_at",
                            "t15"."dynamic_instruments",
                            "t15"."agreed_grounds",
                            "t15"."courses",
                            "t15"."manager_courses",
                            "t15"."action_outcomes",
                            "t15"."restarts",
                            "t15"."stay_nights",
                            "t15"."overridable",
                            "t15"."override_ranks",
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
                            "t15"."child_under",
                            "t15"."several_lines",
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
                            "t15"."change_days",
                            "t15"."stay_days",
                            "t15"."stay_months",
                            "t15"."early_days",
                            "t15"."wait_days",
                            "t15"."travel_days",
                            "t15"."travel_hour",
                            "t15"."short_hours",
                            "t15"."excused_hours",
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
                            "t15"."pattern_after",
                            "t15"."pattern_least",
                            "t15"."pattern_cell",
                            "t15"."pattern_entropy",
                            "t15"."pattern_spread",
                            "t15"."pattern_guess",
                            "t15"."pattern_within",
                            "t15"."pattern_last_part",
                            "t15"."pattern_deadline"
                          FROM (
                            SELECT
                              "t78".*
                              EXCLUDE ("falls_on")
                            FROM (
                              SELECT
                                "t65"."id",
                                "t65"."person_ref",
                                "t65"."ref",
                                "t65"."instrument",
                                "t65"."completed_on",
                                "t65"."signed_off_on",
                                "t65"."falls_on",
                                "t19"."asked_on"
                              FROM (
                                SELECT
                                  "t54".*
                                  EXCLUDE ("floor")
                                FROM (
                                  SELECT
                                    "t45"."id",
                                    "t45"."person_ref",
                                    "t45"."ref",
                                    "t45"."instrument",
                                    "t45"."completed_on",
                                    "t45"."signed_off_on",
                                    "t45"."floor",
                                    GREATEST("t45"."completed_on", "t45"."floor") AS "falls_on"
                                  FROM (
                                    SELECT
                                      "t37"."id",
                                      "t37"."person_ref",
                                      "t37"."ref",
                                      "t37"."instrument",
                                      "t37"."completed_on",
                                      "t37"."signed_off_on",
                                      "t36"."floor"
                                    FROM (
                                      SELECT
                                        *
                                      FROM "assessments" AS "t9"
                                      WHERE
                                        "t9"."completed_on" IS NOT NULL
                                    ) AS "t37"
                                    CROSS JOIN (
                                      SELECT
                                        MIN("t0"."asked_on") AS "floor"
                                      FROM "days" AS "t0"
                                    ) AS "t36"
                                  ) AS "t45"
                                ) AS "t54"
                              ) AS "t65"
                              INNER JOIN "falls" AS "t19"
                                ON "t65"."falls_on" = "t19"."falls_on"
                            ) AS "t78"
                          ) AS "t87"
                          INNER JOIN "days" AS "t15"
                            ON "t87"."asked_on" = "t15"."asked_on"
                        ) AS "t95"
                        WHERE
                          CONTAINS("t95"."dynamic_instruments", ';' || LOWER("t95"."instrument") || ';')
                      ) AS "t102"
                      GROUP BY
                        1,
                        2
                    ) AS "t107"
                  ) AS "t108"
                ) AS "t115"
                INNER JOIN (
                  SELECT
                    "t0"."asked_on"
                  FROM "days" AS "t0"
                ) AS "t26"
                  ON "t26"."asked_on" >= "t115"."first"
                  AND (
                    (
                      "t115"."upto" IS NULL
                    ) OR (
                      "t26"."asked_on" < "t115"."upto"
                    )
                  )
              ) AS "t118"
            ) AS "t122"
              ON "t131"."person_ref" = "t122"."person_ref"
              AND "t131"."asked_on" = "t122"."asked_on"
          ) AS "t132"
        ) AS "t134"
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
                "t17"."person_ref",
                "t26"."asked_on"
              FROM "away" AS "t17"
              INNER JOIN (
                SELECT
                  "t0"."asked_on"
                FROM "days" AS "t0"
              ) AS "t26"
                ON "t17"."since" <= "t26"."asked_on"
                AND (
                  (
                    "t17"."until" IS NULL
                  ) OR (
                    "t17"."until" > "t26"."asked_on"
                  )
                )
            ) AS "t52"
          ) AS "t58"
        ) AS "t75"
          ON "t134"."person_ref" = "t75"."person_ref" AND "t134"."asked_on" = "t75"."asked_on"
      ) AS "t135"
    ) AS "t137"
    LEFT OUTER JOIN "managed" AS "t16"
      ON "t137"."person_ref" = "t16"."person_ref" AND "t137"."asked_on" = "t16"."asked_on"
  ) AS "t138"
) AS "t140"
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
  ON "t140"."asked_on" = "t28"."asked_on"
