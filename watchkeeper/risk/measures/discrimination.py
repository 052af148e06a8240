"""How well a score tells apart those who offended again from those who did not."""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from watchkeeper.risk.measures.facts import Estimate, Followed
from watchkeeper.risk.measures.intervals import errors, ranks

FEWEST = 2  # of each kind: the spread of one is not known


def area(rows: Sequence[Followed], confidence: float) -> Estimate | None:
    """The chance that somebody who offended again scored above somebody who did not, ties counting half.

    The interval is that of DeLong, DeLong and Clarke-Pearson (1988). None where fewer than two of either
    kind are known: there is nothing to tell apart.
    """
    known = [each for each in rows if each.reoffended is not None]
    scores = np.array([each.score for each in known], np.float64)
    again = np.array([bool(each.reoffended) for each in known], np.bool_)
    offended, others = scores[again], scores[~again]
    if min(len(offended), len(others)) < FEWEST:
        return None
    among_all = ranks(np.concatenate([offended, others]))
    above = (among_all[: len(offended)] - ranks(offended)) / len(others)
    below = 1 - (among_all[len(offended) :] - ranks(others)) / len(offended)
    found = float(above.mean())
    spread = sqrt(above.var(ddof=1) / len(offended) + below.var(ddof=1) / len(others))
    reach = errors(confidence) * spread
    return Estimate(found, max(0.0, found - reach), min(1.0, found + reach), len(known))
