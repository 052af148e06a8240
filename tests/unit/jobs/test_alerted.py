"""An alert about a record that is shut to an officer is not there for them, and not theirs to take on."""

from datetime import timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, SERGEANT
from tests.unit.workforce.records import CARRIED, person
from watchkeeper.access.models import ConflictDeclared
from watchkeeper.alerts.actions import raise_alerts
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.jobs.alerted import not_shut, waiting_for
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Rank
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db
OWED = Raising(Kind.DECISION, "P1: owed", "P1", "c", "U1", Rank.SERGEANT, Urgency.NOW, "/people/P1/")


def test_a_conflict_of_interest_hides_it_from_one_and_silence_brings_it_to_another(law: Shelf) -> None:
    person()
    for one in (SERGEANT, INSPECTOR):
        StoredOfficer.objects.create(ref=one.ref, rank=one.rank, role=one.role, unit=one.unit, **CARRIED)
    ConflictDeclared.objects.create(
        ref="C1", person_ref="P1", officer_ref=SERGEANT.ref, since=ON - timedelta(days=1), by="O9",
        sealed=True, **CARRIED,
    )  # fmt: skip
    (alert,) = raise_alerts([OWED], on=ON, law=law, purpose="x", at=NOON)

    def before(officer: Officer, minutes: int) -> int:
        return len(waiting_for(officer, law, at=NOON + timedelta(minutes=minutes), on=ON))

    assert (before(SERGEANT, 0), before(INSPECTOR, 0)) == (0, 0)
    assert (before(SERGEANT, 30), before(INSPECTOR, 30)) == (0, 1)
    with pytest.raises(Refused, match="not available"):
        not_shut(alert.ref, SERGEANT, law, at=NOON, on=ON)
    not_shut(alert.ref, INSPECTOR, law, at=NOON, on=ON)
