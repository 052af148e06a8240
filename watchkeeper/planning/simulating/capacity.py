"""How many crews, at what hours, until nobody at high risk is overdue? Runs over crews, rosters and seeds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.simulating.figures import Figure, over_seeds
from watchkeeper.planning.simulating.outcome import Outcome, cleared_on, outcome
from watchkeeper.planning.simulating.policies import Policy
from watchkeeper.planning.simulating.rosters import MIXED, Roster
from watchkeeper.planning.simulating.running import LEVELS, Run, run
from watchkeeper.planning.simulating.world import World
from watchkeeper.risk.facts import HIGH_RISK

TIMES = (0.5, 0.75, 1.0, 1.5)
CLEAR_SHARE = 0.02  # of a level's people overdue: few enough to be called clear


@dataclass(frozen=True, slots=True)
class Clearing:
    """When one level was clear: the day on average over the seeds in which it was, and in how many it was."""

    day: Figure | None
    seeds_clear: int


@dataclass(frozen=True, slots=True)
class Option:
    """One number of crews on one roster under one policy, over all seeds.

    shifts_a_week: crew shifts of all units · high_overdue: people at high and very high risk overdue at
    the end · high_overdue_later: the same on average over the second half · clears: by level.
    """

    policy: str
    roster: str
    times: float
    shifts_a_week: float
    exposure: Figure
    high_overdue: Figure
    high_overdue_later: Figure
    overdue: Figure
    seen_a_shift: Figure
    clears: tuple[Clearing, ...]


@dataclass(frozen=True, slots=True)
class Capacity:
    """Every option, and the backlog of each by day: overdue at high risk, mean over seeds, (days,)."""

    options: tuple[Option, ...]
    backlog: tuple[tuple[float, ...], ...]
    days: int
    seeds: int
    clear_share: float

    def enough(self, policy: str, roster: str) -> Option | None:
        """The fewest crews with which both gravest levels cleared in every seed; None when none did."""
        found = [
            one
            for one in self.options
            if one.policy == policy
            and one.roster == roster
            and all(level.seeds_clear == self.seeds for level in one.clears[:HIGH_RISK])
        ]
        return min(found, key=lambda one: one.times, default=None)


def study(
    world: World,
    policies: Sequence[Policy],
    *,
    days: int,
    seeds: Sequence[int],
    law: Shelf,
    on: date,
    times: Sequence[float] = TIMES,
    rosters: Sequence[Roster] = (MIXED,),
    clear_share: float = CLEAR_SHARE,
    told: Callable[[str], None] | None = None,
) -> Capacity:
    """Run every policy on every roster with every number of crews, once a seed.

    The world stays; what the seeds draw is who is in, who is sick and whose habits change. Intervals
    are of the mean over seeds, by Student's t.
    """
    people = np.bincount(world.level, minlength=LEVELS)
    options, backlog = [], []
    for policy in policies:
        for roster in rosters:
            for crews in times:
                runs = [
                    run(world, policy.with_roster(roster), days=days, seed=seed, law=law, on=on, times=crews)
                    for seed in seeds
                ]
                found = [outcome(one) for one in runs]
                options.append(_option(policy.name, roster, crews, world, runs, found, people, clear_share))
                backlog.append(_backlog(runs))
                if told is not None:
                    told(f"{policy.name}, {roster.name}, {crews:g}")
    return Capacity(tuple(options), tuple(backlog), days, len(seeds), clear_share)


def _option(
    policy: str,
    roster: Roster,
    crews: float,
    world: World,
    runs: Sequence[Run],
    found: Sequence[Outcome],
    people: np.ndarray,
    clear_share: float,
) -> Option:
    days = [cleared_on(one, people, share=clear_share) for one in runs]
    half = runs[0].days // 2
    return Option(
        policy=policy,
        roster=roster.name,
        times=crews,
        shifts_a_week=roster.shifts_a_week() * crews * world.units,
        exposure=over_seeds([one.exposure for one in found]),
        high_overdue=over_seeds([float(one.high_overdue) for one in found]),
        high_overdue_later=over_seeds(
            [float(one.daily[half:, 1 : 1 + HIGH_RISK].sum(axis=1).mean()) for one in runs]
        ),
        overdue=over_seeds([float(sum(one.overdue)) for one in found]),
        seen_a_shift=over_seeds([one.seen_a_shift for one in found]),
        clears=tuple(_clearing([one[level] for one in days]) for level in range(LEVELS)),
    )


def _clearing(days: Sequence[int | None]) -> Clearing:
    known = [float(day) for day in days if day is not None]
    return Clearing(over_seeds(known) if known else None, len(known))


def _backlog(runs: Sequence[Run]) -> tuple[float, ...]:
    high = np.mean([one.daily[:, 1 : 1 + HIGH_RISK].sum(axis=1) for one in runs], axis=0)
    return tuple(float(day) for day in high)
