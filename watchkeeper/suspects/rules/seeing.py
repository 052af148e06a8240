"""Who needs to know of a referral: its unit, and whoever works for the whole force."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from watchkeeper.access.facts import Known
from watchkeeper.access.rules import may_see, may_work_on
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer, Role

CITE = "Data Protection Act 2018, s.40"
WHOLE_FORCE = frozenset({Role.INTELLIGENCE, Role.INSPECTION, Role.SYSTEM})


def may_see_referral(officer: Officer, unit: str, *, force_wide: Collection[str] = ()) -> Decision:
    """Whether the officer needs to know of a referral of a unit; of no unit that anybody recorded, all do."""
    near = sees_all(officer, force_wide=force_wide) or unit in ("", officer.unit)
    return Decision((Reason(near, "of the unit of the referral, or of the whole force", CITE),))


def may_know_suspects(
    officer: Officer, suspects: Iterable[Known], law: Shelf, *, on: date, reads: bool
) -> Decision:
    """Whether the record of no suspect is shut to the officer, whatever the unit of the referral.

    As of the person: a conflict of interest shuts it, a restriction opens it to those it names, and what
    break-glass opened may be read (`reads`) and nothing else. Whose unit the suspect is of, and who manages
    them, does not matter here: the referral has a unit of its own. What is sealed is not told apart.
    """
    asked = may_see if reads else may_work_on
    answers = (asked(officer, replace(each, unit="", manager=""), law, on=on) for each in suspects)
    unmet = dict.fromkeys(reason for answer in answers for reason in answer.unmet)
    return Decision(tuple(unmet) or (Reason(True, "the record of no suspect is shut", CITE),))


def sees_all(officer: Officer, *, force_wide: Collection[str] = ()) -> bool:
    """Whether the officer works for the whole force, by role or by unit."""
    return officer.role in WHOLE_FORCE or officer.unit in force_wide
