"""Which columns each fact of a crime and of conduct is made from, and how each of them is read."""

from collections.abc import Callable, Iterable
from typing import Any

from watchkeeper.briefing.columns import Read, code, day, flag, instant, several, text
from watchkeeper.crimes import facts as crimes
from watchkeeper.workforce import conduct

type Kept = tuple[str, Callable[..., Any], tuple[tuple[str, Read], ...]]
"""The table a fact is stored in, what makes it, and its columns in that order."""


def excluded(column: Any) -> Iterable[Any]:
    """Whom restricted duties exclude, parted by semicolons."""
    return [tuple(map(conduct.Excluded, parts)) for parts in several(column)]


def _crime(ref: str, reported_at: Any, offence: str, unit: str, *rest: Any) -> crimes.Crime:
    return crimes.Crime(ref, reported_at, offence, unit, "", *rest)  # no clock hangs on where it was


_REF: tuple[tuple[str, Read], ...] = (("ref", text), ("crime_ref", text))
_OFFICER: tuple[tuple[str, Read], ...] = (("ref", text), ("officer_ref", text))

CRIME: Kept = (
    "crimes",
    _crime,
    (
        *(("ref", text), ("reported_at", instant), ("offence", text), ("unit", text), ("occurred_on", day)),
        *(("domestic", text), ("high_risk", text), ("lines_of_enquiry", text), ("street", text)),
        ("reported_month", day),
    ),
)
PARTS: dict[str, Kept] = {
    "parties": (
        "crime_parties",
        crimes.Party,
        (
            *(*_REF, ("part", code(crimes.Part)), ("person", text), ("officer", text), ("born_on", day)),
            *(("relationship", code(crimes.Relationship)), ("in_care", text), ("disabled", text)),
            *(("repeat", text), ("intimidated", text)),
        ),
    ),
    "grades": (
        "crime_grades",
        crimes.Graded,
        (*_REF, ("response", code(crimes.Response)), ("on", day), ("by", text)),
    ),
    "holdings": (
        "crime_holdings",
        crimes.Held,
        (*_REF, ("officer_ref", text), ("since", day), ("until", day), ("supervisor", text)),
    ),
    "reviews": (
        "crime_reviews",
        crimes.Reviewed,
        (*_REF, ("kind", code(crimes.ReviewKind)), ("on", day), ("by", text), ("next_on", day)),
    ),
    "enquiries": (
        "crime_enquiries",
        crimes.Enquiry,
        (*_REF, ("set_on", day), ("due_on", day), ("done_on", day)),
    ),
    "events": (
        "crime_events",
        crimes.CaseEvent,
        (*_REF, ("kind", code(crimes.EventKind)), ("on", day), ("party", text), ("until", day)),
    ),
    "told": (
        "crime_victim_contacts",
        crimes.VictimTold,
        (*_REF, ("told", code(crimes.Told)), ("on", day), ("party", text), ("event", text)),
    ),
    "devices": (
        "crime_devices",
        crimes.Device,
        (*_REF, ("device", text), ("step", code(crimes.Step)), ("on", day)),
    ),
    "finals": (
        "crime_outcomes",
        crimes.Finalised,
        (
            *(*_REF, ("outcome", text), ("on", day), ("by", text), ("reason", text), ("second_by", text)),
            *(("second_on", day), ("second_agrees", text), ("safeguarding", text)),
        ),
    ),
    "disputes": (
        "allocation_disputes",
        crimes.Disputed,
        (
            *(*_REF, ("officer_ref", text), ("by", text), ("on", day), ("reason", text), ("decider", text)),
            *(("decided_on", day), ("upheld", text)),
        ),
    ),
    "overrides": (
        "allocation_overrides",
        crimes.AllocationOverride,
        (*_REF, ("officer_ref", text), ("by", text), ("on", day), ("until", day), ("reason", text)),
    ),
}
"""Each part of a case."""
IN_HAND = ("parties", "holdings", "finals", "overrides")
"""What the work a crime asks for, and who holds it, are read from."""
CONDUCT: dict[str, Kept] = {
    "clearances": (
        "clearances",
        conduct.Clearance,
        (*_OFFICER, ("clearance", code(conduct.VettingLevel)), ("granted_on", day), ("expires_on", day)),
    ),
    "changes": (
        "clearance_changes",
        conduct.ClearanceChange,
        (
            *(*_OFFICER, ("step", code(conduct.ClearanceStep)), ("on", day), ("by", text)),
            *(("redeployment_considered", text), ("told_on", day)),
        ),
    ),
    "allegations": (
        "allegations",
        conduct.Allegation,
        (
            *(*_OFFICER, ("kind", code(conduct.AllegationKind)), ("made_on", day), ("severity", text)),
            *(("criminal", text), ("closed_on", day)),
        ),
    ),
    "safe": (
        "safe_to_work",
        conduct.SafeToWork,
        (
            *(("ref", text), ("allegation_ref", text), ("officer_ref", text), ("by", text)),
            *(("on", day), ("until", day), ("reason", text)),
        ),
    ),
    "restrictions": (
        "restricted_duties",
        conduct.Restricted,
        (*_OFFICER, ("excludes", excluded), ("since", day), ("until", day)),
    ),
    "suspensions": ("suspensions", conduct.Suspension, (*_OFFICER, ("since", day), ("until", day))),
    "screenings": (
        "screenings",
        conduct.Screening,
        (*_OFFICER, ("on", day), ("cleared", flag), ("expires_on", day)),
    ),
    "abstractions": (
        "abstractions",
        conduct.Abstraction,
        (*_OFFICER, ("kind", code(conduct.AbstractionKind)), ("since", day), ("until", day)),
    ),
}
"""Each field of Fitness that is on record of officers themselves."""
TUTORS: Kept = (
    "tutors",
    conduct.Tutored,
    (("ref", text), ("trainee", text), ("tutor", text), ("since", day), ("until", day)),
)
