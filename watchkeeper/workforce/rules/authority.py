"""The table of powers: what rank, role, training and independence each needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a, day, either
from watchkeeper.workforce.facts import Course, Officer, Power, Rank, Role, Training

SUPERVISING = frozenset({Role.SUPERVISOR, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER})
MANAGING = frozenset({Role.OFFENDER_MANAGER, Role.SUPERVISOR})
INVESTIGATING = frozenset({Role.INVESTIGATOR, Role.OFFENDER_MANAGER, Role.SUPERVISOR})
ALLOCATING = frozenset({Role.ALLOCATOR, Role.SUPERVISOR, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER})
LOOKING_FOR = INVESTIGATING | {Role.COORDINATOR, Role.ALLOCATOR, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER}
HUB = SUPERVISING | {Role.COORDINATOR}
ONLINE = INVESTIGATING | SUPERVISING
SEALED = frozenset({Role.STANDARDS, Role.VETTING})
READING = SUPERVISING | {Role.OFFENDER_MANAGER, Role.INTELLIGENCE, Role.INSPECTION}
MEASURING = frozenset({Role.INSPECTION, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER, Role.SYSTEM})
INSPECTING = MEASURING - {Role.SYSTEM}
OWNING = HUB | {Role.ALLOCATOR}
PROPOSED = "Proposed table of powers"
IN_POST = "in post"
MISSING = "APP missing persons"
ASSESSING = "APP MOSOVO, assessment of risk"
IDENTITY = "Data Protection Act 2018, s.38"  # accurate, and kept apart from others'
LEAST_RANK = "power_least_rank"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a power needs. `rank_row` names the row of the shelf that holds the least rank.

    `another_officer`: it may not be used on one's own visit, case, plan or appointment.
    """

    roles: frozenset[Role]
    cite: str = PROPOSED
    courses: tuple[Course, ...] = ()
    another_officer: bool = False
    rank_row: str = LEAST_RANK


