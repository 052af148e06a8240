"""Every expression of the measures, in the order they are made: what is printed, and what Spark is asked."""

from datetime import date
from typing import Any

import ibis
from ibis.expr.types import Table

from watchkeeper.engine.declared import declared, declared_asked
from watchkeeper.engine.timeline import of_one_day
from watchkeeper.inspection.measures import (
    asking,
    catalogue,
    of_crimes,
    of_holders,
    of_patterns,
    of_registers,
    of_suspects,
    of_visits,
    placing,
    repeats,
    standing,
)
from watchkeeper.law.calendar import england_and_wales
from watchkeeper.law.shelf import Shelf
from watchkeeper.registers import spells

ANY_DAY = date(2026, 11, 2)  # decides no word of what is printed
STATUTE = "statute"
STEPS = {
    "spells": spells,
    "on_register": standing,
    "levelled": standing,
    "managed": standing,
    "stood": standing,
    "repeats": repeats,
    "absences": standing,
    "judged": standing,
    "running": of_crimes,
    "tried": of_visits,
    "members": of_suspects,
    "banded": of_suspects,
    "referred": of_suspects,
    "near": of_registers,
    "changes_near": of_registers,
    "told_near": of_registers,
    "knocked": of_patterns,
    "hands": of_holders,
    "alike": of_holders,
}
"""Tables kept on the way to the measures, in order, and who writes them; `reckoned` comes after the first."""
ONE = "_of_one_day"
PAGE = "measure_"
"""How the page of a step or of a measure begins."""


def tables(law: Shelf) -> dict[str, Table]:
    """The held tables as declared, with the day of each visit and of each report worked out."""
    held = {pull.name: declared(pull) for pull in asking.pulls()}
    for name, (_, day) in asking.DATED.items():
        held[name] = ibis.table({**_schema(held[name]), day: "date"}, name=name + asking.WITH_DAY)
    for name, (_, clock) in asking.CLOCKED.items():
        if name in held:
            held[name] = _clocked(name, held[name], clock)
    (row,) = asking.days(law, england_and_wales(), (ANY_DAY,))
    asked = _schema(declared_asked(row))
    asked.pop("asked_on")
    held["days"] = ibis.table({"asked_on": "date", **asked, "before": "date"}, name="days")
    held["packed"] = ibis.table({"pack": "string", "own_months": "int64"}, name="packed")
    held["reckoned"] = ibis.table({"person_ref": "string", "since": "date", "until": "date"}, name="reckoned")
    held |= {name: ibis.table(columns, name=name) for name, columns in placing.TABLES.items()}
    return held


def expressions(law: Shelf) -> dict[str, tuple[str, Any]]:
    """Every step and every measure by the name of its page, with the place it is written.

    Of one day alone, those that are cheaper then have a page more: its name ends so.
    """
    many = _expressions(law)
    with of_one_day():
        one = _expressions(law)
    cheaper = {name + ONE: one[name] for name in one if not one[name][1].equals(many[name][1])}
    return many | cheaper


def _expressions(law: Shelf) -> dict[str, tuple[str, Any]]:
    held = tables(law)
    numbers = declared_asked(dict(asking.statute(law, on=ANY_DAY)), STATUTE)
    made: dict[str, tuple[str, Any]] = {}
    for name, module in STEPS.items():
        expression = spells.registered(held, numbers) if module is spells else getattr(module, name)(held)
        made[PAGE + name] = (module.__name__, expression)
        held[name] = ibis.table(_schema(expression), name=name)
        if name in asking.CLOCKED:
            held[name] = _clocked(name, expression, asking.CLOCKED[name][1])
    for name, (module, write) in sorted(catalogue.written().items()):
        made[PAGE + name] = (module.__name__, write(held))
    return made


def _clocked(name: str, table: Table, clock: str) -> Table:
    return ibis.table({**_schema(table), clock: "timestamp"}, name=name + asking.WITH_DAY)


def _schema(table: Table) -> dict[str, Any]:
    return dict(table.schema().items())
