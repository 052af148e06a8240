"""The runs of a what-if put together: means over seeds, units added up, and today subtracted seed by seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import floor

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.scenario import Scenario
from watchkeeper.planning.simulating.counting import Counted
from watchkeeper.planning.simulating.figures import Figure, over_seeds
from watchkeeper.planning.study import StudyAsked
from watchkeeper.planning.studying.curving import CurvePoint, Enough, curve_of, runs_of
from watchkeeper.planning.studying.trying import Tried, crew_shifts, crews_tried, of_scenario
from watchkeeper.risk.facts import HIGH_RISK, LEVELS


@dataclass(frozen=True, slots=True)
class Cleared:
    """When the backlog of one level of one unit is gone: the month on average over the seeds in which it is,
    and in how many it is. At the end of that month few enough are overdue (`what_if_clear_share`)."""

    month: Figure | None
    seeds_clear: int


@dataclass(frozen=True, slots=True)
class Totals:
    """One scenario over the whole time, of all units together. Days are days past the limit, of everybody.

    high_overdue, overdue: as the last month ends · overdue_today: the same by today's limits
    · high_unmanaged, unmanaged: days · seen: people met.
    """

    high_overdue: Figure
    overdue: Figure
    overdue_today: Figure
    high_unmanaged: Figure
    unmanaged: Figure
    seen: Figure


@dataclass(frozen=True, slots=True)
class ScenarioFound:
    """One scenario. backlog: by month and level, people overdue · unmanaged: by level, days · clears: by unit
    in order and level · curve by rising crews · none: enough that nobody at high risk is overdue; few: that
    few enough are · difference: to today, seed by seed; None for today itself."""

    scenario: dict[str, object]
    policy: str
    shifts_a_week: float
    totals: Totals
    backlog: tuple[tuple[Figure, ...], ...]
    unmanaged: tuple[Figure, ...]
    clears: tuple[tuple[Cleared, ...], ...]
    curve: tuple[CurvePoint, ...]
    none: Enough
    few: Enough
    difference: Totals | None


@dataclass(frozen=True, slots=True)
class WhatIfFound:
    """What a what-if found: today first, then each scenario in the order asked."""

    units: tuple[str, ...]
    outlooks: tuple[ScenarioFound, ...]
    clear_share: float
    last_months: int


def compared(tried: Tried, asked: StudyAsked, law: Shelf, *, on: date) -> WhatIfFound:
    """Today and every scenario with its own number of crews, beside each other and over numbers of crews."""
    share, last = law["what_if_clear_share"].share(on), law["what_if_last_months"].whole(on)
    scenarios = (Scenario(), *asked.scenarios)
    seeds = range(1, asked.seeds + 1)
    units = tuple(each.unit for each in tried.units)
    base = [_totals(runs_of(tried, 0, 1.0, seed)) for seed in seeds]
    outlooks = []
    for place, scenario in enumerate(scenarios):
        of_all = [runs_of(tried, place, scenario.crews, seed) for seed in seeds]
        totals = [_totals(runs) for runs in of_all]
        shifts = sum(crew_shifts(scenario, each) for each in tried.units)
        curve, none, few = curve_of(
            tried, place, crews_tried(asked, law, on=on)[place], seeds, shifts, share=share, last=last
        )
        outlooks.append(
            ScenarioFound(
                scenario=scenario.plain(),
                policy=of_scenario(scenario, law, on=on).version,
                shifts_a_week=shifts * scenario.crews,
                totals=_figures(totals),
                backlog=tuple(
                    tuple(
                        _added_up([[one.overdue[month][level] for one in runs] for runs in of_all])
                        for level in range(len(LEVELS))
                    )
                    for month in range(asked.months)
                ),
                unmanaged=tuple(
                    _added_up([[_days(one, level) for one in runs] for runs in of_all])
                    for level in range(len(LEVELS))
                ),
                clears=tuple(
                    tuple(
                        _cleared(
                            [tried.runs[place, scenario.crews, unit, seed] for seed in seeds], level, share
                        )
                        for level in range(len(LEVELS))
                    )
                    for unit in units
                ),
                curve=curve,
                none=none,
                few=few,
                difference=None
                if place == 0
                else _figures([_less(one, other) for one, other in zip(totals, base, strict=True)]),
            )
        )
    return WhatIfFound(units, tuple(outlooks), share, last)


@dataclass(frozen=True, slots=True)
class _Sums:
    """The totals of one seed."""

    high_overdue: int
    overdue: int
    overdue_today: int
    high_unmanaged: int
    unmanaged: int
    seen: int


def _totals(runs: Sequence[Counted]) -> _Sums:
    """All units of one scenario and seed added up."""
    return _Sums(
        sum(sum(one.overdue[-1][:HIGH_RISK]) for one in runs),
        sum(sum(one.overdue[-1]) for one in runs),
        sum(sum(one.overdue_today[-1]) for one in runs),
        sum(sum(sum(month[:HIGH_RISK]) for month in one.unmanaged) for one in runs),
        sum(sum(map(sum, one.unmanaged)) for one in runs),
        sum(one.seen for one in runs),
    )


def _less(one: _Sums, other: _Sums) -> _Sums:
    return _Sums(*(getattr(one, name) - getattr(other, name) for name in _Sums.__slots__))


def _figures(sums: Sequence[_Sums]) -> Totals:
    return Totals(*(over_seeds([getattr(one, name) for one in sums]) for name in _Sums.__slots__))


def _added_up(counts: Sequence[Sequence[int]]) -> Figure:
    """A count of every unit, seed by seed: units added up, over seeds."""
    return over_seeds([sum(each) for each in counts])


def _days(one: Counted, level: int) -> int:
    return sum(month[level] for month in one.unmanaged)


def _cleared(runs: Sequence[Counted], level: int, share: float) -> Cleared:
    """When a level of a unit is clear: the first month at whose end few enough are overdue."""
    months = []
    for one in runs:
        clear = (
            month
            for month, (overdue, people) in enumerate(zip(one.overdue, one.people, strict=True), 1)
            if overdue[level] <= floor(share * people[level])
        )
        months.append(next(clear, None))
    known = [month for month in months if month is not None]
    return Cleared(over_seeds(known) if known else None, len(known))
