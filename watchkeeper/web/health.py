"""For the machines that watch over the service: is it alive, is it ready, how does it do."""

import hmac
import os
from collections.abc import Callable, Iterator
from datetime import UTC

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest, multiprocess
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import REGISTRY, Collector

from watchkeeper import today
from watchkeeper.alerts.models import Alert
from watchkeeper.alerts.stored import incidents, unacknowledged
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.jobs.asking import last_attempt
from watchkeeper.jobs.living import anybody_living
from watchkeeper.jobs.rules import State, brief_due
from watchkeeper.jobs.standing import counts
from watchkeeper.people.models import Person
from watchkeeper.web.asking import law

TOKEN = "WATCHKEEPER_METRICS_TOKEN"
LOCAL = frozenset({"127.0.0.1", "::1"})
PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")
"""Headers a reverse proxy adds: what comes through one comes from elsewhere."""


def alive(_request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else is asked."""
    return HttpResponse("alive\n", content_type="text/plain")


def ready(_request: HttpRequest) -> JsonResponse:
    """Whether the service can do its work: each part by name, and 503 when any of them cannot."""
    parts: dict[str, Callable[[], bool]] = {
        "database": _database,
        "migrations": _migrated,
        "worker": anybody_living,
        "brief": _brief,
    }
    found: dict[str, bool] = {}
    for name, asked in parts.items():
        try:
            found[name] = asked()
        except (DatabaseError, OSError):
            found[name] = False
    good = all(found.values())
    return JsonResponse({"ready": good, **found}, status=200 if good else 503)


def metrics(request: HttpRequest) -> HttpResponse:
    """Counts for Prometheus, from this machine alone or with the token of the environment."""
    if not _may_count(request):
        return HttpResponse("refused\n", content_type="text/plain", status=403)
    registry = CollectorRegistry()
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    registry.register(Standing())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class Standing(Collector):
    """How the work stands in the database, asked when Prometheus asks."""

    def collect(self) -> Iterator[Metric]:
        """Jobs by state, alerts open and shown to nobody, and the age of the newest brief."""
        at = today.now()
        jobs = GaugeMetricFamily("watchkeeper_jobs", "Background jobs.", labels=("state",))
        for state, count in counts().items():
            jobs.add_metric((state,), count)
        yield jobs
        yield GaugeMetricFamily(
            "watchkeeper_alerts_open",
            "Alerts nobody has taken on.",
            unacknowledged(Alert.objects.all()).count(),
        )
        on = at.astimezone(today.LONDON).date()
        yield GaugeMetricFamily(
            "watchkeeper_alerts_undelivered",
            "Alerts shown to nobody within the time allowed.",
            len(incidents(law(), at=at, on=on)),
        )
        yield GaugeMetricFamily("watchkeeper_worker_up", "Whether a worker lives.", int(anybody_living()))
        newest = _whole().order_by("-on", "-id").values_list("compiled_at", flat=True).first()
        if newest is not None:
            age = (at - newest.astimezone(UTC)).total_seconds()
            yield GaugeMetricFamily(
                "watchkeeper_brief_age_seconds", "Since the newest brief was compiled.", age
            )


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def _migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _brief() -> bool:
    """Whether the day's brief is there, not due yet, or being compiled; an empty register needs none."""
    here = today.now().astimezone(today.LONDON)
    newest = _whole().order_by("-on").values_list("on", flat=True).first()
    if not brief_due(newest, law(), here=here).allowed or not Person.objects.exists():
        return True
    last = last_attempt(f"brief {here.date()}")
    return last is not None and last.state in (State.WAITING, State.RUNNING)


def _whole() -> QuerySet[FrozenBrief]:
    return FrozenBrief.objects.filter(unit="", officer="")


def _may_count(request: HttpRequest) -> bool:
    if token := os.environ.get(TOKEN, ""):
        given = request.headers.get("Authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    passed_on = any(name in request.headers for name in PASSED_ON)
    return request.META.get("REMOTE_ADDR") in LOCAL and not passed_on


addresses = [
    path("healthz", alive, name="alive"),
    path("readyz", ready, name="ready"),
    path("metrics", metrics, name="metrics"),
]
