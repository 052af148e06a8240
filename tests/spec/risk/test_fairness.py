"""A study of an instrument, by tables worked by hand: calibration, discrimination, drift, burden, small numbers."""

from datetime import date
from itertools import pairwise
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.risk.measures.burden import ALL, Falls, burden, kept_back
from watchkeeper.risk.measures.calibration import by_band, by_part, in_the_large
from watchkeeper.risk.measures.discrimination import area
from watchkeeper.risk.measures.drift import Drift, apart, edges, index, middle, months
from watchkeeper.risk.measures.facts import Followed, Limits
from watchkeeper.risk.measures.intervals import ranks, share
from watchkeeper.risk.measures.study import figures, limits, study

ON = date(2026, 11, 29)
LIMITS = Limits(fewest=10, confidence=0.95, parts=10, look=0.1, act=0.25, high=("high", "very high"))


@table("""
    case                      | counted | among | part   | least  | most
    --------------------------|--------|-------|--------|--------|-------
    none of ten               | 0       | 10    | 0.0    | 0.0    | 0.2775
    one of ten                | 1       | 10    | 0.1    | 0.0179 | 0.4042
    half                      | 5       | 10    | 0.5    | 0.2366 | 0.7634
    most                      | 8       | 10    | 0.8    | 0.4902 | 0.9433
    all                       | 10      | 10    | 1.0    | 0.7225 | 1.0
    few of many               | 50      | 1000  | 0.05   | 0.0381 | 0.0653
""")
def test_a_share_and_wilson_s_interval(counted: str, among: str, part: str, least: str, most: str) -> None:
    found = share(int(counted), int(among), 0.95)
    assert found is not None
    assert [f"{each:.4f}" for each in (found.value, found.least, found.most)] == [
        f"{float(each):.4f}" for each in (part, least, most)
    ]


def test_a_share_of_nobody_is_no_share() -> None:
    assert share(0, 0, 0.95) is None


@settings(max_examples=50)
@given(st.integers(0, 300), st.integers(1, 300))
def test_an_interval_holds_its_share_and_stays_from_0_to_1(counted: int, among: int) -> None:
    found = share(min(counted, among), among, 0.95)
    assert found is not None
    assert 0 <= found.least <= found.value <= found.most <= 1


def people(*scores: tuple[float, bool | None]) -> list[Followed]:
    return [Followed(score, score, reoffended=again) for score, again in scores]


@table("""
    case                      | offended           | others             | chance
    --------------------------|-------------------|--------------------|-------
    every one above           | 0.9 0.8            | 0.1 0.2            | 1.0
    every one below           | 0.1 0.2            | 0.9 0.8            | 0.0
    all alike                 | 0.5 0.5            | 0.5 0.5            | 0.5
    one pair the other way     | 0.9 0.4            | 0.5 0.1            | 0.75
    a tie of one pair         | 0.9 0.5            | 0.5 0.1            | 0.875
    ties among three          | 0.7 0.7 0.3        | 0.7 0.2            | 0.6667
""")
def test_the_chance_that_somebody_who_offended_scored_higher(offended: str, others: str, chance: str) -> None:
    """Pairs counted by hand, ties counting half."""
    rows = people(
        *((float(each), True) for each in offended.split()),
        *((float(each), False) for each in others.split()),
    )
    found = area(rows, 0.95)
    assert found is not None
    assert f"{found.value:.4f}" == f"{float(chance):.4f}"


def test_the_interval_of_the_area_by_delong_worked_by_hand() -> None:
    """Two and two: placements 1, 0.5 and 1, 0.5; each half of the variance is 0.125 / 2, their sum 0.125."""
    found = area(people((0.9, True), (0.4, True), (0.5, False), (0.1, False)), 0.95)
    assert found is not None
    assert (found.value, found.most) == (0.75, 1.0)
    assert found.least == pytest.approx(0.75 - 1.959964 * 0.125**0.5, abs=1e-6)


def test_nothing_is_told_apart_where_all_or_none_offended() -> None:
    assert area(people((0.2, True), (0.3, True)), 0.95) is None
    assert area(people((0.2, True), (0.3, False), (0.4, None)), 0.95) is None
    assert area([], 0.95) is None


SCORES = st.lists(st.tuples(st.integers(0, 20), st.booleans()), min_size=4, max_size=60)


