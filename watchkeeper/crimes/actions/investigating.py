"""What is done in an investigation: enquiries, events, what victims were told, devices, reviews."""

from datetime import date

from watchkeeper.audit.models import Fact
from watchkeeper.crimes import models
from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.facts import Case, EventKind, ReviewKind, Step, Told
from watchkeeper.crimes.rules.holding import holder, reported_on
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


def set_enquiry(says: str, due_on: date | None, acting: Acting) -> models.Enquiry:
    """Set a line of enquiry of the plan. Raises Refused for one without words or due before today."""
    with act_on_crime(Power.INVESTIGATE, acting) as (this, case):
        this.require(
            Decision(
                (
                    Reason(bool(says.strip()), "the line of enquiry is said in words", RECORDS),
                    Reason(due_on is None or due_on >= acting.on, "it is due today or later", RECORDS),
                )
            )
        )
        row = models.Enquiry(crime_ref=case.crime.ref, says=says, set_on=acting.on, due_on=due_on)
        return this.store(row)


def finish_enquiry(ref: str, acting: Acting) -> models.Enquiry:
    """Record that a line of enquiry is done today: a new version; what it said stands."""
    with act_on_crime(Power.INVESTIGATE, acting) as (this, case):
        rows = models.Enquiry.objects.filter(ref=ref, crime_ref=case.crime.ref).as_known(acting.at)
        row = rows.first()
        this.require(Decision((Reason(row is not None, "the line of enquiry is on record", RECORDS),)))
        assert row is not None
        this.require(Decision((Reason(row.done_on is None, "it is still open", RECORDS),)))
        return this.store(_anew(row, done_on=acting.on))


def record_event(
    kind: EventKind, on: date, acting: Acting, *, party: str = "", until: date | None = None
) -> models.CaseEvent:
    """Record an arrest, bail, charge or the like. Raises Refused for a day to come or before the report."""
    with act_on_crime(Power.INVESTIGATE, acting) as (this, case):
        bail = kind is EventKind.BAIL
        this.require(
            Decision(
                (
                    *_days(case, on, acting),
                    _of_case(case, party),
                    Reason(
                        until is None or (bail and until > on), "only bail ends, and after it began", RECORDS
                    ),
                )
            )
        )
        row = models.CaseEvent(crime_ref=case.crime.ref, kind=kind.value, on=on, party=party, until=until)
        return this.store(row)


def tell_victim(
    told: Told, on: date, acting: Acting, *, party: str, event: str = "", note: str = ""
) -> models.VictimTold:
    """Record what a victim was told or asked; of which event, where it was about one."""
    with act_on_crime(Power.INVESTIGATE, acting) as (this, case):
        known = not event or any(each.ref == event for each in case.events)
        named = told is not Told.UPDATE or bool(event)
        this.require(
            Decision(
                (
                    *_days(case, on, acting),
                    _of_case(case, party),
                    Reason(known, "the event is on record", RECORDS),
                    Reason(named, "an update says of which event", RECORDS),
                )
            )
        )
        return this.store(
            models.VictimTold(
                crime_ref=case.crime.ref, told=told.value, on=on, party=party, event=event, note=note
            )
        )


def record_device(device: str, step: Step, on: date, acting: Acting) -> models.Device:
    """Record a step of the examination of a device, by its exhibit reference."""
    with act_on_crime(Power.INVESTIGATE, acting) as (this, case):
        named = Reason(bool(device.strip()), "the device has an exhibit reference", RECORDS)
        this.require(Decision((*_days(case, on, acting), named)))
        row = models.Device(crime_ref=case.crime.ref, device=device.strip(), step=step.value, on=on)
        return this.store(row)


def review(note: str, next_on: date | None, acting: Acting) -> models.Reviewed:
    """Record a supervisor's look, the first one as the initial review. Nobody reviews what they hold."""
    own = _holds(acting)
    with act_on_crime(Power.REVIEW_CRIME, acting, about_own=own) as (this, case):
        this.require(
            Decision(
                (
                    Reason(holder(case, on=acting.on) is not None, "somebody holds it", RECORDS),
                    Reason(bool(note.strip()), "what was found is said in words", RECORDS),
                    Reason(next_on is None or next_on > acting.on, "the next look is after today", RECORDS),
                )
            )
        )
        first = not any(each.kind is ReviewKind.INITIAL for each in case.reviews)
        kind = ReviewKind.INITIAL if first else ReviewKind.REVIEW
        return this.store(
            models.Reviewed(
                crime_ref=case.crime.ref,
                kind=kind.value,
                on=acting.on,
                by=acting.by.ref,
                next_on=next_on,
                note=note,
            )
        )


def _holds(acting: Acting) -> bool:
    rows = models.Held.objects.filter(crime_ref=acting.about, officer_ref=acting.by.ref)
    spells = [row.fact() for row in rows.as_known(acting.at)]
    return any(s.since <= acting.on and (s.until is None or acting.on < s.until) for s in spells)


def _days(case: Case, on: date, acting: Acting) -> tuple[Reason, ...]:
    told = reported_on(case.crime) or case.crime.reported_month
    return (
        Reason(on <= acting.on, "the day has come", RECORDS),
        Reason(told is None or on >= told, "it is not before the report", RECORDS),
    )


def _of_case(case: Case, party: str) -> Reason:
    known = not party or any(each.ref == party for each in case.parties)
    return Reason(known, "whom it concerns is on record in the case", RECORDS)


def _anew[Stored: Fact](row: Stored, **changes: object) -> Stored:
    row.id = None
    for name, value in changes.items():
        setattr(row, name, value)
    return row
