"""What the force should expect of itself, and a signal that falls below it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Signal(StrEnum):
    """What is counted each week in each unit. A fall is a fault: silence is not safety."""

    VISITS = "visits"
    NOTIFICATIONS = "notifications"
    INTELLIGENCE = "intelligence"


@dataclass(frozen=True, slots=True)
class Weekly:
    """Counts of one signal in one unit, oldest week first; the last is the week under judgement."""

    signal: Signal
    unit: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fall:
    """A count below what the unit's own past leads one to expect. `floor` is the lower control limit."""

    signal: Signal
    unit: str
    count: int
    expected: float
    floor: float
    because: tuple[str, ...]
    confirmed: bool = True


class Reading(StrEnum):
    """What can be said of a count. Not being able to judge is said aloud."""

    FELL = "fell"
    STEADY = "steady"
    UNJUDGED = "cannot be judged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reading of one signal in one unit, with its reasons. `fall` is there when it fell."""

    signal: Signal
    unit: str
    reading: Reading
    because: tuple[str, ...]
    fall: Fall | None = None


class Theme(StrEnum):
    """What an inspection asks about, in the order of the page."""

    OFFENDERS = "managing offenders"
    NOTIFICATION = "the register"
    VISITS = "visits"
    WORKFORCE = "workforce"
    INVESTIGATION = "investigating crime"
    MISSING = "missing and exploited children"
    SUSPECTS = "online suspects of child abuse"
    SIGNALS = "signals that should not fall"


@dataclass(frozen=True, slots=True)
class Measure:
    """A share of things such that something is wrong, or, of the theme SIGNALS, a count that should not fall.

    `counted` and `of` are the numerator and the denominator in words; `cite` is on whose word it is asked.
    `sealed`: which officers it counts is nobody's to see but vetting's and professional standards'.
    `unsaid` is what it does not say, and why, where somebody might think that it does.
    """

    name: str
    theme: Theme
    title: str
    counted: str
    of: str
    cite: str
    sealed: bool = False
    unsaid: str = ""

    @property
    def signal(self) -> bool:
        """True for a count; False for a share."""
        return self.theme is Theme.SIGNALS

    @property
    def monthly(self) -> bool:
        """True where it looks at what fell in the month up to the day, and not at all that stood on it."""
        return "the month" in self.of

    @property
    def row(self) -> str:
        """The row of policy that holds its limit; a count has none."""
        return f"measure_{self.name}"


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one unit on one day: how many were looked at, and how many of them count."""

    many: int
    of: int

    @property
    def share(self) -> float | None:
        """The share that counts; None where there was nothing to look at."""
        return self.many / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing that counts: its reference, its unit, and the days it has waited, where that is known."""

    ref: str
    unit: str
    days: int | None


class Alarm(StrEnum):
    """What a month says against the unit's own past, or against the limit of policy."""

    OVER = "above the limit"
    ROSE = "above its own past"
    FELL = "below its own past"
    SHIFT = "months in a row on one side"


@dataclass(frozen=True, slots=True)
class Chart:
    """The centre and control limits of the last month from the months before, and what it says.

    Blank numbers: too little past to judge. `why` says how they were worked out.
    """

    centre: float | None
    low: float | None
    high: float | None
    alarms: tuple[Alarm, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure over some days, oldest first: for each unit, "" for the force, one count a day."""

    measure: Measure
    days: tuple[date, ...]
    counts: Mapping[str, tuple[Counted, ...]]
    limit: float | None
    confirmed: bool
