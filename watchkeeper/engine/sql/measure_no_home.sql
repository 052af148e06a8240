-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t14"."asked_on",
  "t14"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t14"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t14"."unit"
  END AS "unit",
  COALESCE("t14"."home" IS NULL, FALSE) AS "counts",
  DATE_DIFF('DAY', "t14"."registered_on", "t14"."asked_on") AS "days"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("asked_on_right", "person_ref_right")
  FROM (
    SELECT
      "t7"."person_ref",
      "t7"."asked_on",
      "t7"."unit",
      "t7"."flag_on",
      "t7"."level",
      "t7"."plan_ref",
      "t7"."visit_every_months",
      "t7"."seen_on",
      "t7"."tried_on",
      "t7"."assessed_on",
      "t7"."assessed_ref",
      "t7"."signed_off_on",
      "t7"."reviewed_on",
      "t7"."notified_on",
      "t7"."annual_from",
      "t7"."manager",
      "t7"."managed_since",
      "t7"."left_on",
      "t7"."registered_on",
      "t7"."away",
      "t7"."reactive",
      "t7"."visit_months",
      "t7"."review_months",
      "t12"."person_ref" AS "person_ref_right",
      "t12"."asked_on" AS "asked_on_right",
      "t12"."home"
    FROM (
      SELECT
        *
      FROM "stood" AS "t0"
      WHERE
        NOT (
          "t0"."away"
        )
    ) AS "t7"
    LEFT OUTER JOIN (
      SELECT
        "t10"."person_ref",
        "t10"."asked_on",
        TRUE AS "home"
      FROM (
        SELECT DISTINCT
          "t9"."person_ref",
          "t9"."asked_on"
        FROM (
          SELECT
            "t8"."id",
            "t8"."person_ref",
            "t8"."ref",
            "t8"."kind",
            "t8"."since",
            "t8"."until",
            "t5"."asked_on"
          FROM (
            SELECT
              "t1"."id",
              "t1"."person_ref",
              "t1"."ref",
              "t1"."kind",
              COALESCE("t1"."since", CAST('0001-01-01' AS DATE)) AS "since",
              "t1"."until"
            FROM "addresses" AS "t1"
          ) AS "t8"
          INNER JOIN (
            SELECT
              "t2"."asked_on"
            FROM "days" AS "t2"
          ) AS "t5"
            ON "t8"."since" <= "t5"."asked_on"
            AND (
              (
                "t8"."until" IS NULL
              ) OR (
                "t8"."until" > "t5"."asked_on"
              )
            )
        ) AS "t9"
        WHERE
          "t9"."kind" <> 'other'
      ) AS "t10"
    ) AS "t12"
      ON "t7"."person_ref" = "t12"."person_ref" AND "t7"."asked_on" = "t12"."asked_on"
  ) AS "t13"
) AS "t14"
