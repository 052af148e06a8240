"""Officers and one crime for the tests of acts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED
from watchkeeper.crimes import models
from watchkeeper.crimes.facts import Crime
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Officer as StoredOfficer

INVESTIGATOR = officer("D1", Rank.CONSTABLE, Role.INVESTIGATOR)
OTHER_UNIT = replace(INVESTIGATOR, ref="D9", unit="U2")
STANDARDS = replace(officer("PS1", Rank.INSPECTOR, Role.STANDARDS), unit="HQ")
EVERYBODY = (INVESTIGATOR, OTHER_UNIT, STANDARDS, MANAGER, SERGEANT, INSPECTOR)
REPORTED = datetime(2026, 3, 18, 9, tzinfo=UTC)
CRIME = Crime("C1", REPORTED, "19C", "U1")


def staff() -> None:
    for one in EVERYBODY:
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )


def crime(**said: Any) -> None:
    """One crime on record, held by the investigator and reviewed by the sergeant."""
    row = {"reported_at": REPORTED, "offence": "19C", "unit": "U1", **said}
    models.Crime.objects.create(ref="C1", **row, **CARRIED)
    models.Held.objects.create(
        ref="H1", crime_ref="C1", officer_ref="D1", since=date(2026, 3, 18), supervisor="O2", **CARRIED
    )


def acting(by: Officer, law: Shelf, *, crime: str = "C1", later: int = 0) -> Acting:
    """Somebody does something about a crime at noon, or some minutes later."""
    at = NOON + timedelta(minutes=later)
    return Acting(by=by, about=crime, on=ON, law=law, purpose="enquiries", at=at)
