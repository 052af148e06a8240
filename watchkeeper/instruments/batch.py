"""A pack made ready once for a whole population: the answers of the rule for one person, many rows at a time.

Rows whose answers are known, without fault and within what columns hold are worked together, exactly. Every
other row, such as one that leaves a range open, is given to the rule for one person; so no row is answered
otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from watchkeeper.instruments.columns import Answered, Sheet
from watchkeeper.instruments.expressions import ON
from watchkeeper.instruments.facts import Asked, Item, Pack
from watchkeeper.instruments.lookups import looked_up
from watchkeeper.instruments.totals import Totalling, Totals
from watchkeeper.instruments.vectors import UNKNOWN, UNSETTLED, Array, Plain, PlainError, packed

SHELF = 256  # packs kept ready: more than a force holds


@dataclass(frozen=True, slots=True)
class Worked:
    """What many rows came to. `alone` are the rows that only the rule for one person can answer.

    `eligible` holds for each other row what is known of whom the pack is for, each as 0, 1 or UNKNOWN: rows
    for whom all is 1 are scored by `totals`, and the rest are not scored.
    """

    totals: Totals
    eligible: tuple[Array, ...]
    alone: NDArray[np.bool_]

    @property
    def scored(self) -> NDArray[np.bool_]:
        """The rows that were scored together."""
        found = ~self.alone
        for each in self.eligible:
            found = found & (each == 1)
        return found


class Batch:
    """One pack for many people. Raises PlainError for a pack that columns do not work.

    A list that lacks a column of the pack is read as one that leaves it blank.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.answered = {item.ref: Answered(item) for item in pack.items}
        self.day = Answered(None)
        names = {ref: each.plain for ref, each in self.answered.items()} | {ON: self.day.plain}
        if any(item.worked_out and item.asked in (Asked.NUMBER, Asked.CHOICE) for item in pack.items):
            raise PlainError(f"{pack.name} works out what stands in no column of whole numbers")
        self.worked_out = [
            (item, [looked_up(each, names, item.asked) for each in item.worked_out])
            for item in pack.items
            if item.worked_out
        ]
        self.not_asked = [
            (item, looked_up(item.asked_when, names, Asked.YES_NO), self._otherwise(item))
            for item in pack.items
            if item.asked_when is not None and item.otherwise is not None
        ]
        self.checks = [looked_up(each.holds, names, Asked.YES_NO) for each in pack.checks]
        self.eligibility = [looked_up(each.holds, names, Asked.YES_NO) for each in pack.eligibility]
        self.totalling = Totalling(pack, names)

    def _otherwise(self, item: Item) -> int:
        assert item.otherwise is not None
        found = self.answered[item.ref].number(item.otherwise)
        if found == UNSETTLED:
            raise PlainError(f"{item.ref} counts otherwise as what no column holds")
        return found

    def of(self, sheet: Sheet, *, on: date, count: int) -> Worked:
        """What each of `count` rows comes to; `on` is the day of assessment where a row names none."""
        blank = np.full(count, UNKNOWN, np.int64)
        columns = {
            ref: each.read(sheet[ref]) if ref in sheet else blank for ref, each in self.answered.items()
        }
        day = self.day.read(sheet[ON]) if ON in sheet else blank
        columns[ON] = np.where(day == UNKNOWN, packed(on), day)
        alone = np.zeros(count, np.bool_)
        for column in columns.values():
            alone |= column == UNSETTLED
        for item, formulas in self.worked_out:
            columns[item.ref] = _worked_out(item, formulas, columns, alone)
        for item, asked, otherwise in self.not_asked:
            given = columns[item.ref]
            columns[item.ref] = np.where((given == UNKNOWN) & (asked.of(columns) == 0), otherwise, given)
        for check in self.checks:
            held = check.of(columns)
            alone |= (held == 0) | (held == UNSETTLED)
        eligible = tuple(each.of(columns) for each in self.eligibility)
        totals = self.totalling.of(columns)
        fit = np.ones(count, np.bool_)
        for each in eligible:
            alone |= each == UNSETTLED
            fit &= each == 1
        return Worked(totals, eligible, alone | (fit & ~totals.settled))


def _worked_out(
    item: Item, formulas: list[Plain], columns: Mapping[str, Array], alone: NDArray[np.bool_]
) -> Array:
    """The item answered where nobody did, by the first formula whose own answers are known; faults go to
    `alone`."""
    data = columns[item.ref]
    waiting = np.ones(len(data), np.bool_)
    for formula in formulas:
        found = formula.of(columns)
        alone |= waiting & (found == UNSETTLED)
        got = waiting & (found > UNKNOWN)
        waiting &= found == UNKNOWN
        given = data > UNKNOWN
        if item.agrees:
            alone |= got & given & (found != data)
        fill = got & ~given
        if item.asked is Asked.WHOLE:
            outside = np.zeros(len(data), np.bool_)
            if item.least is not None:
                outside |= found < float(item.least)
            if item.most is not None:
                outside |= found > float(item.most)
            alone |= fill & outside
        data = np.where(fill, found, data)
    return data


@dataclass(frozen=True, slots=True)
class _Held:
    """A pack told from another by the hash of its content alone: the rest follows from it."""

    hash: str
    pack: Pack = field(compare=False)


@lru_cache(maxsize=SHELF)
def _remembered(held: _Held) -> Batch | None:
    try:
        return Batch(held.pack)
    except PlainError:
        return None


def batch(pack: Pack) -> Batch | None:
    """A pack made ready for many people, once; None where columns cannot work it and each is scored alone."""
    return _remembered(_Held(pack.hash, pack))
