"""The held tables as Ibis sees them: declared, not read, so that a reduction can be printed."""

from datetime import date, datetime
from typing import Any

import ibis
from ibis.expr.datatypes import Timestamp
from ibis.expr.types import Table as Expression

from watchkeeper.engine.standing import Pull
from watchkeeper.engine.tables import Kind

_TYPES = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.LIST: "string",
    Kind.DAY: "date",
    Kind.INSTANT: "timestamp",
    Kind.YES_NO: "boolean",
    Kind.WHOLE: "int32",
    Kind.NUMBER: "float64",
}


def declared(pull: Pull) -> Expression:
    """The table a pull fills."""
    return ibis.table({"id": "int64", **{c.name: _TYPES[c.kind] for c in pull.kinds}}, name=pull.name)


def declared_asked(asked: dict[str, Any]) -> Expression:
    """The one row of what is asked: the day, and every number taken from the shelf."""
    kinds = {name: _type(value) for name, value in asked.items()}
    return ibis.table({"asked_on": "date", **kinds}, name="asked")


@ibis.udf.scalar.builtin(name="timezone")  # type: ignore[untyped-decorator]
def _instant(zone: str, at: Timestamp()) -> Timestamp(timezone="UTC"):  # type: ignore[valid-type]
    """An instant, from what a clock in `zone` shows."""


@ibis.udf.scalar.builtin(name="timezone")  # type: ignore[untyped-decorator]
def _clock(zone: str, at: Timestamp(timezone="UTC")) -> Timestamp():  # type: ignore[valid-type]
    """What a clock in `zone` shows at an instant."""


def london_day(at: Expression) -> Expression:
    """The day in London of an instant held in UTC. Slow for a million rows: reduce them first."""
    return _clock("Europe/London", _instant("UTC", at)).date()


def newest(table: Expression, *by: str) -> Expression:
    """The last row of each person by `by`, columns that are never blank and together part all ties."""
    return _outermost(table, by, "max")


def oldest(table: Expression, *by: str) -> Expression:
    """The first row of each person by `by`, columns that are never blank and together part all ties."""
    return _outermost(table, by, "min")


def _outermost(table: Expression, by: tuple[str, ...], end: str) -> Expression:
    """Rows as one value each, `by` first, so that the greatest or least is kept while reading: no sorting."""
    names = [*by, *(name for name in table.columns if name not in (*by, "person_ref"))]
    packed = ibis.struct({name: table[name] for name in names})
    kept = table.group_by("person_ref").aggregate(kept=getattr(packed, end)())
    return kept.select("person_ref", **{name: kept["kept"][name] for name in names})


def _type(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, datetime):
        return "timestamp"
    if isinstance(value, date):
        return "date"
    return "string" if isinstance(value, str) else "int64"
