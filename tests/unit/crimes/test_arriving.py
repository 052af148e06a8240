"""One crime arrives: the best with the rest kept, and nothing breaks."""

import numpy as np
import pytest
from hypothesis import given, settings

from tests.unit.crimes.tiny_problems import problem, tiny_problems
from tools.invented_crimes import force
from watchkeeper.crimes.allocating.arriving import arrive
from watchkeeper.crimes.allocating.checking import assess
from watchkeeper.crimes.allocating.problem import NOBODY, Problem
from watchkeeper.crimes.allocating.solving import allocate


def test_somebody_elses_crime_moves_on_only_where_that_pays() -> None:
    """P2 alone may take the child's crime and has room for one: the volume crime they hold goes to P1.

    Gained: 100 + 900 for the child's crime, and the volume crime suits P1 by 300, P2 by 240: 60. The load of
    P2 stays; P1's first piece costs 10. 1000 + 60 - 10 = 1050, less what the change of hands costs.
    """
    asked = problem(cap=[1000, 100, 1000], crimes=("C1", "C2", "C3"))
    holder = np.array([NOBODY, 1, NOBODY], np.int64)
    found = arrive(asked, holder, 2, change=150)
    assert found.moves == ((2, 1), (1, 0))
    assert found.gained == 900
    fixed = arrive(asked, holder, 2, change=150, movable=np.zeros(3, bool))
    assert fixed.moves == ()


def test_who_holds_a_crime_does_not_wait_for_it() -> None:
    with pytest.raises(ValueError, match="does not arrive"):
        arrive(problem(), np.array([0, NOBODY, NOBODY], np.int64), 0, change=0)


@given(tiny_problems())
@settings(max_examples=60, deadline=None)
def test_it_is_lawful_and_gains_what_it_says(asked: Problem) -> None:
    """A crime taken out of the best proposal and let arrive again, hand-overs free, restores its points.

    A crime that goes first may outrank points in a proposal, never in an arrival: those are told apart.
    """
    holder = allocate(asked, seed=1).holder.copy()
    if holder[0] == NOBODY:
        return
    best = assess(asked, holder)
    holder[0] = NOBODY
    before = assess(asked, holder)
    found = arrive(asked, holder, 0, change=0)
    for crime, officer in found.moves:
        holder[crime] = officer
    after = assess(asked, holder)
    assert after.findings == ()
    assert after.terms.total - before.terms.total == found.gained >= 0
    if not asked.first.any():
        assert after.terms.total == best.terms.total


def test_in_a_force_it_is_as_good_as_proposing_anew() -> None:
    asked = force(400, 90, 6)
    best = allocate(asked, seed=1)
    for crime in np.flatnonzero(best.holder != NOBODY)[::40].tolist():
        holder = best.holder.copy()
        holder[crime] = NOBODY
        for moved, officer in arrive(asked, holder, crime, change=0).moves:
            holder[moved] = officer
        assert assess(asked, holder).rank == best.assessed.rank
