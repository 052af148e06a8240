"""A run of whole days: its first day counts, `until` is the first day after it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.span import Span

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@table("""
    case                     | since      | until      | day        | within
    -------------------------|------------|------------|------------|-------
    the day before           | 2026-03-02 | 2026-03-09 | 2026-03-01 | no
    the first day            | 2026-03-02 | 2026-03-09 | 2026-03-02 | yes
    the last day             | 2026-03-02 | 2026-03-09 | 2026-03-08 | yes
    the day of release       | 2026-03-02 | 2026-03-09 | 2026-03-09 | no
    not ended: any day since | 2026-03-02 |            | 2046-03-02 | yes
    not ended: nor before    | 2026-03-02 |            | 2026-03-01 | no
    empty: not even its day  | 2026-03-02 | 2026-03-02 | 2026-03-02 | no
    """)
def test_days_within(since: str, until: str, day: str, within: str) -> None:
    span = Span(date.fromisoformat(since), date.fromisoformat(until) if until else None)
    assert (date.fromisoformat(day) in span) is (within == "yes")


def test_a_span_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Span(date(2026, 3, 2), date(2026, 3, 1))


@given(DAYS, DAYS, DAYS)
def test_two_spans_that_meet_share_no_day_and_miss_none(one: date, two: date, day: date) -> None:
    first, second = sorted((one, two))
    before, after = Span(date(2000, 1, 1), first), Span(first, second)
    assert not (day in before and day in after)
    assert (day in before or day in after) is (day < second)
