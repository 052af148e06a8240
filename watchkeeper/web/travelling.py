"""Travel abroad told at the counter: the notice with its items, and the return. S.I. 2004/1220."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.registers import models
from watchkeeper.registers.actions import record_return, record_trip
from watchkeeper.registers.facts import NotificationItem, Trip
from watchkeeper.registers.rules.items import items, masked
from watchkeeper.web.acknowledging import moved
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.entered import Entered, again, entered
from watchkeeper.web.looking import acting, person_page
from watchkeeper.web.registers import fields, near, said_of
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
    said: dict[str, NotificationItem] = {
        one.item: one
        for one in models.NotificationItem.objects.filter(notification_ref=journey)
        .as_known(asking.at)
        .facts()
    }
    answered, ahead = moved(person, row.recorded_at, asking)
    shown = {
        "person": person,
        "trip": row.fact(),
        "said": [
            (item, said[item.name].answer.value, masked(item, said[item.name].said, law, on=on))
            for item in items("travel_notice_items", law, on=on)
            if item.name in said
        ],
        "answered": answered,
        "ahead": [due for due in ahead if due.about == journey or due.about == ""],
    }
    return render(request, "registers/journey.html", shown)


def _journey(person: str, ref: str, asking: Asking) -> models.Trip:
    row = models.Trip.objects.filter(ref=ref, person_ref=person).as_known(asking.at).first()
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
    path("people/<str:person>/travel/back/", travel_back, name="travel-back"),
    path("people/<str:person>/journeys/<str:journey>/", journey, name="journey"),
    path("people/<str:person>/journeys/<str:journey>/return/", returned, name="returned"),
]
