"""The street-crime file of data.police.uk, as it is published, becomes a folder that `load` takes.

What the public file leaves out stays out: there is a month and no day, an area and no address, a type
and no counting code. Nothing is made up to fill them.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from watchkeeper.intake.mending import Wrong, nearest, plain, tidy
from watchkeeper.intake.reading import UNCLOSED, blank, opened, separated
from watchkeeper.intake.rejects import Fault, Rejects
from watchkeeper.intake.times import LONDON
from watchkeeper.law.shelf import Shelf

COLUMNS = (
    *("Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location"),
    *("LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context"),
)
"""Headings as published."""
NEEDED = ("Crime ID", "Month", "Crime type")
CRIMES = ("ref", "reported_month", "offence", "unit", "summary")
OUTCOMES = ("ref", "crime_ref", "outcome", "reason")
OPEN, CLOSED = "open", "closed"
DIGEST = 8  # bytes that tell the content of one row from that of another

type Cells = Mapping[str, str]


@dataclass(slots=True)
class StreetReport:
    """What became of the rows of some files. `read` is written, duplicate, without an ID or rejected.

    closed    crimes whose published outcome says that the case is over
    no_id     rows that have no Crime ID because their type never has one, by type
    no_unit   crimes of an area that no unit of the register covers, by area; empty where none is said
    within    crimes by the force they fall in
    several   crimes of a type that may be of several groups of offences, by type
    unread    crimes written as open, by a last outcome that policy does not list
    """

    read: int = 0
    written: int = 0
    closed: int = 0
    duplicate: int = 0
    rejected: int = 0
    no_id: Counter[str] = field(default_factory=Counter)
    no_unit: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    several: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    rejects: list[Path] = field(default_factory=list)
    said: set[str] = field(default_factory=set)


def convert(
    files: Sequence[Path],
    folder: Path,
    *,
    units: Mapping[str, str],
    law: Shelf,
    now: datetime,
    rejects: Path,
) -> StreetReport:
    """Write `crimes.csv` and `crime_outcomes.csv` to `folder` from published files; faults to `rejects`.

    `units` gives the unit of each area by its name in lower case. A Crime ID that stands twice with
    the same content counts once; with other content every row of it is rejected, as `load` does.

    Raises FileExistsError rather than write over what is there, and OSError for a file that cannot
    be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reader = _Reader(units, law, now.astimezone(LONDON).date())
    twice = _differing(files)
    found, seen = StreetReport(), set[str]()
    with ExitStack() as stack:
        crimes, outcomes = (
            _table(stack, folder / name, columns)
            for name, columns in (("crimes.csv", CRIMES), ("crime_outcomes.csv", OUTCOMES))
        )
        for path in files:
            refused = Rejects(rejects, path.name)
            for number, row in _rows(path, found.said):
                found.read += 1
                faults = reader.faults(row, twice)
                if faults:
                    found.rejected += 1
                    refused.add(number, faults)
                elif isinstance(row, dict):
                    _written(row, reader, seen, found, crimes, outcomes)
            refused.close()
            found.reasons += refused.reasons
            if refused.reasons:
                found.rejects.append(refused.path)
    return found


class _Reader:
    """What policy and the register say of each word of the file."""

    def __init__(self, units: Mapping[str, str], law: Shelf, today: date) -> None:
        self.units, self.today = units, today
        self.groups = _of(law, "street_groups", today)
        self.outcomes = _of(law, "street_outcomes", today)
        self.without_id = frozenset(map(plain, law["street_without_id"].words(today)))
        self._names = {plain(name): name for name in self.groups}
        self._said = {plain(name): value for name, value in self.outcomes.items()}

    def type_of(self, row: Cells) -> str:
        """The crime type as policy writes it; empty for one it does not list."""
        return self._names.get(plain(row["Crime type"]), "")

    def outcome_of(self, row: Cells) -> str:
        """What the last outcome says: open, closed, or a code; open, too, where nothing is said."""
        said = plain(row["Last outcome category"])
        return self._said.get(said, "") if said else OPEN

    def unit_of(self, row: Cells) -> str:
        """The unit that covers the row's area; empty where none does."""
        return self.units.get(area_of(row["LSOA name"]).casefold(), "")

    def faults(self, row: Cells | Wrong, twice: frozenset[str]) -> list[Fault]:
        """Everything for which the row cannot be taken."""
        if isinstance(row, Wrong):
            return [Fault("", "", row)]
        found = []
        month = month_of(row["Month"])
        if month is None:
            found.append(_fault("Month", row, "not a month", "write months as 2025-01"))
        elif month > self.today:
            found.append(_fault("Month", row, "in the future", "give the month it was published under"))
        if not self.type_of(row):
            like = nearest(plain(row["Crime type"]), list(self._names))
            mend = f"did you mean {self._names[like]}? " if like else ""
            found.append(
                _fault("Crime type", row, "not a crime type of policy", f"{mend}see street_groups in policy")
            )
        if not row["Crime ID"] and plain(row["Crime type"]) not in self.without_id:
            found.append(_fault("Crime ID", row, "blank, and this type has one", "give the Crime ID"))
        if row["Crime ID"] in twice:
            found.append(
                _fault(
                    "Crime ID", row, "stands more than once, with other content", "keep the row that holds"
                )
            )
        return found


