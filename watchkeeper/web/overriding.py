"""Decisions by rank: a level or an interval overridden for a time; visits stopped for the lowest risk."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import known_of
from watchkeeper.briefing.clocks import child_since, last_change
from watchkeeper.briefing.recorded import case_as_known
from watchkeeper.law.clocks import days_after
from watchkeeper.law.decision import Decision
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.wording import counted
from watchkeeper.risk.actions.deciding import (
    POWER,
    approve_reactive,
    override_interval,
    override_level,
    restore_interval,
    standing_override,
)
from watchkeeper.risk.facts import LEVELS, Level, Override, OverrideKind
from watchkeeper.risk.rules.level import months_for
from watchkeeper.risk.rules.overrides import override_due
from watchkeeper.risk.rules.plans import as_reactive
from watchkeeper.risk.stored import levels_of, overrides, plans_of
from watchkeeper.visits.rules.frequency import interval
from watchkeeper.visits.rules.reactive import may_be_reactive, reactive_holds
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.refused_at import not_recorded
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

LONGEST_INTERVAL = 24  # months a form takes; force policy and rank decide below it


@dataclass(frozen=True, slots=True)
class OverrideLine:
    """One override as the register of overrides shows it."""

    override: Override
    due: Due
    late: int


@page(Power.OVERRIDE_INTERVAL, Power.OVERRIDE_LEVEL)
def register(request: HttpRequest) -> HttpResponse:
    """Every override of people the officer needs to know: run out first, then the next to run out."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    law, on = asking.law, asking.on
    every = overrides(known_at=asking.at)
    people = {one.person for one in every}
    seen = {
        ref
        for ref in people
        if may_see(asking.officer, known_of(ref, on=on, known_at=asking.at), law, on=on).allowed
    }
    levels = levels_of(people, on=on, known_at=asking.at)
    plans = plans_of(people, on=on, known_at=asking.at)
    found = []
    for one in every:
        now = (levels if one.kind is OverrideKind.LEVEL else plans).get(one.person)
        due = override_due(one, now.ref if now else "", law, on=on)
        if one.person in seen:
            found.append(OverrideLine(one, due, max(due.days_late(on), 0)))
    standing = [line for line in found if line.due.standing is Standing.OWED]
    shown = {
        "late": [line for line in standing if line.late],
        "running": [line for line in standing if not line.late],
        "over": [line for line in found if line not in standing],
    }
    return render(request, "risk/overrides.html", shown)


