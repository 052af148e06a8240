"""Cases to ask rules about: one crime, reported on a Monday morning, and what each test adds to it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from watchkeeper.crimes.facts import Case, Crime, Part, Party
from watchkeeper.law import shelf
from watchkeeper.law.calendar import england_and_wales

LAW, CALENDAR = shelf.load(), england_and_wales()
REPORTED = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday
CRIME = Crime("C1", REPORTED, "19C", "U1")
VICTIM = Party("P1", "C1", Part.VICTIM, born_on=date(1980, 5, 1))
SUSPECT = Party("P2", "C1", Part.SUSPECT)


UNDATED = replace(CRIME, reported_at=None)
JANUARY = replace(UNDATED, reported_month=date(2025, 1, 1))


def d(text: str) -> date:
    """A day of 2026 from its month and day."""
    return date.fromisoformat(f"2026-{text}" if len(text) == 5 else text)


def case(**said: Any) -> Case:
    """The case with what a test says of it."""
    return replace(Case(CRIME), **said)
