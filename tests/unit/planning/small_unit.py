"""A unit of a few invented people and two crews, on a map of its own: streets on a grid, drawn here."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import officer
from tests.unit.workforce.records import CARRIED, unit
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address, Person
from watchkeeper.places.facts import Point, Points
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.grids import on_grid
from watchkeeper.planning.actions.proposing import Proposed, propose_plan
from watchkeeper.planning.assembling import Map
from watchkeeper.planning.models import Base
from watchkeeper.registers.models import Disposal
from watchkeeper.risk.models import SetLevel
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Managed, Shift, Training
from watchkeeper.workforce.models import Officer as StoredOfficer

NIGHT = date(2026, 3, 23)  # a Monday, three days after ON
MORNING = datetime(2026, 3, 23, 8, 30, tzinfo=UTC)
KEY = b"a key of thirty-two bytes, no less"[:32]
PEOPLE = tuple(f"P{number:02}" for number in range(1, 25))
SERGEANT: Officer = officer("S1", Rank.SERGEANT, Role.SUPERVISOR)
EARLY, LATE = ("M1", "M2"), ("M3", "M4")
CREW = {"early": "M1+M2", "late": "M3+M4"}
_MADE: dict[str, Point] = {}


def point(postcode: str) -> Point | None:
    """Postcodes of this unit are `X1 1AA` onwards, a street apart; anything else is on no map."""
    if not postcode.startswith("X"):
        return None
    if postcode not in _MADE:
        east, north = divmod(int(postcode[1:3]), 6)
        _MADE[postcode] = on_grid(530_000.0 + 700 * east, 180_000.0 + 600 * north)
    return _MADE[postcode]


def locate(postcodes: Sequence[str]) -> Points:
    return Points.of([point(each) for each in postcodes])


def map_for(law: Shelf) -> Map:
    return Map(locate, GreatCircle(law, on=NIGHT))


def store(people: Sequence[str] = PEOPLE) -> None:
    """Everybody seen in turn, some of them late; two crews on the night, one early and one late."""
    unit()
    Base.objects.create(ref="B1", unit="U1", postcode="X00", **CARRIED)
    for ref in (*EARLY, *LATE):
        StoredOfficer.objects.create(ref=ref, rank="constable", role="offender manager", unit="U1", **CARRIED)
        Training.objects.create(
            ref=f"T-{ref}", officer_ref=ref, course="MOSOVO", awarded_on=date(2020, 1, 6), **CARRIED
        )
    StoredOfficer.objects.create(ref="S1", rank="sergeant", role="supervisor", unit="U1", **CARRIED)
    for crew, starts, ends in ((EARLY, 7, 15), (LATE, 13, 21)):
        for ref in crew:
            Shift.objects.create(
                ref=f"H-{ref}", officer_ref=ref, starts_at=datetime(2026, 3, 23, starts, tzinfo=UTC),
                ends_at=datetime(2026, 3, 23, ends, tzinfo=UTC), **CARRIED,
            )  # fmt: skip
    for number, ref in enumerate(people, 1):
        add_person(ref, number)


def add_person(ref: str, number: int) -> None:
    Person.objects.create(ref=ref, family_name="Example", given_names="Ann", unit="U1", **CARRIED)
    Address.objects.create(
        ref=f"A-{ref}", person_ref=ref, kind="home", line=f"{number} High Street", postcode=f"X{number:02}",
        since=date(2020, 1, 6), **CARRIED,
    )  # fmt: skip
    Disposal.objects.create(
        ref=f"D-{ref}", person_ref=ref, offence="an offence", finding="conviction",
        relevant_date=date(2020, 1, 6), sentence="life", **CARRIED,
    )  # fmt: skip
    SetLevel.objects.create(
        ref=f"L-{ref}", person_ref=ref, level="high" if number % 3 else "very high", set_on=date(2024, 1, 8),
        set_by="M1", **CARRIED,
    )  # fmt: skip
    Managed.objects.create(
        ref=f"G-{ref}",
        person_ref=ref,
        officer_ref="M1" if number % 2 else "M3",
        since=date(2020, 2, 3),
        **CARRIED,
    )
    for back in (140, 60 + number):
        at = datetime(2026, 3, 20, 10 + number % 9, tzinfo=UTC) - timedelta(days=back)
        Visit.objects.create(
            ref=f"V-{ref}-{back}", person_ref=ref, at=at, address_ref=f"A-{ref}", purpose="routine contact",
            sought_entry_to_search=False, outcome="seen", crew="M1;M2", **CARRIED,
        )  # fmt: skip


def asked(law: Shelf, *, by: Officer = SERGEANT, on: date = ON, at: datetime = NOON) -> dict[str, Any]:
    return {"by": by, "on": on, "law": law, "purpose": "the day's visits", "at": at}


def proposed(
    law: Shelf,
    calendar: Calendar,
    *,
    days: int = 1,
    seed: int | None = None,
    night: date = NIGHT,
    **more: Any,
) -> Proposed:
    return propose_plan(
        "U1", night=night, days=days, calendar=calendar, where=map_for(law), key=KEY, seed=seed,
        **asked(law, **more),
    )  # fmt: skip


def knock(person: str, outcome: str, at: datetime = MORNING) -> None:
    """Somebody was at the door that day, and it was known at once."""
    Visit.objects.create(
        ref=f"K-{person}-{at:%H%M}", person_ref=person, at=at, address_ref=f"A-{person}", purpose="routine contact",
        sought_entry_to_search=False, outcome=outcome, crew="M1;M2", recorded_at=at, known_from=at, act=1,
    )  # fmt: skip
