"""Travel abroad told at the counter: the notice with its items, a change, the return. S.I. 2004/1220."""

from dataclasses import replace
from datetime import UTC
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.registers import models
from watchkeeper.registers.actions.journeys import record_change, record_return, record_trip
from watchkeeper.registers.facts import NotificationItem, Trip
from watchkeeper.registers.rules.items import items, masked
from watchkeeper.registers.rules.travel import further_due, further_in_time
from watchkeeper.today import LONDON
from watchkeeper.web.acknowledging import moved
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.refused_at import not_recorded
from watchkeeper.web.registers import before, fields, near, said_of
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import Power


@person_page(Power.RECORD_NOTIFICATION)
def travel(request: HttpRequest, *, person: str) -> HttpResponse:
    """A journey abroad to come: each item of the notice, kept complete or not."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    asked = items("travel_notice_items", asking.law, on=asking.on)
    form = entered(request)
    if request.method == "POST":
        trip = _trip(form, asking)
        said = said_of(form, asked)
        if trip is not None and not form.problems:
            row = record_trip(trip, person_ref=person, said=said, **acting(request))
            if row.items_missing:
                messages.warning(request, "Kept. The notice is incomplete.")
            else:
                messages.success(request, "The notice is recorded, with every item.")
            return see(reverse("journey", args=[person, row.ref]))
        return again(request, form)
    shown = {"person": person, "asked": fields(form, asked, {}), "form": form, "today": asking.on}
    return render(request, "registers/travel.html", shown)


@person_page(Power.RECORD_NOTIFICATION)
def travel_change(request: HttpRequest, *, person: str) -> HttpResponse:
    """Which journey has changed since it was told?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    ahead = [
        trip
        for trip in models.Trip.objects.of(person).as_known(asking.at).facts()
        if trip.departs_on >= asking.on and trip.notified_at is not None
    ]
    shown = {"person": person, "ahead": sorted(ahead, key=lambda trip: trip.departs_on)}
    return render(request, "registers/travel_change.html", shown)


@person_page(Power.RECORD_NOTIFICATION)
def changed(request: HttpRequest, *, person: str, journey: str) -> HttpResponse:
    """The further notice of a journey: what it now is, told by which instant."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = _journey(person, journey, asking)
    trip = row.fact()
    asked = items("travel_notice_items", asking.law, on=asking.on)
    form = entered(request)
    if request.method == "POST":
        told = _change(form, trip, asking)
        said = said_of(form, asked)
        if told is not None and not form.problems:
            try:
                record_change(journey, person, said=said, **told, **acting(request))
            except Refused as no:
                if not asking.may(Power.RECORD_NOTIFICATION).allowed:
                    raise
                form.wrong("changed", not_recorded(no))
            else:
                messages.success(request, "The further notice is recorded.")
                return see(reverse("journey", args=[person, journey]))
        return again(request, form)
    now = replace(trip, changed_at=asking.at, change_notified_at=None)
    shown = {
        "person": person,
        "trip": trip,
        "asked": fields(form, asked, before(person, journey, asked, asking)),
        "form": form,
        "clock": further_due(now, asking.law, on=asking.on),
        "now": asking.at.astimezone(LONDON),
        "today": asking.on,
    }
    return render(request, "registers/changed.html", shown)


def _change(form: Entered, trip: Trip, asking: Asking) -> dict[str, Any] | None:
    """What is told of a change, as the action takes it; None when something is wrong with it."""
    at = form.instant("changed", "Enter the day it stopped being true")
    departs = near(form, "departs", form.day("departs", "Enter the day of departure"), asking.on)
    back = near(form, "back", form.day("back"), asking.on)
    if at is not None and at > asking.at:
        form.wrong("changed", "It cannot have changed in the future")
    if departs is not None and departs < trip.departs_on:
        form.wrong("departs", "A departure brought forward is told as a journey of its own")
    if departs is not None and back is not None and back < departs:
        form.wrong("back", "The return cannot be before the departure")
    if at is None or departs is None:
        return None
    return {
        "changed_at": at.astimezone(UTC),
        "departs_on": departs,
        "return_stated_on": back,
        "return_stated_point": form.text("point"),
        "excuse": form.text("excuse"),
    }


@person_page(Power.RECORD_NOTIFICATION)
def travel_back(request: HttpRequest, *, person: str) -> HttpResponse:
    """Which journey has the person come back from?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    away = [
        trip
        for trip in models.Trip.objects.of(person).as_known(asking.at).facts()
        if trip.departs_on <= asking.on and trip.return_notified_on is None
    ]
    shown = {"person": person, "away": sorted(away, key=lambda trip: trip.departs_on, reverse=True)}
    return render(request, "registers/travel_back.html", shown)


