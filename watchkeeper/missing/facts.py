"""Somebody gone missing, each time it happened, and everything recorded from the report to the close."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    GRADE = "grade of a missing episode"
    CONFIRM = "confirmation of a provisional grade"
    DEPLOY = "officers sent at once"
    FIRST_ENQUIRY = "first enquiry for somebody missing"
    ENQUIRY = "next enquiry for somebody missing"
    REVIEW = "supervisor's review of a missing episode"
    PREVENTION = "prevention interview"
    TELL_AUTHORITY = "telling the local authority that a child is found"
    RETURN_INTERVIEW = "return interview"


class Care(StrEnum):
    """Who looks after somebody gone missing."""

    FAMILY = "with family"
    HOME = "children's home"
    FOSTER = "foster care"
    SUPPORTED = "supported accommodation"
    HOSPITAL = "hospital"
    ALONE = "looks after themselves"


LOOKED_AFTER = frozenset({Care.HOME, Care.FOSTER, Care.SUPPORTED})
"""Care of a local authority."""


class Grade(StrEnum):
    """How likely and how serious harm is, gravest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    VERY_LOW = "very low"


GRADES = tuple(Grade)


class Ground(StrEnum):
    """What a grade rests on. Those of FREQUENCY say only how often somebody goes, and bear no grade alone."""

    AGE = "age"
    EXPLOITATION = "exploitation"
    HEALTH = "health or medicine"
    DISABILITY = "disability"
    SELF_HARM = "self-harm or suicide"
    WEATHER = "weather"
    OUT_OF_CHARACTER = "out of character"
    COMPANY = "who they may be with"
    CONTACT = "spoken to since"
    WHEREABOUTS = "whereabouts narrowed down"
    NEW_INFORMATION = "new information"
    OFTEN_MISSING = "often goes missing"
    COMES_BACK = "always comes back"


FREQUENCY = frozenset({Ground.OFTEN_MISSING, Ground.COMES_BACK})


class Source(StrEnum):
    """Where information about somebody missing is searched for."""

    INFORMANT = "informant"
    FAMILY = "family"
    CARER = "carer"
    ASSOCIATES = "associates"
    EARLIER = "earlier episodes"
    PNC = "Police National Computer"
    PND = "Police National Database"
    INTELLIGENCE = "local intelligence"
    SOCIAL_CARE = "social care"
    SCHOOL = "school"
    HEALTH = "health service"
    ONLINE = "social media"


class EnquiryKind(StrEnum):
    """What is done to find somebody."""

    SENT = "officers sent"
    SEARCH = "search of premises"
    ADDRESS = "call at an address"
    CALL = "telephone call"
    PHONE_DATA = "telephone data"
    CAMERAS = "cameras"
    TRANSPORT = "transport"
    ONLINE = "online enquiry"
    PUBLICITY = "publicity"
    PARTNER = "enquiry of a partner agency"
    OTHER = "another enquiry"


class HowFound(StrEnum):
    """How somebody came to be found."""

    RETURNED = "came back by themselves"
    POLICE = "found by police"
    CARER = "found by family or carer"
    PUBLIC = "found by somebody else"
    DEAD = "found dead"


class ReturnStep(StrEnum):
    """What became of the return interview of the local authority."""

    OFFERED = "offered"
    HELD = "held"
    REFUSED = "refused"


class SeenKind(StrEnum):
    """What turns up in an episode and may turn up in another."""

    PHONE = "phone"
    VEHICLE = "vehicle"
    ONLINE_NAME = "online name"
    ADULT = "adult"
    PLACE = "place"
    TOGETHER = "missing together"  # `value` is the ref of the other, in missing_people


class FlagKind(StrEnum):
    """What kind of exploitation somebody is flagged for."""

    SEXUAL = "child sexual exploitation"
    CRIMINAL = "child criminal exploitation"
    TRAFFICKING = "trafficking"


@dataclass(frozen=True, slots=True)
class CareHome:
    """A home children are looked after in, and the local authority it stands in."""

    ref: str
    name: str
    postcode: str
    authority: str
    unit: str


