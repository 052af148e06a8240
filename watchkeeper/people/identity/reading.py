"""A list of people from a CSV file, every fault of it found at once."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from re import compile as pattern
from typing import Protocol

from watchkeeper.engine.separators import separator
from watchkeeper.people.identity.lists import COLUMNS

NEEDED = ("ref", "family_name")
BRITISH = pattern(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
MOST_TOLD = 1000  # faults kept of one file; the rest are counted


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file and how to mend it; `line` 0 is the file itself. It names no person."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.says}"


@dataclass(slots=True)
class Listing:
    """The rows of one file by COLUMNS, in the order of their refs; `unused` are headings nobody reads."""

    rows: list[tuple[str, ...]]
    faults: list[Fault]
    unused: tuple[str, ...] = ()
    more_faults: int = 0


def listing(path: Path) -> Listing:
    """Read a file whole, whichever sign parts its columns. Where there are faults its rows are of no use."""
    found = Listing([], [])

    def fault(line: int, says: str) -> None:
        if len(found.faults) < MOST_TOLD:
            found.faults.append(Fault(path.name, line, says))
        else:
            found.more_faults += 1

    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            parted = separator(handle.readline())
            handle.seek(0)
            reader = csv.reader(handle, strict=True, delimiter=parted)
            headings = [each.strip().casefold().replace(" ", "_") for each in next(reader, [])]
            for name in NEEDED:
                if name not in headings:
                    fault(0, f"has no column {name!r}; its columns may be {', '.join(COLUMNS)}")
            for name in sorted({each for each in headings if headings.count(each) > 1 and each}):
                fault(0, f"has the column {name!r} more than once")
            if found.faults:
                return found
            found.unused = tuple(each for each in headings if each not in COLUMNS)
            at = [headings.index(name) if name in headings else -1 for name in COLUMNS]
            for row in _rows(reader, len(headings), at, fault):
                found.rows.append(row)
    except UnicodeDecodeError:
        fault(0, "is not text in UTF-8; save it as CSV UTF-8")
    except csv.Error as error:
        fault(reader.line_num, f"cannot be read as CSV: {error}")
    if not found.rows and not found.faults:
        fault(0, "has no rows")
    found.rows.sort()
    return found


def _rows(reader: "_Reader", width: int, at: list[int], fault: "_Fault") -> Iterator[tuple[str, ...]]:
    seen: dict[str, int] = {}
    born_at = COLUMNS.index("born_on")
    for cells in reader:
        if not any(cells):
            continue
        line = reader.line_num
        if len(cells) != width:
            fault(line, f"has {len(cells)} cells; the first line has {width}")
            continue
        row = [cells[place].strip() if place >= 0 else "" for place in at]
        ref = row[0]
        if not ref:
            fault(line, "has no ref")
        elif ref in seen:
            fault(line, f"has the ref of line {seen[ref]}; each row needs its own")
        else:
            seen[ref] = line
        born = day_of(row[born_at])
        if born is None:
            fault(line, "born_on is not a date; write it as YYYY-MM-DD or DD/MM/YYYY")
        else:
            row[born_at] = born
        yield tuple(row)


type _Fault = Callable[[int, str], None]


class _Reader(Protocol):
    """Rows of cells, and the line the last of them ended on."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


@cache
def day_of(text: str) -> str | None:
    """A date as ISO text; empty for an empty cell, None for what is no date.

    >>> day_of("3/9/1971"), day_of("1971-09-03"), day_of("31/2/1971"), day_of("")
    ('1971-09-03', '1971-09-03', None, '')
    """
    if not text:
        return ""
    try:
        if found := BRITISH.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
