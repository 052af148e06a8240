"""The day's rounds: our search beside its peers, a sergeant's lists and a proved bound, on the same nights.

    make bench-rounds                       about ten minutes of one core
    .venv/bin/python -m tools.bench_rounds --nights 1 --wide 0 --long 5

Every plan is judged by `visits/routing/checking.py`, which knows no solver. Budgets are CPU seconds of
the solver's own process; the ratios are what to read. Written to docs/benchmarks.md.
"""

import argparse
import os
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tools.bench_rounds_nights import UNITS, Case, solomon_night, unit_night, with_
from tools.bench_rounds_peers import asked, ortools, own, pyvrp, seconds_of, vroom_best
from watchkeeper import today
from watchkeeper.law import shelf
from watchkeeper.visits.routing import practice, search
from watchkeeper.visits.routing.bound import bound
from watchkeeper.visits.routing.checking import check
from watchkeeper.visits.routing.effort import effort
from watchkeeper.visits.routing.rounds import Rounds

ROOT = Path(__file__).resolve().parent.parent
HEADING = "\n## Rounds of a day\n"
CANDIDATES, CREWS, WIDE = 240, 5, 15
SEEDS = (1, 2, 3)
PROOF_TURNS = 80
SMALL, MEDIUM, SOLVED_WITHIN = 14, 50, 60.0
AIM_GAP, AIM_LONDON, AIM_MEND = 0.02, 30.0, 2.0


@dataclass
class Measured:
    """One night: the proved bound, its CPU seconds, and each solver's values."""

    case: Case
    bound: float = 0.0
    proof_seconds: float = 0.0
    values: dict[str, list[float]] = field(default_factory=dict)
    turns: int = 0

    def judge(self, name: str, plan: Rounds | None) -> None:
        """Take a plan's value when it keeps every rule; a plan that breaks one is worth nothing."""
        judged = None if plan is None else check(self.case.night, plan)
        value = judged.value if judged is not None and judged.feasible else 0.0
        self.values.setdefault(name, []).append(value)
        print(f"  {name}: {value:,.0f}", flush=True)


def measured(case: Case, long: float) -> Measured:
    """Every solver on one night, and the proof last, begun from all plans found."""
    print(case.name, flush=True)
    night, one = case.night, Measured(case)
    plans = []
    for seed in SEEDS:
        plan, one.turns = own(night, 1.0, seed)
        plans.append(plan)
        one.judge("own search, 1 s", plan)
    marks = (1.0, long) if long > 1 else (1.0,)
    for mark in marks:
        for all_parts, how in ((True, "every part"), (False, "one part each")):
            one.judge(f"PyVRP, {how}, {mark:.0f} s", pyvrp(night, mark, SEEDS[0], all_parts=all_parts))
    for mark, plan_then in ortools(night, marks).items():
        one.judge(f"OR-Tools, {mark:.0f} s", plan_then)
    one.judge("VROOM", vroom_best(night, 1.0))
    for name, rule in (
        ("sergeant: most overdue first", practice.most_overdue_first),
        ("sergeant: nearest first", practice.nearest_first),
    ):
        one.judge(name, rule(night, days_overdue=case.days_overdue))
    proof, one.proof_seconds = seconds_of(lambda: bound(night, turns=PROOF_TURNS, plans=plans, assemble=True))
    one.bound = proof.value
    one.judge("rounds of the proof put together", proof.plan)
    print(f"  bound {one.bound:,.0f} in {one.proof_seconds:.0f} s", flush=True)
    return one


def table(all_measured: Iterable[Measured]) -> str:
    """Each solver's values against the bound: median, worst and best over nights and seeds."""
    held = list(all_measured)
    lines = []
    for name in held[0].values:
        shares = [value / one.bound for one in held for value in one.values.get(name, [])]
        lines.append((statistics.median(shares), name, min(shares), max(shares)))
    lines.sort(reverse=True)
    best = lines[0][0]
    rows = "\n".join(
        f"| {name} | {median:.3f} | {low:.3f} to {high:.3f} | {median / best:.3f} |"
        for median, name, low, high in lines
    )
    return f"| | median ÷ proved bound | from, to | ÷ the best |\n|---|---|---|---|\n{rows}"


def london() -> tuple[float, int, int]:
    """CPU seconds for all units with all their people as candidates; people, visits planned."""
    turns = effort(shelf.load(), on=today.today()).search_turns
    cases = [unit_night(unit, CREWS, None, 1) for unit in range(UNITS)]
    plans, seconds = seconds_of(
        lambda: [search.solve(case.night, seed=unit, iterations=turns) for unit, case in enumerate(cases)]
    )
    assert all(check(case.night, plan).feasible for case, plan in zip(cases, plans, strict=True))
    return seconds, sum(case.night.candidates for case in cases), sum(len(plan.visited) for plan in plans)


def mended(case: Case) -> tuple[float, float, float]:
    """CPU seconds to mend a plan whose first crew is sick, its value beside one made anew, stops kept."""
    allowed = effort(shelf.load(), on=today.today())
    before = search.solve(case.night, seed=1, iterations=allowed.search_turns)
    shift = case.night.shift.copy()
    shift[0, 1] = shift[0, 0]
    left = with_(case.night, shift=shift)
    after, seconds = seconds_of(
        lambda: search.solve(left, seed=2, iterations=allowed.mend_turns, start=before)
    )
    anew = search.solve(left, seed=3, iterations=allowed.search_turns)
    stayed = [who for who, crew in before.visited.items() if crew]
    kept = sum(after.visited.get(who) == before.visited[who] for who in stayed) / len(stayed)
    return seconds, after.value / anew.value, kept


