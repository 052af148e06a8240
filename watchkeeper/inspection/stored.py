"""What is on record of samples, findings and recommendations, as known at an instant."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.audit.models import Fact
from watchkeeper.audit.standing import standing
from watchkeeper.inspection import models, sampled, tracked
from watchkeeper.inspection.rules.answering import Told, told_of
from watchkeeper.inspection.rules.tracking import exchange, newest


@dataclass(frozen=True, slots=True)
class Tracked:
    """All that was found and recommended from one sample or from several."""

    findings: tuple[tracked.Finding, ...]
    answers: tuple[tracked.FindingAnswer, ...]
    recommendations: tuple[tracked.Recommendation, ...]
    evidence: tuple[tracked.Evidence, ...]
    steps: tuple[tracked.Closure, ...]


def sample_row(ref: str, *, known_at: datetime) -> models.Sample | None:
    """One sample as it is stored; None where nobody drew it."""
    return next(iter(standing(models.Sample, ref=ref, known_at=known_at)), None)


def same_sample(drawn: sampled.Sample) -> models.Sample | None:
    """The first sample kept that is the same draw by the same officer; None where there is none."""
    rows = models.Sample.objects.filter(
        theme=drawn.theme.value,
        on=drawn.on,
        unit=drawn.unit,
        seed=drawn.seed,
        size=drawn.size,
        digest=drawn.drawing.digest,
        by=drawn.by,
        withdrawn=False,
    )
    return rows.order_by("id").first()


def same_finding(raised: models.Finding) -> models.Finding | None:
    """The first open finding that says the same, of the same cases, to the same owner; None for none."""
    rows = models.Finding.objects.filter(
        sample_ref=raised.sample_ref,
        question=raised.question,
        gravity=raised.gravity,
        says=raised.says,
        cases=raised.cases,
        owner=raised.owner,
        withdrawn=False,
    )
    for row in rows.order_by("id"):
        answers = [each.fact() for each in models.FindingAnswer.objects.filter(finding_ref=row.ref)]
        _, of_it = exchange(row.fact(), answers, on=raised.on or row.on or date.max)
        if of_it is None or not of_it.accepted:
            return row
    return None


def same_recommendation(made: models.Recommendation) -> models.Recommendation | None:
    """The first open recommendation that asks the same of the same owner on a finding; None for none."""
    rows = models.Recommendation.objects.filter(
        finding_ref=made.finding_ref,
        says=made.says,
        measure=made.measure,
        unit=made.unit,
        target=made.target,
        months=made.months,
        owner=made.owner,
        withdrawn=False,
    )
    for row in rows.order_by("id"):
        steps = models.Closure.objects.filter(recommendation_ref=row.ref).order_by("id")
        last = newest([each.fact() for each in steps], row.ref, on=made.on or row.on or date.max)
        if last is None or last.step is not tracked.ClosureStep.CONFIRMED:
            return row
    return None


def answers_of(sample: str, *, known_at: datetime) -> tuple[sampled.CaseAnswers, ...]:
    """Every look at a case of a sample, in the order it came in; shown only through `readable`."""
    return tuple(row.fact() for row in standing(models.CaseAnswers, sample_ref=sample, known_at=known_at))


def answered_at(sample: str, case: str, by: str, *, known_at: datetime) -> datetime | None:
    """When an officer gave their own look at a case; None where they gave none."""
    looks: Any = standing(models.CaseAnswers, sample_ref=sample, case_ref=case, by=by, known_at=known_at)
    return next((row.known_from for row in looks), None)


def answers_of_all(
    samples: Collection[str], *, known_at: datetime
) -> dict[str, tuple[sampled.CaseAnswers, ...]]:
    """Every look at a case of some samples, by sample; shown only through `readable`."""
    rows: Any = models.CaseAnswers.objects.as_known(known_at)
    return _by_sample(samples, rows.filter(sample_ref__in=samples).order_by("id"))


def told_on(sample: str, *, known_at: datetime) -> Told:
    """To whom what was found of each case of a sample was put."""
    found = [row.fact() for row in standing(models.Finding, sample_ref=sample, known_at=known_at)]
    made = (standing(models.Recommendation, finding_ref=each.ref, known_at=known_at) for each in found)
    return told_of(found, [row.fact() for rows in made for row in rows])


def begun_by(sample: str, by: str, *, known_at: datetime) -> dict[str, sampled.BegunAnswers]:
    """What an officer, by ref, kept half-way of a sample: the newest of each case. Nobody else's."""
    rows = standing(models.BegunAnswers, sample_ref=sample, by=by, known_at=known_at)
    return {row.case_ref: row.fact() for row in rows}


def settled_of(sample: str, *, known_at: datetime) -> tuple[sampled.Settled, ...]:
    """Every difference of a sample that a third officer settled, in the order they did."""
    return tuple(row.fact() for row in standing(models.Settled, sample_ref=sample, known_at=known_at))


def settled_of_all(samples: Collection[str], *, known_at: datetime) -> dict[str, tuple[sampled.Settled, ...]]:
    """Every difference that was settled of some samples, by sample."""
    rows: Any = models.Settled.objects.as_known(known_at)
    return _by_sample(samples, rows.filter(sample_ref__in=samples).order_by("id"))


def finding(ref: str, *, known_at: datetime) -> tracked.Finding | None:
    """One finding; None where nobody raised it."""
    return next((row.fact() for row in standing(models.Finding, ref=ref, known_at=known_at)), None)


def recommendation(ref: str, *, known_at: datetime) -> tracked.Recommendation | None:
    """One recommendation; None where nobody gave it."""
    return next((row.fact() for row in standing(models.Recommendation, ref=ref, known_at=known_at)), None)


def evidence_of(ref: str, *, known_at: datetime) -> tuple[tracked.Evidence, ...]:
    """What was attached to a recommendation, in the order it was."""
    return tuple(row.fact() for row in standing(models.Evidence, recommendation_ref=ref, known_at=known_at))


def steps_of(ref: str, *, known_at: datetime) -> tuple[tracked.Closure, ...]:
    """What was done about closing a recommendation, in the order it was."""
    return tuple(row.fact() for row in standing(models.Closure, recommendation_ref=ref, known_at=known_at))


def all_tracked(samples: Iterable[str], *, known_at: datetime) -> Tracked:
    """Everything found and recommended from the samples named, in the order stored."""
    wanted = set(samples)
    findings = tuple(each for each in _every(models.Finding, known_at) if each.sample in wanted)
    found = {each.ref for each in findings}
    answers = tuple(each for each in _every(models.FindingAnswer, known_at) if each.finding in found)
    given = tuple(each for each in _every(models.Recommendation, known_at) if each.finding in found)
    made = {each.ref for each in given}
    evidence = tuple(each for each in _every(models.Evidence, known_at) if each.recommendation in made)
    steps = tuple(each for each in _every(models.Closure, known_at) if each.recommendation in made)
    return Tracked(findings, answers, given, evidence, steps)


def _by_sample(samples: Collection[str], rows: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {ref: [] for ref in samples}
    for row in rows:
        found[row.sample_ref].append(row.fact())
    return {ref: tuple(each) for ref, each in found.items()}


def _every(kind: type[Fact], known_at: datetime) -> tuple[Any, ...]:
    return tuple(row.fact() for row in standing(kind, known_at=known_at))
