"""Levels, reviews, overrides and reactive management: decisions people make, recorded with their names."""

from collections.abc import Sequence
from datetime import date, datetime

from watchkeeper.access.acts import act_about
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import every
from watchkeeper.risk import models
from watchkeeper.risk.facts import Level, Override, OverrideKind, Plan
from watchkeeper.risk.rules.level import months_for
from watchkeeper.risk.rules.overrides import may_override
from watchkeeper.risk.rules.plans import as_reactive, may_approve_plan, with_interval
from watchkeeper.risk.rules.reading import review_counts
from watchkeeper.risk.stored import NOT_RECORDED, levels_of, overrides, plans_of
from watchkeeper.workforce.actions.officers import person_known
from watchkeeper.workforce.acts import Act
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.stored import manager_of

POWER = {OverrideKind.LEVEL: Power.OVERRIDE_LEVEL, OverrideKind.INTERVAL: Power.OVERRIDE_INTERVAL}


def review_management(
    person_ref: str,
    *,
    read: Sequence[str],
    directed: str,
    next_on: date | None,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.ReviewRecord:
    """Record a supervisor's review: what was read, what is directed, when to look again.

    One that lacks something is kept and starts no clock. Raises Refused without the power, for
    one's own people, for a person not on record, for a review of nothing, and for a next day
    that is not to come.
    """
    own = _own(person_ref, by, on, at)
    with act_about(
        Power.REVIEW_MANAGEMENT,
        by=by,
        about=person_ref,
        on=on,
        law=law,
        purpose=purpose,
        at=at,
        about_own=own,
    ) as this:
        something = bool(read) or bool(directed.strip())
        this.require(
            Decision(
                (
                    person_known(person_ref, known_at=at),
                    Reason(something, "something was read or is directed", RECORDS),
                    Reason(next_on is None or next_on > on, "the next look is on a day to come", RECORDS),
                )
            )
        )
        counts = review_counts(read, directed, law, on=on)
        this.because(counts)
        review = ""
        if counts.allowed:
            review = this.store(models.Review(person_ref=person_ref, reviewed_on=on, reviewed_by=by.ref)).ref
        return this.store(
            models.ReviewRecord(
                person_ref=person_ref,
                review_ref=review,
                reviewed_on=on,
                reviewed_by=by.ref,
                read=";".join(read),
                directed=directed,
                next_on=next_on,
            )
        )


def override_level(
    level: Level,
    *,
    person_ref: str,
    reason: str,
    until: date,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Override:
    """Set the level by rank, against the assessment, for a time. It is the level until another is set.

    Raises Refused without the power, for one's own people, and with all that `may_override` finds.
    """
    kind = OverrideKind.LEVEL
    own = _own(person_ref, by, on, at)
    with act_about(
        POWER[kind], by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at, about_own=own
    ) as this:
        now = levels_of([person_ref], on=on, known_at=at).get(person_ref)
        renewed = standing_override(person_ref, kind, on=on, known_at=at)
        was = renewed.was if renewed else str(now.level) if now else NOT_RECORDED
        allowed = may_override(kind, was, str(level), reason, on, until, law, on=on)
        this.require(Decision((person_known(person_ref, known_at=at), *allowed.reasons)))
        made = models.SetLevel(person_ref=person_ref, level=level.value, set_on=on, set_by=by.ref)
        about = this.store(made).ref
        return _overridden(this, kind, person_ref, about, was, str(level), reason, by, on, until)


def override_interval(
    months: int,
    *,
    person_ref: str,
    reason: str,
    until: date,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Override:
    """Set the interval of visits by rank, against force policy, for a time: a plan approved with its reason.

    Raises Refused without the power, for one's own people, for a person without a level or a
    plan fit to be approved, and with all that `may_override` finds.
    """
    kind = OverrideKind.INTERVAL
    own = _own(person_ref, by, on, at)
    with act_about(
        POWER[kind], by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at, about_own=own
    ) as this:
        level = levels_of([person_ref], on=on, known_at=at).get(person_ref)
        grade = level.level if level else None
        before = plans_of([person_ref], on=on, known_at=at).get(person_ref)
        renewed = standing_override(person_ref, kind, on=on, known_at=at)
        set_before = before.visit_every_months if before else None
        force = months_for("visit_interval_months", grade, law, on=on)
        was = renewed.was if renewed else every(set_before or force)
        plan = with_interval(before, months, reason, by.ref, on=on)
        allowed = may_override(kind, was, every(months), reason, on, until, law, on=on)
        fit = may_approve_plan(plan, law, on=on, level=grade)
        known = (
            person_known(person_ref, known_at=at),
            Reason(grade is not None, "a level of risk is recorded", RECORDS),
        )
        this.require(Decision((*known, *allowed.reasons, *fit.reasons)))
        about = _planned(this, person_ref, plan).ref
        return _overridden(this, kind, person_ref, about, was, every(months), reason, by, on, until)


def restore_interval(
    person_ref: str, *, reason: str, by: Officer, on: date, law: Shelf, purpose: str, at: datetime
) -> models.Plan:
    """Go back to the interval of force policy, which ends an override. Raises Refused where none stands."""
    kind, own = OverrideKind.INTERVAL, _own(person_ref, by, on, at)
    with act_about(
        POWER[kind], by=by, about=person_ref, on=on, law=law, purpose=purpose, at=at, about_own=own
    ) as this:
        there = standing_override(person_ref, kind, on=on, known_at=at) is not None
        said = Reason(bool(reason.strip()), "a reason is given", RECORDS)
        this.require(Decision((Reason(there, "an override stands", RECORDS), said)))
        before = plans_of([person_ref], on=on, known_at=at).get(person_ref)
        return _planned(this, person_ref, with_interval(before, None, reason, by.ref, on=on))


def approve_reactive(
    *,
    person_ref: str,
    reason: str,
    entry: Decision,
    by: Officer,
    on: date,
    law: Shelf,
    purpose: str,
    at: datetime,
) -> models.Plan:
    """Approve reactive management from today: home visits stop while the entry test holds.

    `entry` is the answer of the entry test with the plan as `as_reactive` makes it; the test is
    of visits, which stand above. It ends by itself. Raises Refused without the power, for one's
    own people, and with every requirement not met.
    """
    own = _own(person_ref, by, on, at)
    with act_about(
        Power.APPROVE_REACTIVE,
        by=by,
        about=person_ref,
        on=on,
        law=law,
        purpose=purpose,
        at=at,
        about_own=own,
    ) as this:
        level = levels_of([person_ref], on=on, known_at=at).get(person_ref)
        before = plans_of([person_ref], on=on, known_at=at).get(person_ref)
        plan = as_reactive(before, reason, by.ref, on=on)
        fit = may_approve_plan(plan, law, on=on, level=level.level if level else None)
        this.require(Decision((person_known(person_ref, known_at=at), *entry.reasons, *fit.reasons)))
        return _planned(this, person_ref, plan)


def standing_override(
    person_ref: str, kind: OverrideKind, *, on: date, known_at: datetime
) -> Override | None:
    """The override that stands for a person: the level or the plan it made is still the one in force."""
    asked = levels_of if kind is OverrideKind.LEVEL else plans_of
    now = asked([person_ref], on=on, known_at=known_at).get(person_ref)
    found = [one for one in overrides(known_at=known_at, person=person_ref) if one.kind is kind]
    return next((one for one in found if now is not None and one.about == now.ref), None)


def _own(person_ref: str, by: Officer, on: date, at: datetime) -> bool:
    spell = manager_of(person_ref, on=on, known_at=at)
    return spell is not None and spell.officer == by.ref


def _overridden(
    this: Act,
    kind: OverrideKind,
    person_ref: str,
    about: str,
    was: str,
    now: str,
    reason: str,
    by: Officer,
    on: date,
    until: date,
) -> models.Override:
    return this.store(
        models.Override(
            person_ref=person_ref,
            kind=kind.value,
            about=about,
            was=was,
            now=now,
            reason=reason,
            decided_by=by.ref,
            rank=by.rank.value,
            since=on,
            until=until,
        )
    )


def _planned(this: Act, person_ref: str, plan: Plan) -> models.Plan:
    return this.store(
        models.Plan(
            person_ref=person_ref,
            made_on=plan.made_on,
            visit_every_months=plan.visit_every_months,
            deviation_reason=plan.deviation_reason,
            reactive=plan.reactive,
            reactive_since=plan.reactive_since,
            pillars=";".join(plan.pillars),
            actions_without_owner=plan.actions_without_owner,
            approved_on=plan.approved_on,
            approved_by=plan.approved_by,
        )
    )
