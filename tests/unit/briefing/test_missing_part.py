"""The coordinator's part of the brief: all of the missing, of every unit, and nothing of the register."""

import re
from datetime import date, timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.images import client
from tests.unit.missing.scene import COORDINATOR, INVESTIGATOR, POSTCODE, acting, episode, found, staff
from tests.unit.workforce.officers import INSPECTOR, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person, refused, unit
from watchkeeper import today
from watchkeeper.briefing.actions import UnknownError, compile_brief
from watchkeeper.briefing.consequences import OF_THE_MISSING
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.missing_part import read_missing_brief, reads_the_missing_alone
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.actions.looking import look
from watchkeeper.missing.actions.returning import record_found
from watchkeeper.people.models import Address
from watchkeeper.web import pace
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.models import Unit

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOON + timedelta(minutes=1)
REGISTER = ("people unmanaged", "load per manager", "decisions owed")


@pytest.fixture(autouse=True)
def force(transactional_db: None, law: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """An episode with nothing done, one found next door to an offender, and a flagged child who was back."""
    monkeypatch.setattr(today, "now", lambda: LATER)
    monkeypatch.setattr(pace, "_asked", {})
    unit()
    Unit.objects.create(ref="U2", name="U2", **CARRIED)
    staff()
    episode()
    person()
    Address.objects.create(
        ref="A2", person_ref="P1", kind="home", postcode=POSTCODE, since=date(2025, 1, 6), **CARRIED
    )
    for ref, days in (("E/2", 40), ("E/3", 9)):
        models.Episode.objects.create(
            ref=ref, missing_ref="M2", reported_at=NOON - timedelta(days=days), unit="U2", **CARRIED
        )
    models.Flag.objects.create(
        ref="X1", missing_ref="M2", kind="child sexual exploitation", on=date(2026, 3, 1), **CARRIED
    )
    look(acting(COORDINATOR, law))  # the rows say that they were stored under act 1


def part(law: Shelf, by: Officer = COORDINATOR, **asked: str) -> list[Line]:
    return list(read_missing_brief(Asked(ON, NOON, **asked), by=by, law=law, at=LATER, account="mc").lines)


def test_it_is_the_lines_about_the_missing_of_the_whole_brief_in_its_order(
    law: Shelf, england: Calendar
) -> None:
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    whole = compile_brief(Asked(ON, NOON), by="O3", law=law, calendar=england, at=LATER).brief
    assert any(line.section not in OF_THE_MISSING for line in whole.lines)
    mine = part(law)
    assert mine == [line for line in whole.lines if line.section in OF_THE_MISSING]
    assert {line.unit for line in mine} == {"U1", "U2"}
    assert part(law, unit="U2") == [line for line in mine if line.unit == "U2"] != []


def test_of_an_offender_it_says_that_one_lives_near_and_not_which(law: Shelf) -> None:
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    (near,) = [line for line in part(law) if line.section == "found near a registered offender"]
    assert near.why[-1] == "people on the register there: 1"
    assert all("P1" not in " ".join((line.who, line.about, *line.why)) for line in part(law))


def test_the_look_is_on_the_trail_with_how_much_it_found(law: Shelf) -> None:
    lines = part(law)
    entry = last()
    assert (entry.power, entry.by) == ("read the brief of the missing", COORDINATOR.ref)
    assert {("lines", str(len(lines))), ("account", "mc")} <= set(entry.facts)


@pytest.mark.parametrize("by", [INVESTIGATOR, SERGEANT, INSPECTOR], ids=lambda by: by.role)
def test_others_are_refused_it_and_it_is_on_the_trail(by: Officer, law: Shelf) -> None:
    with pytest.raises(Refused):
        part(law, by=by)
    refused("needed: missing-persons coordinator")
    assert not reads_the_missing_alone(by, law, on=ON)


def test_a_coordinator_compiles_no_brief_and_a_unit_nobody_knows_is_said(
    law: Shelf, england: Calendar
) -> None:
    assert reads_the_missing_alone(COORDINATOR, law, on=ON)
    with pytest.raises(Refused):
        compile_brief(Asked(ON, NOON), by=COORDINATOR.ref, law=law, calendar=england, at=LATER)
    refused("is missing-persons coordinator")
    with pytest.raises(UnknownError, match="no unit is known as 'U9'"):
        part(law, unit="U9")


def test_today_shows_a_coordinator_the_missing_of_every_unit_and_leads_to_each_episode(
    law: Shelf, england: Calendar
) -> None:
    record_found(found(), "", "", acting(INVESTIGATOR, law))
    compile_brief(Asked(ON, LATER), by="O3", law=law, calendar=england, at=LATER)
    browser = client(COORDINATOR)
    said = browser.get("/").content.decode()
    for section in REGISTER:
        assert section not in said.casefold()
    assert "P1" not in said
    for episode_page in ("/missing/E1/", "/missing/E~2/", "/missing/E~3/"):
        assert f'href="{episode_page}"' in said, "one of each line, and of the flag the child's newest"
    assert re.search(r'href="/missing/E~3/">M2<', said)
    assert 'href="/missing/"' in said
    asked = browser.get("/?section=unmanaged").content.decode()
    assert "people unmanaged" not in asked.casefold()
    of_theirs = browser.get("/?scope=unit").content.decode()
    assert 'href="/missing/E1/"' not in of_theirs
    assert browser.get("/today/print/").status_code == 200
    for shut in ("/today/export/", "/today/backlog/", "/today/views/", "/people/P1/"):
        assert browser.get(shut).status_code == 403


def test_whoever_reads_the_whole_brief_is_led_to_the_episodes_of_their_unit(
    law: Shelf, england: Calendar
) -> None:
    compile_brief(Asked(ON, LATER), by="O3", law=law, calendar=england, at=LATER)
    said = client(INSPECTOR).get("/").content.decode()
    assert 'href="/missing/E1/"' in said
    assert "/missing/E~2/" not in said
    assert said.index("Decisions owed:") < said.index("Missing, and no action in time:")
    assert said.index("Missing, and no action in time:") < said.index("People unmanaged:")


def test_before_the_first_brief_the_board_is_offered(law: Shelf) -> None:
    said = client(COORDINATOR).get("/").content.decode()
    assert "No brief has been compiled yet" in said
    assert 'href="/missing/"' in said
