"""Pictures of the docs: each that is shown is there, each that is there is shown, and all are small."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
PAGES = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
SHOWN = sorted(
    {
        (page.relative_to(ROOT).as_posix(), says, (page.parent / path).resolve())
        for page in PAGES
        for says, path in re.findall(r"!\[(.*?)\]\((.+?)\)", page.read_text())
    }
)
ONE, ALL = 250_000, 1_500_000  # bytes


@pytest.mark.parametrize(("page", "says", "path"), SHOWN)
def test_a_picture_that_is_shown_is_there_and_says_what_it_shows(page: str, says: str, path: Path) -> None:
    assert path.is_file()
    content = path.read_bytes()
    assert content[8:12] == b"WEBP" or (path.suffix == ".svg" and content.startswith(b"<svg "))
    assert says


def test_a_picture_that_is_there_is_shown() -> None:
    assert {path.resolve() for path in FOLDER.iterdir()} == {path for *_, path in SHOWN}


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert [name for name, size in sizes.items() if size > ONE] == []
    assert sum(sizes.values()) < ALL
