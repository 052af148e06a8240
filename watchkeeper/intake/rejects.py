"""What became of the rows, counted; and every fault found in them, written where it can be mended."""

import csv
import heapq
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from watchkeeper.intake.mending import Wrong

HEADINGS = ("file", "line", "column", "value", "reason", "mend")
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)  # and the wide forms
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one row. `column` is empty when it is the row's."""

    column: str
    value: str
    wrong: Wrong


@dataclass(slots=True)
class Outcome:
    """What became of the rows of one source. Loaded to rejected add up to `read`.

    `blanked` counts cells, not rows: those that people were loaded without.
    """

    name: str
    table: str
    read: int = 0
    loaded: int = 0
    unchanged: int = 0
    duplicate: int = 0
    rejected: int = 0
    blanked: int = 0
    notes: list[str] = field(default_factory=list)
    reasons: list[tuple[str, int]] = field(default_factory=list)
    blanks: list[tuple[str, int]] = field(default_factory=list)  # as `reasons`, of the cells left blank
    rejects: str = ""

    @property
    def clean(self) -> bool:
        """True when nothing is left to mend."""
        return not self.rejected and not self.blanked


def shown(value: str) -> str:
    """A value as it may be opened in a spreadsheet: never a formula, never a page long.

    >>> shown("=1+1")
    "'=1+1"
    """
    text = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}..."
    return f"'{text}" if text.startswith(_FORMULA) else text


class Rejects:
    """Writes the faults of one source to `folder`/<source>.csv, by line; none is made while there are none.

    Rows come in the order of the file, but for those that had to wait for others; those are
    kept apart, on disk, and put in their places at the end.

    The folder and its files can be read by their owner only: they hold what people recorded.
    """

    def __init__(self, folder: Path, source: str) -> None:
        safe = "".join(c if c.isalnum() or c in "-_. " else "_" for c in source)
        self.path = folder / (safe if safe.lower().endswith(".csv") else f"{safe}.csv")
        self.reasons: Counter[str] = Counter()
        self._source = source
        self._file: IO[str] | None = None
        self._write: Any = None
        self._last = 0
        self._late: sqlite3.Connection | None = None
        self.blanks: Counter[str] = Counter()

    def add(self, line: int, faults: list[Fault], *, blanked: bool = False) -> None:
        """Record every fault of the row at `line`; `blanked` when the row was taken without those cells."""
        if self._file is None:
            self._file = self._open(self.path)
        reasons = self.blanks if blanked else self.reasons
        for fault in faults:
            what = f"{fault.column}: {fault.wrong.reason}" if fault.column else fault.wrong.reason
            reasons[what] += 1
            row = (self._source, line, fault.column, shown(fault.value), fault.wrong.reason, fault.wrong.mend)
            if line < self._last:
                self._keep_late(row)
            else:
                self._write(row)
        self._last = max(self._last, line)

    def _open(self, path: Path) -> IO[str]:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        file = os.fdopen(number, "w", encoding="utf-8-sig", newline="")
        self._write = csv.writer(file).writerow
        self._write(HEADINGS)
        return file

    def _keep_late(self, row: tuple[Any, ...]) -> None:
        if self._late is None:
            self._late = sqlite3.connect("", isolation_level=None)  # no name: a file nobody else sees
            self._late.execute("CREATE TABLE late (line INTEGER, cells TEXT)")
            self._late.execute("BEGIN")
        self._late.execute("INSERT INTO late VALUES (?, ?)", (row[1], json.dumps(row)))

    def close(self) -> None:
        """Finish the file."""
        if self._file is None:
            return
        self._file.close()
        if self._late is not None:
            self._put_in_place(self._late)
            self._late.close()

    def _put_in_place(self, late: sqlite3.Connection) -> None:
        """Write the file anew, every row in its place."""
        whole = self.path.with_name(f"{self.path.name}.whole")
        cells = late.execute("SELECT cells FROM late ORDER BY line, rowid")
        with self.path.open(encoding="utf-8-sig", newline="") as file, self._open(whole):
            written: Iterator[list[Any]] = csv.reader(file)
            next(written)
            for row in heapq.merge(written, (json.loads(text) for (text,) in cells), key=_line):
                self._write(row)
        whole.replace(self.path)


def _line(row: list[Any]) -> int:
    return int(row[1])
