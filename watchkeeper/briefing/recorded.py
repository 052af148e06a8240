"""One person's facts as they were known at an instant, read from where they are stored."""

from datetime import date, datetime
from typing import Any

from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.one import Recorded, case_of, directed
from watchkeeper.escalation import models as escalation
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models as people
from watchkeeper.registers import models as registers
from watchkeeper.risk import models as risk
from watchkeeper.visits import models as visits
from watchkeeper.visits.facts import Visit
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.actions import officer_as_known
from watchkeeper.workforce.facts import Officer


def case_as_known(ref: str, law: Shelf, *, on: date, known_at: datetime) -> Case | None:
    """All that the rules need to know of one person on a day, from what was known at an instant.

    None when nobody was known by that ref. Reads only this person's rows, and in plain Python:
    the population's answer is held to it.
    """
    person: Any = people.Person.objects.filter(ref=ref).as_known(known_at).first()
    if person is None:
        return None

    def known(model: Any) -> tuple[Any, ...]:
        return tuple(model.objects.of(ref).as_known(known_at).facts())

    managers = known(workforce.Managed)
    recorded = Recorded(
        person=person.fact(),
        on_licence=bool(person.on_licence),
        direction=directed(
            person.parent_ref, person.parental_direction_on, person.parental_direction_until, ref=ref
        ),
        disposals=known(registers.Disposal),
        orders=known(registers.Order),
        conditions=known(registers.Condition),
        away=known(people.Away),
        addresses=known(people.Address),
        aliases=known(people.Alias),
        notifications=known(registers.Notification),
        changes=known(registers.Change),
        stays=known(registers.Stay),
        trips=known(registers.Trip),
        applications=known(registers.ReviewApplication),
        levels=known(risk.SetLevel),
        assessments=known(risk.Assessment),
        plans=known(risk.Plan),
        intelligence=known(risk.Intelligence),
        reviews=known(risk.Review),
        visits=_visits(ref, known_at),
        managers=managers,
        decisions=known(escalation.Decided),
        charges=known(escalation.Charge),
    )
    named = {spell.officer for spell in managers}
    officers: dict[str, Officer] = {
        officer.ref: officer
        for each in named
        if (officer := officer_as_known(each, known_at=known_at)) is not None
    }
    return case_of(recorded, officers, law, on=on)


def _visits(ref: str, known_at: datetime) -> tuple[Visit, ...]:
    """The person's visits, each with the rank of whoever authorised notice of it."""
    known: Any = visits.Visit.objects
    rows = list(known.of(ref).as_known(known_at).order_by("id"))
    authorities = {row.notice_authorised_by for row in rows if row.notice_authorised_by}
    ranks = dict(
        workforce.Officer.objects.filter(ref__in=authorities).as_known(known_at).values_list("ref", "rank")
    )
    return tuple(row.fact(notice_authorised_rank=ranks.get(row.notice_authorised_by, "")) for row in rows)
