"""Print docs/policy.md: every number the rules use, with its authority."""

import sys
from collections.abc import Iterator, Mapping

from tools.pages import cell, keep
from watchkeeper.law import shelf
from watchkeeper.law.parameter import Parameter, Value, Weight
from watchkeeper.law.wording import day

HEAD = """# The numbers on the shelf

Printed from `watchkeeper/policy/` by `make docs`: change a row there, not this page.
A row marked *unconfirmed* rests on memory, on a proposal of ours or on a report; a force confirms it
before relying on it, and every screen that uses it says so. What is *not commenced* is never applied.
"""


def page() -> str:
    """The whole page, weightiest authority first, rows by name."""
    return HEAD + "".join(line for weight in Weight for line in _section(weight))


def _section(weight: Weight) -> Iterator[str]:
    rows = sorted((row for row in shelf.load() if row.weight is weight), key=lambda row: row.name)
    if not rows:
        return
    unconfirmed = sum(not row.confirmed for row in rows)
    yield f"\n## {weight.capitalize()}: {len(rows)} rows, {unconfirmed} unconfirmed\n"
    for row in rows:
        yield from _row(row)


def _row(row: Parameter) -> Iterator[str]:
    standing = "" if row.confirmed else ", *unconfirmed*"
    room = f", a force may set it {row.tighter}" if row.tighter else ""
    yield f"\n### {row.name}\n\n{row.says}\n\n"
    yield "| from | value |\n|---|---|\n"
    for first, value in row.values:
        yield f"| {day(first)} | {cell(_words(value))} |\n"
    if row.awaiting is not None:
        yield f"| not commenced | {cell(_words(row.awaiting))} |\n"
    yield f"\nUnit: {row.unit}{standing}{room}. [{row.cite}]({row.href}), read on {day(row.read_on)}.\n\n"
    yield f"> {row.quote}\n"


def _words(value: Value) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {held}" for key, held in value.items())
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    sys.exit(keep({"docs/policy.md": page()}, sys.argv[1:]))
