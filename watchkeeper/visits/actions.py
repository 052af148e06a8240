"""Recording a visit. What happened at the door is recorded as it was, lawful or not."""

from datetime import date, datetime

from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address
from watchkeeper.visits import models
from watchkeeper.visits.facts import Visit
from watchkeeper.workforce.actions import RECORDS, person_known
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power


def record_visit(
    visit: Visit, *, person_ref: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> models.Visit:
    """Record a visit made or attempted. Its `premises` is the ref of one of the person's addresses.

    A visit without a ref is given the act's. An announced visit that nobody authorised is
    recorded all the same: it becomes a finding. Raises Refused without the power, for a person
    or an address not on record, for a time still to come, and for a ref already used, which
    is a correction.
    """
    with act(Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at) as this:
        addresses = Address.objects.filter(ref=visit.premises, person_ref=person_ref).as_known(at)
        used = bool(visit.ref) and models.Visit.objects.filter(ref=visit.ref).exists()
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(
                        not visit.premises or addresses.exists(),
                        f"address {visit.premises or '(blank)'} is one of theirs",
                        RECORDS,
                    ),
                    Reason(visit.at <= at, "the visit has taken place", RECORDS),
                    Reason(not used, "the visit has not been recorded before", RECORDS),
                )
            )
        )
        return this.store(
            models.Visit(
                ref=visit.ref,
                person_ref=person_ref,
                at=visit.at,
                address_ref=visit.premises,
                purpose=visit.purpose.value if visit.purpose else "",
                sought_entry_to_search=visit.sought_entry_to_search,
                outcome=visit.outcome.value if visit.outcome else "",
                notice_hours=visit.notice_hours,
                notice_reason=visit.notice_reason.value if visit.notice_reason else "",
                notice_authorised_by=visit.notice_authorised_by,
                crew=";".join(visit.crew),
            )
        )
