-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_holders.py. Change the expression there, not this page.
WITH "t6" AS (
  SELECT DISTINCT
    "t0"."child_under",
    "t0"."several_lines"
  FROM "days" AS "t0"
), "t13" AS (
  SELECT
    "t4"."id",
    "t4"."ref",
    "t4"."reported_at",
    "t4"."offence",
    "t4"."unit",
    "t4"."occurred_on",
    "t4"."reported_month",
    "t4"."domestic",
    "t4"."high_risk",
    "t4"."lines_of_enquiry",
    "t4"."street",
    "t4"."reported"
  FROM "crimes_dated" AS "t4"
  SEMI JOIN (
    SELECT DISTINCT
      "t3"."crime_ref" AS "ref"
    FROM "hands" AS "t3"
  ) AS "t9"
    ON "t4"."ref" = "t9"."ref"
)
SELECT
  "t23"."child_under",
  "t23"."several_lines",
  "t23"."ref" AS "crime_ref",
  MIN("t23"."ref") OVER (
    PARTITION BY "t23"."offence", "t23"."domestic", "t23"."high_risk", "t23"."street", "t23"."child_under", "t23"."several_lines", "t23"."lines_of_enquiry" >= "t23"."several_lines", COALESCE("t23"."victim", FALSE), COALESCE("t23"."child", FALSE), COALESCE("t23"."unborn", FALSE), COALESCE("t23"."partner", FALSE), COALESCE("t23"."family", FALSE), COALESCE("t23"."carer", FALSE)
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
  ) AS "like"
FROM (
  SELECT
    "t22".*
    EXCLUDE ("child_under_right", "of")
  FROM (
    SELECT
      "t16"."id",
      "t16"."ref",
      "t16"."reported_at",
      "t16"."offence",
      "t16"."unit",
      "t16"."occurred_on",
      "t16"."reported_month",
      "t16"."domestic",
      "t16"."high_risk",
      "t16"."lines_of_enquiry",
      "t16"."street",
      "t16"."reported",
      "t16"."day",
      "t10"."child_under",
      "t10"."several_lines",
      "t21"."of",
      "t21"."child_under" AS "child_under_right",
      "t21"."victim",
      "t21"."child",
      "t21"."unborn",
      "t21"."partner",
      "t21"."family",
      "t21"."carer"
    FROM (
      SELECT
        "t14"."id",
        "t14"."ref",
        "t14"."reported_at",
        "t14"."offence",
        "t14"."unit",
        "t14"."occurred_on",
        "t14"."reported_month",
        "t14"."domestic",
        "t14"."high_risk",
        "t14"."lines_of_enquiry",
        "t14"."street",
        "t14"."reported",
        "t14"."reported" AS "day"
      FROM "t13" AS "t14"
    ) AS "t16"
    CROSS JOIN "t6" AS "t10"
    LEFT OUTER JOIN (
      SELECT
        "t19"."of",
        "t19"."child_under",
        BOOL_OR(CAST("t19"."part" = 'victim' AS BOOLEAN)) AS "victim",
        BOOL_OR(
          CAST((
            "t19"."part" = 'victim'
          )
          AND COALESCE(
            (
              (
                EXTRACT(year FROM "t19"."then") - "t19"."child_under"
              ) < EXTRACT(year FROM "t19"."born_on")
            )
            OR (
              (
                (
                  EXTRACT(year FROM "t19"."then") - "t19"."child_under"
                ) = EXTRACT(year FROM "t19"."born_on")
              )
              AND (
                (
                  EXTRACT(month FROM "t19"."then") < EXTRACT(month FROM "t19"."born_on")
                )
                OR (
                  (
                    EXTRACT(month FROM "t19"."then") = EXTRACT(month FROM "t19"."born_on")
                  )
                  AND (
                    EXTRACT(day FROM "t19"."then") < EXTRACT(day FROM "t19"."born_on")
                  )
                )
              )
            ),
            FALSE
          ) AS BOOLEAN)
        ) AS "child",
        BOOL_OR(CAST((
          "t19"."part" = 'victim'
        ) AND (
          "t19"."born_on" IS NULL
        ) AS BOOLEAN)) AS "unborn",
        BOOL_OR(CAST("t19"."relationship" = 'partner or former partner' AS BOOLEAN)) AS "partner",
        BOOL_OR(CAST("t19"."relationship" = 'family' AS BOOLEAN)) AS "family",
        BOOL_OR(CAST("t19"."relationship" = 'carer or in a position of trust' AS BOOLEAN)) AS "carer"
      FROM (
        SELECT
          "t5"."id",
          "t5"."ref",
          "t5"."crime_ref",
          "t5"."part",
          "t5"."officer",
          "t5"."born_on",
          "t5"."relationship",
          "t18"."of",
          "t18"."then",
          "t12"."child_under"
        FROM "crime_parties" AS "t5"
        SEMI JOIN (
          SELECT DISTINCT
            "t3"."crime_ref" AS "ref"
          FROM "hands" AS "t3"
        ) AS "t9"
          ON "t5"."crime_ref" = "t9"."ref"
        INNER JOIN (
          SELECT
            "t14"."ref" AS "of",
            COALESCE("t14"."occurred_on", "t14"."reported", "t14"."reported_month") AS "then"
          FROM "t13" AS "t14"
        ) AS "t18"
          ON "t5"."crime_ref" = "t18"."of"
        CROSS JOIN (
          SELECT
            "t8"."child_under"
          FROM "t6" AS "t8"
        ) AS "t12"
      ) AS "t19"
      GROUP BY
        1,
        2
    ) AS "t21"
      ON "t16"."ref" = "t21"."of" AND "t10"."child_under" = "t21"."child_under"
  ) AS "t22"
) AS "t23"
