-- Printed by tools/print_twins.py from watchkeeper/registers/bulk.py. Change the expression there, not this page.
WITH "t6" AS (
  SELECT
    "t3"."id",
    "t3"."person_ref",
    "t3"."ref",
    "t3"."notified_on",
    "t3"."kind",
    "t3"."matter",
    "t3"."happened_on",
    "t3"."stated_for",
    "t3"."items_missing",
    "t5"."asked_on",
    "t5"."asked_until",
    "t5"."announced_since",
    "t5"."announced_from",
    "t5"."counted_from",
    "t5"."dynamic_instruments",
    "t5"."prescribed_restarts",
    "t5"."weeks_from"
  FROM "notifications" AS "t3"
  CROSS JOIN "asked" AS "t5"
), "t9" AS (
  SELECT
    "t7"."person_ref",
    "t7"."ref",
    "t7"."matter",
    "t7"."happened_on"
  FROM (
    SELECT
      "t4"."id",
      "t4"."person_ref",
      "t4"."ref",
      "t4"."matter",
      "t4"."happened_on",
      "t5"."asked_on",
      "t5"."asked_until",
      "t5"."announced_since",
      "t5"."announced_from",
      "t5"."counted_from",
      "t5"."dynamic_instruments",
      "t5"."prescribed_restarts",
      "t5"."weeks_from"
    FROM "changes" AS "t4"
    CROSS JOIN "asked" AS "t5"
  ) AS "t7"
  WHERE
    "t7"."happened_on" <= "t7"."asked_on"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t31"."person_ref",
      "t31"."ref",
      "t31"."matter",
      "t31"."happened_on",
      "t31"."answered_on",
      "t36"."stated_for",
      "t36"."advance_on"
    FROM (
      SELECT
        "t29"."person_ref",
        "t29"."ref",
        "t29"."matter",
        "t29"."happened_on",
        "t29"."answered_on"
      FROM (
        SELECT
          "t14"."person_ref",
          "t14"."ref",
          "t14"."matter",
          "t14"."happened_on",
          "t25"."person_ref" AS "person_ref_right",
          "t25"."ref" AS "ref_right",
          "t25"."answered_on"
        FROM "t9" AS "t14"
        LEFT OUTER JOIN (
          SELECT
            "t22"."person_ref",
            "t22"."ref",
            MIN("t22"."notified_on") AS "answered_on"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t14"."person_ref",
                "t14"."ref",
                "t14"."matter",
                "t14"."happened_on",
                "t18"."kind",
                "t18"."notified_on",
                "t18"."told_matter"
              FROM "t9" AS "t14"
              INNER JOIN (
                SELECT
                  "t8"."person_ref",
                  "t8"."kind",
                  "t8"."notified_on",
                  "t8"."matter" AS "told_matter"
                FROM "t6" AS "t8"
                WHERE
                  "t8"."notified_on" <= "t8"."asked_on"
                  AND NOT (
                    REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
                  )
                  AND "t8"."stated_for" IS NULL
              ) AS "t18"
                ON "t14"."person_ref" = "t18"."person_ref"
            ) AS "t20"
            WHERE
              "t20"."notified_on" >= "t20"."happened_on"
              AND (
                (
                  "t20"."told_matter" = "t20"."matter"
                )
                OR (
                  "t20"."kind" = 'initial'
                )
                OR (
                  "t20"."matter" = 'release'
                )
              )
          ) AS "t22"
          GROUP BY
            1,
            2
        ) AS "t25"
          ON "t14"."person_ref" = "t25"."person_ref" AND "t14"."ref" = "t25"."ref"
      ) AS "t29"
    ) AS "t31"
    LEFT OUTER JOIN (
      SELECT
        "t33"."person_ref",
        "t33"."ref",
        "t33"."stated_for",
        "t33"."advance_on"
      FROM (
        SELECT
          "t27"."person_ref",
          "t27"."matter",
          "t27"."stated_for",
          "t27"."notice_ref",
          "t27"."advance_on",
          "t27"."ref",
          "t27"."happened_on",
          ROW_NUMBER() OVER (
            PARTITION BY "t27"."ref"
            ORDER BY "t27"."advance_on" DESC, "t27"."notice_ref" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
        FROM (
          SELECT
            "t26".*
            EXCLUDE ("first")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t21"."person_ref",
                "t21"."matter",
                "t21"."stated_for",
                "t21"."notice_ref",
                "t21"."advance_on",
                "t21"."ref",
                "t21"."happened_on",
                ROW_NUMBER() OVER (
                  PARTITION BY "t21"."notice_ref"
                  ORDER BY "t21"."happened_on" ASC, "t21"."ref" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) - 1 AS "first"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t16"."person_ref",
                    "t16"."matter",
                    "t16"."stated_for",
                    "t16"."notice_ref",
                    "t16"."advance_on",
                    "t15"."ref",
                    "t15"."happened_on"
                  FROM (
                    SELECT
                      "t8"."person_ref",
                      "t8"."matter",
                      "t8"."stated_for",
                      "t8"."ref" AS "notice_ref",
                      "t8"."notified_on" AS "advance_on"
                    FROM "t6" AS "t8"
                    WHERE
                      "t8"."notified_on" <= "t8"."asked_on"
                      AND NOT (
                        REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
                      )
                      AND "t8"."stated_for" IS NOT NULL
                      AND "t8"."matter" <> ''
                  ) AS "t16"
                  INNER JOIN "t9" AS "t15"
                    ON "t16"."person_ref" = "t15"."person_ref" AND "t16"."matter" = "t15"."matter"
                ) AS "t19"
                WHERE
                  "t19"."happened_on" >= "t19"."advance_on"
              ) AS "t21"
            ) AS "t23"
            WHERE
              "t23"."first" = 0
          ) AS "t26"
        ) AS "t27"
      ) AS "t33"
      WHERE
        "t33"."place" = 0
    ) AS "t36"
      ON "t31"."person_ref" = "t36"."person_ref" AND "t31"."ref" = "t36"."ref"
  ) AS "t38"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t34"."person_ref",
      "t34"."notice_ref" AS "ref",
      "t34"."matter",
      CAST(NULL AS DATE) AS "happened_on",
      "t34"."answered_on",
      "t34"."stated_for",
      "t34"."advance_on"
    FROM (
      SELECT
        "t32"."person_ref",
        "t32"."notice_ref",
        "t32"."matter",
        "t32"."stated_for",
        "t32"."advance_on",
        MIN("t32"."notified_on") AS "answered_on"
      FROM (
        SELECT
          "t16"."person_ref",
          "t16"."matter",
          "t16"."stated_for",
          "t16"."notice_ref",
          "t16"."advance_on",
          "t17"."person_ref" AS "person_ref_right",
          "t17"."matter" AS "matter_right",
          "t17"."notified_on"
        FROM (
          SELECT
            "t8"."person_ref",
            "t8"."matter",
            "t8"."stated_for",
            "t8"."ref" AS "notice_ref",
            "t8"."notified_on" AS "advance_on"
          FROM "t6" AS "t8"
          WHERE
            "t8"."notified_on" <= "t8"."asked_on"
            AND NOT (
              REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
            )
            AND "t8"."stated_for" IS NOT NULL
            AND "t8"."matter" <> ''
        ) AS "t16"
        ANTI JOIN (
          SELECT
            "t26".*
            EXCLUDE ("first")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t21"."person_ref",
                "t21"."matter",
                "t21"."stated_for",
                "t21"."notice_ref",
                "t21"."advance_on",
                "t21"."ref",
                "t21"."happened_on",
                ROW_NUMBER() OVER (
                  PARTITION BY "t21"."notice_ref"
                  ORDER BY "t21"."happened_on" ASC, "t21"."ref" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) - 1 AS "first"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t16"."person_ref",
                    "t16"."matter",
                    "t16"."stated_for",
                    "t16"."notice_ref",
                    "t16"."advance_on",
                    "t15"."ref",
                    "t15"."happened_on"
                  FROM (
                    SELECT
                      "t8"."person_ref",
                      "t8"."matter",
                      "t8"."stated_for",
                      "t8"."ref" AS "notice_ref",
                      "t8"."notified_on" AS "advance_on"
                    FROM "t6" AS "t8"
                    WHERE
                      "t8"."notified_on" <= "t8"."asked_on"
                      AND NOT (
                        REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
                      )
                      AND "t8"."stated_for" IS NOT NULL
                      AND "t8"."matter" <> ''
                  ) AS "t16"
                  INNER JOIN "t9" AS "t15"
                    ON "t16"."person_ref" = "t15"."person_ref" AND "t16"."matter" = "t15"."matter"
                ) AS "t19"
                WHERE
                  "t19"."happened_on" >= "t19"."advance_on"
              ) AS "t21"
            ) AS "t23"
            WHERE
              "t23"."first" = 0
          ) AS "t26"
        ) AS "t28"
          ON "t16"."notice_ref" = "t28"."notice_ref"
        LEFT OUTER JOIN (
          SELECT
            "t8"."person_ref",
            "t8"."matter",
            "t8"."notified_on"
          FROM "t6" AS "t8"
          WHERE
            "t8"."notified_on" <= "t8"."asked_on"
            AND NOT (
              REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
            )
        ) AS "t17"
          ON "t16"."person_ref" = "t17"."person_ref"
          AND "t16"."matter" = "t17"."matter"
          AND "t17"."notified_on" > "t16"."advance_on"
      ) AS "t32"
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS "t34"
  ) AS "t37"
) AS "t39"
ORDER BY
  "t39"."person_ref" ASC,
  CASE WHEN "t39"."happened_on" IS NULL THEN 1 ELSE 0 END ASC,
  COALESCE("t39"."happened_on", "t39"."advance_on") ASC,
  "t39"."ref" ASC
