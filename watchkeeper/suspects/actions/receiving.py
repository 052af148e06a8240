"""A referral is taken in: saved always, whatever is still unknown. Every clock runs from its receipt."""

from dataclasses import dataclass
from datetime import date

from watchkeeper.audit.stored import told_in
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.people.models import Person
from watchkeeper.suspects import facts, models
from watchkeeper.suspects.actions.naming import NOT_MEANWHILE, joined_to, note
from watchkeeper.suspects.actions.telling import tell_managers
from watchkeeper.suspects.acts import act_on_referral, happened
from watchkeeper.workforce.acts import Act, Acting, acted
from watchkeeper.workforce.facts import Power

PAGES_BESIDE = frozenset({"receive", "forecast"})
"""What pages beside those of referrals are called: a referral called so would be listed and never open."""
AS_JOINED = "the suspect stays who the join of their records says: it is undone in Who is who"


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a suspect as it came."""

    family_name: str = ""
    given_names: str = ""
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportedReferral:
    """A referral as it came, with the name in it and what was seen in words."""

    referral: facts.Referral
    named: Named = Named()
    platform: str = ""
    summary: str = ""


def receive(told: ReportedReferral, acting: Acting) -> models.Referral:
    """Take in a referral. `acting.about` is its ref, empty to be given one.

    Only the instant of receipt must be there: any other blank is kept and becomes a finding. A suspect on
    the register is told to whoever manages them in the same act. Refused are a receipt still to come, a
    ref that is taken, and a person nobody recorded.
    """
    with acted(Power.RECEIVE_SUSPECT, acting) as this:
        came = told.referral
        this.require(may_receive(came, acting))
        row = models.Referral(ref=acting.about or this.ref, received_at=came.received_at)
        row.unit = came.unit or acting.by.unit
        _fill(row, told)
        stored = this.store(row)
        note(stored, this)
        tell_managers([came.person], stored.ref, stored.unit, this, acting)
        return stored


def may_receive(came: facts.Referral, acting: Acting) -> Decision:
    """Whether a referral may be taken in as it came, with everything that stands against it at once."""
    ref = acting.about
    free = not ref or not models.Referral.objects.filter(ref=ref).exists()
    return Decision(
        (
            Reason(free, "the reference is free", RECORDS),
            Reason(ref not in PAGES_BESIDE, "the reference is no word of an address", RECORDS),
            Reason(came.received_at <= acting.at, "it was received before now", RECORDS),
            _on_record(came.person, acting),
        )
    )


def put_right(told: ReportedReferral, acting: Acting, *, over: int) -> models.Referral:
    """Fill in or put right what came: a new version, all as told now. When it was received stands.

    `over` is the id of the version it was written over. A suspect matched to somebody on the register is
    told to their manager in the same act. Another address, and a child that nobody knew of, are a change of
    facts: a band given before expires. Raises Refused for a person nobody recorded, for another than joins
    say, and where another version was saved since. Where nothing is changed nothing is written, and what
    stands is given back.
    """
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        versions = models.Referral.objects.filter(ref=case.referral.ref)
        versions.select_for_update().first()  # two who save at once come one after the other
        row = versions.latest("id")
        newest = Reason(row.id == over, NOT_MEANWHILE, RECORDS)
        joined = joined_to(row, at=acting.at)
        as_joined = Reason(joined in ("", told.referral.person), AS_JOINED, RECORDS)
        this.require(Decision((_on_record(told.referral.person, acting), newest, as_joined)))
        before = told_in(row)
        _fill(row, told)
        if told_in(row) == before:
            return row
        row.id = None
        stored = this.store(row)
        note(stored, this)
        _overtake(case, stored, this, acting)
        if told.referral.person != case.referral.person:
            tell_managers([told.referral.person], stored.ref, stored.unit, this, acting)
        return stored


def add_suspect(suspect: facts.SuspectPerson, named: Named, acting: Acting) -> models.SuspectPerson:
    """Record one more suspect: the band given before expires with it, and their manager is told.

    Raises Refused for a person nobody recorded, for nobody named at all, and for a time to come.
    """
    with act_on_referral(Power.WORK_SUSPECT, acting) as (this, case):
        said = bool(suspect.person or named.family_name.strip())
        this.require(
            Decision(
                (
                    Reason(said, "they are named, or on record", RECORDS),
                    _on_record(suspect.person, acting),
                    *happened(suspect.at, case, acting),
                )
            )
        )
        row = this.store(
            models.SuspectPerson(
                referral_ref=case.referral.ref,
                at=suspect.at,
                family_name=named.family_name,
                given_names=named.given_names,
                born_on=named.born_on,
                person=suspect.person,
                works_with_children=suspect.works_with_children,
                by=acting.by.ref,
            )
        )
        note(row, this)
        tell_managers([suspect.person], case.referral.ref, case.referral.unit, this, acting)
        return row


def _overtake(case: facts.Case, now: models.Referral, this: Act, acting: Acting) -> None:
    """Keep that the facts a band was given on are others now, in the act that puts them right."""
    was, found = case.referral, []
    if now.postcode and "".join(now.postcode.split()).upper() != "".join(was.postcode.split()).upper():
        found.append(facts.News.ADDRESS)
    child = now.children and not was.children
    if child or (now.works_with_children and not was.works_with_children):
        found.append(facts.News.CHILD)
    for number, kind in enumerate(found if case.bands else ()):
        this.store(
            models.Learned(
                ref=f"{this.ref}-L{number}",
                referral_ref=was.ref,
                kind=kind.value,
                at=acting.at,
                by=acting.by.ref,
                note="put right in what came",
            )
        )


def _on_record(person: str, acting: Acting) -> Reason:
    known = not person or Person.objects.filter(ref=person).as_known(acting.at).exists()
    return Reason(known, "the person is on record", RECORDS)


def _fill(row: models.Referral, told: ReportedReferral) -> None:
    came, named = told.referral, told.named
    row.sender = came.sender.value if came.sender is not None else ""
    row.sent_as, row.person, row.postcode = came.sent_as, came.person, came.postcode
    row.family_name, row.given_names, row.born_on = named.family_name, named.given_names, named.born_on
    row.children, row.works_with_children = came.children, came.works_with_children
    row.platform, row.summary = told.platform, told.summary