@settings(max_examples=50)
@given(SCORES)
def test_the_area_is_that_of_all_pairs_and_turns_over_with_the_scores(drawn: list[tuple[int, bool]]) -> None:
    rows = people(*((score / 20, again) for score, again in drawn))
    found = area(rows, 0.95)
    again = [each.score for each in rows if each.reoffended]
    others = [each.score for each in rows if not each.reoffended]
    if min(len(again), len(others)) < 2:
        assert found is None
        return
    pairs = [(one > two) + (one == two) / 2 for one in again for two in others]
    assert found is not None
    assert found.value == pytest.approx(sum(pairs) / len(pairs))
    turned = area([Followed(-each.score, reoffended=each.reoffended) for each in rows], 0.95)
    assert turned is not None
    assert turned.value == pytest.approx(1 - found.value)


@settings(max_examples=50)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=40))
def test_ranks_share_the_middle_of_ties(values: list[int]) -> None:
    found = ranks(np.array(values, np.float64))
    for value, rank in zip(values, found, strict=True):
        below, same = sum(each < value for each in values), values.count(value)
        assert rank == below + (same + 1) / 2


def test_calibration_by_band_in_the_order_of_the_instrument() -> None:
    rows = [
        *(Followed(0.1, 0.1, "low", again) for again in (True, *[False] * 9)),
        *(Followed(0.5, 0.5, "high", again) for again in (*[True] * 6, *[False] * 4)),
        Followed(0.5, 0.5, "high", None),
        Followed(0.2, 0.2, "odd", False),
    ]
    found = by_band(rows, ("low", "medium", "high"), 0.95)
    assert [(each.of, each.people) for each in found] == [
        ("low", 10),
        ("medium", 0),
        ("high", 10),
        ("odd", 1),
    ]
    assert [each.observed.value for each in found if each.observed] == [0.1, 0.6, 0.0]
    assert [each.expected for each in found] == [pytest.approx(0.1), None, pytest.approx(0.5), 0.2]


def test_a_score_never_stands_in_two_parts() -> None:
    found = by_part(people(*((0.1, False),) * 6, *((0.9, True),) * 4), 10, 0.95)
    assert [(each.of, each.people) for each in found] == [("1 of 2", 6), ("2 of 2", 4)]
    assert [each.people for each in by_part(people(*((n / 100, False) for n in range(20))), 10, 0.95)] == [
        2
    ] * 10


@settings(max_examples=50)
@given(SCORES, st.integers(1, 10))
def test_parts_hold_everybody_once_in_order_of_score(drawn: list[tuple[int, bool]], parts: int) -> None:
    rows = people(*((score / 20, again) for score, again in drawn))
    found = by_part(rows, parts, 0.95)
    assert sum(each.people for each in found) == len(rows)
    assert len(found) <= parts
    means = [each.expected for each in found if each.expected is not None]
    assert all(one < two for one, two in pairwise(means))


def test_an_instrument_that_is_right_has_intercept_0_and_slope_1() -> None:
    rows = [
        *(Followed(0.2, 0.2, reoffended=n < 20) for n in range(100)),
        *(Followed(0.5, 0.5, reoffended=n < 50) for n in range(100)),
        *(Followed(0.8, 0.8, reoffended=n < 80) for n in range(100)),
    ]
    found = in_the_large(rows, 0.95)
    assert found is not None
    assert (found.expected, found.observed, found.ratio) == (pytest.approx(150), 150, pytest.approx(1))
    assert found.intercept is not None
    assert found.slope is not None
    assert found.intercept.value == pytest.approx(0, abs=1e-9)
    assert found.slope.value == pytest.approx(1)
    assert found.slope.least < 1 < found.slope.most


def test_an_instrument_that_spreads_people_too_far_has_a_slope_below_1() -> None:
    """Expected odds 1:4 and 4:1, observed 3:7 and 7:3: the slope is ln(7/3) / ln(4), by hand 0.6112."""
    rows = [
        *(Followed(0.2, 0.2, reoffended=n < 30) for n in range(100)),
        *(Followed(0.8, 0.8, reoffended=n < 70) for n in range(100)),
    ]
    found = in_the_large(rows, 0.95)
    assert found is not None
    assert found.slope is not None
    assert found.slope.value == pytest.approx(log(7 / 3) / log(4))


