-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_visits.py. Change the expression there, not this page.
SELECT
  "t5"."asked_on",
  "t5"."ref",
  CASE
    WHEN COALESCE("t5"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t5"."unit"
  END AS "unit",
  COALESCE(
    (
      "t5"."notice_reason" = ''
    )
    OR (
      NOT (
        (
          "t5"."notice_reason" <> ''
        )
        AND CONTAINS("t4"."agreed_grounds", ';' || LOWER("t5"."notice_reason") || ';')
      )
      AND (
        "t5"."notice_authorised_by" = ''
      )
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t5"."day", "t5"."asked_on") AS "days"
FROM (
  SELECT
    *
  FROM "tried" AS "t0"
  WHERE
    "t0"."notice_hours" IS NOT NULL
) AS "t5"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."agreed_grounds"
  FROM "days" AS "t1"
) AS "t4"
  ON "t5"."asked_on" = "t4"."asked_on"
