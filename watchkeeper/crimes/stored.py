"""What is on record of crimes, as known at an instant."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q

from watchkeeper.audit.standing import standing
from watchkeeper.crimes import facts, models

LONDON = ZoneInfo("Europe/London")
_PARTS: tuple[tuple[str, type[models.OfCrime]], ...] = (
    ("parties", models.Party),
    ("grades", models.Graded),
    ("holdings", models.Held),
    ("reviews", models.Reviewed),
    ("enquiries", models.Enquiry),
    ("events", models.CaseEvent),
    ("told", models.VictimTold),
    ("devices", models.Device),
    ("finals", models.Finalised),
    ("disputes", models.Disputed),
    ("overrides", models.AllocationOverride),
)


def case_as_known(ref: str, *, known_at: datetime) -> facts.Case | None:
    """Everything on record of one crime at an instant; None when there is no such crime."""
    row = next(iter(standing(models.Crime, ref=ref, known_at=known_at)), None)
    if row is None:
        return None
    found: Any = {
        name: tuple(each.fact() for each in standing(model, crime_ref=ref, known_at=known_at))
        for name, model in _PARTS
    }
    return facts.Case(row.fact(), **found)


def cases_as_known(refs: Iterable[str], *, known_at: datetime) -> tuple[facts.Case, ...]:
    """Everything on record of the crimes at an instant, by ref. Refs nobody recorded are left out."""
    wanted = sorted(set(refs))
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for some in _in_parts(wanted):
        for name, model in _PARTS:
            rows = model.objects.filter(crime_ref__in=some).as_known(known_at).order_by("id")
            for row in rows:
                held[row.crime_ref][name].append(row.fact())
    crimes: list[facts.Crime] = []
    for some in _in_parts(wanted):
        crimes.extend(row.fact() for row in models.Crime.objects.filter(ref__in=some).as_known(known_at))
    return tuple(
        facts.Case(crime, **{name: tuple(rows) for name, rows in held[crime.ref].items()})
        for crime in sorted(crimes, key=lambda crime: crime.ref)
    )


def open_refs(unit: str = "", *, on: date, known_at: datetime) -> list[str]:
    """Refs of the crimes of a unit, or of every unit, that are not closed on a day, oldest report first."""
    closed = {
        row.crime_ref
        for row in models.Finalised.objects.as_known(known_at)
        if row.on is not None and row.on <= on and row.second_agrees is not False
    }
    rows = models.Crime.objects.filter(**({"unit": unit} if unit else {})).as_known(known_at)
    found = rows.filter(reported_at__date__lte=on).order_by("reported_at", "ref")
    return [ref for ref in found.values_list("ref", flat=True) if ref not in closed]


def _in_parts(refs: list[str]) -> Iterable[list[str]]:
    many = 500  # refs one question may name, on every database
    return (refs[at : at + many] for at in range(0, len(refs), many))


def unallocated(unit: str = "", *, on: date, known_at: datetime) -> list[str]:
    """Refs of the crimes of a unit, or of all, that nobody holds on a day and nobody closed, oldest first.

    One sent back by its second look is open again; one that waits for it is not handed out meanwhile.
    """
    rows = models.Crime.objects.filter(**({"unit": unit} if unit else {})).as_known(known_at)
    held = models.Held.objects.as_known(known_at).filter(
        Q(until__isnull=True) | Q(until__gt=on), since__lte=on
    )
    done = models.Finalised.objects.as_known(known_at).filter(
        Q(second_agrees__isnull=True) | Q(second_agrees=True), on__lte=on
    )
    of_it = {"crime_ref": OuterRef("ref")}
    free = rows.filter(~Exists(held.filter(**of_it)), ~Exists(done.filter(**of_it)))
    return [
        ref
        for ref, at in free.order_by("reported_at", "ref").values_list("ref", "reported_at")
        if at is not None and at.astimezone(LONDON).date() <= on
    ]
