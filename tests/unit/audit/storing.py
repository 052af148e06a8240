"""Facts stored as they should be, and tampering as whoever owns the database can."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from tests.conftest import NOON
from watchkeeper.audit import append_only
from watchkeeper.audit.actions import append, append_facts
from watchkeeper.audit.facts import Kind
from watchkeeper.audit.seals import Seals
from watchkeeper.intake.tables import BY_NAME

AT = datetime(2026, 3, 20, 21, 30, 15, 250, tzinfo=UTC)


def stored_under_an_act(table: str, *batches: Iterable[Sequence[Any]]) -> int:
    """Store rows in as many batches under one act, its attempt and outcome on the trail; its number."""
    words: dict[str, Any] = {
        "at": NOON,
        "power": "load records",
        "by": "SYSTEM",
        "about": "",
        "purpose": "load",
        "policy_version": "abc",
    }
    number = append(Kind.ATTEMPT, **words).number
    seals = Seals(number)
    for rows in batches:
        append_facts(BY_NAME[table], rows, seals)
    append(Kind.DONE, noted=(("attempt", str(number)), *seals.noted()), **words)
    return number


def visit(ref: str, *, at: datetime = AT, hours: int | None = None, reason: str = "") -> tuple[object, ...]:
    cells = ("P1", at, "A1", "assess risk", True, "refused", hours, reason, "", "O1;O2")
    return (ref, NOON, NOON, False, *cells)


@contextmanager
def unguarded(*tables: str) -> Iterator[None]:
    for table in tables:
        append_only.lift(connection, table)
    yield
    for table in tables:
        append_only.lay(connection, table)


def tamper(sql: str, *tables: str) -> None:
    """Run `sql` with the guards of `tables` off, and lay them again."""
    with unguarded(*tables), connection.cursor() as cursor:
        cursor.execute(sql)
