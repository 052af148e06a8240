"""Officers are appointed, people are given a manager, and what was recorded wrongly is corrected."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction

from watchkeeper.audit.actions import append
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.standing import standing
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import models
from watchkeeper.workforce.acts import Act, Refused, act
from watchkeeper.workforce.facts import HandoverReason, Offer, Officer, Power, Rank, Role
from watchkeeper.workforce.rules.handover import may_answer, may_offer
from watchkeeper.workforce.rules.manager import may_manage
from watchkeeper.workforce.stored import (
    answered,
    manager_of,
    offers_waiting,
    officer_as_known,
    officers_as_known,
)

__all__ = ["officer_as_known", "officers_as_known"]  # asked for here by every door

SYSTEM = "SYSTEM"


def ensure_system_officer(*, law: Shelf, at: datetime) -> Officer:
    """The named system officer, for the nightly run and imports; entered the first time it is asked for."""
    known = officer_as_known(SYSTEM, known_at=at)
    if known is not None:
        return known
    system = Officer(SYSTEM, Rank.CONSTABLE, Role.SYSTEM, unit="")
    _enter_without_act(system, why="the register was opened", law=law, at=at)
    return system


def others_known(*, known_at: datetime) -> bool:
    """Whether anybody but the system officer is known."""
    return models.Officer.objects.as_known(known_at).exclude(ref=SYSTEM).exists()


def appoint_first_administrator(ref: str, *, law: Shelf, at: datetime) -> Officer:
    """Enter the first administrator, when there is nobody yet who could appoint one.

    Raises Refused as soon as any officer but the system officer is known.
    """
    if others_known(known_at=at):
        raise Refused(Decision((Reason(False, "no officer is known yet", "Proposed table of powers"),)))
    ensure_system_officer(law=law, at=at)
    first = Officer(ref, Rank.CONSTABLE, Role.ADMINISTRATOR, unit="")
    _enter_without_act(first, why="first administrator", law=law, at=at)
    return first


def appoint_officer(
    officer: Officer, *, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> models.Officer:
    """Enter `officer`, or a new version of them: rank, role, unit, hours and courses.

    Nobody appoints themselves. Raises Refused without the power, or for a unit nobody knows.
    """
    with act(
        Power.APPOINT_OFFICER,
        by=by,
        about=officer.ref,
        on=on,
        law=law,
        purpose=purpose,
        at=at,
        about_own=officer.ref == by.ref,
    ) as this:
        known = models.Unit.objects.filter(ref=officer.unit).as_known(at).exists()
        human = officer.ref != SYSTEM and officer.role is not Role.SYSTEM
        entered = Reason(human, "the system officer is entered by the system alone", RECORDS)
        placed = Reason(known, f"unit {officer.unit or '(blank)'} is known", RECORDS)
        this.require(Decision((entered, placed)))
        return _enter(officer, this)


def allocate_manager(
    person_ref: str,
    officer: Officer,
    *,
    weighted_load: float,
    since: date,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    need: Decision | None = None,
) -> models.Managed:
    """Give a person a named manager from `since`; a spell with another ends that day.

    `weighted_load` is what the officer would hold with this person added, `need` what access
    answers, where a page asks. Raises Refused without the power, and for an officer who is not
    in post, not trained, not in a managing role, or at their cap.
    """
    with act(Power.ALLOCATE_MANAGER, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at) as this:
        this.require(may_manage(officer, weighted_load, law, on=on))
        this.require(Decision((person_known(person_ref, known_at=at), *(need.reasons if need else ()))))
        return _given(person_ref, officer, since, this)


def offer_person(
    person_ref: str,
    receiver: Officer,
    *,
    reason: HandoverReason,
    note: str,
    need: Decision,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Offer:
    """Offer a person to another manager; `need` is what access answers of `by` and of the receiver.

    Raises Refused without the power, and with everything `may_offer` finds against it.
    """
    with act(Power.OFFER_PEOPLE, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at) as this:
        spell = manager_of(person_ref, on=on, known_at=at)
        giver = officer_as_known(spell.officer, known_at=at) if spell else None
        waiting = bool(offers_waiting(on=on, known_at=at, person=person_ref))
        found = may_offer(by, spell, giver, receiver, law, on=on, waiting=waiting)
        this.require(Decision((*found.reasons, *need.reasons)))
        row = models.Offer(person_ref=person_ref, giver=spell.officer if spell else "", note=note)
        row.receiver, row.offered_on, row.offered_by, row.reason = receiver.ref, on, by.ref, reason.value
        return this.store(row)


def answer_offer(
    offer: Offer,
    receiver: Officer,
    *,
    accepted: bool,
    reason: str,
    weighted_load: float,
    need: Decision,
    by: Officer,
    on: date,
    law: Shelf,
    calendar: Calendar,
    purpose: str,
    at: datetime,
) -> models.OfferAnswer:
    """Accept or refuse one offer: accepted, one spell ends and the next begins on the same day.

    Raises Refused without the power, and with everything `may_answer` and `may_manage` find.
    """
    with act(Power.ANSWER_OFFER, by=by, about=offer.person, on=on, law=law, purpose=purpose, at=at) as this:
        spell = manager_of(offer.person, on=on, known_at=at)
        said: Any = {"accepted": accepted, "reason": reason, "answered": answered(offer.ref, known_at=at)}
        this.require(may_answer(offer, by, receiver, spell, law, calendar, on=on, **said))
        if accepted:
            this.require(Decision((*may_manage(receiver, weighted_load, law, on=on).reasons, *need.reasons)))
            _given(offer.person, receiver, on, this)
        row = models.OfferAnswer(ref="", person_ref=offer.person, offer_ref=offer.ref, accepted=accepted)
        row.answered_on, row.answered_by, row.reason = on, by.ref, reason
        return this.store(row)


def person_known(ref: str, *, known_at: datetime) -> Reason:
    """Whether a person of this ref is on record. People stand above this slice: asked for by name."""
    known = bool(standing(apps.get_model("people.Person"), ref=ref, known_at=known_at))
    says = f"person {ref} is on record" if known else f"nobody is on record as {ref or '(blank)'}"
    return Reason(known, says, RECORDS)


def _given(person_ref: str, officer: Officer, since: date, this: Act) -> models.Managed:
    """End every spell that would run past the day, and begin the officer's on it. Days are half-open."""
    for spell in models.Managed.objects.filter(person_ref=person_ref).as_known(this.at):
        if spell.since is not None and spell.since <= since < (spell.until or date.max):
            spell.id, spell.until = None, since
            this.store(spell)
    this.fact("officer", officer.ref)
    return this.store(models.Managed(ref="", person_ref=person_ref, officer_ref=officer.ref, since=since))


