"""Dates and counts as an officer reads them aloud."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


HOUR = 60  # minutes


@lru_cache(maxsize=65_536)  # a night says a few thousand different days a million times
def day(value: date) -> str:
    """A date in words, the same in every locale.

    >>> day(date(2026, 3, 2))
    '2 March 2026'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(count: int) -> str:
    """A number of days.

    >>> days(1), days(3)
    ('1 day', '3 days')
    """
    return f"{count} day" if count == 1 else f"{count:,} days"


def months(count: int) -> str:
    """A number of months.

    >>> months(1), months(30)
    ('1 month', '30 months')
    """
    return f"{count} month" if count == 1 else f"{count} months"


def every(count: int) -> str:
    """How often something comes round, in months.

    >>> every(1), every(3)
    ('every month', 'every 3 months')
    """
    return "every month" if count == 1 else f"every {count} months"


def clock(minute: int) -> str:
    """Minutes after midnight as a clock shows them.

    >>> clock(425)
    '07:05'
    """
    hours, minutes = divmod(minute, HOUR)
    return f"{hours:02}:{minutes:02}"


def a(noun: str) -> str:
    """A noun with the article it is spoken with. By its first letter: a rank has no silent h.

    >>> a("constable"), a("inspector")
    ('a constable', 'an inspector')
    """
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def recorded(value: bool | None) -> str:
    """Yes or no as somebody recorded it; a blank is said, never read as no.

    >>> recorded(True), recorded(False), recorded(None)
    ('yes', 'no', 'not recorded')
    """
    return "not recorded" if value is None else "yes" if value else "no"


def either(items: Sequence[str]) -> str:
    """Alternatives as they are spoken: any one of them will do.

    >>> either(["a", "b", "c"])
    'a, b or c'
    """
    return " or ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def names(items: Sequence[str]) -> str:
    """A list as it is spoken.

    >>> names(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
