"""Who needs to know of a referral: its unit, and whoever works for the whole force."""

from collections.abc import Collection

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.workforce.facts import Officer, Role

CITE = "Data Protection Act 2018, s.40"
WHOLE_FORCE = frozenset({Role.INTELLIGENCE, Role.INSPECTION, Role.SYSTEM})


def may_see_referral(officer: Officer, unit: str, *, force_wide: Collection[str] = ()) -> Decision:
    """Whether the officer needs to know of a referral of a unit; of no unit that anybody recorded, all do."""
    near = sees_all(officer, force_wide=force_wide) or unit in ("", officer.unit)
    return Decision((Reason(near, "of the unit of the referral, or of the whole force", CITE),))


def sees_all(officer: Officer, *, force_wide: Collection[str] = ()) -> bool:
    """Whether the officer works for the whole force, by role or by unit."""
    return officer.role in WHOLE_FORCE or officer.unit in force_wide
