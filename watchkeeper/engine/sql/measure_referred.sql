-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_suspects.py. Change the expression there, not this page.
WITH "t13" AS (
  SELECT
    "t1"."asked_on",
    "t1"."band_hours",
    "t1"."regrade_hours",
    "t1"."band_days",
    "t1"."enforce_very_high",
    "t1"."enforce_high",
    "t1"."enforce_medium",
    "t1"."enforce_low",
    "t1"."longest_very_high",
    "t1"."longest_high",
    "t1"."longest_medium",
    "t1"."longest_low",
    "t1"."ranks_very_high",
    "t1"."ranks_high",
    "t1"."ranks_medium",
    "t1"."ranks_low"
  FROM "days" AS "t1"
)
SELECT
  "t65"."of",
  "t65"."asked_on",
  "t65"."ends_at",
  "t65"."unit",
  "t65"."received",
  "t65"."band",
  "t65"."enforced_at",
  COALESCE(
    COALESCE("t65"."shut", FALSE)
    AND (
      (
        "t65"."closed_on" IS NULL
      ) OR (
        "t65"."closed_on" >= "t65"."whole"
      )
    ),
    FALSE
  ) AS "closed",
  CASE
    WHEN "t65"."banded_at" IS NULL
    THEN "t65"."received_at" + TO_HOURS("t65"."band_hours")
    ELSE CASE
      WHEN LEAST(
        COALESCE("t65"."changed_at", "t65"."banded_at" + TO_DAYS("t65"."band_days")),
        "t65"."banded_at" + TO_DAYS("t65"."band_days")
      ) < "t65"."ends_at"
      THEN LEAST(
        COALESCE("t65"."changed_at", "t65"."banded_at" + TO_DAYS("t65"."band_days")),
        "t65"."banded_at" + TO_DAYS("t65"."band_days")
      ) + TO_HOURS("t65"."regrade_hours")
      ELSE CAST(NULL AS TIMESTAMP)
    END
  END AS "band_by",
  "t65"."received_at" + TO_HOURS(
    CASE
      WHEN "t65"."band" = 'very high'
      THEN "t65"."enforce_very_high"
      WHEN "t65"."band" = 'high'
      THEN "t65"."enforce_high"
      WHEN "t65"."band" = 'medium'
      THEN "t65"."enforce_medium"
      WHEN "t65"."band" = 'low'
      THEN "t65"."enforce_low"
      ELSE NULL
    END
  ) AS "time_by",
  GREATEST(
    "t65"."received_at" + TO_HOURS(
      CASE
        WHEN "t65"."band" = 'very high'
        THEN "t65"."enforce_very_high"
        WHEN "t65"."band" = 'high'
        THEN "t65"."enforce_high"
        WHEN "t65"."band" = 'medium'
        THEN "t65"."enforce_medium"
        WHEN "t65"."band" = 'low'
        THEN "t65"."enforce_low"
        ELSE NULL
      END
    ),
    COALESCE(
      "t65"."next_at",
      "t65"."received_at" + TO_HOURS(
        CASE
          WHEN "t65"."band" = 'very high'
          THEN "t65"."enforce_very_high"
          WHEN "t65"."band" = 'high'
          THEN "t65"."enforce_high"
          WHEN "t65"."band" = 'medium'
          THEN "t65"."enforce_medium"
          WHEN "t65"."band" = 'low'
          THEN "t65"."enforce_low"
          ELSE NULL
        END
      )
    )
  ) AS "enforce_by"
