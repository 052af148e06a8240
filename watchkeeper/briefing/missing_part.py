"""The part of the brief that concerns the missing, for coordinators: all of it, and nothing of the register.

Nothing of it is frozen: the lines are those the whole brief has for the same night and instant, worked out
when asked for. Of a registered offender a line says no more than that one lives near, which is its red flag.
"""

from datetime import date, datetime

from django.db.models import Max

from watchkeeper.audit.models import Entry
from watchkeeper.audit.own_database import own_database
from watchkeeper.briefing.actions import known_asked
from watchkeeper.briefing.beforehand import asked_of_missing
from watchkeeper.briefing.compiling import brief_of, written
from watchkeeper.briefing.facts import Asked, Brief, Line
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import may


def reads_the_missing_alone(officer: Officer, law: Shelf, *, on: date) -> bool:
    """Whether the brief an officer may read is the part about the missing, and no more."""
    whole = (Power.COMPILE_BRIEF, Power.READ_BRIEF)
    return may(officer, Power.READ_MISSING_BRIEF, law, on=on).allowed and not any(
        may(officer, power, law, on=on).allowed for power in whole
    )


def read_missing_brief(asked: Asked, *, by: Officer, law: Shelf, at: datetime, account: str = "") -> Brief:
    """The lines about the missing of the brief asked for, in its order. Its `people` is 0: none is read.

    The look, and how many lines there are, is on the trail. Raises Refused without the power, and
    UnknownError for an officer or a unit nobody knows.
    """
    lines: list[Line] = []
    if may(by, Power.READ_MISSING_BRIEF, law, on=at.date()).allowed:
        known_asked(asked)
        lines = _worked_out(asked, law)
    with act(
        Power.READ_MISSING_BRIEF,
        by=by,
        about="",
        on=at.date(),
        law=law,
        purpose="looking for the missing",
        at=at,
    ) as this:
        this.fact("on", asked.on)
        this.fact("known_at", asked.known_at.isoformat())
        this.fact("lines", len(lines))
        if account:
            this.fact("account", account)
    return brief_of(
        written(lines, law, on=asked.on),
        0,
        law,
        on=asked.on,
        known_at=asked.known_at,
        unit=asked.unit,
        officer=asked.officer,
    )


def _worked_out(asked: Asked, law: Shelf) -> list[Line]:
    from watchkeeper.briefing.missing_night import of_the_missing  # a brief of the whole force starts sooner

    through = Entry.objects.aggregate(top=Max("number"))["top"] or 0
    taken_on = asked_of_missing(asked, through)
    return of_the_missing(own_database(), taken_on, asked, law, through)
