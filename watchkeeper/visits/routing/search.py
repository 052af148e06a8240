"""Our own search for the night's rounds: tear out some visits, put better ones in, many thousand times."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from watchkeeper.visits.routing.annealing import anneal
from watchkeeper.visits.routing.night import Data, Ints, Night
from watchkeeper.visits.routing.polishing import polish
from watchkeeper.visits.routing.rounds import Hindrance, Rounds, Unmet
from watchkeeper.visits.routing.timing import timed

CHUNK = 200
"""Turns between two looks at whether to stop: a few hundredths of a second."""

NEIGHBOURS = 40
"""Nearest people among whom related visits are taken out together."""

HOTTEST, COOLED, WARM = 3.0, 0.01, 0.1
"""Temperature at the start as a share of the median person's best worth; what is left of it at the end;
and how warm a plan that is only to be mended starts, beside one made anew."""

SEEDS = 0x9E3779B97F4A7C15
"""Odd constant of Weyl that parts the streams of neighbouring seeds."""


type Laid = tuple[Ints, Ints]
"""Stops (k, L, 2), each a candidate and a part, and how many of them each round has (k,)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the search says of its progress: turns done of how many, and the best value so far."""

    turns: int
    of: int
    value: float


def solve(
    night: Night,
    *,
    seed: int,
    iterations: int,
    start: Rounds | None = None,
    tell: Callable[[Told], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Rounds:
    """The best rounds found in `iterations` turns from `start`, or from nothing.

    The same night, seed, iterations and start give the same plan on every run; how often `tell`
    and `stop` are asked changes nothing of it, unless `stop` says to stop. Stops of `start` that
    no longer fit are left out first. Everybody required or pinned comes before everybody else; who
    cannot be placed stands in `unmet` with why. No single exchange would better the plan returned.
    """
    stops, length = laid_out(night, seed=seed, iterations=iterations, start=start, tell=tell, stop=stop)
    return finished(
        night,
        [[(int(who), int(part)) for who, part in stops[k, : length[k]]] for k in range(night.crews)],
    )


def laid_out(
    night: Night,
    *,
    seed: int,
    iterations: int,
    start: Rounds | None = None,
    tell: Callable[[Told], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Laid:
    """The same plan by its stops alone, without minutes and reasons: for who plans many thousand nights."""
    room = room_of(night)
    laid: Laid = np.zeros((night.crews, room, 2), np.int64), np.zeros(night.crews, np.int64)
    if start is not None:
        _lay(night, start, *laid)
    if night.candidates and night.crews:
        laid = _searched(night, seed, iterations, start is not None, laid, tell, stop)
    return laid


def finished(night: Night, rounds: list[list[tuple[int, int]]]) -> Rounds:
    """Rounds of (candidate, part) with their minutes, value, and everybody required who is in none.

    Raises ValueError for a round that cannot be driven.
    """
    driven = [timed(night, crew, visits) for crew, visits in enumerate(rounds)]
    if any(one is None for one in driven):
        raise ValueError("a round cannot be driven as given")
    sure = [one for one in driven if one is not None]
    seen = {who for visits in rounds for who, _ in visits}
    return Rounds(
        rounds=tuple(one.stops for one in sure),
        break_starts=tuple(one.break_start for one in sure),
        value=sum(round_value(night, crew, visits) for crew, visits in enumerate(rounds)),
        unmet=tuple(
            Unmet(int(c), hindrance(night, int(c))) for c in np.flatnonzero(night.must) if c not in seen
        ),
    )


def round_value(night: Night, crew: int, visits: list[tuple[int, int]]) -> float:
    """Points of one round: worth of its visits less the price of driving out, between and back."""
    if not visits:
        return 0.0
    places = [int(night.starts[crew]), *(night.bases + who for who, _ in visits), int(night.crew_base[crew])]
    driven = sum(int(night.travel_minutes[a, b]) for a, b in pairwise(places))
    return sum(float(night.worth[crew, who, part]) for who, part in visits) - night.minute_price * driven


def hindrance(night: Night, candidate: int) -> Hindrance:
    """Why nobody visits a person who must be visited: the first reason that holds."""
    crews = [int(crew) for crew in np.flatnonzero(night.may[:, candidate])]
    if not crews:
        return Hindrance.NOBODY_MAY
    alone = (
        timed(night, crew, [(candidate, int(part))])
        for crew in crews
        for part in np.flatnonzero(night.worth[crew, candidate] > 0)
    )
    return Hindrance.NEVER_IN_TIME if all(one is None for one in alone) else Hindrance.NOT_BESIDE_THE_OTHERS


def arrays(night: Night) -> Data:
    """The night as the compiled loops take it."""
    return (
        night.travel_minutes.copy(),
        np.ascontiguousarray(night.travel_minutes.T),
        night.service_minutes.copy(),
        np.ascontiguousarray(night.windows[:, :, 0]),
        np.ascontiguousarray(night.windows[:, :, 1]),
        night.worth.copy(),
        night.may.copy(),
        night.shift.copy(),
        night.breaks.copy(),
        night.starts.copy(),
        night.crew_base.copy(),
        night.bases,
    )


def _searched(
    night: Night,
    seed: int,
    iterations: int,
    mending: bool,
    laid: Laid,
    tell: Callable[[Told], None] | None,
    stop: Callable[[], bool] | None,
) -> Laid:
    must = night.must.copy()
    best_each = night.worth.max(axis=(0, 2))
    span = int((night.shift[:, 1] - night.shift[:, 0]).sum())
    penalty = 1.0 + float(best_each.sum()) + float(night.minute_price) * span
    hot = HOTTEST * float(np.median(best_each[best_each > 0])) if best_each.any() else 1.0
    hot *= WARM if mending else 1.0
    cooling = COOLED ** (1.0 / max(1, iterations))
    state = np.array([_stream(seed)], np.int64)
    between = night.travel_minutes[night.bases :, night.bases :]
    near = np.argsort(between + between.T, axis=1, kind="stable")[:, 1 : NEIGHBOURS + 1].astype(np.int64)
    best: Laid = (laid[0].copy(), laid[1].copy())
    value, done, data, musts = -np.inf, 0, arrays(night), np.flatnonzero(must).astype(np.int64)
    while done < iterations and not (stop is not None and done and stop()):
        turns = min(CHUNK, iterations - done)
        value, hot = anneal(
            turns,
            state,
            hot,
            cooling,
            data,
            must,
            musts,
            np.ascontiguousarray(near),
            float(night.minute_price),
            penalty,
            *laid,
            *best,
            value,
        )
        done += turns
        if tell is not None:
            tell(Told(done, iterations, value))
    polish(data, must, float(night.minute_price), *best)
    return best


def _stream(seed: int) -> int:
    """Where the stream of `seed` starts: never 0, at which it would stand still."""
    mixed = ((seed + 1) * SEEDS) % (1 << 64) or 1
    return mixed - (1 << 64) if mixed >= 1 << 63 else mixed


def room_of(night: Night) -> int:
    """Most stops any round can hold, whatever the driving: the shortest visits, one after another."""
    longest = int((night.shift[:, 1] - night.shift[:, 0]).max(initial=0))
    return int((np.cumsum(np.sort(night.service_minutes)) <= longest).sum()) if night.candidates else 0


def _lay(night: Night, start: Rounds, stops: Ints, length: Ints) -> None:
    """Take over the stops of `start` that still fit, in their order."""
    seen: set[int] = set()
    for crew, given in enumerate(start.rounds[: night.crews]):
        kept: list[tuple[int, int]] = []
        for stop in given:
            fits = (
                stop.candidate < night.candidates
                and stop.candidate not in seen
                and night.may[crew, stop.candidate]
                and night.worth[crew, stop.candidate, stop.part] > 0
                and timed(night, crew, [*kept, (stop.candidate, stop.part)]) is not None
            )
            if fits:
                kept.append((stop.candidate, stop.part))
                seen.add(stop.candidate)
        length[crew] = len(kept)
        if kept:
            stops[crew, : len(kept)] = kept
