"""Why a visit is at its hour: the likeliest hours, and the chance at the hour the crew comes. Our proposal."""

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.planning.rules.reasons import why_now
from watchkeeper.visits.routing.rounds import Stop
from watchkeeper.visits.routing.why import Chosen

HABIT = "in on 2 of 2 weekday evenings, so 72% likely then"


def chosen(part: int, worth: float, *, required: bool = False) -> Chosen:
    by_part = (0.0, 0.0, 0.0)
    return Chosen(0, Stop(0, part, 600), worth, by_part, 10, 30, worth, 55.0, required, None, None)


@table("""
    case                           | part | chance | worth | required | says
    -------------------------------|------|--------|-------|----------|-----
    at hours that are not the best | 1    | 0.50   | 412   | no       | in the day, when the crew comes, 50% likely and worth 412 points; adds 412 points to the round for 40 minutes, which earn this crew 55 points on average
    at the likeliest hours         | 2    | 0.72   | 412   | no       | in the evening, when the crew comes, 72% likely and worth 412 points; adds 412 points to the round for 40 minutes, which earn this crew 55 points on average
    fixed by law or a supervisor   | 0    | 0.05   | 2.4   | yes      | early, when the crew comes, 5% likely and worth 2.4 points; fixed, whatever it adds
    """)  # fmt: skip
def test_the_chance_said_is_of_the_hour_the_crew_comes(part, chance, worth, required, says):
    stop = chosen(int(part), float(worth), required=required == "yes")
    assert why_now(HABIT, float(chance), stop) == f"{HABIT}; {says}"


@given(st.floats(0, 1), st.integers(0, 2), st.booleans())
def test_both_chances_are_always_said(chance, part, required):
    said = why_now(HABIT, chance, chosen(part, 9.0, required=required))
    assert said.startswith(HABIT)
    assert f"{chance:.0%} likely and worth" in said
