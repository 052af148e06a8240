"""What follows when nobody opens the door: the rungs, and the decisions people made on them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import swift
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


@swift
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
    confirmed: bool = True  # False when it rests on a number nobody has read against its source


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next step for one person, and why. Proposed by rule; a person takes it."""

    step: Step
    because: tuple[str, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A duty to notify in default, derived from its clock and never stored.

    `failed_on` is the first day of default, the day after the last lawful day. `answered_on`
    is the day it was notified late, None while the failure goes on.
    """

    duty: str  # in the words of registers.facts.Duty
    ref: str
    failed_on: date
    answered_on: date | None = None
    excuse: str = ""  # a reasonable excuse, as recorded
    prosecuted: bool = False  # s.91(3): once for the same failure


class Necessity(StrEnum):
    """Why an arrest is necessary: the reasons of PACE 1984, s.24(5), and no others."""

    NAME = "to learn the person's name"  # (a)
    ADDRESS = "to learn the person's address"  # (b)
    PREVENT_HARM = "to prevent harm or loss"  # (c)
    PROTECT = "to protect a child or other vulnerable person"  # (d)
    INVESTIGATE = "to allow a prompt and effective investigation"  # (e)
    DISAPPEARANCE = "to prevent a prosecution being hindered by disappearance"  # (f)
