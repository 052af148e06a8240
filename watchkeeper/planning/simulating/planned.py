"""Tonight's rounds by the search that plans real nights, laid out for the road."""

import numpy as np

from watchkeeper.planning.simulating.world import PARTS, Flags, Floats, Whole
from watchkeeper.visits.routing.night import ANYBODY, Night
from watchkeeper.visits.routing.search import solve

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
    length = np.zeros(night.crews, dtype=np.int64)
    if iterations == 0:
        return length, np.zeros((night.crews, 1), dtype=np.int64), np.zeros((night.crews, 1), dtype=np.int64)
    found = solve(night, seed=seed, iterations=iterations).rounds
    length[:] = [len(stops) for stops in found]
    stop = np.zeros((night.crews, max(int(length.max(initial=0)), 1)), dtype=np.int64)
    part = np.zeros_like(stop)
    for crew, stops in enumerate(found):
        stop[crew, : len(stops)] = [one.candidate for one in stops]
        part[crew, : len(stops)] = [one.part for one in stops]
    return length, stop, part
