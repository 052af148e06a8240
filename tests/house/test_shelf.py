"""The shelf as shipped: every number sourced, read within a year of the rest, and used by some rule."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from watchkeeper.law import shelf
from watchkeeper.law.parameter import Parameter, Weight

PACKAGE = Path(__file__).parents[2] / "watchkeeper"
ROWS = sorted(shelf.load(), key=lambda row: row.name)
NEWEST = max(row.read_on for row in ROWS)
YEAR = timedelta(days=366)

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


@each_row
def test_every_row_says_what_it_is_and_where_it_was_read(row: Parameter) -> None:
    assert row.says.endswith((".", "?")), "what a row says is a sentence"
    assert row.href.startswith("https://")
    assert len(row.quote.split()) >= 3
    assert row.cite
    assert row.unit


@each_row
def test_no_row_was_read_more_than_a_year_before_the_newest(row: Parameter) -> None:
    assert NEWEST - row.read_on <= YEAR


@each_row
def test_every_row_has_a_value_in_force_or_awaits_one(row: Parameter) -> None:
    assert row.values or row.awaiting is not None


@each_row
def test_statute_leaves_a_force_no_room(row: Parameter) -> None:
    assert row.weight is not Weight.STATUTE or not row.tighter


@each_row
def test_a_row_a_force_may_tighten_holds_numbers(row: Parameter) -> None:
    if row.tighter:
        for _, value in row.values:
            cells = list(value.values()) if isinstance(value, dict) else [value]
            assert all(isinstance(cell, int | float) for cell in cells)


@each_row
def test_an_unconfirmed_row_says_what_it_rests_on(row: Parameter) -> None:
    """Either it admits to memory or proposal, or it quotes what was read of a Bill or a press report."""
    if not row.confirmed and row.quote.startswith("Not"):
        assert row.quote.endswith(".")


def texts(path: Path) -> Iterator[str]:
    """Every string a module holds, docstrings too: a row may be named in a table before it is looked up."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


READ = {text for path in PACKAGE.rglob("*.py") if "cli" not in path.parts for text in texts(path)}


@each_row
def test_a_row_no_rule_reads_is_not_on_the_shelf(row: Parameter) -> None:
    assert row.name in READ or not row.values
