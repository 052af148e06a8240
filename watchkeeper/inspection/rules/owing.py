"""What the force's own inspection waits for: second looks, answers, actions and decisions, each with its day.

The days are rows of policy, our own proposal. A look is owed by whoever drew the sample: they see to it
that somebody takes it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from watchkeeper.inspection.rules.tracking import finding_due, recommendation_due
from watchkeeper.inspection.sampled import CaseAnswers, Sample, Turn
from watchkeeper.inspection.tracked import (
    Closure,
    Duty,
    Finding,
    FindingAnswer,
    Recommendation,
)
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day


def looks_due(
    sample: Sample, given: Iterable[CaseAnswers], law: Shelf, calendar: Calendar, *, on: date
) -> Due | None:
    """The second looks at a sample that wait because the first is in: one duty, due when the oldest is.

    Working days of policy from the first look. None where none waits.
    """
    looks: dict[str, dict[Turn, date | None]] = {}
    for each in given:
        if each.on is not None and each.on <= on:
            looks.setdefault(each.case, {})[each.turn] = each.on
    twice = [looks.get(each.ref, {}) for each in sample.drawing.cases if each.second]
    waiting = [
        first for each in twice if (first := each.get(Turn.FIRST)) is not None and Turn.SECOND not in each
    ]
    if not waiting:
        return None
    row = law["sample_look_working_days"]
    oldest = min(waiting)
    because = (
        Given("cases that wait for a second look", str(len(waiting)), row.cite),
        Given("oldest first look", day(oldest), row.cite),
    )
    by = calendar.after(row.whole(oldest), oldest)
    return Due(
        Duty.LOOK,
        Standing.OWED,
        by,
        row.cite,
        because,
        sample.ref,
        confirmed=row.confirmed,
        owner=sample.by,
    )


def owed_of(
    looks: Mapping[str, tuple[Sample, Sequence[CaseAnswers]]],
    findings: Iterable[Finding],
    answers: Sequence[FindingAnswer],
    recommendations: Iterable[Recommendation],
    steps: Sequence[Closure],
    law: Shelf,
    calendar: Calendar,
    *,
    on: date,
) -> tuple[Due, ...]:
    """Everything the inspection waits for on a day, by policy: the earliest first, then by what it is about.

    `looks` are samples by ref, with the looks that came in.
    """
    found = [
        *(looks_due(sample, given, law, calendar, on=on) for sample, given in looks.values()),
        *(finding_due(each, answers, law, calendar, on=on) for each in findings if each.on <= on),
        *(recommendation_due(each, steps, law, calendar, on=on) for each in recommendations if each.on <= on),
    ]
    there = [each for each in found if each is not None]
    return tuple(sorted(there, key=lambda each: (each.by or on, each.about)))
