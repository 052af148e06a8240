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
    "watchkeeper/missing/facts.py": "the words of somebody gone missing, from report to return interview",
    "watchkeeper/missing/models.py": "one table after another, nothing to follow from one to the next",
    "watchkeeper/suspects/facts.py": "the words of a referral, from receipt to outcome",
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


def test_one_file_one_idea() -> None:
    written = [path for path in OURS if "migrations" not in path.parts and "tests" not in path.parts]
    lines = {name(path): len(path.read_text().splitlines()) for path in written}
    assert {where: many for where, many in lines.items() if many > LONGEST and where not in LONG} == {}


def test_doorsteps_are_empty() -> None:
    assert [name(path) for path in OURS if path.name == "__init__.py" and path.read_text()] == []


DOORS = {"cli", "web", "jobs"}
CLOCKS = re.compile(
    r"\.(?:today|utcnow)\(\)|\bdatetime\.now\(|\btimezone\.now\b|\btime\.time(?:_ns)?\(|\bCURRENT_(?:DATE|TIMESTAMP)\b|\bNow\(\)"
)


def test_nothing_but_a_door_reads_the_wall_clock() -> None:
    inside = [path for path in MODULES if not DOORS & set(path.parts) and path.name != "today.py"]
    assert [name(path) for path in inside if CLOCKS.search(path.read_text())] == []


@pytest.mark.parametrize(
    "text", ["date.today()", "datetime.now(UTC)", "timezone.now", "time.time()", "CURRENT_DATE", "Now()"]
)
def test_the_search_for_clocks_finds_them(text: str) -> None:
    assert CLOCKS.search(text)


def test_every_public_rule_says_why() -> None:
    """A rule has a docstring; one that names no authority says in a sentence of its own what it is for."""
    trees = {name(path): ast.parse(path.read_text()) for path in RULES}
    assert [where for where, tree in trees.items() if not ast.get_docstring(tree)] == []
    silent = [
        f"{where}: {node.name}"
        for where, tree in trees.items()
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


def test_every_module_of_rules_names_its_authority() -> None:
    """The section, the guidance, the row that cites it, or that it is a proposal of ours."""
    rules = [path for path in RULES if path.parent.name != "law" and name(path) not in ON_NO_AUTHORITY]
    assert [name(path) for path in rules if not AUTHORITY.search(path.read_text())] == []


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


def test_no_page_mentions_a_place_on_one_machine() -> None:
    place = re.compile(r"/(?:root|work|Users)/|/home/[a-z]|/tmp/[a-z]")
    others = [path for path in PAGES if path != Path(__file__)]
    assert [name(path) for path in others if place.search(path.read_text())] == []
