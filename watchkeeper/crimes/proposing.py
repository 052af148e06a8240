"""Who takes which crime, proposed: each with its reason and runner-up, each left over with why and a way out.

Nothing is allocated here: an allocator decides. What is said of an officer is what whoever hands out
work may read; sealed grounds are "not available".
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.explaining import (
    AT_CAP,
    CONFLICT,
    Change,
    Chosen,
    Mend,
    why_chosen,
    why_left_out,
)
from watchkeeper.crimes.allocating.problem import NOBODY, PIECE
from watchkeeper.crimes.allocating.solving import Proposal, allocate
from watchkeeper.crimes.composing import IN_SHORT, LACKS, Composed
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.workforce.rules.eligibility import Ground, eligible

ASKED_AGAIN = 5
"""Times a proposal is made anew because the rule itself refused a pair of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A crime and the officer proposed, why, and who is next; `cost` in points, None when nobody is."""

    crime: str
    officer: str
    unit: str
    because: str
    runner_up: str
    cost: int | None
    worth: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A crime proposed to nobody: why, reasons counted over officers, and what would change it."""

    crime: str
    because: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Proposed:
    """What is proposed for a day, and how good it is: in words, `standing`.

    `again`: how often it was worked out anew, because what it rests on was recorded meanwhile.
    """

    composed: Composed
    proposal: Proposal
    lines: tuple[Line, ...]
    waiting: tuple[Waiting, ...]
    again: int = 0

    @property
    def standing(self) -> str:
        """Whether the proposal is the best there is, or by how much it may fall short."""
        if self.proposal.proved:
            return "the best there is, proved"
        gap = self.proposal.gap
        if gap is None:
            return "not proved the best: more of the crimes that go first might find an owner"
        return f"within {gap:.2%} of the best there can be"


def propose(composed: Composed, law: Shelf, *, on: date, seed: int, unit: str = "") -> Proposed:
    """Propose for every crime composed. The same whatever order they came in; `seed` settles equals.

    Every pair is asked of the rule of eligibility once more, with all the officer would then hold;
    a refusal bars the pair and the proposal is made anew. With `unit` only its crimes are explained.
    """
    proposal, composed = _lawful(composed, law, on, seed)
    book = Book(composed.problem, proposal.holder)
    lines, waiting = [], []
    for crime in sorted(range(len(composed.cases)), key=lambda one: composed.problem.crimes[one]):
        if unit and composed.works[crime].unit != unit:
            continue
        if proposal.holder[crime] == NOBODY:
            waiting.append(waiting_of(composed, book, crime))
        else:
            lines.append(_line(composed, book, why_chosen(book, crime)))
    return Proposed(composed, proposal, tuple(lines), tuple(waiting))


def _lawful(composed: Composed, law: Shelf, on: date, seed: int) -> tuple[Proposal, Composed]:
    proposal = allocate(composed.problem, seed=seed)
    for again in range(ASKED_AGAIN + 1):
        refused = list(_refused(composed, proposal, law, on))
        if not refused:
            break
        barred = np.concatenate([composed.problem.conflicts, np.array(refused, np.int64)])
        composed = replace(composed, problem=replace(composed.problem, conflicts=barred))
        if again == ASKED_AGAIN:
            raise RuntimeError(
                f"{len(refused)} pairs proposed are refused by the rule of eligibility again and again"
            )
        proposal = allocate(composed.problem, seed=seed)
    return proposal, composed


def _refused(composed: Composed, proposal: Proposal, law: Shelf, on: date) -> Iterator[tuple[int, int]]:
    """Pairs of a proposal that the rule itself refuses, all that the officer would hold counted.

    A unit is asked only of work that its unit may keep: work kept from it has its own ground.
    """
    given: Counter[int] = Counter()
    for crime, officer in enumerate(proposal.holder.tolist()):
        if officer != NOBODY:
            given[officer] += int(composed.problem.weight[crime])
    for crime, officer in enumerate(proposal.holder.tolist()):
        if officer != NOBODY:
            one, work = composed.fitness[officer], composed.works[crime]
            others = (given[officer] - int(composed.problem.weight[crime])) / PIECE
            if not eligible(replace(one, load=one.load + others), work, law, on=on).allowed:
                yield crime, officer


