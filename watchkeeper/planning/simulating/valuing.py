"""What a day unmanaged costs and what seeing somebody is worth, from policy, looked up and not worked out anew."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.simulating.world import Floats, Whole, World
from watchkeeper.visits.rules.worth import harm_rates, worths

CHANCES = np.geomspace(0.004, 0.98, 40)
LONGEST_INTERVALS = 4  # beyond this many longest intervals worth and harm are taken as they are there


@dataclass(frozen=True, slots=True)
class Values:
    """Tables over kinds of person, that is pairs of interval and weight.

    kind (n,) · harm (kinds, ages) a day · success (kinds, 40 chances, ages): points that seeing the
    person is worth, when an attempt each night would succeed with that chance. Ages in days from 0.
    """

    kind: Whole
    harm: Floats
    success: Floats

    def harm_of(self, days_unseen: Whole) -> Floats:
        """Harm of today for each person."""
        return np.asarray(self.harm[self.kind, self._within(days_unseen)], dtype=np.float64)

    def success_of(self, who: Whole, days_unseen: Whole, nightly_chance: Floats) -> Floats:
        """Points that seeing each of `who` tonight is worth. A chance is rounded to the table's nearest."""
        steps = (len(CHANCES) - 1) / np.log(CHANCES[-1] / CHANCES[0])
        near = np.rint(np.log(np.clip(nightly_chance, CHANCES[0], CHANCES[-1]) / CHANCES[0]) * steps)
        found = self.success[self.kind[who], near.astype(np.int64), self._within(days_unseen)]
        return np.asarray(found, dtype=np.float64)

    def _within(self, days_unseen: Whole) -> Whole:
        return np.minimum(days_unseen, self.harm.shape[1] - 1)


def values(world: World, *, law: Shelf, on: date) -> Values:
    """The tables for everybody in `world`, by policy as of `on`.

    The index is the price at which one attempt now pays; divided by the chance of success it is what
    success is worth, and that times the chance in a part of the day is the worth of trying then.
    """
    pairs = np.stack([world.interval_days.astype(np.float64), world.weight], axis=1)
    kinds, kind = np.unique(pairs, axis=0, return_inverse=True)
    ages = np.arange(int(LONGEST_INTERVALS * world.interval_days.max()) + 1)
    harm = np.zeros((len(kinds), len(ages)))
    success = np.zeros((len(kinds), len(CHANCES), len(ages)))
    for at, (interval, weight) in enumerate(kinds):
        harm[at] = harm_rates(ages, interval, weight, law=law, on=on)
        for step, chance in enumerate(CHANCES):
            success[at, step] = worths(ages, interval, weight, chance, law=law, on=on) / chance
    return Values(kind.reshape(-1).astype(np.int64), harm, success)
