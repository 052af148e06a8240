"""What an attempt is worth now: the harm of leaving somebody unseen, as a price for one knock.

A proposal of ours, from the dated policy (`harm_curve`, `harm_weight`): a day unmanaged costs
little before the limit, much between the limit and twice the limit, and slowly more after. A force
and its ethics panel agree the curve; it never looks at anything but level, interval and days since
last SEEN. The price is a Whittle index of a restless bandit whose state is that age: the literature
(Tripathi and Modiano, 2019) has it for sources read over an unreliable channel, as a door is.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.shelf import Shelf

type Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curve:
    """Harm of a further day by age, where the interval is 1: straight between `ages`, then `beyond` each.

    `ages` rise from 0 and `harms` never fall, so nobody is ever worth less for being left longer.
    """

    ages: tuple[float, ...]
    harms: tuple[float, ...]
    beyond: float
    least_chance: float

    def bends(self) -> tuple[tuple[float, float], ...]:
        """Each age at which the slope changes, and by how much; the first begins at nothing. Policy."""
        slopes = [
            (high - low) / (then - first)
            for first, then, low, high in zip(
                self.ages, self.ages[1:], self.harms, self.harms[1:], strict=False
            )
        ]
        slopes.append(self.beyond)
        before = [0.0, *slopes]
        return tuple((age, slope - was) for age, slope, was in zip(self.ages, slopes, before, strict=False))


def curve(law: Shelf, *, on: date) -> Curve:
    """The harm curve that policy sets for a day. Raises ValueError when it falls anywhere."""
    ages, harms = law["harm_curve_ages"].numbers(on), law["harm_curve"].numbers(on)
    beyond = law["harm_curve_beyond"].number(on)
    if len(ages) != len(harms) or ages[0] != 0 or list(ages) != sorted(set(ages)):
        raise ValueError("harm_curve_ages begin at 0 and rise, one for each harm")
    if list(harms) != sorted(harms) or harms[0] < 0 or beyond < 0:
        raise ValueError("the harm curve falls: nobody is worth less for being left longer")
    return Curve(ages, harms, beyond, law["worth_least_chance"].share(on))


def harm_rate(days: float, interval_days: float, weight: float, harm: Curve) -> float:
    """Harm of one further day unmanaged, `days` after the person was last seen, by policy.

    >>> from watchkeeper.law import shelf
    >>> harm = curve(shelf.load(), on=date(2026, 3, 2))
    >>> [round(harm_rate(days, 100, 6, harm), 2) for days in (0, 50, 100, 150, 200, 300)]
    [0.0, 0.45, 0.9, 6.9, 12.9, 14.4]
    """
    age = days / interval_days
    return weight * (harm.harms[0] + sum(bend * max(age - at, 0) for at, bend in harm.bends()))


def worth(
    days: int, interval_days: float, weight: float, chance: float, harm: Curve, *, rate: float = 1
) -> float:
    """What one attempt is worth on a night, in points: the Whittle index. By the curve of policy.

    Take one person alone. Each day unseen at age x costs f(x). Attempting every night from age H on
    finds them with chance p each time and starts the age again at 1. A round then lasts
    L(H) = H - 1 + 1/p days, costs F(H-1) + G(H) in harm and takes 1/p attempts, where

        F(n) = f(1) + ... + f(n)        G(H) = f(H) + (1-p) f(H+1) + (1-p)^2 f(H+2) + ...

    If an attempt costs C, the cost a day is (F(H-1) + G(H) + C/p) / L(H). The index of age H is the C
    at which beginning at H and at H + 1 cost the same: an attempt is worth just that. With
    f(H) + G(H+1) - G(H) = p G(H+1) it comes to

        C = p [ p G(H+1) L(H) - F(H-1) - G(H) ].

    It rises with H by p^2 (L(H) + 1) (G(H+2) - G(H+1)), which is never negative while f never falls.

    Parameters
    ----------
    days
        Since last seen; on the day itself 0, which is reckoned as 1.
    chance
        Of finding them in, at their best hour; no less than policy's `worth_least_chance`.
    rate
        Chance each night of an attempt, a ticket's times the share of tickets that come to a visit
        (`visits.rules.tickets`), where it is the same at every age: the person succeeds with chance
        p x rate a night, and begins earlier for it. The index for p x rate, shared over rate attempts
        a night, is the worth of one attempt. Where the rate rises smoothly with age, leave it at 1:
        tonight's would prize those who will be drawn oftener soon above those who are late
        (measured by `tools.shape_tickets`).

    Raises ValueError for an interval that is not positive, or a chance or rate outside 0 to 1.
    """
    if interval_days <= 0 or not 0 <= chance <= 1 or not 0 < rate <= 1:
        raise ValueError("an interval is positive, a chance lies in 0 to 1, a rate above 0")
    p = max(chance, harm.least_chance) * rate
    age = max(days, 1)

    def f(x: int) -> float:
        return harm_rate(x, interval_days, weight, harm)

    straight = max(age, ceil(harm.ages[-1] * interval_days)) + 1  # from here on f is a straight line
    slope = weight * harm.beyond / interval_days
    tail = f(straight) / p + slope * (1 - p) / (p * p)
    later = [0.0, tail]
    for x in range(straight - 1, age - 1, -1):
        later = [later[1], f(x) + (1 - p) * later[1]]
    following, now = later
    before = sum(f(x) for x in range(1, age))
    return p * (p * following * (age - 1 + 1 / p) - before - now) / rate


def worths(
    days: Reals, interval_days: Reals, weight: Reals, chance: Reals, harm: Curve, *, rate: Reals | float = 1.0
) -> Reals:
    """The worth of an attempt for a whole register at once: arrays of shape (n,). By the curve of policy.

    The same as `worth`, and held equal to it by test. The curve is a sum of bends max(0, x - at),
    and for each of them F and G are sums of powers known in closed form, so nothing is stepped
    through day by day.
    """
    p = np.maximum(np.asarray(chance, float), harm.least_chance) * rate
    age = np.maximum(np.asarray(days, float), 1)
    before = (age - 1) * harm.harms[0]
    now = np.full(age.shape, harm.harms[0]) / p
    following = now.copy()
    for at, bend in harm.bends():
        bends = at * interval_days
        slope = bend / interval_days
        before += slope * _until(age - 1, bends)
        now += slope * _onward(age, bends, p)
        following += slope * _onward(age + 1, bends, p)
    index: Reals = weight * p * (p * following * (age - 1 + 1 / p) - before - now) / rate
    return index


def _onward(age: Reals, bends: Reals, p: Reals) -> Reals:
    """Sum over k from 0 of (1-p)^k max(0, age + k - bends)."""
    first = np.maximum(age, np.ceil(bends))
    total: Reals = (1 - p) ** (first - age) * ((first - bends) / p + (1 - p) / (p * p))
    return total


def _until(last: Reals, bends: Reals) -> Reals:
    """Sum over x from 1 to `last` of max(0, x - bends)."""
    first = np.maximum(np.ceil(bends), 1)
    count = np.maximum(last - first + 1, 0)
    total: Reals = count * (first - bends) + count * (count - 1) / 2
    return total
