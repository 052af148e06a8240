"""Children, adults, places and things that belong together by their links, and the sentence that says why."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import networkx as nx

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.missing.linking.facts import STRENGTHS, Candidate, LinkKind, Strength, ThingKind


class NodeKind(StrEnum):
    """What stands in the graph of links."""

    CHILD = "child"
    ADULT = "adult"
    PLACE = "place"
    THING = "thing"


PEOPLE = frozenset({NodeKind.CHILD, NodeKind.ADULT})

type Node = tuple[NodeKind, str]
"""One child, adult, place or thing, by ref."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two that a link joins. `by` is the key of the link; the strongest, where several join the same two."""

    one: Node
    other: Node
    by: str
    strength: Strength
    red: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """What belongs together. `ref` comes of its members; `cut` that only strong links hold it.

    `held_by` are those without whom it would fall apart.
    """

    ref: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    red: bool
    cut: bool
    held_by: tuple[Node, ...]
    why: str

    def of(self, kind: NodeKind) -> tuple[str, ...]:
        """Its members of a kind, by ref."""
        return tuple(ref for each, ref in self.nodes if each is kind)


def graph(links: Iterable[Candidate], confirmed: Collection[str] = ()) -> nx.Graph:
    """The graph of links: every node, and of each two the strongest link between them as `edge`.

    A confirmed link is as strong as can be. Links of one child alone join nobody and are left out.
    """
    made: nx.Graph = nx.Graph()
    for link in sorted(links, key=lambda each: each.key):
        strength = Strength.STRONG if link.key in confirmed else link.strength
        for one, other in _pairs(link):
            made.add_edge(one, other)
            was = made.edges[one, other].get("edge")
            if was is None or STRENGTHS.index(strength) > STRENGTHS.index(was.strength):
                red = link.red or bool(was and was.red)
                made.edges[one, other]["edge"] = Edge(one, other, link.key, strength, red)
    return made


def clusters(
    links: Iterable[Candidate], law: Shelf, *, on: date, confirmed: Collection[str] = ()
) -> tuple[Cluster, ...]:
    """Every cluster of at least two people, red ones first, then by size. `confirmed` are keys.

    Three guards keep one busy place from joining everybody: a weak link joins nobody; fair links at
    one adult, place or thing that reaches as many children as make it crowded join nobody; and a
    cluster of more people than policy allows is held together by strong links alone, and if it is
    still as large not by places, each of which then stays where most of its children are.
    """
    whole = graph(links, confirmed)
    crowded, most = law["link_crowded_children"].whole(on), law["link_cluster_most"].whole(on)
    whole.remove_edges_from([two for two, edge in _edges(whole) if edge.strength is Strength.WEAK])
    whole.remove_edges_from(list(_at_crowded(whole, crowded)))
    told = []
    for part in _parts(whole):
        if _people(part) <= most:
            told.append(_cluster(part, cut=False))
        else:
            told.extend(_cluster(each, cut=True) for each in _held(part, most))
    return tuple(sorted(told, key=lambda each: (not each.red, -len(each.nodes), each.ref)))


def _pairs(link: Candidate) -> Iterator[tuple[Node, Node]]:
    children = [(NodeKind.CHILD, child) for child in link.children]
    adults = [(NodeKind.ADULT, adult) for adult in link.adults]
    if link.kind is LinkKind.TOGETHER:
        yield children[0], children[1]
    elif link.kind is LinkKind.ADDRESS or link.thing.startswith(f"{ThingKind.ADULT}:"):
        yield from ((child, adult) for child in children for adult in adults)
    elif link.thing:
        kind = NodeKind.PLACE if link.kind is LinkKind.PLACE else NodeKind.THING
        yield from ((who, (kind, link.thing)) for who in (*children, *adults))


def _edges(part: nx.Graph) -> Iterator[tuple[tuple[Node, Node], Edge]]:
    return (((one, other), edge) for one, other, edge in part.edges(data="edge"))


def _at_crowded(whole: nx.Graph, crowded: int) -> Iterator[tuple[Node, Node]]:
    """Fair links at an adult, place or thing that reaches so many children by any link."""
    reached: dict[Node, set[Node]] = defaultdict(set)
    for (one, other), _ in _edges(whole):
        for hub, child in ((one, other), (other, one)):
            if hub[0] is not NodeKind.CHILD and child[0] is NodeKind.CHILD:
                reached[hub].add(child)
    busy = {hub for hub, children in reached.items() if len(children) >= crowded}
    for two, edge in _edges(whole):
        if edge.strength is Strength.FAIR and not busy.isdisjoint(two):
            yield two


def _parts(whole: nx.Graph) -> Iterator[nx.Graph]:
    """Connected parts with at least two people."""
    for nodes in nx.connected_components(whole):
        part = whole.subgraph(nodes)
        if _people(part) > 1:
            yield part


def _held(part: nx.Graph, most: int) -> Iterator[nx.Graph]:
    """A part of too many people, held by strong links alone, and not by places where that is not enough."""
    strong = part.copy()
    strong.remove_edges_from([two for two, edge in _edges(part) if edge.strength is not Strength.STRONG])
    for each in _parts(strong):
        if _people(each) <= most:
            yield each
            continue
        held = each.copy()
        places = sorted(node for node in each if node[0] is NodeKind.PLACE)
        held.remove_nodes_from(places)
        lies = {node: at for at, nodes in enumerate(nx.connected_components(held)) for node in nodes}
        for place in places:
            counts = Counter(lies[child] for child in sorted(each[place]))
            home, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            if count > 1:
                mine = [child for child in each[place] if lies[child] == home]
                held.add_edges_from((child, place, each.edges[child, place]) for child in sorted(mine))
        yield from _parts(held)


def _people(part: nx.Graph) -> int:
    return sum(kind in PEOPLE for kind, _ in part.nodes)


def _cluster(part: nx.Graph, *, cut: bool) -> Cluster:
    nodes = tuple(sorted(part.nodes))
    edges = tuple(
        sorted((edge for _, edge in _edges(part)), key=lambda each: (each.one, each.other, each.by))
    )
    held_by = tuple(sorted(nx.articulation_points(part)))
    ref = min(ref for kind, ref in nodes if kind in PEOPLE)
    red = any(edge.red for edge in edges)
    return Cluster(ref, nodes, edges, red, cut, held_by, _why(nodes, edges, held_by, red=red, cut=cut))


def _why(
    nodes: tuple[Node, ...], edges: tuple[Edge, ...], held_by: tuple[Node, ...], *, red: bool, cut: bool
) -> str:
    counted = Counter(kind for kind, _ in nodes)
    who = names([_many(counted[kind], kind) for kind in NodeKind if counted[kind]])
    kinds = Counter(key.split(":", 1)[0] for key in {edge.by for edge in edges})
    by = names([f"{kind} ({count})" if count > 1 else kind for kind, count in sorted(kinds.items())])
    told = [f"{who} belong together: {by}."]
    if red:
        told.append("A child is linked to somebody on the register.")
    if held_by:
        told.append(f"Without {_many(len(held_by), 'of these')} it would fall apart.")
    if cut:
        told.append("So many hang together that weaker links, and places shared with others, are left out.")
    return " ".join(told)


def _many(count: int, noun: str) -> str:
    if noun == NodeKind.CHILD and count > 1:
        return f"{count} children"
    return f"{count} {noun}" if count == 1 or noun == "of these" else f"{count} {noun}s"
