"""The way round: which pages an officer is offered. Hiding is not refusing: pages refuse."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import POWERS


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of the navigation: its words, the name of its address, the power it takes or else one of."""

    text: str
    name: str
    power: Power | None = None
    or_else: tuple[Power, ...] = ()


WAYS: tuple[Way, ...] = (
    Way("Today", "today", Power.READ_BRIEF, (Power.READ_OWN_CRIMES, Power.READ_MISSING_BRIEF)),
    Way("Search", "search", Power.READ_PERSON),
    Way("My visits", "visits", Power.RECORD_VISIT),
    Way("Plans", "plans", Power.SEE_PLAN),
    Way("People", "people", Power.READ_PERSON),
    Way("Who is who", "identity", Power.JOIN_RECORDS),
    Way("Decisions", "decisions", Power.DECIDE_ENFORCEMENT),
    Way("Reviews", "reviews", Power.REVIEW_MANAGEMENT),
    Way("Second ratings", "second-ratings", Power.DRAW_SECOND_RATINGS, (Power.RATE_SECOND,)),
    Way("Crimes", "crimes", Power.READ_CRIME),
    Way("Missing", "missing", Power.READ_MISSING),
    Way("Suspects", "suspects", Power.READ_SUSPECT),
    Way("Allocate", "allocate", Power.ALLOCATE_CRIME),
    Way("Courses", "allocation-lacking", Power.PROPOSE_ALLOCATION),
    Way("Inspection", "inspection", Power.MEASURE_FORCE),
    Way("Findings", "findings", Power.ANSWER_FINDING),
    Way("Standards", "standards", Power.READ_CONDUCT),
    Way("Re-checks", "rechecks", Power.DRAW_RECHECKS),
    Way("Hand-over", "handover", Power.OFFER_PEOPLE),
    Way("Access", "openings", Power.REVIEW_OPENING),
    Way(
        "Administration",
        "administration",
        Power.LOAD_RECORDS,
        (Power.APPOINT_OFFICER, Power.READ_TRAIL, Power.EXPORT_TRAIL),
    ),
)


def navigation(request: HttpRequest) -> list[dict[str, object]]:
    """The entries offered to whoever asks, in order, the one they are at marked."""
    asking = getattr(request, "asking", None)
    if asking is None:
        return []
    return [
        {
            "text": way.text,
            "href": reverse(way.name),
            "active": request.path.startswith(reverse(way.name))
            and (way.name != "today" or request.path == "/"),
        }
        for way in WAYS
        if way.power is None
        or any(asking.officer.role in POWERS[power].roles for power in (way.power, *way.or_else))
    ]
