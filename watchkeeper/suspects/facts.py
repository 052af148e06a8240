"""Somebody referred as an online suspect of child abuse, and everything recorded from receipt to outcome."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from watchkeeper.crimes.facts import Finalised
from watchkeeper.law.swift import dataclass


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    GRADE = "band of a referral"
    REGRADE = "band of a referral given again"
    ENFORCE = "enforcement of a referral"
    ENFORCE_NEXT = "enforcement of a referral, or another reason"
    CHILDREN = "children at the address asked about"
    SAFEGUARD = "safeguarding referral for a child near a suspect"
    TELL_MANAGER = "telling the manager that somebody on the register is a suspect"
    PROMPT = "answer about the suicide risk of a suspect"
    PAIR = "two referrals that may be one"
    DEVICE_SUBMITTED = "device of a suspect sent for examination"
    DEVICE_EXAMINED = "examination of a device of a suspect"
    DEVICE_RESULT = "result of a device of a suspect"
    OUTCOME = "outcome of a referral that was enforced"
    SECOND_LOOK = "second look before a referral is closed without action"


class Band(StrEnum):
    """How likely a suspect is to abuse a child in person, gravest first. A licensed tool gives it, not we."""

    VERY_HIGH = "very high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


BANDS = tuple(Band)


class Sender(StrEnum):
    """Who sent a referral."""

    NCA = "National Crime Agency"
    REGIONAL = "regional unit"
    FORCE = "another force"
    PARTNER = "partner agency"
    PUBLIC = "member of the public"
    OWN = "the force's own work"


class News(StrEnum):
    """A change of facts that a band given before it knows nothing of."""

    ADDRESS = "new address"
    CHILD = "child found"
    SUSPECT = "new suspect"
    MATERIAL = "new material"
    OTHER = "another change"


class ChildTie(StrEnum):
    """How a suspect comes near a child."""

    LIVES = "lives at the address"
    VISITS = "visits the address"
    NEAR = "lives or goes to school nearby"
    FAMILY = "family elsewhere"
    WORK = "through work or as a volunteer"
    ONLINE = "in contact online"


class StepKind(StrEnum):
    """What happens in a referral. Those of ENFORCING end the clock of enforcement."""

    SEARCH = "search under a warrant"
    ARREST = "arrest"
    INTERVIEW = "voluntary interview"
    BAIL_RETURN = "bail return"
    CHARGE = "charge decision"
    RELEASED = "released under investigation"


ENFORCING = frozenset({StepKind.SEARCH, StepKind.ARREST, StepKind.INTERVIEW})


class DeviceStep(StrEnum):
    """Steps of a device, in order."""

    SEIZED = "seized"
    SUBMITTED = "submitted for examination"
    EXAMINED = "examined"
    RESULT = "result"


DEVICE_RESULT = "device result"
"""The trigger of a prompt that a device gives, beside those of StepKind."""


class PromptAnswer(StrEnum):
    """What an officer says of the suicide risk of a suspect, having asked. Nobody is scored."""

    NONE_SEEN = "asked, and no sign of risk seen"
    PLAN = "risk seen, and a plan made with them"
    HEALTH = "risk seen, and a health service told"
    NOT_SPOKEN = "not spoken to, and somebody close to them told"


class Verdict(StrEnum):
    """What an officer said of two referrals that look alike."""

    ONE = "one referral"
    TWO = "two referrals"


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral as it came, with the first suspect and address named in it. Clocks run from `received_at`.

    `sent_as` is its number at whoever sent it; `who` the name and date of birth as one key, empty unless
    both are known; `person` their ref in people. None of a fact means nobody recorded it, never no.
    """

    ref: str
    received_at: datetime
    sender: Sender | None = None
    sent_as: str = ""
    unit: str = ""
    who: str = ""
    person: str = ""
    postcode: str = ""
    children: bool | None = None  # whether a child lives at or visits the address
    works_with_children: bool | None = None


