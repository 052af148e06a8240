"""Recording at the door: one act, once for each key, and two records of one visit are both kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import MANAGER, RECRUIT, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers.models import Condition
from watchkeeper.visits import models
from watchkeeper.visits.actions.mending import settle
from watchkeeper.visits.actions.recording import record_attempt
from watchkeeper.visits.facts import (
    Age,
    Arrival,
    Complied,
    ConditionCheck,
    DeviceCheck,
    DeviceFollowUp,
    DeviceKind,
    DeviceMethod,
    DeviceResult,
    Doorstep,
    Outcome,
    Present,
    Purpose,
    Tie,
    Visit,
)
from watchkeeper.visits.stored import conflicts_of, doorstep_of, found, records_of, standing, undecided
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.models import Officer

pytestmark = pytest.mark.django_db

DOORSTEP = Doorstep(
    visit=Visit(
        ref="",
        at=datetime(2026, 3, 19, 18, 40, tzinfo=UTC),
        premises="A-P1",
        purpose=Purpose.ASSESS_RISK,
        sought_entry_to_search=False,
        outcome=Outcome.ENTERED,
        crew=("O1", "O9"),
    ),
    client_key="5f0c0b2e-1d1f-4d31-9a4e-111111111111",
    present=(Present(Age.ADULT, Tie.PARTNER, "Bea Example"), Present(Age.CHILD, Tie.PARTNERS_CHILD)),
    devices=(
        DeviceCheck(DeviceKind.PHONE, DeviceMethod.TRIAGE, DeviceResult.CONCERN, DeviceFollowUp.SEIZED),
    ),
    conditions=(
        ConditionCheck("C1", Complied.YES, "history seen"),
        ConditionCheck("C2", Complied.NOT_TESTED),
    ),
    notes="A new phone under the sofa.",
    kept_at=datetime(2026, 3, 19, 18, 44, tzinfo=UTC),
)
OTHER = replace(
    DOORSTEP,
    visit=replace(DOORSTEP.visit, outcome=Outcome.NO_REPLY),
    present=(),
    devices=(),
    conditions=(ConditionCheck("C2", Complied.NO),),
    notes="Nobody came.",
)
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    for ref in ("O1", "O2", "O9"):
        Officer.objects.create(
            ref=ref, rank="constable", role="offender manager", unit="U1", hours_share=1.0, **CARRIED
        )
    for ref in ("C1", "C2"):
        Condition.objects.create(
            ref=ref, person_ref="P1", order_ref="OR1", says="no devices unseen", test_method="look",
            last_tested_on=date(2025, 9, 1), **CARRIED,
        )  # fmt: skip
    return {"person_ref": "P1", "by": MANAGER, "on": ON, "law": law, "purpose": "visiting", "at": NOON}


def day_of_test(ref: str) -> date | None:
    return Condition.objects.filter(ref=ref).as_known(LATER).get().last_tested_on


def rows() -> int:
    return sum(
        model.objects.count()
        for model in (
            models.Visit, models.DoorstepRecord, models.Present, models.DeviceCheck,
            models.ConditionCheck, models.VisitNote,
        )
    )  # fmt: skip


def test_all_that_was_found_is_stored_under_one_act(asked: dict[str, Any]):
    arrived = record_attempt(DOORSTEP, **asked)
    assert arrived.arrival is Arrival.RECORDED
    visit = models.Visit.objects.get()
    assert visit.fact() == replace(DOORSTEP.visit, ref=arrived.visit)
    seen = found(arrived.visit, known_at=NOON)
    assert (seen.present, seen.devices, seen.conditions) == (
        DOORSTEP.present, DOORSTEP.devices, DOORSTEP.conditions,
    )  # fmt: skip
    assert seen.notes == (DOORSTEP.notes,)
    (record,) = records_of(arrived.visit, known_at=NOON)
    assert (record.act, record.sent_by, record.kept_at) == (visit.act, "O1", DOORSTEP.kept_at)
    assert doorstep_of(record) == DOORSTEP
    assert last().kind is Kind.DONE
    assert {fact for fact in last().facts if fact[0] == "stored"} >= {
        ("stored", f"visits.Visit {arrived.visit}"),
        ("stored", f"visits.VisitNote {arrived.visit}-6"),
    }
    assert check().holds


def test_the_trail_holds_no_notes_and_no_names(asked: dict[str, Any]):
    record_attempt(DOORSTEP, **asked)
    told = repr([(entry.reasons, entry.facts, entry.purpose) for entry in entries()])
    assert "sofa" not in told
    assert "Bea" not in told


def test_a_tested_condition_is_tested_on_the_day_and_one_not_tested_is_not(asked: dict[str, Any]):
    record_attempt(DOORSTEP, **asked)
    assert day_of_test("C1") == date(2026, 3, 19)
    assert day_of_test("C2") == date(2025, 9, 1)
    assert Condition.objects.filter(ref="C1").count() == 2, "the version before is kept"


@pytest.mark.parametrize("day", [date(2026, 3, 19), date(2026, 3, 20)])
def test_a_test_known_since_is_not_taken_back_by_an_older_one(asked: dict[str, Any], day: date):
    Condition.objects.create(
        ref="C1", person_ref="P1", order_ref="OR1", says="no devices unseen", last_tested_on=day,
        **{**CARRIED, "known_from": NOON - timedelta(hours=1)},
    )  # fmt: skip
    record_attempt(DOORSTEP, **asked)
    assert day_of_test("C1") == day


def test_the_same_record_sent_again_is_answered_and_stored_once(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    stored = rows()
    again = record_attempt(
        replace(DOORSTEP, kept_at=None, client_key=f" {DOORSTEP.client_key} "), **{**asked, "at": LATER}
    )
    assert again == replace(first, arrival=Arrival.AGAIN)
    assert rows() == stored
    assert ("recorded before", first.record) in last().facts, "the trail tells that it was sent twice"
    assert last().kind is Kind.DONE


def test_another_record_under_the_same_key_is_kept_beside_and_changes_nothing(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    stored = rows()
    beside = record_attempt(OTHER, **{**asked, "at": LATER})
    assert (beside.arrival, beside.visit) == (Arrival.CONFLICT, first.visit)
    assert rows() == stored + 1, "the record alone"
    assert models.Visit.objects.as_known(LATER).get().outcome == "entered"
    assert [doorstep_of(row).notes for row in records_of(first.visit, known_at=LATER)] == [
        DOORSTEP.notes, OTHER.notes,
    ]  # fmt: skip
    assert undecided(first.visit, known_at=LATER)
    assert conflicts_of(["P1"], known_at=LATER) == (("P1", first.visit),)
    assert record_attempt(OTHER, **{**asked, "at": LATER}).arrival is Arrival.CONFLICT
    assert rows() == stored + 1, "and it is kept once"


def test_deciding_for_the_other_supersedes_the_visit_and_keeps_what_was_known(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    beside = record_attempt(OTHER, **asked)
    settle(first.visit, beside.record, reason="The second was written last.", **{**asked, "at": LATER})
    assert models.Visit.objects.as_known(LATER).get().outcome == "no reply"
    assert models.Visit.objects.as_known(NOON).get().outcome == "entered"
    now, then = found(first.visit, known_at=LATER), found(first.visit, known_at=NOON)
    assert (now.present, now.devices, now.conditions, now.notes) == ((), (), OTHER.conditions, (OTHER.notes,))
    assert then.notes == (DOORSTEP.notes,)
    assert (day_of_test("C1"), day_of_test("C2")) == (date(2025, 9, 1), date(2026, 3, 19))
    assert not undecided(first.visit, known_at=LATER)
    assert standing(first.visit, known_at=LATER) == beside.record
    assert check().holds


def test_deciding_for_the_first_leaves_the_visit_as_it_was(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    record_attempt(OTHER, **asked)
    ruling = settle(first.visit, first.record, reason="The other was a draft.", **asked)
    assert models.Visit.objects.count() == 1
    assert (ruling.stands, ruling.decided_by) == (first.record, "O1")
    assert not undecided(first.visit, known_at=NOON)
    assert conflicts_of(["P1"], known_at=NOON) == ()
    third = record_attempt(replace(OTHER, notes="Third."), **{**asked, "at": LATER})
    assert undecided(third.visit, known_at=LATER), "a record nobody weighed asks again"


@pytest.mark.parametrize(
    ("stands", "reason", "word"),
    [("", "because", "one of them"), ("act-1", " ", "a reason is given"), ("P9", "because", "one of them")],
)
def test_a_decision_names_a_record_and_a_reason(asked: dict[str, Any], stands: str, reason: str, word: str):
    first = record_attempt(DOORSTEP, **asked)
    record_attempt(OTHER, **asked)
    with pytest.raises(Refused):
        settle(first.visit, stands, reason=reason, **asked)
    refused(word)
    assert not models.DoorstepRuling.objects.exists()


def test_one_record_leaves_nothing_to_decide(asked: dict[str, Any]):
    first = record_attempt(DOORSTEP, **asked)
    with pytest.raises(Refused, match="several records"):
        settle(first.visit, first.record, reason="sure", **asked)


REFUSED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {"by": RECRUIT}, "is intelligence officer"),
    ({}, {"by": replace(MANAGER, unit="U2", ref="O9")}, "not of the person's unit"),
    ({}, {"purpose": " "}, "a purpose is given"),
    ({"client_key": " "}, {}, "carries a key"),
    ({"visit": replace(DOORSTEP.visit, at=NOON + timedelta(minutes=1))}, {}, "has taken place"),
    ({"visit": replace(DOORSTEP.visit, premises="A-P2")}, {}, "address A-P2"),
    ({"visit": replace(DOORSTEP.visit, crew=("O1", "O404"))}, {}, "officers on record: O404"),
    ({"visit": replace(DOORSTEP.visit, notice_authorised_by="O405")}, {}, "who authorised notice"),
    ({"conditions": (ConditionCheck("C404", Complied.YES),)}, {}, "conditions of theirs: C404"),
]


@pytest.mark.parametrize(("what", "more", "word"), REFUSED)
def test_it_is_refused_and_nothing_is_stored(
    asked: dict[str, Any], what: dict[str, Any], more: dict[str, Any], word: str
):
    with pytest.raises(Refused):
        record_attempt(replace(DOORSTEP, **what), **{**asked, **more})
    refused(word)
    assert rows() == 0


def test_a_key_used_for_one_person_is_refused_for_another(asked: dict[str, Any]):
    record_attempt(DOORSTEP, **asked)
    person("P2")
    elsewhere = replace(DOORSTEP, visit=replace(DOORSTEP.visit, premises="A-P2"), conditions=())
    with pytest.raises(Refused):
        record_attempt(elsewhere, **{**asked, "person_ref": "P2"})
    refused("not used for anybody else")


def test_a_supervisor_of_the_unit_may_record_too(asked: dict[str, Any]):
    assert record_attempt(DOORSTEP, **{**asked, "by": SERGEANT}).arrival is Arrival.RECORDED


def test_one_officer_at_a_door_with_a_marker_is_recorded_and_the_trail_says_so(asked: dict[str, Any]):
    Person.objects.create(
        ref="P1",
        family_name="Example",
        unit="U1",
        safety_marker="keeps knives",
        **{**CARRIED, "known_from": NOON},
    )
    alone = replace(DOORSTEP, visit=replace(DOORSTEP.visit, crew=("O1",)))
    assert record_attempt(alone, **asked).arrival is Arrival.RECORDED
    said = [reason for reason in last().reasons if reason.startswith("not met:")]
    assert [reason.split(" (")[0] for reason in said] == [
        "not met: no level recorded: not one to visit short-handed",
        "not met: officer-safety marker recorded",
    ]
    assert "knives" not in repr(last())
