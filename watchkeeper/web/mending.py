"""Putting a visit right: which of two records stands, another visit, a correction, a withdrawal."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from watchkeeper.law.decision import Reason
from watchkeeper.people.models import Address
from watchkeeper.registers.models import Condition
from watchkeeper.visits import models
from watchkeeper.visits.actions.mending import (
    apart,
    correct_visit,
    own_visit,
    settle,
    tell_apart,
    withdraw_visit,
)
from watchkeeper.visits.facts import Doorstep
from watchkeeper.visits.rules.sameness import perhaps_one
from watchkeeper.visits.stored import (
    as_it_stands,
    doorstep_of,
    records_of,
    records_under,
    standing,
    undecided,
    version_of,
)
from watchkeeper.web import visit_form as form
from watchkeeper.web.asking import Asking
from watchkeeper.web.doorstep import Door, door
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.refused_at import not_recorded
from watchkeeper.web.visit_changes import differences
from watchkeeper.web.visit_parts import asked_of, due_words, in_words, officers_near, said
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power

MEANWHILE = "Somebody changed this visit while you wrote. Look at what stands now, and send again"
ANOTHER = "another:"
"""Before the ref of a record that is said to be of another visit."""


@person_page(Power.RECORD_VISIT)
def which(request: HttpRequest, *, person: str, visit: str) -> HttpResponse:
    """Two records side by side: the same visit, and which stands; or another visit, and both count."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = _row(asking, person, visit)
    rows = records_of(visit, known_at=asking.at)
    others = [each.ref for each in apart(visit, known_at=asking.at)]
    answers = [*(each.ref for each in rows), *(f"{ANOTHER}{ref}" for ref in others)]
    stands, reason = request.POST.get("stands", ""), request.POST.get("reason", "").strip()
    problems = []
    if request.method == "POST":
        if stands not in answers:
            problems.append(("stands", "Choose the record that stands"))
        if not reason:
            problems.append(("reason", "Say why"))
        if not problems:
            told = {"person_ref": person, "reason": reason, **acting(request)}
            if stands.startswith(ANOTHER):
                other = tell_apart(visit, stands.removeprefix(ANOTHER), **told)
                messages.add_message(request, messages.SUCCESS, "Both are recorded, and both count")
                return redirect("visit", person=person, visit=other.ref)
            settle(visit, stands, **told)
            messages.add_message(request, messages.SUCCESS, "Decision recorded. Both records are kept")
            return redirect("visit", person=person, visit=visit)
    words = in_words(person, known_at=asking.at)
    told_of = [said(doorstep_of(each), words) for each in rows]
    table = [
        (label, [dict(each).get(label, "") for each in told_of])
        for label in dict.fromkeys(label for each in told_of for label, _ in each)
    ]
    shown: dict[str, Any] = {
        "person": person,
        "visit": visit,
        "row": row,
        "rows": rows,
        "table": table,
        "others": others,
        "another": ANOTHER,
        "why": _why(rows, others, asking),
        "now": standing(visit, known_at=asking.at),
        "undecided": undecided(visit, known_at=asking.at),
        "typed": {"stands": stands, "reason": reason},
        "problems": problems,
        "wrong": dict(problems),
    }
    return render(request, "visits/which.html", shown, status=422 if problems else 200)


def _why(rows: tuple[models.DoorstepRecord, ...], others: list[str], asking: Asking) -> tuple[Reason, ...]:
    """Why it is asked whether the newest record is of the visit already on record."""
    if not others:
        return ()
    new = next(row for row in rows if row.ref == others[-1])
    return perhaps_one(doorstep_of(rows[0]).visit, doorstep_of(new).visit, asking.law).reasons


