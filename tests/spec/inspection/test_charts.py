"""When a month is out of the ordinary, against the limit of policy and against the unit's own past."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.inspection.charts import chart
from watchkeeper.inspection.facts import Alarm, Counted, Measured
from watchkeeper.inspection.measures.asking import month_ends
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.law.clocks import months_after

LAW = shelf.load()
ON = date(2026, 3, 20)
SHARE, SIGNAL = BY_NAME["visits_late"], BY_NAME["visits_made"]


def judged(measure, counts, limit=None):
    days = tuple(months_after(-back, ON) for back in range(len(counts) - 1, -1, -1))
    return chart(Measured(measure, days, {"NW": tuple(counts)}, limit, False), "NW", LAW)


def spread(text):
    """`10 x 12` is 10 twelve times; the last number is the month judged."""
    return [int(count) for run in text.split(", ") for count, n in [run.split(" x ")] for _ in range(int(n))]


@table("""
    case                                       | past            | last | of  | alarms
    -------------------------------------------|-----------------|------|-----|--------------------------
    10 of 100: three errors above are 0.19     | 10 x 12         | 19   | 100 |
    one more                                   | 10 x 12         | 20   | 100 | above its own past
    a fall of what is wrong is no alarm        | 10 x 12         | 0    | 100 |
    few things looked at: nothing can be told  | 10 x 12         | 2    | 10  |
    the least past there must be               | 10 x 12         | 90   | 100 | above its own past
    a month less than the least                | 10 x 11         | 90   | 100 |
    nothing ever wrong: the first ever is said | 0 x 12          | 1    | 100 | above its own past
    one step in the past widens nothing        | 0 x 6, 20 x 6   | 20   | 100 | above its own past
    a past that swings widens the limits       | 0 x 1, 20 x 1, 0 x 1, 20 x 1, 0 x 1, 20 x 1, 0 x 1, 20 x 1, 0 x 1, 20 x 1, 0 x 1, 20 x 1 | 40 | 100 |
    seven and this are eight in a row above    | 10 x 17, 13 x 7 | 13   | 100 | months in a row on one side
    only seven in a row                        | 10 x 18, 13 x 6 | 13   | 100 |
    the newest 24 months are the past          | 90 x 30, 10 x 24 | 20  | 100 | above its own past
    """)
def test_a_share(past, last, of, alarms):
    counts = [Counted(each, 100) for each in spread(past)] + [Counted(int(last), int(of))]
    assert "; ".join(judged(SHARE, counts).alarms) == alarms


@table("""
    case                                         | past                    | last | alarms
    ---------------------------------------------|-------------------------|------|---------------------------
    steps of 2: the floor is 31 - 3 x 2 / 1.128  | 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1 | 26 |
    one below the floor                          | 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1, 30 x 1, 32 x 1 | 25 | below its own past
    silence                                      | 30 x 12                 | 0    | below its own past
    a rise is no alarm                           | 30 x 12                 | 90   |
    months before anything came teach nothing    | 0 x 20, 30 x 12         | 0    | below its own past
    too few since anything came                  | 0 x 20, 30 x 11         | 0    |
    nothing ever: nothing to fall from           | 0 x 24                  | 0    |
    eight months in a row below                  | 30 x 17, 28 x 7         | 28   | below its own past; months in a row on one side
    """)
def test_a_count_that_should_not_fall(past, last, alarms):
    counts = [Counted(each, each) for each in (*spread(past), int(last))]
    assert "; ".join(judged(SIGNAL, counts).alarms) == alarms


def test_the_limit_of_policy_is_itself_allowed():
    at, above = Counted(5, 100), Counted(6, 100)
    assert judged(SHARE, [at], 0.05).alarms == ()
    assert judged(SHARE, [above], 0.05).alarms == (Alarm.OVER,)
    assert judged(SHARE, [Counted(1, 100)], 0.0).alarms == (Alarm.OVER,)


def test_what_cannot_be_judged_says_why():
    assert judged(SHARE, [Counted(0, 0)] * 30).why == "cannot be judged: nothing was looked at"
    assert judged(SHARE, [Counted(1, 9)] * 3).why == "cannot be judged: fewer than 12 months of past"
    assert judged(SIGNAL, [Counted(0, 0)]).why == "cannot be judged: fewer than 12 months of past"


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=40))
def test_limits_hold_the_centre_between_them_and_never_leave_what_a_share_can_be(pairs):
    counts = [Counted(min(pair), max(pair)) for pair in pairs]
    found = judged(SHARE, counts)
    if found.centre is not None:
        assert 0 <= found.low <= found.centre <= found.high <= 1
    signal = judged(SIGNAL, counts)
    if signal.centre is not None:
        assert 0 <= signal.low <= signal.centre <= signal.high
    assert Alarm.FELL not in found.alarms
    assert Alarm.ROSE not in signal.alarms


@table("""
    case                                                   | on         | counts
    -------------------------------------------------------|------------|-------
    a month that ends on its last day is held against it   | 2026-03-31 | yes
    a month up to the 20th shares eight days with it       | 2026-03-20 | no
    """)
def test_a_month_is_not_held_against_one_that_it_shares_days_with(on: str, counts: str) -> None:
    """Thirteen months of which the newest alone was low; without it there are twelve, as policy needs."""
    days = month_ends(date.fromisoformat(on), 13)
    months = {
        SIGNAL: [Counted(many, many) for many in (*[100] * 12, 40, 100)],
        BY_NAME["announced"]: [Counted(many, 100) for many in (*[10] * 12, 90, 10)],
        SHARE: [Counted(many, 100) for many in (*[10] * 12, 90, 10)],
    }
    for measure, each in months.items():
        found = chart(Measured(measure, days, {"NW": tuple(each)}, None, False), "NW", LAW)
        both = counts == "yes" or not measure.monthly
        assert found.why.startswith(
            f"{'p-chart' if not measure.signal else 'individuals chart'} of {12 + both}"
        )
    assert not SHARE.monthly
