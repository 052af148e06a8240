"""Pages about one crime: opened only by who needs to know, with a purpose, and each look is on the trail."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import register_converter

from watchkeeper.crimes.actions.looking import look, look_at_suspects
from watchkeeper.crimes.acts import need_to_know
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.models import Crime
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.web.asking import Asking, View, page
from watchkeeper.web.looking import NOT_ASKED, doing
from watchkeeper.web.references import Reference, as_on_record
from watchkeeper.web.saying_why import question, said_why, to_question
from watchkeeper.workforce.acts import Acting
from watchkeeper.workforce.facts import Power

PURPOSES = {
    "investigate": "investigating the crime",
    "supervise": "supervising its investigation",
    "allocate": "allocating the crime",
    "report": "taking the report",
    "suspect": "a suspect or victim I manage",
    "enquiry": "an enquiry or intelligence about the crime",
    "standards": "one of the force's own is a party",
    "inspect": "inspecting how the crime is handled",
}
SAID = "crime-purposes"
"""Under which key of the session the purposes said are kept, by crime."""
ABOUT_A_CRIME: set[str] = set()
"""The pages about one crime, by module and name: these ask for need to know as well as for a power."""


register_converter(Reference, "crime")


def allocating(crime: str, asking: Asking) -> Acting:
    """Who hands out which crime, when and under which law; none of them where a proposal is asked for."""
    return asking.acting(crime, PURPOSES["allocate"])


def crime_page(*powers: Power, purpose: str = "") -> Callable[[View], View]:
    """A page about one crime, whose ref is the argument `crime`; `powers` as for `page`.

    Who does not need to know is refused, on the trail. Who has not said why they look is asked
    first, once for each crime in a session, but for whoever holds or supervises it and where the
    page is its own `purpose`. Then the look goes on the trail and the view runs:
    `request.case` and `request.purpose` hold what it needs.
    """

    def open_to(view: View) -> View:
        ABOUT_A_CRIME.add(f"{view.__module__}.{view.__name__}")

        @wraps(view)
        def seen(request: HttpRequest, *args: object, crime: str, **kwargs: object) -> HttpResponse:
            asking: Asking = request.asking  # type: ignore[attr-defined]
            case = case_as_known(crime, known_at=asking.at)
            if case is None:
                return as_on_record(request, Crime, "crime", known_at=asking.at)
            need = need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at)
            why = PURPOSES.get(purpose) or _why(request, case)
            if need.allowed and not why:
                return to_question(request, crime, ask="crime-purpose", record="crime")
            request.purpose = why or NOT_ASKED  # type: ignore[attr-defined]
            request.case = look(doing(request, crime))  # type: ignore[attr-defined]
            return view(request, *args, crime=crime, **kwargs)

        return page(*(powers or (Power.READ_CRIME,)))(seen)

    return open_to


@page(Power.READ_CRIME)
def crime_purpose(request: HttpRequest, crime: str) -> HttpResponse:
    """Why do you need to look at this crime?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case = case_as_known(crime, known_at=asking.at)
    if case is None:
        return as_on_record(request, Crime, "crime", known_at=asking.at)
    request.purpose = NOT_ASKED  # type: ignore[attr-defined]
    if not need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at).allowed:
        look(doing(request, crime))  # refused, and the attempt is on the trail
    return question(request, crime, PURPOSES, kept=SAID, record="crime", what="crime")


@page(Power.READ_CRIME)
def crime_suspects(request: HttpRequest, crime: str) -> HttpResponse:
    """What whoever looks after a suspect needs to know of the crime, and no more."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    request.purpose = PURPOSES["suspect"]  # type: ignore[attr-defined]
    found = look_at_suspects(doing(request, crime))
    case = case_as_known(crime, known_at=asking.at)
    assert case is not None
    whole = need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at).allowed
    return render(request, "crimes/suspects.html", {"found": found, "whole": whole})


def _why(request: HttpRequest, case: Case) -> str:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    held = holder(case, on=asking.on)
    if held is not None and asking.officer.ref == held.officer:
        return PURPOSES["investigate"]
    if held is not None and asking.officer.ref == held.supervisor:
        return PURPOSES["supervise"]
    return PURPOSES.get(said_why(request, case.crime.ref, kept=SAID), "")
