"""Why somebody is on the register, and what they have told the police. SOA 2003, Part 2."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from watchkeeper.law.due import Given
from watchkeeper.law.swift import dataclass
from watchkeeper.people.facts import Address, Alias, Away, Person


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    PERIOD = "end of notification period"
    BORN_ON = "date of birth"
    INITIAL = "initial notification"
    ANNUAL = "annual notification"
    WEEKLY = "weekly notification"
    CHANGE = "change notification"
    STAY = "notification of a qualifying stay"
    NON_EVENT = "notice that an announced change did not happen"
    COMPLETE = "missing items of a notification"
    TRAVEL = "travel notice"
    TRAVEL_CHANGE = "further travel notice"
    TRAVEL_RETURN = "return notice"
    TRAVEL_PROHIBITED = "notice of prohibited travel"
    ORDER_EXPIRY = "order about to lapse"
    TRAVEL_RENEWAL = "travel prohibition about to lapse"
    ORDER_TERM = "order shorter than the law allows"
    CONDITION_TEST = "test of an order condition"
    PASSPORTS_SURRENDERED = "surrender of passports"
    PASSPORTS_RETURNED = "return of passports"
    REVIEW_OPEN = "review of indefinite notification may be sought"
    REVIEW_ACKNOWLEDGED = "acknowledgement of a review application"
    REVIEW_BODIES = "information from responsible bodies"
    REVIEW_DECIDED = "decision on a review application"
    REVIEW_APPEAL = "appeal against a review decision"


class Finding(StrEnum):
    """The four ways onto the register, s.80(1)."""

    CONVICTION = "conviction"
    INSANITY = "insanity"  # not guilty by reason of insanity, s.80(1)(b)
    DISABILITY = "disability"  # under a disability and did the act, s.80(1)(c)
    CAUTION = "caution"


class Sentence(StrEnum):
    LIFE = "life"
    INDETERMINATE = "indeterminate"  # imprisonment or detention for public protection
    IMPRISONMENT = "imprisonment"
    SUSPENDED = "suspended"
    DETENTION_AND_TRAINING = "detention and training"
    HOSPITAL_RESTRICTED = "hospital with restriction"
    HOSPITAL = "hospital"
    CONDITIONAL_DISCHARGE = "conditional discharge"
    COMMUNITY = "community"
    FINE = "fine"
    CAUTION = "caution"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Disposal:
    """One finding for a Schedule 3 offence and what the court or police did about it.

    `relevant_date` is the day of conviction, finding or caution, s.82(6), never of sentence
    or release. The term is `term_months` whole months and `term_days` days; `term_begins_on`
    is the day it starts to run, needed only to see how far two terms overlap, s.82(4).
    `term_suspended` needs no flag: it is a Sentence. For detention and training, only the
    custodial part is recorded as the term.
    """

    ref: str
    offence: str
    finding: Finding
    relevant_date: date | None
    sentence: Sentence | None
    term_months: int = 0
    term_days: int = 0
    term_begins_on: date | None = None
    consecutive_to: str = ""  # ref of the disposal this term follows on from
    trial_ended_on: date | None = None  # a finding of disability later tried, s.82(5)


class OrderKind(StrEnum):
    SHPO = "SHPO"  # sexual harm prevention order
    INTERIM_SHPO = "interim SHPO"
    SOPO = "SOPO"  # sexual offences prevention order, made before 8 March 2015
    SRO = "SRO"  # sexual risk order
    NOTIFICATION = "notification order"  # foreign conviction
    FOREIGN_TRAVEL = "foreign travel order"


@dataclass(frozen=True, slots=True)
class Order:
    """A civil order. `until` is the first day it is no longer in force; None: until further order."""

    ref: str
    kind: OrderKind
    made_on: date
    until: date | None
    ended_on: date | None = None  # discharged or quashed early
    travel_until: date | None = None  # end of a foreign-travel prohibition, at most 5 years, s.103D
    travel_total_ban: bool = False  # every country: passports are surrendered, s.103D(4)
    passports_surrendered_on: date | None = None
    passports_returned_on: date | None = None

    def in_force(self, on: date) -> bool:
        """True from the day it is made to the day before it ends."""
        ends = min((d for d in (self.until, self.ended_on) if d is not None), default=None)
        return self.made_on <= on and (ends is None or on < ends)


@dataclass(frozen=True, slots=True)
class Condition:
    """One term of an order, put so that a visit can test it."""

    ref: str
    order_ref: str
    says: str
    positive: bool  # a requirement to do something, from 29 November 2022
    test_method: str
    last_tested_on: date | None


class NotificationKind(StrEnum):
    INITIAL = "initial"  # s.83
    CHANGE = "change"  # s.84
    PERIODIC = "periodic"  # s.85


class Matter(StrEnum):
    """What changed, s.84(1). The last five are prescribed by the 2012 Regulations."""

    NAME = "name"
    HOME_ADDRESS = "home address"
    STAY = "stay"
    RELEASE = "release"
    CHILD_HOUSEHOLD_BEGAN = "child household began"
    CHILD_HOUSEHOLD_ENDED = "child household ended"
    BANK = "bank or card"  # the local system keeps only that it is held on ViSOR
    IDENTITY_DOCUMENT = "identity document"

    @property
    def prescribed(self) -> bool:
        """True for changes prescribed under s.84(1)(ca), whose effect on the annual date is disputed."""
        return self in PRESCRIBED


PRESCRIBED = frozenset(
    {
        Matter.CHILD_HOUSEHOLD_BEGAN,
        Matter.CHILD_HOUSEHOLD_ENDED,
        Matter.BANK,
        Matter.IDENTITY_DOCUMENT,
    }
)


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification given at a police station.

    `happened_on` is the day of the change being notified. `stated_for` makes it advance
    notice, s.84(2). `items_missing` are the s.83(5) items not given: until they are, the
    notification is kept and does not count.
    """

    ref: str
    notified_on: date
    kind: NotificationKind
    matter: Matter | None = None
    happened_on: date | None = None
    stated_for: date | None = None
    items_missing: tuple[str, ...] = ()
    acknowledged: bool = True

    @property
    def complete(self) -> bool:
        return not self.items_missing


