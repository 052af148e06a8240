-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
WITH "t11" AS (
  SELECT
    "t9"."person_ref",
    "t9"."asked_on",
    "t9"."unit",
    "t9"."level",
    "t9"."registered_on",
    "t9"."away",
    "t9"."reactive",
    "t9"."seen_on",
    "t9"."visit_months",
    "t9"."assessed_on",
    "t9"."notified_on",
    "t9"."annual_from",
    "t10"."first_visit_days",
    "t10"."short_absence_days",
    "t10"."assess_first_days",
    "t10"."assess_months",
    "t10"."annual_months"
  FROM (
    SELECT
      "t2"."person_ref",
      "t2"."asked_on",
      "t2"."unit",
      "t2"."level",
      "t2"."registered_on",
      "t2"."away",
      "t2"."reactive",
      "t2"."seen_on",
      "t2"."visit_months",
      "t2"."assessed_on",
      "t2"."notified_on",
      "t2"."annual_from"
    FROM "stood" AS "t2"
  ) AS "t9"
  INNER JOIN (
    SELECT
      "t3"."asked_on",
      "t3"."first_visit_days",
      "t3"."short_absence_days",
      "t3"."assess_first_days",
      "t3"."assess_months",
      "t3"."annual_months"
    FROM "days" AS "t3"
  ) AS "t10"
    ON "t9"."asked_on" = "t10"."asked_on"
)
SELECT
  "t42"."person_ref",
  "t42"."asked_on",
  "t42"."unit",
  "t42"."level",
  "t42"."registered_on",
  "t42"."seen_on",
  "t42"."visit_months",
  "t42"."annual_by",
  CASE
    WHEN (
      "t42"."visit_many" IS NOT NULL
    )
    AND COALESCE(
      CASE
        WHEN "t42"."visit_by" IS NULL
        THEN "t42"."visit_released"
        WHEN "t42"."visit_by" < "t42"."visit_gone"
        THEN "t42"."visit_released"
        AND (
          DATE_DIFF('DAY', "t42"."visit_gone", "t42"."visit_back") >= "t42"."short_absence_days"
        )
        ELSE "t42"."visit_released"
        OR (
          "t42"."visit_by" < (
            "t42"."visit_back" + TO_DAYS("t42"."first_visit_days")
          )
        )
      END,
      FALSE
    )
    THEN "t42"."visit_back" + TO_DAYS("t42"."first_visit_days")
    ELSE "t42"."visit_by"
  END AS "visit_by",
  CASE
    WHEN NOT (
      "t42"."away"
    )
    AND NOT (
      "t42"."reactive"
    )
    AND (
      (
        "t42"."visit_many" IS NULL
      )
      OR (
        (
          "t42"."visit_many" = 1
        ) AND NOT (
          "t42"."visit_touching"
        )
      )
    )
    THEN CASE
      WHEN (
        "t42"."visit_many" IS NOT NULL
      )
      AND COALESCE(
        CASE
          WHEN "t42"."visit_by" IS NULL
          THEN "t42"."visit_released"
          WHEN "t42"."visit_by" < "t42"."visit_gone"
          THEN "t42"."visit_released"
          AND (
            DATE_DIFF('DAY', "t42"."visit_gone", "t42"."visit_back") >= "t42"."short_absence_days"
          )
          ELSE "t42"."visit_released"
          OR (
            "t42"."visit_by" < (
              "t42"."visit_back" + TO_DAYS("t42"."first_visit_days")
            )
          )
        END,
        FALSE
      )
      THEN "t42"."visit_back" + TO_DAYS("t42"."first_visit_days")
      ELSE "t42"."visit_by"
    END < "t42"."asked_on"
    ELSE CAST(NULL AS BOOLEAN)
  END AS "visit_late",
  CASE
    WHEN (
      "t42"."assess_many" IS NOT NULL
    )
    AND COALESCE(
      CASE
        WHEN "t42"."assess_by" IS NULL
        THEN "t42"."assess_released"
        WHEN "t42"."assess_by" < "t42"."assess_gone"
        THEN "t42"."assess_released"
        AND (
          DATE_DIFF('DAY', "t42"."assess_gone", "t42"."assess_back") >= "t42"."short_absence_days"
        )
        ELSE "t42"."assess_released"
        OR (
          "t42"."assess_by" < (
            "t42"."assess_back" + TO_DAYS("t42"."assess_first_days")
          )
        )
      END,
      FALSE
    )
    THEN "t42"."assess_back" + TO_DAYS("t42"."assess_first_days")
    ELSE "t42"."assess_by"
  END AS "assess_by",
  CASE
    WHEN NOT (
      "t42"."away"
    )
    AND (
      (
        "t42"."assess_many" IS NULL
      )
      OR (
        (
          "t42"."assess_many" = 1
        ) AND NOT (
          "t42"."assess_touching"
        )
      )
    )
    THEN CASE
      WHEN (
        "t42"."assess_many" IS NOT NULL
      )
      AND COALESCE(
        CASE
          WHEN "t42"."assess_by" IS NULL
          THEN "t42"."assess_released"
          WHEN "t42"."assess_by" < "t42"."assess_gone"
          THEN "t42"."assess_released"
          AND (
            DATE_DIFF('DAY', "t42"."assess_gone", "t42"."assess_back") >= "t42"."short_absence_days"
          )
          ELSE "t42"."assess_released"
          OR (
            "t42"."assess_by" < (
              "t42"."assess_back" + TO_DAYS("t42"."assess_first_days")
            )
          )
        END,
        FALSE
      )
      THEN "t42"."assess_back" + TO_DAYS("t42"."assess_first_days")
      ELSE "t42"."assess_by"
    END < "t42"."asked_on"
    ELSE CAST(NULL AS BOOLEAN)
  END AS "assess_late",
  CASE
    WHEN (
      "t42"."annual_from" IS NOT NULL
    )
    AND NOT (
      COALESCE("t42"."notified_on" < "t42"."registered_on", FALSE)
    )
    AND (
      "t42"."held_open" IS NULL
    )
    THEN "t42"."annual_by" < "t42"."asked_on"
    ELSE CAST(NULL AS BOOLEAN)
  END AS "annual_late"