FROM (
  SELECT
    "t64".*
    EXCLUDE ("asked_on_right", "of_right")
  FROM (
    SELECT
      "t63"."of",
      "t63"."asked_on",
      "t63"."ends_at",
      "t63"."received_at",
      "t63"."received",
      "t63"."whole",
      "t63"."unit",
      "t63"."enforced_at",
      "t63"."band",
      "t63"."banded_at",
      "t63"."closed_on",
      "t63"."shut",
      "t63"."band_hours",
      "t63"."regrade_hours",
      "t63"."band_days",
      "t63"."enforce_very_high",
      "t63"."enforce_high",
      "t63"."enforce_medium",
      "t63"."enforce_low",
      "t63"."longest_very_high",
      "t63"."longest_high",
      "t63"."longest_medium",
      "t63"."longest_low",
      "t63"."ranks_very_high",
      "t63"."ranks_high",
      "t63"."ranks_medium",
      "t63"."ranks_low",
      "t63"."changed_at",
      "t60"."of" AS "of_right",
      "t60"."asked_on" AS "asked_on_right",
      "t60"."next_at"
    FROM (
      SELECT
        "t61".*
        EXCLUDE ("asked_on_right", "of_right")
      FROM (
        SELECT
          "t9"."of",
          "t9"."asked_on",
          "t9"."ends_at",
          "t9"."received_at",
          "t9"."received",
          "t9"."whole",
          "t9"."unit",
          "t9"."enforced_at",
          "t9"."band",
          "t9"."banded_at",
          "t9"."closed_on",
          "t9"."shut",
          "t29"."band_hours",
          "t29"."regrade_hours",
          "t29"."band_days",
          "t29"."enforce_very_high",
          "t29"."enforce_high",
          "t29"."enforce_medium",
          "t29"."enforce_low",
          "t29"."longest_very_high",
          "t29"."longest_high",
          "t29"."longest_medium",
          "t29"."longest_low",
          "t29"."ranks_very_high",
          "t29"."ranks_high",
          "t29"."ranks_medium",
          "t29"."ranks_low",
          "t58"."of" AS "of_right",
          "t58"."asked_on" AS "asked_on_right",
          "t58"."changed_at"
        FROM "banded" AS "t9"
        INNER JOIN "t13" AS "t29"
          ON "t9"."asked_on" = "t29"."asked_on"
        LEFT OUTER JOIN (
          SELECT
            "t55"."of",
            "t55"."asked_on",
            MIN("t55"."at") AS "changed_at"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t20"."of",
                "t20"."asked_on",
                "t20"."banded_at",
                "t52"."at"
              FROM (
                SELECT
                  "t0"."of",
                  "t0"."asked_on",
                  "t0"."banded_at"
                FROM "banded" AS "t0"
              ) AS "t20"
              INNER JOIN (
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
                          "t35"."asked_on",
                          "t35"."at",
                          "t35"."of"
                        FROM (
                          SELECT
                            "t10"."asked_on",
                            "t10"."ends_at",
                            "t10"."of",
                            "t10"."referral_ref",
                            "t27"."at"
                          FROM "members" AS "t10"
                          INNER JOIN (
                            SELECT
                              "t7"."referral_ref",
                              "t7"."at"
                            FROM "suspect_news" AS "t7"
                          ) AS "t27"
                            ON "t10"."referral_ref" = "t27"."referral_ref"
                        ) AS "t35"
                        WHERE
                          "t35"."at" < "t35"."ends_at"
                      ) AS "t41"
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t36"."asked_on",
                          "t36"."at",
                          "t36"."of"
                        FROM (
                          SELECT
                            "t10"."asked_on",
                            "t10"."ends_at",
                            "t10"."of",
                            "t10"."referral_ref",
                            "t28"."at"
                          FROM "members" AS "t10"
                          INNER JOIN (
                            SELECT
                              "t8"."referral_ref",
                              "t8"."at"
                            FROM "suspect_addresses" AS "t8"
                          ) AS "t28"
                            ON "t10"."referral_ref" = "t28"."referral_ref"
                        ) AS "t36"
                        WHERE
                          "t36"."at" < "t36"."ends_at"
                      ) AS "t42"
                    ) AS "t44"
                    UNION ALL
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t34"."asked_on",
                        "t34"."at",
                        "t34"."of"
                      FROM (
                        SELECT
                          "t10"."asked_on",
                          "t10"."ends_at",
                          "t10"."of",
                          "t10"."referral_ref",
                          "t26"."at"
                        FROM "members" AS "t10"
                        INNER JOIN (
                          SELECT
                            "t6"."referral_ref",
                            "t6"."at"
                          FROM "suspect_children" AS "t6"
                        ) AS "t26"
                          ON "t10"."referral_ref" = "t26"."referral_ref"
                      ) AS "t34"
                      WHERE
                        "t34"."at" < "t34"."ends_at"
                    ) AS "t40"
                  ) AS "t47"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t33"."asked_on",
                      "t33"."at",
                      "t33"."of"
                    FROM (
                      SELECT
                        "t10"."asked_on",
                        "t10"."ends_at",
                        "t10"."of",
                        "t10"."referral_ref",
                        "t25"."at"
                      FROM "members" AS "t10"
                      INNER JOIN (
                        SELECT
                          "t5"."referral_ref",
                          "t5"."at"
                        FROM "suspect_people" AS "t5"
                      ) AS "t25"
                        ON "t10"."referral_ref" = "t25"."referral_ref"
                    ) AS "t33"
                    WHERE
                      "t33"."at" < "t33"."ends_at"
                  ) AS "t39"
                ) AS "t48"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t46"."asked_on",
                    "t46"."at",
                    "t46"."referral_ref" AS "of"
                  FROM (
                    SELECT
                      "t38"."asked_on",
                      "t38"."referral_ref",
                      "t38"."other",
                      MIN("t38"."at") AS "at"
                    FROM (
                      SELECT
                        "t32"."id",
                        "t32"."referral_ref",
                        "t32"."ref",
                        "t32"."other",
                        "t32"."verdict",
                        "t32"."at",
                        "t32"."undone_at",
                        "t22"."asked_on",
                        "t22"."ends_at"
                      FROM (
                        SELECT
                          *
                        FROM "suspect_pairs" AS "t4"
                        WHERE
                          "t4"."verdict" = 'one referral'
                      ) AS "t32"
                      INNER JOIN (
                        SELECT
                          "t1"."asked_on",
                          "t1"."ends_at"
                        FROM "days" AS "t1"
                      ) AS "t22"
                        ON "t32"."at" < "t22"."ends_at"
                        AND (
                          (
                            "t32"."undone_at" IS NULL
                          ) OR (
                            "t32"."undone_at" >= "t22"."ends_at"
                          )
                        )
                    ) AS "t38"
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS "t46"
                ) AS "t49"
              ) AS "t52"
                ON "t20"."of" = "t52"."of" AND "t20"."asked_on" = "t52"."asked_on"
            ) AS "t53"
            WHERE
              "t53"."at" > "t53"."banded_at"
          ) AS "t55"
          GROUP BY
            1,
            2
        ) AS "t58"
          ON "t9"."of" = "t58"."of" AND "t9"."asked_on" = "t58"."asked_on"
      ) AS "t61"
    ) AS "t63"
    LEFT OUTER JOIN (
      SELECT
        "t57"."of",
        "t57"."asked_on",
        "t57"."kept"."next_at" AS "next_at"
      FROM (
        SELECT
          "t54"."of",
          "t54"."asked_on",
          MAX({'at': "t54"."at", 'ref': "t54"."ref", 'next_at': "t54"."next_at"}) AS "kept"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t45"."asked_on",
              "t45"."at",
              "t45"."of",
              "t45"."ref",
              "t45"."rank",
              "t45"."next_at",
              "t19"."band",
              "t19"."banded_at",
              "t30"."band_hours",
              "t30"."regrade_hours",
              "t30"."band_days",
              "t30"."enforce_very_high",
              "t30"."enforce_high",
              "t30"."enforce_medium",
              "t30"."enforce_low",
              "t30"."longest_very_high",
              "t30"."longest_high",
              "t30"."longest_medium",
              "t30"."longest_low",
              "t30"."ranks_very_high",
              "t30"."ranks_high",
              "t30"."ranks_medium",
              "t30"."ranks_low"
            FROM (
              SELECT
                "t37"."asked_on",
                "t37"."at",
                "t37"."of",
                "t37"."ref",
                "t37"."rank",
                "t37"."next_at"
              FROM (
                SELECT
                  "t10"."asked_on",
                  "t10"."ends_at",
                  "t10"."of",
                  "t10"."referral_ref",
                  "t31"."at",
                  "t31"."ref",
                  "t31"."rank",
                  "t31"."next_at"
                FROM "members" AS "t10"
                INNER JOIN (
                  SELECT
                    "t3"."referral_ref",
                    "t3"."at",
                    "t3"."ref",
                    "t3"."rank",
                    "t3"."next_at"
                  FROM "suspect_delays" AS "t3"
                  WHERE
                    "t3"."by" <> '' AND REGEXP_MATCHES("t3"."reason", '\S')
                ) AS "t31"
                  ON "t10"."referral_ref" = "t31"."referral_ref"
              ) AS "t37"
              WHERE
                "t37"."at" < "t37"."ends_at"
            ) AS "t45"
            INNER JOIN (
              SELECT
                "t0"."of",
                "t0"."asked_on",
                "t0"."band",
                "t0"."banded_at"
              FROM "banded" AS "t0"
            ) AS "t19"
              ON "t45"."of" = "t19"."of" AND "t45"."asked_on" = "t19"."asked_on"
            INNER JOIN "t13" AS "t30"
              ON "t45"."asked_on" = "t30"."asked_on"
          ) AS "t51"
          WHERE
            "t51"."at" >= "t51"."banded_at"
            AND "t51"."rank" <> ''
            AND CONTAINS(
              CASE
                WHEN "t51"."band" = 'very high'
                THEN "t51"."ranks_very_high"
                WHEN "t51"."band" = 'high'
                THEN "t51"."ranks_high"
                WHEN "t51"."band" = 'medium'
                THEN "t51"."ranks_medium"
                WHEN "t51"."band" = 'low'
                THEN "t51"."ranks_low"
                ELSE NULL
              END,
              ';' || "t51"."rank" || ';'
            )
            AND "t51"."next_at" > "t51"."at"
            AND "t51"."next_at" <= (
              "t51"."at" + TO_HOURS(
                CASE
                  WHEN "t51"."band" = 'very high'
                  THEN "t51"."longest_very_high"
                  WHEN "t51"."band" = 'high'
                  THEN "t51"."longest_high"
                  WHEN "t51"."band" = 'medium'
                  THEN "t51"."longest_medium"
                  WHEN "t51"."band" = 'low'
                  THEN "t51"."longest_low"
                  ELSE NULL
                END
              )
            )
        ) AS "t54"
        GROUP BY
          1,
          2
      ) AS "t57"
    ) AS "t60"
      ON "t63"."of" = "t60"."of" AND "t63"."asked_on" = "t60"."asked_on"
  ) AS "t64"
) AS "t65"
