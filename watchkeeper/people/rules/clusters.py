"""Who belongs together: records joined pair by pair, heaviest first, never across what keeps apart.

A proposal. Joins follow from one to the next, so two records nobody joined may end up one person: all of
both are looked at before the join that would make them one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Protocol

from watchkeeper.law.swift import dataclass

_BITS = itemgetter(-1)


class Ordered(Protocol):
    """Keys that stand in an order: numbers, or references."""

    def __lt__(self, other: Any, /) -> bool: ...


type Edge[Key] = tuple[Key, Key, float]
"""Two records to be joined, the first of the two first, and the bits they weigh."""


@dataclass(frozen=True, slots=True)
class Clusters[Key]:
    """`of` gives each record that was joined its cluster's first key; `stopped` the joins not made."""

    of: Mapping[Key, Key]
    stopped: tuple[Edge[Key], ...]


def clusters[Key: Ordered](
    edges: Iterable[Edge[Key]], apart: Callable[[Sequence[Key], Sequence[Key]], bool]
) -> Clusters[Key]:
    """Join records along `edges`, in an order that the order of input does not change.

    The heaviest first; of two as heavy, the one whose keys come first. `apart` says whether all of the one
    and all of the other may not be one person; it is not asked of two records that are by themselves. A
    cluster is known by its first key, so it keeps its name when later records join it.

    >>> edges = [("a", "b", 20), ("b", "c", 30)]
    >>> found = clusters(edges, lambda one, other: {"a", "c"} <= {*one, *other})
    >>> dict(found.of), found.stopped
    ({'b': 'b', 'c': 'b'}, (('a', 'b', 20),))
    """
    ordered = sorted(edges)
    ordered.sort(key=_BITS, reverse=True)  # of two as heavy the order stays
    members: dict[Key, list[Key]] = {}
    home: dict[Key, Key] = {}
    stopped: list[Edge[Key]] = []
    for edge in ordered:
        here, there, _ = edge
        one, other = home.get(here, here), home.get(there, there)
        if one == other:
            continue
        left: list[Key] = members.get(one, [one])
        right: list[Key] = members.get(other, [other])
        if (left[1:] or right[1:]) and apart(left, right):
            stopped.append(edge)
            continue
        first, gone = (one, other) if one < other else (other, one)
        together = [*left, *right]
        members.pop(gone, None)
        members[first] = together
        for each in together:
            home[each] = first
    return Clusters(home, tuple(stopped))
