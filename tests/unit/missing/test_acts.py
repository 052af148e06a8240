"""Acts about somebody missing: saved always, gated at the step, refused without the power, sealed on the trail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.missing.scene import (
    COORDINATOR,
    INVESTIGATOR,
    OTHER_UNIT,
    REPORTED,
    WHY,
    acting,
    episode,
    found,
    given,
    searched,
    staff,
)
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, SERGEANT
from tests.unit.workforce.records import last, refused
from watchkeeper.alerts.models import Alert
from watchkeeper.audit.actions import check
from watchkeeper.audit.facts import Kind
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import facts, models
from watchkeeper.missing.actions.closing import close_episode
from watchkeeper.missing.actions.flagging import review_flag, set_flag
from watchkeeper.missing.actions.grading import give_rationale, grade_episode, review
from watchkeeper.missing.actions.looking import look
from watchkeeper.missing.actions.recording import (
    CarersForm,
    record_enquiry,
    record_result,
    record_searched,
    record_seen,
    take_form,
)
from watchkeeper.missing.actions.reporting import Reported, report_missing
from watchkeeper.missing.actions.returning import (
    hold_interview,
    mend_found,
    record_found,
    record_return,
    tell_authority,
)
from watchkeeper.missing.facts import EnquiryKind, FlagKind, Grade, Ground, ReturnStep, SeenKind, Source
from watchkeeper.missing.stored import case_as_known, cases_as_known, open_refs
from watchkeeper.workforce.acts import Acting, Refused

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
BARE = Reported(facts.Episode("", "", REPORTED), facts.MissingPerson(""))
SEARCHED = facts.Searched("", "", Source.FAMILY, REPORTED, "A. Name", "020 7946 0000")
FORM = CarersForm(facts.PhilomenaForm("", "", "3", REPORTED, date(2026, 3, 1)))
PHONE = facts.Seen("", "", SeenKind.PHONE, "07700 900000", REPORTED)


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    episode()


VERBS: dict[str, Callable[[Acting], Any]] = {
    "report": lambda a: report_missing(BARE, replace(a, about="")),
    "search": lambda a: record_searched(SEARCHED, "seen at noon", a),
    "grade": lambda a: grade_episode(given(Grade.MEDIUM), a),
    "review": lambda a: review("looked at every line", a),
    "enquiry": lambda a: record_enquiry(EnquiryKind.CALL, NOON, "", a),
    "form": lambda a: take_form(FORM, a),
    "seen": lambda a: record_seen(PHONE, "", a),
    "found": lambda a: record_found(found(), "nobody", "", a),
    "flag": lambda a: set_flag(FlagKind.SEXUAL, "", None, "an older boyfriend", a),
    "look": look,
}


@pytest.mark.parametrize("verb", VERBS)
def test_without_the_power_nothing_is_saved_and_the_attempt_is_on_the_trail(verb: str, law: Shelf) -> None:
    with pytest.raises(Refused):
        VERBS[verb](acting(ADMINISTRATOR, law))
    refused("is administrator")
    assert case_as_known("E1", known_at=NOON) == facts.Case(
        facts.Episode("E1", "M1", REPORTED, "U1", medicine=False, self_harm=False, weather=False),
        facts.MissingPerson("M1", date(2011, 5, 1), facts.Care.FAMILY, authority="Islington"),
    )


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "report"])
def test_who_does_not_need_to_know_is_refused(verb: str, law: Shelf) -> None:
    with pytest.raises(Refused):
        VERBS[verb](acting(OTHER_UNIT if verb != "review" else replace(SERGEANT, unit="U2"), law))
    refused("of the unit of the episode")


@pytest.mark.parametrize("verb", VERBS)
def test_each_act_is_sealed_in_its_own_transaction(verb: str, law: Shelf) -> None:
    VERBS[verb](acting(COORDINATOR, law))
    assert last().kind is Kind.DONE
    assert "stored" in dict(last().facts) or verb == "look"
    assert check().holds


def test_a_report_with_nothing_but_its_instant_is_saved_and_open(law: Shelf) -> None:
    row = report_missing(BARE, acting(INVESTIGATOR, law, episode=""))
    assert row.missing_ref
    assert (row.unit, row.medicine) == ("U1", None)
    assert open_refs("U1", at=NOON, known_at=NOON) == ["E1", row.ref]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reported_at": NOON + MINUTE}, "reported before now"),
        ({"last_seen_at": REPORTED + MINUTE}, "they were last seen before the report"),
        ({"home": "H404"}, "home is on record"),
    ],
)
def test_a_report_that_cannot_be_is_refused(law: Shelf, changes: dict[str, Any], words: str) -> None:
    told = replace(BARE, episode=replace(BARE.episode, **changes))
    with pytest.raises(Refused):
        report_missing(told, acting(INVESTIGATOR, law, episode=""))
    refused(words)


def test_a_reference_that_is_taken_and_a_person_nobody_recorded_are_refused(law: Shelf) -> None:
    with pytest.raises(Refused):
        report_missing(replace(BARE, who=facts.MissingPerson("M404")), acting(INVESTIGATOR, law))
    refused("reference is free", "person is on record")


def test_a_grade_is_saved_whatever_it_lacks_and_says_so(law: Shelf) -> None:
    row, decision = grade_episode(given(Grade.LOW), acting(INVESTIGATOR, law))
    assert not decision.allowed
    assert models.Graded.objects.get().grade == row.grade == "low"
    assert any("not met: not searched" in reason for reason in last().reasons)
    assert ("proposed", "medium") in last().facts


def test_how_often_a_child_goes_missing_lowers_nothing(law: Shelf) -> None:
    searched()
    rests = (Ground.OFTEN_MISSING, Ground.COMES_BACK)
    _, decision = grade_episode(given(Grade.MEDIUM, grounds=rests), acting(INVESTIGATOR, law))
    assert [reason.says for reason in decision.unmet] == ["rests on often goes missing and always comes back"]


def test_a_supervisor_who_did_not_give_the_grade_adds_the_rationale(law: Shelf) -> None:
    searched()
    row, decision = grade_episode(given(Grade.LOW), acting(COORDINATOR, law))
    assert [reason.says for reason in decision.unmet] == [
        "a supervisor's rationale: the facts propose medium"
    ]
    with pytest.raises(Refused):
        give_rationale(row.ref, WHY, acting(COORDINATOR, law, later=1))
    refused("own work is decided by another officer")
    with pytest.raises(Refused):
        give_rationale(row.ref, " ", acting(SERGEANT, law, later=2))
    refused("said in words")
    _, decision = give_rationale(row.ref, WHY, acting(SERGEANT, law, later=3))
    assert decision.allowed
    with pytest.raises(Refused):
        give_rationale(row.ref, WHY, acting(SERGEANT, law, later=4))
    refused("no rationale yet")


def test_high_alerts_the_duty_inspector_in_the_same_act_and_once(law: Shelf) -> None:
    grade_episode(given(Grade.HIGH), acting(INVESTIGATOR, law))
    grade_episode(given(Grade.HIGH), acting(INVESTIGATOR, law, later=1))
    alert = Alert.objects.get()
    assert (alert.kind, alert.unit, alert.least_rank) == ("somebody missing graded high", "U1", "inspector")
    assert (alert.person_ref, alert.cause) == ("", "E1")


def test_nobody_reviews_a_grade_they_gave_and_whoever_is_found_is_graded_still(law: Shelf) -> None:
    searched()
    grade_episode(given(Grade.MEDIUM), acting(SERGEANT, law))
    with pytest.raises(Refused):
        review("looked at every line", acting(SERGEANT, law, later=1))
    refused("own work")
    review("looked at every line", acting(INSPECTOR, law, later=2))
    record_found(found(), "", "", acting(INVESTIGATOR, law, later=3))
    _, found_so = grade_episode(given(Grade.HIGH), acting(INVESTIGATOR, law, later=4))
    assert found_so.allowed
    assert not Alert.objects.filter(kind="somebody missing graded high").exists(), (
        "nobody is sent out for them"
    )


@pytest.mark.parametrize(("away", "kept"), [(-1, False), (0, True), (28, True), (29, False)])
def test_a_flag_is_looked_at_again_within_policy(law: Shelf, away: int, *, kept: bool) -> None:
    assert law["flag_review_days"].whole(ON) == 28
    by = acting(INVESTIGATOR, law)
    if kept:
        assert set_flag(FlagKind.SEXUAL, "", ON + timedelta(days=away), "an older boyfriend", by).ref
        return
    with pytest.raises(Refused):
        set_flag(FlagKind.SEXUAL, "", ON + timedelta(days=away), "an older boyfriend", by)
    refused("looked at again")


@pytest.mark.parametrize("word", ["report", "links", "stream", "child"])
def test_no_episode_is_called_as_a_page_beside_it(law: Shelf, word: str) -> None:
    by = replace(acting(INVESTIGATOR, law), about=word)
    told = Reported(facts.Episode(word, "", NOON - MINUTE), facts.MissingPerson(""), family_name="Example")
    with pytest.raises(Refused):
        report_missing(told, by)
    refused("no word of an address")


def test_the_result_of_an_enquiry_is_a_new_version(law: Shelf) -> None:
    row = record_enquiry(EnquiryKind.ADDRESS, NOON, "", acting(INVESTIGATOR, law))
    record_result(row.ref, "Nobody there.", acting(INVESTIGATOR, law, later=1))
    case = case_as_known("E1", known_at=NOON + MINUTE)
    assert case is not None
    assert [each.result for each in case.enquiries] == ["Nobody there."]
    assert models.Enquiry.objects.count() == 2
    with pytest.raises(Refused):
        record_result("Q404", "", acting(INVESTIGATOR, law, later=2))
    refused("enquiry is on record", "said in words")


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (lambda a: record_enquiry(EnquiryKind.CALL, REPORTED - MINUTE, "", a), "not before the report"),
        (lambda a: record_enquiry(EnquiryKind.CALL, NOON + MINUTE, "", a), "the time has come"),
        (lambda a: record_searched(replace(SEARCHED, at=NOON + MINUTE), "", a), "the time has come"),
        (lambda a: take_form(replace(FORM, form=replace(FORM.form, version=" ")), a), "which version"),
        (lambda a: record_seen(replace(PHONE, person="P404"), "", a), "person is on record"),
        (lambda a: record_seen(replace(PHONE, kind=SeenKind.TOGETHER), "", a), "other child is on record"),
        (lambda a: hold_interview(NOON, "", a, in_person=True), "they are found"),
        (lambda a: set_flag(FlagKind.SEXUAL, "O404", None, "", a), "owner is on record"),
    ],
)
def test_what_cannot_be_is_refused_with_everything_that_is_wrong(
    law: Shelf, verb: Callable[[Acting], Any], words: str
) -> None:
    with pytest.raises(Refused):
        verb(acting(INVESTIGATOR, law))
    refused(words)


def test_a_form_is_taken_in_for_the_child_and_a_flag_reviewed(law: Shelf) -> None:
    take_form(FORM, acting(INVESTIGATOR, law))
    row = set_flag(FlagKind.CRIMINAL, "", None, "carries a second phone", acting(INVESTIGATOR, law, later=1))
    review_flag(row.ref, "O2", ON, "owner named", acting(SERGEANT, law, later=2), holds=True)
    case = case_as_known("E1", known_at=NOON + 2 * MINUTE)
    assert case is not None
    assert case.forms[0].episode == "E1"
    assert (case.flags[0].owner, case.flags[0].review_on, case.flags[0].until) == ("O2", ON, None)
    review_flag(row.ref, "O2", None, "no longer", acting(SERGEANT, law, later=3), holds=False)
    case = case_as_known("E1", known_at=NOON + 3 * MINUTE)
    assert case is not None
    assert case.flags[0].until == ON


def test_an_episode_is_closed_when_it_is_whole_and_not_before(law: Shelf) -> None:
    searched()
    grade_episode(given(Grade.MEDIUM), acting(INVESTIGATOR, law))
    with pytest.raises(Refused):
        close_episode("found", acting(COORDINATOR, law, later=1))
    refused("they are found")
    at = NOON + 2 * MINUTE
    record_found(replace(found(), at=at), "nobody", "", acting(INVESTIGATOR, law, later=2))
    with pytest.raises(Refused):
        close_episode(" ", acting(COORDINATOR, law, later=3))
    refused("prevention interview", "local authority is told", "return interview", "a reason is given")
    hold_interview(at, "safe", acting(INVESTIGATOR, law, later=4), in_person=True)
    tell_authority(at, "Islington", acting(INVESTIGATOR, law, later=5))
    record_return(ReturnStep.OFFERED, at, "", acting(INVESTIGATOR, law, later=6))
    close_episode("found and whole", acting(COORDINATOR, law, later=7))
    assert open_refs(at=NOON + 9 * MINUTE, known_at=NOON + 9 * MINUTE) == []
    assert check().holds


def test_being_found_is_recorded_once_and_can_be_put_right(law: Shelf) -> None:
    record_found(found("", None), "", "", acting(INVESTIGATOR, law))
    with pytest.raises(Refused):
        record_found(found(), "", "", acting(INVESTIGATOR, law, later=1))
    refused("nobody recorded yet")
    mend_found(found(), "a friend", "", acting(INVESTIGATOR, law, later=2))
    case = case_as_known("E1", known_at=NOON + 2 * MINUTE)
    assert case is not None
    assert [each.postcode for each in case.finds] == ["N1 9GU"]


def test_many_cases_read_together_are_the_cases_read_one_by_one(law: Shelf) -> None:
    searched()
    for verb in ("grade", "review", "enquiry", "form", "seen", "flag", "found"):
        VERBS[verb](acting(INVESTIGATOR if verb == "grade" else COORDINATOR, law))
    other = report_missing(
        replace(BARE, who=facts.MissingPerson("M1")), acting(INVESTIGATOR, law, episode="E2", later=1)
    ).ref
    at = NOON + MINUTE
    single = tuple(case_as_known(ref, known_at=at) for ref in ("E1", other))
    assert cases_as_known([other, "E1", "E404"], known_at=at) == single
    assert single[0] is not None
    assert single[0].earlier == (REPORTED,)
