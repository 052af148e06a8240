-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
WITH "t19" AS (
  SELECT
    "t7"."id",
    "t7"."crime_ref",
    "t7"."on",
    "t7"."by",
    "t7"."reason",
    "t7"."second_by",
    "t7"."second_on",
    "t7"."second_agrees",
    "t7"."safeguarding",
    "t15"."asked_on"
  FROM "second_looks" AS "t7"
  CROSS JOIN (
    SELECT
      "t1"."asked_on"
    FROM "asked" AS "t1"
  ) AS "t15"
)
SELECT
  "t39"."crime_ref",
  MIN("t39"."on") AS "on"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t37"."crime_ref",
      "t37"."on"
    FROM (
      SELECT
        "t35"."id",
        "t35"."crime_ref",
        "t35"."outcome",
        "t35"."on",
        "t35"."asked_on",
        "t35"."action_outcomes",
        "t24"."of",
        "t24"."offence",
        "t24"."plain",
        "t24"."strangers",
        "t14"."kin"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t29"."id",
            "t29"."crime_ref",
            "t29"."outcome",
            "t29"."on",
            "t17"."asked_on",
            "t17"."action_outcomes"
          FROM (
            SELECT
              "t23".*
              EXCLUDE ("asked_on")
            FROM (
              SELECT
                "t20"."id",
                "t20"."crime_ref",
                "t20"."outcome",
                COALESCE("t20"."on", "t20"."asked_on") AS "on",
                "t20"."asked_on"
              FROM (
                SELECT
                  "t8"."id",
                  "t8"."crime_ref",
                  "t8"."outcome",
                  "t8"."on",
                  "t15"."asked_on"
                FROM "crime_outcomes" AS "t8"
                CROSS JOIN (
                  SELECT
                    "t1"."asked_on"
                  FROM "asked" AS "t1"
                ) AS "t15"
              ) AS "t20"
            ) AS "t23"
          ) AS "t29"
          CROSS JOIN (
            SELECT
              "t1"."asked_on",
              "t1"."action_outcomes"
            FROM "asked" AS "t1"
          ) AS "t17"
        ) AS "t32"
        WHERE
          "t32"."on" <= "t32"."asked_on"
      ) AS "t35"
      INNER JOIN (
        SELECT
          "t18"."of",
          "t18"."offence",
          "t6"."plain",
          "t6"."strangers"
        FROM (
          SELECT
            "t2"."ref" AS "of",
            "t2"."offence"
          FROM "crimes" AS "t2"
        ) AS "t18"
        INNER JOIN "plain_offences" AS "t6"
          ON "t18"."offence" = "t6"."offence"
      ) AS "t24"
        ON "t35"."crime_ref" = "t24"."of"
      LEFT OUTER JOIN (
        SELECT DISTINCT
          "t0"."crime_ref" AS "kin"
        FROM "related" AS "t0"
      ) AS "t14"
        ON "t35"."crime_ref" = "t14"."kin"
      ANTI JOIN (
        SELECT
          "t21"."id"
        FROM "t19" AS "t21"
        WHERE
          NOT (
            COALESCE("t21"."second_agrees", TRUE)
          )
          AND (
            (
              "t21"."second_on" IS NULL
            ) OR (
              "t21"."second_on" <= "t21"."asked_on"
            )
          )
      ) AS "t30"
        ON "t35"."id" = "t30"."id"
    ) AS "t37"
    WHERE
      COALESCE(
        CONTAINS("t37"."action_outcomes", ';' || CAST("t37"."outcome" AS TEXT) || ';'),
        FALSE
      )
      OR "t37"."plain"
      OR (
        "t37"."strangers" AND (
          "t37"."kin" IS NULL
        )
      )
  ) AS "t38"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t33"."crime_ref",
      "t33"."on"
    FROM (
      SELECT
        "t31"."id",
        "t31"."crime_ref",
        "t31"."on",
        "t31"."by",
        "t31"."reason",
        "t31"."second_by",
        "t31"."second_on",
        "t31"."second_agrees",
        "t31"."safeguarding",
        "t16"."asked_on",
        "t16"."least_words"
      FROM (
        SELECT
          "t25".*
          EXCLUDE ("asked_on")
        FROM (
          SELECT
            "t21"."id",
            "t21"."crime_ref",
            COALESCE("t21"."on", "t21"."asked_on") AS "on",
            "t21"."by",
            "t21"."reason",
            "t21"."second_by",
            "t21"."second_on",
            "t21"."second_agrees",
            "t21"."safeguarding",
            "t21"."asked_on"
          FROM "t19" AS "t21"
        ) AS "t25"
      ) AS "t31"
      CROSS JOIN (
        SELECT
          "t1"."asked_on",
          "t1"."least_words"
        FROM "asked" AS "t1"
      ) AS "t16"
    ) AS "t33"
    WHERE
      "t33"."on" <= "t33"."asked_on"
      AND COALESCE("t33"."second_agrees", FALSE)
      AND COALESCE("t33"."safeguarding", FALSE)
      AND "t33"."second_by" <> ''
      AND "t33"."second_by" <> "t33"."by"
      AND "t33"."second_on" IS NOT NULL
      AND "t33"."second_on" <= "t33"."asked_on"
      AND ARRAY_LENGTH(
        LIST_FILTER(
          STR_SPLIT("t33"."reason", ' '),
          LAMBDA __ibis_param_word__ : REGEXP_MATCHES(__ibis_param_word__, '[0-9A-Za-z]')
        )
      ) >= "t33"."least_words"
  ) AS "t36"
) AS "t39"
GROUP BY
  1
