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
from watchkeeper.escalation.actions.deciding import decide, weigh
from watchkeeper.escalation.facts import Choice, Failure, Ground, Necessity, Owed, Prompt, Weighed
from watchkeeper.escalation.models import Decided, Drawn
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Away
from watchkeeper.registers.facts import Duty
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Rank
from watchkeeper.workforce.models import Managed
from watchkeeper.workforce.models import Officer as StoredOfficer

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
FAILED = (Failure(Duty.ANNUAL, "", date(2026, 3, 2)),)
ANSWERS = tuple((prompt.value, "In a few words.") for prompt in Prompt)
WEIGHED = Weighed("", Ground.NO_CONTACT, ON, "O3", answers=ANSWERS)


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


def weighed(asked: dict[str, Any], what: Weighed = WEIGHED) -> None:
    """Keep what is weighed, as the officer who will decide."""
    keys = ("person_ref", "by", "on", "law", "purpose", "at")
    weigh(what, **{key: asked[key] for key in keys})


def applicant(rank: Rank = Rank.SUPERINTENDENT) -> None:
    StoredOfficer.objects.create(ref="O4", rank=rank.value, role="senior officer", unit="U1", **CARRIED)


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
    another attempt needs no day               | another attempt | given  |         |
    circulating asks for words                 | circulate as wanted | given |      | not answered
    an arrest asks for an offence              | arrest          | given  |         | no requirement to notify
    a warrant that names no premises           | warrant         | given  |         | names premises
    """)
def test_what_a_decision_must_say(choice: str, reason: str, expires: str, unmet: str, asked: Any):
    asked["reason"] = reason and "Because of the last report."
    asked["expires_on"] = ON + timedelta(days=int(expires)) if expires else None
    if unmet:
        with pytest.raises(Refused):
            decide(OWED, Choice(choice), **asked)
        refused(unmet)
        assert not Drawn.objects.exists()
    else:
        assert decide(OWED, Choice(choice), **asked).fact().choice == choice


def test_the_rank_is_that_which_must_decide_today(asked: dict[str, Any]):
    with pytest.raises(Refused):
        decide(OWED, Choice.ANOTHER_ATTEMPT, **{**asked, "by": SERGEANT})
    refused("is a sergeant; inspector or above decides today")
    assert decide(replace(OWED, rank=Rank.SERGEANT), Choice.ANOTHER_ATTEMPT, **{**asked, "by": SERGEANT})


def test_an_arrest_is_decided_on_when_offence_need_and_alternatives_are_shown(
    asked: dict[str, Any], law: Shelf
):
    weighed(asked)
    with pytest.raises(Refused):
        decide(OWED, Choice.ARREST, failures=FAILED, **asked)
    refused("why an arrest is necessary is not recorded", "requisition: not yet considered")
    courses = tuple((course, "Tried before.") for course in law["arrest_alternatives"].words(ON))
    weighed(asked, replace(WEIGHED, necessity=(Necessity.PROTECT,), alternatives=courses))
    assert decide(OWED, Choice.ARREST, failures=FAILED, **asked).choice == "arrest"


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


SOUGHT = replace(WEIGHED, premises="A-P1", need="Devices can only be seen inside.", applicant="O4")


def warrant(asked: dict[str, Any], sought: Weighed = SOUGHT) -> Drawn:
    given = {**asked, "by": SUPERINTENDENT}
    weighed(given, sought)
    return decide(OWED, Choice.WARRANT, **given)


def test_a_warrant_is_decided_on_when_all_of_s96b_can_be_shown(asked: dict[str, Any]):
    attempts(2)
    applicant()
    drawn = warrant(asked).fact()
    assert (drawn.choice, drawn.premises, drawn.applicant) == (Choice.WARRANT, "A-P1", "O4")
    assert any("s.96B(2)(d)" in reason for reason in last().reasons), "what was shown is kept"


def test_a_warrant_is_refused_when_the_record_does_not_show_it(asked: dict[str, Any]):
    attempts(1)
    applicant()
    with pytest.raises(Refused):
        warrant(asked)
    refused("s.96B(2)(d)")
    assert not Drawn.objects.exists()


def test_a_warrant_that_names_nothing_is_refused(asked: dict[str, Any]):
    attempts(2)
    with pytest.raises(Refused):
        warrant(asked, WEIGHED)
    refused("names premises")


def test_a_warrant_is_refused_for_a_low_applicant_or_no_need(asked: dict[str, Any]):
    attempts(2)
    applicant(Rank.INSPECTOR)
    for sought, clause in ((SOUGHT, "superintendent or above"), (replace(SOUGHT, need=" "), "s.96B(2)(c)")):
        with pytest.raises(Refused):
            warrant(asked, sought)
        refused(clause)
    assert not Drawn.objects.exists()


def test_what_is_weighed_names_premises_and_officers_on_record(asked: dict[str, Any]):
    person("P2")
    with pytest.raises(Refused):
        weighed(asked, replace(SOUGHT, premises="A-P2"))
    refused("the premises are on record", "the applicant is an officer on record")


def test_a_warrant_is_refused_while_the_person_is_in_custody(asked: dict[str, Any]):
    attempts(2)
    applicant()
    Away.objects.create(ref="W1", person_ref="P1", kind="custody", since=ON, **CARRIED)
    with pytest.raises(Refused):
        warrant(asked)
    refused("s.96B(2)(b)")
