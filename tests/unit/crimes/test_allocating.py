"""The best lawful proposal: by hand, against every proposal there is, and the same in any order."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.crimes.tiny_problems import best_of_all, problem, tiny_problems
from tools.invented_crimes import force
from watchkeeper.crimes.allocating.checking import Breach, assess
from watchkeeper.crimes.allocating.practice import greedy, round_robin
from watchkeeper.crimes.allocating.problem import NOBODY, Ints, Problem, ProblemError
from watchkeeper.crimes.allocating.solving import allocate

WEIGHTS = (100, 150, 300)


def test_a_case_solved_by_hand() -> None:
    """The child's crime to whoever is trained; volume to the two generalists, the worthier where it is near.

    An owner of each 3 x 100. Suits: 900 + 300 + 200, all whole. C1 or C2 goes to unit B for 50. One piece
    each, cap 10: 100 x 1 / 10 = 10 points of load each. 300 + 1400 - 50 - 30 = 1620.

    Both volume crimes with P1 would save the 50 and cost 10 + 30 of load instead of 10 + 10: 1650.
    So P1 takes both.
    """
    found = allocate(problem(), seed=1)
    assert found.holder.tolist() == [0, 0, 1]
    assert found.assessed.terms.total == found.assessed.rank[1] == 1650
    assert found.proved
    assert found.gap == 0


def test_a_steeper_load_shares_them_out() -> None:
    """At 300 a second piece costs 90 more than none, a first 30: the 50 of distance is less than the 60 between."""
    found = allocate(problem(fairness=300), seed=1)
    assert sorted(found.holder.tolist()) == [0, 1, 2]
    assert found.assessed.terms.distance == 50


def test_what_goes_first_is_placed_whatever_it_costs() -> None:
    """P2 has room for one: the child's crime, though worth nothing, against a volume crime worth the most."""
    one = problem(
        officers=("P2",), officer_unit=[0], officer_skill=[1], load=[0], cap=[100], worth=[5000, 5000, 0], distance=[[0, 0], [0, 0]]
    )  # fmt: skip
    assert allocate(one, seed=1).holder.tolist() == [NOBODY, NOBODY, 0]


@given(tiny_problems(), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_it_is_the_best_of_every_proposal_there_is(asked: Problem, seed: int) -> None:
    found = allocate(asked, seed=seed)
    assert found.assessed.findings == ()
    assert found.assessed.rank == best_of_all(asked)
    assert found.proved


@given(tiny_problems(weights=WEIGHTS), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_of_different_weights_it_is_lawful_and_within_its_bound(asked: Problem, seed: int) -> None:
    """Never above the bound, never below greedy, and never called proved unless nothing is better."""
    found, best = allocate(asked, seed=seed), best_of_all(asked)
    assert found.assessed.findings == ()
    assert assess(asked, greedy(asked)).rank <= found.assessed.rank <= best
    assert (best[0], best[1] - 1e-6) <= found.bound
    assert not found.proved or found.assessed.rank == best


@given(tiny_problems(weights=WEIGHTS), st.integers(0, 9), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_input_changes_nothing(asked: Problem, seed: int, shuffle: object) -> None:
    crimes, officers = list(range(len(asked.crimes))), list(range(len(asked.officers)))
    shuffle.shuffle(crimes)  # type: ignore[attr-defined]
    shuffle.shuffle(officers)  # type: ignore[attr-defined]
    assert named(shuffled(asked, np.array(crimes), np.array(officers)), seed) == named(asked, seed)


def test_a_force_of_hundreds_shuffled_is_proposed_the_same() -> None:
    asked = force(240, 60, 5)
    mixed = np.random.default_rng(1)
    other = shuffled(asked, mixed.permutation(240), mixed.permutation(60))
    assert named(asked, 3) == named(other, 3) == named(asked, 3)


@pytest.mark.parametrize("weighed", [False, True])
def test_never_worse_than_greedy_and_well_above_turns(weighed: bool) -> None:
    for seed in (1, 2, 3):
        asked = force(150, 50, seed, weighed=weighed)
        found = allocate(asked, seed=seed)
        simple, turns = assess(asked, greedy(asked)), assess(asked, round_robin(asked))
        assert found.assessed.findings == simple.findings == turns.findings == ()
        assert found.assessed.rank >= simple.rank > turns.rank
        assert found.proved or weighed


def test_everybody_left_out_has_nobody_with_room_who_would_gain() -> None:
    asked = force(300, 60, 4)
    found = allocate(asked, seed=1)
    free = asked.room - np.bincount(found.holder[found.holder >= 0], minlength=len(asked.officers))
    left = np.flatnonzero(found.holder == NOBODY)
    assert len(left)
    assert not [c for c in left.tolist() for o in np.flatnonzero(free > 0).tolist() if asked.may(c, o)]


def test_conflicts_with_a_whole_class_are_told_to_the_network() -> None:
    """Both who are trained have a conflict with one of two crimes: each takes the other, nobody is left out."""
    asked = problem(
        crimes=("C1", "C2"),
        officers=("P1", "P2"),
        crime_kind=[1, 1],
        crime_unit=[0, 0],
        worth=[500, 500],
        first=[True, True],
        weight=[100, 100],
        officer_unit=[0, 0],
        officer_skill=[1, 1],
        load=[0, 900],
        cap=[1000, 1000],
        conflicts=[[0, 0], [1, 1]],
    )
    found = allocate(asked, seed=1)
    assert found.holder.tolist() == [1, 0]
    assert found.proved


def test_the_judge_names_every_breach() -> None:
    barred = problem(conflicts=[[1, 0]], cap=[50, 1000, 1000], reach=[[True, False], [False, True]])
    found = assess(barred, np.array([2, 0, 0], np.int64)).findings
    assert {each.breach for each in found} == set(Breach) - {Breach.UNKNOWN}
    assert assess(barred, np.array([7, NOBODY, NOBODY], np.int64)).findings[0].breach is Breach.UNKNOWN


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"worth": [1, 2]}, "worth has the shape (2,), not (3,)"),
        ({"crimes": ("C1", "C1", "C3")}, "crimes names one twice"),
        ({"crime_kind": [0, 0, 2]}, "crime_kind names a row that is not there"),
        ({"conflicts": [[0, 3]]}, "conflicts names somebody who is not there"),
        ({"ties": [[0, 0], [0, 0]], "tie_points": [1, 1]}, "ties name a pair twice"),
        ({"load": [-1, 0, 0]}, "load is below 0"),
        ({"weight": [100, 0, 100]}, "weight is not above 0"),
        (
            {"weight": [101, 103, 107]},
            "the weights have too large a common multiple: use fewer different ones",
        ),
        ({"placing": -1}, "placing and fairness are at least 0"),
    ],
)
def test_a_problem_that_cannot_be_read_says_why(changed: dict[str, object], says: str) -> None:
    with pytest.raises(ProblemError) as raised:
        problem(**changed)
    assert says in raised.value.problems


