-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_staff.py. Change the expression there, not this page.
SELECT
  "t18"."asked_on",
  "t18"."officer_ref" AS "ref",
  CASE
    WHEN COALESCE("t8"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t8"."unit"
  END AS "unit",
  COALESCE("t18"."weighted" > (
    "t18"."cap" * 100 * COALESCE("t8"."share", 1.0)
  ), FALSE) AS "counts",
  CAST(NULL AS BIGINT) AS "days"
FROM (
  SELECT
    "t16"."officer_ref",
    "t16"."asked_on",
    "t16"."cap",
    SUM("t16"."weight") AS "weighted"
  FROM (
    SELECT
      "t15"."person_ref",
      "t15"."asked_on",
      "t15"."officer_ref",
      "t15"."level",
      "t15"."cap",
      "t15"."weight_very_high",
      "t15"."weight_high",
      "t15"."weight_medium",
      "t15"."weight_low",
      "t15"."weight_unknown",
      CASE
        WHEN "t15"."level" = 'very high'
        THEN "t15"."weight_very_high"
        WHEN "t15"."level" = 'high'
        THEN "t15"."weight_high"
        WHEN "t15"."level" = 'medium'
        THEN "t15"."weight_medium"
        WHEN "t15"."level" = 'low'
        THEN "t15"."weight_low"
        ELSE "t15"."weight_unknown"
      END AS "weight"
    FROM (
      SELECT
        "t14"."person_ref",
        "t14"."asked_on",
        "t14"."officer_ref",
        "t14"."level",
        "t9"."cap",
        "t9"."weight_very_high",
        "t9"."weight_high",
        "t9"."weight_medium",
        "t9"."weight_low",
        "t9"."weight_unknown"
      FROM (
        SELECT
          "t12"."person_ref",
          "t12"."asked_on",
          "t12"."officer_ref",
          "t12"."level"
        FROM (
          SELECT
            "t10"."person_ref",
            "t10"."asked_on",
            "t10"."officer_ref",
            "t11"."person_ref" AS "person_ref_right",
            "t11"."asked_on" AS "asked_on_right",
            "t11"."level"
          FROM (
            SELECT
              "t2"."person_ref",
              "t2"."asked_on",
              "t2"."manager" AS "officer_ref"
            FROM "managed" AS "t2"
          ) AS "t10"
          LEFT OUTER JOIN (
            SELECT
              "t3"."person_ref",
              "t3"."asked_on",
              "t3"."level"
            FROM "levelled" AS "t3"
          ) AS "t11"
            ON "t10"."person_ref" = "t11"."person_ref" AND "t10"."asked_on" = "t11"."asked_on"
        ) AS "t12"
      ) AS "t14"
      INNER JOIN (
        SELECT
          "t1"."asked_on",
          "t1"."cap",
          "t1"."weight_very_high",
          "t1"."weight_high",
          "t1"."weight_medium",
          "t1"."weight_low",
          "t1"."weight_unknown"
        FROM "days" AS "t1"
      ) AS "t9"
        ON "t14"."asked_on" = "t9"."asked_on"
    ) AS "t15"
  ) AS "t16"
  GROUP BY
    1,
    2,
    3
) AS "t18"
INNER JOIN (
  SELECT
    "t0"."ref" AS "officer_ref",
    "t0"."unit",
    "t0"."hours_share" AS "share"
  FROM "officers" AS "t0"
) AS "t8"
  ON "t18"."officer_ref" = "t8"."officer_ref"
