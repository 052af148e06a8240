"""Who holds more than their cap is proposed to give up enough, to who may take it; what is still too much is said."""

from datetime import timedelta
from typing import Any

import pytest

from tests.conftest import ON
from tests.unit.crimes.scene import acting
from tests.unit.crimes.test_holding import (
    ALLOCATOR,
    BURGLARY,
    IMAGES,
    SEALED,
    crime,
    force,  # noqa: F401  the same force stands
    passed,
)
from tests.unit.workforce.officers import officer
from tests.unit.workforce.records import CARRIED, last, unit
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.moving import Moves, propose_moves
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import AbstractionKind
from watchkeeper.workforce.facts import Course, Rank, Role
from watchkeeper.workforce.models import Abstraction

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def held(count: int, offence: str = BURGLARY, to: str = "D2") -> None:
    """Crimes in somebody's hands, the first for longest."""
    for number in range(1, count + 1):
        ref = f"C{number:02}"
        crime(offence, ref)
        since = ON - (count - number + 1) * DAY
        models.Held.objects.create(
            ref=f"H{number:02}", crime_ref=ref, officer_ref=to, since=since, supervisor="O2", **CARRIED
        )


def moved(law: Shelf, by: Any = ALLOCATOR, later: int = 0) -> Moves | None:
    return propose_moves("U1", acting(by, law, crime="", later=later), england_and_wales(), seed=7)


def test_nobody_over_their_cap_gives_nothing_up(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    held(25)
    assert moved(law) is None


def test_what_is_over_the_cap_goes_to_who_may_take_it_the_newest_first(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    held(28)
    found = moved(law)
    assert found is not None
    assert {line.crime: line.officer for line in found.proposed.lines} == dict.fromkeys(
        ("C26", "C27", "C28"), "R1"
    )
    (each,) = found.lightened
    assert (each.officer, each.load, each.most, each.after, each.enough) == ("D2", 28.0, 25.0, 25.0, True)
    assert each.moves == ("C26", "C27", "C28")
    leaving = found.leaving["C28"]
    assert leaving.officer == "D2"
    assert [reason.says for reason in leaving.told.unmet] == ["holds 28 weighted of 25 allowed"]
    assert leaving.by > ON
    assert dict(last().facts)["crimes"] == "3"
    assert not models.Held.objects.filter(officer_ref="R1").exists()


def test_where_nobody_may_take_the_newest_the_next_is_tried_and_both_are_said(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    held(25)
    crime(IMAGES, "C99")  # the recruit may not hold it
    models.Held.objects.create(
        ref="H99", crime_ref="C99", officer_ref="D2", since=ON, supervisor="O2", **CARRIED
    )
    found = moved(law)
    assert found is not None
    (each,) = found.lightened
    assert each.enough
    assert each.stuck == ("C99",)
    assert each.moves
    assert {line.officer for line in found.proposed.lines} == {"R1"}
    (waiting,) = found.proposed.waiting
    assert waiting.crime == "C99"
    assert waiting.because


def test_where_nobody_has_room_it_says_so_and_what_would_still_be_held(law: Shelf) -> None:
    unit()
    held(27)  # the recruit has no course
    away = {"since": ON, "until": None, "kind": AbstractionKind.LEAVE}
    Abstraction.objects.create(ref="AB1", officer_ref="O2", **away, **CARRIED)  # nor is the sergeant there
    found = moved(law)
    assert found is not None
    (each,) = found.lightened
    assert not each.enough
    assert (each.after, each.moves) == (27.0, ())
    assert each.stuck
    assert not found.proposed.lines
    assert all(line.because for line in found.proposed.waiting)


def test_what_must_leave_anyway_counts_first_and_nothing_more_is_given_up(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    held(26)
    SEALED["alleged"]()
    found = moved(law)
    assert found is not None
    assert len(found.leaving) == 26
    (each,) = found.lightened
    assert each.moves == ()


def test_nobody_is_shown_what_they_themselves_hold_too_much_of(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    held(28)
    assert moved(law, by=officer("D2", Rank.SERGEANT, Role.ALLOCATOR)) is None
