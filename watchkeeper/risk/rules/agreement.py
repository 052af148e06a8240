"""How far two officers agree who rate the same cases: Cohen's kappa with its interval.

Arithmetic exact until the square root, so that who comes first changes nothing.
Which share is rated twice, and how sure the interval is, are proposals of ours in policy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist, fmean


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many pairs, those rated alike, and kappa with its interval; None where it has no value.

    `expected` is the share that would be alike by chance.
    Kappa is 1 where all agree, 0 where they agree as often as by chance, and less where less often. It has
    no value without pairs, and where everybody was given the same one band: chance alone would do that.
    """

    pairs: int
    alike: int
    expected: float | None
    kappa: float | None
    least: float | None
    most: float | None

    @property
    def share(self) -> float | None:
        """The share of pairs rated alike; None without pairs."""
        return self.alike / self.pairs if self.pairs else None


def agreement(pairs: Iterable[tuple[str, str]], *, confidence: float) -> Agreement:
    """Cohen's kappa of pairs of bands, first officer and second, with a large-sample interval.

    The standard error is that of Fleiss, Cohen and Everitt (1969), not the simpler one of 1960 that is
    too wide. The interval is cut off at -1 and 1. Bands are names only: a pair two bands apart counts as
    one pair that differs.

    Raises ValueError when `confidence` is not between 0 and 1.

    >>> found = agreement([("low", "low"), ("high", "high")], confidence=0.95)
    >>> found.kappa, found.least, found.most
    (1.0, 1.0, 1.0)
    """
    if not 0 < confidence < 1:
        raise ValueError(f"a confidence is between 0 and 1: {confidence!r}")
    table = Counter(pairs)
    many = sum(table.values())
    alike = sum(count for (one, other), count in table.items() if one == other)
    if not many:
        return Agreement(0, 0, None, None, None, None)
    share = {pair: Fraction(count, many) for pair, count in table.items()}
    first, second = defaultdict[str, Fraction](Fraction), defaultdict[str, Fraction](Fraction)
    for (one, other), part in share.items():
        first[one] += part
        second[other] += part
    chance = sum((first[band] * second[band] for band in first), Fraction(0))
    if chance == 1:
        return Agreement(many, alike, 1.0, None, None, None)
    kappa = (Fraction(alike, many) - chance) / (1 - chance)
    apart = 1 - kappa
    spread = -_square(kappa - chance * apart)
    for (one, other), part in share.items():
        if one == other:
            spread += part * _square(1 - (first[one] + second[one]) * apart)
        else:
            spread += part * _square(apart * (second[one] + first[other]))
    error = sqrt(max(spread, Fraction(0)) / many) / float(1 - chance)
    reach = NormalDist().inv_cdf(fmean((1, confidence))) * error
    told = float(kappa)
    return Agreement(many, alike, float(chance), told, max(told - reach, -1.0), min(told + reach, 1.0))


def _square(value: Fraction) -> Fraction:
    return value * value
