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
_ON_EACH = 2 | 8 | 16 | 32  # as PostgreSQL keeps it: before; delete, update, truncate; once a statement


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


def is_laid(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether the guard of `table` is there, in force, and refuses what it should."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
            laid = {row[0] for row in cursor.fetchall()}
            return all(
                any(f'BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT,' in trigger for trigger in laid)
                for verb in ("UPDATE", "DELETE")
            )
        cursor.execute(
            "SELECT count(*) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
            "WHERE tgrelid = to_regclass(%s) AND tgname = %s AND tgenabled IN ('O', 'A') "
            "AND tgtype = %s AND tgqual IS NULL AND prosrc LIKE '%% BEGIN RAISE EXCEPTION%%'",
            [f'"{table}"', f"{table}_append_only", _ON_EACH],
        )
        return bool(cursor.fetchone()[0])


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
