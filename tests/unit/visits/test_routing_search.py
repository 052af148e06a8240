"""Our own search: as good as trying everything on tiny nights, and never outside the rules on any."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.visits.tiny_nights import best_of_all, night, tiny_nights
from watchkeeper.visits.routing.checking import Breach, check
from watchkeeper.visits.routing.exchanges import exchanges
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.polishing import LEAST_GAIN
from watchkeeper.visits.routing.rounds import Hindrance, Rounds, Stop
from watchkeeper.visits.routing.search import Told, round_value, solve
from watchkeeper.visits.routing.timing import timed


@given(tiny_nights(), st.integers(0, 2**40))
@settings(max_examples=40, deadline=None)
def test_it_finds_the_best_of_all_plans_of_a_tiny_night(made: Night, seed: int) -> None:
    """Every required person some plan can place is placed, and no plan that places as many is worth more."""
    placed, value = best_of_all(made)
    plan = solve(made, seed=seed, iterations=1000)
    judged = check(made, plan)
    assert {finding.breach for finding in judged.findings} <= {Breach.REQUIRED}
    assert judged.value == pytest.approx(plan.value)
    assert int(made.must.sum()) - len(plan.unmet) == placed
    assert plan.value == pytest.approx(value)
    left_out = {finding.candidate for finding in judged.findings}
    assert left_out == {unmet.candidate for unmet in plan.unmet}


def a_unit(seed: int, n: int = 60, k: int = 4) -> Night:
    """A day of a small unit: people about a town, two bases, three shifts, a break each, some required."""
    chance = np.random.default_rng(seed)
    at = chance.normal(0, 12, (2 + n, 2))
    travel = np.ceil(np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))).astype(int)
    begins = np.array([420, 660, 900])[np.arange(k) % 3]
    return Night(
        travel_minutes=travel,
        crew_base=np.arange(k) % 2,
        service_minutes=chance.integers(30, 60, n),
        windows=np.repeat(np.array([[(420, 569), (570, 989), (990, 1260)]]), n, 0),
        worth=chance.gamma(2, 100, (k, n, 1)) * chance.random((1, n, 3)),
        allowed=chance.random((k, n)) < 0.7,
        shift=np.stack([begins, begins + 360], 1),
        breaks=np.stack([begins + 120, begins + 210, np.full(k, 30)], 1),
        required=chance.random(n) < 0.08,
        pinned_to=np.where(chance.random(n) < 0.03, chance.integers(0, k, n), -1),
        minute_price=2.0,
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_whole_unit_keeps_every_rule(seed: int) -> None:
    made = a_unit(seed)
    plan = solve(made, seed=seed, iterations=300)
    judged = check(made, plan)
    assert {finding.breach for finding in judged.findings} <= {Breach.REQUIRED}
    assert judged.value == pytest.approx(plan.value)
    assert len(plan.visited) == sum(map(len, plan.rounds)) > 10


@given(tiny_nights(), st.integers(0, 2**40), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_no_exchange_betters_a_plan_searched_for_a_moment(made: Night, seed: int, turns: int) -> None:
    """Every exchange is tried by `exchanges`, which leaves none out; driving need be no metric."""
    assert best_exchange(made, solve(made, seed=seed, iterations=turns)) <= LEAST_GAIN


@pytest.mark.parametrize("seed", range(6))
def test_no_exchange_betters_the_plan_of_a_unit(seed: int) -> None:
    made = a_unit(seed, n=40 + 10 * seed, k=1 + seed)
    assert best_exchange(made, solve(made, seed=seed, iterations=1)) <= LEAST_GAIN


def test_by_hand_an_exchange_that_gains_little_is_made() -> None:
    """Two to choose from and room for one: three points more are three points more."""
    worth = np.full((1, 2, 3), 100.0)
    worth[:, 1] = 103.0
    made = night(worth=worth, shift=[[540, 600]], minute_price=0.0)
    assert solve(made, seed=1, iterations=0, start=Rounds(((Stop(0, 0, 550),),), (None,), 100.0)).value == 103


def test_by_hand_somebody_on_a_short_cut_is_put_in_for_somebody_worth_more() -> None:
    """From the base to the first takes 30 minutes, by the third 2: the roads need be no metric."""
    made = night(
        travel_minutes=[[0, 30, 30, 1], [30, 0, 0, 1], [30, 0, 0, 1], [1, 1, 1, 0]],
        service_minutes=[30, 30, 30],
        windows=[[(420, 569), (570, 989), (990, 1260)]] * 3,
        worth=[[[100.0] * 3, [50.0] * 3, [40.0] * 3]],
        allowed=[[True] * 3],
        required=[False] * 3,
        pinned_to=[-1] * 3,
        shift=[[600, 600 + 30 + 30 + 30 + 30]],
    )
    start = Rounds(((Stop(0, 1, 630), Stop(1, 1, 660)),), (None,), 90.0)
    plan = solve(made, seed=1, iterations=0, start=start)
    assert [stop.candidate for stop in plan.rounds[0]] == [2, 0]
    assert plan.value == 100 + 40 - (1 + 1 + 30)


def best_exchange(made: Night, plan: Rounds) -> float:
    """Points of the best exchange, less what somebody brings to the round they would leave."""
    gained = exchanges(made, plan).gained.copy()
    for crew, stops in enumerate(plan.rounds):
        visits = [(stop.candidate, stop.part) for stop in stops]
        for gone, (who, _) in enumerate(visits):
            left = visits[:gone] + visits[gone + 1 :]
            worth_less = round_value(made, crew, visits) - round_value(made, crew, left)
            gained[:, who] -= np.inf if timed(made, crew, left) is None else worth_less
    return float(gained.max(initial=-np.inf))


def test_the_same_seed_gives_the_same_plan_and_looking_on_changes_nothing() -> None:
    made, told = a_unit(7), list[Told]()
    plain = solve(made, seed=3, iterations=450)
    watched = solve(made, seed=3, iterations=450, tell=told.append, stop=lambda: False)
    assert plain == watched
    assert [(one.turns, one.of) for one in told] == [(200, 450), (400, 450), (450, 450)]
    assert [one.value for one in told] == sorted(one.value for one in told)
    assert solve(made, seed=4, iterations=450) != plain


def test_points_may_be_counted_in_any_unit() -> None:
    """A thousandth of every worth and of the price of driving: a thousandth of the value, but for a tie."""
    made = a_unit(7)
    names = [name for name in made.__dataclass_fields__ if name != "_may"]
    given_ = {name: getattr(made, name) for name in names}
    small = Night(**{**given_, "worth": made.worth / 1024, "minute_price": made.minute_price / 1024})
    one, two = solve(made, seed=3, iterations=400), solve(small, seed=3, iterations=400)
    assert two.value == pytest.approx(one.value / 1024, rel=0.02)


def test_it_stops_when_told_and_still_answers() -> None:
    made, told = a_unit(7), list[Told]()
    plan = solve(made, seed=3, iterations=5000, tell=told.append, stop=lambda: True)
    assert len(told) == 1
    assert {finding.breach for finding in check(made, plan).findings} <= {Breach.REQUIRED}


@given(tiny_nights(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_people_are_listed_in_changes_nothing_that_matters(made: Night, shuffle: object) -> None:
    order = np.arange(made.candidates)
    shuffle.shuffle(order)  # type: ignore[attr-defined]
    rows = np.r_[np.arange(made.bases), made.bases + order]
    other = Night(
        travel_minutes=made.travel_minutes[np.ix_(rows, rows)],
        crew_base=made.crew_base,
        service_minutes=made.service_minutes[order],
        windows=made.windows[order],
        worth=made.worth[:, order],
        allowed=made.allowed[:, order],
        shift=made.shift,
        breaks=made.breaks,
        required=made.required[order],
        pinned_to=made.pinned_to[order],
        minute_price=made.minute_price,
        crew_start=made.starts,
    )
    one, two = solve(made, seed=1, iterations=300), solve(other, seed=1, iterations=300)
    assert one.value == pytest.approx(two.value)
    assert {unmet.candidate for unmet in one.unmet} == {
        int(order[unmet.candidate]) for unmet in two.unmet
    } or len(one.unmet) == len(two.unmet)


def test_a_plan_given_to_start_from_is_never_made_worse() -> None:
    made = a_unit(11)
    before = solve(made, seed=1, iterations=400)
    after = solve(made, seed=2, iterations=1, start=before)
    assert (len(after.unmet), -after.value) <= (len(before.unmet), -before.value)


def test_a_crew_gone_sick_leaves_the_others_and_what_no_longer_fits_is_left_out() -> None:
    made = a_unit(11)
    before = solve(made, seed=1, iterations=400)
    sick = made.shift.copy()
    sick[0, 1] = sick[0, 0]
    rests = made.breaks.copy()
    rests[0] = 0
    given_ = {name: getattr(made, name) for name in made.__dataclass_fields__ if name != "_may"}
    left = Night(**{**given_, "shift": sick, "breaks": rests})
    after = solve(left, seed=2, iterations=200, start=before)
    assert after.rounds[0] == ()
    assert {finding.breach for finding in check(left, after).findings} <= {Breach.REQUIRED}


def test_a_start_for_another_night_is_read_as_far_as_it_fits() -> None:
    strange = Rounds(
        rounds=((Stop(5, 0, 1), Stop(1, 0, 1), Stop(1, 1, 1), Stop(0, 2, 1)), (Stop(0, 1, 1),)),
        break_starts=(None, None),
        value=1e9,
    )
    plan = solve(night(), seed=1, iterations=1, start=strange)
    assert check(night(), plan).feasible


def test_a_round_no_crew_could_drive_comes_out_with_its_reason() -> None:
    """Required, and kept away by the rules; out of reach; and one of two that exclude each other."""
    nobody = solve(night(required=[True, False], allowed=[[False, True]]), seed=1, iterations=50)
    assert [(one.candidate, one.why) for one in nobody.unmet] == [(0, Hindrance.NOBODY_MAY)]
    far = [[0, 200, 10], [200, 0, 200], [10, 200, 0]]
    late = solve(night(required=[True, False], travel_minutes=far), seed=1, iterations=50)
    assert [(one.candidate, one.why) for one in late.unmet] == [(0, Hindrance.NEVER_IN_TIME)]
    both = solve(night(required=[True, True], service_minutes=[150, 150]), seed=1, iterations=50)
    assert [one.why for one in both.unmet] == [Hindrance.NOT_BESIDE_THE_OTHERS]
    assert len(both.visited) == 1


def test_required_comes_before_any_worth() -> None:
    plan = solve(
        night(required=[True, False], worth=[[[1] * 3, [9999] * 3]], service_minutes=[150, 150]),
        seed=1,
        iterations=50,
    )
    assert list(plan.visited) == [0]


def test_nobody_to_visit_and_nobody_to_go() -> None:
    empty = night(
        travel_minutes=[[0]],
        service_minutes=np.zeros(0, int),
        windows=np.zeros((0, 3, 2), int),
        worth=np.zeros((1, 0, 3)),
        allowed=np.zeros((1, 0), bool),
        required=np.zeros(0, bool),
        pinned_to=np.zeros(0, int),
    )
    assert solve(empty, seed=1, iterations=10).rounds == ((),)
    worthless = solve(night(worth=np.zeros((1, 2, 3))), seed=1, iterations=10)
    assert worthless.rounds == ((),)
