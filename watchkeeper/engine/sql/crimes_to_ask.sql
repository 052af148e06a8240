-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
WITH "t28" AS (
  SELECT
    "t5"."asked_on"
  FROM "asked" AS "t5"
), "t61" AS (
  SELECT
    "t17"."id",
    "t17"."ref",
    "t17"."crime_ref",
    "t17"."kind",
    "t17"."on",
    "t17"."party",
    "t17"."until",
    "t48"."asked_on",
    "t48"."bail_until"
  FROM "crime_events" AS "t17"
  CROSS JOIN (
    SELECT
      "t5"."asked_on",
      "t5"."bail_until"
    FROM "asked" AS "t5"
  ) AS "t48"
), "t66" AS (
  SELECT
    "t18"."id",
    "t18"."crime_ref",
    "t18"."told",
    "t18"."on",
    "t18"."party",
    "t18"."event",
    "t55"."asked_on"
  FROM "crime_victim_contacts" AS "t18"
  CROSS JOIN "t28" AS "t55"
), "t70" AS (
  SELECT
    "t25"."id",
    "t25"."crime_ref",
    "t25"."kind",
    "t25"."on",
    "t25"."next_on",
    "t55"."asked_on"
  FROM "crime_reviews" AS "t25"
  CROSS JOIN "t28" AS "t55"
), "t76" AS (
  SELECT
    "t53"."crime_ref",
    "t53"."victim" AS "ref",
    CAST("t16"."reported_at" AS DATE) AS "day",
    "t44"."confirm_before",
    "t44"."needs_before",
    "t44"."refer_before"
  FROM (
    SELECT
      "t1"."crime_ref",
      "t1"."ref" AS "victim"
    FROM "crime_parties" AS "t1"
    WHERE
      "t1"."part" = 'victim'
  ) AS "t53"
  INNER JOIN "open_crimes" AS "t16"
    ON "t53"."crime_ref" = "t16"."ref"
  CROSS JOIN (
    SELECT
      "t5"."confirm_before",
      "t5"."needs_before",
      "t5"."refer_before"
    FROM "asked" AS "t5"
  ) AS "t44"
), "t112" AS (
  SELECT
    "t85"."crime_ref",
    "t85"."device",
    "t85"."order",
    "t85"."submit_before",
    "t85"."examine_before",
    MIN("t85"."on") AS "since"
  FROM (
    SELECT
      "t63"."id",
      "t63"."crime_ref",
      "t63"."device",
      "t63"."step",
      "t63"."on",
      "t63"."asked_on",
      "t63"."submit_before",
      "t63"."examine_before",
      CASE
        WHEN "t63"."step" = 'seized'
        THEN 0
        WHEN "t63"."step" = 'submitted for examination'
        THEN 1
        WHEN "t63"."step" = 'examined'
        THEN 2
        ELSE 0
      END AS "order"
    FROM (
      SELECT
        "t23"."id",
        "t23"."crime_ref",
        "t23"."device",
        "t23"."step",
        "t23"."on",
        "t50"."asked_on",
        "t50"."submit_before",
        "t50"."examine_before"
      FROM "crime_devices" AS "t23"
      CROSS JOIN (
        SELECT
          "t5"."asked_on",
          "t5"."submit_before",
          "t5"."examine_before"
        FROM "asked" AS "t5"
      ) AS "t50"
    ) AS "t63"
    WHERE
      "t63"."on" <= "t63"."asked_on"
  ) AS "t85"
  GROUP BY
    1,
    2,
    3,
    4,
    5
), "t134" AS (
  SELECT
    "t39"."crime_ref",
    "t39"."day",
    "t51"."asked_on",
    "t51"."allocate_before",
    "t51"."initial_before",
    "t51"."plan_before",
    "t51"."review_before",
    "t51"."second_before",
    "t51"."later_before",
    "t127"."crime_ref" AS "crime_ref_right",
    "t127"."first",
    "t127"."now",
    "t127"."left"
  FROM (
    SELECT
      "t0"."crime_ref",
      "t0"."day"
    FROM "running" AS "t0"
  ) AS "t39"
  CROSS JOIN (
    SELECT
      "t5"."asked_on",
      "t5"."allocate_before",
      "t5"."initial_before",
      "t5"."plan_before",
      "t5"."review_before",
      "t5"."second_before",
      "t5"."later_before"
    FROM "asked" AS "t5"
  ) AS "t51"
  LEFT OUTER JOIN (
    SELECT
      "t111"."crime_ref",
      MIN("t111"."since") AS "first",
      BOOL_OR(CAST("t111"."now" AS BOOLEAN)) AS "now",
      MAX("t111"."left") AS "left"
    FROM (
      SELECT
        "t71"."id",
        "t71"."crime_ref",
        "t71"."officer_ref",
        "t71"."since",
        "t71"."until",
        "t71"."supervisor",
        "t71"."asked_on",
        (
          "t71"."since" <= "t71"."asked_on"
        )
        AND NOT (
          (
            "t71"."until" IS NOT NULL
          ) AND (
            "t71"."until" <= "t71"."asked_on"
          )
        ) AS "now",
        CASE
          WHEN (
            "t71"."until" IS NOT NULL
          ) AND (
            "t71"."until" <= "t71"."asked_on"
          )
          THEN "t71"."until"
          ELSE NULL
        END AS "left"
      FROM (
        SELECT
          "t26"."id",
          "t26"."crime_ref",
          "t26"."officer_ref",
          "t26"."since",
          "t26"."until",
          "t26"."supervisor",
          "t56"."asked_on"
        FROM "crime_holdings" AS "t26"
        SEMI JOIN "running" AS "t15"
          ON "t26"."crime_ref" = "t15"."crime_ref"
        CROSS JOIN "t28" AS "t56"
      ) AS "t71"
    ) AS "t111"
    GROUP BY
      1
  ) AS "t127"
    ON "t39"."crime_ref" = "t127"."crime_ref"
)
SELECT DISTINCT
  *
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
          *
        FROM (
          SELECT
            "t14"."crime_ref"
          FROM "running" AS "t14"
          SEMI JOIN (
            SELECT DISTINCT
              *
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
                      *
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
                              *
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
                                      "t102"."crime_ref"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t14"."id",
                                          "t14"."ref",
                                          "t14"."reported_at",
                                          "t14"."reported_month",
                                          "t14"."offence",
                                          "t14"."occurred_on",
                                          "t14"."domestic",
                                          "t14"."high_risk",
                                          "t14"."lines_of_enquiry",
                                          "t14"."street",
                                          "t14"."crime_ref",
                                          "t14"."day",
                                          "t52"."grade_before"
                                        FROM "running" AS "t14"
                                        CROSS JOIN (
                                          SELECT
                                            "t5"."grade_before"
                                          FROM "asked" AS "t5"
                                        ) AS "t52"
                                      ) AS "t64"
                                      WHERE
                                        COALESCE("t64"."day" < "t64"."grade_before", TRUE)
                                    ) AS "t102"
                                    ANTI JOIN (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t24"."id",
                                          "t24"."crime_ref",
                                          "t24"."on",
                                          "t55"."asked_on"
                                        FROM "crime_grades" AS "t24"
                                        CROSS JOIN "t28" AS "t55"
                                      ) AS "t69"
                                      WHERE
                                        "t69"."on" <= "t69"."asked_on"
                                    ) AS "t94"
                                      ON "t102"."crime_ref" = "t94"."crime_ref"
                                  ) AS "t123"
                                  UNION ALL
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t135"."crime_ref"
                                    FROM "t134" AS "t135"
                                    WHERE
                                      NOT (
                                        COALESCE("t135"."now", FALSE)
                                      )
                                      AND COALESCE(COALESCE("t135"."left", "t135"."day") < "t135"."allocate_before", TRUE)
                                  ) AS "t143"
                                ) AS "t145"
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t142"."crime_ref"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "t134" AS "t135"
                                    WHERE
                                      COALESCE("t135"."now", FALSE) AND "t135"."first" < "t135"."initial_before"
                                  ) AS "t142"
                                  ANTI JOIN (
                                    SELECT
                                      *
                                    FROM "t70" AS "t74"
                                    WHERE
                                      "t74"."on" <= "t74"."asked_on" AND "t74"."kind" = 'initial review'
                                  ) AS "t108"
                                    ON "t142"."crime_ref" = "t108"."crime_ref"
                                ) AS "t148"
                              ) AS "t149"
                              UNION ALL
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t140"."crime_ref"
                                FROM (
                                  SELECT
                                    *
                                  FROM "t134" AS "t135"
                                  WHERE
                                    COALESCE("t135"."now", FALSE) AND "t135"."first" < "t135"."plan_before"
                                ) AS "t140"
                                ANTI JOIN (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t22"."id",
                                      "t22"."crime_ref",
                                      "t22"."set_on",
                                      "t22"."due_on",
                                      "t22"."done_on",
                                      "t55"."asked_on"
                                    FROM "crime_enquiries" AS "t22"
                                    CROSS JOIN "t28" AS "t55"
                                  ) AS "t68"
                                  WHERE
                                    "t68"."set_on" <= "t68"."asked_on"
                                ) AS "t93"
                                  ON "t140"."crime_ref" = "t93"."crime_ref"
                              ) AS "t146"
                            ) AS "t150"
                            UNION ALL
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t147"."crime_ref"
                              FROM (
                                SELECT
                                  "t141"."crime_ref",
                                  "t141"."day",
                                  "t141"."asked_on",
                                  "t141"."allocate_before",
                                  "t141"."initial_before",
                                  "t141"."plan_before",
                                  "t141"."review_before",
                                  "t141"."second_before",
                                  "t141"."later_before",
                                  "t141"."crime_ref_right",
                                  "t141"."first",
                                  "t141"."now",
                                  "t141"."left",
                                  "t121"."many",
                                  "t121"."last",
                                  "t121"."sooner"
                                FROM (
                                  SELECT
                                    *
                                  FROM "t134" AS "t135"
                                  WHERE
                                    COALESCE("t135"."now", FALSE)
                                ) AS "t141"
                                INNER JOIN (
                                  SELECT
                                    "t96"."crime_ref",
                                    COUNT(*) AS "many",
                                    MAX("t96"."on") AS "last",
                                    MIN("t96"."next_on") AS "sooner"
                                  FROM (
                                    SELECT
                                      *
                                    FROM "t70" AS "t74"
                                    WHERE
                                      "t74"."on" <= "t74"."asked_on"
                                  ) AS "t96"
                                  GROUP BY
                                    1
                                ) AS "t121"
                                  ON "t141"."crime_ref" = "t121"."crime_ref"
                              ) AS "t147"
                              WHERE
                                (
                                  "t147"."last" < CASE
                                    WHEN "t147"."many" = 1
                                    THEN "t147"."review_before"
                                    WHEN "t147"."many" = (
                                      1 + 1
                                    )
                                    THEN "t147"."second_before"
                                    ELSE "t147"."later_before"
                                  END
                                )
                                OR COALESCE("t147"."sooner" < "t147"."asked_on", FALSE)
                            ) AS "t151"
                          ) AS "t152"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t60"."crime_ref"
                            FROM (
                              SELECT
                                "t22"."id",
                                "t22"."crime_ref",
                                "t22"."set_on",
                                "t22"."due_on",
                                "t22"."done_on",
                                "t47"."asked_on",
                                "t47"."enquiry_before"
                              FROM "crime_enquiries" AS "t22"
                              CROSS JOIN (
                                SELECT
                                  "t5"."asked_on",
                                  "t5"."enquiry_before"
                                FROM "asked" AS "t5"
                              ) AS "t47"
                            ) AS "t60"
                            WHERE
                              "t60"."set_on" <= "t60"."asked_on"
                              AND (
                                (
                                  "t60"."done_on" IS NULL
                                ) OR (
                                  "t60"."done_on" > "t60"."asked_on"
                                )
                              )
                              AND CASE
                                WHEN "t60"."due_on" IS NOT NULL
                                THEN "t60"."due_on" < "t60"."asked_on"
                                ELSE "t60"."set_on" < "t60"."enquiry_before"
                              END
                          ) AS "t82"
                        ) AS "t153"
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t54"."crime_ref"
                          FROM (
                            SELECT
                              *
                            FROM "crime_parties" AS "t1"
                            WHERE
                              "t1"."part" = 'suspect'
                          ) AS "t54"
                          SEMI JOIN (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t14"."id",
                                "t14"."ref",
                                "t14"."reported_at",
                                "t14"."reported_month",
                                "t14"."offence",
                                "t14"."occurred_on",
                                "t14"."domestic",
                                "t14"."high_risk",
                                "t14"."lines_of_enquiry",
                                "t14"."street",
                                "t14"."crime_ref",
                                "t14"."day",
                                "t49"."suspect_before"
                              FROM "running" AS "t14"
                              CROSS JOIN (
                                SELECT
                                  "t5"."suspect_before"
                                FROM "asked" AS "t5"
                              ) AS "t49"
                            ) AS "t62"
                            WHERE
                              COALESCE("t62"."day" < "t62"."suspect_before", TRUE)
                          ) AS "t101"
                            ON "t54"."crime_ref" = "t101"."crime_ref"
                          ANTI JOIN (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t17"."id",
                                "t17"."ref",
                                "t17"."crime_ref",
                                "t17"."kind",
                                "t17"."on",
                                "t17"."party",
                                "t17"."until",
                                "t55"."asked_on"
                              FROM "crime_events" AS "t17"
                              CROSS JOIN "t28" AS "t55"
                            ) AS "t67"
                            WHERE
                              "t67"."on" <= "t67"."asked_on"
                              AND "t67"."kind" IN ('arrest', 'charge', 'out-of-court resolution', 'voluntary interview')
                          ) AS "t92"
                            ON "t54"."crime_ref" = "t92"."crime_ref"
                            AND (
                              (
                                "t92"."party" = ''
                              ) OR (
                                "t92"."party" = "t54"."ref"
                              )
                            )
                        ) AS "t124"
                      ) AS "t154"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t110"."crime_ref"
                        FROM (
                          SELECT
                            *
                          FROM "t61" AS "t72"
                          WHERE
                            "t72"."on" <= "t72"."asked_on"
                            AND "t72"."kind" = 'bail'
                            AND (
                              (
                                "t72"."until" IS NULL
                              ) OR (
                                "t72"."until" <= "t72"."bail_until"
                              )
                            )
                        ) AS "t110"
                        ANTI JOIN (
                          SELECT
                            *
                          FROM "t61" AS "t72"
                          WHERE
                            "t72"."on" <= "t72"."asked_on"
                            AND "t72"."kind" IN (
                              'bail',
                              'bail ended',
                              'charge',
                              'no further action',
                              'out-of-court resolution',
                              'released under investigation'
                            )
                        ) AS "t99"
                          ON "t110"."crime_ref" = "t99"."crime_ref"
                          AND (
                            (
                              "t110"."party" = "t99"."party"
                            )
                            OR (
                              "t110"."party" = ''
                            )
                            OR (
                              "t99"."party" = ''
                            )
                          )
                          AND (
                            (
                              (
                                "t99"."kind" = 'bail'
                              )
                              AND (
                                (
                                  "t99"."on" > "t110"."on"
                                )
                                OR (
                                  (
                                    "t99"."on" = "t110"."on"
                                  ) AND (
                                    "t99"."ref" > "t110"."ref"
                                  )
                                )
                              )
                            )
                            OR (
                              (
                                "t99"."kind" <> 'bail'
                              ) AND (
                                "t99"."on" >= "t110"."on"
                              )
                            )
                          )
                      ) AS "t133"
                    ) AS "t155"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t136"."crime_ref"
                      FROM (
                        SELECT
                          "t122"."crime_ref",
                          "t122"."device",
                          "t122"."order",
                          "t122"."submit_before",
                          "t122"."examine_before",
                          "t122"."since",
                          "t129"."top"
                        FROM "t112" AS "t122"
                        INNER JOIN (
                          SELECT
                            "t117"."crime_ref",
                            "t117"."device",
                            MAX("t117"."order") AS "top"
                          FROM "t112" AS "t117"
                          GROUP BY
                            1,
                            2
                        ) AS "t129"
                          ON "t122"."crime_ref" = "t129"."crime_ref"
                          AND "t122"."device" = "t129"."device"
                          AND "t122"."order" = "t129"."top"
                      ) AS "t136"
                      WHERE
                        (
                          (
                            "t136"."order" = 0
                          ) AND (
                            "t136"."since" < "t136"."submit_before"
                          )
                        )
                        OR (
                          (
                            "t136"."order" = 1
                          ) AND (
                            "t136"."since" < "t136"."examine_before"
                          )
                        )
                    ) AS "t144"
                  ) AS "t156"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t59"."crime_ref"
                    FROM (
                      SELECT
                        "t21"."id",
                        "t21"."crime_ref",
                        "t21"."outcome",
                        "t21"."on",
                        "t46"."asked_on",
                        "t46"."look_before"
                      FROM "crime_outcomes" AS "t21"
                      CROSS JOIN (
                        SELECT
                          "t5"."asked_on",
                          "t5"."look_before"
                        FROM "asked" AS "t5"
                      ) AS "t46"
                    ) AS "t59"
                    WHERE
                      COALESCE(
                        (
                          "t59"."on" <= "t59"."asked_on"
                        ) AND (
                          "t59"."on" < "t59"."look_before"
                        ),
                        TRUE
                      )
                  ) AS "t98"
                ) AS "t157"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t58"."crime_ref"
                  FROM (
                    SELECT
                      "t20"."id",
                      "t20"."crime_ref",
                      "t20"."on",
                      "t20"."decided_on",
                      "t45"."asked_on",
                      "t45"."decide_before"
                    FROM "allocation_disputes" AS "t20"
                    CROSS JOIN (
                      SELECT
                        "t5"."asked_on",
                        "t5"."decide_before"
                      FROM "asked" AS "t5"
                    ) AS "t45"
                  ) AS "t58"
                  WHERE
                    "t58"."on" <= "t58"."asked_on"
                    AND (
                      (
                        "t58"."decided_on" IS NULL
                      ) OR (
                        "t58"."decided_on" > "t58"."asked_on"
                      )
                    )
                    AND "t58"."on" < "t58"."decide_before"
                ) AS "t81"
              ) AS "t158"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t14"."crime_ref"
                FROM "running" AS "t14"
                SEMI JOIN "unknown_offences" AS "t19"
                  ON "t14"."offence" = "t19"."offence"
              ) AS "t65"
            ) AS "t159"
          ) AS "t161"
            ON "t14"."crime_ref" = "t161"."crime_ref"
        ) AS "t162"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t118"."crime_ref"
          FROM (
            SELECT
              *
            FROM "t76" AS "t77"
            WHERE
              COALESCE("t77"."day" < "t77"."confirm_before", TRUE)
          ) AS "t118"
          ANTI JOIN (
            SELECT
              *
            FROM "t66" AS "t73"
            WHERE
              "t73"."on" <= "t73"."asked_on" AND "t73"."told" = 'report confirmed in writing'
          ) AS "t107"
            ON "t118"."crime_ref" = "t107"."crime_ref"
            AND (
              (
                "t107"."party" = ''
              ) OR (
                "t107"."party" = "t118"."ref"
              )
            )
        ) AS "t130"
      ) AS "t163"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t119"."crime_ref"
        FROM (
          SELECT
            *
          FROM "t76" AS "t77"
          WHERE
            COALESCE("t77"."day" < "t77"."needs_before", TRUE)
        ) AS "t119"
        ANTI JOIN (
          SELECT
            *
          FROM "t66" AS "t73"
          WHERE
            "t73"."on" <= "t73"."asked_on" AND "t73"."told" = 'needs assessment'
        ) AS "t106"
          ON "t119"."crime_ref" = "t106"."crime_ref"
          AND (
            (
              "t106"."party" = ''
            ) OR (
              "t106"."party" = "t119"."ref"
            )
          )
      ) AS "t131"
    ) AS "t164"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t120"."crime_ref"
      FROM (
        SELECT
          *
        FROM "t76" AS "t77"
        WHERE
          COALESCE("t77"."day" < "t77"."refer_before", TRUE)
      ) AS "t120"
      ANTI JOIN (
        SELECT
          *
        FROM "t66" AS "t73"
        WHERE
          "t73"."on" <= "t73"."asked_on" AND "t73"."told" = 'referred to victim support'
      ) AS "t105"
        ON "t120"."crime_ref" = "t105"."crime_ref"
        AND (
          (
            "t105"."party" = ''
          ) OR (
            "t105"."party" = "t120"."ref"
          )
        )
    ) AS "t132"
  ) AS "t165"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t103"."crime_ref"
    FROM (
      SELECT
        "t75"."crime_ref",
        "t75"."ref"
      FROM (
        SELECT
          "t53"."crime_ref",
          "t53"."victim" AS "ref",
          CAST("t16"."reported_at" AS DATE) AS "day"
        FROM (
          SELECT
            "t1"."crime_ref",
            "t1"."ref" AS "victim"
          FROM "crime_parties" AS "t1"
          WHERE
            "t1"."part" = 'victim'
        ) AS "t53"
        INNER JOIN "open_crimes" AS "t16"
          ON "t53"."crime_ref" = "t16"."ref"
      ) AS "t75"
    ) AS "t103"
    INNER JOIN (
      SELECT
        "t57"."crime_ref",
        "t57"."ref" AS "event_ref"
      FROM (
        SELECT
          "t17"."id",
          "t17"."ref",
          "t17"."crime_ref",
          "t17"."kind",
          "t17"."on",
          "t17"."party",
          "t17"."until",
          "t43"."asked_on",
          "t43"."tell_before",
          "t43"."told_events"
        FROM "crime_events" AS "t17"
        CROSS JOIN (
          SELECT
            "t5"."asked_on",
            "t5"."tell_before",
            "t5"."told_events"
          FROM "asked" AS "t5"
        ) AS "t43"
      ) AS "t57"
      WHERE
        "t57"."on" <= "t57"."asked_on"
        AND "t57"."on" < "t57"."tell_before"
        AND CONTAINS("t57"."told_events", ';' || "t57"."kind" || ';')
    ) AS "t109"
      ON "t103"."crime_ref" = "t109"."crime_ref"
    ANTI JOIN (
      SELECT
        "t73"."party",
        "t73"."event" AS "said_of",
        "t73"."crime_ref" AS "said_crime"
      FROM "t66" AS "t73"
      WHERE
        "t73"."on" <= "t73"."asked_on" AND "t73"."told" = 'update'
    ) AS "t104"
      ON "t103"."crime_ref" = "t104"."said_crime"
      AND "t109"."event_ref" = "t104"."said_of"
      AND (
        (
          "t104"."party" = ''
        ) OR (
          "t104"."party" = "t103"."ref"
        )
      )
  ) AS "t126"
) AS "t166"
ORDER BY
  "t166"."crime_ref" ASC
