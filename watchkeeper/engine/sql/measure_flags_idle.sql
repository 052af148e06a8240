-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_missing.py. Change the expression there, not this page.
SELECT
  "t10"."asked_on",
  "t10"."ref",
  CASE
    WHEN COALESCE("t10"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t10"."unit"
  END AS "unit",
  COALESCE(
    (
      "t10"."owner" = ''
    )
    OR (
      "t10"."review_on" IS NULL
    )
    OR (
      "t10"."review_on" < "t10"."asked_on"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t10"."on", "t10"."asked_on") AS "days"
FROM (
  SELECT
    "t9".*
    EXCLUDE ("missing_ref_right")
  FROM (
    SELECT
      "t3"."id",
      "t3"."missing_ref",
      "t3"."ref",
      "t3"."on",
      "t3"."owner",
      "t3"."review_on",
      "t3"."until",
      "t3"."reviewed_on",
      "t5"."asked_on",
      "t8"."missing_ref" AS "missing_ref_right",
      "t8"."unit"
    FROM "exploitation_flags" AS "t3"
    INNER JOIN (
      SELECT
        "t1"."asked_on"
      FROM "days" AS "t1"
    ) AS "t5"
      ON "t3"."on" <= "t5"."asked_on"
      AND (
        (
          "t3"."until" IS NULL
        ) OR (
          "t3"."until" > "t5"."asked_on"
        )
      )
    LEFT OUTER JOIN (
      SELECT
        "t6"."missing_ref",
        "t6"."unit"."unit" AS "unit"
      FROM (
        SELECT
          "t2"."missing_ref",
          MAX({'at': "t2"."reported_at", 'ref': "t2"."ref", 'unit': "t2"."unit"}) AS "unit"
        FROM "missing_episodes_dated" AS "t2"
        GROUP BY
          1
      ) AS "t6"
    ) AS "t8"
      ON "t3"."missing_ref" = "t8"."missing_ref"
  ) AS "t9"
) AS "t10"
