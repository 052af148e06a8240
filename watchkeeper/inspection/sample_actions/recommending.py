"""Recommendations: given, shown to be acted on, and closed by a measure that moved and stayed."""

from datetime import date
from typing import Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.actions import Question, worked
from watchkeeper.inspection.facts import Measure
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.rules.tracking import may_close, may_recommend, newest
from watchkeeper.inspection.sample_actions.finding import finding_for, owned
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, put_to, within
from watchkeeper.inspection.stored import evidence_of, recommendation, same_recommendation, steps_of
from watchkeeper.inspection.tracked import ClosureStep, Recommendation
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.workforce.acts import Act, act, alone, attempt
from watchkeeper.workforce.facts import Power

type Values = tuple[tuple[date, float | None], ...]


def recommend(
    finding: str,
    *,
    says: str,
    measure: str,
    unit: str,
    target: float,
    months: int,
    owner: str,
    calendar: Calendar,
    **asked: Unpack[Asking],
) -> models.Recommendation:
    """Recommend a change, and name the measure that is to show it: a target, and how long it must stay there.

    What the measure says now is kept with it. Raises Refused without the power, for an unknown finding,
    measure or owner, a unit not theirs to inspect, a target that is met already, or too few months;
    UnknownUnitError for a unit nobody knew. One that says the same and is open is given back: nothing is
    recommended twice.
    """
    with attempt(Power.RECOMMEND, about="", purpose=PURPOSE, **asked) as trying:
        known = BY_NAME.get(measure)
        trying.require(
            Decision(
                (
                    Reason(known is not None, "the measure is in the catalogue", RECORDS),
                    Reason(bool(says.strip()), "what is to change is said", RECORDS),
                    within(asked["by"], unit, asked["law"], on=asked["on"]),
                )
            )
        )
        if known is None:
            raise AssertionError("unreachable: an unmet reason is refused")
        stood = measured(known, unit, 0, calendar, asked)[-1][1]
        trying.require(may_recommend(known, target, months, stood, asked["law"], on=asked["on"]))
        with trying.done() as this:
            finding_for(finding, this, asked)
            owned(owner, this, asked)
            row = models.Recommendation(
                ref="",
                finding_ref=finding,
                says=says.strip(),
                measure=measure,
                unit=unit,
                target=target,
                months=months,
                stood=stood,
                owner=owner,
                on=asked["on"],
                by=asked["by"].ref,
            )
            alone(f"recommendations on {finding}")
            before = same_recommendation(row)
            if before is not None:
                this.fact("recommended before", before.ref)
                return before
            return this.store(row)


def attach_evidence(ref: str, *, reference: str, says: str, **asked: Unpack[Asking]) -> models.Evidence:
    """Attach what shows that something was done, by its reference in the force's own records.

    Raises Refused without the power, for an unknown or a closed recommendation, and without a reference.
    """
    with act(Power.ATTACH_EVIDENCE, about="", purpose=PURPOSE, **asked) as this:
        made = _open(ref, this, asked)
        this.require(Decision((Reason(bool(reference.strip()), "a reference is given", RECORDS),)))
        return this.store(
            models.Evidence(
                ref="",
                recommendation_ref=made.ref,
                reference=reference.strip(),
                says=says.strip(),
                on=asked["on"],
                by=asked["by"].ref,
            )
        )


def propose_closure(ref: str, *, because: str, calendar: Calendar, **asked: Unpack[Asking]) -> models.Closure:
    """Propose that a recommendation is closed: its measure, worked out anew, has moved and stayed.

    Raises Refused without the power, where the measure says otherwise, without evidence or a reason, and
    where closing it is proposed already.
    """
    return _step(ref, ClosureStep.PROPOSED, because, calendar, asked)


def confirm_closure(ref: str, *, because: str, calendar: Calendar, **asked: Unpack[Asking]) -> models.Closure:
    """Confirm a closure that another officer proposed; the measure is worked out once more.

    Raises Refused without the power, to whoever proposed it or owns it, where nothing is proposed, and where
    the measure has slipped back.
    """
    return _step(ref, ClosureStep.CONFIRMED, because, calendar, asked)


