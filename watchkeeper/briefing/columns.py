"""From Arrow columns to facts, a column at a time: the few ways a value is held and how it is read."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
type Read = Callable[[Any], Iterable[Any]]


def text(column: Any) -> Iterable[Any]:
    """Texts, whole numbers, and flags nobody may have recorded: as they are."""
    values: list[Any] = column.to_pylist()
    return values


def day(column: Any) -> Iterable[Any]:
    """Dates, each made once: Arrow's own list of dates takes thirty times as long."""
    return map(_DAYS.__getitem__, _held(column, "int32"))


def instant(column: Any) -> Iterable[Any]:
    """Instants, in UTC."""
    return [None if many is None else BEGINNING + many * MICROSECOND for many in _held(column, "int64")]


def flag(column: Any) -> Iterable[Any]:
    """Flags, blank read as no."""
    return map(bool, column.to_pylist())


def count(column: Any) -> Iterable[Any]:
    """Whole numbers, blank read as none."""
    return [many or 0 for many in column.to_pylist()]


def several(column: Any) -> Iterable[Any]:
    """Texts parted by semicolons. Most are blank or alike, so each is parted once."""
    parted: dict[str, tuple[str, ...]] = {"": ()}
    found = []
    for value in column.to_pylist():
        parts = parted.get(value)
        if parts is None:
            parts = parted[value] = tuple(part.strip() for part in value.split(";") if part.strip())
        found.append(parts)
    return found


def days(column: Any) -> Iterable[Any]:
    """Dates written one after another, parted by semicolons."""
    return [tuple(map(date.fromisoformat, parts)) for parts in several(column)]


def code(codes: type[StrEnum], blank: StrEnum | None = None) -> Read:
    """Codes of one list, blank read as `blank`. A code that is not on the list raises KeyError."""
    known: dict[str, StrEnum | None] = {"": blank, **{str(each): each for each in codes}}
    return lambda column: map(known.__getitem__, column.to_pylist())


def _held(column: Any, kind: str) -> list[int | None]:
    """The whole numbers in which dates (days since 1970) and instants (microseconds) are held.

    Looked at as they lie: asking Arrow to cast them loads all of its arithmetic at every start.
    """
    return [number for piece in column.chunks for number in piece.view(kind).to_pylist()]


class _Days(dict[int | None, date | None]):
    """Dates by the days since 1970. A register has a few thousand, each written many times."""

    def __missing__(self, days: int) -> date:
        self[days] = made = BEGINNING.date() + timedelta(days)
        return made


_DAYS = _Days({None: None})


def placed(keys: Any, last: str) -> int:
    """How many of the sorted `keys` come up to and including `last`."""
    return bisect_right(range(len(keys)), last, key=lambda at: keys[at].as_py())


class Run:
    """Rows sorted by person, read off as the people pass in the same order."""

    def __init__(self, rows: Any, make: Callable[..., Any], reads: tuple[Read, ...]) -> None:
        self._rows = rows.combine_chunks()
        self._keys = self._rows.column(0)
        self._make = make
        self._reads = reads
        self._at = 0

    def groups(self, last: str) -> dict[str, tuple[Any, ...]]:
        """The facts of everybody up to and including `last`, by person, in the order of the rows."""
        keys, made = self._next(last)
        found: dict[str, tuple[Any, ...]] = {}
        start, end = 0, len(keys)
        while start < end:
            key, stop = keys[start], start + 1
            while stop < end and keys[stop] == key:
                stop += 1
            found[key] = tuple(made[start:stop])
            start = stop
        return found

    def single(self, last: str) -> dict[str, Any]:
        """The same, where nobody has more than one."""
        keys, made = self._next(last)
        return dict(zip(keys, made, strict=True))

    def _next(self, last: str) -> tuple[list[str], list[Any]]:
        stop = bisect_right(range(len(self._keys)), last, lo=self._at, key=lambda at: self._keys[at].as_py())
        rows = self._rows.slice(self._at, stop - self._at)
        self._at = stop
        columns = [read(rows.column(at)) for at, read in enumerate(self._reads, start=1)]
        return rows.column(0).to_pylist(), list(map(self._make, *columns)) if columns else []
