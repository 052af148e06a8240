"""What the register's own past and its own record say of who will join a unit and who will leave it."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.prospects import Prospect
from watchkeeper.planning.simulating.moving import STAYS
from watchkeeper.planning.simulating.world import Whole
from watchkeeper.registers.rules.periods import reckon, registered_on
from watchkeeper.risk.facts import LEVELS


def joined_a_month(people: Sequence[Prospect], law: Shelf, *, on: date) -> tuple[float, ...]:
    """People who joined in a month, by level as it is now, gravest first: on average over the past months
    of `what_if_arrivals_months`.

    Counted are those who could be visited today and whose first relevant date lies in those months; a level
    not recorded counts as the gravest. Whoever joined and is in custody or has left since is not counted.
    """
    months = law["what_if_arrivals_months"].whole(on)
    since = months_after(-months, on)
    many = [0] * len(LEVELS)
    for each in people:
        first = registered_on(each.subject.disposals, each.subject.orders, on=on)
        if first is not None and since < first <= on:
            many[LEVELS.index(each.level) if each.level is not None else 0] += 1
    return tuple(number / months for number in many)


def leaving_on(people: Sequence[Prospect], law: Shelf, *, on: date) -> Whole:
    """For each person the first day, counted from `on`, on which their notification period has ended: (n,).

    STAYS where the period has no end, or a fact is missing and it could be longer than it looks.
    """
    last = [reckon(each.subject, law, on=on).period for each in people]
    return np.array(
        [
            STAYS if found is None or found.last is None else max((found.last - on).days + 1, 0)
            for found in last
        ],
        dtype=np.int64,
    )


def month_ends(months: int, *, on: date) -> tuple[int, ...]:
    """The last day of each month of a run that begins on a day, counted from 0.

    >>> month_ends(2, on=date(2026, 3, 20))
    (30, 60)
    """
    return tuple((months_after(number, on) - on).days - 1 for number in range(1, months + 1))
