"""Whether as many offended again as an instrument said: in all, band by band, and tenth by tenth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from watchkeeper.risk.measures.facts import Estimate, Followed
from watchkeeper.risk.measures.intervals import Numbers, errors, share

NEAREST = 1e-6  # to 0 and 1, where the logarithm of the odds would have no end
STEPS, SETTLED, STEEPEST = 60, 1e-10, 50.0


@dataclass(frozen=True, slots=True)
class Held:
    """People held together: the mean share expected of them, None where none is given, and what came."""

    of: str
    people: int
    expected: float | None
    observed: Estimate | None


@dataclass(frozen=True, slots=True)
class Large:
    """All people at once: how many were expected and came, and the two lines of recalibration.

    `intercept` is 0 and `slope` 1 where the instrument is right; an intercept above 0 says that more offended
    than it expects, a slope below 1 that it spreads people too far. None where they cannot be worked out.
    """

    people: int
    expected: float
    observed: int
    intercept: Estimate | None
    slope: Estimate | None

    @property
    def ratio(self) -> float | None:
        """Observed for each one expected; None where none was."""
        return self.observed / self.expected if self.expected else None


def known(rows: Iterable[Followed]) -> list[Followed]:
    """Those of whom it is known what came of them."""
    return [each for each in rows if each.reoffended is not None]


def held(of: str, rows: Sequence[Followed], confidence: float) -> Held:
    """Some people held together, of whom it is known what came of them."""
    expected = [each.expected for each in rows if each.expected is not None]
    mean = sum(expected) / len(expected) if rows and len(expected) == len(rows) else None
    return Held(
        of, len(rows), mean, share(sum(bool(each.reoffended) for each in rows), len(rows), confidence)
    )


def by_band(rows: Sequence[Followed], bands: Sequence[str], confidence: float) -> tuple[Held, ...]:
    """Each band in the order of the instrument, and any other that stands in the list after them."""
    people = known(rows)
    others = sorted({each.band for each in people if each.band} - set(bands))
    return tuple(
        held(band, [each for each in people if each.band == band], confidence) for band in (*bands, *others)
    )


def by_part(rows: Sequence[Followed], parts: int, confidence: float) -> tuple[Held, ...]:
    """Parts of about as many people each, from the lowest score up; one score never stands in two."""
    people = sorted(known(rows), key=lambda each: each.score)
    found: dict[int, list[Followed]] = {}
    part = 0
    for place, each in enumerate(people):
        if place == 0 or people[place - 1].score != each.score:
            part = place * parts // len(people)
        found.setdefault(part, []).append(each)
    return tuple(
        held(f"{number} of {len(found)}", part_of, confidence)
        for number, part_of in enumerate(found.values(), 1)
    )


def in_the_large(rows: Sequence[Followed], confidence: float) -> Large | None:
    """All whose share was expected and of whom it is known what came; None where there is nobody."""
    people = [each for each in known(rows) if each.expected is not None]
    if not people:
        return None
    expected = np.array([each.expected for each in people], np.float64)
    again = np.array([bool(each.reoffended) for each in people], np.float64)
    held_in = np.clip(expected, NEAREST, 1 - NEAREST)
    odds = np.log(held_in / (1 - held_in))
    ones = np.ones_like(odds)
    return Large(
        len(people),
        float(expected.sum()),
        int(again.sum()),
        _fitted(ones[:, None], odds, again, confidence),
        _fitted(np.column_stack([ones, odds]), np.zeros_like(odds), again, confidence),
    )


def _fitted(design: Numbers, offset: Numbers, again: Numbers, confidence: float) -> Estimate | None:
    """The last weight of a logistic line, by Newton's steps, with its interval; None where it does not
    settle."""
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(design @ weights + offset)))
        information = (design * (chance * (1 - chance))[:, None]).T @ design
        try:
            step = np.linalg.solve(information, design.T @ (again - chance))
        except np.linalg.LinAlgError:
            return None
        weights = weights + step
        if not np.all(np.isfinite(weights)) or np.abs(weights).max() > STEEPEST:
            return None
        if np.abs(step).max() < SETTLED:
            spread = sqrt(np.linalg.inv(information)[-1, -1])
            reach = errors(confidence) * spread
            value = float(weights[-1])
            return Estimate(value, value - reach, value + reach, len(again))
    return None
