-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
SELECT
  *
FROM (
  SELECT
    "t18"."officer",
    "t18"."crime_ref",
    "t18"."supervisor",
    MIN("t18"."crime_ref") OVER (
      PARTITION BY "t4"."offence", "t4"."domestic", "t4"."high_risk", "t4"."street", "t4"."lines_of_enquiry" >= "t11"."several_lines", COALESCE("t21"."victim", FALSE), COALESCE("t21"."child", FALSE), COALESCE("t21"."unborn", FALSE), COALESCE("t21"."partner", FALSE), COALESCE("t21"."family", FALSE), COALESCE("t21"."carer", FALSE)
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "like"
  FROM (
    SELECT DISTINCT
      "t15"."crime_ref",
      "t15"."supervisor",
      "t15"."officer_ref" AS "officer"
    FROM (
      SELECT
        "t5"."id",
        "t5"."crime_ref",
        "t5"."officer_ref",
        "t5"."since",
        "t5"."until",
        "t5"."supervisor",
        "t12"."asked_on"
      FROM "crime_holdings" AS "t5"
      CROSS JOIN (
        SELECT
          "t1"."asked_on"
        FROM "asked" AS "t1"
      ) AS "t12"
    ) AS "t15"
    WHERE
      "t15"."since" <= "t15"."asked_on"
      AND (
        (
          "t15"."until" IS NULL
        ) OR (
          "t15"."until" > "t15"."asked_on"
        )
      )
  ) AS "t18"
  INNER JOIN "running" AS "t4"
    ON "t18"."crime_ref" = "t4"."crime_ref"
  CROSS JOIN (
    SELECT
      "t1"."several_lines"
    FROM "asked" AS "t1"
  ) AS "t11"
  LEFT OUTER JOIN (
    SELECT
      "t19".*
      EXCLUDE ("child_under")
    FROM (
      SELECT
        "t16"."of",
        "t16"."child_under",
        BOOL_OR(CAST("t16"."part" = 'victim' AS BOOLEAN)) AS "victim",
        BOOL_OR(
          CAST((
            "t16"."part" = 'victim'
          )
          AND COALESCE(
            (
              (
                EXTRACT(year FROM "t16"."then") - "t16"."child_under"
              ) < EXTRACT(year FROM "t16"."born_on")
            )
            OR (
              (
                (
                  EXTRACT(year FROM "t16"."then") - "t16"."child_under"
                ) = EXTRACT(year FROM "t16"."born_on")
              )
              AND (
                (
                  EXTRACT(month FROM "t16"."then") < EXTRACT(month FROM "t16"."born_on")
                )
                OR (
                  (
                    EXTRACT(month FROM "t16"."then") = EXTRACT(month FROM "t16"."born_on")
                  )
                  AND (
                    EXTRACT(day FROM "t16"."then") < EXTRACT(day FROM "t16"."born_on")
                  )
                )
              )
            ),
            FALSE
          ) AS BOOLEAN)
        ) AS "child",
        BOOL_OR(CAST((
          "t16"."part" = 'victim'
        ) AND (
          "t16"."born_on" IS NULL
        ) AS BOOLEAN)) AS "unborn",
        BOOL_OR(CAST("t16"."relationship" = 'partner or former partner' AS BOOLEAN)) AS "partner",
        BOOL_OR(CAST("t16"."relationship" = 'family' AS BOOLEAN)) AS "family",
        BOOL_OR(CAST("t16"."relationship" = 'carer or in a position of trust' AS BOOLEAN)) AS "carer"
      FROM (
        SELECT
          "t6"."id",
          "t6"."ref",
          "t6"."crime_ref",
          "t6"."part",
          "t6"."person",
          "t6"."officer",
          "t6"."born_on",
          "t6"."relationship",
          "t14"."of",
          "t14"."then",
          "t13"."child_under"
        FROM "crime_parties" AS "t6"
        INNER JOIN (
          SELECT
            "t0"."ref" AS "of",
            COALESCE("t0"."occurred_on", "t0"."day", "t0"."reported_month") AS "then"
          FROM "running" AS "t0"
        ) AS "t14"
          ON "t6"."crime_ref" = "t14"."of"
        CROSS JOIN (
          SELECT
            "t1"."child_under"
          FROM "asked" AS "t1"
        ) AS "t13"
      ) AS "t16"
      GROUP BY
        1,
        2
    ) AS "t19"
  ) AS "t21"
    ON "t18"."crime_ref" = "t21"."of"
) AS "t22"
ORDER BY
  "t22"."officer" ASC,
  "t22"."crime_ref" ASC,
  "t22"."supervisor" ASC
