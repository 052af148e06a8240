"""Officers are appointed, people given a manager, and wrong records superseded."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, MANAGER, RECRUIT, SERGEANT
from tests.unit.workforce.records import BEFORE, CARRIED, last, person, refused, unit
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.escalation.models import Decided
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.actions.correcting import correct
from watchkeeper.workforce.actions.officers import (
    SYSTEM,
    allocate_manager,
    appoint_first_administrator,
    appoint_officer,
    ensure_system_officer,
    officer_as_known,
)
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Managed, Officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    unit()
    return {"on": ON, "law": law, "purpose": "new in post", "at": NOON}


def test_the_system_officer_is_entered_once_and_the_trail_says_so(law: Shelf):
    first = ensure_system_officer(law=law, at=NOON)
    again = ensure_system_officer(law=law, at=NOON)
    assert first.role is again.role is Role.SYSTEM
    assert Officer.objects.count() == 1
    assert [(entry.kind, entry.by, entry.about) for entry in entries()] == [
        (Kind.ATTEMPT, SYSTEM, SYSTEM),
        (Kind.DONE, SYSTEM, SYSTEM),
    ]


def test_the_first_administrator_is_entered_only_while_there_is_nobody(law: Shelf):
    assert appoint_first_administrator("O5", law=law, at=NOON).role is Role.ADMINISTRATOR
    with pytest.raises(Refused, match="no officer is known yet"):
        appoint_first_administrator("O6", law=law, at=NOON + timedelta(hours=1))
    assert officer_as_known("O6", known_at=NOON + timedelta(hours=1)) is None
    assert check().holds


def test_an_officer_appointed_is_known_with_their_courses(asked: dict[str, Any]):
    appoint_officer(MANAGER, by=ADMINISTRATOR, **asked)
    assert officer_as_known("O1", known_at=NOON) == MANAGER
    assert officer_as_known("O1", known_at=NOON - timedelta(seconds=1)) is None


def test_appointed_again_is_a_new_version_and_the_courses_are_not_doubled(asked: dict[str, Any]):
    appoint_officer(MANAGER, by=ADMINISTRATOR, **asked)
    promoted = replace(MANAGER, rank=Rank.SERGEANT, role=Role.SUPERVISOR)
    appoint_officer(promoted, by=ADMINISTRATOR, **{**asked, "at": NOON + timedelta(days=1)})
    assert officer_as_known("O1", known_at=NOON) == MANAGER
    assert officer_as_known("O1", known_at=NOON + timedelta(days=1)) == promoted


def test_nobody_appoints_themselves(asked: dict[str, Any]):
    with pytest.raises(Refused):
        appoint_officer(replace(ADMINISTRATOR, role=Role.SENIOR_OFFICER), by=ADMINISTRATOR, **asked)
    refused("own work is decided by another officer")
    assert not Officer.objects.exists()


def test_appointing_needs_the_power_and_a_known_unit(asked: dict[str, Any]):
    with pytest.raises(Refused):
        appoint_officer(MANAGER, by=RECRUIT, **asked)
    with pytest.raises(Refused, match="unit U9 is known"):
        appoint_officer(replace(MANAGER, unit="U9"), by=ADMINISTRATOR, **asked)
    with pytest.raises(Refused, match="by the system alone"):
        appoint_officer(replace(MANAGER, role=Role.SYSTEM), by=ADMINISTRATOR, **asked)
    assert not Officer.objects.exists()


def allocate(asked: dict[str, Any], officer: Any = MANAGER, **more: Any) -> Managed:
    given = {"weighted_load": 40.0, "since": ON, "by": SERGEANT, **asked, **more}
    return allocate_manager("P1", officer, **given)


def test_a_person_is_given_a_manager(asked: dict[str, Any]):
    row = allocate(asked)
    assert (row.officer_ref, row.since, row.until) == ("O1", ON, None)
    assert ("officer", "O1") in last().facts
    assert last().about == "P1"


def test_the_spell_with_the_last_manager_ends_the_day_the_next_begins(asked: dict[str, Any]):
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O9", since=date(2025, 6, 2), **CARRIED)
    allocate(asked)
    spells = {row.officer_ref: (row.since, row.until) for row in Managed.objects.as_known(NOON)}
    assert spells == {"O9": (date(2025, 6, 2), ON), "O1": (ON, None)}
    assert Managed.objects.as_known(BEFORE).get().until is None, "what was known before stays known"


def test_nobody_unqualified_is_given_somebody_to_manage(asked: dict[str, Any]):
    with pytest.raises(Refused):
        allocate(asked, RECRUIT)
    refused("has not passed MOSOVO", "offender manager or supervisor is needed")
    with pytest.raises(Refused, match="weighted cases"):
        allocate(asked, weighted_load=50.5)
    with pytest.raises(Refused, match="is a constable"):
        allocate(asked, by=MANAGER)
    with pytest.raises(Refused, match="nobody is on record as P404"):
        allocate_manager("P404", MANAGER, weighted_load=1, since=ON, by=SERGEANT, **asked)
    assert not Managed.objects.exists()


def visit() -> Visit:
    return Visit.objects.create(
        ref="V1", person_ref="P1", at=BEFORE, purpose="routine contact", outcome="no reply", **CARRIED
    )


def test_a_correction_supersedes_and_the_old_version_stays_known(asked: dict[str, Any]):
    new = correct(visit(), {"outcome": "refused"}, by=MANAGER, **asked)
    assert (new.ref, new.outcome, new.known_from, new.at) == ("V1", "refused", NOON, BEFORE)
    assert Visit.objects.as_known(NOON).get().outcome == "refused"
    assert Visit.objects.as_known(BEFORE).get().outcome == "no reply"
    assert ("columns", "outcome") in last().facts
    assert last().about == "P1"


def test_a_row_recorded_in_error_is_withdrawn_not_removed(asked: dict[str, Any]):
    with pytest.raises(Refused, match="sergeant or above"):
        correct(visit(), {}, withdrawn=True, by=MANAGER, **asked)
    correct(Visit.objects.get(), {}, withdrawn=True, by=SERGEANT, **asked)
    assert not Visit.objects.as_known(NOON).exists()
    assert Visit.objects.as_known(BEFORE).exists()


def test_only_the_version_that_stands_is_corrected(asked: dict[str, Any]):
    stale = visit()
    correct(stale, {"outcome": "refused"}, by=MANAGER, **asked)
    with pytest.raises(Refused, match="version that stands"):
        correct(stale, {"outcome": "seen"}, by=MANAGER, **asked)


def test_whose_record_it_is_cannot_be_corrected(asked: dict[str, Any]):
    with pytest.raises(Refused, match="open to correction: person_ref"):
        correct(visit(), {"person_ref": "P2"}, by=MANAGER, **asked)


def test_a_correction_that_changes_nothing_is_none(asked: dict[str, Any]):
    with pytest.raises(Refused, match="changes something"):
        correct(visit(), {}, by=MANAGER, **asked)


def test_a_correction_to_what_no_rule_knows_is_not_stored(asked: dict[str, Any]):
    with pytest.raises(ValueError):
        correct(visit(), {"outcome": "waved from a window"}, by=MANAGER, **asked)
    assert last().kind is Kind.FAILED
    assert Visit.objects.count() == 1


def test_a_correction_needs_the_power_to_record_such_a_fact(asked: dict[str, Any]):
    with pytest.raises(Refused):
        correct(visit(), {"outcome": "refused"}, by=ADMINISTRATOR, **asked)
    with pytest.raises(Refused):
        correct(Person.objects.get(), {"unit": "U2"}, by=MANAGER, **asked)
    assert correct(Person.objects.get(), {"unit": "U2"}, by=ADMINISTRATOR, **asked).unit == "U2"
    assert last().about == "P1"


def test_a_decision_is_not_rewritten_only_carried_out(asked: dict[str, Any]):
    decision = Decided.objects.create(
        ref="D1", person_ref="P1", ground="not seen for too long", choice="arrest", decided_on=ON,
        decided_by="O3", rank="inspector", reason="not seen", **CARRIED,
    )  # fmt: skip
    with pytest.raises(Refused, match="open to correction: choice"):
        correct(decision, {"choice": "no action"}, by=INSPECTOR, **asked)
    assert correct(decision, {"done_on": ON}, by=INSPECTOR, **asked).fact().done_on == ON
