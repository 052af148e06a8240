"""Pages printed by code: written when they change, or only compared."""

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def keep(pages: Mapping[str, str], arguments: list[str], *, folder: str = "") -> int:
    """Write each page to its path from the project's root; with `--check` only name those that differ.

    Pages of `folder` that nobody prints any more are removed, or named. Returns the exit status.
    """
    held = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob("*.md")} if folder else set()
    stale = sorted(held - pages.keys())
    changed = sorted(
        name
        for name, text in pages.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text() != text
    )
    if "--check" in arguments:
        for name in (*changed, *stale):
            sys.stderr.write(f"{name} is not what the code prints: make docs\n")
        return 1 if changed or stale else 0
    for name in changed:
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(pages[name])
    for name in stale:
        (ROOT / name).unlink()
    return 0


def cell(text: str) -> str:
    """Text as it may stand in a table of Markdown."""
    return text.replace("|", "\\|").replace("\n", " ")


def section(page: Path, heading: str, text: str) -> None:
    """Put `text` under a heading of a page, in place of what stood there, or at its end."""
    before = page.read_text() if page.exists() else ""
    mark = f"\n## {heading}\n"
    head, found, rest = before.partition(mark)
    _, following, kept = rest.partition("\n## ")
    page.write_text(
        (head if found else before.rstrip() + "\n") + mark + text.rstrip() + "\n" + following + kept
    )
