"""Every page of a crime, of allocation and of standards answers whoever it is for, with what is on record."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.conftest import NOON, ON
from tests.unit.crimes.images import ALLOCATOR, BELOW, CHIEF, FIT, IMAGES, RECRUIT, SERGEANT, client, enter
from tests.unit.crimes.scene import acting
from tests.unit.workforce.officers import officer
from tests.unit.workforce.records import CARRIED, person
from watchkeeper import today
from watchkeeper.audit.models import Entry
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.holding import override
from watchkeeper.crimes.actions.investigating import set_enquiry
from watchkeeper.law.shelf import Shelf
from watchkeeper.web import crime_kept
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Power, Rank, Role

pytestmark = pytest.mark.django_db(transaction=True)
STANDARDS = officer("PS1", Rank.INSPECTOR, Role.STANDARDS)
AT = f"/crimes/{IMAGES}/"


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch)
    workforce.Officer.objects.create(
        ref="PS1", rank="inspector", role=Role.STANDARDS.value, unit="HQ", since=ON, **CARRIED
    )
    since = ON - timedelta(days=1)
    models.Held.objects.create(
        ref="H1", crime_ref=IMAGES, officer_ref="D1", since=since, supervisor="S1", **CARRIED
    )
    for ref, part in (("P-V", "victim"), ("P-S", "suspect")):
        models.Party.objects.create(ref=ref, crime_ref=IMAGES, part=part, name="Ann Example", **CARRIED)
    models.Enquiry.objects.create(ref="E1", crime_ref=IMAGES, says="ask the school", set_on=since, **CARRIED)


@pytest.mark.parametrize(
    "at",
    [
        "",
        "grade/",
        "enquiry/",
        "enquiry/E1/done/",
        "event/",
        "victim/",
        "device/",
        "party/",
        "party/P-S/",
        "close/",
    ],
)
def test_the_holder_is_answered_and_the_look_is_on_the_trail(at: str) -> None:
    person()
    answer = client(FIT).get(f"{AT}{at}")
    assert answer.status_code == 200
    assert IMAGES in answer.content.decode()


def test_the_page_of_a_crime_says_what_must_be_done_first_and_why() -> None:
    said = client(FIT).get(AT).content.decode()
    for words in ("What must be done", "Grade of a crime", "ask the school", "Nobody recorded", "for you"):
        assert words in said


def test_whoever_neither_holds_nor_supervises_is_asked_why_first() -> None:
    asked = client(ALLOCATOR).get(AT)
    assert asked.status_code == 302
    assert "/purpose/" in asked.headers["Location"]
    assert client(SERGEANT).get(f"{AT}review/").status_code == 200


def test_a_report_that_says_nothing_is_asked_again_and_one_that_says_little_is_saved() -> None:
    sent = {
        "reported-day": ON.day,
        "reported-month": ON.month,
        "reported-year": ON.year,
        "reported-time": "08:05",
        "postcode": "e1 1aa",
    }
    browser = client(FIT)
    asked = browser.post("/crimes/report/", sent, follow=True)
    assert "Say what happened, give the counting code, or enter who is in it" in asked.content.decode()
    assert "e1 1aa" in asked.content.decode()  # what was typed is there still
    assert models.Crime.objects.count() == 1
    answer = browser.post("/crimes/report/", {**sent, "suspect-name": "somebody in a red coat"})
    assert answer.status_code == 303
    assert models.Crime.objects.count() == 2
    long = browser.post("/crimes/report/", {**sent, "summary": "So.", "ref": "C9" * 31}, follow=True)
    assert "No reference is so long: enter one of at most 60 characters" in long.content.decode()
    assert models.Crime.objects.count() == 2, "no page could open a crime whose reference is no address"


@pytest.mark.parametrize("show", ["mine", "supervised", "unallocated", "unit"])
def test_every_list_of_crimes_answers(show: str) -> None:
    assert client(SERGEANT).get(f"/crimes/?show={show}").status_code == 200


def test_the_list_of_a_unit_has_what_waits_for_its_second_look() -> None:
    done = {"outcome": 18, "on": ON, "by": "D1", "reason": "nobody known", **CARRIED}
    models.Finalised.objects.create(ref="F1", crime_ref=IMAGES, **done)
    assert f"/crimes/{IMAGES}/" in client(SERGEANT).get("/crimes/?show=unit").content.decode()


def test_whoever_holds_crimes_has_a_today_of_them_and_nothing_else() -> None:
    said = client(FIT).get("/").content.decode()
    assert "You hold 1 open crime." in said
    assert f'href="/crimes/{IMAGES}/"' in said
    assert "crimes nobody holds" not in said
    assert "Nothing is owed today" in client(RECRUIT).get("/").content.decode()
    picked = client(CHIEF).get("/").content.decode()
    assert "No brief has been compiled yet" in picked  # who supervises reads the brief


def test_today_of_an_allocator_is_what_waits_to_be_given_and_what_is_argued() -> None:
    models.Crime.objects.create(
        ref="C2", reported_at=NOON - timedelta(days=4), offence="86", unit="U1", **CARRIED
    )
    argued = {"officer_ref": "D1", "by": "S1", "reason": "not ours", "decider": "I2", "on": ON, **CARRIED}
    models.Disputed.objects.create(ref="X1", crime_ref=IMAGES, **argued)
    browser = client(ALLOCATOR)
    said = browser.get("/").content.decode()
    assert "1 crime held by nobody" in said
    assert 'href="/crimes/C2/"' in said
    assert "Decision on a disputed allocation" in said
    assert "ask the school" not in said  # a clock of whoever holds the disputed crime
    only = browser.get("/?kind=disputes-to-decide").content.decode()
    assert "/crimes/C2/" not in only
    assert f"/crimes/{IMAGES}/" in only


def test_what_a_unit_lacks_is_counted_and_each_number_leads_to_its_rows() -> None:
    models.Crime.objects.create(
        ref="C2", reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
    )
    browser = client(ALLOCATOR)
    said = browser.get("/courses/").content.decode()
    assert "2 crimes ask for it, 0 of them held by somebody without it and 1 by nobody" in said
    assert "1 can be given to somebody today and 0 to nobody" in said
    behind = browser.get("/courses/?course=indecent-images-tools&which=nobody").content.decode()
    assert "1 are held by nobody" in behind
    assert "/allocate/C2/" in behind
    assert ">D1<" in browser.get("/courses/?course=pip-2&which=officers").content.decode()
    for row in workforce.Training.objects.all():  # every course lapses today
        told = {"officer_ref": row.officer_ref, "course": row.course, "awarded_on": row.awarded_on}
        workforce.Training.objects.create(ref=row.ref, expires_on=ON, **told, **CARRIED)
    lapsed = client(CHIEF).get("/courses/").content.decode()
    assert "nobody holds it" in lapsed
    assert client(FIT).get("/courses/").status_code == 403
    assert browser.get("/courses/force/").status_code == 403


def test_what_would_place_the_rest_is_worked_out_again_when_what_it_rests_on_is_recorded(
    law: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ref in ("C2", "C3"):
        models.Crime.objects.create(
            ref=ref, reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
        )
    browser, proposals = client(ALLOCATOR), Entry.objects.filter(power=Power.PROPOSE_ALLOCATION, kind="done")

    def read(by: Client = browser) -> tuple[str, int]:
        return by.get("/courses/").content.decode(), proposals.count()

    first, worked = read()
    assert "2 can be given to somebody today" in first
    assert worked == 1
    set_enquiry("ask the neighbours", ON, acting(FIT, law, crime=IMAGES))  # of a crime that has a holder
    assert read() == (first, 1)
    browser.post("/allocate/C2/", {"officer": "D1", "supervisor": "S1"})
    second, worked = read()
    assert "1 can be given to somebody today" in second
    assert worked == 1  # given as it was proposed
    override("R1", ON + timedelta(days=1), "nobody else", acting(CHIEF, law, crime="C3", later=1))
    monkeypatch.setattr(today, "now", lambda: NOON + timedelta(minutes=2))
    assert read()[1] == 2
    assert read(client(CHIEF))[1] == 3  # of the crimes that another needs to know of


def test_the_list_of_a_unit_knows_at_once_what_was_done_and_reads_no_more_than_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    models.Crime.objects.create(
        ref="C2", reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
    )
    browser, asked = client(SERGEANT), []
    read = crime_kept.LINES._read
    monkeypatch.setattr(crime_kept.LINES, "_read", lambda *told: asked.append(told[1]) or read(*told))
    assert browser.get("/crimes/?show=unallocated").content.decode().count("/crimes/C2/") == 1
    browser.get("/crimes/?show=unit")
    sent = {"officer": "D1", "supervisor": "S1"}
    assert client(ALLOCATOR).post("/allocate/C2/", sent).status_code == 303
    assert "/crimes/C2/" not in browser.get("/crimes/?show=unallocated").content.decode()
    assert "/crimes/C2/" in browser.get("/crimes/?show=unit").content.decode()
    assert asked == [None, {"C2"}]


def test_the_proposal_is_asked_line_by_line_and_gives_what_was_answered_for() -> None:
    models.Crime.objects.create(
        ref="C2", reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
    )
    browser = client(ALLOCATOR)
    said = browser.get("/allocate/proposal/").content.decode()
    assert "C2: D1" in said
    sent = {"answer-C2": "take", "officer-C2": "D1", "supervisor-C2": "S1"}
    assert browser.post("/allocate/proposal/", sent).status_code == 303
    assert models.Held.objects.get(crime_ref="C2").officer_ref == "D1"
    taken = {"answer-C2": "change", "officer-C2": "D1", "other-C2": "R1", "supervisor-C2": "S1"}
    browser.post("/allocate/proposal/", taken)
    assert not models.Held.objects.filter(officer_ref="R1").exists()


def test_a_draw_of_rechecks_is_kept_with_its_seed_and_drawn_again_by_another() -> None:
    browser = client(STANDARDS)
    assert "Each draw would stand here" in browser.get("/rechecks/").content.decode()
    page = browser.post("/rechecks/").headers["Location"]
    draw = workforce.RecheckDraw.objects.get()
    assert draw.seed in browser.get(page).content.decode()
    workforce.Officer.objects.create(
        ref="V1", rank="inspector", role=Role.VETTING.value, unit="HQ", since=ON, **CARRIED
    )
    again = client(officer("V1", Rank.INSPECTOR, Role.VETTING)).post(page).content.decode()
    assert "it is not the same: 1 of 9, where 1 of 8 are on record" in again  # slipped in behind the draw
    for other in map(client, (SERGEANT, ALLOCATOR)):
        assert other.get(page).status_code == 403
        assert other.post("/rechecks/").status_code == 403
    assert workforce.RecheckDraw.objects.count() == 1


def test_standards_open_a_sealed_record_with_a_purpose_and_nobody_else_does() -> None:
    browser = client(STANDARDS)
    assert browser.get("/standards/").status_code == 200
    assert browser.get("/standards/wash/").status_code == 200
    assert "Why do you need to look?" in browser.get("/standards/officers/R1/").content.decode()
    browser.post("/standards/officers/R1/", {"purpose": "misconduct"})
    assert "Allegations (0)" in browser.get("/standards/officers/R1/").content.decode()
    for what in ("allegation", "restriction", "screening", "suspension", "dismissal", "report", "closed"):
        assert browser.get(f"/standards/officers/R1/record/{what}/").status_code == 200
    assert browser.get("/standards/officers/R1/record/clearance/").status_code == 403
    day = {"made-day": ON.day, "made-month": ON.month, "made-year": ON.year}
    browser.post("/standards/officers/R1/record/allegation/", {"kind": "domestic abuse", **day})
    assert workforce.Allegation.objects.get().officer_ref == "R1"
    for other in map(client, (BELOW, SERGEANT, ALLOCATOR)):
        for at in ("/standards/", "/standards/officers/R1/", "/standards/wash/"):
            assert other.get(at).status_code == 403


@pytest.mark.parametrize(
    ("at", "field"), [("", "other"), ("", "supervisor"), ("override/", "officer"), ("dispute/", "decider")]
)
def test_a_reference_longer_than_any_is_refused_and_not_said_back(at: str, field: str) -> None:
    browser = client(CHIEF if at == "override/" else ALLOCATOR)
    sent = {"officer": "D1", "supervisor": "S1", "reason": "So.", field: "D1" * 5000}
    said = browser.post(f"/allocate/{IMAGES}/{at}", sent, follow=True).content.decode()
    assert "No reference is so long: enter one of at most 60 characters" in said
    assert "D1D1D1" not in said
    assert "not on record" not in said


def test_a_proposal_does_not_say_back_a_reference_longer_than_any() -> None:
    models.Crime.objects.create(
        ref="C2", reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
    )
    browser = client(ALLOCATOR)
    browser.get("/allocate/proposal/")
    sent = {"answer-C2": "change", "other-C2": "D1" * 5000, "supervisor-C2": "S1"}
    said = browser.post("/allocate/proposal/", sent, follow=True).content.decode()
    assert "D1D1D1" not in said
