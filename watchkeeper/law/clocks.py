"""How the law counts time. Each way of counting is a function of its own, never a flag.

Days run to their end; every date returned is the last lawful day, inclusive. Part 2 of the
Sexual Offences Act 2003 stops clocks in two different ways, and both are here: s.83(6)
leaves days out of the count (`last_day` with `disregard`), s.85(3) holds a period open
until some days after release (`held_open`).
"""

import calendar
from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from watchkeeper.law.span import Span

DAY = timedelta(days=1)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LONDON = ZoneInfo("Europe/London")
REMEMBERED = 2**16


def last_day(days: int, *, beginning_with: date, disregard: Iterable[Span] = ()) -> date | None:
    """Last day of "the period of `days` days beginning with" a date.

    The first day counts: 3 days beginning with Monday end on Wednesday. Days inside a
    `disregard` span are not counted. None while an open span stops the clock.

    Raises ValueError when `days` is less than 1.

    >>> last_day(3, beginning_with=date(2026, 3, 2))
    datetime.date(2026, 3, 4)
    >>> last_day(3, beginning_with=date(2026, 3, 2), disregard=[Span(date(2026, 3, 2), date(2026, 3, 9))])
    datetime.date(2026, 3, 11)
    """
    if days < 1:
        raise ValueError(f"a period of {days} days has no last day")
    current, left = beginning_with, days
    for span in sorted(disregard, key=lambda span: span.since):
        if span.until is not None and span.until <= current:
            continue  # over before what is left of the period begins
        before = (span.since - current).days
        if before >= left:
            break  # the period has ended by then
        if span.until is None:
            return None
        if before > 0:
            left -= before
        current = span.until
    return current + (left - 1) * DAY


def days_after(days: int, event: date) -> date:
    """Last day of "within `days` days after" an event: the day of the event does not count.

    >>> days_after(7, date(2026, 6, 1))
    datetime.date(2026, 6, 8)
    """
    return event + days * DAY


def days_before(days: int, event: date) -> date:
    """Last day that is "not less than `days` days before" a date.

    >>> days_before(7, date(2026, 7, 20))
    datetime.date(2026, 7, 13)
    """
    return event - days * DAY


@lru_cache(maxsize=REMEMBERED)
def months_after(months: int, event: date) -> date:
    """The corresponding date `months` calendar months later: the month's last day if there is none.

    Answers are remembered: the people of a force share a few thousand days.

    >>> months_after(12, date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    index = event.year * 12 + event.month - 1 + months
    year, month = divmod(index, 12)
    try:  # nearly always; asking how long the month is costs far more
        return date(year, month + 1, event.day)
    except ValueError:
        return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def month_before(on: date) -> date:
    """The day after which the month up to a day begins: for the last of a month, the last of the one before.

    So the months of a series that ends on last days share no day and leave none out, whatever their lengths.

    >>> month_before(date(2026, 2, 28)), month_before(date(2026, 3, 20))
    (datetime.date(2026, 1, 31), datetime.date(2026, 2, 20))
    """
    first = on.replace(day=1)
    return first - DAY if (on + DAY).day == 1 else months_after(-1, on)


def last_from_which(months: int, by: date) -> date:
    """The last day from which `months` calendar months end on `by` or before: what `months_after` undoes.

    >>> last_from_which(3, date(2026, 5, 31)), last_from_which(3, date(2026, 2, 28))
    (datetime.date(2026, 2, 28), datetime.date(2025, 11, 30))
    """
    days = range(date.min.toordinal(), by.toordinal() + 1)
    ends = bisect_right(days, by, key=lambda number: months_after(months, date.fromordinal(number)))
    return date.fromordinal(days[ends - 1])


def years_after(years: int, event: date) -> date:
    """The corresponding date `years` calendar years later: the day somebody reaches that age.

    Of 29 February it is 28 February in a year without one.

    >>> years_after(18, date(2008, 3, 20))
    datetime.date(2026, 3, 20)
    """
    return months_after(12 * years, event)


def last_of_months(months: int, *, beginning_with: date) -> date:
    """Last day of a period of `months` months beginning with a date.

    It ends the day before the corresponding date; where the month is too short to have one,
    on that month's last day.

    >>> last_of_months(24, beginning_with=date(2026, 1, 15))
    datetime.date(2028, 1, 14)
    >>> last_of_months(12, beginning_with=date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    corresponding = months_after(months, beginning_with)
    return corresponding if corresponding.day != beginning_with.day else corresponding - DAY


def held_open(by: date, *, away: Iterable[Span], days: int) -> date | None:
    """The last day of a period that would end while away: `days` days beginning with release.

    s.85(3). A period that ends at liberty is not moved. None while the person is still away.

    Raises ValueError when `days` is less than 1.

    >>> held_open(date(2026, 6, 1), away=[Span(date(2026, 5, 1), date(2026, 12, 10))], days=3)
    datetime.date(2026, 12, 12)
    >>> held_open(date(2026, 6, 1), away=[Span(date(2026, 1, 1), date(2026, 2, 1))], days=3)
    datetime.date(2026, 6, 1)
    """
    if days < 1:
        raise ValueError(f"a period cannot be held open for {days} days")
    spans = sorted(away, key=lambda span: span.since)
    current = by
    while (inside := next((span for span in spans if current in span), None)) is not None:
        if inside.until is None:
            return None
        current = inside.until + (days - 1) * DAY
    return current


def minutes_after(minutes: int, event: datetime) -> datetime:
    """The last instant of "within `minutes` minutes" of an event, in UTC; the instant itself is in time.

    Minutes elapse: putting clocks forward or back in London neither takes one away nor gives one.
    Raises ValueError for an instant without a zone, which is no instant.

    >>> minutes_after(60, datetime(2026, 3, 29, 0, 30, tzinfo=LONDON)).astimezone(LONDON).hour
    2
    """
    if event.tzinfo is None:
        raise ValueError("an instant has a zone")
    return event.astimezone(UTC) + minutes * MINUTE


def hours_after(hours: int, event: datetime) -> datetime:
    """The last instant of "within `hours` hours" of an event, as `minutes_after` counts.

    >>> hours_after(4, datetime(2026, 10, 24, 23, tzinfo=LONDON)).astimezone(LONDON).hour
    2
    """
    return minutes_after(hours * (HOUR // MINUTE), event)


def minutes_between(event: datetime, at: datetime) -> int:
    """Whole minutes elapsed from an event to an instant; below 0 where it is still to come.

    >>> minutes_between(datetime(2026, 10, 25, 0, tzinfo=LONDON), datetime(2026, 10, 25, 3, tzinfo=LONDON))
    240
    """
    return (at.astimezone(UTC) - event.astimezone(UTC)) // MINUTE


def london_day(at: datetime) -> date:
    """The day of an instant, as the clocks of England show it.

    >>> london_day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    datetime.date(2026, 7, 2)
    """
    return at.astimezone(LONDON).date()
