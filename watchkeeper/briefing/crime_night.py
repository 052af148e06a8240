"""The lines of a night about crimes and work in the wrong hands, from the stored facts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from watchkeeper.access import models as access
from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.access.rules import stands
from watchkeeper.briefing.crime_lines import crime_lines, hand_lines, of_own
from watchkeeper.briefing.crime_reading import Investigations, investigations
from watchkeeper.briefing.facts import Asked, Line, Section
from watchkeeper.briefing.washing import washed, with_courses
from watchkeeper.crimes.models import Crime
from watchkeeper.engine.source import Source
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer


def asked_of_crimes(asked: Asked, through: int) -> tuple[ConflictDeclared, ...] | None:
    """The conflicts of interest a brief needs; None where no crime was ever stored, and nothing is asked."""
    if not Crime.objects.exists():
        return None
    return declared(on=asked.on, known_at=asked.known_at, through=through)


def declared(*, on: date, known_at: datetime, through: int | None = None) -> tuple[ConflictDeclared, ...]:
    """Conflicts of interest that stand on a day, as known at an instant and up to an act of the trail."""
    newest: dict[str, access.ConflictDeclared] = {}
    rows = access.ConflictDeclared.objects.filter(known_from__lte=known_at)
    rows = rows if through is None else rows.filter(act__lte=through)
    for row in rows.order_by("known_from", "id"):
        newest[row.ref] = row
    found = (row.fact() for row in newest.values() if not row.withdrawn)
    return tuple(fact for fact in found if stands(fact, on=on))


def crimes_of_the_night(
    source: Source,
    officers: Iterable[Officer],
    people: Mapping[str, Mapping[str, int]],
    conflicts: Iterable[ConflictDeclared],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    known_at: datetime,
    through: int | None,
) -> Iterator[Line]:
    """Every line about a crime, and about work in the wrong hands, that anybody may be told.

    `people` are how many people each officer manages at each level of risk.
    """
    staff = {officer.ref: officer for officer in officers}
    found = investigations(source, staff, law, on=on, known_at=known_at, through=through)
    shut = shut_crimes(found)
    open_to_all = (case for case in found.near if case.crime.ref not in shut)
    yield from crime_lines(open_to_all, law, calendar, on=on)
    managed = {ref: sum(counts.values()) for ref, counts in people.items()}
    asked = {*managed, *with_courses(staff.values(), law, on=on)}
    moved = washed(found, staff, conflicts, law, calendar, on=on, asked=asked)
    yield from hand_lines(moved, staff, managed, law, calendar, shut=shut, on=on)


def shut_crimes(found: Investigations) -> frozenset[str]:
    """Crimes in which one of the force's own is a party: no line of theirs leaves professional standards."""
    held = (case for cases in found.in_hand.values() for case, _ in cases)
    return of_own(found.near) | of_own(held)


def of_night(
    source: Source,
    officers: Iterable[Officer],
    people: Mapping[str, Mapping[str, int]],
    conflicts: Iterable[ConflictDeclared] | None,
    asked: Asked,
    law: Shelf,
    calendar: Calendar,
    through: int,
) -> list[Line]:
    """Those of the lines that belong in the brief asked for; of an officer, their own crimes and no wash."""
    if conflicts is None:
        return []
    on, known_at = asked.on, asked.known_at
    lines = crimes_of_the_night(
        source, officers, people, conflicts, law, calendar, on=on, known_at=known_at, through=through
    )
    return [
        line
        for line in lines
        if asked.unit in ("", line.unit) and (not asked.officer or _of_officer(line, asked.officer))
    ]


def _of_officer(line: Line, officer: str) -> bool:
    return line.section is not Section.HANDS and line.owner == officer
