"""From the cases of a register to the brief of one night."""

from collections.abc import Iterable
from datetime import date, datetime

from watchkeeper.briefing.clocks import clocks, managed_on, owed
from watchkeeper.briefing.facts import Brief, Case, Line
from watchkeeper.briefing.lines import horizon, lines, manager_on
from watchkeeper.briefing.order import ordered
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.rules.periods import reckon


def brief_of(
    found: Iterable[Line],
    people: int,
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    unit: str = "",
    officer: str = "",
) -> Brief:
    """The brief that lines found in any order amount to, about so many people."""
    return Brief(on, known_at, law.version, people, unit, officer, ordered(found, law, on=on))


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
