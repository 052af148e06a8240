-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t0"."asked_on",
  "t0"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t0"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t0"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE("t0"."reviewed_on", "t0"."registered_on") + TO_MONTHS("t0"."review_months")
    ) < "t0"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF(
    'DAY',
    COALESCE("t0"."reviewed_on", "t0"."registered_on") + TO_MONTHS("t0"."review_months"),
    "t0"."asked_on"
  ) AS "days"
FROM "stood" AS "t0"
WHERE
  (
    COALESCE("t0"."reviewed_on", "t0"."registered_on") + TO_MONTHS("t0"."review_months")
  ) IS NOT NULL
