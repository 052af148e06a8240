"""How many crews are enough: the smallest number at which, and at every greater one, every run leaves nobody."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.planning.studying.answering import enough
from watchkeeper.planning.studying.curving import smallest

TRIED = (0.5, 1.0, 1.5, 2.0)
SAID = {"place": None, "times": ()}


@table("""
    case                          | first_run | second_run | place | run_by_run
    none is                       | 0000      | 0000       | none  |
    the greatest alone            | 0001      | 0001       | 3     | 2.0 2.0
    from one on                   | 0111      | 0111       | 1     | 1.0 1.0
    every one                     | 1111      | 1111       | 0     | 0.5 0.5
    a greater one is not          | 0010      | 0010       | none  |
    a greater one is not, by luck | 0110      | 0111       | none  |
    one between is not            | 0101      | 0111       | 3     | 2.0 1.0
    the first run is late         | 0011      | 1111       | 2     | 1.5 0.5
""")
def test_the_smallest_number_of_crews(first_run, second_run, place, run_by_run):
    found = smallest([[a == "1", b == "1"] for a, b in zip(first_run, second_run, strict=True)], TRIED)
    assert str(found.place).lower() == place
    assert found.times == tuple(map(float, run_by_run.split()))


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=4, max_size=4))
def test_it_and_every_greater_one_is_enough_and_no_smaller_has_that(runs):
    place = smallest(runs, TRIED).place
    holds = [all(all(each) for each in runs[at:]) for at in range(len(runs))]
    assert place == (holds.index(True) if any(holds) else None)
    assert all(each in TRIED for each in smallest(runs, TRIED).times)


def answer(none: list[int], place: int | None, times: tuple[float, ...]) -> str:
    left = {"mean": 0.2, "low": -0.1, "high": 0.5, "seeds": 3}
    curve = [
        {"times": each, "shifts_a_week": 10 * each, "high_overdue": left, "seeds_none": many}
        for each, many in zip(TRIED, none, strict=True)
    ]
    outlook: dict[str, Any] = {"curve": curve, "none": {"place": place, "times": times}, "few": SAID}
    what_if = {"outlooks": [outlook], "last_months": 3, "clear_share": 0.02}
    return enough({"what_if": what_if, "seeds": [1, 2, 3]})


def test_what_was_luck_is_said_and_nothing_lies_outside_what_was_tried():
    by_luck = answer([0, 0, 3, 2], None, ())
    assert "No number of crews tried suffices: with 2 times" in by_luck
    assert "1.5 times today's crews (15 crew shifts a week) left nobody" in by_luck
    assert "that was luck" in by_luck
    assert "luck" not in answer([0, 0, 1, 2], None, ())
    found = answer([0, 2, 3, 3], 2, (1.0, 1.5, 1.5))
    assert "1.5 times today's crews (15 crew shifts a week): the smallest number tried at which" in found
    assert "(run by run it was between 1 and 1.5 times)" in found
