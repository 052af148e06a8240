"""What finished dip samples of a period say, as evidence beside the measures."""

from collections.abc import Iterator
from typing import Any

from watchkeeper.inspection import models
from watchkeeper.inspection.grades.facts import SampleEvidence
from watchkeeper.inspection.grades.rules import sample_standing
from watchkeeper.inspection.reporting.facts import Asked
from watchkeeper.inspection.rules.settling import state
from watchkeeper.inspection.sample_actions.answering import results
from watchkeeper.inspection.sampled import CaseAnswers, Sample, SampleState, SampleTheme, Settled
from watchkeeper.inspection.stored import answers_of_all, settled_of_all
from watchkeeper.law.shelf import Shelf


def finished(asked: Asked, law: Shelf) -> tuple[SampleEvidence, ...]:
    """Of each theme, what the newest sample finished by the instant asked about says, question by question.

    It is of the same unit, "" the whole force, and of a day of the period. Of a theme without one, nothing.
    """
    rows: Any = models.Sample.objects.as_known(asked.known_at)
    of_unit = rows.filter(unit=asked.unit, on__gte=asked.since, on__lte=asked.until)
    samples: list[Sample] = [row.fact() for row in of_unit.order_by("on", "id")]
    refs = [each.ref for each in samples]
    given = answers_of_all(refs, known_at=asked.known_at)
    settled = settled_of_all(refs, known_at=asked.known_at)
    newest: dict[SampleTheme, Sample] = {
        each.theme: each
        for each in samples
        if state(each, given[each.ref], settled[each.ref]) is SampleState.FINISHED
    }
    return tuple(
        one
        for theme in SampleTheme
        if (sample := newest.get(theme)) is not None
        for one in _evidence(sample, given, settled, asked, law)
    )


def _evidence(
    sample: Sample,
    given: dict[str, tuple[CaseAnswers, ...]],
    settled: dict[str, tuple[Settled, ...]],
    asked: Asked,
    law: Shelf,
) -> Iterator[SampleEvidence]:
    on, row = asked.until, law["sample_good_share"]
    for each in results(sample, given[sample.ref], settled[sample.ref], law):
        found = each.estimate
        yield SampleEvidence(
            sample.ref,
            each.question,
            str(law[each.question].on(sample.on)),
            sample.on,
            found.share,
            found.low,
            found.high,
            found.answered,
            row.share(on),
            sample_standing(found.low, found.high, law, on=on, enough=each.enough),
            law.confirmed("sample_good_share", each.question),
        )
