"""Referrals to ask rules about: one suspect, received on a Monday morning, and what each test adds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from watchkeeper.crimes.facts import Finalised
from watchkeeper.law import shelf
from watchkeeper.law.due import Due
from watchkeeper.suspects.facts import Band, Banded, Case, Delayed, Duty, Referral, Step, StepKind
from watchkeeper.suspects.rules.duties import duties

LAW = shelf.load()
RECEIVED = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday
MINUTE = timedelta(minutes=1)
REFERRAL = Referral("R1", RECEIVED, unit="U1", postcode="N1 1CC", children=False, works_with_children=False)


def later(hours: float = 0, *, days: float = 0, minutes: int = 0) -> datetime:
    """An instant so long after receipt."""
    return RECEIVED + timedelta(days=days, hours=hours, minutes=minutes)


def banded(band: Band = Band.HIGH, at: datetime = RECEIVED, **said: Any) -> Banded:
    """A band with its assessor, tool and version."""
    return replace(Banded("B1", "R1", band, at, "O1", "KIRAT", "3"), **said)


def case(band: Band | None = None, **said: Any) -> Case:
    """The referral with what a test says of it; with a band given at receipt where one is named."""
    given: dict[str, Any] = {} if band is None else {"bands": (banded(band),)}
    return replace(Case(REFERRAL), **(given | said))


def step(kind: StepKind = StepKind.ARREST, at: datetime = RECEIVED) -> Step:
    return Step("S1", "R1", kind, at, "O1")


def delayed(at: datetime, next_at: datetime | None, rank: str = "superintendent", **said: Any) -> Delayed:
    """A reason by rank."""
    return replace(Delayed("D1", "R1", at, next_at, "O9", rank, "The suspect is abroad."), **said)


def final(outcome: int, at: datetime, **said: Any) -> Finalised:
    """A proposal to close on the day of an instant."""
    row = Finalised("F1", "R1", outcome, at.date(), "O1", "Nothing was found on any device at all.")
    return replace(row, **said)


def looked(at: datetime) -> dict[str, Any]:
    """A second look that agrees."""
    return {"second_by": "O2", "second_on": at.date(), "second_agrees": True, "safeguarding": True}


def due(of: Case, duty: Duty, at: datetime) -> Due | None:
    """The one clock of a kind at an instant; None where it does not run."""
    found = [each for each in duties(of, LAW, at=at) if each.duty is duty]
    assert len(found) < 2
    return found[0] if found else None


def late(of: Case, duty: Duty, at: datetime) -> bool:
    """Whether the clock of a kind has run out."""
    found = due(of, duty, at)
    return found is not None and found.minutes_late(at) > 0
