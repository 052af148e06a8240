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
from math import exp, lgamma, log, sqrt

import numpy as np
from numpy.typing import NDArray

type Reals = NDArray[np.float64]


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
