"""A visit: what it was for, whether entry was sought to search, who came to the door."""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from watchkeeper.law.swift import dataclass

LONDON = ZoneInfo("Europe/London")


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    VISIT = "visit"
    FIRST_VISIT = "first visit"  # newly on the register, or at liberty again
    NOTICE_AUTHORITY = "authority for an announced visit"
    CREW = "two officers at the door"
    RECORD = "record of a visit"
    PATTERN = "visits that can be guessed"


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
        """The day in London: half past midnight in summer is the day after that of Greenwich."""
        return self.at.astimezone(LONDON).date()


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody at the door: all that a pattern of visits is read from."""

    at: datetime
    seen: bool  # whether the person was


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
    knocks: tuple[Knock, ...] = ()  # of the months a pattern is looked for in; () if none could be there


class Age(StrEnum):
    ADULT = "adult"
    CHILD = "child"


class Tie(StrEnum):
    """How somebody who was at the door is tied to the person."""

    PARTNER = "partner"
    FORMER_PARTNER = "former partner"
    CHILD = "own child"
    PARTNERS_CHILD = "partner's child"
    PARENT = "parent"
    SIBLING = "brother or sister"
    RELATIVE = "other relative"
    FRIEND = "friend or guest"
    LODGER = "lodger or housemate"
    STAFF = "hostel staff or landlord"
    CARER = "carer or support worker"
    NEIGHBOUR = "neighbour"
    NOT_SAID = "not said"


class DeviceKind(StrEnum):
    PHONE = "phone"
    COMPUTER = "computer"
    TABLET = "tablet"
    STORAGE = "disc, stick or card"
    CONSOLE = "games console"
    ROUTER = "router"
    OTHER = "other device"


class DeviceMethod(StrEnum):
    BY_HAND = "looked through by hand"
    SOFTWARE = "monitoring software"
    TRIAGE = "triage tool"
    ASKED = "asked about only"


class DeviceResult(StrEnum):
    NOTHING = "nothing of concern"
    CONCERN = "something of concern"
    REFUSED = "refused"
    NOT_POSSIBLE = "could not be checked"


class DeviceFollowUp(StrEnum):
    NONE = "nothing more"
    EXAMINE = "to be examined"
    SEIZED = "seized"
    AGAIN = "to be checked again"


class Complied(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_TESTED = "not tested"

    @property
    def tested(self) -> bool:
        """True when the visit tested the condition, kept or broken."""
        return self is not Complied.NOT_TESTED


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who was there. A name is kept only where one was given."""

    age: Age
    tie: Tie
    name: str = ""


@dataclass(frozen=True, slots=True)
class DeviceCheck:
    kind: DeviceKind
    method: DeviceMethod
    result: DeviceResult
    follow_up: DeviceFollowUp = DeviceFollowUp.NONE


@dataclass(frozen=True, slots=True)
class ConditionCheck:
    """One term of an order held against what was found. `condition` is its ref."""

    condition: str
    complied: Complied
    how: str = ""


@dataclass(frozen=True, slots=True)
class Doorstep:
    """All that is recorded at the door in one go.

    `client_key` is made on the device with the form, so that what is sent twice is stored
    once. `kept_at` is the instant the device kept it by its own clock, held against the
    service's; None when it was sent at once.
    """

    visit: Visit
    client_key: str
    present: tuple[Present, ...] = ()
    devices: tuple[DeviceCheck, ...] = ()
    conditions: tuple[ConditionCheck, ...] = ()
    notes: str = ""
    kept_at: datetime | None = None


class Arrival(StrEnum):
    """What became of a doorstep record that reached the service."""

    RECORDED = "recorded"
    AGAIN = "recorded before"
    CONFLICT = "kept beside another"
    PERHAPS = "perhaps one already recorded"  # another form, the same door at about the same time


class Ruling(StrEnum):
    """What somebody decided of the records of a visit."""

    STANDS = "which record stands"
    APART = "another visit"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Arrived:
    """`visit` is the ref of the visit it was recorded as, or is kept beside; `record` its own ref."""

    arrival: Arrival
    visit: str
    record: str
