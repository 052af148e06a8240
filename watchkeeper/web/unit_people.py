"""The people of a unit, and who of them is on the register today: what lists about a unit begin with."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest

from watchkeeper.people import models
from watchkeeper.registers.rules.periods import registered_on
from watchkeeper.registers.stored import registered_subjects
from watchkeeper.web.asking import Asking
from watchkeeper.workforce.models import Unit


def unit_of(asking: Asking) -> str:
    """Whose people the officer answers for: their own unit's; a force-wide unit's officers, everybody's."""
    unit = asking.officer.unit
    return "" if unit in asking.law["force_wide_units"].words(asking.on) else unit


def unit_asked(request: HttpRequest, asking: Asking) -> tuple[str, list[str]]:
    """The unit a list is of, and those the officer may choose from: a force-wide unit's officers, any.

    What is too much to list of a whole force at once is listed unit by unit.
    """
    unit = unit_of(asking)
    if unit:
        return unit, [unit]
    known = Unit.objects.as_known(asking.at).order_by("ref").values_list("ref", flat=True)
    wide = {*asking.law["force_wide_units"].words(asking.on)}
    units = [ref for ref in known if ref not in wide]
    sought = request.GET.get("unit", "")
    return sought if sought in units else next(iter(units), ""), units


def of_unit(unit: str, asking: Asking, refs: Iterable[str] | None = None) -> list[str]:
    """Everybody of a unit, empty for the force, on the register or not, by ref; of `refs` these alone."""
    who: Any = models.Person.objects.filter(**({"unit": unit} if unit else {}))
    if refs is not None:
        who = who.filter(ref__in=sorted(refs))
    return list(who.as_known(asking.at).values_list("ref", flat=True))


def on_register(refs: Collection[str], asking: Asking) -> dict[str, date | None]:
    """Those of the people who are on the register today, and since when. Hand in the few a list is about."""
    found = registered_subjects(refs, asking.law, on=asking.on, known_at=asking.at)
    return {each.person.ref: registered_on(each.disposals, each.orders, on=asking.on) for each in found}
