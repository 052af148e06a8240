"""Where each member of a cluster stands in its picture: near its links, with room for its label."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from watchkeeper.missing.linking.clusters import Cluster, Node

ROUNDS, PUSHES = 150, 200


@dataclass(frozen=True, slots=True)
class Stands:
    """One member at a place in the picture, in its own units, from the top left."""

    node: Node
    x: float
    y: float


def stand(
    cluster: Cluster, *, seed: int, wide: float, tall: float, room: tuple[float, float]
) -> tuple[Stands, ...]:
    """Where the members of `cluster` stand in a picture `wide` by `tall`, none closer than `room` allows.

    `room` is how wide and how tall a member with its label is: of any two, one of the distances is
    at least that, wherever the picture has room for all of them. The same seed gives the same picture.
    Raises ValueError for a picture smaller than one member.
    """
    if wide < room[0] or tall < room[1]:
        raise ValueError("the picture is smaller than one member of it")
    made: nx.Graph = nx.Graph()
    made.add_nodes_from(cluster.nodes)
    made.add_edges_from((edge.one, edge.other) for edge in cluster.edges)
    placed = nx.spring_layout(made, seed=seed, iterations=ROUNDS)
    spots = np.array([placed[node] for node in cluster.nodes], dtype=np.float64)
    low, high = np.array([room[0] / 2, room[1] / 2]), np.array([wide - room[0] / 2, tall - room[1] / 2])
    span = np.maximum(np.ptp(spots, axis=0), np.finfo(np.float64).eps)
    spots = low + (spots - spots.min(axis=0)) / span * (high - low)
    spots = _apart(spots, np.array(room), low, high)
    return tuple(Stands(node, float(x), float(y)) for node, (x, y) in zip(cluster.nodes, spots, strict=True))


def crossing(stood: Iterable[Stands], room: tuple[float, float]) -> int:
    """How many pairs of members lie across each other, for whoever judges a picture."""
    spots = np.array([(each.x, each.y) for each in stood]).reshape(-1, 2)
    apart = np.abs(spots[:, None] - spots[None])
    across = (apart + np.finfo(np.float32).eps < np.array(room) * (1 - np.finfo(np.float32).eps)).all(axis=2)
    return int((across.sum() - len(spots)) // 2)


def _apart(
    spots: NDArray[np.float64], room: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Push members that lie across each other apart, along the way that is shorter, inside the picture.

    Where they cannot all be pushed free they stand in rows, in the order they had from top to bottom.
    """
    for _ in range(PUSHES):
        gap = spots[:, None] - spots[None]
        short = room - np.abs(gap)
        across = (short > np.finfo(np.float32).eps).all(axis=2)
        np.fill_diagonal(across, val=False)
        if not across.any():
            return spots
        along = (short[..., 1] < short[..., 0]).astype(int)  # 1: up and down is the shorter way
        push = np.zeros_like(spots)
        for one, other in zip(*np.nonzero(np.triu(across)), strict=True):
            axis = along[one, other]
            way = 1.0 if gap[one, other, axis] >= 0 else -1.0
            step = way * (short[one, other, axis] / 2 + room[axis] * 0.01)
            push[one, axis] += step
            push[other, axis] -= step
        spots = np.clip(spots + push, low, high)
    return _in_rows(spots, room, low, high)


def _in_rows(
    spots: NDArray[np.float64], room: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Members row by row, as many in each as fit."""
    each = max(int((high[0] - low[0]) // room[0]) + 1, 1)
    order = np.lexsort((spots[:, 0], spots[:, 1]))
    rows = -(-len(spots) // each)
    laid = spots.copy()
    for row in range(rows):
        mine = order[row * each : (row + 1) * each]
        mine = mine[np.argsort(spots[mine, 0], kind="stable")]
        laid[mine, 0] = np.linspace(low[0], high[0], len(mine)) if len(mine) > 1 else (low[0] + high[0]) / 2
        laid[mine, 1] = low[1] + (high[1] - low[1]) * (row / max(rows - 1, 1))
    return laid
