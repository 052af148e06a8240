-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_orders.py. Change the expression there, not this page.
SELECT
  "t19"."asked_on",
  "t19"."ref",
  CASE
    WHEN COALESCE("t19"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t19"."unit"
  END AS "unit",
  COALESCE(NOT (
    COALESCE("t19"."followed", FALSE)
  ), FALSE) AS "counts",
  DATE_DIFF('DAY', "t19"."ends", "t19"."asked_on") AS "days"
FROM (
  SELECT
    "t18".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t13"."person_ref",
      "t13"."ref",
      "t13"."kind",
      "t13"."made_on",
      "t13"."until",
      "t13"."ends",
      "t9"."asked_on",
      "t9"."month_ago",
      "t10"."unit",
      "t17"."ref" AS "ref_right",
      "t17"."asked_on" AS "asked_on_right",
      "t17"."followed"
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
      ) AS "t11"
      WHERE
        "t11"."ends" IS NOT NULL
        AND "t11"."ends" > "t11"."made_on"
        AND "t11"."until" = "t11"."ends"
    ) AS "t13"
    INNER JOIN (
      SELECT
        "t2"."asked_on",
        "t2"."month_ago"
      FROM "days" AS "t2"
    ) AS "t9"
      ON "t13"."ends" <= "t9"."asked_on" AND "t13"."ends" > "t9"."month_ago"
    SEMI JOIN "on_register" AS "t4"
      ON "t13"."person_ref" = "t4"."person_ref" AND "t9"."asked_on" = "t4"."asked_on"
    INNER JOIN (
      SELECT
        "t3"."ref" AS "person_ref",
        "t3"."unit"
      FROM "people" AS "t3"
    ) AS "t10"
      ON "t13"."person_ref" = "t10"."person_ref"
    LEFT OUTER JOIN (
      SELECT
        "t15"."ref",
        "t15"."asked_on",
        TRUE AS "followed"
      FROM (
        SELECT DISTINCT
          "t14"."ref",
          "t14"."asked_on"
        FROM (
          SELECT
            "t13"."person_ref",
            "t9"."asked_on",
            "t13"."ref",
            "t13"."kind",
            "t13"."ends",
            "t8"."other",
            "t8"."made",
            "t8"."over",
            "t8"."ended"
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
            ) AS "t11"
            WHERE
              "t11"."ends" IS NOT NULL
              AND "t11"."ends" > "t11"."made_on"
              AND "t11"."until" = "t11"."ends"
          ) AS "t13"
          INNER JOIN (
            SELECT
              "t2"."asked_on",
              "t2"."month_ago"
            FROM "days" AS "t2"
          ) AS "t9"
            ON "t13"."ends" <= "t9"."asked_on" AND "t13"."ends" > "t9"."month_ago"
          SEMI JOIN "on_register" AS "t4"
            ON "t13"."person_ref" = "t4"."person_ref" AND "t9"."asked_on" = "t4"."asked_on"
          INNER JOIN (
            SELECT
              "t3"."ref" AS "person_ref",
              "t3"."unit"
            FROM "people" AS "t3"
          ) AS "t10"
            ON "t13"."person_ref" = "t10"."person_ref"
          INNER JOIN (
            SELECT
              "t1"."person_ref",
              "t1"."kind",
              "t1"."ref" AS "other",
              "t1"."made_on" AS "made",
              "t1"."until" AS "over",
              "t1"."ended_on" AS "ended"
            FROM "orders" AS "t1"
          ) AS "t8"
            ON "t13"."person_ref" = "t8"."person_ref" AND "t13"."kind" = "t8"."kind"
        ) AS "t14"
        WHERE
          "t14"."ref" <> "t14"."other"
          AND "t14"."made" <= "t14"."asked_on"
          AND (
            (
              "t14"."over" IS NULL
            )
            OR (
              "t14"."over" > GREATEST("t14"."ends", "t14"."asked_on")
            )
          )
          AND (
            (
              "t14"."ended" IS NULL
            ) OR (
              "t14"."ended" > "t14"."asked_on"
            )
          )
      ) AS "t15"
    ) AS "t17"
      ON "t13"."ref" = "t17"."ref" AND "t9"."asked_on" = "t17"."asked_on"
  ) AS "t18"
) AS "t19"
