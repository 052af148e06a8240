"""Links of missing children across the force: clusters, one cluster drawn, and how two people are linked."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.audit.standing import as_written
from watchkeeper.missing.actions.looking import look_at_child
from watchkeeper.missing.linked import Links, linking
from watchkeeper.missing.linking.clusters import Cluster, Node, NodeKind
from watchkeeper.missing.linking.paths import path as path_between
from watchkeeper.missing.models import MissingPerson
from watchkeeper.people.models import Person
from watchkeeper.places.directory import DirectoryError
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.child_looking import child_page
from watchkeeper.web.cluster_picture import picture, rows
from watchkeeper.web.episode_looking import PURPOSES
from watchkeeper.web.link_shown import Shown, of_reader
from watchkeeper.web.looking import doing
from watchkeeper.workforce.facts import Power

MOST = 50
"""Clusters listed on one page, the red ones first; the count is of all."""
SEED = 1
"""Of the drawing: the same cluster is drawn alike for everybody."""
UNKNOWN = "No link that you may see is on record of {}: check the reference, or ask a coordinator."


@dataclass(frozen=True, slots=True)
class ClusterLine:
    """One cluster in the list: by which child it is opened, and how many of each it has."""

    cluster: Cluster
    opens: str
    children: int
    adults: int


@page(Power.READ_MISSING)
def clusters(request: HttpRequest) -> HttpResponse:
    """Who and what belong together, red flags first; and the way between two people, asked by reference."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = _all(asking)
    context: dict[str, Any] = {"unplaced": found is None, "most": MOST, "at": asking.at}
    if found is not None:
        shown = Shown(found.candidates.values(), asking)
        lines = [_line(each, shown) for each in of_reader(found.clusters, shown)]
        context |= {"rows": lines[:MOST], "many": len(lines), "red": sum(each.cluster.red for each in lines)}
        context |= _way(request, found, shown)
    return render(request, "missing/clusters.html", context)


@child_page(Power.READ_MISSING)
def cluster(request: HttpRequest, *, child: str) -> HttpResponse:
    """The cluster a child is part of: drawn, with the table beside it and the sentence that says why."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    found = _all(asking)
    theirs = found.cluster_of(child) if found is not None else None
    context: dict[str, Any] = {"child": child, "unplaced": found is None, "cluster": theirs}
    if found is not None and theirs is not None:
        nodes = set(theirs.nodes)
        mine = [
            each
            for each in found.candidates.values()
            if any((NodeKind.CHILD, who) in nodes for who in each.children)
        ]
        shown = Shown(mine, asking)
        names = shown.names(theirs.nodes)
        table = rows(theirs, names, found.candidates)
        opens = [
            node[1] if node[0] is NodeKind.CHILD and shown.sees(node[1]) else "" for node in theirs.nodes
        ]
        context |= {
            "picture": picture(theirs, names, seed=SEED),
            "rows": list(zip(table, opens, strict=True)),
            "held_by": [names.get(node) or f"one {node[0]}" for node in theirs.held_by],
            "hidden": len(theirs.nodes) - len(names),
        }
    return render(request, "missing/cluster.html", context)


def _all(asking: Asking) -> Links | None:
    """The links of the force; None where no postcode can be placed."""
    try:
        return linking().links(asking.law, on=asking.on, at=asking.at)
    except DirectoryError:
        return None


def _line(cluster: Cluster, shown: Shown) -> ClusterLine:
    children, adults = cluster.of(NodeKind.CHILD), cluster.of(NodeKind.ADULT)
    return ClusterLine(cluster, next(ref for ref in children if shown.sees(ref)), len(children), len(adults))


def _way(request: HttpRequest, found: Links, shown: Shown) -> dict[str, Any]:
    """The way between the two that were asked for, or what is wrong with what was typed."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    typed = [request.GET.get(name, "").strip() for name in ("one", "other")]
    given: dict[str, Any] = {"one": typed[0], "other": typed[1], "problems": [], "asked": False}
    if not any(typed):
        return given
    ends = [_node(ref, shown, asking) for ref in typed]
    for name, ref, node in zip(("one", "other"), typed, ends, strict=True):
        if node is None:
            says = UNKNOWN.format(ref) if ref else "Enter a reference"
            given["problems"].append({"text": says, "href": f"#{name}", "name": name})
    one, other = ends
    if one is not None and one == other:
        given["problems"].append(
            {"text": "Enter two different references", "href": "#other", "name": "other"}
        )
    if given["problems"] or one is None or other is None:
        return given
    request.purpose = PURPOSES["exploitation"]  # type: ignore[attr-defined]
    for kind, ref in (one, other):
        if kind is NodeKind.CHILD:
            look_at_child(doing(request, ref))
    steps = path_between(one, other, found.candidates.values(), confirmed=found.confirmed)
    return given | {"asked": True, "steps": shown.steps(steps)}


def _node(typed: str, shown: Shown, asking: Asking) -> Node | None:
    """Whom a reference is of, where the reader may see them: a child first."""
    for kind, stored in ((NodeKind.CHILD, MissingPerson), (NodeKind.ADULT, Person)):
        ref = as_written(stored, typed, known_at=asking.at)
        if ref and shown.name((kind, ref)):
            return kind, ref
    return None


addresses = [
    path("missing/links/", clusters, name="clusters"),
    path("missing/child/<episode:child>/cluster/", cluster, name="missing-cluster"),
]