POWERS: Mapping[Power, Needs] = {
    Power.LOAD_RECORDS: Needs(frozenset({Role.SYSTEM, Role.ADMINISTRATOR})),
    Power.READ_PERSON: Needs(READING | {Role.SYSTEM}, "Data Protection Act 2018, s.62"),
    Power.COMPILE_BRIEF: Needs(SUPERVISING | {Role.SYSTEM, Role.INSPECTION}),
    Power.READ_BRIEF: Needs(READING),
    Power.EXPORT_BRIEF: Needs(READING, "Data Protection Act 2018, s.62"),
    Power.RECORD_VISIT: Needs(MANAGING, "APP MOSOVO, home visits", (Course.MOSOVO,)),
    Power.CORRECT_VISIT: Needs(MANAGING, courses=(Course.MOSOVO,)),
    Power.WITHDRAW_VISIT: Needs(SUPERVISING, another_officer=True),
    Power.RECORD_NOTIFICATION: Needs(MANAGING, "Sexual Offences Act 2003, s.87", (Course.VISOR,)),
    Power.SET_LEVEL: Needs(MANAGING, ASSESSING, (Course.MOSOVO, Course.ARMS)),
    Power.ASSESS_RISK: Needs(MANAGING, ASSESSING),
    Power.RATE_SECOND: Needs(frozenset({Role.OFFENDER_MANAGER}), ASSESSING, another_officer=True),
    Power.SIGN_OFF_ASSESSMENT: Needs(SUPERVISING, ASSESSING, another_officer=True),
    Power.DRAW_SECOND_RATINGS: Needs(SUPERVISING | {Role.INSPECTION}, ASSESSING),
    Power.ALLOCATE_MANAGER: Needs(SUPERVISING, "APP MOSOVO, named manager"),
    Power.AUTHORISE_NOTICE: Needs(
        SUPERVISING, "PEEL 2023-25 Metropolitan, announced visits", another_officer=True
    ),
    Power.DECIDE_ENFORCEMENT: Needs(SUPERVISING, another_officer=True),
    Power.SEEK_WARRANT: Needs(
        frozenset({Role.SENIOR_OFFICER}),
        "Sexual Offences Act 2003, s.96B(1)",
        another_officer=True,
        rank_row="warrant_applicant_rank",
    ),
    Power.APPROVE_REACTIVE: Needs(SUPERVISING, "HMICFRS glossary, reactive management", another_officer=True),
    Power.READ_TRAIL: Needs(
        frozenset({Role.INSPECTION, Role.SENIOR_OFFICER}), "Data Protection Act 2018, s.62"
    ),
    Power.EXPORT_TRAIL: Needs(frozenset({Role.INSPECTION}), "Data Protection Act 2018, s.62"),
    Power.APPOINT_OFFICER: Needs(frozenset({Role.ADMINISTRATOR, Role.SENIOR_OFFICER}), another_officer=True),
    Power.BREAK_GLASS: Needs(
        SUPERVISING | {Role.OFFENDER_MANAGER, Role.INTELLIGENCE}, "Data Protection Act 2018, s.40"
    ),
    Power.REVIEW_OPENING: Needs(
        SUPERVISING | {Role.INSPECTION}, "Data Protection Act 2018, s.62", another_officer=True
    ),
    Power.RESTRICT_RECORD: Needs(
        frozenset({Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER}), "Data Protection Act 2018, s.40"
    ),
    Power.DECLARE_CONFLICT: Needs(READING | {Role.INVESTIGATOR, Role.ADMINISTRATOR}),
    Power.DECLARE_FOR_ANOTHER: Needs(frozenset({Role.INSPECTION, Role.SENIOR_OFFICER}), another_officer=True),
    Power.RAISE_ALERT: Needs(frozenset({Role.SYSTEM})),
    Power.ACKNOWLEDGE_ALERT: Needs(HUB | {Role.OFFENDER_MANAGER, Role.ADMINISTRATOR, Role.STANDARDS}),
    Power.PREPARE_DECISION: Needs(SUPERVISING | {Role.OFFENDER_MANAGER}),
    Power.COUNTERSIGN: Needs(SUPERVISING, another_officer=True),
    Power.RECORD_OUTCOME: Needs(SUPERVISING | {Role.OFFENDER_MANAGER}),
    Power.OFFER_PEOPLE: Needs(SUPERVISING | {Role.OFFENDER_MANAGER}, "APP MOSOVO, named manager"),
    Power.ANSWER_OFFER: Needs(SUPERVISING | {Role.OFFENDER_MANAGER}, "APP MOSOVO, named manager"),
    Power.REVIEW_MANAGEMENT: Needs(
        SUPERVISING, "APP managing public protection information", another_officer=True
    ),
    Power.OVERRIDE_LEVEL: Needs(SUPERVISING, ASSESSING, another_officer=True),
    Power.OVERRIDE_INTERVAL: Needs(SUPERVISING, "NPCC, 29 June 2017, home visits", another_officer=True),
    Power.PLAN_VISITS: Needs(SUPERVISING | {Role.SYSTEM}, "APP MOSOVO, home visits"),
    Power.ALTER_PLAN: Needs(SUPERVISING, "APP MOSOVO, home visits"),
    Power.SEE_PLAN: Needs(SUPERVISING, "APP MOSOVO, home visits"),
    Power.ISSUE_ROUND: Needs(SUPERVISING, "APP MOSOVO, home visits"),
    Power.SEE_ROUND: Needs(MANAGING, "APP MOSOVO, home visits"),
    Power.REVEAL_KEY: Needs(
        frozenset({Role.INSPECTION, Role.DUTY_INSPECTOR, Role.SENIOR_OFFICER, Role.SYSTEM})
    ),
    Power.CHECK_DRAW: Needs(READING),
    Power.STUDY_PLANNING: Needs(SUPERVISING, "APP MOSOVO, home visits"),
    Power.READ_CRIME: Needs(
        INVESTIGATING | ALLOCATING | {Role.INTELLIGENCE, Role.INSPECTION, Role.STANDARDS, Role.SYSTEM},
        "Data Protection Act 2018, s.62",
    ),
    Power.READ_OWN_CRIMES: Needs(frozenset({Role.INVESTIGATOR, Role.ALLOCATOR})),
    Power.REPORT_CRIME: Needs(INVESTIGATING | ALLOCATING | {Role.SYSTEM}),
    Power.GRADE_CRIME: Needs(INVESTIGATING | ALLOCATING),
    Power.PROPOSE_ALLOCATION: Needs(ALLOCATING | {Role.SYSTEM}),
    Power.ALLOCATE_CRIME: Needs(ALLOCATING),
    Power.DISPUTE_ALLOCATION: Needs(INVESTIGATING | ALLOCATING),
    Power.DECIDE_DISPUTE: Needs(SUPERVISING, another_officer=True),
    Power.OVERRIDE_ELIGIBILITY: Needs(SUPERVISING, another_officer=True),
    Power.INVESTIGATE: Needs(INVESTIGATING | SUPERVISING),
    Power.REVIEW_CRIME: Needs(SUPERVISING, another_officer=True),
    Power.CLOSE_CRIME: Needs(INVESTIGATING | SUPERVISING),
    Power.SECOND_LOOK: Needs(SUPERVISING, another_officer=True),
    Power.SEE_ELIGIBILITY: Needs(ALLOCATING | {Role.STANDARDS, Role.INSPECTION, Role.SYSTEM}),
    Power.READ_CONDUCT: Needs(SEALED, "Data Protection Act 2018, s.62", another_officer=True),
    Power.RECORD_VETTING: Needs(
        frozenset({Role.VETTING}), "Police (Vetting) Regulations 2025, reg. 3", another_officer=True
    ),
    Power.RECORD_CONDUCT: Needs(frozenset({Role.STANDARDS}), another_officer=True),
    Power.ALLOW_WORK: Needs(frozenset({Role.SENIOR_OFFICER}), another_officer=True),
    Power.DRAW_RECHECKS: Needs(SEALED | {Role.INSPECTION}),
    Power.RECORD_ABSENCE: Needs(SUPERVISING | {Role.ALLOCATOR, Role.ADMINISTRATOR}, another_officer=True),
    Power.NAME_TUTOR: Needs(SUPERVISING, another_officer=True),
    Power.READ_MISSING_BRIEF: Needs(frozenset({Role.COORDINATOR}), "Data Protection Act 2018, s.62"),
    Power.READ_MISSING: Needs(
        LOOKING_FOR | {Role.INTELLIGENCE, Role.INSPECTION, Role.SYSTEM}, "Data Protection Act 2018, s.62"
    ),
    Power.REPORT_MISSING: Needs(LOOKING_FOR | {Role.SYSTEM}, MISSING),
    Power.WORK_MISSING: Needs(LOOKING_FOR, MISSING),
    Power.GRADE_MISSING: Needs(LOOKING_FOR, MISSING),
    Power.AGREE_GRADE: Needs(HUB, MISSING, another_officer=True),
    Power.REVIEW_MISSING: Needs(HUB, MISSING, another_officer=True),
    Power.INTERVIEW_MISSING: Needs(LOOKING_FOR, MISSING),
    Power.CLOSE_MISSING: Needs(HUB, MISSING),
    Power.FLAG_EXPLOITATION: Needs(LOOKING_FOR | {Role.INTELLIGENCE}, MISSING),
    Power.SCREEN_EXPLOITATION: Needs(LOOKING_FOR | {Role.INTELLIGENCE}, MISSING),
    Power.READ_SUSPECT: Needs(
        ONLINE | {Role.INTELLIGENCE, Role.INSPECTION, Role.SYSTEM}, "Data Protection Act 2018, s.62"
    ),
    Power.RECEIVE_SUSPECT: Needs(ONLINE | {Role.INTELLIGENCE, Role.SYSTEM}),
    Power.BAND_SUSPECT: Needs(ONLINE | {Role.INTELLIGENCE}),
    Power.WORK_SUSPECT: Needs(ONLINE | {Role.INTELLIGENCE}),
    Power.DELAY_SUSPECT: Needs(SUPERVISING),
    Power.ANSWER_PROMPT: Needs(ONLINE),
    Power.PAIR_REFERRALS: Needs(ONLINE | {Role.INTELLIGENCE}, IDENTITY),
    Power.UNPAIR_REFERRALS: Needs(SUPERVISING | {Role.INTELLIGENCE}, IDENTITY),
    Power.CLOSE_SUSPECT: Needs(ONLINE),
    Power.LOOK_AGAIN: Needs(SUPERVISING, another_officer=True),
    Power.ANSWER_LINK: Needs(HUB | {Role.INTELLIGENCE}, MISSING),
    Power.JOIN_RECORDS: Needs(MANAGING | SUPERVISING | {Role.INTELLIGENCE, Role.SYSTEM}, IDENTITY),
    Power.KEEP_APART: Needs(MANAGING | SUPERVISING | {Role.INTELLIGENCE}, IDENTITY),
    Power.LEAVE_PAIR: Needs(MANAGING | SUPERVISING | {Role.INTELLIGENCE}, IDENTITY),
    Power.UNDO_PAIRING: Needs(SUPERVISING | {Role.INTELLIGENCE}, IDENTITY),
    Power.MEASURE_FORCE: Needs(MEASURING),
    Power.REVIEW_HINDSIGHT: Needs(MEASURING - {Role.SYSTEM}, "Data Protection Act 2018, s.62"),
    Power.EXPORT_FACTS: Needs(frozenset({Role.SYSTEM, Role.ADMINISTRATOR}), "Data Protection Act 2018, s.62"),
    Power.DRAW_SAMPLE: Needs(MEASURING),
    Power.READ_SAMPLE: Needs(INSPECTING | OWNING),
    Power.ANSWER_SAMPLE: Needs(INSPECTING),
    Power.RAISE_FINDING: Needs(INSPECTING),
    Power.ANSWER_FINDING: Needs(OWNING),
    Power.RECOMMEND: Needs(INSPECTING),
    Power.ATTACH_EVIDENCE: Needs(INSPECTING | OWNING),
    Power.PROPOSE_CLOSURE: Needs(INSPECTING | OWNING),
    Power.DECIDE_CLOSURE: Needs(INSPECTING, another_officer=True),
    Power.WRITE_REPORT: Needs(MEASURING),
    Power.SIGN_GRADE: Needs(frozenset({Role.INSPECTION, Role.SENIOR_OFFICER})),
}


