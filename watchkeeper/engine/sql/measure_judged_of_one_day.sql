-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
SELECT
  "t45"."person_ref",
  "t45"."asked_on",
  "t45"."unit",
  "t45"."level",
  "t45"."registered_on",
  "t45"."seen_on",
  "t45"."visit_months",
  "t45"."annual_by",
  CASE
    WHEN (
      "t45"."visit_many" IS NOT NULL
    )
    AND COALESCE(
      CASE
        WHEN "t45"."visit_by" IS NULL
        THEN "t45"."visit_released"
        WHEN "t45"."visit_by" < "t45"."visit_gone"
        THEN "t45"."visit_released"
        AND (
          DATE_DIFF('DAY', "t45"."visit_gone", "t45"."visit_back") >= "t45"."short_absence_days"
        )
        ELSE "t45"."visit_released"
        OR (
          "t45"."visit_by" < (
            "t45"."visit_back" + TO_DAYS("t45"."first_visit_days")
          )
        )
      END,
      FALSE
    )
    THEN "t45"."visit_back" + TO_DAYS("t45"."first_visit_days")
    ELSE "t45"."visit_by"
  END AS "visit_by",
  CASE
    WHEN NOT (
      "t45"."away"
    )
    AND NOT (
      "t45"."reactive"
    )
    AND (
      (
        "t45"."visit_many" IS NULL
      )
      OR (
        (
          "t45"."visit_many" = 1
        ) AND NOT (
          "t45"."visit_touching"
        )
      )
    )
    THEN CASE
      WHEN (
        "t45"."visit_many" IS NOT NULL
      )
      AND COALESCE(
        CASE
          WHEN "t45"."visit_by" IS NULL
          THEN "t45"."visit_released"
          WHEN "t45"."visit_by" < "t45"."visit_gone"
          THEN "t45"."visit_released"
          AND (
            DATE_DIFF('DAY', "t45"."visit_gone", "t45"."visit_back") >= "t45"."short_absence_days"
          )
          ELSE "t45"."visit_released"
          OR (
            "t45"."visit_by" < (
              "t45"."visit_back" + TO_DAYS("t45"."first_visit_days")
            )
          )
        END,
        FALSE
      )
      THEN "t45"."visit_back" + TO_DAYS("t45"."first_visit_days")
      ELSE "t45"."visit_by"
    END < "t45"."asked_on"
    ELSE CAST(NULL AS BOOLEAN)
  END AS "visit_late",
  CASE
    WHEN (
      "t45"."assess_many" IS NOT NULL
    )
    AND COALESCE(
      CASE
        WHEN "t45"."assess_by" IS NULL
        THEN "t45"."assess_released"
        WHEN "t45"."assess_by" < "t45"."assess_gone"
        THEN "t45"."assess_released"
        AND (
          DATE_DIFF('DAY', "t45"."assess_gone", "t45"."assess_back") >= "t45"."short_absence_days"
        )
        ELSE "t45"."assess_released"
        OR (
          "t45"."assess_by" < (
            "t45"."assess_back" + TO_DAYS("t45"."assess_first_days")
          )
        )
      END,
      FALSE
    )
    THEN "t45"."assess_back" + TO_DAYS("t45"."assess_first_days")
    ELSE "t45"."assess_by"
  END AS "assess_by",
  CASE
    WHEN NOT (
      "t45"."away"
    )
    AND (
      (
        "t45"."assess_many" IS NULL
      )
      OR (
        (
          "t45"."assess_many" = 1
        ) AND NOT (
          "t45"."assess_touching"
        )
      )
    )
    THEN CASE
      WHEN (
        "t45"."assess_many" IS NOT NULL
      )
      AND COALESCE(
        CASE
          WHEN "t45"."assess_by" IS NULL
          THEN "t45"."assess_released"
          WHEN "t45"."assess_by" < "t45"."assess_gone"
          THEN "t45"."assess_released"
          AND (
            DATE_DIFF('DAY', "t45"."assess_gone", "t45"."assess_back") >= "t45"."short_absence_days"
          )
          ELSE "t45"."assess_released"
          OR (
            "t45"."assess_by" < (
              "t45"."assess_back" + TO_DAYS("t45"."assess_first_days")
            )
          )
        END,
        FALSE
      )
      THEN "t45"."assess_back" + TO_DAYS("t45"."assess_first_days")
      ELSE "t45"."assess_by"
    END < "t45"."asked_on"
    ELSE CAST(NULL AS BOOLEAN)
  END AS "assess_late",
  CASE
    WHEN (
      "t45"."annual_from" IS NOT NULL
    )
    AND NOT (
      COALESCE("t45"."notified_on" < "t45"."registered_on", FALSE)
    )
    AND (
      "t45"."held_open" IS NULL
    )
    THEN "t45"."annual_by" < "t45"."asked_on"
    ELSE CAST(NULL AS BOOLEAN)
  END AS "annual_late"
