"""A child's history, their links and cluster, and ways between two: whom they open to and whom they name."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.conftest import NOON
from tests.unit.crimes.images import client
from tests.unit.missing.scene import COORDINATOR, INVESTIGATOR, OTHER_UNIT, acting, episode, staff
from tests.unit.missing.test_linked import PHONE, another, network, seen
from tests.unit.workforce.officers import ADMINISTRATOR, SERGEANT
from tests.unit.workforce.records import CARRIED, last, person
from watchkeeper import today
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import linked, models
from watchkeeper.missing.actions.linking import answer_link
from watchkeeper.missing.actions.recording import record_seen
from watchkeeper.missing.facts import Seen, SeenKind
from watchkeeper.missing.linking.standing import Verdict
from watchkeeper.web import pace
from watchkeeper.web.link_shown import called
from watchkeeper.workforce.facts import Officer

pytestmark = pytest.mark.django_db
AT = "/missing/child/M1/"
PAGES = (AT, f"{AT}links/", f"{AT}cluster/", f"{AT}links/{called(PHONE)}/")


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "now", lambda: NOON)
    monkeypatch.setattr(pace, "_asked", {})
    monkeypatch.setattr(linked, "_LINKING", linked.Linking())
    staff()
    episode()
    person()


def read(browser: Client, at: str = AT) -> str:
    """What a page says, to whoever has said why they look."""
    browser.post(f"{AT}purpose/", {"purpose": "exploitation"})
    answer = browser.get(at)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def answered(browser: Client, key: str, **said: str) -> str:
    at = f"{AT}links/{called(key)}/"
    read(browser)
    answer = browser.post(at, said, follow=True)
    return answer.content.decode()


@pytest.mark.parametrize("at", PAGES[:3])
def test_the_unit_of_one_episode_says_why_once_and_each_look_is_on_the_trail(at: str) -> None:
    network()
    browser = client(INVESTIGATOR)
    asked = browser.get(at)
    assert asked.status_code == 302
    assert asked.headers["Location"].startswith(f"{AT}purpose/")
    read(browser, at)
    assert (last().power, last().about, last().by) == ("read a missing episode", "M1", INVESTIGATOR.ref)
    assert last().purpose == "exploitation, or a link to another case"


@pytest.mark.parametrize("at", [*PAGES, f"{AT}purpose/"])
def test_another_unit_is_refused_on_the_trail_and_those_without_the_power_at_the_door(at: str) -> None:
    network()
    browser = client(OTHER_UNIT)
    assert browser.get(at).status_code == 403
    if "links/" not in at[len(f"{AT}links/") :] and at != PAGES[3]:  # an investigator answers no link
        assert (last().kind.value, last().by) == ("refused", OTHER_UNIT.ref)
    assert client(ADMINISTRATOR).get(at).status_code == 403


def test_a_child_without_an_episode_and_a_link_nobody_offers_are_not_found() -> None:
    network()
    browser = client(COORDINATOR)
    for at in ("/missing/child/M9/", "/missing/child/M9/purpose/", f"{AT}links/0123456789abcdef/"):
        assert browser.get(at).status_code == 404


def test_the_history_shows_gaps_that_shorten_and_keeps_the_words_of_other_units() -> None:
    for number, ago in ((11, 90), (12, 40), (13, 12), (14, 4)):
        at = NOON - timedelta(days=ago)
        row = {"missing_ref": "M1", "reported_at": at, "unit": "U2" if number == 11 else "U1"}
        models.Episode.objects.create(ref=f"E{number}", **row, **CARRIED)
        models.Found.objects.create(
            ref=f"F{number}",
            episode_ref=f"E{number}",
            at=at + timedelta(hours=5),
            postcode="N1 9AG",
            with_whom=f"somebody {number}",
            **CARRIED,
        )
    models.Flag.objects.create(
        ref="X1", missing_ref="M1", kind="child sexual exploitation", on=date(2026, 2, 1), **CARRIED
    )
    models.Screened.objects.create(
        ref="S1", missing_ref="M1", on=date(2026, 2, 2), pack="seraf", band="significant risk", **CARRIED
    )
    said = read(client(INVESTIGATOR))
    assert "Missing 5 times on record" in said
    assert "and missing now" in said
    assert "Each gap between episodes is shorter than the last" in said
    assert len(re.findall(r'govuk-tag--orange">\s*shorter', said)) == 3
    for words in ("somebody 12", "child sexual exploitation", "significant risk", "No prevention interview"):
        assert words in said
    assert "somebody 11" not in said, "written in an episode of another unit"
    assert "/missing/E11/" not in said
    assert "somebody 11" in read(client(COORDINATOR))
    assert "5 episodes from 20 December 2025" in said


def test_links_are_told_with_evidence_and_nobody_is_named_who_may_not_be(law: Shelf) -> None:
    network()
    models.Episode.objects.create(
        ref="E2", missing_ref="M2", reported_at=NOON - timedelta(hours=6), unit="U2", **{**CARRIED, "act": 2}
    )
    said = read(client(SERGEANT), f"{AT}links/")
    assert "links wait for somebody to confirm or reject" in said
    assert "Red flag" in said
    assert "07700900123" in said
    assert "M3" in said
    assert "M2" not in said, "an episode of another unit"
    hub = read(client(COORDINATOR), f"{AT}links/")
    assert "M2" in hub
    assert "P1" not in hub, "coordinators are not told which offender"
    assert PHONE not in hub.replace(" ", "")
    assert "Answer it" not in read(client(INVESTIGATOR), f"{AT}links/")


def test_a_link_is_confirmed_with_a_reason_and_stays_when_it_would_have_lapsed(law: Shelf) -> None:
    network()
    browser = client(COORDINATOR)
    said = answered(browser, PHONE)
    assert "Choose what you say of it" in said
    assert "Say why" in said
    said = answered(browser, PHONE, verdict="confirmed", reason="one man bought all three")
    assert "The link is confirmed" in said
    assert "Confirmed (1)" in said
    assert "one man bought all three" in read(browser, f"{AT}links/{called(PHONE)}/")
    assert "it can be answered (it is confirmed)" in answered(
        browser, PHONE, verdict="confirmed", reason="again"
    )
    later = NOON + timedelta(days=500)
    (kept,) = linked.links_standing("M1", law, on=later.date(), known_at=later)
    assert (kept.link.key, kept.state, kept.link.children) == (PHONE, "confirmed", ("M1", "M2", "M3"))


def test_a_cluster_is_drawn_with_its_table_and_the_sentence_that_says_why() -> None:
    network()
    browser = client(COORDINATOR)
    said = read(browser, f"{AT}cluster/")
    assert "belong together" in said
    assert "<svg" in said
    assert said.count('href="#wk-member-') == said.count('id="wk-member-')
    assert "red flag" in said
    assert "an adult" in said
    assert "P1" not in said
    another(9, unit="U1", postcode="")
    linked.linking()._links = None  # made here without an act, so no entry of the trail says so
    linked.linking()._ground = None
    said = browser.get("/missing/child/M9/cluster/").content.decode()
    assert "Nobody belongs together with this child" in said


def test_the_way_between_two_is_told_step_by_step_and_each_child_looked_at() -> None:
    network()
    browser = client(COORDINATOR)
    said = browser.get("/missing/links/?one=M3&other=M4").content.decode()
    assert re.search(r"From M3 to M4 in \d steps", said)
    assert "same thing seen" in said
    assert last().about == "M4"
    said = browser.get("/missing/links/?one=M3&other=nobody").content.decode()
    assert "No link that you may see is on record of nobody" in said
    assert "Enter a reference" in browser.get("/missing/links/?one=M3").content.decode()
    assert "two different" in browser.get("/missing/links/?one=M3&other=M3").content.decode()
    assert (
        "No link that you may see is on record of P1"
        in browser.get("/missing/links/?one=M3&other=P1").content.decode()
    )


@pytest.mark.parametrize(("by", "clusters"), [(COORDINATOR, True), (OTHER_UNIT, False)])
def test_clusters_are_listed_for_whoever_needs_to_know_of_a_child_in_them(
    by: Officer, clusters: bool
) -> None:
    network()
    said = client(by).get("/missing/links/").content.decode()
    assert ("1 cluster of children" in said) is clusters
    assert ("No two children are linked" in said) is not clusters
    assert client(ADMINISTRATOR).get("/missing/links/").status_code == 403


def test_what_arrives_is_put_into_the_links_of_the_process_and_what_is_rejected_taken_out(law: Shelf) -> None:
    network()
    standing, on = linked.Linking(), NOON.date()
    first = standing.links(law, on=on, at=NOON)
    assert standing.links(law, on=on, at=NOON) is first
    another(6)
    sight = Seen("", "", SeenKind.PHONE, "07700 900123", NOON - timedelta(hours=2))
    record_seen(sight, "", acting(INVESTIGATOR, law, episode="E6"))
    now = standing.links(law, on=on, at=NOON + timedelta(minutes=1))
    assert now.candidates[PHONE].children == ("M1", "M2", "M3", "M6")
    whole = linked.Linking().links(law, on=on, at=NOON + timedelta(minutes=1))
    assert now.candidates == whole.candidates, "put in one by one or read whole: the same"
    assert now.clusters == whole.clusters
    answer_link(PHONE, Verdict.REJECTED, "the phone of the home", acting(COORDINATOR, law, later=2))
    after = standing.links(law, on=on, at=NOON + timedelta(minutes=3))
    assert PHONE not in after.candidates
    seen("S77", "AB12 CDE", SeenKind.VEHICLE, of="E6")
