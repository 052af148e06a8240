"""What is stored of a visit besides the visit: what was found at the door, and records in conflict."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from watchkeeper.visits import models
from watchkeeper.visits.facts import ConditionCheck, DeviceCheck, Doorstep, Present, Visit
from watchkeeper.visits.rules.doorstep import read
from watchkeeper.workforce import models as workforce
from watchkeeper.workforce.facts import Officer

DETAILS: tuple[Any, ...] = (models.Present, models.DeviceCheck, models.ConditionCheck, models.VisitNote)
EVER = datetime.max.replace(tzinfo=UTC)
"""As known at the end of time: all that is stored, whoever's request began later."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands of one visit besides the visit itself."""

    present: tuple[Present, ...]
    devices: tuple[DeviceCheck, ...]
    conditions: tuple[ConditionCheck, ...]
    notes: tuple[str, ...]


def _every(model: Any) -> Any:
    return model.objects  # the manager of a model's own rows, which the checker takes for its parent's


def found(visit_ref: str, *, known_at: datetime) -> Found:
    """What was found at the door on a visit, as known at an instant."""
    present, devices, conditions, notes = (
        model.objects.filter(visit_ref=visit_ref).as_known(known_at).facts() for model in DETAILS
    )
    return Found(present, devices, conditions, notes)


def records_of(visit_ref: str, *, known_at: datetime) -> tuple[models.DoorstepRecord, ...]:
    """Every record that reached the service for one visit, the first first."""
    rows = _every(models.DoorstepRecord).filter(visit_ref=visit_ref).as_known(known_at)
    return tuple(rows.order_by("id"))


def records_under(client_key: str) -> tuple[models.DoorstepRecord, ...]:
    """Every record stored under a device's key, each as it now stands, the first first; none under no key."""
    rows = _every(models.DoorstepRecord).filter(client_key=client_key).as_known(EVER)
    return tuple(rows.order_by("id")) if client_key else ()


def made(person_ref: str, *, known_at: datetime) -> tuple[Visit, ...]:
    """The visits to a person that stand, in the order of storing."""
    rows: tuple[Visit, ...] = _every(models.Visit).filter(person_ref=person_ref).as_known(known_at).facts()
    return rows


def version_of(visit_ref: str, person_ref: str, *, known_at: datetime) -> models.Visit | None:
    """The newest version of a visit, withdrawn or not; None where no such visit is of this person."""
    rows = _every(models.Visit).filter(ref=visit_ref, known_from__lte=known_at)
    newest: models.Visit | None = rows.order_by("-known_from", "-id").first()
    return newest if newest is not None and newest.person_ref == person_ref else None


def as_it_stands(row: models.Visit, *, known_at: datetime) -> Doorstep:
    """A visit and all that was found on it, as one record; it has no key of a device."""
    there = found(row.ref, known_at=known_at)
    return Doorstep(row.fact(), "", there.present, there.devices, there.conditions, "\n".join(there.notes))


def doorstep_of(row: models.DoorstepRecord) -> Doorstep:
    """The record as it was written at the door."""
    return read(row.content, row.client_key, row.kept_at)


def rulings_on(visit_ref: str, *, known_at: datetime) -> tuple[models.DoorstepRuling, ...]:
    """Everything decided of the records of a visit, oldest first."""
    rows = _every(models.DoorstepRuling).filter(visit_ref=visit_ref).as_known(known_at)
    return tuple(rows.order_by("id"))


def ruling_on(visit_ref: str, *, known_at: datetime) -> models.DoorstepRuling | None:
    """The newest decision on which record of the visit stands; None while nobody has decided."""
    return next(reversed(rulings_on(visit_ref, known_at=known_at)), None)


def standing(visit_ref: str, *, known_at: datetime) -> str:
    """The ref of the record the visit now says: as last decided, else the first that came.

    Empty for a visit withdrawn, and for one that came by import and was never corrected here.
    """
    ruling = ruling_on(visit_ref, known_at=known_at)
    if ruling is not None:
        return ruling.stands
    return next((row.ref for row in records_of(visit_ref, known_at=known_at)), "")


def weighed(visit_ref: str, *, known_at: datetime) -> set[str]:
    """The refs of the records somebody weighed when they last decided."""
    ruling = ruling_on(visit_ref, known_at=known_at)
    return set(ruling.considered.split(";")) if ruling is not None else set()


def undecided(visit_ref: str, *, known_at: datetime) -> bool:
    """Whether several records of the visit disagree and nobody has weighed all of them."""
    refs = {row.ref for row in records_of(visit_ref, known_at=known_at)}
    return len(refs) > 1 and not refs <= weighed(visit_ref, known_at=known_at)


def conflicts_of(people: list[str], *, known_at: datetime) -> tuple[tuple[str, str], ...]:
    """Of these people, each visit whose records disagree: the person's ref and the visit's, oldest first."""
    rows = _every(models.DoorstepRecord).filter(person_ref__in=people).as_known(known_at).order_by("id")
    several: dict[tuple[str, str], int] = {}
    for person, visit in rows.values_list("person_ref", "visit_ref"):
        several[person, visit] = several.get((person, visit), 0) + 1
    return tuple(
        each for each, count in several.items() if count > 1 and undecided(each[1], known_at=known_at)
    )


def crew_known(refs: tuple[str, ...], *, known_at: datetime) -> tuple[Officer, ...]:
    """Those of a crew who are officers on record, without their courses."""
    rows: Any = workforce.Officer.objects.filter(ref__in=refs).as_known(known_at).order_by("ref")
    return tuple(row.fact(()) for row in rows)
