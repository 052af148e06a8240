"""Is somebody away for a while, or only out? Read from no replies in a row; a proposal of ours.

Two states, at home and away, with the mean days of each from force policy (`away_begins_days`,
`away_lasts_days`). A no reply at an hour when the person is nearly always in says much; one at an
hour when they never are says little. Custody, hospital and journeys that are on record are not
read from this: they are facts, and hold the visit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day


@dataclass(frozen=True, slots=True)
class Absence:
    """The chance, 0 to 1, that somebody is away for a while on a day, and why."""

    probability: float
    says: str


def absent(knocks: Sequence[tuple[date, float]], law: Shelf, *, on: date) -> Absence:
    """The chance that the person is away on `on`, after knocks that found nobody. Force policy.

    Parameters
    ----------
    knocks
        Each attempt since the person was last found in, oldest first: its day, and the chance of
        finding them in at that hour had they been at home.

    Without knocks it is the share of their days that anybody is away. With time it sinks back to
    that, so that a plan that reckons with it leaves a pause before trying again of itself.

    >>> from watchkeeper.law import shelf
    >>> law, on = shelf.load(), date(2026, 3, 9)
    >>> round(absent([], law, on=on).probability, 2)
    0.07
    >>> late = absent([(date(2026, 3, 3), 0.8), (date(2026, 3, 5), 0.8), (date(2026, 3, 8), 0.8)], law, on=on)
    >>> late.probability > 0.7, late.says
    (True, '3 attempts without finding them since 3 March 2026')
    """
    begins, lasts = law["away_begins_days"].number(on), law["away_lasts_days"].number(on)
    share = lasts / (begins + lasts)
    away, last = share, None
    for at, chance in knocks:
        away = _after(away, share, begins, lasts, (at - last).days if last else 0)
        away = away / (away + (1 - away) * (1 - chance))
        last = at
    if last is None:
        return Absence(share, "nobody has knocked in vain since they were last found")
    away = _after(away, share, begins, lasts, max((on - last).days, 0))
    tries = "1 attempt" if len(knocks) == 1 else f"{len(knocks)} attempts"
    return Absence(away, f"{tries} without finding them since {day(knocks[0][0])}")


def _after(away: float, share: float, begins: float, lasts: float, days: int) -> float:
    """The chance some days later: it sinks, or rises, to the usual share."""
    return share + (away - share) * exp(-days * (1 / begins + 1 / lasts))