def test_nothing_to_do_is_an_empty_proposal() -> None:
    none = problem(crimes=(), crime_kind=[], crime_unit=[], worth=[], first=[], weight=[])
    assert allocate(none, seed=1).holder.tolist() == []
    nobody = problem(officers=(), officer_unit=[], officer_skill=[], load=[], cap=[])
    assert allocate(nobody, seed=1).holder.tolist() == [NOBODY] * 3


BOTH = """
import numpy, highspy
from tests.unit.crimes.tiny_problems import problem
from watchkeeper.crimes.allocating.solving import allocate
def linear():
    highs = highspy.Highs(); highs.silent()
    x = highs.addVariable(0, 1); y = highs.addVariable(0, 1); highs.addConstr(x + y <= 1.5)
    highs.maximize(x + 2 * y); return highs.getObjectiveValue()
for step in {steps}:
    print(linear() if step == "linear" else allocate(problem(), seed=1).assessed.rank[1])
"""


@pytest.mark.parametrize("steps", [("linear", "flow", "linear"), ("flow", "linear", "flow")])
def test_both_solvers_live_in_one_process_in_either_order(steps: tuple[str, ...]) -> None:
    """Earlier versions of OR-Tools and HiGHS spoilt each other's answers: the rounds of visits use HiGHS."""
    run = subprocess.run(
        [sys.executable, "-c", BOTH.format(steps=steps)], capture_output=True, text=True, check=True
    )
    said = [line for line in run.stdout.splitlines() if line[:1].isdigit()]
    assert said == ["2.5" if step == "linear" else "1650" for step in steps]


def named(asked: Problem, seed: int) -> dict[str, str]:
    holder = allocate(asked, seed=seed).holder
    return {
        crime: asked.officers[officer] if officer != NOBODY else ""
        for crime, officer in zip(asked.crimes, holder.tolist(), strict=True)
    }


def shuffled(asked: Problem, crimes: Ints, officers: Ints) -> Problem:
    """The same problem with its crimes and officers in another order."""
    to_crime, to_officer = np.argsort(crimes), np.argsort(officers)

    def pairs(held: Ints) -> Ints:
        return np.stack([to_crime[held[:, 0]], to_officer[held[:, 1]]], axis=1)

    of_crimes = ("crime_kind", "crime_unit", "worth", "first", "weight")
    of_officers = ("officer_unit", "officer_skill", "load", "cap")
    return replace(
        asked,
        crimes=tuple(asked.crimes[row] for row in crimes),
        officers=tuple(asked.officers[row] for row in officers),
        conflicts=pairs(asked.conflicts)[::-1],
        ties=pairs(asked.ties)[::-1],
        tie_points=asked.tie_points[::-1],
        **{name: getattr(asked, name)[crimes] for name in of_crimes},
        **{name: getattr(asked, name)[officers] for name in of_officers},
    )
