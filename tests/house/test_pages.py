"""Pages that point at the code point at something."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "docs" / "where.md",
    ROOT / "docs" / "assurance.md",
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs" / "adr").glob("*.md"),
]
PATHS = sorted(
    {
        (page.name, path)
        for page in PAGES
        for path in re.findall(
            r"`((?:watchkeeper|tests|docs|tools)/[\w./*]*|\.importlinter|\.ci/run)`", page.read_text()
        )
    }
)


def test_every_path_a_page_names_is_there() -> None:
    assert [(page, path) for page, path in PATHS if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=lambda page: page.stem)
def test_a_record_of_a_choice_is_short_and_says_what_follows(page: Path) -> None:
    text = page.read_text()
    assert len(text.split()) <= 300
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
