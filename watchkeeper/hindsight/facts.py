"""Looking back: what was true, what was known, what was due, who looked; and a chronology in hindsight."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Agreement(StrEnum):
    """How what was known at an instant stands to what is held true of that day now."""

    SAME = "true and known"
    UNKNOWN = "true, not known then"
    OTHERWISE = "known otherwise then"
    UNTRUE = "known then, not held true now"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing on a day: what was known of it at an instant, and what is held true of it now.

    Empty where nothing was, or is. `happened` is the day it belongs to, `first_known` when it came to
    be known, `source` the row that says so.
    """

    kind: str
    about: str
    known: str
    true: str
    happened: date | None = None
    first_known: datetime | None = None
    source: str = ""

    @property
    def agreement(self) -> Agreement:
        """How the two stand to each other, in words."""
        if self.known == self.true:
            return Agreement.SAME
        if not self.known:
            return Agreement.UNKNOWN
        return Agreement.OTHERWISE if self.true else Agreement.UNTRUE


@dataclass(frozen=True, slots=True)
class Looked:
    """One look, or a refusal, before an instant: who, when, by which power and why."""

    by: str
    at: datetime
    power: str
    purpose: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Known:
    """One person or unit on a day: as known at an instant, and as held true at `now`.

    `held` is how things stood, `facts` every fact recorded of days up to `on`, `duties` every clock.
    `looks` is None where the reader may not see who looked; `looked` counts them all the same.
    `decision` is the decision that was asked about, with `reasons` from the trail.
    """

    ref: str
    on: date
    known_at: datetime
    now: datetime
    policy: str
    held: tuple[Matter, ...]
    facts: tuple[Matter, ...]
    duties: tuple[Matter, ...]
    looks: tuple[Looked, ...] | None
    looked: int
    decision: Matter | None = None
    reasons: tuple[str, ...] = ()

    @property
    def later(self) -> tuple[Matter, ...]:
        """Facts of days up to `on` that came to be known, or were put right, after the instant."""
        return tuple(each for each in self.facts if each.agreement is not Agreement.SAME)

    @property
    def many_same(self) -> int:
        """How many facts were both true and known."""
        return len(self.facts) - len(self.later)


class Kind(StrEnum):
    """What a line of a chronology is about."""

    FACT = "fact"
    RISK = "level or assessment"
    DUTY = "duty"
    DECISION = "decision"
    GAP = "gap"
    ALERT = "alert"
    LOOK = "look or act"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chronology: when it happened and when it was recorded, what, and from which row.

    `recorded` is None for what is worked out and stored nowhere: clocks and gaps.
    """

    happened: date | None
    at: datetime | None
    recorded: datetime | None
    kind: Kind
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Review:
    """The chronology of one person from one day to another, as known at an instant under one policy."""

    ref: str
    since: date
    until: date
    known_at: datetime
    policy: str
    lines: tuple[Line, ...]

    def many(self, kind: Kind) -> int:
        """How many lines are of a kind."""
        return sum(1 for line in self.lines if line.kind is kind)
