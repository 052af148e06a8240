"""A planner changes a plan that stands, a visit or a whole crew, and takes back what was changed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access.actions import look
from watchkeeper.planning.actions.altering import (
    announce,
    crew_back,
    crew_off,
    drop,
    move,
    pin,
    ran_long,
    take_back,
)
from watchkeeper.planning.facts import NightPlan
from watchkeeper.planning.rules.altering import visit_to
from watchkeeper.planning.rules.present import standing
from watchkeeper.planning.stored import changes_to, plan_now
from watchkeeper.visits.facts import NoticeReason
from watchkeeper.visits.rules.week import PARTS
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.looking import acting
from watchkeeper.web.plan_board import letter_of
from watchkeeper.web.planning import PURPOSE, in_reach
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

MOVES = {
    "pin": "Fix the visit by this crew, whatever the draw. Counted outside the lottery",
    "move": "Move it to another crew or part of the day",
    "drop": "Drop it that day. What the law asks is owed all the same",
    "back": "Take back what was fixed, moved or dropped: the draw and the search decide again",
    "long": "It ran long: what follows in the round is later",
    "announce": "Let it be announced. It needs authority, and is counted",
}
PLANNED_ONLY = ("move", "drop", "long", "announce")
"""What may be done to a visit that is in a round; anybody else can only be fixed."""


@page(Power.ALTER_PLAN, Power.AUTHORISE_NOTICE)
def change(request: HttpRequest, unit: str, night: date, person: str) -> HttpResponse:
    """Change what the plan makes of one person, with a reason. To plan is a purpose of its own."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    plan = _plan(asking, unit, night)
    visit, candidate = visit_to(plan, person), plan.candidate(person)
    if candidate is None:
        raise Http404
    look(person, by=asking.officer, on=asking.on, law=asking.law, purpose=PURPOSE, at=asking.at)
    form = entered(request)
    held = standing(changes_to(unit, night, known_at=asking.at)).holds(person)
    offered = {name: says for name, says in MOVES.items() if _offered(name, visit is not None, held)}
    if request.method == "POST" and _changed(request, form, plan, person, list(offered)):
        messages.success(request, f"Changed for {person}. Plan again so that crews' time is used")
        return see(reverse("plan", args=[unit, night]))
    shown = {
        "unit": unit,
        "night": night,
        "person": person,
        "visit": visit,
        "candidate": candidate,
        "form": form,
        "moves": offered,
        "chosen": form.data.get("do") or ("move" if request.GET.get("crew") and visit else ""),
        "crew": form.data.get("crew") or request.GET.get("crew", ""),
        "crews": _crews(plan),
        "parts": list(PARTS),
        "grounds": list(NoticeReason),
    }
    return render(request, "planning/change.html", shown, status=422 if form.problems else 200)


@page(Power.ALTER_PLAN)
def crew(request: HttpRequest, unit: str, night: date, crew: str) -> HttpResponse:
    """A crew cannot go, or cannot go on: its visits to come wait until the night is planned again.

    Of a crew that is off the page asks whether it can go again.
    """
    asking: Asking = request.asking  # type: ignore[attr-defined]
    plan = _plan(asking, unit, night)
    why = standing(changes_to(unit, night, known_at=asking.at)).crews_off.get(crew)
    found = next((each for each in plan.rounds if each.crew.ref == crew), None)
    if found is None and why is None:
        raise Http404
    form = entered(request)
    if request.method == "POST":
        act, asks, says = (
            (
                crew_off,
                "Say why the crew cannot go",
                "The crew is off. Plan again so that others take its visits",
            )
            if why is None
            else (
                crew_back,
                "Say why the crew can go",
                "The crew can go. Plan again so that it is given visits",
            )
        )
        reason = form.text("reason", asks)
        if not form.problems and _done(
            request, form, "reason", lambda: act(unit, night, crew, reason=reason, **acting(request))
        ):
            messages.success(request, says)
            return see(reverse("plan", args=[unit, night]))
    shown = {
        "unit": unit,
        "night": night,
        "round": found,
        "form": form,
        "off": why,
        "officers": crew.split("+"),
    }
    return render(request, "planning/crew.html", shown, status=422 if form.problems else 200)


