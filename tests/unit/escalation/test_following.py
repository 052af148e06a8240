"""From a decision drawn up to its end: each act by who may, on what is on record, and the clock behind it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, RECRUIT, SERGEANT, SUPERINTENDENT, officer
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.audit.facts import Kind
from watchkeeper.escalation.actions.deciding import countersign, decide, weigh
from watchkeeper.escalation.actions.following import (
    record_answer,
    record_execution,
    record_outcome,
    save_pack,
    sign_pack,
)
from watchkeeper.escalation.facts import (
    Choice,
    CourtAnswer,
    Execution,
    Ground,
    Obtained,
    Outcome,
    Owed,
    Prompt,
    Weighed,
)
from watchkeeper.escalation.models import Decided, Pack, Signature
from watchkeeper.escalation.rules.decisions import owed
from watchkeeper.escalation.rules.packs import Section
from watchkeeper.escalation.stored import followed_of, followed_of_unit
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address
from watchkeeper.risk.facts import Level
from watchkeeper.visits.models import Visit
from watchkeeper.visits.rules.contact import contact
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Rank, Role
from watchkeeper.workforce.models import Managed
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db

GROUND = Ground.REFUSED_ENTRY
RECORD = {section.value: f"{section}, as recorded." for section in Section}
OTHER = replace(officer("O7", Rank.INSPECTOR, Role.DUTY_INSPECTOR), unit="U2")


@pytest.fixture
def how(law: Shelf) -> dict[str, Any]:
    person()
    for ref, rank in (("O4", Rank.SUPERINTENDENT), ("O1", Rank.CONSTABLE)):
        StoredOfficer.objects.create(ref=ref, rank=rank.value, role="senior officer", unit="U1", **CARRIED)
    for number in (1, 2):
        Visit.objects.create(
            ref=f"V{number}", person_ref="P1", at=datetime(2026, 3, number + 10, 18, tzinfo=UTC),
            address_ref="A-P1", purpose="assess risk", sought_entry_to_search=True, outcome="refused",
            crew="O1;O9", **CARRIED,
        )  # fmt: skip
    return {"by": SUPERINTENDENT, "on": ON, "law": law, "purpose": "decision owed", "at": NOON}


def asked(law: Shelf, england: Calendar, on: date = ON) -> Owed | None:
    """What is owed on refused entry on a day, from what is stored."""
    at = NOON + (on - ON)
    found = owed(
        contact(Visit.objects.of("P1").as_known(at).facts(), law, on=on),
        Level.LOW,
        law,
        england,
        on=on,
        visit_every_months=None,
        managed_since=None,
        addresses=Address.objects.of("P1").as_known(at).facts(),
        decisions=Decided.objects.of("P1").as_known(at).facts(),
    )
    return next((each for each in found if each.ground is GROUND), None)


def drawn(how: dict[str, Any], law: Shelf, england: Calendar, choice: Choice = Choice.WARRANT) -> str:
    answers = tuple((prompt.value, "In a few words.") for prompt in Prompt)
    told = Weighed("", GROUND, ON, "", premises="A-P1", need="Inside.", applicant="O4", answers=answers)
    weigh(told, person_ref="P1", **how)
    question = asked(law, england)
    assert question is not None
    expires = ON + timedelta(days=9)
    made = decide(question, choice, person_ref="P1", reason="Why.", expires_on=expires, **how)
    return made.ref


def signed(how: dict[str, Any], law: Shelf, england: Calendar, choice: Choice = Choice.WARRANT) -> str:
    decision = drawn(how, law, england, choice)
    sign(how, decision, asked(law, england))
    return decision


def sign(how: dict[str, Any], decision: str, question: Owed | None, **other: Any) -> Signature:
    given = {**how, "by": INSPECTOR, "agreed": True, "reason": ""} | other
    return countersign("P1", decision, owed=question, **given)


def packed(how: dict[str, Any], law: Shelf, england: Calendar) -> str:
    decision = signed(how, law, england)
    save_pack("P1", decision, RECORD, record=RECORD, **{**how, "by": MANAGER})
    sign_pack("P1", decision, record=RECORD, **how)
    return decision


def answer(decision: str, granted: bool = True) -> CourtAnswer:
    until = date(2026, 6, 20) if granted else None
    return CourtAnswer(
        decision, ON, granted, "North", "A-P1" if granted else "", until, "" if granted else "No."
    )


def test_a_decision_does_not_stand_and_the_clock_runs_until_it_is_signed(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england)
    assert not Decided.objects.exists()
    assert asked(law, england) is not None
    sign(how, decision, asked(law, england))
    stands = Decided.objects.get().fact()
    assert (stands.ref, stands.decided_by, stands.decided_on) == (decision, "O4", ON)
    assert asked(law, england) is None


def test_what_needs_no_second_signature_stands_at_once(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england, Choice.ANOTHER_ATTEMPT)
    assert Decided.objects.get().ref == decision
    with pytest.raises(Refused):
        sign(how, decision, asked(law, england))


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (SUPERINTENDENT, "another officer signs"),
        (SERGEANT, "inspector or above signs"),
        (MANAGER, "or above is needed"),
        (OTHER, "not of the person's unit"),
    ],
)
def test_who_may_not_sign_is_refused_and_nothing_is_stored(
    by: Any, words: str, how: Any, law: Any, england: Any
):
    decision = drawn(how, law, england)
    with pytest.raises(Refused):
        sign(how, decision, asked(law, england), by=by)
    refused(words)
    assert not Signature.objects.exists()
    assert not Decided.objects.exists()


def test_nobody_signs_on_a_person_they_manage(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england)
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O3", since=date(2025, 6, 2), **CARRIED)
    with pytest.raises(Refused):
        sign(how, decision, asked(law, england))
    refused("own work is decided by another officer")


def test_it_is_sent_back_with_a_reason_and_signed_once(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england)
    with pytest.raises(Refused):
        sign(how, decision, asked(law, england), agreed=False)
    refused("who sends it back says why")
    sign(how, decision, asked(law, england), agreed=False, reason="Try a Sunday first.")
    assert "Sunday" not in str(last())
    assert not Decided.objects.exists()
    with pytest.raises(Refused):
        sign(how, decision, asked(law, england))
    refused("nobody has signed it or sent it back yet")


def test_a_warrant_is_shown_again_on_the_day_it_is_signed(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england)
    Address.objects.create(
        ref="A-P1", person_ref="P1", kind="home", line="1 High Street", until=ON,
        **{**CARRIED, "known_from": NOON},
    )  # fmt: skip
    with pytest.raises(Refused):
        sign(how, decision, asked(law, england))
    refused("s.96B(2)(a)")


def test_each_version_of_the_pack_is_kept_and_a_new_one_is_unsigned(how: Any, law: Any, england: Any):
    decision = packed(how, law, england)
    assert Pack.objects.as_known(NOON).get().fact().signed_by == "O4"
    save_pack(
        "P1", decision, {**RECORD, Section.NECESSITY: "Mended."}, record=RECORD, **{**how, "by": MANAGER}
    )
    assert Pack.objects.count() == 3
    stands = Pack.objects.as_known(NOON).get().fact()
    assert (dict(stands.sections)[Section.NECESSITY], stands.signed_by) == ("Mended.", "")


@pytest.mark.parametrize(
    ("by", "record", "words"),
    [
        (INSPECTOR, RECORD, "superintendent or above is needed"),
        (SUPERINTENDENT, {**RECORD, Section.GROUNDS: "Else."}, "the record has changed"),
    ],
)
def test_a_pack_is_signed_by_the_rank_that_applies_and_on_todays_record(
    by: Any, record: Any, words: str, how: Any, law: Any, england: Any
):
    decision = signed(how, law, england)
    save_pack("P1", decision, RECORD, record=RECORD, **{**how, "by": MANAGER})
    with pytest.raises(Refused):
        sign_pack("P1", decision, record=record, **{**how, "by": by})
    refused(words)


def test_no_pack_is_written_for_a_decision_that_does_not_stand(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england)
    with pytest.raises(Refused):
        save_pack("P1", decision, RECORD, record=RECORD, **how)
    refused("does not stand")
    with pytest.raises(Refused):
        save_pack("P1", "D-99", RECORD, record=RECORD, **how)
    refused("decision D-99 is on record")


def test_a_search_carries_the_decision_out(how: Any, law: Any, england: Any):
    decision = packed(how, law, england)
    record_answer("P1", answer(decision), **{**how, "by": MANAGER})
    tried = Execution("", decision, NOON, ("O1",), Obtained.NOT_OBTAINED, "", "", False)
    record_execution("P1", tried, executed_on=ON, **{**how, "by": MANAGER})
    assert Decided.objects.as_known(NOON).get().done_on is None
    made = replace(tried, obtained=Obtained.FORCED, found="Telephones.", seized="Telephones.", copy_left=True)
    record_execution("P1", made, executed_on=ON, **{**how, "by": MANAGER})
    assert Decided.objects.as_known(NOON).get().done_on == ON
    assert "Telephones" not in str(last())
    record_outcome("P1", Outcome(decision, True, ON, "Level reviewed."), **{**how, "by": MANAGER})
    (whole,) = followed_of("P1", known_at=NOON)
    assert whole.outcome is not None
    assert len(whole.executions) == 2
    assert followed_of_unit("U1", known_at=NOON) == (("P1", whole),)
    assert followed_of_unit("U2", known_at=NOON) == ()


def test_officers_nobody_knows_carried_nothing_out(how: Any, law: Any, england: Any):
    decision = packed(how, law, england)
    record_answer("P1", answer(decision), **how)
    ghosts = Execution("", decision, NOON, ("O1", "X9"), Obtained.NOT_OBTAINED, "", "", False)
    with pytest.raises(Refused):
        record_execution("P1", ghosts, executed_on=ON, **how)
    refused("not on record: X9")


def test_a_warrant_the_court_refuses_brings_the_question_back(how: Any, law: Any, england: Any):
    decision = packed(how, law, england)
    assert asked(law, england) is None
    record_answer("P1", answer(decision, granted=False), **how)
    question = asked(law, england)
    assert question is not None
    assert question.lapsed == decision


def test_a_warrant_with_no_last_day_named_lasts_as_long_as_the_act_allows(how: Any, law: Any, england: Any):
    decision = packed(how, law, england)
    stored = record_answer("P1", replace(answer(decision), until=None), **how)
    assert stored.until == date(2026, 6, 20)


def test_a_warrant_granted_and_not_carried_out_comes_back(how: Any, law: Any, england: Any):
    decision = packed(how, law, england)
    record_answer("P1", answer(decision), **how)
    within = law["decision_carried_out_within"].of(Choice.WARRANT, ON)
    assert asked(law, england, ON + timedelta(days=within)) is None
    question = asked(law, england, ON + timedelta(days=within + 1))
    assert question is not None
    assert any("is not recorded as done" in why for why in question.because)


def test_what_was_not_done_comes_back_at_once(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england, Choice.CIRCULATE)
    assert asked(law, england) is None
    record_outcome("P1", Outcome(decision, False, ON, "The system was down."), **how)
    assert asked(law, england) is not None


def test_a_circulation_made_answers_it(how: Any, law: Any, england: Any):
    decision = drawn(how, law, england, Choice.CIRCULATE)
    record_outcome("P1", Outcome(decision, True, ON, "Circulated."), **how)
    assert Decided.objects.as_known(NOON).get().done_on == ON
    assert asked(law, england, ON + timedelta(days=5)) is None


@pytest.mark.parametrize("verb", ["weigh", "pack", "answer", "execution", "outcome"])
@pytest.mark.parametrize("by", [RECRUIT, replace(OTHER, role=Role.SUPERVISOR)])
def test_nobody_without_the_power_or_the_need_to_know_records_anything(
    verb: str, by: Any, how: Any, law: Any, england: Any
):
    decision = signed(how, law, england)
    given = {**how, "by": by}
    acts = {
        "weigh": lambda: weigh(Weighed("", GROUND, ON, ""), person_ref="P1", **given),
        "pack": lambda: save_pack("P1", decision, RECORD, record=RECORD, **given),
        "answer": lambda: record_answer("P1", answer(decision), **given),
        "execution": lambda: record_execution(
            "P1",
            Execution("", decision, NOON, ("O1",), Obtained.GIVEN, "x", "y", True),
            executed_on=ON,
            **given,
        ),
        "outcome": lambda: record_outcome("P1", Outcome(decision, True, ON, "Done."), **given),
    }
    with pytest.raises(Refused):
        acts[verb]()
    assert last().kind is Kind.REFUSED
    assert last().by == by.ref
