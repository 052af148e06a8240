"""Lines about plans of past nights, from what is stored."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.records import CARRIED
from watchkeeper.briefing.actions import compile_brief
from watchkeeper.briefing.facts import Asked, Section
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address, Person
from watchkeeper.planning.models import PlanLook, PlannedVisit
from watchkeeper.workforce.models import Officer, Unit

pytestmark = pytest.mark.django_db(transaction=True)
YESTERDAY = ON - timedelta(days=1)


def planned(person: str, days_ago: int, at: str = "", crew: str = "") -> None:
    hour, _, minute = at.partition(":")
    night = ON - timedelta(days=days_ago)
    starts = datetime(night.year, night.month, night.day, int(hour), int(minute), tzinfo=UTC) if at else None
    PlannedVisit.objects.create(
        ref=f"{person}-{days_ago}", person_ref=person, unit="U1", night=night, crew=crew, starts_at=starts,
        came="planned" if at else "left out", minutes=30 if at else None, **CARRIED,
    )  # fmt: skip


def look(officer: str, crew: str) -> None:
    PlanLook.objects.create(
        ref=f"L-{officer}-{crew}", unit="U1", night=YESTERDAY, officer_ref=officer,
        at=NOON - timedelta(days=1), crew=crew, **CARRIED,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def a_unit(transactional_db: None) -> None:
    for unit in ("U1", "U2"):
        Unit.objects.create(ref=unit, name=unit, **CARRIED)
    for ref, role in (("O1", "offender manager"), ("O2", "supervisor"), ("O3", "intelligence officer")):
        Officer.objects.create(ref=ref, rank="sergeant", role=role, unit="U1", **CARRIED)
    for ref, postcode in (("P1", "SW1A 1AA"), ("P2", "CR0 2YR"), ("P3", "SW1A 1AA")):
        Person.objects.create(ref=ref, family_name="Example", given_names="Ann", unit="U1", **CARRIED)
        Address.objects.create(
            ref=f"A-{ref}", person_ref=ref, kind="home", line="1 High Street", postcode=postcode,
            since=ON - timedelta(days=900), **CARRIED,
        )  # fmt: skip


def said(law: Shelf, calendar: Calendar, unit: str = "") -> set[tuple[str, str]]:
    frozen = compile_brief(Asked(ON, NOON, unit), by="", law=law, calendar=calendar, at=NOON)
    kinds = {"left out of every plan", "a round no crew could drive", "a plan read by somebody off the crew"}
    assert all(line.why for line in frozen.brief.lines)
    for line in frozen.brief.lines:
        if line.what in kinds:
            expected = Section.OVERDUE if line.what.startswith("left") else Section.PLANS
            assert line.section is expected
    return {(line.who, line.what) for line in frozen.brief.lines if line.what in kinds}


def test_each_is_found_and_nobody_else_is_blamed(law: Shelf, england: Calendar):
    for number in range(1, 14):
        planned("P1", number * 3)
    for number in range(1, 8):
        planned("P3", number * 3)
    planned("P2", 2, "10:00", "O1;O2")
    planned("P3", 2, "10:35", "O1;O2")  # from Croydon to Westminster in five minutes
    planned("P2", 1, "10:00", "O1;O2")
    planned("P3", 1, "14:00", "O1;O2")
    look("O1", "O1;O2")
    look("O2", "")
    look("O3", "")
    everything = {
        ("P1", "left out of every plan"),
        ("U1", "a round no crew could drive"),
        ("O3", "a plan read by somebody off the crew"),
    }
    assert said(law, england) == everything
    assert said(law, england, "U1") == everything
    assert said(law, england, "U2") == set()
