-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_holders.py. Change the expression there, not this page.
WITH "t21" AS (
  SELECT
    "t5"."asked_on"
  FROM "days" AS "t5"
), "t43" AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t12"."officer_ref",
      "t12"."asked_on",
      "t14"."kind",
      "t15"."needs"
    FROM "hands" AS "t12"
    INNER JOIN (
      SELECT
        "t5"."asked_on",
        "t5"."overridable",
        "t5"."child_under",
        "t5"."several_lines"
      FROM "days" AS "t5"
    ) AS "t30"
      ON "t12"."asked_on" = "t30"."asked_on"
    INNER JOIN "alike" AS "t13"
      ON "t12"."crime_ref" = "t13"."crime_ref"
      AND "t30"."child_under" = "t13"."child_under"
      AND "t30"."several_lines" = "t13"."several_lines"
    INNER JOIN "kinds" AS "t14"
      ON "t13"."like" = "t14"."like" AND "t12"."asked_on" = "t14"."asked_on"
    INNER JOIN "asks" AS "t15"
      ON "t14"."kind" = "t15"."kind" AND "t12"."asked_on" = "t15"."asked_on"
    INNER JOIN (
      SELECT
        "t6"."rank",
        "t6"."ref" AS "officer_ref",
        "t6"."since" AS "begun",
        "t6"."until" AS "left"
      FROM "officers" AS "t6"
    ) AS "t33"
      ON "t12"."officer_ref" = "t33"."officer_ref"
  ) AS "t39"
), "t48" AS (
  SELECT DISTINCT
    "t44"."officer_ref",
    "t44"."asked_on"
  FROM "t43" AS "t44"
), "t79" AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t53"."officer_ref",
      "t53"."asked_on",
      "t53"."kind",
      "t17"."need"
    FROM (
      SELECT
        "t44"."officer_ref",
        "t44"."asked_on",
        "t44"."kind"
      FROM "t43" AS "t44"
    ) AS "t53"
    INNER JOIN "courses" AS "t17"
      ON "t53"."kind" = "t17"."kind" AND "t53"."asked_on" = "t17"."asked_on"
    INNER JOIN (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t18"."officer_ref",
          "t38"."asked_on",
          "t18"."course"
        FROM "training" AS "t18"
        SEMI JOIN (
          SELECT DISTINCT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t52"."officer_ref"
              FROM "t48" AS "t52"
            ) AS "t55"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t64"."tutor" AS "officer_ref"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t59"."officer_ref",
                    "t59"."asked_on",
                    "t59"."tutor",
                    "t34"."begun",
                    "t34"."left"
                  FROM (
                    SELECT
                      "t51"."officer_ref",
                      "t51"."asked_on",
                      "t51"."kept"."tutor" AS "tutor"
                    FROM (
                      SELECT
                        "t42"."trainee" AS "officer_ref",
                        "t42"."asked_on",
                        MAX({'since': "t42"."since", 'id': "t42"."id", 'tutor': "t42"."tutor"}) AS "kept"
                      FROM (
                        SELECT
                          "t20"."id",
                          "t20"."trainee",
                          "t20"."ref",
                          "t20"."tutor",
                          "t20"."since",
                          "t20"."until",
                          "t37"."asked_on"
                        FROM "tutors" AS "t20"
                        INNER JOIN "t21" AS "t37"
                          ON "t20"."since" <= "t37"."asked_on"
                          AND (
                            (
                              "t20"."until" IS NULL
                            ) OR (
                              "t20"."until" > "t37"."asked_on"
                            )
                          )
                      ) AS "t42"
                      GROUP BY
                        1,
                        2
                    ) AS "t51"
                  ) AS "t59"
                  INNER JOIN (
                    SELECT
                      "t6"."ref" AS "tutor",
                      "t6"."since" AS "begun",
                      "t6"."until" AS "left"
                    FROM "officers" AS "t6"
                  ) AS "t34"
                    ON "t59"."tutor" = "t34"."tutor"
                ) AS "t60"
                WHERE
                  "t60"."tutor" <> "t60"."officer_ref"
                  AND (
                    (
                      "t60"."begun" IS NULL
                    ) OR (
                      "t60"."begun" <= "t60"."asked_on"
                    )
                  )
                  AND (
                    (
                      "t60"."left" IS NULL
                    ) OR (
                      "t60"."left" > "t60"."asked_on"
                    )
                  )
              ) AS "t64"
              ANTI JOIN (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    "t37"."asked_on",
                    "t19"."officer_ref" AS "tutor"
                  FROM "suspensions" AS "t19"
                  INNER JOIN "t21" AS "t37"
                    ON "t19"."since" <= "t37"."asked_on"
                    AND (
                      (
                        "t19"."until" IS NULL
                      ) OR (
                        "t19"."until" > "t37"."asked_on"
                      )
                    )
                ) AS "t41"
              ) AS "t47"
                ON "t64"."tutor" = "t47"."tutor" AND "t64"."asked_on" = "t47"."asked_on"
              INNER JOIN "t48" AS "t54"
                ON "t64"."officer_ref" = "t54"."officer_ref" AND "t64"."asked_on" = "t54"."asked_on"
            ) AS "t66"
          ) AS "t68"
        ) AS "t70"
          ON "t18"."officer_ref" = "t70"."officer_ref"
        INNER JOIN "t21" AS "t38"
          ON "t18"."awarded_on" <= "t38"."asked_on"
          AND (
            (
              "t18"."expires_on" IS NULL
            ) OR (
              "t18"."expires_on" > "t38"."asked_on"
            )
          )
      ) AS "t74"
    ) AS "t76"
      ON "t53"."officer_ref" = "t76"."officer_ref"
      AND "t53"."asked_on" = "t76"."asked_on"
      AND "t17"."course" = "t76"."course"
  ) AS "t77"
)
SELECT
  "t107"."asked_on",
  "t107"."crime_ref" AS "ref",
  CASE
    WHEN COALESCE("t107"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t107"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE(
        (
          "t107"."begun" > "t107"."asked_on"
        )
        OR COALESCE("t107"."left" <= "t107"."asked_on", FALSE),
        FALSE
      )
      AND NOT (
        COALESCE("t107"."leave", FALSE) AND CONTAINS("t107"."overridable", ';in post;')
      )
    )
    OR (
      NOT (
        CONTAINS("t107"."ranks", ';' || "t107"."rank" || ';')
      )
      AND NOT (
        COALESCE("t107"."leave", FALSE) AND CONTAINS("t107"."overridable", ';rank;')
      )
    )
    OR (
      (
        COALESCE("t107"."met", 0) < "t107"."needs"
      )
      AND NOT (
        COALESCE("t107"."tutored", FALSE) AND (
          "t36"."own_officer" IS NULL
        )
      )
      AND NOT (
        COALESCE("t107"."leave", FALSE)
        AND CONTAINS("t107"."overridable", ';accreditation;')
      )
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t107"."since", "t107"."asked_on") AS "days"
FROM (
  SELECT
    "t105".*
    EXCLUDE ("asked_on_right", "crime_ref_right", "officer_ref_right")
  FROM (
    SELECT
      "t104"."crime_ref",
      "t104"."asked_on",
      "t104"."since",
      "t104"."officer_ref",
      "t104"."unit",
      "t104"."overridable",
      "t104"."child_under",
      "t104"."several_lines",
      "t104"."like",
      "t104"."kind",
      "t104"."needs",
      "t104"."ranks",
      "t104"."rank",
      "t104"."begun",
      "t104"."left",
      "t104"."met",
      "t104"."tutor",
      "t104"."tutored",
      "t62"."crime_ref" AS "crime_ref_right",
      "t62"."asked_on" AS "asked_on_right",
      "t62"."officer_ref" AS "officer_ref_right",
      "t62"."leave"
    FROM (
      SELECT
        "t102".*
        EXCLUDE ("asked_on_right", "kind_right", "officer_ref_right")
      FROM (
        SELECT
          "t12"."crime_ref",
          "t12"."asked_on",
          "t12"."since",
          "t12"."officer_ref",
          "t12"."unit",
          "t30"."overridable",
          "t30"."child_under",
          "t30"."several_lines",
          "t13"."like",
          "t14"."kind",
          "t15"."needs",
          "t15"."ranks",
          "t33"."rank",
          "t33"."begun",
          "t33"."left",
          "t101"."officer_ref" AS "officer_ref_right",
          "t101"."asked_on" AS "asked_on_right",
          "t101"."kind" AS "kind_right",
          "t101"."met",
          "t101"."tutor",
          "t101"."tutored"
        FROM "hands" AS "t12"
        INNER JOIN (
          SELECT
            "t5"."asked_on",
            "t5"."overridable",
            "t5"."child_under",
            "t5"."several_lines"
          FROM "days" AS "t5"
        ) AS "t30"
          ON "t12"."asked_on" = "t30"."asked_on"
        INNER JOIN "alike" AS "t13"
          ON "t12"."crime_ref" = "t13"."crime_ref"
          AND "t30"."child_under" = "t13"."child_under"
          AND "t30"."several_lines" = "t13"."several_lines"
        INNER JOIN "kinds" AS "t14"
          ON "t13"."like" = "t14"."like" AND "t12"."asked_on" = "t14"."asked_on"
        INNER JOIN "asks" AS "t15"
          ON "t14"."kind" = "t15"."kind" AND "t12"."asked_on" = "t15"."asked_on"
        INNER JOIN (
          SELECT
            "t6"."rank",
            "t6"."ref" AS "officer_ref",
            "t6"."since" AS "begun",
            "t6"."until" AS "left"
          FROM "officers" AS "t6"
        ) AS "t33"
          ON "t12"."officer_ref" = "t33"."officer_ref"
        LEFT OUTER JOIN (
          SELECT
            "t99"."officer_ref",
            "t99"."asked_on",
            "t99"."kind",
            "t99"."met",
            "t99"."tutor",
            "t99"."tutored"
          FROM (
            SELECT
              "t94"."officer_ref",
              "t94"."asked_on",
              "t94"."kind",
              "t94"."met",
              "t98"."officer_ref" AS "officer_ref_right",
              "t98"."asked_on" AS "asked_on_right",
              "t98"."kind" AS "kind_right",
              "t98"."tutor",
              "t98"."tutored"
            FROM (
              SELECT
                "t89"."officer_ref",
                "t89"."asked_on",
                "t89"."kind",
                "t89"."met"
              FROM (
                SELECT
                  "t53"."officer_ref",
                  "t53"."asked_on",
                  "t53"."kind",
                  "t85"."officer_ref" AS "officer_ref_right",
                  "t85"."asked_on" AS "asked_on_right",
                  "t85"."kind" AS "kind_right",
                  "t85"."met"
                FROM (
                  SELECT
                    "t44"."officer_ref",
                    "t44"."asked_on",
                    "t44"."kind"
                  FROM "t43" AS "t44"
                ) AS "t53"
                LEFT OUTER JOIN (
                  SELECT
                    "t81"."officer_ref",
                    "t81"."asked_on",
                    "t81"."kind",
                    COUNT(*) AS "met"
                  FROM "t79" AS "t81"
                  GROUP BY
                    1,
                    2,
                    3
                ) AS "t85"
                  ON "t53"."officer_ref" = "t85"."officer_ref"
                  AND "t53"."asked_on" = "t85"."asked_on"
                  AND "t53"."kind" = "t85"."kind"
              ) AS "t89"
            ) AS "t94"
            LEFT OUTER JOIN (
              SELECT
                "t96"."officer_ref",
                "t96"."asked_on",
                "t96"."kind",
                "t96"."tutor",
                "t93"."lendable" AS "tutored"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t46"."officer_ref",
                    "t46"."asked_on",
                    "t46"."kind",
                    "t46"."needs",
                    "t67"."tutor",
                    "t87"."taught"
                  FROM "t43" AS "t46"
                  INNER JOIN (
                    SELECT
                      "t64"."officer_ref",
                      "t64"."asked_on",
                      "t64"."tutor"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t59"."officer_ref",
                          "t59"."asked_on",
                          "t59"."tutor",
                          "t34"."begun",
                          "t34"."left"
                        FROM (
                          SELECT
                            "t51"."officer_ref",
                            "t51"."asked_on",
                            "t51"."kept"."tutor" AS "tutor"
                          FROM (
                            SELECT
                              "t42"."trainee" AS "officer_ref",
                              "t42"."asked_on",
                              MAX({'since': "t42"."since", 'id': "t42"."id", 'tutor': "t42"."tutor"}) AS "kept"
                            FROM (
                              SELECT
                                "t20"."id",
                                "t20"."trainee",
                                "t20"."ref",
                                "t20"."tutor",
                                "t20"."since",
                                "t20"."until",
                                "t37"."asked_on"
                              FROM "tutors" AS "t20"
                              INNER JOIN "t21" AS "t37"
                                ON "t20"."since" <= "t37"."asked_on"
                                AND (
                                  (
                                    "t20"."until" IS NULL
                                  ) OR (
                                    "t20"."until" > "t37"."asked_on"
                                  )
                                )
                            ) AS "t42"
                            GROUP BY
                              1,
                              2
                          ) AS "t51"
                        ) AS "t59"
                        INNER JOIN (
                          SELECT
                            "t6"."ref" AS "tutor",
                            "t6"."since" AS "begun",
                            "t6"."until" AS "left"
                          FROM "officers" AS "t6"
                        ) AS "t34"
                          ON "t59"."tutor" = "t34"."tutor"
                      ) AS "t60"
                      WHERE
                        "t60"."tutor" <> "t60"."officer_ref"
                        AND (
                          (
                            "t60"."begun" IS NULL
                          ) OR (
                            "t60"."begun" <= "t60"."asked_on"
                          )
                        )
                        AND (
                          (
                            "t60"."left" IS NULL
                          ) OR (
                            "t60"."left" > "t60"."asked_on"
                          )
                        )
                    ) AS "t64"
                    ANTI JOIN (
                      SELECT DISTINCT
                        *
                      FROM (
                        SELECT
                          "t37"."asked_on",
                          "t19"."officer_ref" AS "tutor"
                        FROM "suspensions" AS "t19"
                        INNER JOIN "t21" AS "t37"
                          ON "t19"."since" <= "t37"."asked_on"
                          AND (
                            (
                              "t19"."until" IS NULL
                            ) OR (
                              "t19"."until" > "t37"."asked_on"
                            )
                          )
                      ) AS "t41"
                    ) AS "t47"
                      ON "t64"."tutor" = "t47"."tutor" AND "t64"."asked_on" = "t47"."asked_on"
                    INNER JOIN "t48" AS "t54"
                      ON "t64"."officer_ref" = "t54"."officer_ref" AND "t64"."asked_on" = "t54"."asked_on"
                  ) AS "t67"
                    ON "t46"."officer_ref" = "t67"."officer_ref" AND "t46"."asked_on" = "t67"."asked_on"
                  INNER JOIN (
                    SELECT
                      "t83"."officer_ref" AS "tutor",
                      "t83"."asked_on",
                      "t83"."kind",
                      "t83"."taught"
                    FROM (
                      SELECT
                        "t80"."officer_ref",
                        "t80"."asked_on",
                        "t80"."kind",
                        COUNT(*) AS "taught"
                      FROM (
                        SELECT DISTINCT
                          *
                        FROM (
                          SELECT
                            "t73"."officer_ref",
                            "t73"."asked_on",
                            "t73"."kind",
                            "t17"."need"
                          FROM (
                            SELECT DISTINCT
                              *
                            FROM (
                              SELECT
                                "t46"."asked_on",
                                "t46"."kind",
                                "t67"."tutor" AS "officer_ref"
                              FROM "t43" AS "t46"
                              INNER JOIN (
                                SELECT
                                  "t64"."officer_ref",
                                  "t64"."asked_on",
                                  "t64"."tutor"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t59"."officer_ref",
                                      "t59"."asked_on",
                                      "t59"."tutor",
                                      "t34"."begun",
                                      "t34"."left"
                                    FROM (
                                      SELECT
                                        "t51"."officer_ref",
                                        "t51"."asked_on",
                                        "t51"."kept"."tutor" AS "tutor"
                                      FROM (
                                        SELECT
                                          "t42"."trainee" AS "officer_ref",
                                          "t42"."asked_on",
                                          MAX({'since': "t42"."since", 'id': "t42"."id", 'tutor': "t42"."tutor"}) AS "kept"
                                        FROM (
                                          SELECT
                                            "t20"."id",
                                            "t20"."trainee",
                                            "t20"."ref",
                                            "t20"."tutor",
                                            "t20"."since",
                                            "t20"."until",
                                            "t37"."asked_on"
                                          FROM "tutors" AS "t20"
                                          INNER JOIN "t21" AS "t37"
                                            ON "t20"."since" <= "t37"."asked_on"
                                            AND (
                                              (
                                                "t20"."until" IS NULL
                                              ) OR (
                                                "t20"."until" > "t37"."asked_on"
                                              )
                                            )
                                        ) AS "t42"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t51"
                                    ) AS "t59"
                                    INNER JOIN (
                                      SELECT
                                        "t6"."ref" AS "tutor",
                                        "t6"."since" AS "begun",
                                        "t6"."until" AS "left"
                                      FROM "officers" AS "t6"
                                    ) AS "t34"
                                      ON "t59"."tutor" = "t34"."tutor"
                                  ) AS "t60"
                                  WHERE
                                    "t60"."tutor" <> "t60"."officer_ref"
                                    AND (
                                      (
                                        "t60"."begun" IS NULL
                                      ) OR (
                                        "t60"."begun" <= "t60"."asked_on"
                                      )
                                    )
                                    AND (
                                      (
                                        "t60"."left" IS NULL
                                      ) OR (
                                        "t60"."left" > "t60"."asked_on"
                                      )
                                    )
                                ) AS "t64"
                                ANTI JOIN (
                                  SELECT DISTINCT
                                    *
                                  FROM (
                                    SELECT
                                      "t37"."asked_on",
                                      "t19"."officer_ref" AS "tutor"
                                    FROM "suspensions" AS "t19"
                                    INNER JOIN "t21" AS "t37"
                                      ON "t19"."since" <= "t37"."asked_on"
                                      AND (
                                        (
                                          "t19"."until" IS NULL
                                        ) OR (
                                          "t19"."until" > "t37"."asked_on"
                                        )
                                      )
                                  ) AS "t41"
                                ) AS "t47"
                                  ON "t64"."tutor" = "t47"."tutor" AND "t64"."asked_on" = "t47"."asked_on"
                                INNER JOIN "t48" AS "t54"
                                  ON "t64"."officer_ref" = "t54"."officer_ref" AND "t64"."asked_on" = "t54"."asked_on"
                              ) AS "t67"
                                ON "t46"."officer_ref" = "t67"."officer_ref" AND "t46"."asked_on" = "t67"."asked_on"
                            ) AS "t71"
                          ) AS "t73"
                          INNER JOIN "courses" AS "t17"
                            ON "t73"."kind" = "t17"."kind" AND "t73"."asked_on" = "t17"."asked_on"
                          INNER JOIN (
                            SELECT DISTINCT
                              *
                            FROM (
                              SELECT
                                "t18"."officer_ref",
                                "t38"."asked_on",
                                "t18"."course"
                              FROM "training" AS "t18"
                              SEMI JOIN (
                                SELECT DISTINCT
                                  *
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t52"."officer_ref"
                                    FROM "t48" AS "t52"
                                  ) AS "t55"
                                  UNION ALL
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t64"."tutor" AS "officer_ref"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t59"."officer_ref",
                                          "t59"."asked_on",
                                          "t59"."tutor",
                                          "t34"."begun",
                                          "t34"."left"
                                        FROM (
                                          SELECT
                                            "t51"."officer_ref",
                                            "t51"."asked_on",
                                            "t51"."kept"."tutor" AS "tutor"
                                          FROM (
                                            SELECT
                                              "t42"."trainee" AS "officer_ref",
                                              "t42"."asked_on",
                                              MAX({'since': "t42"."since", 'id': "t42"."id", 'tutor': "t42"."tutor"}) AS "kept"
                                            FROM (
                                              SELECT
                                                "t20"."id",
                                                "t20"."trainee",
                                                "t20"."ref",
                                                "t20"."tutor",
                                                "t20"."since",
                                                "t20"."until",
                                                "t37"."asked_on"
                                              FROM "tutors" AS "t20"
                                              INNER JOIN "t21" AS "t37"
                                                ON "t20"."since" <= "t37"."asked_on"
                                                AND (
                                                  (
                                                    "t20"."until" IS NULL
                                                  ) OR (
                                                    "t20"."until" > "t37"."asked_on"
                                                  )
                                                )
                                            ) AS "t42"
                                            GROUP BY
                                              1,
                                              2
                                          ) AS "t51"
                                        ) AS "t59"
                                        INNER JOIN (
                                          SELECT
                                            "t6"."ref" AS "tutor",
                                            "t6"."since" AS "begun",
                                            "t6"."until" AS "left"
                                          FROM "officers" AS "t6"
                                        ) AS "t34"
                                          ON "t59"."tutor" = "t34"."tutor"
                                      ) AS "t60"
                                      WHERE
                                        "t60"."tutor" <> "t60"."officer_ref"
                                        AND (
                                          (
                                            "t60"."begun" IS NULL
                                          ) OR (
                                            "t60"."begun" <= "t60"."asked_on"
                                          )
                                        )
                                        AND (
                                          (
                                            "t60"."left" IS NULL
                                          ) OR (
                                            "t60"."left" > "t60"."asked_on"
                                          )
                                        )
                                    ) AS "t64"
                                    ANTI JOIN (
                                      SELECT DISTINCT
                                        *
                                      FROM (
                                        SELECT
                                          "t37"."asked_on",
                                          "t19"."officer_ref" AS "tutor"
                                        FROM "suspensions" AS "t19"
                                        INNER JOIN "t21" AS "t37"
                                          ON "t19"."since" <= "t37"."asked_on"
                                          AND (
                                            (
                                              "t19"."until" IS NULL
                                            ) OR (
                                              "t19"."until" > "t37"."asked_on"
                                            )
                                          )
                                      ) AS "t41"
                                    ) AS "t47"
                                      ON "t64"."tutor" = "t47"."tutor" AND "t64"."asked_on" = "t47"."asked_on"
                                    INNER JOIN "t48" AS "t54"
                                      ON "t64"."officer_ref" = "t54"."officer_ref" AND "t64"."asked_on" = "t54"."asked_on"
                                  ) AS "t66"
                                ) AS "t68"
                              ) AS "t70"
                                ON "t18"."officer_ref" = "t70"."officer_ref"
                              INNER JOIN "t21" AS "t38"
                                ON "t18"."awarded_on" <= "t38"."asked_on"
                                AND (
                                  (
                                    "t18"."expires_on" IS NULL
                                  ) OR (
                                    "t18"."expires_on" > "t38"."asked_on"
                                  )
                                )
                            ) AS "t74"
                          ) AS "t76"
                            ON "t73"."officer_ref" = "t76"."officer_ref"
                            AND "t73"."asked_on" = "t76"."asked_on"
                            AND "t17"."course" = "t76"."course"
                        ) AS "t78"
                      ) AS "t80"
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS "t83"
                  ) AS "t87"
                    ON "t67"."tutor" = "t87"."tutor"
                    AND "t46"."asked_on" = "t87"."asked_on"
                    AND "t46"."kind" = "t87"."kind"
                ) AS "t91"
                WHERE
                  "t91"."taught" = "t91"."needs"
              ) AS "t96"
              INNER JOIN (
                SELECT
                  "t88"."officer_ref",
                  "t88"."asked_on",
                  "t88"."kind",
                  BOOL_AND(CAST("t88"."stands_in" AS BOOLEAN)) AS "lendable"
                FROM (
                  SELECT
                    "t46"."officer_ref",
                    "t46"."asked_on",
                    "t46"."kind",
                    "t46"."needs",
                    "t35"."need",
                    "t35"."stands_in"
                  FROM "t43" AS "t46"
                  INNER JOIN (
                    SELECT DISTINCT
                      "t8"."kind",
                      "t8"."asked_on",
                      "t8"."need",
                      "t8"."stands_in"
                    FROM "courses" AS "t8"
                  ) AS "t35"
                    ON "t46"."kind" = "t35"."kind" AND "t46"."asked_on" = "t35"."asked_on"
                  ANTI JOIN "t79" AS "t82"
                    ON "t46"."officer_ref" = "t82"."officer_ref"
                    AND "t46"."asked_on" = "t82"."asked_on"
                    AND "t46"."kind" = "t82"."kind"
                    AND "t35"."need" = "t82"."need"
                ) AS "t88"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t93"
                ON "t96"."officer_ref" = "t93"."officer_ref"
                AND "t96"."asked_on" = "t93"."asked_on"
                AND "t96"."kind" = "t93"."kind"
            ) AS "t98"
              ON "t94"."officer_ref" = "t98"."officer_ref"
              AND "t94"."asked_on" = "t98"."asked_on"
              AND "t94"."kind" = "t98"."kind"
          ) AS "t99"
        ) AS "t101"
          ON "t12"."officer_ref" = "t101"."officer_ref"
          AND "t12"."asked_on" = "t101"."asked_on"
          AND "t14"."kind" = "t101"."kind"
      ) AS "t102"
    ) AS "t104"
    LEFT OUTER JOIN (
      SELECT
        "t58"."crime_ref",
        "t58"."asked_on",
        "t58"."officer_ref",
        REGEXP_MATCHES("t58"."reason", '[^;\s]')
        AND (
          "t58"."by" <> "t58"."officer_ref"
        )
        AND CONTAINS("t31"."override_ranks", ';' || "t32"."giver" || ';') AS "leave"
      FROM (
        SELECT
          "t50"."crime_ref",
          "t50"."asked_on",
          "t50"."officer_ref",
          "t50"."kept"."by" AS "by",
          "t50"."kept"."reason" AS "reason"
        FROM (
          SELECT
            "t40"."crime_ref",
            "t40"."asked_on",
            "t40"."officer_ref",
            MAX(
              {'on': "t40"."on", 'ref': "t40"."ref", 'by': "t40"."by", 'reason': "t40"."reason"}
            ) AS "kept"
          FROM (
            SELECT
              "t16"."id",
              "t16"."crime_ref",
              "t16"."ref",
              "t16"."officer_ref",
              "t16"."on",
              "t16"."until",
              "t16"."by",
              "t16"."reason",
              "t37"."asked_on"
            FROM "allocation_overrides" AS "t16"
            INNER JOIN "t21" AS "t37"
              ON "t16"."on" <= "t37"."asked_on"
              AND (
                (
                  "t16"."until" IS NULL
                ) OR (
                  "t16"."until" > "t37"."asked_on"
                )
              )
          ) AS "t40"
          GROUP BY
            1,
            2,
            3
        ) AS "t50"
      ) AS "t58"
      INNER JOIN (
        SELECT
          "t6"."ref" AS "by",
          "t6"."rank" AS "giver"
        FROM "officers" AS "t6"
      ) AS "t32"
        ON "t58"."by" = "t32"."by"
      INNER JOIN (
        SELECT
          "t5"."asked_on",
          "t5"."override_ranks"
        FROM "days" AS "t5"
      ) AS "t31"
        ON "t58"."asked_on" = "t31"."asked_on"
    ) AS "t62"
      ON "t104"."crime_ref" = "t62"."crime_ref"
      AND "t104"."asked_on" = "t62"."asked_on"
      AND "t104"."officer_ref" = "t62"."officer_ref"
  ) AS "t105"
) AS "t107"
LEFT OUTER JOIN (
  SELECT DISTINCT
    "t0"."crime_ref" AS "own_crime",
    "t0"."officer" AS "own_officer"
  FROM "crime_parties" AS "t0"
  WHERE
    "t0"."officer" <> ''
) AS "t36"
  ON "t107"."crime_ref" = "t36"."own_crime" AND "t107"."tutor" = "t36"."own_officer"
