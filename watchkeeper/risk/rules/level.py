"""The level a person is managed at must be somebody's recorded decision."""

from datetime import date

from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import LEVELS, Duty, Level, Outlook

AUTHORITY = "APP managing sexual offenders and violent offenders, identifying, assessing and managing risk"


def level_due(outlook: Outlook) -> Due | None:
    """A finding when no level is recorded; None when one is.

    A missing level is never read as low. Every interval that depends on the level uses the
    strictest until somebody sets one: see `months_for`.

    >>> level_due(Outlook()).standing
    <Standing.MISSING: 'missing'>
    """
    if outlook.level is not None:
        return None
    because = (Given("level of risk", "not recorded: the strictest intervals are used", AUTHORITY),)
    return Due(Duty.LEVEL, Standing.MISSING, None, AUTHORITY, because)


def months_for(row: str, level: Level | None, law: Shelf, *, on: date) -> int:
    """The months the row `row` gives for `level`; the strictest of all levels when there is none."""
    months = law[row]
    if level is not None:
        return months.of(level, on)
    return min(months.of(each, on) for each in LEVELS)
