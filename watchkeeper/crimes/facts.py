"""A crime, its people, who holds it, and everything recorded on the way from report to outcome."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class OffenceGroup(StrEnum):
    """What the allocation matrix tells apart. Which counting code falls where stands in policy, dated."""

    HOMICIDE = "homicide"
    RAPE = "rape and serious sexual offences"
    CHILD_SEXUAL = "child sexual abuse"
    CHILD_ABUSE = "child abuse and neglect"
    INDECENT_IMAGES = "indecent images of children"
    EXPLOITATION = "exploitation and trafficking"
    REGISTER_BREACH = "breach by a registered offender"
    OTHER_SEXUAL = "other sexual offences"
    STALKING = "stalking and harassment"
    VIOLENCE = "violence against the person"
    ROBBERY = "robbery"
    BURGLARY = "burglary"
    FRAUD = "fraud"
    VOLUME = "volume crime"


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    GRADE = "grade of a crime"
    ALLOCATION = "allocation of a crime"
    INITIAL_REVIEW = "supervisor's initial review"
    REVIEW = "supervisor's review"
    PLAN = "investigation plan"
    ENQUIRY = "line of enquiry"
    CONFIRMATION = "written confirmation to the victim"
    NEEDS = "needs assessment of the victim"
    REFERRAL = "referral to victim support"
    TELL_VICTIM = "victim told of what happened"
    BAIL = "bail"
    SUSPECT = "suspect outstanding"
    DEVICE_SUBMITTED = "device sent for examination"
    DEVICE_EXAMINED = "examination of a device"
    SECOND_LOOK = "second look before no further action"
    DISPUTE = "decision on a disputed allocation"


class CrimeKind(StrEnum):
    """The rows of the allocation matrix, domain 4.2. What each asks stands in policy."""

    HOMICIDE = "homicide"
    RAPE = "rape and serious sexual offences"
    CHILD_SEXUAL = "child sexual abuse"
    CHILD_ABUSE = "child abuse and neglect"
    INDECENT_IMAGES = "indecent images of children"
    EXPLOITATION = "exploitation and trafficking"
    REGISTER_BREACH = "breach by a registered offender"
    OTHER_SEXUAL = "other sexual offences"
    HIGH_RISK_DOMESTIC = "high-risk domestic abuse"
    COMPLEX_ROBBERY = "robbery of a business or with several lines"
    SERIOUS = "other serious and complex crime"
    VOLUME = "volume crime"


class Part(StrEnum):
    """What somebody is in a crime."""

    VICTIM = "victim"
    SUSPECT = "suspect"
    WITNESS = "witness"


class Relationship(StrEnum):
    """What the suspect is to the victim."""

    PARTNER = "partner or former partner"
    FAMILY = "family"
    CARER = "carer or in a position of trust"
    ACQUAINTANCE = "acquaintance"
    STRANGER = "stranger"
    ONLINE = "met online"


class Response(StrEnum):
    """Grades of response, most urgent first."""

    IMMEDIATE = "immediate"
    PRIORITY = "priority"
    SCHEDULED = "scheduled"
    DESK = "without attendance"


class ReviewKind(StrEnum):
    INITIAL = "initial review"
    REVIEW = "review"


class EventKind(StrEnum):
    """What happens in a case of which the victim is told, or which starts another clock."""

    ARREST = "arrest"
    INTERVIEW = "voluntary interview"
    BAIL = "bail"
    BAIL_ENDED = "bail ended"
    RELEASED = "released under investigation"
    CHARGE = "charge"
    CAUTION = "out-of-court resolution"
    NO_ACTION = "no further action"
    WANTED = "circulated as wanted"


DEALT_WITH = frozenset({EventKind.ARREST, EventKind.INTERVIEW, EventKind.CHARGE, EventKind.CAUTION})
"""What ends that a suspect is outstanding."""
AFTER_BAIL = frozenset(
    {EventKind.BAIL_ENDED, EventKind.RELEASED, EventKind.CHARGE, EventKind.CAUTION, EventKind.NO_ACTION}
)
"""What follows bail, and ends its clock."""


class Told(StrEnum):
    """What a victim was told or asked."""

    CONFIRMED = "report confirmed in writing"
    UPDATE = "update"
    REFERRED = "referred to victim support"
    NEEDS = "needs assessment"


class Step(StrEnum):
    """Steps of the examination of a device."""

    SEIZED = "seized"
    SUBMITTED = "submitted for examination"
    EXAMINED = "examined"


@dataclass(frozen=True, slots=True)
class Crime:
    """A crime as reported. A blank is kept and said; only the step that needs it waits.

    `reported_at` is None where nobody recorded the day; `reported_month` is then the first day of the
    month it was reported in, where that much is known. No day is made up from it: every clock that
    counts from the report is missing, and says so.
    `offence` is the Home Office counting code, or a type of crime as police.uk publishes it.
    `domestic`, `high_risk`, `child_at_risk`, `repeat`: None means nobody recorded it, and is read as
    yes where the question is which care to take.
    """

    ref: str
    reported_at: datetime | None
    offence: str
    unit: str
    postcode: str = ""
    occurred_on: date | None = None
    domestic: bool | None = None
    high_risk: bool | None = None
    lines_of_enquiry: int | None = None
    street: bool | None = None  # of robbery: in the street, not of a business
    reported_month: date | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a crime: `person` on record, `officer` of the force's own, or neither."""

    ref: str
    crime: str
    part: Part
    person: str = ""
    officer: str = ""
    born_on: date | None = None
    relationship: Relationship | None = None
    in_care: bool | None = None
    disabled: bool | None = None
    repeat: bool | None = None
    intimidated: bool | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade decided by an officer, with a sentence on each letter of THRIVE, never a score."""

    ref: str
    crime: str
    response: Response
    on: date
    by: str
    threat: str = ""
    harm: str = ""
    risk: str = ""
    investigation: str = ""
    vulnerability: str = ""
    engagement: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a crime. `until` is the first day they no longer do; `supervisor` reviews it."""

    ref: str
    crime: str
    officer: str
    since: date
    until: date | None = None
    supervisor: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A supervisor's review. `next_on` is the last day of the next one, where they set it sooner."""

    ref: str
    crime: str
    kind: ReviewKind
    on: date
    by: str
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A line of enquiry of the investigation plan. `done_on` None while it is open."""

    ref: str
    crime: str
    set_on: date
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """Something that happened in the case. `until`: of bail, the first day it no longer holds."""

    ref: str
    crime: str
    kind: EventKind
    on: date
    party: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class VictimTold:
    """What a victim was told, and of which event where it was about one."""

    ref: str
    crime: str
    told: Told
    on: date
    party: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """One step of the examination of one device."""

    ref: str
    crime: str
    device: str
    step: Step
    on: date


@dataclass(frozen=True, slots=True)
class Finalised:
    """A crime proposed to be closed, and the second look where one must be had before that stands.

    `outcome` is None where nobody recorded the code, and is then no action; `on` None where nobody
    recorded the day, and is then of some day before anybody asks.
    """

    ref: str
    crime: str
    outcome: int | None
    on: date | None
    by: str
    reason: str = ""
    second_by: str = ""
    second_on: date | None = None
    second_agrees: bool | None = None
    safeguarding: bool | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """An allocation somebody disputes, and what its one decider said; `decided_on` None while open."""

    ref: str
    crime: str
    officer: str
    by: str
    on: date
    reason: str = ""
    decider: str = ""
    decided_on: date | None = None
    upheld: bool | None = None


@dataclass(frozen=True, slots=True)
class AllocationOverride:
    """Leave for one officer to hold one crime they are not eligible for. `until`: first day it lapses."""

    ref: str
    crime: str
    officer: str
    by: str
    on: date
    until: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """All that is on record of one crime on a night."""

    crime: Crime
    parties: tuple[Party, ...] = ()
    grades: tuple[Graded, ...] = ()
    holdings: tuple[Held, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    told: tuple[VictimTold, ...] = ()
    devices: tuple[Device, ...] = ()
    finals: tuple[Finalised, ...] = ()
    disputes: tuple[Disputed, ...] = ()
    overrides: tuple[AllocationOverride, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspected:
    """What whoever looks after a person is told of a crime they are suspected in, and no more.

    `people` are the suspects whose record the reader may see, by ref. Nothing is said of victims,
    witnesses and other suspects, nor in the words of the report.
    """

    crime: str
    people: tuple[str, ...]
    offence: str
    reported: str
    unit: str
    holder: str
    closed: bool
