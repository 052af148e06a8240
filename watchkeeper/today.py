"""The only reader of the wall clock. Doors may import it; rules are handed the day."""

import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
AHEAD = "WATCHKEEPER_CLOCK_AHEAD"
"""Seconds this clock runs ahead of the machine's, negative for behind: for rehearsals and tests that
stand at a night of their own. Every process of one house must be given the same."""


def now() -> datetime:
    """This instant, in UTC."""
    ahead = os.environ.get(AHEAD, "")
    return datetime.now(UTC) + timedelta(seconds=float(ahead)) if ahead else datetime.now(UTC)


def today() -> date:
    """Today's date in London, where the duty inspector is."""
    return day_of(now())


def day_of(instant: datetime) -> date:
    """The date in London at an instant."""
    return instant.astimezone(LONDON).date()
