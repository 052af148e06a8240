"""From the cases of a register to the brief of one night."""

from collections.abc import Iterable
from datetime import date, datetime
from operator import itemgetter

from watchkeeper.briefing.clocks import clocks, managed_on, owed
from watchkeeper.briefing.facts import Brief, Case, Line
from watchkeeper.briefing.lines import horizon, lines, manager_on
from watchkeeper.briefing.order import SECTIONS, Place, places
from watchkeeper.briefing.paper import Written, row
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.rules.periods import reckon

type Row = tuple[Place, int | None, bytes]
"""A line on paper: where it stands in the brief, the days it counts, and its row of the JSON."""


def brief_of(
    found: Iterable[Row],
    people: int,
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    unit: str = "",
    officer: str = "",
) -> Brief:
    """The brief that rows found in any order amount to, about so many people."""
    rows = sorted(found, key=itemgetter(0))
    lines = Written([r[2] for r in rows], [SECTIONS[r[0][0]] for r in rows], [r[1] for r in rows])
    return Brief(on, known_at, law.version, people, unit, officer, lines)


def written(found: Iterable[Line], law: Shelf, *, on: date) -> list[Row]:
    """Lines on paper, in the order they come: whoever finds a line writes it, and rows are put in order."""
    place = places(law, on=on)
    return [(place(line), line.days, row(line)) for line in found]


def asked_of(
    cases: Iterable[Case],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    unit: str = "",
    officer: str = "",
) -> tuple[int, list[Line]]:
    """How many of the cases are on the register, and every line they have in the brief of `on`."""
    people, found = 0, list[Line]()
    ahead = horizon(law, on=on)
    for case in cases:
        if unit and case.unit != unit:
            continue
        if officer and manager_on(case, on=on) != officer:
            continue
        reckoned = reckon(case.subject, law, on=on)
        people += managed_on(case.subject, law, on=on, reckoned=reckoned)
        dues = clocks(case, law, calendar, on=on, reckoned=reckoned)
        asked = owed(case, dues, law, calendar, on=on, reckoned=reckoned)
        found.extend(lines(case, dues, asked, ahead, on=on))
    return people, found
