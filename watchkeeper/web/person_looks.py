"""Who looked at a record, when and why, from the trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.audit.facts import Kind
from watchkeeper.audit.models import Entry
from watchkeeper.today import LONDON
from watchkeeper.web.person_acts import offered
from watchkeeper.web.person_reading import Reading
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.rules.authority import SUPERVISING

LOOKING = (Power.READ_PERSON, Power.BREAK_GLASS)
MOST = 2_000
"""Looks read from the trail, the newest first: enough for a page, whatever a busy record holds."""


@dataclass(frozen=True, slots=True)
class Look:
    """One officer's looks on one day for one purpose: from the first to the last, and how many."""

    by: str
    why: str
    refused: bool
    first: datetime
    last: datetime
    times: int

    @property
    def on(self) -> date:
        """The day in London."""
        return self.last.astimezone(LONDON).date()

    @property
    def between(self) -> str:
        """The hours in London."""
        first, last = (f"{at.astimezone(LONDON):%H:%M}" for at in (self.first, self.last))
        return f"at {first}" if first == last else f"between {first} and {last}"


def looks(reading: Reading) -> dict[str, Any]:
    """Every look, to who may read the trail or supervises the unit; to others the count alone."""
    kept = Entry.objects.filter(
        about=reading.ref, power__in=LOOKING, kind__in=(Kind.DONE, Kind.REFUSED), at__lte=reading.known_at
    ).order_by("-number")
    many = kept.count()
    may = may_read(reading)
    rows = kept.values_list("by", "purpose", "kind", "at")[:MOST] if may else []
    return {
        "may": may,
        "many": many,
        "looks": together(rows),
        "left": max(many - MOST, 0),
        "offers": offered(reading, "person-looks"),
    }


def may_read(reading: Reading) -> bool:
    """Whether the reader may see who looked: by the power to read the trail, or as the unit's supervisor."""
    officer = reading.asking.officer
    supervises = officer.role in SUPERVISING and officer.unit == reading.recorded.person.unit
    return supervises or reading.asking.may(Power.READ_TRAIL).allowed


def together(rows: Iterable[tuple[str, str, str, datetime]]) -> list[Look]:
    """Looks of one officer, on one day, for one purpose, as one line: newest first."""
    found: dict[tuple[str, str, bool, date], Look] = {}
    for by, why, kind, at in rows:
        refused = kind == Kind.REFUSED
        key = (by, why, refused, at.astimezone(LONDON).date())
        before = found.get(key)
        if before is None:
            found[key] = Look(by, why, refused, at, at, 1)
        else:
            found[key] = Look(by, why, refused, min(before.first, at), max(before.last, at), before.times + 1)
    return list(found.values())
