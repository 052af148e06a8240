"""Where sound rows go: into the register, or nowhere when only asked what would happen."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import connection

from watchkeeper.audit.actions import append_facts
from watchkeeper.audit.models import Fact
from watchkeeper.audit.seals import Seals
from watchkeeper.engine.tables import Kind, Table
from watchkeeper.intake.checking import Known, Values
from watchkeeper.intake.loading import REFERRED
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.intake.versions import News, Version, known_from, news


class Register:
    """The stored facts. Rows that say nothing new are left out; without `seals` none are written."""

    def __init__(self, *, seals: Seals | None, now: datetime, frozen_until: datetime | None) -> None:
        self._seals = seals
        self._now = now
        self._frozen_until = frozen_until
        self._was_empty: dict[str, bool] = {}

    def keep(self, table: Table, rows: list[Values]) -> tuple[int, int, int]:
        """Store what is new in `rows`; say how many were new, unchanged and overtaken."""
        if table.name not in self._was_empty:
            self._was_empty[table.name] = not _model(table).objects.exists()
        alike: set[str] = set()
        stored: dict[str, list[Version]] = {}
        if not self._was_empty[table.name]:
            alike = _alike(table, rows)
            stored = _stored(table, [row[0] for row in rows if row[0] not in alike])
        fresh = []
        unchanged = overtaken = 0
        for row in rows:
            if row[0] in alike:
                unchanged += 1
                continue
            recorded, withdrawn = row[-2], bool(row[-1])
            if versions := stored.get(row[0]):
                what = news(
                    (*row[1:-2], withdrawn),
                    recorded,
                    versions,
                    now=self._now,
                    frozen_until=self._frozen_until,
                )
                if what is not News.NEW:
                    unchanged += what is News.UNCHANGED
                    overtaken += what is News.OVERTAKEN
                    continue
            known = known_from(recorded, now=self._now, frozen_until=self._frozen_until)
            fresh.append((row[0], recorded or self._now, known, withdrawn, *row[1:-2]))
        if fresh and self._seals:
            append_facts(table, fresh, self._seals)
        return len(fresh), unchanged, overtaken


class Nowhere:
    """Takes every row for new: a check before there is a register."""

    def keep(self, _table: Table, rows: list[Values]) -> tuple[int, int, int]:
        """Count the rows and keep none."""
        return len(rows), 0, 0


def known_already() -> Known:
    """The refs and dates of birth that rows may be held against, from the register."""
    known = Known()
    for name in REFERRED:
        refs = _model(BY_NAME[name]).objects.values_list("ref", flat=True)
        known.refs[name] = set(refs.iterator(chunk_size=10_000))
    people: Any = _model(BY_NAME["people"]).objects.order_by("known_from", "id")
    born: dict[str, date | None] = dict(people.values_list("ref", "born_on").iterator(chunk_size=10_000))
    known.born = {ref: day for ref, day in born.items() if day is not None}
    return known


def _model(table: Table) -> type[Fact]:
    model: type[Fact] = apps.get_model(table.model)
    return model


def _alike(table: Table, rows: list[Values]) -> set[str]:
    """Refs of rows that are, cell for cell, the only version stored: most rows of a file loaded again.

    Compared as the database keeps them, which is many times quicker than reading them back as
    facts. A ref left out may still say nothing new; `_stored` and `news` find out.
    """
    model = _model(table)
    quote = connection.ops.quote_name
    names = ("ref", *(column.name for column in table.columns), "withdrawn", "recorded_at")
    refs = list({row[0] for row in rows})
    embedded = connection.vendor == "sqlite"
    # The plus makes of a column an expression, which SQLite gives as it is kept: text, not dates.
    chosen = ", ".join(f"{'+' if embedded else ''}{quote(name)}" for name in names)
    marks = "IN (" + ", ".join("?" * len(refs)) + ")" if embedded else "= ANY(%s)"
    query = f"SELECT {chosen} FROM {quote(model._meta.db_table)} WHERE {quote('ref')} {marks}"
    found: dict[str, tuple[Any, ...]] = {}
    twice: set[str] = set()
    connection.ensure_connection()
    # Past Django's cursor, which would turn every cell of every row into an object.
    raw = connection.connection.cursor()
    try:
        for version in raw.execute(query, refs if embedded else [refs]):
            if version[0] in found:
                twice.add(version[0])
            found[version[0]] = version
    finally:
        raw.close()
    as_kept = _as_kept(table) if embedded else _as_given
    alike = set()
    for row in rows:
        version = found.get(row[0])
        if version is not None and row[0] not in twice:
            kept = as_kept(row)
            if kept[:-1] == version[:-1] and (kept[-1] is None or kept[-1] == version[-1]):
                alike.add(row[0])
    repeated = len(refs) != len(rows)
    return alike - _repeated(rows) if repeated else alike


def _repeated(rows: list[Values]) -> set[str]:
    return {ref for ref, count in Counter(row[0] for row in rows).items() if count > 1}


def _as_given(row: Values) -> tuple[Any, ...]:
    return (*row[:-2], bool(row[-1]), row[-2])


def _as_kept(table: Table) -> Callable[[Values], tuple[Any, ...]]:
    """How SQLite keeps a row: days and instants as text."""
    kinds = [Kind.TEXT, *(column.kind for column in table.columns), Kind.YES_NO, Kind.INSTANT]
    whens = tuple((i, kind is Kind.DAY) for i, kind in enumerate(kinds) if kind in (Kind.DAY, Kind.INSTANT))

    def kept(row: Values) -> tuple[Any, ...]:
        cells = [*row[:-2], bool(row[-1]), row[-2]]
        for i, is_day in whens:
            if (value := cells[i]) is not None:
                cells[i] = value.isoformat() if is_day else str(value.replace(tzinfo=None))
        return tuple(cells)

    return kept


def _stored(table: Table, refs: list[str]) -> dict[str, list[Version]]:
    if not refs:
        return {}
    names = [column.name for column in table.columns]
    rows = (
        _model(table)
        .objects.filter(ref__in=refs)
        .order_by("id")
        .values_list("ref", "recorded_at", "known_from", *names, "withdrawn")
    )
    versions: defaultdict[str, list[Version]] = defaultdict(list)
    for ref, recorded_at, known, *content in rows:
        versions[ref].append(Version(tuple(content), recorded_at, known))
    return versions
