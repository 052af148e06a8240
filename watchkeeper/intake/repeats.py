"""Rows that share a ref within one file: found in little memory, set aside on disk, settled together."""

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from watchkeeper.intake.checking import Values
from watchkeeper.intake.mending import Wrong, tidy

_BITS = 1 << 27  # 16 megabytes tell six million refs apart but for one in fifty, which costs only time

NO_ORDER = Wrong(
    "the same ref stands twice with different content, and recorded_at does not tell which is later",
    "keep the right row, or give both the instant they were recorded",
)


def _bit(ref: str) -> int:
    return hash(ref) & (_BITS - 1)


class Repeats:
    """Which refs of a file may stand in it more than once. Never misses one; may name one too many."""

    def __init__(self, refs: Iterable[str]) -> None:
        seen = bytearray(_BITS >> 3)
        self._again: set[int] = set()
        self.count = 0
        for ref in refs:
            self.count += 1
            bit = _bit(tidy(ref))
            byte, mask = bit >> 3, 1 << (bit & 7)
            if seen[byte] & mask:
                self._again.add(bit)
            else:
                seen[byte] |= mask

    def __contains__(self, ref: str) -> bool:
        return _bit(ref) in self._again


class Aside:
    """Rows set aside until the end of their file, kept in a temporary file however many they are."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="watchkeeper-")
        self._rows = sqlite3.connect(f"{self._folder.name}/aside", isolation_level=None)
        self._rows.execute("PRAGMA journal_mode=OFF")
        self._rows.execute("PRAGMA synchronous=OFF")
        self._rows.execute("CREATE TABLE aside (ref TEXT, line INTEGER, cells TEXT)")
        self._rows.execute("BEGIN")

    def add(self, ref: str, line: int, cells: list[str]) -> None:
        """Set one row aside."""
        self._rows.execute("INSERT INTO aside VALUES (?, ?, ?)", (ref, line, json.dumps(cells)))

    def groups(self) -> Iterator[list[tuple[int, list[str]]]]:
        """The rows of each ref, by line."""
        rows = self._rows.execute("SELECT ref, line, cells FROM aside ORDER BY ref, line")
        for _, group in groupby(rows, key=itemgetter(0)):
            yield [(line, json.loads(cells)) for _, line, cells in group]

    def close(self) -> None:
        """Remove what was kept."""
        self._rows.close()
        self._folder.cleanup()


def settle(
    group: list[tuple[int, Values]], recorded: int
) -> tuple[list[tuple[int, Values]], list[int], list[int]]:
    """Sort the sound rows of one ref into versions (earliest recorded first), duplicates, and rejects.

    Rows alike in everything are one row and its duplicates. Rows that differ are versions,
    the later `recorded_at` correcting the earlier; where that tells no order all of them are
    rejected, because taking either would be a guess. Duplicates and rejects are line numbers.
    """
    first: dict[Any, int] = {}
    duplicates: list[int] = []
    for line, values in group:
        if values in first:
            duplicates.append(line)
        else:
            first[values] = line
    instants = [values[recorded] for values in first]
    if len(first) > 1 and (None in instants or len(set(instants)) < len(instants)):
        return [], [], [line for line, _ in group]
    versions = list(first)
    if len(versions) > 1:
        versions.sort(key=itemgetter(recorded))
    return [(first[values], values) for values in versions], duplicates, []
