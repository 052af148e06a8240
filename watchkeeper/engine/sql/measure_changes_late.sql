-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_registers.py. Change the expression there, not this page.
WITH "t25" AS (
  SELECT
    "t5"."id",
    "t5"."person_ref",
    "t5"."ref",
    "t5"."notified_on",
    "t5"."kind",
    "t5"."matter",
    "t5"."items_missing",
    "t5"."happened_on",
    "t5"."stated_for",
    "t17"."asked_on"
  FROM "notifications" AS "t5"
  SEMI JOIN (
    SELECT DISTINCT
      "t21"."person_ref"
    FROM (
      SELECT
        "t20"."person_ref",
        "t20"."happened_on",
        "t18"."floor",
        "t18"."within"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."person_ref",
            "t4"."happened_on"
          FROM "changes" AS "t4"
        ) AS "t10"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t3"."person_ref",
            "t3"."happened_on"
          FROM "notifications" AS "t3"
          WHERE
            "t3"."kind" = 'change'
        ) AS "t16"
      ) AS "t20"
      CROSS JOIN (
        SELECT
          MIN("t1"."month_ago") AS "floor",
          MAX("t1"."change_days") AS "within"
        FROM "days" AS "t1"
      ) AS "t18"
    ) AS "t21"
    WHERE
      "t21"."happened_on" >= (
        "t21"."floor" - TO_DAYS("t21"."within")
      )
  ) AS "t23"
    ON "t5"."person_ref" = "t23"."person_ref"
  CROSS JOIN (
    SELECT
      MAX("t1"."asked_on") AS "asked_on"
    FROM "days" AS "t1"
  ) AS "t17"
), "t31" AS (
  SELECT
    "t27"."person_ref",
    "t27"."ref",
    "t27"."matter",
    "t27"."happened_on"
  FROM (
    SELECT
      "t6"."id",
      "t6"."person_ref",
      "t6"."ref",
      "t6"."matter",
      "t6"."happened_on",
      "t17"."asked_on"
    FROM "changes" AS "t6"
    SEMI JOIN (
      SELECT DISTINCT
        "t21"."person_ref"
      FROM (
        SELECT
          "t20"."person_ref",
          "t20"."happened_on",
          "t18"."floor",
          "t18"."within"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."person_ref",
              "t4"."happened_on"
            FROM "changes" AS "t4"
          ) AS "t10"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t3"."person_ref",
              "t3"."happened_on"
            FROM "notifications" AS "t3"
            WHERE
              "t3"."kind" = 'change'
          ) AS "t16"
        ) AS "t20"
        CROSS JOIN (
          SELECT
            MIN("t1"."month_ago") AS "floor",
            MAX("t1"."change_days") AS "within"
          FROM "days" AS "t1"
        ) AS "t18"
      ) AS "t21"
      WHERE
        "t21"."happened_on" >= (
          "t21"."floor" - TO_DAYS("t21"."within")
        )
    ) AS "t23"
      ON "t6"."person_ref" = "t23"."person_ref"
    CROSS JOIN (
      SELECT
        MAX("t1"."asked_on") AS "asked_on"
      FROM "days" AS "t1"
    ) AS "t17"
  ) AS "t27"
  WHERE
    "t27"."happened_on" <= "t27"."asked_on"
), "t45" AS (
  SELECT
    *
  FROM "t31" AS "t32"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t43"."person_ref",
      "t43"."ref",
      "t43"."matter",
      "t43"."happened_on"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t35"."id",
          "t35"."person_ref",
          "t35"."ref",
          "t35"."notified_on",
          "t35"."kind",
          "t35"."matter",
          "t35"."items_missing",
          "t35"."happened_on",
          "t35"."stated_for",
          "t35"."asked_on",
          "t35"."complete",
          ROW_NUMBER() OVER (
            PARTITION BY "t35"."person_ref", "t35"."matter", "t35"."happened_on"
            ORDER BY "t35"."notified_on" ASC, "t35"."ref" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
        FROM (
          SELECT
            "t29"."id",
            "t29"."person_ref",
            "t29"."ref",
            "t29"."notified_on",
            "t29"."kind",
            "t29"."matter",
            "t29"."items_missing",
            "t29"."happened_on",
            "t29"."stated_for",
            "t29"."asked_on",
            NOT (
              REGEXP_MATCHES("t29"."items_missing", '[^;\s]')
            ) AS "complete"
          FROM "t25" AS "t29"
          WHERE
            "t29"."notified_on" <= "t29"."asked_on"
            AND "t29"."kind" = 'change'
            AND "t29"."matter" <> ''
            AND "t29"."stated_for" IS NULL
            AND "t29"."happened_on" <= "t29"."notified_on"
        ) AS "t35"
      ) AS "t41"
      WHERE
        "t41"."first" = 0
    ) AS "t43"
    ANTI JOIN "t31" AS "t37"
      ON "t43"."person_ref" = "t37"."person_ref"
      AND "t43"."matter" = "t37"."matter"
      AND "t43"."happened_on" = "t37"."happened_on"
  ) AS "t44"
), "t78" AS (
  SELECT
    "t77"."person_ref",
    "t77"."ref",
    "t77"."matter",
    "t77"."happened_on",
    "t77"."answered_on",
    "t77"."stated_for",
    "t77"."advance_on",
    "t77"."recorded",
    "t77"."known_on",
    "t14"."asked_on",
    "t14"."month_ago",
    "t14"."change_days",
    "t14"."early_days",
    "t14"."wait_days"
  FROM (
    SELECT
      "t75".*
      EXCLUDE ("person_ref_right", "ref_right")
    FROM (
      SELECT
        "t74"."person_ref",
        "t74"."ref",
        "t74"."matter",
        "t74"."happened_on",
        "t74"."answered_on",
        "t74"."stated_for",
        "t74"."advance_on",
        "t74"."recorded",
        "t28"."person_ref" AS "person_ref_right",
        "t28"."ref" AS "ref_right",
        "t28"."known_on"
      FROM (
        SELECT
          "t72".*
          EXCLUDE ("person_ref_right", "ref_right")
        FROM (
          SELECT
            "t71"."person_ref",
            "t71"."ref",
            "t71"."matter",
            "t71"."happened_on",
            "t71"."answered_on",
            "t71"."stated_for",
            "t71"."advance_on",
            "t30"."person_ref" AS "person_ref_right",
            "t30"."ref" AS "ref_right",
            "t30"."recorded"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t61"."person_ref",
                  "t61"."ref",
                  "t61"."matter",
                  "t61"."happened_on",
                  "t61"."answered_on",
                  "t66"."stated_for",
                  "t66"."advance_on"
                FROM (
                  SELECT
                    "t58"."person_ref",
                    "t58"."ref",
                    "t58"."matter",
                    "t58"."happened_on",
                    "t58"."answered_on"
                  FROM (
                    SELECT
                      "t47"."person_ref",
                      "t47"."ref",
                      "t47"."matter",
                      "t47"."happened_on",
                      "t55"."person_ref" AS "person_ref_right",
                      "t55"."ref" AS "ref_right",
                      "t55"."answered_on"
                    FROM "t45" AS "t47"
                    LEFT OUTER JOIN (
                      SELECT
                        "t52"."person_ref",
                        "t52"."ref",
                        MIN("t52"."notified_on") AS "answered_on"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t47"."person_ref",
                            "t47"."ref",
                            "t47"."matter",
                            "t47"."happened_on",
                            "t40"."kind",
                            "t40"."notified_on",
                            "t40"."told_matter"
                          FROM "t45" AS "t47"
                          INNER JOIN (
                            SELECT
                              "t29"."person_ref",
                              "t29"."kind",
                              "t29"."notified_on",
                              "t29"."matter" AS "told_matter"
                            FROM "t25" AS "t29"
                            WHERE
                              "t29"."notified_on" <= "t29"."asked_on"
                              AND NOT (
                                REGEXP_MATCHES("t29"."items_missing", '[^;\s]')
                              )
                              AND "t29"."stated_for" IS NULL
                          ) AS "t40"
                            ON "t47"."person_ref" = "t40"."person_ref"
                        ) AS "t49"
                        WHERE
                          "t49"."notified_on" >= "t49"."happened_on"
                          AND (
                            (
                              "t49"."told_matter" = "t49"."matter"
                            )
                            OR (
                              "t49"."kind" = 'initial'
                            )
                            OR (
                              "t49"."matter" = 'release'
                            )
                          )
                      ) AS "t52"
                      GROUP BY
                        1,
                        2
                    ) AS "t55"
                      ON "t47"."person_ref" = "t55"."person_ref" AND "t47"."ref" = "t55"."ref"
                  ) AS "t58"
                ) AS "t61"
                LEFT OUTER JOIN (
                  SELECT
                    "t63"."person_ref",
                    "t63"."ref",
                    "t63"."stated_for",
                    "t63"."advance_on"
                  FROM (
                    SELECT
                      "t57"."person_ref",
                      "t57"."matter",
                      "t57"."stated_for",
                      "t57"."notice_ref",
                      "t57"."advance_on",
                      "t57"."ref",
                      "t57"."happened_on",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t57"."ref"
                        ORDER BY "t57"."advance_on" DESC, "t57"."notice_ref" DESC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "place"
                    FROM (
                      SELECT
                        "t56".*
                        EXCLUDE ("first")
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t51"."person_ref",
                            "t51"."matter",
                            "t51"."stated_for",
                            "t51"."notice_ref",
                            "t51"."advance_on",
                            "t51"."ref",
                            "t51"."happened_on",
                            ROW_NUMBER() OVER (
                              PARTITION BY "t51"."notice_ref"
                              ORDER BY "t51"."happened_on" ASC, "t51"."ref" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1 AS "first"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t38"."person_ref",
                                "t38"."matter",
                                "t38"."stated_for",
                                "t38"."notice_ref",
                                "t38"."advance_on",
                                "t48"."ref",
                                "t48"."happened_on"
                              FROM (
                                SELECT
                                  "t29"."person_ref",
                                  "t29"."matter",
                                  "t29"."stated_for",
                                  "t29"."ref" AS "notice_ref",
                                  "t29"."notified_on" AS "advance_on"
                                FROM "t25" AS "t29"
                                WHERE
                                  "t29"."notified_on" <= "t29"."asked_on"
                                  AND NOT (
                                    REGEXP_MATCHES("t29"."items_missing", '[^;\s]')
                                  )
                                  AND "t29"."stated_for" IS NOT NULL
                                  AND "t29"."matter" <> ''
                              ) AS "t38"
                              INNER JOIN "t45" AS "t48"
                                ON "t38"."person_ref" = "t48"."person_ref" AND "t38"."matter" = "t48"."matter"
                            ) AS "t50"
                            WHERE
                              "t50"."happened_on" >= "t50"."advance_on"
                          ) AS "t51"
                        ) AS "t54"
                        WHERE
                          "t54"."first" = 0
                      ) AS "t56"
                    ) AS "t57"
                  ) AS "t63"
                  WHERE
                    "t63"."place" = 0
                ) AS "t66"
                  ON "t61"."person_ref" = "t66"."person_ref" AND "t61"."ref" = "t66"."ref"
              ) AS "t68"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t64"."person_ref",
                  "t64"."notice_ref" AS "ref",
                  "t64"."matter",
                  CAST(NULL AS DATE) AS "happened_on",
                  "t64"."answered_on",
                  "t64"."stated_for",
                  "t64"."advance_on"
                FROM (
                  SELECT
                    "t62"."person_ref",
                    "t62"."notice_ref",
                    "t62"."matter",
                    "t62"."stated_for",
                    "t62"."advance_on",
                    MIN("t62"."notified_on") AS "answered_on"
                  FROM (
                    SELECT
                      "t38"."person_ref",
                      "t38"."matter",
                      "t38"."stated_for",
                      "t38"."notice_ref",
                      "t38"."advance_on",
                      "t39"."person_ref" AS "person_ref_right",
                      "t39"."matter" AS "matter_right",
                      "t39"."notified_on"
                    FROM (
                      SELECT
                        "t29"."person_ref",
                        "t29"."matter",
                        "t29"."stated_for",
                        "t29"."ref" AS "notice_ref",
                        "t29"."notified_on" AS "advance_on"
                      FROM "t25" AS "t29"
                      WHERE
                        "t29"."notified_on" <= "t29"."asked_on"
                        AND NOT (
                          REGEXP_MATCHES("t29"."items_missing", '[^;\s]')
                        )
                        AND "t29"."stated_for" IS NOT NULL
                        AND "t29"."matter" <> ''
                    ) AS "t38"
                    ANTI JOIN (
                      SELECT
                        "t56".*
                        EXCLUDE ("first")
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t51"."person_ref",
                            "t51"."matter",
                            "t51"."stated_for",
                            "t51"."notice_ref",
                            "t51"."advance_on",
                            "t51"."ref",
                            "t51"."happened_on",
                            ROW_NUMBER() OVER (
                              PARTITION BY "t51"."notice_ref"
                              ORDER BY "t51"."happened_on" ASC, "t51"."ref" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1 AS "first"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t38"."person_ref",
                                "t38"."matter",
                                "t38"."stated_for",
                                "t38"."notice_ref",
                                "t38"."advance_on",
                                "t48"."ref",
                                "t48"."happened_on"
                              FROM (
                                SELECT
                                  "t29"."person_ref",
                                  "t29"."matter",
                                  "t29"."stated_for",
                                  "t29"."ref" AS "notice_ref",
                                  "t29"."notified_on" AS "advance_on"
                                FROM "t25" AS "t29"
                                WHERE
                                  "t29"."notified_on" <= "t29"."asked_on"
                                  AND NOT (
                                    REGEXP_MATCHES("t29"."items_missing", '[^;\s]')
                                  )
                                  AND "t29"."stated_for" IS NOT NULL
                                  AND "t29"."matter" <> ''
                              ) AS "t38"
                              INNER JOIN "t45" AS "t48"
                                ON "t38"."person_ref" = "t48"."person_ref" AND "t38"."matter" = "t48"."matter"
                            ) AS "t50"
                            WHERE
                              "t50"."happened_on" >= "t50"."advance_on"
                          ) AS "t51"
                        ) AS "t54"
                        WHERE
                          "t54"."first" = 0
                      ) AS "t56"
                    ) AS "t59"
                      ON "t38"."notice_ref" = "t59"."notice_ref"
                    LEFT OUTER JOIN (
                      SELECT
                        "t29"."person_ref",
                        "t29"."matter",
                        "t29"."notified_on"
                      FROM "t25" AS "t29"
                      WHERE
                        "t29"."notified_on" <= "t29"."asked_on"
                        AND NOT (
                          REGEXP_MATCHES("t29"."items_missing", '[^;\s]')
                        )
                    ) AS "t39"
                      ON "t38"."person_ref" = "t39"."person_ref"
                      AND "t38"."matter" = "t39"."matter"
                      AND "t39"."notified_on" > "t38"."advance_on"
                  ) AS "t62"
                  GROUP BY
                    1,
                    2,
                    3,
                    4,
                    5
                ) AS "t64"
              ) AS "t67"
            ) AS "t69"
            WHERE
              "t69"."happened_on" IS NOT NULL
            ORDER BY
              "t69"."person_ref" ASC,
              CASE WHEN "t69"."happened_on" IS NULL THEN 1 ELSE 0 END ASC,
              COALESCE("t69"."happened_on", "t69"."advance_on") ASC,
              "t69"."ref" ASC
          ) AS "t71"
          LEFT OUTER JOIN (
            SELECT
              "t6"."person_ref",
              "t6"."ref",
              TRUE AS "recorded"
            FROM "changes" AS "t6"
            SEMI JOIN (
              SELECT DISTINCT
                "t21"."person_ref"
              FROM (
                SELECT
                  "t20"."person_ref",
                  "t20"."happened_on",
                  "t18"."floor",
                  "t18"."within"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t4"."person_ref",
                      "t4"."happened_on"
                    FROM "changes" AS "t4"
                  ) AS "t10"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t3"."person_ref",
                      "t3"."happened_on"
                    FROM "notifications" AS "t3"
                    WHERE
                      "t3"."kind" = 'change'
                  ) AS "t16"
                ) AS "t20"
                CROSS JOIN (
                  SELECT
                    MIN("t1"."month_ago") AS "floor",
                    MAX("t1"."change_days") AS "within"
                  FROM "days" AS "t1"
                ) AS "t18"
              ) AS "t21"
              WHERE
                "t21"."happened_on" >= (
                  "t21"."floor" - TO_DAYS("t21"."within")
                )
            ) AS "t23"
              ON "t6"."person_ref" = "t23"."person_ref"
          ) AS "t30"
            ON "t71"."person_ref" = "t30"."person_ref" AND "t71"."ref" = "t30"."ref"
        ) AS "t72"
      ) AS "t74"
      LEFT OUTER JOIN (
        SELECT
          "t5"."person_ref",
          "t5"."ref",
          "t5"."notified_on" AS "known_on"
        FROM "notifications" AS "t5"
        SEMI JOIN (
          SELECT DISTINCT
            "t21"."person_ref"
          FROM (
            SELECT
              "t20"."person_ref",
              "t20"."happened_on",
              "t18"."floor",
              "t18"."within"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t4"."person_ref",
                  "t4"."happened_on"
                FROM "changes" AS "t4"
              ) AS "t10"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t3"."person_ref",
                  "t3"."happened_on"
                FROM "notifications" AS "t3"
                WHERE
                  "t3"."kind" = 'change'
              ) AS "t16"
            ) AS "t20"
            CROSS JOIN (
              SELECT
                MIN("t1"."month_ago") AS "floor",
                MAX("t1"."change_days") AS "within"
              FROM "days" AS "t1"
            ) AS "t18"
          ) AS "t21"
          WHERE
            "t21"."happened_on" >= (
              "t21"."floor" - TO_DAYS("t21"."within")
            )
        ) AS "t23"
          ON "t5"."person_ref" = "t23"."person_ref"
      ) AS "t28"
        ON "t74"."person_ref" = "t28"."person_ref" AND "t74"."ref" = "t28"."ref"
    ) AS "t75"
  ) AS "t77"
  CROSS JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."month_ago",
      "t1"."change_days",
      "t1"."early_days",
      "t1"."wait_days"
    FROM "days" AS "t1"
  ) AS "t14"
)
SELECT
  "t87"."asked_on",
  "t87"."ref",
  CASE
    WHEN COALESCE("t87"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t87"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t87"."answered_on" <= "t87"."by", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t87"."by", "t87"."asked_on") AS "days"
FROM (
  SELECT
    "t82"."person_ref",
    "t82"."ref",
    "t82"."matter",
    "t82"."happened_on",
    "t82"."answered_on",
    "t82"."stated_for",
    "t82"."advance_on",
    "t82"."recorded",
    "t82"."known_on",
    "t82"."asked_on",
    "t82"."month_ago",
    "t82"."change_days",
    "t82"."early_days",
    "t82"."wait_days",
    "t82"."by",
    "t11"."unit",
    "t11"."registered_on"
  FROM (
    SELECT
      "t79"."person_ref",
      "t79"."ref",
      "t79"."matter",
      "t79"."happened_on",
      "t79"."answered_on",
      "t79"."stated_for",
      "t79"."advance_on",
      "t79"."recorded",
      "t79"."known_on",
      "t79"."asked_on",
      "t79"."month_ago",
      "t79"."change_days",
      "t79"."early_days",
      "t79"."wait_days",
      "t79"."happened_on" + TO_DAYS("t79"."change_days" - 1) AS "by"
    FROM "t78" AS "t79"
    WHERE
      (
        "t79"."happened_on" + TO_DAYS("t79"."change_days" - 1)
      ) < "t79"."asked_on"
      AND (
        "t79"."happened_on" + TO_DAYS("t79"."change_days" - 1)
      ) >= "t79"."month_ago"
      AND (
        COALESCE("t79"."recorded", FALSE)
        OR COALESCE("t79"."known_on" <= "t79"."asked_on", FALSE)
      )
      AND NOT (
        COALESCE(
          (
            "t79"."happened_on" >= (
              "t79"."stated_for" - TO_DAYS("t79"."early_days")
            )
          )
          AND (
            "t79"."happened_on" <= (
              "t79"."stated_for" + TO_DAYS("t79"."wait_days" - 1)
            )
          ),
          FALSE
        )
      )
  ) AS "t82"
  ANTI JOIN (
    SELECT DISTINCT
      "t84"."ref",
      "t84"."asked_on"
    FROM (
      SELECT
        "t83"."person_ref",
        "t83"."asked_on",
        "t83"."ref",
        "t83"."happened_on",
        "t83"."by",
        "t15"."gone",
        "t15"."back"
      FROM (
        SELECT
          "t79"."person_ref",
          "t79"."asked_on",
          "t79"."ref",
          "t79"."happened_on",
          "t79"."happened_on" + TO_DAYS("t79"."change_days" - 1) AS "by"
        FROM "t78" AS "t79"
        WHERE
          (
            "t79"."happened_on" + TO_DAYS("t79"."change_days" - 1)
          ) < "t79"."asked_on"
          AND (
            "t79"."happened_on" + TO_DAYS("t79"."change_days" - 1)
          ) >= "t79"."month_ago"
          AND (
            COALESCE("t79"."recorded", FALSE)
            OR COALESCE("t79"."known_on" <= "t79"."asked_on", FALSE)
          )
          AND NOT (
            COALESCE(
              (
                "t79"."happened_on" >= (
                  "t79"."stated_for" - TO_DAYS("t79"."early_days")
                )
              )
              AND (
                "t79"."happened_on" <= (
                  "t79"."stated_for" + TO_DAYS("t79"."wait_days" - 1)
                )
              ),
              FALSE
            )
          )
      ) AS "t83"
      INNER JOIN (
        SELECT
          "t2"."person_ref",
          "t2"."since" AS "gone",
          "t2"."until" AS "back"
        FROM "away" AS "t2"
      ) AS "t15"
        ON "t83"."person_ref" = "t15"."person_ref"
    ) AS "t84"
    WHERE
      "t84"."gone" <= "t84"."by"
      AND (
        (
          "t84"."back" IS NULL
        ) OR (
          "t84"."back" > "t84"."happened_on"
        )
      )
  ) AS "t86"
    ON "t82"."ref" = "t86"."ref" AND "t82"."asked_on" = "t86"."asked_on"
  INNER JOIN (
    SELECT
      "t0"."person_ref",
      "t0"."asked_on",
      "t0"."unit",
      "t0"."registered_on"
    FROM "stood" AS "t0"
  ) AS "t11"
    ON "t82"."person_ref" = "t11"."person_ref" AND "t82"."asked_on" = "t11"."asked_on"
) AS "t87"
WHERE
  (
    "t87"."registered_on" IS NULL
  )
  OR (
    "t87"."registered_on" <= "t87"."happened_on"
  )
