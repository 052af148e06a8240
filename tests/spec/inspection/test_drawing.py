"""Which cases a dip sample draws: how many of each unit and kind, and the same for whoever draws again."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.rules.drawing import draw, second_looks, share_out, strata_of
from watchkeeper.inspection.sampled import InFrame, Stratum
from watchkeeper.law import shelf

LAW = shelf.load()
ON = date(2026, 3, 20)
FLOOR = LAW["sample_floor"].whole(ON)


def held(text):
    """`80, 15` is a stratum A of 80 and a stratum B of 15."""
    return {chr(ord("A") + at): int(many) for at, many in enumerate(text.split(", "))}


@table("""
    case                                          | holding     | size | floor | drawn
    ----------------------------------------------|-------------|------|-------|---------
    in proportion, where floors do not bind       | 60, 30, 10  | 10   | 0     | 6, 3, 1
    the small one gets the floor                  | 80, 15, 1   | 10   | 2     | 7, 2, 1
    never more than there are                     | 80, 15, 1   | 200  | 2     | 80, 15, 1
    all there are, exactly                        | 80, 15, 1   | 96   | 2     | 80, 15, 1
    one fewer: of the largest                     | 80, 15, 1   | 95   | 2     | 79, 15, 1
    floors alone are more than was asked          | 9, 9, 9     | 4    | 2     | 2, 2, 2
    floors alone are exactly what was asked       | 9, 9, 9     | 6    | 2     | 2, 2, 2
    one more goes to the first of equals          | 9, 9, 9     | 7    | 2     | 3, 2, 2
    one stratum gets everything                   | 500         | 40   | 2     | 40
    """)
def test_how_many_of_each(holding, size, floor, drawn):
    shared = share_out(held(holding), int(size), floor=int(floor))
    assert list(shared.values()) == [int(many) for many in drawn.split(", ")]


def frame(*strata):
    """`("NW", "high", 3)` is three cases of that unit and kind."""
    return [
        InFrame(f"{unit}-{kind}-{at}", Stratum(unit, kind))
        for unit, kind, many in strata
        for at in range(many)
    ]


FORCE = frame(("NW", "high", 5), ("NW", "low", 60), ("SE", "high", 1), ("SE", "low", 30))


def test_what_is_drawn_is_told_by_stratum_and_in_all():
    drawing = draw(FORCE, 20, LAW, seed="s", on=ON)
    assert [(str(each.stratum.unit), each.stratum.kind, each.of, each.drawn) for each in drawing.strata] == [
        ("NW", "high", 5, 2),
        ("NW", "low", 60, 11),
        ("SE", "high", 1, 1),
        ("SE", "low", 30, 6),
    ]
    assert (drawing.of, len(drawing.cases)) == (96, 20)
    assert sum(each.second for each in drawing.cases) == 4


@table("""
    case                                | cases | second
    ------------------------------------|-------|-------
    a fifth, rounded up: of one         | 1     | 1
    of five                             | 5     | 1
    of six                              | 6     | 2
    of ten                              | 10    | 2
    """)
def test_how_many_are_looked_at_twice(cases, second):
    drawing = draw(frame(("NW", "high", 50)), int(cases), LAW, seed="s", on=ON)
    assert sum(each.second for each in drawing.cases) == int(second)


def test_no_seed_changes_how_many_are_taken_of_each_unit_and_kind():
    told = strata_of((each.stratum for each in FORCE), 20, LAW, on=ON)
    assert {draw(FORCE, 20, LAW, seed=seed, on=ON).strata for seed in "abc"} == {told}
    assert second_looks(sum(each.drawn for each in told), LAW, on=ON) == 4


def test_the_same_seed_draws_the_same_whatever_the_order_and_another_does_not():
    first = draw(FORCE, 20, LAW, seed="s", on=ON)
    assert first == draw([*reversed(FORCE), *FORCE], 20, LAW, seed="s", on=ON)
    assert first.cases != draw(FORCE, 20, LAW, seed="t", on=ON).cases
    assert first.digest == draw(FORCE, 20, LAW, seed="t", on=ON).digest
    assert first.digest != draw(FORCE[1:], 20, LAW, seed="s", on=ON).digest


@pytest.mark.parametrize(("seed", "size"), [("", 20), ("s", 0)])
def test_no_draw_without_a_seed_or_a_case(seed, size):
    with pytest.raises(ValueError, match=r"seed|at least one"):
        draw(FORCE, size, LAW, seed=seed, on=ON)


@settings(max_examples=50)
@given(
    st.dictionaries(st.text("abc", min_size=1), st.integers(1, 60), min_size=1, max_size=8),
    st.integers(1, 120),
    st.integers(0, 4),
)
def test_shares_hold_to_their_bounds_and_grow_with_the_sample(holding, size, floor):
    given_to = share_out(holding, size, floor=floor)
    least = sum(min(many, floor) for many in holding.values())
    assert all(min(many, floor) <= given_to[key] <= many for key, many in holding.items())
    assert sum(given_to.values()) == min(max(size, least), sum(holding.values()))
    more = share_out(holding, size + 1, floor=floor)
    assert all(more[key] >= given_to[key] for key in holding)


@settings(max_examples=50)
@given(st.permutations(FORCE), st.integers(1, 100), st.text(min_size=1))
def test_nobody_is_drawn_twice_and_order_changes_nothing(order, size, seed):
    drawing = draw(order, size, LAW, seed=seed, on=ON)
    refs = [each.ref for each in drawing.cases]
    assert len(refs) == len(set(refs)) == sum(each.drawn for each in drawing.strata)
    assert drawing == draw(FORCE, size, LAW, seed=seed, on=ON)
