"""Was it known? One person, unit or decision on a past day: true, known, due, looked at, and known later."""

from datetime import UTC, date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import urlencode

from watchkeeper.access.rules import may_see
from watchkeeper.briefing.actions import UnknownError
from watchkeeper.hindsight.actions import Subject, subject_of
from watchkeeper.hindsight.person import person_known
from watchkeeper.hindsight.unit import unit_known
from watchkeeper.inspection.actions import UnknownUnitError
from watchkeeper.law.parameter import NotInForceError
from watchkeeper.today import LONDON, day_of
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import person_page
from watchkeeper.workforce.facts import Power

NOBODY = "No person, unit or decision you may look at has this reference"


@page(Power.READ_PERSON, Power.MEASURE_FORCE)
def known(request: HttpRequest) -> HttpResponse:
    """Ask: which person, unit or decision, on which day, as known at which instant?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    form = entered(request)
    if request.method == "POST":
        address = _asked(form, asking)
        return see(address) if address else again(request, form)
    status = 422 if form.problems else 200
    return render(
        request, "hindsight/ask.html", {"form": form, "ref": request.GET.get("ref", "")}, status=status
    )


@person_page()
def known_person(request: HttpRequest, *, person: str) -> HttpResponse:
    """One person on a past day. The look is on the trail with its purpose, as every look is."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    when = _when(request, asking)
    if when is None:
        return see(f"{reverse('known')}?{urlencode({'ref': person})}")
    on, at = when
    try:
        found = person_known(
            person,
            on=on,
            known_at=at,
            now=asking.at,
            reader=asking.officer,
            law=asking.law,
            calendar=asking.calendar,
            decision=request.GET.get("decision", ""),
        )
    except NotInForceError as gap:
        return render(request, "hindsight/no_law.html", {"ref": person, "no_law": str(gap)})
    reviews = asking.may(Power.REVIEW_HINDSIGHT).allowed
    return render(request, "hindsight/person.html", {"found": found, "ref": person, "reviews": reviews})


@page(Power.MEASURE_FORCE)
def known_unit(request: HttpRequest, unit: str) -> HttpResponse:
    """One unit on a past day: its measures as known then and as held true now, and the briefs compiled."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    when = _when(request, asking)
    if when is None:
        return see(f"{reverse('known')}?{urlencode({'ref': unit})}")
    on, at = when
    try:
        found = unit_known(
            unit,
            on=on,
            known_at=at,
            now=asking.at,
            by=asking.officer,
            law=asking.law,
            calendar=asking.calendar,
        )
    except (UnknownUnitError, NotInForceError, OverflowError):
        found = None
    return render(request, "hindsight/unit.html", {"found": found, "ref": unit})


def _asked(form: Entered, asking: Asking) -> str:
    """The address of what is asked for; empty, with problems said, where there is none."""
    ref = form.text("ref", "Enter the reference of a person, a unit or a decision")
    subject = _subject(ref, asking) if ref else Subject()
    if ref and subject is None:
        form.wrong("ref", NOBODY)
    typed = any(form.text(f"at-{part}") for part in ("day", "month", "year", "time"))
    decided = subject.at if subject is not None else None
    at = decided if decided is not None and not typed else form.instant("at", "Enter when: a day and a time")
    on = form.day("on")
    if at is not None and at > asking.at:
        form.wrong("at", "Enter an instant that has been")
    if on is not None and on > asking.on:
        form.wrong("on", "Enter today or a day before it")
    if form.problems or subject is None or at is None:
        return ""
    asked = {"on": (on or day_of(at)).isoformat(), "at": at.isoformat()}
    if subject.decision:
        asked["decision"] = subject.decision
    name, of = ("known-unit", subject.unit) if subject.unit else ("known-person", subject.person)
    return f"{reverse(name, args=[of])}?{urlencode(asked)}"


def _subject(ref: str, asking: Asking) -> Subject | None:
    """Whose reference it is. Of a decision about somebody the officer may not see nothing is said."""
    try:
        found = subject_of(ref, known_at=asking.at)
    except UnknownError:
        return None
    if found.decision:
        known_of = asking.known_of(found.person)
        if not known_of.on_record or not may_see(asking.officer, known_of, asking.law, on=asking.on).allowed:
            return None
    return found


def _when(request: HttpRequest, asking: Asking) -> tuple[date, datetime] | None:
    """The day and the instant in the address, neither still to come; None for what is neither."""
    said: dict[str, Any] = request.GET
    try:
        at = datetime.fromisoformat(said.get("at", ""))
        on = date.fromisoformat(said.get("on", "")) if said.get("on") else None
        at = (at if at.tzinfo else at.replace(tzinfo=LONDON)).astimezone(UTC)
        on = on or day_of(at)
        return (on, at) if at <= asking.at and on <= asking.on else None
    except (ValueError, OverflowError):
        return None


addresses = [
    path("inspection/known/", known, name="known"),
    path("inspection/known/person/<str:person>/", known_person, name="known-person"),
    path("inspection/known/unit/<str:unit>/", known_unit, name="known-unit"),
]
