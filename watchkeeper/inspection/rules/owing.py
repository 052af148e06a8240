"""What the force's own inspection waits for: looks, settling, answers, actions and decisions, with their day.

The days are rows of policy, our own proposal. A look and a settling are owed by whoever drew the sample: they
see to it that somebody does it, so that no unwelcome sample is left for ever.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from watchkeeper.inspection.rules.settling import unsettled
from watchkeeper.inspection.rules.tracking import finding_due, recommendation_due
from watchkeeper.inspection.sampled import CaseAnswers, Sample, Settled, Turn
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

type Came = tuple[Sample, Sequence[CaseAnswers], Sequence[Settled]]
"""A sample with the looks that came in, and the differences that were settled."""


def sample_dues(came: Came, law: Shelf, calendar: Calendar, *, on: date) -> Iterator[Due]:
    """What waits of one sample: first looks, second looks, and differences. Our proposal.

    One duty for each of the three that waits, due when the oldest of its cases is: working days of policy
    from the day the sample was drawn, from the first look, and from the later of the two that differ.
    """
    sample, given, settled = came
    looks: dict[str, dict[Turn, date]] = {each.ref: {} for each in sample.drawing.cases}
    here = [each for each in given if each.on is not None and each.on <= on and each.case in looks]
    for each in here:
        looks[each.case][each.turn] = each.on or on
    drawn = sample.drawn_on or sample.on
    first = [drawn for turns in looks.values() if Turn.FIRST not in turns and drawn <= on]
    twice = [looks[each.ref] for each in sample.drawing.cases if each.second]
    second = [turns[Turn.FIRST] for turns in twice if Turn.FIRST in turns and Turn.SECOND not in turns]
    done = [each for each in settled if each.on is None or each.on <= on]
    open_in = {each.case for each in unsettled(sample, here, done)}
    differ = [max(looks[case].values()) for case in sorted(open_in)]
    for duty, since, row, cases, oldest in (
        (Duty.FIRST, first, "sample_first_working_days", "cases nobody looked at", "drawn"),
        (
            Duty.LOOK,
            second,
            "sample_look_working_days",
            "cases that wait for a second look",
            "oldest first look",
        ),
        (Duty.SETTLE, differ, "sample_settle_working_days", "cases on which two differ", "oldest difference"),
    ):
        if since:
            yield _due(duty, sample, since, (cases, oldest), row, law, calendar)


def _due(
    duty: Duty,
    sample: Sample,
    since: Sequence[date],
    words: tuple[str, str],
    name: str,
    law: Shelf,
    calendar: Calendar,
) -> Due:
    row, oldest = law[name], min(since)
    because = (Given(words[0], str(len(since)), row.cite), Given(words[1], day(oldest), row.cite))
    by = calendar.after(row.whole(oldest), oldest)
    return Due(
        duty,
        Standing.OWED,
        by,
        row.cite,
        because,
        sample.ref,
        confirmed=row.confirmed,
        owner=sample.by,
    )


def owed_of(
    samples: Mapping[str, Came],
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

    `samples` by ref, with what came in.
    """
    found = [
        *(due for each in samples.values() for due in sample_dues(each, law, calendar, on=on)),
        *(finding_due(each, answers, law, calendar, on=on) for each in findings if each.on <= on),
        *(recommendation_due(each, steps, law, calendar, on=on) for each in recommendations if each.on <= on),
    ]
    there = [each for each in found if each is not None]
    return tuple(sorted(there, key=lambda each: (each.by or on, each.about)))
