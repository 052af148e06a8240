"""One person's record read once, as it stood at one instant: how things stood, its facts and its clocks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing.explaining import Explained
from watchkeeper.briefing.facts import Case
from watchkeeper.briefing.history import History, history_of, kinds
from watchkeeper.briefing.recorded import case_in, recorded_of
from watchkeeper.hindsight.telling import TELLINGS
from watchkeeper.law.due import Due, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.people.facts import home_on
from watchkeeper.visits.facts import LONDON

type Said = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Version:
    """A fact as it stood: its kind and ref, its sentence, the day it belongs to, and its row."""

    kind: str
    label: str
    ref: str
    says: str
    happened: date | None
    row: Any

    @property
    def source(self) -> str:
        """The row it is read from, and the act it was stored under."""
        return f"{self.label} {self.ref}, act {self.row.act}"


def everything(person: str, *, known_at: datetime) -> History:
    """Every version of every fact of a record known at an instant."""
    return history_of(person, known_at=known_at, asked=kinds())


def earlier(history: History, known_at: datetime) -> History:
    """The same record as it was known at an instant before, without asking the database again."""
    kept: dict[Any, Mapping[str, tuple[Any, ...]]] = {}
    for kind, facts in history.versions.items():
        runs = {ref: tuple(row for row in run if row.known_from <= known_at) for ref, run in facts.items()}
        kept[kind] = {ref: run for ref, run in runs.items() if run}
    return History(history.person, known_at, kept)


def as_of(history: History, *, on: date, known_at: datetime) -> History:
    """The record of what was true by `on`: without facts of days after it that nobody knew at the instant.

    A journey made months later was not yet a journey; one announced by then was known, and stays.
    """
    kept: dict[Any, Mapping[str, tuple[Any, ...]]] = {}
    for kind, facts in history.versions.items():
        telling = TELLINGS.get(kind._meta.label)
        kept[kind] = {
            ref: run
            for ref, run in facts.items()
            if run[0].known_from <= known_at or telling is None or not _after(telling.on(run[-1]), on)
        }
    return History(history.person, history.known_at, kept)


def standing(history: History, *, on: date) -> dict[tuple[str, str], Version]:
    """What each fact said that stood and belongs to a day up to `on`, or to none, by its table and ref."""
    found = {}
    for version in versions(history):
        if version.happened is None or version.happened <= on:
            found[version.label, version.ref] = version
    return found


def versions(history: History) -> Iterator[Version]:
    """The version of each fact that stands, of the kinds there are words for, in the order of kinds."""
    for kind in history.versions:
        label = kind._meta.label
        telling = TELLINGS.get(label)
        if telling is None:
            continue
        for row in history.standing(kind):
            happened = _day(telling.on(row))
            yield Version(telling.kind, label, row.ref, telling.says(row), happened, row)


def first_known(history: History) -> dict[tuple[str, str], datetime]:
    """When each fact came to be known at all, by its table and ref."""
    return {
        (kind._meta.label, ref): min(row.known_from for row in run)
        for kind, facts in history.versions.items()
        for ref, run in facts.items()
    }


def case_at(history: History, law: Shelf, *, on: date) -> Case | None:
    """All that the rules need to know, from a record as it was known; None when nobody was."""
    recorded = recorded_of(history)
    return None if recorded is None else case_in(recorded, law, on=on, known_at=history.known_at)


def held(case: Case, told: Explained, *, on: date) -> Said:
    """How things stood on the day: level, manager, period, home, when last seen, plan."""
    home = home_on(case.subject.addresses, on)
    seen = case.contact.last_seen_on
    return {
        ("level of risk", ""): told.level or "no level recorded",
        ("manager", ""): told.manager,
        ("notification period", ""): told.period,
        ("home", ""): f"address {home.ref}" if home is not None else "no home recorded",
        ("last seen", ""): day(seen) if seen is not None else "never seen",
        ("unit", ""): case.unit or "no unit recorded",
    }


def clocks(told: Explained, *, on: date) -> Said:
    """How each clock and each decision owed stood on the day, by duty and by what it is about."""
    found = {
        (f"decision owed: {each.ground}", ""): f"owed by {day(each.by)}, {each.rank}" for each in told.owed
    }
    return found | {(each.duty, each.about): stands(each, on=on) for each in told.dues}


def stands(due: Due, *, on: date) -> str:
    """How one clock stands on a day, in words."""
    if due.by is None:
        missing = "cannot be worked out: a fact is missing"
        return {Standing.MISSING: missing, Standing.HELD: "stopped"}.get(due.standing, "nothing owed")
    late = due.days_late(on)
    return f"due by {day(due.by)}, {days(late)} late" if late > 0 else f"due by {day(due.by)}"


def _day(value: date | datetime | None) -> date | None:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value


def _after(value: date | datetime | None, on: date) -> bool:
    happened = _day(value)
    return happened is not None and happened > on