def _enter(officer: Officer, this: Act) -> models.Officer:
    for course in officer.training:
        ref = f"{officer.ref}-{course.course}-{course.awarded_on}"
        if not models.Training.objects.filter(ref=ref).as_known(this.at).exists():
            this.store(
                models.Training(
                    ref=ref,
                    officer_ref=officer.ref,
                    course=course.course.value,
                    awarded_on=course.awarded_on,
                    expires_on=course.expires_on,
                )
            )
    return this.store(
        models.Officer(
            ref=officer.ref,
            rank=officer.rank.value,
            role=officer.role.value,
            unit=officer.unit,
            hours_share=officer.hours_share,
            since=officer.since,
            until=officer.until,
        )
    )


def _enter_without_act(officer: Officer, *, why: str, law: Shelf, at: datetime) -> None:
    """Nobody can act yet. The entry on the trail says so, in the same transaction as the row."""
    write = partial(
        append,
        at=at,
        power=Power.APPOINT_OFFICER,
        by=SYSTEM,
        about=officer.ref,
        purpose=why,
        policy_version=law.version,
    )
    with transaction.atomic():
        this = Act(write(Kind.ATTEMPT).number, at)
        _enter(officer, this)
        of = ("attempt", str(this.number))
        write(Kind.DONE, reasons=("nobody could appoint yet",), noted=(of, *this.noted, *this.seals.noted()))
