"""The lines of a night about crimes and work in the wrong hands, from the stored facts."""

from collections.abc import Iterable, Iterator

from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.briefing.asking import loads_pulls
from watchkeeper.briefing.assembling import loads
from watchkeeper.briefing.crime_lines import crime_lines, hand_lines
from watchkeeper.briefing.crime_reading import Investigations, investigations
from watchkeeper.briefing.facts import Asked, Line
from watchkeeper.briefing.staffing import staff_of
from watchkeeper.briefing.washing import washed, with_courses
from watchkeeper.engine.source import Source
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf


def of_night(
    source: Source,
    conflicts: Iterable[ConflictDeclared],
    asked: Asked,
    law: Shelf,
    calendar: Calendar,
    through: int,
) -> list[Line]:
    """Every line about a crime, and about work in the wrong hands, that belongs in the brief asked for.

    Of an officer that is their own crimes, and nothing of the wash.
    """
    on = asked.on
    reads = () if asked.officer else loads_pulls()
    with investigations(
        source, law, on=on, known_at=asked.known_at, through=through, more=reads, unit=asked.unit
    ) as found:
        shut, near = found.own(), found.near()
        of_hands = () if asked.officer else _of_hands(found, conflicts, law, calendar, asked, shut)
        lines = (
            *crime_lines((case for case in near if case.crime.ref not in shut), law, calendar, on=on),
            *of_hands,
        )
    return [
        line
        for line in lines
        if asked.unit in ("", line.unit) and (not asked.officer or line.owner == asked.officer)
    ]


def _of_hands(
    found: Investigations,
    conflicts: Iterable[ConflictDeclared],
    law: Shelf,
    calendar: Calendar,
    of: Asked,
    shut: frozenset[str],
) -> Iterator[Line]:
    on, staff = of.on, staff_of(found.snapshot)
    managed = {ref: sum(counts.values()) for ref, counts in loads(found.snapshot).items()}
    asked = {*managed, *with_courses(staff, law, on=on)}
    moved = washed(found, staff, conflicts, law, calendar, on=on, asked=asked, unit=of.unit)
    return hand_lines(moved, staff, managed, law, calendar, shut=shut, on=on)
