"""A list column by column: each text is read once, by the rule for one answer, however many rows hold it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from watchkeeper.instruments.answering import written
from watchkeeper.instruments.counting import EXACT, Value, number
from watchkeeper.instruments.expressions import ON
from watchkeeper.instruments.facts import Asked, Item
from watchkeeper.instruments.vectors import (
    LARGEST,
    UNKNOWN,
    UNSETTLED,
    Array,
    Plain,
    packed,
    unpacked,
    whole,
)

MANY = 1 << 18
"""Different texts of one column that are remembered; past that they are forgotten and met anew."""
LAST_YEAR = 9_900
"""Days after it are left to the rule for one person: the calendar of columns has to end somewhere."""


class Texts(dict[str, int]):
    """Each different text of a column and its number, in the order met."""

    def __missing__(self, text: str) -> int:
        found = self[text] = len(self)
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """One column of some rows: the number of each row's text, and the texts by number."""

    numbers: NDArray[np.intp]
    texts: Texts


type Sheet = Mapping[str, Column]
"""Columns of as many rows each, by name."""


class Reader:
    """Turns rows of text into numbered columns, and remembers the texts from one lot of rows to the next."""

    def __init__(self) -> None:
        self._texts: dict[str, Texts] = {}

    def sheet(self, columns: Mapping[str, Sequence[str]]) -> Sheet:
        """The columns of some rows, numbered. They share their numbers with the rows read before."""
        return {name: self._column(name, cells) for name, cells in columns.items()}

    def _column(self, name: str, cells: Sequence[str]) -> Column:
        texts = self._texts.get(name)
        if texts is None or len(texts) > MANY:
            texts = self._texts[name] = Texts()
        return Column(np.fromiter(map(texts.__getitem__, cells), np.intp, len(cells)), texts)


class Answered:
    """One item of a pack, or the day of assessment, read from a column: a whole number for each answer.

    Blank is UNKNOWN; what is faulty, or no number that a column holds, is UNSETTLED.
    """

    def __init__(self, item: Item | None) -> None:
        self.item = item
        self._texts: Texts | None = None
        self._meant = np.empty(0, np.int64)
        self._others: list[Value] = []

    @property
    def plain(self) -> Plain:
        """What the column holds, for formulas that name it."""
        if self.item is None:
            return Plain(Asked.DAY, lambda columns: columns[ON], unpacked)
        ref, item = self.item.ref, self.item

        def of(columns: Mapping[str, Array]) -> Array:
            return columns[ref]

        match item.asked:
            case Asked.YES_NO:
                return Plain(item.asked, of, bool, 0, 1)
            case Asked.CHOICE:
                names = tuple(each.name for each in item.choices)
                return Plain(item.asked, of, names.__getitem__, 0, len(names) - 1, names)
            case Asked.DAY:
                return Plain(item.asked, of, unpacked)
            case Asked.WHOLE:
                least, most = item.least, item.most
                return Plain(
                    item.asked,
                    of,
                    whole,
                    None if least is None else int(least),
                    None if most is None else int(most),
                )
        return Plain(item.asked, of, self._others.__getitem__)

    def read(self, column: Column) -> Array:
        """What each row answers."""
        if self._texts is not column.texts:
            self._texts, self._meant = column.texts, np.empty(0, np.int64)
        if len(self._meant) < len(column.texts):
            new = [self._of(text) for text in islice(column.texts, len(self._meant), None)]
            self._meant = np.concatenate([self._meant, np.array(new, np.int64)])
        return self._meant[column.numbers]

    def _of(self, text: str) -> int:
        if not text.strip():
            return UNKNOWN
        try:
            value = date.fromisoformat(text.strip()) if self.item is None else written(self.item, text)
        except ValueError:
            return UNSETTLED
        return self.number(value)

    def number(self, value: Value) -> int:
        """The number that stands for an answer."""
        if isinstance(value, date):
            return packed(value) if value.year < LAST_YEAR else UNSETTLED
        if isinstance(value, str):
            names = [each.name for each in self.item.choices] if self.item else []
            return names.index(value) if value in names else UNSETTLED
        if self.item is not None and self.item.asked is Asked.NUMBER:
            self._others.append(value)
            return len(self._others) - 1
        plain = number(value)
        return int(plain) if plain == int(plain) and abs(plain) <= LARGEST else UNSETTLED


def exactly(value: Decimal, digits: int) -> int:
    """A decimal as a whole number of the last of so many places. Raises ArithmeticError where it has more."""
    scaled = value.scaleb(digits, EXACT)
    if scaled != int(scaled):
        raise ArithmeticError(f"{value} has more than {digits} places")
    return int(scaled)
