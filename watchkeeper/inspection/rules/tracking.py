"""Clocks of findings and recommendations, and when a recommendation may be closed.

A proposal of ours. Auditors elsewhere found the same findings open after years, closed on paper: here a
recommendation is closed by a measure that moved and stayed, on evidence, and by two people.
"""

from collections.abc import Sequence
from datetime import date

from watchkeeper.inspection.facts import Measure
from watchkeeper.inspection.tracked import (
    Closure,
    ClosureStep,
    Duty,
    Evidence,
    Finding,
    FindingAnswer,
    Recommendation,
)
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import months_after
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day

MOVED = "Proposed, closed by a measure that moved and stayed"


def finding_due(
    finding: Finding, answers: Sequence[FindingAnswer], law: Shelf, calendar: Calendar, *, on: date
) -> Due | None:
    """What is owed on a finding, in working days of policy. None once it is settled.

    Its owner answers, by gravity; then another officer says whether that settles it, as a closure is decided.
    """
    answer, said_of_it = exchange(finding, answers, on=on)
    if said_of_it is not None and said_of_it.accepted:
        return None
    if answer is not None and said_of_it is None:
        row = law["closure_working_days"]
        by = calendar.after(row.whole(answer.on), answer.on)
        because = (Given("finding answered", day(answer.on), row.cite),)
        return _owed(Duty.AGREED, by, row.cite, because, finding.ref, "", confirmed=row.confirmed)
    row = law["finding_answer_working_days"]
    since = finding.on if said_of_it is None else said_of_it.on
    by = calendar.after(row.of(finding.gravity, since), since)
    what = "raised" if said_of_it is None else "sent back"
    because = (Given(f"{finding.gravity} finding {what}", day(since), row.cite),)
    return _owed(Duty.ANSWER, by, row.cite, because, finding.ref, finding.owner, confirmed=row.confirmed)


def exchange(
    finding: Finding, answers: Sequence[FindingAnswer], *, on: date
) -> tuple[FindingAnswer | None, FindingAnswer | None]:
    """The owner's newest answer by a day, and what another officer said of it; None for what is not there.

    Nobody settles what was put to them: what the owner says is an answer, however often. Our proposal.
    """
    given = [each for each in answers if each.finding == finding.ref and each.on <= on]
    theirs = [each for each in given if each.by == finding.owner]
    if not theirs:
        return None, None
    answer = max(theirs, key=lambda each: (each.on, each.ref))
    of_it = [
        each for each in given if each.by != finding.owner and (each.on, each.ref) > (answer.on, answer.ref)
    ]
    return answer, max(of_it, key=lambda each: (each.on, each.ref), default=None)


def recommendation_due(
    recommendation: Recommendation, steps: Sequence[Closure], law: Shelf, calendar: Calendar, *, on: date
) -> Due | None:
    """What is owed on a recommendation that is not closed, by policy. None once it is.

    Its owner acts within months; where closing it is proposed, another officer decides in working days.
    """
    last = newest(steps, recommendation.ref, on=on)
    if last is not None and last.step is ClosureStep.CONFIRMED:
        return None
    if last is not None and last.step is ClosureStep.PROPOSED:
        row = law["closure_working_days"]
        by = calendar.after(row.whole(last.on), last.on)
        because = (Given("closure proposed", day(last.on), row.cite),)
        return _owed(Duty.CLOSURE, by, row.cite, because, recommendation.ref, "", confirmed=row.confirmed)
    row = law["recommendation_months"]
    by = months_after(row.whole(recommendation.on), recommendation.on)
    because = (Given("recommended", day(recommendation.on), row.cite),)
    return _owed(
        Duty.ACTION,
        by,
        row.cite,
        because,
        recommendation.ref,
        recommendation.owner,
        confirmed=row.confirmed,
    )


def newest(steps: Sequence[Closure], recommendation: str, *, on: date) -> Closure | None:
    """The last step towards closing, which is policy of ours, taken by a day; None before the first."""
    taken = [each for each in steps if each.recommendation == recommendation and each.on <= on]
    return taken[-1] if taken else None


def may_recommend(
    measure: Measure, target: float, months: int, stood: float | None, law: Shelf, *, on: date
) -> Decision:
    """Whether what is recommended can be told from what stands already. Our proposal.

    The measure does not meet the target yet, and it must stay there for as many months as policy asks.
    """
    least = law["recommendation_least_months"]
    return Decision(
        (
            Reason(measure.signal or 0 <= target <= 1, "the target of a share is from 0 to 1", RECORDS),
            Reason(
                not met(measure, stood, target),
                f"the measure does not meet the target of {_goal(measure, target)} yet "
                f"(it stands at {said(measure, stood)})",
                MOVED,
            ),
            Reason(
                months >= least.whole(on),
                f"it holds for {least.whole(on)} month-ends or more ({months} asked for)",
                least.cite,
            ),
        )
    )


def may_close(
    recommendation: Recommendation,
    measure: Measure,
    values: Sequence[tuple[date, float | None]],
    evidence: Sequence[Evidence],
    *,
    on: date,
) -> Decision:
    """Whether a recommendation may be closed on a day, with everything that is missing. Our proposal.

    `values` are what the measure said at month-ends and on the day, oldest first, measured anew. It must have
    met the target on the day and at each of the last so many month-ends, all of them after the
    recommendation was made; and somebody attached evidence. That it had not met it then was asked when it was
    made. A month with nothing to look at meets nothing.
    """
    since = [(at, value) for at, value in values if at > recommendation.on]
    needed = recommendation.months + 1  # the month-ends, and the day itself
    newest_of = since[-needed:]
    short = [at for at, value in newest_of if not met(measure, value, recommendation.target)]
    kept = len(newest_of) == needed and not short
    goal = _goal(measure, recommendation.target)
    told = (
        "; ".join(f"{day(at)}: {said(measure, value)}" for at, value in newest_of)
        or "nothing is measured since"
    )
    attached = [each for each in evidence if each.recommendation == recommendation.ref and each.on <= on]
    many = "1 piece is" if len(attached) == 1 else f"{len(attached)} pieces are"
    return Decision(
        (
            Reason(
                not met(measure, recommendation.stood, recommendation.target),
                "the measure did not meet the target yet when it was recommended "
                f"(it stood at {said(measure, recommendation.stood)})",
                MOVED,
            ),
            Reason(
                kept,
                f"it is {goal} on the day and for {recommendation.months} month-ends before it, since it was "
                f"recommended ({told})",
                MOVED,
            ),
            Reason(bool(attached), f"evidence is attached ({many})", MOVED),
        )
    )


def met(measure: Measure, value: float | None, target: float) -> bool:
    """Whether a value meets a target: a share of what is wrong at most, a signal at least. Our proposal.

    The target itself meets it; nothing to look at does not.
    """
    if value is None:
        return False
    return value >= target if measure.signal else value <= target


def said(measure: Measure, value: float | None) -> str:
    """A value as it is read aloud: a count, or a share as policy's pages say it."""
    if value is None:
        return "nothing to look at"
    return f"{value:,.0f}" if measure.signal else f"{value:.1%}"


def _goal(measure: Measure, target: float) -> str:
    return f"{'at least' if measure.signal else 'at most'} {said(measure, target)}"


def _owed(
    duty: Duty, by: date, cite: str, because: tuple[Given, ...], about: str, owner: str, *, confirmed: bool
) -> Due:
    return Due(duty, Standing.OWED, by, cite, because, about, confirmed=confirmed, owner=owner)