@dataclass(frozen=True, slots=True)
class SuspectPerson:
    """One more suspect of a referral, found after it came."""

    ref: str
    referral: str
    at: datetime
    person: str = ""
    who: str = ""
    works_with_children: bool | None = None


@dataclass(frozen=True, slots=True)
class SuspectAddress:
    """One more address of a referral, found after it came."""

    ref: str
    referral: str
    at: datetime
    postcode: str = ""
    children: bool | None = None


@dataclass(frozen=True, slots=True)
class ChildNear:
    """A child a suspect comes near, and how."""

    ref: str
    referral: str
    at: datetime
    tie: ChildTie
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Banded:
    """A band given: by whom, with which tool in which version. The tool's own questions are not here."""

    ref: str
    referral: str
    band: Band
    at: datetime
    by: str = ""
    tool: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Learned:
    """Something newly known that the band does not rest on."""

    ref: str
    referral: str
    kind: News
    at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened: a search, an arrest, a return to bail, a charge decision."""

    ref: str
    referral: str
    kind: StepKind
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class Delayed:
    """Why nothing was enforced in the band's time: by whom, of which rank, and until when it holds."""

    ref: str
    referral: str
    at: datetime
    next_at: datetime | None = None
    by: str = ""
    rank: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Safeguarded:
    """The children of a referral were referred to a local authority."""

    ref: str
    referral: str
    at: datetime
    authority: str = ""


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """One step of one device."""

    ref: str
    referral: str
    device: str
    step: DeviceStep
    at: datetime


@dataclass(frozen=True, slots=True)
class PromptAnswered:
    """A prompt about suicide risk, answered by name. `trigger` is the step or device step it is about."""

    ref: str
    referral: str
    trigger: str
    at: datetime
    by: str = ""
    answer: PromptAnswer | None = None


@dataclass(frozen=True, slots=True)
class ManagerTold:
    """The manager of somebody on the register was told that they are a suspect."""

    ref: str
    referral: str
    person: str
    at: datetime
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two referrals looked at: `other` is the later, and part of `referral` while they are one.

    `undone_at` is when that was taken back; both then run on as if nobody had looked.
    """

    ref: str
    referral: str
    other: str
    verdict: Verdict
    at: datetime
    by: str = ""
    undone_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it stands at an instant."""
        return self.at <= at and (self.undone_at is None or at < self.undone_at)


@dataclass(frozen=True, slots=True)
class Known:
    """What other records say of a referral, as they stood when it was read.

    `registered`: which of its suspects are on the register. `child_near`: of its postcodes those with a
    home nearby where by the records of people a child lives, and how many metres away the nearest is: 0
    at the very postcode alone, never at another that lies at the same point.
    `alike`: earlier referrals, not closed, that look like this one.
    """

    registered: frozenset[str] = frozenset()
    child_near: Mapping[str, float] = field(default_factory=dict)
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that is on record of one referral, and of those that are one with it, `also`."""

    referral: Referral
    also: tuple[Referral, ...] = ()
    people: tuple[SuspectPerson, ...] = ()
    addresses: tuple[SuspectAddress, ...] = ()
    children: tuple[ChildNear, ...] = ()
    bands: tuple[Banded, ...] = ()
    learned: tuple[Learned, ...] = ()
    steps: tuple[Step, ...] = ()
    delays: tuple[Delayed, ...] = ()
    safeguards: tuple[Safeguarded, ...] = ()
    devices: tuple[DeviceRecord, ...] = ()
    prompts: tuple[PromptAnswered, ...] = ()
    told: tuple[ManagerTold, ...] = ()
    pairs: tuple[Pair, ...] = ()
    finals: tuple[Finalised, ...] = ()
    known: Known = Known()

    @property
    def received_at(self) -> datetime:
        """When it first came: of those that are one, the first receipt counts."""
        return min(each.received_at for each in (self.referral, *self.also))
