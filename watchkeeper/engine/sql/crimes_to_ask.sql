-- Printed by tools/print_twins.py from watchkeeper/crimes/bulk.py. Change the expression there, not this page.
WITH "t36" AS (
  SELECT
    "t17"."id",
    "t17"."ref",
    "t17"."crime_ref",
    "t17"."kind",
    "t17"."on",
    "t17"."party",
    "t17"."until",
    "t20"."asked_on",
    "t20"."asked_until",
    "t20"."closed_before",
    "t20"."bail_until",
    "t20"."action_outcomes",
    "t20"."least_words",
    "t20"."told_events",
    "t20"."grade_before",
    "t20"."allocate_before",
    "t20"."initial_before",
    "t20"."plan_before",
    "t20"."enquiry_before",
    "t20"."suspect_before",
    "t20"."submit_before",
    "t20"."examine_before",
    "t20"."look_before",
    "t20"."decide_before",
    "t20"."confirm_before",
    "t20"."needs_before",
    "t20"."refer_before",
    "t20"."tell_before",
    "t20"."review_before",
    "t20"."second_before",
    "t20"."later_before"
  FROM "crime_events" AS "t17"
  CROSS JOIN "asked" AS "t20"
), "t37" AS (
  SELECT
    "t18"."id",
    "t18"."ref",
    "t18"."crime_ref",
    "t18"."told",
    "t18"."on",
    "t18"."party",
    "t18"."event",
    "t20"."asked_on",
    "t20"."asked_until",
    "t20"."closed_before",
    "t20"."bail_until",
    "t20"."action_outcomes",
    "t20"."least_words",
    "t20"."told_events",
    "t20"."grade_before",
    "t20"."allocate_before",
    "t20"."initial_before",
    "t20"."plan_before",
    "t20"."enquiry_before",
    "t20"."suspect_before",
    "t20"."submit_before",
    "t20"."examine_before",
    "t20"."look_before",
    "t20"."decide_before",
    "t20"."confirm_before",
    "t20"."needs_before",
    "t20"."refer_before",
    "t20"."tell_before",
    "t20"."review_before",
    "t20"."second_before",
    "t20"."later_before"
  FROM "crime_victim_contacts" AS "t18"
  CROSS JOIN "asked" AS "t20"
), "t38" AS (
  SELECT
    "t16"."id",
    "t16"."ref",
    "t16"."reported_at",
    "t16"."offence",
    "t16"."unit",
    "t16"."occurred_on",
    "t16"."domestic",
    "t16"."high_risk",
    "t16"."lines_of_enquiry",
    "t16"."street",
    "t20"."asked_on",
    "t20"."asked_until",
    "t20"."closed_before",
    "t20"."bail_until",
    "t20"."action_outcomes",
    "t20"."least_words",
    "t20"."told_events",
    "t20"."grade_before",
    "t20"."allocate_before",
    "t20"."initial_before",
    "t20"."plan_before",
    "t20"."enquiry_before",
    "t20"."suspect_before",
    "t20"."submit_before",
    "t20"."examine_before",
    "t20"."look_before",
    "t20"."decide_before",
    "t20"."confirm_before",
    "t20"."needs_before",
    "t20"."refer_before",
    "t20"."tell_before",
    "t20"."review_before",
    "t20"."second_before",
    "t20"."later_before"
  FROM "open_crimes" AS "t16"
  CROSS JOIN "asked" AS "t20"
), "t43" AS (
  SELECT
    "t26"."id",
    "t26"."ref",
    "t26"."crime_ref",
    "t26"."set_on",
    "t26"."due_on",
    "t26"."done_on",
    "t20"."asked_on",
    "t20"."asked_until",
    "t20"."closed_before",
    "t20"."bail_until",
    "t20"."action_outcomes",
    "t20"."least_words",
    "t20"."told_events",
    "t20"."grade_before",
    "t20"."allocate_before",
    "t20"."initial_before",
    "t20"."plan_before",
    "t20"."enquiry_before",
    "t20"."suspect_before",
    "t20"."submit_before",
    "t20"."examine_before",
    "t20"."look_before",
    "t20"."decide_before",
    "t20"."confirm_before",
    "t20"."needs_before",
    "t20"."refer_before",
    "t20"."tell_before",
    "t20"."review_before",
    "t20"."second_before",
    "t20"."later_before"
  FROM "crime_enquiries" AS "t26"
  CROSS JOIN "asked" AS "t20"
), "t46" AS (
  SELECT
    "t29"."id",
    "t29"."ref",
    "t29"."crime_ref",
    "t29"."kind",
    "t29"."on",
    "t29"."by",
    "t29"."next_on",
    "t20"."asked_on",
    "t20"."asked_until",
    "t20"."closed_before",
    "t20"."bail_until",
    "t20"."action_outcomes",
    "t20"."least_words",
    "t20"."told_events",
    "t20"."grade_before",
    "t20"."allocate_before",
    "t20"."initial_before",
    "t20"."plan_before",
    "t20"."enquiry_before",
    "t20"."suspect_before",
    "t20"."submit_before",
    "t20"."examine_before",
    "t20"."look_before",
    "t20"."decide_before",
    "t20"."confirm_before",
    "t20"."needs_before",
    "t20"."refer_before",
    "t20"."tell_before",
    "t20"."review_before",
    "t20"."second_before",
    "t20"."later_before"
  FROM "crime_reviews" AS "t29"
  CROSS JOIN "asked" AS "t20"
), "t92" AS (
  SELECT
    "t68"."crime_ref",
    "t68"."device",
    "t68"."order",
    "t68"."submit_before",
    "t68"."examine_before",
    MIN("t68"."on") AS "since"
  FROM (
    SELECT
      "t44"."id",
      "t44"."ref",
      "t44"."crime_ref",
      "t44"."device",
      "t44"."step",
      "t44"."on",
      "t44"."asked_on",
      "t44"."asked_until",
      "t44"."closed_before",
      "t44"."bail_until",
      "t44"."action_outcomes",
      "t44"."least_words",
      "t44"."told_events",
      "t44"."grade_before",
      "t44"."allocate_before",
      "t44"."initial_before",
      "t44"."plan_before",
      "t44"."enquiry_before",
      "t44"."suspect_before",
      "t44"."submit_before",
      "t44"."examine_before",
      "t44"."look_before",
      "t44"."decide_before",
      "t44"."confirm_before",
      "t44"."needs_before",
      "t44"."refer_before",
      "t44"."tell_before",
      "t44"."review_before",
      "t44"."second_before",
      "t44"."later_before",
      CASE
        WHEN "t44"."step" = 'seized'
        THEN 0
        WHEN "t44"."step" = 'submitted for examination'
        THEN 1
        WHEN "t44"."step" = 'examined'
        THEN 2
        ELSE 0
      END AS "order"
    FROM (
      SELECT
        "t27"."id",
        "t27"."ref",
        "t27"."crime_ref",
        "t27"."device",
        "t27"."step",
        "t27"."on",
        "t20"."asked_on",
        "t20"."asked_until",
        "t20"."closed_before",
        "t20"."bail_until",
        "t20"."action_outcomes",
        "t20"."least_words",
        "t20"."told_events",
        "t20"."grade_before",
        "t20"."allocate_before",
        "t20"."initial_before",
        "t20"."plan_before",
        "t20"."enquiry_before",
        "t20"."suspect_before",
        "t20"."submit_before",
        "t20"."examine_before",
        "t20"."look_before",
        "t20"."decide_before",
        "t20"."confirm_before",
        "t20"."needs_before",
        "t20"."refer_before",
        "t20"."tell_before",
        "t20"."review_before",
        "t20"."second_before",
        "t20"."later_before"
      FROM "crime_devices" AS "t27"
      CROSS JOIN "asked" AS "t20"
    ) AS "t44"
    WHERE
      "t44"."on" <= "t44"."asked_on"
  ) AS "t68"
  GROUP BY
    1,
    2,
    3,
    4,
    5
), "t112" AS (
  SELECT
    "t16"."id",
    "t16"."ref",
    "t16"."reported_at",
    "t16"."offence",
    "t16"."unit",
    "t16"."occurred_on",
    "t16"."domestic",
    "t16"."high_risk",
    "t16"."lines_of_enquiry",
    "t16"."street",
    "t19"."asked_on",
    "t19"."asked_until",
    "t19"."closed_before",
    "t19"."bail_until",
    "t19"."action_outcomes",
    "t19"."least_words",
    "t19"."told_events",
    "t19"."grade_before",
    "t19"."allocate_before",
    "t19"."initial_before",
    "t19"."plan_before",
    "t19"."enquiry_before",
    "t19"."suspect_before",
    "t19"."submit_before",
    "t19"."examine_before",
    "t19"."look_before",
    "t19"."decide_before",
    "t19"."confirm_before",
    "t19"."needs_before",
    "t19"."refer_before",
    "t19"."tell_before",
    "t19"."review_before",
    "t19"."second_before",
    "t19"."later_before"
  FROM "open_crimes" AS "t16"
  ANTI JOIN (
    SELECT
      "t107"."crime_ref",
      "t107"."asked_on",
      "t107"."closed_before",
      MIN("t107"."on") AS "on"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t24"."id",
          "t24"."ref",
          "t24"."crime_ref",
          "t24"."outcome",
          "t24"."on",
          "t24"."by",
          "t24"."reason",
          "t24"."second_by",
          "t24"."second_on",
          "t24"."second_agrees",
          "t24"."safeguarding",
          "t41"."of",
          "t41"."offence",
          "t25"."offence" AS "offence_right",
          "t25"."plain",
          "t25"."strangers",
          "t42"."kin",
          "t21"."asked_on",
          "t21"."asked_until",
          "t21"."closed_before",
          "t21"."bail_until",
          "t21"."action_outcomes",
          "t21"."least_words",
          "t21"."told_events",
          "t21"."grade_before",
          "t21"."allocate_before",
          "t21"."initial_before",
          "t21"."plan_before",
          "t21"."enquiry_before",
          "t21"."suspect_before",
          "t21"."submit_before",
          "t21"."examine_before",
          "t21"."look_before",
          "t21"."decide_before",
          "t21"."confirm_before",
          "t21"."needs_before",
          "t21"."refer_before",
          "t21"."tell_before",
          "t21"."review_before",
          "t21"."second_before",
          "t21"."later_before"
        FROM "crime_outcomes" AS "t24"
        INNER JOIN (
          SELECT
            "t9"."ref" AS "of",
            "t9"."offence"
          FROM "crimes" AS "t9"
        ) AS "t41"
          ON "t24"."crime_ref" = "t41"."of"
        LEFT OUTER JOIN "plain_offences" AS "t25"
          ON "t41"."offence" = "t25"."offence"
        LEFT OUTER JOIN (
          SELECT DISTINCT
            "t10"."crime_ref" AS "kin"
          FROM "related" AS "t10"
        ) AS "t42"
          ON "t24"."crime_ref" = "t42"."kin"
        CROSS JOIN "asked" AS "t21"
      ) AS "t66"
      WHERE
        "t66"."on" <= "t66"."asked_on"
        AND (
          CONTAINS("t66"."action_outcomes", ';' || CAST("t66"."outcome" AS TEXT) || ';')
          OR (
            COALESCE("t66"."plain", FALSE)
            OR (
              COALESCE("t66"."strangers", FALSE) AND (
                "t66"."kin" IS NULL
              )
            )
          )
          OR (
            COALESCE("t66"."second_agrees", FALSE)
            AND COALESCE("t66"."safeguarding", FALSE)
            AND (
              "t66"."second_by" <> ''
            )
            AND (
              "t66"."second_by" <> "t66"."by"
            )
            AND (
              (
                "t66"."second_on" IS NOT NULL
              )
              AND (
                "t66"."second_on" <= "t66"."asked_on"
              )
            )
            AND (
              ARRAY_LENGTH(
                LIST_FILTER(
                  STR_SPLIT("t66"."reason", ' '),
                  LAMBDA __ibis_param_word__ : REGEXP_MATCHES(__ibis_param_word__, '[0-9A-Za-z]')
                )
              ) >= "t66"."least_words"
            )
          )
        )
    ) AS "t107"
    GROUP BY
      1,
      2,
      3
  ) AS "t111"
    ON "t16"."ref" = "t111"."crime_ref"
  CROSS JOIN "asked" AS "t19"
), "t121" AS (
  SELECT
    "t116"."id",
    "t116"."ref",
    "t116"."reported_at",
    "t116"."offence",
    "t116"."unit",
    "t116"."occurred_on",
    "t116"."domestic",
    "t116"."high_risk",
    "t116"."lines_of_enquiry",
    "t116"."street",
    "t116"."asked_on",
    "t116"."asked_until",
    "t116"."closed_before",
    "t116"."bail_until",
    "t116"."action_outcomes",
    "t116"."least_words",
    "t116"."told_events",
    "t116"."grade_before",
    "t116"."allocate_before",
    "t116"."initial_before",
    "t116"."plan_before",
    "t116"."enquiry_before",
    "t116"."suspect_before",
    "t116"."submit_before",
    "t116"."examine_before",
    "t116"."look_before",
    "t116"."decide_before",
    "t116"."confirm_before",
    "t116"."needs_before",
    "t116"."refer_before",
    "t116"."tell_before",
    "t116"."review_before",
    "t116"."second_before",
    "t116"."later_before",
    "t116"."crime_ref",
    "t101"."crime_ref" AS "crime_ref_right",
    "t101"."first",
    "t101"."now",
    "t101"."left"
  FROM (
    SELECT
      "t114"."id",
      "t114"."ref",
      "t114"."reported_at",
      "t114"."offence",
      "t114"."unit",
      "t114"."occurred_on",
      "t114"."domestic",
      "t114"."high_risk",
      "t114"."lines_of_enquiry",
      "t114"."street",
      "t114"."asked_on",
      "t114"."asked_until",
      "t114"."closed_before",
      "t114"."bail_until",
      "t114"."action_outcomes",
      "t114"."least_words",
      "t114"."told_events",
      "t114"."grade_before",
      "t114"."allocate_before",
      "t114"."initial_before",
      "t114"."plan_before",
      "t114"."enquiry_before",
      "t114"."suspect_before",
      "t114"."submit_before",
      "t114"."examine_before",
      "t114"."look_before",
      "t114"."decide_before",
      "t114"."confirm_before",
      "t114"."needs_before",
      "t114"."refer_before",
      "t114"."tell_before",
      "t114"."review_before",
      "t114"."second_before",
      "t114"."later_before",
      "t114"."ref" AS "crime_ref"
    FROM "t112" AS "t114"
  ) AS "t116"
  LEFT OUTER JOIN (
    SELECT
      "t90"."crime_ref",
      MIN("t90"."since") AS "first",
      BOOL_OR(CAST("t90"."now" AS BOOLEAN)) AS "now",
      MAX("t90"."left") AS "left"
    FROM (
      SELECT
        "t47"."id",
        "t47"."ref",
        "t47"."crime_ref",
        "t47"."officer_ref",
        "t47"."since",
        "t47"."until",
        "t47"."supervisor",
        "t47"."asked_on",
        "t47"."asked_until",
        "t47"."closed_before",
        "t47"."bail_until",
        "t47"."action_outcomes",
        "t47"."least_words",
        "t47"."told_events",
        "t47"."grade_before",
        "t47"."allocate_before",
        "t47"."initial_before",
        "t47"."plan_before",
        "t47"."enquiry_before",
        "t47"."suspect_before",
        "t47"."submit_before",
        "t47"."examine_before",
        "t47"."look_before",
        "t47"."decide_before",
        "t47"."confirm_before",
        "t47"."needs_before",
        "t47"."refer_before",
        "t47"."tell_before",
        "t47"."review_before",
        "t47"."second_before",
        "t47"."later_before",
        (
          "t47"."since" <= "t47"."asked_on"
        )
        AND NOT (
          (
            "t47"."until" IS NOT NULL
          ) AND (
            "t47"."until" <= "t47"."asked_on"
          )
        ) AS "now",
        CASE
          WHEN (
            "t47"."until" IS NOT NULL
          ) AND (
            "t47"."until" <= "t47"."asked_on"
          )
          THEN "t47"."until"
          ELSE NULL
        END AS "left"
      FROM (
        SELECT
          "t30"."id",
          "t30"."ref",
          "t30"."crime_ref",
          "t30"."officer_ref",
          "t30"."since",
          "t30"."until",
          "t30"."supervisor",
          "t20"."asked_on",
          "t20"."asked_until",
          "t20"."closed_before",
          "t20"."bail_until",
          "t20"."action_outcomes",
          "t20"."least_words",
          "t20"."told_events",
          "t20"."grade_before",
          "t20"."allocate_before",
          "t20"."initial_before",
          "t20"."plan_before",
          "t20"."enquiry_before",
          "t20"."suspect_before",
          "t20"."submit_before",
          "t20"."examine_before",
          "t20"."look_before",
          "t20"."decide_before",
          "t20"."confirm_before",
          "t20"."needs_before",
          "t20"."refer_before",
          "t20"."tell_before",
          "t20"."review_before",
          "t20"."second_before",
          "t20"."later_before"
        FROM "crime_holdings" AS "t30"
        CROSS JOIN "asked" AS "t20"
      ) AS "t47"
    ) AS "t90"
    GROUP BY
      1
  ) AS "t101"
    ON "t116"."crime_ref" = "t101"."crime_ref"
)
SELECT DISTINCT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t116"."crime_ref"
      FROM (
        SELECT
          "t114"."id",
          "t114"."ref",
          "t114"."reported_at",
          "t114"."offence",
          "t114"."unit",
          "t114"."occurred_on",
          "t114"."domestic",
          "t114"."high_risk",
          "t114"."lines_of_enquiry",
          "t114"."street",
          "t114"."asked_on",
          "t114"."asked_until",
          "t114"."closed_before",
          "t114"."bail_until",
          "t114"."action_outcomes",
          "t114"."least_words",
          "t114"."told_events",
          "t114"."grade_before",
          "t114"."allocate_before",
          "t114"."initial_before",
          "t114"."plan_before",
          "t114"."enquiry_before",
          "t114"."suspect_before",
          "t114"."submit_before",
          "t114"."examine_before",
          "t114"."look_before",
          "t114"."decide_before",
          "t114"."confirm_before",
          "t114"."needs_before",
          "t114"."refer_before",
          "t114"."tell_before",
          "t114"."review_before",
          "t114"."second_before",
          "t114"."later_before",
          "t114"."ref" AS "crime_ref"
        FROM "t112" AS "t114"
      ) AS "t116"
      SEMI JOIN (
        SELECT DISTINCT
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
                                  "t120"."crime_ref"
                                FROM (
                                  SELECT
                                    "t114"."id",
                                    "t114"."ref",
                                    "t114"."reported_at",
                                    "t114"."offence",
                                    "t114"."unit",
                                    "t114"."occurred_on",
                                    "t114"."domestic",
                                    "t114"."high_risk",
                                    "t114"."lines_of_enquiry",
                                    "t114"."street",
                                    "t114"."asked_on",
                                    "t114"."asked_until",
                                    "t114"."closed_before",
                                    "t114"."bail_until",
                                    "t114"."action_outcomes",
                                    "t114"."least_words",
                                    "t114"."told_events",
                                    "t114"."grade_before",
                                    "t114"."allocate_before",
                                    "t114"."initial_before",
                                    "t114"."plan_before",
                                    "t114"."enquiry_before",
                                    "t114"."suspect_before",
                                    "t114"."submit_before",
                                    "t114"."examine_before",
                                    "t114"."look_before",
                                    "t114"."decide_before",
                                    "t114"."confirm_before",
                                    "t114"."needs_before",
                                    "t114"."refer_before",
                                    "t114"."tell_before",
                                    "t114"."review_before",
                                    "t114"."second_before",
                                    "t114"."later_before",
                                    "t114"."ref" AS "crime_ref"
                                  FROM "t112" AS "t114"
                                  WHERE
                                    CAST("t114"."reported_at" AS DATE) < "t114"."grade_before"
                                ) AS "t120"
                                ANTI JOIN (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t28"."id",
                                      "t28"."ref",
                                      "t28"."crime_ref",
                                      "t28"."response",
                                      "t28"."on",
                                      "t28"."by",
                                      "t20"."asked_on",
                                      "t20"."asked_until",
                                      "t20"."closed_before",
                                      "t20"."bail_until",
                                      "t20"."action_outcomes",
                                      "t20"."least_words",
                                      "t20"."told_events",
                                      "t20"."grade_before",
                                      "t20"."allocate_before",
                                      "t20"."initial_before",
                                      "t20"."plan_before",
                                      "t20"."enquiry_before",
                                      "t20"."suspect_before",
                                      "t20"."submit_before",
                                      "t20"."examine_before",
                                      "t20"."look_before",
                                      "t20"."decide_before",
                                      "t20"."confirm_before",
                                      "t20"."needs_before",
                                      "t20"."refer_before",
                                      "t20"."tell_before",
                                      "t20"."review_before",
                                      "t20"."second_before",
                                      "t20"."later_before"
                                    FROM "crime_grades" AS "t28"
                                    CROSS JOIN "asked" AS "t20"
                                  ) AS "t45"
                                  WHERE
                                    "t45"."on" <= "t45"."asked_on"
                                ) AS "t69"
                                  ON "t120"."crime_ref" = "t69"."crime_ref"
                              ) AS "t124"
                              UNION ALL
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t122"."crime_ref"
                                FROM "t121" AS "t122"
                                WHERE
                                  NOT (
                                    COALESCE("t122"."now", FALSE)
                                  )
                                  AND COALESCE("t122"."left", CAST("t122"."reported_at" AS DATE)) < "t122"."allocate_before"
                              ) AS "t131"
                            ) AS "t132"
                            UNION ALL
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t130"."crime_ref"
                              FROM (
                                SELECT
                                  *
                                FROM "t121" AS "t122"
                                WHERE
                                  COALESCE("t122"."now", FALSE) AND "t122"."first" < "t122"."initial_before"
                              ) AS "t130"
                              ANTI JOIN (
                                SELECT
                                  *
                                FROM "t46" AS "t55"
                                WHERE
                                  "t55"."on" <= "t55"."asked_on" AND "t55"."kind" = 'initial review'
                              ) AS "t84"
                                ON "t130"."crime_ref" = "t84"."crime_ref"
                            ) AS "t135"
                          ) AS "t136"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t128"."crime_ref"
                            FROM (
                              SELECT
                                *
                              FROM "t121" AS "t122"
                              WHERE
                                COALESCE("t122"."now", FALSE) AND "t122"."first" < "t122"."plan_before"
                            ) AS "t128"
                            ANTI JOIN (
                              SELECT
                                *
                              FROM "t43" AS "t54"
                              WHERE
                                "t54"."set_on" <= "t54"."asked_on"
                            ) AS "t82"
                              ON "t128"."crime_ref" = "t82"."crime_ref"
                          ) AS "t133"
                        ) AS "t137"
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t134"."crime_ref"
                          FROM (
                            SELECT
                              "t129"."id",
                              "t129"."ref",
                              "t129"."reported_at",
                              "t129"."offence",
                              "t129"."unit",
                              "t129"."occurred_on",
                              "t129"."domestic",
                              "t129"."high_risk",
                              "t129"."lines_of_enquiry",
                              "t129"."street",
                              "t129"."asked_on",
                              "t129"."asked_until",
                              "t129"."closed_before",
                              "t129"."bail_until",
                              "t129"."action_outcomes",
                              "t129"."least_words",
                              "t129"."told_events",
                              "t129"."grade_before",
                              "t129"."allocate_before",
                              "t129"."initial_before",
                              "t129"."plan_before",
                              "t129"."enquiry_before",
                              "t129"."suspect_before",
                              "t129"."submit_before",
                              "t129"."examine_before",
                              "t129"."look_before",
                              "t129"."decide_before",
                              "t129"."confirm_before",
                              "t129"."needs_before",
                              "t129"."refer_before",
                              "t129"."tell_before",
                              "t129"."review_before",
                              "t129"."second_before",
                              "t129"."later_before",
                              "t129"."crime_ref",
                              "t129"."crime_ref_right",
                              "t129"."first",
                              "t129"."now",
                              "t129"."left",
                              "t95"."many",
                              "t95"."last",
                              "t95"."sooner"
                            FROM (
                              SELECT
                                *
                              FROM "t121" AS "t122"
                              WHERE
                                COALESCE("t122"."now", FALSE)
                            ) AS "t129"
                            INNER JOIN (
                              SELECT
                                "t71"."crime_ref",
                                COUNT(*) AS "many",
                                MAX("t71"."on") AS "last",
                                MIN("t71"."next_on") AS "sooner"
                              FROM (
                                SELECT
                                  *
                                FROM "t46" AS "t55"
                                WHERE
                                  "t55"."on" <= "t55"."asked_on"
                              ) AS "t71"
                              GROUP BY
                                1
                            ) AS "t95"
                              ON "t129"."crime_ref" = "t95"."crime_ref"
                          ) AS "t134"
                          WHERE
                            (
                              "t134"."last" < CASE
                                WHEN "t134"."many" = 1
                                THEN "t134"."review_before"
                                WHEN "t134"."many" = (
                                  1 + 1
                                )
                                THEN "t134"."second_before"
                                ELSE "t134"."later_before"
                              END
                            )
                            OR COALESCE("t134"."sooner" < "t134"."asked_on", FALSE)
                        ) AS "t138"
                      ) AS "t139"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t54"."crime_ref"
                        FROM "t43" AS "t54"
                        WHERE
                          "t54"."set_on" <= "t54"."asked_on"
                          AND (
                            (
                              "t54"."done_on" IS NULL
                            ) OR (
                              "t54"."done_on" > "t54"."asked_on"
                            )
                          )
                          AND CASE
                            WHEN "t54"."due_on" IS NOT NULL
                            THEN "t54"."due_on" < "t54"."asked_on"
                            ELSE "t54"."set_on" < "t54"."enquiry_before"
                          END
                      ) AS "t83"
                    ) AS "t140"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t50"."crime_ref"
                      FROM (
                        SELECT
                          *
                        FROM "crime_parties" AS "t0"
                        WHERE
                          "t0"."part" = 'suspect'
                      ) AS "t50"
                      SEMI JOIN (
                        SELECT
                          "t114"."id",
                          "t114"."ref",
                          "t114"."reported_at",
                          "t114"."offence",
                          "t114"."unit",
                          "t114"."occurred_on",
                          "t114"."domestic",
                          "t114"."high_risk",
                          "t114"."lines_of_enquiry",
                          "t114"."street",
                          "t114"."asked_on",
                          "t114"."asked_until",
                          "t114"."closed_before",
                          "t114"."bail_until",
                          "t114"."action_outcomes",
                          "t114"."least_words",
                          "t114"."told_events",
                          "t114"."grade_before",
                          "t114"."allocate_before",
                          "t114"."initial_before",
                          "t114"."plan_before",
                          "t114"."enquiry_before",
                          "t114"."suspect_before",
                          "t114"."submit_before",
                          "t114"."examine_before",
                          "t114"."look_before",
                          "t114"."decide_before",
                          "t114"."confirm_before",
                          "t114"."needs_before",
                          "t114"."refer_before",
                          "t114"."tell_before",
                          "t114"."review_before",
                          "t114"."second_before",
                          "t114"."later_before",
                          "t114"."ref" AS "crime_ref"
                        FROM "t112" AS "t114"
                        WHERE
                          CAST("t114"."reported_at" AS DATE) < "t114"."suspect_before"
                      ) AS "t119"
                        ON "t50"."crime_ref" = "t119"."crime_ref"
                      ANTI JOIN (
                        SELECT
                          *
                        FROM "t36" AS "t51"
                        WHERE
                          "t51"."on" <= "t51"."asked_on"
                          AND "t51"."kind" IN ('arrest', 'charge', 'out-of-court resolution', 'voluntary interview')
                      ) AS "t73"
                        ON "t50"."crime_ref" = "t73"."crime_ref"
                        AND (
                          (
                            "t73"."party" = ''
                          ) OR (
                            "t73"."party" = "t50"."ref"
                          )
                        )
                    ) AS "t123"
                  ) AS "t141"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t86"."crime_ref"
                    FROM (
                      SELECT
                        *
                      FROM "t36" AS "t51"
                      WHERE
                        "t51"."on" <= "t51"."asked_on"
                        AND "t51"."kind" = 'bail'
                        AND (
                          (
                            "t51"."until" IS NULL
                          ) OR (
                            "t51"."until" <= "t51"."bail_until"
                          )
                        )
                    ) AS "t86"
                    ANTI JOIN (
                      SELECT
                        *
                      FROM "t36" AS "t51"
                      WHERE
                        "t51"."on" <= "t51"."asked_on"
                        AND "t51"."kind" IN (
                          'bail',
                          'bail ended',
                          'charge',
                          'no further action',
                          'out-of-court resolution',
                          'released under investigation'
                        )
                    ) AS "t72"
                      ON "t86"."crime_ref" = "t72"."crime_ref"
                      AND (
                        (
                          "t86"."party" = "t72"."party"
                        )
                        OR (
                          "t86"."party" = ''
                        )
                        OR (
                          "t72"."party" = ''
                        )
                      )
                      AND (
                        (
                          (
                            "t72"."kind" = 'bail'
                          )
                          AND (
                            (
                              "t72"."on" > "t86"."on"
                            )
                            OR (
                              (
                                "t72"."on" = "t86"."on"
                              ) AND (
                                "t72"."ref" > "t86"."ref"
                              )
                            )
                          )
                        )
                        OR (
                          (
                            "t72"."kind" <> 'bail'
                          ) AND (
                            "t72"."on" >= "t86"."on"
                          )
                        )
                      )
                  ) AS "t108"
                ) AS "t142"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t110"."crime_ref"
                  FROM (
                    SELECT
                      "t96"."crime_ref",
                      "t96"."device",
                      "t96"."order",
                      "t96"."submit_before",
                      "t96"."examine_before",
                      "t96"."since",
                      "t106"."top"
                    FROM "t92" AS "t96"
                    INNER JOIN (
                      SELECT
                        "t94"."crime_ref",
                        "t94"."device",
                        MAX("t94"."order") AS "top"
                      FROM "t92" AS "t94"
                      GROUP BY
                        1,
                        2
                    ) AS "t106"
                      ON "t96"."crime_ref" = "t106"."crime_ref"
                      AND "t96"."device" = "t106"."device"
                      AND "t96"."order" = "t106"."top"
                  ) AS "t110"
                  WHERE
                    (
                      (
                        "t110"."order" = 0
                      ) AND (
                        "t110"."since" < "t110"."submit_before"
                      )
                    )
                    OR (
                      (
                        "t110"."order" = 1
                      ) AND (
                        "t110"."since" < "t110"."examine_before"
                      )
                    )
                ) AS "t113"
              ) AS "t143"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t40"."crime_ref"
                FROM (
                  SELECT
                    "t24"."id",
                    "t24"."ref",
                    "t24"."crime_ref",
                    "t24"."outcome",
                    "t24"."on",
                    "t24"."by",
                    "t24"."reason",
                    "t24"."second_by",
                    "t24"."second_on",
                    "t24"."second_agrees",
                    "t24"."safeguarding",
                    "t20"."asked_on",
                    "t20"."asked_until",
                    "t20"."closed_before",
                    "t20"."bail_until",
                    "t20"."action_outcomes",
                    "t20"."least_words",
                    "t20"."told_events",
                    "t20"."grade_before",
                    "t20"."allocate_before",
                    "t20"."initial_before",
                    "t20"."plan_before",
                    "t20"."enquiry_before",
                    "t20"."suspect_before",
                    "t20"."submit_before",
                    "t20"."examine_before",
                    "t20"."look_before",
                    "t20"."decide_before",
                    "t20"."confirm_before",
                    "t20"."needs_before",
                    "t20"."refer_before",
                    "t20"."tell_before",
                    "t20"."review_before",
                    "t20"."second_before",
                    "t20"."later_before"
                  FROM "crime_outcomes" AS "t24"
                  CROSS JOIN "asked" AS "t20"
                ) AS "t40"
                WHERE
                  "t40"."on" <= "t40"."asked_on" AND "t40"."on" < "t40"."look_before"
              ) AS "t57"
            ) AS "t144"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t39"."crime_ref"
              FROM (
                SELECT
                  "t23"."id",
                  "t23"."ref",
                  "t23"."crime_ref",
                  "t23"."officer_ref",
                  "t23"."by",
                  "t23"."on",
                  "t23"."reason",
                  "t23"."decider",
                  "t23"."decided_on",
                  "t23"."upheld",
                  "t20"."asked_on",
                  "t20"."asked_until",
                  "t20"."closed_before",
                  "t20"."bail_until",
                  "t20"."action_outcomes",
                  "t20"."least_words",
                  "t20"."told_events",
                  "t20"."grade_before",
                  "t20"."allocate_before",
                  "t20"."initial_before",
                  "t20"."plan_before",
                  "t20"."enquiry_before",
                  "t20"."suspect_before",
                  "t20"."submit_before",
                  "t20"."examine_before",
                  "t20"."look_before",
                  "t20"."decide_before",
                  "t20"."confirm_before",
                  "t20"."needs_before",
                  "t20"."refer_before",
                  "t20"."tell_before",
                  "t20"."review_before",
                  "t20"."second_before",
                  "t20"."later_before"
                FROM "allocation_disputes" AS "t23"
                CROSS JOIN "asked" AS "t20"
              ) AS "t39"
              WHERE
                "t39"."on" <= "t39"."asked_on"
                AND (
                  (
                    "t39"."decided_on" IS NULL
                  ) OR (
                    "t39"."decided_on" > "t39"."asked_on"
                  )
                )
                AND "t39"."on" < "t39"."decide_before"
            ) AS "t65"
          ) AS "t145"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t16"."ref" AS "crime_ref"
            FROM "open_crimes" AS "t16"
            SEMI JOIN "unknown_offences" AS "t22"
              ON "t16"."offence" = "t22"."offence"
          ) AS "t56"
        ) AS "t146"
      ) AS "t148"
        ON "t116"."crime_ref" = "t148"."crime_ref"
    ) AS "t149"
    UNION ALL
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
            "t49"."crime_ref"
          FROM (
            SELECT
              *
            FROM "crime_parties" AS "t0"
            WHERE
              "t0"."part" = 'victim'
          ) AS "t49"
          SEMI JOIN (
            SELECT
              "t53"."ref" AS "crime_ref"
            FROM "t38" AS "t53"
            WHERE
              CAST("t53"."reported_at" AS DATE) < "t53"."confirm_before"
          ) AS "t88"
            ON "t49"."crime_ref" = "t88"."crime_ref"
          ANTI JOIN (
            SELECT
              *
            FROM "t37" AS "t52"
            WHERE
              "t52"."on" <= "t52"."asked_on" AND "t52"."told" = 'report confirmed in writing'
          ) AS "t77"
            ON "t49"."crime_ref" = "t77"."crime_ref"
            AND (
              (
                "t77"."party" = ''
              ) OR (
                "t77"."party" = "t49"."ref"
              )
            )
        ) AS "t99"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t49"."crime_ref"
          FROM (
            SELECT
              *
            FROM "crime_parties" AS "t0"
            WHERE
              "t0"."part" = 'victim'
          ) AS "t49"
          SEMI JOIN (
            SELECT
              "t53"."ref" AS "crime_ref"
            FROM "t38" AS "t53"
            WHERE
              CAST("t53"."reported_at" AS DATE) < "t53"."needs_before"
          ) AS "t89"
            ON "t49"."crime_ref" = "t89"."crime_ref"
          ANTI JOIN (
            SELECT
              *
            FROM "t37" AS "t52"
            WHERE
              "t52"."on" <= "t52"."asked_on" AND "t52"."told" = 'needs assessment'
          ) AS "t78"
            ON "t49"."crime_ref" = "t78"."crime_ref"
            AND (
              (
                "t78"."party" = ''
              ) OR (
                "t78"."party" = "t49"."ref"
              )
            )
        ) AS "t100"
      ) AS "t103"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t49"."crime_ref"
        FROM (
          SELECT
            *
          FROM "crime_parties" AS "t0"
          WHERE
            "t0"."part" = 'victim'
        ) AS "t49"
        SEMI JOIN (
          SELECT
            "t53"."ref" AS "crime_ref"
          FROM "t38" AS "t53"
          WHERE
            CAST("t53"."reported_at" AS DATE) < "t53"."refer_before"
        ) AS "t87"
          ON "t49"."crime_ref" = "t87"."crime_ref"
        ANTI JOIN (
          SELECT
            *
          FROM "t37" AS "t52"
          WHERE
            "t52"."on" <= "t52"."asked_on" AND "t52"."told" = 'referred to victim support'
        ) AS "t76"
          ON "t49"."crime_ref" = "t76"."crime_ref"
          AND (
            (
              "t76"."party" = ''
            ) OR (
              "t76"."party" = "t49"."ref"
            )
          )
      ) AS "t98"
    ) AS "t105"
  ) AS "t150"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t48"."crime_ref"
    FROM (
      SELECT
        "t0"."crime_ref",
        "t0"."ref"
      FROM "crime_parties" AS "t0"
      WHERE
        "t0"."part" = 'victim'
    ) AS "t48"
    INNER JOIN (
      SELECT
        "t51"."crime_ref",
        "t51"."ref" AS "event_ref"
      FROM "t36" AS "t51"
      WHERE
        "t51"."on" <= "t51"."asked_on"
        AND "t51"."on" < "t51"."tell_before"
        AND CONTAINS("t51"."told_events", ';' || "t51"."kind" || ';')
    ) AS "t91"
      ON "t48"."crime_ref" = "t91"."crime_ref"
    ANTI JOIN (
      SELECT
        "t52"."party",
        "t52"."event" AS "said_of",
        "t52"."crime_ref" AS "said_crime"
      FROM "t37" AS "t52"
      WHERE
        "t52"."on" <= "t52"."asked_on" AND "t52"."told" = 'update'
    ) AS "t75"
      ON "t48"."crime_ref" = "t75"."said_crime"
      AND "t91"."event_ref" = "t75"."said_of"
      AND (
        (
          "t75"."party" = ''
        ) OR (
          "t75"."party" = "t48"."ref"
        )
      )
  ) AS "t102"
) AS "t151"
ORDER BY
  "t151"."crime_ref" ASC
