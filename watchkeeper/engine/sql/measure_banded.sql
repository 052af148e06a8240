-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_suspects.py. Change the expression there, not this page.
SELECT
  "t42".*
  EXCLUDE ("asked_on_right", "of_right")
FROM (
  SELECT
    "t41"."of",
    "t41"."asked_on",
    "t41"."ends_at",
    "t41"."received_at",
    "t41"."received",
    "t41"."whole",
    "t41"."unit",
    "t41"."enforced_at",
    "t41"."band",
    "t41"."banded_at",
    "t39"."of" AS "of_right",
    "t39"."asked_on" AS "asked_on_right",
    "t39"."closed_on",
    "t39"."shut"
  FROM (
    SELECT
      "t38".*
      EXCLUDE ("asked_on_right", "of_right")
    FROM (
      SELECT
        "t36"."of",
        "t36"."asked_on",
        "t36"."ends_at",
        "t36"."received_at",
        "t36"."received",
        "t36"."whole",
        "t36"."unit",
        "t36"."enforced_at",
        "t32"."of" AS "of_right",
        "t32"."asked_on" AS "asked_on_right",
        "t32"."band",
        "t32"."banded_at"
      FROM (
        SELECT
          "t33".*
          EXCLUDE ("asked_on_right", "of_right")
        FROM (
          SELECT
            "t25"."of",
            "t25"."asked_on",
            "t25"."ends_at",
            "t25"."received_at",
            "t25"."received",
            "t25"."whole",
            "t25"."unit",
            "t28"."of" AS "of_right",
            "t28"."asked_on" AS "asked_on_right",
            "t28"."enforced_at"
          FROM (
            SELECT
              "t19"."of",
              "t19"."asked_on",
              "t19"."ends_at",
              MIN("t19"."received_at") AS "received_at",
              MIN("t19"."received") AS "received",
              MAX("t19"."received") AS "whole",
              MAX("t19"."unit") FILTER(WHERE
                "t19"."of" = "t19"."referral_ref") AS "unit"
            FROM (
              SELECT
                "t6"."asked_on",
                "t6"."ends_at",
                "t6"."of",
                "t6"."referral_ref",
                "t13"."id",
                "t13"."received_at",
                "t13"."unit",
                "t13"."received"
              FROM "members" AS "t6"
              INNER JOIN (
                SELECT
                  "t3"."id",
                  "t3"."ref" AS "referral_ref",
                  "t3"."received_at",
                  "t3"."unit",
                  "t3"."received"
                FROM "suspect_referrals_dated" AS "t3"
              ) AS "t13"
                ON "t6"."referral_ref" = "t13"."referral_ref"
            ) AS "t19"
            GROUP BY
              1,
              2,
              3
          ) AS "t25"
          LEFT OUTER JOIN (
            SELECT
              "t24"."of",
              "t24"."asked_on",
              MIN("t24"."at") AS "enforced_at"
            FROM (
              SELECT
                "t21"."asked_on",
                "t21"."at",
                "t21"."of"
              FROM (
                SELECT
                  "t6"."asked_on",
                  "t6"."ends_at",
                  "t6"."of",
                  "t6"."referral_ref",
                  "t17"."at"
                FROM "members" AS "t6"
                INNER JOIN (
                  SELECT
                    "t5"."referral_ref",
                    "t5"."at"
                  FROM "suspect_steps" AS "t5"
                  WHERE
                    "t5"."kind" IN ('arrest', 'search under a warrant', 'voluntary interview')
                ) AS "t17"
                  ON "t6"."referral_ref" = "t17"."referral_ref"
              ) AS "t21"
              WHERE
                "t21"."at" < "t21"."ends_at"
            ) AS "t24"
            GROUP BY
              1,
              2
          ) AS "t28"
            ON "t25"."of" = "t28"."of" AND "t25"."asked_on" = "t28"."asked_on"
        ) AS "t33"
      ) AS "t36"
      LEFT OUTER JOIN (
        SELECT
          "t27"."of",
          "t27"."asked_on",
          "t27"."kept"."band" AS "band",
          "t27"."kept"."at" AS "banded_at"
        FROM (
          SELECT
            "t23"."of",
            "t23"."asked_on",
            MAX({'at': "t23"."at", 'ref': "t23"."ref", 'band': "t23"."band"}) AS "kept"
          FROM (
            SELECT
              "t20"."asked_on",
              "t20"."at",
              "t20"."of",
              "t20"."ref",
              "t20"."band"
            FROM (
              SELECT
                "t6"."asked_on",
                "t6"."ends_at",
                "t6"."of",
                "t6"."referral_ref",
                "t16"."at",
                "t16"."ref",
                "t16"."band"
              FROM "members" AS "t6"
              INNER JOIN (
                SELECT
                  "t4"."referral_ref",
                  "t4"."at",
                  "t4"."ref",
                  "t4"."band"
                FROM "suspect_bands" AS "t4"
                WHERE
                  "t4"."by" <> ''
                  AND REGEXP_MATCHES("t4"."tool", '\S')
                  AND REGEXP_MATCHES("t4"."version", '\S')
              ) AS "t16"
                ON "t6"."referral_ref" = "t16"."referral_ref"
            ) AS "t20"
            WHERE
              "t20"."at" < "t20"."ends_at"
          ) AS "t23"
          GROUP BY
            1,
            2
        ) AS "t27"
      ) AS "t32"
        ON "t36"."of" = "t32"."of" AND "t36"."asked_on" = "t32"."asked_on"
    ) AS "t38"
  ) AS "t41"
  LEFT OUTER JOIN (
    SELECT
      "t35"."of",
      "t35"."asked_on",
      MAX("t35"."on") AS "closed_on",
      BOOL_OR(CAST("t35"."of" IS NOT NULL AS BOOLEAN)) AS "shut"
    FROM (
      SELECT
        "t11"."asked_on",
        "t11"."of",
        "t11"."referral_ref",
        "t30"."on"
      FROM (
        SELECT
          "t0"."asked_on",
          "t0"."of",
          "t0"."referral_ref"
        FROM "members" AS "t0"
      ) AS "t11"
      INNER JOIN (
        SELECT DISTINCT
          "t18"."referral_ref",
          "t18"."asked_on",
          "t18"."on"
        FROM (
          SELECT
            "t7"."id",
            "t7"."referral_ref",
            "t7"."ref",
            "t7"."outcome",
            "t7"."on",
            "t7"."by",
            "t7"."reason",
            "t7"."second_by",
            "t7"."second_on",
            "t7"."second_agrees",
            "t7"."safeguarding",
            "t12"."asked_on",
            "t12"."least_words",
            "t12"."actions"
          FROM "suspect_closures" AS "t7"
          CROSS JOIN (
            SELECT
              "t2"."asked_on",
              "t2"."least_words",
              "t2"."action_outcomes" AS "actions"
            FROM "days" AS "t2"
          ) AS "t12"
        ) AS "t18"
        WHERE
          (
            (
              "t18"."on" IS NULL
            ) OR (
              "t18"."on" <= "t18"."asked_on"
            )
          )
          AND (
            COALESCE(
              CONTAINS("t18"."actions", ';' || CAST("t18"."outcome" AS TEXT) || ';')
              AND NOT (
                COALESCE(
                  (
                    "t18"."second_agrees" = FALSE
                  )
                  AND (
                    (
                      "t18"."second_on" IS NULL
                    ) OR (
                      "t18"."second_on" <= "t18"."asked_on"
                    )
                  ),
                  FALSE
                )
              ),
              FALSE
            )
            OR COALESCE(
              (
                ARRAY_LENGTH(STR_SPLIT_REGEX(REGEXP_REPLACE("t18"."reason", '^\s+|\s+$', '', 'g'), '\s+')) >= "t18"."least_words"
              )
              AND (
                (
                  "t18"."second_on" <= "t18"."asked_on"
                )
                AND (
                  "t18"."second_by" <> ''
                )
                AND (
                  "t18"."second_by" <> "t18"."by"
                )
              )
              AND "t18"."second_agrees"
              AND "t18"."safeguarding",
              FALSE
            )
          )
      ) AS "t30"
        ON "t11"."referral_ref" = "t30"."referral_ref"
        AND "t11"."asked_on" = "t30"."asked_on"
    ) AS "t35"
    GROUP BY
      1,
      2
  ) AS "t39"
    ON "t41"."of" = "t39"."of" AND "t41"."asked_on" = "t39"."asked_on"
) AS "t42"
