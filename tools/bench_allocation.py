"""Who takes which crime: the solver beside greedy, taking turns and an exact model, on invented forces.

    make bench-allocation                                     some minutes of one core
    .venv/bin/python -m tools.bench_allocation --seeds 1 --no-force

Every proposal is judged by `crimes/allocating/checking.py`, which knows no solver. Seconds are CPU seconds.
Written to docs/allocation.md.
"""

import argparse
import os
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np

from tools.invented_crimes import force
from tools.pages import ROOT, section
from watchkeeper import today
from watchkeeper.crimes.allocating.arriving import arrive
from watchkeeper.crimes.allocating.checking import Assessed, assess
from watchkeeper.crimes.allocating.practice import greedy, round_robin
from watchkeeper.crimes.allocating.problem import NOBODY, Problem
from watchkeeper.crimes.allocating.solving import Proposal, allocate
from watchkeeper.crimes.composing import Skill, skill_alike
from watchkeeper.crimes.facts import CrimeKind
from watchkeeper.crimes.rules.matrix import of_kind
from watchkeeper.law import shelf
from watchkeeper.workforce.conduct import Clearance, Fitness, Screening, VettingLevel
from watchkeeper.workforce.facts import Course, Officer, Rank, Role, Training

HEADING = "Figures"
TOWN, FORCE, SMALL = (2000, 400), (50_000, 34_000), (120, 30)
AIM_TOWN, AIM_FORCE, AIM_ARRIVAL, AIM_TURNS = 1.0, 60.0, 0.05, 1.2
ARRIVALS, CHANGE = 20, 150
WITHOUT = "without the points of an owner"


@dataclass
class Measured:
    """One problem: each way's result and CPU seconds."""

    asked: Problem
    proposal: Proposal
    seconds: dict[str, float]
    judged: dict[str, Assessed]

    def share(self, name: str) -> float:
        """Points of a way over those of the solver."""
        return self.judged[name].terms.total / self.judged["solver"].terms.total

    def bare(self, name: str) -> float:
        """The same without the points that any owner earns."""
        mine, best = self.judged[name].terms, self.judged["solver"].terms
        return (mine.total - mine.placing) / (best.total - best.placing)


