"""Faults of level, assessment, plan, supervision, intelligence and manager."""

from watchkeeper.risk.facts import Duty, Level, OverrideKind
from watchkeeper.synth import management
from watchkeeper.synth.history import History, iso
from watchkeeper.synth.planted.kind import MISSING, OVERDUE, UNMANAGED, Kind, plain, quiet
from watchkeeper.workforce.facts import Duty as Workforce
from watchkeeper.workforce.facts import HandoverReason, Rank


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


def _overridden(h: History, kind: OverrideKind, about: str, was: str, now: str) -> None:
    h.add(
        "overrides",
        h.on - 100,
        kind=kind,
        about=about,
        was=was,
        now=now,
        reason="Letters found at the last visit",
        decided_by=h.force.inspector(h.unit),
        rank=Rank.INSPECTOR,
        since=iso(h.on - 100),
        until=iso(h.on - 10),
    )


def _level_override(h: History) -> None:
    level = h.rows["levels"][-1]
    _overridden(h, OverrideKind.LEVEL, level["ref"], Level.LOW, level["level"])


def _interval_override(h: History) -> None:
    plan = h.rows["plans"][-1]
    _overridden(h, OverrideKind.INTERVAL, plan["ref"], "6 months", "3 months")


def _not_answered(h: History) -> None:
    giver = h.rows["managers"][-1]["officer_ref"]
    h.add(
        "offers",
        h.on - 20,
        giver=giver,
        receiver=h.sergeant,
        offered_on=iso(h.on - 20),
        offered_by=giver,
        reason=HandoverReason.LOAD,
    )


KINDS = (
    Kind(
        "level overridden and run out",
        "An inspector overrode the level for a time, which has run out; nobody has decided again.",
        ((OVERDUE, Duty.OVERRIDE),),
        plain(),
        _level_override,
    ),
    Kind(
        "interval overridden and run out",
        "An inspector overrode the interval of visits for a time; it has run out, and nobody decided again.",
        ((OVERDUE, Duty.OVERRIDE),),
        plain(),
        _interval_override,
    ),
    Kind(
        "offer not answered",
        "Offered to another manager three weeks ago, and neither accepted nor refused.",
        ((OVERDUE, Workforce.OFFER),),
        plain(),
        _not_answered,
    ),
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
