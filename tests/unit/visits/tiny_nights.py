"""Tiny nights made by Hypothesis, and an oracle that tries every plan of them."""

from functools import cache

import numpy as np
from hypothesis import strategies as st

from watchkeeper.visits.routing.night import Night

HOURS = [(420, 569), (570, 989), (990, 1260)]


def night(**changes: object) -> Night:
    """Two people, one crew from 09:00 to 13:00, one base ten minutes from everybody; then the changes."""
    given: dict[str, object] = {
        "travel_minutes": [[0, 10, 10], [10, 0, 10], [10, 10, 0]],
        "crew_base": [0],
        "service_minutes": [30, 40],
        "windows": [HOURS, HOURS],
        "worth": np.full((1, 2, 3), 100.0),
        "allowed": [[True, True]],
        "shift": [[540, 780]],
        "breaks": [[0, 0, 0]],
        "required": [False, False],
        "pinned_to": [-1, -1],
        "minute_price": 1.0,
    }
    return Night(**{**given, **changes})  # type: ignore[arg-type]


@st.composite
def tiny_nights(draw: st.DrawFn, *, most: int = 5, required: bool = True) -> Night:
    """One or two crews, up to `most` people, one or two bases; travel need not be symmetric or metric."""
    n, k, b = draw(st.integers(1, most)), draw(st.integers(1, 2)), draw(st.integers(1, 2))
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    travel = chance.integers(3, 40, (b + n, b + n))
    np.fill_diagonal(travel, 0)
    begins = chance.integers(400, 900, k)
    shift = np.stack([begins, begins + chance.integers(60, 240, k)], axis=1)
    opens = np.array(HOURS)[None] + np.stack(
        [chance.integers(0, 60, (n, 3)), -chance.integers(0, 60, (n, 3))], 2
    )
    rests = draw(st.booleans())
    breaks = np.zeros((k, 3), np.int64)
    if rests:
        breaks[:, 0], breaks[:, 1], breaks[:, 2] = begins + 20, begins + chance.integers(20, 60, k), 15
    return Night(
        travel_minutes=travel,
        crew_base=chance.integers(0, b, k),
        service_minutes=chance.integers(10, 60, n),
        windows=opens,
        worth=np.where(chance.random((k, n, 3)) < 0.8, chance.integers(1, 200, (k, n, 3)), 0).astype(float),
        allowed=chance.random((k, n)) < 0.85,
        shift=shift,
        breaks=breaks,
        required=(chance.random(n) < 0.25) & required,
        pinned_to=np.where((chance.random(n) < 0.1) & required, chance.integers(0, k, n), -1),
        minute_price=draw(st.sampled_from([0.0, 0.5, 2.0])),
        crew_start=chance.integers(0, b, k),
    )


def best_of_all(given: Night) -> tuple[int, float]:
    """Most required people any plan can place, and the best value of a plan that places as many.

    Tries every order of every set of people for each crew, break and all, minute by minute, then
    every pair of rounds that share nobody. Written without a line of the solvers.
    """
    totals: dict[frozenset[int], float] = {frozenset(): 0.0}
    for crew in range(given.crews):
        rounds = _rounds_of(given, crew)
        merged: dict[frozenset[int], float] = {}
        for seen, value in totals.items():
            for people, points in rounds.items():
                if not seen & people:
                    both = seen | people
                    merged[both] = max(merged.get(both, -np.inf), value + points)
        totals = merged
    must = {who for who in range(given.candidates) if given.required[who] or given.pinned_to[who] >= 0}
    return max((len(must & people), value) for people, value in totals.items())


def _rounds_of(given: Night, crew: int) -> dict[frozenset[int], float]:
    """The best value of any round of `crew` through each set of people it can visit."""
    travel, bases = given.travel_minutes, given.bases
    earliest, latest, length = (int(x) for x in given.breaks[crew])
    begins, ends = (int(x) for x in given.shift[crew])
    found: dict[frozenset[int], float] = {frozenset(): 0.0}

    def legs(at: int, free: int, owed: bool, there: int):  # type: ignore[no-untyped-def]
        yield free + int(travel[at, there]), owed
        if owed and free <= latest:
            yield max(free + int(travel[at, there]), earliest) + length, False

    @cache
    def drive(at: int, free: int, owed: bool, people: frozenset[int], value: float) -> None:
        if people:
            for back, still in legs(at, free, owed, int(given.crew_base[crew])):
                if not still and back <= ends:
                    points = value - given.minute_price * int(travel[at, given.crew_base[crew]])
                    found[people] = max(found.get(people, -np.inf), points)
        for who in set(range(given.candidates)) - people:
            if not given.allowed[crew, who] or given.pinned_to[who] not in (-1, crew):
                continue
            for ready, still in legs(at, free, owed, bases + who):
                for part in range(3):
                    opens, closes = (int(x) for x in given.windows[who, part])
                    worth = float(given.worth[crew, who, part])
                    if worth > 0 and max(ready, opens) <= min(closes, ends):
                        drive(
                            bases + who,
                            max(ready, opens) + int(given.service_minutes[who]),
                            still,
                            people | {who},
                            value + worth - given.minute_price * int(travel[at, bases + who]),
                        )

    drive(int(given.crew_start[crew]), begins, length > 0, frozenset(), 0.0)  # type: ignore[index]
    return found
