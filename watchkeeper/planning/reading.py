"""What the planner reads of one unit: everybody's facts, the shifts of the nights ahead, and who may not.

Read by the population engine, whole, before anything is planned. The rules that judge it are the
plain ones of each slice: a unit is some six hundred people.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from watchkeeper.engine.snapshot import Part, Snapshot, open_snapshot
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known, Pull
from watchkeeper.engine.tables import Table
from watchkeeper.escalation import tables as escalation
from watchkeeper.escalation.facts import Choice, Decided, Ground
from watchkeeper.people import tables as people
from watchkeeper.people.facts import Address, AddressKind, Away, AwayKind, Person, Sex
from watchkeeper.planning import tables as planning
from watchkeeper.planning.facts import Skill, VisitNeed
from watchkeeper.registers import facts as register
from watchkeeper.registers import tables as registers
from watchkeeper.risk import tables as risk
from watchkeeper.risk.facts import Intelligence, Level, Plan, SetLevel
from watchkeeper.visits import tables as visits
from watchkeeper.visits.facts import LONDON, NoticeReason, Outcome, Purpose, Visit
from watchkeeper.workforce import tables as workforce
from watchkeeper.workforce.facts import Course, Managed, Officer, Rank, Role, Training

type Facts[T] = Mapping[str, tuple[T, ...]]
"""Facts of one kind by the person they are about."""

_SLICES = (workforce, people, registers, risk, visits, escalation, planning)
_TABLES: dict[str, Table] = {table.name: table for each in _SLICES for table in each.TABLES}
_PURPOSES: dict[str, Purpose | None] = {"": None, **{each.value: each for each in Purpose}}
_OUTCOMES: dict[str, Outcome | None] = {"": None, **{each.value: each for each in Outcome}}
MANY = 50_000
"""Different crews and lists of items kept apart: a force has a few thousand, and names each many times."""
_ABOUT_NOBODY = ("officers", "training", "shifts", "officer_skills", "bases")


@dataclass(frozen=True, slots=True)
class Duty:
    """One officer's shift: instants, in UTC."""

    officer: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Register:
    """One unit as it was known: its people by ref and every fact about them that a plan rests on."""

    unit: str
    base: str
    people: tuple[Person, ...]
    addresses: Facts[Address]
    away: Facts[Away]
    visits: Facts[Visit]
    levels: Facts[SetLevel]
    plans: Facts[Plan]
    intelligence: Facts[Intelligence]
    disposals: Facts[register.Disposal]
    orders: Facts[register.Order]
    conditions: Facts[register.Condition]
    changes: Facts[register.Change]
    notifications: Facts[register.Notification]
    managers: Facts[Managed]
    decisions: Facts[Decided]
    needs: Facts[VisitNeed]
    officers: Mapping[str, Officer]
    skills: Mapping[str, Skill]
    duties: tuple[Duty, ...]


def read_unit(source: Source, unit: str, *, night: date, days: int, known_at: datetime) -> Register:
    """Everything a plan of the unit rests on, as known at an instant, and the shifts of the nights ahead.

    `night` is the first of `days` nights. Raises whatever the database says when it cannot be read.
    """
    first = datetime.combine(night, time(), LONDON).astimezone(UTC)
    last = datetime.combine(night + timedelta(days=days), time(), LONDON).astimezone(UTC)
    part = Part(
        frozenset(("people", *_ABOUT_NOBODY)),
        "SELECT ref FROM people WHERE unit = ?",
        (unit,),
        {"people": "ref"},
    )
    with open_snapshot(
        source, list(_pulls(first, last)), on=night, known=Known(known_at), part=part
    ) as snapshot:
        return _register(snapshot, unit)


def _pulls(first: datetime, last: datetime) -> Iterable[Pull]:
    """Every table read and its columns; of shifts, those of the nights ahead."""
    on_duty = f"\"ends_at\" > '{_bare(first)}' AND \"starts_at\" < '{_bare(last)}'"
    for name, (columns, _) in _READ.items():
        yield Pull(_TABLES[name], columns, on_duty if name == "shifts" else "")


