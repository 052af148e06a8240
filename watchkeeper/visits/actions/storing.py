"""What every act on a visit stores and asks for: the visit, what was found, one writer at a time."""

from dataclasses import replace
from datetime import datetime

from watchkeeper.law.decision import RECORDS, Reason
from watchkeeper.law.wording import names
from watchkeeper.people.models import Address
from watchkeeper.registers.actions.testing import mark_tested, unmark_tested
from watchkeeper.registers.models import Condition
from watchkeeper.visits import models
from watchkeeper.visits.facts import Doorstep, Visit
from watchkeeper.visits.rules.doorstep import digest, written
from watchkeeper.visits.stored import (
    DETAILS,
    EVER,
    as_it_stands,
    crew_known,
    records_of,
    standing,
)
from watchkeeper.workforce.actions.officers import officer_as_known, person_known
from watchkeeper.workforce.acts import Act


def may_be_kept(visit: Visit, person_ref: str, *, at: datetime) -> tuple[Reason, ...]:
    theirs = Address.objects.filter(ref=visit.premises, person_ref=person_ref).as_known(at)
    return (
        person_known(person_ref, known_at=at),
        Reason(
            not visit.premises or theirs.exists(),
            f"address {visit.premises or '(blank)'} is one of theirs",
            RECORDS,
        ),
        Reason(visit.at <= at, "the visit has taken place", RECORDS),
    )


def on_record(doorstep: Doorstep, person_ref: str, *, at: datetime) -> tuple[Reason, ...]:
    visit = doorstep.visit
    crew = {officer.ref for officer in crew_known(visit.crew, known_at=at)}
    strange = [ref for ref in visit.crew if ref not in crew]
    theirs = set(Condition.objects.filter(person_ref=person_ref).as_known(at).values_list("ref", flat=True))
    others = [check.condition for check in doorstep.conditions if check.condition not in theirs]
    by = visit.notice_authorised_by
    return (
        Reason(not strange, f"officers on record: {names(strange) or 'the crew'}", RECORDS),
        Reason(not others, f"conditions of theirs: {names(others) or 'those checked'}", RECORDS),
        Reason(
            not by or officer_as_known(by, known_at=at) is not None,
            f"who authorised notice is on record: {by or 'nobody'}",
            RECORDS,
        ),
    )


def visit_row(visit: Visit, person_ref: str) -> models.Visit:
    return models.Visit(
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


def store_found(doorstep: Doorstep, person_ref: str, visit_ref: str, this: Act) -> None:
    """Who was there, devices, conditions and notes: a row each, and the tests of conditions."""
    of = {"person_ref": person_ref, "visit_ref": visit_ref}
    rows: list[models.Present | models.DeviceCheck | models.ConditionCheck | models.VisitNote] = [
        *(
            models.Present(**of, age=one.age.value, tie=one.tie.value, name=one.name)
            for one in doorstep.present
        ),
        *(
            models.DeviceCheck(
                **of,
                kind=one.kind.value,
                method=one.method.value,
                result=one.result.value,
                follow_up=one.follow_up.value,
            )
            for one in doorstep.devices
        ),
        *(
            models.ConditionCheck(**of, condition_ref=one.condition, complied=one.complied.value, how=one.how)
            for one in doorstep.conditions
        ),
        *([models.VisitNote(**of, says=doorstep.notes)] if doorstep.notes.strip() else ()),
    ]
    for number, row in enumerate(rows, 1):
        row.ref = f"{this.ref}-{number}"
        this.store(row)
    for check in doorstep.conditions:
        if check.complied.tested:
            mark_tested(check.condition, doorstep.visit.day, this)


def withdraw_found(visit_ref: str, this: Act) -> list[tuple[str, int]]:
    """Withdraw what was found on a visit; the conditions then tested, each with the act that said so."""
    tested = []
    for model in DETAILS:
        for row in list(model.objects.filter(visit_ref=visit_ref).as_known(this.at)):
            if isinstance(row, models.ConditionCheck) and row.fact().complied.tested:
                tested.append((row.condition_ref, row.act))
            row.id, row.withdrawn = None, True
            this.store(row)
    return tested


def whole(row: models.Visit, this: Act) -> str:
    """The ref of the record that says what a visit now says; one is written where there is none.

    A visit that came by import has no record of its own, nor has one that a later import corrected.
    """
    now = as_it_stands(row, known_at=EVER)
    text = written(now)
    stands = standing(row.ref, known_at=EVER)
    if any(each.ref == stands and each.digest == digest(text) for each in records_of(row.ref, known_at=EVER)):
        return stands
    record = models.DoorstepRecord(ref=f"{this.ref}-stood", person_ref=row.person_ref, visit_ref=row.ref)
    record.digest, record.content = digest(text), text
    return this.store(record).ref


def supersede(row: models.Visit, doorstep: Doorstep, this: Act) -> None:
    """Have a visit, and what was found on it, say something else under the same ref."""
    was = withdraw_found(row.ref, this)
    this.store(visit_row(replace(doorstep.visit, ref=row.ref), row.person_ref))
    for condition, under in was:
        unmark_tested(condition, under, this)
    store_found(doorstep, row.person_ref, row.ref, this)
