"""Nights with breaks, required visits and pins, and with fifteen crews: is the bound proved there?

    .venv/bin/python -m tools.bench_rounds_fuller    some minutes of one core; writes docs/benchmarks.md

Our own search for a second of CPU beside the bound of column generation. The peers are not asked:
VROOM and OR-Tools here say no break and no pin, and a peer's model cut short proves nothing.
"""

import argparse
import os
import statistics
from time import process_time

import numpy as np

from tools.bench_rounds_nights import Case, bound_night, solomon_night, unit_night
from tools.bench_rounds_peers import Budget, own, seconds_of
from tools.pages import ROOT, section
from watchkeeper import today
from watchkeeper.law import shelf
from watchkeeper.visits.routing import search
from watchkeeper.visits.routing.bound import bound
from watchkeeper.visits.routing.checking import check

HEADING = "Rounds with breaks, required visits and fifteen crews"
CANDIDATES, CREWS, WIDE = 240, 5, 15
SEEDS = (1, 2, 3)
PROOF_TURNS, PROOF_SECONDS = 80, 240.0


def line(case: Case) -> str:
    """One night: the search beside the proved bound, and what the proof cost."""
    plans = [own(case.night, 1.0, seed)[0] for seed in SEEDS]
    unmet = [len(plan.unmet) for plan in plans]
    assert all(check(case.night, plan).feasible or plan.unmet for plan in plans)
    until = Budget(PROOF_SECONDS, process_time())
    top, seconds = seconds_of(
        lambda: bound(case.night, turns=PROOF_TURNS, plans=plans, assemble=True, stop=until)
    )
    if not np.isfinite(top.value):
        row = f"| {case.name} | {int(case.night.must.sum())}, {max(unmet)} | not proved | | | {seconds:.0f} |"
        print(row, flush=True)
        return row
    shares = [plan.value / top.value for plan in plans]
    together = top.plan.value / top.value if top.plan is not None and not top.plan.unmet else 0.0
    row = (
        f"| {case.name} | {int(case.night.must.sum())}, {max(unmet)} | {statistics.median(shares):.3f} | "
        f"{min(shares):.3f} to {max(shares):.3f} | {together:.3f} | {seconds:.0f} |"
    )
    print(row, flush=True)
    return row


def main() -> None:
    """Measure, print, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--nights", type=int, default=2, help=f"nights of {CREWS} crews")
    parser.add_argument("--wide", type=int, default=1, help=f"nights of {WIDE} crews")
    given = parser.parse_args()
    law, on = shelf.load(), today.today()
    search.solve(solomon_night("R", 14, 1, 1), seed=1, iterations=1)  # compiled before any clock runs
    bound(solomon_night("R", 14, 1, 1), turns=1)
    rows = []
    for crews, nights in ((CREWS, given.nights), (WIDE, given.wide)):
        for unit in range(nights):
            case = unit_night(unit, crews, CANDIDATES, 1)
            if crews == WIDE:
                rows.append(line(case))
            rows.append(line(bound_night(case, 1, law, on=on)))
    told, seeds = "\n".join(rows), f"{SEEDS[0]} to {SEEDS[-1]}"
    load = f"{os.getloadavg()[0]:.1f}"
    section(
        ROOT / "docs" / "benchmarks.md",
        HEADING,
        f"""
Printed by `make bench-rounds` (`tools/bench_rounds_fuller.py`) on {on}, {os.cpu_count()} cores, load
{load} at the end. The nights of the section above with breaks by policy (`crew_break`), one
required visit a crew and two people pinned to a crew ("bound"), and with {WIDE} crews; {CANDIDATES}
candidates; our own search for 1 CPU second, seeds {seeds}; a proof stops after {PROOF_TURNS} pricings
or {PROOF_SECONDS:.0f} CPU seconds, and is only a bound once every crew was priced exactly.
*Put together*: how near a plan of the proof's own rounds comes to the bound.

| night | must, not placed | own ÷ proved bound | from, to | put together | proof, CPU s |
|---|---|---|---|---|---|
{told}
""",
    )


if __name__ == "__main__":
    main()
