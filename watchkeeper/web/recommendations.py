"""One recommendation: its measure month by month, the evidence, and why it may or may not be closed yet."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from watchkeeper.inspection.rules.tracking import met, said
from watchkeeper.inspection.sample_actions.following import Followed, read_recommendation
from watchkeeper.inspection.sample_actions.recommending import (
    attach_evidence,
    confirm_closure,
    propose_closure,
    refuse_closure,
)
from watchkeeper.inspection.stored import recommendation as on_record
from watchkeeper.inspection.tracked import ClosureStep
from watchkeeper.web import form_parts as parts
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.findings import goal
from watchkeeper.web.sample_shown import acting
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

DECIDED = {
    ClosureStep.PROPOSED: "Closing it is proposed. Another officer decides.",
    ClosureStep.CONFIRMED: "Closed: the measure moved and stayed, and another officer confirmed it.",
    ClosureStep.REFUSED: "Closing it was refused. It is open again.",
}


@page(Power.READ_SAMPLE)
def one(request: HttpRequest, recommendation: str) -> HttpResponse:
    """What was recommended, how its measure stands, what was attached, and each step towards closing it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if on_record(recommendation, known_at=asking.at) is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        done = _done(form, recommendation, asking)
        if done:
            messages.success(request, done)
            return see(reverse("recommendation", args=[recommendation]))
        return again(request, form)
    read = read_recommendation(recommendation, calendar=asking.calendar, **acting(asking))
    return render(request, "inspection/recommendation.html", {"form": form, **_shown(read, asking)})


def _done(form: Entered, ref: str, asking: Asking) -> str:
    """Do what the form asks; what was done in words, or nothing where there is a problem."""
    do = form.one_of("do", ("attach", "propose", "confirm", "refuse"), "Choose what to do")
    if do == "attach":
        reference = form.text("reference", "Enter where the evidence is, like DOC-7")
        if not form.problems:
            try:
                attach_evidence(ref, reference=reference, says=form.text("says"), **acting(asking))
            except Refused as no:
                parts.refusing(form, "reference", no)
            else:
                return "Attached."
        return ""
    because = form.text("reason", "Enter why")
    if form.problems:
        return ""
    try:
        if do == "propose":
            propose_closure(ref, because=because, calendar=asking.calendar, **acting(asking))
            return DECIDED[ClosureStep.PROPOSED]
        if do == "confirm":
            confirm_closure(ref, because=because, calendar=asking.calendar, **acting(asking))
            return DECIDED[ClosureStep.CONFIRMED]
        refuse_closure(ref, because=because, **acting(asking))
        return DECIDED[ClosureStep.REFUSED]
    except Refused as no:
        parts.refusing(form, "reason", no)
    return ""


def _shown(read: Followed, asking: Asking) -> dict[str, Any]:
    made, measure, mine = read.made, read.measure, asking.officer.ref
    proposed = read.last is ClosureStep.PROPOSED
    closed = read.last is ClosureStep.CONFIRMED
    decides = asking.may(Power.DECIDE_CLOSURE).allowed and mine not in (
        made.owner,
        read.steps[-1].by if read.steps else "",
    )
    return {
        "read": read,
        "made": made,
        "measure": measure,
        "goal": goal(measure, made.target),
        "stood": said(measure, made.stood),
        "values": [
            (day, said(measure, value), met(measure, value, made.target), day > made.on)
            for day, value in read.values
        ],
        "state": DECIDED[read.last] if read.last else "Open.",
        "closed": closed,
        "may_attach": not closed and asking.may(Power.ATTACH_EVIDENCE).allowed,
        "may_propose": not closed and not proposed and asking.may(Power.PROPOSE_CLOSURE).allowed,
        "may_decide": proposed and decides,
        "proposed": proposed,
        "attach": [
            parts.line(
                "reference", "Where the evidence is", "Its reference in the force's own records, like DOC-7"
            ),
            parts.words("says", "What it shows", "No names."),
        ],
        "why": parts.words("reason", "Why", "It stands with the step, under your reference."),
        "measured": asking.may(Power.MEASURE_FORCE).allowed,
    }
