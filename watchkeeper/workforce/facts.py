"""Officers: unit, rank, role, training; and the powers of Watchkeeper itself."""

from datetime import date
from enum import StrEnum

from watchkeeper.law.swift import dataclass


class Rank(StrEnum):
    """Ranks from lowest to highest. Police staff hold the nearest equivalent."""

    CONSTABLE = "constable"
    SERGEANT = "sergeant"
    INSPECTOR = "inspector"
    CHIEF_INSPECTOR = "chief inspector"
    SUPERINTENDENT = "superintendent"
    CHIEF_SUPERINTENDENT = "chief superintendent"
    COMMANDER = "commander"

    def at_least(self, other: "Rank") -> bool:
        """True when this rank is `other` or higher.

        >>> Rank.INSPECTOR.at_least(Rank.SERGEANT)
        True
        """
        return RANKS.index(self) >= RANKS.index(other)

    def up(self, steps: int) -> "Rank":
        """The rank `steps` higher, stopping at the highest.

        >>> Rank.SERGEANT.up(1)
        <Rank.INSPECTOR: 'inspector'>
        """
        return RANKS[min(RANKS.index(self) + steps, len(RANKS) - 1)]


RANKS = tuple(Rank)


class Role(StrEnum):
    """What an officer does here."""

    OFFENDER_MANAGER = "offender manager"
    SUPERVISOR = "supervisor"
    DUTY_INSPECTOR = "duty inspector"
    SENIOR_OFFICER = "senior officer"
    INTELLIGENCE = "intelligence officer"
    INSPECTION = "inspection officer"
    INVESTIGATOR = "investigator"
    ALLOCATOR = "crime allocator"
    COORDINATOR = "missing-persons coordinator"
    STANDARDS = "professional standards officer"
    VETTING = "vetting officer"
    OTHER = "other police work"  # holds no power here: on record so that what they may hold can be asked
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"  # a named system officer, for the nightly run and imports


WORKING = frozenset(Role) - {Role.OTHER}
"""Roles that may hold any power."""


class Duty(StrEnum):
    """Every clock this slice may start, in the words the brief uses."""

    MANAGER = "named manager"
    MANAGER_TRAINING = "training of the named manager"
    CASELOAD = "caseload"
    OFFER = "answer to an offer of people"
    VETTING = "vetting clearance"
    VETTING_RENEWAL = "renewal of vetting clearance"
    VETTING_TOLD = "telling an officer of a change of clearance"
    REDEPLOYMENT = "redeployment considered before clearance is suspended"
    VETTING_REVIEW = "review of suspended clearance"
    SUSPENSION_REVIEW = "review of a suspension from duty"
    BARRED_LIST = "report for the barred list"
    SEVERITY = "severity of an allegation"


class Course(StrEnum):
    MOSOVO = "MOSOVO"
    ARMS = "ARMS"
    VISOR = "ViSOR"
    PIP1 = "PIP 1"
    PIP2 = "PIP 2"
    PIP2_SUPERVISOR = "PIP 2 supervisor"
    PIP3 = "PIP 3"
    SCAIDP = "SCAIDP"
    SSAIDP = "SSAIDP"
    EXPLOITATION = "exploitation"
    INDECENT_IMAGES = "indecent images tools"


@dataclass(frozen=True, slots=True)
class Training:
    """A course passed. `expires_on` is the first day it no longer counts; None: it does not lapse."""

    course: Course
    awarded_on: date
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Officer:
    """`hours_share` is the share of full-time hours, above 0 and at most 1."""

    ref: str
    rank: Rank
    role: Role
    unit: str
    hours_share: float = 1.0
    since: date | None = None
    until: date | None = None
    training: tuple[Training, ...] = ()


