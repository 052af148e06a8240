"""A what-if carried out: each unit by itself, each scenario with the same luck, and with more or fewer crews.

A unit's crews see its own people alone, so a force is its units side by side, and what one run costs grows
with people, days and crews and with nothing else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

import numpy as np

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import months_after
from watchkeeper.law.overlay import overlaid
from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.assembling import Map
from watchkeeper.planning.reading import Register
from watchkeeper.planning.scenario import Scenario, Way
from watchkeeper.planning.simulating.counting import Counted, counted
from watchkeeper.planning.simulating.frontier import ITERATIONS
from watchkeeper.planning.simulating.moving import STAYS, Joining, moved
from watchkeeper.planning.simulating.policies import Policy, calendar, index, most_overdue, scaled
from watchkeeper.planning.simulating.rosters import MIXED
from watchkeeper.planning.simulating.running import run
from watchkeeper.planning.simulating.world import Flags, Whole
from watchkeeper.planning.study import StudyAsked
from watchkeeper.planning.studying.kept import Runs
from watchkeeper.planning.studying.leaking import Told
from watchkeeper.planning.studying.pasts import joined_a_month, leaving_on, month_ends
from watchkeeper.planning.studying.worlds import Gathered, NobodyError, Shut, gathered, level_of, world_of
from watchkeeper.risk.facts import LEVELS
from watchkeeper.visits.rules.tickets import rates, used_share

YEAR_DAYS, YEAR_MONTHS = 365.25, 12
SEED_BYTES = 4


@dataclass(frozen=True, slots=True)
class UnitFound:
    """What was read of one unit: who could be visited by level, whom of them no pair may see, who is overdue
    today, crew shifts a week by today's roster, people who joined in a month by level, how many leave in the
    time asked about, and what could not be read.

    `shifts` are those taken as today's: the roster's, or where it holds none a simulated roster.
    """

    unit: str
    people: tuple[int, ...]
    out_of_reach: tuple[int, ...]
    overdue: tuple[int, ...]
    roster: int
    shifts: int
    joined: tuple[float, ...]
    leave: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """Every run of a what-if: by place of scenario, multiple of today's crews, unit and seed.

    `left_out` are units in which nobody could be visited.
    """

    units: tuple[UnitFound, ...]
    left_out: tuple[UnitFound, ...]
    runs: Mapping[tuple[int, float, str, int], Counted]


@dataclass(frozen=True, slots=True)
class Reader:
    """How a unit's register is read, and whose records are shut to whom, when it is needed at all."""

    read: Callable[[str], Register]
    shut: Callable[[Register], Shut]


def try_all(
    asked: StudyAsked,
    units: Sequence[str],
    reader: Reader,
    where: Map,
    law: Shelf,
    days_off: Calendar,
    *,
    on: date,
    told: Told,
    runs_kept: Runs,
) -> Tried:
    """Run today and every scenario with every number of crews in every unit, once a seed.

    Finished runs are kept; a unit whose runs are all kept is not read again. Units in which nobody could be
    visited are left out.
    """
    scenarios = (Scenario(), *asked.scenarios)
    multiples = crews_tried(asked, law, on=on)
    seeds = range(1, asked.seeds + 1)
    whole = len(units) * len(seeds) * sum(map(len, multiples))
    found, runs, done = [], {}, 0
    for ref in units:
        unit = _Unit(ref, asked, reader, where, law, days_off, on)
        said = runs_kept.kept(f"unit {ref}", UnitFound, unit.found)
        found.append(said)
        for place, scenario in enumerate(scenarios):
            for times in multiples[place]:
                for seed in seeds:
                    if sum(said.people):
                        runs[place, times, ref, seed] = runs_kept.kept(
                            f"unit {ref}, scenario {place}, {times!r} crews, seed {seed}",
                            Counted,
                            partial(unit.run, scenario, times, seed, said, tuple(units)),
                        )
                    done += 1
                    told(done, whole)
    there = tuple(each for each in found if sum(each.people))
    return Tried(there, tuple(each for each in found if each not in there), runs)


def crews_tried(asked: StudyAsked, law: Shelf, *, on: date) -> tuple[tuple[float, ...], ...]:
    """For today and each scenario, the multiples of today's crews that are run; its own is among them."""
    shares = asked.crews or law["what_if_crew_shares"].numbers(on)
    return tuple(tuple(sorted({*shares, each.crews})) for each in (Scenario(), *asked.scenarios))


def of_scenario(scenario: Scenario, law: Shelf, *, on: date) -> Shelf:
    """The policy of a scenario: that in force with its changes laid over it."""
    return overlaid(law, dict(scenario.changes), on=on, among=law["what_if_rows"].words(on))


def policy_of(scenario: Scenario, law: Shelf, *, on: date) -> Policy:
    """How a scenario chooses whom to visit, under its own policy."""
    if scenario.way is Way.CALENDAR:
        return calendar()
    if scenario.way is Way.OVERDUE:
        return most_overdue()
    choosiness = law["hour_choosiness"].number(on)
    if scenario.way is Way.OPEN:
        return index(iterations=ITERATIONS, choosiness=choosiness)
    return index(
        iterations=ITERATIONS,
        rates=scaled(rates(law, on=on), scenario.tickets),
        choosiness=choosiness,
        used_share=used_share(law, on=on),
    )


