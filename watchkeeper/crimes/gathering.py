"""The open crimes of a unit that nobody holds, and its officers, gathered from the record for a proposal."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from watchkeeper.access.stored import conflicts
from watchkeeper.crimes.composing import Composed, compose
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import in_hand, loads
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.crimes.stored import cases_as_known, unallocated
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.fitness import fitness_as_known
from watchkeeper.workforce.rules.authority import INVESTIGATING, in_post
from watchkeeper.workforce.stored import officers_as_known


def without_holder(unit: str, *, on: date, known_at: datetime) -> tuple[Case, ...]:
    """The open crimes of a unit, or of every unit, that nobody holds on a day."""
    return cases_as_known(unallocated(unit, on=on, known_at=known_at), known_at=known_at)


def gathered(
    cases: Collection[Case], law: Shelf, *, on: date, known_at: datetime, unit: str = ""
) -> Composed:
    """The problem of who takes which of the cases, of everybody in post who investigates. Sealed inside.

    With `unit` the officers of that unit alone, unless one of the force's own is suspected in a
    case: then it must leave the unit, and everybody is asked. The rule of eligibility says who of
    them may hold what; what each holds already counts, and so does whose crimes they hold.
    """
    everybody = officers_as_known(known_at=known_at)
    if any(party.officer for case in cases for party in case.parties):
        unit = ""
    near = [one for one in everybody if one.role in INVESTIGATING and (not unit or one.unit == unit)]
    refs = [one.ref for one in near if in_post(one, on=on).met]
    hand = in_hand(refs, law, on=on, known_at=known_at)
    known = fitness_as_known(loads(hand, law, on=on), on=on, known_at=known_at, officers=refs, law=law)
    whose: dict[str, set[str]] = defaultdict(set)
    for officer, theirs in hand.items():
        for person in (person for case in theirs for person in _people(case)):
            whose[person].add(officer)
    barred: dict[str, set[str]] = defaultdict(set)
    for each in conflicts(on=on, known_at=known_at):
        barred[each.person].add(each.officer)
    return compose(
        tuple(cases),
        list(known.values()),
        law,
        on=on,
        vulnerable=lambda case: any(each.found for each in victims(case, law, on=on)),
        conflicted={
            case.crime.ref: frozenset().union(*(barred.get(person, set()) for person in _people(case)))
            for case in cases
        },
        held={person: frozenset(officers) for person, officers in whose.items()},
        units={one.ref: one.unit for one in everybody},
    )


def _people(case: Case) -> set[str]:
    return {party.person for party in case.parties if party.person}