class Power(StrEnum):
    """What an officer may do in Watchkeeper. Every one has a row in the table of powers."""

    LOAD_RECORDS = "load records"
    READ_PERSON = "read a person's record"
    COMPILE_BRIEF = "compile the brief"
    READ_BRIEF = "read the brief"
    EXPORT_BRIEF = "export rows of the brief"
    RECORD_VISIT = "record a visit"
    CORRECT_VISIT = "correct a visit"
    WITHDRAW_VISIT = "withdraw a visit"
    RECORD_NOTIFICATION = "record a notification"
    SET_LEVEL = "set the level of risk"
    ASSESS_RISK = "assess a person's risk"
    RATE_SECOND = "rate an assessment a second time"
    SIGN_OFF_ASSESSMENT = "sign off an assessment"
    DRAW_SECOND_RATINGS = "draw assessments for a second rating"
    ALLOCATE_MANAGER = "allocate a manager"
    AUTHORISE_NOTICE = "authorise an announced visit"
    DECIDE_ENFORCEMENT = "decide on enforcement"
    SEEK_WARRANT = "seek a warrant"
    APPROVE_REACTIVE = "approve reactive management"
    READ_TRAIL = "read the audit trail"
    EXPORT_TRAIL = "export the audit trail"
    APPOINT_OFFICER = "appoint an officer"
    BREAK_GLASS = "open a record by break-glass"
    REVIEW_OPENING = "review an opening by break-glass"
    RESTRICT_RECORD = "restrict a record"
    DECLARE_CONFLICT = "declare a conflict of interest"
    DECLARE_FOR_ANOTHER = "declare a conflict of interest of another"
    RAISE_ALERT = "raise an alert"
    ACKNOWLEDGE_ALERT = "acknowledge an alert"
    PREPARE_DECISION = "prepare a decision"
    COUNTERSIGN = "countersign a decision"
    RECORD_OUTCOME = "record what came of a decision"
    OFFER_PEOPLE = "offer people to another manager"
    ANSWER_OFFER = "answer an offer of people"
    REVIEW_MANAGEMENT = "review a person's management"
    OVERRIDE_LEVEL = "override the level of risk"
    OVERRIDE_INTERVAL = "override the interval of visits"
    PLAN_VISITS = "plan visits"
    ALTER_PLAN = "change a plan of visits"
    SEE_PLAN = "see a plan of visits"
    ISSUE_ROUND = "issue a round"
    SEE_ROUND = "see one's own round"
    REVEAL_KEY = "reveal the key of a night"
    CHECK_DRAW = "check the draw of a night"
    STUDY_PLANNING = "study how visits are planned"
    READ_CRIME = "read a crime"
    READ_OWN_CRIMES = "read what is owed in one's own crimes"
    REPORT_CRIME = "take a report of a crime"
    GRADE_CRIME = "grade a crime"
    PROPOSE_ALLOCATION = "propose who takes which crime"
    ALLOCATE_CRIME = "allocate a crime"
    DISPUTE_ALLOCATION = "dispute an allocation"
    DECIDE_DISPUTE = "decide a dispute about an allocation"
    OVERRIDE_ELIGIBILITY = "let an officer hold a crime they are not eligible for"
    INVESTIGATE = "record in an investigation"
    REVIEW_CRIME = "review an investigation"
    CLOSE_CRIME = "propose to close a crime"
    SECOND_LOOK = "look a second time at a crime to be closed"
    SEE_ELIGIBILITY = "ask whether an officer may hold a crime"
    READ_CONDUCT = "read vetting and conduct"
    RECORD_VETTING = "record vetting"
    RECORD_CONDUCT = "record conduct"
    ALLOW_WORK = "let an officer's work go on"
    DRAW_RECHECKS = "draw vetting re-checks"
    RECORD_ABSENCE = "record absence"
    NAME_TUTOR = "name a tutor"
    READ_MISSING_BRIEF = "read the brief of the missing"
    READ_MISSING = "read a missing episode"
    REPORT_MISSING = "take a report of somebody missing"
    WORK_MISSING = "record in a missing episode"
    GRADE_MISSING = "grade a missing episode"
    AGREE_GRADE = "give the rationale of a grade"
    REVIEW_MISSING = "review a missing episode"
    INTERVIEW_MISSING = "hold a prevention interview"
    CLOSE_MISSING = "close a missing episode"
    FLAG_EXPLOITATION = "flag exploitation"
    SCREEN_EXPLOITATION = "screen for exploitation"
    READ_SUSPECT = "read a referral of a suspect"
    RECEIVE_SUSPECT = "take in a referral of a suspect"
    BAND_SUSPECT = "grade a referral of a suspect"
    WORK_SUSPECT = "record in a referral of a suspect"
    DELAY_SUSPECT = "give a reason for not enforcing in time"
    ANSWER_PROMPT = "answer about the suicide risk of a suspect"
    PAIR_REFERRALS = "say whether two referrals are one"
    UNPAIR_REFERRALS = "undo that two referrals are one"
    CLOSE_SUSPECT = "propose to close a referral of a suspect"
    LOOK_AGAIN = "look a second time at a referral to be closed"
    ANSWER_LINK = "confirm or reject a link"
    JOIN_RECORDS = "join two records of one person"
    KEEP_APART = "keep two records apart"
    LEAVE_PAIR = "leave two records undecided"
    UNDO_PAIRING = "undo a join or a keeping apart"
    MEASURE_FORCE = "measure the force"
    REVIEW_HINDSIGHT = "review a person in hindsight"
    EXPORT_FACTS = "export the facts that are measured"
    DRAW_SAMPLE = "draw a sample of cases"
    READ_SAMPLE = "see what a sample found"
    ANSWER_SAMPLE = "answer the questions of a sample"
    RAISE_FINDING = "raise a finding"
    ANSWER_FINDING = "answer a finding"
    RECOMMEND = "give a recommendation"
    ATTACH_EVIDENCE = "record evidence on a recommendation"
    PROPOSE_CLOSURE = "propose to close a recommendation"
    DECIDE_CLOSURE = "decide whether a recommendation is closed"
    WRITE_REPORT = "write an inspection report"
    SIGN_GRADE = "sign a grade of an inspection"


class HandoverReason(StrEnum):
    """Why people are handed over."""

    LEAVING = "leaving the post"
    LONG_ABSENCE = "long absence"
    LEAVE = "leave"
    LOAD = "caseload"
    OTHER = "another reason"


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody offered to another manager. The giver stays their manager until it is accepted."""

    ref: str
    person: str
    giver: str
    receiver: str
    offered_on: date
    offered_by: str
    reason: HandoverReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """What the officer answered. A refusal says why; an offer is answered once."""

    ref: str
    offer: str
    accepted: bool
    answered_on: date
    answered_by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Managed:
    """Who manages a person, and since when. `until` is the first day they no longer do."""

    ref: str
    officer: str
    since: date
    until: date | None
