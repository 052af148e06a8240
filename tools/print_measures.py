"""Print docs/measures.md: every measure, what it counts, of what, its limit, and what is not measured yet."""

import sys
from collections.abc import Iterator
from datetime import date

from tools import prove_measures
from tools.pages import cell, keep
from watchkeeper.inspection.facts import Measure, Theme
from watchkeeper.inspection.measures.catalogue import MEASURES
from watchkeeper.inspection.measures.unmeasured import UNMEASURED
from watchkeeper.inspection.measures.wording import unsaid
from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf

ANY_DAY = date(2026, 11, 29)
HEAD = """# What the force measures of itself

Printed from `watchkeeper/inspection/measures/` and the shelf of policy by `make docs`.

    watchkeeper inspect measures                    # every measure, today
    watchkeeper inspect measures --on 2026-06-30 --known-at 2026-07-01 --unit BCU01 --months 120
    watchkeeper inspect measure visits_late_grave   # one: by unit, by month, and the rows behind it
    watchkeeper inspect measures --csv              # or --json: every unit and month-end
    watchkeeper inspect export FOLDER               # the facts as Parquet, and then:
    watchkeeper inspect measures --parquet FOLDER --engine spark

Each is asked of any day, as known at any instant, and of month-ends up to ten years back. The numbers of
policy are those of the day asked about. What a measure says of a person is held to the rules of the brief by
generated registers (`tests/engine/test_measures.py`); each fires on its own fault and on no other
([the proof](measures_proved.md)).

**Months.** A measure of what fell *in the month* says at each month-end what fell in that month, by the days
of London: every day of a series is in one month and no other. The day asked about, where it ends no month,
speaks of the month up to it; that shares days with the month-end before, and is not held against it.

A measure is **alarming** when it lies above the limit of policy; when a unit's month lies outside the control
limits that the unit's own past gives; or after months in a row on one side of the centre. A share has a
p-chart, widened where the unit's past is more uneven than chance; a count that should not fall has an
individuals chart, and it is the **fall** that is the alarm. `watchkeeper/inspection/charts.py` says why.
A limit marked * is our own proposal: no force has confirmed it.

The rows behind a measure are references, never names, and are shown of an officer's own unit, or of every
unit to whoever works for the whole force. A **sealed** measure shows nobody which officers it counts.

**Left to the rule.** Whether a visit or an assessment is overdue is not said here of somebody with several
absences since the last one, nor of anybody managed without visits; they are in neither number. The brief
answers for them, one by one.

**Not known here.** A measure counts every assessment by the months of policy. Where an instrument says itself
that it is made again sooner, the rule and the brief follow it; the measure finds that person late only later.
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_themes(shelf.load())) + "".join(_unmeasured())


def _themes(law: Shelf) -> Iterator[str]:
    for theme in Theme:
        yield f"\n## {theme.capitalize()}\n\n| measure | what it counts | of | limit | on whose word |\n"
        yield "|---|---|---|---|---|\n"
        yield from (_row(each, law) for each in MEASURES if each.theme is theme)


def _row(each: Measure, law: Shelf) -> str:
    limit = "its own past"
    if not each.signal:
        row = law[each.row]
        limit = f"{row.share(ANY_DAY):.0%}{'' if row.confirmed else '*'}"
    sealed = " **Sealed.**" if each.sealed else ""
    counted = (each.counted or "all of them") + (f". *{unsaid(each)}*" if each.unsaid else "")
    cells = (f"`{each.name}` {each.title}{sealed}", counted, each.of, limit, each.cite)
    return "| " + " | ".join(map(cell, cells)) + " |\n"


def _unmeasured() -> Iterator[str]:
    yield "\n## Not measured\n\n| what | why not |\n|---|---|\n"
    yield from (f"| {cell(what)} | {cell(why)} |\n" for what, why in UNMEASURED)


def main(arguments: list[str]) -> int:
    """Print; with `--check` say what would change, and whether the proof names every measure."""
    status = keep({"docs/measures.md": page()}, arguments)
    return (status or prove_measures.main(arguments)) if "--check" in arguments else status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
