"""Reading alerts back: which are open, whose they are now, and which nobody has been shown."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from watchkeeper.alerts.facts import OF_THE_MISSING, OF_THE_SYSTEM, Alert, Held, Kind
from watchkeeper.alerts.models import Acknowledgement, Delivery
from watchkeeper.alerts.models import Alert as Stored
from watchkeeper.alerts.rules import SUPERVISING, held, holds, reach, undelivered
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Officer, Rank, Role
from watchkeeper.workforce.rules.authority import in_post

type Open = tuple[Alert, Held]


def unacknowledged(alerts: QuerySet[Stored]) -> QuerySet[Stored]:
    """Those of `alerts` that nobody has taken on."""
    return alerts.filter(~Exists(Acknowledgement.objects.filter(alert_ref=OuterRef("ref"))))


def newest() -> tuple[int, int]:
    """The numbers of the newest alert and of the newest acknowledgement: when neither moves, nothing has."""
    alert = Stored.objects.aggregate(top=Max("id"))["top"] or 0
    return alert, Acknowledgement.objects.aggregate(top=Max("id"))["top"] or 0


def raised_up_to(number: int, refs: Iterable[str]) -> set[str]:
    """Those of the alerts that are not newer than the one of this number, as `newest` counts them."""
    return set(Stored.objects.filter(ref__in=list(refs), id__lte=number).values_list("ref", flat=True))


def open_to(officer: Officer, law: Shelf, *, at: datetime, on: date) -> tuple[Open, ...]:
    """The open alerts put before an officer now, oldest first."""
    theirs = Q(officer_ref=officer.ref)
    if officer.role is Role.ADMINISTRATOR:
        theirs |= Q(kind__in=OF_THE_SYSTEM)
    if officer.role is Role.COORDINATOR:
        theirs |= Q(kind__in=OF_THE_MISSING)
    if officer.role in SUPERVISING:
        everywhere = officer.unit in law["force_wide_units"].words(on)
        theirs |= Q(pk__isnull=False) if everywhere else Q(unit__in=("", officer.unit))
    rows = unacknowledged(Stored.objects.filter(theirs, raised_at__lte=at))
    alerts = [row.fact() for row in rows.order_by("raised_at", "id")]
    ranks = _ranks({alert.raising.unit for alert in alerts}, law, at=at, on=on)
    found = []
    for alert in alerts:
        now = held(alert, law, at=at, on=on)
        if holds(officer, alert, reach(now.rank, ranks[alert.raising.unit]), law, on=on).allowed:
            found.append((alert, now))
    return tuple(found)


def incidents(law: Shelf, *, at: datetime, on: date) -> tuple[Open, ...]:
    """Open alerts nobody has been shown within the minutes policy allows, oldest first."""
    shown = Delivery.objects.filter(alert_ref=OuterRef("ref"))
    rows = unacknowledged(Stored.objects.filter(~Exists(shown), raised_at__lte=at))
    return tuple(
        (alert, held(alert, law, at=at, on=on))
        for alert in (row.fact() for row in rows.order_by("raised_at", "id"))
        if undelivered(alert, False, law, at=at, on=on).allowed
    )


def causes(kinds: Iterable[Kind]) -> dict[str, set[str]]:
    """Of each person, and under an empty ref of nobody: the causes of every alert of these kinds so far."""
    found: dict[str, set[str]] = {}
    for about, cause in Stored.objects.filter(kind__in=kinds).values_list("person_ref", "cause"):
        found.setdefault(about, set()).add(cause)
    return found


def _ranks(units: set[str], law: Shelf, *, at: datetime, on: date) -> dict[str, set[Rank]]:
    """For each unit, empty for the force, the ranks that somebody in post who supervises there holds."""
    found: dict[str, set[Rank]] = {unit: set() for unit in units}
    if not units:
        return found
    force = law["force_wide_units"].words(on)
    rows = workforce.Officer.objects.as_known(at).filter(role__in=SUPERVISING)
    if "" not in units:
        rows = rows.filter(unit__in=[*units, *force])
    columns = (
        "ref",
        "rank",
        "role",
        "unit",
        "since",
        "until",
    )  # every page asks: no more is made than is read
    for ref, rank, role, of, since, until in rows.values_list(*columns):
        officer = Officer(ref, Rank(rank), Role(role), of, since=since, until=until)
        if in_post(officer, on=on).met:
            for unit in units:
                if unit in ("", of) or of in force:
                    found[unit].add(officer.rank)
    return found
