-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
SELECT
  "t14"."id",
  "t14"."ref",
  "t14"."reported_at",
  "t14"."reported_month",
  "t14"."offence",
  "t14"."occurred_on",
  "t14"."domestic",
  "t14"."high_risk",
  "t14"."lines_of_enquiry",
  "t14"."street"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t3"."id",
      "t3"."ref",
      "t3"."reported_at",
      "t3"."reported_month",
      "t3"."offence",
      "t3"."occurred_on",
      "t3"."domestic",
      "t3"."high_risk",
      "t3"."lines_of_enquiry",
      "t3"."street",
      "t7"."asked_until",
      "t7"."asked_on"
    FROM "crimes" AS "t3"
    CROSS JOIN (
      SELECT
        "t2"."asked_until",
        "t2"."asked_on"
      FROM "asked" AS "t2"
    ) AS "t7"
  ) AS "t9"
  WHERE
    CASE
      WHEN "t9"."reported_at" IS NULL
      THEN COALESCE("t9"."reported_month" <= "t9"."asked_on", TRUE)
      ELSE "t9"."reported_at" < "t9"."asked_until"
    END
) AS "t14"
ANTI JOIN (
  SELECT
    *
  FROM (
    SELECT
      "t4"."crime_ref",
      "t4"."on",
      "t8"."closed_before"
    FROM "shut" AS "t4"
    CROSS JOIN (
      SELECT
        "t2"."closed_before"
      FROM "asked" AS "t2"
    ) AS "t8"
  ) AS "t10"
  WHERE
    "t10"."on" <= "t10"."closed_before"
) AS "t12"
  ON "t14"."ref" = "t12"."crime_ref"
