"""The forms of a report: a page, a paper, and the same data as CSV and JSON. Same report, same bytes."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from watchkeeper.inspection.reporting.facts import Report
from watchkeeper.inspection.reporting.picture import alternative, picture
from watchkeeper.inspection.reporting.told import told

HERE = Path(__file__).parent
PAPER = HERE / "report.typ"
ACCESSIBLE = "ua-1"  # PDF/UA-1: tagged, with a title and a language
SCREEN, PRINT = "arial, sans-serif", "DejaVu Sans Mono"
"""Fonts of pictures: on paper one that comes with the compiler, which reads none of the machine's."""
HEADINGS = ("measure", "title", "theme", "unit", "on", "value", "numerator", "denominator", "limit", "alarms")
NAMES = ("report.html", "report.pdf", "report.csv", "report.json")


def drawing_up(report: Report) -> Iterator[tuple[str, bytes]]:
    """Every form of a report, one after another, with the name of its file."""
    said = told(report)
    yield from zip(NAMES, (form(said) for form in (as_html, as_pdf, as_csv, as_json)), strict=True)


def as_html(said: dict[str, Any]) -> bytes:
    """One page with its own styles, no script and nothing fetched."""
    page: str = _page().render(_pictured(said, SCREEN))
    return page.encode()


def as_pdf(said: dict[str, Any]) -> bytes:
    """The report as PDF/UA-1, dated with the instant it was known at, and not with when it was made."""
    made = _typst().compile(
        sys_inputs={"report": json.dumps(_pictured(said, PRINT), ensure_ascii=False)},
        format="pdf",
        pdf_standards=[ACCESSIBLE],
        timestamp=int(datetime.fromisoformat(said["asked"]["known_at"]).timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def as_csv(said: dict[str, Any]) -> bytes:
    """One row for each measure and day of whatever is reported on, then one for each unit on the last day."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(_rows(said))
    return ("\ufeff" + out.getvalue()).encode()


def as_json(said: dict[str, Any]) -> bytes:
    """Everything the report says, numbers as numbers."""
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _rows(said: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    for theme in said["themes"]:
        for line in theme["measures"]:
            named = (line["name"], line["title"], theme["name"])
            limit = "" if line["limit"] is None else line["limit"]
            dated = [(said["asked"]["unit"], each["on"], each) for each in line["months"]]
            last = line["months"][-1]["on"]
            parted = [(each["unit"], last, each) for each in line["units"] if each["unit"] != dated[0][0]]
            for unit, on, each in (*dated, *parted):
                value = "" if each["value"] is None else each["value"]
                yield (*named, unit, on, value, each["many"], each["of"], limit, "; ".join(each["alarms"]))


def _pictured(said: dict[str, Any], font: str) -> dict[str, Any]:
    return {
        **said,
        "themes": [
            {
                **theme,
                "measures": [
                    {**line, "picture": picture(line, font=font), "alternative": alternative(line)}
                    if line["looked_at"]
                    else line
                    for line in theme["measures"]
                ],
            }
            for theme in said["themes"]
        ],
    }


@cache
def _page() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return made.get_template("report.html")


@cache
def _typst() -> Any:
    """The compiler of papers, made once by each process; it reads no fonts of the machine."""
    import typst

    return typst.Compiler(PAPER, root=PAPER.parent, ignore_system_fonts=True)
