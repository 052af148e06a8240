"""What the force should expect of itself, and a signal that falls below it."""

from dataclasses import dataclass
from enum import StrEnum


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
