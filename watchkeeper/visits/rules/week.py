"""Parts of the day and cells of the week: when a door is tried, in the words of policy.

Apart from `visits.rules.habits`, which learns from them: that asks numpy, and the brief, which only
names parts, would pay for it at every start.
"""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.facts import LONDON


class Part(StrEnum):
    """Part of the day; its bounds are the policy row `parts_of_day_minutes`."""

    EARLY = "early"
    DAY = "day"
    EVENING = "evening"


PARTS = tuple(Part)
CELLS = (
    *("weekday early mornings", "weekdays in the day", "weekday evenings"),
    *("weekend early mornings", "weekends in the day", "weekend evenings"),
)
"""Weekday early, day, evening, weekend early, day, evening: the columns of every array over cells."""


def cell_of(at: datetime, law: Shelf, calendar: Calendar, *, on: date) -> int | None:
    """The cell of the week that an instant falls in; None outside every part of the day.

    London time. A part begins on its first minute and ends before the first of the next. Force
    policy `parts_of_day_minutes`. A bank holiday is a weekend day: people are off work, and the
    question is who is at home. A knock outside the parts (a warrant at five in the morning) says
    nothing about an hour anybody would be planned for.

    >>> from datetime import UTC
    >>> from watchkeeper.law import shelf
    >>> from watchkeeper.law.calendar import england_and_wales
    >>> good_friday = datetime(2026, 4, 3, 16, 0, tzinfo=UTC)  # 17:00 in London
    >>> CELLS[cell_of(good_friday, shelf.load(), england_and_wales(), on=date(2026, 4, 3))]
    'weekend evenings'
    """
    there = at.astimezone(LONDON)
    part = part_of(there.hour * HOUR + there.minute, law, on=on)
    if part is None:
        return None
    return (0 if calendar.is_working(there.date()) else len(PARTS)) + PARTS.index(part)


HOUR = 60  # minutes


def part_of(minute: int, law: Shelf, *, on: date) -> Part | None:
    """The part of the day that a minute after midnight falls in, by force policy; None outside them all."""
    begins = law["parts_of_day_minutes"].wholes(on)
    for part, first, end in zip(PARTS, begins, begins[1:], strict=False):
        if first <= minute < end:
            return part
    return None


def cells_on(night: date, calendar: Calendar) -> range:
    """The three columns, one for each part, that hold for a day: by policy a bank holiday is weekend."""
    first = 0 if calendar.is_working(night) else len(PARTS)
    return range(first, first + len(PARTS))
