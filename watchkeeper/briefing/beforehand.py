"""What a night asks of Django before the stored facts are read by another door, and nothing of it after."""

from datetime import date, datetime

from watchkeeper.access import models as access
from watchkeeper.access.facts import ConflictDeclared
from watchkeeper.access.rules import stands
from watchkeeper.alerts.facts import Kind
from watchkeeper.alerts.models import Acknowledgement, Alert
from watchkeeper.briefing.facts import Asked
from watchkeeper.crimes.models import Crime
from watchkeeper.missing.models import Episode


def asked_of_crimes(asked: Asked, through: int) -> tuple[ConflictDeclared, ...] | None:
    """The conflicts of interest a brief needs; None where no crime was ever stored, and nothing is asked."""
    if not Crime.objects.exists():
        return None
    return declared(on=asked.on, known_at=asked.known_at, through=through)


def declared(*, on: date, known_at: datetime, through: int | None = None) -> tuple[ConflictDeclared, ...]:
    """Conflicts of interest that stand on a day, as known at an instant and up to an act of the trail."""
    newest: dict[str, access.ConflictDeclared] = {}
    rows = access.ConflictDeclared.objects.filter(known_from__lte=known_at)
    rows = rows if through is None else rows.filter(act__lte=through)
    for row in rows.order_by("known_from", "id"):
        newest[row.ref] = row
    found = (row.fact() for row in newest.values() if not row.withdrawn)
    return tuple(fact for fact in found if stands(fact, on=on))


def asked_of_missing(asked: Asked, through: int) -> frozenset[str] | None:
    """Episodes of which an inspector took on who lives near; None where no episode was ever stored.

    As known at the instant of the brief, and up to an act of the trail.
    """
    if not Episode.objects.exists():
        return None
    taken = Acknowledgement.objects.filter(at__lte=asked.known_at, act__lte=through)
    alerts = Alert.objects.filter(kind=Kind.FOUND_NEAR, ref__in=taken.values("alert_ref"))
    return frozenset(alerts.values_list("cause", flat=True))
