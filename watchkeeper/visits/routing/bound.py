"""What no plan of the night can exceed, proved; what a crew's minute is worth; and a plan from the proof.

Column generation: a linear programme chooses among rounds, its dual prices say what each person and
each crew is worth, and `pricing` looks for rounds worth more than they are priced at. Whatever the
prices, their sum plus the best round of each crew at those prices is an upper bound (Lagrange).

What it stands on: shifts, bases, hours, breaks, who may see whom and pins are exactly those of the
night. Two things are let go, and only raise the bound: a round may come back to a person after going
far from them, and travel is as short as any way round by other places makes it. Required people
are priced like a contract that must be met: the bound holds for every plan that visits all of them.
For a night in which no plan can, it bounds what is left of a plan's value after the penalty for each.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import highspy
import numpy as np

from watchkeeper.visits.routing.night import Data, Floats, Ints, Night
from watchkeeper.visits.routing.pricing import best_rounds
from watchkeeper.visits.routing.rounds import Rounds
from watchkeeper.visits.routing.search import arrays, finished, room_of, round_value
from watchkeeper.visits.routing.timing import timed

type Visits = tuple[tuple[int, int], ...]

REMEMBERED = 16
"""People near each place whom a label remembers, halved each time a pricing runs out of labels. More
proves tighter: 8 left 0.5 % more between bound and plan, 40 ran out of labels."""

LABELS = 3_000_000
"""Labels one pricing may hold, about 200 MB."""

COLUMNS = 40
"""Rounds taken from one pricing."""

SMOOTHED = 0.5
"""Share of the best prices so far in those tried next: prices of a linear programme swing."""

CLOSE, ALMOST = 1e-4, 5e-3
"""Relative gap at which the proof is done, and at which quick pricing gives way to exact."""

NODES = 2_000
"""Branchings of the whole-number programme that puts a plan together: a count, so that it repeats."""


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """`value`: points no plan exceeds, infinite when the turns ran out before a proof.

    crew_points (k,)      what the shift of each crew is worth in points at the prices of the proof
    candidate_points (n,) what tonight's rounds would lose without each person
    plan                  the best plan the rounds of the proof make, when asked for
    """

    value: float
    crew_points: Floats
    candidate_points: Floats
    turns: int
    plan: Rounds | None = None

    def gap(self, value: float) -> float:
        """Share of the bound a plan of `value` may be short of the best: 0.02 is within 2 %."""
        return 1.0 - value / self.value if self.value > 0 else 0.0

    def minute_points(self, night: Night) -> Floats:
        """Price of a minute of each crew tonight, shape (k,): its shift's worth over its minutes."""
        span = np.maximum(1, night.shift[:, 1] - night.shift[:, 0] - night.breaks[:, 2])
        return np.asarray(self.crew_points / span, np.float64)


def bound(
    night: Night,
    *,
    turns: int,
    plans: Sequence[Rounds] = (),
    assemble: bool = False,
    stop: Callable[[], bool] | None = None,
) -> Bound:
    """The proved bound after at most `turns` pricings of every crew, begun from the rounds of `plans`.

    `assemble` also puts the rounds found together to a plan, as good as whole numbers allow.
    """
    programme = Programme(night)
    for plan in plans:
        for crew, stops in enumerate(plan.rounds):
            programme.take(crew, tuple((stop.candidate, stop.part) for stop in stops))
    best, exact, turn, prices = np.inf, False, 0, None
    people, crews = np.zeros(night.candidates), np.zeros(night.crews)
    while turn < turns and not (stop is not None and turn and stop()):
        turn += 1
        value, people_now, crews_now = programme.prices()
        smooth = people_now if prices is None else SMOOTHED * prices + (1 - SMOOTHED) * people_now
        sums, found, proved = programme.priced(smooth, crews_now, people_now, exact)
        if proved and sums < best:
            best, prices, people, crews = sums, smooth, people_now, crews_now
        if not found and exact:
            sums, found, proved = programme.priced(people_now, crews_now, people_now, True)
            if proved and sums < best:
                best, prices, people, crews = sums, people_now, people_now, crews_now
            if not found:
                break
        if proved and best - value <= CLOSE * abs(value):
            break
        exact = exact or not found or sums - value < ALMOST * abs(value)
        if not proved:
            prices = smooth if not exact else prices
    return Bound(best, crews, people, turn, programme.assembled() if assemble else None)


