"""Saved views: an officer's own ways of looking at the brief."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from watchkeeper.accounts.actions import forget_view, save_view
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.brief_choosing import wanted
from watchkeeper.web.brief_shown import everybody
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

LONGEST = 60


@page(Power.READ_BRIEF)
def save(request: HttpRequest) -> HttpResponse:
    """Keep the list as it stands under a name of the officer's own."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    sent = request.POST if request.method == "POST" else request.GET
    sight = Sight(asking, everybody(asking))
    asked = sent.get("query", "") if request.method == "POST" else request.GET.urlencode()
    query = wanted(QueryDict(asked), asking.officer, sight).query()
    name = " ".join(sent.get("name", "").split())
    problem = ""
    if request.method == "POST":
        if name and len(name) <= LONGEST:
            first = sent.get("first") == "yes"
            given = {"by": asking.officer, "on": asking.on, "law": asking.law, "at": asking.at}
            save_view(asking.account, name, query, first=first, **given)  # type: ignore[arg-type]
            messages.success(request, f"Saved as {name}.")
            return redirect(f"{reverse('today')}?{query}")
        problem = f"Give the view a name of at most {LONGEST} characters" if name else "Give the view a name"
    shown = {"query": query, "name": name, "problem": problem, "first": sent.get("first") == "yes"}
    return render(request, "briefing/save_view.html", shown)


@page(Power.READ_BRIEF)
def forget(request: HttpRequest, view: int) -> HttpResponse:
    """Do away with a saved view."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    asking: Asking = request.asking  # type: ignore[attr-defined]
    gone = forget_view(view, asking.account, by=asking.officer, on=asking.on, law=asking.law, at=asking.at)
    if gone:
        messages.success(request, "The saved view is gone.")
    return redirect("today")
