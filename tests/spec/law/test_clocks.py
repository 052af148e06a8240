"""How the law counts days and months: the first day, the last day, and the days that do not count."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.clocks import (
    LONDON,
    days_after,
    days_before,
    held_open,
    hours_after,
    last_day,
    last_from_which,
    last_of_months,
    london_day,
    minutes_after,
    minutes_between,
    month_before,
    months_after,
)
from watchkeeper.law.span import Span

DAY = timedelta(days=1)
DAYS = st.dates(date(2004, 5, 1), date(2060, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


def spans(text: str) -> list[Span]:
    """`2026-06-01..2026-06-09, 2026-07-01..`: the second has not ended."""
    pairs = [part.strip().split("..") for part in text.split(",") if part.strip()]
    return [Span(day(since), day(until) if until else None) for since, until in pairs]


@table("""
    case                                              | days | beginning  | disregard                                    | last
    --------------------------------------------------|------|------------|----------------------------------------------|-----------
    one day ends the day it begins                    | 1    | 2026-06-01 |                                              | 2026-06-01
    convicted on a Monday, at liberty: Wednesday      | 3    | 2026-06-01 |                                              | 2026-06-03
    custody from the day itself to a Thursday         | 3    | 2026-06-01 | 2026-06-01..2026-12-10                       | 2026-12-12
    custody from day two: one day is already spent    | 3    | 2026-06-01 | 2026-06-02..2026-06-05                       | 2026-06-06
    custody from day three                            | 3    | 2026-06-01 | 2026-06-03..2026-06-05                       | 2026-06-05
    custody from the day after the last changes nothing | 3  | 2026-06-01 | 2026-06-04..2026-06-30                       | 2026-06-03
    custody that ended the day it begins              | 3    | 2026-06-01 | 2026-05-01..2026-06-01                       | 2026-06-03
    custody that ended the day after                  | 3    | 2026-06-01 | 2026-05-01..2026-06-02                       | 2026-06-04
    two spells                                        | 3    | 2026-06-01 | 2026-06-02..2026-06-04, 2026-06-05..2026-06-07 | 2026-06-07
    spells that overlap, given out of order           | 3    | 2026-06-01 | 2026-06-03..2026-06-10, 2026-06-01..2026-06-04 | 2026-06-12
    still away                                        | 3    | 2026-06-01 | 2026-06-02..                                 | never
    goes away after the last day                      | 3    | 2026-06-01 | 2026-06-04..                                 | 2026-06-03
    an empty spell holds no day                       | 3    | 2026-06-01 | 2026-06-02..2026-06-02                       | 2026-06-03
    """)
def test_a_period_of_days_beginning_with_a_date(days: str, beginning: str, disregard: str, last: str) -> None:
    found = last_day(int(days), beginning_with=day(beginning), disregard=spans(disregard))
    assert (found.isoformat() if found else "never") == last


@pytest.mark.parametrize("days", [0, -1])
def test_a_period_of_no_days_has_no_last_day(days: int) -> None:
    with pytest.raises(ValueError, match="no last day"):
        last_day(days, beginning_with=date(2026, 6, 1))


@table("""
    case                                  | days | event      | after      | before
    --------------------------------------|------|------------|------------|-----------
    the day of the event does not count   | 1    | 2026-06-01 | 2026-06-02 | 2026-05-31
    no fixed abode: seven days            | 7    | 2026-06-01 | 2026-06-08 | 2026-05-25
    departs 20 July: notice by the 13th   | 7    | 2026-07-20 | 2026-07-27 | 2026-07-13
    over a leap day                       | 1    | 2028-02-28 | 2028-02-29 | 2028-02-27
    """)
def test_days_after_and_before_an_event(days: str, event: str, after: str, before: str) -> None:
    assert days_after(int(days), day(event)) == day(after)
    assert days_before(int(days), day(event)) == day(before)


@table("""
    case                                | months | event      | corresponding | last
    ------------------------------------|--------|------------|---------------|-----------
    a year                              | 12     | 2026-01-15 | 2027-01-15    | 2027-01-14
    over the end of a year              | 3      | 2026-11-30 | 2027-02-28    | 2027-02-28
    the first of a month                | 1      | 2026-03-01 | 2026-04-01    | 2026-03-31
    31 January plus one month           | 1      | 2026-01-31 | 2026-02-28    | 2026-02-28
    31 January plus one month, leap     | 1      | 2028-01-31 | 2028-02-29    | 2028-02-29
    30 January plus one month           | 1      | 2026-01-30 | 2026-02-28    | 2026-02-28
    28 January plus one month           | 1      | 2026-01-28 | 2026-02-28    | 2026-02-27
    29 February plus a year             | 12     | 2024-02-29 | 2025-02-28    | 2025-02-28
    29 February plus four years         | 48     | 2024-02-29 | 2028-02-29    | 2028-02-28
    December to December                | 12     | 2026-12-31 | 2027-12-31    | 2027-12-30
    a caution at 17 on 15 January 2026  | 12     | 2026-01-15 | 2027-01-15    | 2027-01-14
    """)
def test_months_run_to_the_corresponding_date(months: str, event: str, corresponding: str, last: str) -> None:
    assert months_after(int(months), day(event)) == day(corresponding)
    assert last_of_months(int(months), beginning_with=day(event)) == day(last)


@table("""
    case                                             | by         | away                                           | last
    -------------------------------------------------|------------|------------------------------------------------|-----------
    ends at liberty                                  | 2026-06-01 |                                                | 2026-06-01
    released the day before                          | 2026-06-01 | 2026-01-01..2026-05-31                         | 2026-06-01
    released on the last day itself: not moved       | 2026-06-01 | 2026-01-01..2026-06-01                         | 2026-06-01
    released the day after: three days with release  | 2026-06-01 | 2026-01-01..2026-06-02                         | 2026-06-04
    away only on the last day                        | 2026-06-01 | 2026-06-01..2026-06-02                         | 2026-06-04
    goes away the day after: not moved               | 2026-06-01 | 2026-06-02..2026-12-10                         | 2026-06-01
    released in December                             | 2026-06-01 | 2026-05-01..2026-12-10                         | 2026-12-12
    still away                                       | 2026-06-01 | 2026-05-01..                                   | never
    away again within the three days                 | 2026-06-01 | 2026-05-01..2026-06-10, 2026-06-11..2026-07-01 | 2026-07-03
    away again after the three days                  | 2026-06-01 | 2026-05-01..2026-06-10, 2026-06-13..2026-07-01 | 2026-06-12
    """)
def test_a_period_that_would_end_while_away_is_held_open(by: str, away: str, last: str) -> None:
    found = held_open(day(by), away=spans(away), days=3)
    assert (found.isoformat() if found else "never") == last


@pytest.mark.parametrize("days", [0, -3])
def test_a_period_cannot_be_held_open_for_no_days(days: int) -> None:
    with pytest.raises(ValueError, match="held open"):
        held_open(date(2026, 6, 1), away=[Span(date(2026, 5, 1), date(2026, 7, 1))], days=days)


@st.composite
def closed_spans(draw: st.DrawFn) -> list[Span]:
    starts = draw(st.lists(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=4))
    return [Span(start, start + draw(st.integers(0, 40)) * DAY) for start in starts]


@settings(max_examples=100)
@given(st.integers(1, 30), st.dates(date(2026, 1, 1), date(2026, 6, 30)), closed_spans())
def test_exactly_the_days_at_liberty_are_counted(days: int, beginning: date, away: list[Span]) -> None:
    """The slow way: walk the calendar day by day and count those in no spell."""
    last = last_day(days, beginning_with=beginning, disregard=away)
    assert last is not None
    walked = [beginning + n * DAY for n in range((last - beginning).days + 1)]
    assert sum(not any(d in span for span in away) for d in walked) == days
    assert not any(last in span for span in away)


@settings(max_examples=100)
@given(st.dates(date(2026, 1, 1), date(2026, 6, 30)), closed_spans())
def test_being_away_never_brings_a_day_forward(by: date, away: list[Span]) -> None:
    held = held_open(by, away=away, days=3)
    assert held is not None
    assert held >= by
    assert not any(held in span for span in away)
    assert held == by or any(by in span for span in away)


@settings(max_examples=100)
@given(DAYS, st.integers(1, 600))
def test_a_period_of_months_ends_within_a_day_of_the_corresponding_date(event: date, months: int) -> None:
    corresponding = months_after(months, event)
    assert (corresponding.year * 12 + corresponding.month) - (event.year * 12 + event.month) == months
    assert corresponding.day == event.day or (corresponding + DAY).day == 1
    assert last_of_months(months, beginning_with=event) + DAY in (corresponding, corresponding + DAY)


@table("""
    case                                | months | by         | last
    ------------------------------------|--------|------------|-----------
    the corresponding day               | 3      | 2026-05-15 | 2026-02-15
    the day before it                   | 3      | 2026-05-14 | 2026-02-14
    the end of a long month             | 3      | 2026-05-31 | 2026-02-28
    the end of February                 | 3      | 2026-02-28 | 2025-11-30
    the day before the end of February  | 3      | 2026-02-27 | 2025-11-27
    a year                              | 12     | 2026-01-15 | 2025-01-15
    """)
def test_the_last_day_from_which_months_end_in_time(months: str, by: str, last: str) -> None:
    assert last_from_which(int(months), day(by)) == day(last)


@settings(max_examples=100)
@given(DAYS, st.integers(1, 240))
def test_from_that_day_they_end_in_time_and_from_the_next_too_late(by: date, months: int) -> None:
    last = last_from_which(months, by)
    assert months_after(months, last) <= by < months_after(months, last + DAY)


@settings(max_examples=100)
@given(DAYS, DAYS, st.integers(1, 240))
def test_who_begins_later_never_ends_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert last_of_months(months, beginning_with=first) <= last_of_months(months, beginning_with=second)


@settings(max_examples=100)
@given(DAYS, st.integers(0, 400))
def test_before_undoes_after(event: date, days: int) -> None:
    assert days_before(days, days_after(days, event)) == event


@table("""
    clocks of London                             | event            | hours | last
    an ordinary day                              | 2026-03-20 09:00 | 4     | 2026-03-20 13:00
    put forward: an hour is not there            | 2026-03-29 00:30 | 1     | 2026-03-29 02:30
    put back: an hour is there twice             | 2026-10-25 00:30 | 2     | 2026-10-25 01:30
    the whole of the longest day                 | 2026-10-25 00:00 | 25    | 2026-10-26 00:00
    the whole of the shortest                    | 2026-03-29 00:00 | 23    | 2026-03-30 00:00
    """)
def test_hours_elapse(event, hours, last):
    told = datetime.fromisoformat(event).replace(tzinfo=LONDON)
    found = hours_after(int(hours), told)
    assert found.astimezone(LONDON).strftime("%Y-%m-%d %H:%M") == last
    assert minutes_between(told, found) == int(hours) * 60


@table("""
    the night                    | at               | day
    the last minute of a day     | 2026-07-01 22:59 | 2026-07-01
    midnight in London           | 2026-07-01 23:00 | 2026-07-02
    a minute after               | 2026-07-01 23:01 | 2026-07-02
    """)
def test_the_day_of_an_instant_is_londons(at, day):
    assert london_day(datetime.fromisoformat(at).replace(tzinfo=UTC)) == date.fromisoformat(day)


def test_an_instant_without_a_zone_is_none():
    with pytest.raises(ValueError, match="has a zone"):
        minutes_after(1, datetime(2026, 3, 20, tzinfo=UTC).replace(tzinfo=None))


@given(st.integers(0, 3_000_000), st.integers(0, 10_000))
def test_minutes_added_are_minutes_between(after, minutes):
    event = minutes_after(after, datetime(2020, 1, 1, tzinfo=LONDON)).astimezone(LONDON)
    assert minutes_between(event, minutes_after(minutes, event)) == minutes


@table("""
    case                                    | asked      | after
    ----------------------------------------|------------|-----------
    the last day of a month is of its own   | 2026-01-31 | 2025-12-31
    a day before the last is of two         | 2026-02-27 | 2026-01-27
    the last day of the shortest month      | 2026-02-28 | 2026-01-31
    not its last day in a leap year         | 2024-02-28 | 2024-01-28
    the last day in a leap year             | 2024-02-29 | 2024-01-31
    no such day in the month before         | 2026-03-30 | 2026-02-28
    the last day after a shorter month      | 2026-03-31 | 2026-02-28
    a day before the last of a short month  | 2026-04-29 | 2026-03-29
    the last day of a month of 30 days      | 2026-04-30 | 2026-03-31
    30 days gone of 31                      | 2026-05-30 | 2026-04-30
    """)
def test_the_month_up_to_the_last_day_of_a_month_is_that_month(asked: str, after: str) -> None:
    assert month_before(day(asked)) == day(after)


@given(DAYS)
def test_every_day_is_in_one_of_the_months_that_end_on_last_days(asked: date) -> None:
    last = months_after(1, asked.replace(day=1)) - DAY
    assert month_before(last) == asked.replace(day=1) - DAY
    assert month_before(last) < asked <= last
    assert 28 <= (asked - month_before(asked)).days <= 31
