"""Facts, the trail and frozen briefs are added to and never changed: the database itself refuses.

Laid by migrations. On SQLite, Django changes a table's shape by building it anew, which drops
its triggers: a migration that alters a guarded table must lay them again, and a house test
looks for them on every one.
"""

from collections.abc import Callable
from typing import Any

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper

SAYS = "append-only: add a new row; a row already stored is never changed or removed"
_FUNCTION = "watchkeeper_append_only"


def lay(connection: BaseDatabaseWrapper, table: str) -> None:
    """Have the database refuse to change, remove or empty what `table` holds."""
    with connection.cursor() as cursor:
        for statement in _laid(connection.vendor, table):
            cursor.execute(statement)


def lift(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the guard off: for undoing a migration, and for nothing else."""
    with connection.cursor() as cursor:
        for statement in _lifted(connection.vendor, table):
            cursor.execute(statement)


def guard(*tables: str) -> migrations.RunPython:
    """The step of a migration that guards `tables`, with its undoing."""

    def each(step: Callable[[BaseDatabaseWrapper, str], None]) -> Callable[[Any, Any], None]:
        def run(_apps: Any, editor: Any) -> None:
            for table in tables:
                step(editor.connection, table)

        return run

    return migrations.RunPython(each(lay), each(lift))


def _laid(vendor: str, table: str) -> tuple[str, ...]:
    if vendor == "sqlite":
        return tuple(
            f'CREATE TRIGGER IF NOT EXISTS "{table}_no_{verb.lower()}" BEFORE {verb} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
            for verb in ("UPDATE", "DELETE")
        )
    return (
        f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        # For each statement, so that a change that happens to match no row is refused as well.
        f'CREATE OR REPLACE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE '
        f'ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()',
    )


def _lifted(vendor: str, table: str) -> tuple[str, ...]:
    if vendor == "sqlite":
        return (
            f'DROP TRIGGER IF EXISTS "{table}_no_update"',
            f'DROP TRIGGER IF EXISTS "{table}_no_delete"',
        )
    return (f'DROP TRIGGER IF EXISTS "{table}_append_only" ON "{table}"',)
