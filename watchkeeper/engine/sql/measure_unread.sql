-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t4"."asked_on",
  "t3"."ref",
  CASE
    WHEN COALESCE("t6"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t6"."unit"
  END AS "unit",
  COALESCE(
    (
      (
        "t3"."reviewed_on" IS NULL
      ) OR (
        "t3"."reviewed_on" > "t4"."asked_on"
      )
    )
    AND (
      "t3"."received_on" <= "t4"."unread_late"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t3"."received_on", "t4"."asked_on") AS "days"
FROM "intelligence" AS "t3"
INNER JOIN "days" AS "t4"
  ON "t3"."received_on" <= "t4"."asked_on" AND "t3"."received_on" > "t4"."year_ago"
INNER JOIN (
  SELECT
    "t2"."person_ref",
    "t2"."asked_on",
    "t2"."unit"
  FROM "stood" AS "t2"
) AS "t6"
  ON "t3"."person_ref" = "t6"."person_ref" AND "t4"."asked_on" = "t6"."asked_on"