FROM (
  SELECT
    "t41".*
    EXCLUDE ("person_ref_right")
  FROM (
    SELECT
      "t40"."person_ref",
      "t40"."asked_on",
      "t40"."unit",
      "t40"."level",
      "t40"."registered_on",
      "t40"."away",
      "t40"."reactive",
      "t40"."seen_on",
      "t40"."visit_months",
      "t40"."assessed_on",
      "t40"."notified_on",
      "t40"."annual_from",
      "t40"."first_visit_days",
      "t40"."short_absence_days",
      "t40"."assess_first_days",
      "t40"."assess_months",
      "t40"."annual_months",
      "t40"."visit_after",
      "t40"."visit_by",
      "t40"."assess_after",
      "t40"."assess_by",
      "t40"."annual_by",
      "t40"."visit_many",
      "t40"."visit_gone",
      "t40"."visit_back",
      "t40"."visit_released",
      "t40"."visit_touching",
      "t40"."assess_many",
      "t40"."assess_gone",
      "t40"."assess_back",
      "t40"."assess_released",
      "t40"."assess_touching",
      "t28"."person_ref" AS "person_ref_right",
      "t28"."held_open"
    FROM (
      SELECT
        "t38".*
        EXCLUDE ("person_ref_right")
      FROM (
        SELECT
          "t37"."person_ref",
          "t37"."asked_on",
          "t37"."unit",
          "t37"."level",
          "t37"."registered_on",
          "t37"."away",
          "t37"."reactive",
          "t37"."seen_on",
          "t37"."visit_months",
          "t37"."assessed_on",
          "t37"."notified_on",
          "t37"."annual_from",
          "t37"."first_visit_days",
          "t37"."short_absence_days",
          "t37"."assess_first_days",
          "t37"."assess_months",
          "t37"."annual_months",
          "t37"."visit_after",
          "t37"."visit_by",
          "t37"."assess_after",
          "t37"."assess_by",
          "t37"."annual_by",
          "t37"."visit_many",
          "t37"."visit_gone",
          "t37"."visit_back",
          "t37"."visit_released",
          "t37"."visit_touching",
          "t34"."person_ref" AS "person_ref_right",
          "t34"."assess_many",
          "t34"."assess_gone",
          "t34"."assess_back",
          "t34"."assess_released",
          "t34"."assess_touching"
        FROM (
          SELECT
            "t35".*
            EXCLUDE ("person_ref_right")
          FROM (
            SELECT
              "t20"."person_ref",
              "t20"."asked_on",
              "t20"."unit",
              "t20"."level",
              "t20"."registered_on",
              "t20"."away",
              "t20"."reactive",
              "t20"."seen_on",
              "t20"."visit_months",
              "t20"."assessed_on",
              "t20"."notified_on",
              "t20"."annual_from",
              "t20"."first_visit_days",
              "t20"."short_absence_days",
              "t20"."assess_first_days",
              "t20"."assess_months",
              "t20"."annual_months",
              "t20"."visit_after",
              "t20"."visit_by",
              "t20"."assess_after",
              "t20"."assess_by",
              "t20"."annual_by",
              "t33"."person_ref" AS "person_ref_right",
              "t33"."visit_many",
              "t33"."visit_gone",
              "t33"."visit_back",
              "t33"."visit_released",
              "t33"."visit_touching"
            FROM (
              SELECT
                "t12"."person_ref",
                "t12"."asked_on",
                "t12"."unit",
                "t12"."level",
                "t12"."registered_on",
                "t12"."away",
                "t12"."reactive",
                "t12"."seen_on",
                "t12"."visit_months",
                "t12"."assessed_on",
                "t12"."notified_on",
                "t12"."annual_from",
                "t12"."first_visit_days",
                "t12"."short_absence_days",
                "t12"."assess_first_days",
                "t12"."assess_months",
                "t12"."annual_months",
                CASE
                  WHEN (
                    "t12"."seen_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t12"."registered_on" IS NULL
                    )
                    OR (
                      "t12"."seen_on" >= "t12"."registered_on"
                    )
                  )
                  THEN "t12"."seen_on"
                  ELSE "t12"."registered_on"
                END AS "visit_after",
                CASE
                  WHEN (
                    "t12"."seen_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t12"."registered_on" IS NULL
                    )
                    OR (
                      "t12"."seen_on" >= "t12"."registered_on"
                    )
                  )
                  THEN "t12"."seen_on" + TO_MONTHS("t12"."visit_months")
                  ELSE "t12"."registered_on" + TO_DAYS("t12"."first_visit_days")
                END AS "visit_by",
                CASE
                  WHEN (
                    "t12"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t12"."registered_on" IS NULL
                    )
                    OR (
                      "t12"."assessed_on" >= "t12"."registered_on"
                    )
                  )
                  THEN "t12"."assessed_on"
                  ELSE "t12"."registered_on"
                END AS "assess_after",
                CASE
                  WHEN (
                    "t12"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t12"."registered_on" IS NULL
                    )
                    OR (
                      "t12"."assessed_on" >= "t12"."registered_on"
                    )
                  )
                  THEN "t12"."assessed_on" + TO_MONTHS("t12"."assess_months")
                  ELSE "t12"."registered_on" + TO_DAYS("t12"."assess_first_days")
                END AS "assess_by",
                "t12"."annual_from" + TO_MONTHS("t12"."annual_months") AS "annual_by"
              FROM "t11" AS "t12"
            ) AS "t20"
            LEFT OUTER JOIN (
              SELECT
                "t29".*
                EXCLUDE ("asked_on")
              FROM (
                SELECT
                  "t25"."person_ref",
                  "t25"."asked_on",
                  COUNT(*) AS "visit_many",
                  MAX("t25"."since") AS "visit_gone",
                  MAX("t25"."until") AS "visit_back",
                  BOOL_OR(CAST("t25"."released" AS BOOLEAN)) AS "visit_released",
                  BOOL_OR(CAST("t25"."touching" AS BOOLEAN)) AS "visit_touching"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t18"."person_ref",
                      "t18"."asked_on",
                      "t18"."visit_after",
                      "t4"."since",
                      "t4"."until",
                      "t4"."released",
                      "t4"."touching"
                    FROM (
                      SELECT
                        "t12"."person_ref",
                        "t12"."asked_on",
                        CASE
                          WHEN (
                            "t12"."seen_on" IS NOT NULL
                          )
                          AND (
                            (
                              "t12"."registered_on" IS NULL
                            )
                            OR (
                              "t12"."seen_on" >= "t12"."registered_on"
                            )
                          )
                          THEN "t12"."seen_on"
                          ELSE "t12"."registered_on"
                        END AS "visit_after"
                      FROM "t11" AS "t12"
                    ) AS "t18"
                    INNER JOIN "absences" AS "t4"
                      ON "t18"."person_ref" = "t4"."person_ref" AND "t18"."asked_on" = "t4"."asked_on"
                  ) AS "t22"
                  WHERE
                    (
                      "t22"."visit_after" IS NULL
                    ) OR (
                      "t22"."until" > "t22"."visit_after"
                    )
                ) AS "t25"
                GROUP BY
                  1,
                  2
              ) AS "t29"
            ) AS "t33"
              ON "t20"."person_ref" = "t33"."person_ref"
          ) AS "t35"
        ) AS "t37"
        LEFT OUTER JOIN (
          SELECT
            "t30".*
            EXCLUDE ("asked_on")
          FROM (
            SELECT
              "t26"."person_ref",
              "t26"."asked_on",
              COUNT(*) AS "assess_many",
              MAX("t26"."since") AS "assess_gone",
              MAX("t26"."until") AS "assess_back",
              BOOL_OR(CAST("t26"."released" AS BOOLEAN)) AS "assess_released",
              BOOL_OR(CAST("t26"."touching" AS BOOLEAN)) AS "assess_touching"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t19"."person_ref",
                  "t19"."asked_on",
                  "t19"."assess_after",
                  "t4"."since",
                  "t4"."until",
                  "t4"."released",
                  "t4"."touching"
                FROM (
                  SELECT
                    "t12"."person_ref",
                    "t12"."asked_on",
                    CASE
                      WHEN (
                        "t12"."assessed_on" IS NOT NULL
                      )
                      AND (
                        (
                          "t12"."registered_on" IS NULL
                        )
                        OR (
                          "t12"."assessed_on" >= "t12"."registered_on"
                        )
                      )
                      THEN "t12"."assessed_on"
                      ELSE "t12"."registered_on"
                    END AS "assess_after"
                  FROM "t11" AS "t12"
                ) AS "t19"
                INNER JOIN "absences" AS "t4"
                  ON "t19"."person_ref" = "t4"."person_ref" AND "t19"."asked_on" = "t4"."asked_on"
              ) AS "t23"
              WHERE
                (
                  "t23"."assess_after" IS NULL
                ) OR (
                  "t23"."until" > "t23"."assess_after"
                )
            ) AS "t26"
            GROUP BY
              1,
              2
          ) AS "t30"
        ) AS "t34"
          ON "t37"."person_ref" = "t34"."person_ref"
      ) AS "t38"
    ) AS "t40"
    LEFT OUTER JOIN (
      SELECT
        "t24"."person_ref",
        TRUE AS "held_open"
      FROM (
        SELECT DISTINCT
          "t21"."person_ref",
          "t21"."asked_on"
        FROM (
          SELECT
            "t14"."person_ref",
            "t14"."asked_on",
            "t14"."annual_by",
            "t8"."gone",
            "t8"."back"
          FROM (
            SELECT
              "t12"."person_ref",
              "t12"."asked_on",
              "t12"."annual_from" + TO_MONTHS("t12"."annual_months") AS "annual_by"
            FROM "t11" AS "t12"
          ) AS "t14"
          INNER JOIN (
            SELECT
              "t0"."person_ref",
              "t0"."since" AS "gone",
              "t0"."until" AS "back"
            FROM "away" AS "t0"
          ) AS "t8"
            ON "t14"."person_ref" = "t8"."person_ref"
        ) AS "t21"
        WHERE
          "t21"."gone" <= "t21"."annual_by"
          AND (
            (
              "t21"."back" IS NULL
            ) OR (
              "t21"."back" >= "t21"."annual_by"
            )
          )
      ) AS "t24"
    ) AS "t28"
      ON "t40"."person_ref" = "t28"."person_ref"
  ) AS "t41"
) AS "t42"
