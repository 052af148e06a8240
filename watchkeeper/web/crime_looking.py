"""Pages about one crime: opened only by who needs to know, with a purpose, and each look is on the trail."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import register_converter, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from watchkeeper.crimes.actions.looking import look
from watchkeeper.crimes.acts import Acting, need_to_know
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.stored import case_as_known
from watchkeeper.web.asking import Asking, View, page
from watchkeeper.web.looking import NOT_ASKED
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


class CrimeRef:
    """A crime's reference in an address: forces write 01/1234/26, and a stroke parts addresses."""

    regex = "[^/]+"

    def to_python(self, text: str) -> str:
        """The reference as it is on record."""
        return text.replace("~", "/")

    def to_url(self, ref: str) -> str:
        """The reference as addresses write it."""
        return ref.replace("/", "~")


register_converter(CrimeRef, "crime")


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
                raise Http404  # what was typed goes nowhere
            need = need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at)
            why = PURPOSES.get(purpose) or _why(request, case)
            if need.allowed and not why:
                return _ask(request, crime)
            request.purpose = why or NOT_ASKED  # type: ignore[attr-defined]
            request.case = look(doing(request, crime))  # type: ignore[attr-defined]
            return view(request, *args, crime=crime, **kwargs)

        return page(*(powers or (Power.READ_CRIME,)))(seen)

    return open_to


def doing(request: HttpRequest, crime: str) -> Acting:
    """Who acts on which crime, when, under which law and why: what every act about a crime is given."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    purpose: str = request.purpose  # type: ignore[attr-defined]
    return Acting(crime, asking.officer, asking.on, asking.law, purpose, asking.at)


def say_why(request: HttpRequest, crime: str, purpose: str) -> None:
    """Keep why the officer looks at a crime, for the rest of the session."""
    request.session[SAID] = {**request.session.get(SAID, {}), crime: purpose}


@page(Power.READ_CRIME)
def crime_purpose(request: HttpRequest, crime: str) -> HttpResponse:
    """Why do you need to look at this crime?"""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case = case_as_known(crime, known_at=asking.at)
    if case is None:
        raise Http404
    request.purpose = NOT_ASKED  # type: ignore[attr-defined]
    if not need_to_know(asking.officer, case, asking.law, on=asking.on, known_at=asking.at).allowed:
        look(doing(request, crime))  # refused, and the attempt is on the trail
    back = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("crime", args=[crime])
    said = request.POST.get("purpose", "")
    if request.method == "POST" and said in PURPOSES:
        say_why(request, crime, said)
        return redirect(back)
    shown = {
        "person": crime,
        "purposes": PURPOSES,
        "next": back,
        "missing": request.method == "POST",
        "what": "this crime",
    }
    return render(request, "purpose.html", shown)


def _why(request: HttpRequest, case: Case) -> str:
    asking: Asking = request.asking  # type: ignore[attr-defined]
    held = holder(case, on=asking.on)
    if held is not None and asking.officer.ref == held.officer:
        return PURPOSES["investigate"]
    if held is not None and asking.officer.ref == held.supervisor:
        return PURPOSES["supervise"]
    return PURPOSES.get(request.session.get(SAID, {}).get(case.crime.ref, ""), "")


def _ask(request: HttpRequest, crime: str) -> HttpResponse:
    here = request.get_full_path() if request.method == "GET" else reverse("crime", args=[crime])
    return redirect(f"{reverse('crime-purpose', args=[crime])}?{urlencode({'next': here})}")