@page(Power.ALTER_PLAN)
def add(request: HttpRequest, unit: str, night: date) -> HttpResponse:
    """To the page that fixes a visit to somebody named by reference, when they could be visited at all."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    plan = _plan(asking, unit, night)
    person = request.GET.get("person", "").strip().upper()
    if plan.candidate(person) is None:
        messages.warning(request, "Nobody of that reference could be visited by this unit on that day")
        return see(reverse("plan", args=[unit, night]))
    return see(reverse("plan-change", args=[unit, night, person]))


def _offered(name: str, planned: bool, held: bool) -> bool:
    """Whether a change is offered of somebody in a round or not, fixed or dropped by a person or not."""
    return held if name == "back" else planned or name not in PLANNED_ONLY


def _changed(request: HttpRequest, form: Entered, plan: NightPlan, person: str, names: list[str]) -> bool:
    """Carry out the change that was chosen, one of `names`; False with every problem said."""
    do = form.one_of("do", names, "Choose what to change")
    crews = [ref for ref, _ in _crews(plan)]
    to = form.one_of("crew", crews, "Choose the crew" if do == "pin" else "")
    part = form.one_of("part", list(PARTS))
    if do == "move" and not (to or part):
        form.wrong("crew", "Choose another crew or part of the day")
    minutes = _whole(form, "minutes", "Say by how many minutes") if do == "long" else 0
    hours = _whole(form, "hours", "Say how many hours of notice") if do == "announce" else 0
    ground = (
        form.one_of("ground", [each.value for each in NoticeReason], "Choose the ground")
        if do == "announce"
        else ""
    )
    reason = form.text("reason", "Say why")
    if form.problems:
        return False
    unit, night = plan.unit, plan.night

    def act() -> None:
        given = acting(request)
        match do:
            case "pin":
                pin(unit, night, person, to, part=part, reason=reason, **given)
            case "move":
                move(unit, night, person, crew=to, part=part, reason=reason, **given)
            case "drop":
                drop(unit, night, person, reason=reason, **given)
            case "back":
                take_back(unit, night, person, reason=reason, **given)
            case "long":
                ran_long(unit, night, person, minutes=minutes, reason=reason, **given)
            case "announce":
                announce(
                    unit, night, person, notice=NoticeReason(ground), hours=hours, reason=reason, **given
                )

    return _done(request, form, "do", act)


def _done(request: HttpRequest, form: Entered, name: str, act: Any) -> bool:
    """Whether the act was allowed; every reason against it is a problem of the form."""
    request.purpose = PURPOSE  # type: ignore[attr-defined]
    try:
        act()
    except Refused as no:
        for reason in no.decision.unmet:
            form.wrong(name, f"It cannot be done: {reason.says}")
        return False
    return True


def _whole(form: Entered, name: str, needed: str) -> int:
    typed = form.text(name, needed)
    if not typed:
        return 0
    if not (typed.isascii() and typed.isdigit() and len(typed) <= LONGEST and int(typed)):
        form.wrong(name, "Enter a whole number above 0")
        return 0
    return int(typed)


LONGEST = 3
"""Digits of a number of minutes or hours: no more than a month and a bit."""


def _plan(asking: Asking, unit: str, night: date) -> NightPlan:
    in_reach(asking, unit)
    plan = plan_now(unit, night, known_at=asking.at)
    if plan is None:
        raise Http404
    return plan


def _crews(plan: NightPlan) -> list[tuple[str, str]]:
    return [
        (each.crew.ref, f"Round {letter_of(place)}: {' and '.join(each.crew.officers)}")
        for place, each in enumerate(plan.rounds)
    ]


addresses = [
    path("plans/<str:unit>/<night:night>/add/", add, name="plan-add"),
    path("plans/<str:unit>/<night:night>/person/<str:person>/", change, name="plan-change"),
    path("plans/<str:unit>/<night:night>/crew/<str:crew>/", crew, name="plan-crew"),
]
