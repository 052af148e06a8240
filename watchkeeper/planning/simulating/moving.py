"""People who join the register while a run goes on, and people who leave it."""

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from watchkeeper.planning.simulating.world import CELLS, Flags, Floats, Whole, World

ARRIVALS = 7  # the stream of chance; `running` has those before it
STAYS = 1_000_000  # days: longer than any run
BLOCK = 64  # arrivals drawn at a time


@dataclass(frozen=True, slots=True)
class Moves:
    """When each person of a world is there: joins (n,) the day of the run they join, 0 or less for from the
    first; leaves (n,) the first day they are gone. Somebody not there is neither visited nor counted."""

    joins: Whole
    leaves: Whole

    def there(self, day: int) -> Flags:
        """Who is on the register on a day of the run."""
        return (self.joins <= day) & (day < self.leaves)

    def fingerprint(self) -> str:
        """A short hash, for telling one run from another."""
        return hashlib.sha256(self.joins.tobytes() + self.leaves.tobytes()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Joining:
    """Who joins: people a day by level, gravest first, and by level their interval in days, the weight of a
    day, and within how many days of joining they are owed a first visit."""

    a_day: tuple[float, ...]
    interval_days: tuple[int, ...]
    weight: tuple[float, ...]
    first_visit_days: int


def moved(world: World, joining: Joining, leaves: Whole, *, days: int, seed: int) -> tuple[World, Moves]:
    """The world of one unit with those who join in `days`, and when everybody is there.

    Arrivals of a level come by chance at an even rate. Each lives where somebody of that level lives now, is
    in as they are, and may be seen by whom they may; nothing is recorded of them. Their age begins so that
    they fall due `first_visit_days` after they join. The k-th arrival of a level is the same person whatever
    the rate: with one seed a higher rate brings the same people, sooner. Raises ValueError for more units
    than one.
    """
    if world.units != 1:
        raise ValueError("people join one unit at a time")
    drawn = [_arrivals(world, level, rate, days, seed) for level, rate in enumerate(joining.a_day)]
    like = np.concatenate([alike for alike, _ in drawn])
    on = np.concatenate([day for _, day in drawn])
    level = np.repeat(np.arange(len(drawn)), [len(day) for _, day in drawn])
    interval = np.array(joining.interval_days, dtype=np.int64)[level]
    nothing = np.zeros((len(like), CELLS))
    places = np.concatenate([np.arange(world.people + 1), like + 1])
    joined = replace(
        world,
        level=np.concatenate([world.level, level]),
        interval_days=np.concatenate([world.interval_days, interval]),
        weight=np.concatenate([world.weight, np.array(joining.weight, dtype=np.float64)[level]]),
        unit=np.concatenate([world.unit, np.zeros(len(like), dtype=np.int64)]),
        chance=np.concatenate([world.chance, world.chance[like]]),
        service_minutes=np.concatenate([world.service_minutes, world.service_minutes[like]]),
        days_unseen=np.concatenate([world.days_unseen, np.maximum(interval - joining.first_visit_days, 0)]),
        seen=np.concatenate([world.seen, nothing]),
        attempts=np.concatenate([world.attempts, nothing]),
        home=np.concatenate([world.home, world.home[like]]),
        allowed=np.concatenate([world.allowed, world.allowed[:, like]], axis=1),
        travel=(world.travel[0][np.ix_(places, places)],),
    )
    moves = Moves(
        np.concatenate([np.zeros(world.people, dtype=np.int64), on]),
        np.concatenate([leaves, np.full(len(like), STAYS)]),
    )
    return joined, moves


def _arrivals(world: World, level: int, a_day: float, days: int, seed: int) -> tuple[Whole, Whole]:
    """Whom each arrival of a level is like, by place in the world, and the day of each from the second on."""
    among = np.flatnonzero(world.level == level)
    if len(among) == 0:
        among = np.arange(world.people)
    if a_day <= 0 or len(among) == 0:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    when, who = (np.random.default_rng([seed, ARRIVALS, level, stream]) for stream in (0, 1))
    waits: Floats = np.zeros(0)
    while waits.sum() < a_day * days:
        waits = np.concatenate([waits, when.exponential(size=BLOCK)])
    on = 1 + np.floor(np.cumsum(waits) / a_day).astype(np.int64)
    on = on[on < days]
    like = among[(who.random(len(on)) * len(among)).astype(np.int64)]
    return like, on


def nobody_moves(people: int) -> Moves:
    """Everybody is there all along."""
    return Moves(np.zeros(people, dtype=np.int64), np.full(people, STAYS))
