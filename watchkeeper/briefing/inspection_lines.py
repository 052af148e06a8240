"""Lines of the brief about what the force's own inspection waits for: named by what they hang on."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from watchkeeper.briefing.facts import NO_UNIT, Line, Section
from watchkeeper.inspection.tracked import Duty
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import least_rank


def inspection_lines(
    dues: Iterable[Due], units: Mapping[str, str], law: Shelf, *, on: date
) -> Iterator[Line]:
    """Second looks that wait; first looks, differences, findings, recommendations, closures past their day.

    `units`: of what each hangs on. A closure is put to the rank that decides it, and anything else to its
    owner by name. What was found is not told here: the line leads to it.
    """
    for due in dues:
        if due.duty != Duty.LOOK and not due.late(on):
            continue
        unit = units.get(due.about) or NO_UNIT
        yield Line(
            Section.INSPECTION,
            due.about,
            due.duty,
            due.by,
            max(0, due.days_late(on)),
            due.owner or f"{least_rank(Power.DECIDE_CLOSURE, law, on=on)}, {unit}",
            unit,
            tuple(f"{given.what}: {given.value}" for given in due.because),
            due.cite,
            confirmed=due.confirmed,
        )
