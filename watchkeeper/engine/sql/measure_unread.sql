-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t7"."asked_on",
  "t6"."ref",
  CASE
    WHEN COALESCE("t8"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t8"."unit"
  END AS "unit",
  COALESCE(
    (
      (
        "t6"."reviewed_on" IS NULL
      ) OR (
        "t6"."reviewed_on" > "t7"."asked_on"
      )
    )
    AND (
      "t6"."received_on" <= "t7"."unread_late"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t6"."received_on", "t7"."asked_on") AS "days"
FROM (
  SELECT
    "t0"."person_ref",
    "t0"."ref",
    "t0"."received_on",
    "t0"."reviewed_on"
  FROM "intelligence" AS "t0"
) AS "t6"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."year_ago",
    "t1"."unread_late"
  FROM "days" AS "t1"
) AS "t7"
  ON "t6"."received_on" <= "t7"."asked_on" AND "t6"."received_on" > "t7"."year_ago"
INNER JOIN (
  SELECT
    "t2"."person_ref",
    "t2"."asked_on",
    "t2"."unit"
  FROM "stood" AS "t2"
) AS "t8"
  ON "t6"."person_ref" = "t8"."person_ref" AND "t7"."asked_on" = "t8"."asked_on"