def refuse_closure(ref: str, *, because: str, **asked: Unpack[Asking]) -> models.Closure:
    """Refuse a closure that another officer proposed, and say why: the recommendation stays open.

    Raises Refused without the power, to whoever proposed it, where nothing is proposed, and without a reason.
    """
    own = _own(ref, asked)
    with act(Power.DECIDE_CLOSURE, about="", purpose=PURPOSE, about_own=own, **asked) as this:
        made = _open(ref, this, asked)
        this.require(_in_turn(made, ClosureStep.REFUSED, because, asked))
        return this.store(_closure(ref, ClosureStep.REFUSED, because, asked))


def measured(measure: Measure, unit: str, months: int, calendar: Calendar, asked: Asking) -> Values:
    """What a measure says at so many month-ends and on the day, oldest first; of a signal the count."""
    question = Question((measure,), asked["on"], asked["at"], months, unit)
    (found,) = worked(question, asked["by"], asked["law"], calendar)
    counts = found.measured.counts.get(unit, ())
    if not counts:
        return tuple((day, None) for day in found.measured.days)
    values = (float(each.many) if measure.signal else each.share for each in counts)
    return tuple(zip(found.measured.days, values, strict=True))


def _step(ref: str, step: ClosureStep, because: str, calendar: Calendar, asked: Asking) -> models.Closure:
    proposing = step is ClosureStep.PROPOSED
    power = Power.PROPOSE_CLOSURE if proposing else Power.DECIDE_CLOSURE
    own = not proposing and _own(ref, asked)
    with attempt(power, about="", purpose=PURPOSE, about_own=own, **asked) as trying:
        made = recommendation(ref, known_at=asked["at"])
        trying.require(Decision((Reason(made is not None, "a recommendation is on record", RECORDS),)))
        if made is None:
            raise AssertionError("unreachable: an unmet reason is refused")
        trying.require(Decision((put_to(made.owner, made.unit, asked),)))
        trying.require(_in_turn(made, step, because, asked))
        measure = BY_NAME[made.measure]
        values = measured(measure, made.unit, made.months, calendar, asked)
        evidence = evidence_of(ref, known_at=asked["at"])
        trying.require(may_close(made, measure, values, evidence, on=asked["on"]))
        with trying.done() as this:
            _open(ref, this, asked)
            this.require(_in_turn(made, step, because, asked))
            return this.store(_closure(ref, step, because, asked))


def _in_turn(made: Recommendation, step: ClosureStep, because: str, asked: Asking) -> Decision:
    last = newest(steps_of(made.ref, known_at=asked["at"]), made.ref, on=asked["on"])
    proposed = last is not None and last.step is ClosureStep.PROPOSED
    closed = last is not None and last.step is ClosureStep.CONFIRMED
    right = not proposed if step is ClosureStep.PROPOSED else proposed
    said = (
        "nobody has proposed to close it yet" if step is ClosureStep.PROPOSED else "its closure is proposed"
    )
    return Decision(
        (
            Reason(not closed, "it is closed already" if closed else "it is open", RECORDS, "open"),
            Reason(right, said, RECORDS),
            Reason(bool(because.strip()), "a reason is given", RECORDS),
        )
    )


def _own(ref: str, asked: Asking) -> bool:
    """Whether the officer proposed the closure, or owns the recommendation."""
    made = recommendation(ref, known_at=asked["at"])
    last = newest(steps_of(ref, known_at=asked["at"]), ref, on=asked["on"])
    mine = asked["by"].ref
    return (made is not None and made.owner == mine) or (last is not None and last.by == mine)


def _open(ref: str, this: Act, asked: Asking) -> Recommendation:
    made = recommendation(ref, known_at=asked["at"])
    last = newest(steps_of(ref, known_at=asked["at"]), ref, on=asked["on"])
    closed = last is not None and last.step is ClosureStep.CONFIRMED
    this.require(
        Decision(
            (
                Reason(made is not None, "a recommendation is on record by that reference", RECORDS),
                Reason(not closed, "it is closed already" if closed else "it is open", RECORDS, "open"),
            )
        )
    )
    if made is None:
        raise AssertionError("unreachable: an unmet reason is refused")
    this.require(Decision((put_to(made.owner, made.unit, asked),)))
    this.fact("recommendation", ref)
    return made


def _closure(ref: str, step: ClosureStep, because: str, asked: Asking) -> models.Closure:
    return models.Closure(
        ref="",
        recommendation_ref=ref,
        step=step.value,
        because=because.strip(),
        on=asked["on"],
        by=asked["by"].ref,
    )
