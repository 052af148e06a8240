"""Recording what a person decided on enforcement: to act, how, or not to act, and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from watchkeeper.escalation import models
from watchkeeper.escalation.facts import Choice, Owed
from watchkeeper.escalation.rules.warrants import may_seek_warrant
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import a
from watchkeeper.people.facts import away_on
from watchkeeper.people.models import Address, Away
from watchkeeper.visits.models import Visit
from watchkeeper.workforce.actions import person_known
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Officer, Power, Rank
from watchkeeper.workforce.models import Managed

ACCOUNTABLE = "decision_longest"


@dataclass(frozen=True, slots=True)
class WarrantSought:
    """What a decision for a warrant must name: the premises, by address ref, who applies, and need.

    `necessary`: it is recorded why a constable must enter and search to assess the risk.
    """

    premises: str
    applicant_rank: Rank | None
    necessary: bool


def decide(
    owed: Owed,
    choice: Choice,
    *,
    person_ref: str,
    reason: str,
    expires_on: date | None,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    warrant: WarrantSought | None = None,
) -> models.Decided:
    """Record the decision `by` takes on what is owed. The system takes none.

    Every decision gives its reason; the decision not to act also gives the first day it no
    longer holds, so that silence comes back. The rank is that which must decide today. A
    warrant is decided on only when s.96B can be shown from what is on record now. Nobody
    decides on a person they manage. Raises Refused, with all that is missing, otherwise.

    The reason stays with the decision and is not copied to the trail, which holds no free text.
    """
    own = _manages(by, person_ref, on=on, at=at)
    with act(
        Power.DECIDE_ENFORCEMENT,
        by=by,
        about=person_ref,
        on=on,
        law=law,
        purpose=purpose,
        at=at,
        about_own=own,
    ) as this:
        cite = law[ACCOUNTABLE].cite
        expiring = expires_on is not None or choice is not Choice.NO_ACTION
        seeking = choice is Choice.WARRANT
        reasons = [
            person_known(person_ref, known_at=at),
            Reason(
                by.rank.at_least(owed.rank), f"is {a(by.rank)}; {owed.rank} or above decides today", owed.cite
            ),
            Reason(bool(reason.strip()), "a reason is given", cite),
            Reason(expiring, "a decision not to act says when it lapses", cite),
            Reason(expires_on is None or expires_on > on, "it holds for a day at least", cite),
            Reason(
                not seeking or warrant is not None,
                "a warrant names premises, applicant and need",
                "Sexual Offences Act 2003, s.96B(1)",
            ),
        ]
        if seeking and warrant is not None:
            reasons.extend(_shown(warrant, person_ref, law, on=on, at=at).reasons)
        this.require(Decision(tuple(reasons)))
        this.fact("ground", owed.ground)
        this.fact("choice", choice)
        return this.store(
            models.Decided(
                ref="",
                person_ref=person_ref,
                ground=owed.ground.value,
                choice=choice.value,
                decided_on=on,
                decided_by=by.ref,
                rank=by.rank.value,
                reason=reason,
                expires_on=expires_on,
            )
        )


def _shown(warrant: WarrantSought, person_ref: str, law: Shelf, *, on: date, at: datetime) -> Decision:
    """What can be shown to a justice about one set of premises, from the record as it stands."""
    there = Address.objects.filter(ref=warrant.premises, person_ref=person_ref).as_known(at)
    current = there.filter(Q(until__isnull=True) | Q(until__gt=on)).exists()
    away = away_on(Away.objects.filter(person_ref=person_ref).as_known(at).facts(), on)
    return may_seek_warrant(
        warrant.premises,
        attempts=Visit.objects.filter(person_ref=person_ref).as_known(at).facts(),
        notified_or_frequented=current,
        in_custody_or_abroad=away.kind if away else None,
        necessary=warrant.necessary,
        applicant_rank=warrant.applicant_rank,
        law=law,
        on=on,
    )


def _manages(by: Officer, person_ref: str, *, on: date, at: datetime) -> bool:
    spells = Managed.objects.filter(person_ref=person_ref).as_known(at).filter(officer_ref=by.ref)
    return spells.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on).exists()
