-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_orders.py. Change the expression there, not this page.
SELECT
  "t20"."asked_on",
  "t20"."ref",
  CASE
    WHEN COALESCE("t20"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t20"."unit"
  END AS "unit",
  COALESCE(
    (
      "t20"."last" < "t20"."asked_on"
    )
    AND NOT (
      COALESCE("t20"."followed", FALSE)
    ),
    FALSE
  ) AS "counts",
  DATE_DIFF('DAY', "t20"."last", "t20"."asked_on") AS "days"
FROM (
  SELECT
    "t19".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t14"."person_ref",
      "t14"."ref",
      "t14"."kind",
      "t14"."made_on",
      "t14"."until",
      "t14"."ends",
      "t14"."asked_on",
      "t14"."order_mark_months",
      "t14"."last",
      "t6"."unit",
      "t18"."ref" AS "ref_right",
      "t18"."asked_on" AS "asked_on_right",
      "t18"."followed"
    FROM (
      SELECT
        "t12"."person_ref",
        "t12"."ref",
        "t12"."kind",
        "t12"."made_on",
        "t12"."until",
        "t12"."ends",
        "t12"."asked_on",
        "t12"."order_mark_months",
        "t12"."until" - TO_MONTHS("t12"."order_mark_months") AS "last"
      FROM (
        SELECT
          "t11"."person_ref",
          "t11"."ref",
          "t11"."kind",
          "t11"."made_on",
          "t11"."until",
          "t11"."ends",
          "t8"."asked_on",
          "t8"."order_mark_months"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t1"."person_ref",
              "t1"."ref",
              "t1"."kind",
              "t1"."made_on",
              "t1"."until",
              LEAST(COALESCE("t1"."until", "t1"."ended_on"), COALESCE("t1"."ended_on", "t1"."until")) AS "ends"
            FROM "orders" AS "t1"
          ) AS "t9"
          WHERE
            "t9"."ends" IS NOT NULL AND "t9"."ends" > "t9"."made_on"
        ) AS "t11"
        INNER JOIN (
          SELECT
            "t2"."asked_on",
            "t2"."order_mark_months"
          FROM "days" AS "t2"
        ) AS "t8"
          ON "t11"."made_on" <= "t8"."asked_on" AND "t11"."ends" > "t8"."asked_on"
      ) AS "t12"
      WHERE
        "t12"."until" IS NOT NULL
    ) AS "t14"
    INNER JOIN (
      SELECT
        "t0"."ref" AS "person_ref",
        "t0"."unit"
      FROM "people" AS "t0"
    ) AS "t6"
      ON "t14"."person_ref" = "t6"."person_ref"
    LEFT OUTER JOIN (
      SELECT
        "t16"."ref",
        "t16"."asked_on",
        TRUE AS "followed"
      FROM (
        SELECT DISTINCT
          "t15"."ref",
          "t15"."asked_on"
        FROM (
          SELECT
            "t14"."person_ref",
            "t14"."asked_on",
            "t14"."ref",
            "t14"."kind",
            "t14"."ends",
            "t7"."other",
            "t7"."made",
            "t7"."over",
            "t7"."ended"
          FROM (
            SELECT
              "t12"."person_ref",
              "t12"."ref",
              "t12"."kind",
              "t12"."made_on",
              "t12"."until",
              "t12"."ends",
              "t12"."asked_on",
              "t12"."order_mark_months",
              "t12"."until" - TO_MONTHS("t12"."order_mark_months") AS "last"
            FROM (
              SELECT
                "t11"."person_ref",
                "t11"."ref",
                "t11"."kind",
                "t11"."made_on",
                "t11"."until",
                "t11"."ends",
                "t8"."asked_on",
                "t8"."order_mark_months"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t1"."person_ref",
                    "t1"."ref",
                    "t1"."kind",
                    "t1"."made_on",
                    "t1"."until",
                    LEAST(COALESCE("t1"."until", "t1"."ended_on"), COALESCE("t1"."ended_on", "t1"."until")) AS "ends"
                  FROM "orders" AS "t1"
                ) AS "t9"
                WHERE
                  "t9"."ends" IS NOT NULL AND "t9"."ends" > "t9"."made_on"
              ) AS "t11"
              INNER JOIN (
                SELECT
                  "t2"."asked_on",
                  "t2"."order_mark_months"
                FROM "days" AS "t2"
              ) AS "t8"
                ON "t11"."made_on" <= "t8"."asked_on" AND "t11"."ends" > "t8"."asked_on"
            ) AS "t12"
            WHERE
              "t12"."until" IS NOT NULL
          ) AS "t14"
          INNER JOIN (
            SELECT
              "t0"."ref" AS "person_ref",
              "t0"."unit"
            FROM "people" AS "t0"
          ) AS "t6"
            ON "t14"."person_ref" = "t6"."person_ref"
          INNER JOIN (
            SELECT
              "t1"."person_ref",
              "t1"."kind",
              "t1"."ref" AS "other",
              "t1"."made_on" AS "made",
              "t1"."until" AS "over",
              "t1"."ended_on" AS "ended"
            FROM "orders" AS "t1"
          ) AS "t7"
            ON "t14"."person_ref" = "t7"."person_ref" AND "t14"."kind" = "t7"."kind"
        ) AS "t15"
        WHERE
          "t15"."ref" <> "t15"."other"
          AND "t15"."made" <= "t15"."asked_on"
          AND (
            (
              "t15"."over" IS NULL
            )
            OR (
              "t15"."over" > GREATEST("t15"."ends", "t15"."asked_on")
            )
          )
          AND (
            (
              "t15"."ended" IS NULL
            ) OR (
              "t15"."ended" > "t15"."asked_on"
            )
          )
      ) AS "t16"
    ) AS "t18"
      ON "t14"."ref" = "t18"."ref" AND "t14"."asked_on" = "t18"."asked_on"
  ) AS "t19"
) AS "t20"
