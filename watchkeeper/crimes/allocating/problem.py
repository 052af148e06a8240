"""The question put to the solver: which crimes, which officers, who may hold what, and what it is worth."""

from dataclasses import dataclass, fields
from functools import cached_property
from itertools import pairwise
from math import gcd, lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]
type Bools = NDArray[np.bool_]

NOBODY = -1
"""In a proposal: the crime is left out."""

PIECE = 100
"""Weights, loads and caps are in hundredths of a piece of work, so that they are whole numbers."""

MOST_SCALE = 5040
"""Weights whose least common multiple is above this would make the solver's numbers too large."""


class ProblemError(ValueError):
    """A problem that cannot be read: everything wrong with it at once, in `problems`."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, eq=False)
class Problem:
    """n crimes of k kinds, m officers of s skills, u units. Points are whole numbers.

    crimes, officers        refs, each once
    kinds, skills, units    names, each once: the order of the tables below
    crime_kind, crime_unit  (n,)   rows of `kinds` and `units`
    worth                   (n,)   points the crime is worth in the best hands, at least 0
    first                   (n,)   goes before any other whatever it costs: hard gate, or vulnerable
    weight                  (n,)   what it adds to a load, in hundredths of a piece, above 0
    officer_unit, officer_skill (m,) rows of `units` and `skills`
    load, cap               (m,)   weighted work held now, and allowed, in hundredths; hours are in the cap
    eligible                (k, s) whether an officer of the skill may hold a crime of the kind
    fit                     (k, s) how well, in per cent
    distance                (u, u) points each piece of work loses between the units
    reach                   (u, u) whether a crime of the one unit may go to an officer of the other
    conflicts               (p, 2) crime and officer: never, whatever the price
    ties                    (q, 2) crime and officer who hold the same victim or suspect, or held the crime
    tie_points              (q,)   what that is worth
    placing                 points for each piece of work that has an owner
    fairness                points the load costs: fairness x load x load / cap, both in pieces

    Officers of one unit and skill are alike but for their loads, ties and conflicts. A tie with
    somebody who may not hold the crime is no tie. Raises ProblemError with every problem at once.
    """

    crimes: tuple[str, ...]
    officers: tuple[str, ...]
    kinds: tuple[str, ...]
    skills: tuple[str, ...]
    units: tuple[str, ...]
    crime_kind: Ints
    crime_unit: Ints
    worth: Ints
    first: Bools
    weight: Ints
    officer_unit: Ints
    officer_skill: Ints
    load: Ints
    cap: Ints
    eligible: Bools
    fit: Ints
    distance: Ints
    reach: Bools
    conflicts: Ints
    ties: Ints
    tie_points: Ints
    placing: int
    fairness: int

    def __post_init__(self) -> None:
        for name in ARRAYS:
            kind = np.bool_ if name in ("first", "eligible", "reach") else np.int64
            array: NDArray[Any] = np.array(getattr(self, name), dtype=kind)
            if name in ("conflicts", "ties"):
                array = array.reshape(-1, 2)
            array.setflags(write=False)
            object.__setattr__(self, name, array)
        problems = self._misshapen() or self._out_of_bounds()
        if problems:
            raise ProblemError(tuple(problems))

    def _misshapen(self) -> list[str]:
        n, m, k, s, u = map(len, (self.crimes, self.officers, self.kinds, self.skills, self.units))
        shapes: dict[str, tuple[int, ...]] = {
            **dict.fromkeys(("crime_kind", "crime_unit", "worth", "first", "weight"), (n,)),
            **dict.fromkeys(("officer_unit", "officer_skill", "load", "cap"), (m,)),
            **dict.fromkeys(("eligible", "fit"), (k, s)),
            **dict.fromkeys(("distance", "reach"), (u, u)),
            "tie_points": (len(self.ties),),
        }
        found = [
            f"{name} has the shape {getattr(self, name).shape}, not {shape}"
            for name, shape in shapes.items()
            if getattr(self, name).shape != shape
        ]
        names = ("crimes", "officers", "kinds", "skills", "units")
        return found + [
            f"{name} names one twice"
            for name in names
            if len(set(getattr(self, name))) < len(getattr(self, name))
        ]

    def _out_of_bounds(self) -> list[str]:
        rows = {
            "crime_kind": len(self.kinds),
            "crime_unit": len(self.units),
            "officer_unit": len(self.units),
            "officer_skill": len(self.skills),
        }
        found = [
            f"{name} names a row that is not there"
            for name, many in rows.items()
            if _beyond(getattr(self, name), many)
        ]
        for name in ("conflicts", "ties"):
            pairs = getattr(self, name)
            if _beyond(pairs[:, 0], len(self.crimes)) or _beyond(pairs[:, 1], len(self.officers)):
                found.append(f"{name} names somebody who is not there")
        if len({tuple(pair) for pair in self.ties.tolist()}) < len(self.ties):
            found.append("ties name a pair twice")
        for name in ("worth", "load", "cap", "fit", "distance", "tie_points"):
            if (getattr(self, name) < 0).any():
                found.append(f"{name} is below 0")
        if (self.weight <= 0).any():
            found.append("weight is not above 0")
        elif self.scale > MOST_SCALE:
            found.append("the weights have too large a common multiple: use fewer different ones")
        if self.placing < 0 or self.fairness < 0:
            found.append("placing and fairness are at least 0")
        return found

    @cached_property
    def unit(self) -> int:
        """The largest part all weights are whole multiples of, in hundredths: what a load is counted in."""
        return gcd(*self.weight.tolist()) or PIECE

    @cached_property
    def parts(self) -> Ints:
        """(n,) weight of each crime in parts of `unit`. All 1 where every crime weighs the same."""
        parts: Ints = self.weight // self.unit
        return parts

    @cached_property
    def scale(self) -> int:
        """Least number that every crime's parts divide."""
        return lcm(*set(self.parts.tolist()))

    @cached_property
    def room(self) -> Ints:
        """(m,) parts of work each officer may still take."""
        room: Ints = np.maximum(0, (self.cap - self.load) // self.unit)
        return room

    @cached_property
    def paid(self) -> Ints:
        """(m, most room + 1) points of so many parts of work added; each costs no less than the last."""
        most = int(self.room.max(initial=0))
        at = self.load[:, None] + np.arange(most) * self.unit
        over = PIECE * np.maximum(self.cap, 1)[:, None]
        step = np.rint(self.fairness * self.unit * (2 * at + self.unit) / over).astype(np.int64)
        return np.concatenate([np.zeros((len(self.officers), 1), np.int64), np.cumsum(step, axis=1)], axis=1)

    @cached_property
    def far(self) -> Ints:
        """(u, u) points each part of work loses with an officer of another unit."""
        return (self.distance * self.unit + PIECE // 2) // PIECE

    @cached_property
    def barred(self) -> dict[int, frozenset[int]]:
        """Officers a conflict keeps from each crime that has one."""
        pairs = self.conflicts[np.argsort(self.conflicts[:, 0], kind="stable")]
        crimes, begins = np.unique(pairs[:, 0], return_index=True)
        officers, bounds = pairs[:, 1].tolist(), [*begins.tolist(), len(pairs)]
        return {
            crime: frozenset(officers[begin:end])
            for crime, (begin, end) in zip(crimes.tolist(), pairwise(bounds), strict=True)
        }

    @cached_property
    def tied(self) -> dict[int, dict[int, int]]:
        """Points of each tie between a crime and an officer who may hold it."""
        found: dict[int, dict[int, int]] = {}
        crimes, officers = self.ties[:, 0], self.ties[:, 1]
        lawful = self.eligible[self.crime_kind[crimes], self.officer_skill[officers]]
        lawful = lawful & self.reach[self.crime_unit[crimes], self.officer_unit[officers]]
        for (crime, officer), points in zip(
            self.ties[lawful].tolist(), self.tie_points[lawful].tolist(), strict=True
        ):
            if officer not in self.barred.get(crime, ()):
                found.setdefault(crime, {})[officer] = points
        return found

    def may(self, crime: int, officer: int) -> bool:
        """Whether the officer may hold the crime, whatever their load."""
        lawful = self.eligible[self.crime_kind[crime], self.officer_skill[officer]]
        near = self.reach[self.crime_unit[crime], self.officer_unit[officer]]
        return bool(lawful) and bool(near) and officer not in self.barred.get(crime, ())

    def whole(self, crime: int) -> int:
        """Points of the crime having an owner at all."""
        return self.placing * int(self.weight[crime]) // PIECE

    def suits(self, crime: int) -> Ints:
        """(k-th skill, unit) -> points of the crime in such hands, load and ties apart, shape (s, u)."""
        fit = (self.worth[crime] * self.fit[self.crime_kind[crime]] + PIECE // 2) // PIECE
        far = self.far[self.crime_unit[crime]] * self.parts[crime]
        suited: Ints = self.whole(crime) + fit[:, None] - far[None, :]
        return suited

    def points(self, crime: int, officer: int) -> int:
        """Points of the crime with that officer, load apart. Says nothing of whether they may hold it."""
        fit = int(self.worth[crime]) * int(self.fit[self.crime_kind[crime], self.officer_skill[officer]])
        far = int(self.far[self.crime_unit[crime], self.officer_unit[officer]] * self.parts[crime])
        tie = self.tied.get(crime, {}).get(officer, 0)
        return self.whole(crime) + (fit + PIECE // 2) // PIECE - far + tie


def _beyond(rows: Ints, many: int) -> bool:
    return bool(((rows < 0) | (rows >= many)).any())


ARRAYS: tuple[Any, ...] = tuple(
    field.name for field in fields(Problem) if field.name not in
    ("crimes", "officers", "kinds", "skills", "units", "placing", "fairness")
)  # fmt: skip
