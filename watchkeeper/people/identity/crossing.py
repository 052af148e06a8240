"""Any two records of a whole list: what stands between them, and what they weigh.

Of a pair that was kept it is known; any other is weighed here, by the plain rule.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import pyarrow as pa

from watchkeeper.people.identity.linking import RARE, column
from watchkeeper.people.rules.deciding import Thresholds
from watchkeeper.people.rules.persons_weighed import TOGETHER, Crossed, alone, crossed, whole
from watchkeeper.people.rules.preparing import Prepared
from watchkeeper.people.rules.weighing import Model, bits, guarded, prior_bits, weigh

GUARDED = None
"""What two records weigh does not matter: a guard stands between them."""


class Crossing:
    """The records of a list by number, and the pairs that were kept of them."""

    def __init__(
        self, records: Sequence[Prepared], table: pa.Table, pairs: pa.Table, model: Model, at: Thresholds
    ) -> None:
        self._records, self._table, self._pairs, self._model, self._at = records, table, pairs, model, at
        self._many = len(records)
        codes = pairs["one"].to_numpy().astype(np.int64) * self._many + pairs["other"].to_numpy()
        self._place = dict(zip(codes.tolist(), range(len(codes)), strict=True))
        self._bits: list[float] = pairs["bits"].to_numpy().tolist()
        self._guarded: list[bool] = (pairs["guard"].to_numpy() >= 0).tolist()
        self._start = prior_bits(model, self._many)
        self._read: dict[int, tuple[Prepared, dict[str, float]]] = {}
        self._weighed: dict[int, tuple[float, Crossed] | None] = {}

    def two_people(self, one: int, other: int) -> bool:
        """Whether two records are two people's: a guard stands between them, or they weigh too little."""
        code, place = self._known(one, other)
        if place is not None:
            return bool(self._guarded[place] or self._bits[place] < self._at.two_people)
        found = self._weigh(code)
        return found is GUARDED or found[0] < self._at.two_people

    def apart(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether all of the one and all of the other may not be one person: a guard, or too light in all."""
        crossings = []
        for one in left:
            for other in right:
                code, place = self._known(one, other)
                if place is not None:
                    if self._guarded[place]:
                        return True
                    crossings.append(self._crossed[place])
                    continue
                found = self._weigh(code)
                if found is GUARDED:
                    return True
                crossings.append(found[1])
        return whole(self._start, crossings) < self._at.join

    @cached_property
    def _crossed(self) -> list[Crossed]:
        """Of every pair that was kept, as `persons_weighed.crossed` has it."""
        both = np.zeros(len(self._pairs))
        for each in self._model.comparisons:
            if each.of in TOGETHER:
                both += self._pairs[f"step_{column(each.name)}"].to_numpy()
        columns = [both.tolist()]
        for at in alone(self._model):
            comparison = self._model.comparisons[at]
            silent = [place for place, level in enumerate(comparison.levels) if not level.tells]
            steps = self._pairs[f"step_{column(comparison.name)}"].to_numpy().astype(object)
            steps[np.isin(self._pairs[f"level_{column(comparison.name)}"].to_numpy(), silent)] = None
            columns.append(steps.tolist())
        return list(zip(*columns, strict=True))

    def _known(self, one: int, other: int) -> tuple[int, int | None]:
        code = one * self._many + other if one < other else other * self._many + one
        return code, self._place.get(code)

    def _weigh(self, code: int) -> tuple[float, Crossed] | None:
        if code not in self._weighed:
            (left, common), (right, others) = (self._record(each) for each in divmod(code, self._many))
            if guarded(left, right, self._model) is not None:
                self._weighed[code] = GUARDED
            else:
                steps = weigh(left, right, self._model, records=self._many, frequencies=(common, others))
                self._weighed[code] = bits(steps), crossed(steps)
        return self._weighed[code]

    def _record(self, number: int) -> tuple[Prepared, dict[str, float]]:
        if number not in self._read:
            shares = ((name, self._table[f"tf_{name}"][number].as_py()) for name in RARE)
            common = {name: share for name, share in shares if share is not None}
            self._read[number] = self._records[number], common
        return self._read[number]