def least_rank(power: Power, law: Shelf, *, on: date) -> Rank:
    """The lowest rank that holds `power` on a day."""
    row = law[POWERS[power].rank_row]
    return Rank(row.word_of(power, on) if row.name == LEAST_RANK else str(row.on(on)))


def may(officer: Officer, power: Power, law: Shelf, *, on: date, about_own: bool = False) -> Decision:
    """Whether `officer` may use `power` on a day, with everything that is missing at once.

    Tested in order: in post, rank, role, each course in date, and, where the power needs
    another officer, that it is not used on one's own work (`about_own`). A course counts
    from the day it was passed to the day before it expires.

    Conflicts of interest, vetting and restrictions are not decided here.

    >>> from watchkeeper.law import shelf
    >>> recruit = Officer("O1", Rank.CONSTABLE, Role.OFFENDER_MANAGER, "NW")
    >>> decision = may(recruit, Power.SEEK_WARRANT, shelf.load(), on=date(2026, 3, 20))
    >>> [reason.says for reason in decision.unmet][0]
    'is a constable; superintendent or above is needed'
    """
    needs = POWERS[power]
    least = least_rank(power, law, on=on)
    reasons = [
        in_post(officer, on=on),
        Reason(
            officer.rank.at_least(least),
            f"is {a(officer.rank)}; {least} or above is needed",
            law[needs.rank_row].cite,
            f"{least} or above",
        ),
        Reason(
            officer.role in needs.roles,
            f"is {officer.role}; needed: {either([role for role in Role if role in needs.roles])}",
            needs.cite,
            "the role",
        ),
        *(holds(officer.training, course, needs.cite, on=on) for course in needs.courses),
    ]
    if needs.another_officer:
        reasons.append(
            Reason(
                not about_own,
                "own work is decided by another officer" if about_own else "not own work",
                needs.cite,
            )
        )
    return Decision(tuple(reasons))


