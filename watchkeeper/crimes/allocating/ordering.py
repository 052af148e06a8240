"""The order in which a problem is looked at: by a hash of seed and refs, never by the order of input."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from watchkeeper.crimes.allocating.problem import Ints, Problem

BYTES = 8  # of the hash: refs that fall together are told apart by themselves


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """A problem in the order of its hashes; `crimes` (n,), `officers` (m,): where each row stood before."""

    problem: Problem
    crimes: Ints
    officers: Ints


def ordered(problem: Problem, *, seed: int) -> Ordered:
    """The same problem, its crimes and officers in the order that `seed` gives their refs.

    Whatever order they came in, the outcome is the same; what is equal is settled by this order.
    """
    crimes, officers = _order(problem.crimes, seed), _order(problem.officers, seed)
    kinds, skills, units = (_order(names, seed) for names in (problem.kinds, problem.skills, problem.units))
    new_kind, new_skill, new_unit = map(_turned, (kinds, skills, units))
    new_crime, new_officer = _turned(crimes), _turned(officers)
    conflicts = np.stack([new_crime[problem.conflicts[:, 0]], new_officer[problem.conflicts[:, 1]]], axis=1)
    ties = np.stack([new_crime[problem.ties[:, 0]], new_officer[problem.ties[:, 1]]], axis=1)
    by_tie, by_conflict = (np.lexsort((pairs[:, 1], pairs[:, 0])) for pairs in (ties, conflicts))
    turned = replace(
        problem,
        crimes=_named(problem.crimes, crimes),
        officers=_named(problem.officers, officers),
        kinds=_named(problem.kinds, kinds),
        skills=_named(problem.skills, skills),
        units=_named(problem.units, units),
        crime_kind=new_kind[problem.crime_kind[crimes]],
        crime_unit=new_unit[problem.crime_unit[crimes]],
        worth=problem.worth[crimes],
        first=problem.first[crimes],
        weight=problem.weight[crimes],
        officer_unit=new_unit[problem.officer_unit[officers]],
        officer_skill=new_skill[problem.officer_skill[officers]],
        load=problem.load[officers],
        cap=problem.cap[officers],
        eligible=problem.eligible[np.ix_(kinds, skills)],
        fit=problem.fit[np.ix_(kinds, skills)],
        distance=problem.distance[np.ix_(units, units)],
        reach=problem.reach[np.ix_(units, units)],
        conflicts=conflicts[by_conflict],
        ties=ties[by_tie],
        tie_points=problem.tie_points[by_tie],
    )
    return Ordered(turned, crimes, officers)


def _order(names: Sequence[str], seed: int) -> Ints:
    key = str(seed).encode()
    hashes = [(blake2b(name.encode(), digest_size=BYTES, key=key).digest(), name) for name in names]
    return np.array(sorted(range(len(names)), key=hashes.__getitem__), dtype=np.int64)


def _turned(order: Ints) -> Ints:
    """Where each row went."""
    where = np.empty_like(order)
    where[order] = np.arange(len(order))
    return where


def _named(names: Sequence[str], order: Ints) -> tuple[str, ...]:
    return tuple(names[row] for row in order.tolist())
