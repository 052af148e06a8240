-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_registers.py. Change the expression there, not this page.
WITH "t19" AS (
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
    "t18"."asked_on"
  FROM "told_near" AS "t5"
  CROSS JOIN (
    SELECT
      MAX("t1"."asked_on") AS "asked_on"
    FROM "days" AS "t1"
  ) AS "t18"
), "t22" AS (
  SELECT
    "t20"."person_ref",
    "t20"."ref",
    "t20"."matter",
    "t20"."happened_on"
  FROM (
    SELECT
      "t6"."id",
      "t6"."person_ref",
      "t6"."ref",
      "t6"."matter",
      "t6"."happened_on",
      "t18"."asked_on"
    FROM "changes_near" AS "t6"
    CROSS JOIN (
      SELECT
        MAX("t1"."asked_on") AS "asked_on"
      FROM "days" AS "t1"
    ) AS "t18"
  ) AS "t20"
  WHERE
    "t20"."happened_on" <= "t20"."asked_on"
), "t36" AS (
  SELECT
    *
  FROM "t22" AS "t23"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t34"."person_ref",
      "t34"."ref",
      "t34"."matter",
      "t34"."happened_on"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t26"."id",
          "t26"."person_ref",
          "t26"."ref",
          "t26"."notified_on",
          "t26"."kind",
          "t26"."matter",
          "t26"."items_missing",
          "t26"."happened_on",
          "t26"."stated_for",
          "t26"."asked_on",
          "t26"."complete",
          ROW_NUMBER() OVER (
            PARTITION BY "t26"."person_ref", "t26"."matter", "t26"."happened_on"
            ORDER BY "t26"."notified_on" ASC, "t26"."ref" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
        FROM (
          SELECT
            "t21"."id",
            "t21"."person_ref",
            "t21"."ref",
            "t21"."notified_on",
            "t21"."kind",
            "t21"."matter",
            "t21"."items_missing",
            "t21"."happened_on",
            "t21"."stated_for",
            "t21"."asked_on",
            NOT (
              REGEXP_MATCHES("t21"."items_missing", '[^;\s]')
            ) AS "complete"
          FROM "t19" AS "t21"
          WHERE
            "t21"."notified_on" <= "t21"."asked_on"
            AND "t21"."kind" = 'change'
            AND "t21"."matter" <> ''
            AND "t21"."stated_for" IS NULL
            AND "t21"."happened_on" <= "t21"."notified_on"
        ) AS "t26"
      ) AS "t32"
      WHERE
        "t32"."first" = 0
    ) AS "t34"
    ANTI JOIN "t22" AS "t28"
      ON "t34"."person_ref" = "t28"."person_ref"
      AND "t34"."matter" = "t28"."matter"
      AND "t34"."happened_on" = "t28"."happened_on"
  ) AS "t35"
), "t69" AS (
  SELECT
    "t68"."person_ref",
    "t68"."ref",
    "t68"."matter",
    "t68"."happened_on",
    "t68"."answered_on",
    "t68"."stated_for",
    "t68"."advance_on",
    "t68"."recorded",
    "t68"."known_on",
    "t14"."asked_on",
    "t14"."month_ago",
    "t14"."change_days",
    "t14"."early_days",
    "t14"."wait_days"
  FROM (
    SELECT
      "t66".*
      EXCLUDE ("person_ref_right", "ref_right")
    FROM (
      SELECT
        "t65"."person_ref",
        "t65"."ref",
        "t65"."matter",
        "t65"."happened_on",
        "t65"."answered_on",
        "t65"."stated_for",
        "t65"."advance_on",
        "t65"."recorded",
        "t16"."person_ref" AS "person_ref_right",
        "t16"."ref" AS "ref_right",
        "t16"."known_on"
      FROM (
        SELECT
          "t63".*
          EXCLUDE ("person_ref_right", "ref_right")
        FROM (
          SELECT
            "t62"."person_ref",
            "t62"."ref",
            "t62"."matter",
            "t62"."happened_on",
            "t62"."answered_on",
            "t62"."stated_for",
            "t62"."advance_on",
            "t17"."person_ref" AS "person_ref_right",
            "t17"."ref" AS "ref_right",
            "t17"."recorded"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t52"."person_ref",
                  "t52"."ref",
                  "t52"."matter",
                  "t52"."happened_on",
                  "t52"."answered_on",
                  "t57"."stated_for",
                  "t57"."advance_on"
                FROM (
                  SELECT
                    "t49"."person_ref",
                    "t49"."ref",
                    "t49"."matter",
                    "t49"."happened_on",
                    "t49"."answered_on"
                  FROM (
                    SELECT
                      "t38"."person_ref",
                      "t38"."ref",
                      "t38"."matter",
                      "t38"."happened_on",
                      "t46"."person_ref" AS "person_ref_right",
                      "t46"."ref" AS "ref_right",
                      "t46"."answered_on"
                    FROM "t36" AS "t38"
                    LEFT OUTER JOIN (
                      SELECT
                        "t43"."person_ref",
                        "t43"."ref",
                        MIN("t43"."notified_on") AS "answered_on"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t38"."person_ref",
                            "t38"."ref",
                            "t38"."matter",
                            "t38"."happened_on",
                            "t31"."kind",
                            "t31"."notified_on",
                            "t31"."told_matter"
                          FROM "t36" AS "t38"
                          INNER JOIN (
                            SELECT
                              "t21"."person_ref",
                              "t21"."kind",
                              "t21"."notified_on",
                              "t21"."matter" AS "told_matter"
                            FROM "t19" AS "t21"
                            WHERE
                              "t21"."notified_on" <= "t21"."asked_on"
                              AND NOT (
                                REGEXP_MATCHES("t21"."items_missing", '[^;\s]')
                              )
                              AND "t21"."stated_for" IS NULL
                          ) AS "t31"
                            ON "t38"."person_ref" = "t31"."person_ref"
                        ) AS "t40"
                        WHERE
                          "t40"."notified_on" >= "t40"."happened_on"
                          AND (
                            (
                              "t40"."told_matter" = "t40"."matter"
                            )
                            OR (
                              "t40"."kind" = 'initial'
                            )
                            OR (
                              "t40"."matter" = 'release'
                            )
                          )
                      ) AS "t43"
                      GROUP BY
                        1,
                        2
                    ) AS "t46"
                      ON "t38"."person_ref" = "t46"."person_ref" AND "t38"."ref" = "t46"."ref"
                  ) AS "t49"
                ) AS "t52"
                LEFT OUTER JOIN (
                  SELECT
                    "t54"."person_ref",
                    "t54"."ref",
                    "t54"."stated_for",
                    "t54"."advance_on"
                  FROM (
                    SELECT
                      "t48"."person_ref",
                      "t48"."matter",
                      "t48"."stated_for",
                      "t48"."notice_ref",
                      "t48"."advance_on",
                      "t48"."ref",
                      "t48"."happened_on",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t48"."ref"
                        ORDER BY "t48"."advance_on" DESC, "t48"."notice_ref" DESC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "place"
                    FROM (
                      SELECT
                        "t47".*
                        EXCLUDE ("first")
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t42"."person_ref",
                            "t42"."matter",
                            "t42"."stated_for",
                            "t42"."notice_ref",
                            "t42"."advance_on",
                            "t42"."ref",
                            "t42"."happened_on",
                            ROW_NUMBER() OVER (
                              PARTITION BY "t42"."notice_ref"
                              ORDER BY "t42"."happened_on" ASC, "t42"."ref" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1 AS "first"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t29"."person_ref",
                                "t29"."matter",
                                "t29"."stated_for",
                                "t29"."notice_ref",
                                "t29"."advance_on",
                                "t39"."ref",
                                "t39"."happened_on"
                              FROM (
                                SELECT
                                  "t21"."person_ref",
                                  "t21"."matter",
                                  "t21"."stated_for",
                                  "t21"."ref" AS "notice_ref",
                                  "t21"."notified_on" AS "advance_on"
                                FROM "t19" AS "t21"
                                WHERE
                                  "t21"."notified_on" <= "t21"."asked_on"
                                  AND NOT (
                                    REGEXP_MATCHES("t21"."items_missing", '[^;\s]')
                                  )
                                  AND "t21"."stated_for" IS NOT NULL
                                  AND "t21"."matter" <> ''
                              ) AS "t29"
                              INNER JOIN "t36" AS "t39"
                                ON "t29"."person_ref" = "t39"."person_ref" AND "t29"."matter" = "t39"."matter"
                            ) AS "t41"
                            WHERE
                              "t41"."happened_on" >= "t41"."advance_on"
                          ) AS "t42"
                        ) AS "t45"
                        WHERE
                          "t45"."first" = 0
                      ) AS "t47"
                    ) AS "t48"
                  ) AS "t54"
                  WHERE
                    "t54"."place" = 0
                ) AS "t57"
                  ON "t52"."person_ref" = "t57"."person_ref" AND "t52"."ref" = "t57"."ref"
              ) AS "t59"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t55"."person_ref",
                  "t55"."notice_ref" AS "ref",
                  "t55"."matter",
                  CAST(NULL AS DATE) AS "happened_on",
                  "t55"."answered_on",
                  "t55"."stated_for",
                  "t55"."advance_on"
                FROM (
                  SELECT
                    "t53"."person_ref",
                    "t53"."notice_ref",
                    "t53"."matter",
                    "t53"."stated_for",
                    "t53"."advance_on",
                    MIN("t53"."notified_on") AS "answered_on"
                  FROM (
                    SELECT
                      "t29"."person_ref",
                      "t29"."matter",
                      "t29"."stated_for",
                      "t29"."notice_ref",
                      "t29"."advance_on",
                      "t30"."person_ref" AS "person_ref_right",
                      "t30"."matter" AS "matter_right",
                      "t30"."notified_on"
                    FROM (
                      SELECT
                        "t21"."person_ref",
                        "t21"."matter",
                        "t21"."stated_for",
                        "t21"."ref" AS "notice_ref",
                        "t21"."notified_on" AS "advance_on"
                      FROM "t19" AS "t21"
                      WHERE
                        "t21"."notified_on" <= "t21"."asked_on"
                        AND NOT (
                          REGEXP_MATCHES("t21"."items_missing", '[^;\s]')
                        )
                        AND "t21"."stated_for" IS NOT NULL
                        AND "t21"."matter" <> ''
                    ) AS "t29"
                    ANTI JOIN (
                      SELECT
                        "t47".*
                        EXCLUDE ("first")
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t42"."person_ref",
                            "t42"."matter",
                            "t42"."stated_for",
                            "t42"."notice_ref",
                            "t42"."advance_on",
                            "t42"."ref",
                            "t42"."happened_on",
                            ROW_NUMBER() OVER (
                              PARTITION BY "t42"."notice_ref"
                              ORDER BY "t42"."happened_on" ASC, "t42"."ref" ASC
                              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                            ) - 1 AS "first"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t29"."person_ref",
                                "t29"."matter",
                                "t29"."stated_for",
                                "t29"."notice_ref",
                                "t29"."advance_on",
                                "t39"."ref",
                                "t39"."happened_on"
                              FROM (
                                SELECT
                                  "t21"."person_ref",
                                  "t21"."matter",
                                  "t21"."stated_for",
                                  "t21"."ref" AS "notice_ref",
                                  "t21"."notified_on" AS "advance_on"
                                FROM "t19" AS "t21"
                                WHERE
                                  "t21"."notified_on" <= "t21"."asked_on"
                                  AND NOT (
                                    REGEXP_MATCHES("t21"."items_missing", '[^;\s]')
                                  )
                                  AND "t21"."stated_for" IS NOT NULL
                                  AND "t21"."matter" <> ''
                              ) AS "t29"
                              INNER JOIN "t36" AS "t39"
                                ON "t29"."person_ref" = "t39"."person_ref" AND "t29"."matter" = "t39"."matter"
                            ) AS "t41"
                            WHERE
                              "t41"."happened_on" >= "t41"."advance_on"
                          ) AS "t42"
                        ) AS "t45"
                        WHERE
                          "t45"."first" = 0
                      ) AS "t47"
                    ) AS "t50"
                      ON "t29"."notice_ref" = "t50"."notice_ref"
                    LEFT OUTER JOIN (
                      SELECT
                        "t21"."person_ref",
                        "t21"."matter",
                        "t21"."notified_on"
                      FROM "t19" AS "t21"
                      WHERE
                        "t21"."notified_on" <= "t21"."asked_on"
                        AND NOT (
                          REGEXP_MATCHES("t21"."items_missing", '[^;\s]')
                        )
                    ) AS "t30"
                      ON "t29"."person_ref" = "t30"."person_ref"
                      AND "t29"."matter" = "t30"."matter"
                      AND "t30"."notified_on" > "t29"."advance_on"
                  ) AS "t53"
                  GROUP BY
                    1,
                    2,
                    3,
                    4,
                    5
                ) AS "t55"
              ) AS "t58"
            ) AS "t60"
            WHERE
              "t60"."happened_on" IS NOT NULL
            ORDER BY
              "t60"."person_ref" ASC,
              CASE WHEN "t60"."happened_on" IS NULL THEN 1 ELSE 0 END ASC,
              COALESCE("t60"."happened_on", "t60"."advance_on") ASC,
              "t60"."ref" ASC
          ) AS "t62"
          LEFT OUTER JOIN (
            SELECT
              "t4"."person_ref",
              "t4"."ref",
              TRUE AS "recorded"
            FROM "changes_near" AS "t4"
          ) AS "t17"
            ON "t62"."person_ref" = "t17"."person_ref" AND "t62"."ref" = "t17"."ref"
        ) AS "t63"
      ) AS "t65"
      LEFT OUTER JOIN (
        SELECT
          "t3"."person_ref",
          "t3"."ref",
          "t3"."notified_on" AS "known_on"
        FROM "told_near" AS "t3"
      ) AS "t16"
        ON "t65"."person_ref" = "t16"."person_ref" AND "t65"."ref" = "t16"."ref"
    ) AS "t66"
  ) AS "t68"
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
  "t78"."asked_on",
  "t78"."ref",
  CASE
    WHEN COALESCE("t78"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t78"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t78"."answered_on" <= "t78"."by", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t78"."by", "t78"."asked_on") AS "days"
FROM (
  SELECT
    "t73"."person_ref",
    "t73"."ref",
    "t73"."matter",
    "t73"."happened_on",
    "t73"."answered_on",
    "t73"."stated_for",
    "t73"."advance_on",
    "t73"."recorded",
    "t73"."known_on",
    "t73"."asked_on",
    "t73"."month_ago",
    "t73"."change_days",
    "t73"."early_days",
    "t73"."wait_days",
    "t73"."by",
    "t12"."unit",
    "t12"."registered_on"
  FROM (
    SELECT
      "t70"."person_ref",
      "t70"."ref",
      "t70"."matter",
      "t70"."happened_on",
      "t70"."answered_on",
      "t70"."stated_for",
      "t70"."advance_on",
      "t70"."recorded",
      "t70"."known_on",
      "t70"."asked_on",
      "t70"."month_ago",
      "t70"."change_days",
      "t70"."early_days",
      "t70"."wait_days",
      "t70"."happened_on" + TO_DAYS("t70"."change_days" - 1) AS "by"
    FROM "t69" AS "t70"
    WHERE
      (
        "t70"."happened_on" + TO_DAYS("t70"."change_days" - 1)
      ) < "t70"."asked_on"
      AND (
        "t70"."happened_on" + TO_DAYS("t70"."change_days" - 1)
      ) >= "t70"."month_ago"
      AND (
        COALESCE("t70"."recorded", FALSE)
        OR COALESCE("t70"."known_on" <= "t70"."asked_on", FALSE)
      )
      AND NOT (
        COALESCE(
          (
            "t70"."happened_on" >= (
              "t70"."stated_for" - TO_DAYS("t70"."early_days")
            )
          )
          AND (
            "t70"."happened_on" <= (
              "t70"."stated_for" + TO_DAYS("t70"."wait_days" - 1)
            )
          ),
          FALSE
        )
      )
  ) AS "t73"
  ANTI JOIN (
    SELECT DISTINCT
      "t75"."ref",
      "t75"."asked_on"
    FROM (
      SELECT
        "t74"."person_ref",
        "t74"."asked_on",
        "t74"."ref",
        "t74"."happened_on",
        "t74"."by",
        "t15"."gone",
        "t15"."back"
      FROM (
        SELECT
          "t70"."person_ref",
          "t70"."asked_on",
          "t70"."ref",
          "t70"."happened_on",
          "t70"."happened_on" + TO_DAYS("t70"."change_days" - 1) AS "by"
        FROM "t69" AS "t70"
        WHERE
          (
            "t70"."happened_on" + TO_DAYS("t70"."change_days" - 1)
          ) < "t70"."asked_on"
          AND (
            "t70"."happened_on" + TO_DAYS("t70"."change_days" - 1)
          ) >= "t70"."month_ago"
          AND (
            COALESCE("t70"."recorded", FALSE)
            OR COALESCE("t70"."known_on" <= "t70"."asked_on", FALSE)
          )
          AND NOT (
            COALESCE(
              (
                "t70"."happened_on" >= (
                  "t70"."stated_for" - TO_DAYS("t70"."early_days")
                )
              )
              AND (
                "t70"."happened_on" <= (
                  "t70"."stated_for" + TO_DAYS("t70"."wait_days" - 1)
                )
              ),
              FALSE
            )
          )
      ) AS "t74"
      INNER JOIN (
        SELECT
          "t2"."person_ref",
          "t2"."since" AS "gone",
          "t2"."until" AS "back"
        FROM "away" AS "t2"
      ) AS "t15"
        ON "t74"."person_ref" = "t15"."person_ref"
    ) AS "t75"
    WHERE
      "t75"."gone" <= "t75"."by"
      AND (
        (
          "t75"."back" IS NULL
        ) OR (
          "t75"."back" > "t75"."happened_on"
        )
      )
  ) AS "t77"
    ON "t73"."ref" = "t77"."ref" AND "t73"."asked_on" = "t77"."asked_on"
  INNER JOIN (
    SELECT
      "t0"."person_ref",
      "t0"."asked_on",
      "t0"."unit",
      "t0"."registered_on"
    FROM "stood" AS "t0"
  ) AS "t12"
    ON "t73"."person_ref" = "t12"."person_ref" AND "t73"."asked_on" = "t12"."asked_on"
) AS "t78"
WHERE
  (
    "t78"."registered_on" IS NULL
  )
  OR (
    "t78"."registered_on" <= "t78"."happened_on"
  )
