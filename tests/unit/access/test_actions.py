"""Break-glass, restriction and conflict of interest: each an act with a power of its own, on the trail."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, MANAGER, SERGEANT, SUPERINTENDENT
from tests.unit.workforce.records import CARRIED, last, person, refused
from watchkeeper.access import models
from watchkeeper.access.actions import (
    break_glass,
    declare_conflict,
    end_conflict,
    lift,
    look,
    restrict,
    review_opening,
)
from watchkeeper.access.facts import Opening
from watchkeeper.alerts.models import Alert
from watchkeeper.audit.actions import check, entries
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Managed
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db

WORDS = "a child may be in danger tonight"
AWAY = replace(MANAGER, ref="O7", unit="U2")
HOUR = timedelta(hours=1)
INSPECTION = Officer("O8", Rank.INSPECTOR, Role.INSPECTION, "HQ")


@pytest.fixture
def asked(law: Shelf) -> dict[str, Any]:
    person()
    for one in (MANAGER, SERGEANT, INSPECTOR, SUPERINTENDENT, AWAY, INSPECTION):
        StoredOfficer.objects.create(
            ref=one.ref, rank=one.rank.value, role=one.role.value, unit=one.unit, **CARRIED
        )
    return {"on": ON, "law": law, "at": NOON}


def seen(by: Officer, asked: dict[str, Any], at: datetime = NOON) -> None:
    look("P1", by=by, purpose="enquiry", on=ON, law=asked["law"], at=at)


def broken(asked: dict[str, Any], by: Officer = AWAY) -> Opening:
    fact: Opening = break_glass("P1", reason=WORDS, by=by, **asked).fact()
    return fact


def test_break_glass_opens_the_record_for_eight_hours_and_shuts_it_again(asked: dict[str, Any]):
    with pytest.raises(Refused):
        seen(AWAY, asked)
    opening = broken(asked)
    assert opening.until == NOON + 8 * HOUR
    seen(AWAY, asked)
    seen(AWAY, asked, NOON + 8 * HOUR - timedelta(seconds=1))
    with pytest.raises(Refused, match="not of the person's unit"):
        seen(AWAY, asked, NOON + 8 * HOUR)
    assert check().holds


def test_both_units_are_told_by_reference_and_the_reason_is_not_on_the_trail(asked: dict[str, Any]):
    opening = broken(asked)
    told = {(row.unit, row.least_rank, row.says) for row in Alert.objects.all()}
    says = "O7 of U2 opened the record of P1 by break-glass"
    assert told == {("U1", "sergeant", says), ("U2", "sergeant", says)}
    assert {row.cause for row in Alert.objects.all()} == {opening.ref}
    assert not any(WORDS in str(entry) for entry in entries())


def test_a_supervisor_who_breaks_the_glass_is_not_their_own_supervisor(asked: dict[str, Any]):
    broken(asked, replace(SERGEANT, ref="O7", unit="U2"))
    assert {(row.unit, row.least_rank) for row in Alert.objects.all()} == {
        ("U1", "sergeant"),
        ("U2", "inspector"),
    }


def test_break_glass_is_refused_without_the_power_a_reason_or_a_need(asked: dict[str, Any]):
    for by, reason, why in (
        (replace(ADMINISTRATOR, unit="U2"), WORDS, "is administrator"),
        (AWAY, "urgent", "a reason in 4 words or more"),
        (MANAGER, WORDS, "the record is shut to the officer"),
    ):
        with pytest.raises(Refused, match=why):
            break_glass("P1", reason=reason, by=by, **asked)
        refused(why)
    with pytest.raises(Refused, match="nobody is on record as P404"):
        break_glass("P404", reason=WORDS, by=AWAY, **asked)
    assert not models.Opening.objects.exists()
    assert not Alert.objects.exists()


def test_another_officer_reviews_an_opening_once(asked: dict[str, Any]):
    opening = broken(asked)
    row = review_opening(opening, justified=False, note="no risk was named", by=SERGEANT, **asked)
    assert (row.opening_ref, row.justified, row.by) == (opening.ref, False, "O2")
    assert ("opening", opening.ref) in last().facts
    with pytest.raises(Refused, match="not been reviewed before"):
        review_opening(opening, justified=True, note="", by=INSPECTOR, **asked)


def test_an_opening_is_not_reviewed_by_whoever_opened_by_a_stranger_or_without_a_word(asked: dict[str, Any]):
    opener = replace(SERGEANT, ref="O7", unit="U2")
    opening = broken(asked, opener)
    for by, justified, why in (
        (opener, True, "own work is decided by another officer"),
        (replace(SERGEANT, ref="O12", unit="U3"), True, "of the unit of the officer, or of the person"),
        (MANAGER, True, "is a constable"),
        (SERGEANT, False, "an opening not justified says why"),
    ):
        with pytest.raises(Refused, match=why):
            review_opening(opening, justified=justified, note=" ", by=by, **asked)
    assert not models.OpeningReview.objects.exists()


def shut(asked: dict[str, Any], by: Officer = INSPECTOR, **more: Any) -> models.Restriction:
    given = {"reason": "kin of staff", "named": ["O2"], "until": None, **asked, **more}
    return restrict("P1", by=by, **given)


def test_a_restricted_record_is_seen_by_who_is_named_who_restricted_it_and_inspection(asked: dict[str, Any]):
    row = shut(asked)
    assert (row.since, row.review_by, row.named) == (ON, ON + timedelta(days=28), "O2")
    for by in (SERGEANT, INSPECTOR, INSPECTION):
        seen(by, asked)
    for by in (MANAGER, SUPERINTENDENT, AWAY):
        with pytest.raises(Refused, match="not available"):
            seen(by, asked)


def test_kept_at_its_review_it_is_the_same_restriction_with_new_names_and_a_new_day(asked: dict[str, Any]):
    first = shut(asked)
    later = {**asked, "on": ON + timedelta(days=20), "at": NOON + timedelta(days=20)}
    again = shut(later, named=["O2", "O4", "O2"])
    assert (again.ref, again.since, again.named) == (first.ref, ON, "O2;O4")
    assert again.review_by == ON + timedelta(days=48)
    assert models.Restriction.objects.as_known(NOON).get().named == "O2", "what was known before stays known"


def test_lifted_by_somebody_not_named_it_is_open_again(asked: dict[str, Any]):
    shut(asked)
    with pytest.raises(Refused, match="is offender manager"):
        lift("P1", by=MANAGER, **asked)
    with pytest.raises(Refused, match="not of the person's unit"):
        lift("P1", by=replace(INSPECTOR, ref="O13", unit="U2"), **asked)
    later = {**asked, "at": NOON + HOUR}
    assert lift("P1", by=SUPERINTENDENT, **later).lifted_on == ON
    seen(MANAGER, asked, NOON + HOUR)
    with pytest.raises(Refused, match="the record is restricted"):
        lift("P1", by=SUPERINTENDENT, **{**asked, "at": NOON + 2 * HOUR})


def test_a_restriction_needs_the_power_a_reason_names_on_record_and_an_end_to_come(asked: dict[str, Any]):
    for more, why in (
        ({"by": SERGEANT}, "inspector or above is needed"),
        ({"by": replace(INSPECTOR, unit="U2")}, "not of the person's unit"),
        ({"reason": " "}, "a reason is given"),
        ({"named": []}, "an officer is named"),
        ({"named": ["O2", "O404"]}, "on record: O404"),
        ({"until": ON}, "ends after today"),
    ):
        with pytest.raises(Refused, match=why):
            shut(asked, **more)
    assert not models.Restriction.objects.exists()


def test_ones_own_conflict_shuts_the_record_and_no_glass_breaks_it(asked: dict[str, Any]):
    row = declare_conflict("P1", "O1", reason="a cousin", by=MANAGER, **asked)
    assert (row.sealed, row.officer_ref, row.since) == (False, "O1", ON)
    assert last().about == "P1"
    for attempt in (
        lambda: seen(MANAGER, asked),
        lambda: break_glass("P1", reason=WORDS, by=MANAGER, **asked),
    ):
        with pytest.raises(Refused, match="a conflict of interest you declared on 20 March 2026 stands"):
            attempt()
    seen(SERGEANT, asked)


def test_a_manager_in_conflict_leaves_word_that_another_is_needed(asked: dict[str, Any]):
    declare_conflict("P1", "O2", reason="a cousin", by=SERGEANT, **asked)
    assert not Alert.objects.exists(), "they do not manage the person"
    Managed.objects.create(ref="M1", person_ref="P1", officer_ref="O1", since=ON, **CARRIED)
    declare_conflict("P1", "O1", reason="a cousin", by=MANAGER, **asked)
    assert Alert.objects.get().says == "P1 needs another manager: O1 has declared a conflict of interest"


def test_one_declared_of_another_is_sealed_and_the_trail_names_nobody(asked: dict[str, Any]):
    row = declare_conflict("P1", "O1", reason="under inquiry", by=INSPECTION, **asked)
    assert row.sealed
    done = last()
    assert (done.kind, done.about) == (Kind.DONE, "")
    assert not any("O1" in str(each) or "inquiry" in str(each) for each in (*done.reasons, *done.facts))
    with pytest.raises(Refused) as answer:
        seen(MANAGER, asked)
    assert [reason.says for reason in answer.value.decision.unmet] == ["not available"]
    with pytest.raises(Refused) as answer:
        break_glass("P1", reason=WORDS, by=MANAGER, **asked)
    assert [reason.says for reason in answer.value.decision.unmet] == ["not available"]


def test_nobody_ends_their_own_conflict_and_ended_it_shuts_nothing(asked: dict[str, Any]):
    row = declare_conflict("P1", "O4", reason="a neighbour", by=SUPERINTENDENT, **asked)
    later = {**asked, "at": NOON + HOUR}
    with pytest.raises(Refused, match="own work is decided by another officer"):
        end_conflict(row.ref, by=SUPERINTENDENT, **later)
    with pytest.raises(Refused):
        end_conflict(row.ref, by=SERGEANT, **later)
    end_conflict(row.ref, by=INSPECTION, **later)
    seen(SUPERINTENDENT, asked, NOON + HOUR)
    with pytest.raises(Refused, match="the conflict stands"):
        end_conflict(row.ref, by=INSPECTION, **{**asked, "at": NOON + 2 * HOUR})
    with pytest.raises(Refused, match="the conflict stands"):
        end_conflict("C404", by=INSPECTION, **asked)


def test_a_conflict_needs_a_reason_an_officer_and_to_be_new(asked: dict[str, Any]):
    for officer, by, reason, why in (
        ("O1", MANAGER, " ", "a reason is given"),
        ("O404", INSPECTION, "kin", "the officer is on record"),
        ("O2", MANAGER, "kin", "is a constable"),
    ):
        with pytest.raises(Refused, match=why):
            declare_conflict("P1", officer, reason=reason, by=by, **asked)
    declare_conflict("P1", "O1", reason="kin", by=MANAGER, **asked)
    with pytest.raises(Refused, match="not been declared already"):
        declare_conflict("P1", "O1", reason="kin", by=INSPECTION, **{**asked, "at": NOON + HOUR})
