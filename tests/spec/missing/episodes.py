"""Episodes to ask rules about: one child, reported on a Monday morning, and what each test adds."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from watchkeeper.law import shelf
from watchkeeper.missing.facts import (
    AuthorityTold,
    Care,
    Case,
    Enquiry,
    EnquiryKind,
    Episode,
    Found,
    Grade,
    Graded,
    Ground,
    HowFound,
    Interviewed,
    MissingPerson,
    ReturnInterview,
    ReturnStep,
    Reviewed,
    Searched,
    Source,
)

LAW = shelf.load()
REPORTED = datetime(2026, 3, 2, 9, tzinfo=UTC)  # a Monday
MINUTE = timedelta(minutes=1)
EPISODE = Episode(
    "E1", "M1", REPORTED, "U1", postcode="N1 1CC", medicine=False, self_harm=False, weather=False
)
CHILD = MissingPerson("M1", date(2011, 5, 1), Care.FAMILY, disabled=False, learning_disabled=False)
WHY = "Spoken to by telephone, safe with a friend."


def later(hours: float = 0, minutes: int = 0, *, since: datetime = REPORTED) -> datetime:
    """An instant so long after the report."""
    return since + timedelta(hours=hours, minutes=minutes)


def searched(*sources: Source, at: datetime = REPORTED, supplier: str = "A. Name") -> tuple[Searched, ...]:
    """Information had of the sources, of every one where none is named."""
    return tuple(
        Searched(f"S{n}", "E1", source, at, supplier, "020 7946 0000")
        for n, source in enumerate(sources or Source)
    )


def graded(grade: Grade, at: datetime = REPORTED, **said: Any) -> Graded:
    """A grade with reasons and a ground."""
    row = Graded("G1", "E1", grade, at, "O1", False, (Ground.CONTACT,), WHY)
    return replace(row, **said)


def case(grade: Grade | None = None, **said: Any) -> Case:
    """The episode with what a test says of it; with a grade that is accepted where one is named."""
    given = {} if grade is None else {"grades": (graded(grade),), "searched": searched()}
    return replace(Case(EPISODE, CHILD), **(given | said))


def enquiry(at: datetime, kind: EnquiryKind = EnquiryKind.CALL) -> Enquiry:
    return Enquiry("Q1", "E1", kind, at, "O1", "No answer.")


def reviewed(at: datetime) -> Reviewed:
    return Reviewed("R1", "E1", at, "O2")


FOUND_AT = later(6)


def returned(grade: Grade | None = Grade.MEDIUM, **said: Any) -> Case:
    """The same, found six hours after the report, and all that is owed then done within the hour."""
    done = {
        "finds": (Found("F1", "E1", FOUND_AT, "N1 1CC", HowFound.POLICE, harmed=False),),
        "interviews": (Interviewed("I1", "E1", FOUND_AT, "O1", in_person=True),),
        "told": (AuthorityTold("T1", "E1", FOUND_AT, "Islington"),),
        "returns": (ReturnInterview("H1", "E1", ReturnStep.HELD, FOUND_AT),),
    }
    return case(grade, **(done | said))