def waiting_of(composed: Composed, book: Book, crime: int) -> Waiting:
    """Why a crime is with nobody in `book`, in words, and what alone would place it, the smallest first."""
    found = why_left_out(book, crime, composed.lacks)
    changes = tuple(_changed(composed, each) for each in found.changes if _offered(each))
    return Waiting(composed.problem.crimes[crime], _why_not(found.reasons), changes)


def suiting(composed: Composed, crime: int, officer: int, *, holds: float) -> str:
    """How well an officer suits a crime, in words, who would then hold so much weighted work."""
    problem, unit = composed.problem, composed.fitness[officer].officer.unit
    suits = int(problem.fit[problem.crime_kind[crime], problem.officer_skill[officer]])
    said = [f"suits it {suits} per cent"]
    if problem.tied.get(crime, {}).get(officer, 0):
        said.append("holds a crime of the same victim or suspect")
    if problem.far[problem.crime_unit[crime], problem.officer_unit[officer]]:
        said.append(f"of another unit, {unit}")
    said.append(f"would hold {holds:g} weighted of {int(problem.cap[officer]) / PIECE:g}")
    return names(said)


def _line(composed: Composed, book: Book, chosen: Chosen) -> Line:
    problem, one = composed.problem, composed.fitness[chosen.officer]
    held = (int(problem.load[chosen.officer]) + int(book.taken[chosen.officer]) * problem.unit) / PIECE
    who = problem.officers[chosen.runner_up] if chosen.runner_up != NOBODY else ""
    after = f"; next is {who}, {chosen.cost} points less" if who else "; nobody else may hold it and has room"
    return Line(
        problem.crimes[chosen.crime],
        problem.officers[chosen.officer],
        one.officer.unit,
        suiting(composed, chosen.crime, chosen.officer, holds=held) + after,
        who,
        chosen.cost,
        composed.worths[chosen.crime].because,
    )


def _why_not(reasons: tuple[tuple[str, int], ...]) -> str:
    """Reasons counted over officers, in words; one officer may count in several."""
    if not reasons:
        return "no officer of a unit it may go to"
    return ", ".join(_counted(why, many) for why, many in reasons)


def _counted(why: str, many: int) -> str:
    if why.startswith(LACKS):
        return f"{many} {'lacks' if many == 1 else 'lack'} {why.removeprefix(LACKS)}"
    if why == CONFLICT:
        return f"{many} with a conflict of interest"
    if why == AT_CAP:
        return f"{many} at {'their cap' if many == 1 else 'their caps'}"
    return f"{many} {why}"


def _offered(change: Change) -> bool:
    """Whether an allocator is told of a change: nobody mends what is sealed, a rank or a roster."""
    lack = change.lack
    return change.mend is not Mend.LACK or lack.startswith(LACKS) or lack == IN_SHORT[Ground.AWAY]


def _changed(composed: Composed, change: Change) -> str:
    if change.mend is Mend.WORTH:
        return "nothing of these: somebody may hold it, at more points of load than it is worth"
    one = composed.fitness[change.officer]
    who = f"{one.officer.ref} of {one.officer.unit}"
    others = (
        f", or {change.others} others" if change.others > 1 else ", or one other" if change.others else ""
    )
    if change.mend is Mend.CAP:
        return f"raise the cap of {who} by {change.pieces:g}{others}"
    if change.mend is Mend.MOVE:
        return f"move {who} to it from their unit{others}"
    if change.lack.startswith(LACKS):
        return f"train {who} in {change.lack.removeprefix(LACKS)}{others}"
    return f"end the absence of {who}{others}"
