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
    "t4"."asked_on",
    "t4"."asked_until",
    "t4"."announced_since",
    "t4"."announced_from",
    "t4"."counted_from",
    "t4"."dynamic_instruments",
    "t4"."late_since",
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "notifications" AS "t3"
  CROSS JOIN "asked" AS "t4"
), "t9" AS (
  SELECT
    "t7"."person_ref",
    "t7"."ref",
    "t7"."matter",
    "t7"."happened_on"
  FROM (
    SELECT
      "t5"."id",
      "t5"."person_ref",
      "t5"."ref",
      "t5"."matter",
      "t5"."happened_on",
      "t4"."asked_on",
      "t4"."asked_until",
      "t4"."announced_since",
      "t4"."announced_from",
      "t4"."counted_from",
      "t4"."dynamic_instruments",
      "t4"."late_since",
      "t4"."prescribed_restarts",
      "t4"."weeks_from"
    FROM "changes" AS "t5"
    CROSS JOIN "asked" AS "t4"
  ) AS "t7"
  WHERE
    "t7"."happened_on" <= "t7"."asked_on"
), "t23" AS (
  SELECT
    *
  FROM "t9" AS "t10"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t21"."person_ref",
      "t21"."ref",
      "t21"."matter",
      "t21"."happened_on"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t13"."id",
          "t13"."person_ref",
          "t13"."ref",
          "t13"."notified_on",
          "t13"."kind",
          "t13"."matter",
          "t13"."happened_on",
          "t13"."stated_for",
          "t13"."items_missing",
          "t13"."asked_on",
          "t13"."asked_until",
          "t13"."announced_since",
          "t13"."announced_from",
          "t13"."counted_from",
          "t13"."dynamic_instruments",
          "t13"."late_since",
          "t13"."prescribed_restarts",
          "t13"."weeks_from",
          "t13"."complete",
          ROW_NUMBER() OVER (
            PARTITION BY "t13"."person_ref", "t13"."matter", "t13"."happened_on"
            ORDER BY "t13"."notified_on" ASC, "t13"."ref" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
        FROM (
          SELECT
            "t8"."id",
            "t8"."person_ref",
            "t8"."ref",
            "t8"."notified_on",
            "t8"."kind",
            "t8"."matter",
            "t8"."happened_on",
            "t8"."stated_for",
            "t8"."items_missing",
            "t8"."asked_on",
            "t8"."asked_until",
            "t8"."announced_since",
            "t8"."announced_from",
            "t8"."counted_from",
            "t8"."dynamic_instruments",
            "t8"."late_since",
            "t8"."prescribed_restarts",
            "t8"."weeks_from",
            NOT (
              REGEXP_MATCHES("t8"."items_missing", '[^;\s]')
            ) AS "complete"
          FROM "t6" AS "t8"
          WHERE
            "t8"."notified_on" <= "t8"."asked_on"
            AND "t8"."kind" = 'change'
            AND "t8"."matter" <> ''
            AND "t8"."stated_for" IS NULL
            AND "t8"."happened_on" <= "t8"."notified_on"
        ) AS "t13"
      ) AS "t19"
      WHERE
        "t19"."first" = 0
    ) AS "t21"
    ANTI JOIN "t9" AS "t15"
      ON "t21"."person_ref" = "t15"."person_ref"
      AND "t21"."matter" = "t15"."matter"
      AND "t21"."happened_on" = "t15"."happened_on"
  ) AS "t22"
)
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t39"."person_ref",
      "t39"."ref",
      "t39"."matter",
      "t39"."happened_on",
      "t39"."answered_on",
      "t44"."stated_for",
      "t44"."advance_on"
    FROM (
      SELECT
        "t36"."person_ref",
        "t36"."ref",
        "t36"."matter",
        "t36"."happened_on",
        "t36"."answered_on"
      FROM (
        SELECT
          "t25"."person_ref",
          "t25"."ref",
          "t25"."matter",
          "t25"."happened_on",
          "t33"."person_ref" AS "person_ref_right",
          "t33"."ref" AS "ref_right",
          "t33"."answered_on"
        FROM "t23" AS "t25"
        LEFT OUTER JOIN (
          SELECT
            "t30"."person_ref",
            "t30"."ref",
            MIN("t30"."notified_on") AS "answered_on"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t25"."person_ref",
                "t25"."ref",
                "t25"."matter",
                "t25"."happened_on",
                "t18"."kind",
                "t18"."notified_on",
                "t18"."told_matter"
              FROM "t23" AS "t25"
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
                ON "t25"."person_ref" = "t18"."person_ref"
            ) AS "t27"
            WHERE
              "t27"."notified_on" >= "t27"."happened_on"
              AND (
                (
                  "t27"."told_matter" = "t27"."matter"
                )
                OR (
                  "t27"."kind" = 'initial'
                )
                OR (
                  "t27"."matter" = 'release'
                )
              )
          ) AS "t30"
          GROUP BY
            1,
            2
        ) AS "t33"
          ON "t25"."person_ref" = "t33"."person_ref" AND "t25"."ref" = "t33"."ref"
      ) AS "t36"
    ) AS "t39"
    LEFT OUTER JOIN (
      SELECT
        "t41"."person_ref",
        "t41"."ref",
        "t41"."stated_for",
        "t41"."advance_on"
      FROM (
        SELECT
          "t35"."person_ref",
          "t35"."matter",
          "t35"."stated_for",
          "t35"."notice_ref",
          "t35"."advance_on",
          "t35"."ref",
          "t35"."happened_on",
          ROW_NUMBER() OVER (
            PARTITION BY "t35"."ref"
            ORDER BY "t35"."advance_on" DESC, "t35"."notice_ref" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
        FROM (
          SELECT
            "t34".*
            EXCLUDE ("first")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t29"."person_ref",
                "t29"."matter",
                "t29"."stated_for",
                "t29"."notice_ref",
                "t29"."advance_on",
                "t29"."ref",
                "t29"."happened_on",
                ROW_NUMBER() OVER (
                  PARTITION BY "t29"."notice_ref"
                  ORDER BY "t29"."happened_on" ASC, "t29"."ref" ASC
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
                    "t26"."ref",
                    "t26"."happened_on"
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
                  INNER JOIN "t23" AS "t26"
                    ON "t16"."person_ref" = "t26"."person_ref" AND "t16"."matter" = "t26"."matter"
                ) AS "t28"
                WHERE
                  "t28"."happened_on" >= "t28"."advance_on"
              ) AS "t29"
            ) AS "t32"
            WHERE
              "t32"."first" = 0
          ) AS "t34"
        ) AS "t35"
      ) AS "t41"
      WHERE
        "t41"."place" = 0
    ) AS "t44"
      ON "t39"."person_ref" = "t44"."person_ref" AND "t39"."ref" = "t44"."ref"
  ) AS "t46"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t42"."person_ref",
      "t42"."notice_ref" AS "ref",
      "t42"."matter",
      CAST(NULL AS DATE) AS "happened_on",
      "t42"."answered_on",
      "t42"."stated_for",
      "t42"."advance_on"
    FROM (
      SELECT
        "t40"."person_ref",
        "t40"."notice_ref",
        "t40"."matter",
        "t40"."stated_for",
        "t40"."advance_on",
        MIN("t40"."notified_on") AS "answered_on"
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
            "t34".*
            EXCLUDE ("first")
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t29"."person_ref",
                "t29"."matter",
                "t29"."stated_for",
                "t29"."notice_ref",
                "t29"."advance_on",
                "t29"."ref",
                "t29"."happened_on",
                ROW_NUMBER() OVER (
                  PARTITION BY "t29"."notice_ref"
                  ORDER BY "t29"."happened_on" ASC, "t29"."ref" ASC
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
                    "t26"."ref",
                    "t26"."happened_on"
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
                  INNER JOIN "t23" AS "t26"
                    ON "t16"."person_ref" = "t26"."person_ref" AND "t16"."matter" = "t26"."matter"
                ) AS "t28"
                WHERE
                  "t28"."happened_on" >= "t28"."advance_on"
              ) AS "t29"
            ) AS "t32"
            WHERE
              "t32"."first" = 0
          ) AS "t34"
        ) AS "t37"
          ON "t16"."notice_ref" = "t37"."notice_ref"
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
      ) AS "t40"
      GROUP BY
        1,
        2,
        3,
        4,
        5
    ) AS "t42"
  ) AS "t45"
) AS "t47"
ORDER BY
  "t47"."person_ref" ASC,
  CASE WHEN "t47"."happened_on" IS NULL THEN 1 ELSE 0 END ASC,
  COALESCE("t47"."happened_on", "t47"."advance_on") ASC,
  "t47"."ref" ASC
