"""What the brief asks the population engine: which columns of which facts, and which numbers."""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from watchkeeper.engine.snapshot import Part
from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Table
from watchkeeper.escalation import tables as escalation
from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import tables as people
from watchkeeper.planning import tables as planning
from watchkeeper.registers import tables as registers
from watchkeeper.risk import tables as risk
from watchkeeper.visits import tables as visits
from watchkeeper.visits.facts import LONDON, Outcome
from watchkeeper.visits.rules.knocks import bounds
from watchkeeper.workforce import tables as workforce

DAYS_A_WEEK = 7  # of the calendar, not of any law
PATTERNS = "asked_of_patterns"
_SLICES = (workforce, people, registers, risk, visits, escalation, planning)
_BY_NAME: dict[str, Table] = {table.name: table for each in _SLICES for table in each.TABLES}
_LEFT_OUT = {
    "notifications": {"acknowledged", "station", "officer_ref"},
    "units": {"name", "boroughs"},
    "ratings": {"answers"},
}
_MET = ", ".join(f"'{outcome.value}'" for outcome in Outcome if outcome.successful)


def asked(law: Shelf, *, on: date) -> dict[str, Any]:
    """The numbers the reductions need, each from the shelf on the day."""
    weeks = law["signal_most_past"].whole(on) + law["signal_most_together"].whole(on)
    weeks_from = on - timedelta(days=DAYS_A_WEEK * weeks)
    announced_since = months_after(-law["announced_look_back_months"].whole(on), on)
    return {
        "asked_until": end_of(on),
        "announced_since": announced_since,
        "announced_from": end_of(announced_since),
        "counted_from": end_of(min(announced_since, weeks_from)),
        "dynamic_instruments": listed(law["dynamic_instruments"].words(on)),
        "late_since": months_after(-law["late_notification_look_back"].whole(on), on),
        "prescribed_restarts": law["prescribed_change_restarts_annual"].flag(on),
        "weeks_from": weeks_from,
    }


def further(law: Shelf, *, on: date) -> dict[str, dict[str, Any]]:
    """What one reduction alone needs, by the name of its table: the bounds of a pattern of visits."""
    row = asdict(bounds(law, on=on))
    return {PATTERNS: {"asked_until": end_of(on), "from_instant": end_of(row.pop("after")), **row}}


def plans_from(law: Shelf, *, on: date) -> date:
    """The last day whose plans of visits nobody looks back at any more."""
    return on - timedelta(days=law["left_out_looked_back_days"].whole(on))


def end_of(day: date) -> datetime:
    """The first instant after a day in London: days are London's, instants are held in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON)


def listed(names: tuple[str, ...]) -> str:
    """Names as one text in which a name is found between semicolons, whatever its case."""
    return f";{';'.join(names).casefold()};"


def pulls(announced_since: date, plans_from: date) -> tuple[Pull, ...]:
    """Every table read, the longest first, and of each only what a rule looks at."""
    since = f"night > '{plans_from}'"
    told = f"notice_hours IS NOT NULL AND \"at\" >= '{announced_since}'"
    return (
        Pull(_BY_NAME["visits"], ("person_ref", "ref", "at"), f"outcome IN ({_MET})", "seen"),
        Pull(_BY_NAME["visits"], _columns("visits"), f"outcome NOT IN ({_MET}) OR {told}", "tried"),
        Pull(_BY_NAME["planned_visits"], _columns("planned_visits"), since),
        *(Pull(_BY_NAME[name], _columns(name)) for name in _WHOLE),
    )


def named_officers() -> str:
    """DuckDB's question for the officers whom any fact read of a person, or of a plan looked at, names."""
    each = (f'SELECT "{column}" AS ref FROM "{name}"' for name, column in _NAMES_OFFICERS.items())
    return f"SELECT ref FROM ({' UNION '.join(each)}) WHERE ref <> '' ORDER BY ref"


def officer_pulls() -> tuple[Pull, ...]:
    """Who some officers are, and their training; each asked about some of them alone."""
    whose = {"officers": "ref", "training": "officer_ref"}
    return tuple(Pull(_BY_NAME[name], _columns(name), whose=column) for name, column in whose.items())


def loads_pulls() -> tuple[Pull, ...]:
    """What tells how many people each officer manages at each level, and who the officers are."""
    return tuple(Pull(_BY_NAME[name], _columns(name)) for name in _LOADS)


def part(unit: str, officer: str) -> Part | None:
    """Whose facts the brief of a unit or of an officer is made from; None: everybody's.

    Of a unit, its people and whoever its officers manage, who count in the officers' load.
    Of an officer, whoever they manage.
    """
    if officer:
        return Part(_WHO, _OF_OFFICER, (officer,), _NAMED_IN)
    return Part(_WHO, _OF_UNIT, (unit, unit), _NAMED_IN) if unit else None


def _columns(name: str) -> tuple[str, ...]:
    left_out = _LEFT_OUT.get(name, set())
    table = _BY_NAME[name]
    names = [column.name for column in table.columns if column.name not in left_out]
    first = ["person_ref"] if table.about == "person_ref" else []
    return (*first, "ref", *(each for each in names if each not in first))


_NOBODYS = ("units", "officers", "training", "plan_looks")
"""Tables that are about no person."""
_NAMES_OFFICERS = {
    "managers": "officer_ref",
    "tried": "notice_authorised_by",
    "offers": "receiver",
    "ratings": "by",
    "plan_looks": "officer_ref",
}
"""Of each table, whom of a force's officers a case or a line of the brief asks about."""
_LOADS = ("officers", "people", "managers", "levels", "training")
_NAMED_IN = {"people": "ref", "managers": "person_ref"}
_WHO = frozenset((*_NAMED_IN, *_NOBODYS))
_OF_OFFICER = "SELECT person_ref AS ref FROM managers WHERE officer_ref = ?"
_OF_UNIT = (
    "SELECT ref FROM people WHERE unit = ? UNION SELECT m.person_ref FROM managers m "
    "JOIN officers o ON o.ref = m.officer_ref WHERE o.unit = ?"
)
_WHOLE = (
    *("notifications", "intelligence", "plans", "addresses", "reviews", "assessments", "disposals"),
    *("trips", "levels", "managers", "people", "changes", "orders", "conditions", "names", "away"),
    *("stays", "review_applications", "decisions", "charges", "overrides"),
    *("offers", "offer_answers", "outcomes", "excuses", "prosecutions"),
    *("assessments_begun", "ratings", "level_reasons", "plan_actions"),
    *_NOBODYS,
)