class ItemAnswer(StrEnum):
    """What came of one item of a notification, s.83(5)."""

    GIVEN = "given"
    NOT_GIVEN = "not given"
    NOT_APPLICABLE = "does not apply"


@dataclass(frozen=True, slots=True)
class NotificationItem:
    """One item of a notification or of a travel notice, and what was said. Money is kept on ViSOR alone."""

    notification: str
    item: str
    answer: ItemAnswer
    said: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody at the station counter: which notification, and how the officer knew who it was."""

    notification: str
    identity: str


@dataclass(frozen=True, slots=True)
class Notified:
    """What a person's notifications amount to on a day: the little that the clocks need.

    Made by `rules.amounting.notified` for one person and by `bulk.notified` for a register.
    Only complete notifications count. Days are None where there was none.
    """

    first_on: date | None = None  # first complete notification of any kind
    last_on: date | None = None  # last one that starts the annual clock again, s.85(2)
    last_ref: str = ""
    last_prescribed_on: date | None = None  # last complete notice of a prescribed change only
    first_since_release_on: date | None = None  # for the review of an indefinite period, s.91B
    incomplete_on: date | None = None  # newest incomplete one with no complete one since
    incomplete_items: tuple[str, ...] = ()
    # Days that began the annual clock again, since the day policy looks back to and the newest before it.
    restarts: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change that happened, however it came to be known, and when it was notified if ever.

    `answered_on` is derived from notifications of the same matter; `stated_for` and
    `advance_on` are those of an advance notice for it.
    """

    ref: str
    matter: Matter
    happened_on: date | None  # None: announced in advance and not known to have happened
    answered_on: date | None = None
    stated_for: date | None = None
    advance_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """Nights at one address that is not the notified home. `until` is the first day gone."""

    ref: str
    at: str  # premises, as one key for the same premises
    since: date
    until: date | None
    notified: bool = False


