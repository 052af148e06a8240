"""An act: the power is asked for, the attempt is kept, the outcome stands or falls with the rows."""

import pytest
from django.db import transaction

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, RECRUIT
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Alias
from watchkeeper.workforce.acts import Acting, Refused, act, acted
from watchkeeper.workforce.facts import Officer, Power

pytestmark = pytest.mark.django_db


def trying(law: Shelf, by: Officer = MANAGER, purpose: str = "routine visit"):
    return act(Power.READ_PERSON, by=by, about="P1", on=ON, law=law, purpose=purpose, at=NOON)


def store_alias() -> None:
    Alias.objects.create(ref="N1", recorded_at=NOON, known_from=NOON, act=1, person_ref="P1", name="Ann")


def store_and_fail(law: Shelf, error: Exception) -> None:
    with trying(law):
        store_alias()
        raise error


def outcome() -> Entry:
    return list(entries())[-1]


def test_what_is_done_names_its_attempt_its_reasons_and_what_it_noted(law: Shelf):
    with trying(law) as this:
        store_alias()
        this.because(["the person asked (s.84)"])
        this.fact("rows", 1)
    attempt, done = entries()
    assert (attempt.kind, done.kind) == (Kind.ATTEMPT, Kind.DONE)
    assert (done.by, done.about, done.power, done.purpose, done.at, done.policy_version) == (
        "O1", "P1", "read a person's record", "routine visit", NOON, law.version,
    )  # fmt: skip
    assert done.facts == (("attempt", str(attempt.number)), ("rows", "1"))
    assert "the person asked (s.84)" in done.reasons
    assert any("in post" in reason for reason in done.reasons), "why the officer might is kept too"
    assert this.number == attempt.number
    assert Alias.objects.exists()
    assert check().holds


def test_who_acts_may_be_handed_on_as_one(law: Shelf):
    told = Acting(by=MANAGER, about="P1", on=ON, law=law, purpose="routine visit", at=NOON)
    with trying(law):
        pass
    with acted(Power.READ_PERSON, told):
        pass
    _, done, _, again = entries()
    for said in ("by", "about", "power", "purpose", "at", "policy_version", "kind", "reasons"):
        assert getattr(again, said) == getattr(done, said)


def test_own_work_handed_on_as_one_is_own_work(law: Shelf):
    told = Acting(by=INSPECTOR, about="P1", on=ON, law=law, purpose="looked through", at=NOON)
    with acted(Power.SIGN_OFF_ASSESSMENT, told):
        pass
    with pytest.raises(Refused, match="own"), acted(Power.SIGN_OFF_ASSESSMENT, told, about_own=True):
        pass


def test_the_attempt_is_on_the_trail_before_anything_happens(law: Shelf):
    with trying(law):
        assert [entry.kind for entry in entries()] == [Kind.ATTEMPT]


def test_without_the_power_nothing_happens_and_every_reason_is_kept(law: Shelf):
    ran = False
    with (
        pytest.raises(Refused) as refused,
        act(Power.SEEK_WARRANT, by=RECRUIT, about="P1", on=ON, law=law, purpose="search", at=NOON),
    ):
        ran = True
    assert not ran
    assert outcome().kind is Kind.REFUSED
    assert len(outcome().reasons) == len(refused.value.decision.unmet) > 1
    assert str(refused.value).startswith("is a constable")
    assert refused.value.powerless


def test_a_refusal_inside_undoes_what_was_stored_and_the_attempt_stays(law: Shelf):
    no = Decision((Reason(False, "the person is known", "people"), Reason(True, "in time", "s.83")))

    def work() -> None:
        with trying(law) as this:
            store_alias()
            this.require(no)

    with pytest.raises(Refused) as refused:
        work()
    assert not refused.value.powerless, "it was refused for what it is, not for who asked"
    assert str(refused.value) == "it must be that the person is known (people)"
    assert not Alias.objects.exists()
    assert [entry.kind for entry in entries()] == [Kind.ATTEMPT, Kind.REFUSED]
    assert outcome().reasons == ("not met: the person is known (people)",)


def test_a_crash_undoes_what_was_stored_and_is_told_without_its_words(law: Shelf):
    with pytest.raises(ZeroDivisionError):
        store_and_fail(law, ZeroDivisionError("Ann Example of 1 High Street"))
    assert not Alias.objects.exists()
    assert outcome().kind is Kind.FAILED
    assert outcome().facts == (("attempt", "1"), ("error", "ZeroDivisionError"))
    assert check().holds


def test_an_interruption_is_told_too(law: Shelf):
    with pytest.raises(KeyboardInterrupt), trying(law):
        raise KeyboardInterrupt
    assert outcome().kind is Kind.FAILED


def test_a_record_is_not_looked_at_without_a_purpose(law: Shelf):
    with pytest.raises(Refused, match="purpose"), trying(law, purpose="  "):
        pass
    assert outcome().kind is Kind.REFUSED


def test_a_decision_with_no_reasons_is_no_leave(law: Shelf):
    with pytest.raises(Refused, match="no reason allows it"), trying(law) as this:
        this.require(Decision(()))


@pytest.mark.django_db(transaction=True)
def test_no_act_begins_inside_a_transaction_that_could_take_its_attempt_away(law: Shelf):
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic(), trying(law):
        pass


@pytest.mark.django_db(transaction=True)
def test_the_attempt_outlives_a_rollback_of_everything_else(law: Shelf):
    with pytest.raises(OSError):
        store_and_fail(law, OSError())
    assert [entry.kind for entry in entries()] == [Kind.ATTEMPT, Kind.FAILED]
    assert not Alias.objects.exists()
