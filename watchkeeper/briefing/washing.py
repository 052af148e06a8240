"""The nightly wash asked of a whole force: the work in each officer's hands, with all that bars it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.briefing.crime_reading import Investigations
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import Placed, work
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer, Role
from watchkeeper.workforce.rules.wash import InHand, Washed, role_work, wash


def washed(
    found: Investigations,
    staff: Mapping[str, Officer],
    conflicts: Iterable[ConflictDeclared],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    asked: Iterable[str],
) -> tuple[Washed, ...]:
    """The wash of the officers asked for, and of everybody who holds a crime."""
    units = {ref: officer.unit for ref, officer in staff.items()}
    against: dict[str, set[str]] = defaultdict(set)
    for each in conflicts:
        against[each.person].add(each.officer)
    held = {
        ref: [_in_hand(case, placed, ref, staff, units, against, law, on) for case, placed in cases]
        for ref, cases in found.in_hand.items()
        if ref in staff
    }
    loads = {ref: sum(each.work.weight for each in hand) for ref, hand in held.items()}
    refs = sorted({*held, *(ref for ref in asked if ref in staff)})
    return wash(found.fitness(refs, staff, loads).values(), held, law, calendar, on=on)


def with_courses(staff: Iterable[Officer], law: Shelf, *, on: date) -> list[str]:
    """Officers whose role alone asks for a course: of others a role bars nothing that may be told."""
    asks = {officer.role: bool(role_work(officer, law, on=on).needs) for officer in staff}
    return [officer.ref for officer in staff if asks[officer.role] and officer.role is not Role.SYSTEM]


def _in_hand(
    case: Case,
    placed: Placed,
    ref: str,
    staff: Mapping[str, Officer],
    units: Mapping[str, str],
    against: Mapping[str, set[str]],
    law: Shelf,
    on: date,
) -> InHand:
    spell = holder(case, on=on)
    assert spell is not None
    barred = frozenset(each for party in case.parties for each in against.get(party.person, ()))
    asked = work(case, law, on=on, conflicted=barred, units=units, placed=placed)
    given = (each for each in case.overrides if each.officer == ref and each.on <= on < each.until)
    leave = max(given, key=lambda each: (each.on, each.ref), default=None)
    return InHand(case.crime.ref, asked, spell.since, leave, staff.get(leave.by) if leave else None)
