"""The people of a unit who are on the register today: what lists about a unit begin with."""

from collections import defaultdict
from datetime import date
from typing import Any

from watchkeeper.access.stored import shut_to
from watchkeeper.people.models import Person
from watchkeeper.registers import models as registers
from watchkeeper.registers.facts import Subject
from watchkeeper.registers.rules.periods import reckon, registered_on
from watchkeeper.web.asking import Asking


def unit_of(asking: Asking) -> str:
    """Whose people the officer answers for: their own unit's; a force-wide unit's officers, everybody's."""
    unit = asking.officer.unit
    return "" if unit in asking.law["force_wide_units"].words(asking.on) else unit


def on_register(asking: Asking) -> dict[str, date | None]:
    """Everybody of the officer's unit on the register today, and since when, without who is shut to them."""
    who: Any = Person.objects.filter(**({"unit": unit} if (unit := unit_of(asking)) else {}))
    people = {row.ref: row.fact() for row in who.as_known(asking.at)}
    for shut in shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at):
        people.pop(shut, None)
    disposals, orders = _of(registers.Disposal, people, asking), _of(registers.Order, people, asking)
    found = {}
    for ref, person in people.items():
        subject = Subject(person, disposals=tuple(disposals[ref]), orders=tuple(orders[ref]))
        if reckon(subject, asking.law, on=asking.on).subject:
            found[ref] = registered_on(subject.disposals, subject.orders, on=asking.on)
    return found


def _of(model: Any, people: dict[str, Any], asking: Asking) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in model.objects.filter(person_ref__in=list(people)).as_known(asking.at).order_by("id"):
        found[row.person_ref].append(row.fact())
    return found
