"""A visit: what it was for, whether entry was sought to search, who came to the door."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import swift


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    VISIT = "visit"
    FIRST_VISIT = "first visit"  # newly on the register, or at liberty again
    NOTICE_AUTHORITY = "authority for an announced visit"
    CREW = "two officers at the door"
    RECORD = "record of a visit"


class Purpose(StrEnum):
    ASSESS_RISK = "assess risk"  # s.96B: the purpose that can count towards a warrant
    ROUTINE = "routine contact"
    CONFIRM_ADDRESS = "confirm address"
    ORDER_CHECK = "check order conditions"
    AFTER_RELEASE = "after release"
    WELFARE = "welfare"


class Outcome(StrEnum):
    SEEN = "seen"  # spoken to, at the premises, by the crew
    ENTERED = "entered"  # seen, and entry given
    REFUSED = "refused"  # somebody there refused entry
    NO_REPLY = "no reply"
    NOT_AT_HOME = "not at home"  # another occupant answered; the person was out
    GONE_AWAY = "gone away"  # occupant or neighbour says no longer lives there
    NO_SUCH_ADDRESS = "no such address"
    CALLED_OFF = "called off"  # the crew never got to the door: not an attempt

    @property
    def successful(self) -> bool:
        """True when the person was seen. An attempt is not a contact."""
        return self in (Outcome.SEEN, Outcome.ENTERED)

    @property
    def attempted(self) -> bool:
        """True when somebody knocked."""
        return self is not Outcome.CALLED_OFF


class NoticeReason(StrEnum):
    """Why a visit was announced. Anything but these grounds needs a sergeant's authority."""

    INTERPRETER = "interpreter"
    HEALTH = "health"
    CHILD_SAFEGUARDING = "child safeguarding"
    SAFETY = "officer safety"
    JOINT_AGENCY = "joint visit with another agency"
    OTHER = "other"


@swift
@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as recorded. `notice_hours` is None when unannounced. `crew` are officer refs."""

    ref: str
    at: datetime
    premises: str  # one key for the same premises
    purpose: Purpose | None
    sought_entry_to_search: bool
    outcome: Outcome | None
    notice_hours: int | None = None
    notice_reason: NoticeReason | None = None
    notice_authorised_by: str = ""
    notice_authorised_rank: str = ""
    crew: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        return self.at.date()


@swift
@dataclass(frozen=True, slots=True)
class Contact:
    """Both clocks and the run of failures between them.

    Made by `rules.contact.contact` for one person and by `bulk.contact` for a register.
    `failed` holds the attempts since the person was last seen, oldest first.
    """

    last_attempt_on: date | None = None
    last_seen_on: date | None = None
    last_seen_ref: str = ""
    failed: tuple[Visit, ...] = ()
    announced: tuple[Visit, ...] = ()  # announced visits within the period policy looks back
