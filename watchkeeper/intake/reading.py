"""Rows of a file as text, from whatever bytes it came in; memory does not grow with the file."""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchkeeper.engine.separators import SEPARATORS
from watchkeeper.engine.tables import Table
from watchkeeper.intake.headings import score
from watchkeeper.intake.mending import Wrong

Row = tuple[int, list[str] | Wrong]
"""A line number, and the cells that begin there or why there are none."""

Rows = Callable[[], Iterator[Row]]
"""Reads a source from its first line; may be called again."""

UNCLOSED = Wrong(
    "a quotation mark is opened here and not closed", "close it, or write a quotation mark in text twice"
)
OTHER_LETTERS = "some letters are not UTF-8 and were read as Windows-1252"
_SAMPLE = 65_536
_LINES_BEFORE_HEADINGS = 10
_FALLBACK = "watchkeeper-windows-1252"


class UnreadableError(Exception):
    """A file that cannot be opened as what its name says it is. The message says how to mend it."""


def encoding(sample: bytes) -> str:
    """The encoding that a file's first bytes show.

    >>> encoding(b"\\xff\\xfer\\x00e\\x00"), encoding(b"r\\x00e\\x00f\\x00"), encoding(b"ref,name")
    ('utf-16', 'utf-16-le', 'utf-8-sig')
    """
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.4:
        return "utf-16-le"
    if half and sample[0::2].count(0) > half * 0.4:
        return "utf-16-be"
    return "utf-8-sig"


@contextmanager
def opened(path: Path, said: set[str]) -> Iterator[Iterable[str]]:
    """The lines of a text file. Bytes that are not UTF-8 are read as Windows-1252, and that is said."""

    def as_windows(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if error.encoding.startswith("utf-16"):
            return "\ufffd", error.end
        said.add(OTHER_LETTERS)
        return error.object[error.start : error.end].decode("cp1252", "replace"), error.end

    codecs.register_error(_FALLBACK, as_windows)
    with path.open("rb") as raw:
        found = encoding(raw.read(_SAMPLE))
        raw.seek(0)
        with io.TextIOWrapper(raw, encoding=found, errors=_FALLBACK, newline="") as lines:
            yield lines


class _Lines:
    """Lines on their way to the reader, kept until the row they make is judged; some may be read again."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._next = iter(lines).__next__
        self._again: list[str] = []
        self.taken: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._next()
        if "\0" in line:
            line = line.replace("\0", "")
        self.taken.append(line)
        return line

    def read_again(self, lines: list[str]) -> None:
        self._again.extend(reversed(lines))


def separated(lines: Iterable[str], separator: str) -> Iterator[Row]:
    """Rows of separated text. A quotation mark that swallows the rows below it is found out.

    The line that opens it is Wrong and the rows it swallowed are read again, so that one
    stray mark costs one line.
    """
    feed = _Lines(lines)
    reader = csv.reader(feed, delimiter=separator)
    number = 1
    while True:
        taken = feed.taken = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = None
        if cells is None or (len(taken) > 1 and _swallowed(taken, len(cells), separator)):
            yield number, UNCLOSED
            feed.read_again(taken[1:])
            reader = csv.reader(feed, delimiter=separator)
            number += 1
            continue
        yield number, cells
        number += len(taken)


def _swallowed(taken: list[str], width: int, separator: str) -> bool:
    whole_rows = any(line.count(separator) >= width - 1 for line in taken[1:-1]) and width > 1
    return whole_rows or sum(line.count('"') for line in taken) % 2 == 1


def separator_of(path: Path, table: Table) -> str:
    """The separator under which the first lines look most like the headings of `table`."""
    with opened(path, set()) as lines:
        first = [line for line, _ in zip(lines, range(_LINES_BEFORE_HEADINGS), strict=False)]
    if first and (stated := first[0].strip().strip('"')).casefold().startswith("sep=") and len(stated) == 5:
        return stated[-1]

    def best(separator: str) -> int:
        rows = (cells for _, cells in separated(first, separator) if isinstance(cells, list))
        return max((score(cells, table) for cells in rows), default=0)

    return max(SEPARATORS, key=best)


def text_rows(path: Path, table: Table, said: set[str]) -> Rows:
    """Rows of a CSV or other separated text file."""
    separator = separator_of(path, table)

    def rows() -> Iterator[Row]:
        with opened(path, said) as lines:
            yield from separated(lines, separator)

    return rows


def blank(cells: list[str]) -> bool:
    """True for a row with nothing in it."""
    return not any(cell.strip() for cell in cells)


def headings_line(rows: Iterator[Row], table: Table) -> tuple[int, list[str]] | None:
    """Read `rows` as far as the line of headings: the first few lines may be a title or blank."""
    for (number, cells), _ in zip(rows, range(_LINES_BEFORE_HEADINGS), strict=False):
        if isinstance(cells, list) and score(cells, table):
            return number, cells
    return None
