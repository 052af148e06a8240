"""A report gathered from a population: every measure, its months, its units; cases, falls and grades."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from watchkeeper.inspection.charts import chart
from watchkeeper.inspection.facts import Alarm, Counted, Measured
from watchkeeper.inspection.grades.facts import GOOD, Evidence, Judged, Proposal, SampleEvidence, Signed
from watchkeeper.inspection.grades.rules import characteristics, propose
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES
from watchkeeper.inspection.measures.running import WHOLE, Population
from watchkeeper.inspection.reporting.drawing import drawn
from watchkeeper.inspection.reporting.facts import (
    Asked,
    AskedWronglyError,
    Case,
    Drawn,
    Fall,
    Line,
    Month,
    Report,
    Tell,
)
from watchkeeper.law.shelf import Shelf

FRAMES = {
    Judged.OFFENDERS: "no_level",
    Judged.CRIME: "ungraded",
    Judged.VULNERABLE: "grades_late",
    Judged.WORKFORCE: "unmanaged",
}
"""The measure from among whose things, whether they count or not, the cases of a theme are drawn."""


def days_of(asked: Asked, law: Shelf) -> tuple[date, ...]:
    """Every day measured for a report: its last, and the month-ends before, its past included.

    Raises AskedWronglyError for a period that runs backwards, is longer than policy lets it be, or begins
    before there is any policy.
    """
    begun = law["measure_chart_most_past"].values[0][0]
    if asked.since < begun:
        raise AskedWronglyError(f"policy goes back no further than {begun}")
    if asked.until < asked.since:
        raise AskedWronglyError(f"the period runs backwards: from {asked.since} to {asked.until}")
    most = law["report_most_months"].whole(asked.until)
    months = months_between(asked.since, asked.until)
    if months > most:
        raise AskedWronglyError(f"the period is longer than {most} months, which is the most for a report")
    past = law["measure_chart_most_past"].whole(asked.until)
    days = asking.month_ends(asked.until, months + past)
    return tuple(day for day in days if day >= begun)


def months_between(since: date, until: date) -> int:
    """Month-ends from one day to before the month of another.

    >>> months_between(date(2025, 12, 1), date(2026, 3, 20))
    3
    """
    return (until.year - since.year) * asking.MONTHS_A_YEAR + until.month - since.month


def gather(
    standing: Population,
    asked: Asked,
    law: Shelf,
    *,
    sees: str,
    signed: Mapping[Judged, Signed],
    tell: Tell,
    read: Sequence[SampleEvidence] = (),
) -> Report:
    """Measure everything, draw the cases and propose the grades; `tell` hears of each step.

    `read` is what finished samples say. `sees` is the one unit whose references may be shown, "" where every
    unit's may.
    """
    steps, lines = len(MEASURES) + len(Judged), []
    for at, measure in enumerate(MEASURES):
        lines.append(_line(standing.measured(measure), asked, law))
        tell(at + 1, steps)
    cases = []
    for at, theme in enumerate(Judged):
        cases.append(_drawn(standing, theme, asked, law, sees))
        tell(len(MEASURES) + at + 1, steps)
    return Report(
        asked,
        law.version,
        sees,
        tuple(lines),
        _falls(lines, asked, law),
        tuple(cases),
        proposals(lines, law, on=asked.until, read=read),
        dict(signed),
    )


def proposals(
    lines: Sequence[Line], law: Shelf, *, on: date, read: Sequence[SampleEvidence] = ()
) -> tuple[Proposal, ...]:
    """The grade proposed for each theme from what was measured on the last day, and what samples read."""
    evidence = {line.measured.measure.name: _evidence(line) for line in lines}
    return tuple(
        propose(theme, characteristics(theme, evidence, law, on=on, read=read), law, on=on)
        for theme in Judged
    )


def _evidence(line: Line) -> Evidence:
    measured, last = line.measured, line.months[-1].counted
    of = last.of or (last.many if measured.measure.signal else 0)
    return Evidence(
        measured.measure.name,
        measured.measure.title,
        last.many,
        of,
        measured.limit,
        line.chart.alarms,
        measured.confirmed,
    )


def _line(measured: Measured, asked: Asked, law: Shelf) -> Line:
    charts = [chart(up_to, asked.unit, law) for up_to in _up_to_each_day(measured, asked)]
    counts = measured.counts.get(asked.unit, (Counted(0, 0),) * len(measured.days))
    shown = [*zip(measured.days, counts, strict=True)][-len(charts) :]
    months = [Month(on, each, then.alarms) for (on, each), then in zip(shown, charts, strict=True)]
    units = {
        unit: (measured.counts[unit][-1], chart(measured, unit, law))
        for unit in measured.counts
        if unit and asked.unit in (WHOLE, unit)
    }
    return Line(measured, charts[-1], tuple(months), units)


def _up_to_each_day(measured: Measured, asked: Asked) -> list[Measured]:
    """What was measured up to each day of the period, the last of them last."""
    days = measured.days
    first = next(at for at, day in enumerate(days) if day >= asked.since)
    return [
        replace(
            measured,
            days=days[: at + 1],
            counts={unit: counts[: at + 1] for unit, counts in measured.counts.items()},
        )
        for at in range(first, len(days))
    ]


def _falls(lines: Sequence[Line], asked: Asked, law: Shelf) -> tuple[Fall, ...]:
    found = []
    for line in lines:
        if not line.measured.measure.signal:
            continue
        for up_to in _up_to_each_day(line.measured, asked):
            for unit in up_to.counts:
                then = chart(up_to, unit, law)
                if asked.unit in (WHOLE, unit) and Alarm.FELL in then.alarms:
                    count = up_to.counts[unit][-1].many
                    found.append(
                        Fall(line.measured.measure.title, unit, up_to.days[-1], count, then.low or 0)
                    )
    return tuple(found)


def _drawn(standing: Population, theme: Judged, asked: Asked, law: Shelf, sees: str) -> Drawn:
    frame = BY_NAME[FRAMES[theme]]
    there = standing.looked_at(frame)
    every = {ref: unit for ref, unit in there.items() if asked.unit in (WHOLE, unit)}
    shown = {ref: unit for ref, unit in every.items() if sees in (WHOLE, unit)}
    many = law["report_sample"].whole(asked.until)
    chosen = drawn(shown, many, seed=asked.seed, theme=theme)
    against: dict[str, list[str]] = {ref: [] for ref in chosen}
    names = {name: None for row in GOOD[theme] for name in law[row].words(asked.until)}
    for name in names:
        measure = BY_NAME[name]
        if measure.sealed or measure.signal:
            continue
        for ref in sorted(against.keys() & set(standing.counting(measure))):
            against[ref].append(measure.title)
    cases = tuple(Case(ref, shown[ref], tuple(against[ref])) for ref in chosen)
    return Drawn(theme, frame.of, len(every), len(every) - len(shown), cases)
