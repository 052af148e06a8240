"""Facts of a held table as rules read them, through the models that store them."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from django.apps import apps

from watchkeeper.engine.snapshot import Snapshot
from watchkeeper.engine.tables import Table


def held_facts(snapshot: Snapshot, table: Table, *, held: str = "", where: str = "TRUE") -> Iterator[Any]:
    """The facts of a held table in the order they were stored; `held` names it where not as the table is."""
    model: Any = apps.get_model(table.model)
    rows = snapshot.ask(f'SELECT * FROM "{held or table.name}" WHERE {where} ORDER BY id')
    columns = [_read(column) for column in rows.columns]
    # A column left unread is as the model has it by default: it would be fetched row by row otherwise, by
    # another SQLite. The row is laid in the model as it stands: Django takes ten times as long to make one.
    unread = {field.attname: field.get_default() for field in model._meta.concrete_fields}
    for row in zip(*columns, strict=True):
        stored = model.__new__(model)
        stored.__dict__ = unread | dict(zip(rows.column_names, row, strict=True))
        yield stored.fact()


def _read(column: Any) -> Iterable[Any]:
    import pyarrow

    cells: list[Any] = column.to_pylist()
    if pyarrow.types.is_timestamp(column.type):
        return [None if cell is None else cell.replace(tzinfo=UTC) for cell in cells]
    return cells
