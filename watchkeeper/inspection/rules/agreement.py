"""Whether two who looked at the same cases, neither seeing the other's answers, agree beyond chance.

That a share of every sample is looked at twice is a proposal of ours.
"""

from collections.abc import Sequence

from watchkeeper.inspection.sampled import Agreement
from watchkeeper.risk.rules import agreement as ratings


def agreement(pairs: Sequence[tuple[str, str]], *, confidence: float) -> Agreement:
    """Cohen's kappa of pairs of answers, first and second, with its interval and what it rests on in words.

    `confidence` is a row of policy. `kappa` is 1 where they always agree, 0 where they agree as often as
    chance would have them. None where both gave one and the same answer throughout: chance then explains
    all of it. The interval rests on a large sample; of few pairs it is a rough guide, and `pairs` says how
    few. Raises ValueError when `confidence` is not between 0 and 1.

    >>> round(agreement([("yes", "yes")] * 3 + [("no", "no"), ("yes", "no")], confidence=0.95).kappa, 3)
    0.545
    """
    found = ratings.agreement(pairs, confidence=confidence)
    if not found.pairs:
        why = "nothing was looked at twice"
    elif found.kappa is None:
        why = "both gave one answer throughout: agreement cannot be told from chance"
    else:
        why = f"Cohen's kappa of {found.pairs} pairs of answers; interval for a large sample"
    return Agreement(found.pairs, found.share, found.expected, found.kappa, found.least, found.most, why)
