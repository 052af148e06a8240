-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t14"."asked_on",
  "t14"."ref",
  CASE
    WHEN COALESCE("t14"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t14"."unit"
  END AS "unit",
  COALESCE("t14"."clear" IS NULL, FALSE) AS "counts",
  DATE_DIFF('DAY', "t14"."since", "t14"."asked_on") AS "days"
FROM (
  SELECT
    "t13".*
    EXCLUDE ("asked_on_right", "ref_right")
  FROM (
    SELECT
      "t7"."id",
      "t7"."ref",
      "t7"."rank",
      "t7"."role",
      "t7"."unit",
      "t7"."hours_share",
      "t7"."since",
      "t7"."until",
      "t4"."asked_on",
      "t12"."ref" AS "ref_right",
      "t12"."asked_on" AS "asked_on_right",
      "t12"."clear"
    FROM (
      SELECT
        "t0"."id",
        "t0"."ref",
        "t0"."rank",
        "t0"."role",
        "t0"."unit",
        "t0"."hours_share",
        COALESCE("t0"."since", CAST('0001-01-01' AS DATE)) AS "since",
        "t0"."until"
      FROM "officers" AS "t0"
      WHERE
        "t0"."role" <> 'system'
    ) AS "t7"
    INNER JOIN (
      SELECT
        "t1"."asked_on"
      FROM "days" AS "t1"
    ) AS "t4"
      ON "t7"."since" <= "t4"."asked_on"
      AND (
        (
          "t7"."until" IS NULL
        ) OR (
          "t7"."until" > "t4"."asked_on"
        )
      )
    LEFT OUTER JOIN (
      SELECT
        "t10"."ref",
        "t10"."asked_on",
        TRUE AS "clear"
      FROM (
        SELECT DISTINCT
          *
        FROM (
          SELECT
            "t8"."officer_ref" AS "ref",
            "t4"."asked_on"
          FROM (
            SELECT
              *
            FROM "clearances" AS "t2"
            WHERE
              "t2"."expires_on" IS NOT NULL
          ) AS "t8"
          INNER JOIN (
            SELECT
              "t1"."asked_on"
            FROM "days" AS "t1"
          ) AS "t4"
            ON "t8"."granted_on" <= "t4"."asked_on"
            AND (
              (
                "t8"."expires_on" IS NULL
              ) OR (
                "t8"."expires_on" > "t4"."asked_on"
              )
            )
        ) AS "t9"
      ) AS "t10"
    ) AS "t12"
      ON "t7"."ref" = "t12"."ref" AND "t4"."asked_on" = "t12"."asked_on"
  ) AS "t13"
) AS "t14"
