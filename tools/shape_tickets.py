"""How the chance of a ticket should rise with age: the rates of policy, and what they cost and leak.

    .venv/bin/python -m tools.shape_tickets              those of policy beside others, to docs/benchmarks.md
    .venv/bin/python -m tools.shape_tickets --work-out   works them out anew, for policy

Somebody who watches knows their level and the days since they were last seen. What they learn of tonight
from that is the mutual information of the visit and the age. To keep harm and information low together,
for a price `LEAK` of information and a price of an attempt, is an average-cost decision problem with a
penalty on information; its answer (rational inattention; linearly solvable control) is

    rate(age) = 1 / (1 + (1 - r) / r * exp((C - gain(age)) / LEAK)),    r the mean rate of the level,

where `gain` is the harm that a success tonight would spare. So the rate rises smoothly with what a visit
is worth, and nowhere jumps: a jump is a date. Caps by level, which jump once somebody is late, stand
beside it below at the same number of attempts.

What is reckoned is one person of each level, by the thousand, at rest: no travel, no crews, no backlog
and a watcher who knows level and age. Two simulated years, with a watcher who learns, measure the rest.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numba import njit

from tools.pages import ROOT, section
from watchkeeper.law import shelf
from watchkeeper.visits.rules.habits import Reals
from watchkeeper.visits.rules.tickets import rates
from watchkeeper.visits.rules.worth import curve, harm_rate, worths

HEADING = "Rates of tickets"
ON = date(2026, 11, 28)
INTERVAL = (30, 91, 183, 365)
PEOPLE = (0.01, 0.09, 0.35, 0.55)  # share at each level
WEIGHT = (16.0, 6.0, 2.0, 1.0)
CHANCES = ((0.33, 0.15), (0.45, 0.25), (0.55, 0.35), (0.65, 0.25))  # of success, and how common
ATTEMPTS = 0.0124  # each night, for each person: three quarters of today's crews
FURTHEST = 6  # intervals
LEAK = (12.0, 8.0, 6.0, 6.0)
MORE = 1.3  # tickets for each attempt the crews can make: something to choose from
MOST = 0.9  # even somebody very late is never sure of tonight
COLUMNS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0)
SMOOTH = (
    (0.05, 0.07, 0.11, 0.16, 0.20, 0.26, 0.35, 0.50, 0.70, 0.90, 0.90, 0.90, 0.90),
    (0.009, 0.018, 0.035, 0.054, 0.072, 0.10, 0.15, 0.25, 0.40, 0.61, 0.89, 0.90, 0.90),
    (0.002, 0.005, 0.011, 0.019, 0.027, 0.039, 0.062, 0.11, 0.18, 0.31, 0.52, 0.66, 0.75),
    (0.001, 0.0025, 0.0054, 0.0092, 0.013, 0.020, 0.031, 0.055, 0.095, 0.16, 0.29, 0.39, 0.46),
)
"""What `--work-out` gives at LEAK, rounded."""
LAW = shelf.load()
HARM = curve(LAW, on=ON)
SURPRISE = rates(LAW, on=ON).surprise
AGES = [np.arange(1, FURTHEST * interval + 1) for interval in INTERVAL]
COSTS = [
    np.array([harm_rate(int(day), interval, weight, HARM) for day in days])
    for days, interval, weight in zip(AGES, INTERVAL, WEIGHT, strict=True)
]

type Hazards = list[list[Reals]]
"""The chance of an attempt by level, by class of chance, by age."""


@njit(cache=True)
def shaped(cost: Reals, chance: float, price: float, leak: float, floor: float, start: float) -> Reals:
    """The rate of each age at a price of an attempt and of information, by relative value iteration."""
    last = len(cost) - 1
    rate, value, mean = np.zeros(last + 1), np.zeros(last + 2), start
    for _ in range(60):
        low, high = 0.0, cost[last]
        for _ in range(36):
            a_day = (low + high) / 2
            value[last + 1] = 0.0
            for _ in range(300):
                spared = min(max((price - chance * value[last + 1]) / leak, -500.0), 500.0)
                value[last + 1] += cost[last] - a_day - leak * np.log(1 - mean + mean * np.exp(-spared))
            for age in range(last, -1, -1):
                spared = min(max((price - chance * value[age + 1]) / leak, -500.0), 500.0)
                value[age] = value[age + 1] + cost[age] - a_day
                value[age] -= leak * np.log(1 - mean + mean * np.exp(-spared))
            if value[0] > 0:
                low = a_day
            else:
                high = a_day
        alive, nights, attempts = 1.0, 0.0, 0.0
        for age in range(last + 1):
            spared = min(max((price - chance * value[age + 1]) / leak, -500.0), 500.0)
            rate[age] = max(mean * np.exp(-spared) / (1 - mean + mean * np.exp(-spared)), floor)
            here = alive / (chance * rate[age]) if age == last else alive
            nights += here
            attempts += here * rate[age]
            alive *= 1 - chance * rate[age]
        if abs(attempts / nights - mean) < 1e-4 * mean:
            break
        mean = (mean + attempts / nights) / 2
    return rate


@dataclass(frozen=True)
class Told:
    """Of 10,000 people at rest: harm a day, attempts a night a person, and what a watcher learns."""

    harm: float
    attempts: float
    leak: float
    leak_within: float
    surest: float
    surest_within: float
    overdue: float
    overdue_high: float


def told(hazards: Hazards) -> Told:
    """What chances of an attempt come to; the leak is of a visit within three nights, surest the top 1 %."""
    harm = attempts = overdue = high = 0.0
    many, visit, within = [], [], []
    for level, days in enumerate(AGES):
        people, hits = np.zeros(len(days)), np.zeros(len(days))
        for (chance, common), hazard in zip(CHANCES, hazards[level], strict=True):
            alive = np.concatenate([[1.0], np.cumprod(1 - chance * hazard[:-1])])
            alive[-1] /= chance * hazard[-1]
            here = PEOPLE[level] * common * alive / alive.sum()
            next_ = np.append(hazard[1:], hazard[-1])
            third = np.append(next_[1:], next_[-1])
            people += here
            hits += here * (1 - (1 - hazard) * (1 - next_) * (1 - third))
            harm += float(here @ COSTS[level])
            attempts += float(here @ hazard)
        late = float(people[days > INTERVAL[level]].sum())
        overdue, high = overdue + late, high + (late if level < 2 else 0)
        many.append(people)
        visit.append(np.divide(hits, people, out=np.zeros(len(days)), where=people > 0))
        within.append(days <= INTERVAL[level])
    weight, seen, inside = map(np.concatenate, (many, visit, within))
    leak, surest = learnt(weight, seen)
    leak_in, surest_in = learnt(weight[inside], seen[inside])
    return Told(1e4 * harm, attempts, leak, leak_in, surest, surest_in, 1e4 * overdue, 1e4 * high)


def learnt(weight: Reals, visit: Reals) -> tuple[float, float]:
    """Share of the uncertainty that level and age take away, and how often the surest 1 % of bets hit."""
    weight = weight / weight.sum()

    def unsure(chance: Reals) -> Reals:
        chance = np.clip(chance, 1e-12, 1 - 1e-12)
        return -(chance * np.log2(chance) + (1 - chance) * np.log2(1 - chance))

    blind = float(unsure(np.array(weight @ visit)))
    order = np.argsort(-visit)
    share = np.clip(0.01 - (np.cumsum(weight[order]) - weight[order]), 0, weight[order])
    return (blind - float(weight @ unsure(visit))) / blind, float(share @ visit[order]) / float(share.sum())


def at_crews(made: Callable[[float], Hazards]) -> Told:
    """The figures at the price of an attempt at which the crews are just busy."""
    low, high = 1e-2, 1e4
    for _ in range(28):
        price = (low * high) ** 0.5
        found = told(made(price))
        low, high = (price, high) if found.attempts > ATTEMPTS else (low, price)
    return found


def by_table(ages: Reals, table: Reals, *, steady: bool = False) -> Callable[[float], Hazards]:
    """Whoever holds a ticket is attempted when the attempt is worth the price. `steady`: anticipating."""

    def made(price: float) -> Hazards:
        hazards: Hazards = []
        for level, days in enumerate(AGES):
            ticket = table[level][np.searchsorted(ages, days / INTERVAL[level], side="right") - 1]
            full = np.ones(len(days))
            hazards.append(
                [
                    np.where(
                        worths(
                            days.astype(float),
                            full * INTERVAL[level],
                            full * WEIGHT[level],
                            full * chance,
                            HARM,
                            rate=ticket if steady else 1.0,
                        )
                        >= price,
                        ticket,
                        np.minimum(SURPRISE[level], ticket),
                    )
                    for chance, _ in CHANCES
                ]
            )
        return hazards

    return made


def work_out() -> Reals:
    """The table of rates at LEAK, with MORE tickets than the crews can use: (levels, COLUMNS)."""
    mean = sum(chance * common for chance, common in CHANCES)
    low, high = 0.5, 200.0
    for _ in range(12):
        price = (low * high) ** 0.5
        curves = [
            shaped(COSTS[at], mean, price, LEAK[at], SURPRISE[at], 1.2 / INTERVAL[at] / mean)
            for at in range(4)
        ]
        busy = told([[each for _ in CHANCES] for each in curves]).attempts > ATTEMPTS
        low, high = (price, high) if busy else (low, price)
    table = np.zeros((4, len(COLUMNS)))
    for level, each in enumerate(curves):
        column = np.searchsorted(COLUMNS, AGES[level] / INTERVAL[level], side="right") - 1
        for at in range(len(COLUMNS)):
            table[level, at] = np.clip(MORE * each[column == at].mean(), SURPRISE[level], MOST)
    return np.maximum.accumulate(np.round(table, 4), axis=1)


def lines() -> Iterator[str]:
    """The section of docs/benchmarks.md."""
    policy = rates(LAW, on=ON)
    two = np.array([0.0, 1.15])

    def capped(*rows: tuple[float, float]) -> Callable[[float], Hazards]:
        return by_table(two, np.array(rows), steady=True)

    kinds = {
        "no lottery: the worthiest first": capped(*[(1.0, 1.0)] * 4),
        "caps .30 .15 .08 .05, late .7, anticipating": capped(
            (0.3, 0.7), (0.15, 0.7), (0.08, 0.7), (0.05, 0.7)
        ),
        "caps .15 .08 .04 .025, late .3, anticipating": capped(
            (0.15, 0.3), (0.08, 0.3), (0.04, 0.3), (0.025, 0.3)
        ),
        "cap .15 for all": capped(*[(0.15, 0.15)] * 4),
        "cap .11 for all": capped(*[(0.11, 0.11)] * 4),
        "cap .09 for all": capped(*[(0.09, 0.09)] * 4),
        "rising smoothly with age": by_table(np.array(COLUMNS), np.array(SMOOTH)),
        "**rates of policy**": by_table(policy.ages, policy.ticket),
        "the same, anticipating": by_table(policy.ages, policy.ticket, steady=True),
    }
    yield f"""
