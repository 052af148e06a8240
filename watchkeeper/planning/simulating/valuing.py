"""What a day unmanaged costs everybody: the rule of policy for all at once."""

import numpy as np

from watchkeeper.planning.simulating.world import Floats, Whole
from watchkeeper.visits.rules.worth import Curve


def harm_of(days_unseen: Whole, interval_days: Whole, weight: Floats, harm: Curve) -> Floats:
    """Harm of today for each person: `visits.rules.worth.harm_rate` for all at once, equal to it by test."""
    age = days_unseen / interval_days
    total = np.full(age.shape, harm.harms[0])
    for at, bend in harm.bends():
        total += bend * np.maximum(age - at, 0.0)
    return np.asarray(weight * total, dtype=np.float64)
