"""The nightly brief: its sections, its lines, and the case each line is read from."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from watchkeeper.escalation.facts import Charge, Decided, Outcome
from watchkeeper.escalation.failing import Excuse, Prosecution
from watchkeeper.law.swift import dataclass
from watchkeeper.registers.facts import Subject
from watchkeeper.risk.facts import Level, Outlook, Override
from watchkeeper.visits.facts import Contact
from watchkeeper.workforce.facts import Managed, Offer, Officer, Rank


class Section(StrEnum):
    """First things first: the order here is the order of the brief.

    What somebody of rank must answer, then every child who is in danger tonight while nobody acts,
    for those clocks count hours; then people on the register, whose clocks count days. A child who
    is back, and owed something, stands near the end. `docs/adr/0031-first-things-first.md` gives the reasons.
    """

    DECISIONS = "decisions owed"
    IDLE = "missing, and no action in time"
    UNREVIEWED = "missing, and no review in time"
    NEARBY = "found near a registered offender"
    UNSAFE = "exploitation, and no safeguarding or referral in time"
    CHILDREN_NEAR = "children near online suspects, and not referred in time"
    UNBANDED = "online suspects without a band in time"
    UNENFORCED = "online suspects not enforced in time"
    SUICIDE = "suicide risk of suspects not asked about in time"
    UNMANAGED = "people unmanaged"
    MISSING = "missing facts"
    OVERDUE = "duties overdue"
    DUE_SOON = "due in 2 weeks"
    DUE_NEXT = "due in 4 weeks"
    DUE_LATER = "due in 12 weeks"
    LOAD = "load per manager"
    ANNOUNCED = "announced visits"
    SIGNALS = "falls in expected signals"
    PLANS = "plans of visits"
    UNHELD = "crimes nobody holds"
    GRAVE = "grave crimes overdue"
    CRIMES = "other crimes overdue"
    BAIL = "bail ending in 2 weeks"
    HANDS = "work in the wrong hands"
    INTERVIEWS = "found, and not spoken to in time"
    RETURNS = "return interviews overdue"
    SCREENINGS = "exploitation screenings and reviews overdue"
    FLAGS = "exploitation flags without owner or review"
    SUSPECTS = "other clocks of online suspects overdue"
    INSPECTION = "owed to the force's own inspection"


NO_UNIT = "no unit recorded"
"""Whom a line is about that is of a unit, where nobody recorded which."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that the rules of every slice need to know about one person on one night."""

    unit: str
    subject: Subject
    outlook: Outlook = Outlook()
    contact: Contact = Contact()
    manager: Managed | None = None
    officer: Officer | None = None  # the record of the officer `manager` names, with training
    decisions: tuple[Decided, ...] = ()
    charges: tuple[Charge, ...] = ()
    overrides: tuple[Override, ...] = ()
    offers: tuple[tuple[Offer, Rank], ...] = ()  # not answered, each with the rank of whoever it was made to
    outcomes: tuple[Outcome, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    prosecutions: tuple[Prosecution, ...] = ()

    @property
    def ref(self) -> str:
        return self.subject.person.ref


@dataclass(frozen=True, slots=True)
class Line:
    """One line: who, what, by when, whose, why, and on which authority.

    `who` is a reference of a person, an officer, a unit, a crime or an episode, never a name. `days`
    counts what the section counts: days late, days since last seen, or days left; None where there
    are no days to count. `about` is the row it hangs on, when there are several.
    `confirmed` is False when it rests on a number nobody has read against its source.
    """

    section: Section
    who: str
    what: str
    by: date | None
    days: int | None
    owner: str
    unit: str
    why: tuple[str, ...]
    authority: str
    level: Level | None = None
    about: str = ""
    confirmed: bool = True
    options: tuple[str, ...] = ()  # of a decision: each choice, and what it still lacks
    people: int | None = None  # of a manager: how many they hold


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of one night. The same inputs give the same brief, byte for byte."""

    on: date
    known_at: datetime
    policy_version: str
    people: int  # people subject to notification on the night
    unit: str  # "" for the whole force
    officer: str  # "" for everybody
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which brief: the night, how much was known, and whose people. Empty is everybody."""

    on: date
    known_at: datetime
    unit: str = ""
    officer: str = ""
