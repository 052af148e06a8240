"""Recording what followed a decision: the pack, the court's answer, the search, and what came of it."""

import json
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from watchkeeper.access.acts import act_about
from watchkeeper.escalation import models
from watchkeeper.escalation.actions.deciding import known_followed
from watchkeeper.escalation.facts import Choice, CourtAnswer, Execution, Obtained, Outcome
from watchkeeper.escalation.rules.courts import (
    ISSUED,
    last_day_of,
    may_execute,
    may_record_answer,
    may_record_outcome,
    may_sign_off,
)
from watchkeeper.escalation.rules.packs import Section, changed, digests
from watchkeeper.escalation.stored import manages
from watchkeeper.law.decision import Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.actions.officers import officer_as_known
from watchkeeper.workforce.acts import Act
from watchkeeper.workforce.facts import Officer, Power


def save_pack(
    person_ref: str,
    decision: str,
    sections: dict[str, str],
    *,
    record: dict[str, str],
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Pack:
    """Keep a version of the pack, unsigned. `record` is what the record alone says today, section by section.

    Every version is kept for ever, with a digest of the record it rested on. Nothing typed is
    turned away: an empty section stands in the way of signing, not of saving. Once the court
    has answered, no version is added.
    """
    with act_about(
        Power.PREPARE_DECISION, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        followed = known_followed(person_ref, decision, this)
        this.require(
            Decision(
                (
                    Reason(
                        followed.drawn.choice is Choice.WARRANT and followed.decided is not None,
                        "a decision for a warrant stands"
                        if followed.decided is not None
                        else "the decision does not stand: nobody has signed it",
                        ISSUED,
                    ),
                    Reason(followed.court is None, "the court has not answered", ISSUED),
                    Reason(set(sections) == set(Section), "each section is there", ISSUED),
                )
            )
        )
        this.fact("decision", decision)
        return this.store(
            models.Pack(
                ref=decision,
                person_ref=person_ref,
                sections=json.dumps([[name, sections[name]] for name in Section], ensure_ascii=False),
                rests_on=json.dumps([[*pair] for pair in digests(record)]),
                saved_on=on,
                saved_by=by.ref,
            )
        )


def sign_pack(
    person_ref: str,
    decision: str,
    *,
    record: dict[str, str],
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Pack:
    """Sign the version that stands, as the applicant: from now `by` applies.

    Raises Refused below the rank that may apply, on one's own case, for a section left empty and
    when the record has changed since the version was saved.
    """
    own = manages(by.ref, person_ref, on=on, at=at)
    with act_about(
        Power.SEEK_WARRANT, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at, about_own=own
    ) as this:
        followed = known_followed(person_ref, decision, this)
        this.require(may_sign_off(followed.drawn, followed.pack, changed(followed.pack, record)))
        new: Any = copy(models.Pack.objects.of(person_ref).as_known(at).get(ref=decision))
        new.id = None
        new.signed_by, new.signed_rank, new.signed_on = by.ref, by.rank.value, on
        this.fact("decision", decision)
        signed: models.Pack = this.store(new)
        return signed


def record_answer(
    person_ref: str,
    answer: CourtAnswer,
    *,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.CourtAnswer:
    """Record what the court answered. Refused, the decision lapses that day and the question comes back.

    Granted with no last day named, the warrant lasts as long as the Act allows.
    """
    with act_about(
        Power.RECORD_OUTCOME, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        followed = known_followed(person_ref, answer.ref, this)
        if answer.granted and answer.until is None and followed.drawn.decided_on <= answer.answered_on <= on:
            answer = replace(answer, until=last_day_of(answer.answered_on, law))
        this.require(may_record_answer(followed, answer, law, on=on))
        this.fact("decision", answer.ref)
        this.fact("granted", answer.granted)
        stored = this.store(
            models.CourtAnswer(
                ref=answer.ref,
                person_ref=person_ref,
                answered_on=answer.answered_on,
                granted=answer.granted,
                court=answer.court,
                premises=answer.premises,
                until=answer.until,
                reasons=answer.reasons,
            )
        )
        if not answer.granted:
            _decided_again(person_ref, answer.ref, this, expires_on=max(answer.answered_on, on))
        return stored


def record_execution(
    person_ref: str,
    execution: Execution,
    *,
    executed_on: date,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Execution:
    """Record that a warrant was carried out, or tried. Entry had, the decision is done that day.

    `executed_on` is the day of `execution.executed_at` on London's clock.
    """
    with act_about(
        Power.RECORD_OUTCOME, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        followed = known_followed(person_ref, execution.decision, this)
        unknown = [ref for ref in execution.officers if officer_as_known(ref, known_at=at) is None]
        known = Reason(
            not unknown, f"not on record: {', '.join(unknown)}" if unknown else "officers on record", ISSUED
        )
        lawful = may_execute(
            followed,
            executed_on,
            officers=execution.officers,
            obtained=execution.obtained,
            found=execution.found,
            seized=execution.seized,
            copy_left=execution.copy_left,
            on=on,
        )
        this.require(Decision((*lawful.reasons, known)))
        this.fact("decision", execution.decision)
        stored = this.store(
            models.Execution(
                ref="",
                person_ref=person_ref,
                decision=execution.decision,
                executed_at=execution.executed_at,
                officers=";".join(execution.officers),
                obtained=execution.obtained.value,
                found=execution.found,
                seized=execution.seized,
                copy_left=execution.copy_left,
            )
        )
        if execution.obtained is not Obtained.NOT_OBTAINED:
            _decided_again(person_ref, execution.decision, this, done_on=executed_on)
        return stored


def record_outcome(
    person_ref: str,
    outcome: Outcome,
    *,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Outcome:
    """Record what came of a decision: done, and when; or not done, why, and the question comes back."""
    with act_about(
        Power.RECORD_OUTCOME, by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at
    ) as this:
        followed = known_followed(person_ref, outcome.ref, this)
        this.require(may_record_outcome(followed, outcome, on=on))
        this.fact("decision", outcome.ref)
        this.fact("made", outcome.made)
        stored = this.store(
            models.Outcome(
                ref=outcome.ref,
                person_ref=person_ref,
                made=outcome.made,
                happened_on=outcome.happened_on,
                says=outcome.says,
            )
        )
        if followed.decided is not None and followed.decided.done_on is None:
            if outcome.made:
                _decided_again(person_ref, outcome.ref, this, done_on=outcome.happened_on)
            else:
                _decided_again(person_ref, outcome.ref, this, expires_on=on)
        return stored


def _decided_again(
    person_ref: str,
    decision: str,
    this: Act,
    *,
    done_on: date | None = None,
    expires_on: date | None = None,
) -> None:
    """A new version of the decision: done on a day, or no longer holding from one."""
    new: Any = copy(models.Decided.objects.of(person_ref).as_known(this.at).get(ref=decision))
    new.id = None
    if done_on is not None:
        new.done_on = done_on
    if expires_on is not None and (new.expires_on is None or expires_on < new.expires_on):
        new.expires_on = expires_on
    this.store(new)
