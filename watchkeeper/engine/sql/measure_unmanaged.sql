-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t7"."asked_on",
  "t7"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t7"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t7"."unit"
  END AS "unit",
  COALESCE(NOT (
    "t7"."in_hand"
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', COALESCE("t7"."left_on", "t7"."registered_on"), "t7"."asked_on") AS "days"
FROM (
  SELECT
    "t6".*
    EXCLUDE ("manager_right")
  FROM (
    SELECT
      "t5"."person_ref",
      "t5"."asked_on",
      "t5"."unit",
      "t5"."flag_on",
      "t5"."level",
      "t5"."plan_ref",
      "t5"."visit_every_months",
      "t5"."seen_on",
      "t5"."tried_on",
      "t5"."assessed_on",
      "t5"."assessed_ref",
      "t5"."signed_off_on",
      "t5"."reviewed_on",
      "t5"."notified_on",
      "t5"."annual_from",
      "t5"."manager",
      "t5"."managed_since",
      "t5"."left_on",
      "t5"."registered_on",
      "t5"."away",
      "t5"."reactive",
      "t5"."visit_months",
      "t5"."review_months",
      "t5"."manager_right",
      "t5"."left",
      COALESCE(
        (
          "t5"."manager_right" IS NOT NULL
        )
        AND (
          (
            "t5"."left" IS NULL
          ) OR (
            "t5"."left" > "t5"."asked_on"
          )
        ),
        FALSE
      ) AS "in_hand"
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
        "t4"."manager" AS "manager_right",
        "t4"."left"
      FROM "stood" AS "t2"
      LEFT OUTER JOIN (
        SELECT
          "t1"."ref" AS "manager",
          "t1"."until" AS "left"
        FROM "officers" AS "t1"
      ) AS "t4"
        ON "t2"."manager" = "t4"."manager"
    ) AS "t5"
  ) AS "t6"
) AS "t7"