class Programme:
    """The linear programme over rounds: one row for each person, one for each crew."""

    def __init__(self, night: Night) -> None:
        self.night = night
        self.data: Data = (shortest := closed(night), np.ascontiguousarray(shortest.T), *arrays(night)[2:])
        self.columns: dict[tuple[int, Visits], float] = {}
        self.remember(REMEMBERED)
        self.values, self.labels = np.empty(LABELS), np.empty((LABELS, 7), np.int64)
        self.solver = self._rows(1.0)
        self.penalty = 1.0 + float(night.worth.max(axis=(0, 2), initial=0.0).sum())
        for who in np.flatnonzero(night.must):
            self.solver.addCol(self.penalty, 0.0, highspy.kHighsInf, 1, np.array([who]), np.ones(1))

    def remember(self, people: int) -> None:
        """Let a label remember so many people near each place, the place itself first."""
        n, bases = self.night.candidates, self.night.bases
        between = self.data[0][bases:, bases:] - np.eye(n, dtype=np.int64)
        self.near: Ints = np.argsort(between, axis=1, kind="stable")[:, :people].astype(np.int64)
        self.bit: Ints = np.full((n, n), -1, np.int64)
        for place in range(self.near.shape[1]):
            self.bit[np.arange(n), self.near[:, place]] = place

    def take(self, crew: int, visits: Visits) -> bool:
        """A round as one more column; False when it is known."""
        if not visits or (crew, visits) in self.columns:
            return False
        night = self.night
        value = sum(float(night.worth[crew, who, part]) for who, part in visits)
        places = [night.starts[crew], *(night.bases + who for who, _ in visits), night.crew_base[crew]]
        value -= night.minute_price * float(self.data[0][places[:-1], places[1:]].sum())
        self.columns[crew, visits] = value
        rows, times = np.unique([who for who, _ in visits], return_counts=True)
        self.solver.addCol(
            -value,
            0.0,
            highspy.kHighsInf,
            len(rows) + 1,
            np.r_[rows, night.candidates + crew].astype(np.int32),
            np.r_[times, 1].astype(np.float64),
        )
        return True

    def prices(self) -> tuple[float, Floats, Floats]:
        """Value of the programme, and what each person and each crew is worth in it."""
        self.solver.run()
        dual = -np.array(self.solver.getSolution().row_dual)
        n = self.night.candidates
        people, crews = dual[:n], np.maximum(0.0, dual[n:])
        return (
            -float(self.solver.getInfo().objective_function_value),
            np.where(self.night.must, people, np.maximum(0.0, people)),
            crews,
        )

    def priced(self, people: Floats, crews: Floats, now: Floats, exact: bool) -> tuple[float, int, bool]:
        """The bound at these prices of people, how many new rounds are worth taking at the prices `now`,
        and whether the bound is one."""
        night, longest = self.night, room_of(self.night)
        sums, found, proved = float(people.sum()), 0, exact
        out: Ints = np.empty((COLUMNS, longest, 2), np.int64)
        ends: Ints = np.empty(night.candidates, np.int64)
        for crew in range(night.crews):
            earned = np.where(night.worth[crew] > 0, night.worth[crew] - people[:, None], -np.inf)
            best, many, enough = best_rounds(
                crew,
                self.data,
                earned,
                float(night.minute_price),
                self.near,
                self.bit,
                exact,
                self.values,
                self.labels,
                ends,
                out,
            )
            sums, proved = sums + max(0.0, best), proved and enough
            if not enough and self.near.shape[1] > 1:
                self.remember(self.near.shape[1] // 2)
            for line in out[:many]:
                visits = tuple((int(who), int(part)) for who, part in line if who >= 0)
                found += self.take(crew, visits) and self._worth_taking(crew, visits, now, crews)
        return sums, found, proved

    def assembled(self) -> Rounds:
        """The best plan of the rounds known that can be driven and visit nobody twice."""
        night, rounds = self.night, []
        for crew, visits in self.columns:
            seen = {who for who, _ in visits}
            if len(seen) == len(visits) and timed(night, crew, visits) is not None:
                rounds.append((crew, visits))
        solver = self._rows(1.0, cover=False)
        for number, (crew, visits) in enumerate(rounds):
            bonus = self.penalty * sum(bool(night.must[who]) for who, _ in visits)
            rows = np.array([*sorted(who for who, _ in visits), night.candidates + crew], np.int32)
            value = round_value(night, crew, list(visits)) + bonus
            solver.addCol(-value, 0.0, 1.0, len(rows), rows, np.ones(len(rows)))
            solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        solver.setOptionValue("mip_max_nodes", NODES)
        solver.run()
        taken = np.array(solver.getSolution().col_value)
        chosen: list[list[tuple[int, int]]] = [[] for _ in range(night.crews)]
        for number, (crew, visits) in enumerate(rounds):
            if len(taken) == len(rounds) and taken[number] > 1 / 2:
                chosen[crew] = list(visits)
        return finished(night, chosen)

    def _worth_taking(self, crew: int, visits: Visits, people: Floats, crews: Floats) -> bool:
        reduced = self.columns[crew, visits] - sum(people[who] for who, _ in visits) - crews[crew]
        return bool(reduced > CLOSE)

    def _rows(self, most: float, *, cover: bool = True) -> highspy.Highs:
        """A programme with its rows: nobody twice, everybody required once, one round for each crew."""
        solver = _solver()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        nothing = np.zeros(0)
        for must in self.night.must:
            solver.addRow(
                most if must and cover else -highspy.kHighsInf, most, 0, nothing.astype(np.int32), nothing
            )
        for _ in range(self.night.crews):
            solver.addRow(-highspy.kHighsInf, most, 0, nothing.astype(np.int32), nothing)
        return solver


def _solver() -> highspy.Highs:
    _without_banner()
    return highspy.Highs()  # type: ignore[no-untyped-call]


@cache
def _without_banner() -> None:
    """The first solver of a process prints who made it before it can be told to be quiet.

    It writes past Python, so the stream itself is turned away: what a command prints is often read on.
    """
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        highspy.Highs()  # type: ignore[no-untyped-call]
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def closed(night: Night) -> Ints:
    """Shortest minutes between all places by way of any others, (b+n, b+n): a metric, never longer."""
    travel = night.travel_minutes.copy()
    for via in range(len(travel)):
        np.minimum(travel, travel[:, via, None] + travel[None, via], out=travel)
    return travel
