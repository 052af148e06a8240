"""The words of what follows a sample: findings and recommendations, each with an owner and a clock."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Duty(StrEnum):
    """What an owner owes an inspection."""

    FIRST = "first look at a sample"
    LOOK = "second look at a sample"
    SETTLE = "differences of a sample to settle"
    ANSWER = "answer to a finding"
    AGREED = "decision on an answer"
    ACTION = "action on a recommendation"
    CLOSURE = "decision on a closure"


class Gravity(StrEnum):
    """How bad a finding is: it sets the days its owner has."""

    URGENT = "urgent"
    SERIOUS = "serious"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sample found, put to an officer by name. `cases` are references."""

    ref: str
    sample: str
    question: str
    gravity: Gravity
    says: str
    cases: tuple[str, ...]
    owner: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class FindingAnswer:
    """What the owner of a finding says to it; by anybody else, what is said of that answer.

    Another officer who accepts the owner's answer has settled the finding; one who does not sends it back.
    """

    ref: str
    finding: str
    accepted: bool
    says: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is to change, and the measure that must move to `target` and stay there `months` month-ends.

    `stood` is what the measure said when it was made, blank for nothing to look at.
    """

    ref: str
    finding: str
    says: str
    measure: str
    unit: str
    target: float
    months: int
    stood: float | None
    owner: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that shows what was done, by its reference in the force's own records."""

    ref: str
    recommendation: str
    reference: str
    says: str
    on: date
    by: str


class ClosureStep(StrEnum):
    """What is done about closing a recommendation: one proposes, another confirms or refuses."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Closure:
    """One step towards closing a recommendation, with its reason."""

    ref: str
    recommendation: str
    step: ClosureStep
    because: str
    on: date
    by: str
