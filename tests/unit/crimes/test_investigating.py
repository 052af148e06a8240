"""What is done in an investigation: each an act, refused without the power, and wrong days turned away."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.scene import INVESTIGATOR, OTHER_UNIT, acting, crime, staff
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, SERGEANT
from tests.unit.workforce.records import CARRIED, refused
from watchkeeper.audit.actions import check
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.closing import propose_close, second_look
from watchkeeper.crimes.actions.grading import grade_crime
from watchkeeper.crimes.actions.investigating import (
    finish_enquiry,
    record_device,
    record_event,
    review,
    set_enquiry,
    tell_victim,
)
from watchkeeper.crimes.facts import EventKind, Graded, OffenceGroup, Response, ReviewKind, Step, Told
from watchkeeper.crimes.rules.triage import LETTERS
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Acting, Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WORDS = "phone examined and nothing found"
THRIVE = Graded("", "C1", Response.PRIORITY, ON, "", **dict.fromkeys(LETTERS, "two words"))
IMAGES = frozenset({OffenceGroup.INDECENT_IMAGES})
VOLUME = frozenset({OffenceGroup.VOLUME})

DONE: dict[str, Callable[[Acting], Any]] = {
    "set an enquiry": lambda a: set_enquiry("house to house", ON, a),
    "record an event": lambda a: record_event(EventKind.ARREST, ON, a),
    "tell a victim": lambda a: tell_victim(Told.NEEDS, ON, a, party=""),
    "record a device": lambda a: record_device("EX1", Step.SEIZED, ON, a),
    "grade": lambda a: grade_crime(THRIVE, "", a, kinds=VOLUME),
    "propose to close": lambda a: propose_close(18, WORDS, a, kinds=VOLUME),
}


@pytest.fixture(autouse=True)
def force() -> None:
    staff()
    crime()


@pytest.mark.parametrize("name", DONE)
def test_the_holder_may_and_it_is_on_the_trail(law: Shelf, name: str) -> None:
    row = DONE[name](acting(INVESTIGATOR, law))
    assert row.act > 0
    assert check().holds


@pytest.mark.parametrize("name", DONE)
@pytest.mark.parametrize("by", [ADMINISTRATOR, OTHER_UNIT], ids=["no power", "no need to know"])
def test_nobody_else_may_and_nothing_is_stored(law: Shelf, name: str, by: Any) -> None:
    before = [model.objects.count() for model in (models.Enquiry, models.CaseEvent, models.Finalised)]
    with pytest.raises(Refused):
        DONE[name](acting(by, law))
    assert [m.objects.count() for m in (models.Enquiry, models.CaseEvent, models.Finalised)] == before


@pytest.mark.parametrize("name", DONE)
def test_of_a_crime_nobody_recorded_nothing_is_stored(law: Shelf, name: str) -> None:
    with pytest.raises(Refused):
        DONE[name](acting(INVESTIGATOR, law, crime="C404"))
    refused("no crime is on record as C404")


def test_an_enquiry_is_done_once_and_says_what_it_said(law: Shelf) -> None:
    row = set_enquiry("house to house", ON + DAY, acting(INVESTIGATOR, law))
    done = finish_enquiry(row.ref, acting(INVESTIGATOR, law, later=1))
    assert (done.says, done.due_on, done.done_on) == ("house to house", ON + DAY, ON)
    with pytest.raises(Refused):
        finish_enquiry(row.ref, acting(INVESTIGATOR, law, later=2))
    refused("still open")


@pytest.mark.parametrize(
    ("name", "do", "words"),
    [
        ("no words", lambda a: set_enquiry(" ", None, a), "said in words"),
        ("due yesterday", lambda a: set_enquiry("x", ON - DAY, a), "today or later"),
        ("tomorrow", lambda a: record_event(EventKind.ARREST, ON + DAY, a), "day has come"),
        ("before it", lambda a: record_event(EventKind.ARREST, date(2026, 3, 17), a), "before the report"),
        ("whom", lambda a: record_event(EventKind.ARREST, ON, a, party="X"), "in the case"),
        ("until", lambda a: record_event(EventKind.ARREST, ON, a, until=ON + DAY), "only bail"),
        ("bail", lambda a: record_event(EventKind.BAIL, ON, a, until=ON), "only bail"),
        ("of what", lambda a: tell_victim(Told.UPDATE, ON, a, party=""), "which event"),
        ("no event", lambda a: tell_victim(Told.UPDATE, ON, a, party="", event="E9"), "event is on record"),
        ("no exhibit", lambda a: record_device(" ", Step.SEIZED, ON, a), "exhibit"),
        ("not set", lambda a: finish_enquiry("E9", a), "on record"),
        ("code 0", lambda a: propose_close(0, WORDS, a, kinds=VOLUME), "from 1 to 22"),
        ("code 23", lambda a: propose_close(23, WORDS, a, kinds=VOLUME), "from 1 to 22"),
        ("no reason", lambda a: propose_close(18, " ", a, kinds=VOLUME), "a reason"),
    ],
)
def test_what_cannot_be_so_is_refused_in_words(
    law: Shelf, name: str, do: Callable[[Acting], Any], words: str
) -> None:
    with pytest.raises(Refused):
        do(acting(INVESTIGATOR, law))
    refused(words)


def test_the_first_look_is_the_initial_one_and_nobody_reviews_what_they_hold(law: Shelf) -> None:
    kinds = [review("plan is sound", None, acting(SERGEANT, law, later=n)).kind for n in (0, 1)]
    assert kinds == [ReviewKind.INITIAL, ReviewKind.REVIEW]
    models.Held.objects.create(
        ref="H2", crime_ref="C1", officer_ref="O2", since=ON, supervisor="O3", **CARRIED
    )
    with pytest.raises(Refused):
        review("my own", None, acting(SERGEANT, law, later=2))
    refused("own work")


def test_a_grade_below_the_proposed_one_needs_its_reason(law: Shelf) -> None:
    lower = Graded("", "C1", Response.DESK, ON, "", **dict.fromkeys(LETTERS, "two words"))
    with pytest.raises(Refused):
        grade_crime(lower, "", acting(INVESTIGATOR, law), kinds=IMAGES)
    refused("why it is less urgent than priority")
    assert grade_crime(lower, "victim abroad", acting(INVESTIGATOR, law, later=1), kinds=IMAGES).by == "D1"


def test_images_close_only_once_another_officer_has_looked(law: Shelf) -> None:
    proposal = propose_close(15, WORDS, acting(INVESTIGATOR, law), kinds=IMAGES)
    with pytest.raises(Refused):
        propose_close(15, WORDS, acting(INVESTIGATOR, law, later=1), kinds=IMAGES)
    refused("waits for its second look")
    with pytest.raises(Refused):
        second_look(proposal.ref, acting(INSPECTOR, law, later=2), agrees=True, safeguarding=False)
    refused("safeguarding is checked")
    second_look(proposal.ref, acting(INSPECTOR, law, later=3), agrees=True, safeguarding=True)
    case = case_as_known("C1", known_at=NOON + timedelta(minutes=3))
    assert case is not None
    (final,) = case.finals
    assert (final.second_by, final.second_agrees) == ("O3", True)
    with pytest.raises(Refused):
        second_look(proposal.ref, acting(INSPECTOR, law, later=4), agrees=True, safeguarding=True)
    refused("nobody has looked yet")


def test_whoever_proposed_it_does_not_look_a_second_time(law: Shelf) -> None:
    proposal = propose_close(15, WORDS, acting(INSPECTOR, law), kinds=IMAGES)
    with pytest.raises(Refused):
        second_look(proposal.ref, acting(INSPECTOR, law, later=1), agrees=True, safeguarding=True)
    refused("own work")
