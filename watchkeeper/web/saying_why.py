"""Why somebody looks at a record: asked once for each in a session, before the record is shown."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


def said_why(request: HttpRequest, ref: str, *, kept: str) -> str:
    """Which purpose was said of a record, kept in the session under `kept`; empty while none was."""
    said: str = request.session.get(kept, {}).get(ref, "")
    return said


def say_why(request: HttpRequest, ref: str, purpose: str, *, kept: str) -> None:
    """Keep which purpose was said of a record, for the rest of the session."""
    request.session[kept] = {**request.session.get(kept, {}), ref: purpose}


def to_question(request: HttpRequest, ref: str, *, ask: str, record: str) -> HttpResponse:
    """Go and ask why, and come back to where it was asked; to the record itself from a form."""
    here = request.get_full_path() if request.method == "GET" else reverse(record, args=[ref])
    return redirect(f"{reverse(ask, args=[ref])}?{urlencode({'next': here})}")


def question(
    request: HttpRequest, ref: str, purposes: Mapping[str, str], *, kept: str, record: str, what: str
) -> HttpResponse:
    """The question itself, or the way back once it is answered. `what` is the record in a word."""
    back = request.POST.get("next") or request.GET.get("next") or ""
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse(record, args=[ref])
    said = request.POST.get("purpose", "")
    if request.method == "POST" and said in purposes:
        say_why(request, ref, said, kept=kept)
        return redirect(back)
    shown = {
        "ref": ref,
        "purposes": purposes,
        "next": back,
        "missing": request.method == "POST",
        "what": what,
    }
    return render(request, "purpose.html", shown)
