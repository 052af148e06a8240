"""Every act about a person asks for need to know, and a record opened by break-glass is read and no more."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from tests.unit.workforce.test_verbs import NOTIFICATION, VISIT
from watchkeeper.access.actions import look
from watchkeeper.access.models import Opening, Restriction
from watchkeeper.access.stored import known_of, shut_to
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.actions.notifying import record_notification
from watchkeeper.risk.actions.levelling import set_level
from watchkeeper.risk.facts import Level
from watchkeeper.visits.actions.recording import record_visit
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db

ELSEWHERE = replace(MANAGER, ref="O7", unit="U2")
Verb = Callable[..., Any]


def visit(**asked: Any) -> Any:
    return record_visit(VISIT, person_ref="P1", **asked)


def notification(**asked: Any) -> Any:
    return record_notification(NOTIFICATION, person_ref="P1", station="North", **asked)


def level(**asked: Any) -> Any:
    return set_level(Level.HIGH, person_ref="P1", set_on=ON, **asked)


def seen(**asked: Any) -> Any:
    return look("P1", **asked)


writing = pytest.mark.parametrize("verb", [visit, notification, level])
every = pytest.mark.parametrize("verb", [visit, notification, level, seen])


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    return {"on": ON, "law": law, "purpose": "routine", "at": NOON}


def opened() -> None:
    later = NOON.replace(hour=20)
    Opening.objects.create(
        ref="G1",
        person_ref="P1",
        officer_ref="O7",
        at=NOON,
        until=later,
        reason="a child may be there",
        **CARRIED,
    )


@every
def test_an_officer_of_another_unit_is_refused_and_the_attempt_stays(verb: Verb, asked: dict[str, Any]):
    with pytest.raises(Refused, match="not of the person's unit, and not their manager"):
        verb(by=ELSEWHERE, **asked)
    refused("not of the person's unit")
    verb(by=MANAGER, **asked)
    assert last().kind is Kind.DONE


@every
def test_the_manager_of_the_person_may_from_any_unit(verb: Verb, asked: dict[str, Any]):
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O7", since=ON, **CARRIED)
    verb(by=ELSEWHERE, **asked)
    assert last().kind is Kind.DONE


@writing
def test_break_glass_lets_nobody_write(verb: Verb, asked: dict[str, Any]):
    opened()
    seen(by=ELSEWHERE, **asked)
    with pytest.raises(Refused):
        verb(by=ELSEWHERE, **asked)


@every
def test_a_restricted_record_is_not_available_to_its_own_unit(verb: Verb, asked: dict[str, Any]):
    Restriction.objects.create(
        ref="R1",
        person_ref="P1",
        by="O4",
        since=ON,
        review_by=ON,
        named="O2",
        reason="kin of staff",
        **CARRIED,
    )
    with pytest.raises(Refused, match="not available"):
        verb(by=MANAGER, **asked)
    refused("not available")
    assert not any("restrict" in reason for reason in last().reasons), "the trail does not say why"


def test_lists_leave_out_who_is_restricted_to_others(asked: dict[str, Any], law: Shelf):
    person("P2")
    Restriction.objects.create(
        ref="R1",
        person_ref="P1",
        by="O4",
        since=ON,
        review_by=ON,
        named="O2",
        reason="kin of staff",
        **CARRIED,
    )
    assert shut_to(MANAGER, law, on=ON, known_at=NOON) == {"P1"}
    assert shut_to(SERGEANT, law, on=ON, known_at=NOON) == frozenset()


def test_the_manager_on_the_day_is_the_one_who_counts():
    person()
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=ON, until=ON, **CARRIED)
    assert known_of("P1", on=ON, known_at=NOON).manager == ""
    Managed.objects.create(ref="M2", person_ref="P1", officer_ref="O2", since=ON, **CARRIED)
    assert known_of("P1", on=ON, known_at=NOON).manager == "O2"
