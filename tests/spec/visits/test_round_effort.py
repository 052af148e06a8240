"""How long the solvers look, what driving costs and when a crew rests, as policy has it."""

from datetime import date

import numpy as np

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.visits.routing.effort import breaks, effort

LAW = shelf.load()
ON = date(2026, 11, 28)


@table("""
    case                                | shift | rest
    ------------------------------------|-------|-----
    a minute short of six hours         | 359   | 0
    six hours                           | 360   | 30
    a minute over six hours             | 361   | 30
    """)
def test_a_shift_has_a_break_from_six_hours_on(shift: str, rest: str) -> None:
    given = breaks(np.array([[420, 420 + int(shift)]]), LAW, on=ON)
    assert given.tolist() == [[540, 690, int(rest)]]


def test_what_the_solvers_are_allowed_is_policy() -> None:
    allowed = effort(LAW, on=ON)
    assert (allowed.search_turns, allowed.mend_turns, allowed.bound_turns) == (6000, 3000, 60)
    assert allowed.minute_price == 0.05
