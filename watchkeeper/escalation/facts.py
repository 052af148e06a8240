"""What follows when nobody opens the door: the rungs, and the decisions people made on them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.workforce.facts import Rank


class Step(StrEnum):
    """The next lawful step. Proposed by rule, never taken by it."""

    NONE = "none"
    TRY_ANOTHER_TIME = "try another hour or day"
    ADDRESS_ENQUIRIES = "make address enquiries"
    SUPERVISOR_REVIEW = "supervisor's review"
    ENFORCEMENT_DECISION = "enforcement decision"
    AWAIT_OUTCOME = "see the decision through"


class Choice(StrEnum):
    """What a person may decide. Not acting is one of them."""

    ARREST = "arrest"  # s.91
    WARRANT = "warrant"  # s.96B
    CIRCULATE = "circulate as wanted"
    ANOTHER_ATTEMPT = "another attempt"
    NO_ACTION = "no action"


class Ground(StrEnum):
    """What a decision is asked for. One ground is asked once while it stays open."""

    REFUSED_ENTRY = "two occasions of entry refused"  # s.96B(2)(d), rule 63
    NO_CONTACT = "not seen for too long"  # rule 64
    WHEREABOUTS = "whereabouts unknown"  # rule 65
    FAILURE_TO_NOTIFY = "failure to notify"  # s.91, rule 27
    FURTHER_OFFENCE = "charged with a serious further offence"  # rule 75
    REACTIVE = "reactive management no longer holds"  # rule 70
    REVIEW = "supervisor's review of failed visits"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as recorded. It lapses on `expires_on`, the first day it no longer holds."""

    ref: str
    ground: Ground
    choice: Choice
    decided_on: date
    decided_by: str
    rank: Rank
    reason: str
    expires_on: date | None
    done_on: date | None = None  # the arrest, the warrant executed, the circulation made


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge with a serious further offence while on the register."""

    ref: str
    charged_on: date
    review_commissioned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A decision owed: on what ground, since when, by which day, by which rank, and why.

    `rank` is the rank that must decide today: one up from `first_rank` for each further
    period of silence. `options` are the choices open with what each still lacks.
    """

    ground: Ground
    since: date
    by: date
    first_rank: Rank
    rank: Rank
    because: tuple[str, ...]
    options: tuple[str, ...]
    cite: str
    lapsed: str = ""  # ref of an earlier decision on the same ground that has expired
