"""One person's rows as they are drawn, and the few facts about a life that later rows hang on.

Days are ordinals while a life is drawn, and text in the rows.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from random import Random
from typing import Any

from watchkeeper.risk.facts import Level
from watchkeeper.synth.force import Force

YES, NO = "yes", "no"
YEAR = 365.25
LETTERS = {
    "names": "A",
    "addresses": "H",
    "away": "G",
    "disposals": "D",
    "orders": "R",
    "conditions": "C",
    "notifications": "N",
    "changes": "E",
    "stays": "S",
    "trips": "T",
    "review_applications": "Q",
    "levels": "L",
    "assessments": "K",
    "plans": "P",
    "intelligence": "I",
    "reviews": "J",
    "visits": "V",
    "decisions": "X",
    "charges": "F",
    "visit_needs": "B",
    "planned_visits": "U",
    "managers": "M",
    "overrides": "O",
    "offers": "B",
    "excuses": "W",
    "prosecutions": "Y",
    "assessments_begun": "GA",
    "ratings": "GR",
    "level_reasons": "GW",
    "plan_actions": "GB",
}

type Row = dict[str, Any]


@cache
def iso(ordinal: int) -> str:
    """An ordinal day as text."""
    return date.fromordinal(ordinal).isoformat()


def evening(ordinal: int) -> str:
    """When the force recorded what happened on a day: that evening."""
    return f"{iso(ordinal)}T22:00:00Z"


@dataclass(slots=True)
class Wish:
    """What a fault asks of the life it is planted in. Anything blank is drawn as for everybody."""

    plain: bool = False  # an adult at liberty, with nothing out of the ordinary
    level: Level | None = None
    years: tuple[float, float] = (0.0, 0.0)  # years since the relevant date
    released: tuple[int, int] = (0, 0)  # days since release from a long term
    order: bool | None = None
    reactive: bool | None = None
    veteran: bool = False


@dataclass(slots=True)
class History:
    """One person's rows by table. `on` is the night, `last` the last day anything is recorded."""

    ref: str
    number: int
    rng: Random
    on: int
    force: Force
    unit: int
    place: int  # position within the unit, which says who manages
    wish: Wish = field(default_factory=Wish)
    sergeant: str = ""  # who supervises the manager
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    kind: str = "ordinary"  # or historic, young, veteran
    level: Level = Level.LOW
    born: int = 0
    relevant: int = 0
    ends: int | None = None  # last day of the notification period; None: indefinite
    away: list[tuple[str, int, int | None]] = field(default_factory=list)
    windows: list[tuple[int, int]] = field(default_factory=list)  # at liberty: first and last day
    reactive_since: int = 0
    level_since: int = 0
    prior_level: Level | None = None
    order_until: int = 0
    found_since: int = 0
    licence_until: int = 0
    backlog: float = 0.0  # chance that the next visit is overdue
    behind: int = 0  # days the next visit is already overdue, for the ordinary backlog
    seen: int = 0  # last day seen
    borough: str = ""
    chances: tuple[float, ...] = ()  # of being in, by weekday or weekend and part of the day
    moves: list[int] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.on - 1

    @property
    def end(self) -> int:
        """The last day anything happens: yesterday, or the end of the period where that is past."""
        return self.last if self.ends is None else min(self.last, self.ends)

    def between(self, low: int, high: int) -> int:
        """A day or number drawn evenly from `low` to `high`, both included."""
        return low + int(self.rng.random() * (high - low + 1))

    def add(self, table: str, recorded: int, **columns: Any) -> Row:
        """Add a row, recorded on the evening of a day."""
        rows = self.rows[table]
        columns["ref"] = f"{self.ref}-{LETTERS[table]}{len(rows) + 1}"
        columns["person_ref"] = self.ref
        columns["recorded_at"] = evening(recorded)
        columns["withdrawn"] = NO
        rows.append(columns)
        return columns

    def add_person(self, recorded: int, row: Row) -> None:
        """Add the row of `people`."""
        row.update(ref=self.ref, recorded_at=evening(recorded), withdrawn=NO)
        self.rows["people"].append(row)

    def manager(self, day: int) -> str:
        """Who manages the person on a day."""
        for row in reversed(self.rows["managers"]):
            if row["since"] <= iso(day):
                return str(row["officer_ref"])
        return self.force.manager(self.unit, self.place)
