"""What follows when nobody opens the door: the rungs, and the decisions people made on them."""

from datetime import date, datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass
from watchkeeper.registers.facts import Duty as Notified
from watchkeeper.workforce.facts import Rank


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    OUTCOME = "what came of a decision"
    EXCUSE = "review of an accepted excuse"
    PROSECUTION = "what came of a prosecution"


class Step(StrEnum):
    """The next lawful step. Proposed by rule, never taken by it."""

    NONE = "none"
    TRY_ANOTHER_TIME = "try another hour or day"
    ADDRESS_ENQUIRIES = "make address enquiries"
    SUPERVISOR_REVIEW = "supervisor's review"
    ENFORCEMENT_DECISION = "enforcement decision"
    AWAIT_OUTCOME = "see the decision through"


class Choice(StrEnum):
    """What a person may decide. Not acting is one of them."""

    ARREST = "arrest"  # s.91
    WARRANT = "warrant"  # s.96B
    CIRCULATE = "circulate as wanted"
    ANOTHER_ATTEMPT = "another attempt"
    NO_ACTION = "no action"


class Ground(StrEnum):
    """What a decision is asked for. One ground is asked once while it stays open."""

    REFUSED_ENTRY = "two occasions of entry refused"  # s.96B(2)(d), rule 63
    NO_CONTACT = "not seen for too long"  # rule 64
    WHEREABOUTS = "whereabouts unknown"  # rule 65
    FAILURE_TO_NOTIFY = "failure to notify"  # s.91, rule 27
    FURTHER_OFFENCE = "charged with a serious further offence"  # rule 75
    REACTIVE = "reactive management no longer holds"  # rule 70
    REVIEW = "supervisor's review of failed visits"


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as recorded. It lapses on `expires_on`, the first day it no longer holds."""

    ref: str
    ground: Ground
    choice: Choice
    decided_on: date
    decided_by: str
    rank: Rank
    reason: str
    expires_on: date | None
    done_on: date | None = None  # the arrest, the warrant executed, the circulation made


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge with a serious further offence while on the register."""

    ref: str
    charged_on: date
    review_commissioned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A decision owed: on what ground, since when, by which day, by which rank, and why.

    `rank` is the rank that must decide today: one up from `first_rank` for each further
    period of silence. `options` are the choices open with what each still lacks.
    """

    ground: Ground
    since: date
    by: date
    first_rank: Rank
    rank: Rank
    because: tuple[str, ...]
    options: tuple[str, ...]
    cite: str
    lapsed: str = ""  # ref of an earlier decision on the same ground that has expired
    confirmed: bool = True  # False when it rests on a number nobody has read against its source


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next step for one person, and why. Proposed by rule; a person takes it."""

    step: Step
    because: tuple[str, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A duty to notify in default, derived from its clock and never stored.

    `failed_on` is the first day of default, the day after the last lawful day. `answered_on`
    is the day it was notified late, None while the failure goes on.
    """

    duty: str  # in the words of registers.facts.Duty
    ref: str
    failed_on: date
    answered_on: date | None = None
    excuse: str = ""  # a reasonable excuse that somebody of rank accepted and that still holds
    prosecuted: bool = False  # s.91(3): once for the same failure
    again_on: date | None = None  # an excuse that no longer holds, a prosecution dropped: asked again since
    said: tuple[str, ...] = ()  # of excuses and prosecutions, as one reads them out

    @property
    def days_late(self) -> int | None:
        """Days from the last lawful day to the late notification; None while the failure goes on.

        None of a notice of travel, which is counted in hours: an hour late is not a day late.
        """
        if self.answered_on is None or self.duty == Notified.TRAVEL:
            return None
        return (self.answered_on - self.failed_on).days + 1


class Necessity(StrEnum):
    """Why an arrest is necessary: the reasons of PACE 1984, s.24(5), and no others."""

    NAME = "to learn the person's name"  # (a)
    ADDRESS = "to learn the person's address"  # (b)
    PREVENT_HARM = "to prevent harm or loss"  # (c)
    PROTECT = "to protect a child or other vulnerable person"  # (d)
    INVESTIGATE = "to allow a prompt and effective investigation"  # (e)
    DISAPPEARANCE = "to prevent a prosecution being hindered by disappearance"  # (f)


class Prompt(StrEnum):
    """What is asked, in words, before a course is taken against somebody."""

    AIM = "What is the aim, and which risk does it meet?"
    LESS = "Which less intrusive course would meet it, and why is it not enough?"
    OTHERS = "Who else would be affected, children in the household among them, and how is that met?"
    AGAINST = "What speaks against it?"
    PERSON = "Is there anything about the person's health, disability, faith or language to allow for?"


class Obtained(StrEnum):
    """How entry was had when a warrant was carried out."""

    GIVEN = "entry was given"
    FORCED = "entry by force"
    NOT_OBTAINED = "entry was not obtained"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What has been weighed before a decision on one ground. What is blank is not answered yet.

    `alternatives` and `answers` are pairs of what was asked and the words that answer it.
    `need` is why a constable must enter and search to assess the risk. `applicant` is the
    officer who would apply, by ref, and `applicant_rank` the rank held when it was written.
    """

    ref: str
    ground: Ground
    weighed_on: date
    weighed_by: str
    necessity: tuple[Necessity, ...] = ()
    alternatives: tuple[tuple[str, str], ...] = ()
    premises: str = ""
    need: str = ""
    applicant: str = ""
    applicant_rank: Rank | None = None
    answers: tuple[tuple[str, str], ...] = ()

    @property
    def considered(self) -> tuple[str, ...]:
        """The less intrusive courses that words have been written on."""
        return tuple(course for course, words in self.alternatives if words.strip())


@dataclass(frozen=True, slots=True)
class Drawn:
    """A decision as drawn up. With a `signer`, it stands only once an officer of that rank has signed."""

    ref: str
    ground: Ground
    choice: Choice
    decided_on: date
    decided_by: str
    rank: Rank
    reason: str
    expires_on: date | None
    signer: Rank | None = None
    premises: str = ""
    applicant: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A second officer's answer to a decision drawn up: agreed, or sent back with a reason."""

    ref: str
    decision: str
    agreed: bool
    signed_on: date
    signed_by: str
    rank: Rank
    reason: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One saved version of a warrant pack. `rests_on` is a digest, by section, of what the record said.

    `signed_by` is empty until the applicant has signed this version; a later one is unsigned again.
    """

    ref: str  # of the decision
    sections: tuple[tuple[str, str], ...]
    rests_on: tuple[tuple[str, str], ...]
    saved_on: date
    saved_by: str
    signed_by: str = ""
    signed_rank: Rank | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CourtAnswer:
    """What the court answered. `until` is the last day a warrant granted may be carried out."""

    ref: str  # of the decision
    answered_on: date
    granted: bool
    court: str
    premises: str
    until: date | None
    reasons: str


@dataclass(frozen=True, slots=True)
class Execution:
    """A warrant carried out, or tried: when, by whom, how entry was had, and what came of the search."""

    ref: str
    decision: str
    executed_at: datetime
    officers: tuple[str, ...]
    obtained: Obtained
    found: str
    seized: str
    copy_left: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a decision in the end. `made`: what was decided was done."""

    ref: str  # of the decision
    made: bool
    happened_on: date
    says: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A decision drawn up and all that followed it, for one person. `decided` is None until it stands."""

    drawn: Drawn
    decided: Decided | None = None
    signature: Signature | None = None
    pack: Pack | None = None
    court: CourtAnswer | None = None
    executions: tuple[Execution, ...] = ()
    outcome: Outcome | None = None
