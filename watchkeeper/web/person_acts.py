"""What the reader may do next about a person: links to the pages that do it, where the service has them."""

from collections.abc import Mapping

from watchkeeper.access.rules import may_work_on
from watchkeeper.escalation.facts import Ground
from watchkeeper.web.escalation import slug
from watchkeeper.web.navigation import Way
from watchkeeper.web.person_reading import Reading, address_of
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import POWERS

VISIT = Way("Record a visit", "visit-new", Power.RECORD_VISIT)
NOTIFY = Way("Take a notification", "notify", Power.RECORD_NOTIFICATION)
LADDER = Way("Go to the ladder", "ladder", Power.PREPARE_DECISION)
REVIEW = Way("Review the management", "review-person", Power.REVIEW_MANAGEMENT)
ASSESS = Way("Assessments with an instrument", "assessments", Power.READ_PERSON)
LEVEL = Way("Set the level of risk", "level", Power.SET_LEVEL)
REACTIVE = Way("Reactive management", "reactive", Power.APPROVE_REACTIVE)
KNOWN = Way("Was it known?", "known-person", Power.READ_PERSON)
OFFERED: Mapping[str, tuple[Way, ...]] = {
    "person": (VISIT, NOTIFY, LADDER, Way("Name a manager", "manager", Power.ALLOCATE_MANAGER)),
    "person-duties": (VISIT, NOTIFY, LADDER, REVIEW),
    "person-visits": (VISIT, LADDER),
    "person-risk": (
        *(ASSESS, LEVEL, REVIEW, REACTIVE),
        Way("Override the level or the interval", "override", Power.OVERRIDE_INTERVAL),
        Way("Override the level", "override", Power.OVERRIDE_LEVEL),
    ),
    "person-orders": (VISIT,),
    "person-notifications": (
        *(NOTIFY, Way("Notice of travel", "travel", Power.RECORD_NOTIFICATION)),
        Way("Return from travel", "travel-back", Power.RECORD_NOTIFICATION),
    ),
    "person-decisions": (LADDER, KNOWN),
    "person-links": (),
    "person-looks": (
        KNOWN,
        Way("Declare a conflict of interest", "declare-conflict", Power.DECLARE_CONFLICT),
        Way("Restrict this record", "restriction", Power.RESTRICT_RECORD),
    ),
}
"""Of each page of a record, what it leads to; every address is made with the person's ref."""


def offered(reading: Reading, tab: str) -> list[dict[str, str]]:
    """Links for the reader's role, on today's record only: nothing is done in the past.

    A record opened by break-glass is open to read: of it a conflict of interest is declared and no more.
    """
    if reading.back:
        return []
    asking = reading.asking
    known = asking.known_of(reading.ref)
    works = may_work_on(asking.officer, known, asking.law, on=asking.on).allowed
    found: dict[str, str] = {}
    for way in OFFERED[tab]:
        if not works and way.power is not Power.DECLARE_CONFLICT:
            continue
        href = address_of(way.name, reading.ref)
        if href and way.power is not None and reading.asking.officer.role in POWERS[way.power].roles:
            found.setdefault(href, way.text)
    return [{"text": text, "href": href} for href, text in found.items()]


def decision_link(reading: Reading, ground: Ground) -> str:
    """Where a decision on a ground is made; empty on a look back, or where there is no such page."""
    return "" if reading.back else address_of("decide", reading.ref, slug(ground))
