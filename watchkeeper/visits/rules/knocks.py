"""Who knocked when, and whose visits might be guessed at all: asked of everybody, every night.

The pattern of a person's visits (`rules.predictable`, rule 68) needs all of their visits of some years,
and a register has millions. So a cheap question comes first: are enough visits in one hour of one
day of the week, or enough days between visits alike? It may say yes too often and never no too often:
whoever `predictable.varied` finds, it lets through. Its twin for a register is `bulk.guessable`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import LONDON, Knock, Visit


@dataclass(frozen=True, slots=True)
class Bounds:
    """What both twins are told, from the rows `predictable_...` of force policy on a day.

    Visits count after `after`, a day in London. `least` visits and no fewer are judged. Shares lie in
    0 to 1: of visits in one cell, of entropy, of spread by mean; `share` is the lesser of the two that
    are asked of days alike, `within` how far a guess may be off, and `last_part` where an
    interval's last part begins.
    """

    after: date
    least: int
    cell_share: float
    entropy: float
    gap_spread: float
    share: float
    within: int
    last_part: float


def bounds(law: Shelf, *, on: date) -> Bounds:
    """The bounds that hold on a day."""
    return Bounds(
        after=months_after(-law["predictable_looked_back_months"].whole(on), on),
        least=law["predictable_least_visits"].whole(on),
        cell_share=law["predictable_cell_share"].share(on),
        entropy=law["predictable_entropy"].share(on),
        gap_spread=law["predictable_gap_spread"].share(on),
        share=min(law["predictable_guess_share"].share(on), law["predictable_deadline_share"].share(on)),
        within=law["predictable_guess_days"].whole(on),
        last_part=1 - law["predictable_deadline_tenth"].share(on),
    )


def knocks(visits: Iterable[Visit], law: Shelf, *, on: date) -> tuple[Knock, ...]:
    """The visits of the months policy looks back on which somebody knocked, in order of time.

    Days are London's, from the day after the corresponding date up to `on`. A visit whose outcome
    nobody recorded is a knock; one called off is none.
    """
    first = bounds(law, on=on).after
    made = (
        Knock(one.at, one.outcome is not None and one.outcome.successful)
        for one in visits
        if first < one.day <= on and (one.outcome is None or one.outcome.attempted)
    )
    return tuple(sorted(made, key=lambda one: (one.at, one.seen)))


def cells(made: Iterable[Knock]) -> Counter[tuple[int, int]]:
    """How many knocks in each hour of each day of the week, Monday 0, by London time."""
    there = (one.at.astimezone(LONDON) for one in made)
    return Counter((at.weekday(), at.hour) for at in there)


def gaps(made: Iterable[Knock]) -> list[int]:
    """Days between each two days that follow one another on which the person was seen."""
    seen = sorted({one.at.astimezone(LONDON).date() for one in made if one.seen})
    return [(later - earlier).days for earlier, later in pairwise(seen)]


def guessable(made: Sequence[Knock], law: Shelf, *, on: date) -> bool:
    """Whether anything could be guessed from these knocks, by force policy, whatever the interval is.

    Hours: the entropy of the cells is never less than minus the logarithm of the commonest one's
    share. Days: as many gaps must lie within a guess's reach, or within the last part of any
    interval, as the lesser share asks; or their spread be no more than policy's.
    """
    asked = bounds(law, on=on)
    many = len(made)
    if many < asked.least:
        return False
    most = max(cells(made).values())
    if most / many >= asked.cell_share or most + 1 / many >= many ** (1 - asked.entropy):
        return True
    between = gaps(made)
    if not between or len(between) + 1 < asked.least:
        return False
    return _even(between, asked) or _alike(between, asked)


def _even(between: Sequence[int], asked: Bounds) -> bool:
    """Whether the gaps spread no more than policy's share of their mean; a hair's breadth wide."""
    total, squares = sum(between), sum(gap * gap for gap in between)
    return len(between) * squares - total * total <= asked.gap_spread * asked.gap_spread * total * total + 1


def _alike(between: Sequence[int], asked: Bounds) -> bool:
    """Whether one guess could reach as many gaps as are asked, or the last part of one interval hold them."""
    many = len(between)
    ordered = sorted(between)
    further = max(ceil(asked.share * many - 1 / many) - 1, 0)  # less a hair's breadth, for rounding
    return any(
        last <= first + asked.within + asked.within or last * asked.last_part <= first
        for first, last in zip(ordered, ordered[further:], strict=False)
    )
