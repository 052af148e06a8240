"""Reading a recommendation: what its measure says by now, what was attached, and why it may not be closed."""

from dataclasses import dataclass
from typing import Unpack

from watchkeeper.inspection.facts import Measure
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.rules.tracking import may_close, newest, recommendation_due
from watchkeeper.inspection.sample_actions.recommending import Values, measured
from watchkeeper.inspection.sample_actions.seeing import PURPOSE, Asking, open_to, put_to
from watchkeeper.inspection.stored import evidence_of, finding, recommendation, sample_row, steps_of
from watchkeeper.inspection.tracked import Closure, ClosureStep, Evidence, Recommendation
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.law.due import Due
from watchkeeper.workforce.acts import attempt
from watchkeeper.workforce.facts import Power


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation with all that was done about it, and `values` of its measure, worked out anew.

    `may_close` is whether it may be closed today, with every reason; `due` what is owed, None once closed.
    """

    made: Recommendation
    measure: Measure
    values: Values
    evidence: tuple[Evidence, ...]
    steps: tuple[Closure, ...]
    may_close: Decision
    due: Due | None

    @property
    def last(self) -> ClosureStep | None:
        """The last step towards closing; None before the first."""
        return self.steps[-1].step if self.steps else None


def read_recommendation(ref: str, *, calendar: Calendar, **asked: Unpack[Asking]) -> Followed:
    """A recommendation for its owner and for whoever inspects its unit; its measure is worked out for it.

    Raises Refused without the power, for none on record, for what was put to another, and for whoever it
    would tell the first look at a case.
    """
    on, at, law = asked["on"], asked["at"], asked["law"]
    with attempt(Power.READ_SAMPLE, about="", purpose=PURPOSE, **asked) as trying:
        made = recommendation(ref, known_at=at)
        trying.require(Decision((Reason(made is not None, "a recommendation is on record", RECORDS),)))
        if made is None:
            raise AssertionError("unreachable: an unmet reason is refused")
        found = finding(made.finding, known_at=at)
        row = sample_row(found.sample, known_at=at) if found is not None else None
        if found is None or row is None:
            raise AssertionError("unreachable: a recommendation is on a finding of a sample on record")
        reached = put_to(made.owner, made.unit, asked)
        trying.require(Decision((reached, open_to(row.fact(), found, (made.owner, made.by), asked))))
        measure, steps = BY_NAME[made.measure], steps_of(ref, known_at=at)
        closed = newest(steps, ref, on=on)
        done = closed is not None and closed.step is ClosureStep.CONFIRMED
        values = () if done else measured(measure, made.unit, made.months, calendar, asked)
        evidence = evidence_of(ref, known_at=at)
        with trying.done() as this:
            this.fact("recommendation", ref)
    return Followed(
        made,
        measure,
        values,
        evidence,
        steps,
        may_close(made, measure, values, evidence, on=on),
        recommendation_due(made, steps, law, calendar, on=on),
    )
