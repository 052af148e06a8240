"""Pages about one person: opened only by who needs to know, with a purpose, and each look is on the trail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from watchkeeper.access.actions import look
from watchkeeper.access.facts import Known, Relation
from watchkeeper.access.rules import may_be_opened, may_see, may_work_on, relation
from watchkeeper.web.asking import Asking, View, page, shut
from watchkeeper.web.saying_why import question, said_why, to_question
from watchkeeper.workforce.acts import Acting, Refused
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
SAID = "purposes"
"""Under which key of the session the purposes said are kept, by person."""
EMERGENCY = "break-glass"
TO_READ = "the record is open to you by break-glass, to read: whoever looks after the person records in it"
NOT_ASKED = "refused before a purpose was asked"
ABOUT_A_PERSON: set[str] = set()
"""The pages about one person, by module and name: these ask for need to know as well as for a power."""


def person_page(*powers: Power) -> Callable[[View], View]:
    """A page about one person, whose ref is the argument `person`; `powers` as for `page`.

    Who does not need to know is refused, on the trail, and offered break-glass where their
    role may. Who has not said why they look is asked first, once for each person in a
    session; then the look goes on the trail with that purpose, and the view runs.
    `request.purpose` holds it.
    """

    def open_to(view: View) -> View:
        ABOUT_A_PERSON.add(f"{view.__module__}.{view.__name__}")

        @wraps(view)
        def seen(request: HttpRequest, *args: object, person: str, **kwargs: object) -> HttpResponse:
            asking: Asking = request.asking  # type: ignore[attr-defined]
            known = asking.known_of(person)
            if not known.on_record:
                raise Http404  # what was typed goes nowhere: it may be a name
            if not may_see(asking.officer, known, asking.law, on=asking.on).allowed:
                return turned_away(request, person)
            purpose = purpose_of(request, known)
            if powers and purpose == EMERGENCY:
                return shut(request, (TO_READ,))
            if not purpose:
                return redirect_to_purpose(request, person)
            look(
                person,
                by=asking.officer,
                on=asking.on,
                law=asking.law,
                purpose=purpose,
                at=asking.at,
                known=known,
            )
            request.purpose = purpose  # type: ignore[attr-defined]
            return view(request, *args, person=person, **kwargs)

        return page(*(powers or (Power.READ_PERSON,)))(seen)

    return open_to


def acting(request: HttpRequest) -> dict[str, Any]:
    """Who acts, when, under which law and why: the same for every action."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    purpose = request.purpose  # type: ignore[attr-defined]
    return {"by": asking.officer, "on": asking.on, "law": asking.law, "purpose": purpose, "at": asking.at}


def doing(request: HttpRequest, about: str) -> Acting:
    """Who acts in this request, about which record, when, under which law and why: `acting` as one."""
    return Acting(about=about, **acting(request))


def turned_away(request: HttpRequest, person: str) -> HttpResponse:
    """Nobody is asked why, only to be refused: the attempt goes on the trail, and why not is said."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    try:
        look(person, by=asking.officer, on=asking.on, law=asking.law, purpose=NOT_ASKED, at=asking.at)
    except Refused as answer:
        known = asking.known_of(person)
        may = known.on_record and asking.may(Power.BREAK_GLASS).allowed
        shown = {
            "because": [reason.says for reason in answer.decision.unmet],
            "person": person,
            "breakable": may and may_be_opened(asking.officer, known, asking.law, on=asking.on),
            "danger": may,
        }
        return render(request, "access/turned_away.html", shown, status=403)
    return redirect(request.path)  # what shut the record ended between two questions


def purpose_of(request: HttpRequest, known: Known) -> str:
    """Why the officer looks: break-glass, as said in this session, or their own by being the manager."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if not may_work_on(asking.officer, known, asking.law, on=asking.on).allowed:
        return EMERGENCY
    said = said_why(request, known.person, kept=SAID)
    if said in PURPOSES:
        return PURPOSES[said]
    own = BY_RELATION.get(relation(asking.officer, known, asking.law, on=asking.on), "")
    return PURPOSES.get(own, "")


def redirect_to_purpose(request: HttpRequest, person: str) -> HttpResponse:
    """Ask why, and come back."""
    return to_question(request, person, ask="purpose", record="person")


@page(Power.READ_PERSON)
def purpose(request: HttpRequest, person: str) -> HttpResponse:
    """Why do you need to look at this record?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    known = asking.known_of(person)
    if not known.on_record:
        raise Http404
    if not may_see(asking.officer, known, asking.law, on=asking.on).allowed:
        return turned_away(request, person)
    return question(request, person, PURPOSES, kept=SAID, record="person", what="person")
