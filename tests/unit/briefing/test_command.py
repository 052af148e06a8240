"""`watchkeeper brief`: one section alone, on paper as on the screen, by as much of its name as tells it."""

import csv
import io
import json
from typing import Any

import pytest
import typer

from tests.conftest import NOON, ON
from watchkeeper.briefing.facts import Brief, Line, Section
from watchkeeper.cli.brief import _put, _section

LINES = tuple(
    Line(section, who, "a visit", None, 3, "O1", "U1", (), "an authority")
    for section, who in ((Section.DECISIONS, "P1"), (Section.UNMANAGED, "P2"), (Section.UNMANAGED, "P3"))
)
BRIEF = Brief(ON, NOON, "abc", 3, "", "", LINES)


def printed(capfdbinary: Any, wanted: Section | None, **how: bool) -> str:
    _put(BRIEF, wanted, None, **{"as_json": False, "as_csv": False, "everything": False, **how})
    said: bytes = capfdbinary.readouterr().out
    return said.decode()


@pytest.mark.parametrize(
    ("wanted", "who"), [(None, ["P1", "P2", "P3"]), (Section.UNMANAGED, ["P2", "P3"]), (Section.MISSING, [])]
)
def test_a_paper_of_one_section_holds_that_section_alone(
    capfdbinary: Any, wanted: Section | None, who: list[str]
) -> None:
    told = json.loads(printed(capfdbinary, wanted, as_json=True))
    assert ([line["who"] for line in told["lines"]], told["count"]) == (who, len(who))
    rows = csv.DictReader(io.StringIO(printed(capfdbinary, wanted, as_csv=True)))
    assert [row["who"] for row in rows] == who


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("people unmanaged", Section.UNMANAGED),
        ("Unmanaged", Section.UNMANAGED),
        ("decisions", Section.DECISIONS),
        ("due in  4", Section.DUE_NEXT),
        ("missing facts", Section.MISSING),
    ],
)
def test_a_section_is_told_by_any_part_of_its_name(name: str, section: Section) -> None:
    assert _section(name) is section


@pytest.mark.parametrize(
    ("name", "begins", "offered"),
    [
        ("due", "--section 'due' may be 3 sections; name one:", ["due in 2 weeks", "due in 4 weeks"]),
        ("nonsense", "--section 'nonsense' is no section; there are:", [*Section]),
    ],
)
def test_sections_are_offered_one_a_line(
    capsys: pytest.CaptureFixture[str], name: str, begins: str, offered: list[str]
) -> None:
    with pytest.raises(typer.Exit):
        _section(name)
    first, *rest = capsys.readouterr().err.splitlines()
    assert first == f"watchkeeper: {begins}"
    assert [line.strip() for line in rest][: len(offered)] == offered
