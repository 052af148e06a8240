"""Findings and recommendations: what is put to whoever looks, and of units they inspect; and one finding."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper.inspection.facts import Measure
from watchkeeper.inspection.measures.catalogue import BY_NAME
from watchkeeper.inspection.rules.tracking import exchange, finding_due, said
from watchkeeper.inspection.sample_actions.finding import answer_finding, read_finding, settle_finding
from watchkeeper.inspection.sample_actions.listing import FindingRow, RecommendationRow, listed
from watchkeeper.inspection.stored import all_tracked, sample_row
from watchkeeper.inspection.stored import finding as finding_on_record
from watchkeeper.law.due import Due
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.sample_shown import acting, record_of, title
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

ANSWERS = (
    ("yes", "Accept it", "It is so. Say what is done about it."),
    ("no", "Dispute it", "It is not so. Say why, from the record."),
)

SETTLED = (
    ("yes", "It is settled", "Nothing more is owed on it."),
    ("no", "Send it back", "Its owner answers again, in as many working days as before."),
)


@page(Power.READ_SAMPLE)
def every(request: HttpRequest) -> HttpResponse:
    """What is put to me first, then all of the units I inspect, what is owed earliest first."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found, made = listed(asking.calendar, **acting(asking))
    mine = asking.officer.ref
    shown: dict[str, Any] = {
        "findings": found,
        "made": made,
        "to_answer": [row for row in found if row.due and row.due.owner == mine],
        "to_do": [row for row in made if row.due and row.due.owner == mine],
        "late": sum(1 for due in _dues(found, made) if due.late(asking.on)),
        "title_of": title,
        "goal": goal,
        "measures": BY_NAME,
    }
    return render(request, "inspection/findings.html", shown)


@page(Power.READ_SAMPLE)
def one(request: HttpRequest, finding: str) -> HttpResponse:
    """One finding: what was found in which cases, and its clock; its owner accepts or disputes it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    kept = finding_on_record(finding, known_at=asking.at)
    row = sample_row(kept.sample, known_at=asking.at) if kept is not None else None
    if kept is None or row is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        done = _said(form, finding, asking, theirs=kept.owner == asking.officer.ref)
        if done:
            messages.success(request, done)
            return see(reverse("finding", args=[finding]))
        return again(request, form)
    found, sample = read_finding(finding, **acting(asking)), row.fact()
    tracked = all_tracked([found.sample], known_at=asking.at)
    answer, of_it = exchange(found, tracked.answers, on=asking.on)
    theirs = found.owner == asking.officer.ref
    sent_back = of_it is not None and not of_it.accepted
    waits = answer is not None and of_it is None
    may_answer = theirs and (answer is None or sent_back) and asking.may(Power.ANSWER_FINDING).allowed
    may_settle = waits and not theirs and asking.may(Power.DECIDE_CLOSURE).allowed
    shown = {
        "form": form,
        "finding": found,
        "sample": sample,
        "title": title(sample),
        "question": asking.law[found.question],
        "asked": str(asking.law[found.question].on(sample.on)),
        "cases": [(ref, record_of(sample, ref, asking)) for ref in found.cases],
        "due": finding_due(found, tracked.answers, asking.law, asking.calendar, on=asking.on),
        "given": [each for each in tracked.answers if each.finding == finding],
        "settled": of_it is not None and of_it.accepted,
        "waits": waits,
        "may_answer": may_answer,
        "may_settle": may_settle,
        "may_recommend": asking.may(Power.RECOMMEND).allowed,
        "made": [each for each in tracked.recommendations if each.finding == finding],
        "parts": _settling() if may_settle else _answering(),
    }
    return render(request, "inspection/finding.html", shown)


def _said(form: Entered, finding: str, asking: Asking, *, theirs: bool) -> str:
    """Answer the finding, or say what of the answer; what was done, or nothing where there is a problem."""
    if theirs:
        yes = form.one_of("accepted", ("yes", "no"), "Choose whether you accept it") == "yes"
        says = form.text("says", "Enter what is done about it, or why it is not so")
    else:
        yes = form.one_of("agreed", ("yes", "no"), "Choose whether it is settled") == "yes"
        says = form.text("reason", "Say why")
    if form.problems:
        return ""
    try:
        if theirs:
            answer_finding(finding, accepted=yes, says=says, **acting(asking))
            return "Answered. Another officer says whether that settles it."
        settle_finding(finding, agreed=yes, says=says, **acting(asking))
        return "Settled." if yes else "Sent back to its owner."
    except Refused as no:
        parts.refusing(form, "accepted" if theirs else "agreed", no)
    return ""


def _answering() -> list[parts.Part]:
    return [
        parts.radios("accepted", "Do you accept it?", ANSWERS),
        parts.words("says", "What is done about it, or why it is not so", "No names."),
    ]


def _settling() -> list[parts.Part]:
    return [
        parts.radios("agreed", "Does the answer settle it?", SETTLED),
        parts.words("reason", "Why?", "Read by its owner. No names."),
    ]


def _dues(found: Iterable[FindingRow], made: Iterable[RecommendationRow]) -> Iterator[Due]:
    yield from (row.due for row in found if row.due is not None)
    yield from (row.due for row in made if row.due is not None)


def goal(measure: Measure, target: float) -> str:
    """The target of a measure as it is read aloud."""
    return f"{'at least' if measure.signal else 'at most'} {said(measure, target)}"
