"""Recording a visit. What happened at the door is recorded as it was, lawful or not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import connection

from watchkeeper.access.acts import act_about
from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import known_of
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.people.models import Address, Person
from watchkeeper.registers.actions import mark_tested, unmark_tested
from watchkeeper.registers.models import Condition
from watchkeeper.risk.facts import Level
from watchkeeper.risk.models import SetLevel
from watchkeeper.visits import models
from watchkeeper.visits.facts import Arrival, Arrived, Doorstep, Visit
from watchkeeper.visits.rules.crewing import may_crew
from watchkeeper.visits.rules.doorstep import digest, written
from watchkeeper.visits.rules.outcomes import recent
from watchkeeper.visits.stored import DETAILS, crew_known, doorstep_of, records_of, records_under, standing
from watchkeeper.workforce.actions import RECORDS, officer_as_known, person_known
from watchkeeper.workforce.acts import Act, act
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
    with act_about(
        Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        used = bool(visit.ref) and models.Visit.objects.filter(ref=visit.ref).exists()
        again = Reason(not used, "the visit has not been recorded before", RECORDS)
        this.require(Decision((*_may_be_kept(visit, person_ref, at=at), again)))
        return this.store(_row(visit, person_ref))


def record_attempt(
    doorstep: Doorstep, *, person_ref: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Arrived:
    """Record all that a crew found at a door, in one act, once for each key.

    The same record sent again is answered as the first was, and stores nothing. Another record
    under the same key is kept beside the first, changes nothing, and waits for `settle`. A
    crew that may not stand at that door is recorded all the same, and the trail says why not.

    Raises Refused without the power or need to know, as `record_visit` does, for a condition,
    a crew or an authority not on record, and for a key that was used for somebody else.
    """
    visit, key = replace(doorstep.visit, ref=""), doorstep.client_key.strip()
    text = written(doorstep)
    with act_about(
        Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        _alone(key)
        held = records_under(key)
        elsewhere = any(row.person_ref != person_ref for row in held)
        this.require(
            Decision(
                (
                    *_may_be_kept(visit, person_ref, at=at),
                    *_on_record(doorstep, person_ref, at=at),
                    recent(visit.day, law, on=on),
                    Reason(bool(key), "the record carries a key", RECORDS),
                    Reason(not elsewhere, "the key was not used for anybody else", RECORDS),
                )
            )
        )
        sealed = digest(text)
        for row in held:
            if row.digest == sealed:
                this.fact("recorded before", row.ref)
                return Arrived(Arrival.AGAIN if row is held[0] else Arrival.CONFLICT, row.visit_ref, row.ref)
        record = models.DoorstepRecord(
            ref="",
            person_ref=person_ref,
            visit_ref=held[0].visit_ref if held else this.ref,
            client_key=key,
            digest=sealed,
            content=text,
            kept_at=doorstep.kept_at,
            sent_by=by.ref,
        )
        this.store(record)
        if held:
            this.fact("kept beside", held[0].ref)
            return Arrived(Arrival.CONFLICT, record.visit_ref, record.ref)
        this.store(_row(replace(visit, ref=this.ref), person_ref))
        _store_found(doorstep, person_ref, this.ref, this)
        this.because(
            may_crew(
                crew_known(visit.crew, known_at=at),
                level_on(person_ref, on=on, known_at=at),
                law,
                on=on,
                safety_marker=marker_of(person_ref, known_at=at),
            )
        )
        return Arrived(Arrival.RECORDED, this.ref, record.ref)


def settle(
    visit_ref: str,
    stands: str,
    *,
    person_ref: str,
    reason: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.DoorstepRuling:
    """Decide which of the records of a visit stands. Every record is kept; the visit says what stands.

    Where another record stands than before, the visit and what was found are superseded under
    the same refs, so what was known then can still be read. Raises Refused without the power,
    need to know or a reason, and for a record that is not one of the visit's.
    """
    with act_about(
        Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        _alone(visit_ref)
        held = {row.ref: row for row in records_of(visit_ref, known_at=at) if row.person_ref == person_ref}
        this.require(
            Decision(
                (
                    Reason(len(held) > 1, "several records of the visit are kept", RECORDS),
                    Reason(stands in held, "the record chosen is one of them", RECORDS),
                    Reason(bool(reason.strip()), "a reason is given", RECORDS),
                )
            )
        )
        if standing(visit_ref, known_at=at) != stands:
            chosen = doorstep_of(held[stands])
            was = _withdraw(visit_ref, this)
            this.store(_row(replace(chosen.visit, ref=visit_ref), person_ref))
            for condition, under in was:
                unmark_tested(condition, under, this)
            _store_found(chosen, person_ref, visit_ref, this)
        return this.store(
            models.DoorstepRuling(
                ref="",
                person_ref=person_ref,
                visit_ref=visit_ref,
                stands=stands,
                considered=";".join(held),
                decided_by=by.ref,
                reason=reason,
            )
        )


def look_at_doors(
    people: Iterable[str], *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> None:
    """Put on the trail that the officer looks at what is needed at the doors of several people.

    One act names them all, so that a morning's list is one look. Call it before anything of
    their records is shown. Raises Refused without the power, or without need to know of any.
    """
    with act(Power.READ_PERSON, by=by, about="", on=on, law=law, purpose=purpose, at=at) as this:
        for ref in people:
            this.require(may_see(by, known_of(ref, on=on, known_at=at), law, on=on))
            this.fact("person", ref)


def level_on(person_ref: str, *, on: date, known_at: datetime) -> Level | None:
    """The level last set by a day, as known at an instant."""
    known: Any = SetLevel.objects.filter(person_ref=person_ref).as_known(known_at)
    level = known.filter(set_on__lte=on).order_by("-set_on", "-id").values_list("level", flat=True).first()
    return Level(level) if level else None


def marker_of(person_ref: str, *, known_at: datetime) -> str:
    """The officer-safety marker of a person; empty where there is none."""
    rows: Any = Person.objects.filter(ref=person_ref).as_known(known_at)
    return str(rows.values_list("safety_marker", flat=True).first() or "")


def _may_be_kept(visit: Visit, person_ref: str, *, at: datetime) -> tuple[Reason, ...]:
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


def _on_record(doorstep: Doorstep, person_ref: str, *, at: datetime) -> tuple[Reason, ...]:
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


def _row(visit: Visit, person_ref: str) -> models.Visit:
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


def _store_found(doorstep: Doorstep, person_ref: str, visit_ref: str, this: Act) -> None:
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


def _withdraw(visit_ref: str, this: Act) -> list[tuple[str, int]]:
    """Withdraw what was found on a visit; the conditions then tested, each with the act that said so."""
    tested = []
    for model in DETAILS:
        for row in list(model.objects.filter(visit_ref=visit_ref).as_known(this.at)):
            if isinstance(row, models.ConditionCheck) and row.fact().complied.tested:
                tested.append((row.condition_ref, row.act))
            row.id, row.withdrawn = None, True
            this.store(row)
    return tested


def _alone(key: str) -> None:
    """Until this transaction ends nobody else writes under the key: an embedded database is held whole."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
