"""Which crimes of somebody over their cap are proposed to move, so that the rest may stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import isclose


@dataclass(frozen=True, slots=True)
class Piece:
    """A crime in somebody's hands: what it weighs, and since when they hold it."""

    ref: str
    weight: float
    since: date


def to_shed(held: Iterable[Piece], load: float, most: float) -> tuple[Piece, ...]:
    """The crimes that leave, so that of `load` no more than `most` stays: those given last go first.

    Who was given a crime last knows it least. Taken from the newest spell back, equals by ref, until
    enough has gone; then whatever need not have gone is kept after all, the oldest spell first. All of
    `held` where even that is not enough. Which of them moves is for whoever allocates to say: this is
    the order of a proposal.

    >>> old, new = Piece("C1", 2.0, date(2026, 1, 5)), Piece("C2", 1.0, date(2026, 3, 2))
    >>> [piece.ref for piece in to_shed([old, new], 26.0, 25.0)]
    ['C2']
    >>> [piece.ref for piece in to_shed([old, new], 27.0, 25.0)]
    ['C1']
    """
    leaving: list[Piece] = []
    stays = load
    for piece in sorted(held, key=lambda each: (each.since, each.ref), reverse=True):
        if fits(stays, most):
            break
        leaving.append(piece)
        stays -= piece.weight
    for piece in sorted(leaving, key=lambda each: (each.since, each.ref)):
        if fits(stays + piece.weight, most):
            leaving.remove(piece)
            stays += piece.weight
    return tuple(leaving)


def fits(load: float, most: float) -> bool:
    """Whether a load is within a cap, sums of parts taken for what they are."""
    return load <= most or isclose(load, most)
