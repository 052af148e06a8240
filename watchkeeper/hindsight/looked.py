"""Who looked at somebody's record, and what was done about them, from the trail."""

from datetime import datetime

from django.db.models import QuerySet

from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.audit.searching import outcome_of
from watchkeeper.hindsight.facts import Looked
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.rules.authority import SUPERVISING

LOOKING = (Power.READ_PERSON, Power.BREAK_GLASS, Power.REVIEW_HINDSIGHT)
SHOWN = 200
"""Looks shown together, the newest; all of them are counted."""


def looks(person: str, *, before: datetime) -> tuple[tuple[Looked, ...], int]:
    """The newest looks at a record before an instant, newest first, and how many there were in all."""
    kept = _entries(person, before).filter(power__in=LOOKING)
    return tuple(_looked(row) for row in kept.order_by("-number")[:SHOWN]), kept.count()


def acts(person: str, *, since: datetime, before: datetime) -> tuple[tuple[Looked, int], ...]:
    """Everything done or refused about somebody from one instant to before another, with its number."""
    kept = _entries(person, before).filter(at__gte=since)
    return tuple((_looked(row), row.number) for row in kept.order_by("number"))


def reasons_of(act: int) -> tuple[str, ...]:
    """The reasons kept with the outcome of an act; none where it stored what came in from elsewhere."""
    attempt = Entry.objects.filter(number=act).first()
    if attempt is None:
        return ()
    number = outcome_of(attempt.fact())
    done = Entry.objects.filter(number=number).first() if number is not None else None
    return tuple(done.reasons) if done is not None and done.about == attempt.about != "" else ()


def may_see_looks(reader: Officer, unit: str, *, reads_trail: bool) -> bool:
    """Whether somebody sees who looked: by the power to read the trail, or as the unit's supervisor."""
    return reads_trail or (reader.role in SUPERVISING and reader.unit == unit)


def _entries(person: str, before: datetime) -> QuerySet[Entry]:
    return Entry.objects.filter(about=person, kind__in=(Kind.DONE, Kind.REFUSED), at__lt=before)


def _looked(row: Entry) -> Looked:
    return Looked(row.by, row.at, row.power, row.purpose, row.kind == Kind.REFUSED)
