"""What is said and done about a failure to notify: excuses and prosecutions. SOA 2003, s.91."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass
from watchkeeper.registers.facts import Duty
from watchkeeper.workforce.facts import Rank

OFFENCES: dict[str, str] = {
    Duty.INITIAL: "s.83(1)",
    Duty.COMPLETE: "s.83(1)",
    Duty.CHANGE: "s.84(1)",
    Duty.STAY: "s.84(1)",
    Duty.NON_EVENT: "s.84(4)(b)",
    Duty.ANNUAL: "s.85(1)",
    Duty.WEEKLY: "s.85(1)",
    Duty.TRAVEL: "regulations under s.86(1)",
    Duty.TRAVEL_CHANGE: "regulations under s.86(1)",
    Duty.TRAVEL_RETURN: "regulations under s.86(1)",
}
"""Duties whose breach is an offence under s.91(1)(a), and the requirement breached."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why somebody says a duty to notify was not met, and what an officer of rank made of it.

    Duty, what it is about and first day of default name the failure. `accepted` is None until it
    is answered. While the failure goes on, an accepted excuse no longer holds from `review_on`.
    """

    ref: str
    duty: str
    about: str
    failed_on: date
    given_on: date
    says: str
    accepted: bool | None = None
    answered_on: date | None = None
    answered_by: str = ""
    rank: Rank | None = None
    reason: str = ""
    review_on: date | None = None


class ProsecutionKind(StrEnum):
    CHARGE = "charge"
    SUMMONS = "summons"
    CAUTION = "caution"  # ends the matter the day it is given: no court answers


class ProsecutionOutcome(StrEnum):
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    DROPPED = "dropped"  # discontinued or withdrawn: the same failure may be asked about again


@dataclass(frozen=True, slots=True)
class Prosecution:
    """A charge, a summons or a caution for one failure to notify, and how it ended at court."""

    ref: str
    duty: str
    about: str
    failed_on: date
    kind: ProsecutionKind
    begun_on: date
    court: str = ""
    outcome: ProsecutionOutcome | None = None
    ended_on: date | None = None
    says: str = ""
