"""A number outside `policy/` is a bug: rules hold 0, 1 and indices, and nothing else without a reason here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "watchkeeper"
RULES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if "rules" in path.relative_to(PACKAGE).parts or path.name == "rules.py"
)

PERCENT = "a share is read aloud as a percentage"
EXCUSED: dict[tuple[str, float], str] = {
    ("audit/rules.py", 64): "hexadecimal digits of a SHA-256, a fact of arithmetic",
    ("crimes/rules/matrix.py", 100): PERCENT,
    ("crimes/rules/worth.py", 100): PERCENT,
    ("escalation/rules/arising.py", 100): PERCENT,
    ("people/rules/forms.py", 5): "the model of identity was trained on names made ready so",
    ("people/rules/names.py", 100): PERCENT,
    ("registers/rules/reach.py", 12): "months in a year",
    ("visits/rules/week.py", 60): "minutes in an hour",
    ("visits/rules/predictable.py", 60): "minutes in an hour",
    ("visits/rules/tickets.py", 8): "bits in a byte, a fact of arithmetic",
    ("visits/rules/worth.py", 2): "the sum of the first whole numbers is half a product",
    ("workforce/rules/caseload.py", 100): PERCENT,
}


def numbers(tree: ast.Module) -> Iterator[tuple[float, int]]:
    """Every number literal that is not an index, a slice or part of a format, with its line."""
    indices = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        for inner in ast.walk(node.slice)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, int | float)
            and not isinstance(node.value, bool)
            and id(node) not in indices
        ):
            yield node.value, node.lineno


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_rules_hold_no_numbers_of_their_own(path: Path) -> None:
    where = path.relative_to(PACKAGE).as_posix()
    found = [
        f"{where}:{line} holds {value}: give it a row in policy/"
        for value, line in numbers(ast.parse(path.read_text()))
        if value not in (0, 1) and (where, value) not in EXCUSED
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("x = 3", [3]),
        ("x = y[3]", []),
        ("x = y[:3]", []),
        ("x = 0.5", [0.5]),
        ("x = -7", [7]),
        ("x = True", []),
        ("x = (0, 1)", [0, 1]),
        ("def f(x: int = 28): ...", [28]),
    ],
)
def test_the_search_itself_finds_what_it_should(code: str, found: list[float]) -> None:
    assert [value for value, _ in numbers(ast.parse(code))] == found


def test_no_excuse_outlives_its_number() -> None:
    held = {
        (path.relative_to(PACKAGE).as_posix(), value)
        for path in RULES
        for value, _ in numbers(ast.parse(path.read_text()))
    }
    assert set(EXCUSED) <= held