def in_post(officer: Officer, *, on: date) -> Reason:
    """Whether the officer is in post: from `since`, up to the day before `until`."""
    if officer.since is not None and on < officer.since:
        return Reason(False, f"not in post before {day(officer.since)}", PROPOSED, IN_POST)
    if officer.until is not None and officer.until <= on:
        return Reason(False, f"left post on {day(officer.until)}", PROPOSED, IN_POST)
    return Reason(True, IN_POST, PROPOSED, IN_POST)


def in_date(training: tuple[Training, ...], course: Course, *, on: date) -> bool:
    """Whether `course` has been passed by `on` and has not lapsed."""
    for each in training:
        if each.course is course and each.awarded_on <= on:
            until = each.expires_on
            if until is None or on < until:
                return True
    return False


def holds(training: tuple[Training, ...], course: Course, cite: str, *, on: date) -> Reason:
    """Whether `course` has been passed and is in date; a lapsed course names the day it lapsed."""
    if in_date(training, course, on=on):
        return Reason(True, f"holds {course}, in date", cite, f"{course}, in date")
    passed = [each for each in training if each.course is course and each.awarded_on <= on]
    lapsed = max((each.expires_on for each in passed if each.expires_on is not None), default=None)
    return Reason(
        False,
        f"{course} lapsed on {day(lapsed)}" if lapsed else f"has not passed {course}",
        cite,
        f"{course}, in date",
    )
