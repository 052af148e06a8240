"""What if? The next months simulated from today's register, several ways side by side, asked and answered."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.jobs.studies import ask_to_carry_out, go_on
from watchkeeper.jobs.study_work import stop
from watchkeeper.planning.actions.studying import ask_study
from watchkeeper.planning.rules.scenarios import faults_of
from watchkeeper.planning.stored import figures_of, studies
from watchkeeper.planning.study import Matter, StudyAsked
from watchkeeper.planning.studying import answering
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.looking import acting
from watchkeeper.web.studies import FORCE, OLDER_SHOWN, few, of, underway
from watchkeeper.web.what_if_form import PLACES, STAY, WAYS, asked_of, field_of, slug, told_at, usual
from watchkeeper.web.what_if_shown import pictures, tables
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Unit

PURPOSE = "what if"
TEMPLATE = "inspection/what_if.html"


@page(Power.MEASURE_FORCE)
def what_if(request: HttpRequest) -> HttpResponse:
    """The newest what-if; and asking for one."""
    return _page(request)


@page(Power.MEASURE_FORCE)
def what_if_study(request: HttpRequest, study: str) -> HttpResponse:
    """An older one, as it was frozen."""
    return _page(request, study)


def _page(request: HttpRequest, ref: str | None = None) -> HttpResponse:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form, here = entered(request), reverse("what-if")
    units = sorted(set(Unit.objects.all().as_known(asking.at).values_list("ref", flat=True)))
    if request.method == "POST" and "do" in request.POST:
        _stop_or_go_on(request, form.text("do"))
        return see(here)
    if request.method == "POST":
        asked, places = asked_of(form)
        _say_faults(form, asked, places, units, asking)
        if not form.problems and _ask(request, asked, form):
            return see(here)
    every = studies(Matter.WHAT_IF, known_at=asking.at)
    done = [one for one in every if one.done_at is not None]
    waiting = [one for one in every if one.done_at is None]
    study = next((one for one in done if ref in (None, one.ref)), None)
    if ref is not None and study is None:
        raise Http404
    found = figures_of(study.ref, known_at=asking.at) if study else None
    shown: dict[str, Any] = {
        "form": form,
        "study": study,
        "found": found,
        "few": few(found, study.asked, asking, "what_if")
        if study and found and "missing" not in found
        else "",
        "told": told(found) if found and "missing" not in found else None,
        "underway": underway(waiting[0]) if waiting else None,
        "older": [one for one in done if study is None or one.ref != study.ref][:OLDER_SHOWN],
        "choices": [
            {"value": "", "text": FORCE.capitalize()},
            *({"value": each, "text": each} for each in units),
        ],
        "usual": usual(asking.law, asking.on),
        "places": PLACES,
        "ways": [{"value": value, "text": str(way)} for value, way in WAYS.items()],
        "stay": STAY,
        "of": of,
        "slug": slug,
        "levels": [str(level) for level in LEVELS],
        "mine": bool(waiting) and waiting[0].by == asking.officer.ref,
        "here": here,
    }
    return render(request, TEMPLATE, shown, status=422 if form.problems else 200)


def told(found: dict[str, Any]) -> dict[str, Any]:
    """What the page shows of the figures of a what-if: sentences first."""
    outlooks = found["what_if"]["outlooks"]
    return {
        "answer": answering.enough(found),
        "today": answering.today(found),
        "beyond": answering.beyond_crews(found),
        "differences": [
            (answering.difference(found, place), answering.enough(found, place))
            for place in range(1, len(outlooks))
        ],
        "scenarios": [
            (one["scenario"]["name"], answering.differs(one["scenario"]), one["policy"]) for one in outlooks
        ],
        "simulation": answering.A_SIMULATION,
        "assumptions": answering.assumptions(found),
        "on": date.fromisoformat(found["on"]),
        **tables(found),
        **pictures(found),
    }


def _say_faults(
    form: Entered, asked: StudyAsked, places: tuple[str, ...], units: list[str], asking: Asking
) -> None:
    """Whatever the rule finds wrong, beside what could not be read; each field says one thing."""
    for fault in faults_of(asked, units, asking.law, on=asking.on):
        field = field_of(fault, places)
        if form.said(field) is None:
            form.wrong(field, told_at(fault, places))


def _stop_or_go_on(request: HttpRequest, what: str) -> None:
    """The one asked for last is stopped, or goes on; only by who asked for it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    study = next(iter(studies(Matter.WHAT_IF, known_at=asking.at)), None)
    if study is None or study.done_at is not None or study.by != asking.officer.ref:
        return
    if what == "stop":
        stop(study.ref)
    elif what == "go on":
        go_on(study, asking.law, at=asking.at)


def _ask(request: HttpRequest, asked: StudyAsked, form: Entered) -> bool:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    try:
        study = ask_study(asked, **acting(request))
    except Refused as no:
        for reason in no.decision.unmet:
            form.wrong("months", f"Not asked for: {reason.says}")
        return False
    ask_to_carry_out(study, asking.law, at=asking.at)
    messages.success(
        request, f"A what-if of {of(asked.unit)} is asked for. It is carried out behind the pages."
    )
    return True


addresses = [
    path("inspection/what-if/", what_if, name="what-if"),
    path("inspection/what-if/<str:study>/", what_if_study, name="what-if-study"),
]