@dataclass(frozen=True, slots=True)
class Trip:
    """A journey outside the United Kingdom, SI 2004/1220."""

    ref: str
    departs_on: date
    known_since: date | None  # when date, first country and point of arrival were known
    notified_at: datetime | None
    late_excuse: str = ""
    items_missing: tuple[str, ...] = ()
    changed_at: datetime | None = None  # when the notice became inaccurate, reg 7
    change_notified_at: datetime | None = None
    return_stated_on: date | None = None
    return_stated_point: str = ""
    returned_on: date | None = None
    returned_point: str = ""
    return_notified_on: date | None = None
    change_excuse: str = ""  # why a change was told less than the usual hours before, reg 7(3)


@dataclass(frozen=True, slots=True)
class ParentalDirection:
    """A court's direction that a parent carries a young offender's duties, s.89."""

    ref: str
    parent_ref: str
    since: date
    until: date | None


class ReviewOutcome(StrEnum):
    REFUSED = "refused"
    GRANTED = "granted"


@dataclass(frozen=True, slots=True)
class ReviewApplication:
    """An application to end an indefinite notification period, ss.91A to 91F."""

    ref: str
    received_on: date
    acknowledged_on: date | None = None
    bodies_notified_on: date | None = None  # latest day a responsible body was told
    decided_on: date | None = None
    outcome: ReviewOutcome | None = None
    notice_received_on: date | None = None
    barred_years: int | None = None  # years to the next application, 8 to 15, on refusal


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything the register's rules need to know about one person, and nothing more."""

    person: Person
    disposals: tuple[Disposal, ...] = ()
    orders: tuple[Order, ...] = ()
    conditions: tuple[Condition, ...] = ()
    away: tuple[Away, ...] = ()
    addresses: tuple[Address, ...] = ()
    aliases: tuple[Alias, ...] = ()
    notified: Notified = Notified()
    changes: tuple[Change, ...] = ()
    stays: tuple[Stay, ...] = ()
    trips: tuple[Trip, ...] = ()
    direction: ParentalDirection | None = None
    applications: tuple[ReviewApplication, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """How long somebody is subject to notification. `last` is the last day, None: indefinite."""

    begins: date
    last: date | None
    given: tuple[Given, ...]
    cite: str

    @property
    def because(self) -> tuple[str, ...]:
        """What the period rests on, as a person would read it out."""
        return tuple(f"{given.what}: {given.value}" for given in self.given)

    @property
    def indefinite(self) -> bool:
        return self.last is None


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries the notification duties: the person, or a parent under a direction, s.89."""

    ref: str
    parent: bool
    until: date | None  # first day the parent no longer carries them; None: nobody but the person
    because: tuple[str, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class Area:
    """The police area responsible, s.88(3). `force` is empty for our own, None when nothing says."""

    force: str | None
    since: date | None
    because: tuple[str, ...]
    cite: str

    @property
    def ours(self) -> bool:
        """True when the person is this force's own to manage."""
        return self.force == ""


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure, however long it goes on, s.91(3).

    `began_on` is the first day of default and `ended_on` the day it was put right, None while
    it continues. One duty about one thing fails once.
    """

    duty: Duty
    about: str
    began_on: date
    ended_on: date | None
    because: tuple[str, ...]
    cite: str

    @property
    def last_day(self) -> date:
        """The last lawful day, the day before default began."""
        return self.began_on - timedelta(days=1)

    @property
    def days_late(self) -> int | None:
        """Days from the last lawful day to the day it was put right; None while it continues."""
        return (self.ended_on - self.last_day).days if self.ended_on is not None else None
