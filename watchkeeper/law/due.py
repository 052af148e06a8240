"""A duty with its clock: what is owed, by when, why, and under which authority."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.clocks import minutes_between
from watchkeeper.law.swift import dataclass


class Standing(StrEnum):
    """How a clock stands before anybody asks whether it is late."""

    OWED = "owed"  # the last lawful day has been worked out
    HELD = "held"  # the clock is stopped or the period held open: custody, hospital, abroad
    MISSING = "missing"  # a fact the clock needs is not there: louder than late
    NONE = "none"  # nothing is owed, and `because` says why


@dataclass(frozen=True, slots=True)
class Given:
    """One input of a clock, as a person would read it out, with the clause that makes it count."""

    what: str
    value: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A duty and its last lawful day.

    `by` is inclusive: default begins the day after. It is None unless `standing` is OWED.
    `about` names the row the duty hangs on (an order, a trip, a visit) where a person may
    owe the same duty several times over. `confirmed` is False when any number it rests on
    is on the shelf with standing "unconfirmed".
    """

    duty: str
    standing: Standing
    by: date | None
    cite: str
    because: tuple[Given, ...]
    about: str = ""
    confirmed: bool = True
    owner: str = ""  # an officer by ref, or a rank, where it is not for whoever manages the person
    at: datetime | None = None  # of a clock that counts hours: its last instant, on the day `by` in London

    def __post_init__(self) -> None:
        if (self.by is None) == (self.standing is Standing.OWED):
            raise ValueError(f"{self.duty}: a duty has a last day when, and only when, it is owed")

    def days_late(self, on: date) -> int:
        """Whole days past the last lawful day on `on`; 0 or less when not late or not owed."""
        return (on - self.by).days if self.by is not None else 0

    def late(self, on: date) -> bool:
        """True from the day after the last lawful day.

        >>> Due("visit", Standing.OWED, date(2026, 3, 4), "", ()).late(date(2026, 3, 4))
        False
        >>> Due("visit", Standing.OWED, date(2026, 3, 4), "", ()).late(date(2026, 3, 5))
        True
        """
        return self.days_late(on) > 0

    def minutes_late(self, at: datetime) -> int:
        """Whole minutes past the last instant; 0 or less in time, or where no hours are counted."""
        return minutes_between(self.at, at) if self.at is not None else 0
