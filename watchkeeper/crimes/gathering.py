"""The open crimes of a unit that nobody holds, and its officers, gathered from the record for a proposal."""

from collections import defaultdict
from datetime import date, datetime

from watchkeeper.access.stored import conflicts
from watchkeeper.crimes import models
from watchkeeper.crimes.composing import Composed, compose
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import in_hand, loads
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.crimes.stored import cases_as_known, open_refs
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.fitness import fitness_as_known
from watchkeeper.workforce.rules.authority import INVESTIGATING, in_post
from watchkeeper.workforce.stored import officers_as_known


def without_holder(unit: str, law: Shelf, *, on: date, known_at: datetime) -> tuple[Case, ...]:
    """The open crimes of a unit, or of every unit, that nobody holds on a day."""
    refs = open_refs(unit, on=on, known_at=known_at)
    begun = models.Held.objects.as_known(known_at).order_by().filter(since__lte=on)
    held = {ref for ref, until in begun.values_list("crime_ref", "until") if until is None or on < until}
    cases = cases_as_known((ref for ref in refs if ref not in held), known_at=known_at)
    return tuple(
        case
        for case in cases
        if holder(case, on=on) is None
        and closed_for_good(case, kind_of(case, law, on=on).kinds, law, on=on) is None
    )


def gathered(cases: tuple[Case, ...], law: Shelf, *, on: date, known_at: datetime) -> Composed:
    """The problem of who takes which of the cases, of everybody in post who investigates. Sealed inside."""
    everybody = officers_as_known(known_at=known_at)
    staff = [one for one in everybody if one.role in INVESTIGATING and in_post(one, on=on).met]
    refs = [one.ref for one in staff]
    hand = in_hand(refs, law, on=on, known_at=known_at)
    carried = loads(hand, law, on=on)
    known = fitness_as_known(carried, on=on, known_at=known_at, officers=refs, law=law)
    holding: dict[str, set[str]] = defaultdict(set)
    for officer, theirs in hand.items():
        for party in (party for case in theirs for party in case.parties if party.person):
            holding[party.person].add(officer)
    return compose(
        cases,
        list(known.values()),
        law,
        on=on,
        vulnerable=lambda case: any(each.found for each in victims(case, law, on=on)),
        conflicted={case.crime.ref: _conflicted(case, on, known_at) for case in cases},
        held={person: frozenset(officers) for person, officers in holding.items()},
        units={one.ref: one.unit for one in everybody},
    )


def _conflicted(case: Case, on: date, known_at: datetime) -> frozenset[str]:
    people = {party.person for party in case.parties if party.person}
    return frozenset(
        each.officer for person in people for each in conflicts(on=on, known_at=known_at, person=person)
    )
