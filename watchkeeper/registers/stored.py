"""Who of some people is on the register, from what is stored."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from watchkeeper.audit.standing import in_parts
from watchkeeper.law.shelf import Shelf
from watchkeeper.people.models import Person
from watchkeeper.registers import models
from watchkeeper.registers.facts import Subject
from watchkeeper.registers.rules.periods import reckon


def registered_of(people: Collection[str], law: Shelf, *, on: date, known_at: datetime) -> dict[str, str]:
    """Of the people, those who are subject to notification on a day, each with their unit, by ref."""
    found = registered_subjects(people, law, on=on, known_at=known_at)
    return {each.person.ref: each.person.unit for each in found}


def registered_subjects(
    people: Collection[str], law: Shelf, *, on: date, known_at: datetime
) -> Iterator[Subject]:
    """Of the people, those who are subject to notification on a day, with their disposals and orders."""
    for some in in_parts(sorted(people)):
        disposals, orders = (_of(model, some, known_at) for model in (models.Disposal, models.Order))
        for row in Person.objects.filter(ref__in=some).as_known(known_at).order_by("id"):
            subject = Subject(row.fact(), disposals=tuple(disposals[row.ref]), orders=tuple(orders[row.ref]))
            if reckon(subject, law, on=on).subject:
                yield subject


def _of(model: Any, people: Collection[str], known_at: datetime) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in model.objects.filter(person_ref__in=people).as_known(known_at).order_by("id"):
        found[row.person_ref].append(row.fact())
    return found
