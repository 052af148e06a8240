"""Patterns to be read off visits without learning: one guess, weekdays, hours, deadlines, safe time."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating.running import LEVELS, WEEK, Run
from watchkeeper.planning.simulating.world import PARTS, Flags, Whole, World

NEAR_DAYS = 1
LEAST_VISITS = 40  # after which a share is told
FOLLOWED = 1.35  # intervals a visit must be followed for, or a late one would not be counted
QUARTER = 0.25
NEVER = 1_000_000
DEADLINE = (0.9, 1.1)  # of the interval: at the deadline
LEAST_OWN = 4  # attempts of one person from which their own pattern is read


@dataclass(frozen=True, slots=True)
class Patterns:
    """Shares from 0 to 1; None where too few visits were followed long enough to say.

    guess: by level, how often one guess made on the day of a visit is within a day of the next knock
    · first_quarter: by level, chance of a knock in the first quarter of the interval after a visit:
    none would be a safe time · weekday, hour: largest share of knocks on one weekday, at one hour
    · own_part: mean share of a person's knocks in their commonest part of the day · deadline: share of
    visits made within a tenth of the interval of its end.
    """

    guess: tuple[float | None, ...]
    first_quarter: tuple[float | None, ...]
    weekday: float
    hour: float
    own_part: float | None
    deadline: float | None


def patterns(run: Run, world: World, *, first_day: int) -> Patterns:
    """Patterns from `first_day` on. The best guess is chosen on half of the people, scored on others."""
    person, day, seen = run.column("person"), run.column("day"), run.column("seen") > 0
    gap = _until_next(person, day)
    started = seen & (day >= first_day)
    level, interval = world.level[person], world.interval_days[person]
    whole = started & (day + np.ceil(FOLLOWED * interval) < run.days)
    quarter = started & (day + np.ceil(QUARTER * interval) < run.days)
    later = day >= first_day
    multiple = run.column("days_unseen")[started] / interval[started]
    at_deadline = (multiple >= DEADLINE[0]) & (multiple <= DEADLINE[1])
    return Patterns(
        guess=tuple(_best_guess(gap, person, whole & (level == one)) for one in range(LEVELS)),
        first_quarter=tuple(_soon(gap, interval, quarter & (level == one)) for one in range(LEVELS)),
        weekday=_largest(day[later] % WEEK),
        hour=_largest(run.column("minute")[later] // 60),
        own_part=_own_part(person[later], run.column("cell")[later] % PARTS, world.people),
        deadline=float(at_deadline.mean()) if started.sum() >= LEAST_VISITS else None,
    )


def _until_next(person: Whole, day: Whole) -> Whole:
    """Days from each knock to the next at the same person's door; NEVER when none came."""
    order = np.lexsort((day, person))
    gap = np.full(len(person), NEVER)
    same = person[order][1:] == person[order][:-1]
    gap[order[:-1][same]] = (day[order][1:] - day[order][:-1])[same]
    return gap


def _best_guess(gap: Whole, person: Whole, among: Flags) -> float | None:
    chosen, scored = gap[among & (person % 2 == 0)], gap[among & (person % 2 == 1)]
    if min(len(chosen), len(scored)) < LEAST_VISITS / 2:
        return None
    days = np.arange(1, int(chosen[chosen < NEVER].max(initial=1)) + 1)
    counts = np.bincount(chosen[chosen < NEVER], minlength=len(days) + 1 + NEAR_DAYS)
    hits = sum(np.pad(counts, NEAR_DAYS)[days + NEAR_DAYS + off] for off in range(-NEAR_DAYS, NEAR_DAYS + 1))
    best = int(days[np.argmax(hits)])
    return float((np.abs(scored - best) <= NEAR_DAYS).mean())


def _soon(gap: Whole, interval: Whole, among: Flags) -> float | None:
    if among.sum() < LEAST_VISITS:
        return None
    return float((gap[among] <= QUARTER * interval[among]).mean())


def _largest(kinds: Whole) -> float:
    return float(np.bincount(kinds).max() / len(kinds)) if len(kinds) else 0.0


def _own_part(person: Whole, part: Whole, people: int) -> float | None:
    counts = np.zeros((people, PARTS))
    np.add.at(counts, (person, part), 1)
    known = counts.sum(axis=1) >= LEAST_OWN
    if not known.any():
        return None
    return float((counts[known].max(axis=1) / counts[known].sum(axis=1)).mean())
