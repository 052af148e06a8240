"""Offers and their answers are acts: refused without the power, and no day passes without a manager."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import INSPECTOR, MANAGER, RECRUIT, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.audit.actions import check
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import allocate_manager, answer_offer, offer_person
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import HandoverReason, Offer
from watchkeeper.workforce.models import Managed, OfferAnswer
from watchkeeper.workforce.models import Offer as StoredOffer
from watchkeeper.workforce.models import Officer as StoredOfficer
from watchkeeper.workforce.stored import manager_of, offers_answered, offers_waiting

pytestmark = pytest.mark.django_db
NEED = Decision((Reason(True, "in the person's unit", "need"),))
SHUT = Decision((Reason(False, "not available", "need"),))
OTHER = replace(MANAGER, ref="O9")
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    for one in (MANAGER, OTHER, SERGEANT, INSPECTOR):
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    return {"on": ON, "law": law, "purpose": "hand-over", "need": NEED}


def offered(asked: dict[str, Any], **more: Any) -> Offer:
    given = {"reason": HandoverReason.LEAVING, "note": "", "by": MANAGER, "at": NOON, **asked, **more}
    fact: Offer = offer_person("P1", OTHER, **given).fact()
    return fact


def answered(offer: Offer, asked: dict[str, Any], england: Calendar, **more: Any) -> OfferAnswer:
    given = {"accepted": True, "reason": "", "weighted_load": 10.0, "by": OTHER, "at": LATER, **asked, **more}
    return answer_offer(offer, OTHER, calendar=england, **given)


def test_until_it_is_accepted_the_giver_stays_manager(asked: dict[str, Any]):
    offer = offered(asked)
    now = manager_of("P1", on=ON, known_at=NOON)
    assert now is not None
    assert now.officer == "O1"
    assert offers_waiting(on=ON, known_at=NOON) == (offer,)


def test_giver_and_receiver_read_the_answer_with_its_reason_and_nobody_else(
    asked: dict[str, Any], england: Calendar
):
    offer = offered(asked)
    assert offers_answered(["O1", "O9"], known_at=LATER) == ()
    answered(offer, asked, england, accepted=False, reason="I know the family")
    for officers in (["O1"], ["O9"], ["O1", "O2", "O9"]):
        ((told, answer),) = offers_answered(officers, known_at=LATER)
        assert (told, answer.accepted, answer.answered_by) == (offer, False, "O9")
        assert answer.reason == "I know the family"
    assert offers_answered(["O2"], known_at=LATER) == ()
    assert offers_answered(["O1"], known_at=NOON) == ()


def test_accepted_one_spell_ends_and_the_next_begins_on_one_day(asked: dict[str, Any], england: Calendar):
    answered(offered(asked), asked, england)
    spells = {row.officer_ref: row.fact() for row in Managed.objects.as_known(LATER)}
    assert spells["O1"].until == spells["O9"].since == ON
    assert [
        found.officer
        for on in (ON - timedelta(days=1), ON, ON + timedelta(days=1))
        if (found := manager_of("P1", on=on, known_at=LATER)) is not None
    ] == ["O1", "O9", "O9"]
    assert offers_waiting(on=ON, known_at=LATER) == ()
    assert [name for name, _ in last().facts].count("stored") == 3
    assert check().holds


def test_a_spell_that_began_the_same_day_holds_nobody_once_handed_over(
    asked: dict[str, Any], england: Calendar
):
    answered(offered(asked), asked, england)
    at = LATER + timedelta(hours=1)
    allocate_manager(
        "P1",
        SERGEANT,
        weighted_load=1.0,
        since=ON,
        by=SERGEANT,
        on=ON,
        law=asked["law"],
        purpose="back",
        at=at,
    )
    open_ = [row.officer_ref for row in Managed.objects.as_known(at) if row.until is None]
    assert open_ == ["O2"]


def test_refused_with_a_reason_nothing_changes(asked: dict[str, Any], england: Calendar):
    offer = offered(asked)
    row = answered(offer, asked, england, accepted=False, reason="on leave from Monday")
    assert row.fact().accepted is False
    assert Managed.objects.count() == 1
    with pytest.raises(Refused, match="not answered before"):
        answered(offer, asked, england, at=LATER + timedelta(hours=1))


def test_an_offer_is_refused_without_the_power_without_need_or_twice(asked: dict[str, Any]):
    for more, why in (
        ({"by": RECRUIT}, "is intelligence officer"),
        ({"need": SHUT}, "not available"),
        ({"by": replace(SERGEANT, unit="U2")}, "offered by their manager"),
    ):
        with pytest.raises(Refused, match=why):
            offered(asked, **more)
        refused(why)
    assert not StoredOffer.objects.exists()
    offered(asked)
    with pytest.raises(Refused, match="no earlier offer"):
        offered(asked, at=LATER)


def test_accepting_is_refused_over_the_cap_without_need_and_for_another(
    asked: dict[str, Any], england: Calendar
):
    offer = offered(asked)
    for more, why in (
        ({"weighted_load": 50.5}, "would hold 50.5 weighted cases of 50 allowed"),
        ({"need": SHUT}, "not available"),
        ({"by": MANAGER}, "answered by whoever it was offered to"),
        ({"by": SERGEANT}, "answered by whoever it was offered to"),
        ({"by": RECRUIT}, "is intelligence officer"),
        ({"accepted": False, "reason": "  "}, "a refusal says why"),
    ):
        with pytest.raises(Refused, match=why):
            answered(offer, asked, england, **more)
        refused(why)
    assert not OfferAnswer.objects.exists()
    assert Managed.objects.count() == 1


def test_past_the_last_day_the_sergeant_answers_and_the_receiver_is_still_weighed(
    asked: dict[str, Any], england: Calendar
):
    offer = offered(asked)
    late = {**asked, "on": ON + timedelta(days=5), "at": NOON + timedelta(days=5), "by": SERGEANT}
    with pytest.raises(Refused, match="would hold"):
        answered(offer, late, england, weighted_load=99.0)
    assert answered(offer, late, england).answered_by == "O2"
    now = manager_of("P1", on=ON + timedelta(days=5), known_at=late["at"])
    assert now is not None
    assert now.officer == "O9"
