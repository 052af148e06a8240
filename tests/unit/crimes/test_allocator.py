"""The allocator's pages say everything that is wrong at once, and nothing is given while anything is."""

from datetime import timedelta

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.images import ALLOCATOR, BELOW, CHIEF, IMAGES, LONG_AGO, client, enter
from tests.unit.workforce.records import CARRIED, person
from watchkeeper.access.models import ConflictDeclared
from watchkeeper.crimes import models
from watchkeeper.workforce import models as workforce

pytestmark = pytest.mark.django_db(transaction=True)
ONE = f"/allocate/{IMAGES}/"


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch)


def problems(at: str, sent: dict[str, str], by: object = ALLOCATOR) -> dict[str, str]:
    """What a form is answered with, by the field that each problem leads to; several joined."""
    browser = client(by)  # type: ignore[arg-type]
    browser.post(at, sent)
    found: dict[str, list[str]] = {}
    for each in browser.session["entered"]["problems"]:
        found.setdefault(each["name"], []).append(each["text"])
    return {name: "; ".join(texts) for name, texts in found.items()}


@pytest.mark.parametrize(
    ("officer", "supervisor", "at_officer", "at_supervisor"),
    [
        ("R1", "", "has not passed PIP 2", "Choose who supervises it"),
        ("R1", "R1", "has not passed PIP 2", "nobody supervises what they hold"),
        ("R1", "I2", "has not passed PIP 2", "may not supervise C86: has not passed PIP 2"),
        ("", "I2", "Choose who is to hold it", "may not supervise C86: has not passed PIP 2"),
        ("", "", "Choose who is to hold it", "Choose who supervises it"),
        ("D1", "", "", "Choose who supervises it"),
        ("", "S1", "Choose who is to hold it", ""),
        ("NOBODY", "NOBODY", "no officer is on record as NOBODY", "nobody is on record as NOBODY"),
    ],
)
def test_who_holds_and_who_supervises_are_both_told_each_beside_its_field(
    officer: str, supervisor: str, at_officer: str, at_supervisor: str
) -> None:
    found = problems(ONE, {"officer": officer, "supervisor": supervisor})
    assert set(found) == {
        name for name, says in (("officer", at_officer), ("supervisor", at_supervisor)) if says
    }
    assert at_officer in found.get("officer", "")
    assert at_supervisor in found.get("supervisor", "")
    assert "(blank)" not in str(found)
    assert not models.Held.objects.exists()


def test_somebody_else_by_reference_is_told_beside_that_field() -> None:
    found = problems(ONE, {"officer": "D1", "other": "r1", "supervisor": ""})
    assert "C86 was not given to R1: has not passed PIP 2" in found["other"]
    assert set(found) == {"other", "supervisor"}


def test_an_override_is_told_everything_that_is_wrong() -> None:
    sent = {"officer": "NOBODY", "until-day": "1", "until-month": "1", "until-year": "2020"}
    found = problems(f"{ONE}override/", sent, CHIEF)
    assert "the officer is on record" in found["officer"]
    assert "it lapses within" in found["until"]
    assert found["reason"] == "Say why"
    assert not models.AllocationOverride.objects.exists()


def test_every_line_of_a_proposal_is_told_all_that_is_wrong_with_it() -> None:
    models.Crime.objects.create(
        ref="C2", reported_at=NOON - timedelta(days=1), offence="86", unit="U1", **CARRIED
    )
    sent = {
        "answer-C2": "change",
        "officer-C2": "D1",
        "other-C2": "",
        "supervisor-C2": "I2",
        f"answer-{IMAGES}": "argue",
        f"officer-{IMAGES}": "R1",
        f"supervisor-{IMAGES}": "",
    }
    found = problems("/allocate/proposal/", sent)
    assert "Enter who is to hold C2" in found["other-C2"]
    assert "I2 may not supervise C2: has not passed PIP 2" in found["supervisor-C2"]
    assert "has not passed PIP 2" in found[f"answer-{IMAGES}"]
    assert f"Choose who supervises {IMAGES}" in found[f"supervisor-{IMAGES}"]
    assert f"Say why {IMAGES} is disputed" in found[f"reason-{IMAGES}"]
    assert f"Choose who decides about {IMAGES}" in found[f"decider-{IMAGES}"]
    assert not models.Held.objects.exists()


def test_a_line_given_and_not_disputed_is_told_so() -> None:
    sent = {
        f"answer-{IMAGES}": "argue",
        f"officer-{IMAGES}": "D1",
        f"supervisor-{IMAGES}": "S1",
        f"reason-{IMAGES}": "not ours",
        f"decider-{IMAGES}": "NOBODY",
    }
    found = problems("/allocate/proposal/", sent)
    assert models.Held.objects.get().officer_ref == "D1"
    assert f"{IMAGES} was given to D1, but is not disputed" in found[f"decider-{IMAGES}"]
    assert "was not given" not in str(found)
    assert not models.Disputed.objects.exists()


@pytest.mark.parametrize("answer", ["take", "change", "argue"])
def test_a_line_of_a_page_that_is_old_takes_no_crime_from_whom_another_gave_it(answer: str) -> None:
    workforce.Officer.objects.create(
        ref="D2", rank="constable", role="investigator", unit="U1", since=LONG_AGO, **CARRIED
    )
    models.Held.objects.create(
        ref="H", crime_ref=IMAGES, officer_ref="D2", since=ON, supervisor="S1", **CARRIED
    )
    sent = {
        f"answer-{IMAGES}": answer,
        f"officer-{IMAGES}": "D1",
        f"other-{IMAGES}": "D1",
        f"supervisor-{IMAGES}": "S1",
        f"reason-{IMAGES}": "not ours",
        f"decider-{IMAGES}": "I1",
    }
    found = problems("/allocate/proposal/", sent)
    assert f"{IMAGES} was not given to D1: D2 was given it meanwhile" in str(found)
    assert [held.officer_ref for held in models.Held.objects.all()] == ["D2"]
    assert not models.Disputed.objects.exists()


def relieved(why: str) -> None:
    if why == "suspended":
        workforce.Suspension.objects.create(ref="X", officer_ref="S1", since=ON, **CARRIED)
    elif why == "no longer cleared":
        told = {"officer_ref": "S1", "clearance": "MV", "granted_on": LONG_AGO, "expires_on": ON}
        workforce.Clearance.objects.create(ref="S1-C", **told, **{**CARRIED, "act": 2})
    else:
        person()
        models.Party.objects.create(ref="P", crime_ref=IMAGES, part="suspect", person="P1", **CARRIED)
        told = {"person_ref": "P1", "officer_ref": "S1", "since": LONG_AGO, "by": "S1", "sealed": False}
        ConflictDeclared.objects.create(ref="K", **told, **CARRIED)


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("suspended", "not available"),
        ("no longer cleared", "not available"),
        ("in conflict", "has a conflict of interest"),
    ],
)
def test_nobody_is_put_over_a_crime_who_must_be_relieved_of_it_tonight(why: str, says: str) -> None:
    relieved(why)
    found = problems(ONE, {"officer": "D1", "supervisor": "S1"})
    assert found == {"supervisor": f"S1 may not supervise {IMAGES}: {says}"}
    assert not models.Held.objects.exists()
    page = client(BELOW).get(ONE).content.decode()
    assert 'value="D1"' in page
    assert 'value="S1"' not in page