@person_page(Power.RECORD_NOTIFICATION)
def returned(request: HttpRequest, *, person: str, journey: str) -> HttpResponse:
    """The notice of a return."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    trip = _journey(person, journey, asking).fact()
    form = entered(request)
    if request.method == "POST":
        on = form.day("returned", "Enter the day of the return")
        point = form.text("point", "Enter where they arrived")
        if on is not None and on > asking.on:
            form.wrong("returned", "The return cannot be to come")
        if on is not None and on < trip.departs_on:
            form.wrong("returned", "The return cannot be before the departure")
        if on is not None and not form.problems:
            record_return(journey, person, returned_on=on, returned_point=point, **acting(request))
            messages.success(request, "The return is recorded.")
            return see(reverse("journey", args=[person, journey]))
        return again(request, form)
    shown = {"person": person, "trip": trip, "form": form, "today": asking.on}
    return render(request, "registers/returned.html", shown)


@person_page(Power.RECORD_NOTIFICATION)
def journey(request: HttpRequest, *, person: str, journey: str) -> HttpResponse:
    """A journey as it was told, what telling it answered, and what comes next."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    row = _journey(person, journey, asking)
    law, on = asking.law, asking.on
    kept: Any = models.NotificationItem.objects
    told = kept.filter(notification_ref=journey).as_known(asking.at).facts()
    said: dict[str, NotificationItem] = {one.item: one for one in told}
    answered, ahead = moved(person, row.recorded_at, asking)
    shown = {
        "person": person,
        "trip": row.fact(),
        "said": [
            (item, said[item.name].answer.value, masked(item, said[item.name].said, law, on=on))
            for item in items("travel_notice_items", law, on=on)
            if item.name in said
        ],
        "further": further_in_time(row.fact(), law, on=on) if row.change_notified_at is not None else None,
        "answered": answered,
        "ahead": [due for due in ahead if due.about == journey or due.about == ""],
    }
    return render(request, "registers/journey.html", shown)


def _journey(person: str, ref: str, asking: Asking) -> models.Trip:
    rows: Any = models.Trip.objects.filter(ref=ref, person_ref=person)
    row: models.Trip | None = rows.as_known(asking.at).first()
    if row is None:
        raise Http404
    return row


def _trip(form: Entered, asking: Asking) -> Trip | None:
    departs = near(form, "departs", form.day("departs", "Enter the day of departure"), asking.on)
    known = form.day("known", "Enter the day the person first knew day, country and point of arrival")
    known, back = near(form, "known", known, asking.on), near(form, "back", form.day("back"), asking.on)
    if departs is not None and departs < asking.on:
        form.wrong("departs", "The departure has to be today or later")
    if known is not None and known > asking.on:
        form.wrong("known", "The day they knew cannot be to come")
    if departs is not None and back is not None and back < departs:
        form.wrong("back", "The return cannot be before the departure")
    if departs is None:
        return None
    return Trip(
        "",
        departs,
        known,
        asking.at,
        late_excuse=form.text("excuse"),
        return_stated_on=back,
        return_stated_point=form.text("point"),
    )


addresses = [
    path("people/<str:person>/travel/", travel, name="travel"),
    path("people/<str:person>/travel/change/", travel_change, name="travel-change"),
    path("people/<str:person>/travel/back/", travel_back, name="travel-back"),
    path("people/<str:person>/journeys/<str:journey>/", journey, name="journey"),
    path("people/<str:person>/journeys/<str:journey>/change/", changed, name="journey-changed"),
    path("people/<str:person>/journeys/<str:journey>/return/", returned, name="returned"),
]
