"""What is recorded while somebody is missing: information searched, enquiries, forms, things seen."""

from dataclasses import dataclass
from datetime import datetime

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.missing import facts, models
from watchkeeper.missing.actions.ringing import ring_seen_with
from watchkeeper.missing.acts import act_on_episode, happened
from watchkeeper.missing.facts import EnquiryKind, SeenKind
from watchkeeper.people.models import Person
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class CarersForm:
    """A carer's form as it came in: its version and day, and what it says in each of its parts."""

    form: facts.PhilomenaForm
    description: str = ""
    associates: str = ""
    places: str = ""
    phones: str = ""
    health: str = ""
    last_seen: str = ""


def record_searched(searched: facts.Searched, found: str, acting: Acting) -> models.Searched:
    """Record information that was asked for: of whom, how to reach them, when it was had, what it was.

    One without a supplier is saved, and does not count towards a grade. It may have been had before
    the report. Raises Refused for a time to come.
    """
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        this.require(Decision((Reason(searched.at <= acting.at, "the time has come", RECORDS),)))
        return this.store(
            models.Searched(
                episode_ref=case.episode.ref,
                source=searched.source.value,
                at=searched.at,
                supplier=searched.supplier,
                contact=searched.contact,
                found=found,
                by=acting.by.ref,
            )
        )


def record_enquiry(kind: EnquiryKind, at: datetime, result: str, acting: Acting) -> models.Enquiry:
    """Record something done to find them, and what came of it; blank where nothing has yet."""
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        this.require(Decision(happened(at, case, acting)))
        return this.store(
            models.Enquiry(
                episode_ref=case.episode.ref, kind=kind.value, at=at, by=acting.by.ref, result=result
            )
        )


def record_result(ref: str, result: str, acting: Acting) -> models.Enquiry:
    """Record what came of an enquiry: a new version. Raises Refused for one nobody made, and for no words."""
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        rows = models.Enquiry.objects.filter(ref=ref, episode_ref=case.episode.ref)
        row = rows.as_known(acting.at).first()
        said = Reason(bool(result.strip()), "what came of it is said in words", RECORDS)
        this.require(Decision((Reason(row is not None, "the enquiry is on record", RECORDS), said)))
        assert row is not None
        row.id, row.result = None, result
        return this.store(row)


def take_form(told: CarersForm, acting: Acting) -> models.PhilomenaForm:
    """Take in a carer's form for the episode. Every version is kept; the newest day counts.

    Raises Refused for one without a version, and for a day to come.
    """
    form = told.form
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        dated = form.dated_on is None or form.dated_on <= acting.on
        this.require(
            Decision(
                (
                    Reason(bool(form.version.strip()), "the form says which version it is", RECORDS),
                    Reason(form.received_at <= acting.at, "the time has come", RECORDS),
                    Reason(dated, "the day has come", RECORDS),
                )
            )
        )
        return this.store(
            models.PhilomenaForm(
                missing_ref=case.episode.missing,
                version=form.version,
                received_at=form.received_at,
                dated_on=form.dated_on,
                episode_ref=case.episode.ref,
                description=told.description,
                associates=told.associates,
                places=told.places,
                phones=told.phones,
                health=told.health,
                last_seen=told.last_seen,
            )
        )


def record_seen(seen: facts.Seen, note: str, acting: Acting) -> models.Seen:
    """Record a phone, vehicle, online name, adult, place or other child that turned up in the episode.

    With somebody on the register it rings at once: their manager, the coordinators, the duty inspector.
    Raises Refused for one without a value, for a time to come, and for people nobody recorded.
    """
    with act_on_episode(Power.WORK_MISSING, acting) as (this, case):
        known = not seen.person or Person.objects.filter(ref=seen.person).as_known(acting.at).exists()
        other = models.MissingPerson.objects.filter(ref=seen.value).as_known(acting.at)
        there = seen.kind is not SeenKind.TOGETHER or other.exists()
        this.require(
            Decision(
                (
                    Reason(bool(seen.value.strip()), "what was seen is said", RECORDS),
                    Reason(seen.at <= acting.at, "the time has come", RECORDS),
                    Reason(known, "the person is on record", RECORDS),
                    Reason(there, "the other child is on record", RECORDS),
                )
            )
        )
        row = this.store(
            models.Seen(
                episode_ref=case.episode.ref,
                kind=seen.kind.value,
                value=seen.value.strip(),
                at=seen.at,
                person=seen.person,
                postcode=seen.postcode,
                by=acting.by.ref,
                note=note,
            )
        )
        ring_seen_with(seen.person, case, this, acting)
        return row
