"""The board as it is pushed: what moves it, who took on what rang, and that it says what the page says."""

import json
from datetime import timedelta

import pytest

from tests.conftest import NOON
from tests.unit.missing.desk import AT, Clock, enter, holds, read, sits
from tests.unit.missing.scene import (
    COORDINATOR,
    INVESTIGATOR,
    OTHER_UNIT,
    POSTCODE,
    REPORTED,
    acting,
    found,
    given,
)
from tests.unit.workforce.officers import INSPECTOR, MANAGER, SERGEANT
from tests.unit.workforce.records import CARRIED, person
from watchkeeper.accounts.models import Account
from watchkeeper.alerts.models import Acknowledgement
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.actions.grading import grade_episode
from watchkeeper.missing.actions.looking import look
from watchkeeper.missing.actions.recording import record_enquiry
from watchkeeper.missing.actions.reporting import Reported, report_missing
from watchkeeper.missing.actions.returning import record_found
from watchkeeper.missing.facts import EnquiryKind, Episode, Grade, MissingPerson
from watchkeeper.people.models import Address
from watchkeeper.registers.models import Disposal
from watchkeeper.web import missing_pushing
from watchkeeper.web.missing_pushing import Board, Moved, news
from watchkeeper.web.pushing import Listener
from watchkeeper.workforce.facts import Officer

pytestmark = pytest.mark.django_db
TOLD = Reported(Episode("", "", NOON, "U2"), MissingPerson(""), given_names="Ann", family_name="Example")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return enter(monkeypatch)


def board(by: Officer, unit: str = "") -> Board:
    """An open board of somebody who is signed in."""
    browser = sits(by)
    account = Account.objects.get(officer_ref=by.ref)
    return Board(Listener(account.pk, by.ref, browser.session.session_key or "", (0, 0)), unit)


def pushed(one: Board) -> str:
    """The board it is told, empty for a heartbeat."""
    said = news(one)
    assert said is not None
    if said.startswith(b":"):
        return ""
    return str(json.loads(said.decode().split("data: ", 1)[1])["board"])


def test_an_act_about_the_missing_moves_the_board_and_a_look_does_not(law: Shelf) -> None:
    newest = Moved()
    first = newest()
    look(acting(COORDINATOR, law))
    assert newest() == first
    record_enquiry(EnquiryKind.CALL, NOON, "", acting(INVESTIGATOR, law))
    moved = newest()
    assert moved > first
    assert newest() == moved


def test_a_new_report_is_on_the_board_at_once_and_the_minutes_pass_by_themselves(
    law: Shelf, clock: Clock
) -> None:
    one = board(COORDINATOR)
    holds(pushed(one), ["1 episode is open", "6 hours"])
    assert pushed(one) == ""
    report_missing(TOLD, acting(OTHER_UNIT, law, episode="E7"))
    said = pushed(one)
    holds(said, ['data-episode="E7"', "2 episodes are open", "Somebody reported missing: <strong>nobody yet"])
    assert "Example" not in said
    clock.on(1)
    holds(pushed(one), ["6 hours 1 minute", "1 minute"])


def test_the_board_that_is_pushed_is_the_board_of_the_page(law: Shelf) -> None:
    report_missing(TOLD, acting(OTHER_UNIT, law, episode="E7"))
    report_missing(TOLD, acting(OTHER_UNIT, law, episode="E8", later=0))
    grade_episode(given(Grade.HIGH), acting(INVESTIGATOR, law))
    for by, unit in ((COORDINATOR, ""), (COORDINATOR, "U2"), (INVESTIGATOR, "U2"), (OTHER_UNIT, "")):
        one = board(by, unit)
        page = sits(by).get(f"/missing/?unit={unit}").content.decode()
        assert pushed(one).strip() in page


def test_a_board_ends_with_its_session_and_with_the_power(law: Shelf) -> None:
    one = board(INVESTIGATOR)
    pushed(one)
    Account.objects.filter(officer_ref=INVESTIGATOR.ref).update(is_active=False)
    assert news(one) is None
    other = board(COORDINATOR)
    other.listener.session = "nothing"
    assert news(other) is None


def test_a_report_is_taken_on_by_name_and_the_board_says_by_whom(law: Shelf, clock: Clock) -> None:
    report_missing(TOLD, acting(OTHER_UNIT, law, episode="E7"))
    clock.on(2)
    assert "nobody yet" in sits(COORDINATOR).get("/missing/").content.decode()
    browser = sits(COORDINATOR)
    at = "/missing/E7/"
    holds(read(browser, at=at), ["Somebody reported missing", "nobody took it on yet", "Take it on"])
    holds(read(browser, "take-on/", at=at), ["is yours to take on", "Somebody reported missing"])
    assert browser.post(f"{at}take-on/").status_code == 303
    holds(read(browser, "take-on/", at=at), ["Nothing that rang", "MC1, 20 March 2026, 12:02"])
    holds(read(browser, at=at), ["taken on by MC1, 20 March 2026, 12:02"])
    said = browser.get("/missing/").content.decode()
    assert "Somebody reported missing: MC1, 20 March 2026, 12:02" in said
    assert browser.post(f"{at}take-on/").status_code == 200  # nothing is left, and nothing is taken on twice
    assert Acknowledgement.objects.count() == 1


def test_who_may_not_take_it_on_is_told_why_and_an_investigator_is_not_offered_it(law: Shelf) -> None:
    report_missing(
        Reported(Episode("", "M1", REPORTED, "U1"), MissingPerson("M1")),
        acting(INVESTIGATOR, law, episode="E5"),
    )
    manager = sits(MANAGER)
    manager.post("/missing/E5/purpose/", {"purpose": "find"})
    holds(read(manager, "take-on/", at="/missing/E5/"), ["For somebody else (1)", "for those who supervise"])
    manager.post("/missing/E5/take-on/")
    assert Acknowledgement.objects.count() == 0
    assert "Take on" not in sits(INVESTIGATOR).get("/missing/").content.decode()
    assert sits(INVESTIGATOR).get(f"{AT}take-on/").status_code == 403


def test_a_ring_about_a_child_who_is_found_stays_on_the_board_until_it_is_taken_on(
    law: Shelf, clock: Clock
) -> None:
    person()
    Address.objects.create(
        ref="A9", person_ref="P1", kind="home", postcode=POSTCODE, since=REPORTED.date(), **CARRIED
    )
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    clock.on(1)
    for by in (COORDINATOR, INSPECTOR):
        said = sits(by).get("/missing/").content.decode()
        holds(said, ["Rung about somebody who is found (1)", "nobody yet", "Nobody is on record as missing"])
        assert "P1" not in said
    assert "Rung about" not in sits(OTHER_UNIT).get("/missing/").content.decode()
    sits(INSPECTOR).post(f"{AT}take-on/")
    sits(COORDINATOR).post(f"{AT}take-on/")
    said = sits(SERGEANT).get("/missing/").content.decode()
    holds(said, ["O3, 20 March 2026, 12:01", "MC1, 20 March 2026, 12:01"])
    clock.now += timedelta(days=2)
    assert "Rung about" not in sits(SERGEANT).get("/missing/").content.decode()
    assert Disposal.objects.count() == models.Closed.objects.count() == 0
    assert missing_pushing.NEWEST() > 0
