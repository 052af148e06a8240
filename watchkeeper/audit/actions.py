"""The only writer of the trail, and the one way rows of facts are stored in bulk."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from itertools import batched
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from watchkeeper.audit import facts
from watchkeeper.audit.models import Entry
from watchkeeper.audit.rules import BEFORE_THE_FIRST, Verdict, as_written, hash_of, verify
from watchkeeper.audit.seals import Seals, Tally
from watchkeeper.audit.stored import CARRIED, plain_rows
from watchkeeper.engine.tables import Table

_LOCK = 0x57_4B_54_52  # one number for the whole trail, known to every writer
_AT_A_TIME = 500  # rows hashed together


def append(
    kind: facts.Kind,
    *,
    at: datetime,
    power: str,
    by: str,
    about: str,
    purpose: str,
    policy_version: str,
    reasons: Sequence[str] = (),
    noted: Sequence[tuple[str, str]] = (),
) -> facts.Entry:
    """Add one entry to the end of the trail, chained to the one before.

    One writer at a time: an embedded database is held from the start of the transaction, a
    PostgreSQL trail by a lock kept until the transaction ends, so two never chain to the same
    entry. Write the entry last in a long transaction.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        newest = Entry.objects.order_by("-number").values_list("number", "hash").first()
        number, previous = newest or (0, BEFORE_THE_FIRST)
        entry = facts.Entry(
            number=number + 1,
            at=at.astimezone(UTC),
            kind=kind,
            power=power,
            by=by,
            about=about,
            purpose=purpose,
            reasons=tuple(reasons),
            facts=tuple(noted),
            policy_version=policy_version,
            previous=previous,
            hash="",
        )
        entry = replace(entry, hash=hash_of(entry))
        Entry.objects.create(**{**as_written(entry), "at": entry.at})
    return entry


def append_facts(table: Table, rows: Iterable[Sequence[Any]], seals: Seals) -> int:
    """Store `rows` of `table` under the act of `seals`, which seals them; say how many there were.

    Each row: ref, recorded_at, known_from, withdrawn, then the table's columns in order;
    instants with their zone, days as dates, blanks as "" for text and None otherwise.
    All or none are stored. Rows are taken a few at a time, so they may be any number.
    """
    model = apps.get_model(table.model)
    names = (*CARRIED, *(column.name for column in table.columns))
    quoted = ", ".join(connection.ops.quote_name(name) for name in (*names, "act"))
    into = f"{connection.ops.quote_name(model._meta.db_table)} ({quoted})"
    tally = seals.begin(model._meta.label)
    before = tally.rows
    passing = _tallied(plain_rows(table, rows), tally)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:  # instants without zone: Django's is UTC
                for row in passing:
                    copy.write_row((*row, seals.act))
        else:
            marks = "?, " * len(names)
            embedded: sqlite3.Connection = connection.connection
            # Past Django's cursor, which would take each row's values apart to log them.
            embedded.executemany(f"INSERT INTO {into} VALUES ({marks}{int(seals.act)})", passing)
    seals.keep(model._meta.label, tally)
    return tally.rows - before


def _tallied(rows: Iterable[list[Any]], tally: Tally) -> Iterator[list[Any]]:
    for some in batched(rows, _AT_A_TIME):
        tally.add(some)
        yield from some


def entries(*, about: str = "", by: str = "") -> Iterator[facts.Entry]:
    """The trail from its first entry, or only what is about one person or by one officer."""
    chosen = Entry.objects.order_by("number")
    if about:
        chosen = chosen.filter(about=about)
    if by:
        chosen = chosen.filter(by=by)
    return (entry.fact() for entry in chosen.iterator(chunk_size=2000))


def check(*, head: str = "") -> Verdict:
    """Verify the stored trail; `head` is a hash kept from an earlier export."""
    return verify(entries(), head=head)


def export(file: Path, *, progress: Callable[[int], None] = lambda _done: None) -> Verdict:
    """Write the whole trail to `file`, with what an outsider needs to verify it without Watchkeeper.

    Beside it: how to read it, with the head of the chain to keep, and a program that needs
    Python alone. Raises FileExistsError rather than write over an earlier export.
    """

    def written() -> Iterator[facts.Entry]:
        with file.open("x", encoding="utf-8", newline="\n") as lines:
            for entry in entries():
                lines.write(json.dumps(as_written(entry), ensure_ascii=False, sort_keys=True) + "\n")
                progress(entry.number)
                yield entry

    stream = written()
    verdict = verify(stream)
    for _ in stream:  # past a break the rest is written too: it is evidence
        pass
    program = resources.files("watchkeeper.audit").joinpath("verify_trail.py").read_text("utf-8")
    file.with_name("verify_trail.py").write_text(program, "utf-8")
    file.with_name(f"{file.stem}-README.md").write_text(_readme(file, verdict), "utf-8")
    return verdict


def _readme(file: Path, verdict: Verdict) -> str:
    state = (
        "The chain holds." if verdict.holds else f"THE CHAIN IS BROKEN at {verdict.broken}: {verdict.why}."
    )
    return f"""# An audit trail exported from Watchkeeper

`{file.name}` holds one entry a line, as JSON, oldest first. {state}
Entries that hold: {verdict.entries:,}. The newest of them has this hash, the head of the chain:

    {verdict.head}

Keep the head somewhere the force cannot change it. To verify with Python alone, from this folder:

    python3 verify_trail.py {file.name} --head {verdict.head}

Give the same head with a later export, or to `watchkeeper audit verify --head`, and it is
proved that nothing known today has since been changed or taken off the end.

Each entry: `number`; `at`, in UTC; `kind`: attempt, done, refused or failed; `power`, what the
officer set out to do; `by`, the officer's reference; `about`, the person's reference;
`purpose`; `reasons`; `facts`, references as pairs, among them the seals of the rows that were
stored, which `watchkeeper audit verify` holds against the register; `policy_version`; `previous`,
the hash of the entry before, 64 zeros for the first; `hash`, the SHA-256 of all the other fields as JSON with
sorted keys, no spaces, UTF-8. References are the force's own; the trail holds no names.
"""
