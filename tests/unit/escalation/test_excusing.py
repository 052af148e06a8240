"""An excuse from the telling to the answer, a prosecution from the charge to its end: by whom, and on the trail."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, RECRUIT, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, last, person
from watchkeeper.audit.facts import Kind
from watchkeeper.escalation.actions.excusing import (
    answer_excuse,
    begin_prosecution,
    end_prosecution,
    give_excuse,
)
from watchkeeper.escalation.facts import Failure
from watchkeeper.escalation.failing import Excuse, Prosecution, ProsecutionKind, ProsecutionOutcome
from watchkeeper.escalation.models import Excuse as Stored
from watchkeeper.escalation.models import Prosecution as StoredProsecution
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.facts import Duty
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
FAILURE = Failure(Duty.CHANGE, "C1", ON - 10 * DAY)
GIVEN = Excuse("", Duty.CHANGE, "C1", FAILURE.failed_on, ON, "In hospital.")
CHARGED = Prosecution(
    "", Duty.CHANGE, "C1", FAILURE.failed_on, ProsecutionKind.CHARGE, ON - DAY, "Invented court"
)


@pytest.fixture
def how(law: Shelf) -> dict[str, Any]:
    person()
    return {
        "person_ref": "P1",
        "by": SERGEANT,
        "on": ON,
        "law": law,
        "purpose": "failure to notify",
        "at": NOON,
    }


def given(how: dict[str, Any]) -> Stored:
    return give_excuse(GIVEN, failures=(FAILURE,), **{**how, "by": MANAGER})


ANSWER: dict[str, Any] = {
    "accepted": True, "reason": "Letter seen.", "review_on": ON + 14 * DAY, "failures": (FAILURE,),
    "owed": None, "level": Level.LOW,
}  # fmt: skip


def test_an_excuse_is_given_answered_and_on_the_trail_with_no_word_of_it(how: dict[str, Any]):
    row = given(how)
    assert (row.fact().accepted, row.fact().says) == (None, "In hospital.")
    answer_excuse(row.ref, **ANSWER, **how)
    (stands,) = Stored.objects.of("P1").as_known(NOON).facts()
    assert (stands.accepted, stands.answered_by, stands.rank) == (True, SERGEANT.ref, Rank.SERGEANT)
    assert (stands.review_on, stands.reason) == (ON + 14 * DAY, "Letter seen.")
    assert Stored.objects.count() == len(("as given", "as answered"))
    entry = last()
    assert (entry.kind, entry.about) == (Kind.DONE, "P1")
    assert "hospital" not in str(entry.facts)
    assert "Letter" not in str(entry.facts)


def test_an_excuse_is_answered_once_by_rank_and_not_by_who_manages_the_person(how: dict[str, Any]):
    row = given(how)
    with pytest.raises(Refused):
        answer_excuse(row.ref, **ANSWER, **{**how, "by": MANAGER})
    assert last().kind is Kind.REFUSED
    Managed.objects.create(
        ref="M1", person_ref="P1", officer_ref=SERGEANT.ref, since=date(2026, 1, 1), **CARRIED
    )
    with pytest.raises(Refused) as no:
        answer_excuse(row.ref, **ANSWER, **how)
    assert "own work is decided by another officer" in str(no.value)
    answer_excuse(row.ref, **ANSWER, **{**how, "by": INSPECTOR})
    with pytest.raises(Refused):
        answer_excuse(row.ref, **ANSWER, **{**how, "by": INSPECTOR})
    with pytest.raises(Refused):
        answer_excuse("X-nobody", **ANSWER, **{**how, "by": INSPECTOR})


def test_one_excuse_at_a_time_for_a_failure_on_record(how: dict[str, Any]):
    given(how)
    for wrong in (GIVEN, replace(GIVEN, failed_on=ON), replace(GIVEN, says=" ")):
        with pytest.raises(Refused):
            give_excuse(wrong, failures=(FAILURE,), **how)
    assert Stored.objects.count() == 1


def test_a_prosecution_is_begun_once_and_ends_once(how: dict[str, Any]):
    row = begin_prosecution(CHARGED, failures=(FAILURE,), **how)
    assert dict(last().facts)["kind"] == "charge"
    with pytest.raises(Refused):
        begin_prosecution(CHARGED, failures=(replace(FAILURE, prosecuted=True),), **how)
    ended: dict[str, Any] = {"outcome": ProsecutionOutcome.CONVICTED, "ended_on": ON, "says": "Fined."}
    end_prosecution(row.ref, **ended, **how)
    (stands,) = StoredProsecution.objects.of("P1").as_known(NOON).facts()
    assert (stands.outcome, stands.ended_on, stands.court) == (
        ProsecutionOutcome.CONVICTED,
        ON,
        "Invented court",
    )
    with pytest.raises(Refused):
        end_prosecution(row.ref, **ended, **how)


@pytest.mark.parametrize("act", ["excuse", "answer", "prosecution", "end"])
def test_nobody_without_the_power_records_any_of_it(act: str, how: dict[str, Any]):
    row = given(how)
    clerk = officer("O8", Rank.CONSTABLE, Role.INTELLIGENCE)
    without = {**how, "by": clerk if act != "answer" else RECRUIT}
    tried = {
        "excuse": lambda: give_excuse(GIVEN, failures=(FAILURE,), **without),
        "answer": lambda: answer_excuse(row.ref, **ANSWER, **without),
        "prosecution": lambda: begin_prosecution(CHARGED, failures=(FAILURE,), **without),
        "end": lambda: end_prosecution(
            "Q1", outcome=ProsecutionOutcome.DROPPED, ended_on=ON, says="", **without
        ),
    }
    with pytest.raises(Refused):
        tried[act]()
    assert last().kind is Kind.REFUSED
    assert Stored.objects.count() == 1
    assert not StoredProsecution.objects.exists()
