"""Team orienteering with windows on Solomon's own instances, beside the optima the literature has.

    .venv/bin/python -m tools.bench_rounds_solomon     two minutes of one core; writes docs/rounds.md

The table beside this file holds places, points and hours of three of his instances of 100 customers:
M. M. Solomon, Algorithms for the vehicle routing and scheduling problems with time window constraints,
Operations Research 35 (1987) 254-265. They are played as the literature plays them: points are his
demands, every visit takes 10, distances are cut off after one decimal, driving costs nothing, and each
crew is back at the depot by its close. His sets of kind C last 1,236 units, in tenths longer than the
two days a night may have: they are left out.
"""

import csv
import statistics
from pathlib import Path

import numpy as np

from tools.bench_rounds_peers import own
from tools.pages import ROOT, section
from watchkeeper.visits.routing import search
from watchkeeper.visits.routing.bound import bound
from watchkeeper.visits.routing.checking import check
from watchkeeper.visits.routing.night import ANYBODY, PARTS, Night

TABLE = Path(__file__).with_name("solomon.csv")
HEADING = "Public instances"
TENTHS = 10  # a minute of the night is a tenth of a unit of his
SERVICE = 10
DEPOT = {"r101": (35, 35, 230), "r109": (35, 35, 230), "rc101": (40, 50, 240)}  # x, y, close
SEEDS = (1, 2, 3)
SECONDS = 1.0
PROOF_TURNS = 200
READ, RECALLED = "", " ?"
PUBLISHED: dict[tuple[str, int], tuple[int, str]] = {
    ("r101", 1): (198, READ),
    ("r101", 2): (349, RECALLED),
    ("r101", 3): (484, RECALLED),
    ("r101", 4): (611, RECALLED),
    ("r109", 1): (277, RECALLED),
    ("r109", 2): (506, RECALLED),
    ("rc101", 1): (219, READ),
    ("rc101", 2): (427, RECALLED),
    ("rc101", 3): (621, RECALLED),
    ("rc101", 4): (811, RECALLED),
}
"""By instance and crews: the published optimum, and whether it was read or is recalled."""


def public_night(name: str, crews: int) -> Night:
    """One instance as a night of one window a person; a minute is a tenth of his unit."""
    with TABLE.open() as lines:
        rows = [row for row in csv.DictReader(lines) if row["instance"] == name]
    x, y, close = DEPOT[name]
    at = np.array([[x, y], *([int(row["x"]), int(row["y"])] for row in rows)], float)
    people = len(rows)
    worth, windows = np.zeros((crews, people, PARTS)), np.tile(np.array([1, 0]), (people, PARTS, 1))
    worth[:, :, 0] = [int(row["points"]) for row in rows]
    windows[:, 0] = [[int(row["opens"]) * TENTHS, int(row["closes"]) * TENTHS] for row in rows]
    return Night(
        travel_minutes=np.floor(
            np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) * TENTHS + 1e-9
        ).astype(np.int64),
        crew_base=np.zeros(crews, np.int64),
        service_minutes=np.full(people, SERVICE * TENTHS),
        windows=windows,
        worth=worth,
        allowed=np.ones((crews, people), bool),
        shift=np.tile([0, close * TENTHS], (crews, 1)),
        breaks=np.zeros((crews, 3), np.int64),
        required=np.zeros(people, bool),
        pinned_to=np.full(people, ANYBODY),
        minute_price=0.0,
    )


def line(name: str, crews: int) -> tuple[str, float]:
    """One row of the table, and the gap of the median plan to the published optimum."""
    night = public_night(name, crews)
    optimum, known = PUBLISHED[name, crews]
    plans = [own(night, SECONDS, seed)[0] for seed in SEEDS]
    assert all(check(night, plan).feasible for plan in plans)
    values = [plan.value for plan in plans]
    top = bound(night, turns=PROOF_TURNS, plans=plans, assemble=True)
    best = max(*values, top.plan.value if top.plan is not None else 0.0)
    proved = "proved" if np.floor(top.value + 1e-6) <= best else f"between {best:.0f} and {top.value:.1f}"
    gap = 1 - statistics.median(values) / optimum
    row = (
        f"| {name}, {crews} | {optimum}{known} | {statistics.median(values):.0f} | {min(values):.0f} to "
        f"{max(values):.0f} | {gap:.2%} | {best:.0f}, {proved} |"
    )
    print(row, flush=True)
    return row, gap


def main() -> None:
    """Measure, print, and write the section of docs/rounds.md."""
    search.solve(public_night("r101", 1), seed=1, iterations=1)  # compiled before any clock runs
    bound(public_night("r101", 1), turns=1)
    lines = [line(*each) for each in PUBLISHED]
    gaps = [gap for _, gap in lines]
    rows, seeds = "\n".join(row for row, _ in lines), f"{SEEDS[0]} to {SEEDS[-1]}"
    reached, mean, most = sum(gap <= 0 for gap in gaps), statistics.mean(gaps), max(gaps)
    section(
        ROOT / "docs" / "rounds.md",
        HEADING,
        f"""
Printed by `make bench-rounds` (`tools/bench_rounds_solomon.py`): team orienteering with time windows on
instances of M. M. Solomon (Operations Research 35, 1987) with 100 customers, {SECONDS:.0f} s of CPU for
our search, seeds {seeds}. On {reached} of {len(gaps)} the median plan is the optimum; the gap is {mean:.2%}
on average and {most:.2%} at most.

| instance, crews | published | ours, median | from, to | gap | best found, and our own bound |
|---|---|---|---|---|---|
{rows}

Published: for one crew the optimum of G. Righini and M. Salani (Computers & Operations Research 36, 2009);
for more the best known of R. Montemanni and L. M. Gambardella (2009) and of P. Vansteenwegen and others
(Iterated local search for the team orienteering problem with time windows, 2009). None of the papers was
at hand: r101 and rc101 with one crew were read in a public benchmark that repeats N. Labadie and others
(2012), and a figure with ? was written down from memory. Where our own bound says "proved", it stands on
that proof alone. The instances were compared in two independent copies: places
and points of all, hours of rc101 whole and of r101 in part; every window of r109 holds the middle of that of
r101. Kind C is left out: in tenths of a unit its day is longer than the two days a night may have.
""",
    )


if __name__ == "__main__":
    main()
