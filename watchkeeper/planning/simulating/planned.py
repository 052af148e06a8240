"""Tonight's rounds by the search that plans real nights, laid out for the road."""

import numpy as np

from watchkeeper.planning.simulating.world import PARTS, Flags, Floats, Whole
from watchkeeper.visits.routing.night import ANYBODY, Night
from watchkeeper.visits.routing.search import laid_out

MINUTE_SHARE = 0.002  # price of a minute on the road, as a share of the median candidate's worth
OWN_BONUS = 1.1  # worth of a visit by the manager's own pair, as a multiple


def night_of(
    *,
    travel: Whole,
    expected: Whole,
    worth: Floats,
    own: Flags,
    allowed: Flags,
    shift: Whole,
    parts: Whole,
) -> Night:
    """One unit's night for the solvers: travel base first, worth (n, 3), own and allowed (k, n)."""
    people, crews = len(expected), len(shift)
    windows = np.empty((people, PARTS, 2), dtype=np.int64)
    windows[:, :, 0], windows[:, :, 1] = parts[:, 0], parts[:, 1] - 1
    by_crew = worth[None, :, :] * np.where(own, OWN_BONUS, 1.0)[:, :, None]
    return Night(
        travel_minutes=travel,
        crew_base=np.zeros(crews, dtype=np.int64),
        service_minutes=expected,
        windows=windows,
        worth=by_crew,
        allowed=allowed,
        shift=shift,
        breaks=np.zeros((crews, 3), dtype=np.int64),
        required=np.zeros(people, dtype=bool),
        pinned_to=np.full(people, ANYBODY),
        minute_price=MINUTE_SHARE * float(np.median(worth.max(axis=1))),
    )


def rounds_for(night: Night, *, iterations: int, seed: int) -> tuple[Whole, Whole, Whole]:
    """Length (k,), stops and parts (k, L) of each round; all empty when no search is asked for."""
    if iterations == 0:
        none = np.zeros((night.crews, 1), dtype=np.int64)
        return np.zeros(night.crews, dtype=np.int64), none, none.copy()
    stops, length = laid_out(night, seed=seed, iterations=iterations)
    room = max(int(length.max(initial=0)), 1)
    stop, part = np.zeros((2, night.crews, room), dtype=np.int64)
    for crew, many in enumerate(length):
        stop[crew, :many], part[crew, :many] = stops[crew, :many].T
    return length, stop, part
