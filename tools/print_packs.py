"""Print docs/packs.md: every instrument on the shelf, what it asks, and what the public may know."""

import sys
from collections.abc import Iterator

from tools.pages import cell, keep
from watchkeeper.cli.packs import holds
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.shape import SAID
from watchkeeper.instruments.shelf import load
from watchkeeper.law.wording import day

HEAD = """# The instruments on the shelf

Printed from `watchkeeper/policy/packs/` by `make docs`: a pack is never edited, so change nothing here.
How to score a list, confirm a pack or load one of the force's own: [instruments.md](instruments.md).
A pack marked *unconfirmed* or *structure* may not stand behind a decision; why is said beside it.

| file | version | hash | kind | standing | source |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page: the list, and then each pack with its columns, limits and transparency record."""
    packs = sorted(load().packs.items())
    rows = (
        f"| [{stem}](#{stem}) | {pack.version} | `{pack.hash}` | {pack.kind} | {pack.standing} "
        f"| {cell(pack.source.cite)} |\n"
        for stem, pack in packs
    )
    return HEAD + "".join(rows) + "".join(line for stem, pack in packs for line in _pack(stem, pack))


def _pack(stem: str, pack: Pack) -> Iterator[str]:
    yield f"\n## {stem}\n\n{pack.says}\n\n"
    if pack.because:
        yield f"*{pack.standing.capitalize()}*: {pack.because}.\n\n"
    yield f"- Estimates: {pack.estimates}.\n"
    for name, said in (("Accuracy", pack.accuracy), ("Training", pack.training)):
        if said:
            yield f"- {name}: {said}\n"
    yield from (
        f"- For: {each.says}{'' if each.confirmed else ' (unconfirmed)'}.\n" for each in pack.eligibility
    )
    if pack.since:
        yield f"- In force from {day(pack.since)}{f' until {day(pack.until)}' if pack.until else ''}.\n"
    yield f"- Source: [{pack.source.cite}]({pack.source.href}), read on {day(pack.source.read_on)}.\n"
    yield f"- Licence: {pack.source.licence}\n"
    yield from (f"- Rests on: {part.pack.ref}, as `{part.ref}`.\n" for part in pack.parts)
    yield from (f"- Limit: {limit}\n" for limit in pack.limits)
    yield from (f"- Norms {norm.version}: {norm.says} ({norm.cite})\n" for norm in pack.norms)
    if pack.bands:
        yield "\n| band | |\n|---|---|\n"
        yield from (f"| {band.name} | {cell(band.says)} |\n" for band in pack.bands)
    yield "\n| column | what it is | what it holds |\n|---|---|---|\n"
    yield from (f"| `{item.ref}` | {cell(item.says)} | {cell(holds(item))} |\n" for item in pack.items)
    if pack.transparency is not None:
        yield "\nTransparency record:\n\n"
        yield from (f"- {name.capitalize()}: {getattr(pack.transparency, name)}\n" for name in SAID)


if __name__ == "__main__":
    sys.exit(keep({"docs/packs.md": page()}, sys.argv[1:]))
