"""A visit recorded twice is asked about; one recorded wrongly is corrected or withdrawn, and nothing is lost."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON
from tests.unit.visits.test_doorstep import DOORSTEP, LATER, OTHER, asked, day_of_test
from tests.unit.workforce.officers import INSPECTOR, MANAGER, RECRUIT, SERGEANT
from tests.unit.workforce.records import CARRIED, last, refused
from watchkeeper.audit.actions import check
from watchkeeper.audit.facts import Kind
from watchkeeper.visits import models
from watchkeeper.visits.actions.mending import apart, correct_visit, settle, tell_apart, withdraw_visit
from watchkeeper.visits.actions.recording import record_attempt
from watchkeeper.visits.facts import Arrival, Outcome, Purpose, Ruling
from watchkeeper.visits.stored import (
    conflicts_of,
    doorstep_of,
    found,
    made,
    records_of,
    rulings_on,
    standing,
    undecided,
)
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db
__all__ = ["asked"]  # a fixture of its own file

SECOND = replace(OTHER, client_key="another tab", visit=replace(OTHER.visit, crew=("O9",)))
MUCH_LATER = LATER + timedelta(hours=2)


def version(ref: str) -> int:
    return int(models.Visit.objects.filter(ref=ref).order_by("-id").values_list("id", flat=True)[0])


def imported() -> None:
    models.Visit.objects.create(
        ref="V1", person_ref="P1", at=DOORSTEP.visit.at, address_ref="A-P1", purpose="routine contact",
        outcome="no reply", crew="O1;O77", **CARRIED,
    )  # fmt: skip


def test_the_same_contact_from_two_tabs_is_asked_about_and_never_doubled(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    second = record_attempt(SECOND, **{**asked, "at": LATER})
    assert (second.arrival, second.visit) == (Arrival.PERHAPS, first.visit)
    assert len(made("P1", known_at=LATER)) == 1
    assert [row.ref for row in records_of(first.visit, known_at=LATER)] == [first.record, second.record]
    assert undecided(first.visit, known_at=LATER)
    assert conflicts_of(["P1"], known_at=LATER) == (("P1", first.visit),)
    again = record_attempt(SECOND, **{**asked, "at": MUCH_LATER})
    assert again == second, "asked again, and kept once"
    assert models.DoorstepRecord.objects.count() == 2


def test_another_door_crew_or_hour_is_another_visit(asked: dict[str, Any]):
    record_attempt(DOORSTEP, **asked)
    hour_on = replace(SECOND.visit, at=SECOND.visit.at + timedelta(minutes=61))
    for key, visit in (
        ("door", replace(SECOND.visit, premises="")),
        ("crew", replace(SECOND.visit, crew=("O2",))),
        ("hour", hour_on),
    ):
        arrived = record_attempt(replace(SECOND, client_key=key, visit=visit), **asked)
        assert arrived.arrival is Arrival.RECORDED, key
    assert len(made("P1", known_at=NOON)) == 4


def test_the_same_one_is_settled_and_the_visit_is_one(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    second = record_attempt(SECOND, **asked)
    settle(first.visit, second.record, reason="My colleague's form.", **{**asked, "at": LATER})
    (visit,) = made("P1", known_at=LATER)
    assert visit.outcome is Outcome.NO_REPLY
    assert not undecided(first.visit, known_at=LATER)
    assert apart(first.visit, known_at=LATER) == (), "what was weighed is not asked about again"


def test_told_apart_both_count_and_each_has_its_own_record(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    second = record_attempt(SECOND, **asked)
    other = tell_apart(
        first.visit, second.record, reason="We went back with the warrant.", **{**asked, "at": LATER}
    )
    assert {visit.outcome for visit in made("P1", known_at=LATER)} == {Outcome.ENTERED, Outcome.NO_REPLY}
    assert [row.ref for row in records_of(first.visit, known_at=LATER)] == [first.record]
    assert [row.ref for row in records_of(other.ref, known_at=LATER)] == [second.record]
    assert len(records_of(first.visit, known_at=NOON)) == 2, "what was known then is still known"
    assert found(other.ref, known_at=LATER).notes == (SECOND.notes,)
    assert not undecided(first.visit, known_at=LATER)
    again = record_attempt(SECOND, **{**asked, "at": MUCH_LATER})
    assert (again.arrival, again.visit) == (Arrival.AGAIN, other.ref)
    assert check().holds


def test_a_second_record_of_an_imported_visit_is_laid_beside_what_was_imported(asked: dict[str, Any]):
    imported()
    arrived = record_attempt(SECOND, **{**asked, "by": MANAGER})
    assert arrived.arrival is Arrival.RECORDED, "O9 was not in that crew"
    arrived = record_attempt(
        replace(SECOND, client_key="k2", visit=replace(SECOND.visit, crew=("O1",))), **asked
    )
    assert arrived.arrival is Arrival.PERHAPS


def test_the_first_record_cannot_be_told_apart_from_itself(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    record_attempt(SECOND, **asked)
    with pytest.raises(Refused):
        tell_apart(first.visit, first.record, reason="because", **asked)
    refused("may be of another visit")
    with pytest.raises(Refused, match="a reason is given"):
        tell_apart(first.visit, records_of(first.visit, known_at=NOON)[1].ref, reason=" ", **asked)
    assert len(made("P1", known_at=NOON)) == 1


CORRECTED = replace(
    DOORSTEP,
    client_key="correction",
    visit=replace(DOORSTEP.visit, outcome=Outcome.NO_REPLY, sought_entry_to_search=True),
    conditions=(),
    notes="It was the flat next door that let us in.",
)


def test_a_correction_supersedes_and_what_stood_before_is_still_known(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    ruling = correct_visit(
        first.visit, CORRECTED, stood=version(first.visit), reason="The wrong door.",
        **{**asked, "at": LATER},
    )  # fmt: skip
    (now,) = made("P1", known_at=LATER)
    (then,) = made("P1", known_at=NOON)
    assert (now.outcome, then.outcome) == (Outcome.NO_REPLY, Outcome.ENTERED)
    assert found(first.visit, known_at=NOON).notes == (DOORSTEP.notes,)
    assert found(first.visit, known_at=LATER).notes == (CORRECTED.notes,)
    assert day_of_test("C1") == date(2025, 9, 1), "the test then recorded is taken back with it"
    assert (ruling.kind, ruling.decided_by, ruling.reason) == (Ruling.CORRECTED, "O1", "The wrong door.")
    assert standing(first.visit, known_at=LATER) == ruling.stands
    assert not undecided(first.visit, known_at=LATER)
    assert last().kind is Kind.DONE
    assert last().power == "correct a visit"
    assert ("corrects", first.record) in last().facts
    assert "flat next door" not in repr(last())
    assert check().holds


def test_an_imported_visit_is_corrected_and_what_was_imported_is_kept_as_a_record(asked: dict[str, Any]):
    imported()
    whole = replace(
        CORRECTED, visit=replace(CORRECTED.visit, ref="", crew=("O1", "O77"), outcome=Outcome.SEEN)
    )
    correct_visit("V1", whole, stood=version("V1"), reason="He came to the window.", **asked)
    (now,) = made("P1", known_at=NOON)
    assert (now.ref, now.outcome) == ("V1", Outcome.SEEN)
    before, after = records_of("V1", known_at=NOON)
    assert doorstep_of(before).visit.outcome is Outcome.NO_REPLY
    assert doorstep_of(after).visit.outcome is Outcome.SEEN
    assert check().holds


def test_a_visit_is_corrected_twice_and_the_tests_of_conditions_follow(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    correct_visit(first.visit, CORRECTED, stood=version(first.visit), reason="One.", **{**asked, "at": LATER})
    back = replace(DOORSTEP, client_key="third")
    correct_visit(first.visit, back, stood=version(first.visit), reason="Two.", **{**asked, "at": MUCH_LATER})
    assert day_of_test("C1") == date(2025, 9, 1)
    assert models.Visit.objects.as_known(MUCH_LATER).get().outcome == "entered"
    assert found(first.visit, known_at=MUCH_LATER).conditions == DOORSTEP.conditions
    assert [row.kind for row in rulings_on(first.visit, known_at=MUCH_LATER)] == ["corrected", "corrected"]


REFUSED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {"by": RECRUIT}, "is intelligence officer"),
    ({}, {"by": replace(MANAGER, unit="U2", ref="O9")}, "not of the person's unit"),
    ({}, {"reason": " "}, "a reason is given"),
    ({}, {"stood": 0}, "changed it meanwhile"),
    ({"visit": DOORSTEP.visit, "conditions": DOORSTEP.conditions, "notes": DOORSTEP.notes}, {}, "changes something"),
    ({"visit": replace(DOORSTEP.visit, premises="A-P2")}, {}, "address A-P2"),
    ({"visit": replace(DOORSTEP.visit, crew=("O1", "O404"))}, {}, "officers on record: O404"),
    ({"visit": replace(DOORSTEP.visit, at=LATER)}, {}, "has taken place"),
    ({"visit": replace(DOORSTEP.visit, at=NOON - timedelta(days=32))}, {}, "an older one comes by import"),
    ({"client_key": DOORSTEP.client_key}, {}, "not been recorded before"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "more", "word"), REFUSED)
def test_a_correction_is_refused_and_nothing_is_stored(
    asked: dict[str, Any], what: dict[str, Any], more: dict[str, Any], word: str
):
    first = record_attempt(DOORSTEP, **asked)
    told = {"stood": version(first.visit), "reason": "The wrong door.", **asked, **more}
    with pytest.raises(Refused):
        correct_visit(first.visit, replace(CORRECTED, **what), **told)
    refused(word)
    assert models.Visit.objects.count() == 1
    assert models.DoorstepRecord.objects.count() == 1


def test_records_that_disagree_are_settled_before_a_correction(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    record_attempt(OTHER, **asked)
    with pytest.raises(Refused, match="which record of the visit stands"):
        correct_visit(first.visit, CORRECTED, stood=version(first.visit), reason="sure", **asked)


def test_a_visit_withdrawn_counts_for_nothing_and_can_still_be_read(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    told = {**asked, "by": SERGEANT, "at": LATER}
    ruling = withdraw_visit(first.visit, stood=version(first.visit), reason="Another person's visit.", **told)
    assert made("P1", known_at=LATER) == ()
    assert len(made("P1", known_at=NOON)) == 1
    assert found(first.visit, known_at=LATER).notes == ()
    assert day_of_test("C1") == date(2025, 9, 1)
    assert (ruling.kind, ruling.stands, ruling.decided_by) == (Ruling.WITHDRAWN, "", "O2")
    assert last().power == "withdraw a visit"
    assert record_attempt(DOORSTEP, **{**asked, "at": LATER}).arrival is Arrival.AGAIN
    assert record_attempt(SECOND, **{**asked, "at": LATER}).arrival is Arrival.RECORDED, (
        "nothing stands there"
    )
    assert check().holds


def test_a_record_that_comes_after_the_withdrawal_is_asked_about_and_may_bring_the_visit_back(
    asked: dict[str, Any],
):
    first = record_attempt(DOORSTEP, **asked)
    told = {**asked, "by": SERGEANT, "at": LATER}
    withdraw_visit(first.visit, stood=version(first.visit), reason="Another person's visit.", **told)
    with pytest.raises(Refused, match="several records"):
        settle(first.visit, first.record, reason="no", **{**asked, "at": LATER})
    late = record_attempt(OTHER, **{**asked, "at": LATER})
    assert late.arrival is Arrival.CONFLICT
    settle(first.visit, late.record, reason="The phone had no signal.", **{**asked, "at": MUCH_LATER})
    (visit,) = made("P1", known_at=MUCH_LATER)
    assert visit.outcome is Outcome.NO_REPLY


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"by": MANAGER}, "sergeant or above"),
        ({"by": replace(SERGEANT, ref="O9")}, "own work is decided by another officer"),
        ({"by": replace(INSPECTOR, unit="U2")}, "not of the person's unit"),
        ({"reason": ""}, "a reason is given"),
        ({"stood": 0}, "changed it meanwhile"),
    ],
)
def test_a_withdrawal_is_refused_and_nothing_is_stored(
    asked: dict[str, Any], more: dict[str, Any], word: str
):
    first = record_attempt(DOORSTEP, **asked)
    told = {"stood": version(first.visit), "reason": "In error.", **asked, "by": SERGEANT, **more}
    with pytest.raises(Refused):
        withdraw_visit(first.visit, **told)
    refused(word)
    assert len(made("P1", known_at=LATER)) == 1


def test_a_visit_withdrawn_is_neither_corrected_nor_withdrawn_again(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    told = {**asked, "by": SERGEANT, "at": LATER}
    withdraw_visit(first.visit, stood=version(first.visit), reason="In error.", **told)
    again = {**told, "stood": version(first.visit), "at": MUCH_LATER}
    with pytest.raises(Refused, match="on record and stands"):
        withdraw_visit(first.visit, reason="In error.", **again)
    with pytest.raises(Refused, match="on record and stands"):
        correct_visit(first.visit, CORRECTED, reason="In error.", **{**again, "by": MANAGER})


def test_the_purpose_is_corrected_alone(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    routine = replace(DOORSTEP, client_key="c", visit=replace(DOORSTEP.visit, purpose=Purpose.ROUTINE))
    correct_visit(
        first.visit, routine, stood=version(first.visit), reason="Routine.", **{**asked, "at": LATER}
    )
    assert day_of_test("C1") == date(2026, 3, 19), "the test stands: it was made"
