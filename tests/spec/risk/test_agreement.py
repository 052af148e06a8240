"""Two officers who rate the same cases: Cohen's kappa, its interval, and the draw of a share."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.risk.rules.agreement import agreement
from watchkeeper.risk.rules.sampling import draw_second_ratings

ON = date(2026, 3, 20)
BANDS = st.sampled_from(["low", "medium", "high"])


def pairs(both_yes: int, yes_no: int, no_yes: int, both_no: int) -> list[tuple[str, str]]:
    counts = {("y", "y"): both_yes, ("y", "n"): yes_no, ("n", "y"): no_yes, ("n", "n"): both_no}
    return [pair for pair, count in counts.items() for _ in range(count)]


@table("""
    case                                | counts        | kappa
    ------------------------------------|---------------|--------
    70 in 100 alike, half by chance     | 20 5 10 15    | 0.4000
    60 in 100 alike, margins uneven     | 45 15 25 15   | 0.1304
    60 in 100 alike, margins crossed    | 25 35 5 35    | 0.2593
    all alike                           | 5 0 0 5       | 1.0000
    as often as by chance               | 25 25 25 25   | 0.0000
    never alike                         | 0 5 5 0       | -1.0000
    """)
def test_kappa_worked_by_hand(counts, kappa):
    """The first: seen .7; chance .5 x .6 + .5 x .4 = .5; (.7 - .5) / (1 - .5) = .4."""
    found = agreement(pairs(*map(int, counts.split())), confidence=0.95)
    assert found.kappa == pytest.approx(float(kappa), abs=5e-5)


def test_the_interval_worked_by_hand():
    """20, 5, 10, 15 of 50. Shares .4 .1 .2 .3; seen .7, chance .5; margins .5 .5 and .6 .4.

    Alike: .4 x (.5 - 1.1 x .3)^2 + .3 x (.5 - .9 x .3)^2 = .01156 + .01587 = .02743.
    Unlike: .3^2 x (.1 x (.6 + .5)^2 + .2 x (.4 + .5)^2) = .09 x .283 = .02547.
    Less (.35 - 1 + .7)^2 = .0025. Sum .0504; over 50 x .5^4 = 3.125: .016128, root .126996.
    """
    found = agreement(pairs(20, 5, 10, 15), confidence=0.95)
    assert found.least == pytest.approx(0.4 - 1.959964 * 0.126996, abs=1e-5)
    assert found.most == pytest.approx(0.4 + 1.959964 * 0.126996, abs=1e-5)
    assert (found.pairs, found.alike, found.share) == (50, 35, 0.7)


def test_where_kappa_has_no_value():
    assert agreement([], confidence=0.95).kappa is None
    assert agreement([], confidence=0.95).share is None
    one = agreement([("low", "low")] * 9, confidence=0.95)
    assert (one.kappa, one.share) == (None, 1.0)


@pytest.mark.parametrize("confidence", [0, 1, -0.1, 1.1])
def test_a_confidence_is_between_0_and_1(confidence: float):
    with pytest.raises(ValueError, match="between 0 and 1"):
        agreement([("a", "a")], confidence=confidence)


@settings(max_examples=50)
@given(st.lists(st.tuples(BANDS, BANDS), min_size=1, max_size=30))
def test_kappa_is_the_same_whoever_is_called_first_and_in_any_order(rated: list[tuple[str, str]]):
    found = agreement(rated, confidence=0.95)
    turned = agreement([(two, one) for one, two in reversed(rated)], confidence=0.95)
    if found.kappa is None:
        assert turned.kappa is None
        return
    assert found.least is not None
    assert found.most is not None
    assert -1 <= found.least <= found.kappa + 1e-12
    assert found.kappa - 1e-12 <= found.most <= 1
    assert (turned.kappa, turned.least, turned.most) == pytest.approx((found.kappa, found.least, found.most))
    assert found.kappa <= (found.share or 0) + 1e-12


def test_a_share_is_drawn_by_the_seed_and_by_nothing_else():
    refs = [f"G{number}" for number in range(41)]
    drawn = draw_second_ratings(refs, 0.1, seed="s", on=ON)
    assert len(drawn) == 5
    assert drawn == draw_second_ratings([*reversed(refs), "G1"], 0.1, seed="s", on=ON)
    assert drawn != draw_second_ratings(refs, 0.1, seed="t", on=ON)
    assert draw_second_ratings(["G1"], 0.1, seed="s", on=ON) == ("G1",)
    assert draw_second_ratings(refs, 0, seed="s", on=ON) == ()
    with pytest.raises(ValueError, match="from 0 to 1"):
        draw_second_ratings(refs, 1.1, seed="s", on=ON)
    with pytest.raises(ValueError, match="seed"):
        draw_second_ratings(refs, 0.1, seed="", on=ON)
