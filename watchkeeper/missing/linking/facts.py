"""What links are made from, and what a link is. Refs and places alone: no name ever comes here.

Facts go in, candidates come out. A candidate is never more than a proposal until a person confirms it.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from watchkeeper.law.swift import dataclass


class Spot(NamedTuple):
    """A place on the British National Grid, in metres."""

    easting_metres: float
    northing_metres: float


class ThingKind(StrEnum):
    """What is seen in an episode or a case and may be seen in another."""

    PHONE = "phone"
    VEHICLE = "vehicle"
    ONLINE_NAME = "online name"
    ADULT = "adult"
    PLACE = "place"  # seen or named there, which is not the same as found there
    DEVICE = "device"
    ACCOUNT = "account"


class LinkKind(StrEnum):
    """Why things may belong together, one word for each rule."""

    OFTEN = "missing often"
    GAPS = "shortening gaps"
    FAR = "found far away"
    TOGETHER = "missing together"
    PLACE = "same place found"
    THING = "same thing seen"
    ADDRESS = "found at an address"
    CASES = "in two cases"


class Strength(StrEnum):
    """How much a candidate says, least first. WEAK joins nobody to anybody until a person confirms it."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


STRENGTHS = tuple(Strength)


@dataclass(frozen=True, slots=True)
class Gone:
    """One episode of one child. `origin` and `found` name places exactly, "" where not known.

    The spots are where those places lie; None where that is not known, or not exactly enough.
    `until` is when the child was found; None while still missing.
    """

    episode: str
    child: str
    at: datetime
    until: datetime | None = None
    origin: str = ""
    origin_spot: Spot | None = None
    found: str = ""
    found_spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A thing seen with somebody, in an episode or a case. `key` is the thing, in one spelling.

    `who` is a child by ref, or with `grown` an adult by ref. Of a sighting of an adult `key` is the
    adult, and `registered` says that they are subject to notification.
    """

    ref: str
    who: str
    kind: ThingKind
    key: str
    at: datetime
    episode: str = ""
    case: str = ""
    grown: bool = False
    registered: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two children recorded as missing together, by whoever wrote down the episode."""

    ref: str
    child: str
    other: str
    at: datetime
    episode: str


@dataclass(frozen=True, slots=True)
class Watched:
    """An address of somebody on the register, or of a suspect of exploitation, while it was theirs.

    `until` is the first day it no longer was. `child` is their ref among missing children, if they are one.
    """

    person: str
    registered: bool
    place: str
    spot: Spot | None = None
    since: date | None = None
    until: date | None = None
    child: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything links are looked for in, in any order."""

    gone: tuple[Gone, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    beside: tuple[Beside, ...] = ()
    watched: tuple[Watched, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact a candidate rests on: its ref, its day, and what it says."""

    ref: str
    on: date
    says: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link that somebody should look at. `key` stays the same as evidence comes in.

    `thing` is the place, phone, address or other thing between the parties, "" where there is none.
    `red` marks a child and somebody on the register, near enough to be told at once. `crowded` marks a
    thing so many children share that it says nothing of any two. `expires_on` is the first day it is no
    longer offered, unless confirmed.
    """

    kind: LinkKind
    key: str
    children: tuple[str, ...]
    adults: tuple[str, ...]
    thing: str
    strength: Strength
    why: str
    evidence: tuple[Evidence, ...]
    newest_on: date
    expires_on: date
    red: bool
    crowded: bool
    cite: str
    confirmed: bool
