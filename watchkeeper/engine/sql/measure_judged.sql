-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/standing.py. Change the expression there, not this page.
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
    EXCLUDE ("asked_on_right", "person_ref_right")
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
      "t40"."assess_many",
      "t40"."assess_gone",
      "t40"."assess_back",
      "t40"."assess_released",
      "t40"."assess_touching",
      "t30"."person_ref" AS "person_ref_right",
      "t30"."asked_on" AS "asked_on_right",
      "t30"."held_open"
    FROM (
      SELECT
        "t38".*
        EXCLUDE ("asked_on_right", "person_ref_right")
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
          "t37"."own_months",
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
          "t34"."asked_on" AS "asked_on_right",
          "t34"."assess_many",
          "t34"."assess_gone",
          "t34"."assess_back",
          "t34"."assess_released",
          "t34"."assess_touching"
        FROM (
          SELECT
            "t35".*
            EXCLUDE ("asked_on_right", "person_ref_right")
          FROM (
            SELECT
              "t22"."person_ref",
              "t22"."asked_on",
              "t22"."unit",
              "t22"."level",
              "t22"."registered_on",
              "t22"."away",
              "t22"."reactive",
              "t22"."seen_on",
              "t22"."visit_months",
              "t22"."assessed_on",
              "t22"."notified_on",
              "t22"."annual_from",
              "t22"."first_visit_days",
              "t22"."short_absence_days",
              "t22"."assess_first_days",
              "t22"."assess_months",
              "t22"."annual_months",
              "t22"."own_months",
              "t22"."visit_after",
              "t22"."visit_by",
              "t22"."assess_after",
              "t22"."assess_by",
              "t22"."annual_by",
              "t33"."person_ref" AS "person_ref_right",
              "t33"."asked_on" AS "asked_on_right",
              "t33"."visit_many",
              "t33"."visit_gone",
              "t33"."visit_back",
              "t33"."visit_released",
              "t33"."visit_touching"
            FROM (
              SELECT
                "t14"."person_ref",
                "t14"."asked_on",
                "t14"."unit",
                "t14"."level",
                "t14"."registered_on",
                "t14"."away",
                "t14"."reactive",
                "t14"."seen_on",
                "t14"."visit_months",
                "t14"."assessed_on",
                "t14"."notified_on",
                "t14"."annual_from",
                "t14"."first_visit_days",
                "t14"."short_absence_days",
                "t14"."assess_first_days",
                LEAST("t14"."assess_months", COALESCE("t14"."own_months", "t14"."assess_months")) AS "assess_months",
                "t14"."annual_months",
                "t14"."own_months",
                CASE
                  WHEN (
                    "t14"."seen_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t14"."registered_on" IS NULL
                    )
                    OR (
                      "t14"."seen_on" >= "t14"."registered_on"
                    )
                  )
                  THEN "t14"."seen_on"
                  ELSE "t14"."registered_on"
                END AS "visit_after",
                CASE
                  WHEN (
                    "t14"."seen_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t14"."registered_on" IS NULL
                    )
                    OR (
                      "t14"."seen_on" >= "t14"."registered_on"
                    )
                  )
                  THEN "t14"."seen_on" + TO_MONTHS("t14"."visit_months")
                  ELSE "t14"."registered_on" + TO_DAYS("t14"."first_visit_days")
                END AS "visit_by",
                CASE
                  WHEN (
                    "t14"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t14"."registered_on" IS NULL
                    )
                    OR (
                      "t14"."assessed_on" >= "t14"."registered_on"
                    )
                  )
                  THEN "t14"."assessed_on"
                  ELSE "t14"."registered_on"
                END AS "assess_after",
                CASE
                  WHEN (
                    "t14"."assessed_on" IS NOT NULL
                  )
                  AND (
                    (
                      "t14"."registered_on" IS NULL
                    )
                    OR (
                      "t14"."assessed_on" >= "t14"."registered_on"
                    )
                  )
                  THEN "t14"."assessed_on" + TO_MONTHS(
                    LEAST("t14"."assess_months", COALESCE("t14"."own_months", "t14"."assess_months"))
                  )
                  ELSE "t14"."registered_on" + TO_DAYS("t14"."assess_first_days")
                END AS "assess_by",
                "t14"."annual_from" + TO_MONTHS("t14"."annual_months") AS "annual_by"
              FROM (
                SELECT
                  "t13".*
                  EXCLUDE ("asked_on_right", "person_ref_right")
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
                    "t6"."person_ref" AS "person_ref_right",
                    "t6"."asked_on" AS "asked_on_right",
                    "t6"."own_months"
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
                      "t4"."asked_on",
                      "t4"."first_visit_days",
                      "t4"."short_absence_days",
                      "t4"."assess_first_days",
                      "t4"."assess_months",
                      "t4"."annual_months"
                    FROM "days" AS "t4"
                  ) AS "t12"
                    ON "t11"."asked_on" = "t12"."asked_on"
                  LEFT OUTER JOIN "repeats" AS "t6"
                    ON "t11"."person_ref" = "t6"."person_ref" AND "t11"."asked_on" = "t6"."asked_on"
                ) AS "t13"
              ) AS "t14"
            ) AS "t22"
            LEFT OUTER JOIN (
              SELECT
                "t27"."person_ref",
                "t27"."asked_on",
                COUNT(*) AS "visit_many",
                MAX("t27"."since") AS "visit_gone",
                MAX("t27"."until") AS "visit_back",
                BOOL_OR(CAST("t27"."released" AS BOOLEAN)) AS "visit_released",
                BOOL_OR(CAST("t27"."touching" AS BOOLEAN)) AS "visit_touching"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t19"."person_ref",
                    "t19"."asked_on",
                    "t19"."visit_after",
                    "t5"."since",
                    "t5"."until",
                    "t5"."released",
                    "t5"."touching"
                  FROM (
                    SELECT
                      "t14"."person_ref",
                      "t14"."asked_on",
                      CASE
                        WHEN (
                          "t14"."seen_on" IS NOT NULL
                        )
                        AND (
                          (
                            "t14"."registered_on" IS NULL
                          )
                          OR (
                            "t14"."seen_on" >= "t14"."registered_on"
                          )
                        )
                        THEN "t14"."seen_on"
                        ELSE "t14"."registered_on"
                      END AS "visit_after"
                    FROM (
                      SELECT
                        "t13".*
                        EXCLUDE ("asked_on_right", "person_ref_right")
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
                          "t6"."person_ref" AS "person_ref_right",
                          "t6"."asked_on" AS "asked_on_right",
                          "t6"."own_months"
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
                            "t4"."asked_on",
                            "t4"."first_visit_days",
                            "t4"."short_absence_days",
                            "t4"."assess_first_days",
                            "t4"."assess_months",
                            "t4"."annual_months"
                          FROM "days" AS "t4"
                        ) AS "t12"
                          ON "t11"."asked_on" = "t12"."asked_on"
                        LEFT OUTER JOIN "repeats" AS "t6"
                          ON "t11"."person_ref" = "t6"."person_ref" AND "t11"."asked_on" = "t6"."asked_on"
                      ) AS "t13"
                    ) AS "t14"
                  ) AS "t19"
                  INNER JOIN "absences" AS "t5"
                    ON "t19"."person_ref" = "t5"."person_ref" AND "t19"."asked_on" = "t5"."asked_on"
                ) AS "t24"
                WHERE
                  (
                    "t24"."visit_after" IS NULL
                  ) OR (
                    "t24"."until" > "t24"."visit_after"
                  )
              ) AS "t27"
              GROUP BY
                1,
                2
            ) AS "t33"
              ON "t22"."person_ref" = "t33"."person_ref" AND "t22"."asked_on" = "t33"."asked_on"
          ) AS "t35"
        ) AS "t37"
        LEFT OUTER JOIN (
          SELECT
            "t28"."person_ref",
            "t28"."asked_on",
            COUNT(*) AS "assess_many",
            MAX("t28"."since") AS "assess_gone",
            MAX("t28"."until") AS "assess_back",
            BOOL_OR(CAST("t28"."released" AS BOOLEAN)) AS "assess_released",
            BOOL_OR(CAST("t28"."touching" AS BOOLEAN)) AS "assess_touching"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t20"."person_ref",
                "t20"."asked_on",
                "t20"."assess_after",
                "t5"."since",
                "t5"."until",
                "t5"."released",
                "t5"."touching"
              FROM (
                SELECT
                  "t14"."person_ref",
                  "t14"."asked_on",
                  CASE
                    WHEN (
                      "t14"."assessed_on" IS NOT NULL
                    )
                    AND (
                      (
                        "t14"."registered_on" IS NULL
                      )
                      OR (
                        "t14"."assessed_on" >= "t14"."registered_on"
                      )
                    )
                    THEN "t14"."assessed_on"
                    ELSE "t14"."registered_on"
                  END AS "assess_after"
                FROM (
                  SELECT
                    "t13".*
                    EXCLUDE ("asked_on_right", "person_ref_right")
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
                      "t6"."person_ref" AS "person_ref_right",
                      "t6"."asked_on" AS "asked_on_right",
                      "t6"."own_months"
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
                        "t4"."asked_on",
                        "t4"."first_visit_days",
                        "t4"."short_absence_days",
                        "t4"."assess_first_days",
                        "t4"."assess_months",
                        "t4"."annual_months"
                      FROM "days" AS "t4"
                    ) AS "t12"
                      ON "t11"."asked_on" = "t12"."asked_on"
                    LEFT OUTER JOIN "repeats" AS "t6"
                      ON "t11"."person_ref" = "t6"."person_ref" AND "t11"."asked_on" = "t6"."asked_on"
                  ) AS "t13"
                ) AS "t14"
              ) AS "t20"
              INNER JOIN "absences" AS "t5"
                ON "t20"."person_ref" = "t5"."person_ref" AND "t20"."asked_on" = "t5"."asked_on"
            ) AS "t25"
            WHERE
              (
                "t25"."assess_after" IS NULL
              ) OR (
                "t25"."until" > "t25"."assess_after"
              )
          ) AS "t28"
          GROUP BY
            1,
            2
        ) AS "t34"
          ON "t37"."person_ref" = "t34"."person_ref" AND "t37"."asked_on" = "t34"."asked_on"
      ) AS "t38"
    ) AS "t40"
    LEFT OUTER JOIN (
      SELECT
        "t26"."person_ref",
        "t26"."asked_on",
        TRUE AS "held_open"
      FROM (
        SELECT DISTINCT
          "t23"."person_ref",
          "t23"."asked_on"
        FROM (
          SELECT
            "t16"."person_ref",
            "t16"."asked_on",
            "t16"."annual_by",
            "t10"."gone",
            "t10"."back"
          FROM (
            SELECT
              "t14"."person_ref",
              "t14"."asked_on",
              "t14"."annual_from" + TO_MONTHS("t14"."annual_months") AS "annual_by"
            FROM (
              SELECT
                "t13".*
                EXCLUDE ("asked_on_right", "person_ref_right")
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
                  "t6"."person_ref" AS "person_ref_right",
                  "t6"."asked_on" AS "asked_on_right",
                  "t6"."own_months"
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
                    "t4"."asked_on",
                    "t4"."first_visit_days",
                    "t4"."short_absence_days",
                    "t4"."assess_first_days",
                    "t4"."assess_months",
                    "t4"."annual_months"
                  FROM "days" AS "t4"
                ) AS "t12"
                  ON "t11"."asked_on" = "t12"."asked_on"
                LEFT OUTER JOIN "repeats" AS "t6"
                  ON "t11"."person_ref" = "t6"."person_ref" AND "t11"."asked_on" = "t6"."asked_on"
              ) AS "t13"
            ) AS "t14"
          ) AS "t16"
          INNER JOIN (
            SELECT
              "t0"."person_ref",
              "t0"."since" AS "gone",
              "t0"."until" AS "back"
            FROM "away" AS "t0"
          ) AS "t10"
            ON "t16"."person_ref" = "t10"."person_ref"
        ) AS "t23"
        WHERE
          "t23"."gone" <= "t23"."annual_by"
          AND (
            (
              "t23"."back" IS NULL
            ) OR (
              "t23"."back" >= "t23"."annual_by"
            )
          )
      ) AS "t26"
    ) AS "t30"
      ON "t40"."person_ref" = "t30"."person_ref" AND "t40"."asked_on" = "t30"."asked_on"
  ) AS "t41"
) AS "t42"
