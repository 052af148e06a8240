"""What became of the rows, counted; and every fault of those turned away, written where it can be mended."""

import csv
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from watchkeeper.intake.mending import Wrong

HEADINGS = ("file", "line", "column", "value", "reason", "mend")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one row. `column` is empty when it is the row's."""

    column: str
    value: str
    wrong: Wrong


@dataclass(slots=True)
class Outcome:
    """What became of the rows of one source. The four counts add up to `read`."""

    name: str
    table: str
    read: int = 0
    loaded: int = 0
    unchanged: int = 0
    duplicate: int = 0
    rejected: int = 0
    notes: list[str] = field(default_factory=list)
    reasons: list[tuple[str, int]] = field(default_factory=list)
    rejects: str = ""


def shown(value: str) -> str:
    """A value as it may be opened in a spreadsheet: never a formula, never a page long.

    >>> shown("=1+1")
    "'=1+1"
    """
    text = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}..."
    return f"'{text}" if text.startswith(_FORMULA) else text


class Rejects:
    """Writes the faults of one source to `folder`/<source>.csv; no file is made while there are none.

    The folder and its files can be read by their owner only: they hold what people recorded.
    """

    def __init__(self, folder: Path, source: str) -> None:
        safe = "".join(c if c.isalnum() or c in "-_. " else "_" for c in source)
        self.path = folder / (safe if safe.lower().endswith(".csv") else f"{safe}.csv")
        self.reasons: Counter[str] = Counter()
        self._source = source
        self._file: IO[str] | None = None
        self._write: Any = None

    def add(self, line: int, faults: list[Fault]) -> None:
        """Record every fault of the row at `line`."""
        if self._file is None:
            self._open()
        for fault in faults:
            what = f"{fault.column}: {fault.wrong.reason}" if fault.column else fault.wrong.reason
            self.reasons[what] += 1
            self._write(
                (self._source, line, fault.column, shown(fault.value), fault.wrong.reason, fault.wrong.mend)
            )

    def _open(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file = os.fdopen(number, "w", encoding="utf-8-sig", newline="")
        self._write = csv.writer(self._file).writerow
        self._write(HEADINGS)

    def close(self) -> None:
        """Finish the file."""
        if self._file is not None:
            self._file.close()
