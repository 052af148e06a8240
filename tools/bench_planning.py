"""Two simulated years of several ways of planning visits, with somebody who bets on the day.

    .venv/bin/python -m tools.bench_planning          everything; writes docs/benchmarks.md and docs/pictures/
    .venv/bin/python -m tools.bench_planning --print  only prints again what was measured

Each run is kept as soon as it is done (`--work`), so that a stopped bench goes on where it was. Homes are
real postcode sectors of London's command units, two units for each seed; every person is invented.
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tools.pages import ROOT, section
from tools.planning_figures import BASE, RISING, TICKETS, curves, text
from tools.shape_tickets import COLUMNS, SMOOTH, SURPRISE
from watchkeeper.law import shelf
from watchkeeper.places.facts import Points
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.postcodes import points_of
from watchkeeper.planning.simulating import capacity
from watchkeeper.planning.simulating.adversary import leak
from watchkeeper.planning.simulating.guessing import patterns
from watchkeeper.planning.simulating.invented import FEWER_GRAVE_SHARES, LEVEL_SHARES
from watchkeeper.planning.simulating.outcome import outcome
from watchkeeper.planning.simulating.policies import (
    Policy,
    calendar,
    index,
    most_overdue,
    risk_list,
    scaled,
)
from watchkeeper.planning.simulating.rosters import EVENINGS, MIXED, OFFICE
from watchkeeper.planning.simulating.running import run
from watchkeeper.planning.simulating.world import World, drawn
from watchkeeper.risk.facts import LEVELS
from watchkeeper.synth.places import UNITS, sectors
from watchkeeper.visits.rules.tickets import Rates, rates, used_share

HEADING = "Two years of visits, simulated"
ON, DAYS = date(2026, 11, 2), 730
PEOPLE_A_UNIT, CROWDED_UNIT = 592, 833
UNITS_A_SEED, SEEDS = 2, (1, 2, 3, 4, 5)
CREWS = 0.75  # of the roster: nine crew shifts a unit a week
SEARCH = 40  # turns of the search a night
SCALES = (0.5, 2.0, 4.0)
BETS = 160_000
CAPACITY_DAYS, CAPACITY_SEEDS, CAPACITY_UNITS = 240, (1, 2, 3), 1
CAPACITY_CREWS = (0.5, 0.75, 1.5)
NOBODYS = "CI"  # the end of a postcode never issued, so that a sector's middle is found
LAW = shelf.load()
USED = used_share(LAW, on=ON)


class Bench:
    """What was measured so far, by name and seed."""

    def __init__(self, work: Path) -> None:
        self.kept = work / "planning.jsonl"
        work.mkdir(parents=True, exist_ok=True)
        lines = self.kept.read_text().splitlines() if self.kept.exists() else []
        self.done: dict[str, Any] = {one["key"]: one for one in map(json.loads, lines)}
        self.travel = GreatCircle(LAW, on=ON)
        self._homes: tuple[Points, ...] = ()
        self._worlds: dict[tuple[int, int, int], World] = {}

    def homes(self) -> tuple[Points, ...]:
        """The sectors of each command unit."""
        if not self._homes:
            known = sectors()
            self._homes = tuple(
                points_of([f"{one}{NOBODYS}" for borough in boroughs for one in known[borough]])
                for _, boroughs in UNITS
            )
        return self._homes

    def world(self, seed: int, *, people: int = PEOPLE_A_UNIT, units: int = UNITS_A_SEED) -> World:
        """The people of some units, others for each seed."""
        made = self._worlds.get((seed, people, units))
        if made is None:
            chosen = [(seed - 1 + step * len(UNITS) // units) % len(UNITS) for step in range(units)]
            made = self._worlds[seed, people, units] = drawn(
                people * units,
                units,
                seed=seed,
                interval_days=(30, 91, 183, 365),
                weights=tuple(LAW["harm_weight"].number_of(level, ON) for level in LEVELS),
                travel=self.travel,
                shares=LEVEL_SHARES if people == PEOPLE_A_UNIT else FEWER_GRAVE_SHARES,
                homes=tuple(self.homes()[one] for one in chosen),
            )
        return made

    def keep(self, key: str, make: Callable[[], dict[str, Any]]) -> None:
        """Measure what is not measured yet, and say so."""
        if key in self.done:
            return
        began = time.process_time()
        found = {"key": key, **make(), "cpu_seconds": round(time.process_time() - began, 1)}
        self.done[key] = found
        with self.kept.open("a") as lines:
            lines.write(json.dumps(found) + "\n")
        print(f"{key}: {found['cpu_seconds']} CPU s", flush=True)

    def policy(self, name: str, policy: Policy, seed: int, *, people: int = PEOPLE_A_UNIT) -> None:
        """One policy over two years, with its adversary."""

        def make() -> dict[str, Any]:
            world = self.world(seed, people=people)
            began = time.process_time()
            done = run(world, policy, days=DAYS, seed=seed, law=LAW, on=ON, times=CREWS)
            ran = time.process_time() - began
            bets = leak(done, world, seed=seed, first_day=DAYS // 2, bets=BETS)
            read = patterns(done, world, first_day=DAYS // 2)
            return {
                "name": name,
                "seed": seed,
                "people": world.people,
                "run_seconds": round(ran, 1),
                "outcome": asdict(outcome(done)),
                "leak": asdict(bets),
                "patterns": asdict(read),
                "unticketed": done.unticketed,
                "guarded": 0 if policy.rates is None else len(done.log),
            }

        self.keep(f"{name} | {people} | {seed}", make)

    def crews(self) -> None:
        """How many crews, at what hours."""

        def make() -> dict[str, Any]:
            world = self.world(2, units=CAPACITY_UNITS)
            hours = LAW["hour_choosiness"].number(ON)
            planned = index(iterations=SEARCH, rates=rates(LAW, on=ON), choosiness=hours, used_share=USED)
            every = {"days": CAPACITY_DAYS, "seeds": CAPACITY_SEEDS, "law": LAW, "on": ON}
            studies = [
                capacity.study(world, [planned, calendar()], times=CAPACITY_CREWS, **every),
                capacity.study(world, [planned], times=(0.75,), rosters=(OFFICE, EVENINGS), **every),
            ]
            return {
                "people": world.people,
                "days": CAPACITY_DAYS,
                "seeds": len(CAPACITY_SEEDS),
                "clear_share": capacity.CLEAR_SHARE,
                "options": [asdict(one) for study in studies for one in study.options],
                "backlog": [list(one) for study in studies for one in study.backlog],
            }

        self.keep("capacity", make)


def rising() -> Rates:
    """The table worked out for one person of each level at rest (`tools/shape_tickets.py`)."""
    return Rates(np.array(COLUMNS), np.array([*SMOOTH, SMOOTH[0]]), SURPRISE)


def measure(bench: Bench) -> None:
    """Everything, what matters most first."""
    table = rates(LAW, on=ON)
    hours = LAW["hour_choosiness"].number(ON)
    planned = index(iterations=SEARCH, rates=table, choosiness=hours, used_share=USED)
    for seed in SEEDS:
        bench.policy(BASE, calendar(MIXED), seed)
        bench.policy(TICKETS, planned, seed)
    for at, seed in enumerate(SEEDS[:2]):
        bench.policy("index, no tickets", index(iterations=SEARCH, choosiness=hours), seed)
        for by in SCALES:
            fewer = index(iterations=SEARCH, rates=scaled(table, by), choosiness=hours, used_share=USED)
            bench.policy(f"tickets x {by:g}", fewer, seed)
        bench.policy(
            RISING, index(iterations=SEARCH, rates=rising(), choosiness=hours, used_share=USED), seed
        )
        for kind in (calendar(OFFICE), most_overdue(), risk_list()):
            bench.policy(kind.name, kind, seed)
        if at == 0:
            bench.crews()
    for seed in SEEDS[:2]:
        bench.policy(BASE, calendar(MIXED), seed, people=CROWDED_UNIT)
        bench.policy(TICKETS, planned, seed, people=CROWDED_UNIT)


def main() -> None:
    """Measure what is missing, print, write the section and the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--work", type=Path, default=ROOT / ".watchkeeper" / "bench")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    parser.add_argument("--print", action="store_true", help="measure nothing")
    given = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    np.seterr(all="ignore")
    bench = Bench(given.work)
    if not given.print:
        measure(bench)
    page = text(bench.done)
    print(page)
    section(given.out, HEADING, page)
    for name, svg in curves(bench.done).items():
        (ROOT / "docs" / "pictures" / name).write_text(svg)


if __name__ == "__main__":
    main()