def outside() -> tuple[str, str]:
    """Solomon's kinds: small ones against the optimum CP-SAT proves, larger ones against our own proof."""
    exact, proofs = [], []
    for kind in ("R", "C", "RC"):
        for crews in (1, 2):
            small = solomon_night(kind, SMALL, crews, 1)
            best, proved = asked(small, "optimum", SOLVED_WITHIN)
            found = search.solve(small, seed=1, iterations=2000)
            top = bound(small, turns=PROOF_TURNS, plans=(found,)).value
            assert check(small, found).feasible
            exact.append((kind, crews, best, proved, found.value, top))
            larger = solomon_night(kind, MEDIUM, crews, 1)
            found = search.solve(larger, seed=1, iterations=4000)
            top = bound(larger, turns=PROOF_TURNS, plans=(found,)).value
            assert check(larger, found).feasible
            proofs.append((found.value, top))
            print(kind, crews, exact[-1], proofs[-1], flush=True)
    rows = "\n".join(
        f"| {kind}, {crews} | {best:.0f}{'' if proved else ' (not proved)'} | {value:.0f} | {top:.1f} |"
        for kind, crews, best, proved, value, top in exact
    )
    gaps = [1 - value / top for value, top in proofs]
    settled = sum(value >= np.floor(top + 1e-6) for value, top in proofs)
    return (
        f"| {SMALL} customers: kind, crews | optimum, CP-SAT | own search | own bound |\n"
        f"|---|---|---|---|\n{rows}",
        f"Of {len(proofs)} with {MEDIUM} customers our own bound proves the search's plan the best\n"
        f"there is in {settled}; the gap is {statistics.mean(gaps):.1%} on average, {max(gaps):.1%} at most.",
    )


def paper(narrow: list[Measured], wide: list[Measured], long: float) -> str:
    """The results as a section of the page."""
    gaps = [1 - value / one.bound for one in narrow for value in one.values["own search, 1 s"]]
    seconds, people, visits = london()
    print(f"London {seconds:.1f} s", flush=True)
    mend, beside, kept = mended(narrow[0].case)
    exact, larger = outside()
    wide_table = ""
    if wide:
        wide_table = f"\n{CANDIDATES} candidates, {WIDE} crews, nights: {len(wide)}\n\n{table(wide)}\n"
    turns = f"{min(one.turns for one in narrow):,} to {max(one.turns for one in narrow):,}"
    aims = "\n".join(
        f"| {aim} | {found} |"
        for aim, found in (
            (
                f"a unit within {AIM_GAP:.0%} of the proved bound in 1 s",
                f"{statistics.median(gaps):.2%} at the median, {max(gaps):.2%} at worst",
            ),
            (
                f"all London for tomorrow in {AIM_LONDON:.0f} s",
                f"{seconds:.1f} s for {people:,} people in {UNITS} units, {visits} visits",
            ),
            (
                f"a plan mended in {AIM_MEND:.0f} s when a crew goes sick",
                f"{mend:.2f} s, {beside:.3f} of a plan made anew, {kept:.0%} of stops stay",
            ),
        )
    )
    proofs = ", ".join(f"{one.proof_seconds:.0f}" for one in [*narrow, *wide])
    return f"""{HEADING}
Printed by `make bench-rounds` (`tools/bench_rounds.py`) on {today.today()}, {os.cpu_count()} cores, load
{os.getloadavg()[0]:.1f} at the end. Seconds are CPU seconds of the solver's own process. Invented city; worth
depends on crew and part of the day; no breaks and nobody required, which the peers cannot all say. The
bound is proved by column generation; every plan is judged by `visits/routing/checking.py`.

{CANDIDATES} candidates, {CREWS} crews, nights: {len(narrow)}, seeds of our own search: {len(SEEDS)}
({turns} turns in a second), peers at 1 and {long:.0f} s:

{table(narrow)}
{wide_table}
PyVRP starts from our first filling; "one part each" gives it every person in one part of the day only.
OR-Tools has a copy of each person for each part, parallel cheapest insertion, guided local search. VROOM
cannot price the hour: everybody in their best part, priority by worth. CPU seconds of the proofs: {proofs}.

| aim | measured |
|---|---|
{aims}

A check from outside, team orienteering with time windows on instances made as Solomon's are (his own:
docs/rounds.md), windows of 10 to 90 units of time:

{exact}

{larger}
"""


def main() -> None:
    """Measure, print, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--nights", type=int, default=2, help=f"nights of {CREWS} crews")
    parser.add_argument("--wide", type=int, default=0, help=f"nights of {WIDE} crews")
    parser.add_argument("--long", type=float, default=30.0, help="CPU seconds of the long runs of peers")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    given = parser.parse_args()
    search.solve(solomon_night("R", SMALL, 1, 1), seed=1, iterations=1)  # compiled before any clock runs
    bound(solomon_night("R", SMALL, 1, 1), turns=1)
    narrow = [measured(unit_night(unit, CREWS, CANDIDATES, 1), given.long) for unit in range(given.nights)]
    wide = [measured(unit_night(unit, WIDE, CANDIDATES, 1), given.long) for unit in range(given.wide)]
    section = paper(narrow, wide, given.long)
    print(section)
    before, _, after = given.out.read_text().partition(HEADING)
    rest = after[after.find("\n## ") :] if "\n## " in after else ""
    given.out.write_text(before.rstrip("\n") + "\n" + section.rstrip("\n") + "\n" + rest)


if __name__ == "__main__":
    main()
