"""One fault for each measure, planted in a healthy force: what is done to its tables, and what must fire."""

from tools.clock_faults import CLOCK_FAULTS
from tools.fault_rows import (
    CHILD,
    CRIME,
    EPISODE,
    FLAG,
    GRAVE,
    MANAGER,
    PERSON,
    Planted,
    ago,
    gone,
    monthly,
    row,
    seen,
    visit,
)

_PLAN = (
    "UPDATE plans SET {} WHERE ref = (SELECT arg_max(ref, made_on) FROM plans WHERE person_ref = '$person')"
)
_QUIET = "UPDATE intelligence SET significant = false WHERE person_ref = '$person'"
_ASSESSED = gone("assessments", "person_ref", PERSON)


def _assessed(days: int, signed: str) -> str:
    return row(
        "assessments",
        person_ref=f"'{PERSON}'",
        ref="'X-A'",
        instrument="'ARMS'",
        completed_on=ago(days),
        signed_off_on=signed,
    )


def _intelligence(days: int, significant: str, reviewed: str) -> str:
    return row(
        "intelligence",
        person_ref=f"'{PERSON}'",
        ref="'X-I'",
        received_on=ago(days),
        significant=significant,
        reviewed_on=reviewed,
    )


LATE = "whoever is overdue is overdue at every level"
PART = "a part of the visits that are announced"
FAULTS: dict[str, Planted] = {
    "visits_late": Planted(seen(PERSON, 195)),
    "visits_late_grave": Planted(seen(GRAVE, 100), ("visits_late",), LATE),
    "unseen_long": Planted(
        (
            *seen(PERSON, 380),
            _PLAN.format(
                "visit_every_months = 24, deviation_reason = 'x', approved_by = 'S', "
                f"approved_on = {ago(390)}"
            ),
        )
    ),
    "tried_and_unseen": Planted((*seen(PERSON, 60), visit(PERSON, 40, "no reply"))),
    "undecided": Planted(seen(GRAVE, 130), ("visits_late", "visits_late_grave"), "nobody met them in time"),
    "reactive": Planted((*seen(PERSON, 20), _PLAN.format("reactive = true"))),
    "no_level": Planted(
        (
            *seen(PERSON, 5),
            gone("levels", "person_ref", PERSON),
            row("reviews", person_ref=f"'{PERSON}'", ref="'X-R'", reviewed_on=ago(5)),
        )
    ),
    "assessments_late": Planted((_QUIET, _ASSESSED, _assessed(400, ago(399)))),
    "events_unanswered": Planted(
        (_QUIET, _ASSESSED, _assessed(100, ago(99)), _intelligence(40, "true", ago(40)))
    ),
    "sign_off_late": Planted((_QUIET, _ASSESSED, _assessed(60, "CAST(NULL AS DATE)"))),
    "no_plan": Planted((*seen(PERSON, 20), gone("plans", "person_ref", PERSON))),
    "review_late": Planted(
        (
            f"DELETE FROM reviews WHERE person_ref = '{PERSON}'",
            row("reviews", person_ref=f"'{PERSON}'", ref="'X-R'", reviewed_on=ago(240)),
        )
    ),
    "unread": Planted((_intelligence(20, "false", "CAST(NULL AS DATE)"),)),
    "unflagged": Planted((f"UPDATE people SET intelligence_flag_on = NULL WHERE ref = '{PERSON}'",)),
    "overrides_past": Planted(
        (
            f"INSERT INTO overrides BY NAME SELECT 900000 AS id, person_ref, 'X-O' AS ref, "
            f"'level of risk' AS kind, arg_max(ref, set_on) AS about, {ago(100)} AS since, "
            f"{ago(10)} AS until FROM levels WHERE person_ref = '{PERSON}' GROUP BY person_ref",
        )
    ),
    "annual_late": Planted(
        (
            f"DELETE FROM notifications WHERE person_ref = '{PERSON}' AND notified_on > {ago(400)}",
            row(
                "notifications",
                person_ref=f"'{PERSON}'",
                ref="'X-N'",
                notified_on=ago(400),
                kind="'periodic'",
                matter="''",
                items_missing="''",
            ),
        )
    ),
    "no_home": Planted((gone("addresses", "person_ref", PERSON),)),
    "unmanaged": Planted((gone("managers", "person_ref", PERSON),)),
    "untrained": Planted(
        (
            "INSERT INTO officers BY NAME SELECT 900000 AS id, 'X-M' AS ref, 'constable' AS rank, "
            "'offender manager' AS role, unit, 1.0 AS hours_share, since FROM officers LIMIT 1",
            row("clearances", officer_ref="'X-M'", ref="'X-C'", granted_on=ago(100), expires_on=ago(-100)),
            f"UPDATE managers SET officer_ref = 'X-M' WHERE person_ref = '{PERSON}' AND until IS NULL",
        )
    ),
    "overloaded": Planted((f"UPDATE officers SET hours_share = 0.1 WHERE ref = '{MANAGER}'",)),
    "many_crimes": Planted(
        (
            "INSERT INTO crimes BY NAME SELECT 920000 + n AS id, 'X-C' || n AS ref, "
            f"TIMESTAMP '$on' - INTERVAL 3 DAY AS reported_at, offence, unit FROM crimes, range(30) r(n) "
            f"WHERE ref = '{CRIME}'",
            f"INSERT INTO crime_grades BY NAME SELECT 920000 + n AS id, 'X-C' || n AS crime_ref, "
            f"'X-G' || n AS ref, 'scheduled' AS response, {ago(3)} AS \"on\" FROM range(30) r(n)",
            f"INSERT INTO crime_holdings BY NAME SELECT 920000 + n AS id, 'X-C' || n AS crime_ref, "
            f"'X-H' || n AS ref, officer_ref, {ago(2)} AS since FROM crime_holdings, range(30) r(n) "
            f"WHERE crime_ref = '{CRIME}' AND until IS NULL",
        )
    ),
    "uncleared": Planted((gone("clearances", "officer_ref", MANAGER),)),
    "suspensions_unreviewed": Planted(
        (row("suspensions", officer_ref=f"'{MANAGER}'", ref="'X-S'", since=ago(200)),)
    ),
    "announced": Planted((visit(PERSON, 3, "seen", "12", "interpreter"),)),
    "long_notice": Planted((visit(PERSON, 3, "seen", "72", "interpreter"),), ("announced",), PART),
    "unauthorised": Planted((visit(PERSON, 3, "seen", "12"),), ("announced",), PART),
    "no_outcome": Planted(
        (*seen(PERSON, 2), visit(PERSON, 10, "")), ("failed",), "nothing proves that anybody was met"
    ),
    "failed": Planted((*seen(PERSON, 2), visit(PERSON, 10, "no reply"))),
    "guessable": Planted(
        (
            gone("visits", "person_ref", PERSON),
            *(visit(PERSON, 7 * weeks, "seen") for weeks in range(1, 13)),
        )
    ),
    "visits_made": Planted(
        (
            monthly(
                "visits",
                'CAST($at AS TIMESTAMP) + to_minutes(CAST(47 * k AS INTEGER)) AS "at"',
                person_ref="(SELECT ref FROM people WHERE ref = '$person')",
                outcome="'no reply'",
                notice_hours="CAST(NULL AS INTEGER)",
                notice_reason="''",
                notice_authorised_by="''",
            ),
            visit(PERSON, 32, "seen"),
        )
    ),
    "intelligence_received": Planted(
        (
            monthly(
                "intelligence",
                "CAST($at AS DATE) AS received_on, CAST($at AS DATE) AS reviewed_on",
                person_ref=f"'{PERSON}'",
                significant="false",
            ),
        )
    ),
    "notifications_given": Planted(
        (
            monthly(
                "notifications",
                "CAST($at AS DATE) AS notified_on",
                person_ref=f"'{PERSON}'",
                kind="'periodic'",
                matter="''",
                items_missing="''",
            ),
        )
    ),
    "decisions_made": Planted(
        (
            monthly(
                "decisions",
                "CAST($at AS DATE) AS decided_on",
                person_ref=f"'{PERSON}'",
                ground="'failure to notify'",
                choice="'no action'",
            ),
        )
    ),
    "held_unfit": Planted(
        (
            "INSERT INTO officers BY NAME SELECT 900000 AS id, 'X-R' AS ref, 'constable' AS rank, "
            "'investigator' AS role, unit, 1.0 AS hours_share, since FROM officers LIMIT 1",
            row("clearances", officer_ref="'X-R'", ref="'X-C'", granted_on=ago(100), expires_on=ago(-100)),
            f"UPDATE crime_holdings SET officer_ref = 'X-R' WHERE crime_ref = '{CRIME}' AND until IS NULL",
        )
    ),
    "ungraded": Planted((gone("crime_grades", "crime_ref", CRIME),)),
    "unheld": Planted((gone("crime_holdings", "crime_ref", CRIME),)),
    "unreviewed": Planted((gone("crime_reviews", "crime_ref", CRIME),)),
    "suspects_outstanding": Planted(
        (
            row("crime_parties", ref="'X-P'", crime_ref=f"'{CRIME}'", part="'suspect'"),
            f"UPDATE crime_events SET party = 'Y' WHERE crime_ref = '{CRIME}' AND party = ''",
        )
    ),
    "devices_waiting": Planted(
        (
            row(
                "crime_devices",
                crime_ref=f"'{CRIME}'",
                ref="'X-D'",
                device="'D9'",
                step="'seized'",
                on=ago(60),
            ),
        )
    ),
    "no_action": Planted(
        (row("crime_outcomes", crime_ref=f"'{CRIME}'", ref="'X-O'", outcome="15", on=ago(3)),)
    ),
    "overrides_expired": Planted(
        (
            f"INSERT INTO allocation_overrides BY NAME SELECT 900000 AS id, crime_ref, 'X-L' AS ref, "
            f'officer_ref, {ago(60)} AS "on", {ago(10)} AS until FROM crime_holdings '
            f"WHERE crime_ref = '{CRIME}' AND until IS NULL LIMIT 1",
        )
    ),
    "disputes_late": Planted((row("allocation_disputes", crime_ref=f"'{CRIME}'", ref="'X-L'", on=ago(30)),)),
    "grades_late": Planted(
        (f'UPDATE missing_grades SET "at" = "at" + INTERVAL 5 HOUR WHERE episode_ref = \'{EPISODE}\'',)
    ),
    "enquiries_late": Planted(
        (
            f"DELETE FROM missing_enquiries WHERE episode_ref = '{EPISODE}'",
            f'UPDATE missing_finds SET "at" = "at" + INTERVAL 6 HOUR WHERE episode_ref = \'{EPISODE}\'',
        )
    ),
    "returns_late": Planted((gone("return_interviews", "episode_ref", CHILD),)),
    "flags_idle": Planted((f"UPDATE exploitation_flags SET owner = '' WHERE ref = '{FLAG}'",)),
    "episodes_reported": Planted(
        (
            monthly(
                "missing_episodes",
                "CAST($at AS TIMESTAMP) AS reported_at",
                missing_ref="(SELECT min(ref) FROM missing_people)",
                unit="'BCU01'",
            ),
        )
    ),
}
FAULTS |= CLOCK_FAULTS
"""By the measure that must fire."""