@dataclass(frozen=True, slots=True)
class MissingPerson:
    """Somebody who goes missing. None of a fact means nobody recorded it, and is never read as no.

    `person` is their ref in people where they are on the register themselves, `home` the care home.
    """

    ref: str
    born_on: date | None = None
    care: Care | None = None
    home: str = ""
    postcode: str = ""
    authority: str = ""
    disabled: bool | None = None
    learning_disabled: bool | None = None
    person: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag of exploitation: who owns it and when it is next looked at. `until`: first day it is off.

    `reviewed_on` is the day it was last looked at; None where nobody has since it was set.
    """

    ref: str
    missing: str
    kind: FlagKind
    on: date
    owner: str = ""
    review_on: date | None = None
    until: date | None = None
    reviewed_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on a day: from its own to the day before `until`."""
        return self.on <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Episode:
    """One time somebody went missing. The clocks run from `reported_at`, the first minute."""

    ref: str
    missing: str
    reported_at: datetime
    unit: str = ""
    last_seen_at: datetime | None = None
    postcode: str = ""
    home: str = ""
    reporter: str = ""
    medicine: bool | None = None  # needs medicine that is not with them
    self_harm: bool | None = None
    weather: bool | None = None  # in danger of the weather as dressed


@dataclass(frozen=True, slots=True)
class Searched:
    """Information asked for: of which source, who supplied it, how to reach them, when it was had."""

    ref: str
    episode: str
    source: Source
    at: datetime
    supplier: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade given, what it rests on, and the supervisor's rationale where policy asks for one."""

    ref: str
    episode: str
    grade: Grade
    at: datetime
    by: str
    provisional: bool | None = None
    grounds: tuple[Ground, ...] = ()
    reasons: str = ""
    rationale: str = ""
    rationale_by: str = ""
    rationale_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """Something done to find somebody, and what came of it."""

    ref: str
    episode: str
    kind: EnquiryKind
    at: datetime
    by: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A supervisor's review; the grade is kept or given anew by an act of its own."""

    ref: str
    episode: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PhilomenaForm:
    """One version of the form a carer keeps of a child. `dated_on` is the day the carer last changed it."""

    ref: str
    missing: str
    version: str
    received_at: datetime
    dated_on: date | None = None
    episode: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where, with whom and how somebody was found."""

    ref: str
    episode: str
    at: datetime
    postcode: str = ""
    how: HowFound | None = None
    harmed: bool | None = None


@dataclass(frozen=True, slots=True)
class Interviewed:
    """A prevention interview of the police."""

    ref: str
    episode: str
    at: datetime
    by: str
    in_person: bool | None = None


@dataclass(frozen=True, slots=True)
class AuthorityTold:
    """The local authority was told that a child was found."""

    ref: str
    episode: str
    at: datetime
    authority: str = ""


@dataclass(frozen=True, slots=True)
class ReturnInterview:
    """A step of the return interview, which the local authority offers and somebody independent holds."""

    ref: str
    episode: str
    step: ReturnStep
    at: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """Something seen in an episode: a phone, a vehicle, an online name, an adult, a place, another child.

    `person` is the adult's ref in people where they are on the register.
    """

    ref: str
    episode: str
    kind: SeenKind
    value: str
    at: datetime
    person: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """An episode closed. Closing stops no clock: what was owed to a child is owed still."""

    ref: str
    episode: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Case:
    """All that is on record of one episode, and of whoever went missing in it.

    `earlier` are the instants at which other episodes of the same person were reported.
    """

    episode: Episode
    who: MissingPerson | None = None
    flags: tuple[Flag, ...] = ()
    forms: tuple[PhilomenaForm, ...] = ()
    earlier: tuple[datetime, ...] = ()
    searched: tuple[Searched, ...] = ()
    grades: tuple[Graded, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    finds: tuple[Found, ...] = ()
    interviews: tuple[Interviewed, ...] = ()
    told: tuple[AuthorityTold, ...] = ()
    returns: tuple[ReturnInterview, ...] = ()
    seen: tuple[Seen, ...] = ()
    closures: tuple[Closed, ...] = ()