FROM (
  SELECT
    "t44".*
    EXCLUDE ("person_ref_right")
  FROM (
    SELECT
      "t43"."person_ref",
      "t43"."asked_on",
      "t43"."unit",
      "t43"."level",
      "t43"."registered_on",
      "t43"."away",
      "t43"."reactive",
      "t43"."seen_on",
      "t43"."visit_months",
      "t43"."assessed_on",
      "t43"."notified_on",
      "t43"."annual_from",
      "t43"."first_visit_days",
      "t43"."short_absence_days",
      "t43"."assess_first_days",
      "t43"."assess_months",
      "t43"."annual_months",
      "t43"."own_months",
      "t43"."visit_after",
      "t43"."visit_by",
      "t43"."assess_after",
      "t43"."assess_by",
      "t43"."annual_by",
      "t43"."visit_many",
      "t43"."visit_gone",
      "t43"."visit_back",
      "t43"."visit_released",
      "t43"."visit_touching",
      "t43"."assess_many",
      "t43"."assess_gone",
      "t43"."assess_back",
      "t43"."assess_released",
      "t43"."assess_touching",
      "t31"."person_ref" AS "person_ref_right",
      "t31"."held_open"
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
          "t40"."own_months",
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
          "t37"."person_ref" AS "person_ref_right",
          "t37"."assess_many",
          "t37"."assess_gone",
          "t37"."assess_back",
          "t37"."assess_released",
          "t37"."assess_touching"
        FROM (
          SELECT
            "t38".*
            EXCLUDE ("person_ref_right")
          FROM (
            SELECT
              "t23"."person_ref",
              "t23"."asked_on",
              "t23"."unit",
              "t23"."level",
              "t23"."registered_on",
              "t23"."away",
              "t23"."reactive",
              "t23"."seen_on",
              "t23"."visit_months",
              "t23"."assessed_on",
              "t23"."notified_on",
              "t23"."annual_from",
              "t23"."first_visit_days",
              "t23"."short_absence_days",
              "t23"."assess_first_days",
              "t23"."assess_months",
              "t23"."annual_months",
              "t23"."own_months",
              "t23"."visit_after",
              "t23"."visit_by",
              "t23"."assess_after",
              "t23"."assess_by",
              "t23"."annual_by",
              "t36"."person_ref" AS "person_ref_right",
              "t36"."visit_many",
              "t36"."visit_gone",
              "t36"."visit_back",
              "t36"."visit_released",
              "t36"."visit_touching"
            FROM (
              SELECT
                "t15"."person_ref",
                "t15"."asked_on",
                "t15"."unit",
                "t15"."level",
                "t15"."registered_on",
                "t15"."away",
                "t15"."reactive",
                "t15"."seen_on",
                "t15"."visit_months",
                "t15"."assessed_on",
                "t15"."notified_on",
                "t15"."annual_from",
                "t15"."first_visit_days",
                "t15"."short_absence_days",
                "t15"."assess_first_days",
                LEAST("t15"."assess_months", COALESCE("t15"."own_months", "t15"."assess_months")) AS "assess_months",
                "t15"."annual_months",
                "t15"."own_months",
                CASE
                  WHEN (
                    "t15"."seen_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t15"."registered_on" IS NULL
                    )
                    OR (
                      "t15"."seen_on" >= "t15"."registered_on"
                    )
                  )
                  THEN "t15"."seen_on"
                  ELSE "t15"."registered_on"
                END AS "visit_after",
                CASE
                  WHEN (
                    "t15"."seen_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t15"."registered_on" IS NULL
                    )
                    OR (
                      "t15"."seen_on" >= "t15"."registered_on"
                    )
                  )
                  THEN "t15"."seen_on" + TO_MONTHS("t15"."visit_months")
                  ELSE "t15"."registered_on" + TO_DAYS("t15"."first_visit_days")
                END AS "visit_by",
                CASE
                  WHEN (
                    "t15"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t15"."registered_on" IS NULL
                    )
                    OR (
                      "t15"."assessed_on" >= "t15"."registered_on"
                    )
                  )
                  THEN "t15"."assessed_on"
                  ELSE "t15"."registered_on"
                END AS "assess_after",
                CASE
                  WHEN (
                    "t15"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t15"."registered_on" IS NULL
                    )
                    OR (
                      "t15"."assessed_on" >= "t15"."registered_on"
                    )
                  )
                  THEN "t15"."assessed_on" + TO_MONTHS(
                    LEAST("t15"."assess_months", COALESCE("t15"."own_months", "t15"."assess_months"))
                  )
                  ELSE "t15"."registered_on" + TO_DAYS("t15"."assess_first_days")
                END AS "assess_by",
                "t15"."annual_from" + TO_MONTHS("t15"."annual_months") AS "annual_by"
              FROM (
                SELECT
                  "t14".*
                  EXCLUDE ("person_ref_right")
                FROM (
                  SELECT
                    "t11"."person_ref",
                    "t11"."asked_on",
                    "t11"."unit",
                    "t11"."level",
                    "t11"."registered_on",
                    "t11"."away",
                    "t11"."reactive",
                    "t11"."seen_on",
                    "t11"."visit_months",
                    "t11"."assessed_on",
                    "t11"."notified_on",
                    "t11"."annual_from",
                    "t12"."first_visit_days",
                    "t12"."short_absence_days",
                    "t12"."assess_first_days",
                    "t12"."assess_months",
                    "t12"."annual_months",
                    "t13"."person_ref" AS "person_ref_right",
                    "t13"."own_months"
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
                  ) AS "t11"
                  INNER JOIN (
                    SELECT
                      "t3"."asked_on",
                      "t3"."first_visit_days",
                      "t3"."short_absence_days",
                      "t3"."assess_first_days",
                      "t3"."assess_months",
                      "t3"."annual_months"
                    FROM "days" AS "t3"
                  ) AS "t12"
                    ON "t11"."asked_on" = "t12"."asked_on"
                  LEFT OUTER JOIN (
                    SELECT
                      "t4"."person_ref",
                      "t4"."own_months"
                    FROM "repeats" AS "t4"
                  ) AS "t13"
                    ON "t11"."person_ref" = "t13"."person_ref"
                ) AS "t14"
              ) AS "t15"
            ) AS "t23"
            LEFT OUTER JOIN (
              SELECT
                "t32".*
                EXCLUDE ("asked_on")
              FROM (
                SELECT
                  "t28"."person_ref",
                  "t28"."asked_on",
                  COUNT(*) AS "visit_many",
                  MAX("t28"."since") AS "visit_gone",
                  MAX("t28"."until") AS "visit_back",
                  BOOL_OR(CAST("t28"."released" AS BOOLEAN)) AS "visit_released",
                  BOOL_OR(CAST("t28"."touching" AS BOOLEAN)) AS "visit_touching"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t20"."person_ref",
                      "t20"."asked_on",
                      "t20"."visit_after",
                      "t5"."since",
                      "t5"."until",
                      "t5"."released",
                      "t5"."touching"
                    FROM (
                      SELECT
                        "t15"."person_ref",
                        "t15"."asked_on",
                        CASE
                          WHEN (
                            "t15"."seen_on" IS NOT NULL
                          )
                          AND (
                            (
                              "t15"."registered_on" IS NULL
                            )
                            OR (
                              "t15"."seen_on" >= "t15"."registered_on"
                            )
                          )
                          THEN "t15"."seen_on"
                          ELSE "t15"."registered_on"
                        END AS "visit_after"
                      FROM (
                        SELECT
                          "t14".*
                          EXCLUDE ("person_ref_right")
                        FROM (
                          SELECT
                            "t11"."person_ref",
                            "t11"."asked_on",
                            "t11"."unit",
                            "t11"."level",
                            "t11"."registered_on",
                            "t11"."away",
                            "t11"."reactive",
                            "t11"."seen_on",
                            "t11"."visit_months",
                            "t11"."assessed_on",
                            "t11"."notified_on",
                            "t11"."annual_from",
                            "t12"."first_visit_days",
                            "t12"."short_absence_days",
                            "t12"."assess_first_days",
                            "t12"."assess_months",
                            "t12"."annual_months",
                            "t13"."person_ref" AS "person_ref_right",
                            "t13"."own_months"
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
                          ) AS "t11"
                          INNER JOIN (
                            SELECT
                              "t3"."asked_on",
                              "t3"."first_visit_days",
                              "t3"."short_absence_days",
                              "t3"."assess_first_days",
                              "t3"."assess_months",
                              "t3"."annual_months"
                            FROM "days" AS "t3"
                          ) AS "t12"
                            ON "t11"."asked_on" = "t12"."asked_on"
                          LEFT OUTER JOIN (
                            SELECT
                              "t4"."person_ref",
                              "t4"."own_months"
                            FROM "repeats" AS "t4"
                          ) AS "t13"
                            ON "t11"."person_ref" = "t13"."person_ref"
                        ) AS "t14"
                      ) AS "t15"
                    ) AS "t20"
                    INNER JOIN "absences" AS "t5"
                      ON "t20"."person_ref" = "t5"."person_ref" AND "t20"."asked_on" = "t5"."asked_on"
                  ) AS "t25"
                  WHERE
                    (
                      "t25"."visit_after" IS NULL
                    ) OR (
                      "t25"."until" > "t25"."visit_after"
                    )
                ) AS "t28"
                GROUP BY
                  1,
                  2
              ) AS "t32"
            ) AS "t36"
              ON "t23"."person_ref" = "t36"."person_ref"
          ) AS "t38"
        ) AS "t40"
        LEFT OUTER JOIN (
          SELECT
            "t33".*
            EXCLUDE ("asked_on")
          FROM (
            SELECT
              "t29"."person_ref",
              "t29"."asked_on",
              COUNT(*) AS "assess_many",
              MAX("t29"."since") AS "assess_gone",
              MAX("t29"."until") AS "assess_back",
              BOOL_OR(CAST("t29"."released" AS BOOLEAN)) AS "assess_released",
              BOOL_OR(CAST("t29"."touching" AS BOOLEAN)) AS "assess_touching"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t21"."person_ref",
                  "t21"."asked_on",
                  "t21"."assess_after",
                  "t5"."since",
                  "t5"."until",
                  "t5"."released",
                  "t5"."touching"
                FROM (
                  SELECT
                    "t15"."person_ref",
                    "t15"."asked_on",
                    CASE
                      WHEN (
                        "t15"."assessed_on" IS NOT NULL
                      )
                      AND (
                        (
                          "t15"."registered_on" IS NULL
                        )
                        OR (
                          "t15"."assessed_on" >= "t15"."registered_on"
                        )
                      )
                      THEN "t15"."assessed_on"
                      ELSE "t15"."registered_on"
                    END AS "assess_after"
                  FROM (
                    SELECT
                      "t14".*
                      EXCLUDE ("person_ref_right")
                    FROM (
                      SELECT
                        "t11"."person_ref",
                        "t11"."asked_on",
                        "t11"."unit",
                        "t11"."level",
                        "t11"."registered_on",
                        "t11"."away",
                        "t11"."reactive",
                        "t11"."seen_on",
                        "t11"."visit_months",
                        "t11"."assessed_on",
                        "t11"."notified_on",
                        "t11"."annual_from",
                        "t12"."first_visit_days",
                        "t12"."short_absence_days",
                        "t12"."assess_first_days",
                        "t12"."assess_months",
                        "t12"."annual_months",
                        "t13"."person_ref" AS "person_ref_right",
                        "t13"."own_months"
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
                      ) AS "t11"
                      INNER JOIN (
                        SELECT
                          "t3"."asked_on",
                          "t3"."first_visit_days",
                          "t3"."short_absence_days",
                          "t3"."assess_first_days",
                          "t3"."assess_months",
                          "t3"."annual_months"
                        FROM "days" AS "t3"
                      ) AS "t12"
                        ON "t11"."asked_on" = "t12"."asked_on"
                      LEFT OUTER JOIN (
                        SELECT
                          "t4"."person_ref",
                          "t4"."own_months"
                        FROM "repeats" AS "t4"
                      ) AS "t13"
                        ON "t11"."person_ref" = "t13"."person_ref"
                    ) AS "t14"
                  ) AS "t15"
                ) AS "t21"
                INNER JOIN "absences" AS "t5"
                  ON "t21"."person_ref" = "t5"."person_ref" AND "t21"."asked_on" = "t5"."asked_on"
              ) AS "t26"
              WHERE
                (
                  "t26"."assess_after" IS NULL
                ) OR (
                  "t26"."until" > "t26"."assess_after"
                )
            ) AS "t29"
            GROUP BY
              1,
              2
          ) AS "t33"
        ) AS "t37"
          ON "t40"."person_ref" = "t37"."person_ref"
      ) AS "t41"
    ) AS "t43"
    LEFT OUTER JOIN (
      SELECT
        "t27"."person_ref",
        TRUE AS "held_open"
      FROM (
        SELECT DISTINCT
          "t24"."person_ref",
          "t24"."asked_on"
        FROM (
          SELECT
            "t17"."person_ref",
            "t17"."asked_on",
            "t17"."annual_by",
            "t10"."gone",
            "t10"."back"
          FROM (
            SELECT
              "t15"."person_ref",
              "t15"."asked_on",
              "t15"."annual_from" + TO_MONTHS("t15"."annual_months") AS "annual_by"
            FROM (
              SELECT
                "t14".*
                EXCLUDE ("person_ref_right")
              FROM (
                SELECT
                  "t11"."person_ref",
                  "t11"."asked_on",
                  "t11"."unit",
                  "t11"."level",
                  "t11"."registered_on",
                  "t11"."away",
                  "t11"."reactive",
                  "t11"."seen_on",
                  "t11"."visit_months",
                  "t11"."assessed_on",
                  "t11"."notified_on",
                  "t11"."annual_from",
                  "t12"."first_visit_days",
                  "t12"."short_absence_days",
                  "t12"."assess_first_days",
                  "t12"."assess_months",
                  "t12"."annual_months",
                  "t13"."person_ref" AS "person_ref_right",
                  "t13"."own_months"
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
                ) AS "t11"
                INNER JOIN (
                  SELECT
                    "t3"."asked_on",
                    "t3"."first_visit_days",
                    "t3"."short_absence_days",
                    "t3"."assess_first_days",
                    "t3"."assess_months",
                    "t3"."annual_months"
                  FROM "days" AS "t3"
                ) AS "t12"
                  ON "t11"."asked_on" = "t12"."asked_on"
                LEFT OUTER JOIN (
                  SELECT
                    "t4"."person_ref",
                    "t4"."own_months"
                  FROM "repeats" AS "t4"
                ) AS "t13"
                  ON "t11"."person_ref" = "t13"."person_ref"
              ) AS "t14"
            ) AS "t15"
          ) AS "t17"
          INNER JOIN (
            SELECT
              "t0"."person_ref",
              "t0"."since" AS "gone",
              "t0"."until" AS "back"
            FROM "away" AS "t0"
          ) AS "t10"
            ON "t17"."person_ref" = "t10"."person_ref"
        ) AS "t24"
        WHERE
          "t24"."gone" <= "t24"."annual_by"
          AND (
            (
              "t24"."back" IS NULL
            ) OR (
              "t24"."back" >= "t24"."annual_by"
            )
          )
      ) AS "t27"
    ) AS "t31"
      ON "t43"."person_ref" = "t31"."person_ref"
  ) AS "t44"
) AS "t45"
