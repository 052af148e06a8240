"""The open crimes of a unit that nobody holds, and its officers, gathered from the record for a proposal."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.access.stored import conflicts
from watchkeeper.crimes.composing import Composed, compose
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import in_hand, loads, work_in_hand
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.shedding import Piece
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.crimes.stored import cases_as_known, open_refs, unallocated
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import Fitness
from watchkeeper.workforce.fitness import fitness_as_known
from watchkeeper.workforce.rules.authority import INVESTIGATING, in_post
from watchkeeper.workforce.rules.eligibility import Ground, cap
from watchkeeper.workforce.rules.wash import InHand, Washed, wash
from watchkeeper.workforce.stored import officers_as_known


def without_holder(unit: str, *, on: date, known_at: datetime) -> tuple[Case, ...]:
    """The open crimes of a unit, or of every unit, that nobody holds on a day."""
    return cases_as_known(unallocated(unit, on=on, known_at=known_at), known_at=known_at)


@dataclass(frozen=True, slots=True)
class Heavy:
    """Somebody over their cap: what they hold and may, what of it leaves anyway, and what of the rest might.

    `by` is the last day to move what is too much; `told` says so as whoever hands out work may read it.
    """

    officer: str
    load: float
    most: float
    leaving: float
    pieces: tuple[Piece, ...]
    told: Decision
    by: date


@dataclass(frozen=True, slots=True)
class Moving:
    """Crimes whose holder may no longer hold them, with what the wash says of each, by ref. Sealed inside.

    `heavy` are those who hold too much, and `theirs` the crimes they might give up, by ref. `holders`
    is everybody who was asked about.
    """

    cases: tuple[Case, ...]
    washed: Mapping[str, Washed]
    heavy: tuple[Heavy, ...]
    theirs: Mapping[str, Case]
    holders: frozenset[str]


def to_move(unit: str, law: Shelf, calendar: Calendar, *, on: date, known_at: datetime) -> Moving:
    """The open crimes of a unit, or of every unit, that the wash says must leave whoever holds them.

    Of whoever holds too much it says so, with all of the unit's that they might give up.
    """
    cases = cases_as_known(open_refs(unit, on=on, known_at=known_at, law=law), known_at=known_at)
    held = {
        case.crime.ref: (spell.officer, case) for case in cases if (spell := holder(case, on=on)) is not None
    }
    refs = {officer for officer, _ in held.values()}
    hand = work_in_hand(refs, law, on=on, known_at=known_at)
    theirs = {ref: [each for each in pieces if not each.supervises] for ref, pieces in hand.items()}
    load = {ref: sum(each.work.weight for each in pieces) for ref, pieces in theirs.items()}
    known = fitness_as_known(load, on=on, known_at=known_at, officers=sorted(refs), law=law)
    lines = wash(known.values(), hand, law, calendar, on=on)
    washed = {line.ref: line for line in lines if line.ref in held and not line.supervises}
    by = calendar.after(law["wash_working_days"].of(Ground.LOAD, on), on)
    over = sorted({line.officer for line in lines if not line.ref and _too_much(line)} & refs)
    heavy = tuple(
        _heavy(known[ref], theirs[ref], held.keys(), washed.keys(), law, on=on, by=by) for ref in over
    )
    return Moving(
        tuple(held[ref][1] for ref in sorted(washed)),
        washed,
        heavy,
        {piece.ref: held[piece.ref][1] for each in heavy for piece in each.pieces},
        frozenset(refs),
    )


def _heavy(
    fitness: Fitness,
    theirs: list[InHand],
    held: Collection[str],
    washed: Collection[str],
    law: Shelf,
    *,
    on: date,
    by: date,
) -> Heavy:
    """An officer over their cap: of the crimes they hold those `washed` leave anyway, others `held` might."""
    load, most = fitness.load, cap(fitness, law, on=on)
    says = f"holds {load:g} weighted of {most:g} allowed"
    return Heavy(
        fitness.officer.ref,
        load,
        most,
        leaving=sum(each.work.weight for each in theirs if each.ref in washed),
        pieces=tuple(
            Piece(each.ref, each.work.weight, each.since)
            for each in theirs
            if each.ref in held and each.ref not in washed
        ),
        told=Decision((Reason(False, says, law["investigation_cap"].cite, Ground.LOAD),)),
        by=by,
    )


def _too_much(line: Washed) -> bool:
    return any(reason.asks == Ground.LOAD for reason in line.decision.unmet)


def gathered(
    cases: Collection[Case],
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    unit: str = "",
    full: Collection[str] = (),
) -> Composed:
    """The problem of who takes which of the cases, of everybody in post who investigates. Sealed inside.

    With `unit` the officers of that unit alone, unless one of the force's own is suspected in a
    case: then it must leave the unit, and everybody is asked. The rule of eligibility says who of
    them may hold what; what each holds already counts, and so does whose crimes they hold. Officers who
    are `full` are asked with all they hold, what leaves them too: they are given nothing.
    """
    own = {party.officer for case in cases for party in case.parties if party.officer}
    if own:
        unit = ""
    units = [unit] if unit else None
    everybody = officers_as_known(known_at=known_at, roles=INVESTIGATING, refs=own, units=units)
    near = [one for one in everybody if one.role in INVESTIGATING and (not unit or one.unit == unit)]
    refs = [one.ref for one in near if in_post(one, on=on).met]
    asked = {case.crime.ref for case in cases}
    hand = {
        ref: [case for case in theirs if case.crime.ref not in asked or ref in full]
        for ref, theirs in in_hand(refs, law, on=on, known_at=known_at).items()
    }
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
