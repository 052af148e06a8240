-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t5"."asked_on",
  "t5"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t5"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t5"."unit"
  END AS "unit",
  COALESCE(
    (
      COALESCE("t5"."seen_on", "t5"."registered_on") + TO_MONTHS("t5"."unseen_months")
    ) <= "t5"."asked_on",
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', COALESCE("t5"."seen_on", "t5"."registered_on"), "t5"."asked_on") AS "days"
FROM (
  SELECT
    "t2"."person_ref",
    "t2"."asked_on",
    "t2"."unit",
    "t2"."flag_on",
    "t2"."level",
    "t2"."plan_ref",
    "t2"."visit_every_months",
    "t2"."seen_on",
    "t2"."tried_on",
    "t2"."assessed_on",
    "t2"."assessed_ref",
    "t2"."signed_off_on",
    "t2"."reviewed_on",
    "t2"."notified_on",
    "t2"."annual_from",
    "t2"."manager",
    "t2"."managed_since",
    "t2"."left_on",
    "t2"."registered_on",
    "t2"."away",
    "t2"."reactive",
    "t2"."visit_months",
    "t2"."review_months",
    "t4"."unseen_months"
  FROM "stood" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."unseen_months"
    FROM "days" AS "t1"
  ) AS "t4"
    ON "t2"."asked_on" = "t4"."asked_on"
) AS "t5"
WHERE
  NOT (
    "t5"."away"
  )
  AND NOT (
    "t5"."reactive"
  )
  AND (
    "t5"."registered_on" + TO_MONTHS("t5"."unseen_months")
  ) <= "t5"."asked_on"
