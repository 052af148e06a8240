"""The brief on paper: the same brief is the same bytes, so that a night can be replayed and compared."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from watchkeeper.briefing.facts import Brief, Line

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


def as_json(brief: Brief) -> bytes:
    """The whole brief as JSON, one line of the brief to a line of the file, in UTF-8.

    Keys are always in the same order and nothing in it depends on when it was compiled, so
    equal briefs are equal byte for byte.
    """
    return b"".join(json_lines(brief))


def json_lines(brief: Brief) -> Iterator[bytes]:
    """`as_json` piece by piece, for a brief too long to hold twice."""
    head = {
        "on": brief.on.isoformat(),
        "known_at": brief.known_at.astimezone(UTC).isoformat(),
        "policy_version": brief.policy_version,
        "people": brief.people,
        "unit": brief.unit,
        "officer": brief.officer,
        "count": len(brief.lines),
    }
    yield _dump(head)[:-1].encode() + b', "lines": [\n'
    last = len(brief.lines) - 1
    for at, line in enumerate(brief.lines):
        yield _dump(_row(line)).encode() + (b",\n" if at < last else b"\n")
    yield b"]}\n"


def as_csv(brief: Brief) -> bytes:
    """The brief's lines as CSV with a header row, in UTF-8; reasons are parted by semicolons.

    A cell that a spreadsheet might run as a formula is led by an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in brief.lines:
        row = _row(line) | {"why": "; ".join(line.why), "options": "; ".join(line.options)}
        writer.writerow([_inert("" if row[name] is None else str(row[name])) for name in COLUMNS])
    return out.getvalue().encode()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "@", "\t")) else cell


def _row(line: Line) -> dict[str, Any]:
    return {
        "section": line.section,
        "who": line.who,
        "what": line.what,
        "by": line.by.isoformat() if line.by else None,
        "days": line.days,
        "level": line.level,
        "owner": line.owner,
        "unit": line.unit,
        "why": line.why,
        "authority": line.authority,
        "about": line.about,
        "confirmed": line.confirmed,
        "options": line.options,
        "people": line.people,
    }


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
