"""Making a proposal better by hand: a crime moved to another officer, or in the place of one worth less."""

import numpy as np

from watchkeeper.crimes.allocating.book import NEVER, Book
from watchkeeper.crimes.allocating.problem import NOBODY

ROUNDS = 2
"""Times every crime is looked at, unless a round changes nothing."""

LOOKS = 10_000
"""Times a crime is looked at, all in all: what is not reached stays as it was."""

TRIED = 8
"""Crimes that are tried out of the way of one that goes first."""


def improve(book: Book) -> None:
    """Move crimes, and put left-out ones in others' place, while that gains. None that goes first is lost."""
    looks = LOOKS
    for _ in range(ROUNDS):
        changed = False
        for crime in range(min(looks, len(book.holder))):
            changed |= _moved(book, crime) if book.holder[crime] != NOBODY else _placed(book, crime)
        looks -= len(book.holder)
        if not changed or looks <= 0:
            return


def _moved(book: Book, crime: int) -> bool:
    officer = int(book.holder[crime])
    now = book.problem.points(crime, officer) - book.saved(crime)
    other, gained = book.best(crime, but=officer)
    if other == NOBODY or gained <= now:
        return False
    book.take(crime)
    book.give(crime, other)
    return True


def _placed(book: Book, crime: int) -> bool:
    """Give a left-out crime to somebody, if need be in the place of crimes of theirs that others take."""
    first = bool(book.problem.first[crime])
    officer, gained = book.best(crime)
    if officer != NOBODY and (gained > 0 or first):
        book.give(crime, officer)
        return True
    if not first:
        return False
    problem = book.problem
    best, way = NEVER, NOBODY
    for other in _in_the_way(book, crime):
        whose = int(book.holder[other])
        before = problem.points(other, whose) - book.saved(other)
        book.take(other)
        added = int(book.added(np.array([whose]), int(problem.parts[crime]))[0])
        book.give(other, whose)
        change = problem.points(crime, whose) - added - before
        if change > best:
            best, way = change, other
    if way == NOBODY:
        return False
    whose = book.take(way)
    book.give(crime, whose)
    moved, again = book.best(way)
    if moved != NOBODY and again > 0:
        book.give(way, moved)
    return True


def _in_the_way(book: Book, crime: int) -> list[int]:
    """Crimes that need not go first, of officers who could hold this one: a few, the least worth first."""
    problem = book.problem
    held = np.flatnonzero((book.holder != NOBODY) & ~problem.first)
    whose = book.holder[held]
    lawful = problem.eligible[problem.crime_kind[crime], problem.officer_skill[whose]]
    lawful &= problem.reach[problem.crime_unit[crime], problem.officer_unit[whose]]
    room = problem.room[whose] - book.taken[whose] + problem.parts[held]
    held = held[lawful & (room >= problem.parts[crime])]
    never = problem.barred.get(crime, frozenset())
    fair = [
        other
        for other in held[np.argsort(problem.worth[held], kind="stable")].tolist()
        if book.holder[other] not in never
    ]
    return fair[:TRIED]
