"""Why this officer, why nobody, what would change it, and what one more trained would be worth."""

import numpy as np
import pytest

from tests.unit.crimes.tiny_problems import problem
from tools.invented_crimes import force
from watchkeeper.crimes.allocating.book import Book
from watchkeeper.crimes.allocating.capacity import price_of
from watchkeeper.crimes.allocating.checking import assess
from watchkeeper.crimes.allocating.explaining import (
    AT_CAP,
    CONFLICT,
    Change,
    Mend,
    why_chosen,
    why_left_out,
)
from watchkeeper.crimes.allocating.problem import NOBODY
from watchkeeper.crimes.allocating.solving import allocate


def lacks(kind: int, skill: int) -> tuple[str, ...]:
    return ("lacks the course",) if (kind, skill) == (1, 0) else ()


def test_the_runner_up_costs_what_giving_it_to_them_would_lose() -> None:
    asked = force(300, 80, 2)
    found = allocate(asked, seed=1)
    book = Book(asked, found.holder)
    each = [why_chosen(book, crime) for crime in np.flatnonzero(found.holder != NOBODY)[::17].tolist()]
    assert any(chosen.runner_up != NOBODY for chosen in each)
    for chosen in each:
        if chosen.cost is None:
            assert chosen.runner_up == NOBODY
            continue
        assert chosen.cost >= 0  # the proposal is proved: nobody else alone is better
        other = found.holder.copy()
        other[chosen.crime] = chosen.runner_up
        assert assess(asked, other).terms.total == found.assessed.terms.total - chosen.cost


def test_each_reason_is_counted_over_officers_and_each_change_would_do() -> None:
    """P1 and P3 lack the course, P2 is full: a cap up by one, or one of two trained."""
    asked = problem(load=[0, 1000, 0])
    book = Book(asked, np.array([NOBODY] * 3, np.int64))
    found = why_left_out(book, 2, lacks)
    assert found.reasons == (("lacks the course", 2), (AT_CAP, 1))
    assert found.changes == (Change(Mend.CAP, 1, 0, 1.0), Change(Mend.LACK, 0, 1, lack="lacks the course"))


def test_another_units_officer_is_a_change_and_a_conflict_a_reason() -> None:
    asked = problem(reach=[[True, False], [False, True]], officer_unit=[0, 1, 1], conflicts=[[0, 0]])
    book = Book(asked)
    assert why_left_out(book, 2, lacks).changes == (
        Change(Mend.MOVE, 1, 0),
        Change(Mend.LACK, 0, 0, lack="lacks the course"),
    )
    left = why_left_out(book, 0, lacks)
    assert left.reasons == ((CONFLICT, 1),)
    assert [change.mend for change in left.changes] == [Mend.MOVE]


def test_only_what_is_so_can_be_explained() -> None:
    book = Book(problem(), np.array([0, 0, NOBODY], np.int64))
    with pytest.raises(ValueError, match="nobody who was chosen"):
        why_chosen(book, 2)
    with pytest.raises(ValueError, match="not left out"):
        why_left_out(book, 0, lacks)


def test_one_more_trained_is_worth_what_proposing_again_gains() -> None:
    """Nobody is trained: P1 trained takes the child's crime, 100 + 900 - 30 as their third piece at the dearest."""
    asked = problem(officer_skill=[0, 0, 0])
    found = allocate(asked, seed=1)
    price = price_of(asked, found, 0, 1)
    assert (price.placed, price.first_parts) == (1, 1)
    assert (
        price.points
        == allocate(problem(officer_skill=[1, 0, 0]), seed=1).assessed.terms.total
        - found.assessed.terms.total
    )
    assert price.points > 0
