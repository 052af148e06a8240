"""A figure over several seeds: its mean, and between what it lies. Says what the interval is of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SURE = 0.95


@dataclass(frozen=True, slots=True)
class Figure:
    """Mean over `seeds` runs, and the 95 % interval of that mean by Student's t.

    From one run there is no interval: low and high are the mean itself, and `seeds` says 1.
    """

    mean: float
    low: float
    high: float
    seeds: int


def over_seeds(values: Sequence[float]) -> Figure:
    """The figure of one value a seed. Raises ValueError for none at all."""
    if not values:
        raise ValueError("a figure needs at least one run")
    found = np.asarray(values, dtype=np.float64)
    mean = float(found.mean())
    if len(found) == 1:
        return Figure(mean, mean, mean, 1)
    from scipy.stats import t  # slow to import: not before a study asks

    reach = float(t.ppf((1 + SURE) / 2, len(found) - 1) * found.std(ddof=1) / np.sqrt(len(found)))
    return Figure(mean, mean - reach, mean + reach, len(found))
