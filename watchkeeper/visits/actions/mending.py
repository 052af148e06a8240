"""Putting right what was recorded of a visit: which record stands, another visit, corrected, withdrawn.

Nothing is written over. The visit gets a new version under its own ref and every record is kept,
so each clock follows what stands now and a past night still shows what was known then.
"""

from dataclasses import replace
from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers.actions.testing import unmark_tested
from watchkeeper.visits import models
from watchkeeper.visits.actions.storing import (
    may_be_kept,
    on_record,
    store_found,
    supersede,
    visit_row,
    whole,
    withdraw_found,
)
from watchkeeper.visits.facts import Doorstep, Ruling, Visit
from watchkeeper.visits.rules.doorstep import digest, written
from watchkeeper.visits.rules.outcomes import recent
from watchkeeper.visits.stored import (
    EVER,
    as_it_stands,
    doorstep_of,
    records_of,
    records_under,
    undecided,
    version_of,
    weighed,
)
from watchkeeper.workforce.acts import Act, alone
from watchkeeper.workforce.facts import Officer, Power


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
    need to know or a reason, for a record that is not one of the visit's, and for a visit
    withdrawn, unless another record of it came after.
    """
    with act_about(
        Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        alone(person_ref)
        row = version_of(visit_ref, person_ref, known_at=EVER)
        held = {one.ref: one for one in records_of(visit_ref, known_at=EVER) if one.person_ref == person_ref}
        open_still = row is not None and (not row.withdrawn or undecided(visit_ref, known_at=EVER))
        this.require(
            Decision(
                (
                    Reason(len(held) > 1, "several records of the visit are kept", RECORDS),
                    Reason(stands in held, "the record chosen is one of them", RECORDS),
                    Reason(open_still, "the visit is not withdrawn", RECORDS),
                    _given(reason),
                )
            )
        )
        assert row is not None
        chosen = doorstep_of(held[stands])
        if row.withdrawn or written(as_it_stands(row, known_at=EVER)) != held[stands].content:
            supersede(row, chosen, this)
        return _rule(row, stands, list(held), Ruling.STANDS, reason, by, this)


def tell_apart(
    visit_ref: str,
    record_ref: str,
    *,
    person_ref: str,
    reason: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Visit:
    """Decide that a record kept beside a visit is of another visit: it becomes one, and both count.

    Only a record sent under a key of its own, which nobody has weighed, can be of another visit.
    Raises Refused without the power, need to know or a reason, and for any other record.
    """
    with act_about(
        Power.RECORD_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        alone(person_ref)
        record = next((row for row in apart(visit_ref, known_at=EVER) if row.ref == record_ref), None)
        theirs = record is not None and record.person_ref == person_ref
        this.require(
            Decision((Reason(theirs, "the record may be of another visit", RECORDS), _given(reason)))
        )
        assert record is not None
        doorstep = doorstep_of(record)
        record.id, record.visit_ref = None, this.ref
        this.store(record)
        row = this.store(visit_row(replace(doorstep.visit, ref=this.ref), person_ref))
        store_found(doorstep, person_ref, this.ref, this)
        _rule(row, record.ref, [record.ref], Ruling.APART, reason, by, this)
        return row


def correct_visit(
    visit_ref: str,
    doorstep: Doorstep,
    *,
    stood: int,
    person_ref: str,
    reason: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.DoorstepRuling:
    """Correct what was recorded of a visit, whole: what stood before is kept beside it and can be read.

    `stood` is the version of the visit the officer had before them, by its number in the store:
    what somebody else changed meanwhile is never written over. Officers already named stay as
    they are named; one newly named is on record.

    Raises Refused without the power, need to know or a reason; where a newer version stands;
    where records of the visit disagree and nobody has said which stands; for a correction that
    changes nothing; and as `record_attempt` does for what may not be recorded.
    """
    text = written(doorstep)
    with act_about(
        Power.CORRECT_VISIT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        alone(person_ref)
        row = version_of(visit_ref, person_ref, known_at=EVER)
        this.require(Decision((*_stands(row, stood), _given(reason))))
        assert row is not None
        was = as_it_stands(row, known_at=EVER)
        held = records_under(doorstep.client_key.strip())
        day_kept = doorstep.visit.day == was.visit.day
        this.require(
            Decision(
                (
                    Reason(written(was) != text, "the correction changes something", RECORDS),
                    Reason(
                        not undecided(visit_ref, known_at=EVER),
                        "it has been said which record of the visit stands",
                        RECORDS,
                    ),
                    Reason(not held, "this correction has not been recorded before", RECORDS),
                    *may_be_kept(doorstep.visit, person_ref, at=at),
                    *on_record(_newly_named(doorstep, was.visit), person_ref, at=at),
                    *(() if day_kept else (recent(doorstep.visit.day, law, on=on),)),
                )
            )
        )
        before = whole(row, this)
        record = models.DoorstepRecord(ref="", person_ref=person_ref, visit_ref=visit_ref)
        record.client_key, record.digest, record.content = doorstep.client_key, digest(text), text
        record.sent_by = by.ref
        this.store(record)
        supersede(row, doorstep, this)
        this.fact("corrects", before)
        every = [one.ref for one in records_of(visit_ref, known_at=EVER)]
        return _rule(row, record.ref, every, Ruling.CORRECTED, reason, by, this)


def withdraw_visit(
    visit_ref: str,
    *,
    stood: int,
    person_ref: str,
    reason: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.DoorstepRuling:
    """Say that a visit should never have been recorded: it counts for nothing, and can still be read.

    Raises Refused without the power, need to know or a reason, for a visit the officer made or
    recorded, and where a newer version stands than the one they had before them.
    """
    with act_about(
        Power.WITHDRAW_VISIT,
        by=by,
        about=person_ref,
        on=on,
        law=law,
        purpose=purpose,
        at=at,
        about_own=own_visit(visit_ref, person_ref, by, known_at=at),
    ) as this:
        alone(person_ref)
        row = version_of(visit_ref, person_ref, known_at=EVER)
        this.require(Decision((*_stands(row, stood), _given(reason))))
        assert row is not None
        whole(row, this)
        for condition, under in withdraw_found(visit_ref, this):
            unmark_tested(condition, under, this)
        row.id, row.withdrawn = None, True
        this.store(row)
        every = [one.ref for one in records_of(visit_ref, known_at=EVER)]
        return _rule(row, "", every, Ruling.WITHDRAWN, reason, by, this)


def own_visit(visit_ref: str, person_ref: str, by: Officer, *, known_at: datetime) -> bool:
    """Whether an officer made a visit, or sent a record of it."""
    row = version_of(visit_ref, person_ref, known_at=known_at)
    crew = row.fact().crew if row is not None else ()
    return by.ref in crew or any(one.sent_by == by.ref for one in records_of(visit_ref, known_at=known_at))


def apart(visit_ref: str, *, known_at: datetime) -> tuple[models.DoorstepRecord, ...]:
    """The records of a visit that may be of another: sent under another key, and weighed by nobody yet."""
    first, *others = records_of(visit_ref, known_at=known_at) or (None,)
    done = weighed(visit_ref, known_at=known_at)
    return tuple(
        one for one in others if first and one.client_key != first.client_key and one.ref not in done
    )


def _rule(
    row: models.Visit, stands: str, considered: list[str], kind: Ruling, reason: str, by: Officer, this: Act
) -> models.DoorstepRuling:
    return this.store(
        models.DoorstepRuling(
            ref="",
            person_ref=row.person_ref,
            visit_ref=row.ref,
            stands=stands,
            considered=";".join(considered),
            decided_by=by.ref,
            reason=reason.strip(),
            kind=kind.value,
        )
    )


def _given(reason: str) -> Reason:
    return Reason(bool(reason.strip()), "a reason is given", RECORDS)


def _stands(row: models.Visit | None, stood: int) -> tuple[Reason, ...]:
    there = row is not None and not row.withdrawn
    return (
        Reason(there, "the visit is on record and stands", RECORDS),
        Reason(row is not None and row.pk == stood, "nobody has changed it meanwhile", RECORDS),
    )


def _newly_named(doorstep: Doorstep, was: Visit) -> Doorstep:
    visit, named = doorstep.visit, doorstep.visit.notice_authorised_by
    crew = tuple(ref for ref in visit.crew if ref not in was.crew)
    by = "" if named == was.notice_authorised_by else named
    return replace(doorstep, visit=replace(visit, crew=crew, notice_authorised_by=by))
