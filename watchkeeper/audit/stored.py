"""Rows as the databases keep them, in one plain form: what is sealed, and what is read back.

Texts and numbers as they are, yes and no as 1 and 0, days as 2026-03-20, instants in UTC as
2026-03-20 21:30:15 with their six digits of a second where it is not whole: SQLite's own form.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection, models

from watchkeeper.audit.models import Entry, Fact
from watchkeeper.engine.tables import Kind, Table

if TYPE_CHECKING:
    Column = models.Field[Any, Any]

CARRIED = ("ref", "recorded_at", "known_from", "withdrawn")
_UNSEALED = ("id", "act", "content")  # order and act are the seal's own; content has its digest
_AT_A_TIME = 2_000
_REMEMBERED = 10_000  # instants


def brief_model() -> type[models.Model]:
    """Frozen briefs. They stand above this slice: asked for by name."""
    return apps.get_model("briefing.FrozenBrief")


def frozen_models() -> tuple[type[models.Model], ...]:
    """Papers kept whole and compressed beside their digest: briefs, and plans of nights."""
    return brief_model(), apps.get_model("planning.NightPlan")


def sealed_models() -> list[type[models.Model]]:
    """Every table of facts, and the frozen briefs."""
    found: list[type[models.Model]] = [model for model in apps.get_models() if issubclass(model, Fact)]
    return [*found, brief_model()]


def guarded_tables() -> list[str]:
    """The tables the database must refuse to change."""
    return [*(model._meta.db_table for model in sealed_models()), Entry._meta.db_table]


def plain_rows(table: Table, rows: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
    """Rows of `table` to be stored in bulk, in the plain form."""
    kinds = (Kind.TEXT, Kind.INSTANT, Kind.INSTANT, Kind.YES_NO, *(column.kind for column in table.columns))
    instants, days, yes_no, numbers = (
        tuple(place for place, kind in enumerate(kinds) if kind is wanted)
        for wanted in (Kind.INSTANT, Kind.DAY, Kind.YES_NO, Kind.NUMBER)
    )
    for row in rows:
        plain = [*row]
        for place in instants:
            if (value := plain[place]) is not None:
                plain[place] = _instant(value)
        for place in days:
            if (value := plain[place]) is not None:
                plain[place] = value.isoformat()
        for place in yes_no:
            if (value := plain[place]) is not None:
                plain[place] = +value
        for place in numbers:
            if (value := plain[place]) is not None:
                plain[place] = float(value)
        yield plain


def _instant(value: datetime) -> str:
    """As it is stored: by its fold too, for in the hour a clock strikes twice two instants compare equal."""
    return _written(value, value.fold)


@lru_cache(maxsize=_REMEMBERED)
def _written(value: datetime, _fold: int) -> str:
    """Remembered: a row is mostly known from when it was recorded, as the rows about it are."""
    return value.astimezone(UTC).isoformat(" ").removesuffix("+00:00")


def plain_row(row: models.Model) -> list[Any]:
    """One row of a model, in the plain form."""
    return [_plain(field, field.to_python(getattr(row, field.attname))) for field in _sealed(type(row))]


def read_plain(model: type[models.Model]) -> Iterator[Sequence[Sequence[Any]]]:
    """Every stored row in the order of storing, in the plain form with its act last, some at a time."""
    raw, query = _asked(model)
    with connection.wrap_database_errors, closing(raw):
        raw.execute(query)
        while some := raw.fetchmany(_AT_A_TIME):
            yield some


def _asked(model: type[models.Model]) -> tuple[Any, str]:
    """A cursor past Django's, which would make an object of every cell, and what to ask it."""
    connection.ensure_connection()
    embedded = connection.vendor == "sqlite"
    quote = connection.ops.quote_name
    form = _as_kept if embedded else _as_told
    chosen = ", ".join(form(field)(quote(str(field.column))) for field in _sealed(model))
    query = f"SELECT {chosen}, {quote('act')} FROM {quote(model._meta.db_table)} ORDER BY {quote('id')}"
    if embedded:
        held: sqlite3.Connection = connection.connection
        return held.cursor(), query
    return connection.connection.cursor(name="watchkeeper_stored"), query


def _as_kept(_field: "Column") -> Callable[[str], str]:
    """SQLite: the plus makes of a column an expression, which is given as it is kept."""
    return "+{}".format


def _as_told(field: "Column") -> Callable[[str], str]:
    """PostgreSQL: written by the server in the plain form."""
    if isinstance(field, models.DateTimeField):
        written = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
        return f"replace({written}, '.000000', '')".format
    if isinstance(field, models.DateField):
        return "to_char({}, 'YYYY-MM-DD')".format
    return ("{}::int" if isinstance(field, models.BooleanField) else "{}").format


def _sealed(model: type[models.Model]) -> "list[Column]":
    return [field for field in model._meta.concrete_fields if field.name not in _UNSEALED]


def _plain(field: "Column", value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, models.DateTimeField):
        return _instant(value)
    if isinstance(field, models.DateField):
        return value.isoformat()
    return int(value) if isinstance(field, models.BooleanField) else value


def told_in(row: Fact) -> dict[str, object]:
    """What a version of a fact says, without what every version carries: two that say the same are equal."""
    carried = {"id", "recorded_at", "known_from", "act"}
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in carried
    }
