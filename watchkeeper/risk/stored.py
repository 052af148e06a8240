"""Levels, plans and reviews of several people at once, as known at an instant."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from watchkeeper.risk import facts, models
from watchkeeper.workforce.stored import managed_by

NOT_RECORDED = "not recorded"


def levels_of(people: Iterable[str], *, on: date, known_at: datetime) -> dict[str, facts.SetLevel]:
    """The level each person stands at on a day; nobody without one."""
    return _newest(models.SetLevel, "set_on", people, on=on, known_at=known_at)


def plans_of(people: Iterable[str], *, on: date, known_at: datetime) -> dict[str, facts.Plan]:
    """The plan that stands for each person on a day."""
    return _newest(models.Plan, "made_on", people, on=on, known_at=known_at)


def reviews_of(people: Iterable[str], *, on: date, known_at: datetime) -> dict[str, facts.Review]:
    """The newest supervisor's review of each person by a day."""
    return _newest(models.Review, "reviewed_on", people, on=on, known_at=known_at)


def held(officers: Iterable[str], *, on: date, known_at: datetime) -> dict[str, Counter[str]]:
    """How many people of each level each officer manages on a day, as `caseload` weighs them."""
    who = list(officers)
    managed = managed_by(who, on=on, known_at=known_at)
    levels = levels_of(managed, on=on, known_at=known_at)
    found: dict[str, Counter[str]] = {officer: Counter() for officer in who}
    for person, officer in managed.items():
        level = levels.get(person)
        found[officer][str(level.level) if level else NOT_RECORDED] += 1
    return found


def overrides(*, known_at: datetime, person: str = "") -> tuple[facts.Override, ...]:
    """Every override known, of everybody or of one person, the first to run out first."""
    rows: Any = models.Override.objects.filter(**({"person_ref": person} if person else {}))
    return tuple(sorted(rows.as_known(known_at).facts(), key=lambda one: (one.until, one.ref)))


def _newest(
    model: Any, column: str, people: Iterable[str], *, on: date, known_at: datetime
) -> dict[str, Any]:
    """The newest of a kind for each person; of two on one day, the one with the higher ref."""
    rows = model.objects.filter(person_ref__in=list(people)).as_known(known_at)
    rows = rows.filter(**{f"{column}__lte": on})
    found = sorted(rows, key=lambda row: (getattr(row, column), row.ref))
    return {row.person_ref: row.fact() for row in found}
