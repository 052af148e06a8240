"""What the lottery promises, whatever the planner does: a chance nobody can beat. A proposal of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.rules.tickets import Rate


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Over some nights: the greatest chance of a visit, the least, and the sentence that says so."""

    nights: int
    most: float
    least: float
    says: str


def guarantee(coming: Sequence[Rate], honoured: float) -> Guarantee:
    """The chance of a visit within the coming nights, for somebody who knows everything but the keys.

    Parameters
    ----------
    coming
        The rate of each night, were the person not seen before it.
    honoured
        The share of surprise tickets that were in fact visited, from the record: 0 to 1.

    At most 1 - (1-h1)(1-h2)...: a visit needs a ticket, and tickets of different nights are
    independent of each other and of all that went before. With one rate that is 1 - (1-h)^k. At
    least the same of the surprises, so far as they are honoured: nobody is ever safe. Visits that
    law or a supervisor requires stand outside it, and are counted as such. The rates are policy.

    >>> got = guarantee([Rate(0.05, 0.001, ())] * 3, 1)
    >>> got.says
    'whatever anybody knows, the chance of a visit within 3 nights is at most 14.3% and never below 0.3%'
    """
    most = 1 - prod(1 - rate.ticket for rate in coming)
    least = 1 - prod(1 - rate.surprise * honoured for rate in coming)
    nights = "tonight" if len(coming) == 1 else f"within {len(coming)} nights"
    says = (
        f"whatever anybody knows, the chance of a visit {nights} is "
        f"at most {most:.1%} and never below {least:.1%}"
    )
    return Guarantee(len(coming), most, least, says)


def told_nights(law: Shelf, *, on: date) -> int:
    """Over how many nights the chance is told to whoever asks, by policy."""
    return law["guarantee_nights"].whole(on)
