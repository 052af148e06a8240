"""Measuring the force, and exporting what is measured: both are acts."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from watchkeeper.audit.own_database import own_database
from watchkeeper.engine.parquet import export
from watchkeeper.engine.source import Source
from watchkeeper.inspection.charts import chart
from watchkeeper.inspection.facts import Behind, Chart, Measure, Measured
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.running import WHOLE, population
from watchkeeper.inspection.rules.reaching import still_to_come, wide
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import LONDON
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.acts import attempt
from watchkeeper.workforce.facts import Officer, Power
from watchkeeper.workforce.models import Unit


class UnknownUnitError(LookupError):
    """A unit nobody knew at the instant asked about; the message says which there are."""


class AheadError(ValueError):
    """A day still to come; the message says what to ask for instead."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is measured: on which day, as known when, over how many month-ends before it, of which unit.

    `folder` is a folder of Parquet to ask in place of the database, by the engine named or else set.
    """

    measures: tuple[Measure, ...]
    on: date
    known_at: datetime
    months: int
    unit: str = WHOLE
    folder: Path | None = None
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One measure with its chart and, where they were asked for, the rows behind its last day.

    `units` holds the chart of every unit that was measured. `withheld` says how many rows behind are
    not for whoever asks.
    """

    measured: Measured
    chart: Chart
    units: dict[str, Chart]
    behind: tuple[Behind, ...] = ()
    withheld: int = 0


def measure(
    asked: Question,
    *,
    by: Officer,
    law: Shelf,
    calendar: Calendar,
    at: datetime,
    behind: bool = False,
    account: str = "",
    found: tuple[Found, ...] = (),
) -> tuple[Found, ...]:
    """Measure the force, or a unit, on a day and the month-ends before it. It is put on the trail.

    `found` is what `worked` found of the same question, where a page keeps it: looking is an act too.

    With `behind`, the references of what counts on the last day: of every unit for whoever works for the
    whole force, of their own for anybody else, and never of a sealed measure.

    The facts are read before the act begins, so that nobody waits to write meanwhile.

    Raises Refused without the power, UnknownUnitError for a unit nobody knew, and AheadError for a day
    or an instant that has not come.
    """
    with attempt(
        Power.MEASURE_FORCE, by=by, about="", on=at.date(), law=law, purpose="inspection", at=at
    ) as trying:
        latest = max(asked.on, asked.known_at.astimezone(LONDON).date())
        come = still_to_come(latest, at.astimezone(LONDON).date())
        if come:
            raise AheadError(come)
        found = found or worked(asked, by, law, calendar, behind=behind)
        with trying.done() as this:
            this.fact("on", asked.on)
            this.fact("known_at", asked.known_at.isoformat())
            this.fact("measures", len(found))
            if asked.unit:
                this.fact("unit", asked.unit)
            if behind:
                this.fact("rows", sum(len(each.behind) for each in found))
            if account:
                this.fact("account", account)
    return found


def export_facts(folder: Path, *, by: Officer, law: Shelf, at: datetime, account: str = "") -> dict[str, int]:
    """Write every table that is measured into a folder of Parquet: references, codes and days, no names.

    Answers with the rows of each table. The hash of what was written is on the trail. Raises Refused
    without the power, before anything is read.
    """
    with attempt(
        Power.EXPORT_FACTS, by=by, about="", on=at.date(), law=law, purpose="measuring the force", at=at
    ) as trying:
        rows = export(own_database(), asking.pulls(), folder)
        digest = hashlib.sha256()
        for name in sorted(rows):
            digest.update((folder / f"{name}.parquet").read_bytes())
        with trying.done() as this:
            this.fact("rows", sum(rows.values()))
            this.fact("sha256", digest.hexdigest())
            if account:
                this.fact("account", account)
    return rows


def worked(
    asked: Question, by: Officer, law: Shelf, calendar: Calendar, *, behind: bool = False
) -> tuple[Found, ...]:
    """What is measured, put on no trail: whoever shows it to anybody calls `measure` with it."""
    check_unit(asked.unit, asked.known_at)
    source: Source | Path = asked.folder or own_database()
    days = asking.month_ends(asked.on, asked.months)
    every = wide(by, law, on=asked.on)
    found = []
    with population(source, law, calendar, on=days, known_at=asked.known_at, engine=asked.engine) as standing:
        for each in asked.measures:
            measured = standing.measured(each)
            rows = standing.behind(each, asked.unit) if behind else ()
            shown = tuple(row for row in rows if every or row.unit == by.unit)
            units = {unit: chart(measured, unit, law) for unit in _units(measured, asked.unit)}
            whole = chart(measured, asked.unit, law)
            found.append(Found(measured, whole, units, shown, len(rows) - len(shown)))
    return tuple(found)


def _units(measured: Measured, unit: str) -> Sequence[str]:
    return [each for each in measured.counts if each and unit in (WHOLE, each)]


def check_unit(unit: str, known_at: datetime) -> None:
    """Raises UnknownUnitError for a unit nobody knew at an instant; "" is the whole force."""
    units = sorted(set(Unit.objects.as_known(known_at).values_list("ref", flat=True)))
    if unit and unit not in units:
        raise UnknownUnitError(f"no unit is known as {unit!r}: there are {', '.join(units) or 'none'}")
