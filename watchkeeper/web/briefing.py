"""Today: what must be decided, who is unmanaged, what is late, what is coming."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.web.asking import page
from watchkeeper.workforce.facts import Power


@page(Power.READ_BRIEF, Power.APPOINT_OFFICER, Power.COMPILE_BRIEF)
def today(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    return render(request, "briefing/today.html", {})


addresses = [path("", today, name="today")]
