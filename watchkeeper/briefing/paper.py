"""The brief on paper: the same brief is the same bytes, so that a night can be replayed and compared."""

import csv
import io
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, date
from json.encoder import encode_basestring
from typing import overload

from watchkeeper.briefing.facts import Brief, Line, Section
from watchkeeper.risk.facts import Level

COLUMNS = (
    "section",
    "who",
    "what",
    "by",
    "days",
    "level",
    "owner",
    "unit",
    "why",
    "authority",
    "about",
    "confirmed",
    "options",
    "people",
)
_PLACE = {section: at for at, section in enumerate(Section)}
_TEXT: Callable[[str], str] = encode_basestring
"""A text as JSON writes it, quotes and all."""


def as_json(brief: Brief) -> bytes:
    """The whole brief as JSON, one line of the brief to a line of the file, in UTF-8.

    Keys are always in the same order and nothing in it depends on when it was compiled, so
    equal briefs are equal byte for byte.
    """
    head = {
        "on": brief.on.isoformat(),
        "known_at": brief.known_at.astimezone(UTC).isoformat(),
        "policy_version": brief.policy_version,
        "people": brief.people,
        "unit": brief.unit,
        "officer": brief.officer,
        "count": len(brief.lines),
    }
    begins = json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "lines": [\n'
    rows = on_paper(brief).rows
    return b"".join((begins, b",\n".join(rows), b"\n]}\n" if rows else b"]}\n"))


def row(line: Line) -> bytes:
    """One line as a row of the JSON: what `json` itself would write, put together by hand.

    A force has a hundred thousand lines a night, and asking `json` for each takes four times as long.
    """
    by = f'"{line.by.isoformat()}"' if line.by else "null"
    return (
        f'{{"section": {_TEXT(line.section)}, "who": {_TEXT(line.who)}, "what": {_TEXT(line.what)}, '
        f'"by": {by}, "days": {_whole(line.days)}, '
        f'"level": {_TEXT(line.level) if line.level is not None else "null"}, '
        f'"owner": {_TEXT(line.owner)}, "unit": {_TEXT(line.unit)}, '
        f'"why": [{", ".join(map(_TEXT, line.why))}], "authority": {_TEXT(line.authority)}, '
        f'"about": {_TEXT(line.about)}, "confirmed": {"true" if line.confirmed else "false"}, '
        f'"options": [{", ".join(map(_TEXT, line.options))}], "people": {_whole(line.people)}}}'
    ).encode()


def read_back(written: bytes) -> Line:
    """The line that a row of the JSON was written from."""
    told = json.loads(written)
    return Line(
        **told
        | {
            "section": Section(told["section"]),
            "by": date.fromisoformat(told["by"]) if told["by"] else None,
            "level": Level(told["level"]) if told["level"] is not None else None,
            "why": tuple(told["why"]),
            "options": tuple(told["options"]),
        }
    )


class Written(Sequence[Line]):
    """Lines already on paper, in the order of the brief; each is read back when somebody asks for it.

    Most are never asked for: the brief is frozen as paper, and a screen shows the first few.
    """

    def __init__(
        self, rows: Sequence[bytes], sections: Sequence[Section], days: Sequence[int | None]
    ) -> None:
        self.rows = rows
        self._sections = sections
        self._days = days

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> "Written": ...
    def __getitem__(self, at: int | slice) -> "Line | Written":
        if isinstance(at, slice):
            return Written(self.rows[at], self._sections[at], self._days[at])
        return read_back(self.rows[at])

    def of(self, section: Section) -> "Written":
        """The lines of one section; they stand together."""
        start = bisect_left(self._sections, _PLACE[section], key=_PLACE.__getitem__)
        end = bisect_right(self._sections, _PLACE[section], key=_PLACE.__getitem__)
        return self[start:end]

    @property
    def longest(self) -> int | None:
        """The most days that any of the lines counts; None where none of them counts any."""
        return max((days for days in self._days if days is not None), default=None)


def on_paper(brief: Brief) -> Written:
    """The lines of a brief on paper, as they were compiled or else written now."""
    lines = brief.lines
    if isinstance(lines, Written):
        return lines
    return Written([*map(row, lines)], [line.section for line in lines], [line.days for line in lines])


def as_csv(brief: Brief) -> bytes:
    """The brief's lines as CSV with a header row, in UTF-8; reasons are parted by semicolons.

    A cell that a spreadsheet might run as a formula is led by an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in brief.lines:
        writer.writerow([_inert("" if cell is None else str(cell)) for cell in _cells(line)])
    return out.getvalue().encode()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "@", "\t")) else cell


def _whole(number: int | None) -> str:
    return "null" if number is None else str(number)


def _cells(line: Line) -> tuple[object, ...]:
    return (
        *(line.section, line.who, line.what, line.by, line.days, line.level, line.owner, line.unit),
        *("; ".join(line.why), line.authority, line.about, line.confirmed),
        *("; ".join(line.options), line.people),
    )
