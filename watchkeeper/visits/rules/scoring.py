"""How good a forecast of who is in was, held against attempts it had not seen. Proposals of ours.

Brier score and log loss are proper: nobody does better by saying anything but what they believe.
Calibration asks whether of all the doors said to open in six cases of ten six did.
"""

from dataclasses import dataclass

import numpy as np

from watchkeeper.visits.rules.habits import Reals


def brier(said: Reals, found: Reals) -> float:
    """Mean squared distance of what was said from what was found (1 in, 0 out): 0 is best. A proposal."""
    return float(((said - found) * (said - found)).mean())


def log_loss(said: Reals, found: Reals) -> float:
    """Mean surprise, in natural units: 0 is best, and one sure mistake is without bound. A proposal.

    `found` may be a chance itself, where the truth is known: then it is the expected surprise.
    """
    edge = np.finfo(float).eps
    sure = np.clip(said, edge, 1 - edge)
    return float(-(found * np.log(sure) + (1 - found) * np.log(1 - sure)).mean())


@dataclass(frozen=True, slots=True)
class Band:
    """Of forecasts near each other: the mean said, the share found in, and how many there were."""

    said: float
    came: float
    many: int


def reliability(said: Reals, found: Reals, *, bands: int) -> tuple[Band, ...]:
    """Forecasts in bands of equal number, lowest first: deciles are ten bands. A proposal of ours."""
    order = np.argsort(said, kind="stable")
    return tuple(
        Band(float(said[part].mean()), float(found[part].mean()), len(part))
        for part in np.array_split(order, bands)
        if len(part)
    )


def calibration_error(bands: tuple[Band, ...]) -> float:
    """How far what was said lies from what came, in chance, on average over forecasts. A proposal."""
    many = sum(band.many for band in bands)
    return sum(abs(band.said - band.came) * band.many for band in bands) / many


def gained(loss: float, *, least: float, most: float) -> float:
    """Share of the possible gain: 0 at the loss `most` of knowing nothing of anybody, 1 at `least`. Ours.

    >>> gained(0.5, least=0.25, most=0.75)
    0.5
    """
    return (most - loss) / (most - least)
