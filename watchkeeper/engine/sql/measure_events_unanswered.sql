-- Printed by tools/print_twins.py from watchkeeper/inspection/measures/of_people.py. Change the expression there, not this page.
SELECT
  "t10"."asked_on",
  "t10"."person_ref" AS "ref",
  CASE
    WHEN COALESCE("t10"."unit", '') = ''
    THEN 'no unit recorded'
    ELSE "t10"."unit"
  END AS "unit",
  COALESCE("t18"."event" <= "t7"."event_late", FALSE) AS "counts",
  DATE_DIFF('DAY', "t18"."event", "t10"."asked_on") AS "days"
FROM (
  SELECT
    *
  FROM "stood" AS "t0"
  WHERE
    NOT (
      "t0"."away"
    )
    AND "t0"."assessed_on" IS NOT NULL
    AND "t0"."assessed_on" >= "t0"."registered_on"
) AS "t10"
INNER JOIN (
  SELECT
    "t1"."asked_on",
    "t1"."event_late"
  FROM "days" AS "t1"
) AS "t7"
  ON "t10"."asked_on" = "t7"."asked_on"
ANTI JOIN (
  SELECT DISTINCT
    "t12"."person_ref",
    "t12"."asked_on"
  FROM (
    SELECT
      "t10"."person_ref",
      "t10"."asked_on",
      "t10"."assessed_on",
      "t8"."back"
    FROM (
      SELECT
        *
      FROM "stood" AS "t0"
      WHERE
        NOT (
          "t0"."away"
        )
        AND "t0"."assessed_on" IS NOT NULL
        AND "t0"."assessed_on" >= "t0"."registered_on"
    ) AS "t10"
    INNER JOIN (
      SELECT
        "t1"."asked_on",
        "t1"."event_late"
      FROM "days" AS "t1"
    ) AS "t7"
      ON "t10"."asked_on" = "t7"."asked_on"
    INNER JOIN (
      SELECT
        "t2"."person_ref",
        "t2"."asked_on",
        "t2"."until" AS "back"
      FROM "absences" AS "t2"
    ) AS "t8"
      ON "t10"."person_ref" = "t8"."person_ref" AND "t10"."asked_on" = "t8"."asked_on"
  ) AS "t12"
  WHERE
    "t12"."back" > "t12"."assessed_on"
) AS "t14"
  ON "t10"."person_ref" = "t14"."person_ref" AND "t10"."asked_on" = "t14"."asked_on"
INNER JOIN (
  SELECT
    "t16"."person_ref",
    "t16"."asked_on",
    MIN("t16"."received_on") AS "event"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t10"."person_ref",
        "t10"."asked_on",
        "t10"."assessed_on",
        "t7"."event_late",
        "t11"."received_on",
        "t11"."reviewed_on"
      FROM (
        SELECT
          *
        FROM "stood" AS "t0"
        WHERE
          NOT (
            "t0"."away"
          )
          AND "t0"."assessed_on" IS NOT NULL
          AND "t0"."assessed_on" >= "t0"."registered_on"
      ) AS "t10"
      INNER JOIN (
        SELECT
          "t1"."asked_on",
          "t1"."event_late"
        FROM "days" AS "t1"
      ) AS "t7"
        ON "t10"."asked_on" = "t7"."asked_on"
      ANTI JOIN (
        SELECT DISTINCT
          "t12"."person_ref",
          "t12"."asked_on"
        FROM (
          SELECT
            "t10"."person_ref",
            "t10"."asked_on",
            "t10"."assessed_on",
            "t8"."back"
          FROM (
            SELECT
              *
            FROM "stood" AS "t0"
            WHERE
              NOT (
                "t0"."away"
              )
              AND "t0"."assessed_on" IS NOT NULL
              AND "t0"."assessed_on" >= "t0"."registered_on"
          ) AS "t10"
          INNER JOIN (
            SELECT
              "t1"."asked_on",
              "t1"."event_late"
            FROM "days" AS "t1"
          ) AS "t7"
            ON "t10"."asked_on" = "t7"."asked_on"
          INNER JOIN (
            SELECT
              "t2"."person_ref",
              "t2"."asked_on",
              "t2"."until" AS "back"
            FROM "absences" AS "t2"
          ) AS "t8"
            ON "t10"."person_ref" = "t8"."person_ref" AND "t10"."asked_on" = "t8"."asked_on"
        ) AS "t12"
        WHERE
          "t12"."back" > "t12"."assessed_on"
      ) AS "t14"
        ON "t10"."person_ref" = "t14"."person_ref" AND "t10"."asked_on" = "t14"."asked_on"
      INNER JOIN (
        SELECT
          "t3"."person_ref",
          "t3"."received_on",
          "t3"."reviewed_on"
        FROM "intelligence" AS "t3"
        WHERE
          COALESCE("t3"."significant", FALSE)
      ) AS "t11"
        ON "t10"."person_ref" = "t11"."person_ref"
    ) AS "t15"
    WHERE
      "t15"."received_on" <= "t15"."asked_on"
      AND (
        (
          "t15"."received_on" > "t15"."assessed_on"
        )
        OR (
          (
            "t15"."received_on" = "t15"."assessed_on"
          )
          AND (
            (
              "t15"."reviewed_on" IS NULL
            ) OR (
              "t15"."reviewed_on" > "t15"."asked_on"
            )
          )
        )
      )
  ) AS "t16"
  GROUP BY
    1,
    2
) AS "t18"
  ON "t10"."person_ref" = "t18"."person_ref" AND "t10"."asked_on" = "t18"."asked_on"
