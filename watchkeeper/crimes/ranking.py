"""One crime: who of those who may hold it suits it best, who is next, and what would place it with nobody."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from watchkeeper.crimes.allocating.book import DEAR, Book
from watchkeeper.crimes.composing import Composed, compose
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.holders import Candidate, Near
from watchkeeper.crimes.proposing import Waiting, suiting, waiting_of
from watchkeeper.crimes.rules.vulnerability import victims
from watchkeeper.law.shelf import Shelf

LEAVE = "may hold it by an override alone"


@dataclass(frozen=True, slots=True)
class Suited:
    """Somebody who may hold the crime, why they stand where they do, and points less than the first."""

    candidate: Candidate
    because: str
    behind: int | None


@dataclass(frozen=True, slots=True)
class Suiting:
    """Who may hold a crime, the best first, and who may not; `waiting` where it can be given to nobody.

    `worth` says what the crime is worth, and why. A person decides: nothing here gives it to anybody.
    """

    may: tuple[Suited, ...]
    lacking: tuple[Candidate, ...]
    waiting: Waiting | None
    worth: tuple[str, ...]

    @property
    def many(self) -> int:
        """How many were asked about."""
        return len(self.may) + len(self.lacking)


def ranked(case: Case, near: Near, law: Shelf, *, on: date, held_by: str = "") -> Suiting:
    """The order a proposal would take them in, with everybody else's work as it is.

    By the same points as the proposal of a unit; whoever is level, by the less they would hold. Only
    whom the rule allows is ranked, `held_by` apart, who holds it already; who may by an override alone
    comes last, for a proposal gives them nothing.
    """
    asked = [each for each in near.candidates if each.officer.ref != held_by]
    whose: dict[str, set[str]] = defaultdict(set)
    for officer, theirs in near.hand.items():
        for party in (party for each in theirs if each.crime.ref != case.crime.ref for party in each.parties):
            if party.person:
                whose[party.person].add(officer)
    composed = compose(
        (case,),
        [near.known[each.officer.ref] for each in asked],
        law,
        on=on,
        vulnerable=lambda one: any(each.found for each in victims(one, law, on=on)),
        conflicted={case.crime.ref: near.asked.conflicted},
        held={person: frozenset(officers) for person, officers in whose.items()},
        units=near.units,
    )
    problem, book = composed.problem, Book(composed.problem)
    at = {ref: number for number, ref in enumerate(problem.officers)}
    load = book.added(np.arange(len(problem.officers)), int(problem.parts[0]))
    open_to = problem.eligible[problem.crime_kind[0], problem.officer_skill] & (load < DEAR)
    points = {ref: problem.points(0, one) - int(load[one]) for ref, one in at.items() if open_to[one]}
    may = sorted(
        (each for each in asked if each.told.allowed),
        key=lambda each: (
            each.officer.ref not in points,
            -points.get(each.officer.ref, 0),
            each.after,
            each.officer.ref,
        ),
    )
    first = points.get(may[0].officer.ref) if may else None

    def placed(each: Candidate) -> Suited:
        own = points.get(each.officer.ref)
        if own is None or first is None:
            return Suited(each, f"{LEAVE}; would hold {each.after:g} weighted of {each.most:g}", None)
        return Suited(each, suiting(composed, 0, at[each.officer.ref], holds=each.after), first - own)

    return Suiting(
        tuple(map(placed, may)),
        tuple(each for each in asked if not each.told.allowed),
        None if may else _waiting(composed, [at[ref] for ref in points]),
        composed.worths[0].because,
    )


def _waiting(composed: Composed, refused: list[int]) -> Waiting:
    """Why nobody may take it; whom the rule `refused` for what the tables do not hold is barred in them."""
    barred = np.array([(0, one) for one in refused], np.int64).reshape(-1, 2)
    problem = composed.problem
    problem = replace(problem, conflicts=np.unique(np.concatenate([problem.conflicts, barred]), axis=0))
    composed = replace(composed, problem=problem)
    return waiting_of(composed, Book(problem), 0)
