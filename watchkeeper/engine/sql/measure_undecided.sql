-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
WITH "t14" AS (
  SELECT
    "t13"."person_ref",
    "t13"."asked_on",
    "t13"."unit",
    "t13"."level",
    "t13"."registered_on",
    "t13"."seen_on",
    "t13"."visit_months",
    "t13"."annual_by",
    "t13"."visit_by",
    "t13"."visit_late",
    "t13"."assess_by",
    "t13"."assess_late",
    "t13"."annual_late",
    "t9"."unseen_very_high",
    "t9"."unseen_high",
    "t9"."unseen_medium",
    "t9"."unseen_low",
    "t9"."unseen_unknown"
  FROM (
    SELECT
      *
    FROM "judged" AS "t2"
    WHERE
      "t2"."visit_late" IS NOT NULL
  ) AS "t13"
  INNER JOIN (
    SELECT
      "t1"."asked_on",
      "t1"."unseen_very_high",
      "t1"."unseen_high",
      "t1"."unseen_medium",
      "t1"."unseen_low",
      "t1"."unseen_unknown"
    FROM "days" AS "t1"
  ) AS "t9"
    ON "t13"."asked_on" = "t9"."asked_on"
)
SELECT
  "t31"."asked_on",
  "t31"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t31"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t31"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t31"."decided" >= "t31"."arose", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t31"."arose", "t31"."asked_on") AS "days"
FROM (
  SELECT
    "t30".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t29"."person_ref",
      "t29"."asked_on",
      "t29"."unit",
      "t29"."level",
      "t29"."registered_on",
      "t29"."seen_on",
      "t29"."visit_months",
      "t29"."annual_by",
      "t29"."visit_by",
      "t29"."visit_late",
      "t29"."assess_by",
      "t29"."assess_late",
      "t29"."annual_late",
      "t29"."unseen_very_high",
      "t29"."unseen_high",
      "t29"."unseen_medium",
      "t29"."unseen_low",
      "t29"."unseen_unknown",
      "t29"."arose",
      "t20"."person_ref" AS "person_ref_right",
      "t20"."asked_on" AS "asked_on_right",
      "t20"."decided"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t26"."person_ref",
          "t26"."asked_on",
          "t26"."unit",
          "t26"."level",
          "t26"."registered_on",
          "t26"."seen_on",
          "t26"."visit_months",
          "t26"."annual_by",
          "t26"."visit_by",
          "t26"."visit_late",
          "t26"."assess_by",
          "t26"."assess_late",
          "t26"."annual_late",
          "t26"."unseen_very_high",
          "t26"."unseen_high",
          "t26"."unseen_medium",
          "t26"."unseen_low",
          "t26"."unseen_unknown",
          "t26"."seen_on" + TO_DAYS(
            CAST(CAST(FLOOR(
              (
                DATE_DIFF('DAY', "t26"."seen_on", "t26"."seen_on" + TO_MONTHS("t26"."visit_months")) * CASE
                  WHEN "t26"."level" = 'very high'
                  THEN "t26"."unseen_very_high"
                  WHEN "t26"."level" = 'high'
                  THEN "t26"."unseen_high"
                  WHEN "t26"."level" = 'medium'
                  THEN "t26"."unseen_medium"
                  WHEN "t26"."level" = 'low'
                  THEN "t26"."unseen_low"
                  ELSE "t26"."unseen_unknown"
                END
              ) / 100
            ) AS BIGINT) AS INT) + 1
          ) AS "arose"
        FROM (
          SELECT
            "t21"."person_ref",
            "t21"."asked_on",
            "t21"."unit",
            "t21"."level",
            "t21"."registered_on",
            "t21"."seen_on",
            "t21"."visit_months",
            "t21"."annual_by",
            "t21"."visit_by",
            "t21"."visit_late",
            "t21"."assess_by",
            "t21"."assess_late",
            "t21"."annual_late",
            "t21"."unseen_very_high",
            "t21"."unseen_high",
            "t21"."unseen_medium",
            "t21"."unseen_low",
            "t21"."unseen_unknown"
          FROM (
            SELECT
              *
            FROM "t14" AS "t16"
            WHERE
              "t16"."seen_on" IS NOT NULL AND "t16"."seen_on" >= "t16"."registered_on"
          ) AS "t21"
          ANTI JOIN (
            SELECT DISTINCT
              "t23"."person_ref",
              "t23"."asked_on"
            FROM (
              SELECT
                "t22"."person_ref",
                "t22"."asked_on",
                "t22"."seen_on",
                "t11"."back"
              FROM (
                SELECT
                  "t16"."person_ref",
                  "t16"."asked_on",
                  "t16"."seen_on"
                FROM "t14" AS "t16"
                WHERE
                  "t16"."seen_on" IS NOT NULL AND "t16"."seen_on" >= "t16"."registered_on"
              ) AS "t22"
              INNER JOIN (
                SELECT
                  "t3"."person_ref",
                  "t3"."asked_on",
                  "t3"."until" AS "back"
                FROM "absences" AS "t3"
              ) AS "t11"
                ON "t22"."person_ref" = "t11"."person_ref" AND "t22"."asked_on" = "t11"."asked_on"
            ) AS "t23"
            WHERE
              "t23"."back" > "t23"."seen_on"
          ) AS "t25"
            ON "t21"."person_ref" = "t25"."person_ref" AND "t21"."asked_on" = "t25"."asked_on"
        ) AS "t26"
      ) AS "t27"
      WHERE
        "t27"."arose" <= "t27"."asked_on"
    ) AS "t29"
    LEFT OUTER JOIN (
      SELECT
        "t15"."person_ref",
        "t15"."asked_on",
        MAX("t15"."decided_on") AS "decided"
      FROM (
        SELECT
          "t12"."person_ref",
          "t8"."asked_on",
          "t12"."decided_on"
        FROM (
          SELECT
            *
          FROM "decisions" AS "t0"
          WHERE
            "t0"."ground" = 'not seen for too long'
        ) AS "t12"
        INNER JOIN (
          SELECT
            "t1"."asked_on"
          FROM "days" AS "t1"
        ) AS "t8"
          ON "t12"."decided_on" <= "t8"."asked_on"
          AND (
            (
              "t12"."expires_on" IS NULL
            ) OR (
              "t12"."expires_on" > "t8"."asked_on"
            )
          )
      ) AS "t15"
      GROUP BY
        1,
        2
    ) AS "t20"
      ON "t29"."person_ref" = "t20"."person_ref" AND "t29"."asked_on" = "t20"."asked_on"
  ) AS "t30"
) AS "t31"
