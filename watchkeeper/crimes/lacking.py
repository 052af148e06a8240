"""Which accreditations a unit lacks for the work it has: what one more trained officer would be worth."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.capacity import Price, price_of
from watchkeeper.crimes.allocating.problem import Problem
from watchkeeper.crimes.composing import Composed, Skill, skill_of
from watchkeeper.crimes.proposing import Proposed
from watchkeeper.crimes.rules.worth import fit
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Course, Training


@dataclass(frozen=True, slots=True)
class Lack:
    """A course, and what it would be worth if one more officer of the unit had passed it.

    asking   crimes of the unit that ask for the course
    holders  officers of the unit who hold it in date
    officer  who would be trained: least loaded of those whom it would let hold more
    price    what the proposal would gain; nothing where nobody is kept from work by this course alone
    """

    course: Course
    asking: int
    holders: int
    officer: str
    price: Price


def lacking(proposed: Proposed, unit: str, law: Shelf, *, on: date) -> tuple[Lack, ...]:
    """Every course that the crimes of a unit ask for, the one most wanted first.

    Shadow prices, found by proposing again with one officer trained: what is gained is exact
    where both proposals are proved. By policy: a trainee's tutor, vetting and hours are as they are.
    """
    composed = proposed.composed
    crimes = [number for number, work in enumerate(composed.works) if work.unit == unit]
    staff = [number for number, one in enumerate(composed.fitness) if one.officer.unit == unit]
    found = []
    for course in Course:
        asking = sum(any(course in need for need in composed.works[crime].needs) for crime in crimes)
        if asking:
            holders = sum(course in composed.skills[composed.problem.officer_skill[who]][0] for who in staff)
            officer, price = _priced(proposed, course, staff, law, on)
            found.append(Lack(course, asking, holders, officer, price))
    return tuple(sorted(found, key=lambda one: (-one.price.first_parts, -one.price.points, one.course)))


def _priced(proposed: Proposed, course: Course, staff: list[int], law: Shelf, on: date) -> tuple[str, Price]:
    composed = proposed.composed
    for officer in _least_loaded(proposed, staff):
        one = composed.fitness[officer]
        training = (*one.officer.training, Training(course, on))
        trained = replace(one, officer=replace(one.officer, training=training))
        after = skill_of(trained, composed.rows, law, on=on)
        before = composed.skills[composed.problem.officer_skill[officer]]
        if any(was and not lacks for was, lacks in zip(before[1], after[1], strict=True)):
            wider = _with(composed, after, law, on)
            return one.officer.ref, price_of(wider, proposed.proposal, officer, len(wider.skills) - 1)
    return "", Price(0, 0, 0)


def _least_loaded(proposed: Proposed, staff: list[int]) -> Iterator[int]:
    """Officers with room, the least loaded first."""
    problem = proposed.composed.problem
    book = Book(problem, proposed.proposal.holder)
    left = problem.room - book.taken
    yield from sorted(
        (who for who in staff if left[who] > 0), key=lambda who: (-int(left[who]), problem.officers[who])
    )


def _with(composed: Composed, skill: Skill, law: Shelf, on: date) -> Problem:
    """The problem with one more skill, which nobody has yet."""
    problem = composed.problem
    may = np.array([[not each] for each in skill[1]], bool)
    suits = np.array([[fit(skill[0], row, law, on=on)] for row in composed.rows], np.int64)
    return replace(
        problem,
        skills=(*problem.skills, "one more trained"),
        eligible=np.concatenate([problem.eligible, may], axis=1),
        fit=np.concatenate([problem.fit, suits], axis=1),
    )