def timed[T](work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and its CPU seconds."""
    begun = time.process_time()
    done = work()
    return done, time.process_time() - begun


def measured(asked: Problem, seed: int) -> Measured:
    """The solver and its rivals on one problem."""
    proposal, seconds = timed(lambda: allocate(asked, seed=seed))
    one = Measured(asked, proposal, {"solver": seconds}, {"solver": proposal.assessed})
    for name, way in (("greedy", greedy), ("turns", round_robin)):
        fresh = replace(asked)
        holder, one.seconds[name] = timed(lambda way=way, fresh=fresh: way(fresh))  # type: ignore[misc]
        one.judged[name] = assess(asked, holder)
    for name, found in one.judged.items():
        assert not found.findings, name
        print(
            f"  {name}: {found.terms.total:,} points, {found.placed:,} placed, {one.seconds[name]:.2f} s",
            flush=True,
        )
    return one


def arrivals(one: Measured) -> list[float]:
    """CPU seconds of single arrivals: crimes taken out of the proposal one at a time and let in again."""
    held = np.flatnonzero(one.proposal.holder != NOBODY)
    spent = []
    for crime in held[:: max(1, len(held) // ARRIVALS)].tolist():
        holder = one.proposal.holder.copy()
        holder[crime] = NOBODY
        found, seconds = timed(lambda h=holder, c=crime: arrive(one.asked, h, c, change=CHANGE))  # type: ignore[misc]
        for moved, officer in found.moves:
            holder[moved] = officer
        assert not assess(one.asked, holder).findings
        spent.append(seconds)
    return spent


def exact(asked: Problem) -> tuple[int, float]:
    """Points of the best proposal as CP-SAT proves it, pair by pair, and its CPU seconds."""
    from ortools.sat.python import cp_model

    model, begun = cp_model.CpModel(), time.process_time()
    n, m = len(asked.crimes), len(asked.officers)
    pairs = {(c, o): model.new_bool_var("") for c in range(n) for o in range(m) if asked.may(c, o)}
    gained, first = [], []
    for crime in range(n):
        model.add_at_most_one(pairs[crime, o] for o in range(m) if (crime, o) in pairs)
    for officer in range(m):
        mine = [pairs[c, officer] * int(asked.parts[c]) for c in range(n) if (c, officer) in pairs]
        steps = [model.new_bool_var("") for _ in range(int(asked.room[officer]))]
        model.add(sum(mine) <= sum(steps))
        costs = np.diff(asked.paid[officer])[: len(steps)].tolist()
        gained += [-cost * step for cost, step in zip(costs, steps, strict=True)]
    for (crime, officer), chosen in pairs.items():
        gained.append(asked.points(crime, officer) * chosen)
        if asked.first[crime]:
            first.append(int(asked.parts[crime]) * chosen)
    model.maximize(sum(first) * 10_000_000 + sum(gained))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = 60.0, 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value) % 10_000_000, time.process_time() - begun


def officers(many: int) -> list[Fitness]:
    """Officers with different days of courses and clearances, for the cost of asking the rules."""
    draw, on = np.random.default_rng(1), today.today()
    courses = list(Course)
    staff = []
    for number in range(many):
        since = on - timedelta(days=int(draw.integers(30, 3000)))
        passed = tuple(
            Training(courses[at], since) for at in draw.choice(len(courses), 3, replace=False).tolist()
        )
        who = Officer(f"P{number}", Rank.CONSTABLE, Role.INVESTIGATOR, f"U{number % 12}", training=passed)
        clear = Clearance(f"V{number}", who.ref, VettingLevel.MV, since, on + timedelta(days=500))
        seen = Screening(f"S{number}", who.ref, since, True, on + timedelta(days=90))
        staff.append(Fitness(who, clearances=(clear,), screenings=(seen,), on_shift=True))
    return staff


def rules(many: int) -> tuple[float, int]:
    """CPU seconds to ask the rules of every officer and every row of the matrix, and the skills found."""
    law, on, staff = shelf.load(), today.today(), officers(many)
    rows = [of_kind(kind, "", law, on=on) for kind in CrimeKind]
    known: dict[Fitness, Skill] = {}
    found, seconds = timed(lambda: {skill_alike(one, rows, law, on, known) for one in staff})
    return seconds, len(found)


def table(held: list[Measured]) -> str:
    """Each way over all seeds: CPU seconds, points over the solver's, crimes placed, those that go first."""
    names = {"solver": "**the solver**", "greedy": "greedy by worth", "turns": "in turn within the unit"}
    rows = []
    for name, says in names.items():
        shares = [one.share(name) for one in held]
        suited = [one.bare(name) for one in held]
        first = [one.judged[name].first_parts / max(1, one.judged["solver"].first_parts) for one in held]
        placed = [one.judged[name].placed for one in held]
        seconds = [one.seconds[name] for one in held]
        rows.append(
            f"| {says} | {statistics.median(seconds):.2f} | {min(shares):.4f} to {max(shares):.4f} "
            f"| {min(suited):.4f} to {max(suited):.4f} | {min(placed):,} to {max(placed):,} "
            f"| {min(first):.3f} to {max(first):.3f} |"
        )
    head = f"| | CPU s, median | points ÷ solver | {WITHOUT} | placed | first, ÷ solver |"
    return f"{head}\n|---|---|---|---|---|---|\n" + "\n".join(rows)


def standing(held: list[Measured]) -> str:
    """How good the proposals are, in words."""
    proved = sum(one.proposal.proved for one in held)
    gaps = [one.proposal.gap for one in held]
    known = [gap for gap in gaps if gap is not None]
    worst = f"; gap at most {max(known):.2%}" if known and proved < len(held) else ""
    open_ = sum(gap is None for gap in gaps)
    more = f"; in {open_} the bound places more of the crimes that go first" if open_ else ""
    return f"Proved the best: {proved} of {len(held)}{worst}{more}."


def paper(seeds: int, whole: bool) -> str:
    """The figures as a section of the page."""
    allocate(force(50, 20, 1), seed=1)  # imports, before any clock runs
    asking, skills = rules(FORCE[1] if whole else TOWN[1])
    print(f"  rules {asking:.1f} s", flush=True)
    town = [measured(force(*TOWN, seed), seed) for seed in range(1, seeds + 1)]
    weighed = [measured(force(*TOWN, seed, weighed=True), seed) for seed in range(1, seeds + 1)]
    spent = [seconds for one in town for seconds in arrivals(one)]
    small = []
    for seed in range(1, seeds + 1):
        for by_weight in (False, True):
            asked = force(*SMALL, seed, weighed=by_weight)
            best, seconds = exact(asked)
            found, own = timed(lambda a=asked, s=seed: allocate(a, seed=s))  # type: ignore[misc]
            small.append((seed, by_weight, best, seconds, found.assessed.terms.total, own, found))
            print(f"  exact {best:,} in {seconds:.1f} s; own {small[-1][4]:,}", flush=True)
    all_force = [measured(force(*FORCE, seed), seed) for seed in range(1, (2 if whole else 0) + 1)]
    far = [seconds for one in all_force for seconds in arrivals(one)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = "\n".join(
        f"| {seed}, {'weights of their kinds' if by_weight else 'one piece each'} | {best:,} | {seconds:.1f} "
        f"| {own:,} | {mine:.2f} | {'proved' if found.proved else 'not proved'} |"
        for seed, by_weight, best, seconds, own, mine, found in small
    )
    least = min(1 / one.share("turns") for one in town + all_force)
    bare = min(1 / one.bare("turns") for one in town + all_force)
    greedy_least = min(1 / one.share("greedy") for one in town + all_force)
    arriving = f"{max(spent) * 1000:.0f} ms at most, {len(spent)} of them"
    slow = max(one.seconds["solver"] for one in town)
    aims = [
        (f"2,000 x 400 proved in {AIM_TOWN:.0f} s", f"{slow:.2f} s at most"),
        (f"one arrival in {AIM_ARRIVAL * 1000:.0f} ms", arriving),
        ("never worse than greedy", f"{greedy_least:.4f} times its points at least"),
        (f"{AIM_TURNS - 1:.0%} better than turns", f"{least - 1:.1%} at least; {bare - 1:.1%} {WITHOUT}"),
    ]
    if all_force:
        slowest = max(one.seconds["solver"] for one in all_force)
        aims.append(
            (f"50,000 x 34,000 in {AIM_FORCE:.0f} s", f"{slowest:.1f} s, {asking:.1f} s of rules beside")
        )
        middle, longest = statistics.median(far) * 1000, max(far) * 1000
        aims.append(
            (
                "one arrival there",
                f"{middle:.0f} ms at the median; {longest:.0f} ms for the first, with its tables",
            )
        )
    told = "\n".join(f"| {aim} | {found} |" for aim, found in aims)
    asked_of = FORCE[1] if whole else TOWN[1]
    wide = ""
    if all_force:
        size = f"{FORCE[0]:,} crimes, {FORCE[1]:,} officers, one piece each, seeds: {len(all_force)}"
        wide = f"\n{size}\n\n{table(all_force)}\n\n{standing(all_force)}\n"
    return f"""
Printed by `make bench-allocation` (`tools/bench_allocation.py`) on {today.today()}: {os.cpu_count()} cores,
load {os.getloadavg()[0]:.1f} at the end, {memory:.0f} MB at most. Seconds are CPU seconds. Invented forces of
12 units (`tools/invented_crimes.py`); every proposal is judged by `crimes/allocating/checking.py`.

| aim | measured |
|---|---|
{told}

{TOWN[0]:,} crimes, {TOWN[1]} officers, one piece each, seeds: {seeds}

{table(town)}

{standing(town)}

The same with the weights of their kinds

{table(weighed)}

{standing(weighed)}
{wide}
Asking the rules of {asked_of:,} officers, every row of the matrix: {asking:.1f} s,
{skills:,} skills.

{SMALL[0]} crimes, {SMALL[1]} officers, against CP-SAT pair by pair

| seed, weights | CP-SAT, points | CPU s | solver, points | CPU s | |
|---|---|---|---|---|---|
{rows}
"""


def main() -> None:
    """Measure, print, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--no-force", action="store_true", help="leave out 50,000 x 34,000")
    given = parser.parse_args()
    text = paper(given.seeds, not given.no_force)
    print(text)
    section(ROOT / "docs" / "allocation.md", HEADING, text)


if __name__ == "__main__":
    main()
