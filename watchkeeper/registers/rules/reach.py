"""Days out of reach, and numbers in force, as the register's clocks see them on a given day."""

from collections.abc import Iterable
from datetime import date, timedelta

from watchkeeper.law.clocks import last_day
from watchkeeper.law.due import Given
from watchkeeper.law.parameter import Parameter
from watchkeeper.law.span import Span
from watchkeeper.law.wording import day as spoken
from watchkeeper.law.wording import names
from watchkeeper.people.facts import Away, AwayKind

MONTHS_A_YEAR = 12  # of the calendar, not of any law
DETAINED = frozenset({AwayKind.REMAND, AwayKind.CUSTODY, AwayKind.HOSPITAL})


def spans_known(away: Iterable[Away], *, on: date) -> tuple[Span, ...]:
    """The spans away that have begun by `on`; one whose end lies ahead is still open.

    A release that is only expected stops no clock before it happens. A row that ends before
    it begins holds no day.
    """
    return tuple(
        Span(span.since, max(span.until, span.since) if span.until is not None and span.until <= on else None)
        for span in away
        if span.since <= on
    )


def last_counted(days: int, *, beginning_with: date, away: tuple[Span, ...]) -> date | None:
    """Last day of a period of `days` days beginning with a date, days away left out of the count.

    s.83(6), and s.84(5) which applies it to changes. None while a span away is open.

    >>> last_counted(3, beginning_with=date(2026, 6, 1), away=())
    datetime.date(2026, 6, 3)
    """
    if not away:
        return beginning_with + timedelta(days=days - 1)
    return last_day(days, beginning_with=beginning_with, disregard=away)


def stopped(away: Iterable[Span], cite: str) -> Given:
    """Why a clock that leaves days away out of its count is held, and what starts it again."""
    since = min((span.since for span in away if span.until is None), default=None)
    begun = f" since {spoken(since)}" if since is not None else ""
    return Given("clock stopped", f"out of reach{begun}; counted on from release or return", cite)


def items_said(items: Iterable[str], known: Parameter, *, on: date) -> str:
    """Items of a notification by the names on the list; anything else somebody wrote is not repeated.

    "not recorded" when there are none.
    """
    listed = {name.casefold(): name for name in known.words(max(on, known.values[0][0]))}
    said = dict.fromkeys(listed.get(item.strip().casefold(), "an item not on the list") for item in items)
    return names(list(said)) or "not recorded"


def holding(away: Iterable[Away], *, on: date) -> Away | None:
    """The span that keeps the person out of reach on `on`, by what is known on that day."""
    return next((a for a in away if a.since <= on and (a.until is None or on < a.until)), None)


def whole(row: Parameter, day: date) -> int:
    """The number in force on `day`; for a day before the row began, the first there was.

    Part 2 took in people dealt with before it commenced, s.81(1), and applies to them as it
    began.
    """
    first = row.values[0][0]
    return row.whole(day if day >= first else first)


def reached(years: int, *, born_on: date, on: date) -> bool:
    """True from the birthday on which somebody is `years` old.

    Born on 29 February, the birthday of a common year is 1 March.

    >>> reached(18, born_on=date(2008, 2, 29), on=date(2026, 2, 28))
    False
    >>> reached(18, born_on=date(2008, 2, 29), on=date(2026, 3, 1))
    True
    """
    had_birthday = (on.month, on.day) >= (born_on.month, born_on.day)
    return on.year - born_on.year - (not had_birthday) >= years
