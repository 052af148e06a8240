-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_suspects.py. Change the expression there, not this page.
SELECT
  "t6"."asked_on",
  "t6"."of" AS "ref",
  CASE
    WHEN COALESCE("t6"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t6"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t6"."enforced_at" <= "t6"."time_by", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t6"."received", "t6"."asked_on") AS "days"
FROM (
  SELECT
    "t5"."of",
    "t5"."asked_on",
    "t5"."ends_at",
    "t5"."unit",
    "t5"."received",
    "t5"."band",
    "t5"."enforced_at",
    "t5"."closed",
    "t5"."band_by",
    "t5"."time_by",
    "t5"."enforce_by",
    "t3"."month_began_at"
  FROM (
    SELECT
      *
    FROM "referred" AS "t0"
    WHERE
      NOT (
        "t0"."closed"
      ) OR (
        "t0"."enforced_at" IS NOT NULL
      )
  ) AS "t5"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."month_began_at"
    FROM "days" AS "t1"
  ) AS "t3"
    ON "t5"."asked_on" = "t3"."asked_on"
) AS "t6"
WHERE
  "t6"."time_by" < "t6"."ends_at" AND "t6"."time_by" >= "t6"."month_began_at"
