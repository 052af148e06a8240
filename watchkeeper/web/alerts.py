"""Alerts: what waits for the officer, what happens if they do nothing, and taking one on by name."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from watchkeeper.alerts.actions import acknowledge, deliver
from watchkeeper.alerts.facts import Alert, Channel, Held, Urgency
from watchkeeper.alerts.models import Acknowledgement
from watchkeeper.alerts.models import Alert as Stored
from watchkeeper.alerts.rules import sees_incidents
from watchkeeper.alerts.stored import incidents, newest
from watchkeeper.jobs.alerted import not_shut, waiting_for
from watchkeeper.law.wording import a, day
from watchkeeper.today import LONDON
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.pushing import Listener, events, since
from watchkeeper.workforce.facts import Power, Rank
from watchkeeper.workforce.rules.authority import POWERS

LATELY = timedelta(days=1)
"""How long what an officer has taken on stays on their page."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many alerts wait for the officer, and the newest there is: what the header says."""

    count: int
    mark: str


@dataclass(frozen=True, slots=True)
class AlertShown:
    """One alert as a page says it."""

    alert: Alert
    held: Held
    ignored: str

    @property
    def now(self) -> bool:
        return self.alert.raising.urgency is Urgency.NOW


def waiting(request: HttpRequest) -> Waiting | None:
    """What the header of every page says; None for whoever is nobody's alert to answer."""
    asking: Asking | None = getattr(request, "asking", None)
    if asking is None or asking.officer.role not in POWERS[Power.ACKNOWLEDGE_ALERT].roles:
        return None
    mark = "{}.{}".format(*newest())
    return Waiting(len(waiting_for(asking.officer, asking.law, at=asking.at, on=asking.on)), mark)


@page(Power.ACKNOWLEDGE_ALERT)
def alerts(request: HttpRequest) -> HttpResponse:
    """The alerts that wait for the officer; each is kept as shown to them."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = waiting_for(asking.officer, asking.law, at=asking.at, on=asking.on)
    each = [alert for alert, _ in found]
    deliver(each, to=asking.officer, channel=Channel.PAGE, on=asking.on, law=asking.law, at=asking.at)
    shown = [_shown(alert, held, asking.officer.rank) for alert, held in found]
    shown.sort(key=lambda one: not one.now)  # what is asked for now stands first, the oldest first
    oversees = sees_incidents(asking.officer, asking.law).allowed
    context = {
        "shown": shown,
        "urgent": sum(one.now for one in shown),
        "oversees": oversees,
        "incidents": incidents(asking.law, at=asking.at, on=asking.on) if oversees else (),
        "taken": _taken_on(asking.officer.ref, asking.at),
    }
    return render(request, "alerts/alerts.html", context)


@require_POST
@page(Power.ACKNOWLEDGE_ALERT)
def take_on(request: HttpRequest, alert: str) -> HttpResponse:
    """Take an alert on, and go back to what waits still."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    not_shut(alert, asking.officer, asking.law, at=asking.at, on=asking.on)
    acknowledge(
        alert, by=asking.officer, on=asking.on, law=asking.law, purpose="alert acknowledged", at=asking.at
    )
    messages.success(request, "You have taken the alert on. Nobody else is asked any more.")
    return redirect("alerts")


@page(Power.ACKNOWLEDGE_ALERT)
def stream(request: HttpRequest) -> HttpResponse:
    """Alerts as they are raised, as server-sent events."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    mark = request.headers.get("Last-Event-ID", "") or request.GET.get("since", "")
    listener = Listener(asking.account.pk, asking.officer.ref, request.session.session_key or "", since(mark))
    response = StreamingHttpResponse(events(listener), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"  # a proxy that gathers the answer would hold it back
    return response  # type: ignore[return-value]  # both are what Django calls a response


def _shown(alert: Alert, held: Held, by: Rank) -> AlertShown:
    """What happens if nobody takes the alert on: said with the rank it goes to next."""
    if held.climbs_at is None:
        ignored = "It has gone as high as it can, and stays until somebody takes it on."
    elif by.at_least(held.rank.up(1)):
        ignored = f"It is with you: it has come to the {held.rank}, and nobody here holds that rank."
    else:
        ignored = f"If nobody takes it on by {_clock(held.climbs_at)}, it goes up to {a(held.rank.up(1))}."
    return AlertShown(alert, held, ignored)


def _clock(instant: datetime) -> str:
    here = instant.astimezone(LONDON)
    return f"{here:%H:%M} on {day(here.date())}"


def _taken_on(officer: str, at: datetime) -> list[tuple[Alert, datetime]]:
    own = Acknowledgement.objects.filter(officer_ref=officer, at__gt=at - LATELY).order_by("-id")
    when = dict(own.values_list("alert_ref", "at"))
    rows = {row.ref: row.fact() for row in Stored.objects.filter(ref__in=list(when))}
    return [(rows[ref], taken) for ref, taken in when.items()]


addresses = [
    path("alerts/", alerts, name="alerts"),
    path("alerts/stream", stream, name="alerts-stream"),
    path("alerts/<str:alert>/take-on/", take_on, name="take-on-alert"),
]
