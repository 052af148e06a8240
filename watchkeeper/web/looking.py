"""Pages about one person: opened only by who needs to know, with a purpose, and each look is on the trail."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from watchkeeper.access.actions import look
from watchkeeper.access.acts import known_of
from watchkeeper.access.facts import Relation
from watchkeeper.access.rules import relation
from watchkeeper.web.asking import Asking, View, page
from watchkeeper.workforce.facts import Power

PURPOSES = {
    "manage": "managing the person",
    "supervise": "supervising their management",
    "visit": "visiting or preparing a visit",
    "enquiry": "an enquiry or intelligence about the person",
    "station": "a notification at the station",
    "inspect": "inspecting how the person is managed",
}
BY_RELATION = {Relation.MANAGER: "manage"}
"""A relation that is its own purpose: nobody is asked why they look at their own people."""


def person_page(*powers: Power) -> Callable[[View], View]:
    """A page about one person, whose ref is the argument `person`; `powers` as for `page`.

    Who has not said why they look is asked first, once for each person in a session; then the
    look goes on the trail with that purpose, and the view runs. `request.purpose` holds it.
    """

    def open_to(view: View) -> View:
        @wraps(view)
        def seen(request: HttpRequest, *args: object, person: str, **kwargs: object) -> HttpResponse:
            asking: Asking = request.asking  # type: ignore[attr-defined]
            purpose = purpose_of(request, person)
            if not purpose:
                return redirect_to_purpose(request, person)
            look(person, by=asking.officer, on=asking.on, law=asking.law, purpose=purpose, at=asking.at)
            request.purpose = purpose  # type: ignore[attr-defined]
            return view(request, *args, person=person, **kwargs)

        return page(*(powers or (Power.READ_PERSON,)))(seen)

    return open_to


def purpose_of(request: HttpRequest, person: str) -> str:
    """Why the officer looks at the person: as said in this session, or their own by being the manager."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    said: str = request.session.get("purposes", {}).get(person, "")
    if said in PURPOSES:
        return PURPOSES[said]
    known = known_of(person, on=asking.on, known_at=asking.at)
    own = BY_RELATION.get(relation(asking.officer, known, asking.law, on=asking.on), "")
    return PURPOSES.get(own, "")


def redirect_to_purpose(request: HttpRequest, person: str) -> HttpResponse:
    """Ask why, and come back."""
    from django.urls import reverse
    from django.utils.http import urlencode

    back = urlencode({"next": request.get_full_path() if request.method == "GET" else f"/people/{person}/"})
    return redirect(f"{reverse('purpose', args=[person])}?{back}")


@page(Power.READ_PERSON)
def purpose(request: HttpRequest, person: str) -> HttpResponse:
    """Why do you need to look at this record?"""
    back = request.POST.get("next") or request.GET.get("next") or f"/people/{person}/"
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = f"/people/{person}/"
    said = request.POST.get("purpose", "")
    if request.method == "POST" and said in PURPOSES:
        request.session["purposes"] = {**request.session.get("purposes", {}), person: said}
        return redirect(back)
    shown = {"person": person, "purposes": PURPOSES, "next": back, "missing": request.method == "POST"}
    return render(request, "purpose.html", shown)