def test_lines_that_cannot_be_fitted_are_not_told() -> None:
    everybody = in_the_large(people((0.2, True), (0.3, True)), 0.95)
    assert everybody is not None
    assert (everybody.intercept, everybody.slope) == (None, None)
    alike = in_the_large(people(*((0.3, n % 2 == 0) for n in range(10))), 0.95)
    assert alike is not None
    assert alike.slope is None, "all expected alike: there is no line"
    assert in_the_large([Followed(3.0, None, reoffended=True)], 0.95) is None


def test_the_index_worked_by_hand() -> None:
    """Ten and ten in two parts against five and fifteen, half a person put into each of the four."""
    earlier = np.array([0.0] * 10 + [1.0] * 10)
    later = np.array([0.0] * 5 + [1.0] * 15)
    one, two = (10.5 / 21, 10.5 / 21), (5.5 / 21, 15.5 / 21)
    said = sum((b - a) * log(b / a) for a, b in zip(one, two, strict=True))
    assert index(earlier, later, 2) == pytest.approx(said)


@settings(max_examples=50)
@given(
    st.lists(st.floats(0, 1), min_size=1, max_size=50),
    st.lists(st.floats(0, 1), min_size=1, max_size=50),
    st.integers(2, 12),
)
def test_the_index_is_nought_for_the_same_and_never_less(
    one: list[float], two: list[float], parts: int
) -> None:
    earlier, later = np.array(one), np.array(two)
    assert index(earlier, earlier, parts) == pytest.approx(0)
    assert index(earlier, later, parts) >= 0
    assert len(edges(earlier, parts)) < parts


def dated(*said: tuple[str, float]) -> list[Followed]:
    return [
        Followed(score, score, "high" if score > 0.5 else "low", on=date.fromisoformat(on))
        for on, score in said
    ]


@table("""
    case                      | days                                        | begins
    --------------------------|--------------------------------------------|------------
    two months                | 2026-01-03 2026-01-20 2026-02-02 2026-02-28 | 2026-02-01
    most in the later         | 2026-01-03 2026-02-02 2026-02-03 2026-02-04 | 2026-02-01
    most in the earlier       | 2026-01-03 2026-01-04 2026-01-05 2026-02-04 | 2026-02-01
    one month alone           | 2026-01-03 2026-01-04                       |
    --------------------------||
""")
def test_the_month_at_which_a_later_period_begins(days: str, begins: str) -> None:
    found = middle(dated(*((each, 0.1) for each in days.split())))
    assert found == (date.fromisoformat(begins) if begins else None)


@pytest.mark.parametrize(
    ("later", "drift"), [(0.1, Drift.STEADY), (0.9, Drift.ACT)], ids=["the same", "all moved"]
)
def test_what_drift_asks_for(later: float, drift: Drift) -> None:
    rows = dated(
        *[("2026-01-05", score) for score in (0.1, 0.5)] * 20,
        *[("2026-03-05", later), ("2026-03-06", 0.5 if later < 0.5 else 0.9)] * 20,
    )
    found = apart(rows, date(2026, 3, 1), LIMITS)
    assert found is not None
    assert (found.drift, found.earlier, found.later) == (drift, 40, 40)
    assert [(each.month, each.people) for each in months(rows, date(2026, 3, 1), LIMITS)] == [
        ("2026-01", 40),
        ("2026-03", 40),
    ]
    assert apart(rows, date(2026, 6, 1), LIMITS) is None


@table("""
    case                      | counts                                    | withheld
    --------------------------|------------------------------------------|----------
    all enough                | a 20/20  b 30/30                          |
    at the number             | a 10/10  b 30/30                          |
    one below                 | a 9/20   b 30/30  c 40/40                 | a b
    not counted below         | a 20/9   b 30/30  c 40/40                 | a b
    nobody counted            | a 0/50   b 30/30  c 40/40                 | a b
    two hidden by a third     | a 3/50   b 4/50   c 40/40                 | a b c
    two that hide one another | a 5/50   b 6/50   c 40/40  d 50/50        | a b
    all, where there are two  | a 9/20   b 30/30                          | a b
    nobody in it              | a 0/0    b 30/30  c 40/40                 |
""")
def test_a_small_count_is_withheld_with_what_would_give_it_away(counts: str, withheld: str) -> None:
    """Counts of each group, in and not in."""
    words = counts.split()
    cells = {
        group: (int(pair.split("/")[0]), int(pair.split("/")[1]))
        for group, pair in zip(words[::2], words[1::2], strict=True)
    }
    assert sorted(kept_back(cells, 10)) == withheld.split()


CELLS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=8
)


