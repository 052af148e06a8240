"""What rang about missing episodes, and who took it on by name: shown on the board, answered on a page."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.alerts.actions import acknowledge
from watchkeeper.alerts.facts import Alert, Kind
from watchkeeper.alerts.models import Acknowledgement
from watchkeeper.alerts.models import Alert as Stored
from watchkeeper.alerts.rules import may_take_on
from watchkeeper.alerts.stored import unacknowledged
from watchkeeper.audit.standing import in_parts
from watchkeeper.jobs.alerted import waiting_for
from watchkeeper.law.wording import a
from watchkeeper.web.asking import Asking, see
from watchkeeper.web.episode_forms import of_episode
from watchkeeper.web.episode_looking import episode_page
from watchkeeper.workforce.facts import Power

RINGS = (
    Kind.MISSING_REPORTED,
    Kind.MISSING_HIGH,
    Kind.FOUND_NEAR,
    Kind.FOUND_NEAR_HUB,
    Kind.SEEN_WITH,
    Kind.SEEN_WITH_HUB,
)
"""What rings about an episode itself. What is for the manager of somebody registered is theirs alone."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Something that rang, and who took it on; blank and None while nobody has."""

    episode: str
    says: str
    at: datetime
    by: str
    taken_at: datetime | None


def rings_of(refs: Collection[str]) -> dict[str, list[Ring]]:
    """What rang about each of the episodes, the oldest first."""
    rows: list[Stored] = []
    for some in in_parts(sorted(refs)):
        rows.extend(Stored.objects.filter(kind__in=RINGS, cause__in=some).order_by("raised_at", "id"))
    return _told(rows)


def rings_since(since: datetime) -> dict[str, list[Ring]]:
    """What rang and nobody took on, and what rang since an instant, by episode."""
    every = Stored.objects.filter(kind__in=RINGS)
    rows = {row.pk: row for row in (*unacknowledged(every), *every.filter(raised_at__gte=since))}
    return _told([rows[pk] for pk in sorted(rows)])


def _told(rows: list[Stored]) -> dict[str, list[Ring]]:
    taken: dict[str, tuple[str, datetime]] = {}
    for some in in_parts([row.ref for row in rows]):
        for each in Acknowledgement.objects.filter(alert_ref__in=some):
            taken[each.alert_ref] = (each.officer_ref, each.at)
    found: dict[str, list[Ring]] = defaultdict(list)
    for row in rows:
        by, at = taken.get(row.ref, ("", None))
        found[row.cause].append(Ring(row.cause, row.kind, row.raised_at, by, at))
    return found


@episode_page(Power.ACKNOWLEDGE_ALERT)
def take_on(request: HttpRequest, *, episode: str) -> HttpResponse:
    """Take on, by name, what rang about the episode and is the officer's to take on."""
    asking, _ = of_episode(request)
    mine, others = _open(episode, asking)
    if request.method == "POST" and mine:
        for alert in mine:
            acknowledge(
                alert.ref,
                by=asking.officer,
                on=asking.on,
                law=asking.law,
                purpose="alert acknowledged",
                at=asking.at,
            )
        messages.success(request, "You have taken it on. Your name stands on the board.")
        return see(reverse("episode", args=[episode]))
    taken = [ring for ring in rings_of({episode})[episode] if ring.by]
    shown = {"episode": episode, "mine": mine, "others": others, "taken": taken}
    return render(request, "missing/take_on.html", shown)


def _open(episode: str, asking: Asking) -> tuple[list[Alert], list[tuple[Alert, list[str]]]]:
    """What nobody took on: what is put before the officer now, and the rest with why it is not."""
    rows = unacknowledged(Stored.objects.filter(kind__in=RINGS, cause=episode)).order_by("raised_at", "id")
    put = {alert.ref for alert, _ in waiting_for(asking.officer, asking.law, at=asking.at, on=asking.on)}
    mine, others = [], []
    for alert in (row.fact() for row in rows):
        if alert.ref in put:
            mine.append(alert)
            continue
        unmet = may_take_on(asking.officer, alert, asking.law, on=asking.on).unmet
        says = [each.says for each in unmet] or [f"it has not climbed to {a(asking.officer.rank)}"]
        others.append((alert, says))
    return mine, others


addresses = [path("missing/<episode:episode>/take-on/", take_on, name="episode-take-on")]
