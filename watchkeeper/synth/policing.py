"""Write who works for the force and the crimes they hold, with what is planted in either."""

from collections.abc import Iterator
from random import Random

from watchkeeper.law.shelf import Shelf
from watchkeeper.synth import staff, teams
from watchkeeper.synth.crime_rates import ON_LEAVE
from watchkeeper.synth.crimes import Book, closed, in_hand
from watchkeeper.synth.files import Files
from watchkeeper.synth.force import Force
from watchkeeper.synth.planted import crimes as crime_faults
from watchkeeper.synth.planted.crime import CrimeFault
from watchkeeper.workforce.conduct import AbstractionKind


def write_staff(files: Files, force: Force) -> None:
    """Write everybody who works for the force, but for those a fault is planted with."""
    managing = [0] * force.units
    for officer in force.officer_rows():
        files.write("officers", [officer])
        files.flush()
        files.write("training", list(force.training_rows(officer)))
        files.write("shifts", list(force.shift_rows(officer)))
        files.write("officer_skills", list(force.skill_rows(officer)))
        files.write("clearances", [staff.cleared(officer, force)])
        for unit in range(force.units):
            managing[unit] += officer["unit"] == force.unit_ref(unit)
    for unit in range(force.units):
        _investigators(files, force, unit)
        for table, row in staff.other_rows(force, unit, staff.others(force, unit, managing[unit])):
            files.write(table, [row])
        files.flush()
    for table, row in (*staff.safe_rows(force), *staff.left_rows(force, 0)):
        files.write(table, [row])


def _investigators(files: Files, force: Force, unit: int) -> None:
    ref, number = force.unit_ref(unit), force.investigators(unit)
    rng = Random(f"{force.seed}:investigators:{unit}")
    for one in _members(force, unit):
        for table, rows in teams.member_rows(one, force.on, rng).items():
            files.write(table, rows)
        if one.team is not teams.Team.MAJOR and rng.random() < ON_LEAVE:
            row = teams.leave(one.ref, force.on, rng, kind=AbstractionKind.LEAVE, days=staff.LEAVE_DAYS)
            files.write("abstractions", [row])
    for table, row in teams.supervising_rows(ref, number, force.on, rng):
        files.write(table, [row])


def _members(force: Force, unit: int) -> list[teams.Member]:
    rng = Random(f"{force.seed}:teams:{unit}")
    return teams.members(force.unit_ref(unit), force.investigators(unit), rng)


def write_crimes(
    files: Files, force: Force, number: int, registered: list[str], law: Shelf
) -> Iterator[CrimeFault]:
    """Write `number` crimes, those in hand first, and yield what was planted in them and their holders."""
    yield from crime_faults.untrained(force)
    if not number:
        return
    book, written = Book(force, number), 0
    for officer, crimes, fault in crime_faults.in_crimes(force, registered):
        for rows in (officer, *crimes):
            for table, some in rows.items():
                files.write(table, some)
        written += len(crimes)
        yield fault
    for unit in range(force.units):
        for one in _members(force, unit):
            for made in in_hand(book, unit, one, law):
                for table, some in made.rows.items():
                    files.write(table, some)
                written += 1
        files.flush()
    for day in closed(book, max(0, number - written)):
        for table, some in day.items():
            files.write(table, some)
        files.flush()
