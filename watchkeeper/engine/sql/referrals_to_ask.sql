-- Printed by tools/print_twins.py from watchkeeper/suspects/bulk.py. Change the expression there, not this page.
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
            "t43"."ref" AS "referral_ref"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t16"."id",
                "t16"."ref",
                "t16"."received_at",
                "t16"."sender",
                "t16"."sent_as",
                "t16"."unit",
                "t16"."family_name",
                "t16"."given_names",
                "t16"."born_on",
                "t16"."person",
                "t16"."postcode",
                "t16"."children",
                "t16"."works_with_children",
                "t17"."asked_on",
                "t17"."asked_at",
                "t17"."actions",
                "t17"."least_words"
              FROM "suspect_referrals" AS "t16"
              CROSS JOIN "asked" AS "t17"
            ) AS "t31"
            WHERE
              "t31"."received_at" <= "t31"."asked_at"
          ) AS "t43"
          ANTI JOIN "shut_referrals" AS "t14"
            ON "t43"."ref" = "t14"."ref"
        ) AS "t50"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."referral_ref"
            FROM "suspect_pairs" AS "t4"
            WHERE
              "t4"."verdict" = 'one referral'
          ) AS "t27"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t4"."other" AS "referral_ref"
            FROM "suspect_pairs" AS "t4"
            WHERE
              "t4"."verdict" = 'one referral'
          ) AS "t28"
        ) AS "t37"
      ) AS "t52"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t57"."referral_ref"
        FROM (
          SELECT
            "t55"."ref" AS "referral_ref"
          FROM (
            SELECT
              "t54"."ref",
              "t54"."near_at",
              "t39"."referral_ref",
              "t39"."done_at"
            FROM (
              SELECT
                "t51"."ref",
                MAX("t51"."at") AS "near_at"
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
                          "t0"."ref",
                          "t0"."received_at" AS "at"
                        FROM "shut_referrals" AS "t0"
                        WHERE
                          COALESCE("t0"."children", FALSE) OR COALESCE("t0"."works_with_children", FALSE)
                      ) AS "t34"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t15"."ref",
                          "t15"."received_at" AS "at"
                        FROM "shut_referrals" AS "t15"
                        INNER JOIN (
                          SELECT DISTINCT
                            "t12"."postcode" AS "live"
                          FROM "child_near" AS "t12"
                        ) AS "t33"
                          ON "t15"."postcode" = "t33"."live"
                      ) AS "t44"
                    ) AS "t45"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t11"."referral_ref" AS "ref",
                        "t11"."at"
                      FROM "suspect_children" AS "t11"
                    ) AS "t21"
                  ) AS "t48"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t10"."referral_ref" AS "ref",
                      "t10"."at"
                    FROM "suspect_addresses" AS "t10"
                  ) AS "t20"
                ) AS "t49"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t5"."referral_ref" AS "ref",
                    "t5"."at"
                  FROM "suspect_people" AS "t5"
                ) AS "t18"
              ) AS "t51"
              GROUP BY
                1
            ) AS "t54"
            LEFT OUTER JOIN (
              SELECT
                "t9"."referral_ref",
                MAX("t9"."at") AS "done_at"
              FROM "suspect_safeguards" AS "t9"
              GROUP BY
                1
            ) AS "t39"
              ON "t54"."ref" = "t39"."referral_ref"
          ) AS "t55"
          WHERE
            (
              "t55"."done_at" IS NULL
            ) OR (
              "t55"."done_at" < "t55"."near_at"
            )
        ) AS "t57"
        SEMI JOIN "shut_referrals" AS "t14"
          ON "t57"."referral_ref" = "t14"."ref"
      ) AS "t58"
    ) AS "t59"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t41"."whose" AS "referral_ref"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."ref" AS "whose",
            "t0"."person" AS "who"
          FROM "shut_referrals" AS "t0"
          WHERE
            "t0"."person" <> ''
        ) AS "t23"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t5"."referral_ref" AS "whose",
            "t5"."person" AS "who"
          FROM "suspect_people" AS "t5"
          WHERE
            "t5"."person" <> ''
        ) AS "t29"
      ) AS "t41"
      ANTI JOIN (
        SELECT
          "t6"."referral_ref",
          "t6"."person"
        FROM "suspect_managers_told" AS "t6"
      ) AS "t30"
        ON "t41"."whose" = "t30"."referral_ref" AND "t41"."who" = "t30"."person"
    ) AS "t47"
  ) AS "t60"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t40"."referral_ref"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."ref",
          "t1"."referral_ref"
        FROM "suspect_steps" AS "t1"
        WHERE
          "t1"."kind" IN ('arrest', 'bail return', 'charge decision')
      ) AS "t24"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t2"."ref",
          "t2"."referral_ref"
        FROM "suspect_devices" AS "t2"
        WHERE
          "t2"."step" = 'result'
      ) AS "t25"
    ) AS "t40"
    ANTI JOIN (
      SELECT
        *
      FROM "suspect_prompts" AS "t3"
      WHERE
        "t3"."by" <> '' AND "t3"."answer" <> ''
    ) AS "t36"
      ON "t40"."ref" = "t36"."trigger"
    SEMI JOIN "shut_referrals" AS "t13"
      ON "t40"."referral_ref" = "t13"."ref"
  ) AS "t46"
) AS "t61"
ORDER BY
  "t61"."referral_ref" ASC
