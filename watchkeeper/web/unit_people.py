"""The people of a unit, and who of them is on the register today: what lists about a unit begin with."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from watchkeeper.access.stored import shut_to
from watchkeeper.people import models
from watchkeeper.registers import models as registers
from watchkeeper.registers.facts import Subject
from watchkeeper.registers.rules.periods import reckon, registered_on
from watchkeeper.web.asking import Asking


def unit_of(asking: Asking) -> str:
    """Whose people the officer answers for: their own unit's; a force-wide unit's officers, everybody's."""
    unit = asking.officer.unit
    return "" if unit in asking.law["force_wide_units"].words(asking.on) else unit


def of_unit(asking: Asking) -> list[str]:
    """Everybody of the officer's unit, on the register or not, by ref; without who is shut to them."""
    who: Any = models.Person.objects.filter(**({"unit": unit} if (unit := unit_of(asking)) else {}))
    shut = shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at)
    return [ref for ref in who.as_known(asking.at).values_list("ref", flat=True) if ref not in shut]


def on_register(refs: Collection[str], asking: Asking) -> dict[str, date | None]:
    """Those of the people who are on the register today, and since when. Hand in the few a list is about."""
    if not refs:
        return {}
    rows: Any = models.Person.objects.filter(ref__in=list(refs)).as_known(asking.at)
    disposals, orders = _of(registers.Disposal, refs, asking), _of(registers.Order, refs, asking)
    found = {}
    for row in rows.order_by("id"):
        ref = row.ref
        subject = Subject(row.fact(), disposals=tuple(disposals[ref]), orders=tuple(orders[ref]))
        if reckon(subject, asking.law, on=asking.on).subject:
            found[ref] = registered_on(subject.disposals, subject.orders, on=asking.on)
    return found


def _of(model: Any, refs: Collection[str], asking: Asking) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in model.objects.filter(person_ref__in=list(refs)).as_known(asking.at).order_by("id"):
        found[row.person_ref].append(row.fact())
    return found
