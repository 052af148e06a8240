"""How it is done without a solver: the worthiest crime first to whoever suits it, or to the next in turn."""

import numpy as np

from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.problem import NOBODY, Ints, Problem


def by_rank(problem: Problem) -> list[int]:
    """Crimes that go first, then the rest, each the worthiest first; equals as they stand."""
    order: list[int] = np.lexsort((-problem.worth, ~problem.first)).tolist()
    return order


def greedy(problem: Problem) -> Ints:
    """Each crime in order of rank to the officer who adds most points; left out where that is nothing."""
    book = Book(problem)
    for crime in by_rank(problem):
        officer, gained = book.best(crime)
        if officer != NOBODY and gained > 0:
            book.give(crime, officer)
    return book.holder


def round_robin(problem: Problem) -> Ints:
    """Each crime as it stands to the next of its unit who may hold it and has room, in turn by kind."""
    holder = np.full(len(problem.crimes), NOBODY, np.int64)
    room = problem.room.copy()
    turn: dict[tuple[int, int], int] = {}
    asked: dict[tuple[int, int], list[int]] = {}
    for crime in range(len(problem.crimes)):
        # in turn within the unit, or among those it may go to where it may not stay
        unit, kind = int(problem.crime_unit[crime]), int(problem.crime_kind[crime])
        if (unit, kind) not in asked:
            lawful = problem.eligible[kind, problem.officer_skill] & problem.reach[unit, problem.officer_unit]
            own = lawful & (problem.officer_unit == unit)
            lawful = own if problem.reach[unit, unit] else lawful
            asked[unit, kind] = np.flatnonzero(lawful).tolist()
        officers, begin = asked[unit, kind], turn.get((unit, kind), 0)
        for step in range(len(officers)):
            officer = officers[(begin + step) % len(officers)]
            if room[officer] >= problem.parts[crime] and problem.may(crime, officer):
                holder[crime] = officer
                room[officer] -= problem.parts[crime]
                turn[unit, kind] = (begin + step + 1) % len(officers)
                break
    return holder
