"""A decision on enforcement: who may take it, what it must say, and when a warrant is no choice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.table import table
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT, SUPERINTENDENT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.audit.facts import Kind
from watchkeeper.escalation.actions import WarrantSought, decide
from watchkeeper.escalation.facts import Choice, Ground, Owed
from watchkeeper.escalation.models import Decided
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Away
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.models import Managed

pytestmark = pytest.mark.django_db

OWED = Owed(
    ground=Ground.NO_CONTACT,
    since=date(2026, 3, 2),
    by=date(2026, 3, 23),
    first_rank=Rank.SERGEANT,
    rank=Rank.INSPECTOR,
    because=("last seen on 5 January 2025",),
    options=(),
    cite="Proposed on PEEL 2023-25",
)
WEEK = ON + timedelta(days=7)


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    return {
        "person_ref": "P1",
        "reason": "Two officers to try again on Sunday.",
        "expires_on": WEEK,
        "by": INSPECTOR,
        "on": ON,
        "law": law,
        "purpose": "decision owed",
        "at": NOON,
    }


def attempts(count: int) -> None:
    for number in range(1, count + 1):
        at = datetime(2026, 3, number, 18, tzinfo=UTC)
        Visit.objects.create(
            ref=f"V{number}", person_ref="P1", at=at, address_ref="A-P1", purpose="assess risk",
            sought_entry_to_search=True, outcome="refused", crew="O1;O9", **CARRIED,
        )  # fmt: skip


def test_a_decision_is_kept_with_rank_reason_and_the_day_it_lapses(asked: dict[str, Any]):
    fact = decide(OWED, Choice.ANOTHER_ATTEMPT, **asked).fact()
    assert (fact.ground, fact.choice, fact.decided_on) == (Ground.NO_CONTACT, Choice.ANOTHER_ATTEMPT, ON)
    assert (fact.decided_by, fact.rank, fact.expires_on) == ("O3", Rank.INSPECTOR, WEEK)
    assert fact.reason == "Two officers to try again on Sunday."
    assert {("ground", "not seen for too long"), ("choice", "another attempt")} <= set(last().facts)


def test_the_words_of_the_reason_stay_off_the_trail(asked: dict[str, Any]):
    decide(OWED, Choice.NO_ACTION, **asked)
    assert "Sunday" not in str(last())


@table("""
    case                                       | choice          | reason | expires | unmet
    -------------------------------------------|-----------------|--------|---------|------
    not to act, with reason and a day          | no action       | given  | +1      |
    not to act, without a day                  | no action       | given  |         | says when it lapses
    not to act, lapsing the day it is taken    | no action       | given  | +0      | holds for a day
    any decision without a reason              | another attempt |        | +1      | a reason is given
    to act needs no day                        | arrest          | given  |         |
    a warrant that names no premises           | warrant         | given  |         | names premises
    """)
def test_what_a_decision_must_say(choice: str, reason: str, expires: str, unmet: str, asked: Any):
    asked["reason"] = reason and "Because of the last report."
    asked["expires_on"] = ON + timedelta(days=int(expires)) if expires else None
    if unmet:
        with pytest.raises(Refused):
            decide(OWED, Choice(choice), **asked)
        refused(unmet)
        assert not Decided.objects.exists()
    else:
        assert decide(OWED, Choice(choice), **asked).fact().choice == choice


def test_the_rank_is_that_which_must_decide_today(asked: dict[str, Any]):
    with pytest.raises(Refused):
        decide(OWED, Choice.ARREST, **{**asked, "by": SERGEANT})
    refused("is a sergeant; inspector or above decides today")
    assert decide(replace(OWED, rank=Rank.SERGEANT), Choice.ARREST, **{**asked, "by": SERGEANT})


def test_it_is_refused_without_the_power(asked: dict[str, Any]):
    with pytest.raises(Refused):
        decide(OWED, Choice.ARREST, **{**asked, "by": MANAGER})
    assert last().kind is Kind.REFUSED
    assert not Decided.objects.exists()


def test_nobody_decides_on_somebody_they_manage(asked: dict[str, Any]):
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O3", since=date(2025, 6, 2), **CARRIED)
    with pytest.raises(Refused):
        decide(OWED, Choice.ARREST, **asked)
    refused("own work is decided by another officer")


SOUGHT = WarrantSought("A-P1", Rank.SUPERINTENDENT, necessary=True)


def warrant(asked: dict[str, Any], sought: WarrantSought = SOUGHT) -> Decided:
    return decide(OWED, Choice.WARRANT, warrant=sought, **{**asked, "by": SUPERINTENDENT})


def test_a_warrant_is_decided_on_when_all_of_s96b_can_be_shown(asked: dict[str, Any]):
    attempts(2)
    assert warrant(asked).choice == "warrant"
    assert any("s.96B(2)(d)" in reason for reason in last().reasons), "what was shown is kept"


def test_a_warrant_is_refused_when_the_record_does_not_show_it(asked: dict[str, Any]):
    attempts(1)
    with pytest.raises(Refused):
        warrant(asked)
    refused("s.96B(2)(d)")
    assert not Decided.objects.exists()


def test_a_warrant_is_refused_for_another_address_a_low_applicant_or_no_need(asked: dict[str, Any]):
    attempts(2)
    person("P2")
    for sought, clause in (
        (replace(SOUGHT, premises="A-P2"), "s.96B(2)(a)"),
        (replace(SOUGHT, applicant_rank=Rank.INSPECTOR), "superintendent or above"),
        (replace(SOUGHT, necessary=False), "s.96B(2)(c)"),
    ):
        with pytest.raises(Refused):
            warrant(asked, sought)
        refused(clause)
    assert not Decided.objects.exists()


def test_a_warrant_is_refused_while_the_person_is_in_custody(asked: dict[str, Any]):
    attempts(2)
    Away.objects.create(ref="W1", person_ref="P1", kind="custody", since=ON, **CARRIED)
    with pytest.raises(Refused):
        warrant(asked)
    refused("s.96B(2)(b)")