@person_page(Power.CORRECT_VISIT)
def correct(request: HttpRequest, *, person: str, visit: str) -> HttpResponse:
    """The form of the visit as it stands, to be put right, with a reason."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = _row(asking, person, visit)
    if row.withdrawn:
        return redirect("visit", person=person, visit=visit)
    if undecided(visit, known_at=asking.at):
        messages.add_message(request, messages.INFO, "Say first which record of this visit stands")
        return redirect("visit-conflict", person=person, visit=visit)
    stands = as_it_stands(row, known_at=asking.at)
    typed = form.of(stands, key=str(uuid4()))
    problems: list[tuple[str, str]] = []
    meanwhile: tuple[tuple[str, str, str], ...] = ()
    if request.method == "POST":
        typed = form.as_typed(request.POST)
        if records_under(typed.get("key", "")[: form.LONGEST_KEY]):
            return redirect("visit", person=person, visit=visit)  # sent twice: it was done the first time
        wanted, problems = _wanted(typed, stands, asking, person)
        if wanted is not None and typed.get("stood") != str(row.pk):
            meanwhile = differences(stands, wanted, in_words(person, known_at=asking.at))
            problems = [("reason", MEANWHILE)]
        elif wanted is not None and not problems:
            try:
                correct_visit(
                    visit, wanted, stood=row.pk, person_ref=person, reason=typed["reason"], **acting(request)
                )
            except Refused as no:
                problems = [("reason", not_recorded(no))]
            else:
                messages.add_message(request, messages.SUCCESS, "Visit corrected. What stood before is kept")
                return redirect("visit", person=person, visit=visit)
    there = _as_then(door(person, asking, None), stands, asking)
    near = officers_near(asking)
    crew = [*stands.visit.crew, *(ref for ref in near if ref not in stands.visit.crew)]
    shown = {
        "person": person,
        "row": row,
        "door": there,
        "typed": typed,
        "problems": problems,
        "wrong": dict(reversed(problems)),
        "officers": crew,
        "nobody": "Nobody recorded",
        "form": form,
        "on": asking.on,
        "due_words": due_words,
        "meanwhile": meanwhile,
    }
    return render(request, "visits/correct.html", shown, status=422 if problems else 200)


def _wanted(
    typed: dict[str, str], stands: Doorstep, asking: Asking, person: str
) -> tuple[Doorstep | None, list[tuple[str, str]]]:
    """The record as it should have been, or every problem. A minute not touched keeps its seconds."""
    wanted, problems = form.read(typed, form.crew(typed), asked_of(person, known_at=asking.at), now=asking.at)
    if not typed.get("reason", "").strip():
        problems.append(("reason", "Say what was wrong, and how you know"))
    if wanted is None:
        return None, problems
    if wanted.visit.at == stands.visit.at.replace(second=0, microsecond=0):
        wanted = replace(wanted, visit=replace(wanted.visit, at=stands.visit.at))
    return wanted, problems


def _as_then(there: Door, stands: Doorstep, asking: Asking) -> Door:
    """The door with every address of the person, and the conditions then checked, in force still or not."""
    addresses: Any = Address.objects.filter(person_ref=there.ref).as_known(asking.at)
    checked = {check.condition for check in stands.conditions} - {each.ref for each in there.conditions}
    conditions: Any = Condition.objects.filter(ref__in=checked, person_ref=there.ref).as_known(asking.at)
    return replace(there, addresses=addresses.facts(), conditions=(*there.conditions, *conditions.facts()))


@person_page(Power.WITHDRAW_VISIT)
def withdraw(request: HttpRequest, *, person: str, visit: str) -> HttpResponse:
    """Say that a visit should never have been recorded, and why."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = _row(asking, person, visit)
    if row.withdrawn:
        return redirect("visit", person=person, visit=visit)
    reason, problems = request.POST.get("reason", "").strip(), []
    if request.method == "POST":
        if not reason:
            problems.append(("reason", "Say why it should never have been recorded"))
        elif request.POST.get("stood") != str(row.pk):
            problems.append(("reason", MEANWHILE))
        if not problems:
            withdraw_visit(visit, stood=row.pk, person_ref=person, reason=reason, **acting(request))
            messages.add_message(request, messages.SUCCESS, "Withdrawn. It is kept, and counts for nothing")
            return redirect("visit", person=person, visit=visit)
    shown = {
        "person": person,
        "row": row,
        "told": said(as_it_stands(row, known_at=asking.at), in_words(person, known_at=asking.at)),
        "own": own_visit(visit, person, asking.officer, known_at=asking.at),
        "reason": reason,
        "problems": problems,
        "wrong": dict(problems),
    }
    return render(request, "visits/withdraw.html", shown, status=422 if problems else 200)


def _row(asking: Asking, person: str, visit: str) -> models.Visit:
    row = version_of(visit, person, known_at=asking.at)
    if row is None:
        raise Http404
    return row


addresses = [
    path("visits/<str:person>/<str:visit>/which/", which, name="visit-conflict"),
    path("visits/<str:person>/<str:visit>/correct/", correct, name="visit-correct"),
    path("visits/<str:person>/<str:visit>/withdraw/", withdraw, name="visit-withdraw"),
]
