"""Working days of England and Wales: not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law.calendar import Calendar, england_and_wales

CALENDAR = england_and_wales()
DAYS = st.dates(date(2004, 5, 1), date(2040, 12, 31))


@table("""
    case                                            | day        | works
    ------------------------------------------------|------------|------
    a plain Thursday                                | 2026-04-02 | yes
    Good Friday                                     | 2026-04-03 | no
    a Saturday                                      | 2026-04-04 | no
    Easter Sunday                                   | 2026-04-05 | no
    Easter Monday                                   | 2026-04-06 | no
    the Tuesday after                               | 2026-04-07 | yes
    Christmas Day on a Friday                       | 2026-12-25 | no
    Boxing Day on a Saturday moves to Monday        | 2026-12-28 | no
    New Year's Day                                  | 2027-01-01 | no
    early May                                       | 2026-05-04 | no
    spring                                          | 2026-05-25 | no
    summer                                          | 2026-08-31 | no
    Scotland's summer holiday is not ours           | 2026-08-03 | yes
    St Patrick's Day is not ours                    | 2026-03-17 | yes
    the early May holiday moved for VE Day in 2020  | 2020-05-08 | no
    so its usual Monday worked                      | 2020-05-04 | yes
    the late Queen's Platinum Jubilee               | 2022-06-03 | no
    the late Queen's funeral                        | 2022-09-19 | no
    the coronation                                  | 2023-05-08 | no
    """)
def test_working_days(day: str, works: str) -> None:
    assert CALENDAR.is_working(date.fromisoformat(day)) is (works == "yes")


@table("""
    case                                            | days | beginning  | last
    ------------------------------------------------|------|------------|-----------
    dismissed Thursday 2 April 2026: over Easter    | 5    | 2026-04-02 | 2026-04-10
    one working day is the day itself               | 1    | 2026-04-02 | 2026-04-02
    two jump over Easter                            | 2    | 2026-04-02 | 2026-04-07
    beginning with Good Friday, which does not count | 1   | 2026-04-03 | 2026-04-07
    beginning with a Saturday                       | 1    | 2026-06-06 | 2026-06-08
    a week of work ends on a Friday                 | 5    | 2026-06-08 | 2026-06-12
    the sixth day is a Monday                       | 6    | 2026-06-08 | 2026-06-15
    over Christmas and the New Year                 | 3    | 2026-12-24 | 2026-12-30
    """)
def test_a_period_of_working_days_beginning_with_a_date(days: str, beginning: str, last: str) -> None:
    found = CALENDAR.last_of(int(days), beginning_with=date.fromisoformat(beginning))
    assert found == date.fromisoformat(last)


@table("""
    case                                   | days | event      | last
    ---------------------------------------|------|------------|-----------
    the day of the event does not count    | 1    | 2026-06-08 | 2026-06-09
    an event on a Friday                   | 1    | 2026-06-12 | 2026-06-15
    an event on a Sunday                   | 1    | 2026-06-14 | 2026-06-15
    the day before Good Friday             | 1    | 2026-04-02 | 2026-04-07
    ten working days                       | 10   | 2026-06-08 | 2026-06-22
    """)
def test_working_days_after_an_event(days: str, event: str, last: str) -> None:
    assert CALENDAR.after(int(days), date.fromisoformat(event)) == date.fromisoformat(last)


@pytest.mark.parametrize("days", [0, -1])
def test_no_working_days_have_no_last_day(days: int) -> None:
    with pytest.raises(ValueError, match="no last day"):
        CALENDAR.last_of(days, beginning_with=date(2026, 6, 8))


@settings(max_examples=100)
@given(st.integers(1, 60), DAYS)
def test_exactly_the_working_days_are_counted(days: int, beginning: date) -> None:
    last = CALENDAR.last_of(days, beginning_with=beginning)
    walked = [beginning + timedelta(days=n) for n in range((last - beginning).days + 1)]
    assert CALENDAR.is_working(last)
    assert sum(CALENDAR.is_working(d) for d in walked) == days


@settings(max_examples=100)
@given(st.integers(1, 30), DAYS)
def test_after_an_event_is_the_period_beginning_the_next_day(days: int, event: date) -> None:
    assert CALENDAR.after(days, event) == CALENDAR.last_of(days, beginning_with=event + timedelta(days=1))


@pytest.mark.parametrize("year", [1960, 1994, 1995, 2020, 2022, 2026, 2040, 2041])
def test_a_year_printed_and_a_year_not_printed_are_both_the_librarys(year: int) -> None:
    known = holidays.country_holidays("GB", subdiv="ENG", years=year)
    days = [date(year, 1, 1) + timedelta(n) for n in range(365)]
    fresh = Calendar()
    found = [day for day in days if not fresh.is_working(day)]
    assert found == [day for day in days if day.weekday() >= 5 or day in known]
