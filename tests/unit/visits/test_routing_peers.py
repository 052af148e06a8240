"""PyVRP and the sergeant's lists behind the same interface, under the same judge."""

import numpy as np
import pytest
from hypothesis import given, settings

from tests.unit.visits.test_routing_search import a_unit
from tests.unit.visits.tiny_nights import best_of_all, night, tiny_nights
from watchkeeper.visits.routing import practice, pyvrp_solver
from watchkeeper.visits.routing.checking import Breach, check
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.search import solve


@given(tiny_nights())
@settings(max_examples=25, deadline=None)
def test_pyvrp_keeps_every_rule_and_never_exceeds_the_best(made: Night) -> None:
    placed, value = best_of_all(made)
    plan = pyvrp_solver.solve(made, seed=1, iterations=20)
    judged = check(made, plan)
    assert {finding.breach for finding in judged.findings} <= {Breach.REQUIRED}
    assert judged.value == pytest.approx(plan.value)
    left = int(made.must.sum()) - len(plan.unmet)
    assert left <= placed
    assert left < placed or plan.value <= value + 1e-6


@pytest.mark.parametrize("all_parts", [True, False])
def test_pyvrp_makes_a_plan_better_and_repeats_it(all_parts: bool) -> None:
    made = a_unit(3)
    first = solve(made, seed=1, iterations=1)
    plan = pyvrp_solver.solve(made, seed=1, iterations=300, start=first, all_parts=all_parts)
    assert (len(plan.unmet), -plan.value) <= (len(first.unmet), -first.value)
    assert plan == pyvrp_solver.solve(made, seed=1, iterations=300, start=first, all_parts=all_parts)
    assert {finding.breach for finding in check(made, plan).findings} <= {Breach.REQUIRED}


def test_most_overdue_first_by_hand() -> None:
    """Room for one: the longer overdue is taken, though worth less and as near."""
    made = night(service_minutes=[150, 150], worth=[[[900] * 3, [1] * 3]])
    plan = practice.most_overdue_first(made, days_overdue=np.array([5.0, 6.0]))
    assert list(plan.visited) == [1]


def test_nearest_first_by_hand() -> None:
    """Of two overdue the nearer goes first; somebody not overdue waits, however near."""
    near = [[0, 20, 5], [20, 0, 20], [5, 20, 0]]
    made = night(service_minutes=[150, 150], travel_minutes=near)
    assert list(practice.nearest_first(made, days_overdue=np.array([1.0, 1.0])).visited) == [1]
    assert list(practice.nearest_first(made, days_overdue=np.array([1.0, 0.0])).visited) == [0]


@pytest.mark.parametrize("rule", [practice.most_overdue_first, practice.nearest_first])
def test_practice_keeps_every_rule_and_takes_the_required_first(rule) -> None:  # type: ignore[no-untyped-def]
    made = a_unit(2, n=30, k=3)
    plan = rule(made, days_overdue=np.arange(30.0) - 10)
    assert {finding.breach for finding in check(made, plan).findings} <= {Breach.REQUIRED}
    assert sum(bool(made.must[who]) for who in plan.visited) >= int(made.must.sum()) - len(plan.unmet) > 0
