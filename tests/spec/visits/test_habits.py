"""The chance of finding somebody in: the two twins agree, and more evidence says more."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from watchkeeper.law import shelf
from watchkeeper.visits.fitting import fit
from watchkeeper.visits.rules.habits import Habits, chance_of, chances, kind_chances
from watchkeeper.visits.rules.week import CELLS, PARTS, Part, part_of

LAW = shelf.load()
ON = date(2026, 11, 27)
KINDS = Habits(
    np.array(
        [[0.6, 0.15, 0.7, 0.7, 0.5, 0.55], [0.7, 0.6, 0.65, 0.7, 0.6, 0.6], [0.3, 0.3, 0.4, 0.3, 0.3, 0.4]]
    ),
    np.array([0.5, 0.3, 0.2]),
    12.0,
)
PLAIN = Habits(np.full((1, 6), 0.5), np.ones(1), 2.0)


def one(cell: int, times_in: float, times: float):
    seen, tried = np.zeros((1, 6)), np.zeros((1, 6))
    seen[0, cell], tried[0, cell] = times_in, times
    return seen, tried


def test_on_fingers_one_kind_is_laplace_s_rule():
    """With one kind at even odds and two pseudo-attempts, in on 2 of 3 is (2 + 1) / (3 + 2)."""
    got = chances(*one(2, 2, 3), PLAIN)
    assert got.mean[0].tolist() == pytest.approx([0.5, 0.5, 0.6, 0.5, 0.5, 0.5])
    assert got.spread[0, 2] == pytest.approx((0.6 * 0.4 / 6) ** 0.5)


def test_on_fingers_one_attempt_tells_the_kinds_apart():
    """In on one weekday in the day: the kinds weigh 0.5 x 0.15, 0.3 x 0.6 and 0.2 x 0.3, of 0.315."""
    share = np.array([0.075, 0.18, 0.06]) / 0.315
    got = kind_chances(*one(1, 1, 1), KINDS)
    assert got[0].tolist() == pytest.approx((share @ KINDS.classes).tolist())


record = st.lists(
    st.tuples(st.floats(0, 30), st.floats(0, 1)).map(lambda pair: (pair[0] * pair[1], pair[0])),
    min_size=6,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(record)
def test_the_twins_agree(cells):
    seen, tried = ([pair[at] for pair in cells] for at in (0, 1))
    fast = chances(np.array([seen]), np.array([tried]), KINDS)
    for cell, (mean, spread) in enumerate(chance_of(seen, tried, KINDS)):
        assert fast.mean[0, cell] == pytest.approx(mean, abs=1e-9)
        assert fast.spread[0, cell] == pytest.approx(spread, abs=1e-7)
        assert 0 < mean < 1


@settings(max_examples=60, deadline=None)
@given(record, st.integers(0, 5))
def test_being_found_in_once_more_never_makes_that_hour_less_likely(cells, cell):
    seen, tried = (np.array([[pair[at] for pair in cells]]) for at in (0, 1))
    more = np.zeros((1, 6))
    more[0, cell] = 1
    before = chances(seen, tried, KINDS).mean[0, cell]
    assert chances(seen + more, tried + more, KINDS).mean[0, cell] >= before - 1e-12
    assert chances(seen, tried + more, KINDS).mean[0, cell] <= before + 1e-12


def test_uncertainty_falls_as_attempts_are_added():
    spreads = [chances(*one(2, many / 2, many), KINDS).spread[0, 2] for many in (0, 4, 16, 64, 256)]
    assert spreads == sorted(spreads, reverse=True)


def test_the_parts_follow_one_another_without_a_gap():
    bounds = LAW["parts_of_day_minutes"].wholes(ON)
    assert list(bounds) == sorted(set(bounds))
    assert len(bounds) == len(PARTS) + 1
    assert {part_of(minute, LAW, on=ON) for minute in range(bounds[0], bounds[-1])} == set(Part)
    assert part_of(bounds[0] - 1, LAW, on=ON) is None
    assert part_of(bounds[-1], LAW, on=ON) is None
    assert len(CELLS) == 2 * len(PARTS)


@pytest.fixture(scope="module")
def two_kinds():
    """Half are in by day and never in the evening; half the other way about."""
    draw = np.random.default_rng(7)
    truth = np.where(
        np.arange(600)[:, None] % 2, [0.1, 0.9, 0.1, 0.1, 0.9, 0.1], [0.9, 0.1, 0.9, 0.9, 0.1, 0.9]
    )
    tried = draw.integers(0, 4, truth.shape)
    return truth, draw.binomial(tried, truth).astype(float), tried.astype(float)


def test_it_finds_the_kinds_that_are_there(two_kinds):
    truth, seen, tried = two_kinds
    kinds = fit(seen, tried, seed=1, law=law_with(habit_classes=2, habit_concentration=50.0), on=ON)
    found = kinds.classes[np.argsort(kinds.classes[:, 0])]
    assert found == pytest.approx(truth[[1, 0]], abs=0.08)
    assert kinds.weights == pytest.approx([0.5, 0.5], abs=0.05)


def test_the_same_seed_gives_the_same_habits(two_kinds):
    _, seen, tried = two_kinds
    first, again = (fit(seen, tried, seed=4, law=LAW, on=ON) for _ in range(2))
    assert (first.classes == again.classes).all()
    assert (first.weights == again.weights).all()
    assert first.weights.sum() == pytest.approx(1)


def test_with_no_attempts_nothing_is_known():
    kinds = fit(np.zeros((3, 6)), np.zeros((3, 6)), seed=1, law=LAW, on=ON)
    assert chances(np.zeros((2, 6)), np.zeros((2, 6)), kinds).mean == pytest.approx(
        np.full((2, 6), 0.5), abs=0.1
    )


def test_a_record_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="oftener than tried"):
        fit(np.ones((1, 6)), np.zeros((1, 6)), seed=1, law=LAW, on=ON)
