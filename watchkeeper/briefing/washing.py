"""The nightly wash asked of a whole force: the work in each officer's hands, with all that bars it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.briefing.crime_kept import IN_HAND
from watchkeeper.briefing.crime_reading import Hand, Investigations
from watchkeeper.briefing.staffing import Staff
from watchkeeper.crimes.facts import Case, Held
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import Placed, kind_of, of_kind, supervising, work
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import Work
from watchkeeper.workforce.facts import Officer, Role
from watchkeeper.workforce.rules.wash import InHand, Washed, plainly_fit, role_work, wash


def washed(
    found: Investigations,
    staff: Mapping[str, Officer],
    conflicts: Iterable[ConflictDeclared],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
    asked: Iterable[str],
    unit: str = "",
) -> tuple[Washed, ...]:
    """The wash of the officers asked for, and of all who hold or supervise a crime; of a unit, its officers.

    Crimes are placed in the matrix a kind at a time, and nobody who is plainly fit for all they hold and
    supervise is asked about further: only of the rest is each crime in hand read.
    """
    against: dict[str, set[str]] = defaultdict(set)
    for each in conflicts:
        against[each.person].add(each.officer)
    hands, above = defaultdict[str, list[Hand]](list), defaultdict[str, list[Hand]](list)
    for hand in found.hands():
        if hand.officer in staff:
            hands[hand.officer].append(hand)
        if hand.supervisor in staff:
            above[hand.supervisor].append(hand)
    named = {*hands, *above, *(ref for ref in asked if ref in staff)}
    named = {ref for ref in named if staff[ref].unit == unit} if unit else named
    doubtful = _doubtful(found, named, hands, above, staff, {*against, *staff}, law, on)
    held: dict[str, list[InHand]] = defaultdict(list)
    theirs = {hand.crime for ref in doubtful for each in (hands, above) for hand in each.get(ref, ())}
    cases = found.cases(theirs, IN_HAND)
    own = {party.officer for case in cases for party in case.parties if party.officer in staff}
    units = {ref: staff[ref].unit for ref in own}
    for case in cases:
        spell = holder(case, on=on)
        placed = kind_of(case, law, on=on)
        if spell is None or closed_for_good(case, placed.kinds, law, on=on) is not None:
            continue
        one = _in_hand(case, placed, spell, staff, units, against, law, on)
        if spell.officer in doubtful:
            held[spell.officer].append(one)
        if spell.supervisor in doubtful:
            asks = supervising(one.work, law, on=on)
            held[spell.supervisor].append(InHand(one.ref, asks, spell.since, supervises=True))
    loads = {ref: sum(each.work.weight for each in hand) for ref, hand in held.items()}
    return wash(found.fitness(doubtful, staff, loads).values(), held, law, calendar, on=on)


def with_courses(staff: Staff, law: Shelf, *, on: date) -> list[str]:
    """Officers whose role alone asks for a course: of others a role bars nothing that may be told."""
    return [
        ref
        for role, refs in staff.by_role().items()
        if role is not Role.SYSTEM and role_work(staff[refs[0]], law, on=on).needs
        for ref in refs
    ]


def _doubtful(
    found: Investigations,
    named: Iterable[str],
    hands: Mapping[str, Iterable[Hand]],
    above: Mapping[str, Iterable[Hand]],
    staff: Mapping[str, Officer],
    barring: Iterable[str],
    law: Shelf,
    on: date,
) -> dict[str, None]:
    """Those of the officers named who are not plainly fit for all they hold or supervise, in order of ref."""
    touched = found.touching(frozenset(barring))
    everything = (hand for each in (hands, above) for theirs in each.values() for hand in theirs)
    works = _works(found, {hand.like for hand in everything}, law, on)
    reviewing = {row.kind: supervising(row, law, on=on) for row in works.values()}
    loads = {ref: sum(works[hand.like].weight for hand in theirs) for ref, theirs in hands.items()}
    known = found.fitness(sorted(named), staff, loads)
    doubtful: dict[str, None] = {}
    for ref, fitness in known.items():
        theirs, reviewed = hands.get(ref, ()), above.get(ref, ())
        asked = {works[hand.like].kind: works[hand.like] for hand in theirs}
        kinds = {works[hand.like].kind for hand in reviewed}
        touching = any(hand.crime in touched for hand in (*theirs, *reviewed))
        if touching or not plainly_fit(
            fitness, (*asked.values(), *(reviewing[kind] for kind in sorted(kinds))), law, on=on
        ):
            doubtful[ref] = None
    return doubtful


def _works(found: Investigations, likes: Iterable[str], law: Shelf, on: date) -> dict[str, Work]:
    """What each kind of crime asks, by the ref of one that stands for all that are like it."""
    kinds = {case.crime.ref: kind_of(case, law, on=on).kind for case in found.cases({*likes}, ("parties",))}
    rows = {kind: of_kind(kind, "", law, on=on) for kind in set(kinds.values())}
    return {ref: rows[kind] for ref, kind in kinds.items()}


def _in_hand(
    case: Case,
    placed: Placed,
    spell: Held,
    staff: Mapping[str, Officer],
    units: Mapping[str, str],
    against: Mapping[str, set[str]],
    law: Shelf,
    on: date,
) -> InHand:
    barred = frozenset(each for party in case.parties for each in against.get(party.person, ()))
    asked = work(case, law, on=on, conflicted=barred, units=units, placed=placed)
    given = (each for each in case.overrides if each.officer == spell.officer and each.on <= on < each.until)
    leave = max(given, key=lambda each: (each.on, each.ref), default=None)
    return InHand(case.crime.ref, asked, spell.since, leave, staff.get(leave.by) if leave else None)
