"""To whom crimes might move from whoever may not hold them, or holds too much: an act that gives nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from watchkeeper.crimes.actions.proposing import Worked, asked_for, made_of, rests_on, seen
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.gathering import Heavy, Moving, to_move
from watchkeeper.crimes.proposing import Proposed, Waiting
from watchkeeper.crimes.rules.shedding import Piece, fits, to_shed
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import Decision
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.rules.wash import told_by

ROUNDS = 4
"""Times another crime of somebody over their cap is tried where nobody may take the one before it."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """From whom a crime must move, what of it whoever hands out work may read, and its last day."""

    officer: str
    told: Decision
    by: date


@dataclass(frozen=True, slots=True)
class Lightened:
    """Somebody over their cap: what they hold and may hold, and what they would hold once it has moved.

    `moves` are the crimes proposed to others, `stuck` those that nobody else may hold or has room for.
    """

    officer: str
    load: float
    most: float
    after: float
    by: date
    moves: tuple[str, ...]
    stuck: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether they would be within their cap."""
        return fits(self.after, self.most)


@dataclass(frozen=True, slots=True)
class Moves:
    """A proposal for crimes that leave whoever holds them, from whom each and why, and who is lightened."""

    proposed: Proposed
    leaving: Mapping[str, Leaving]
    lightened: tuple[Lightened, ...] = ()


def propose_moves(unit: str, acting: Acting, calendar: Calendar, *, seed: int) -> Moves | None:
    """To whom each crime of a unit, or of all, might move whose holder may no longer hold it; None for none.

    Of whoever holds more than their cap, crimes are proposed to others until the rest is within it, those
    given to them last first; where nobody may take one, the next is tried. What is still too much is said.

    By the solver that proposes who takes what nobody holds, with the same reasons. Of each is said from
    whom, by when and why as whoever hands out work may read it. A crime of the officer's own is not
    shown to them, nor one they need not know of. Raises Refused as `propose_allocation` does.
    """

    def work(known: Acting) -> Worked[tuple[Mapping[str, Leaving], tuple[Lightened, ...]]]:
        found = _shown(to_move(unit, known.law, calendar, on=known.on, known_at=known.at), known)
        made, shed, stuck = _placed(found, unit, known, seed)
        cases = (*found.cases, *found.theirs.values())
        told = _leaving(found, shed, stuck, calendar, known), _lightened(found, made, stuck)
        return Worked(told, made, rests_on(unit, cases, made, found.holders))

    (leaving, lightened), made = asked_for(unit, seed, acting, work)
    return None if made is None else Moves(made, leaving, lightened)


def _shown(found: Moving, acting: Acting) -> Moving:
    """What the officer may be told: nothing of their own, nor what they need not know of."""
    mine = acting.by.ref
    must = seen((case for case in found.cases if found.washed[case.crime.ref].officer != mine), acting)
    heavy = [each for each in found.heavy if each.officer != mine]
    may = {piece.ref for each in heavy for piece in each.pieces}
    theirs = {
        case.crime.ref: case
        for case in seen((case for ref, case in sorted(found.theirs.items()) if ref in may), acting)
    }
    cut = tuple(
        replace(each, pieces=tuple(piece for piece in each.pieces if piece.ref in theirs)) for each in heavy
    )
    refs = {case.crime.ref for case in must}
    washed = {ref: line for ref, line in found.washed.items() if ref in refs}
    return Moving(must, washed, cut, theirs, found.holders)


def _placed(
    found: Moving, unit: str, acting: Acting, seed: int
) -> tuple[Proposed | None, dict[str, Heavy], dict[str, Waiting]]:
    """The proposal; whose each crime is that is proposed as too much, and each that nobody may take."""
    stuck: dict[str, Waiting] = {}
    for _ in range(ROUNDS):
        shed = {piece.ref: each for each in found.heavy for piece in _shed(each, stuck)}
        cases: tuple[Case, ...] = (*found.cases, *(found.theirs[ref] for ref in sorted(shed)))
        made = made_of(cases, unit, acting, seed, {each.officer for each in found.heavy})
        if made is None:
            break
        left = {each.crime: each for each in made.waiting if each.crime in shed}
        stuck |= left
        others = any(
            piece.ref not in stuck and piece.ref not in shed for each in found.heavy for piece in each.pieces
        )
        if not left or not others:
            break
    if made is not None:
        waiting = {each.crime: each for each in (*made.waiting, *stuck.values())}
        made = replace(made, waiting=tuple(waiting[ref] for ref in sorted(waiting)))
    return made, shed, stuck


def _shed(heavy: Heavy, stuck: Mapping[str, Waiting]) -> tuple[Piece, ...]:
    pieces = (piece for piece in heavy.pieces if piece.ref not in stuck)
    return to_shed(pieces, heavy.load - heavy.leaving, heavy.most)


def _leaving(
    found: Moving,
    shed: Mapping[str, Heavy],
    stuck: Mapping[str, Waiting],
    calendar: Calendar,
    acting: Acting,
) -> dict[str, Leaving]:
    told = {
        ref: Leaving(line.officer, line.told, told_by(line, acting.law, calendar, on=acting.on))
        for ref, line in found.washed.items()
    }
    whose = {piece.ref: each for each in found.heavy for piece in each.pieces}
    too_much = (*shed, *stuck)
    return told | {ref: Leaving(whose[ref].officer, whose[ref].told, whose[ref].by) for ref in too_much}


def _lightened(found: Moving, made: Proposed | None, stuck: Mapping[str, Waiting]) -> tuple[Lightened, ...]:
    placed = {line.crime for line in made.lines} if made is not None else set()
    lightened = []
    for each in found.heavy:
        gone = [piece for piece in each.pieces if piece.ref in placed]
        after = each.load - each.leaving - sum(piece.weight for piece in gone)
        moves = tuple(sorted(piece.ref for piece in gone))
        held = tuple(sorted(piece.ref for piece in each.pieces if piece.ref in stuck))
        lightened.append(Lightened(each.officer, each.load, each.most, after, each.by, moves, held))
    return tuple(lightened)
