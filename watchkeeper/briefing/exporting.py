"""Rows of the brief as a spreadsheet opens them: what is on the screen and nothing else, and nothing runs."""

import csv
import io
from collections.abc import Iterable, Mapping

from watchkeeper.briefing.facts import Line
from watchkeeper.law.wording import day

HEADINGS = (
    *("Section", "Reference", "Name", "What", "By", "Days", "Level of risk", "Owner", "Unit"),
    *("Why", "Authority", "Number not confirmed"),
)
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""How a cell begins that a spreadsheet may take for a formula or a command."""


def rows_as_csv(lines: Iterable[Line], names: Mapping[str, str]) -> bytes:
    """Lines with a row of headings, in UTF-8 with the mark by which spreadsheets know it.

    `names` are of the people whom the reader may see, by ref.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for line in lines:
        writer.writerow([inert(cell) for cell in _cells(line, names)])
    return ("\ufeff" + out.getvalue()).encode()


def inert(cell: str) -> str:
    """A cell that no spreadsheet runs: one that might be a formula is led by an apostrophe.

    >>> inert("=1+1"), inert(" =1+1"), inert("O'Brien"), inert("-5")
    ("'=1+1", "' =1+1", "O'Brien", "'-5")
    """
    return f"'{cell}" if cell.startswith(RUN) or cell.lstrip().startswith(RUN) else cell


def _cells(line: Line, names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        *(line.section, line.who, names.get(line.who, ""), line.what, day(line.by) if line.by else ""),
        *("" if line.days is None else str(line.days), line.level or "", line.owner, line.unit),
        *("; ".join(line.why), line.authority, "" if line.confirmed else "not confirmed"),
    )