@settings(max_examples=100)
@given(CELLS)
def test_what_is_withheld_cannot_be_worked_out_from_the_rest(cells: dict[str, tuple[int, int]]) -> None:
    """Whoever takes the figures shown from those of all is left with counts that are not few, or with all."""
    back = kept_back(cells, 10)
    there = {group for group, pair in cells.items() if sum(pair)}
    assert all(min(cells[group]) >= 10 for group in there - back)
    if back and there - back:
        assert len(back) > 1
        assert all(sum(cells[group][side] for group in back) >= 10 for side in (0, 1))


def group_of(name: str, **counts: int) -> list[Followed]:
    """`high_again`, `high_not`, `low_again` and `low_not` people of one group."""
    return [
        Followed(
            0.6 if said.startswith("high") else 0.2,
            0.3,
            said.split("_")[0],
            said.endswith("again"),
            groups={"sex": name},
        )
        for said, many in counts.items()
        for _ in range(many)
    ]


def test_burden_by_group_worked_by_hand() -> None:
    rows = [
        *group_of("women", high_again=10, high_not=20, low_again=10, low_not=60),
        *group_of("men", high_again=40, high_not=60, low_again=20, low_not=80),
    ]
    found = burden(rows, "sex", LIMITS)
    women, men = (next(each for each in found.groups if each.group == name) for name in ("women", "men"))
    assert _shares(women) == (100, 0.3, 0.25, 0.2)
    assert _shares(men) == (200, 0.5, 60 / 140, 0.3)
    assert _shares(found.together) == (300, 130 / 300, 80 / 220, 80 / 300)
    assert found.together.group == ALL
    assert women.withheld == ()


def _shares(falls: Falls) -> tuple[object, ...]:
    return (
        falls.people,
        *(each and each.value for each in (falls.placed_high, falls.wrongly_high, falls.offended)),
    )


def test_few_who_offended_are_told_by_no_other_figure() -> None:
    """Those who did not offend are counted under wrong placings: with them withheld, nobody subtracts."""
    rows = [
        *group_of("a", high_again=2, high_not=20, low_again=3, low_not=60),
        *group_of("b", high_again=40, high_not=60, low_again=20, low_not=80),
        *group_of("c", high_again=40, high_not=60, low_again=20, low_not=80),
    ]
    found = {each.group: each for each in burden(rows, "sex", LIMITS).groups}
    assert found["a"].people == 85
    assert found["a"].placed_high is not None
    assert (found["a"].offended, found["a"].wrongly_high) == (None, None)
    assert found["a"].withheld == ("offended", "placed high, did not offend")
    assert len(found["b"].withheld) + len(found["c"].withheld) >= 2, "one withheld alone is told by the rest"


@pytest.mark.parametrize(("high", "told"), [(9, False), (10, True), (11, True)])
def test_where_one_group_is_everybody_all_tells_nothing_it_withholds(high: int, told: bool) -> None:
    rows = group_of("men", high_again=high, low_again=37, low_not=40)
    found = burden(rows, "sex", LIMITS)
    (men,) = found.groups
    assert (men.placed_high is not None, found.together.placed_high is not None) == (told, told)
    assert men.withheld == found.together.withheld
    assert found.together.people == high + 77


def test_a_small_group_and_one_nobody_recorded() -> None:
    rows = [*group_of("few", high_not=3), *group_of("many", low_not=90), *group_of("", low_not=50)]
    found = {each.group: each for each in burden(rows, "sex", LIMITS).groups}
    assert list(found) == ["few", "many", "not recorded"]
    assert (found["few"].people, found["many"].people, found["not recorded"].people) == (None, 90, None)
    assert found["few"].expected is None


def test_a_study_says_every_figure_and_why_one_is_not_there() -> None:
    rows = [
        *group_of("few", high_not=3),
        *group_of("many", high_again=20, low_not=90, low_again=1, high_not=30),
    ]
    found = study(rows, ("low", "medium", "high"), LIMITS)
    said = list(figures(found))
    assert (found.people, found.outcomes, found.offended) == (144, 144, 21)
    assert {each.part for each in said} >= {
        "people", "calibration in the large", "calibration by band", "calibration by part", "discrimination", "burden by sex",
    }  # fmt: skip
    assert all(each.why for each in said if each.value is None)
    assert found.apart is None, "no day was recorded"


def test_the_numbers_of_policy_are_on_the_shelf() -> None:
    assert limits(shelf.load(), on=ON) == LIMITS
