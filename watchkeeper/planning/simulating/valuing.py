"""What a day unmanaged costs everybody, and what seeing somebody is worth: the rules of policy, in arrays."""

import numpy as np

from watchkeeper.planning.simulating.world import Floats, Whole
from watchkeeper.visits.rules.worth import Curve, worths


def harm_of(days_unseen: Whole, interval_days: Whole, weight: Floats, harm: Curve) -> Floats:
    """Harm of today for each person: `visits.rules.worth.harm_rate` for all at once, equal to it by test."""
    age = days_unseen / interval_days
    total = np.full(age.shape, harm.harms[0])
    for at, bend in harm.bends():
        total += bend * np.maximum(age - at, 0.0)
    return np.asarray(weight * total, dtype=np.float64)


def success_of(
    days_unseen: Whole, interval_days: Whole, weight: Floats, nightly: Floats, rate: Floats, harm: Curve
) -> Floats:
    """Points that seeing each person tonight is worth; times the chance of finding them in, the worth of trying.

    nightly: chance that a night on which they may be visited ends with them seen, at the hours crews
    work; `rate`: of their ticket. The index anticipates both, and so begins earlier.
    """
    chance = np.maximum(nightly, harm.least_chance)
    index = worths(
        days_unseen.astype(np.float64), interval_days.astype(np.float64), weight, chance, harm, rate=rate
    )
    return np.asarray(index / chance, dtype=np.float64)
