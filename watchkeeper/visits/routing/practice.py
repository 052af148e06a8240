"""What a sergeant does from a list: the measure our rounds are held against.

Each crew in turn goes to the next person on the list it may see, at whatever part of the day it
gets there, until nobody more fits into its shift. Worth plays no part in the choice.
"""

from collections.abc import Callable

import numpy as np

from watchkeeper.visits.routing.night import Floats, Night
from watchkeeper.visits.routing.rounds import Rounds
from watchkeeper.visits.routing.search import finished
from watchkeeper.visits.routing.timing import Timed, timed

type Order = Callable[[int, Timed], tuple[float, ...]]


def most_overdue_first(night: Night, *, days_overdue: Floats) -> Rounds:
    """Whoever is most days past the limit next, wherever they live; whoever must be visited first of all."""
    return _listed(night, lambda who, _: (-float(days_overdue[who]), who))


def nearest_first(night: Night, *, days_overdue: Floats) -> Rounds:
    """Of those past the limit whoever the crew can start with soonest, then of the others."""
    return _listed(
        night, lambda who, round_: (float(days_overdue[who] <= 0), round_.stops[-1].start_minute, who)
    )


def _listed(night: Night, order: Order) -> Rounds:
    seen: set[int] = set()
    rounds: list[list[tuple[int, int]]] = []
    for crew in range(night.crews):
        visits: list[tuple[int, int]] = []
        while True:
            able = {
                who: soonest
                for who in map(int, np.flatnonzero(night.may[crew]))
                if who not in seen and (soonest := _soonest(night, crew, visits, who)) is not None
            }
            if not able:
                break
            chosen = min(able, key=lambda who: (not night.must[who], *order(who, able[who])))
            stop = able[chosen].stops[-1]
            visits.append((stop.candidate, stop.part))
            seen.add(stop.candidate)
        rounds.append(visits)
    return finished(night, rounds)


def _soonest(night: Night, crew: int, visits: list[tuple[int, int]], who: int) -> Timed | None:
    """The round with `who` last, in the part of the day in which they can be visited soonest."""
    able = (
        timed(night, crew, [*visits, (who, part)])
        for part in map(int, np.flatnonzero(night.worth[crew, who] > 0))
    )
    return min(
        (one for one in able if one is not None), key=lambda one: one.stops[-1].start_minute, default=None
    )
