"""A recruit cannot be given an indecent-images case by any door: every door there is, tried one by one."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.images import ALLOCATOR, BELOW, CHIEF, IMAGES, LONG_AGO, client, enter
from tests.unit.crimes.scene import acting
from tests.unit.workforce.officers import ADMINISTRATOR
from tests.unit.workforce.records import CARRIED
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.holding import allocate, override
from watchkeeper.intake.actions import load
from watchkeeper.intake.sources import survey
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.actions.correcting import correct
from watchkeeper.workforce.actions.officers import ensure_system_officer
from watchkeeper.workforce.acts import Refused

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def force(monkeypatch: pytest.MonkeyPatch) -> None:
    enter(monkeypatch)


def by_form(law: Shelf, tmp_path: Path) -> None:
    sent = {"officer": "R1", "supervisor": "S1"}
    answer = client(ALLOCATOR).post(f"/allocate/{IMAGES}/", sent, follow=True)
    assert "was not given to R1" in answer.content.decode()


def by_reference(law: Shelf, tmp_path: Path) -> None:
    sent = {"other": "r1", "officer": "D1", "supervisor": "S1"}
    client(ALLOCATOR).post(f"/allocate/{IMAGES}/", sent, follow=True)


def by_act(law: Shelf, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        allocate("R1", "S1", replace(acting(ALLOCATOR, law), about=IMAGES))


def by_override_below_rank(law: Shelf, tmp_path: Path) -> None:
    sent = {
        "officer": "R1",
        "reason": "nobody else",
        "until-day": "27",
        "until-month": "3",
        "until-year": "2026",
    }
    answer = client(BELOW).post(f"/allocate/{IMAGES}/override/", sent)
    assert answer.status_code == 403
    with pytest.raises(Refused):
        override("R1", ON + timedelta(days=7), "nobody else", replace(acting(BELOW, law), about=IMAGES))
    assert not models.AllocationOverride.objects.exists()
    by_act(law, tmp_path)


def by_override_of_rank(law: Shelf, tmp_path: Path) -> None:
    """Leave opens the courses and no more: nobody screened them, and that no override opens."""
    override("R1", ON + timedelta(days=7), "nobody else", replace(acting(CHIEF, law), about=IMAGES))
    with pytest.raises(Refused) as no:
        allocate("R1", "S1", replace(acting(CHIEF, law, later=1), about=IMAGES))
    assert [reason.says for reason in no.value.decision.unmet] == ["not available"]


def by_correction(law: Shelf, tmp_path: Path) -> None:
    row = models.Held.objects.create(ref="H1", crime_ref=IMAGES, officer_ref="D1", since=ON, **CARRIED)
    for by in (ADMINISTRATOR, ALLOCATOR):
        with pytest.raises(Refused):
            correct(row, {"officer_ref": "R1"}, by=by, on=ON, law=law, purpose="put right", at=NOON)


def by_correcting_what_decides(law: Shelf, tmp_path: Path) -> None:
    """Screening, clearance and leave are nobody's to rewrite who may not record them."""
    screening = workforce.Screening.objects.create(
        ref="SC2", officer_ref="R1", on=LONG_AGO, cleared=False, **CARRIED
    )
    leave = models.AllocationOverride.objects.create(
        ref="V1", crime_ref=IMAGES, officer_ref="D1", by="I1", on=ON, until=ON + timedelta(days=1), **CARRIED
    )
    for row, changes in ((screening, {"cleared": True}), (leave, {"officer_ref": "R1"})):
        with pytest.raises(Refused):
            correct(row, changes, by=ADMINISTRATOR, on=ON, law=law, purpose="put right", at=NOON)
    by_act(law, tmp_path)


def by_file(law: Shelf, tmp_path: Path) -> None:
    assert loaded(law, tmp_path, since=ON) == (0, 1)
    rejects = "".join(path.read_text() for path in (tmp_path / "rejects").rglob("*") if path.is_file())
    assert "begins on the day of loading" in rejects


def loaded(law: Shelf, tmp_path: Path, *, since: date) -> tuple[int, int]:
    """Rows loaded and rejected of a file of one holding."""
    folder = tmp_path / "files"
    folder.mkdir()
    row = {
        "ref": "H9",
        "crime_ref": IMAGES,
        "officer_ref": "R1",
        "since": since.isoformat(),
        "supervisor": "S1",
    }
    with (folder / "crime_holdings.csv").open("w", newline="") as file:
        out = csv.DictWriter(file, list(row))
        out.writeheader()
        out.writerow(row)
    report = load(
        survey(folder, BY_NAME),
        by=ensure_system_officer(law=law, at=NOON),
        law=law,
        now=NOON,
        home=tmp_path,
        frozen_until=None,
        begin=lambda _source: lambda *_: None,
    )
    (outcome,) = report.outcomes
    return outcome.loaded, outcome.rejected


DOORS: dict[str, Callable[[Shelf, Path], None]] = {
    "the form": by_form,
    "the form, by reference": by_reference,
    "the act": by_act,
    "an override below rank": by_override_below_rank,
    "an override of rank": by_override_of_rank,
    "a correction": by_correction,
    "a correction of what decides": by_correcting_what_decides,
    "a file": by_file,
}


@pytest.mark.parametrize("door", DOORS)
def test_a_recruit_is_given_images_by_no_door(law: Shelf, tmp_path: Path, door: str) -> None:
    DOORS[door](law, tmp_path)
    assert not models.Held.objects.filter(officer_ref="R1").exists()


def test_the_same_form_gives_it_to_who_may_hold_it(law: Shelf) -> None:
    """So that a form which refuses everybody would not pass for a safe one."""
    client(ALLOCATOR).post(f"/allocate/{IMAGES}/", {"officer": "D1", "supervisor": "S1"})
    held = models.Held.objects.get()
    assert (held.officer_ref, held.since, held.supervisor) == ("D1", ON, "S1")


def test_history_is_loaded_as_it_was_recorded(law: Shelf, tmp_path: Path) -> None:
    """A first import tells the truth about the past; the wash names whoever may not hold what they hold."""
    assert loaded(law, tmp_path, since=ON - timedelta(days=1)) == (1, 0)


def test_what_one_officer_lacks_is_told_and_what_is_sealed_is_not(law: Shelf) -> None:
    page: Any = client(ALLOCATOR).get(f"/allocate/{IMAGES}/").content.decode()
    assert "has not passed PIP 2" in page
    assert "not available" in page
    for word in ("screen", "allegation", "suspended", "clearance expired"):
        assert word not in page
