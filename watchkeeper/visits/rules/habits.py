"""Who will be in, and when: learnt from recorded attempts and from nothing else.

A proposal of ours (`policy/guidance/planning.toml`), for APP's "vary the days and times of visits,
including evenings". Everybody is a mixture of a few kinds of habit, learnt once from the attempts
on all (`visits.fitting`), and of their own record: a Beta-Binomial for each kind in each cell of
the week. Nothing about the person goes in but the hours at which the door was tried and whether
they were found: no age, sex, ethnicity, religion, health or any other characteristic, and no text.

Which attempts count for what is `visits.rules.attempts`; absences for a while are `visits.rules.away`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import exp, lgamma, log, sqrt

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import LONDON

type Reals = NDArray[np.float64]


class Part(StrEnum):
    """Part of the day; its bounds are the policy row `parts_of_day_minutes`."""

    EARLY = "early"
    DAY = "day"
    EVENING = "evening"


PARTS = tuple(Part)
CELLS = (
    *("weekday early mornings", "weekdays in the day", "weekday evenings"),
    *("weekend early mornings", "weekends in the day", "weekend evenings"),
)
"""Weekday early, day, evening, weekend early, day, evening: the columns of every array over cells."""


def cell_of(at: datetime, law: Shelf, calendar: Calendar, *, on: date) -> int | None:
    """The cell of the week that an instant falls in; None outside every part of the day.

    London time. A part begins on its first minute and ends before the first of the next. Force
    policy `parts_of_day_minutes`. A bank holiday is a weekend day: people are off work, and the
    question is who is at home. A knock outside the parts (a warrant at five in the morning) says
    nothing about an hour anybody would be planned for.

    >>> from datetime import UTC
    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.law.calendar import england_and_wales
    >>> good_friday = datetime(2026, 4, 3, 16, 0, tzinfo=UTC)  # 17:00 in London
    >>> CELLS[cell_of(good_friday, shelf.load(), england_and_wales(), on=date(2026, 4, 3))]
    'weekend evenings'
    """
    there = at.astimezone(LONDON)
    part = part_of(there.hour * HOUR + there.minute, law, on=on)
    if part is None:
        return None
    return (0 if calendar.is_working(there.date()) else len(PARTS)) + PARTS.index(part)


HOUR = 60  # minutes


def part_of(minute: int, law: Shelf, *, on: date) -> Part | None:
    """The part of the day that a minute after midnight falls in, by force policy; None outside them all."""
    begins = law["parts_of_day_minutes"].wholes(on)
    for part, first, end in zip(PARTS, begins, begins[1:], strict=False):
        if first <= minute < end:
            return part
    return None


def cells_on(night: date, calendar: Calendar) -> range:
    """The three columns, one for each part, that hold for a day: by policy a bank holiday is weekend."""
    first = 0 if calendar.is_working(night) else len(PARTS)
    return range(first, first + len(PARTS))


@dataclass(frozen=True, eq=False, slots=True)
class Habits:
    """Kinds of habit: the chance of being in of each kind in each cell, and how common each kind is.

    `classes` has shape (kinds, 6) and `weights` (kinds,), which sum to 1. `concentration` is in
    attempts: how closely the people of one kind keep to it.
    """

    classes: Reals
    weights: Reals
    concentration: float


@dataclass(frozen=True, eq=False, slots=True)
class Chances:
    """The chance of finding each person in, by cell, and its standard deviation: both (n, 6)."""

    mean: Reals
    spread: Reals


def evidence(seen: Reals, attempts: Reals, habits: Habits) -> Reals:
    """How likely each person's record is under each kind of habit, as a logarithm: (n, kinds). A proposal.

    Beta-Binomial without its constant; only cells that were tried are reckoned.
    """
    from scipy.special import gammaln  # a second of the start of every page, for those who plan alone

    likely = np.tile(np.log(habits.weights), (len(seen), 1))
    for cell in range(seen.shape[1]):
        (tried,) = np.nonzero(attempts[:, cell])
        if not len(tried):
            continue
        a = habits.classes[:, cell] * habits.concentration
        b = habits.concentration - a
        was_in = seen[tried, cell, None]
        was_out = attempts[tried, cell, None] - was_in
        likely[tried] += gammaln(was_in + a) - gammaln(a) + gammaln(was_out + b) - gammaln(b)
        likely[tried] += gammaln(habits.concentration) - gammaln(was_in + was_out + habits.concentration)
    return likely


def belonging(seen: Reals, attempts: Reals, habits: Habits) -> Reals:
    """The chance that each person is of each kind, given their own record: (n, kinds). A proposal of ours."""
    likely = evidence(seen, attempts, habits)
    share: Reals = np.exp(likely - likely.max(axis=1, keepdims=True))
    return share / share.sum(axis=1, keepdims=True)


def chances(seen: Reals, attempts: Reals, habits: Habits) -> Chances:
    """The chance of finding each person in, by cell: everybody's habits and their own record. A proposal.

    Parameters
    ----------
    seen, attempts
        Times found in and times tried, faded or not: (n, 6), 0 <= seen <= attempts.

    `mean` lies strictly between 0 and 1. `spread` falls as attempts are added; where it is wide, an
    attempt also buys knowledge. Held equal to `chance_of`, in plain Python, by test.
    """
    share = belonging(seen, attempts, habits)
    mean, square = np.zeros(seen.shape), np.zeros(seen.shape)
    total = attempts + habits.concentration
    for kind, chance in enumerate(habits.classes):
        own = (seen + chance * habits.concentration) / total
        mean += share[:, kind, None] * own
        square += share[:, kind, None] * (own * (1 - own) / (total + 1) + own * own)
    return Chances(mean, np.sqrt(np.maximum(square - mean * mean, 0)))


def chance_of(
    seen: Sequence[float], attempts: Sequence[float], habits: Habits
) -> tuple[tuple[float, float], ...]:
    """The same for one person in plain Python, the truth of the two: mean and spread by cell. A proposal."""
    strength = habits.concentration
    logs = []
    for chance, weight in zip(habits.classes.tolist(), habits.weights.tolist(), strict=True):
        likely = log(weight)
        for p, was_in, tried in zip(chance, seen, attempts, strict=True):
            a, b = p * strength, (1 - p) * strength
            likely += lgamma(was_in + a) - lgamma(a) + lgamma(tried - was_in + b) - lgamma(b)
            likely += lgamma(strength) - lgamma(tried + strength)
        logs.append(likely)
    shares = [exp(likely - max(logs)) for likely in logs]
    shares = [share / sum(shares) for share in shares]
    told = []
    for cell, (was_in, tried) in enumerate(zip(seen, attempts, strict=True)):
        total = tried + strength
        own = [(was_in + p * strength) / total for p in habits.classes[:, cell].tolist()]
        mean = sum(share * p for share, p in zip(shares, own, strict=True))
        square = sum(
            share * (p * (1 - p) / (total + 1) + p * p) for share, p in zip(shares, own, strict=True)
        )
        told.append((mean, sqrt(max(square - mean * mean, 0))))
    return tuple(told)


def kind_chances(seen: Reals, attempts: Reals, habits: Habits) -> Reals:
    """What people of the same kinds do, by cell, without the person's own record: (n, 6). A proposal."""
    kinds: Reals = belonging(seen, attempts, habits) @ habits.classes
    return kinds
