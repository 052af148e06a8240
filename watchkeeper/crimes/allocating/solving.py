"""A proposal: who takes which crime, the best there is or with how far it may be from it."""

from dataclasses import dataclass, replace

import numpy as np

from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.checking import Assessed, assess
from watchkeeper.crimes.allocating.improving import improve
from watchkeeper.crimes.allocating.network import flow
from watchkeeper.crimes.allocating.ordering import ordered
from watchkeeper.crimes.allocating.placing import place
from watchkeeper.crimes.allocating.practice import by_rank, greedy
from watchkeeper.crimes.allocating.problem import NOBODY, Ints, Problem

MOST_TURNS = 12
"""Times the network is told of conflicts it did not know before what is left of them is mended by hand."""


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """Who takes which crime.

    holder   (n,) officer of each crime, in the order of the problem; NOBODY: left out
    assessed what it is worth, worked out again from the pairs alone
    bound    what no lawful proposal can exceed: parts of crimes that go first, then points
    turns    times the network was solved
    """

    holder: Ints
    assessed: Assessed
    bound: tuple[int, float]
    turns: int
    seed: int

    @property
    def proved(self) -> bool:
        """Whether no lawful proposal is better."""
        first, points = self.assessed.rank
        return first >= self.bound[0] and points >= self.bound[1] - TOLERANCE

    @property
    def gap(self) -> float | None:
        """Share of the bound's points that the proposal may be short of at most; 0 when proved.

        None where the bound places more of the crimes that go first: the points are then not comparable.
        """
        first, points = self.assessed.rank
        if first < self.bound[0]:
            return None
        return max(0.0, 1 - points / self.bound[1]) if self.bound[1] > TOLERANCE else 0.0


TOLERANCE = 1e-6
"""Points are whole; the bound of a flow in parts is a fraction, exact to this."""


def allocate(problem: Problem, *, seed: int) -> Proposal:
    """The best lawful proposal: most of the crimes that go first, then most points.

    Proved the best when all crimes weigh the same, or the bound is met. The same whatever order
    crimes and officers come in; `seed` settles what is equal. Raises FlowError for numbers the solver
    cannot take.
    """
    order = ordered(problem, seed=seed)
    asked = order.problem
    known, turns = asked, 0
    while True:
        book = Book(known)
        found = flow(known, book)
        lost, turns = place(book, found), turns + 1
        if not lost or asked.scale > 1 or turns >= MOST_TURNS:
            break
        known = _told(known, lost)
    best = Book(asked, book.holder)
    _mend(best, lost)
    if lost or asked.scale > 1:
        improve(best)
        other = Book(asked, greedy(asked))
        improve(other)
        best = max((best, other), key=lambda one: assess(asked, one.holder).rank)
    holder = np.full(len(problem.crimes), NOBODY, np.int64)
    holder[order.crimes] = np.append(order.officers, NOBODY)[best.holder]
    return Proposal(holder, assess(problem, holder), found.bound, turns, seed)


def _mend(book: Book, lost: tuple[int, ...]) -> None:
    """Give what found no place to whoever makes most of it, the crimes that go first before the others."""
    rank = {crime: number for number, crime in enumerate(by_rank(book.problem))}
    for crime in sorted(lost, key=rank.__getitem__):
        officer, gained = book.best(crime)
        if officer != NOBODY and (gained > 0 or book.problem.first[crime]):
            book.give(crime, officer)


def _told(problem: Problem, lost: tuple[int, ...]) -> Problem:
    """The same problem with the conflicts of these crimes written into its tables.

    Each officer concerned becomes a skill of one, each crime a kind of one that the skill may not
    hold; but for that the tables stay, so the network remains exact.
    """
    skill, kind = problem.officer_skill.copy(), problem.crime_kind.copy()
    eligible, fit = problem.eligible, problem.fit
    skills, kinds = list(problem.skills), list(problem.kinds)
    barred = {crime: sorted(problem.barred.get(crime, ())) for crime in lost}
    for officer in sorted({officer for officers in barred.values() for officer in officers}):
        at = int(skill[officer])
        skill[officer] = len(skills)
        skills.append(f"{problem.skills[at]}\0{problem.officers[officer]}\0{len(skills)}")
        eligible = np.concatenate([eligible, eligible[:, at : at + 1]], axis=1)
        fit = np.concatenate([fit, fit[:, at : at + 1]], axis=1)
    for crime, officers in barred.items():
        at = int(kind[crime])
        kind[crime] = len(kinds)
        kinds.append(f"{problem.kinds[at]}\0{problem.crimes[crime]}\0{len(kinds)}")
        eligible, fit = (
            np.concatenate([eligible, eligible[at : at + 1]]),
            np.concatenate([fit, fit[at : at + 1]]),
        )
        eligible[-1, skill[officers]] = False
    return replace(
        problem,
        kinds=tuple(kinds),
        skills=tuple(skills),
        crime_kind=kind,
        officer_skill=skill,
        eligible=eligible,
        fit=fit,
    )
