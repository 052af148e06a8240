"""The only reader of the wall clock. Doors may import it; rules are handed the day."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in London, where the duty inspector is."""
    return datetime.now(LONDON).date()
