"""A cluster of missing children as a drawing, and as a table that says the same.

Each member is a link into the table beside it, so that the keyboard reaches everything; shapes and words tell
kinds apart, never colour alone; a red flag is a thick dashed line with its own word.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from watchkeeper.law.wording import a
from watchkeeper.missing.linking.clusters import Cluster, Edge, Node, NodeKind
from watchkeeper.missing.linking.facts import Candidate, Strength
from watchkeeper.missing.linking.laying import Stands, stand

WIDE, LEAST_TALL, EACH_TALL = 960, 300, 26
ROOM = (132.0, 50.0)
SIZE, BELOW, LONGEST = 11, 26, 18
INK, RED, GREY = "#0b0c0c", "#942514", "#505a5f"
WIDTHS = {Strength.WEAK: 1, Strength.FAIR: 2, Strength.STRONG: 4}
FILLS = {
    NodeKind.CHILD: "#d2e2f1",
    NodeKind.ADULT: "#f6d7d2",
    NodeKind.PLACE: "#cce2d8",
    NodeKind.THING: "#fff7bf",
}
CORNERS: dict[NodeKind, tuple[tuple[float, float], ...]] = {
    NodeKind.ADULT: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    NodeKind.PLACE: ((-1, 1), (-1, 0), (0, -1), (1, 0), (1, 1)),
    NodeKind.THING: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
}
DRAWING = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-labelledby="wk-cluster-title wk-cluster-says" '
    'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" font-family="arial, sans-serif" '
    'font-size="13"><title id="wk-cluster-title">Who and what belong together</title>'
    '<desc id="wk-cluster-says">{says}</desc>{parts}</svg>'
)
LINE = Markup(
    '<line x1="{a:.0f}" y1="{b:.0f}" x2="{c:.0f}" y2="{d:.0f}" stroke="{ink}" stroke-width="{wide}"{dashes}/>'
)
FLAG = Markup(
    '<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" fill="{ink}" '
    'font-weight="bold" stroke="#ffffff" '
    'stroke-width="4" paint-order="stroke">red flag</text>'
)
CIRCLE = Markup(
    '<circle cx="{x:.0f}" cy="{y:.0f}" r="{size}" fill="{fill}" stroke="{ink}" stroke-width="2"/>'
)
DASHES = Markup(' stroke-dasharray="9 4"')


@dataclass(frozen=True, slots=True)
class MemberTold:
    """One member in the table: its anchor, what it is, its name, and every link it has, in sentences."""

    anchor: str
    kind: str
    name: str
    links: tuple[str, ...]


def picture(cluster: Cluster, shown: Mapping[Node, str], *, seed: int) -> Markup:
    """The drawing. `shown` names each member as this reader may see it; one it lacks is shown as its kind.

    The same cluster and seed give the same drawing.
    """
    tall = max(LEAST_TALL, EACH_TALL * len(cluster.nodes))
    stood = {each.node: each for each in stand(cluster, seed=seed, wide=WIDE, tall=tall, room=ROOM)}
    anchors = {node: f"wk-member-{at}" for at, node in enumerate(cluster.nodes)}
    parts = [_line(edge, stood[edge.one], stood[edge.other]) for edge in cluster.edges]
    parts += [_member(stood[node], _name(node, shown), anchors[node]) for node in cluster.nodes]
    return DRAWING.format(wide=WIDE, tall=tall + SIZE, says=cluster.why, parts=Markup("").join(parts))


def rows(
    cluster: Cluster, shown: Mapping[Node, str], links: Mapping[str, Candidate]
) -> tuple[MemberTold, ...]:
    """The table beside the drawing: every member in the same order, with the sentence of each link."""
    told = []
    for at, node in enumerate(cluster.nodes):
        mine = []
        for edge in cluster.edges:
            if node in (edge.one, edge.other):
                other = edge.other if node == edge.one else edge.one
                red = "Red flag. " if edge.red else ""
                why = links[edge.by].why if edge.by in links else ""
                mine.append(f"{red}With {_name(other, shown)}, {edge.strength}: {why}".strip())
        told.append(MemberTold(f"wk-member-{at}", node[0].value, _name(node, shown), tuple(mine)))
    return tuple(told)


def _name(node: Node, shown: Mapping[Node, str]) -> str:
    return shown.get(node) or a(node[0])


def _line(edge: Edge, one: Stands, other: Stands) -> Markup:
    ink, dashes = (RED, DASHES) if edge.red else (GREY, "")
    line = LINE.format(
        a=one.x, b=one.y, c=other.x, d=other.y, ink=ink, wide=WIDTHS[edge.strength], dashes=dashes
    )
    if not edge.red:
        return line
    return line + FLAG.format(x=(one.x + other.x) / 2, y=(one.y + other.y) / 2 - SIZE / 2, ink=RED)


def _member(stands: Stands, name: str, anchor: str) -> Markup:
    kind = stands.node[0]
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return Markup(
        '<a href="#{anchor}"><title>{name}, {kind}</title>{shape}'
        '<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" fill="{ink}" stroke="#ffffff" stroke-width="4" '
        'paint-order="stroke">{short}</text></a>'
    ).format(
        anchor=anchor,
        name=name,
        kind=kind.value,
        shape=_shape(stands),
        x=stands.x,
        y=stands.y + BELOW,
        ink=INK,
        short=escape(short),
    )


def _shape(stands: Stands) -> Markup:
    """A circle for a child, a square for an adult, a house for a place, a diamond for a thing."""
    x, y, size = stands.x, stands.y, SIZE
    points = CORNERS.get(stands.node[0])
    fill = FILLS[stands.node[0]]
    if points is None:
        return CIRCLE.format(x=x, y=y, size=size, fill=fill, ink=INK)
    corners = " ".join(f"{x + across * size:.0f},{y + down * size:.0f}" for across, down in points)
    return Markup('<polygon points="{corners}" fill="{fill}" stroke="{ink}" stroke-width="2"/>').format(
        corners=corners, fill=fill, ink=INK
    )
