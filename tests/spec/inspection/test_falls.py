"""A signal that falls below a unit's own past is a fault until somebody shows that it is not."""

from datetime import date
from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.spec.registers.subjects import law_with
from tests.table import table
from watchkeeper.inspection.facts import Reading, Signal, Weekly
from watchkeeper.inspection.rules.falling import falls, judge
from watchkeeper.law import shelf

LAW = shelf.load()
ON = date(2026, 3, 20)


def weekly(*counts):
    return Weekly(Signal.VISITS, "NW", counts)


def read(*counts):
    return judge(weekly(*counts), LAW, on=ON)


@table("""
    case                                            | past             | last | reading
    ------------------------------------------------|------------------|------|-----------------
    25 a week: the floor is 25 - 3 x 5, which is in | 25 x 12          | 10   | steady
    one below the floor                             | 25 x 12          | 9    | fell
    one above the floor                             | 25 x 12          | 11   | steady
    nothing at all                                  | 25 x 12          | 0    | fell
    a rise is no alarm                              | 25 x 12          | 90   | steady
    the least past there must be                    | 25 x 8           | 9    | fell
    one week less than the least past               | 25 x 7           | 9    | cannot be judged
    no past at all                                  |                  | 0    | cannot be judged
    nothing ever: nothing to fall from              | 0 x 26           | 0    | cannot be judged
    an uneven past widens the limits                | 5 x 6, 45 x 6    | 3    | cannot be judged
    three silent weeks teach nothing                | 36 x 20, 0 x 3   | 0    | fell
    only the newest 26 weeks are the past           | 90 x 30, 16 x 26 | 5    | steady
    """)
def test_one_week(past, last, reading):
    counts = [
        int(count)
        for run in past.split(", ")
        if run
        for count, times in [run.split(" x ")]
        for _ in range(int(times))
    ]
    assert read(*counts, int(last)).reading == reading


def test_a_quiet_unit_is_judged_on_several_weeks_together():
    """At 4 a week a single 0 tells nothing: 4 - 3 x 2 lies below 0. Three silent weeks in a row do tell."""
    assert read(*(4,) * 20, 0).reading is Reading.STEADY
    assert read(*(4,) * 20, 0, 0).reading is Reading.STEADY
    verdict = read(*(4,) * 20, 0, 0, 0)
    assert verdict.reading is Reading.FELL
    assert (verdict.fall.count, verdict.fall.expected) == (0, 12.0)


@table("""
    case                                             | together | reading
    -------------------------------------------------|----------|-----------------
    three weeks are needed, two may be put together  | 2        | cannot be judged
    three are needed and three may be                | 3        | fell
    three are needed and four may be                 | 4        | fell
    """)
def test_no_more_weeks_are_put_together_than_policy_says(together, reading):
    law = law_with(signal_most_together=int(together))
    assert judge(weekly(*(4,) * 20, 0, 0, 0), law, on=ON).reading == reading


def test_a_week_on_which_just_enough_is_expected_is_judged_alone():
    assert read(*(10,) * 12, 0).because[0].startswith("0 in 1 week; 10 expected")


def test_a_unit_that_recovers_this_week_raises_no_alarm_for_the_weeks_before():
    assert read(*(4,) * 20, 0, 0, 4).reading is Reading.STEADY


def test_a_fall_says_why():
    (fall,) = falls([weekly(*(25,) * 12, 25), weekly(*(25,) * 12, 9)], LAW, on=ON)
    assert (fall.signal, fall.unit, fall.count, fall.expected, fall.floor) == (Signal.VISITS, "NW", 9, 25, 10)
    assert fall.because == (
        "9 in 1 week; 25 expected from the median of 12 weeks before",
        "floor 10.0: 3 standard deviations below",
    )
    assert not fall.confirmed


def test_an_uneven_past_is_said_to_be_uneven():
    verdict = read(*(90, 110, 80, 120) * 4, 100)
    assert verdict.because[2] == "past weeks vary 2.5 times as much as chance would"


def test_what_cannot_be_judged_is_said_aloud():
    for counts, why in (
        ((9, 9, 9), "2 weeks of past, 8 needed, to judge 1 week"),
        ((0,) * 20, "usually 0 a week: too few or too uneven to tell a fall from chance"),
    ):
        verdict = read(*counts)
        assert (verdict.reading, verdict.fall, verdict.because) == (Reading.UNJUDGED, None, (why,))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 60), max_size=40), st.integers(0, 60))
def test_a_count_at_or_above_the_past_mean_never_alarms(past, above):
    mean = fmean(past[-26:]) if past else 0
    assert read(*past, int(mean) + 1 + above).fall is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=8, max_size=30), st.integers(0, 60))
def test_a_deeper_fall_alarms_whenever_a_shallower_one_does(past, last):
    if read(*past, last).reading is Reading.FELL:
        assert all(read(*past, less).reading is Reading.FELL for less in range(last))
