"""One crime arrives: who takes it, and whose crime moves on for it where that gains more than it costs."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.crimes.allocating.book import DEAR, Book
from watchkeeper.crimes.allocating.problem import NOBODY, PIECE, Bools, Ints, Problem

NEAREST = 100
"""Officers who are looked at: all of a unit, or those who suit the crime best."""

LONGEST = 8
"""Crimes that may change hands for one that arrives."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What becomes of a crime that arrives.

    moves  crime and the officer it goes to, that which arrived first; NOBODY: makes way and is left out
    gained points gained by all of it, every crime that changes hands paid for
    """

    moves: tuple[tuple[int, int], ...]
    gained: int


def arrive(
    problem: Problem, holder: Ints, crime: int, *, change: int, movable: Bools | None = None
) -> Arrival:
    """Where a crime that nobody holds goes, what everybody else holds kept unless moving it pays.

    `change` is what it costs, in points, that one crime changes hands; `movable` (n,) which crimes may.
    A shortest chain of hand-overs through at most NEAREST officers and LONGEST crimes: where all crimes
    weigh the same, what is held was the best, and no more are concerned, what comes out is the best.
    Crimes of another weight stay where they are. No moves: nobody may hold it or has room.

    Raises ValueError when somebody holds it.
    """
    if holder[crime] != NOBODY:
        raise ValueError("a crime that somebody holds does not arrive")
    book = Book(problem, holder)
    asked = _asked(problem, crime)
    chain = _Chain(problem, book, crime, asked, change, movable)
    return chain.best()


def _asked(problem: Problem, crime: int) -> Ints:
    """The officers looked at: all, or those who may hold the crime and suit it best."""
    if len(problem.officers) <= NEAREST:
        return np.arange(len(problem.officers))
    lawful = problem.eligible[problem.crime_kind[crime], problem.officer_skill]
    lawful = lawful & problem.reach[problem.crime_unit[crime], problem.officer_unit]
    points = problem.suits(crime)[problem.officer_skill, problem.officer_unit]
    left = problem.paid[np.arange(len(points)), np.minimum(1, problem.room)]
    ranked = np.where(lawful, points - left, -DEAR)
    for officer, worth in problem.tied.get(crime, {}).items():
        ranked[officer] += worth
    best = np.argsort(-ranked, kind="stable")[:NEAREST]
    return np.sort(best[ranked[best] > -DEAR])


class _Chain:
    """Costs of handing crimes on between the officers asked, and the cheapest way through them."""

    def __init__(
        self, problem: Problem, book: Book, crime: int, asked: Ints, change: int, movable: Bools | None
    ) -> None:
        self.crime, self.asked = crime, asked
        place = np.full(len(problem.officers), -1)
        place[asked] = np.arange(len(asked))
        may = (book.holder != NOBODY) & (problem.parts == problem.parts[crime])
        may &= place[np.maximum(book.holder, 0)] >= 0
        if movable is not None:
            may &= movable
        held = np.flatnonzero(may)
        self.held = held[np.argsort(book.holder[held], kind="stable")]
        self.owner = place[book.holder[self.held]]
        self.start = np.minimum(-_points(problem, np.array([crime]), asked)[0], DEAR)
        self.room = book.added(asked, int(problem.parts[crime]))
        points = _points(problem, self.held, asked)
        now = points[np.arange(len(self.held)), self.owner]
        self.loss = np.where(points > -DEAR, now[:, None] - points + change, DEAR)
        self.drop = np.where(problem.first[self.held], DEAR, now + change)

    def best(self) -> Arrival:
        many = len(self.asked)
        if not many:
            return Arrival((), 0)
        spent = self.start.copy()
        before, given = np.full((LONGEST + 1, many), -1), np.full((LONGEST + 1, many), -1)
        ways = [self._end(spent, 0)]
        for step in range(1, LONGEST + 1):
            if not len(self.held):
                break
            through = np.where(self.loss < DEAR, spent[self.owner][:, None] + self.loss, DEAR)
            least = through.argmin(axis=0)
            cost = through[least, np.arange(many)]
            better = cost < spent
            if not better.any():
                break
            before[step], given[step] = np.where(better, self.owner[least], -1), np.where(better, least, -1)
            spent = np.where(better, cost, spent)
            ways.append(self._end(spent, step))
        for total, officer, dropped, step in sorted(ways):
            moves = self._followed(officer, dropped, step, before, given)
            if total < DEAR // 2 and moves is not None:
                return Arrival(moves, -total) if total < 0 else Arrival((), 0)
        return Arrival((), 0)

    def _end(self, spent: Ints, step: int) -> tuple[int, int, int, int]:
        """The cheapest end of a chain: somebody with room, or a crime that makes way."""
        total = np.where(self.room < DEAR, spent + self.room, DEAR)
        at = int(total.argmin())
        found = (int(total[at]), at, -1, step)
        if len(self.held):
            out = np.where(self.drop < DEAR, spent[self.owner] + self.drop, DEAR)
            row = int(out.argmin())
            if out[row] < found[0]:
                found = (int(out[row]), int(self.owner[row]), row, step)
        return found

    def _followed(
        self, officer: int, dropped: int, step: int, before: Ints, given: Ints
    ) -> tuple[tuple[int, int], ...] | None:
        """The hand-overs of a chain, from the crime that arrived on; None when it passes somebody twice."""
        moves: list[tuple[int, int]] = []
        if dropped >= 0:
            moves.append((int(self.held[dropped]), NOBODY))
        at, seen = officer, {officer}
        while step > 0:
            if before[step, at] >= 0:
                moves.append((int(self.held[given[step, at]]), int(self.asked[at])))
                at = int(before[step, at])
                if at in seen:
                    return None
                seen.add(at)
            step -= 1
        moves.append((self.crime, int(self.asked[at])))
        return tuple(reversed(moves))


def _points(problem: Problem, crimes: Ints, officers: Ints) -> Ints:
    """(crimes, officers) points of each pair, load apart; -DEAR where the officer may not hold it."""
    kind, skill, unit = (
        problem.crime_kind[crimes],
        problem.officer_skill[officers],
        problem.officer_unit[officers],
    )
    fit = (problem.worth[crimes][:, None] * problem.fit[np.ix_(kind, skill)] + PIECE // 2) // PIECE
    whole = problem.placing * problem.weight[crimes] // PIECE
    far = problem.far[np.ix_(problem.crime_unit[crimes], unit)] * problem.parts[crimes][:, None]
    points = whole[:, None] + fit - far
    lawful = problem.eligible[np.ix_(kind, skill)] & problem.reach[np.ix_(problem.crime_unit[crimes], unit)]
    where = {officer: column for column, officer in enumerate(officers.tolist())}
    for row, crime in enumerate(crimes.tolist()):
        for officer, worth in problem.tied.get(crime, {}).items():
            if officer in where:
                points[row, where[officer]] += worth
        for officer in problem.barred.get(crime, ()):
            if officer in where:
                lawful[row, where[officer]] = False
    return np.where(lawful, points, -DEAR)
