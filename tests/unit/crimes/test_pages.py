"""Every page of a crime, of allocation and of standards answers whoever it is for, with what is on record."""

from datetime import timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.images import ALLOCATOR, BELOW, FIT, IMAGES, SERGEANT, client, enter
from tests.unit.workforce.officers import officer
from tests.unit.workforce.records import CARRIED, person
from watchkeeper.crimes import models
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Rank, Role

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


def test_a_report_with_nothing_but_its_instant_is_saved() -> None:
    sent = {
        "reported-day": ON.day,
        "reported-month": ON.month,
        "reported-year": ON.year,
        "reported-time": "08:05",
    }
    answer = client(FIT).post("/crimes/report/", sent)
    assert answer.status_code == 303
    assert models.Crime.objects.count() == 2


@pytest.mark.parametrize("show", ["mine", "supervised", "unallocated", "unit"])
def test_every_list_of_crimes_answers(show: str) -> None:
    assert client(SERGEANT).get(f"/crimes/?show={show}").status_code == 200


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
