"""The bound is never below the best plan there is, breaks, pins and required people included."""

import numpy as np
import pytest
from hypothesis import given, settings

from tests.unit.visits.test_routing_search import a_unit
from tests.unit.visits.tiny_nights import best_of_all, night, tiny_nights
from watchkeeper.visits.routing.bound import bound, closed
from watchkeeper.visits.routing.checking import Breach, check
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.search import solve


@given(tiny_nights())
@settings(max_examples=40, deadline=None)
def test_no_plan_of_a_tiny_night_exceeds_it(made: Night) -> None:
    """The oracle tries them all; a bound that could prove nothing is infinite and says so."""
    placed, value = best_of_all(made)
    proof = bound(made, turns=40, assemble=True)
    assert proof.turns <= 40
    if placed == int(made.must.sum()):
        assert proof.value >= value - 1e-6
    assert proof.plan is not None
    judged = check(made, proof.plan)
    assert {finding.breach for finding in judged.findings} <= {Breach.REQUIRED}
    assert judged.value <= value + 1e-6 or len(proof.plan.unmet) > int(made.must.sum()) - placed


@given(tiny_nights(most=4, required=False))
@settings(max_examples=25, deadline=None)
def test_it_is_tight_where_driving_is_a_metric(made: Night) -> None:
    """On nights this small the memory of a label holds everybody: the rounds of the proof make the best plan."""
    given_ = {name: getattr(made, name) for name in made.__dataclass_fields__ if name != "_may"}
    metric = Night(**{**given_, "travel_minutes": closed(made)})
    _, value = best_of_all(metric)
    proof = bound(metric, turns=40, assemble=True)
    assert proof.value >= value - 1e-6
    assert proof.plan is not None
    assert proof.value <= value * 1.3 + 1e-6
    assert proof.plan.value >= value * 0.7 - 1e-6


def test_by_hand_one_crew_two_people_and_room_for_one() -> None:
    """150 minutes each in a shift of 240: the better of two, 300 points less two legs of ten minutes."""
    made = night(service_minutes=[150, 150], worth=[[[100] * 3, [300] * 3]])
    proof = bound(made, turns=20, assemble=True)
    assert proof.value == pytest.approx(280)
    assert proof.plan is not None
    assert proof.plan.value == pytest.approx(280)
    assert proof.gap(280) == pytest.approx(0)
    assert proof.gap(140) == pytest.approx(0.5)


def test_a_required_visit_lowers_what_can_be_earned() -> None:
    made = night(service_minutes=[150, 150], worth=[[[100] * 3, [300] * 3]], required=[True, False])
    assert bound(made, turns=20).value == pytest.approx(80)


def test_a_unit_is_proved_within_a_few_turns_and_its_prices_make_sense() -> None:
    made = a_unit(5, n=30, k=3)
    plan = solve(made, seed=1, iterations=400)
    proof = bound(made, turns=40, plans=(plan,))
    assert np.isfinite(proof.value)
    assert proof.value >= plan.value
    assert proof.gap(plan.value) < 0.1
    assert (proof.crew_points >= 0).all()
    assert (proof.minute_points(made) >= 0).all()
    assert (proof.candidate_points[~made.must] >= 0).all()
    assert bound(made, turns=40, plans=(plan,)).value == proof.value


def test_it_says_when_it_ran_out_of_turns() -> None:
    assert bound(a_unit(5, n=30, k=3), turns=1).value == np.inf
