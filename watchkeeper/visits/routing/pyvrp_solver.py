"""The same night given to PyVRP, a second solver to stand beside our own.

PyVRP prices an arc by vehicle and a client once, so what a visit loses by being made by another crew
than the best is put on the arcs that lead to it, and each part of the day is a client of its own, of
which a group may take one. It knows no break that is taken on the way: crews are given a shift
shorter by the break, and stops are dropped, cheapest first, where the break then does not fit.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from pyvrp import (
    Activity,
    Client,
    ClientGroup,
    Depot,
    Location,
    ProblemData,
    Route,
    Solution,
    SolveParams,
    VehicleType,
)
from pyvrp import solve as pyvrp_solve
from pyvrp.search import PerturbationParams
from pyvrp.stop import MaxIterations, StoppingCriterion

from watchkeeper.visits.routing import search
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.rounds import Rounds
from watchkeeper.visits.routing.timing import timed

PRECISE = 100_000
"""What the visit worth most is worth to PyVRP, which counts in whole numbers."""

NEVER = 100_000
"""Minutes on an arc no crew may take."""

PERTURBED = (1, 10)
"""Fewest and most visits PyVRP disturbs at once: the best of the settings tried for nights like ours."""


def solve(
    night: Night,
    *,
    seed: int,
    iterations: int,
    start: Rounds | None = None,
    all_parts: bool = True,
    until: Callable[[], StoppingCriterion] | None = None,
) -> Rounds:
    """The best rounds PyVRP finds in `iterations`, begun from `start` or from our own first filling.

    `all_parts` False gives PyVRP each person only in one part of the day, where they are worth most or
    where `start` visits them: a smaller model. `until` replaces the count of iterations.
    """
    first = start or search.solve(night, seed=seed, iterations=1)
    asked = {(stop.candidate, stop.part) for stops in first.rounds for stop in stops}
    visits = _visits(night, asked, all_parts)
    if not visits:
        return search.finished(night, [[] for _ in range(night.crews)])
    data = _data(night, visits)
    number = {visit: place for place, visit in enumerate(visits)}
    routes = [
        Route(data, [Activity(f"C{number[stop.candidate, stop.part]}") for stop in stops], crew)
        for crew, stops in enumerate(first.rounds)
        if stops
    ]
    result = pyvrp_solve(
        data,
        until() if until is not None else MaxIterations(iterations),
        seed=seed % 2**32,
        collect_stats=False,
        params=SolveParams(perturbation=PerturbationParams(*PERTURBED)),
        initial_solution=Solution(data, routes),
    )
    rounds: list[list[tuple[int, int]]] = [[] for _ in range(night.crews)]
    for route in result.best.routes():
        rounds[route.vehicle_type()] = [visits[activity.idx] for activity in route if activity.is_client()]
    found = search.finished(night, [_fitting(night, crew, stops) for crew, stops in enumerate(rounds)])
    return min(found, first, key=lambda plan: (len(plan.unmet), -plan.value))


def _visits(night: Night, asked: set[tuple[int, int]], all_parts: bool) -> list[tuple[int, int]]:
    """Each candidate and part that some crew may visit, or the one best part of each candidate."""
    worth = np.where(night.may[:, :, None], night.worth, 0.0).max(axis=0, initial=0.0)
    worth[night.windows[:, :, 0] > night.windows[:, :, 1]] = 0.0
    given = dict(asked)
    return [
        (int(who), part)
        for who in np.flatnonzero(worth.any(axis=1))
        for part in range(worth.shape[1])
        if worth[who, part] > 0
        and (all_parts or part == given.get(int(who), int(worth[who].argmax())) or (int(who), part) in asked)
    ]


def _data(night: Night, visits: list[tuple[int, int]]) -> ProblemData:
    who, part = np.array(visits).T
    places = np.r_[np.arange(night.bases), night.bases + who]
    minutes = night.travel_minutes[np.ix_(places, places)]
    worth = np.where(night.may[:, who], night.worth[:, who, part], 0.0)
    best = worth.max(axis=0)
    scale = PRECISE / float(best.max())
    groups = [np.flatnonzero(who == person) for person in np.unique(who)]
    group_of = np.zeros(len(who), np.int64)
    for place, members in enumerate(groups):
        group_of[members] = place
    clients = [
        Client(
            location=night.bases + place,
            service_duration=int(night.service_minutes[person]),
            tw_early=int(night.windows[person, chosen, 0]),
            tw_late=int(night.windows[person, chosen, 1]),
            prize=round(float(best[place]) * scale),
            required=False,
            group=int(group_of[place]),
        )
        for place, (person, chosen) in enumerate(visits)
    ]
    distances: list[Any] = []
    durations: list[Any] = []
    vehicles = []
    for crew in range(night.crews):
        distance = np.rint(minutes * night.minute_price * scale).astype(np.int64)
        duration = minutes.copy()
        distance[:, night.bases :] += np.rint((best - worth[crew]) * scale).astype(np.int64)
        never = night.bases + np.flatnonzero(worth[crew] <= 0)
        distance[:, never] += NEVER
        duration[:, never] += NEVER
        np.fill_diagonal(distance, 0)
        np.fill_diagonal(duration, 0)
        distances.append(distance)
        durations.append(duration)
        begins, ends = (int(minute) for minute in night.shift[crew])
        vehicles.append(
            VehicleType(
                1,
                start_depot=int(night.starts[crew]),
                end_depot=int(night.crew_base[crew]),
                tw_early=begins,
                tw_late=ends - int(night.breaks[crew, 2]),
                profile=crew,
            )
        )
    return ProblemData(
        [Location(0, 0) for _ in places],
        clients,
        [Depot(base) for base in range(night.bases)],
        vehicles,
        distances,
        durations,
        [
            ClientGroup([int(one) for one in members], required=bool(night.must[who[members[0]]]))
            for members in groups
        ],
    )


def _fitting(night: Night, crew: int, stops: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The round without the stops that cost least to lose, until it can be driven; required ones go last."""
    kept = [(who, part) for who, part in stops if night.may[crew, who] and night.worth[crew, who, part] > 0]
    while timed(night, crew, kept) is None:
        kept.remove(min(kept, key=lambda one: (bool(night.must[one[0]]), night.worth[crew, one[0], one[1]])))
    return kept
