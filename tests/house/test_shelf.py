"""The shelf as shipped: every number sourced, read within a year of the rest, and used by some rule."""

import ast
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.law import shelf
from watchkeeper.law.parameter import Parameter, Weight

PACKAGE = Path(__file__).parents[2] / "watchkeeper"
ROWS = sorted(shelf.load(), key=lambda row: row.name)
NEWEST = max(row.read_on for row in ROWS)
YEAR = timedelta(days=366)


def faulty(wrong: Callable[[Parameter], bool]) -> list[str]:
    """The names of the rows that are wrong in one way, all at once."""
    return [row.name for row in ROWS if wrong(row)]


def test_every_row_says_what_it_is_and_where_it_was_read() -> None:
    assert faulty(lambda row: not row.says.endswith((".", "?"))) == [], "what a row says is a sentence"
    assert faulty(lambda row: not row.href.startswith("https://")) == []
    assert faulty(lambda row: len(row.quote.split()) < 3) == []
    assert faulty(lambda row: not row.cite) == []
    assert faulty(lambda row: not row.unit) == []


def test_no_row_was_read_more_than_a_year_before_the_newest() -> None:
    assert faulty(lambda row: NEWEST - row.read_on > YEAR) == []


def test_every_row_has_a_value_in_force_or_awaits_one() -> None:
    assert faulty(lambda row: not row.values and row.awaiting is None) == []


def test_statute_leaves_a_force_no_room() -> None:
    assert faulty(lambda row: row.weight is Weight.STATUTE and bool(row.tighter)) == []


def cells(row: Parameter) -> Iterator[object]:
    for _, value in row.values:
        yield from value.values() if isinstance(value, dict) else [value]


def test_a_row_a_force_may_tighten_holds_numbers() -> None:
    tightened = [row for row in ROWS if row.tighter]
    assert [
        row.name for row in tightened if not all(isinstance(each, int | float) for each in cells(row))
    ] == []


def test_an_unconfirmed_row_says_what_it_rests_on() -> None:
    """Either it admits to memory or proposal, or it quotes what was read of a Bill or a press report."""
    assert (
        faulty(lambda row: not row.confirmed and row.quote.startswith("Not") and row.quote[-1] != ".") == []
    )


def texts(path: Path) -> Iterator[str]:
    """Every string a module holds, docstrings too: a row may be named in a table before it is looked up."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_a_row_no_rule_reads_is_not_on_the_shelf() -> None:
    read = {text for path in PACKAGE.rglob("*.py") if "cli" not in path.parts for text in texts(path)}
    read |= {measure.row for measure in MEASURES}  # the limit of a measure is named by it
    assert faulty(lambda row: row.name not in read and bool(row.values)) == []
