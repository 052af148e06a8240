-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
WITH "t6" AS (
  SELECT
    "t3"."id",
    "t3"."person_ref",
    "t3"."ref",
    "t3"."received_on",
    "t3"."significant",
    "t3"."reviewed_on",
    "t4"."asked_on",
    "t4"."asked_until",
    "t4"."announced_since",
    "t4"."announced_from",
    "t4"."counted_from",
    "t4"."dynamic_instruments",
    "t4"."late_since",
    "t4"."prescribed_restarts",
    "t4"."weeks_from"
  FROM "intelligence" AS "t3"
  CROSS JOIN "asked" AS "t4"
)
SELECT
  "t22"."person_ref",
  "t22"."ref",
  "t22"."received_on",
  "t22"."significant",
  "t22"."reviewed_on"
FROM (
  SELECT
    "t12"."id",
    "t12"."person_ref",
    "t12"."ref",
    "t12"."received_on",
    "t12"."significant",
    "t12"."reviewed_on",
    "t12"."asked_on",
    "t12"."asked_until",
    "t12"."announced_since",
    "t12"."announced_from",
    "t12"."counted_from",
    "t12"."dynamic_instruments",
    "t12"."late_since",
    "t12"."prescribed_restarts",
    "t12"."weeks_from",
    "t12"."waiting",
    "t21"."person_ref" AS "person_ref_right",
    "t21"."calling_ref"
  FROM (
    SELECT
      "t8"."id",
      "t8"."person_ref",
      "t8"."ref",
      "t8"."received_on",
      "t8"."significant",
      "t8"."reviewed_on",
      "t8"."asked_on",
      "t8"."asked_until",
      "t8"."announced_since",
      "t8"."announced_from",
      "t8"."counted_from",
      "t8"."dynamic_instruments",
      "t8"."late_since",
      "t8"."prescribed_restarts",
      "t8"."weeks_from",
      (
        "t8"."reviewed_on" IS NULL
      ) OR (
        "t8"."reviewed_on" > "t8"."asked_on"
      ) AS "waiting"
    FROM "t6" AS "t8"
    WHERE
      "t8"."received_on" <= "t8"."asked_on"
  ) AS "t12"
  LEFT OUTER JOIN (
    SELECT
      "t19"."person_ref",
      "t19"."kept"."ref" AS "calling_ref"
    FROM (
      SELECT
        "t18"."person_ref",
        MIN(
          {'received_on': "t18"."received_on", 'ref': "t18"."ref", 'id': "t18"."id", 'significant': "t18"."significant", 'reviewed_on': "t18"."reviewed_on", 'asked_on': "t18"."asked_on", 'asked_until': "t18"."asked_until", 'announced_since': "t18"."announced_since", 'announced_from': "t18"."announced_from", 'counted_from': "t18"."counted_from", 'dynamic_instruments': "t18"."dynamic_instruments", 'late_since': "t18"."late_since", 'prescribed_restarts': "t18"."prescribed_restarts", 'weeks_from': "t18"."weeks_from", 'completed_on': "t18"."completed_on"}
        ) AS "kept"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."id",
            "t10"."person_ref",
            "t10"."ref",
            "t10"."received_on",
            "t10"."significant",
            "t10"."reviewed_on",
            "t10"."asked_on",
            "t10"."asked_until",
            "t10"."announced_since",
            "t10"."announced_from",
            "t10"."counted_from",
            "t10"."dynamic_instruments",
            "t10"."late_since",
            "t10"."prescribed_restarts",
            "t10"."weeks_from",
            "t16"."completed_on"
          FROM (
            SELECT
              *
            FROM "t6" AS "t8"
            WHERE
              "t8"."received_on" <= "t8"."asked_on" AND "t8"."significant"
          ) AS "t10"
          INNER JOIN (
            SELECT
              "t14"."person_ref",
              "t14"."kept"."completed_on" AS "completed_on"
            FROM (
              SELECT
                "t13"."person_ref",
                MAX(
                  {'counts': "t13"."counts", 'completed_on': "t13"."completed_on", 'ref': "t13"."ref", 'instrument': "t13"."instrument", 'signed_off_on': "t13"."signed_off_on"}
                ) AS "kept"
              FROM (
                SELECT
                  "t7"."person_ref",
                  "t7"."ref",
                  "t7"."instrument",
                  "t7"."completed_on",
                  "t7"."signed_off_on",
                  CONTAINS("t7"."dynamic_instruments", ';' || LOWER("t7"."instrument") || ';') AS "counts"
                FROM (
                  SELECT
                    "t5"."id",
                    "t5"."person_ref",
                    "t5"."ref",
                    "t5"."instrument",
                    "t5"."completed_on",
                    "t5"."signed_off_on",
                    "t4"."asked_on",
                    "t4"."asked_until",
                    "t4"."announced_since",
                    "t4"."announced_from",
                    "t4"."counted_from",
                    "t4"."dynamic_instruments",
                    "t4"."late_since",
                    "t4"."prescribed_restarts",
                    "t4"."weeks_from"
                  FROM "assessments" AS "t5"
                  CROSS JOIN "asked" AS "t4"
                ) AS "t7"
                WHERE
                  "t7"."completed_on" <= "t7"."asked_on"
              ) AS "t13"
              GROUP BY
                1
            ) AS "t14"
            ORDER BY
              "t14"."person_ref" ASC
          ) AS "t16"
            ON "t10"."person_ref" = "t16"."person_ref"
        ) AS "t17"
        WHERE
          "t17"."received_on" > "t17"."completed_on"
      ) AS "t18"
      GROUP BY
        1
    ) AS "t19"
  ) AS "t21"
    ON "t12"."person_ref" = "t21"."person_ref"
) AS "t22"
WHERE
  "t22"."waiting" OR (
    COALESCE("t22"."calling_ref", '') = "t22"."ref"
  )
ORDER BY
  "t22"."person_ref" ASC,
  "t22"."received_on" ASC,
  "t22"."ref" ASC
