"""Who holds what while a proposal is made, and in each class of officers the one whose load costs least."""

from itertools import pairwise

import numpy as np

from watchkeeper.crimes.allocating.problem import NOBODY, Ints, Problem

NEVER = np.iinfo(np.int64).min // 4
"""Points of a way that is not open."""

DEAR = np.iinfo(np.int64).max // 4
"""Cost of work that nobody of a class has room for."""


class Book:
    """An assignment that can be changed, and the best place for a crime in it.

    A class is the officers of one unit and one skill. `holder` (n,) is the officer of each crime or
    NOBODY, `taken` (m,) the parts of work each officer was given.
    """

    def __init__(self, problem: Problem, holder: Ints | None = None) -> None:
        self.problem = problem
        key = problem.officer_unit * len(problem.skills) + problem.officer_skill
        keys, self.class_of = np.unique(key, return_inverse=True)
        self.class_unit, self.class_skill = np.divmod(keys, len(problem.skills) or 1)
        order = np.argsort(self.class_of, kind="stable")
        bounds = np.searchsorted(self.class_of[order], np.arange(len(keys) + 1))
        self.members: list[Ints] = [order[a:b] for a, b in pairwise(bounds)]
        self.holder = np.full(len(problem.crimes), NOBODY, np.int64)
        self.taken = np.zeros(len(problem.officers), np.int64)
        self._lightest: dict[int, tuple[Ints, Ints]] = {}
        self._order, self._begins = order, bounds[:-1]
        if holder is not None:
            self.holder[:] = holder
            held = holder != NOBODY
            np.add.at(self.taken, holder[held], problem.parts[held])

    def give(self, crime: int, officer: int) -> None:
        """Put a crime that nobody holds into an officer's hands."""
        self._change(officer, int(self.problem.parts[crime]))
        self.holder[crime] = officer

    def take(self, crime: int) -> int:
        """Take a crime from its officer, who is returned."""
        officer = int(self.holder[crime])
        self._change(officer, -int(self.problem.parts[crime]))
        self.holder[crime] = NOBODY
        return officer

    def _change(self, officer: int, parts: int) -> None:
        self.taken[officer] += parts
        row = int(self.class_of[officer])
        for size, (cost, who) in self._lightest.items():
            cost[row], who[row] = self._least(row, size)

    def added(self, officers: Ints, parts: int) -> Ints:
        """Points that so many parts more would cost each officer; DEAR without room."""
        taken = self.taken[officers]
        after = taken + parts
        open_to = after <= self.problem.room[officers]
        paid = self.problem.paid
        return np.where(open_to, paid[officers, np.where(open_to, after, 0)] - paid[officers, taken], DEAR)

    def saved(self, crime: int) -> int:
        """Points of load that its officer would be spared without the crime."""
        officer = int(self.holder[crime])
        taken, paid = int(self.taken[officer]), self.problem.paid[officer]
        return int(paid[taken] - paid[taken - int(self.problem.parts[crime])])

    def _least(self, row: int, parts: int) -> tuple[int, int]:
        members = self.members[row]
        cost = self.added(members, parts)
        at = int(cost.argmin())
        return int(cost[at]), int(members[at])

    def lightest(self, parts: int) -> tuple[Ints, Ints]:
        """For each class what so many parts cost its least costly officer, and who that is."""
        if parts not in self._lightest:
            many = len(self._order)
            cost = self.added(self._order, parts)
            ranked = np.minimum(cost, DEAR // (many + 1)) * (many + 1) + np.arange(many)
            at = np.minimum.reduceat(ranked, self._begins) % (many + 1) if many else self._order
            self._lightest[parts] = (cost[at], self._order[at])
        return self._lightest[parts]

    def of_classes(self, crime: int) -> Ints:
        """Points of the crime with an officer of each class, load and ties apart; NEVER where barred."""
        lawful = self.problem.eligible[self.problem.crime_kind[crime]][self.class_skill]
        lawful = lawful & self.problem.reach[self.problem.crime_unit[crime]][self.class_unit]
        return np.where(lawful, self.problem.suits(crime)[self.class_skill, self.class_unit], NEVER)

    def best(self, crime: int, *, but: int = NOBODY) -> tuple[int, int]:
        """The officer with room who makes most of the crime, and the points it adds; else NOBODY, NEVER.

        `but` is an officer who is not asked.
        """
        problem, parts = self.problem, int(self.problem.parts[crime])
        never = problem.barred.get(crime, frozenset()) | {but}
        cost, who = self._but(never, parts)
        points = self.of_classes(crime)
        net = np.where((points > NEVER) & (cost < DEAR), points - cost, NEVER)
        best = (NOBODY, NEVER)
        if len(net) and net.max() > NEVER:
            row = int(net.argmax())
            best = (int(who[row]), int(net[row]))
        for officer in problem.tied.get(crime, ()):
            added = int(self.added(np.array([officer]), parts)[0])
            gained = problem.points(crime, officer) - added
            if officer != but and added < DEAR and gained > best[1]:
                best = (officer, gained)
        return best

    def of_class(self, row: int, parts: int, never: frozenset[int] = frozenset()) -> tuple[int, int]:
        """What so many parts cost the lightest officer of a class, and who that is, some not asked."""
        cost, who = self.lightest(parts)
        if int(who[row]) not in never:
            return (int(cost[row]), int(who[row])) if cost[row] < DEAR else (DEAR, NOBODY)
        left = np.array([each for each in self.members[row].tolist() if each not in never], np.int64)
        if not len(left):
            return DEAR, NOBODY
        added = self.added(left, parts)
        at = int(added.argmin())
        return (int(added[at]), int(left[at])) if added[at] < DEAR else (DEAR, NOBODY)

    def _but(self, never: frozenset[int], parts: int) -> tuple[Ints, Ints]:
        """The lightest of each class, some officers not asked."""
        cost, who = self.lightest(parts)
        rows = {int(self.class_of[officer]) for officer in never if officer != NOBODY}
        if any(int(who[row]) in never for row in rows):
            cost, who = cost.copy(), who.copy()
            for row in rows:
                cost[row], who[row] = self.of_class(row, parts, never)
        return cost, who
