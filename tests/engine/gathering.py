"""One person's facts for plain Python, from stored rows that stand."""

from collections.abc import Iterable, Mapping
from typing import Any

from watchkeeper.briefing.one import Recorded, directed
from watchkeeper.escalation import models as escalation
from watchkeeper.people import models as people
from watchkeeper.registers import models as registers
from watchkeeper.risk import models as risk
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Officer

KINDS: dict[str, Any] = {
    "disposals": registers.Disposal,
    "orders": registers.Order,
    "conditions": registers.Condition,
    "away": people.Away,
    "addresses": people.Address,
    "aliases": people.Alias,
    "notifications": registers.Notification,
    "changes": registers.Change,
    "stays": registers.Stay,
    "trips": registers.Trip,
    "applications": registers.ReviewApplication,
    "levels": risk.SetLevel,
    "assessments": risk.Assessment,
    "plans": risk.Plan,
    "intelligence": risk.Intelligence,
    "reviews": risk.Review,
    "managers": workforce.Managed,
    "decisions": escalation.Decided,
    "charges": escalation.Charge,
    "overrides": risk.Override,
    "offers": workforce.Offer,
    "answers": workforce.OfferAnswer,
    "outcomes": escalation.Outcome,
    "excuses": escalation.Excuse,
    "prosecutions": escalation.Prosecution,
    "begun": risk.BegunAssessment,
    "rated": risk.Rating,
    "level_reasons": risk.LevelReason,
    "actions": risk.PlanAction,
}
"""Where each field of `Recorded` is stored. Visits stand apart: they need to know of officers."""


def gathered(
    person: people.Person, stood: Mapping[str, Iterable[Any]], staff: Mapping[str, Officer]
) -> Recorded:
    """The facts of one person from the stored rows that stand, by the names of `Recorded`'s fields."""
    facts = {name: tuple(row.fact() for row in stood.get(name, ())) for name in KINDS}
    return Recorded(
        person=person.fact(),
        on_licence=bool(person.on_licence),
        direction=directed(
            person.parent_ref, person.parental_direction_on, person.parental_direction_until, ref=person.ref
        ),
        visits=tuple(
            row.fact(notice_authorised_rank=_rank(staff.get(row.notice_authorised_by)))
            for row in stood.get("visits", ())
        ),
        **facts,
    )


def _rank(officer: Officer | None) -> str:
    return str(officer.rank) if officer is not None else ""