Printed by `python -m tools.shape_tickets`: 10,000 people at rest, {ATTEMPTS:.2%} of doors tried a night,
reckoned and not simulated (no travel, no backlog, a watcher who knows level and days since last
seen). *Leak* is the share of the uncertainty about a visit within three nights that they take away;
*surest* how often the surest 1 % of bets hit.

| rates | harm a day | leak | within the limit | surest | within the limit | overdue | of them high |
|---|---|---|---|---|---|---|---|
"""
    for name, made in kinds.items():
        got = at_crews(made)
        yield (
            f"| {name} | {got.harm:,.0f} | {got.leak:.0%} | {got.leak_within:.0%} | {got.surest:.0%} "
            f"| {got.surest_within:.0%} | {got.overdue:.0f} | {got.overdue_high:.0f} |\n"
        )
    yield """
Rates that rise smoothly with age give less away at the same harm than caps that jump when somebody
is late. With them an index must not anticipate by tonight's rate: it would prize those whose rate
is still low, and who will be drawn oftener soon, above those who are late. The rates of policy are one rate
for everybody, level past the limit, with a late step: they were chosen by the surest bets over two simulated
years, with crews, roads and a backlog (below). Here every ticket may be used; there half come to nothing.
"""


def main() -> None:
    """Print the rates worked out, or the figures of those of policy."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--work-out", action="store_true", help="work rates out anew")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    given = parser.parse_args()
    if given.work_out:
        print("ticket_ages", list(COLUMNS))
        for row in work_out():
            print([float(each) for each in row])
        return
    text = "".join(lines())
    print(text)
    section(given.out, HEADING, text)


if __name__ == "__main__":
    main()
