"""Acts about an online suspect: saved always, gated at the step, refused without the power, on the trail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import NOON
from tests.unit.suspects.scene import (
    ADMINISTRATOR,
    INVESTIGATOR,
    OTHER_UNIT,
    RECEIVED,
    SENIOR,
    WHY,
    acting,
    referral,
    registered,
    staff,
)
from tests.unit.workforce.officers import INSPECTOR, SERGEANT
from tests.unit.workforce.records import CARRIED, last, refused
from watchkeeper.alerts.models import Alert
from watchkeeper.audit.actions import check
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address
from watchkeeper.suspects import facts, models
from watchkeeper.suspects.actions.banding import give_band, give_reason
from watchkeeper.suspects.actions.closing import look_again, propose_close
from watchkeeper.suspects.actions.looking import look, look_at_queue
from watchkeeper.suspects.actions.pairing import pair, unpair
from watchkeeper.suspects.actions.receiving import (
    Named,
    ReportedReferral,
    add_suspect,
    put_right,
    receive,
)
from watchkeeper.suspects.actions.recording import (
    add_address,
    add_child,
    answer_prompt,
    record_device,
    record_news,
    record_step,
    refer_children,
)
from watchkeeper.suspects.actions.telling import tell
from watchkeeper.suspects.facts import (
    Band,
    ChildTie,
    DeviceStep,
    Duty,
    News,
    PromptAnswer,
    StepKind,
    Verdict,
)
from watchkeeper.suspects.gathering import case_as_known, open_refs
from watchkeeper.suspects.rules.closing import closed
from watchkeeper.suspects.rules.duties import duties
from watchkeeper.workforce.acts import Acting, Refused

pytestmark = pytest.mark.django_db
BARE = ReportedReferral(facts.Referral("", RECEIVED, unit="U1"))
BAND = facts.Banded("", "", Band.VERY_HIGH, NOON, "D1", "KIRAT", "3")
DELAY = facts.Delayed(
    "", "", NOON, NOON + timedelta(hours=5), "SO1", "superintendent", "Abroad until tonight."
)


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    referral()


def child(a: Acting) -> models.ChildNear:
    return add_child(facts.ChildNear("", "", a.at, ChildTie.LIVES), "A Child", "N1 9GU", "", a)


def newest(ref: str) -> int:
    """The id of the version of a referral that stands; 0 where there is none."""
    return max(models.Referral.objects.filter(ref=ref).values_list("id", flat=True), default=0)


VERBS: dict[str, Callable[[Acting], Any]] = {
    "receive": lambda a: receive(BARE, replace(a, about="")),
    "put right": lambda a: put_right(BARE, a, over=newest(a.about)),
    "suspect": lambda a: add_suspect(facts.SuspectPerson("", "", NOON), Named("Example", "Ben"), a),
    "address": lambda a: add_address(facts.SuspectAddress("", "", NOON, "N1 9GU"), "", a),
    "child": child,
    "band": lambda a: give_band(BAND, "By the tool.", a),
    "news": lambda a: record_news(News.MATERIAL, NOON, "More came.", a),
    "step": lambda a: record_step(StepKind.ARREST, NOON, "", a),
    "device": lambda a: record_device("X1", DeviceStep.SEIZED, NOON, "", a),
    "refer": lambda a: refer_children(NOON, "Islington", "", a),
    "tell": tell,
    "close": lambda a: propose_close(15, WHY, a),
    "look": look,
}


def owed(law: Shelf, later: int = 0, ref: str = "R1") -> set[Duty]:
    at = NOON + timedelta(minutes=later)
    case = case_as_known(ref, law, at=at, known_at=at)
    assert case is not None
    return {Duty(due.duty) for due in duties(case, law, at=at)}


@pytest.mark.parametrize("verb", VERBS)
def test_without_the_power_nothing_is_saved_and_the_attempt_is_on_the_trail(verb: str, law: Shelf) -> None:
    with pytest.raises(Refused):
        VERBS[verb](acting(ADMINISTRATOR, law))
    refused("is administrator")
    assert case_as_known("R1", law, at=NOON, known_at=NOON) == facts.Case(
        facts.Referral("R1", RECEIVED, unit="U1", children=False, works_with_children=False)
    )


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "receive"])
def test_who_does_not_need_to_know_is_refused(verb: str, law: Shelf) -> None:
    with pytest.raises(Refused):
        VERBS[verb](acting(OTHER_UNIT, law))
    refused("of the unit of the referral")


def test_nobody_is_told_of_nobody_on_the_register(law: Shelf) -> None:
    with pytest.raises(Refused):
        tell(acting(SERGEANT, law))
    refused("a suspect in it is on the register")


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "tell"])
def test_each_act_is_sealed_in_its_own_transaction(verb: str, law: Shelf) -> None:
    VERBS[verb](acting(SERGEANT, law))
    assert last().kind is Kind.DONE
    assert "stored" in dict(last().facts) or verb == "look"
    assert check().holds


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "receive"])
def test_a_referral_nobody_recorded_is_refused(verb: str, law: Shelf) -> None:
    with pytest.raises(Refused):
        VERBS[verb](acting(SERGEANT, law, referral="R404"))
    refused("no referral is on record")


def test_a_referral_with_nothing_but_its_instant_is_saved_and_open(law: Shelf) -> None:
    row = receive(BARE, acting(INVESTIGATOR, law, referral=""))
    assert row.unit == "U1"
    assert open_refs("U1", law=law, at=NOON, known_at=NOON) == ["R1", row.ref]
    assert owed(law, ref=row.ref) == {Duty.GRADE, Duty.ENFORCE, Duty.CHILDREN}


@pytest.mark.parametrize(
    ("ref", "changes", "words"),
    [
        ("R1", {}, "the reference is free"),
        ("forecast", {}, "no word of an address"),
        ("", {"received_at": NOON + timedelta(minutes=1)}, "received before now"),
        ("", {"person": "P404"}, "the person is on record"),
    ],
)
def test_a_referral_that_cannot_be_is_refused(
    law: Shelf, ref: str, changes: dict[str, Any], words: str
) -> None:
    told = replace(BARE, referral=replace(BARE.referral, **changes))
    with pytest.raises(Refused):
        receive(told, acting(INVESTIGATOR, law, referral=ref))
    refused(words)


def test_a_version_saved_since_it_was_read_is_not_written_over(law: Shelf) -> None:
    read = newest("R1")
    put_right(BARE, acting(SERGEANT, law), over=read)
    with pytest.raises(Refused):
        put_right(BARE, acting(INVESTIGATOR, law, later=1), over=read)
    refused("nobody else has changed it since you read it")


def test_a_suspect_on_the_register_rings_their_manager_in_the_same_act(law: Shelf) -> None:
    registered()
    told = replace(BARE, referral=replace(BARE.referral, person="P1"))
    row = receive(told, acting(INVESTIGATOR, law, referral=""))
    alert = Alert.objects.get()
    assert (alert.officer_ref, alert.page, alert.act) == ("O1", "/people/P1/", row.act)
    assert Duty.TELL_MANAGER not in owed(law, ref=row.ref)


def test_one_that_came_in_a_file_rings_nobody_until_somebody_tells(law: Shelf) -> None:
    registered()
    referral("R2", person="P1")
    assert Duty.TELL_MANAGER in owed(law, ref="R2")
    assert tell(acting(INVESTIGATOR, law, referral="R2")) == 1
    assert last().kind is Kind.DONE
    assert Duty.TELL_MANAGER not in owed(law, ref="R2")
    assert tell(acting(INVESTIGATOR, law, referral="R2")) == 0
    assert Alert.objects.count() == 1


def test_a_child_by_the_records_of_people_outweighs_a_no(law: Shelf) -> None:
    registered()
    Address.objects.create(
        ref="A9", person_ref="P1", kind="home", postcode="N1 9GU", children_live_there=True, **CARRIED
    )
    referral("R2", postcode="N1 9GU")
    assert Duty.SAFEGUARD in owed(law, ref="R2")
    assert Duty.SAFEGUARD not in owed(law)


def test_from_receipt_to_outcome(law: Shelf) -> None:
    give_band(BAND, "By the tool.", acting(INVESTIGATOR, law))
    child(acting(INVESTIGATOR, law, later=1))
    assert {Duty.REGRADE, Duty.SAFEGUARD} <= owed(law, 2)
    refer_children(NOON + timedelta(minutes=2), "Islington", "", acting(INVESTIGATOR, law, later=2))
    step = record_step(StepKind.ARREST, NOON + timedelta(minutes=3), "", acting(INVESTIGATOR, law, later=3))
    assert owed(law, 3) == {Duty.PROMPT, Duty.OUTCOME}
    with pytest.raises(Refused):
        propose_close(1, WHY, acting(INVESTIGATOR, law, later=4))
    refused("each prompt about suicide risk is answered")
    answer_prompt(step.ref, PromptAnswer.NONE_SEEN, "Asked in private.", acting(INVESTIGATOR, law, later=5))
    row = propose_close(15, WHY, acting(INVESTIGATOR, law, later=6))
    assert owed(law, 6) == {Duty.SECOND_LOOK}
    look_again(row.ref, acting(INSPECTOR, law, later=7), agrees=True, safeguarding=True)
    case = case_as_known("R1", law, at=NOON + timedelta(minutes=8), known_at=NOON + timedelta(minutes=8))
    assert case is not None
    assert closed(case, law, at=NOON + timedelta(minutes=8)) is not None
    assert open_refs("U1", law=law, at=NOON, known_at=NOON + timedelta(minutes=8)) == []


@pytest.mark.parametrize(
    ("by", "agrees", "safe", "words"),
    [
        (SERGEANT, True, True, "inspector or above is needed"),
        (INSPECTOR, True, False, "safeguarding is checked"),
    ],
)
def test_a_second_look_is_an_inspectors_and_checks_safeguarding(
    law: Shelf, by: Any, agrees: bool, safe: bool, words: str
) -> None:
    row = propose_close(15, WHY, acting(INVESTIGATOR, law))
    with pytest.raises(Refused):
        look_again(row.ref, acting(by, law, later=1), agrees=agrees, safeguarding=safe)
    refused(words)


def test_nobody_looks_again_at_what_they_proposed_and_nobody_twice(law: Shelf) -> None:
    row = propose_close(15, WHY, acting(INSPECTOR, law))
    with pytest.raises(Refused):
        look_again(row.ref, acting(INSPECTOR, law, later=1), agrees=True, safeguarding=True)
    refused("own work is decided by another officer")
    look_again(row.ref, acting(SENIOR, law, later=2), agrees=False, safeguarding=False)
    with pytest.raises(Refused):
        look_again(row.ref, acting(SENIOR, law, later=3), agrees=True, safeguarding=True)
    refused("nobody has looked yet")


def test_a_reason_by_rank_holds_and_one_below_it_is_refused(law: Shelf) -> None:
    with pytest.raises(Refused):
        give_reason(DELAY, acting(SENIOR, law))
    refused("a band stands")
    give_band(BAND, "By the tool.", acting(INVESTIGATOR, law))
    low = replace(DELAY, by="O2", rank="sergeant")
    with pytest.raises(Refused):
        give_reason(low, acting(SERGEANT, law))
    refused("superintendent or above")
    give_reason(DELAY, acting(SENIOR, law))
    assert models.Delayed.objects.count() == 1


@pytest.mark.parametrize("lacks", ["by", "tool", "version"])
def test_a_band_without_its_assessor_tool_or_version_is_refused(law: Shelf, lacks: str) -> None:
    with pytest.raises(Refused):
        give_band(replace(BAND, **{lacks: ""}), "By the tool.", acting(INVESTIGATOR, law))
    refused("named")


def test_a_device_goes_through_its_steps_in_order_and_its_result_asks(law: Shelf) -> None:
    for number, step in enumerate(DeviceStep):
        record_device("X1", step, NOON, "", acting(INVESTIGATOR, law, later=number))
    with pytest.raises(Refused):
        record_device("X1", DeviceStep.SEIZED, NOON, "", acting(INVESTIGATOR, law, later=9))
    refused("has not had that step yet")
    assert Duty.PROMPT in owed(law, 9)


def test_a_prompt_is_answered_once_in_words_and_only_where_something_asks(law: Shelf) -> None:
    step = record_step(StepKind.ARREST, NOON, "", acting(INVESTIGATOR, law))
    for trigger, note, words in ((step.ref, " ", "is in words"), ("S404", "Asked.", "something asks")):
        with pytest.raises(Refused):
            answer_prompt(trigger, PromptAnswer.PLAN, note, acting(INVESTIGATOR, law, later=1))
        refused(words)
    answer_prompt(step.ref, PromptAnswer.PLAN, "Asked.", acting(INVESTIGATOR, law, later=1))
    assert models.PromptAnswered.objects.get().by == "D1"
    with pytest.raises(Refused):
        answer_prompt(step.ref, PromptAnswer.PLAN, "Asked.", acting(INVESTIGATOR, law, later=2))
    refused("nobody has answered it yet")


def test_two_sent_under_one_number_are_one_and_apart_again_with_both_on_the_trail(law: Shelf) -> None:
    referral("R2", NOON - timedelta(hours=1), sender="National Crime Agency", sent_as="77")
    referral("R3", NOON, sender="National Crime Agency", sent_as="77")
    assert Duty.PAIR in owed(law, ref="R3")
    assert Duty.PAIR not in owed(law, ref="R2")
    row = pair("R2", Verdict.ONE, "The same report.", acting(INVESTIGATOR, law, referral="R3"))
    assert owed(law, 1, "R3") == set()
    whole = case_as_known("R2", law, at=NOON, known_at=NOON)
    assert whole is not None
    assert [each.ref for each in whole.also] == ["R3"]
    with pytest.raises(Refused):
        unpair(row.ref, acting(INVESTIGATOR, law, referral="R3", later=1))
    refused("needed: supervisor")
    unpair(row.ref, acting(SERGEANT, law, referral="R3", later=2))
    assert Duty.PAIR in owed(law, 3, "R3")
    assert Duty.ENFORCE in owed(law, 3, "R3")
    assert check().holds
    with pytest.raises(Refused):
        unpair(row.ref, acting(SERGEANT, law, referral="R3", later=4))
    refused("it stands")


def test_what_is_still_to_come_and_what_was_before_the_receipt_is_refused(law: Shelf) -> None:
    for at, words in (
        (NOON + timedelta(minutes=1), "the time has come"),
        (RECEIVED - timedelta(minutes=1), "not before the receipt"),
    ):
        with pytest.raises(Refused):
            record_step(StepKind.ARREST, at, "", acting(INVESTIGATOR, law))
        refused(words)


def test_reading_the_queue_outside_the_pages_is_on_the_trail(law: Shelf) -> None:
    look_at_queue(7, acting(INVESTIGATOR, law, referral="R1"), account="d1")
    assert last().about == "", "of no one referral"
    assert dict(last().facts) | {"referrals": "7", "account": "d1"} == dict(last().facts)
