"""What is recorded about the exploitation of a child: screenings, flags, meetings and referrals."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass
from watchkeeper.missing.facts import Flag


class ConcernDuty(StrEnum):
    """Every clock a concern about exploitation may start, in the words the brief uses."""

    SAFEGUARDING = "safeguarding of a child who may be exploited"
    MULTI_AGENCY = "multi-agency review of exploitation"
    SCREENING = "screening for exploitation"
    REFERRAL = "National Referral Mechanism or duty to notify"
    FLAG_REVIEW = "review of an exploitation flag"


class ReferralKind(StrEnum):
    """Where a potential victim of modern slavery is made known. A child needs no consent for the first."""

    REFERRAL = "referral to the National Referral Mechanism"
    NOTICE = "duty to notify the Home Office"


class ConcernStep(StrEnum):
    """What is done, or comes to be believed, about the exploitation of a child."""

    SAFEGUARDED = "safeguarded"
    BELIEVED = "believed to be a victim of modern slavery"
    REFERRED = "referral to the National Referral Mechanism"
    NOTIFIED = "duty to notify the Home Office"
    REVIEWED = "multi-agency review"


@dataclass(frozen=True, slots=True)
class Screened:
    """A screening as an officer saved it. `band` is the officer's; `by_tool` the tool's, floors and all.

    `potential`: a child of 13 or under showed a high-risk factor. `active`: the band is not low.
    `review_months` is 0 where the tool, or whoever recorded it, does not say how often it is done again.
    """

    ref: str
    on: date
    pack: str
    by_tool: str
    band: str
    active: bool
    potential: bool
    review_months: int


@dataclass(frozen=True, slots=True)
class Step:
    """Something done, or come to be believed, about the exploitation of a child, and the day of it."""

    ref: str
    kind: ConcernStep
    on: date


@dataclass(frozen=True, slots=True)
class Learned:
    """Something new came to be known of a child: an episode, a disclosure, intelligence. Ref and day."""

    ref: str
    on: date


@dataclass(frozen=True, slots=True)
class Believed:
    """An officer has reasonable grounds to believe that a child is a victim of modern slavery."""

    ref: str
    on: date


@dataclass(frozen=True, slots=True)
class Concerns:
    """Everything recorded about the exploitation of one child. What nobody recorded is None, and never no.

    `panel` is whether a panel sits on exploitation where the child lives. `met_on` holds the days of
    multi-agency reviews, `safeguarded_on` of safeguarding done, `referred` of referrals by kind.
    """

    child: str
    born_on: date | None = None
    learning_disability: bool | None = None
    panel: bool | None = None
    screenings: tuple[Screened, ...] = ()
    flags: tuple[Flag, ...] = ()
    learned: tuple[Learned, ...] = ()
    believed: tuple[Believed, ...] = ()
    met_on: tuple[date, ...] = ()
    safeguarded_on: tuple[date, ...] = ()
    referred: tuple[tuple[date, ReferralKind], ...] = ()
