"""Dip samples: those on record, how far each has come, and one of them with what is mine to answer."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.inspection import models
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.rules.reaching import wide
from watchkeeper.inspection.sample_actions.answering import Read, read_sample
from watchkeeper.inspection.sample_actions.drawing import repeat_sample
from watchkeeper.inspection.sample_actions.listing import listed
from watchkeeper.inspection.sampled import SUBJECTS, SampleCase
from watchkeeper.inspection.stored import sample_row
from watchkeeper.web import (
    finding_raising,
    findings,
    recommendations,
    sample_answering,
    sample_drawing,
    sample_results,
)
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.sample_shown import acting, record_of, rows_of, title
from watchkeeper.workforce.facts import Power

MOST = 100
"""Samples on one page: the newest."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case of a sample: its place, its record, what it waits for, and what whoever looks may do."""

    case: SampleCase
    record: str
    waits: str
    answer: str
    begun: bool
    settle: str


@page(Power.READ_SAMPLE)
def every(request: HttpRequest) -> HttpResponse:
    """Every sample within reach, the newest first, with how far it has come."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found: Any = models.Sample.objects.as_known(asking.at).order_by("-on", "-id")
    if not wide(asking.officer, asking.law, on=asking.on):
        found = found.filter(unit=asking.officer.unit).exclude(unit="")
    shown = {
        "rows": rows_of([row.fact() for row in found[:MOST]], asking),
        "many": found.count(),
        "most": MOST,
    }
    return render(request, "inspection/samples.html", shown)


@page(Power.READ_SAMPLE)
def one(request: HttpRequest, sample: str) -> HttpResponse:
    """One sample: how it was drawn, what is mine to answer, how far it is; drawn again by a button."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if sample_row(sample, known_at=asking.at) is None:
        raise Http404
    again = None
    if request.method == "POST":
        again = repeat_sample(sample, calendar=asking.calendar, **acting(asking))
    read = read_sample(sample, **acting(asking))
    rows = [_row(read, at, case, asking) for at, case in enumerate(read.sample.drawing.cases, 1)]
    findings_of, made = listed(asking.calendar, sample=sample, **acting(asking))
    mine = [row for row in rows if row.answer]
    shown = {
        "read": read,
        "sample": read.sample,
        "title": title(read.sample),
        "subject": SUBJECTS[read.sample.theme],
        "again": again,
        "rows": rows,
        "answers": asking.may(Power.ANSWER_SAMPLE).allowed,
        "mine": sorted(mine, key=lambda row: not row.begun),
        "to_settle": [row for row in rows if row.settle],
        "findings": findings_of,
        "made": made,
        "goal": findings.goal,
        "title_of": title,
        "measures": BY_NAME,
        "may_draw": asking.may(Power.DRAW_SAMPLE).allowed,
        "may_find": asking.may(Power.RAISE_FINDING).allowed,
    }
    return render(request, "inspection/sample.html", shown)


def _row(read: Read, at: int, case: SampleCase, asking: Asking) -> CaseRow:
    sample, ref = read.sample, case.ref
    answers = asking.may(Power.ANSWER_SAMPLE).allowed
    waits = read.waits[ref]
    opened = any(each.case == ref for each in read.open)
    took = any(each.case == ref and each.by == asking.officer.ref for each in read.readable)
    said = " and ".join(f"the {turn} look" for turn in waits)
    done = "both looks are in" if case.second else "looked at"
    return CaseRow(
        case,
        record_of(sample, ref, asking),
        f"waits for {said}" if waits else "the two differ" if opened else done,
        reverse("sample-case", args=[sample.ref, at]) if answers and ref in read.turns else "",
        ref in read.begun,
        reverse("sample-settle", args=[sample.ref, at]) if answers and opened and not took else "",
    )


_ONE = "inspection/samples/<str:sample>/"
addresses = [
    path("inspection/samples/", every, name="samples"),
    path("inspection/samples/draw/", sample_drawing.draw, name="sample-draw"),
    path(_ONE, one, name="sample"),
    path(f"{_ONE}results/", sample_results.results, name="sample-results"),
    path(f"{_ONE}cases/<int:place>/", sample_answering.case, name="sample-case"),
    path(f"{_ONE}cases/<int:place>/settle/", sample_answering.settle, name="sample-settle"),
    path(f"{_ONE}finding/", finding_raising.raised, name="finding-raise"),
    path("findings/", findings.every, name="findings"),
    path("findings/recommendations/<str:recommendation>/", recommendations.one, name="recommendation"),
    path("findings/<str:finding>/", findings.one, name="finding"),
    path("findings/<str:finding>/recommend/", finding_raising.recommended, name="recommend"),
]
