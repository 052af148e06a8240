"""One person's facts as they were known at an instant, and the case that the rules make of them."""

from datetime import date, datetime
from typing import Any

from watchkeeper.audit.standing import standing
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.history import History, Kind, history_of
from watchkeeper.briefing.one import Recorded, case_of, directed, managed_on
from watchkeeper.escalation import models as escalation
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import models as people
from watchkeeper.registers import models as registers
from watchkeeper.risk import models as risk
from watchkeeper.visits import models as visits
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.stored import officer_as_known


def case_as_known(ref: str, law: Shelf, *, on: date, known_at: datetime) -> Case | None:
    """All that the rules need to know of one person on a day, from what was known at an instant.

    None when nobody was known by that ref. Reads only this person's rows, and in plain Python:
    the population's answer is held to it.
    """
    recorded = recorded_of(history_of(ref, known_at=known_at))
    return None if recorded is None else case_in(recorded, law, on=on, known_at=known_at)


def recorded_of(history: History) -> Recorded | None:
    """The facts that stand, as the rules read them; None when nobody was known by that ref."""
    person = next(iter(history.standing(people.Person)), None)
    if person is None:
        return None

    def facts(kind: Kind) -> tuple[Any, ...]:
        return tuple(row.fact() for row in history.standing(kind))

    return Recorded(
        person=person.fact(),
        on_licence=bool(person.on_licence),
        direction=directed(
            person.parent_ref,
            person.parental_direction_on,
            person.parental_direction_until,
            ref=history.person,
        ),
        disposals=facts(registers.Disposal),
        orders=facts(registers.Order),
        conditions=facts(registers.Condition),
        away=facts(people.Away),
        addresses=facts(people.Address),
        aliases=facts(people.Alias),
        notifications=facts(registers.Notification),
        changes=facts(registers.Change),
        stays=facts(registers.Stay),
        trips=facts(registers.Trip),
        applications=facts(registers.ReviewApplication),
        levels=facts(risk.SetLevel),
        assessments=facts(risk.Assessment),
        plans=facts(risk.Plan),
        intelligence=facts(risk.Intelligence),
        reviews=facts(risk.Review),
        visits=_visits(history),
        managers=facts(workforce.Managed),
        decisions=facts(escalation.Decided),
        charges=facts(escalation.Charge),
        overrides=facts(risk.Override),
        offers=facts(workforce.Offer),
        answers=facts(workforce.OfferAnswer),
        outcomes=facts(escalation.Outcome),
        excuses=facts(escalation.Excuse),
        prosecutions=facts(escalation.Prosecution),
        begun=facts(risk.BegunAssessment),
        rated=facts(risk.Rating),
        level_reasons=facts(risk.LevelReason),
        actions=facts(risk.PlanAction),
    )


def case_in(
    recorded: Recorded, law: Shelf, *, on: date, known_at: datetime, reader: Officer | None = None
) -> Case:
    """The case of the person on a day, of facts that are read already.

    `reader` is an officer already known at that instant, who need not be asked for again.
    """
    spell = managed_on(recorded.managers, on=on)
    named = {spell.officer} if spell is not None else set()
    named |= {offer.receiver for offer in recorded.offers} | {rated.by for rated in recorded.rated}
    found = {} if reader is None or reader.ref not in named else {reader.ref: reader}
    for ref in sorted(named - set(found)):
        if (officer := officer_as_known(ref, known_at=known_at)) is not None:
            found[ref] = officer
    return case_of(recorded, found, law, on=on)


def _visits(history: History) -> tuple[Any, ...]:
    rows = history.standing(visits.Visit)
    named = {row.notice_authorised_by for row in rows if row.notice_authorised_by}
    ranks: dict[str, str] = {}
    for ref in named:
        for officer in standing(workforce.Officer, ref=ref, known_at=history.known_at):
            ranks[ref] = officer.rank
    return tuple(row.fact(notice_authorised_rank=ranks.get(row.notice_authorised_by, "")) for row in rows)
