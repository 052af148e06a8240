"""A whole list, or two, resolved: which pairs are joined, which are asked about, and who is one person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from watchkeeper.people.identity import linking
from watchkeeper.people.identity.engines import Engine
from watchkeeper.people.identity.linking import Told
from watchkeeper.people.rules.clusters import Edge, clusters
from watchkeeper.people.rules.deciding import Answer, Judged, Thresholds, judge
from watchkeeper.people.rules.preparing import Prepared
from watchkeeper.people.rules.weighing import Model, bits, guarded, weigh

type Find = Callable[[Engine, Model, bool], int]
"""Makes the table `pairs` of candidates, and says how many there are."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What came of it. Records go by their number in the order given.

    `pairs` has a row for each pair that weighs enough to ask, or at which a guard asks: `linking.scored`
    says its columns. `judged[i]` is what follows for pair i before clusters, `joined[i]` whether its
    two are one person in the end. `person[r]` is the first record of the person record r belongs to.
    """

    pairs: pa.Table
    judged: tuple[Judged, ...]
    joined: np.ndarray
    person: np.ndarray
    candidates: int


def matched(
    records: Sequence[Prepared],
    lists: Sequence[int],
    *,
    engine: Engine,
    model: Model,
    at: Thresholds,
    across: bool,
    told: Told,
    find: Find = linking.candidates,
) -> Matched:
    """Resolve prepared records; give them in an order of their own, for ties go to the first.

    `across` compares records of different lists only; a list may still hold two records of one
    person, both joined to one of the other.
    """
    if len(records) == 0:
        raise ValueError("there are no records to match")
    told("reading names", 0, 1)
    table = linking.table_of(records, lists, model)
    told("reading names", 1, 1)
    link = linking.linker(engine, model, table)
    told("finding pairs", 0, 1)
    found = find(engine, model, across)
    told("finding pairs", 1, 1)
    pairs = linking.scored(engine, link, model, least_bits=at.ask, told=told)
    weights, guard = pairs["bits"].to_numpy(), pairs["guard"].to_numpy()
    judged = _judged(weights, guard, model, at)
    one, other = pairs["one"].to_numpy(), pairs["other"].to_numpy()
    told("joining", 0, 1)
    edges = (
        Edge(first, second, weight)
        for first, second, weight, each in zip(
            one.tolist(), other.tolist(), weights.tolist(), judged, strict=True
        )
        if each.answer is Answer.JOIN
    )

    apart = _apart(records, table, pairs, model, at)
    person = np.arange(len(records))
    for each, head in clusters(edges, apart).of.items():
        person[each] = head
    told("joining", 1, 1)
    return Matched(pairs, judged, person[one] == person[other], person, found)


def _apart(
    records: Sequence[Prepared], table: pa.Table, pairs: pa.Table, model: Model, at: Thresholds
) -> Callable[[int, int], bool]:
    """Whether two records may never be one person: a guard, or too little to stay together.

    Of a pair that was kept both are known; any other is weighed here, by the plain rule.
    """
    many = len(records)
    codes = (pairs["one"].to_numpy().astype(np.int64) * many + pairs["other"].to_numpy()).tolist()
    known: dict[int, bool] = dict(zip(codes, (pairs["guard"].to_numpy() >= 0).tolist(), strict=True))
    shares = {name: table[f"tf_{name}"] for name in linking.RARE}

    def common(record: int) -> dict[str, float]:
        found = ((name, column[record].as_py()) for name, column in shares.items())
        return {name: share for name, share in found if share is not None}

    def apart(first: int, second: int) -> bool:
        one, other = min(first, second), max(first, second)
        found = known.get(one * many + other)
        if found is not None:
            return found
        left, right = records[one], records[other]
        if guarded(left, right, model) is not None:
            return True
        frequencies = common(one), common(other)
        return bits(weigh(left, right, model, records=many, frequencies=frequencies)) < at.together

    return apart


def _judged(weights: np.ndarray, guard: np.ndarray, model: Model, at: Thresholds) -> tuple[Judged, ...]:
    """What follows for each pair. Of one guard and one side of each threshold all are alike: judged once."""
    sides = np.where(weights >= at.join, at.join, np.where(weights >= at.ask, at.ask, -np.inf))
    once = {
        (side, place): judge(side, model.guards[place] if place >= 0 else None, at)
        for side in (at.join, at.ask, -np.inf)
        for place in range(-1, len(model.guards))
    }
    return tuple(once[side, place] for side, place in zip(sides.tolist(), guard.tolist(), strict=True))
