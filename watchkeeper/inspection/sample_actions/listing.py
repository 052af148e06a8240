"""What was found and recommended, as lists tell it: by reference, owner and clock, and not what it says."""

from dataclasses import dataclass
from datetime import date
from typing import Unpack

from watchkeeper.inspection import models
from watchkeeper.inspection.rules.tracking import exchange, finding_due, newest, recommendation_due
from watchkeeper.inspection.sample_actions.seeing import Asking, within
from watchkeeper.inspection.sampled import Sample
from watchkeeper.inspection.stored import Tracked, all_tracked
from watchkeeper.inspection.tracked import ClosureStep, Finding, Recommendation
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.due import Due
from watchkeeper.law.shelf import Shelf


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding: what it is of, whose it is, what is owed on it, its answer, whether that settled it."""

    finding: Finding
    sample: Sample
    due: Due | None
    accepted: bool | None
    settled: bool


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation: whose it is, what is owed on it, and how far closing it has come."""

    made: Recommendation
    due: Due | None
    step: ClosureStep | None


def listed(
    calendar: Calendar, *, sample: str = "", **asked: Unpack[Asking]
) -> tuple[tuple[FindingRow, ...], tuple[RecommendationRow, ...]]:
    """Findings and recommendations that are the officer's, or of units they inspect; of one sample if named.

    What is owed earliest comes first, then what is answered or closed.
    """
    at, by, law, on = asked["at"], asked["by"], asked["law"], asked["on"]
    samples = {row.ref: row.fact() for row in models.Sample.objects.as_known(at).order_by("id")}
    if sample:
        samples = {ref: each for ref, each in samples.items() if ref == sample}
    all_of = all_tracked(samples, known_at=at)

    def reaches(owner: str, unit: str) -> bool:
        return owner == by.ref or within(by, unit, law, on=on).met

    findings = [
        _finding(each, samples[each.sample], all_of, law, calendar, on)
        for each in all_of.findings
        if reaches(each.owner, samples[each.sample].unit)
    ]
    made = [
        _recommendation(each, all_of, law, calendar, on)
        for each in all_of.recommendations
        if reaches(each.owner, each.unit)
    ]
    return (
        tuple(sorted(findings, key=lambda row: (_by(row.due), row.finding.ref))),
        tuple(sorted(made, key=lambda row: (_by(row.due), row.made.ref))),
    )


def _finding(
    each: Finding, sample: Sample, all_of: Tracked, law: Shelf, calendar: Calendar, on: date
) -> FindingRow:
    answer, of_it = exchange(each, all_of.answers, on=on)
    due = finding_due(each, all_of.answers, law, calendar, on=on)
    settled = of_it is not None and of_it.accepted
    return FindingRow(each, sample, due, answer.accepted if answer is not None else None, settled)


def _recommendation(
    each: Recommendation, all_of: Tracked, law: Shelf, calendar: Calendar, on: date
) -> RecommendationRow:
    last = newest(all_of.steps, each.ref, on=on)
    due = recommendation_due(each, all_of.steps, law, calendar, on=on)
    return RecommendationRow(each, due, last.step if last is not None else None)


def _by(due: Due | None) -> date:
    return due.by if due is not None and due.by is not None else date.max
