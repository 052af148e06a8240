-- Printed by tools/print_twins.py from watchkeeper/registers/spells.py. Change the expression there, not this page.
WITH "t15" AS (
  SELECT
    "t0"."person_ref",
    "t0"."kind",
    "t0"."made_on" AS "since",
    LEAST(COALESCE("t0"."until", "t0"."ended_on"), COALESCE("t0"."ended_on", "t0"."until")) AS "until"
  FROM "orders" AS "t0"
  WHERE
    "t0"."kind" = 'notification order'
), "t34" AS (
  SELECT
    "t28"."id",
    "t28"."person_ref",
    "t28"."ref",
    "t28"."finding",
    "t28"."relevant_date",
    "t28"."sentence",
    "t28"."term_months",
    "t28"."term_days",
    "t28"."term_begins_on",
    "t28"."consecutive_to",
    "t28"."trial_ended_on",
    "t28"."born_on",
    "t28"."asked_on",
    "t28"."indefinite_term",
    "t28"."short_term",
    "t28"."longer_months",
    "t28"."short_months",
    "t28"."hospital_months",
    "t28"."caution_months",
    "t28"."other_months",
    "t28"."youth_share",
    "t28"."adult_months",
    "t28"."counted_sentences",
    COALESCE("t28"."relevant_date", CAST('0001-01-01' AS DATE)) AS "since",
    CASE
      WHEN (
        "t28"."relevant_date" IS NULL
      )
      OR (
        NOT (
          "t28"."finding" = 'caution'
        )
        AND (
          (
            "t28"."sentence" = ''
          )
          OR (
            "t28"."sentence" = 'caution'
          )
          OR (
            (
              (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
            )
            AND NOT (
              (
                COALESCE("t28"."term_months", 0) > 0
              )
              OR (
                COALESCE("t28"."term_days", 0) > 0
              )
            )
          )
        )
      )
      OR (
        NOT (
          "t28"."finding" = 'caution'
        )
        AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
      )
      OR (
        NOT (
          NOT (
            "t28"."finding" = 'caution'
          )
          AND (
            "t28"."sentence" = 'conditional discharge'
          )
        )
        AND (
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT) = 0
        )
      )
      THEN CAST(NULL AS DATE)
      WHEN NOT (
        "t28"."finding" = 'caution'
      )
      AND (
        "t28"."sentence" = 'conditional discharge'
      )
      THEN CASE
        WHEN EXTRACT(day FROM GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0))) = EXTRACT(day FROM GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date"))
        THEN GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0))
        ELSE GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + INTERVAL '1' DAY
      END + TO_DAYS(COALESCE("t28"."term_days", 0))
      ELSE CASE
        WHEN EXTRACT(day FROM "t28"."relevant_date" + TO_MONTHS(
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT)
        )) = EXTRACT(day FROM "t28"."relevant_date")
        THEN "t28"."relevant_date" + TO_MONTHS(
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT)
        )
        ELSE "t28"."relevant_date" + TO_MONTHS(
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT)
        ) + INTERVAL '1' DAY
      END
    END AS "until",
    (
      "t28"."relevant_date" IS NULL
    )
    OR (
      NOT (
        "t28"."finding" = 'caution'
      )
      AND (
        (
          "t28"."sentence" = ''
        )
        OR (
          "t28"."sentence" = 'caution'
        )
        OR (
          (
            (
              "t28"."sentence" = 'imprisonment'
            )
            OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
            OR (
              NOT (
                "t28"."finding" = 'caution'
              )
              AND (
                "t28"."sentence" = 'conditional discharge'
              )
            )
          )
          AND NOT (
            (
              COALESCE("t28"."term_months", 0) > 0
            )
            OR (
              COALESCE("t28"."term_days", 0) > 0
            )
          )
        )
      )
    ) AS "lost",
    CASE
      WHEN (
        "t28"."relevant_date" IS NULL
      )
      OR (
        NOT (
          "t28"."finding" = 'caution'
        )
        AND (
          (
            "t28"."sentence" = ''
          )
          OR (
            "t28"."sentence" = 'caution'
          )
          OR (
            (
              (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
            )
            AND NOT (
              (
                COALESCE("t28"."term_months", 0) > 0
              )
              OR (
                COALESCE("t28"."term_days", 0) > 0
              )
            )
          )
        )
      )
      OR (
        NOT (
          "t28"."finding" = 'caution'
        )
        AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
      )
      OR (
        NOT (
          NOT (
            "t28"."finding" = 'caution'
          )
          AND (
            "t28"."sentence" = 'conditional discharge'
          )
        )
        AND (
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT) = 0
        )
      )
      THEN CAST(NULL AS DATE)
      WHEN NOT (
        "t28"."finding" = 'caution'
      )
      AND (
        "t28"."sentence" = 'conditional discharge'
      )
      THEN CASE
        WHEN EXTRACT(day FROM GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0))) = EXTRACT(day FROM GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date"))
        THEN GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0))
        ELSE GREATEST(COALESCE("t28"."term_begins_on", "t28"."relevant_date"), "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + INTERVAL '1' DAY
      END + TO_DAYS(COALESCE("t28"."term_days", 0))
      ELSE CASE
        WHEN EXTRACT(day FROM "t28"."relevant_date" + TO_MONTHS(
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT)
        )) = EXTRACT(day FROM "t28"."relevant_date")
        THEN "t28"."relevant_date" + TO_MONTHS(
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT)
        )
        ELSE "t28"."relevant_date" + TO_MONTHS(
          CAST(CASE
            WHEN COALESCE(
              (
                "t28"."born_on" + TO_MONTHS("t28"."adult_months")
              ) > "t28"."relevant_date",
              FALSE
            )
            THEN CAST(FLOOR(
              CASE
                WHEN "t28"."finding" = 'caution'
                THEN "t28"."caution_months"
                WHEN (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
                )
                OR (
                  NOT (
                    "t28"."finding" = 'caution'
                  )
                  AND (
                    "t28"."sentence" = 'conditional discharge'
                  )
                )
                THEN 0
                WHEN (
                  "t28"."sentence" = 'imprisonment'
                )
                OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
                THEN CASE
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) >= (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                  )
                  THEN 0
                  WHEN (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                  ) > (
                    COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                  )
                  THEN "t28"."longer_months"
                  ELSE "t28"."short_months"
                END
                WHEN "t28"."sentence" = 'hospital'
                THEN "t28"."hospital_months"
                ELSE "t28"."other_months"
              END * "t28"."youth_share"
            ) AS BIGINT)
            ELSE CASE
              WHEN "t28"."finding" = 'caution'
              THEN "t28"."caution_months"
              WHEN (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND "t28"."sentence" IN ('life', 'indeterminate', 'hospital with restriction')
              )
              OR (
                NOT (
                  "t28"."finding" = 'caution'
                )
                AND (
                  "t28"."sentence" = 'conditional discharge'
                )
              )
              THEN 0
              WHEN (
                "t28"."sentence" = 'imprisonment'
              )
              OR CONTAINS("t28"."counted_sentences", ';' || "t28"."sentence" || ';')
              THEN CASE
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) >= (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."indefinite_term")
                )
                THEN 0
                WHEN (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS(COALESCE("t28"."term_months", 0)) + TO_DAYS(COALESCE("t28"."term_days", 0))
                ) > (
                  COALESCE("t28"."term_begins_on", "t28"."relevant_date") + TO_MONTHS("t28"."short_term")
                )
                THEN "t28"."longer_months"
                ELSE "t28"."short_months"
              END
              WHEN "t28"."sentence" = 'hospital'
              THEN "t28"."hospital_months"
              ELSE "t28"."other_months"
            END
          END AS INT)
        ) + INTERVAL '1' DAY
      END
    END AS "own"
  FROM (
    SELECT
      "t25"."id",
      "t25"."person_ref",
      "t25"."ref",
      "t25"."finding",
      "t25"."relevant_date",
      "t25"."sentence",
      "t25"."term_months",
      "t25"."term_days",
      "t25"."term_begins_on",
      "t25"."consecutive_to",
      "t25"."trial_ended_on",
      "t25"."born_on",
      "t8"."asked_on",
      "t8"."indefinite_term",
      "t8"."short_term",
      "t8"."longer_months",
      "t8"."short_months",
      "t8"."hospital_months",
      "t8"."caution_months",
      "t8"."other_months",
      "t8"."youth_share",
      "t8"."adult_months",
      "t8"."counted_sentences"
    FROM (
      SELECT
        "t22".*
        EXCLUDE ("whose")
      FROM (
        SELECT
          "t7"."id",
          "t7"."person_ref",
          "t7"."ref",
          "t7"."finding",
          "t7"."relevant_date",
          "t7"."sentence",
          "t7"."term_months",
          "t7"."term_days",
          "t7"."term_begins_on",
          "t7"."consecutive_to",
          "t7"."trial_ended_on",
          "t12"."whose",
          "t12"."born_on"
        FROM "disposals" AS "t7"
        LEFT OUTER JOIN (
          SELECT
            "t1"."ref" AS "whose",
            "t1"."born_on"
          FROM "people" AS "t1"
        ) AS "t12"
          ON "t7"."person_ref" = "t12"."whose"
      ) AS "t22"
    ) AS "t25"
    CROSS JOIN "statute" AS "t8"
  ) AS "t28"
)
SELECT
  "t48"."person_ref",
  "t48"."since",
  "t48"."until",
  "t29"."of" IS NOT NULL AS "together"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t37"."person_ref",
            "t37"."since",
            COALESCE("t37"."until", "t42"."notice_on") AS "until"
          FROM (
            SELECT
              "t35"."id",
              "t35"."person_ref",
              "t35"."ref",
              "t35"."finding",
              "t35"."relevant_date",
              "t35"."sentence",
              "t35"."term_months",
              "t35"."term_days",
              "t35"."term_begins_on",
              "t35"."consecutive_to",
              "t35"."trial_ended_on",
              "t35"."born_on",
              "t35"."asked_on",
              "t35"."indefinite_term",
              "t35"."short_term",
              "t35"."longer_months",
              "t35"."short_months",
              "t35"."hospital_months",
              "t35"."caution_months",
              "t35"."other_months",
              "t35"."youth_share",
              "t35"."adult_months",
              "t35"."counted_sentences",
              "t35"."since",
              CASE
                WHEN (
                  "t35"."finding" = 'disability'
                )
                AND (
                  "t35"."trial_ended_on" IS NOT NULL
                )
                AND NOT (
                  "t35"."lost"
                )
                THEN COALESCE(
                  LEAST("t35"."until", "t35"."trial_ended_on" + INTERVAL '1' DAY),
                  "t35"."trial_ended_on" + INTERVAL '1' DAY
                )
                ELSE "t35"."until"
              END AS "until",
              "t35"."lost",
              "t35"."own"
            FROM "t34" AS "t35"
          ) AS "t37"
          LEFT OUTER JOIN (
            SELECT
              "t40"."ref" AS "of",
              MIN("t40"."notice_on") AS "notice_on"
            FROM (
              SELECT
                "t39"."ref",
                "t39"."person_ref",
                "t39"."since",
                "t16"."whose",
                "t16"."received_on",
                "t16"."notice_on"
              FROM (
                SELECT
                  "t35"."ref",
                  "t35"."person_ref",
                  "t35"."since"
                FROM "t34" AS "t35"
                WHERE
                  CASE
                    WHEN (
                      "t35"."finding" = 'disability'
                    )
                    AND (
                      "t35"."trial_ended_on" IS NOT NULL
                    )
                    AND NOT (
                      "t35"."lost"
                    )
                    THEN COALESCE(
                      LEAST("t35"."until", "t35"."trial_ended_on" + INTERVAL '1' DAY),
                      "t35"."trial_ended_on" + INTERVAL '1' DAY
                    )
                    ELSE "t35"."until"
                  END IS NULL
                  AND NOT (
                    "t35"."lost"
                  )
              ) AS "t39"
              INNER JOIN (
                SELECT
                  "t4"."person_ref" AS "whose",
                  "t4"."received_on",
                  "t4"."notice_received_on" AS "notice_on"
                FROM "review_applications" AS "t4"
                WHERE
                  "t4"."outcome" = 'granted' AND "t4"."notice_received_on" IS NOT NULL
              ) AS "t16"
                ON "t39"."person_ref" = "t16"."whose" AND "t16"."received_on" >= "t39"."since"
            ) AS "t40"
            GROUP BY
              1
          ) AS "t42"
            ON "t37"."ref" = "t42"."of"
        ) AS "t43"
      ) AS "t44"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t0"."person_ref",
          "t0"."made_on" AS "since",
          LEAST(COALESCE("t0"."until", "t0"."ended_on"), COALESCE("t0"."ended_on", "t0"."until")) AS "until"
        FROM "orders" AS "t0"
        WHERE
          "t0"."kind" IN ('SHPO', 'interim SHPO', 'SOPO')
      ) AS "t14"
    ) AS "t45"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t32"."person_ref",
        "t32"."since",
        "t32"."first" AS "until"
      FROM (
        SELECT
          "t19"."person_ref",
          "t19"."kind",
          "t19"."since",
          "t19"."until",
          "t31"."of",
          "t31"."first",
          "t31"."dateless"
        FROM "t15" AS "t19"
        LEFT OUTER JOIN (
          SELECT
            "t26"."person_ref" AS "of",
            MIN("t26"."relevant_date") AS "first",
            BOOL_OR(CAST("t26"."relevant_date" IS NULL AS BOOLEAN)) AS "dateless"
          FROM (
            SELECT
              "t7"."id",
              "t7"."person_ref",
              "t7"."ref",
              "t7"."finding",
              "t7"."relevant_date",
              "t7"."sentence",
              "t7"."term_months",
              "t7"."term_days",
              "t7"."term_begins_on",
              "t7"."consecutive_to",
              "t7"."trial_ended_on"
            FROM "disposals" AS "t7"
            SEMI JOIN "t15" AS "t20"
              ON "t7"."person_ref" = "t20"."person_ref"
          ) AS "t26"
          GROUP BY
            1
        ) AS "t31"
          ON "t19"."person_ref" = "t31"."of"
      ) AS "t32"
      WHERE
        NOT (
          COALESCE("t32"."dateless", FALSE)
        )
    ) AS "t33"
  ) AS "t46"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t11"."person_ref",
      CAST('0001-01-01' AS DATE) AS "since",
      CAST(NULL AS DATE) AS "until"
    FROM (
      SELECT
        "t1"."ref" AS "person_ref"
      FROM "people" AS "t1"
    ) AS "t11"
    ANTI JOIN "disposals" AS "t6"
      ON "t11"."person_ref" = "t6"."person_ref"
    ANTI JOIN "orders" AS "t5"
      ON "t11"."person_ref" = "t5"."person_ref"
  ) AS "t21"
) AS "t48"
LEFT OUTER JOIN (
  SELECT
    "t23"."person_ref" AS "of"
  FROM (
    SELECT
      "t18"."person_ref",
      COUNT(*) AS "many"
    FROM (
      SELECT
        *
      FROM "disposals" AS "t2"
      WHERE
        "t2"."finding" <> 'caution'
        AND (
          (
            COALESCE("t2"."term_months", 0) > 0
          )
          OR (
            COALESCE("t2"."term_days", 0) > 0
          )
        )
    ) AS "t18"
    GROUP BY
      1
  ) AS "t23"
  WHERE
    "t23"."many" > 1
) AS "t29"
  ON "t48"."person_ref" = "t29"."of"
