"""Links that leave open which of two people is meant: a record without a date of birth, and two who fit.

The fast twin of `Standing.rivalled`; `tests/engine/test_identity.py` holds the two together.
"""

import numpy as np
import pyarrow as pa

from watchkeeper.people.identity.crossing import Crossing
from watchkeeper.people.identity.linking import column
from watchkeeper.people.rules.deciding import Thresholds
from watchkeeper.people.rules.weighing import Model


def vague(pairs: pa.Table, model: Model) -> np.ndarray:
    """Of each pair, whether it is on a level that is vague."""
    found = np.zeros(len(pairs), bool)
    for each in model.comparisons:
        places = [place for place, level in enumerate(each.levels) if level.vague]
        if places:
            found |= np.isin(pairs[f"level_{column(each.name)}"].to_numpy(), places)
    return found


def rivalled(
    pairs: pa.Table, these: np.ndarray, records: int, crossing: Crossing, at: Thresholds
) -> np.ndarray:
    """Of `these` pairs, by their places, which have a rival: somebody else one of the two may be as well.

    A rival weighs at least as much less `as_likely`, with no guard, and is not who the other is.
    """
    one, other = pairs["one"].to_numpy(), pairs["other"].to_numpy()
    weights = pairs["bits"].to_numpy()
    free = np.flatnonzero((pairs["guard"].to_numpy() < 0) & (weights >= at.ask))
    whose = np.concatenate([one[free], other[free]])
    order = np.argsort(whose, kind="stable")
    with_whom = np.concatenate([other[free], one[free]])[order].tolist()
    weighing = np.concatenate([weights[free], weights[free]])[order].tolist()
    first = np.searchsorted(whose[order], np.arange(records + 1)).tolist()
    found = np.zeros(len(pairs), bool)
    for place in these.tolist():
        left, right = int(one[place]), int(other[place])
        least = weights[place] - at.as_likely
        found[place] = any(
            weighing[link] >= least and with_whom[link] != that and crossing.two_people(that, with_whom[link])
            for this, that in ((left, right), (right, left))
            for link in range(first[this], first[this + 1])
        )
    return found
