"""The files of a synthetic force: one CSV file a table, with the columns of the import format."""

import csv
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any

from watchkeeper.intake.tables import TABLES
from watchkeeper.synth.history import Row

FIRST_COLUMNS = ("ref", "recorded_at", "withdrawn")


class Files:
    """One open CSV file a table, written some thousands of lines at a time."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._tables: dict[str, tuple[Any, tuple[str, ...], tuple[str, ...]]] = {}
        self._waiting: list[tuple[IO[str], list[str]]] = []
        for table in TABLES:
            handle = stack.enter_context(
                (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
            )
            columns = (*FIRST_COLUMNS, *(column.name for column in table.columns))
            lines: list[str] = []
            writer = csv.writer(SimpleNamespace(write=lines.append), lineterminator="\n")
            writer.writerow(columns)
            self._tables[table.name] = (writer, columns, ("",) * len(columns))
            self._waiting.append((handle, lines))

    def write(self, table: str, rows: list[Row]) -> None:
        """Write rows of one table; a column a row does not have is blank."""
        writer, columns, blanks = self._tables[table]
        writer.writerows([map(row.get, columns, blanks) for row in rows])

    def flush(self) -> None:
        """Hand what was written to the files."""
        for handle, lines in self._waiting:
            handle.write("".join(lines))
            lines.clear()
