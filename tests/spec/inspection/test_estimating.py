"""What a sample says of all it was drawn from, and the interval that chance leaves open."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.rules.estimating import enough as rests_on_enough
from watchkeeper.inspection.rules.estimating import estimate, weighted, wilson
from watchkeeper.inspection.sampled import Answer, Stratum, StratumSize
from watchkeeper.law import shelf

LAW = shelf.load()
ON = date(2026, 3, 20)
LETTERS = {"y": Answer.YES, "n": Answer.NO, "-": Answer.NOT_APPLICABLE, "?": Answer.CANNOT_TELL}


def read(text):
    """`100: yyn?, 20: yn` is a stratum of 100 of which four were drawn, and one of 20 of which two were."""
    strata, answers = [], []
    for at, part in enumerate(text.split(", ")):
        of, said = part.split(": ")
        stratum = Stratum("NW", str(at))
        strata.append(StratumSize(stratum, int(of), len(said)))
        answers.extend((stratum, LETTERS[letter]) for letter in said)
    return strata, answers


@table("""
    case                                             | sample                   | share | low  | high | answered
    -------------------------------------------------|--------------------------|-------|------|------|---------
    one stratum: Wilson of 8 in 10                   | 100: yyyyyyyynn          | 80.0  | 49.0 | 94.3 | 10
    one stratum, all yes: the interval is not empty  | 100: yyyyyyyyyy          | 100.0 | 72.2 | 100.0 | 10
    one stratum, none                                | 100: nnnnnnnnnn          | 0.0   | 0.0  | 27.8 | 10
    what cannot be told counts on neither side       | 100: yyyyyyyynn?-        | 80.0  | 49.0 | 94.3 | 10
    every case looked at: nothing left to chance     | 4: yyny, 2: ny           | 66.7  | 66.7 | 66.7 | 6
    weighted: 0.9 of 100 cases and 0.1 of 0          | 90: yyyyyyyyyy, 10: nn   | 90.0  | 62.6 | 98.0 | 12
    weighted: half of 90 and all of 10               | 90: yyyyynnnnn, 10: yy   | 55.0  | 29.6 | 78.1 | 12
    all yes in several strata: as so many answers    | 90: yyyyyyyyyy, 10: yy   | 100.0 | 75.8 | 100.0 | 12
    """)
def test_by_hand(sample, share, low, high, answered):
    found = estimate(*read(sample), LAW, on=ON)
    assert [f"{100 * each:.1f}" for each in (found.share, found.low, found.high)] == [share, low, high]
    assert found.answered == int(answered)


@table("""
    case                                     | sample              | enough
    -----------------------------------------|---------------------|-------
    one answer short of what policy asks     | 100: yyyyyyynn      | no
    as many as policy asks                   | 100: yyyyyyyynn     | yes
    one more                                 | 100: yyyyyyyyynn    | yes
    what cannot be told is no answer         | 100: yyyyyyynn?     | no
    few, and every case there is             | 4: yyny             | yes
    nothing at all                           | 100: --             | no
    """)
def test_what_is_too_few_to_say(sample, enough):
    assert rests_on_enough(estimate(*read(sample), LAW, on=ON), LAW, on=ON) is (enough == "yes")


def test_the_weighted_variance_by_hand():
    """Of 90: 10 drawn, 5 yes; p = 0.55, residuals 0.45 and -0.55, variance 10 x 0.25 / 9. Of 10: no spread.

    90 / 10 x 80 x 0.27778 / 100 squared is 0.02.
    """
    share, spread = weighted(*read("90: yyyyynnnnn, 10: yy"))
    assert share == pytest.approx(0.55)
    assert spread == pytest.approx(0.02)


def test_a_stratum_of_one_case_drawn_takes_the_spread_of_the_whole_sample():
    _, alone = weighted(*read("90: yyyyynnnnn, 10: y"))
    assert alone > 0.02
    assert weighted(*read("90: yyyyynnnnn, 1: y"))[1] == pytest.approx(90 / 10 * 80 * 2.5 / 9 / 91**2)


def test_where_nobody_said_yes_or_no_nothing_is_told():
    found = estimate(*read("90: ??--, 10: -?"), LAW, on=ON)
    assert (found.share, found.low, found.high, found.answered) == (None, None, None, 0)


SAMPLES = st.lists(
    st.tuples(st.integers(0, 50), st.lists(st.sampled_from([*LETTERS]), min_size=1, max_size=8)),
    min_size=1,
    max_size=5,
).map(lambda parts: ", ".join(f"{len(said) + more}: {''.join(said)}" for more, said in parts))


@settings(max_examples=50)
@given(SAMPLES)
def test_the_share_lies_in_its_interval_and_no_is_yes_turned_round(text):
    found = estimate(*read(text), LAW, on=ON)
    turned = estimate(*read(text.translate(str.maketrans("yn", "ny"))), LAW, on=ON)
    if found.share is None:
        assert turned.share is None
        return
    assert -1e-9 <= found.low <= found.share + 1e-9
    assert found.share - 1e-9 <= found.high <= 1 + 1e-9
    assert turned.share == pytest.approx(1 - found.share)
    assert turned.low == pytest.approx(1 - found.high, abs=1e-6)


@settings(max_examples=50)
@given(st.floats(0, 1), st.integers(1, 500))
def test_more_cases_never_widen_wilsons_interval(share, size):
    low, high = wilson(share, size, 1.96)
    closer_low, closer_high = wilson(share, size + 1, 1.96)
    assert closer_high - closer_low <= high - low + 1e-12
