"""How two people are linked: the way of strongest links between them, told step by step."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from watchkeeper.missing.linking.clusters import Edge, Node, graph
from watchkeeper.missing.linking.facts import STRENGTHS, Candidate


@dataclass(frozen=True, slots=True)
class LinkStep:
    """One step of a path: from whom or what, to whom or what, and the link that joins them."""

    start: Node
    end: Node
    link: Candidate


def path(
    one: Node, other: Node, links: Iterable[Candidate], *, confirmed: Collection[str] = ()
) -> tuple[LinkStep, ...]:
    """The steps from `one` to `other` over the strongest links; none where nothing joins them.

    A step over a weaker link counts for more, so a longer way of strong links may be taken before a
    short way of weak ones. Of ways that are alike the first by ref is told, always the same one.
    """
    known = {each.key: each for each in links}
    made = graph(known.values(), confirmed)
    if one == other or one not in made or other not in made:
        return ()
    ordered: nx.Graph = nx.Graph()
    ordered.add_nodes_from(sorted(made.nodes))
    ordered.add_edges_from(sorted(made.edges(data=True), key=lambda each: sorted(each[:2])))
    try:
        nodes = nx.dijkstra_path(ordered, one, other, weight=_cost)
    except nx.NetworkXNoPath:
        return ()
    return tuple(
        LinkStep(start, end, known[ordered.edges[start, end]["edge"].by]) for start, end in pairwise(nodes)
    )


def _cost(_one: Node, _other: Node, held: dict[str, Edge]) -> int:
    """1 for the strongest kind of link, and one more for each that is weaker."""
    return len(STRENGTHS) - STRENGTHS.index(held["edge"].strength)
