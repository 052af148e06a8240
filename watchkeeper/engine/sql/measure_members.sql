-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_suspects.py. Change the expression there, not this page.
WITH "t12" AS (
  SELECT
    "t11"."asked_on",
    "t11"."referral_ref",
    "t11"."other",
    MIN("t11"."at") AS "at"
  FROM (
    SELECT
      "t10"."id",
      "t10"."referral_ref",
      "t10"."ref",
      "t10"."other",
      "t10"."verdict",
      "t10"."at",
      "t10"."undone_at",
      "t8"."asked_on",
      "t8"."ends_at"
    FROM (
      SELECT
        *
      FROM "suspect_pairs" AS "t2"
      WHERE
        "t2"."verdict" = 'one referral'
    ) AS "t10"
    INNER JOIN (
      SELECT
        "t1"."asked_on",
        "t1"."ends_at"
      FROM "days" AS "t1"
    ) AS "t8"
      ON "t10"."at" < "t8"."ends_at"
      AND (
        (
          "t10"."undone_at" IS NULL
        ) OR (
          "t10"."undone_at" >= "t8"."ends_at"
        )
      )
  ) AS "t11"
  GROUP BY
    1,
    2,
    3
), "t18" AS (
  SELECT
    "t8"."asked_on",
    "t8"."ends_at",
    "t7"."ref" AS "of",
    "t7"."ref" AS "referral_ref"
  FROM (
    SELECT
      "t0"."ref",
      "t0"."received_at"
    FROM "suspect_referrals_dated" AS "t0"
  ) AS "t7"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."ends_at"
    FROM "days" AS "t1"
  ) AS "t8"
    ON "t7"."received_at" < "t8"."ends_at"
  ANTI JOIN (
    SELECT DISTINCT
      "t13"."asked_on",
      "t13"."other" AS "of"
    FROM "t12" AS "t13"
  ) AS "t17"
    ON "t7"."ref" = "t17"."of" AND "t8"."asked_on" = "t17"."asked_on"
)
SELECT
  *
FROM "t18" AS "t19"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t21"."asked_on",
    "t21"."ends_at",
    "t21"."of",
    "t16"."referral_ref"
  FROM (
    SELECT
      "t19"."asked_on",
      "t19"."ends_at",
      "t19"."of"
    FROM "t18" AS "t19"
  ) AS "t21"
  INNER JOIN (
    SELECT
      "t13"."asked_on",
      "t13"."referral_ref" AS "of",
      "t13"."other" AS "referral_ref"
    FROM "t12" AS "t13"
  ) AS "t16"
    ON "t21"."of" = "t16"."of" AND "t21"."asked_on" = "t16"."asked_on"
  SEMI JOIN (
    SELECT
      "t0"."ref" AS "referral_ref"
    FROM "suspect_referrals_dated" AS "t0"
  ) AS "t6"
    ON "t16"."referral_ref" = "t6"."referral_ref"
) AS "t22"
