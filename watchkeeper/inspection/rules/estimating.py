"""What a sample says of everything it was drawn from, with the interval that chance leaves open.

One stratum: Wilson's interval, which holds near 0 and 1 and for few cases, where the usual one claims to
know too much. Several strata: each case weighs as many as it stands for, the spread within each stratum is
corrected for how much of it was looked at, and Wilson's interval is laid at the number of cases that would
give so much spread. The confidence is a row of policy.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import sqrt
from statistics import NormalDist, fmean, variance

from watchkeeper.inspection.sampled import Answer, Estimate, Stratum, StratumSize
from watchkeeper.law.shelf import Shelf

COUNTED = (Answer.YES, Answer.NO)
ROW = "sample_confidence"
LEAST = "sample_least_answers"


def estimate(
    strata: Sequence[StratumSize], answers: Sequence[tuple[Stratum, Answer]], law: Shelf, *, on: date
) -> Estimate:
    """The share of yes among yes and no, of everything the sample was drawn from. By the row of policy.

    Not applicable and cannot tell count on neither side; they are cases looked at all the same, and widen
    the interval. Every case drawn must be among `answers`.
    """
    counted = [answer for _, answer in answers if answer in COUNTED]
    if not counted:
        return Estimate(None, None, None, 0, "no case was answered with yes or no")
    yes, many = counted.count(Answer.YES), len(counted)
    if all(each.drawn == each.of for each in strata):
        share = yes / many
        return Estimate(share, share, share, many, "every case there is was looked at", every=True)
    z = NormalDist().inv_cdf(fmean((1, law[ROW].share(on))))
    if len(strata) == 1:
        low, high = wilson(yes / many, many, z)
        return Estimate(yes / many, low, high, many, "Wilson's interval")
    share, spread = weighted(strata, answers)
    even = not 0 < share < 1 or not spread
    size = many if even else share * (1 - share) / spread
    low, high = wilson(share, size, z)
    why = f"{len(strata)} strata weighted by their size, finite population correction"
    more = f"Wilson's interval at {many} answers, which do not differ" if even else f"worth {size:.0f} cases"
    return Estimate(share, low, high, many, f"{why}; {more}")


def enough(found: Estimate, law: Shelf, *, on: date) -> bool:
    """Whether an estimate rests on as many answers as the row of policy asks, or on every case there is."""
    return found.share is not None and (found.every or found.answered >= law[LEAST].whole(on))


def wilson(share: float, size: float, z: float) -> tuple[float, float]:
    """Wilson's score interval (1927) of a share seen in so many cases, z standard errors wide. Arithmetic
    of the row of policy that gives the confidence.

    >>> tuple(round(each, 4) for each in wilson(0.0, 10, 1.959964))
    (0.0, 0.2775)
    """
    wide = z * z / size
    half = fmean((0, wide))
    reach = sqrt(wide * share * (1 - share) + half * half)
    low, high = (share + half - reach) / (1 + wide), (share + half + reach) / (1 + wide)
    return max(0.0, low), min(1.0, high)


def weighted(strata: Sequence[StratumSize], answers: Sequence[tuple[Stratum, Answer]]) -> tuple[float, float]:
    """The weighted share of yes, and its variance with finite population correction. Arithmetic, no law.

    A ratio of two totals, whose variance is taken to first order (Cochran, Sampling Techniques). Where one
    case alone stands for several, its stratum shows no spread, and that of the whole sample is taken.
    """
    by = defaultdict(list)
    for stratum, answer in answers:
        by[stratum].append(answer)
    stood = [(each, by[each.stratum], each.of / each.drawn) for each in strata if each.drawn]
    total = sum(weight * sum(answer in COUNTED for answer in said) for _, said, weight in stood)
    share = sum(weight * said.count(Answer.YES) for _, said, weight in stood) / total
    off = {Answer.YES: 1 - share, Answer.NO: -share}
    every = [off.get(answer, 0.0) for _, answer in answers]
    whole = variance(every) if len(every) > 1 else 0.0
    spread = 0.0
    for each, said, weight in stood:
        within = variance([off.get(answer, 0.0) for answer in said]) if len(said) > 1 else whole
        spread += weight * (each.of - each.drawn) * within
    return share, spread / (total * total)
