"""Asking who may hold a crime, and for a proposal: looks on the trail, nothing given, the same in any order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
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
    given,
    passed,
)
from tests.unit.workforce.officers import SUPERINTENDENT
from tests.unit.workforce.records import CARRIED, last, refused, unit
from watchkeeper.crimes import models
from watchkeeper.crimes.actions.asking import ask_eligible
from watchkeeper.crimes.actions.looking import who_may_hold
from watchkeeper.crimes.actions.moving import propose_moves
from watchkeeper.crimes.actions.proposing import propose_allocation
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import case_as_known, cases_as_known, open_refs, unallocated
from watchkeeper.law.calendar import england_and_wales
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


@pytest.mark.parametrize("offence", [IMAGES, BURGLARY, "24"], ids=["images", "burglary", "exploitation"])
def test_who_suits_one_crime_is_ranked_as_a_proposal_of_it_would_choose(law: Shelf, offence: str) -> None:
    unit()
    passed("R1", Course.PIP1)
    crime(BURGLARY, "C2")
    given(law, to="D2", crime="C2")
    crime(offence)
    made = proposed(law)
    found = who_may_hold(acting(ALLOCATOR, law, later=1))
    assert ("officers", str(found.many)) in last().facts
    assert found.waiting == next(iter(made.waiting), None)
    for line in made.lines:
        best, *others = found.may
        assert line.officer == best.candidate.officer.ref
        assert line.because.startswith(f"{best.because}; next is" if others else f"{best.because}; nobody")
        assert [each.behind for each in found.may[:2]] == [0, *([line.cost] if others else [])]
    told = [*(each.candidate for each in found.may), *found.lacking]
    assert all(each.told.allowed for each in told[: len(found.may)])
    assert not any(each.told.allowed for each in told[len(found.may) :])


def test_whoever_holds_a_crime_is_not_ranked_and_leave_alone_comes_last(law: Shelf) -> None:
    unit()
    crime()
    given(law)
    alone = who_may_hold(acting(ALLOCATOR, law, later=1))
    assert alone.waiting is not None
    assert "D2" not in [each.officer.ref for each in alone.lacking]
    assert not any("nothing of these" in change for change in alone.waiting.changes)


def test_of_a_crime_with_nobody_to_ask_nothing_is_proposed(law: Shelf) -> None:
    models.Crime.objects.create(ref="C7", reported_at=NOON - DAY, offence="86", unit="U7", **CARRIED)
    found = who_may_hold(acting(replace(ALLOCATOR, unit="U7"), law, crime="C7"))
    assert (found.may, found.lacking) == ((), ())
    assert found.waiting is not None
    assert found.waiting.because == "no officer of a unit it may go to"


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
    for number, looked in ((6, ON), (7, ON + DAY)):
        crime(BURGLARY, f"C{number}")
        models.Finalised.objects.create(
            ref=f"F{number}", crime_ref=f"C{number}", second_agrees=False, second_on=looked, **done
        )
    assert unallocated("U1", on=ON, known_at=NOON) == ["C2", "C5", "C6"]
    assert unallocated("U9", on=ON, known_at=NOON) == []
    may_be_open = open_refs("U1", on=ON, known_at=NOON, law=law)
    assert may_be_open == ["C1", "C2", "C3", "C5", "C6"]
    ruled = [
        case.crime.ref
        for case in cases_as_known([f"C{number}" for number in range(1, 8)], known_at=NOON)
        if closed_for_good(case, kind_of(case, law, on=ON).kinds, law, on=ON) is None
    ]
    assert ruled == may_be_open
    refs = [f"C{number}" for number in range(1, 8)]
    assert cases_as_known(refs, known_at=NOON) == tuple(case_as_known(ref, known_at=NOON) for ref in refs)


def test_a_report_after_midnight_in_london_is_of_the_day_after(law: Shelf) -> None:
    told = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight on 1 July
    models.Crime.objects.create(ref="C1", reported_at=told, offence=BURGLARY, unit="U1", **CARRIED)
    at = told + 2 * DAY
    for on, refs in ((date(2026, 6, 30), []), (date(2026, 7, 1), ["C1"])):
        assert unallocated("U1", on=on, known_at=at) == refs
        assert open_refs("U1", on=on, known_at=at, law=law) == refs


def held_by_the_detective(*crimes: str) -> None:
    for number, ref in enumerate(crimes, 1):
        models.Held.objects.create(
            ref=f"H{number}", crime_ref=ref, officer_ref="D2", since=ON - DAY, supervisor="O2", **CARRIED
        )


def test_work_that_must_move_is_proposed_to_somebody_and_from_whom_is_said(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    crime(BURGLARY)
    held_by_the_detective("C1")
    assert moved(law) is None
    SEALED["alleged"]()
    found = moved(law, later=1)
    assert found is not None
    assert {line.crime: line.officer for line in found.proposed.lines} == {"C1": "R1"}
    leaving = found.leaving["C1"]
    assert leaving.officer == "D2"
    assert [reason.says for reason in leaving.told.unmet] == ["not available"]
    assert dict(last().facts)["crimes"] == "1"
    assert not models.Held.objects.filter(officer_ref="R1").exists()


def test_work_nobody_else_may_hold_waits_with_what_would_place_it(law: Shelf) -> None:
    unit()
    passed("R1", Course.PIP1)
    crime(IMAGES)
    held_by_the_detective("C1")
    SEALED["alleged"]()
    found = moved(law)
    assert found is not None
    (waiting,) = found.proposed.waiting
    assert waiting.crime == "C1"
    assert waiting.because
    with pytest.raises(Refused):
        moved(law, by=INVESTIGATOR, later=1)


def moved(law: Shelf, by: Any = ALLOCATOR, later: int = 0) -> Any:
    asked = acting(by, law, crime="", later=later)
    return propose_moves("U1", asked, england_and_wales(), seed=7)
