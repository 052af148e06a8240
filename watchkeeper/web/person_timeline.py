"""The timeline of a record: every fact of every kind, newest first, with what was known when."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import QueryDict

from watchkeeper.briefing.gaps import gaps
from watchkeeper.briefing.history import history_of, kinds
from watchkeeper.hindsight.sentences import Telling
from watchkeeper.hindsight.telling import TELLINGS
from watchkeeper.law.wording import day
from watchkeeper.today import LONDON
from watchkeeper.web.paging import paged
from watchkeeper.web.person_chart import chart
from watchkeeper.web.person_reading import Reading

A_PAGE = 40
"""Entries of a timeline shown together."""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as the timeline tells it. `on` is the day it belongs to, `known` the day it came to be known.

    `before` holds what it said earlier and until when; `ended` is the day it was withdrawn.
    """

    kind: str
    ref: str
    says: str
    on: date | None
    known: date
    before: tuple[tuple[str, date], ...]
    ended: date | None

    @property
    def apart(self) -> bool:
        """Whether it came to be known on another day than the one it belongs to."""
        return self.on is None or self.on != self.known


def told(reading: Reading) -> tuple[list[Told], int]:
    """Every fact known, newest first, and how many are of kinds the timeline has no words for."""
    found: list[Told] = []
    untold = 0
    rest = tuple(kind for kind in kinds() if kind not in reading.history.versions)
    besides = history_of(reading.ref, known_at=reading.known_at, asked=rest)
    for kind, facts in (*reading.history.versions.items(), *besides.versions.items()):
        telling = TELLINGS.get(kind._meta.label)
        if telling is None:
            untold += len(facts)
            continue
        found.extend(entry for run in facts.values() if (entry := _told(reading, telling, run)) is not None)
    found.sort(key=lambda one: (one.on or one.known, one.known, one.ref), reverse=True)
    return found, untold


def _told(reading: Reading, telling: Telling, run: tuple[Any, ...]) -> Told | None:
    """A fact from its versions, oldest first. What a version says of another person is not told."""
    ours = [row for row in run if getattr(row, "person_ref", reading.ref) == reading.ref]
    told_of = [row for row in ours if not row.withdrawn]
    if not told_of:
        return None
    last, newest = told_of[-1], run[-1]
    ended = None if reading.history.stands(newest) else _london(newest.known_from)
    following = [*told_of[1:]]
    before = tuple(
        (_earlier(telling, row, after), _london(after.known_from))
        for row, after in zip(told_of, following, strict=False)
    )
    return Told(
        telling.kind,
        last.ref,
        telling.says(last),
        _london(telling.on(last)),
        _london(ours[0].known_from) or reading.on,
        tuple((says, until or reading.on) for says, until in reversed(before)),
        ended,
    )


def _earlier(telling: Telling, row: Any, after: Any) -> str:
    """What a version said; where its sentence is the same, which details have changed since."""
    says, was, now = telling.says(row), _london(telling.on(row)), _london(telling.on(after))
    if was != now:
        return f"{says} ({day(was) if was else 'day not recorded'})"
    if says != telling.says(after):
        return says
    left = ("id", "recorded_at", "known_from", "act")
    changed = [
        field.name.replace("_", " ")
        for field in row._meta.concrete_fields
        if field.name not in left and getattr(row, field.name) != getattr(after, field.name)
    ]
    return f"the same, but for {', '.join(changed)}" if changed else "the same, recorded once more"


def _london(value: date | datetime | None) -> date | None:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value


def timeline(reading: Reading, query: QueryDict) -> dict[str, Any]:
    """What the page shows: the chart with its gaps, and the entries of the kind and page asked for."""
    entries, untold = told(reading)
    named = sorted({entry.kind for entry in entries})
    kind = query.get("kind", "")
    kind = kind if kind in named else ""
    chosen = [entry for entry in entries if kind in ("", entry.kind)]
    page = paged(chosen, query, each=A_PAGE)
    lost = gaps(reading.recorded, reading.case, reading.asking.law, on=reading.on)
    return {
        "page": page,
        "untold": untold,
        "kinds": named,
        "kind": kind,
        "chart": chart(reading, lost),
        "gaps": list(reversed(lost)),
        "worst": max(lost, key=lambda gap: gap.days(on=reading.on), default=None),
        "gap_days": sum(gap.days(on=reading.on) for gap in lost),
    }
