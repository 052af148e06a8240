"""Every link of the force as it stands by what people answered, kept for each process.

Brought up to date by what the trail says was recorded since: what arrives is put into the ground it touches,
and only what moves addresses, or takes something back, has the ground laid anew.
"""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from watchkeeper.audit.facts import Kind, rows_stored
from watchkeeper.audit.models import Entry
from watchkeeper.audit.searching import is_of_trail, newest_mark
from watchkeeper.crimes.models import Party
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing import models
from watchkeeper.missing.gathering import answers_to, arrived, linked_facts, links_of
from watchkeeper.missing.linking.clusters import Cluster, clusters
from watchkeeper.missing.linking.facts import Candidate, Evidence, LinkKind, Strength
from watchkeeper.missing.linking.finding import brought_up, found
from watchkeeper.missing.linking.ground import Ground, laid
from watchkeeper.missing.linking.standing import HOLDS, Answered, LinkState, Verdict, state
from watchkeeper.missing.nearby import suspected_of
from watchkeeper.workforce.facts import Power

SHARED = (LinkKind.PLACE, LinkKind.THING, LinkKind.CASES)
"""Kinds whose key names what is shared."""
JOINS = frozenset({LinkState.OFFERED, LinkState.BACK, *HOLDS})
"""States in which a link may join anybody to anybody."""
ARRIVES: dict[str, Any] = {
    "missing.Episode": models.Episode,
    "missing.Found": models.Found,
    "missing.Seen": models.Seen,
}
MOVES = frozenset({"people.Address", "people.Person", "registers.Disposal", "registers.Order"})
"""What changes whose addresses are watched. That a crime is closed is read anew each day."""


@dataclass(frozen=True, slots=True)
class StandingLink:
    """A link, how it stands, and every answer to it, the newest first."""

    link: Candidate
    state: LinkState
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """The links of the force that may join people, by key, those confirmed, and the clusters they make."""

    candidates: Mapping[str, Candidate]
    confirmed: frozenset[str]
    clusters: tuple[Cluster, ...]

    def cluster_of(self, ref: str) -> Cluster | None:
        """The cluster somebody is part of, by their ref; None where they are part of none."""
        return next((each for each in self.clusters if any(ref == who for _, who in each.nodes)), None)


def links_standing(child: str, law: Shelf, *, on: date, known_at: datetime) -> tuple[StandingLink, ...]:
    """Every link of one child: what is offered, and what was confirmed, whether or not it has lapsed since.

    Red flags first, then the strongest. Raises DirectoryError when no postcode can be placed.
    """
    offered = {each.key: each for each in links_of(child, law, on=on, known_at=known_at)}
    every = _held(law, known_at, child=child) | offered
    answers = answers_to(every.keys(), known_at=known_at)
    strengths = tuple(Strength)

    def standing(link: Candidate) -> StandingLink:
        mine = sorted((each for each in answers if each.key == link.key), key=_when, reverse=True)
        return StandingLink(link, state(link, mine, on=on), tuple(mine))

    told = [standing(link) for link in every.values()]
    return tuple(
        sorted(told, key=lambda one: (not one.link.red, -strengths.index(one.link.strength), one.link.key))
    )


@dataclass(slots=True)
class Linking:
    """The links of the force for one process. Safe between threads."""

    _lock: Any = field(default_factory=threading.Lock)
    _under: tuple[str, date] | None = None
    _through: tuple[int, str] = (0, "")
    _ground: Ground | None = None
    _found: dict[str, Candidate] = field(default_factory=dict)
    _links: Links | None = None

    def links(self, law: Shelf, *, on: date, at: datetime) -> Links:
        """Every link as it stands now. Raises DirectoryError when no postcode can be placed."""
        with self._lock:
            newest, same = newest_mark(at), self._under == (law.version, on)
            if self._links is not None and same and self._through == newest:
                return self._links
            since = _since(self._through, newest, law, on=on, at=at) if same else None
            before = self._found
            if self._ground is None or since is None:
                self._under = None
                self._ground = laid(linked_facts(law, on=on, known_at=at), law, on=on)
                self._found = {each.key: each for each in found(self._ground, law, on=on)}
            elif since.episodes:
                touched = self._ground.add(arrived(since.episodes, law, on=on, known_at=at))
                self._found = brought_up(self._found, touched, self._ground, law, on=on)
            if self._links is None or since is None or since.answered or self._found != before:
                self._links = _links(self._found, law, on=on, known_at=at)
            self._under, self._through = (law.version, on), newest
            return self._links


