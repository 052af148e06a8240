"""Who takes which crime, asked of the record: crimes nobody holds, officers who might, their loads."""

from collections import defaultdict
from datetime import date, datetime

from watchkeeper.access.stored import conflicts
from watchkeeper.crimes.composing import Composed, compose
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import in_hand, loads
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.crimes.stored import cases_as_known, unallocated
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Role
from watchkeeper.workforce.fitness import fitness_as_known
from watchkeeper.workforce.stored import officers_as_known

TAKING = frozenset({Role.INVESTIGATOR, Role.OFFENDER_MANAGER})


def composed_as_known(law: Shelf, *, on: date, known_at: datetime, unit: str = "") -> Composed:
    """The problem of who takes the crimes of a unit, or of every unit, that nobody holds on a day.

    Asked are the investigators and offender managers of the unit; the rule of eligibility says who
    of them may hold what. What each holds already counts, and so does whose crimes they hold.
    """
    staff = officers_as_known(known_at=known_at)
    units = {officer.ref: officer.unit for officer in staff}
    who = [o.ref for o in staff if o.role in TAKING and (not unit or o.unit == unit)]
    held = in_hand(who, law, on=on, known_at=known_at)
    cases = cases_as_known(unallocated(unit, on=on, known_at=known_at), known_at=known_at)
    known = fitness_as_known(loads(held, law, on=on), on=on, known_at=known_at, officers=who, law=law)
    barred: dict[str, set[str]] = defaultdict(set)
    for each in conflicts(on=on, known_at=known_at):
        barred[each.person].add(each.officer)
    whose: dict[str, set[str]] = defaultdict(set)
    for officer, theirs in held.items():
        for case in theirs:
            for person in _people(case):
                whose[person].add(officer)
    return compose(
        cases,
        [known[ref] for ref in who if ref in known],
        law,
        on=on,
        vulnerable=lambda case: any(found.found for found in victims(case, law, on=on)),
        conflicted={
            case.crime.ref: frozenset().union(*(barred.get(p, set()) for p in _people(case)))
            for case in cases
        },
        held={person: frozenset(officers) for person, officers in whose.items()},
        units=units,
    )


def _people(case: Case) -> set[str]:
    return {party.person for party in case.parties if party.person}
