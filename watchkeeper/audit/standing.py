"""Facts as they stood at an instant, by questions written out once for each kind.

A page about one person asks some forty of them, and Django takes many times longer to put a
question together than the database to answer it. What they answer is what `as_known` answers.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import make_dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from watchkeeper.audit.models import Fact

type _Converter = Callable[[Any], Any]

AT_ONCE = 500
"""Refs one question may name, on every database."""
LONGEST = 1_000
"""Characters of what is looked for in whatever case: a database takes no pattern of any length."""


def in_parts[Each](rows: Sequence[Each], most: int = AT_ONCE) -> Iterator[Sequence[Each]]:
    """Refs, or whatever else a question names, as many at a time as one question may name."""
    return (rows[at : at + most] for at in range(0, len(rows), most))


def standing[Stored: Fact](kind: type[Stored], *, known_at: datetime, **said: str) -> tuple[Stored, ...]:
    """The facts of a kind that stood at an instant and say so, in the order of storing.

    `said`: what their columns hold, by name; nothing asks for every fact of the kind. An older
    version that matches is not what stands.
    """
    at = _instant(known_at)
    return tuple(_read(kind, _standing(kind, tuple(said), connection.vendor), [*said.values(), at, at]))


def as_written(kind: type[Fact], typed: str, *, known_at: datetime) -> str:
    """The ref on record that was typed, in whatever case; what was typed where none is, or several are.

    Refs are kept as a force writes them, and nobody on the telephone hears a capital.
    """
    if not typed or len(typed) > LONGEST or kind._default_manager.filter(ref=typed).exists():
        return typed
    rows = kind._default_manager.filter(ref__iexact=typed, known_from__lte=known_at)
    found = set(rows.order_by("ref").values_list("ref", flat=True).distinct()[:2])
    return found.pop() if len(found) == 1 else typed


def versions[Stored: Fact](
    kind: type[Stored], *, known_at: datetime, **said: str
) -> dict[str, tuple[Stored, ...]]:
    """Every version known at an instant of each fact of which any version ever said so, by ref.

    Each run stands in the order its versions came to be known; the last is the one that stands
    then, withdrawn or not.
    """
    (column,) = said
    found: dict[str, list[Stored]] = {}
    query = _versions(kind, column, connection.vendor)
    for row in _read(kind, query, [said[column], _instant(known_at)]):
        found.setdefault(row.ref, []).append(row)
    return {ref: tuple(run) for ref, run in found.items()}


def facts_of(rows: Any, by: str) -> Iterator[tuple[str, Any]]:
    """One column of each row of a question, and the fact it is; no stored object is made of thousands.

    Django takes longer to make an object of a row than to read it, and `fact` asks nothing but its columns.
    """
    kind = rows.model
    names, made = _columns_of_a_fact(kind)
    fact: Callable[[Any], Any] = kind.fact
    place = names.index(by)
    for row in rows.values_list(*names):
        yield row[place], fact(made(*row))


@cache
def _columns_of_a_fact(kind: type[Fact]) -> tuple[tuple[str, ...], Callable[..., Any]]:
    """The names of the columns a fact is made of, and what holds them as a stored row does."""
    left = {"recorded_at", "known_from", "withdrawn", "act"}
    names = tuple(field.attname for field in kind._meta.concrete_fields if field.attname not in left)
    holder = make_dataclass(kind.__name__, names, slots=True, namespace={"_meta": kind._meta})
    return names, holder


def _read[Stored: Fact](kind: type[Stored], query: str, values: Sequence[Any]) -> Iterator[Stored]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        rows = cursor.fetchall()
    if not rows:
        return
    names, convert = _made_by(kind, connection.vendor)
    for row in rows:
        cells = list(row)
        for place, each in convert:
            cells[place] = each(cells[place])
        yield kind.from_db(connection.alias, names, cells)


def _instant(known_at: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(known_at)


@cache
def _standing(kind: type[Fact], columns: tuple[str, ...], _vendor: str) -> str:
    table = _quoted(kind._meta.db_table)
    says = "".join(f"{_column(kind, name)} = %s AND " for name in columns)
    return (
        f"SELECT {_columns(kind)} FROM {table} WHERE {says}known_from <= %s AND NOT withdrawn AND NOT EXISTS "
        f"(SELECT 1 FROM {table} newer WHERE newer.ref = {table}.ref AND newer.known_from <= %s AND "
        f"(newer.known_from > {table}.known_from OR "
        f"newer.known_from = {table}.known_from AND newer.id > {table}.id)) ORDER BY id"
    )


@cache
def _versions(kind: type[Fact], column: str, _vendor: str) -> str:
    table = _quoted(kind._meta.db_table)
    asked = f"{_column(kind, column)} = %s"
    of = asked if column == "ref" else f"ref IN (SELECT ref FROM {table} WHERE {asked})"
    return f"SELECT {_columns(kind)} FROM {table} WHERE {of} AND known_from <= %s ORDER BY known_from, id"


@cache
def _made_by(kind: type[Fact], _vendor: str) -> tuple[list[str], list[tuple[int, _Converter]]]:
    """The names of a kind's columns, and what makes a value of the cells that are kept as something else."""
    names, convert = [], []
    for place, field in enumerate(kind._meta.concrete_fields):
        names.append(field.attname)
        column = field.get_col(kind._meta.db_table)
        steps = (*connection.ops.get_db_converters(column), *field.get_db_converters(connection))
        if steps:
            convert.append((place, _through(steps, column)))
    return names, convert


def _through(steps: Sequence[Callable[..., Any]], column: Any) -> _Converter:
    def made(cell: Any) -> Any:
        for step in steps:
            cell = step(cell, column, connection)
        return cell

    return made


def _columns(kind: type[Fact]) -> str:
    return ", ".join(_quoted(str(field.column)) for field in kind._meta.concrete_fields)


def _column(kind: type[Fact], name: str) -> str:
    return _quoted(str(kind._meta.get_field(name).column))  # type: ignore[union-attr]


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
