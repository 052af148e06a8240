-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t26"."asked_on",
  "t26"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t26"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t26"."unit"
  END AS "unit",
  COALESCE(COALESCE("t26"."passed", 0) < "t26"."courses", FALSE) AS "counts",
  DATE_DIFF('DAY', "t26"."managed_since", "t26"."asked_on") AS "days"
FROM (
  SELECT
    "t25".*
    EXCLUDE ("asked_on_right", "manager_right")
  FROM (
    SELECT
      "t24"."person_ref",
      "t24"."asked_on",
      "t24"."unit",
      "t24"."flag_on",
      "t24"."level",
      "t24"."plan_ref",
      "t24"."visit_every_months",
      "t24"."seen_on",
      "t24"."tried_on",
      "t24"."assessed_on",
      "t24"."assessed_ref",
      "t24"."signed_off_on",
      "t24"."reviewed_on",
      "t24"."notified_on",
      "t24"."annual_from",
      "t24"."manager",
      "t24"."managed_since",
      "t24"."left_on",
      "t24"."registered_on",
      "t24"."away",
      "t24"."reactive",
      "t24"."visit_months",
      "t24"."review_months",
      "t24"."left",
      "t24"."in_hand",
      "t24"."courses",
      "t21"."manager" AS "manager_right",
      "t21"."asked_on" AS "asked_on_right",
      "t21"."passed"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t19"."person_ref",
          "t19"."asked_on",
          "t19"."unit",
          "t19"."flag_on",
          "t19"."level",
          "t19"."plan_ref",
          "t19"."visit_every_months",
          "t19"."seen_on",
          "t19"."tried_on",
          "t19"."assessed_on",
          "t19"."assessed_ref",
          "t19"."signed_off_on",
          "t19"."reviewed_on",
          "t19"."notified_on",
          "t19"."annual_from",
          "t19"."manager",
          "t19"."managed_since",
          "t19"."left_on",
          "t19"."registered_on",
          "t19"."away",
          "t19"."reactive",
          "t19"."visit_months",
          "t19"."review_months",
          "t19"."left",
          "t19"."in_hand",
          "t11"."courses"
        FROM (
          SELECT
            "t16".*
            EXCLUDE ("manager_right")
          FROM (
            SELECT
              "t14"."person_ref",
              "t14"."asked_on",
              "t14"."unit",
              "t14"."flag_on",
              "t14"."level",
              "t14"."plan_ref",
              "t14"."visit_every_months",
              "t14"."seen_on",
              "t14"."tried_on",
              "t14"."assessed_on",
              "t14"."assessed_ref",
              "t14"."signed_off_on",
              "t14"."reviewed_on",
              "t14"."notified_on",
              "t14"."annual_from",
              "t14"."manager",
              "t14"."managed_since",
              "t14"."left_on",
              "t14"."registered_on",
              "t14"."away",
              "t14"."reactive",
              "t14"."visit_months",
              "t14"."review_months",
              "t14"."manager_right",
              "t14"."left",
              COALESCE(
                (
                  "t14"."manager_right" IS NOT NULL
                )
                AND (
                  (
                    "t14"."left" IS NULL
                  ) OR (
                    "t14"."left" > "t14"."asked_on"
                  )
                ),
                FALSE
              ) AS "in_hand"
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
                "t13"."manager" AS "manager_right",
                "t13"."left"
              FROM "stood" AS "t5"
              LEFT OUTER JOIN (
                SELECT
                  "t3"."ref" AS "manager",
                  "t3"."until" AS "left"
                FROM "officers" AS "t3"
              ) AS "t13"
                ON "t5"."manager" = "t13"."manager"
            ) AS "t14"
          ) AS "t16"
        ) AS "t19"
        INNER JOIN (
          SELECT
            "t0"."asked_on",
            "t0"."courses"
          FROM "days" AS "t0"
        ) AS "t11"
          ON "t19"."asked_on" = "t11"."asked_on"
      ) AS "t22"
      WHERE
        "t22"."in_hand"
    ) AS "t24"
    LEFT OUTER JOIN (
      SELECT
        "t17"."officer_ref" AS "manager",
        "t17"."asked_on",
        COUNT(DISTINCT "t17"."course") AS "passed"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."id",
            "t4"."officer_ref",
            "t4"."ref",
            "t4"."course",
            "t4"."awarded_on",
            "t4"."expires_on",
            "t10"."asked_on",
            "t12"."manager_courses"
          FROM "training" AS "t4"
          INNER JOIN (
            SELECT
              "t0"."asked_on"
            FROM "days" AS "t0"
          ) AS "t10"
            ON "t4"."awarded_on" <= "t10"."asked_on"
            AND (
              (
                "t4"."expires_on" IS NULL
              ) OR (
                "t4"."expires_on" > "t10"."asked_on"
              )
            )
          INNER JOIN (
            SELECT
              "t0"."asked_on",
              "t0"."manager_courses"
            FROM "days" AS "t0"
          ) AS "t12"
            ON "t10"."asked_on" = "t12"."asked_on"
        ) AS "t15"
        WHERE
          CONTAINS("t15"."manager_courses", ';' || LOWER("t15"."course") || ';')
      ) AS "t17"
      GROUP BY
        1,
        2
    ) AS "t21"
      ON "t24"."manager" = "t21"."manager" AND "t24"."asked_on" = "t21"."asked_on"
  ) AS "t25"
) AS "t26"
