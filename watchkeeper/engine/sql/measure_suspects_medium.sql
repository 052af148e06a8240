-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_suspects.py. Change the expression there, not this page.
SELECT
  "t0"."asked_on",
  "t0"."of" AS "ref",
  CASE
    WHEN COALESCE("t0"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t0"."unit"
  END AS "unit",
  COALESCE("t0"."enforce_by" < "t0"."ends_at", FALSE) AS "counts",
  DATE_DIFF('DAY', "t0"."received", "t0"."asked_on") AS "days"
FROM "referred" AS "t0"
WHERE
  NOT (
    "t0"."closed"
  ) AND "t0"."enforced_at" IS NULL AND "t0"."band" = 'medium'
