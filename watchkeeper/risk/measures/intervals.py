"""Shares with their intervals, and ranks that ties share."""

from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from watchkeeper.risk.measures.facts import Estimate

type Numbers = NDArray[np.float64]


def errors(confidence: float) -> float:
    """How many standard errors an interval reaches to either side; 1.96 for 95 in 100."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def share(count: int, among: int, confidence: float) -> Estimate | None:
    """A share with Wilson's interval (1927), which stays between 0 and 1; None where there is nobody.

    >>> found = share(8, 10, 0.95)
    >>> [round(each, 4) for each in (found.value, found.least, found.most)]
    [0.8, 0.4902, 0.9433]
    """
    if among == 0:
        return None
    z, part = errors(confidence), count / among
    middle = part + z * z / (2 * among)
    reach = z * sqrt(part * (1 - part) / among + z * z / (4 * among * among))
    under = 1 + z * z / among
    least, most = (middle - reach) / under, (middle + reach) / under
    return Estimate(part, 0.0 if count == 0 else least, 1.0 if count == among else most, among)


def ranks(values: Numbers) -> Numbers:
    """The rank of each number from 1, ties sharing the middle of theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return (last - (count - 1) / 2)[place.reshape(-1)]
