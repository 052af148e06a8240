"""A crime is reported and its people are entered: saved always, whatever is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from watchkeeper.alerts.actions import raise_alert
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.crimes import facts, models
from watchkeeper.crimes.acts import act_on_crime
from watchkeeper.crimes.rules.reporting import something_to_act_on
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.wording import in_address
from watchkeeper.people.models import Person
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Power, Rank
from watchkeeper.workforce.stored import manager_of, officer_as_known


@dataclass(frozen=True, slots=True)
class Reported:
    """A crime as it is told, with what happened in words."""

    crime: facts.Crime
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a crime, with their name as it was told."""

    party: facts.Party
    name: str = ""


def take_report(told: Reported, people: Sequence[Named], acting: Acting) -> models.Crime:
    """Save a report and everybody named in it. `acting.about` is its ref, empty to be given one.

    Only the instant of the report must be there, and what happened or who is in it: any other blank
    is kept and becomes a finding. Refused are a report that says nothing to act on, one of tomorrow,
    a ref that is taken, and parties nobody recorded. A suspect on the register is pushed to whoever
    manages them in the same act; one of the force's own to professional standards.
    """
    with acted(Power.REPORT_CRIME, acting) as this:
        crime, ref = told.crime, acting.about
        taken = bool(ref) and models.Crime.objects.filter(ref=ref).exists()
        past = crime.reported_at is not None and crime.reported_at <= acting.at
        begun = crime.occurred_on is None or crime.occurred_on <= acting.on
        this.require(
            Decision(
                (
                    Reason(not taken, "the reference is free", RECORDS),
                    Reason(past, "it was reported before now", RECORDS),
                    Reason(begun, "it did not happen after today", RECORDS),
                    something_to_act_on(crime, summary=told.summary, people=len(people)),
                )
            )
        )
        row = models.Crime(
            ref=ref,
            reported_at=crime.reported_at,
            offence=crime.offence,
            unit=crime.unit,
            postcode=crime.postcode,
            occurred_on=crime.occurred_on,
            domestic=crime.domestic,
            high_risk=crime.high_risk,
            lines_of_enquiry=crime.lines_of_enquiry,
            street=crime.street,
            summary=told.summary,
        )
        stored = this.store(row)
        for number, named in enumerate(people, 1):
            _entered(stored.ref, named, f"{stored.ref}-P{number}", this, acting)
        return stored


def add_party(named: Named, acting: Acting) -> models.Party:
    """Enter one more victim, suspect or witness."""
    with act_on_crime(Power.INVESTIGATE, acting) as (this, case):
        return _entered(case.crime.ref, named, f"{this.ref}-P", this, acting)


def match_party(ref: str, person: str, acting: Acting) -> models.Party:
    """Record which person on record a party is, as the officer chose; empty takes a wrong match back.

    A suspect matched to somebody on the register is pushed to their manager in the same act.
    Raises Refused for a party or a person nobody recorded.
    """
    with act_on_crime(Power.REPORT_CRIME, acting) as (this, case):
        row = models.Party.objects.filter(ref=ref, crime_ref=case.crime.ref).as_known(acting.at).first()
        known = not person or Person.objects.filter(ref=person).as_known(acting.at).exists()
        there = Reason(row is not None, "they are on record in the case", RECORDS)
        this.require(Decision((there, Reason(known, "the person is on record", RECORDS))))
        assert row is not None
        row.id, row.person = None, person
        stored = this.store(row)
        if row.part == facts.Part.SUSPECT:
            _pushed(case.crime.ref, replace(row.fact(), officer=""), this, acting)
        return stored


def _entered(crime: str, named: Named, ref: str, this: Act, acting: Acting) -> models.Party:
    party = named.party
    known = not party.person or Person.objects.filter(ref=party.person).as_known(acting.at).exists()
    own = officer_as_known(party.officer, known_at=acting.at) if party.officer else None
    this.require(
        Decision(
            (
                Reason(known, "the person is on record", RECORDS),
                Reason(own is not None or not party.officer, "the officer is on record", RECORDS),
            )
        )
    )
    row = models.Party(
        ref=ref,
        crime_ref=crime,
        part=party.part.value,
        name=named.name,
        person=party.person,
        officer=party.officer,
        born_on=party.born_on,
        relationship=party.relationship.value if party.relationship else "",
        in_care=party.in_care,
        disabled=party.disabled,
        repeat=party.repeat,
        intimidated=party.intimidated,
    )
    stored = this.store(row)
    if party.part is facts.Part.SUSPECT:
        _pushed(crime, party, this, acting)
    return stored


def _pushed(crime: str, party: facts.Party, this: Act, acting: Acting) -> None:
    """A suspect on the register is told to their manager, one of the force's own to standards.

    The manager may be of another unit and then opens no more of the crime than that their own is in it.
    """
    page = f"/crimes/{quote(in_address(crime))}/"
    if party.person:
        spell = manager_of(party.person, on=acting.on, known_at=acting.at)
        person = Person.objects.filter(ref=party.person).as_known(acting.at).first()
        unit = person.unit if person is not None else ""
        raising = Raising(
            Kind.REGISTERED_SUSPECT,
            f"suspected in crime {crime}",
            party.person,
            crime,
            unit,
            Rank.SERGEANT,
            Urgency.NOW,
            f"{page}suspects/",
            officer=spell.officer if spell is not None else "",
        )
        raise_alert(raising, under=this)
    if party.officer:
        raising = Raising(
            Kind.OWN_SUSPECT,
            "one of the force's own is suspected of a crime",
            "",
            crime,
            "",
            Rank.INSPECTOR,
            Urgency.NOW,
            page,
        )
        raise_alert(raising, under=this)
