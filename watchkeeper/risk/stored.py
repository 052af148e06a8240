"""Levels, plans and reviews of several people at once, as known at an instant."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import F, Max, Window
from django.db.models.functions import Collate, Rank

from watchkeeper.risk import facts, models
from watchkeeper.workforce.stored import managed_by

NOT_RECORDED = "not recorded"
A_UNIT = 2_000
"""Of so many people or fewer a question names each."""
BYTES = {"sqlite": "BINARY", "postgresql": "C"}
"""How each database names the order of Python's own texts."""


def levels_of(
    people: Iterable[str], *, on: date, known_at: datetime, through: int | None = None
) -> dict[str, facts.SetLevel]:
    """The level each person stands at on a day; nobody without one. Up to an act of the trail where named."""
    who = set(people)
    rows = _newest(models.SetLevel, "set_on", who, on=on, known_at=known_at, through=through)
    columns = ("person_ref", "ref", "level", "set_on", "set_by")
    return {
        person: facts.SetLevel(ref, facts.Level(level), set_on, set_by)
        for person, ref, level, set_on, set_by in rows.values_list(*columns)
        if person in who
    }


def plans_of(people: Iterable[str], *, on: date, known_at: datetime) -> dict[str, facts.Plan]:
    """The plan that stands for each person on a day."""
    who = set(people)
    rows = _newest(models.Plan, "made_on", who, on=on, known_at=known_at)
    return {row.person_ref: row.fact() for row in rows if row.person_ref in who}


def reviews_of(people: Iterable[str], *, on: date, known_at: datetime) -> dict[str, facts.Review]:
    """The newest supervisor's review of each person by a day."""
    who = set(people)
    rows = _newest(models.Review, "reviewed_on", who, on=on, known_at=known_at)
    columns = ("person_ref", "ref", "reviewed_on", "reviewed_by")
    return {person: facts.Review(*rest) for person, *rest in rows.values_list(*columns) if person in who}


def reviewed_since(people: Collection[str], first: date, *, on: date, known_at: datetime) -> dict[str, date]:
    """Of the people whose newest supervisor's review by a day is of `first` or later: the day of it.

    Others may be among the answers.
    """
    rows = _of(models.Review, people, known_at).filter(reviewed_on__gte=first, reviewed_on__lte=on)
    newest = rows.values("person_ref").annotate(day=Max("reviewed_on")).order_by()
    return dict(newest.values_list("person_ref", "day"))


def held(officers: Iterable[str], *, on: date, known_at: datetime) -> dict[str, Counter[str]]:
    """How many people of each level each officer manages on a day, as `caseload` weighs them."""
    who = list(officers)
    managed = managed_by(who, on=on, known_at=known_at)
    newest = _newest(models.SetLevel, "set_on", managed, on=on, known_at=known_at)  # of others too, perhaps
    levels = dict(newest.values_list("person_ref", "level"))
    found: dict[str, Counter[str]] = {officer: Counter() for officer in who}
    for person, officer in managed.items():
        found[officer][levels.get(person, NOT_RECORDED)] += 1
    return found


def overrides(*, known_at: datetime, person: str = "") -> tuple[facts.Override, ...]:
    """Every override known, of everybody or of one person, the first to run out first."""
    rows: Any = models.Override.objects.filter(**({"person_ref": person} if person else {}))
    return tuple(sorted(rows.as_known(known_at).facts(), key=lambda one: (one.until, one.ref)))


def _newest(
    model: Any,
    column: str,
    people: Collection[str],
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
) -> Any:
    """The newest of a kind for each person; where two are of one day, the one with the higher ref last.

    A unit's people have thousands of levels and reviews behind them: the database picks the newest.
    """
    rows = _of(model, people, known_at, through)
    newest = Window(Rank(), partition_by="person_ref", order_by=F(column).desc())
    rows = rows.filter(**{f"{column}__lte": on}).annotate(place=newest).filter(place=1)
    return rows.order_by(Collate("ref", BYTES[connection.vendor]))


def _of(model: Any, people: Collection[str], known_at: datetime, through: int | None = None) -> Any:
    """What stood then about the people; about everybody where they are more than a unit's.

    The database answers that sooner than it reads a list of thousands.
    """
    rows = model.objects.as_known(known_at, through)
    return rows if len(people) > A_UNIT else rows.filter(person_ref__in=list(people))
