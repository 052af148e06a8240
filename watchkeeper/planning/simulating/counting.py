"""A run counted month by month: who is there, who is past their limit, and how many days unmanaged."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating.moving import Moves
from watchkeeper.planning.simulating.running import LEVELS, Run
from watchkeeper.planning.simulating.world import Flags, Whole, World

type ByLevel = tuple[int, ...]
"""A count for each level, gravest first."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One run of one unit. Each table has a row a month, as the month ends, by level.

    people: there · overdue: not seen within their limit · overdue_today: not within the limit they have
    today · out_of_reach: of those overdue, whom no pair may see · unmanaged: days past the limit in that
    month, of everybody together. seen and tried: doors in the whole run; shifts: crew shifts worked.
    """

    people: tuple[ByLevel, ...]
    overdue: tuple[ByLevel, ...]
    overdue_today: tuple[ByLevel, ...]
    out_of_reach: tuple[ByLevel, ...]
    unmanaged: tuple[ByLevel, ...]
    seen: int
    tried: int
    shifts: int


def counted(
    run: Run, world: World, moves: Moves, *, limit_today: Whole, month_ends: Sequence[int]
) -> Counted:
    """Count `run` from its log. `month_ends` are last days of months, counted from 0; limit_today (n,) days.

    A day is unmanaged when it ends with the person past their limit. Raises ValueError for a month that ends
    after the run does.
    """
    if month_ends and month_ends[-1] >= run.days:
        raise ValueError("a month ends after the run")
    seen = _seen(run, world.people)
    unseen = world.days_unseen.copy()
    people, overdue, overdue_today, out_of_reach, unmanaged = [], [], [], [], []
    nobodys = ~world.allowed.any(axis=0)
    since = np.zeros(LEVELS, dtype=np.int64)
    for day in range(run.days):
        new = (moves.joins == day) & (day > 0)
        unseen[new] = world.days_unseen[new]
        unseen[seen[day]] = 0
        there = moves.there(day)
        late = there & (unseen > world.interval_days)
        since += _by_level(late, world.level)
        if day in month_ends:
            people.append(_tuple(_by_level(there, world.level)))
            overdue.append(_tuple(_by_level(late, world.level)))
            overdue_today.append(_tuple(_by_level(there & (unseen > limit_today), world.level)))
            out_of_reach.append(_tuple(_by_level(late & nobodys, world.level)))
            unmanaged.append(_tuple(since))
            since = np.zeros(LEVELS, dtype=np.int64)
        unseen += 1
    return Counted(
        tuple(people),
        tuple(overdue),
        tuple(overdue_today),
        tuple(out_of_reach),
        tuple(unmanaged),
        int(run.column("seen").sum()),
        len(run.log),
        run.crew_shifts,
    )


def _seen(run: Run, people: int) -> Flags:
    """Who was seen on each day: (days, n)."""
    met = run.column("seen") > 0
    seen = np.zeros((run.days, people), dtype=bool)
    seen[run.column("day")[met], run.column("person")[met]] = True
    return seen


def _by_level(among: Flags, level: Whole) -> Whole:
    return np.bincount(level[among], minlength=LEVELS).astype(np.int64)


def _tuple(counts: Whole) -> ByLevel:
    return tuple(int(each) for each in counts)
