"""Facts laid out so that each link is looked for in its own small group, and one arrival touches few.

A group is all that one candidate could rest on: a child's episodes, two children, a place, a thing, or a
child and one person's addresses. The whole is the union of its groups, so what arrives needs only the groups
it touches worked out again. Distances come from a tree of the watched addresses; nothing is ever compared
pair by pair.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import hypot
from typing import Any, NamedTuple

import numpy as np

from watchkeeper.law.clocks import london_day
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.linking.facts import Beside, Facts, Gone, Sighting, Spot, ThingKind, Watched

type Group = tuple[str, ...]
"""What a group is of: its kind first, then whom or what."""
CHILD, PAIR, PLACE, THING, ADDRESS = "child", "pair", "place", "thing", "address"


class Near(NamedTuple):
    """A child found at or near a watched address. `metres` is None at the very place, however it lies."""

    gone: Gone
    watched: Watched
    metres: float | None


class Met(NamedTuple):
    """Two children missing at once: when, by which two refs, and how it is known."""

    at: datetime
    refs: tuple[str, str]
    how: str


FROM, AT, SAID = "left the same place", "were found at the same place", "were recorded as together"


@dataclass(slots=True)
class Ground:
    """The facts of links by group. Made by `laid`; `add` puts in what arrives and says what it touched."""

    together: timedelta
    near_metres: float
    by_child: dict[str, list[Gone]] = field(default_factory=dict)
    by_origin: dict[str, list[Gone]] = field(default_factory=dict)
    by_place: dict[str, list[Gone]] = field(default_factory=dict)
    by_pair: dict[tuple[str, str], list[Met]] = field(default_factory=dict)
    by_thing: dict[tuple[ThingKind, str], list[Sighting]] = field(default_factory=dict)
    by_address: dict[tuple[str, str], list[Near]] = field(default_factory=dict)
    at_place: dict[str, list[Watched]] = field(default_factory=dict)
    placed: list[Watched] = field(default_factory=list)
    tree: Any = None
    episodes: dict[str, Gone] = field(default_factory=dict)
    touched: dict[str, set[Group]] = field(default_factory=dict)

    def groups(self) -> Iterator[Group]:
        """Every group there is anything in."""
        yield from ((CHILD, child) for child in self.by_child)
        yield from ((PAIR, *pair) for pair in self.by_pair)
        yield from ((PLACE, place) for place in self.by_place)
        yield from ((THING, *thing) for thing in self.by_thing)
        yield from ((ADDRESS, *who) for who in self.by_address)

    def add(self, new: Facts) -> set[Group]:
        """Put in what arrived and return the groups it touched.

        A fact that is already there is not put in again; an episode that is there otherwise, as when
        the child has since been found, takes the place of what stood. Raises ValueError for
        addresses: they move the tree, and the ground is laid anew when they change.
        """
        if new.watched:
            raise ValueError("addresses do not arrive one by one: lay the ground anew")
        latest = {each.episode: each for each in new.gone}
        arrived = [each for each in latest.values() if self.episodes.get(each.episode) != each]
        touched = {group for each in arrived for group in self._taken_out(each.episode)}
        touched |= self._gone(arrived)
        for seen in new.sightings:
            if seen not in self.by_thing.get((seen.kind, seen.key), ()):
                _put(self.by_thing, (seen.kind, seen.key), seen, _when)
                touched.add((THING, seen.kind, seen.key))
        for each in new.beside:
            touched |= self._met(each.child, each.other, Met(each.at, (each.episode, each.ref), SAID))
        return touched

    def _gone(self, arrived: list[Gone]) -> set[Group]:
        touched: set[Group] = set()
        for each, near in zip(arrived, self._near(arrived), strict=True):
            mine: set[Group] = {(CHILD, each.child)}
            _put(self.by_child, each.child, each, _when)
            if each.origin:
                for other in self._close(self.by_origin.get(each.origin, []), each.at, _when):
                    mine |= self._both(each, other, max(each.at, other.at), FROM)
                _put(self.by_origin, each.origin, each, _when)
            if each.until is not None and each.found and each.found != each.origin:
                for other in self._close(self.by_place.get(each.found, []), each.until, _ended):
                    mine |= self._both(each, other, max(each.until, _ended(other)), AT)
                _put(self.by_place, each.found, each, _ended)
                mine.add((PLACE, each.found))
            for one in near:
                _put(self.by_address, (one.watched.person, each.child), one, _order)
                mine.add((ADDRESS, one.watched.person, each.child))
            self.episodes[each.episode], self.touched[each.episode] = each, mine
            touched |= mine
        return touched

    def _taken_out(self, episode: str) -> set[Group]:
        """Take out an episode as it stood, and return the groups it was in."""
        was, groups = self.episodes.pop(episode, None), self.touched.pop(episode, set())
        if was is None:
            return set()
        for kind, *who in groups:
            if kind == CHILD:
                _drop(self.by_child, who[0], lambda row: row.episode != episode)
            elif kind == PLACE:
                _drop(self.by_place, who[0], lambda row: row.episode != episode)
            elif kind == ADDRESS:
                _drop(self.by_address, (who[0], who[1]), lambda row: row.gone.episode != episode)
            else:
                _drop(self.by_pair, (who[0], who[1]), lambda met: met.how == SAID or episode not in met.refs)
        _drop(self.by_origin, was.origin, lambda row: row.episode != episode)
        return groups

    def _both(self, one: Gone, other: Gone, at: datetime, how: str) -> set[Group]:
        if one.child == other.child:
            return set()
        first, second = sorted((one, other), key=lambda each: (each.child, each.episode))
        groups = self._met(one.child, other.child, Met(at, (first.episode, second.episode), how))
        self.touched[other.episode] |= groups
        return groups

    def _met(self, one: str, other: str, met: Met) -> set[Group]:
        pair = (min(one, other), max(one, other))
        if one == other or met in self.by_pair.get(pair, ()):
            return set()
        _put(self.by_pair, pair, met, _itself)
        return {(PAIR, *pair)}

    def _close[Row](self, rows: list[Row], at: datetime, when: Callable[[Row], datetime]) -> list[Row]:
        """The rows within the time that counts as together, rows being in the order of `when`."""
        first = bisect_left(rows, at - self.together, key=when)
        return rows[first : bisect_right(rows, at + self.together, key=when)]

    def _near(self, arrived: list[Gone]) -> list[list[Near]]:
        """Of each episode the watched addresses the child was found at or near, in force that day."""
        found: list[list[Near]] = [
            [Near(each, one, None) for one in self.at_place.get(each.found, ())] for each in arrived
        ]
        rows = [row for row, each in enumerate(arrived) if each.found_spot is not None]
        if self.tree is not None and rows:
            spots = np.array([arrived[row].found_spot for row in rows], dtype=np.float64)
            for row, near in zip(rows, self.tree.query_ball_point(spots, self.near_metres), strict=True):
                each = arrived[row]
                for at in near:
                    one = self.placed[at]
                    if one.place != each.found or not each.found:
                        found[row].append(Near(each, one, _apart(each.found_spot, one.spot)))
        return [
            [] if each.found == each.origin != "" else [one for one in near if _counts(one)]
            for each, near in zip(arrived, found, strict=True)
        ]


def laid(facts: Facts, law: Shelf, *, on: date) -> Ground:
    """The ground of `facts`, with the reach in time and metres that policy gives on a day."""
    ground = Ground(
        timedelta(minutes=law["link_together_minutes"].whole(on)), law["missing_near_metres"].number(on)
    )
    for watched in facts.watched:
        if watched.place:
            ground.at_place.setdefault(watched.place, []).append(watched)
    ground.placed = [watched for watched in facts.watched if watched.spot is not None]
    if ground.placed:
        from scipy.spatial import cKDTree  # half a second of the start of every page, for links alone

        ground.tree = cKDTree(np.array([watched.spot for watched in ground.placed], dtype=np.float64))
    ground.add(Facts(facts.gone, facts.sightings, facts.beside))
    return ground


def _apart(one: Spot | None, other: Spot | None) -> float:
    assert one is not None
    assert other is not None
    return hypot(one.easting_metres - other.easting_metres, one.northing_metres - other.northing_metres)


def _counts(near: Near) -> bool:
    """Whether the address was theirs on the day, and the child is not the person it is the address of."""
    on, watched = london_day(_ended(near.gone)), near.watched
    began = watched.since is None or watched.since <= on
    return began and (watched.until is None or on < watched.until) and watched.child != near.gone.child


def _ended(gone: Gone) -> datetime:
    return gone.until if gone.until is not None else gone.at


def _when(row: Gone | Sighting | Beside) -> datetime:
    return row.at


def _itself[Row](row: Row) -> Row:
    return row


def _order(near: Near) -> tuple[datetime, str, str, float]:
    return _ended(near.gone), near.gone.episode, near.watched.place, near.metres or 0.0


def _put[Key, Row](rows: dict[Key, list[Row]], key: Key, row: Row, when: Callable[[Row], Any]) -> None:
    insort(rows.setdefault(key, []), row, key=when)


def _drop[Key, Row](rows: dict[Key, list[Row]], key: Key, keep: Callable[[Row], bool]) -> None:
    left = [row for row in rows.get(key, ()) if keep(row)]
    if left:
        rows[key] = left
    else:
        rows.pop(key, None)
