"""Asking who may hold a crime, and for a proposal: looks on the trail, nothing given, the same in any order."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import NOON, ON
from tests.unit.crimes.scene import INVESTIGATOR, acting
from tests.unit.crimes.test_holding import (
    ALLOCATOR,
    BURGLARY,
    IMAGES,
    SEALED,
    crime,
    force,  # noqa: F401  the same force stands
    passed,
)
from tests.unit.workforce.officers import SUPERINTENDENT
from tests.unit.workforce.records import CARRIED, last, refused, unit
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.asking import ask_eligible
from watchkeeper.crimes.actions.proposing import propose_allocation
from watchkeeper.crimes.stored import unallocated
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Course

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def proposed(law: Shelf, by: Any = ALLOCATOR, of: str = "U1", seed: int = 7) -> Any:
    return propose_allocation(of, acting(by, law, crime=""), seed=seed)


def test_whoever_hands_out_work_is_told_yes_or_no_and_never_what_is_sealed(law: Shelf) -> None:
    crime()
    assert ask_eligible("D2", acting(ALLOCATOR, law)).allowed
    assert ("officer", "D2") in last().facts
    SEALED["alleged"]()
    told = ask_eligible("D2", acting(ALLOCATOR, law, later=1))
    assert [reason.says for reason in told.unmet] == ["not available"]
    assert "alleg" not in str(last()).lower()


def test_asking_needs_the_power_and_the_need_to_know(law: Shelf) -> None:
    crime()
    with pytest.raises(Refused):
        ask_eligible("D2", acting(INVESTIGATOR, law))
    refused("is investigator")


def test_images_are_proposed_to_the_detective_and_a_burglary_to_who_has_least_to_spare(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    crime(IMAGES)
    crime(BURGLARY, "C2")
    found = proposed(law)
    assert {line.crime: line.officer for line in found.lines} == {"C1": "D2", "C2": "R1"}
    assert not models.Held.objects.exists()
    noted = dict(last().facts)
    assert (noted["seed"], noted["crimes"], noted["proposed"]) == ("7", "2", "2")


def test_a_crime_nobody_may_hold_waits_with_the_reason_and_what_would_place_it(law: Shelf) -> None:
    unit()
    crime("24")  # exploitation: the detective lacks one course for it
    found = proposed(law)
    (waiting,) = found.waiting
    assert waiting.crime == "C1"
    assert "exploitation" in waiting.because
    assert any("exploitation" in change for change in waiting.changes)


def test_the_same_seed_gives_the_same_proposal(law: Shelf) -> None:
    unit()
    for number in range(1, 6):
        crime(BURGLARY, f"C{number}")
    lines = [proposed(law).lines for _ in range(2)]
    assert lines[0] == lines[1]


def test_of_another_unit_or_the_force_who_is_of_a_unit_is_proposed_nothing(law: Shelf) -> None:
    unit()
    for of, words in (("U9", "U9 is known"), ("", "of the officer")):
        with pytest.raises(Refused):
            proposed(law, of=of)
        refused(words)
    with pytest.raises(Refused):
        proposed(law, by=INVESTIGATOR)
    assert proposed(law, by=SUPERINTENDENT) is None


def test_what_somebody_holds_or_closed_is_not_handed_out_and_what_was_sent_back_is(law: Shelf) -> None:
    for number in range(1, 6):
        crime(BURGLARY, f"C{number}")
    held = {"officer_ref": "D2", "since": date(2026, 3, 19), "supervisor": "O2", **CARRIED}
    models.Held.objects.create(ref="H1", crime_ref="C1", **held)
    models.Held.objects.create(ref="H2", crime_ref="C2", until=ON, **held)
    models.Held.objects.create(ref="H3", crime_ref="C3", until=ON + DAY, **held)
    done = {"outcome": 18, "on": ON, "by": "D2", "reason": "x", **CARRIED}
    models.Finalised.objects.create(ref="F4", crime_ref="C4", **done)
    models.Finalised.objects.create(ref="F5", crime_ref="C5", second_agrees=False, **done)
    assert unallocated("U1", on=ON, known_at=NOON) == ["C2", "C5"]
    assert unallocated("U9", on=ON, known_at=NOON) == []
