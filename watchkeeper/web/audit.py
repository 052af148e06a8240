"""The trail: what was done, by whom and why. Reading it is itself on it, with a purpose."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from watchkeeper.audit.facts import Entry, Kind
from watchkeeper.audit.searching import EntryQuery, entry_numbered, newest_entries, outcome_of
from watchkeeper.today import LONDON
from watchkeeper.web.administration import administer
from watchkeeper.web.asking import Asking, page, see
from watchkeeper.web.audit_words import TAGS, sentence
from watchkeeper.web.entered import Entered
from watchkeeper.workforce.acts import act
from watchkeeper.workforce.facts import Power

A_PAGE = 50
LONGEST_NUMBER = 15
PURPOSES = {
    "inspect": "inspecting how records are used",
    "misuse": "a suspected misuse of a record",
    "request": "a complaint, or a request by the person concerned",
    "outside": "an inspection from outside the force",
    "system": "finding out how something went wrong",
}
SAID = "trail_purpose"


@page(Power.READ_TRAIL)
def trail(request: HttpRequest) -> HttpResponse:
    """The newest entries that match, each as a sentence."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if SAID not in request.session:
        return _ask_why(request)
    form = Entered(request.GET)
    wanted = _wanted(form)
    below = _number(request.GET.get("below", ""))
    found: tuple[Entry, ...] = ()
    if not form.problems:
        _read(request, asking, about=wanted.about)
        found = newest_entries(wanted, many=A_PAGE + 1, below=below)
    on_page = found[:A_PAGE]
    kept = [(name, value) for name, value in request.GET.items() if value and name != "below"]
    older = urlencode([*kept, ("below", on_page[-1].number)]) if len(found) > A_PAGE else ""
    shown: dict[str, object] = {
        "form": form,
        "wanted": wanted,
        "rows": [(entry, sentence(entry), *TAGS[entry.kind]) for entry in on_page],
        "older": older,
        "newest": urlencode(kept) if below is not None else None,
        "filtered": bool(kept),
        "powers": [{"value": "", "text": "any power"}, *({"value": p.value, "text": p.value} for p in Power)],
        "kinds": [
            {"value": "", "text": "anything"},
            *({"value": kind.value, "text": TAGS[kind][0].lower()} for kind in Kind),
        ],
        "since": form.boxes("since", "From", "For example, 20 3 2026"),
        "until": form.boxes("until", "Up to and including", "For example, 27 3 2026"),
        "purpose": PURPOSES[request.session[SAID]],
    }
    return administer(request, "audit/trail.html", "trail", shown)


@page(Power.READ_TRAIL)
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """One entry with everything it holds and its place in the chain."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if SAID not in request.session:
        return _ask_why(request)
    if number > 10**LONGEST_NUMBER:
        raise Http404
    found = entry_numbered(number)
    if found is None:
        raise Http404
    _read(request, asking, about=found.about)
    attempt = next((int(value) for name, value in found.facts if name == "attempt"), None)
    shown: dict[str, object] = {
        "entry": found,
        "says": sentence(found),
        "tag": TAGS[found.kind],
        "attempt": attempt,
        "outcome": outcome_of(found) if found.kind is Kind.ATTEMPT else None,
        "rows": [(name, value) for name, value in found.facts if name != "attempt"],
    }
    return administer(request, "audit/entry.html", "trail", shown)


@page(Power.READ_TRAIL)
def trail_purpose(request: HttpRequest) -> HttpResponse:
    """Why do you need to read the trail?"""
    back = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("trail")
    said = request.POST.get("purpose", "")
    if request.method == "POST" and said in PURPOSES:
        request.session[SAID] = said
        return see(back)
    shown: dict[str, object] = {"purposes": PURPOSES, "next": back, "missing": request.method == "POST"}
    return administer(request, "audit/purpose.html", "trail", shown)


def _ask_why(request: HttpRequest) -> HttpResponse:
    here = urlencode({"next": request.get_full_path()})
    return see(f"{reverse('trail-purpose')}?{here}")


def _read(request: HttpRequest, asking: Asking, *, about: str) -> None:
    """Put the reading on the trail."""
    with act(
        Power.READ_TRAIL,
        by=asking.officer,
        about=about,
        on=asking.on,
        law=asking.law,
        purpose=PURPOSES[request.session[SAID]],
        at=asking.at,
    ):
        pass


def _wanted(form: Entered) -> EntryQuery:
    wanted = EntryQuery(
        by=form.text("officer"),
        about=form.text("person"),
        power=form.one_of("power", [power.value for power in Power]),
        kind=form.one_of("kind", [kind.value for kind in Kind]),
    )
    since, until = form.day("since"), form.day("until")
    if since is not None and until is not None and until < since:
        form.wrong("until", "The last day must not be before the first")
    if since is not None:
        wanted = replace(wanted, since=datetime.combine(since, time(), LONDON))
    if until is not None and until < date.max:
        wanted = replace(wanted, before=datetime.combine(until + timedelta(days=1), time(), LONDON))
    return wanted


def _number(text: str) -> int | None:
    """A number of an entry as it stands in an address; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


addresses = [
    path("administration/trail/", trail, name="trail"),
    path("administration/trail/purpose/", trail_purpose, name="trail-purpose"),
    path("administration/trail/<int:number>/", entry, name="trail-entry"),
]
