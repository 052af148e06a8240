"""Whose units an officer inspects: every one, or their own."""

from datetime import date

from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.facts import Officer, Role

FORCE_WIDE = frozenset({Role.INSPECTION, Role.SYSTEM})
"""Roles that inspect every unit; others inspect their own."""


def wide(by: Officer, law: Shelf, *, on: date) -> bool:
    """Whether an officer inspects every unit: by their role, or as their unit works for the whole force."""
    return by.role in FORCE_WIDE or by.unit in law["force_wide_units"].words(on)
