"""The rooms of the house: names, sizes, empty doorsteps, one clock, and a reason on every rule."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "watchkeeper"
MODULES = sorted(PACKAGE.rglob("*.py"))
OURS = sorted(path for folder in ("watchkeeper", "tests", "tools") for path in (ROOT / folder).rglob("*.py"))
BANNED = {"utils", "helpers", "common", "core", "base", "misc", "services", "managers", "handlers"}
LONGEST = 300
LONG: dict[str, str] = {
    "watchkeeper/registers/facts.py": "the words of Part 2, which are many and belong together",
    "watchkeeper/crimes/facts.py": "the words of an investigation, from report to outcome",
    "watchkeeper/workforce/models.py": "one table after another, nothing to follow from one to the next",
}
"""Files past 300 lines, each with the argument for it."""

RULES = [
    path
    for path in MODULES
    if path.name != "__init__.py"
    and ("rules" in path.relative_to(PACKAGE).parts or path.name == "rules.py" or path.parent.name == "law")
]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_room_without_a_name() -> None:
    """If a thing has no name it has no home yet."""
    rooms = [part for path in OURS for part in path.relative_to(ROOT).with_suffix("").parts]
    assert BANNED.isdisjoint(rooms)


@pytest.mark.parametrize(
    "path", [p for p in OURS if "migrations" not in p.parts and "tests" not in p.parts], ids=name
)
def test_one_file_one_idea(path: Path) -> None:
    lines = len(path.read_text().splitlines())
    assert lines <= LONGEST or name(path) in LONG, f"{lines} lines"


@pytest.mark.parametrize("path", [p for p in OURS if p.name == "__init__.py"], ids=name)
def test_doorsteps_are_empty(path: Path) -> None:
    assert path.read_text() == ""


DOORS = {"cli", "web", "jobs"}
CLOCKS = re.compile(
    r"\.(?:today|utcnow)\(\)|\bdatetime\.now\(|\btimezone\.now\b|\btime\.time(?:_ns)?\(|\bCURRENT_(?:DATE|TIMESTAMP)\b|\bNow\(\)"
)


@pytest.mark.parametrize(
    "path", [p for p in MODULES if not DOORS & set(p.parts) and p.name != "today.py"], ids=name
)
def test_nothing_but_a_door_reads_the_wall_clock(path: Path) -> None:
    assert CLOCKS.search(path.read_text()) is None


@pytest.mark.parametrize(
    "text", ["date.today()", "datetime.now(UTC)", "timezone.now", "time.time()", "CURRENT_DATE", "Now()"]
)
def test_the_search_for_clocks_finds_them(text: str) -> None:
    assert CLOCKS.search(text)


@pytest.mark.parametrize("path", RULES, ids=name)
def test_every_public_rule_says_why(path: Path) -> None:
    """A rule has a docstring; one that names no authority says in a sentence of its own what it is for."""
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree), "a module says what it answers"
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if len((ast.get_docstring(node) or "").split()) < 4
    ]
    assert silent == []


ON_NO_AUTHORITY = {
    "watchkeeper/audit/rules.py": "arithmetic of hashes",
    "watchkeeper/risk/rules/outlook.py": "gathers what is recorded and judges nothing",
}
AUTHORITY = re.compile(
    r"\bss?\.\s?\d+|\breg(?:s|ulation)?\.?\s\d|\bSch(?:edule)?\.?\s\d|\bAPP\b|\bNPCC\b|\bCode\b|\bAct\b|"
    r"\bHMICFRS\b|\bMAPPA\b|\bproposal\b|\bpolicy\b|\bguidance\b|\bforce\b|\blaw\b|\bpractice\b|\brules? \d+|\.cite\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", [p for p in RULES if p.parent.name != "law"], ids=name)
def test_every_module_of_rules_names_its_authority(path: Path) -> None:
    """The section, the guidance, the row that cites it, or that it is a proposal of ours."""
    assert AUTHORITY.search(path.read_text()) or name(path) in ON_NO_AUTHORITY


PAGES = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "docs").rglob("*.txt"),
        *PACKAGE.rglob("*.md"),
        *PACKAGE.rglob("*.toml"),
        *OURS,
    ]
)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_page_mentions_a_place_on_one_machine(path: Path) -> None:
    if path != Path(__file__):
        assert re.search(r"/(?:root|work|Users)/|/home/[a-z]|/tmp/[a-z]", path.read_text()) is None