@dataclass(slots=True)
class LinksTouched:
    """What was recorded since: the episodes it is about, and whether a link was answered."""

    episodes: set[str] = field(default_factory=set)
    answered: bool = False


def _since(
    through: tuple[int, str], newest: tuple[int, str], law: Shelf, *, on: date, at: datetime
) -> LinksTouched | None:
    """What the trail says was recorded since; None where the ground must be laid anew."""
    if not is_of_trail(through):
        return None  # another trail than the one the ground was laid from
    done = Entry.objects.filter(number__gt=through[0], number__lte=newest[0], kind=Kind.DONE)
    since = LinksTouched()
    for power, facts in done.values_list("power", "facts"):
        if power == Power.LOAD_RECORDS:
            return None
        for label, ref in rows_stored(facts):
            since.answered = since.answered or label == "missing.LinkAnswered"
            if label in ARRIVES:
                rows = list(ARRIVES[label].objects.filter(ref=ref))
                if len(rows) != 1 or rows[0].withdrawn:
                    return None
                since.episodes.add(ref if label == "missing.Episode" else rows[0].episode_ref)
            elif (
                label in MOVES
                or (label == "missing.MissingPerson" and _is_no_new_child(ref))
                or (label == "crimes.Party" and _is_suspect(ref, law, on=on, at=at))
            ):
                return None
    return since


def _links(found: Mapping[str, Candidate], law: Shelf, *, on: date, known_at: datetime) -> Links:
    every = _held(law, known_at) | dict(found)
    answered: dict[str, list[Answered]] = {}
    for each in answers_to(_keys(models.LinkAnswered.objects.all()), known_at=known_at):
        answered.setdefault(each.key, []).append(each)
    states = {key: state(every[key], answered[key], on=on) for key in answered if key in every}
    candidates = {key: each for key, each in every.items() if states.get(key, LinkState.OFFERED) in JOINS}
    confirmed = frozenset(key for key, each in states.items() if each in HOLDS)
    return Links(candidates, confirmed, clusters(candidates.values(), law, on=on, confirmed=confirmed))


def _held(law: Shelf, known_at: datetime, *, child: str = "") -> dict[str, Candidate]:
    """Links somebody confirmed, as they stood then: confirmed they stay, whatever lapsed since."""
    rows = models.LinkAnswered.objects.as_known(known_at).order_by("on", "ref")
    last = {row.key: row for row in (rows.filter(children__contains=json.dumps(child)) if child else rows)}
    return {
        row.key: _as_it_stood(row, law)
        for row in last.values()
        if row.verdict == Verdict.CONFIRMED and (not child or child in json.loads(row.children))
    }


def _as_it_stood(row: models.LinkAnswered, law: Shelf) -> Candidate:
    kind, on = LinkKind(row.kind), row.on
    assert on is not None
    of = law["link_expiry_days"]
    return Candidate(
        kind=kind,
        key=row.key,
        children=tuple(json.loads(row.children)),
        adults=tuple(json.loads(row.adults)),
        thing=row.key.partition(":")[2] if kind in SHARED else "",
        strength=Strength(row.strength),
        why=row.why,
        evidence=tuple(
            Evidence(ref, on, "as it stood when it was confirmed") for ref in json.loads(row.evidence)
        ),
        newest_on=on,
        expires_on=date.max,
        red=row.red,
        crowded=False,
        cite=of.cite,
        confirmed=of.confirmed,
    )


def _is_no_new_child(ref: str) -> bool:
    """Whether a row about somebody changes what others rest on: a correction, or somebody of the register."""
    rows = list(models.MissingPerson.objects.filter(ref=ref))
    return len(rows) != 1 or bool(rows[0].person) or rows[0].withdrawn


def _is_suspect(party: str, law: Shelf, *, on: date, at: datetime) -> bool:
    """Whether a row about a party names somebody whose address is watched for being suspected."""
    people = {person for person in Party.objects.filter(ref=party).values_list("person", flat=True) if person}
    return bool(people and suspected_of(people, law, on=on, known_at=at))


def _keys(rows: Any) -> set[str]:
    return set(rows.values_list("key", flat=True))


def _when(each: Answered) -> tuple[date, str]:
    return each.on, each.ref


_LINKING = Linking()


def linking() -> Linking:
    """This process's."""
    return _LINKING
