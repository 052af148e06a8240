-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
SELECT
  "t16"."ref",
  "t16"."offence"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."id",
      "t5"."ref",
      "t5"."reported_at",
      "t5"."offence",
      "t6"."asked_on",
      "t6"."asked_until",
      "t6"."closed_before",
      "t6"."bail_until",
      "t6"."action_outcomes",
      "t6"."least_words",
      "t6"."told_events",
      "t6"."grade_before",
      "t6"."allocate_before",
      "t6"."initial_before",
      "t6"."plan_before",
      "t6"."enquiry_before",
      "t6"."suspect_before",
      "t6"."submit_before",
      "t6"."examine_before",
      "t6"."look_before",
      "t6"."decide_before",
      "t6"."confirm_before",
      "t6"."needs_before",
      "t6"."refer_before",
      "t6"."tell_before",
      "t6"."review_before",
      "t6"."second_before",
      "t6"."later_before"
    FROM "crimes" AS "t5"
    CROSS JOIN "asked" AS "t6"
  ) AS "t13"
  WHERE
    "t13"."reported_at" < "t13"."asked_until"
) AS "t16"
ANTI JOIN (
  SELECT
    *
  FROM (
    SELECT
      "t18"."crime_ref",
      "t18"."asked_on",
      "t18"."closed_before",
      MIN("t18"."on") AS "on"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t8"."id",
          "t8"."ref",
          "t8"."crime_ref",
          "t8"."outcome",
          "t8"."on",
          "t8"."by",
          "t8"."reason",
          "t8"."second_by",
          "t8"."second_on",
          "t8"."second_agrees",
          "t8"."safeguarding",
          "t12"."of",
          "t12"."offence",
          "t9"."offence" AS "offence_right",
          "t9"."plain",
          "t9"."strangers",
          "t14"."kin",
          "t7"."asked_on",
          "t7"."asked_until",
          "t7"."closed_before",
          "t7"."bail_until",
          "t7"."action_outcomes",
          "t7"."least_words",
          "t7"."told_events",
          "t7"."grade_before",
          "t7"."allocate_before",
          "t7"."initial_before",
          "t7"."plan_before",
          "t7"."enquiry_before",
          "t7"."suspect_before",
          "t7"."submit_before",
          "t7"."examine_before",
          "t7"."look_before",
          "t7"."decide_before",
          "t7"."confirm_before",
          "t7"."needs_before",
          "t7"."refer_before",
          "t7"."tell_before",
          "t7"."review_before",
          "t7"."second_before",
          "t7"."later_before"
        FROM "crime_outcomes" AS "t8"
        INNER JOIN (
          SELECT
            "t0"."ref" AS "of",
            "t0"."offence"
          FROM "crimes" AS "t0"
        ) AS "t12"
          ON "t8"."crime_ref" = "t12"."of"
        LEFT OUTER JOIN "plain_offences" AS "t9"
          ON "t12"."offence" = "t9"."offence"
        LEFT OUTER JOIN (
          SELECT DISTINCT
            "t4"."crime_ref" AS "kin"
          FROM "related" AS "t4"
        ) AS "t14"
          ON "t8"."crime_ref" = "t14"."kin"
        CROSS JOIN "asked" AS "t7"
      ) AS "t17"
      WHERE
        "t17"."on" <= "t17"."asked_on"
        AND (
          CONTAINS("t17"."action_outcomes", ';' || CAST("t17"."outcome" AS TEXT) || ';')
          OR (
            COALESCE("t17"."plain", FALSE)
            OR (
              COALESCE("t17"."strangers", FALSE) AND (
                "t17"."kin" IS NULL
              )
            )
          )
          OR (
            COALESCE("t17"."second_agrees", FALSE)
            AND COALESCE("t17"."safeguarding", FALSE)
            AND (
              "t17"."second_by" <> ''
            )
            AND (
              "t17"."second_by" <> "t17"."by"
            )
            AND (
              (
                "t17"."second_on" IS NOT NULL
              )
              AND (
                "t17"."second_on" <= "t17"."asked_on"
              )
            )
            AND (
              ARRAY_LENGTH(
                LIST_FILTER(
                  STR_SPLIT("t17"."reason", ' '),
                  LAMBDA __ibis_param_word__ : REGEXP_MATCHES(__ibis_param_word__, '[0-9A-Za-z]')
                )
              ) >= "t17"."least_words"
            )
          )
        )
    ) AS "t18"
    GROUP BY
      1,
      2,
      3
  ) AS "t19"
  WHERE
    "t19"."on" <= "t19"."closed_before"
) AS "t21"
  ON "t16"."ref" = "t21"."crime_ref"
