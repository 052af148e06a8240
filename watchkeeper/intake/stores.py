"""Where sound rows go: into the register, or nowhere when only asked what would happen."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.apps import apps

from watchkeeper.audit.actions import append_facts
from watchkeeper.audit.models import Fact
from watchkeeper.engine.tables import Table
from watchkeeper.intake.checking import Known, Values
from watchkeeper.intake.loading import REFERRED
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.intake.versions import News, Version, known_from, news


class Register:
    """The stored facts. Rows that say nothing new are left out; with `act` 0 none are written."""

    def __init__(self, *, act: int, now: datetime, frozen_until: datetime | None) -> None:
        self._act = act
        self._now = now
        self._frozen_until = frozen_until
        self._was_empty: dict[str, bool] = {}

    def keep(self, table: Table, rows: list[Values]) -> tuple[int, int, int]:
        """Store what is new in `rows`; say how many were new, unchanged and overtaken."""
        if table.name not in self._was_empty:
            self._was_empty[table.name] = not _model(table).objects.exists()
        stored = {} if self._was_empty[table.name] else _stored(table, [row[0] for row in rows])
        fresh = []
        unchanged = overtaken = 0
        for row in rows:
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
        if fresh and self._act:
            append_facts(table, fresh, self._act)
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


def _stored(table: Table, refs: list[str]) -> dict[str, list[Version]]:
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
