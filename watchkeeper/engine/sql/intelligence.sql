-- Printed by tools/print_twins.py from watchkeeper/risk/bulk.py. Change the expression there, not this page.
WITH "t4" AS (
  SELECT
    "t2"."id",
    "t2"."person_ref",
    "t2"."ref",
    "t2"."received_on",
    "t2"."significant",
    "t2"."reviewed_on",
    "t3"."asked_on",
    "t3"."announced_since",
    "t3"."prescribed_restarts",
    "t3"."weeks_from"
  FROM "intelligence" AS "t2"
  CROSS JOIN "asked" AS "t3"
)
SELECT
  "t14"."person_ref",
  "t14"."ref",
  "t14"."received_on",
  "t14"."significant",
  "t14"."reviewed_on"
FROM (
  SELECT
    "t8"."id",
    "t8"."person_ref",
    "t8"."ref",
    "t8"."received_on",
    "t8"."significant",
    "t8"."reviewed_on",
    "t8"."asked_on",
    "t8"."announced_since",
    "t8"."prescribed_restarts",
    "t8"."weeks_from",
    "t8"."waiting",
    "t13"."person_ref" AS "person_ref_right",
    "t13"."grave_ref"
  FROM (
    SELECT
      "t5"."id",
      "t5"."person_ref",
      "t5"."ref",
      "t5"."received_on",
      "t5"."significant",
      "t5"."reviewed_on",
      "t5"."asked_on",
      "t5"."announced_since",
      "t5"."prescribed_restarts",
      "t5"."weeks_from",
      (
        "t5"."reviewed_on" IS NULL
      ) OR (
        "t5"."reviewed_on" > "t5"."asked_on"
      ) AS "waiting"
    FROM "t4" AS "t5"
    WHERE
      "t5"."received_on" <= "t5"."asked_on"
  ) AS "t8"
  LEFT OUTER JOIN (
    SELECT
      "t11"."person_ref",
      "t11"."ref" AS "grave_ref"
    FROM (
      SELECT
        "t10".*
        EXCLUDE ("place")
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t6"."id",
            "t6"."person_ref",
            "t6"."ref",
            "t6"."received_on",
            "t6"."significant",
            "t6"."reviewed_on",
            "t6"."asked_on",
            "t6"."announced_since",
            "t6"."prescribed_restarts",
            "t6"."weeks_from",
            ROW_NUMBER() OVER (
              PARTITION BY "t6"."person_ref"
              ORDER BY "t6"."received_on" DESC, "t6"."ref" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM (
            SELECT
              *
            FROM "t4" AS "t5"
            WHERE
              "t5"."received_on" <= "t5"."asked_on" AND "t5"."significant"
          ) AS "t6"
        ) AS "t9"
        WHERE
          "t9"."place" = 0
      ) AS "t10"
    ) AS "t11"
  ) AS "t13"
    ON "t8"."person_ref" = "t13"."person_ref"
) AS "t14"
WHERE
  "t14"."waiting" OR (
    COALESCE("t14"."grave_ref", '') = "t14"."ref"
  )
ORDER BY
  "t14"."person_ref" ASC,
  "t14"."received_on" ASC,
  "t14"."ref" ASC