class _Unit:
    """One unit, read when the first of its runs is not kept."""

    def __init__(
        self,
        ref: str,
        asked: StudyAsked,
        reader: Reader,
        where: Map,
        law: Shelf,
        days_off: Calendar,
        on: date,
    ) -> None:
        self._ref, self._reader, self._where = ref, reader, where
        self._law, self._days_off, self._on = law, days_off, on
        self._ends = month_ends(asked.months, on=on)
        self._read: tuple[Register, Shut] | None = None
        self._known: dict[str, Gathered] = {}

    def _gathered(self, law: Shelf) -> Gathered:
        """Everybody of it under a policy, read and worked out once."""
        if self._read is None:
            register = self._reader.read(self._ref)
            self._read = register, self._reader.shut(register)
        if law.version not in self._known:
            register, shut = self._read
            self._known[law.version] = gathered(
                [register], self._where, law, self._days_off, on=self._on, shut=shut
            )
        return self._known[law.version]

    def found(self) -> UnitFound:
        """What is read of it."""
        try:
            there = self._gathered(self._law)
        except NobodyError:
            note = (
                f"Unit {self._ref} has nobody who could be visited: it is not simulated, "
                "nor is its share of arrivals asked for the whole."
            )
            return UnitFound(self._ref, (), (), (), 0, 0, (), 0, (note,))
        level = np.array([level_of(each) for each in there.people])
        late = np.array([each.stake.days_unseen > each.stake.interval_days for each in there.people])
        everybody, nobodys = np.ones_like(late), ~there.allowed.any(axis=0)
        usual = there.shifts_a_week or MIXED.shifts_a_week()
        notes = tuple(f"{self._ref}: {note}" for note in there.notes)
        if not there.shifts_a_week:
            notes += (f"{self._ref}: so its crews are taken to work {usual} shifts a week.",)
        return UnitFound(
            self._ref,
            _by_level(level, everybody),
            _by_level(level, nobodys),
            _by_level(level, late),
            there.shifts_a_week,
            usual,
            joined_a_month(there.people, self._law, on=self._on),
            int((leaving_on(there.people, self._law, on=self._on) <= self._ends[-1]).sum()),
            notes,
        )

    def run(
        self, scenario: Scenario, times: float, seed: int, said: UnitFound, units: tuple[str, ...]
    ) -> Counted:
        """One run of a scenario with so many crews, counted by month."""
        law, on, days = of_scenario(scenario, self._law, on=self._on), self._on, self._ends[-1] + 1
        drawn = seed_of(self._ref, seed)
        today = self._gathered(self._law)
        world = world_of(self._gathered(law), law, on=on, seed=drawn)
        leaves = leaving_on(today.people, self._law, on=on)
        if not scenario.leaving:
            leaves = np.full_like(leaves, STAYS)
        joining = _joining(scenario, said, units, law, on=on)
        limits = np.array([each.stake.interval_days for each in today.people], dtype=np.int64)
        world, moves = moved(world, joining, leaves, days=days, seed=drawn)
        by_level = np.array(_joining(scenario, said, units, self._law, on=on).interval_days)
        limits = np.concatenate([limits, by_level[world.level[len(limits) :]]])
        done = run(
            world,
            policy_of(scenario, law, on=on),
            days=days,
            seed=drawn,
            law=law,
            on=on,
            times=times * crew_shifts(scenario, said) / MIXED.shifts_a_week(),
            moves=moves,
        )
        return counted(done, world, moves, limit_today=limits, month_ends=self._ends)


def _by_level(level: Whole, among: Flags) -> tuple[int, ...]:
    return tuple(int(each) for each in np.bincount(level[among], minlength=len(LEVELS)))


def seed_of(unit: str, seed: int) -> int:
    """The seed of a unit's run: the same in every scenario, another in every unit.

    >>> seed_of("NW", 1) == seed_of("NW", 1) != seed_of("SE", 1)
    True
    """
    return int.from_bytes(sha256(f"{unit} {seed}".encode()).digest()[:SEED_BYTES])


def crew_shifts(scenario: Scenario, said: UnitFound) -> int:
    """Crew shifts a week of a unit that its multiples are of: those the scenario gives it, else today's."""
    return dict(scenario.shifts).get(said.unit, said.shifts)


def _joining(scenario: Scenario, said: UnitFound, units: tuple[str, ...], law: Shelf, *, on: date) -> Joining:
    """Who joins one unit. A number asked for the whole is shared evenly among the units asked about."""
    asked = scenario.arrivals or (None,) * len(LEVELS)
    month = YEAR_DAYS / YEAR_MONTHS
    return Joining(
        tuple(
            (past if wanted is None else wanted / len(units)) / month
            for past, wanted in zip(said.joined, asked, strict=True)
        ),
        tuple(_limits(law, on)),
        tuple(law["harm_weight"].number_of(level, on) for level in LEVELS),
        law["first_visit_days"].whole(on),
    )


def _limits(law: Shelf, on: date) -> Iterator[int]:
    for level in LEVELS:
        yield (months_after(law["visit_interval_months"].of(level, on), on) - on).days
