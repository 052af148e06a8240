"""Why a proposal is as it is: why this officer and who else; why nobody, and what would change that.

Worked out from the problem and the proposal alone, by trying. What comes out is data; sentences are
made elsewhere.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from watchkeeper.crimes.allocating.book import DEAR, Book
from watchkeeper.crimes.allocating.problem import NOBODY, PIECE, Problem

type Lacks = Callable[[int, int], tuple[str, ...]]
"""Kind and skill to what keeps officers of the skill from crimes of the kind, as allocators may read it."""

CONFLICT = "conflict of interest"
AT_CAP = "at their cap"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Why an officer: points of the pair term by term, and the runner-up with what they would cost.

    `runner_up` is NOBODY when nobody else may hold it and has room; `cost` is then None.
    """

    crime: int
    officer: int
    suiting: int
    distance: int
    tie: int
    load: int
    runner_up: int
    cost: int | None


class Mend(StrEnum):
    """What would place a crime, the smallest change first."""

    CAP = "raise a cap"
    MOVE = "move one from another unit"
    LACK = "mend what one lacks"
    WORTH = "nothing: it adds less than the load it brings"


@dataclass(frozen=True, slots=True)
class Change:
    """A change which, alone, would place a crime: for which officer, how many others it would do for as well.

    `pieces` is by how much a cap rises; `lack` what is mended.
    """

    mend: Mend
    officer: int
    others: int
    pieces: float = 0.0
    lack: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why a crime is with nobody: officers of its unit by each reason, and what would place it."""

    crime: int
    reasons: tuple[tuple[str, int], ...]
    changes: tuple[Change, ...]


def why_chosen(book: Book, crime: int) -> Chosen:
    """Why the officer of a crime in `book`, and who is next best with everybody else as they are.

    Raises ValueError when nobody holds it.
    """
    problem, officer = book.problem, int(book.holder[crime])
    if officer == NOBODY:
        raise ValueError("a crime with nobody has nobody who was chosen")
    load = book.saved(crime)
    now = problem.points(crime, officer) - load
    book.take(crime)
    other, gained = book.best(crime, but=officer)
    book.give(crime, officer)
    kind, skill = problem.crime_kind[crime], problem.officer_skill[officer]
    far = problem.far[problem.crime_unit[crime], problem.officer_unit[officer]]
    return Chosen(
        crime=crime,
        officer=officer,
        suiting=(int(problem.worth[crime]) * int(problem.fit[kind, skill]) + PIECE // 2) // PIECE,
        distance=int(far * problem.parts[crime]),
        tie=problem.tied.get(crime, {}).get(officer, 0),
        load=load,
        runner_up=other,
        cost=None if other == NOBODY else now - gained,
    )


def why_left_out(book: Book, crime: int, lacks: Lacks) -> LeftOut:
    """Why a crime of `book` is with nobody, every reason counted over the officers of the units it may go to.

    An officer with several reasons counts in each. Raises ValueError when somebody holds it.
    """
    problem = book.problem
    if book.holder[crime] != NOBODY:
        raise ValueError("a crime that somebody holds is not left out")
    kind, parts = int(problem.crime_kind[crime]), int(problem.parts[crime])
    near = problem.reach[problem.crime_unit[crime]][problem.officer_unit]
    may = problem.eligible[kind][problem.officer_skill]
    barred = np.zeros(len(problem.officers), bool)
    barred[sorted(problem.barred.get(crime, ()))] = True
    room = book.added(np.arange(len(problem.officers)), parts) < DEAR
    counted: Counter[str] = Counter()
    of_skill = np.bincount(problem.officer_skill[near], minlength=len(problem.skills))
    for skill in np.flatnonzero(of_skill).tolist():
        if not problem.eligible[kind, skill]:
            for lack in lacks(kind, skill):
                counted[lack] += int(of_skill[skill])
    counted[CONFLICT] += int((near & barred).sum())
    counted[AT_CAP] += int((near & may & ~room).sum())
    reasons = tuple(
        sorted(((why, many) for why, many in counted.items() if many), key=lambda one: (-one[1], one[0]))
    )
    changes = [
        *_cap(book, crime, near & may & ~barred & ~room),
        *_one(Mend.MOVE, book, ~near & may & ~barred & room),
    ]
    for lack, whom in _single_lacks(problem, kind, lacks).items():
        changes += _one(Mend.LACK, book, near & whom & ~barred & room, lack)
    if (near & may & ~barred & room).any():
        changes.append(Change(Mend.WORTH, NOBODY, 0))
    return LeftOut(crime, reasons, tuple(changes))


def _cap(book: Book, crime: int, full: np.ndarray) -> list[Change]:
    """The cap that need rise the least, in whole pieces."""
    problem, officers = book.problem, np.flatnonzero(full)
    if not len(officers):
        return []
    would = problem.load[officers] + book.taken[officers] * problem.unit + problem.weight[crime]
    over = -(-(would - problem.cap[officers]) // PIECE)
    at = int(over.argmin())
    return [Change(Mend.CAP, int(officers[at]), int((over == over[at]).sum()) - 1, float(over[at]))]


def _one(mend: Mend, book: Book, whom: np.ndarray, lack: str = "") -> list[Change]:
    """The least loaded of those for whom a change would do."""
    officers = np.flatnonzero(whom)
    if not len(officers):
        return []
    problem = book.problem
    load = (problem.load[officers] + book.taken[officers] * problem.unit) / np.maximum(
        problem.cap[officers], 1
    )
    return [Change(mend, int(officers[int(load.argmin())]), len(officers) - 1, lack=lack)]


def _single_lacks(problem: Problem, kind: int, lacks: Lacks) -> dict[str, np.ndarray]:
    """Officers who lack one thing alone, by what it is."""
    found: dict[str, np.ndarray] = {}
    for skill in range(len(problem.skills)):
        if not problem.eligible[kind, skill] and len(several := lacks(kind, skill)) == 1:
            whom = found.setdefault(several[0], np.zeros(len(problem.officers), bool))
            whom |= problem.officer_skill == skill
    return dict(sorted(found.items()))
