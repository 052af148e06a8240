"""Print docs/transparency.md: the transparency record of every instrument on the shelf."""

import sys
from collections.abc import Iterator

from tools.pages import keep
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.shelf import load
from watchkeeper.instruments.telling import record

HEAD = """# Transparency records of the instruments

Printed from `watchkeeper/policy/packs/` by `make docs`. The headings follow the two tiers of the
Algorithmic Transparency Recording Standard (www.gov.uk) in our own words. An answer comes from the pack, or
from how any pack is scored here. What a pack does not say is *not said*, and a force completes it before it
publishes a record of its own: who answers for it by name, how often it is used, its assessments of data
protection and equality, who may see what is kept.

| instrument | standing | not said |
|---|---|---|
"""


def page() -> str:
    """The whole page: the list with how much is not said, and then each record."""
    packs = sorted(load().packs.items())
    rows = "".join(f"| [{stem}](#{stem}) | {pack.standing} | {_lacking(pack)} |\n" for stem, pack in packs)
    return HEAD + rows + "".join(line for stem, pack in packs for line in _record(stem, pack))


def _lacking(pack: Pack) -> str:
    said = [each for chapter in record(pack) for each in chapter.said]
    return f"{sum(not each.answer for each in said)} of {len(said)}"


def _record(stem: str, pack: Pack) -> Iterator[str]:
    yield f"\n## {stem}\n"
    for chapter in record(pack):
        yield f"\n**{chapter.heading}**\n\n"
        for each in chapter.said:
            told = each.told if each.answer else f"*{each.told}*"
            yield f"- {each.asks}: {told}\n"


if __name__ == "__main__":
    sys.exit(keep({"docs/transparency.md": page()}, sys.argv[1:]))
