"""Faults of plans of past nights: one in a person, two in a unit."""

from collections.abc import Iterator

from watchkeeper.planning.facts import Came
from watchkeeper.planning.rules.findings import LEFT_OUT, OFF_CREW, UNDRIVABLE
from watchkeeper.risk.facts import Level
from watchkeeper.synth.force import Force, Row
from watchkeeper.synth.history import History, evening, iso
from watchkeeper.synth.planted.kind import OVERDUE, PLANS, Fault, Kind, Line, last_seen, plain

EVERY = 9  # nights between two on which the lot fell on the person
KNOCKS_AT = ("10:00", "10:05")  # at two doors by one crew


def _left_out(h: History) -> None:
    last_seen(h, 330)
    for days_ago in range(320, 4, -EVERY):
        day = h.on - days_ago
        h.add("planned_visits", day, unit=h.force.unit_ref(h.unit), night=iso(day), came=Came.LEFT_OUT)


KINDS = (
    Kind(
        LEFT_OUT,
        "The lot fell on the person every week or so for most of a year, and no plan ever held a visit.",
        ((OVERDUE, LEFT_OUT),),
        plain(Level.LOW),
        _left_out,
    ),
)


def undrivable(force: Force, unit: int, people: tuple[str, str]) -> tuple[list[Row], Fault]:
    """A round of last night that has one crew at two doors five minutes apart: its rows, and the fault."""
    ref, night = force.unit_ref(unit), iso(force.on - 1)
    crew = f"{force.manager(unit, 0)};{force.sergeant(unit, 0)}"
    rows: list[Row] = [
        {
            "ref": f"{person}-U0",
            "person_ref": person,
            "unit": ref,
            "night": night,
            "came": Came.PLANNED,
            "crew": crew,
            "part": "day",
            "starts_at": f"{night}T{at}:00Z",
            "minutes": 35,
            "recorded_at": evening(force.on - 2),
            "withdrawn": "no",
        }
        for person, at in zip(people, KNOCKS_AT, strict=True)
    ]
    says = "Last night's plan had one crew at two doors five minutes apart."
    return rows, Fault(UNDRIVABLE, ref, (Line(PLANS, UNDRIVABLE),), says)


def read_by_another(force: Force, unit: int) -> tuple[Row, Fault]:
    """A plan opened by an officer who neither plans nor is on any of its crews: the look, and the fault."""
    ref, night = force.unit_ref(unit), iso(force.on - 1)
    officer = f"{ref}-N1"
    row: Row = {
        "ref": f"{ref}-LOOK",
        "unit": ref,
        "night": night,
        "officer_ref": officer,
        "at": f"{night}T06:10:00Z",
        "crew": "",
        "recorded_at": evening(force.on - 1),
        "withdrawn": "no",
    }
    says = "An intelligence officer opened the plan of the day before anybody's shift began."
    return row, Fault(OFF_CREW, officer, (Line(PLANS, OFF_CREW),), says)


def in_units(force: Force, planted: frozenset[int]) -> Iterator[tuple[str, list[Row], Fault]]:
    """The faults planted in units: the table, its rows and the fault. `planted` people are left alone."""
    free = [number for number in range(0, force.people, force.units) if number not in planted]
    one, other = (f"P{number + 1:07d}" for number in free[: len(KNOCKS_AT)])
    rows, fault = undrivable(force, 0, (one, other))
    yield "planned_visits", rows, fault
    row, fault = read_by_another(force, force.units - 1)
    yield "plan_looks", [row], fault
