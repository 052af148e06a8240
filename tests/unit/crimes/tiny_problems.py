"""Problems small enough to try every proposal, and the best of all of them."""

from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from watchkeeper.crimes.allocating.checking import assess
from watchkeeper.crimes.allocating.problem import NOBODY, Problem


def problem(**changed: Any) -> Problem:
    """Two volume crimes and a child's of unit A; a generalist and a specialist there, one more in B."""
    held: dict[str, Any] = {
        "crimes": ("C1", "C2", "C3"),
        "officers": ("P1", "P2", "P3"),
        "kinds": ("volume", "child"),
        "skills": ("general", "child trained"),
        "units": ("A", "B"),
        "crime_kind": [0, 0, 1],
        "crime_unit": [0, 0, 0],
        "worth": [200, 300, 900],
        "first": [False, False, True],
        "weight": [100, 100, 100],
        "officer_unit": [0, 0, 1],
        "officer_skill": [0, 1, 0],
        "load": [0, 0, 0],
        "cap": [1000, 1000, 1000],
        "eligible": [[True, True], [False, True]],
        "fit": [[100, 80], [0, 100]],
        "distance": [[0, 50], [50, 0]],
        "reach": [[True, True], [True, True]],
        "conflicts": [],
        "ties": [],
        "tie_points": [],
        "placing": 100,
        "fairness": 100,
    }
    return Problem(**(held | changed))


def best_of_all(asked: Problem) -> tuple[int, int]:
    """Rank of the best lawful proposal: every one is tried."""
    officers = (NOBODY, *range(len(asked.officers)))
    judged = (assess(asked, np.array(way, np.int64)) for way in product(officers, repeat=len(asked.crimes)))
    return max(each.rank for each in judged if not each.findings)


@st.composite
def tiny_problems(draw: st.DrawFn, *, weights: tuple[int, ...] = (100,), most: int = 4) -> Problem:
    """Up to `most` crimes and officers, two kinds, two skills, two units, anything barred or tied."""
    n, m = draw(st.integers(1, most)), draw(st.integers(1, most))

    def some(least: int, top: int, many: int) -> list[int]:
        return draw(st.lists(st.integers(least, top), min_size=many, max_size=many))

    pairs = st.tuples(st.integers(0, n - 1), st.integers(0, m - 1))
    ties = draw(st.lists(pairs, max_size=3, unique=True))
    yes = st.booleans()
    return problem(
        crimes=tuple(f"C{number}" for number in range(n)),
        officers=tuple(f"P{number}" for number in range(m)),
        crime_kind=some(0, 1, n),
        crime_unit=some(0, 1, n),
        worth=some(0, 400, n),
        first=draw(st.lists(yes, min_size=n, max_size=n)),
        weight=draw(st.lists(st.sampled_from(weights), min_size=n, max_size=n)),
        officer_unit=some(0, 1, m),
        officer_skill=some(0, 1, m),
        load=some(0, 300, m),
        cap=some(0, 500, m),
        eligible=[[draw(yes), draw(yes)], [draw(yes), draw(yes)]],
        fit=[some(0, 100, 2), some(0, 100, 2)],
        distance=[[0, draw(st.integers(0, 200))], [draw(st.integers(0, 200)), 0]],
        reach=[[True, draw(yes)], [draw(yes), True]],
        conflicts=draw(st.lists(pairs, max_size=5)),
        ties=ties,
        tie_points=some(0, 300, len(ties)),
        placing=draw(st.integers(0, 300)),
        fairness=draw(st.integers(0, 300)),
    )