def _bare(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(" ")


def _register(snapshot: Snapshot, unit: str) -> Register:
    def grouped(name: str) -> dict[str, tuple[Any, ...]]:
        found: dict[str, list[Any]] = defaultdict(list)
        for whose, *row in _rows(snapshot, name):
            found[whose].append(_READ[name][1](*row))
        return {whose: tuple(facts) for whose, facts in found.items()}

    def listed(name: str) -> list[Any]:
        return [_READ[name][1](*row) for row in _rows(snapshot, name)]

    courses = grouped("training")
    return Register(
        unit=unit,
        base=next((postcode for of, postcode in _rows(snapshot, "bases") if of == unit), ""),
        people=tuple(listed("people")),
        addresses=grouped("addresses"),
        away=grouped("away"),
        visits=grouped("visits"),
        levels=grouped("levels"),
        plans=grouped("plans"),
        intelligence=grouped("intelligence"),
        disposals=grouped("disposals"),
        orders=grouped("orders"),
        conditions=grouped("conditions"),
        changes=grouped("changes"),
        notifications=grouped("notifications"),
        managers=grouped("managers"),
        decisions=grouped("decisions"),
        needs={
            whose: tuple(VisitNeed(whose, *row) for row in rows)
            for whose, rows in grouped("visit_needs").items()
        },
        officers={row[0]: _officer(row, courses.get(row[0], ())) for row in _rows(snapshot, "officers")},
        skills={each.officer: each for each in listed("officer_skills")},
        duties=tuple(listed("shifts")),
    )


def _rows(snapshot: Snapshot, name: str) -> list[tuple[Any, ...]]:
    return snapshot.tuples(name, _READ[name][0], ("id",))


def _officer(row: tuple[Any, ...], courses: tuple[Training, ...]) -> Officer:
    ref, rank, role, unit, share, since, until = row
    full = 1.0 if share is None else share
    return Officer(ref, Rank(rank), Role(role), unit, full, since, until, courses)


def _person(ref: str, unit: str, sex: str, born_on: date | None, marker: str) -> Person:
    return Person(ref, "", "", born_on, Sex(sex or Sex.NOT_RECORDED), unit, marker)


def _visit(
    ref: str, at: datetime, place: str, purpose: str, outcome: str, notice: int | None, crew: str
) -> Visit:
    return Visit(
        ref=ref,
        at=at.replace(tzinfo=UTC),
        premises=place,
        purpose=_PURPOSES[purpose],
        sought_entry_to_search=False,
        outcome=_OUTCOMES[outcome],
        notice_hours=notice,
        notice_reason=NoticeReason.OTHER if notice is not None else None,
        crew=_several(crew),
    )


def _plan(
    ref: str, made_on: date, months: int | None, why: str, reactive: bool | None, since: date | None,
    approved_on: date | None, approved_by: str,
) -> Plan:  # fmt: skip
    return Plan(
        ref, made_on, months, why, bool(reactive), since, approved_on=approved_on, approved_by=approved_by
    )


def _disposal(
    ref: str, offence: str, finding: str, relevant: date | None, sentence: str, months: int | None,
    days: int | None, begins: date | None, after: str, ended: date | None,
) -> register.Disposal:  # fmt: skip
    return register.Disposal(
        ref, offence, register.Finding(finding), relevant,
        register.Sentence(sentence) if sentence else None, months or 0, days or 0, begins, after, ended,
    )  # fmt: skip


def _notification(
    ref: str, on: date, kind: str, matter: str, happened: date | None, stated: date | None, missing: str
) -> register.Notification:
    return register.Notification(
        ref, on, register.NotificationKind(kind), register.Matter(matter) if matter else None, happened,
        stated, _several(missing),
    )  # fmt: skip


def _decided(
    ref: str, ground: str, choice: str, on: date, by: str, rank: str, expires: date | None, done: date | None
) -> Decided:
    return Decided(ref, Ground(ground), Choice(choice), on, by, Rank(rank), "", expires, done)


@lru_cache(maxsize=MANY)
def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


_READ: dict[str, tuple[tuple[str, ...], Callable[..., Any]]] = {
    "visits": (
        ("person_ref", "ref", "at", "address_ref", "purpose", "outcome", "notice_hours", "crew"),
        _visit,
    ),
    "notifications": (
        ("person_ref", "ref", "notified_on", "kind", "matter", "happened_on", "stated_for", "items_missing"),
        _notification,
    ),
    "intelligence": (
        ("person_ref", "ref", "received_on", "significant"),
        lambda ref, on, significant: Intelligence(ref, on, bool(significant)),
    ),
    "plans": (
        (
            *("person_ref", "ref", "made_on", "visit_every_months", "deviation_reason", "reactive"),
            *("reactive_since", "approved_on", "approved_by"),
        ),
        _plan,
    ),
    "addresses": (
        ("person_ref", "ref", "kind", "line", "postcode", "since", "until", "force"),
        lambda ref, kind, *rest: Address(ref, AddressKind(kind), *rest),
    ),
    "disposals": (
        (
            *("person_ref", "ref", "offence", "finding", "relevant_date", "sentence", "term_months"),
            *("term_days", "term_begins_on", "consecutive_to", "trial_ended_on"),
        ),
        _disposal,
    ),
    "levels": (
        ("person_ref", "ref", "level", "set_on", "set_by"),
        lambda ref, level, on, by: SetLevel(ref, Level(level), on, by),
    ),
    "orders": (
        ("person_ref", "ref", "kind", "made_on", "until", "ended_on"),
        lambda ref, kind, *rest: register.Order(ref, register.OrderKind(kind), *rest),
    ),
    "conditions": (
        ("person_ref", "ref", "order_ref", "positive", "test_method", "last_tested_on"),
        lambda ref, order, positive, method, on: register.Condition(
            ref, order, "", bool(positive), method, on
        ),
    ),
    "changes": (
        ("person_ref", "ref", "matter", "happened_on"),
        lambda ref, matter, on: register.Change(ref, register.Matter(matter), on),
    ),
    "managers": (("person_ref", "ref", "officer_ref", "since", "until"), Managed),
    "away": (
        ("person_ref", "ref", "kind", "since", "until"),
        lambda ref, kind, *rest: Away(ref, AwayKind(kind), *rest),
    ),
    "decisions": (
        (
            *("person_ref", "ref", "ground", "choice", "decided_on", "decided_by", "rank", "expires_on"),
            "done_on",
        ),
        _decided,
    ),
    "visit_needs": (("person_ref", "officer_sex", "language"), lambda sex, language: (sex, language)),
    "people": (("ref", "unit", "sex", "born_on", "safety_marker"), _person),
    "officers": (("ref", "rank", "role", "unit", "hours_share", "since", "until"), tuple),
    "training": (
        ("officer_ref", "course", "awarded_on", "expires_on"),
        lambda course, *rest: Training(Course(course), *rest),
    ),
    "shifts": (
        ("officer_ref", "starts_at", "ends_at"),
        lambda officer, starts, ends: Duty(officer, starts.replace(tzinfo=UTC), ends.replace(tzinfo=UTC)),
    ),
    "officer_skills": (
        ("officer_ref", "sex", "languages"),
        lambda officer, sex, languages: Skill(officer, sex, _several(languages)),
    ),
    "bases": (("unit", "postcode"), tuple),
}
"""Of each table, the columns read and what is made of a row; those about people begin with whose it is."""
