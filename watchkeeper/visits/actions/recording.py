"""Recording a visit. What happened at the door is recorded as it was, lawful or not."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import known_of
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.risk.facts import Level
from watchkeeper.risk.models import SetLevel
from watchkeeper.visits import models
from watchkeeper.visits.actions.storing import may_be_kept, on_record, store_found, visit_row, whole
from watchkeeper.visits.facts import Arrival, Arrived, Doorstep, Visit
from watchkeeper.visits.rules.crewing import may_crew
from watchkeeper.visits.rules.doorstep import digest, written
from watchkeeper.visits.rules.outcomes import recent
from watchkeeper.visits.rules.sameness import perhaps_one
from watchkeeper.visits.stored import (
    EVER,
    crew_known,
    made,
    records_of,
    records_under,
    undecided,
    version_of,
)
from watchkeeper.workforce.acts import Act, act, alone
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
        this.require(Decision((*may_be_kept(visit, person_ref, at=at), again)))
        return this.store(visit_row(visit, person_ref))


def record_attempt(
    doorstep: Doorstep, *, person_ref: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> Arrived:
    """Record all that a crew found at a door, in one act, once for each key.

    The same record sent again is answered as the first was, and stores nothing. Another record
    under the same key is kept beside the first, changes nothing, and waits for `settle`. So is
    a record under another key that may be of a visit already recorded: the same door, a crew in
    common, about the same time; it waits for `settle`, or for `tell_apart`. A crew that may
    not stand at that door is recorded all the same, and the trail says why not.

    Raises Refused without the power or need to know, as `record_visit` does, for a condition,
    a crew or an authority not on record, and for a key that was used for somebody else.
    """
    visit, key = replace(doorstep.visit, ref=""), doorstep.client_key.strip()
    text = written(doorstep)
    with act_about(
        Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        alone(key)
        alone(person_ref)
        held = records_under(key)
        elsewhere = any(row.person_ref != person_ref for row in held)
        this.require(
            Decision(
                (
                    *may_be_kept(visit, person_ref, at=at),
                    *on_record(doorstep, person_ref, at=at),
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
                return Arrived(_again(row, held[0]), row.visit_ref, row.ref)
        twin = None if held else _perhaps(visit, person_ref, law, this)
        beside = held[0].visit_ref if held else twin.ref if twin is not None else ""
        record = models.DoorstepRecord(
            ref="",
            person_ref=person_ref,
            visit_ref=beside or this.ref,
            client_key=key,
            digest=sealed,
            content=text,
            kept_at=doorstep.kept_at,
            sent_by=by.ref,
        )
        this.store(record)
        if beside:
            this.fact("kept beside", held[0].ref if held else beside)
            return Arrived(Arrival.CONFLICT if held else Arrival.PERHAPS, beside, record.ref)
        this.store(visit_row(replace(visit, ref=this.ref), person_ref))
        store_found(doorstep, person_ref, this.ref, this)
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


def _again(row: models.DoorstepRecord, first: models.DoorstepRecord) -> Arrival:
    """What is answered when a record comes again: a question nobody has answered is asked again."""
    if row.ref != first.ref:
        return Arrival.CONFLICT
    beside = records_of(row.visit_ref, known_at=EVER)[0].ref != row.ref
    return Arrival.PERHAPS if beside and undecided(row.visit_ref, known_at=EVER) else Arrival.AGAIN


def _perhaps(visit: Visit, person_ref: str, law: Shelf, this: Act) -> Visit | None:
    """A visit on record that this may be, the nearest in time; laid whole beside what is now sent."""
    same = [one for one in made(person_ref, known_at=EVER) if perhaps_one(one, visit, law).allowed]
    twin = min(same, key=lambda one: (abs(one.at - visit.at), one.ref), default=None)
    if twin is not None:
        this.because(perhaps_one(twin, visit, law))
        row = version_of(twin.ref, person_ref, known_at=EVER)
        if row is not None:
            whole(row, this)
    return twin
