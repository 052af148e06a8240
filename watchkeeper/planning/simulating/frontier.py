"""Exposure against leak: what unpredictability costs, and where more of it costs more than it hides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.simulating.adversary import BETS, Leak, leak
from watchkeeper.planning.simulating.figures import Figure, over_seeds
from watchkeeper.planning.simulating.outcome import Outcome, outcome
from watchkeeper.planning.simulating.policies import Policy, calendar, index, scaled
from watchkeeper.planning.simulating.running import run
from watchkeeper.planning.simulating.world import World
from watchkeeper.visits.rules.tickets import Rates

SCALES = (0.4, 0.7, 1.0, 1.5, 2.5, 4.0)
ITERATIONS = 40


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one policy, and what an adversary made of it."""

    outcome: Outcome
    leak: Leak


@dataclass(frozen=True, slots=True)
class Point:
    """One policy over all seeds. Exposure is a share of the calendar's: same world, crews and luck.

    leak and leak_within: hits among the surest 1 % of an adversary's bets on a visit within three
    days, on everybody and on people within their interval. removed: the share of uncertainty gone.
    """

    name: str
    exposure: Figure
    leak: Figure
    leak_within: Figure
    removed: Figure
    removed_within: Figure
    seen: Figure
    high_worst: float


@dataclass(frozen=True, slots=True)
class Frontier:
    """The family by rising leak, practice beside it, and which point of the family is the knee.

    The knee is the point furthest below the straight line from the first to the last of the family,
    exposure and leak each drawn from 0 to 1 over the family.
    """

    family: tuple[Point, ...]
    practice: tuple[Point, ...]
    knee: int


def study(
    worlds: Sequence[World],
    rates: Rates,
    *,
    days: int,
    seeds: Sequence[int],
    law: Shelf,
    on: date,
    times: float = 1.0,
    scales: Sequence[float] = SCALES,
    bets: int = BETS,
    told: Callable[[str], None] | None = None,
) -> Frontier:
    """Measure the table of rates at several scales, without tickets at all, and the calendar.

    One world for each seed (or one for all). Bets are on the second half of the days. Small worlds over
    a few months take seconds; what they show is the shape, with wide intervals.
    """
    family = [(f"rates x {by:g}", index(iterations=ITERATIONS, rates=scaled(rates, by))) for by in scales]
    family.append(("no tickets", index(iterations=ITERATIONS)))
    found: dict[str, list[Measured]] = {}
    for name, policy in (("calendar", calendar()), *family):
        for seed, world in zip(seeds, _each(worlds, seeds), strict=True):
            found.setdefault(name, []).append(
                measured(world, policy, days=days, seed=seed, law=law, on=on, times=times, bets=bets)
            )
        if told is not None:
            told(name)
    against = found["calendar"]
    points = sorted((point(name, found[name], against) for name, _ in family), key=lambda one: one.leak.mean)
    return Frontier(tuple(points), (point("calendar", against, against),), knee(points))


def measured(
    world: World,
    policy: Policy,
    *,
    days: int,
    seed: int,
    law: Shelf,
    on: date,
    times: float = 1.0,
    bets: int = BETS,
) -> Measured:
    """Run one policy and set the adversary on its second half."""
    done = run(world, policy, days=days, seed=seed, law=law, on=on, times=times)
    return Measured(outcome(done), leak(done, world, seed=seed, first_day=days // 2, bets=bets))


def point(name: str, runs: Sequence[Measured], against: Sequence[Measured]) -> Point:
    """A policy's figures over seeds, its exposure beside that of `against`, seed by seed."""
    return Point(
        name=name,
        exposure=over_seeds(
            [
                one.outcome.exposure / other.outcome.exposure if other.outcome.exposure else 0.0
                for one, other in zip(runs, against, strict=True)
            ]
        ),
        leak=over_seeds([one.leak.everybody.top for one in runs]),
        leak_within=over_seeds([one.leak.within.top for one in runs]),
        removed=over_seeds([one.leak.everybody.removed for one in runs]),
        removed_within=over_seeds([one.leak.within.removed for one in runs]),
        seen=over_seeds([one.outcome.seen_a_shift for one in runs]),
        high_worst=max(one.outcome.high_worst for one in runs),
    )


def knee(points: Sequence[Point]) -> int:
    """The place of the knee among points by rising leak."""
    return furthest_below([one.leak.mean for one in points], [one.exposure.mean for one in points])


def furthest_below(across: Sequence[float], up: Sequence[float]) -> int:
    """The place of the point furthest below the line between the ends; 0 when none is below it.

    Both sides are drawn from 0 to 1 over the points first, so that neither unit decides.
    """
    if len(across) <= 2:
        return 0
    x, y = np.asarray(across, dtype=np.float64), np.asarray(up, dtype=np.float64)
    x = (x - x[0]) / max(float(np.ptp(x)), float(np.finfo(float).tiny))
    y = (y - y.min()) / max(float(np.ptp(y)), float(np.finfo(float).tiny))
    return int(np.argmax(y[0] + (y[-1] - y[0]) * x - y))


def _each(worlds: Sequence[World], seeds: Sequence[int]) -> Sequence[World]:
    if len(worlds) == 1:
        return [worlds[0]] * len(seeds)
    if len(worlds) != len(seeds):
        raise ValueError("one world for each seed, or one for all")
    return worlds