def month_of(text: str) -> date | None:
    """The first day of a month as published; None for anything else.

    >>> month_of("2025-01"), month_of("2025-13"), month_of("Jan 2025")
    (datetime.date(2025, 1, 1), None, None)
    """
    try:
        return datetime.strptime(text, "%Y-%m").date()  # noqa: DTZ007  a month has no clock
    except ValueError:
        return None


def area_of(lsoa: str) -> str:
    """The district of a small census area by its name.

    >>> area_of("Barking and Dagenham 001A"), area_of("")
    ('Barking and Dagenham', '')
    """
    return lsoa.rpartition(" ")[0]


def _written(
    row: Cells, reader: _Reader, seen: set[str], found: StreetReport, crimes: Any, outcomes: Any
) -> None:
    ref, kind = row["Crime ID"], reader.type_of(row)
    if not ref:
        found.no_id[kind] += 1
        return
    if ref in seen:
        found.duplicate += 1
        return
    seen.add(ref)
    month, unit, outcome = month_of(row["Month"]), reader.unit_of(row), reader.outcome_of(row)
    place = ", ".join(row[name] for name in ("Location", "LSOA code", "LSOA name") if row[name])
    last = row["Last outcome category"]
    words = [f"As published by {row['Reported by'] or 'police.uk'}: {kind}", place, last, row["Context"]]
    crimes.writerow((ref, month, kind, unit, "; ".join(each for each in words if each)))
    found.written += 1
    found.within[row["Falls within"]] += 1
    if not unit:
        found.no_unit[area_of(row["LSOA name"])] += 1
    if "/" in reader.groups[kind]:
        found.several[kind] += 1
    if not outcome:
        found.unread[last] += 1
    elif outcome != OPEN:
        found.closed += 1
        code = "" if outcome == CLOSED else outcome
        outcomes.writerow((f"{ref}-outcome", ref, code, f"Published as: {last}"))


def _rows(path: Path, said: set[str]) -> Iterator[tuple[int, dict[str, str] | Wrong]]:
    """Every row by its headings, or why it is none; a file without a needed heading is one such row."""
    with opened(path, said) as lines:
        rows = ((number, cells) for number, cells in separated(lines, ",") if not _empty(cells))
        begun = next(rows, None)
        if begun is None or isinstance(begun[1], Wrong):
            yield 1, UNCLOSED if begun else Wrong("an empty file", "give the file as published")
            return
        at = {plain(heading): place for place, heading in enumerate(begun[1])}
        lacks = [name for name in NEEDED if plain(name) not in at]
        if lacks:
            yield (
                begun[0],
                Wrong(f"no column {', '.join(lacks)}: none of the file is read", "give all columns"),
            )
            return
        width = len(begun[1])
        for number, cells in rows:
            if isinstance(cells, Wrong):
                yield number, cells
            elif len(cells) != width:
                yield number, Wrong(f"a row of {len(cells)} cells under {width} headings", "give every cell")
            else:
                yield (
                    number,
                    {name: tidy(cells[at[plain(name)]]) if plain(name) in at else "" for name in COLUMNS},
                )


def _empty(cells: list[str] | Wrong) -> bool:
    return isinstance(cells, list) and blank(cells)


def _differing(files: Sequence[Path]) -> frozenset[str]:
    """Crime IDs that stand more than once with other content."""
    first: dict[str, bytes] = {}
    found = set()
    for path in files:
        for _, row in _rows(path, set()):
            if isinstance(row, dict) and row["Crime ID"]:
                content = blake2b("\0".join(row.values()).encode(), digest_size=DIGEST).digest()
                if first.setdefault(row["Crime ID"], content) != content:
                    found.add(row["Crime ID"])
    return frozenset(found)


def _table(stack: ExitStack, path: Path, columns: tuple[str, ...]) -> Any:
    file = stack.enter_context(path.open("x", encoding="utf-8", newline=""))
    writer = csv.writer(file)
    writer.writerow(columns)
    return writer


def _fault(column: str, row: Cells, reason: str, mend: str) -> Fault:
    return Fault(column, row[column], Wrong(reason, mend))


def _of(law: Shelf, name: str, on: date) -> dict[str, str]:
    table = law[name].on(on)
    if not isinstance(table, dict):
        raise TypeError(f"{name} is not a table")
    return {key: str(value) for key, value in table.items()}