@person_page(Power.OVERRIDE_INTERVAL, Power.OVERRIDE_LEVEL)
def override(request: HttpRequest, *, person: str) -> HttpResponse:
    """Set a level or an interval by rank, with a reason and a day it runs out."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    law, on = asking.law, asking.on
    form = entered(request)
    if request.method == "POST" and _done(request, person, form, asking):
        return see(reverse("override", args=[person]))
    case = case_as_known(person, law, on=on, known_at=asking.at)
    if case is None:
        raise Http404
    kinds = {
        "level": (OverrideKind.LEVEL, asking.may(Power.OVERRIDE_LEVEL)),
        "interval": (OverrideKind.INTERVAL, asking.may(Power.OVERRIDE_INTERVAL)),
    }
    row = law["override_longest_days"]
    standing = [
        (one, override_due(one, one.about, law, on=on))
        for kind, _ in kinds.values()
        if (one := standing_override(person, kind, on=on, known_at=asking.at)) is not None
    ]
    level = case.outlook.level.level if case.outlook.level else None
    shown = {
        "person": person,
        "form": form,
        "kinds": kinds,
        "standing": standing,
        "level": level,
        "levels": LEVELS,
        "interval": interval(case.outlook, law, on=on),
        "force": months_for("visit_interval_months", level, law, on=on),
        "longest": {key: days_after(row.of(kind, on), on) for key, (kind, _) in kinds.items()},
        "own": case.manager is not None and case.manager.officer == asking.officer.ref,
        "on": on,
    }
    return render(request, "risk/override.html", shown)


def _done(request: HttpRequest, person: str, form: Entered, asking: Asking) -> bool:
    """Whether what was asked for was recorded; the form holds every problem when it was not."""
    what = form.one_of("what", ("level", "interval", "restore"), "Choose what to set")
    reason = form.text("reason", "Give your reason")
    if what == "restore":
        if not form.problems:
            restore_interval(person, reason=reason, **acting(request))
            messages.success(request, "The interval is that of force policy again.")
        return not form.problems
    level = form.one_of("level", LEVELS, "Choose the level") if what == "level" else ""
    months = _months(form) if what == "interval" else None
    until = form.day("until", "Enter the first day it no longer holds")
    kind = OverrideKind.LEVEL if what == "level" else OverrideKind.INTERVAL
    if until is not None and until <= asking.on:
        form.wrong("until", "It has to run out on a day to come")
    most = asking.law["override_longest_days"].of(kind, asking.on)
    if until is not None and until > days_after(most, asking.on):
        form.wrong("until", f"It can run for {counted(most, 'day')} at most")
    if form.problems or until is None:
        return False
    told = {"person_ref": person, "reason": reason, "until": until, **acting(request)}
    try:
        if level:
            override_level(Level(level), **told)
        elif months is not None:
            override_interval(months, **told)
    except Refused as refused:
        if not asking.may(POWER[kind]).allowed:
            raise
        form.wrong("what", not_recorded(refused))
        return False
    messages.success(request, "The override is recorded. It comes back to be decided before it runs out.")
    return True


def _months(form: Entered) -> int | None:
    typed = form.text("months", "Enter the months between visits")
    if typed and not (typed.isascii() and typed.isdigit() and 0 < int(typed) <= LONGEST_INTERVAL):
        form.wrong("months", f"Enter whole months, from 1 to {LONGEST_INTERVAL}")
        return None
    return int(typed) if typed else None


@person_page(Power.APPROVE_REACTIVE, Power.SET_LEVEL)
def reactive(request: HttpRequest, *, person: str) -> HttpResponse:
    """The gate to reactive management: each requirement met or not, and the approval."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    law, on = asking.law, asking.on
    case = case_as_known(person, law, on=on, known_at=asking.at)
    if case is None:
        raise Http404
    form = entered(request)
    reason = form.text("reason")
    candidate = as_reactive(case.outlook.plan, reason or "to be given", asking.officer.ref, on=on)
    entry = may_be_reactive(replace(case.outlook, plan=candidate), law, on=on)
    holds = reactive_holds(
        case.outlook,
        law,
        on=on,
        last_change_on=last_change(case.subject, on=on),
        child_since=child_since(case.subject, on=on),
    )
    if request.method == "POST":
        form.text("reason", "Give your reason")
        if not form.problems:
            approve_reactive(person_ref=person, reason=reason, entry=entry, **acting(request))
            messages.success(request, "Home visits stop from today, while every requirement holds.")
            return see(reverse("reactive", args=[person]))
    plan = case.outlook.plan
    shown = {
        "person": person,
        "form": form,
        "entry": Decision(tuple(each for each in entry.reasons if each.says not in BY_APPROVAL)),
        "holds": holds,
        "is_reactive": plan is not None and plan.reactive,
        "may": asking.may(Power.APPROVE_REACTIVE),
        "own": case.manager is not None and case.manager.officer == asking.officer.ref,
    }
    return render(request, "risk/reactive.html", shown)


BY_APPROVAL = frozenset({"plan approved", "a reason is given"})
"""What approving itself brings about: no requirement to show before it."""

addresses = [
    path("overrides/", register, name="overrides"),
    path("people/<str:person>/override/", override, name="override"),
    path("people/<str:person>/reactive/", reactive, name="reactive"),
]
