"""How links, clusters and ways between two people are told: nobody is named whom the reader may not see."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.crypto import salted_hmac

from watchkeeper.access.rules import may_see
from watchkeeper.law.wording import a
from watchkeeper.missing.linked import StandingLink
from watchkeeper.missing.linking.clusters import Cluster, Node, NodeKind
from watchkeeper.missing.linking.facts import Candidate, LinkKind, ThingKind
from watchkeeper.missing.linking.paths import LinkStep
from watchkeeper.missing.linking.standing import ASKED, HOLDS
from watchkeeper.web.asking import Asking
from watchkeeper.web.child_looking import children_seen
from watchkeeper.workforce.facts import Power

DAY = timedelta(days=1)
LONG = 16
"""Letters of what a link is called in an address: its key may hold a telephone number or somebody's ref."""


@dataclass(frozen=True, slots=True)
class LinkTold:
    """One link as a page tells it. `asked` where somebody should answer, `holds` where it was confirmed."""

    standing: StandingLink
    called: str
    who: tuple[str, ...]
    thing: str
    asked: bool
    holds: bool

    @property
    def link(self) -> Candidate:
        return self.standing.link

    @property
    def last_on(self) -> date:
        """The last day it is offered, unless somebody confirms it."""
        return self.link.expires_on - DAY


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step of a way between two people, and what leads from one to the other."""

    start: str
    end: str
    link: Candidate


def called(key: str) -> str:
    """What a link is called in an address: nothing of its key can be read from it."""
    return salted_hmac("watchkeeper.links", key, algorithm="sha256").hexdigest()[:LONG]


class Shown:
    """Names of children, adults, places and things as one reader may see them, read once for a page."""

    def __init__(self, links: Iterable[Candidate], asking: Asking) -> None:
        links = list(links)
        self._asking = asking
        self._children = children_seen({child for link in links for child in link.children}, asking)
        self._adults: dict[str, bool] = {}
        self._near = {
            node for link in links if self._children.intersection(link.children) for node in _of(link)
        }

    def name(self, node: Node) -> str:
        """How a member is named; empty for one the reader may not see."""
        kind, ref = node
        if kind is NodeKind.CHILD:
            return ref if ref in self._children else ""
        if kind is NodeKind.ADULT:
            return ref if self._sees_adult(ref) else ""
        if node not in self._near:
            return ""
        return ref if kind is NodeKind.PLACE else " ".join(ref.split(":", 1))

    def names(self, nodes: Iterable[Node]) -> Mapping[Node, str]:
        """Of the members those that may be named."""
        return {node: name for node in nodes if (name := self.name(node))}

    def sees(self, child: str) -> bool:
        """Whether the reader needs to know of the child."""
        return child in self._children

    def told(self, standing: StandingLink) -> LinkTold:
        """A link as a page tells it."""
        link = standing.link
        who = [
            self.name(node) or a(node[0]) for node in _of(link) if node[0] in (NodeKind.CHILD, NodeKind.ADULT)
        ]
        thing = next(
            (self.name(node) for node in _of(link) if node[0] in (NodeKind.PLACE, NodeKind.THING)), ""
        )
        asked, holds = standing.state in ASKED, standing.state in HOLDS
        return LinkTold(standing, called(link.key), tuple(who), thing, asked, holds)

    def steps(self, steps: Iterable[LinkStep]) -> list[StepTold]:
        """A way between two people, step by step."""
        return [
            StepTold(self.name(one.start) or a(one.start[0]), self.name(one.end) or a(one.end[0]), one.link)
            for one in steps
        ]

    def _sees_adult(self, adult: str) -> bool:
        """An adult on no record is named with the child; one on record to whoever needs to know of them."""
        if adult not in self._adults:
            self._adults[adult] = self._may_see(adult)
        return self._adults[adult]

    def _may_see(self, adult: str) -> bool:
        asking, node = self._asking, (NodeKind.ADULT, adult)
        known = asking.known_of(adult)
        if not known.on_record:
            return node in self._near
        may_read = asking.may(Power.READ_PERSON).allowed
        return may_read and may_see(asking.officer, known, asking.law, on=asking.on).allowed


def of_reader(clusters: Iterable[Cluster], shown: Shown) -> list[Cluster]:
    """The clusters in which the reader needs to know of a child."""
    return [each for each in clusters if any(shown.sees(child) for child in each.of(NodeKind.CHILD))]


def _of(link: Candidate) -> Iterator[Node]:
    yield from ((NodeKind.CHILD, child) for child in link.children)
    yield from ((NodeKind.ADULT, adult) for adult in link.adults)
    if link.thing and not link.thing.startswith(f"{ThingKind.ADULT}:"):
        yield NodeKind.PLACE if link.kind is LinkKind.PLACE else NodeKind.THING, link.thing
