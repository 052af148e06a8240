"""Recording excuses for a failure to notify and the answer to them, and prosecutions and how they end."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.escalation import models
from watchkeeper.escalation.facts import Failure, Owed
from watchkeeper.escalation.failing import Excuse, Prosecution, ProsecutionOutcome
from watchkeeper.escalation.rules.answering import (
    may_answer_excuse,
    may_begin,
    may_end,
    may_give_excuse,
)
from watchkeeper.escalation.stored import manages
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.facts import Level
from watchkeeper.workforce.facts import Officer, Power


def give_excuse(
    excuse: Excuse,
    *,
    person_ref: str,
    failures: Iterable[Failure],
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Excuse:
    """Record why the person says they did not notify. It excuses nobody until an officer of rank accepts it.

    Raises Refused without the power, for a failure that is not on record, without words, for a
    day to come, and while another excuse for the same failure waits for its answer or holds.
    """
    with act_about(
        Power.PREPARE_DECISION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        waits = [one for one in _stored(models.Excuse, person_ref, at) if one.accepted is None]
        this.require(may_give_excuse(excuse, failures, waits, on=on))
        this.fact("duty", excuse.duty)
        return this.store(
            models.Excuse(
                ref="",
                person_ref=person_ref,
                duty=excuse.duty,
                about=excuse.about,
                failed_on=excuse.failed_on,
                given_on=excuse.given_on,
                says=excuse.says,
            )
        )


def answer_excuse(
    ref: str,
    *,
    person_ref: str,
    accepted: bool,
    reason: str,
    review_on: date | None,
    failures: Iterable[Failure],
    owed: Owed | None,
    level: Level | None,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Excuse:
    """Accept an excuse as reasonable or not: a new version of it, with the reason, by another officer.

    `owed` is the decision owed on the failure today, None when none is: whoever may not take
    that decision cannot make it fall away by an excuse. While the failure goes on an accepted
    excuse says on which day it is looked at again. Raises Refused with all that is missing.
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
        row = _row(models.Excuse, person_ref, ref, at)
        answer = replace(
            row.fact() if row is not None else Excuse(ref, "", "", on, on, ""),
            accepted=accepted,
            answered_on=on,
            answered_by=by.ref,
            rank=by.rank,
            reason=reason,
            review_on=review_on,
        )
        waits = row is not None and row.accepted is None
        this.require(may_answer_excuse(answer, failures, owed, level, law, waits=waits, on=on))
        this.fact("excuse", ref)
        this.fact("accepted", accepted)
        new: Any = copy(row)
        new.id, new.accepted, new.answered_on, new.answered_by = None, accepted, on, by.ref
        new.rank, new.reason, new.review_on = by.rank.value, reason, review_on
        stored: models.Excuse = this.store(new)
        return stored


def begin_prosecution(
    prosecution: Prosecution,
    *,
    person_ref: str,
    failures: Iterable[Failure],
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Prosecution:
    """Record a charge, a summons or a caution for one failure, s.91. The same failure is asked about no more.

    Raises Refused without the power, for a failure not on record or prosecuted before, and for
    a day before the failure began or still to come.
    """
    with act_about(
        Power.RECORD_OUTCOME, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        this.require(may_begin(prosecution, failures, on=on))
        this.fact("duty", prosecution.duty)
        this.fact("kind", prosecution.kind)
        return this.store(
            models.Prosecution(
                ref="",
                person_ref=person_ref,
                duty=prosecution.duty,
                about=prosecution.about,
                failed_on=prosecution.failed_on,
                kind=prosecution.kind.value,
                begun_on=prosecution.begun_on,
                court=prosecution.court,
            )
        )


def end_prosecution(
    ref: str,
    *,
    person_ref: str,
    outcome: ProsecutionOutcome,
    ended_on: date,
    says: str,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Prosecution:
    """Record how a charge or a summons ended. After one that was dropped the failure is asked about again.

    Raises Refused without the power, for one not on record or ended before, for a caution, and
    for a day before it began or still to come.
    """
    with act_about(
        Power.RECORD_OUTCOME, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        row = _row(models.Prosecution, person_ref, ref, at)
        this.require(may_end(row.fact() if row is not None else None, ended_on, on=on))
        this.fact("prosecution", ref)
        this.fact("outcome", outcome)
        new: Any = copy(row)
        new.id, new.outcome, new.ended_on, new.says = None, outcome.value, ended_on, says
        stored: models.Prosecution = this.store(new)
        return stored


def _stored(model: Any, person_ref: str, at: datetime) -> list[Any]:
    return list(model.objects.of(person_ref).as_known(at).facts())


def _row(model: Any, person_ref: str, ref: str, at: datetime) -> Any:
    return model.objects.of(person_ref).as_known(at).filter(ref=ref).first()
