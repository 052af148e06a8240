"""Faults of level, assessment, plan, supervision, intelligence and manager."""

from watchkeeper.risk.facts import Duty, Level
from watchkeeper.synth import management
from watchkeeper.synth.history import History, iso
from watchkeeper.synth.planted.kind import MISSING, OVERDUE, UNMANAGED, Kind, plain, quiet
from watchkeeper.workforce.facts import Duty as Workforce


def _no_level(h: History) -> None:
    h.rows["levels"] = []


def _assessment(h: History) -> None:
    quiet(h, 0)
    h.rows["assessments"] = []
    management.assessment(h, h.on - 430)


def _assessment_after(h: History) -> None:
    quiet(h, 120)
    h.rows["assessments"] = []
    management.assessment(h, h.on - 100)
    management.intelligence(h, h.on - 40, h.on - 40, grave=True)


def _no_sign_off(h: History) -> None:
    quiet(h, 0)
    h.rows["assessments"] = []
    management.assessment(h, h.on - 60)["signed_off_on"] = ""


def _no_plan(h: History) -> None:
    h.rows["plans"] = []


def _review(h: History) -> None:
    day = h.on - 240
    h.rows["reviews"] = [row for row in h.rows["reviews"] if row["reviewed_on"] < iso(day)]
    h.add("reviews", day, reviewed_on=iso(day), reviewed_by=h.sergeant)


def _unread(h: History) -> None:
    management.intelligence(h, h.on - 20, 0, grave=False)


def _no_flag(h: History) -> None:
    h.rows["people"][0]["intelligence_flag_on"] = ""


def _nobody(h: History) -> None:
    h.rows["managers"] = []


def _handed_to(h: History, officer: str, days_ago: int) -> None:
    day = h.on - days_ago
    h.rows["managers"][-1]["until"] = iso(day)
    h.add("managers", day, officer_ref=officer, since=iso(day), until="")


def _untrained(h: History) -> None:
    _handed_to(h, h.force.untrained(h.unit), 60)


def _left(h: History) -> None:
    _handed_to(h, h.force.left(h.unit), 200)


KINDS = (
    Kind(
        "level missing",
        "Nobody has set a level of risk.",
        ((MISSING, Duty.LEVEL),),
        plain(Level.VERY_HIGH),
        _no_level,
    ),
    Kind(
        "risk assessment overdue",
        "The last assessment was more than a year ago.",
        ((OVERDUE, Duty.ASSESSMENT),),
        plain(),
        _assessment,
    ),
    Kind(
        "no assessment after significant intelligence",
        "Significant intelligence came six weeks ago and risk was not assessed again.",
        ((OVERDUE, Duty.ASSESSMENT),),
        plain(),
        _assessment_after,
    ),
    Kind(
        "assessment not signed off",
        "An assessment two months old was never signed off.",
        ((OVERDUE, Duty.SIGN_OFF),),
        plain(),
        _no_sign_off,
    ),
    Kind("plan missing", "There is no risk management plan.", ((MISSING, Duty.PLAN),), plain(), _no_plan),
    Kind(
        "supervisor's review overdue",
        "No supervisor has reviewed the case for eight months.",
        ((OVERDUE, Duty.SUPERVISOR_REVIEW),),
        plain(),
        _review,
    ),
    Kind(
        "intelligence not reviewed",
        "An item of intelligence has lain unread for nearly three weeks.",
        ((OVERDUE, Duty.INTELLIGENCE_REVIEW),),
        plain(),
        _unread,
    ),
    Kind(
        "intelligence flag missing",
        "The nominal was never flagged in local intelligence.",
        ((OVERDUE, Duty.INTELLIGENCE_FLAG),),
        plain(),
        _no_flag,
    ),
    Kind("nobody manages", "No manager is named.", ((UNMANAGED, Workforce.MANAGER),), plain(), _nobody),
    Kind(
        "manager not trained",
        "The named manager has passed none of the courses.",
        ((OVERDUE, Workforce.MANAGER_TRAINING),),
        plain(),
        _untrained,
    ),
    Kind(
        "manager has left",
        "The named manager left post a month ago.",
        ((UNMANAGED, Workforce.MANAGER),),
        plain(),
        _left,
    ),
)
