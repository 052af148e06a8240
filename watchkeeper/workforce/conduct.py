"""Vetting, conduct and absence: the facts that decide who may hold which work. All but absence are sealed."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass
from watchkeeper.workforce.facts import Course, Officer, Rank, Training


class VettingLevel(StrEnum):
    """Levels of clearance. Which satisfies which stands in policy, never in the order here."""

    NPPV2 = "NPPV2"
    NPPV3 = "NPPV3"
    RV = "RV"
    MV = "MV"
    SC = "SC"
    DV = "DV"


class ClearanceStep(StrEnum):
    """What may happen to a clearance, Police (Vetting) Regulations 2025 (SI 2025/502)."""

    SUSPENDED = "suspended"
    RESTORED = "restored"
    WITHDRAWN = "withdrawn"


class AllegationKind(StrEnum):
    DOMESTIC_ABUSE = "domestic abuse"
    SEXUAL = "sexual offence or misconduct"
    VIOLENCE_WOMEN = "other violence against women and girls"
    OTHER = "other misconduct"


class Excluded(StrEnum):
    """Whom restricted duties keep an officer from."""

    PUBLIC = "the public"
    WOMEN = "women"
    CHILDREN = "children"
    VICTIMS = "victims"


class ConductPurpose(StrEnum):
    """Why somebody looks at vetting and conduct. A closed list: the trail holds no free text about it."""

    VETTING = "decision on vetting"
    MISCONDUCT = "misconduct"
    SUSPENSION = "review of a suspension"
    WORK = "work in hand"
    RECHECK = "vetting re-check"


class AbstractionKind(StrEnum):
    LEAVE = "leave"
    SICKNESS = "sickness"
    COURSE = "on a course"
    ABSTRACTED = "lent elsewhere"


@dataclass(frozen=True, slots=True)
class Clearance:
    """A vetting clearance. `expires_on` is the first day it no longer holds; None: nobody recorded one."""

    ref: str
    officer: str
    level: VettingLevel
    granted_on: date
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class ClearanceChange:
    """A clearance suspended, restored or withdrawn, and the day the officer was told so in writing."""

    ref: str
    officer: str
    step: ClearanceStep
    on: date
    by: str = ""
    redeployment_considered: bool | None = None
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class Allegation:
    """Something alleged of one of the force's own. `severity` from 1, least; None: nobody graded it.

    `closed_on` is the first day it is no longer live.
    """

    ref: str
    officer: str
    kind: AllegationKind
    made_on: date
    severity: int | None = None
    criminal: bool | None = None
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class SafeToWork:
    """Why a senior officer lets work go on in spite of an allegation. `until`: first day it lapses.

    `rank` is that of whoever `by` names; None while nobody looked it up or nobody is on record.
    """

    ref: str
    allegation: str
    officer: str
    by: str
    on: date
    until: date
    reason: str = ""
    rank: Rank | None = None


@dataclass(frozen=True, slots=True)
class Restricted:
    """Restricted duties and whom they exclude. `until` is the first day they no longer hold."""

    ref: str
    officer: str
    excludes: tuple[Excluded, ...]
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Suspension:
    """An officer suspended from duty. `until` is the first day back."""

    ref: str
    officer: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SuspensionReview:
    """A look at whether a suspension, of the officer or of their vetting, goes on."""

    ref: str
    officer: str
    suspension: str
    on: date
    by: str = ""
    continued: bool = True


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An officer dismissed, or who would have been, and the day the College was told for its barred list."""

    ref: str
    officer: str
    on: date
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class Screening:
    """Psychological screening for work with indecent images. `expires_on`: first day it no longer holds."""

    ref: str
    officer: str
    on: date
    cleared: bool
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Tutored:
    """A trainee and the officer named to tutor them. `until` is the first day it no longer holds."""

    ref: str
    trainee: str
    tutor: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Abstraction:
    """An officer not at work. `until` is the first day back; None while nobody knows."""

    ref: str
    officer: str
    kind: AbstractionKind
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RecheckDraw:
    """Who was drawn for a vetting re-check, with the seed and share that anybody can draw them again from."""

    ref: str
    on: date
    seed: str
    share: float
    of: int  # officers there were to draw from
    drawn: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Fitness:
    """All that is on record of one officer on a night and decides what work they may hold."""

    officer: Officer
    clearances: tuple[Clearance, ...] = ()
    changes: tuple[ClearanceChange, ...] = ()
    allegations: tuple[Allegation, ...] = ()
    safe: tuple[SafeToWork, ...] = ()
    restrictions: tuple[Restricted, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    screenings: tuple[Screening, ...] = ()
    tutor: Officer | None = None  # whoever is named to tutor them on the day, with their courses
    abstractions: tuple[Abstraction, ...] = ()
    on_shift: bool | None = None  # whether they have a shift in the days policy looks ahead; None: not known
    load: float = 0.0  # weighted work they hold now
    tutor_stopped: bool = False  # whether that tutor is suspended from duty: sealed

    @property
    def training(self) -> Sequence[Training]:
        return self.officer.training


@dataclass(frozen=True, slots=True)
class ConductRecord:
    """Everything sealed that is on record of one officer: for vetting and professional standards alone."""

    fitness: Fitness
    reviews: tuple[SuspensionReview, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What a piece of work asks of whoever would hold it. Each of `needs` is met by any one of its courses.

    `parties` are refs of people and officers the work is about: a conflict with any of them bars.
    `conflicted` are the officers who have one, `outside` the units it must be kept from: those of the
    force's own who are suspected in it. `rank` is the least. `weight` counts towards the cap.
    `hard`: no shortage opens it, only an override. `tutored`: a trainee may hold it with a tutor who
    meets every need. `contact` is whom the work brings an officer near to.
    """

    kind: str
    unit: str
    hard: bool
    needs: tuple[tuple[Course, ...], ...]
    vetting: tuple[VettingLevel, ...]
    weight: float
    cite: str
    tutored: bool = False
    screened: bool = False
    contact: frozenset[Excluded] = frozenset()
    parties: frozenset[str] = frozenset()
    conflicted: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    rank: Rank | None = None
