"""Who belongs together: records joined pair by pair, heaviest first, never across what keeps apart.

A proposal. Joins follow from one to the next, so two records nobody joined may end up one person: all of
both are looked at before the join that would make them one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from watchkeeper.law.swift import dataclass


class Ordered(Protocol):
    """Keys that stand in an order: numbers, or references."""

    def __lt__(self, other: Any, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class Edge[Key]:
    """Two records to be joined. The heavier first; of two as heavy, the one whose keys come first."""

    one: Key
    other: Key
    bits: float


@dataclass(frozen=True, slots=True)
class Clusters[Key]:
    """`of` gives each record that was joined its cluster's first key; `stopped` the joins not made."""

    of: Mapping[Key, Key]
    stopped: tuple[Edge[Key], ...]


def clusters[Key: Ordered](
    edges: Iterable[Edge[Key]], apart: Callable[[Sequence[Key], Sequence[Key]], bool]
) -> Clusters[Key]:
    """Join records along `edges`, in an order that the order of input does not change.

    `apart` says whether all of the one and all of the other may not be one person; it is not asked of two
    records that are by themselves. A cluster is known by its first key, so it keeps its name when later
    records join it.

    >>> edges = [Edge("b", "a", 20), Edge("c", "b", 30)]
    >>> found = clusters(edges, lambda one, other: {"a", "c"} <= {*one, *other})
    >>> dict(found.of), [edge.one + edge.other for edge in found.stopped]
    ({'c': 'b', 'b': 'b'}, ['ba'])
    """
    members: dict[Key, list[Key]] = {}
    home: dict[Key, Key] = {}
    stopped: list[Edge[Key]] = []
    for edge in sorted(edges, key=_heaviest):
        one, other = home.get(edge.one, edge.one), home.get(edge.other, edge.other)
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


def _heaviest(edge: Edge[Any]) -> tuple[float, Any, Any]:
    """The heaviest first, then by the two keys, whichever of them is named first."""
    first, last = (edge.one, edge.other) if edge.one < edge.other else (edge.other, edge.one)
    return -edge.bits, first, last
