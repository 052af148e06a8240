"""Alerts: what somebody must act on now, whose it is, who was shown it, and who took it on."""

from datetime import datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass
from watchkeeper.workforce.facts import Rank


class Kind(StrEnum):
    """What an alert is about."""

    DECISION = "decision owed"
    UNMANAGED = "person newly unmanaged"
    BREAK_GLASS = "record opened in an emergency"
    UNDELIVERED = "alerts nobody has been shown"
    FAILED_JOB = "background job failed"
    REGISTERED_SUSPECT = "person on the register suspected of a crime"
    OWN_SUSPECT = "one of the force's own suspected of a crime"
    MISSING_REPORTED = "somebody reported missing"
    MISSING_HIGH = "somebody missing graded high"
    FOUND_NEAR = "somebody missing found near a registered offender"
    FOUND_NEAR_HUB = "somebody missing found near a registered offender, for the coordinators"
    FOUND_NEAR_THEM = "somebody missing found near somebody you manage"
    SEEN_WITH = "somebody missing seen with a registered offender"
    SEEN_WITH_HUB = "somebody missing seen with a registered offender, for the coordinators"
    NEW_NAME = "somebody you manage may have a new name"
    SEEN_WITH_THEM = "somebody missing seen with somebody you manage"


OF_THE_SYSTEM = frozenset({Kind.UNDELIVERED, Kind.FAILED_JOB})
"""Alerts about Watchkeeper itself: its administrators hold them too, whatever their rank and unit."""


OF_STANDARDS = frozenset({Kind.OWN_SUSPECT})
"""Alerts for professional standards alone: the chain of command of whoever it is about is not asked."""


OF_THE_MISSING = frozenset({Kind.MISSING_REPORTED, Kind.FOUND_NEAR_HUB, Kind.SEEN_WITH_HUB})
"""Alerts for missing-persons coordinators of every unit: children go from one to another."""


class Urgency(StrEnum):
    """How soon somebody must act: what the minutes of silence are counted by."""

    NOW = "now"
    TODAY = "today"


class Channel(StrEnum):
    """How an alert reached an officer."""

    PAGE = "shown on a page"
    PUSH = "pushed to an open page"
    EMAIL = "counted in an e-mail"


@dataclass(frozen=True, slots=True)
class Raising:
    """An alert to be raised: to a unit, empty for the whole force, from a rank upwards.

    `says` is what a person reads: references and words of the law, never a name. `about` is
    the person's ref, empty when it is about nobody. `cause` tells one matter from another: the
    same kind, person and cause is the same alert while it is open. `officer` is somebody it is
    for by name, beside those of the rank. `page` is the address of the page behind it.
    """

    kind: Kind
    says: str
    about: str
    cause: str
    unit: str
    least_rank: Rank
    urgency: Urgency
    page: str
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert as raised."""

    ref: str
    raised_at: datetime
    raising: Raising


@dataclass(frozen=True, slots=True)
class Delivery:
    """An officer was shown an alert."""

    alert: str
    officer: str
    channel: Channel
    at: datetime


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """An officer took an alert on: it is theirs, and it climbs no further."""

    alert: str
    officer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """With which rank an alert stands, since when, and when it goes one rank up.

    `periods` counts the full periods of silence. `climbs_at` is None at the highest rank.
    """

    rank: Rank
    since: datetime
    climbs_at: datetime | None
    periods: int
