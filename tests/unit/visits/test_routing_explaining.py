"""What a plan says of itself can be checked: costs are what the exchange costs, changes do what they say."""

import numpy as np
import pytest
from hypothesis import assume, given, settings

from tests.unit.visits.test_routing_search import a_unit
from tests.unit.visits.tiny_nights import night, tiny_nights
from watchkeeper.law.decision import Reason
from watchkeeper.visits.routing.explaining import best_exchange, going_rates, why_chosen, why_left_out
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.search import finished, round_value, solve
from watchkeeper.visits.routing.timing import timed
from watchkeeper.visits.routing.why import Mend, Why


def changed(made: Night, **changes: object) -> Night:
    given_ = {name: getattr(made, name) for name in made.__dataclass_fields__ if name != "_may"}
    return Night(**{**given_, **changes})


def test_by_hand_the_one_with_room_and_the_one_who_would_displace_them() -> None:
    """Room for one of two. 300 points less 20 minutes of driving against 100 less 20: 200 short."""
    made = night(service_minutes=[150, 150], worth=[[[100] * 3, [300] * 3]])
    plan = solve(made, seed=1, iterations=50)
    chosen = why_chosen(made, plan, 0, 0)
    assert (chosen.worth, chosen.driving_minutes, chosen.visit_minutes, chosen.adds) == (300, 20, 150, 280)
    assert chosen.runner_up is None
    assert going_rates(made, plan) == pytest.approx((280 / 240,))
    assert chosen.going == pytest.approx(280 / 240 * 170)
    left = why_left_out(made, plan, 0)
    assert (left.why, left.short) == (Why.BELOW_GOING_RATE, 200)
    assert left.best is not None
    assert left.best.displaced == (1,)
    assert [(one.mend, one.amount) for one in left.changes] == [(Mend.POINTS, 200), (Mend.MINUTES, 90)]


def test_who_is_left_out_and_why_in_every_case() -> None:
    said = (Reason(False, "kept apart", "policy"),)
    worthless = night(worth=np.array([[[0.0] * 3, [9.0] * 3]]))
    assert why_left_out(worthless, finished(worthless, [[]]), 0).why is Why.NO_CANDIDATE
    barred = night(allowed=[[False, True]])
    left = why_left_out(barred, finished(barred, [[]]), 0, rules=lambda crew, who: said)
    assert (left.why, left.barred, left.changes[0].mend) == (Why.NO_CREW, ((0, said),), Mend.CREW)
    long = night(service_minutes=[221, 10])
    left = why_left_out(long, finished(long, [[]]), 0)
    assert (left.why, left.changes[0].mend, left.changes[0].amount) == (Why.NO_TIME, Mend.MINUTES, 1)
    busy = night(service_minutes=[100, 200], required=[False, True])
    assert why_left_out(busy, solve(busy, seed=1, iterations=20), 0).why is Why.REQUIRED_FIRST
    dear = night(minute_price=6.0)
    left = why_left_out(dear, finished(dear, [[]]), 0)
    assert (left.why, left.short) == (Why.NOT_WORTH_DRIVING, 20)
    missed = night()
    left = why_left_out(missed, finished(missed, [[]]), 0)
    assert (left.why, left.short) == (Why.ROOM, -80)
    with pytest.raises(ValueError, match="not left out"):
        why_left_out(missed, finished(missed, [[(0, 0)]]), 0)


def test_the_runner_up_and_what_it_would_cost() -> None:
    """Another crew would earn 90 for the same visit: ten points less."""
    worth = np.stack([np.full((2, 3), 100.0), np.full((2, 3), 90.0)])
    made = night(
        crew_base=[0, 0],
        worth=worth,
        allowed=[[True, False]] * 2,
        shift=[[540, 780]] * 2,
        breaks=[[0, 0, 0]] * 2,
    )
    chosen = why_chosen(made, solve(made, seed=1, iterations=50), 0, 0)
    assert chosen.runner_up is not None
    assert (chosen.runner_up.crew, chosen.runner_up.displaced, chosen.cost) == (1, (), 10)


@given(tiny_nights())
@settings(max_examples=30, deadline=None)
def test_a_change_does_what_it_says(made: Night) -> None:
    """So many points more turn the exchange into a gain; a shift so many minutes longer makes room."""
    plan = solve(made, seed=1, iterations=200)
    left = [who for who in range(made.candidates) if who not in plan.visited and not made.must[who]]
    assume(left)
    for who in left:
        why = why_left_out(made, plan, who)
        assert why.why is not Why.ROOM
        for change in why.changes:
            if change.mend is Mend.POINTS:
                assert change.crew is not None
                assert change.amount is not None
                worth = made.worth.copy()
                worth[change.crew, who] += np.where(worth[change.crew, who] > 0, change.amount + 1, 0)
                best = best_exchange(changed(made, worth=worth), plan, change.crew, who)
                assert best is not None
                assert best.gained == pytest.approx(1)
            if change.mend is Mend.MINUTES:
                assert change.crew is not None
                assert change.amount is not None
                for short, room in ((0, True), (1, False)):
                    shift = made.shift.copy()
                    shift[change.crew, 1] += int(change.amount) - short
                    best = best_exchange(changed(made, shift=shift), plan, change.crew, who)
                    fits = best is not None and best.displaced == () and best.gained > 0
                    assert fits or not room


@given(tiny_nights())
@settings(max_examples=60)
def test_the_fewest_minutes_more_are_those_that_trying_every_place_finds(made: Night) -> None:
    plan = solve(made, seed=1, iterations=20)
    left = [row for row in range(made.candidates) if row not in plan.visited]
    assume(left)
    for row in left:
        crews = [int(crew) for crew in np.flatnonzero(made.may[:, row])]
        found = []
        for crew in crews:
            visits = [(stop.candidate, stop.part) for stop in plan.rounds[crew]]
            before = round_value(made, crew, visits)
            for gap in range(len(visits) + 1):
                for part in map(int, np.flatnonzero(made.worth[crew, row] > 0)):
                    tried = [*visits[:gap], (row, part), *visits[gap:]]
                    late = timed(made, crew, tried, overtime=True)
                    if late is not None and round_value(made, crew, tried) > before:
                        found.append((late.back_minute - int(made.shift[crew, 1]), crew))
        fewest = [(minutes, crew) for minutes, crew in sorted(found)[:1] if minutes > 0]
        told = why_left_out(made, plan, row).changes
        more = [(int(one.amount), one.crew) for one in told if one.mend is Mend.MINUTES]
        if why_left_out(made, plan, row).why not in (Why.ROOM, Why.NOT_WORTH_DRIVING):
            assert more == fewest


def test_every_stop_and_everybody_left_out_of_a_unit_is_explained() -> None:
    made = a_unit(9, n=25, k=3)
    plan = solve(made, seed=1, iterations=500)
    for crew, stops in enumerate(plan.rounds):
        for number in range(len(stops)):
            chosen = why_chosen(made, plan, crew, number)
            assert chosen.required or chosen.adds > 0
            assert chosen.cost is None or chosen.required or chosen.cost >= -1e-9
    for who in set(range(25)) - set(plan.visited):
        assert why_left_out(made, plan, who).why is not Why.ROOM
