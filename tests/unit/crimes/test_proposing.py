"""From recorded facts to a proposal in words: lawful, explained, the same in any order, nothing sealed told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.crimes.cases import ADULT, CHILD, ON
from tests.spec.workforce.fitting import DAY, FIT, LAW, alleged, passed
from watchkeeper.crimes.composing import as_they_stand, compose, skill_of
from watchkeeper.crimes.facts import Case, Crime, CrimeKind, Part, Party
from watchkeeper.crimes.lacking import lacking
from watchkeeper.crimes.proposing import Proposed, propose
from watchkeeper.crimes.rules.matrix import of_kind
from watchkeeper.workforce.conduct import (
    Abstraction,
    AbstractionKind,
    Clearance,
    ClearanceChange,
    ClearanceStep,
    Fitness,
    Screening,
    VettingLevel,
)
from watchkeeper.workforce.facts import Course, Rank, Training
from watchkeeper.workforce.rules.eligibility import eligible

THEFT, RAPE = "44", "19C"
GENERAL, TRAINED = (Course.PIP1,), (Course.PIP1, Course.PIP2, Course.SCAIDP, Course.SSAIDP)


def officer(ref: str, *courses: Course, unit: str = "NW", **more: object) -> Fitness:
    who = replace(FIT.officer, ref=ref, unit=unit, rank=Rank.CONSTABLE, training=passed(*courses))
    return replace(FIT, officer=who, **more)  # type: ignore[arg-type]


def crime(
    ref: str, offence: str = THEFT, born_on: object = ADULT, unit: str = "NW", person: str = ""
) -> Case:
    told = datetime(2026, 3, 19, 9, tzinfo=UTC)
    victim = Party(f"V{ref}", ref, Part.VICTIM, person=person or f"P{ref}", born_on=born_on)  # type: ignore[arg-type]
    return Case(Crime(ref, told, offence, unit, domestic=False, high_risk=False), (victim,))


def asked(cases: Sequence[Case], staff: Sequence[Fitness], seed: int = 1, **more: object) -> Proposed:
    made = compose(cases, staff, LAW, on=ON, vulnerable=lambda case: False, **more)  # type: ignore[arg-type]
    return propose(made, LAW, on=ON, seed=seed)


def test_the_trained_are_kept_for_what_asks_for_them() -> None:
    staff = (officer("O1", *TRAINED), officer("O2", *GENERAL))
    found = asked((crime("X1", RAPE, CHILD), crime("X2")), staff)
    assert [(line.crime, line.officer) for line in found.lines] == [("X1", "O1"), ("X2", "O2")]
    assert found.lines[1].runner_up == "O1"
    assert found.lines[1].cost is not None
    assert "suits it 100 per cent" in found.lines[1].because
    assert "next is O1" in found.lines[1].because
    assert found.standing == "the best there is, proved"


def test_what_is_left_over_says_why_over_all_officers_and_the_smallest_changes() -> None:
    away = (Abstraction("A1", "O3", AbstractionKind.SICKNESS, ON - DAY, ON + DAY),)
    staff = (
        officer("O1", Course.PIP2),
        officer("O2", *GENERAL),
        officer("O3", *TRAINED, abstractions=away),
        officer("O4", *TRAINED, allegations=(replace(alleged(), officer="O4"),)),
        officer("O5", *TRAINED, load=25.0),
        officer("O6", *TRAINED, unit="SE"),
    )
    (left,) = asked((crime("X1", RAPE, CHILD),), staff).waiting
    assert left.because == "2 lack SCAIDP, 1 at their cap, 1 away, 1 lacks PIP 2, 1 not available"
    assert left.changes == (
        "raise the cap of O5 of NW by 2",
        "move O6 of SE to it from their unit",
        "end the absence of O3 of NW",
        "train O1 of NW in SCAIDP",
    )


def test_nothing_sealed_is_told() -> None:
    barred = officer("O4", *TRAINED, allegations=(replace(alleged(), officer="O4"),))
    (left,) = asked((crime("X1", RAPE, CHILD),), (barred,)).waiting
    assert left.because == "1 not available"
    assert left.changes == ()


def test_conflicts_and_the_same_victim_are_heeded() -> None:
    staff = (officer("O1", *GENERAL), officer("O2", *GENERAL))
    cases = (crime("X1", person="P9"), crime("X2"))
    held = asked(cases, staff, held={"P9": frozenset({"O2"})}, conflicted={"X2": frozenset({"O2"})})
    assert [line.officer for line in held.lines] == ["O2", "O1"]
    assert "holds a crime of the same victim or suspect" in held.lines[0].because


def test_one_of_the_forces_own_is_kept_from_their_unit() -> None:
    case = crime("X1")
    case = replace(case, parties=(*case.parties, Party("S1", "X1", Part.SUSPECT, officer="O1")))
    staff = (officer("O1", *GENERAL), officer("O2", *GENERAL), officer("O3", *GENERAL, unit="SE"))
    found = asked((case,), staff, units={each.officer.ref: each.officer.unit for each in staff})
    assert [line.officer for line in found.lines] == ["O3"]
    assert "of another unit, SE" in found.lines[0].because


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_gives_the_same_and_every_pair_is_lawful_with_all_they_would_hold(seed: int) -> None:
    cases = tuple(crime(f"X{number:02}", RAPE if number % 3 == 0 else THEFT, CHILD) for number in range(24))
    staff = tuple(
        officer(f"O{number}", *(TRAINED if number % 2 else GENERAL), load=20.0 + number)
        for number in range(6)
    )
    found = asked(cases, staff, seed)
    other = asked(cases[::-1], staff[::-1], seed)
    assert found.lines == other.lines
    assert found.waiting == other.waiting
    assert found.waiting
    made = found.composed
    given: dict[int, float] = {}
    for number, holder in enumerate(found.proposal.holder.tolist()):
        if holder >= 0:
            one, work = made.fitness[holder], made.works[number]
            load = one.load + given.get(holder, 0.0)
            assert eligible(replace(one, load=load), work, LAW, on=ON).allowed
            given[holder] = given.get(holder, 0.0) + work.weight


def test_the_course_most_wanted_is_the_one_that_would_place_most() -> None:
    staff = (officer("O1", Course.PIP2), officer("O2", *GENERAL))
    found = asked((crime("X1", RAPE, CHILD), crime("X2", RAPE, ADULT), crime("X3", RAPE, CHILD)), staff)
    first, *rest = lacking(found, "NW", LAW, on=ON)
    assert (first.course, first.asking, first.holders, first.officer) == (Course.SCAIDP, 2, 0, "O1")
    assert first.price.placed == 2
    assert [lack.course for lack in rest if lack.price.placed] == [Course.SSAIDP]


EDGES = (-2, -1, 0, 1, 2, 400)


@given(
    st.sampled_from(EDGES),
    st.sampled_from([None, *EDGES]),
    st.sampled_from(list(VettingLevel)),
    st.sets(st.sampled_from(list(Course)), max_size=4),
    st.lists(st.tuples(st.sampled_from(EDGES), st.booleans(), st.sampled_from([None, *EDGES])), max_size=2),
    st.sampled_from([(), (ClearanceStep.SUSPENDED,), (ClearanceStep.WITHDRAWN,)]),
    st.sampled_from([None, *EDGES]),
    st.sampled_from([None, *EDGES]),
)
@settings(max_examples=120, deadline=None)
def test_whoever_stands_alike_is_answered_alike(
    granted: int,
    expires: int | None,
    level: VettingLevel,
    courses: set[Course],
    seen: list[tuple[int, bool, int | None]],
    steps: tuple[ClearanceStep, ...],
    since: int | None,
    until: int | None,
) -> None:
    """The class of an officer, taken for all who are like them, holds what the rule says of each one."""

    def at(days: int | None) -> date | None:
        return None if days is None else ON + days * DAY

    first = ON + granted * DAY
    who = replace(
        FIT.officer, training=tuple(Training(c, first, at(expires)) for c in sorted(courses)), since=at(since), until=at(until)
    )  # fmt: skip
    one = replace(
        FIT,
        officer=who,
        clearances=(Clearance("C1", "O1", level, first, at(expires)),),
        screenings=tuple(
            Screening(f"S{n}", "O1", ON + day * DAY, clear, at(end))
            for n, (day, clear, end) in enumerate(seen)
        ),
        changes=tuple(ClearanceChange("X1", "O1", step, ON - DAY) for step in steps),
    )
    rows = [of_kind(kind, "", LAW, on=ON) for kind in CrimeKind]
    assert skill_of(one, rows, LAW, on=ON) == skill_of(as_they_stand(one, on=ON), rows, LAW, on=ON)
