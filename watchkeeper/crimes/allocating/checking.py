"""What is wrong with a proposal and what it is worth, by somebody who knows no solver."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from watchkeeper.crimes.allocating.problem import NOBODY, PIECE, Ints, Problem


class Breach(StrEnum):
    """A rule that a proposal breaks."""

    UNKNOWN = "an officer nobody knows"
    NOT_ELIGIBLE = "an officer who may not hold it"
    REACH = "an officer of a unit it may not go to"
    CONFLICT = "an officer with a conflict of interest"
    CAP = "an officer over their cap"


@dataclass(frozen=True, slots=True)
class Breached:
    """One breach: which crime, and which officer."""

    breach: Breach
    crime: int
    officer: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Points of a proposal, term by term. Distance and load take away."""

    placing: int = 0
    suiting: int = 0
    distance: int = 0
    ties: int = 0
    load: int = 0

    @property
    def total(self) -> int:
        return self.placing + self.suiting + self.ties - self.distance - self.load


@dataclass(frozen=True, slots=True)
class Assessed:
    """What is wrong, and what it is worth.

    `first_parts` and `parts` count placed work, in parts of the problem's unit: first that of
    crimes that go before any other. Proposals are compared by `rank`: crimes that go first, then points.
    """

    findings: tuple[Breached, ...]
    terms: Terms
    first_parts: int
    parts: int
    placed: int

    @property
    def rank(self) -> tuple[int, int]:
        return self.first_parts, self.terms.total


def assess(problem: Problem, holder: Ints) -> Assessed:
    """Judge a proposal, the officer of each crime (n,), pair by pair, trusting no solver."""
    findings: list[Breached] = []
    placing = suiting = distance = ties = first = parts = placed = 0
    added: dict[int, int] = {}
    conflicts = {tuple(pair) for pair in problem.conflicts.tolist()}
    tie_points = {
        tuple(pair): points
        for pair, points in zip(problem.ties.tolist(), problem.tie_points.tolist(), strict=True)
    }
    for crime, officer in enumerate(np.asarray(holder).tolist()):
        if officer == NOBODY:
            continue
        if not 0 <= officer < len(problem.officers):
            findings.append(Breached(Breach.UNKNOWN, crime, officer))
            continue
        kind, skill = problem.crime_kind[crime], problem.officer_skill[officer]
        if not problem.eligible[kind, skill]:
            findings.append(Breached(Breach.NOT_ELIGIBLE, crime, officer))
        if not problem.reach[problem.crime_unit[crime], problem.officer_unit[officer]]:
            findings.append(Breached(Breach.REACH, crime, officer))
        if (crime, officer) in conflicts:
            findings.append(Breached(Breach.CONFLICT, crime, officer))
        weight = int(problem.weight[crime])
        added[officer] = added.get(officer, 0) + weight
        if problem.load[officer] + added[officer] > problem.cap[officer]:
            findings.append(Breached(Breach.CAP, crime, officer))
        size = weight // problem.unit
        placed, parts, first = placed + 1, parts + size, first + size * bool(problem.first[crime])
        placing += problem.placing * weight // PIECE
        suiting += (int(problem.worth[crime]) * int(problem.fit[kind, skill]) + PIECE // 2) // PIECE
        far = int(problem.distance[problem.crime_unit[crime], problem.officer_unit[officer]])
        distance += (far * problem.unit + PIECE // 2) // PIECE * size
        ties += tie_points.get((crime, officer), 0)
    load = sum(_cost(problem, officer, weight) for officer, weight in added.items())
    return Assessed(tuple(findings), Terms(placing, suiting, distance, ties, load), first, parts, placed)


def _cost(problem: Problem, officer: int, weight: int) -> int:
    """Points of a load that grows by so much: fairness x the square of it over the cap, part by part."""
    load, cap, unit = int(problem.load[officer]), max(int(problem.cap[officer]), 1), problem.unit
    return sum(
        int(np.rint(problem.fairness * unit * (2 * at + unit) / (PIECE * cap)))
        for at in range(load, load + weight, unit)
    )
