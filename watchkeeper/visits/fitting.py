"""Learns the kinds of habit from everybody's attempts: expectation and maximisation, from a seed."""

from datetime import date

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.rules.habits import Habits, Reals, evidence

LEAST, MOST = 0.02, 0.98
"""No kind of habit is surely in or surely out: one attempt must always be able to say otherwise."""
APART = 0.15
"""Spread of the starting points about the mean of everybody, in chance: wide enough to part kinds."""
SETTLED = 1e-7
"""Gain of likelihood for each person below which another round teaches nothing."""


def fit(seen: Reals, attempts: Reals, *, seed: int, law: Shelf, on: date) -> Habits:
    """The kinds of habit that explain everybody's attempts best. The same seed gives the same habits.

    Parameters
    ----------
    seen, attempts
        Times found in and times tried by cell: (n, 6), 0 <= seen <= attempts, faded or not.
    seed
        Of the starting points, of which the likeliest end is kept.

    How many kinds, how close people keep to theirs, how much each is held to the mean of everybody
    and for how many rounds are policy (`habit_classes` and the rows beside it), chosen by loss on
    attempts held out: docs/benchmarks.md. With no attempts at all every kind is even odds.

    Raises ValueError when the shapes differ or somebody was found in oftener than tried.
    """
    if seen.shape != attempts.shape or (seen > attempts).any() or (seen < 0).any():
        raise ValueError("found in oftener than tried, or two shapes of record")
    kinds = law["habit_classes"].whole(on)
    strength = law["habit_concentration"].number(on)
    pooling = law["habit_pooling_attempts"].number(on)
    known = attempts.sum(axis=1) > 0
    seen, attempts = seen[known], attempts[known]
    pooled = (seen.sum(axis=0) + 1) / (attempts.sum(axis=0) + 2)
    draw = np.random.default_rng(seed)
    ends = [
        _settle(
            seen,
            attempts,
            Habits(
                np.clip(pooled + draw.normal(0, APART, (kinds, len(pooled))), LEAST, MOST),
                np.full(kinds, 1 / kinds),
                strength,
            ),
            pooled,
            pooling,
            law["habit_rounds"].whole(on),
        )
        for _ in range(law["habit_starts"].whole(on))
    ]
    return max(ends, key=lambda end: end[0])[1]


def _settle(
    seen: Reals, attempts: Reals, habits: Habits, pooled: Reals, pooling: float, rounds: int
) -> tuple[float, Habits]:
    """From one starting point: how likely the record is at the end, and the habits there."""
    before = -np.inf
    for _ in range(rounds):
        likely = evidence(seen, attempts, habits)
        most = likely.max(axis=1, keepdims=True, initial=-np.inf)
        share = np.exp(likely - most)
        total = share.sum(axis=1, keepdims=True)
        reached = float((most + np.log(total)).sum())
        share /= total
        if reached - before < SETTLED * max(len(seen), 1):
            break
        before = reached
        weights = (share.sum(axis=0) + 1) / (len(seen) + len(habits.weights))
        classes = (share.T @ seen + pooling * pooled) / (share.T @ attempts + pooling)
        habits = Habits(np.clip(classes, LEAST, MOST), weights, habits.concentration)
    return before, habits
