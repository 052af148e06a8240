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
      (
        "t5"."signed_off_on" IS NULL
      )
      OR (
        "t5"."signed_off_on" > "t5"."asked_on"
      )
    )
    AND (
      "t5"."assessed_on" <= "t4"."sign_off_late"
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t5"."assessed_on", "t5"."asked_on") AS "days"
FROM (
  SELECT
    *
  FROM "stood" AS "t0"
  WHERE
    "t0"."assessed_on" IS NOT NULL
) AS "t5"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."sign_off_late"
  FROM "days" AS "t1"
) AS "t4"
  ON "t5"."asked_on" = "t4"."asked_on"
