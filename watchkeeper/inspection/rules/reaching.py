"""What an officer inspects: every unit or their own, and on which days."""

from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day
from watchkeeper.workforce.facts import Officer, Role

FORCE_WIDE = frozenset({Role.INSPECTION, Role.SYSTEM})
"""Roles that inspect every unit; others inspect their own."""


def wide(by: Officer, law: Shelf, *, on: date) -> bool:
    """Whether an officer inspects every unit: by their role, or as their unit works for the whole force."""
    return by.role in FORCE_WIDE or by.unit in law["force_wide_units"].words(on)


def still_to_come(on: date, today: date) -> str:
    """Why nothing is measured or drawn on a day, and what to ask for instead; blank for a day that has come.

    >>> still_to_come(date(2027, 1, 1), date(2026, 3, 20)).partition(",")[0]
    '1 January 2027 is still to come'
    """
    if on <= today:
        return ""
    return (
        f"{day(on)} is still to come, and nobody knows how the force will stand: "
        f"ask about {day(today)} or earlier"
    )
