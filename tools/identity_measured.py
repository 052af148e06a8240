"""How good a matching was, held against the truth: precision, recall, and what blocking lost told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pyarrow as pa

from watchkeeper.people.identity.engines import Engine
from watchkeeper.people.identity.matching import Matched
from watchkeeper.people.rules.deciding import Answer


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs of records: true, joined, rightly joined, true but never compared, and asked about."""

    true: int
    joined: int
    right: int
    never_compared: int
    asked: int
    asked_true: int

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.true + self.joined) if self.true + self.joined else 1.0

    @property
    def lost_to_blocking(self) -> float:
        """The part of true pairs that shared no block."""
        return self.never_compared / self.true if self.true else 0.0

    @property
    def with_answers(self) -> float:
        """Recall once every question was answered rightly."""
        return (self.right + self.asked_true) / self.true if self.true else 1.0

    @property
    def f1_of_proposed(self) -> float:
        """F1 of every pair that is joined or asked about: what a linking of lists proposes."""
        found = self.joined + self.asked
        return 2 * (self.right + self.asked_true) / (self.true + found) if self.true + found else 1.0

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.5f}, recall {self.recall:.4f}, F1 {self.f1:.4f}; lost to blocking "
            f"{self.lost_to_blocking:.4f}, to scoring {1 - self.recall - self.lost_to_blocking:.4f}; "
            f"{self.asked} asked, {self.asked_true} of them one person; "
            f"recall with answers {self.with_answers:.4f}"
        )


def measured(
    found: Matched,
    truth: Sequence[int],
    engine: Engine,
    *,
    lists: Sequence[int] | None = None,
) -> Measured:
    """Hold clusters against the truth. With `lists`, pairs of one list count neither way."""
    who = np.array(truth)
    of = np.array(lists if lists is not None else range(len(who)))
    same, joined = pairs_of(truth), pairs_of(found.person.tolist())
    same, joined = (each[of[each[:, 0]] != of[each[:, 1]]] for each in (same, joined))
    right = int((who[joined[:, 0]] == who[joined[:, 1]]).sum())
    engine.put("true_pairs", pa.table({"one": same[:, 0], "other": same[:, 1]}))
    compared = engine.take(
        "SELECT count(*) AS n FROM true_pairs t JOIN pairs p "
        "ON t.one = p.join_key_l AND t.other = p.join_key_r"
    )["n"][0].as_py()
    one, other = found.pairs["one"].to_numpy(), found.pairs["other"].to_numpy()
    asked = np.array([each.answer is not Answer.APART for each in found.judged]) & ~found.joined
    return Measured(
        len(same),
        len(joined),
        right,
        len(same) - compared,
        int(asked.sum()),
        int((asked & (who[one] == who[other])).sum()),
    )


def pairs_of(group: Sequence[int]) -> np.ndarray:
    """Every two places that are of one group, the lower first: an array of two columns."""
    members: dict[int, list[int]] = {}
    for place, head in enumerate(group):
        members.setdefault(head, []).append(place)
    found = [pair for each in members.values() for pair in combinations(each, 2)]
    return np.array(found, dtype=np.int64).reshape(-1, 2)
