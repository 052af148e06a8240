"""The level somebody is managed at, the assessments and plan behind it, and what intelligence says."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass
from watchkeeper.risk.answers import Begun, LevelReason, OwnClock, PlanAction, Rated
from watchkeeper.workforce.facts import Officer


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    LEVEL = "level of risk"
    ASSESSMENT = "risk assessment"
    PROBATION_ASSESSMENT = "assessment by probation"
    SIGN_OFF = "sign-off of a risk assessment"
    PLAN = "risk management plan"
    SUPERVISOR_REVIEW = "supervisor's review"
    INTELLIGENCE_REVIEW = "review of intelligence"
    INTELLIGENCE_FLAG = "intelligence flag"
    OVERRIDE = "decision on an override that has run out"
    OPEN_ASSESSMENT = "assessment begun and not concluded"
    ASSESSOR = "assessment by somebody trained"
    LEVEL_BELOW = "reason for a level below the score"
    PLAN_ACTION = "action of the plan"
    REPEAT = "assessment with an instrument made again"
    SECOND_RATING = "second rating of an assessment"


class Level(StrEnum):
    """Level of risk for management. Not recorded is None, and never means low."""

    VERY_HIGH = "very high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


LEVELS = tuple(Level)  # gravest first
GRAVE = (Level.VERY_HIGH, Level.HIGH)
"""The levels that "high risk" names wherever they are counted together: the first of `LEVELS`."""
HIGH_RISK = len(GRAVE)
"""How many of a row of figures by level, gravest first, are of high risk."""


@dataclass(frozen=True, slots=True)
class SetLevel:
    """A recorded human decision of level, and who made it."""

    ref: str
    level: Level
    set_on: date
    set_by: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A completed structured assessment, for example ARMS."""

    ref: str
    instrument: str
    completed_on: date
    signed_off_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The risk management plan. A blank `visit_every_months` leaves the interval to force policy.

    `reactive` means no home visits while the entry test holds. `actions_without_owner` counts
    plan actions nobody owns; `pillars` are the MAPPA pillars the plan fills in.
    """

    ref: str
    made_on: date
    visit_every_months: int | None = None
    deviation_reason: str = ""
    reactive: bool = False
    reactive_since: date | None = None
    pillars: tuple[str, ...] = ()
    actions_without_owner: int = 0
    approved_on: date | None = None
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Intelligence:
    """An item of intelligence about the person. `significant` may call for a new assessment."""

    ref: str
    received_on: date
    significant: bool = False
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A supervisor's review of plan, record and intelligence triggers."""

    ref: str
    reviewed_on: date
    reviewed_by: str


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """What a supervisor read, directed and set for next time. `review` is blank while not all was read."""

    ref: str
    review: str
    reviewed_on: date
    reviewed_by: str
    read: tuple[str, ...]
    directed: str = ""
    next_on: date | None = None


class OverrideKind(StrEnum):
    """What an officer of rank decides against the assessment or against force policy."""

    LEVEL = "level of risk"
    INTERVAL = "interval of visits"


@dataclass(frozen=True, slots=True)
class Override:
    """A level or an interval set by rank, for a reason and for a time.

    `about` is the ref of the level or of the plan that carries it; a newer one replaces the
    override. `until` is the first day it is no longer in force.
    """

    ref: str
    person: str
    kind: OverrideKind
    about: str
    was: str
    now: str
    reason: str
    decided_by: str
    rank: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of a person's risk on a day: newest of each, the unreviewed, and since when."""

    level: SetLevel | None = None
    level_low_since: date | None = None  # first day of the unbroken run of low that holds today
    assessed: Assessment | None = None  # newest completed
    plan: Plan | None = None  # newest
    reviewed: Review | None = None  # newest
    intelligence: tuple[Intelligence, ...] = ()  # not yet reviewed, and newest significant
    last_intelligence_on: date | None = None
    on_licence: bool = False  # probation leads the assessment
    registered_on: date | None = None  # first relevant date: management begins
    at_liberty_since: date | None = None  # last release or return
    begun: tuple[Begun, ...] = ()  # with an instrument, and still open
    rated: tuple[tuple[Rated, Officer | None], ...] = ()  # newest of each instrument, and who made it
    level_reason: LevelReason | None = None  # why the level is below what a score points to
    actions: tuple[PlanAction, ...] = ()  # not done
    own_clocks: tuple[OwnClock, ...] = ()  # of those in `rated` whose instrument says when it is made again
