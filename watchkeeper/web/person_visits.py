"""Visits of a person: both clocks first, then every attempt and what it counts for."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due
from watchkeeper.visits.facts import Duty, Visit
from watchkeeper.visits.models import Visit as Visits
from watchkeeper.visits.rules.announced import may_announce
from watchkeeper.visits.rules.outcomes import counts_as, counts_towards_warrant, no_occasion, valid_attempt
from watchkeeper.visits.stored import conflicts_of
from watchkeeper.web.person_acts import offered
from watchkeeper.web.person_duties import Shown, shown
from watchkeeper.web.person_reading import Reading, address_of
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Judged:
    """A visit as recorded, and what the rules make of it."""

    visit: Visit
    where: str
    valid: Decision
    warrant: Decision
    notice: Decision | None
    href: str
    since: datetime | None

    @property
    def counts(self) -> str:
        """What it counts for, in a few words."""
        return counts_as(self.visit)

    @property
    def no_occasion(self) -> tuple[str, ...]:
        """Why it does not count towards a warrant."""
        return no_occasion(self.visit)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A visit that should never have been recorded: when it was said to be, and since when it is not."""

    ref: str
    href: str
    at: datetime | None
    since: datetime


def visits(reading: Reading) -> dict[str, Any]:
    """What the page shows."""
    law, on = reading.asking.law, reading.on
    runs = reading.history.versions.get(Visits, {})
    corrected = {ref: run[-1].known_from for ref, run in runs.items() if len(run) > 1}
    made = [
        Judged(
            one,
            reading.addresses.get(one.premises, one.premises),
            valid_attempt(one, law, on=on),
            counts_towards_warrant(one),
            may_announce(one.notice_reason, one.notice_authorised_by, one.notice_authorised_rank, law, on=on)
            if one.notice_hours is not None
            else None,
            "" if reading.back else address_of("visit", reading.ref, one.ref),
            corrected.get(one.ref),
        )
        for one in reading.visits
    ]
    contact = reading.case.contact
    return {
        "contact": contact,
        "attempt_ago": (on - contact.last_attempt_on).days if contact.last_attempt_on else None,
        "seen_ago": (on - contact.last_seen_on).days if contact.last_seen_on else None,
        "next": _next(reading, reading.explained.dues),
        "made": made,
        "in_doubt": []
        if reading.back
        else [ref for _, ref in conflicts_of([reading.ref], known_at=reading.asking.at)],
        "may_settle": reading.asking.may(Power.RECORD_VISIT).allowed,
        "withdrawn": [
            Withdrawn(ref, address_of("visit", reading.ref, ref), run[-1].at, run[-1].known_from)
            for ref, run in runs.items()
            if run[-1].withdrawn and run[-1].person_ref == reading.ref
        ],
        "failed": len(contact.failed),
        "towards": sum(one.warrant.allowed for one in made),
        "announced": sum(one.notice is not None for one in made),
        "offers": offered(reading, "person-visits"),
    }


def _next(reading: Reading, dues: tuple[Due, ...]) -> Shown | None:
    due = next((each for each in dues if each.duty in (Duty.VISIT, Duty.FIRST_VISIT)), None)
    return shown(due, reading) if due is not None else None
