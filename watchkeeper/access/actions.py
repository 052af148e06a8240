"""Looking at a record, opening it by break-glass, restricting it, declaring a conflict of interest."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime

from watchkeeper.access import models
from watchkeeper.access.acts import act_about
from watchkeeper.access.facts import Known, Opening
from watchkeeper.access.rules import (
    CITE,
    may_break_glass,
    may_lift,
    may_review_opening,
    review_restriction_by,
    shut_again,
)
from watchkeeper.access.stored import conflicts, known_of, restrictions, reviews
from watchkeeper.alerts.actions import raise_alert
from watchkeeper.alerts.facts import Kind, Raising, Urgency
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.workforce.actions.officers import officer_as_known, person_known
from watchkeeper.workforce.acts import Act, act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import least_rank

OPENINGS = "/access/openings/"
"""The page of openings to review: where a notice of one leads."""


def look(
    person_ref: str,
    *,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
    known: Known | None = None,
) -> None:
    """Put on the trail that the officer looks at the person's record, and why.

    Call it before anything of the record is read. `known` as for `act_about`. Raises Refused
    without the power, without need to know, without a purpose, and for somebody not on record.
    """
    with act_about(
        Power.READ_PERSON, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at, known=known
    ) as this:
        this.require(Decision((person_known(person_ref, known_at=at),)))


def break_glass(
    person_ref: str, *, reason: str, by: Officer, on: date, law: Shelf, at: datetime
) -> models.Opening:
    """Open to the officer a record they have no need to know of, for the hours of policy, to read.

    The reason stays with the opening and is not copied to the trail, which holds no free text.
    Raises Refused against a conflict of interest, for a restricted record below the rank of
    policy, without a reason in words, and for a record that is open to the officer anyway.
    """
    with act(
        Power.BREAK_GLASS, by=by, about=person_ref, on=on, law=law, purpose="break-glass", at=at
    ) as this:
        this.require(Decision((person_known(person_ref, known_at=at),)))
        known = known_of(person_ref, on=on, known_at=at)
        this.require(may_break_glass(by, known, reason, law, on=on))
        opening = models.Opening(
            ref="",
            person_ref=person_ref,
            officer_ref=by.ref,
            at=at,
            until=shut_again(at, law, on=on),
            reason=reason.strip(),
        )
        stored = this.store(opening)
        _tell_of(stored, known.unit, this, by=by, on=on, law=law)
        return stored


def review_opening(
    opening: Opening, *, justified: bool, note: str, by: Officer, on: date, law: Shelf, at: datetime
) -> models.OpeningReview:
    """Record what another officer finds of an opening: right to open, or not, and a note.

    Raises Refused for one's own opening, for one reviewed before, for officers of neither
    unit, and when it was not right and nothing is said of why.
    """
    own = opening.officer == by.ref
    with act(
        Power.REVIEW_OPENING,
        by=by,
        about=opening.person,
        on=on,
        law=law,
        purpose="review of break-glass",
        at=at,
        about_own=own,
    ) as this:
        opener = officer_as_known(opening.officer, known_at=at)
        known = known_of(opening.person, on=on, known_at=at)
        this.require(may_review_opening(by, opener.unit if opener else "", known, law, on=on))
        once = opening.ref not in reviews([opening.ref], known_at=at)
        this.require(
            Decision(
                (
                    Reason(once, "the opening has not been reviewed before", RECORDS),
                    Reason(justified or bool(note.strip()), "an opening not justified says why", RECORDS),
                )
            )
        )
        this.fact("opening", opening.ref)
        return this.store(
            models.OpeningReview(
                ref="",
                person_ref=opening.person,
                opening_ref=opening.ref,
                by=by.ref,
                on=on,
                justified=justified,
                note=note.strip(),
            )
        )


def restrict(
    person_ref: str,
    *,
    reason: str,
    named: Sequence[str],
    until: date | None,
    by: Officer,
    on: date,
    law: Shelf,
    at: datetime,
) -> models.Restriction:
    """Close a record to all but the officers named, or look again at a restriction and keep it.

    A record already restricted gets a new version with the names, the end and the day of
    review now given. Raises Refused without a reason, without a name, for a name nobody on
    record has, and for an end that has passed.
    """
    with act_about(
        Power.RESTRICT_RECORD, by=by, about=person_ref, on=on, law=law, purpose="restriction", at=at
    ) as this:
        unknown = [ref for ref in named if officer_as_known(ref, known_at=at) is None]
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(bool(reason.strip()), "a reason is given", CITE),
                    Reason(bool(named), "an officer is named who may still see the record", CITE),
                    Reason(not unknown, f"officers named are on record: {names(unknown) or 'all'}", RECORDS),
                    Reason(until is None or until > on, "it ends after today, or not of itself", RECORDS),
                )
            )
        )
        before = next(iter(restrictions(on=on, known_at=at, person=person_ref)), None)
        return this.store(
            models.Restriction(
                ref=before.ref if before else "",
                person_ref=person_ref,
                by=by.ref,
                since=before.since if before else on,
                review_by=review_restriction_by(on, law),
                named=";".join(dict.fromkeys(named)),
                reason=reason.strip(),
                until=until,
            )
        )


def lift(person_ref: str, *, by: Officer, on: date, law: Shelf, at: datetime) -> models.Restriction:
    """Open a restricted record again to all who need to know. Raises Refused for one not restricted."""
    with act(
        Power.RESTRICT_RECORD, by=by, about=person_ref, on=on, law=law, purpose="restriction lifted", at=at
    ) as this:
        known = known_of(person_ref, on=on, known_at=at)
        this.require(may_lift(by, known, law, on=on))
        row = models.Restriction.objects.filter(person_ref=person_ref).as_known(at).latest("id")
        row.id, row.lifted_on = None, on
        return this.store(row)


def declare_conflict(
    person_ref: str,
    officer_ref: str,
    *,
    reason: str,
    by: Officer,
    on: date,
    law: Shelf,
    at: datetime,
) -> models.ConflictDeclared:
    """Declare that an officer has a conflict of interest with a person: the record is shut to them at once.

    One's own is declared under one power; another's under a second, and is sealed: neither
    the officer concerned nor the trail says whom it is about. Raises Refused without a
    reason, for an officer or a person not on record, and for one that stands already.
    """
    own = officer_ref == by.ref
    with _conflict(own, person_ref, by=by, on=on, law=law, at=at) as this:
        there = conflicts(on=on, known_at=at, person=person_ref, officer=officer_ref)
        officer = officer_as_known(officer_ref, known_at=at)
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(officer is not None, "the officer is on record", RECORDS),
                    Reason(bool(reason.strip()), "a reason is given", CITE),
                    Reason(not there, "it has not been declared already", RECORDS),
                )
            )
        )
        stored = this.store(
            models.ConflictDeclared(
                ref="",
                person_ref=person_ref,
                officer_ref=officer_ref,
                since=on,
                by=by.ref,
                reason=reason.strip(),
                sealed=not own,
            )
        )
        if own and known_of(person_ref, on=on, known_at=at).manager == by.ref:
            least = least_rank(Power.ALLOCATE_MANAGER, law, on=on)
            says = f"{person_ref} needs another manager: {by.ref} has declared a conflict of interest"
            raise_alert(
                Raising(Kind.UNMANAGED, says, person_ref, stored.ref, by.unit, least, Urgency.TODAY, page=""),
                under=this,
            )
        return stored


def end_conflict(ref: str, *, by: Officer, on: date, law: Shelf, at: datetime) -> models.ConflictDeclared:
    """Record that a conflict of interest no longer stands. Nobody ends their own.

    Raises Refused without the power to declare for another, and where none of that ref stands.
    """
    row = models.ConflictDeclared.objects.filter(ref=ref).as_known(at).first()
    own = row is not None and row.officer_ref == by.ref
    with act(
        Power.DECLARE_FOR_ANOTHER,
        by=by,
        about="",
        on=on,
        law=law,
        purpose="conflict of interest ended",
        at=at,
        about_own=own,
    ) as this:
        standing = row is not None and row.ended_on is None
        this.require(Decision((Reason(standing, "the conflict stands", RECORDS),)))
        assert row is not None
        row.id, row.ended_on = None, on
        return this.store(row)


def _tell_of(opening: models.Opening, unit: str, this: Act, *, by: Officer, on: date, law: Shelf) -> None:
    """Tell the supervisors of the person's unit and of the officer's, there above the officer's own rank."""
    least = least_rank(Power.REVIEW_OPENING, law, on=on)
    above = by.rank.up(1) if by.rank.at_least(least) else least
    says = f"{by.ref} of {by.unit or 'no unit'} opened the record of {opening.person_ref} by break-glass"
    for told, rank in {unit: least, by.unit: above}.items():
        raise_alert(
            Raising(
                kind=Kind.BREAK_GLASS,
                says=says,
                about=opening.person_ref,
                cause=opening.ref,
                unit=told,
                least_rank=rank,
                urgency=Urgency.NOW,
                page=OPENINGS,
            ),
            under=this,
        )


def _conflict(
    own: bool, person_ref: str, *, by: Officer, on: date, law: Shelf, at: datetime
) -> AbstractContextManager[Act]:
    """One's own is about the person; another's names nobody: more may read the trail than may know."""
    return act(
        Power.DECLARE_CONFLICT if own else Power.DECLARE_FOR_ANOTHER,
        by=by,
        about=person_ref if own else "",
        on=on,
        law=law,
        purpose="conflict of interest",
        at=at,
    )
