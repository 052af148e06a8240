"""The board of the missing and the page of one episode: whom they open to, what stands first, what is not said."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.crimes.images import client
from tests.unit.missing.scene import (
    COORDINATOR,
    INVESTIGATOR,
    NEXT_DOOR,
    OTHER_UNIT,
    REPORTED,
    acting,
    episode,
    found,
    given,
    searched,
    staff,
)
from tests.unit.workforce.officers import ADMINISTRATOR, INSPECTOR, MANAGER, SERGEANT, officer
from tests.unit.workforce.records import CARRIED, last, person
from watchkeeper import today
from watchkeeper.alerts.models import Alert
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import facts, models
from watchkeeper.missing.actions.grading import grade_episode
from watchkeeper.missing.actions.recording import record_enquiry, record_seen
from watchkeeper.missing.actions.returning import record_found
from watchkeeper.web import pace
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.models import Managed, Unit
from watchkeeper.workforce.models import Officer as StoredOfficer

pytestmark = pytest.mark.django_db
AT = "/missing/E1/"
FIND = {"purpose": "find"}
INSPECTION = officer("HQ1", Rank.INSPECTOR, Role.INSPECTION)


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(pace, "_asked", {})
    for ref in ("U1", "U2"):
        Unit.objects.create(ref=ref, name=ref, **CARRIED)
    staff()
    StoredOfficer.objects.create(
        ref="HQ1", rank="inspector", role=Role.INSPECTION.value, unit="HQ", since=ON, **CARRIED
    )
    episode()


def missing(ref: str, hours: int, unit: str = "U1", **said: object) -> None:
    told = NOON - timedelta(hours=hours)
    models.MissingPerson.objects.create(
        ref=f"M-{ref}", born_on=date(1990, 5, 1), family_name="Example", given_names="Ann", **CARRIED
    )
    row = {"reported_at": told, "unit": unit, "missing_ref": f"M-{ref}", **said}
    models.Episode.objects.create(ref=ref, **row, **CARRIED)


def read(browser: Client, at: str = AT) -> str:
    """What a page says, to whoever has said why they look."""
    browser.post(f"{at}purpose/", FIND)
    answer = browser.get(at)
    assert answer.status_code == 200
    return answer.content.decode()


def refs_of(said: str) -> list[str]:
    found = re.findall(r'href="/missing/([^/"]+)/"', said)
    return [ref for ref in found if ref not in ("report", "links")]  # ways to other pages, and no episode


@pytest.mark.parametrize("by", [INVESTIGATOR, SERGEANT, INSPECTOR, INSPECTION], ids=lambda by: by.role)
def test_whoever_needs_to_know_says_why_once_and_the_look_is_on_the_trail(by: Officer) -> None:
    browser = client(by)
    asked = browser.get(AT)
    assert asked.status_code == 302
    assert asked.headers["Location"].startswith(f"{AT}purpose/")
    assert "Say why" in browser.post(f"{AT}purpose/", {}).content.decode()
    said = read(browser)
    assert "Missing for 6 hours" in said
    assert "<title>Missing episode E1" in said
    look = last()
    assert (look.power, look.about, look.by) == ("read a missing episode", "E1", by.ref)
    assert look.purpose == "finding whoever is missing"


def test_a_coordinator_is_led_to_the_board_and_opens_an_episode_of_any_unit_at_once() -> None:
    browser = client(COORDINATOR)
    assert 'href="/missing/"' in browser.get("/").content.decode()
    board = browser.get("/missing/").content.decode()
    assert "1 episode is open" in board
    assert browser.get(AT).status_code == 200
    assert last().by == COORDINATOR.ref


def test_another_unit_is_refused_on_the_trail_and_those_without_the_power_at_the_door() -> None:
    browser = client(OTHER_UNIT)
    for at in (AT, f"{AT}purpose/"):
        assert browser.get(at).status_code == 403
        assert (last().kind.value, last().by) == ("refused", OTHER_UNIT.ref)
    assert refs_of(browser.get("/missing/?unit=U1").content.decode()) == []
    without = client(ADMINISTRATOR)
    for at in ("/missing/", AT, f"{AT}purpose/"):
        assert without.get(at).status_code == 403
    assert 'href="/missing/"' not in without.get("/administration/").content.decode()


def test_an_episode_nobody_recorded_is_not_found() -> None:
    browser = client(COORDINATOR)
    assert browser.get("/missing/E9/").status_code == 404
    assert browser.get("/missing/E9/purpose/").status_code == 404


def test_what_must_be_done_stands_first_with_its_minute_and_why(law: Shelf) -> None:
    browser = client(COORDINATOR)
    said = read(browser)
    assert said.index("What must be done") < said.index("Information searched")
    for words in ("Grade of a missing episode", "First enquiry", "late", "reported:", "Nobody has graded it"):
        assert words in said
    assert "needs medicine" in said  # what would change the grade proposed
    searched()
    record_enquiry(facts.EnquiryKind.ADDRESS, NOON, "No answer at the door", acting(INVESTIGATOR, law))
    grade_episode(given(facts.Grade.MEDIUM), acting(INVESTIGATOR, law))
    said = read(browser)
    assert "First enquiry" not in said
    for words in ("No answer at the door", "Given last: <strong>medium", "spoken to since", "A. Name"):
        assert words in said
    assert "Not searched" not in said


def test_found_it_says_what_is_owed_after_and_what_the_close_lacks(law: Shelf) -> None:
    record_found(found(), "an aunt", "tired", acting(INVESTIGATOR, law))
    browser = client(COORDINATOR)
    said = read(browser)
    for words in ("Found after 6 hours", "with an aunt", "Prevention interview", "Return interview"):
        assert words in said
    assert "a prevention interview was held face to face" in said
    assert refs_of(browser.get("/missing/").content.decode()) == []


def test_the_board_sorts_by_harm_then_time_left_and_names_nobody(law: Shelf) -> None:
    missing("E2", hours=1, self_harm=True)  # the facts propose high
    missing("E3", hours=30, unit="U2", self_harm=True)
    missing("E4", hours=2, unit="")
    browser = client(COORDINATOR)
    said = browser.get("/missing/").content.decode()
    assert refs_of(said)[:2] == ["E3", "E2"]
    assert "4 episodes are open" in said
    assert "The oldest was reported 30 hours ago" in said
    assert "Example" not in said
    assert refs_of(browser.get("/missing/?unit=U2").content.decode()) == ["E3", "E4"]
    own = client(INVESTIGATOR).get("/missing/?unit=U2").content.decode()
    assert set(refs_of(own)) == {"E1", "E2", "E4"}  # those of no unit are every unit's


def test_a_board_of_nobody_says_what_would_stand_there() -> None:
    said = client(OTHER_UNIT).get("/missing/").content.decode()
    assert "Nobody is on record as missing from U2" in said
    assert "Each episode of whoever is missing would stand here" in said


def test_a_reference_with_a_stroke_is_read_and_its_alert_leads_there(law: Shelf) -> None:
    missing("01/77/26", hours=1)
    for number, source in enumerate(facts.Source):
        models.Searched.objects.create(
            ref=f"X{number}", episode_ref="01/77/26", source=source.value, at=REPORTED, **CARRIED
        )
    grade_episode(given(facts.Grade.HIGH), acting(INVESTIGATOR, law, episode="01/77/26"))
    page = Alert.objects.get().page
    assert page == "/missing/01~77~26/"
    assert "Missing episode 01/77/26" in read(client(INSPECTOR), page)


def test_each_rung_opens_what_their_alert_says_and_the_manager_learns_no_child(law: Shelf) -> None:
    person()
    Managed.objects.create(ref="MA", person_ref="P1", officer_ref="O1", since=date(2025, 1, 6), **CARRIED)
    adult = facts.Seen("", "", facts.SeenKind.ADULT, "a man of fifty", NOON, person="P1", postcode=NEXT_DOOR)
    record_seen(adult, "", acting(INVESTIGATOR, law))
    theirs = client(MANAGER).get("/alerts/").content.decode()
    assert 'href="/people/P1/"' in theirs
    assert "E1" not in theirs
    for by in (COORDINATOR, INSPECTOR):
        browser = client(by)
        assert f'href="{AT}"' in browser.get("/alerts/").content.decode()
        said = read(browser)
        assert "a man of fifty" in said
        assert "P1" not in said  # they are not told which offender
