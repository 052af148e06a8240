"""Break-glass and its review, restricted records, conflicts of interest."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.access import actions, stored
from watchkeeper.access.rules import may_lift, may_see, may_work_on
from watchkeeper.law.wording import counted
from watchkeeper.web.access_forms import Wanted, conflict_wanted, reason_wanted, restriction_wanted
from watchkeeper.web.access_lists import ended_by, openings_for, restrictions_for
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.looking import turned_away
from watchkeeper.workforce.facts import Power


@page(Power.BREAK_GLASS)
def break_glass(request: HttpRequest, person: str) -> HttpResponse:
    """Open a record in an emergency: a reason in words, and who will be told."""
    asking = _asking(request)
    if not stored.known_of(person, on=asking.on, known_at=asking.at).on_record:
        raise Http404
    hours = asking.law["break_glass_hours"].whole(asking.on)
    wanted = Wanted()
    if request.method == "POST":
        wanted = reason_wanted(request.POST, asking.law["break_glass_least_words"].whole(asking.on))
        if not wanted.errors:
            actions.break_glass(person, reason=wanted["reason"], **_by(asking))
            messages.success(request, f"{person} is open to you for {counted(hours, 'hour')}, to read.")
            return _see("person", person)
    shown = {"person": person, "hours": hours, "wanted": wanted}
    return render(request, "access/break_glass.html", shown)


@page(Power.REVIEW_OPENING)
def openings(request: HttpRequest) -> HttpResponse:
    """Openings by officers of the asker's unit or of people of it: those to review first, oldest first."""
    asking = _asking(request)
    rows = openings_for(asking)
    unreviewed = [row for row in rows if row.review is None]
    shown = {
        "unreviewed": sorted(unreviewed, key=lambda row: row.opening.at),
        "reviewed": [row for row in rows if row.review is not None],
    }
    return render(request, "access/openings.html", shown)


@page(Power.REVIEW_OPENING)
def review(request: HttpRequest, opening: str) -> HttpResponse:
    """Was it right to open the record?"""
    asking = _asking(request)
    row = next((row for row in openings_for(asking) if row.opening.ref == opening), None)
    if row is None:
        raise Http404
    wanted = Wanted()
    if request.method == "POST":
        wanted = Wanted.of(request.POST, "justified", "note")
        if wanted["justified"] not in ("yes", "no"):
            wanted.errors["justified"] = "Say whether it was right to open the record"
        if wanted["justified"] == "no" and not wanted["note"].strip():
            wanted.errors["note"] = "Say why it was not right"
        if not wanted.errors:
            justified = wanted["justified"] == "yes"
            actions.review_opening(row.opening, justified=justified, note=wanted["note"], **_by(asking))
            messages.success(request, f"The opening of {row.opening.person} is reviewed.")
            return _see("openings")
    return render(request, "access/review.html", {"row": row, "wanted": wanted})


@page(Power.RESTRICT_RECORD)
def restrictions(request: HttpRequest) -> HttpResponse:
    """Restricted records the officer may lift: to be looked at again first."""
    asking = _asking(request)
    rows = sorted(restrictions_for(asking), key=lambda row: row.review_by)
    return render(request, "access/restrictions.html", {"rows": rows, "on": asking.on})


@page(Power.RESTRICT_RECORD)
def restriction(request: HttpRequest, person: str) -> HttpResponse:
    """Restrict a record, keep the restriction at its review, or lift it."""
    asking = _asking(request)
    known = stored.known_of(person, on=asking.on, known_at=asking.at)
    if not known.on_record:
        raise Http404
    works = may_work_on(asking.officer, known, asking.law, on=asking.on).allowed
    lifts = may_lift(asking.officer, known, asking.law, on=asking.on).allowed
    if not works and not lifts:
        return turned_away(request, person)
    if request.method == "POST" and request.POST.get("do") == "lift":
        actions.lift(person, **_by(asking))
        messages.success(request, f"{person} is open again to everybody who needs to know.")
        return _see("restrictions")
    before = known.restriction if works else None
    wanted = Wanted.before(before, known.manager)
    if request.method == "POST":
        wanted = restriction_wanted(request.POST, asking.on, asking.at)
        if not wanted.errors:
            actions.restrict(
                person, reason=wanted["reason"], named=wanted.named, until=wanted.until, **_by(asking)
            )
            messages.success(request, f"{person} is restricted.")
            return _see("restrictions")
    shown = {
        "person": person, "wanted": wanted, "lifts": lifts, "works": works, "before": before,
        "review_days": asking.law["restriction_review_days"].whole(asking.on),
    }  # fmt: skip
    return render(request, "access/restriction.html", shown)


@page(Power.DECLARE_CONFLICT)
def declare(request: HttpRequest, person: str) -> HttpResponse:
    """Declare a conflict of interest: one's own, or, under a further power, another officer's."""
    asking = _asking(request)
    of_another = asking.may(Power.DECLARE_FOR_ANOTHER).allowed
    known = stored.known_of(person, on=asking.on, known_at=asking.at)
    if not known.on_record:
        raise Http404  # what was typed goes nowhere: it may be a name
    if of_another and not may_see(asking.officer, known, asking.law, on=asking.on).allowed:
        of_another = False
    wanted = Wanted()
    if request.method == "POST":
        wanted = conflict_wanted(request.POST, asking.officer.ref, of_another, asking.at)
        if not wanted.errors:
            officer = wanted["officer"] or asking.officer.ref
            actions.declare_conflict(person, officer, reason=wanted["reason"], **_by(asking))
            messages.success(request, f"Declared. {person} is not available to {officer} from now on.")
            return _see("today")
    shown = {"person": person, "wanted": wanted, "of_another": of_another}
    return render(request, "access/declare.html", shown)


@page(Power.DECLARE_FOR_ANOTHER)
def conflicts(request: HttpRequest) -> HttpResponse:
    """Conflicts of interest the officer may end; never their own."""
    asking = _asking(request)
    rows = ended_by(asking)
    if request.method == "POST":
        ref = request.POST.get("ref", "")
        if ref not in {row.ref for row in rows}:
            raise Http404
        actions.end_conflict(ref, **_by(asking))
        messages.success(request, "The conflict of interest is ended.")
        return _see("conflicts")
    return render(request, "access/conflicts.html", {"rows": rows})


def _asking(request: HttpRequest) -> Asking:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    return asking


def _by(asking: Asking) -> dict[str, Any]:
    return {"by": asking.officer, "on": asking.on, "law": asking.law, "at": asking.at}


def _see(name: str, *parts: str) -> HttpResponse:
    return see(reverse(name, args=parts))


addresses = [
    path("people/<str:person>/break-glass/", break_glass, name="break-glass"),
    path("people/<str:person>/restriction/", restriction, name="restriction"),
    path("people/<str:person>/conflict/", declare, name="declare-conflict"),
    path("access/openings/", openings, name="openings"),
    path("access/openings/<str:opening>/", review, name="review-opening"),
    path("access/restrictions/", restrictions, name="restrictions"),
    path("access/conflicts/", conflicts, name="conflicts"),
]
