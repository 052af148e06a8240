-- Printed by tools/print_twins.py from watchkeeper/suspects/bulk.py. Change the expression there, not this page.
SELECT
  *
FROM (
  SELECT
    "t9"."ref",
    "t9"."received_at",
    "t9"."children",
    "t9"."works_with_children",
    "t9"."person",
    "t9"."postcode"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t3"."id",
        "t3"."ref",
        "t3"."received_at",
        "t3"."sender",
        "t3"."sent_as",
        "t3"."unit",
        "t3"."family_name",
        "t3"."given_names",
        "t3"."born_on",
        "t3"."person",
        "t3"."postcode",
        "t3"."children",
        "t3"."works_with_children",
        "t4"."asked_on",
        "t4"."asked_at",
        "t4"."actions",
        "t4"."least_words"
      FROM "suspect_referrals" AS "t3"
      CROSS JOIN "asked" AS "t4"
    ) AS "t6"
    WHERE
      "t6"."received_at" <= "t6"."asked_at"
  ) AS "t9"
  SEMI JOIN (
    SELECT DISTINCT
      "t7"."referral_ref",
      "t7"."asked_on",
      "t7"."on"
    FROM (
      SELECT
        "t5"."id",
        "t5"."ref",
        "t5"."referral_ref",
        "t5"."outcome",
        "t5"."on",
        "t5"."by",
        "t5"."reason",
        "t5"."second_by",
        "t5"."second_on",
        "t5"."second_agrees",
        "t5"."safeguarding",
        "t4"."asked_on",
        "t4"."asked_at",
        "t4"."actions",
        "t4"."least_words"
      FROM "suspect_closures" AS "t5"
      CROSS JOIN "asked" AS "t4"
    ) AS "t7"
    WHERE
      (
        (
          "t7"."on" IS NULL
        ) OR (
          "t7"."on" <= "t7"."asked_on"
        )
      )
      AND (
        COALESCE(
          CONTAINS("t7"."actions", ';' || CAST("t7"."outcome" AS TEXT) || ';')
          AND NOT (
            COALESCE(
              (
                "t7"."second_agrees" = FALSE
              )
              AND (
                (
                  "t7"."second_on" IS NULL
                ) OR (
                  "t7"."second_on" <= "t7"."asked_on"
                )
              ),
              FALSE
            )
          ),
          FALSE
        )
        OR COALESCE(
          (
            ARRAY_LENGTH(STR_SPLIT_REGEX(REGEXP_REPLACE("t7"."reason", '^\s+|\s+$', '', 'g'), '\s+')) >= "t7"."least_words"
          )
          AND (
            (
              "t7"."second_on" <= "t7"."asked_on"
            )
            AND (
              "t7"."second_by" <> ''
            )
            AND (
              "t7"."second_by" <> "t7"."by"
            )
          )
          AND "t7"."second_agrees"
          AND "t7"."safeguarding",
          FALSE
        )
      )
  ) AS "t11"
    ON "t9"."ref" = "t11"."referral_ref"
    AND "t11"."on" >= CAST(TIMEZONE('Europe/London', TIMEZONE('UTC', "t9"."received_at")) AS DATE)
) AS "t12"
ORDER BY
  "t12"."ref" ASC
