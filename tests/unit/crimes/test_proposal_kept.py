"""A proposal stands, line for line, until something it rests on is recorded: taking a line as it is moves no other."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

import pytest
from django.test import Client

from tests.conftest import NOON
from tests.unit.crimes.images import ALLOCATOR, CHIEF, FIT, IMAGES, LONG_AGO, client, enter
from tests.unit.crimes.scene import acting
from tests.unit.workforce.records import CARRIED
from watchkeeper import today
from watchkeeper.audit.models import Entry
from watchkeeper.crimes import models
from watchkeeper.crimes.actions import proposing
from watchkeeper.crimes.actions.investigating import set_enquiry
from watchkeeper.law.shelf import Shelf
from watchkeeper.web import allocation_kept
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Course, Power

pytestmark = pytest.mark.django_db(transaction=True)
PROPOSAL = "/allocate/proposal/"
CRIMES = ("C2", "C3", "C4")


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four crimes of images and two who may hold them; each request comes a minute after the one before."""
    enter(monkeypatch)
    minutes = count()
    monkeypatch.setattr(today, "now", lambda: NOON + timedelta(minutes=next(minutes)))
    for ref in CRIMES:
        models.Crime.objects.create(
            ref=ref, reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
        )
    for course in (Course.PIP1, Course.PIP2, Course.INDECENT_IMAGES):
        workforce.Training.objects.create(
            ref=f"R1-{course}", officer_ref="R1", course=course, awarded_on=LONG_AGO, **CARRIED
        )
    workforce.Screening.objects.create(
        ref="SC9", officer_ref="R1", on=LONG_AGO, cleared=True, expires_on=date(2030, 1, 6), **CARRIED
    )


def worked() -> int:
    """How often a proposal was worked out by an act."""
    return Entry.objects.filter(power=Power.PROPOSE_ALLOCATION, kind="done").count()


def lines(browser: Client) -> dict[str, str]:
    """The lines that wait for an answer: each crime and to whom it is proposed."""
    said = browser.get(PROPOSAL).content.decode()
    return dict(re.findall(r'name="officer-(\w+)" value="(\w+)"', said))


def take(browser: Client, crime: str, officer: str, supervisor: str = "S1") -> str:
    sent = {f"answer-{crime}": "take", f"officer-{crime}": officer, f"supervisor-{crime}": supervisor}
    return browser.post(PROPOSAL, sent, follow=True).content.decode()


def test_line_by_line_nothing_moves_and_what_was_taken_is_shown_as_given() -> None:
    browser = client(ALLOCATOR)
    first = lines(browser)
    assert set(first) == {IMAGES, *CRIMES}
    left = dict(first)
    for crime, officer in first.items():
        said = take(browser, crime, officer)
        assert "Given: 1. What is left stands below as it was proposed." in said
        del left[crime]
        assert f"Given as proposed ({len(first) - len(left)})" in said
        assert f">{crime}</a>: {officer}" in said
        assert lines(browser) == left
    assert worked() == 1
    assert "Every line was given" in browser.get(PROPOSAL).content.decode()


def test_another_process_of_the_server_shows_the_same_proposal_and_works_out_none_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    browser = client(ALLOCATOR)
    first = lines(browser)
    crime, officer = next(iter(first.items()))
    take(browser, crime, officer)
    here = dict(allocation_kept._kept)
    monkeypatch.setattr(allocation_kept, "_kept", {})  # as another process begins
    said = browser.get(PROPOSAL).content.decode()
    assert "Given as proposed (1)" in said
    del first[crime]
    assert lines(browser) == first
    monkeypatch.setattr(allocation_kept, "_kept", here)
    assert lines(browser) == first
    assert worked() == 1


def to_another(browser: Client, law: Shelf) -> None:
    crime, officer = next(iter(lines(browser).items()))
    other = "D1" if officer == "R1" else "R1"
    said = browser.post(
        PROPOSAL,
        {f"answer-{crime}": "change", f"other-{crime}": other, f"supervisor-{crime}": "S1"},
        follow=True,
    ).content.decode()
    assert "the rest: it is proposed anew below" in said


def a_crime_arrives(browser: Client, law: Shelf) -> None:
    lines(browser)
    reported = {"reported-day": 20, "reported-month": 3, "reported-year": 2026, "reported-time": "08:05"}
    answer = client(FIT).post("/crimes/report/", {**reported, "suspect-name": "in a red coat", "unit": "U1"})
    assert answer.status_code == 303
    assert models.Crime.objects.count() == 5


def what_was_taken_is_taken_back(browser: Client, law: Shelf) -> None:
    crime, officer = next(iter(lines(browser).items()))
    take(browser, crime, officer)
    assert worked() == 1
    browser.post(f"/allocate/{crime}/", {"officer": "D1" if officer == "R1" else "R1", "supervisor": "S1"})


@pytest.mark.parametrize("change", [to_another, a_crime_arrives, what_was_taken_is_taken_back])
def test_what_it_rests_on_changes_and_it_is_proposed_anew(
    law: Shelf, change: Callable[[Client, Shelf], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, searched = client(ALLOCATOR), count_searches(monkeypatch)
    change(browser, law)
    lines(browser)
    assert (worked(), len(searched)) == (2, 2)  # what this process knows of is not searched for again


def count_searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often a proposal is searched for from now on."""
    found: list[str] = []
    search = proposing.propose
    monkeypatch.setattr(proposing, "propose", lambda *told, **more: found.append("") or search(*told, **more))
    return found


def test_what_it_does_not_rest_on_and_what_others_ask_changes_nothing(law: Shelf) -> None:
    browser = client(ALLOCATOR)
    first = lines(browser)
    crime, officer = next(iter(first.items()))
    take(browser, crime, officer)
    holder = FIT if officer == "D1" else None
    if holder is not None:
        set_enquiry("ask the neighbours", NOON.date(), acting(holder, law, crime=crime, later=30))
    browser.get("/courses/")
    assert worked() == 1
    lines(client(CHIEF))  # of the crimes that another needs to know of
    assert worked() == 2
    assert lines(browser) == {ref: to for ref, to in first.items() if ref != crime}
    assert worked() == 2


def test_a_dispute_about_a_line_that_was_taken_moves_no_other() -> None:
    browser = client(ALLOCATOR)
    first = lines(browser)
    crime, officer = next(iter(first.items()))
    sent = {
        f"answer-{crime}": "argue",
        f"officer-{crime}": officer,
        f"supervisor-{crime}": "S1",
        f"reason-{crime}": "not ours",
        f"decider-{crime}": "I2",
    }
    browser.post(PROPOSAL, sent)
    assert models.Disputed.objects.get().crime_ref == crime
    del first[crime]
    assert lines(browser) == first
    assert worked() == 1
