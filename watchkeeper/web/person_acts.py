"""What the reader may do next about a person: links to the pages that do it, where the service has them."""

from dataclasses import dataclass

from watchkeeper.escalation.facts import Ground
from watchkeeper.web.escalation import slug
from watchkeeper.web.person_reading import Reading, address_of
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import POWERS


@dataclass(frozen=True, slots=True)
class Offer:
    """A thing to do: its words, the name of the page's address, made with the person's ref, and the power."""

    text: str
    name: str
    power: Power


OFFERS: tuple[Offer, ...] = (
    Offer("Record a visit", "visit-new", Power.RECORD_VISIT),
    Offer("Go to the ladder", "ladder", Power.PREPARE_DECISION),
    Offer("Take a notification", "notify", Power.RECORD_NOTIFICATION),
    Offer("Set the level", "level", Power.SET_LEVEL),
    Offer("Review management", "review-person", Power.REVIEW_MANAGEMENT),
    Offer("Override level or interval", "override", Power.OVERRIDE_INTERVAL),
    Offer("Reactive management", "reactive", Power.APPROVE_REACTIVE),
    Offer("Name a manager", "manager", Power.ALLOCATE_MANAGER),
)


def offered(reading: Reading) -> list[dict[str, str]]:
    """Links for the reader's role, on today's record only: nothing is done in the past."""
    if reading.back:
        return []
    return [
        {"text": offer.text, "href": href}
        for offer in OFFERS
        if reading.asking.officer.role in POWERS[offer.power].roles
        and (href := address_of(offer.name, reading.ref))
    ]


def decision_link(reading: Reading, ground: Ground) -> str:
    """Where a decision on a ground is made; empty on a look back, or where there is no such page."""
    return "" if reading.back else address_of("decide", reading.ref, slug(ground))
