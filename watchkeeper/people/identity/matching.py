"""A whole list, or two, resolved: which pairs are joined, which are asked about, and who is one person."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from watchkeeper.engine.collecting import uncollected
from watchkeeper.people.identity import linking
from watchkeeper.people.identity.crossing import Crossing
from watchkeeper.people.identity.engines import Engine
from watchkeeper.people.identity.linking import Told, column
from watchkeeper.people.identity.rivals import rivalled, vague
from watchkeeper.people.rules.clusters import clusters
from watchkeeper.people.rules.deciding import Answer, Judged, Thresholds, judge
from watchkeeper.people.rules.persons_weighed import BORN, NAMES, Parts
from watchkeeper.people.rules.preparing import Prepared
from watchkeeper.people.rules.weighing import Model

type Find = Callable[[Engine, Model, bool], int]
"""Makes the table `pairs` of candidates, and says how many there are."""
ENOUGH, NOTHING = Parts(np.inf, np.inf), Parts(-np.inf, -np.inf)


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


@uncollected()
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
    crossing = Crossing(records, table, pairs, model, at)
    judged = _judged(pairs, len(records), crossing, model, at)
    one, other = pairs["one"].to_numpy(), pairs["other"].to_numpy()
    told("joining", 0, 1)
    sure = np.flatnonzero(np.fromiter((each.answer is Answer.JOIN for each in judged), bool, len(judged)))
    columns = (one[sure].tolist(), other[sure].tolist(), pairs["bits"].to_numpy()[sure].tolist())
    person = np.arange(len(records))
    for each, head in clusters(zip(*columns, strict=True), crossing.apart).of.items():
        person[each] = head
    told("joining", 1, 1)
    return Matched(pairs, judged, person[one] == person[other], person, found)


def _judged(
    pairs: pa.Table, records: int, crossing: Crossing, model: Model, at: Thresholds
) -> tuple[Judged, ...]:
    """What follows for each pair. Of one guard and one side of each threshold all are alike: judged once."""
    weights, guard = pairs["bits"].to_numpy(), pairs["guard"].to_numpy()
    sides = np.where(weights >= at.join, at.join, np.where(weights >= at.ask, at.ask, -np.inf))
    enough = (_steps(pairs, model, (NAMES,)) >= at.names_alone) | (
        _steps(pairs, model, {each.of for each in model.comparisons} - {NAMES, BORN}) >= at.beside_names
    )
    open_ = np.flatnonzero((guard < 0) & (weights >= at.join) & enough & vague(pairs, model))
    doubted = rivalled(pairs, open_, records, crossing, at)
    once = {
        (side, place, known, doubt): judge(
            side,
            model.guards[place] if place >= 0 else None,
            at,
            parts=ENOUGH if known else NOTHING,
            rivalled=doubt,
        )
        for side in (at.join, at.ask, -np.inf)
        for place in range(-1, len(model.guards))
        for known in (True, False)
        for doubt in (True, False)
    }
    kinds = zip(sides.tolist(), guard.tolist(), enough.tolist(), doubted.tolist(), strict=True)
    return tuple(map(once.__getitem__, kinds))


def _steps(pairs: pa.Table, model: Model, of: Collection[str]) -> np.ndarray:
    """Of each pair, what the comparisons of these kinds weigh together."""
    kinds = (each for each in model.comparisons if each.of in of)
    return np.sum([pairs[f"step_{column(each.name)}"].to_numpy() for each in kinds], axis=0)
