"""Recording what is weighed, what a person decided on enforcement, and the second signature."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.escalation import models
from watchkeeper.escalation.facts import Choice, Drawn, Failure, Followed, Owed, Weighed
from watchkeeper.escalation.rules.signatures import higher, may_sign, rank_reason, second_signature
from watchkeeper.escalation.rules.weighing import arrest_shown, weighed_enough
from watchkeeper.escalation.stored import followed_of, manages, one_followed, shown_at, weighed_of
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Address
from watchkeeper.workforce.actions.officers import officer_as_known, person_known
from watchkeeper.workforce.acts import Act
from watchkeeper.workforce.facts import Officer, Power

ACCOUNTABLE = "decision_longest"


def weigh(
    weighed: Weighed, *, person_ref: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> models.Weighed:
    """Keep what is weighed on one ground, whole or not: a new version of what was written before.

    The premises must be on the person's record and the applicant an officer on record, where
    they are named; the applicant's rank is read from the record, never told. Raises Refused.
    """
    with act_about(
        Power.PREPARE_DECISION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        there = Address.objects.of(person_ref).as_known(at).filter(ref=weighed.premises).exists()
        applicant = officer_as_known(weighed.applicant, known_at=at) if weighed.applicant else None
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(there or not weighed.premises, "the premises are on record", RECORDS),
                    Reason(
                        applicant is not None or not weighed.applicant,
                        "the applicant is an officer on record",
                        RECORDS,
                    ),
                )
            )
        )
        before = weighed_of(person_ref, weighed.ground, known_at=at)
        this.fact("ground", weighed.ground)
        return this.store(
            models.Weighed(
                ref=before.ref if before is not None else "",
                person_ref=person_ref,
                ground=weighed.ground.value,
                weighed_on=on,
                weighed_by=by.ref,
                necessity=";".join(weighed.necessity),
                alternatives=_text(weighed.alternatives),
                premises=weighed.premises,
                need=weighed.need,
                applicant=weighed.applicant,
                applicant_rank=applicant.rank.value if applicant is not None else "",
                answers=_text(weighed.answers),
            )
        )


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
    failures: Iterable[Failure] = (),
) -> models.Drawn:
    """Record the decision `by` takes on what is owed. The system takes none.

    Every decision gives its reason; the decision not to act also gives the first day it no
    longer holds, so that silence comes back. The rank is that which must decide today. What
    touches liberty or a home answers the questions of proportionality first. A warrant is
    decided on only when s.96B can be shown from what is on record now, an arrest only when
    s.91 and PACE s.24 can. Nobody decides on a person they manage. Raises Refused, with all
    that is missing, otherwise.

    Where policy asks for a second signature, the decision is drawn up and does not stand: the
    ground goes on asking, and its clock runs, until another officer has signed. Meanwhile no
    other is drawn up on the same ground: two answers to one question would both stand.

    The reason stays with the decision and is not copied to the trail, which holds no free text.
    """
    own = manages(by.ref, person_ref, on=on, at=at)
    with act_about(
        Power.DECIDE_ENFORCEMENT,
        by=by,
        about=person_ref,
        on=on,
        law=law,
        purpose=purpose,
        at=at,
        about_own=own,
    ) as this:
        weighed = weighed_of(person_ref, owed.ground, known_at=at)
        cite = law[ACCOUNTABLE].cite
        expiring = expires_on is not None or choice is not Choice.NO_ACTION
        reasons = [
            person_known(person_ref, known_at=at),
            rank_reason(by.rank, owed),
            Reason(bool(reason.strip()), "a reason is given", cite),
            Reason(expiring, "a decision not to act says when it lapses", cite),
            Reason(expires_on is None or expires_on > on, "it holds for a day at least", cite),
            Reason(
                not _waiting(person_ref, owed, on=on, at=at),
                "no other decision on this ground waits for its second signature",
                law["second_signature"].cite,
            ),
            *weighed_enough(choice, weighed),
        ]
        if choice is Choice.ARREST:
            reasons.extend(arrest_shown(weighed, failures, law, on=on))
        if choice is Choice.WARRANT:
            reasons.extend(_warrant_shown(weighed, person_ref, law, on=on, at=at))
        this.require(Decision(tuple(reasons)))
        signer = second_signature(choice, law, on=on)
        this.fact("ground", owed.ground)
        this.fact("choice", choice)
        this.fact("second signature", signer or "none")
        warrant = weighed if choice is Choice.WARRANT else None
        drawn = this.store(
            models.Drawn(
                ref="",
                person_ref=person_ref,
                ground=owed.ground.value,
                choice=choice.value,
                decided_on=on,
                decided_by=by.ref,
                rank=by.rank.value,
                reason=reason,
                expires_on=expires_on,
                signer=signer.value if signer is not None else "",
                premises=warrant.premises if warrant is not None else "",
                applicant=warrant.applicant if warrant is not None else "",
            )
        )
        if signer is None:
            _stand(drawn.fact(), person_ref, this, rank=by.rank.value, on=on)
        return drawn


def countersign(
    person_ref: str,
    decision: str,
    *,
    agreed: bool,
    reason: str,
    owed: Owed | None,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Signature:
    """Sign a decision another officer drew up, so that it stands from today; or send it back, and say why.

    `owed` is what is owed on the same ground today, None when nothing is any more. A warrant
    must be shown again from the record of today. Raises Refused with all that is missing.
    """
    own = manages(by.ref, person_ref, on=on, at=at)
    with act_about(
        Power.COUNTERSIGN, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at, about_own=own
    ) as this:
        followed = known_followed(person_ref, decision, this)
        drawn, cite = followed.drawn, law["second_signature"].cite
        reasons = [
            *may_sign(by, drawn, owed, law, on=on, about_own=own, agreed=agreed).reasons,
            Reason(followed.signature is None, "nobody has signed it or sent it back yet", cite),
            Reason(agreed or bool(reason.strip()), "who sends it back says why", cite),
        ]
        if agreed:
            alive = drawn.expires_on is None or drawn.expires_on > on
            reasons.append(Reason(alive, "it holds for a day at least", law[ACCOUNTABLE].cite))
            if drawn.choice is Choice.WARRANT:
                weighed = weighed_of(person_ref, drawn.ground, known_at=at)
                reasons.extend(_warrant_shown(weighed, person_ref, law, on=on, at=at))
        this.require(Decision(tuple(reasons)))
        this.fact("decision", decision)
        this.fact("agreed", agreed)
        signature = this.store(
            models.Signature(
                ref="",
                person_ref=person_ref,
                decision=decision,
                agreed=agreed,
                signed_on=on,
                signed_by=by.ref,
                rank=by.rank.value,
                reason=reason,
            )
        )
        if agreed:
            _stand(drawn, person_ref, this, rank=higher(by.rank, drawn.rank).value, on=on)
        return signature


def known_followed(person_ref: str, decision: str, this: Act) -> Followed:
    """A decision of the person with all that followed. Raises Refused for one that is not on record."""
    followed = one_followed(person_ref, decision, known_at=this.at)
    reason = Reason(followed is not None, f"decision {decision or '(blank)'} is on record", RECORDS)
    if followed is None:
        this.require(Decision((reason,)))
    assert followed is not None
    return followed


def _waiting(person_ref: str, owed: Owed, *, on: date, at: datetime) -> bool:
    """Whether a decision on the same ground is drawn up, and nobody has signed it or sent it back."""
    return any(
        each.drawn.ground is owed.ground
        and each.drawn.signer is not None
        and each.signature is None
        and (each.drawn.expires_on is None or each.drawn.expires_on > on)
        for each in followed_of(person_ref, known_at=at)
    )


def _stand(drawn: Drawn, person_ref: str, this: Act, *, rank: str, on: date) -> None:
    """From today the decision answers its ground."""
    this.store(
        models.Decided(
            ref=drawn.ref,
            person_ref=person_ref,
            ground=drawn.ground.value,
            choice=drawn.choice.value,
            decided_on=on,
            decided_by=drawn.decided_by,
            rank=rank,
            reason=drawn.reason,
            expires_on=drawn.expires_on,
        )
    )


def _warrant_shown(
    weighed: Weighed | None, person_ref: str, law: Shelf, *, on: date, at: datetime
) -> tuple[Reason, ...]:
    if weighed is None or not weighed.premises:
        says = "a warrant names premises, applicant and need"
        return (Reason(False, says, "Sexual Offences Act 2003, s.96B(1)"),)
    return shown_at(
        person_ref,
        weighed.premises,
        need=weighed.need,
        applicant_rank=weighed.applicant_rank,
        law=law,
        on=on,
        at=at,
    ).reasons


def _text(pairs: Iterable[tuple[str, str]]) -> str:
    return json.dumps([[asked, words] for asked, words in pairs], ensure_ascii=False)
