"""Who is who on record: every mention of every source, what was decided about them, and what to ask a human.

Kept for each process and brought up to date by what changed: one record that arrives is weighed alone.
"""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from watchkeeper.audit.standing import versions
from watchkeeper.law.shelf import Shelf
from watchkeeper.people import facts
from watchkeeper.people.facts import Mention, Pairing
from watchkeeper.people.identity import shipped
from watchkeeper.people.identity.lists import placeholders
from watchkeeper.people.identity.standing import Likely, Standing
from watchkeeper.people.models import Address, Alias, Person
from watchkeeper.people.models import Mention as StoredMention
from watchkeeper.people.models import Pairing as StoredPairing
from watchkeeper.people.rules.deciding import Answer, thresholds
from watchkeeper.people.rules.joined import REGISTER, named_by, on_register, pair_ref, persons
from watchkeeper.people.rules.preparing import Prepared, Preparer, prepared

MODEL = "identity_model"
NEW_NAME = "new name"
"""The guard of the model that catches a new name at the same date of birth and the same home or telephone."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two records a human is asked about, by their keys: what they weigh, and why nobody joined them.

    `registered` when either is on the register: somebody who may have a new name comes first. `unsure`
    is what somebody said who could not tell.
    """

    one: str
    other: str
    likely: Likely
    registered: bool
    unsure: Pairing | None = None

    @property
    def new_name(self) -> bool:
        """Whether somebody on the register may stand here under a new name."""
        return self.registered and self.likely.guard is not None and self.likely.guard.name == NEW_NAME

    @property
    def ref(self) -> str:
        return pair_ref(self.one, self.other)


def mentions(*, at: datetime) -> dict[str, Mention]:
    """Everybody every source names, as known at an instant, by key: the register's own people first."""
    aliases: dict[str, list[str]] = {}
    for person, name in Alias.objects.as_known(at).order_by("id").values_list("person_ref", "name"):
        aliases.setdefault(person, []).append(name)
    homes: dict[str, list[facts.Address]] = {}
    for address in Address.objects.as_known(at).order_by("id"):
        homes.setdefault(address.person_ref, []).append(address.fact())
    found = {}
    for ref, given, family, born in (
        Person.objects.as_known(at)
        .order_by("ref")
        .values_list("ref", "given_names", "family_name", "born_on")
    ):
        lived = sorted(
            homes.get(ref, ()), key=lambda each: (each.until is None, each.since or date.min, each.ref)
        )
        one = Mention(
            ref,
            REGISTER,
            given,
            family,
            tuple(aliases.get(ref, ())),
            born,
            tuple((each.line, each.postcode) for each in reversed(lived)),
        )
        found[one.key] = one
    for row in StoredMention.objects.as_known(at).order_by("source", "ref"):
        one = row.fact()
        found[one.key] = one
    return found


def pairings(*, at: datetime) -> tuple[Pairing, ...]:
    """Every decision that stands at an instant; of one undone there is only the trail."""
    return StoredPairing.objects.as_known(at).facts()


def said_of(one: str, other: str, *, at: datetime) -> tuple[StoredPairing, ...]:
    """Everything ever said of two records, and taken back, as known at an instant: the first first."""
    ref = pair_ref(one, other)
    return versions(StoredPairing, known_at=at, ref=ref).get(ref, ())


def person_of(key: str, *, at: datetime) -> str:
    """The record that names the person a record belongs to: itself, while nobody joined it."""
    return named_by(persons(pairings(at=at)).get(key, {key}))


class Resolving:
    """Everybody's records weighed against each other. One for each process; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under: tuple[str, date] | None = None
        self._held: dict[str, Mention] = {}
        self._standing: Standing | None = None
        self._likely: dict[str, tuple[Likely, ...]] = {}

    def likely(self, mention: Mention, *, law: Shelf, on: date, at: datetime) -> list[Likely]:
        """Whom a record that arrives may be. Nothing is stored."""
        with self._lock:
            standing = self._refresh(law, on=on, at=at)
            return standing.likely(mention.key, self._ready(law, on)(mention))

    def pair(
        self, one: str, other: str, *, law: Shelf, on: date, at: datetime
    ) -> tuple[Mention, Mention, Likely] | None:
        """Two records on record as their sources name them, and weighed; None when either is not."""
        with self._lock:
            standing = self._refresh(law, on=on, at=at)
            if one not in standing or other not in standing:
                return None
            return self._held[one], self._held[other], standing.weighed(one, other)

    def weighed(self, one: str, other: str, *, law: Shelf, on: date, at: datetime) -> Likely | None:
        """Two records on record, weighed; None when either is not."""
        with self._lock:
            standing = self._refresh(law, on=on, at=at)
            return standing.weighed(one, other) if one in standing and other in standing else None

    def questions(self, *, law: Shelf, on: date, at: datetime) -> list[Question]:
        """Every pair nobody decided and no machine may: new names first, then the registered, then by weight.

        What was joined, by itself or through others, or is kept apart is not asked again.
        """
        with self._lock:
            self._refresh(law, on=on, at=at)
            found = {
                pair_ref(key, each.key): (min(key, each.key), max(key, each.key), each)
                for key, several in self._likely.items()
                for each in several
            }
        decided = pairings(at=at)
        people = persons(decided)
        apart = {pair_ref(each.one, each.other) for each in decided if each.joined is False}
        unsure = {pair_ref(each.one, each.other): each for each in decided if each.joined is None}
        asked = [
            Question(one, other, likely, on_register(one) or on_register(other), unsure.get(ref))
            for ref, (one, other, likely) in found.items()
            if ref not in apart
            and other not in people.get(one, ())
            and (likely.judged.answer is Answer.ASK or on_register(one) or on_register(other))
        ]
        return sorted(asked, key=_first_things_first)

    def sure(self, *, law: Shelf, on: date, at: datetime) -> list[tuple[str, str]]:
        """Pairs a machine may join, heaviest first: the model says join, and nobody is on the register."""
        with self._lock:
            standing = self._refresh(law, on=on, at=at)
            found = {
                pair_ref(key, each.key): (-each.bits, min(key, each.key), max(key, each.key))
                for key, several in self._likely.items()
                for each in several
                if each.judged.answer is Answer.JOIN
                and standing.weighed(key, each.key).judged.answer is Answer.JOIN  # nobody came since who fits
            }
        return [
            (one, other)
            for _, one, other in sorted(found.values())
            if not on_register(one) and not on_register(other)
        ]

    def between(
        self, one: Iterable[str], other: Iterable[str], *, law: Shelf, on: date, at: datetime
    ) -> tuple[str, str] | None:
        """Two records, one of each person, for which no machine may make the two one; None when it may."""
        with self._lock:
            standing = self._refresh(law, on=on, at=at)
            return standing.apart(sorted(one), sorted(other))

    def _ready(self, law: Shelf, on: date) -> "_Ready":
        ready = Preparer(placeholders(law, on=on))
        return lambda mention: prepared(mention, ready)

    def _refresh(self, law: Shelf, *, on: date, at: datetime) -> Standing:
        """Bring what is held up to date: all of it on another day or under another law, else what changed."""
        now = mentions(at=at)
        ready = self._ready(law, on)
        if self._standing is None or self._under != (law.version, on):
            model = shipped.model(str(law[MODEL].on(on)))
            at_ = thresholds(law, on=on)
            self._standing = Standing(((key, ready(each)) for key, each in now.items()), model, at_)
            self._likely = {}
            changed: Iterable[str] = now
            self._under = law.version, on
        else:
            changed = [key for key in now if self._held.get(key) != now[key]]
            for key in self._held.keys() - now.keys():
                self._forget(key)
            for key in changed:
                self._forget(key)
                self._standing.add(key, ready(now[key]))
        self._held = now
        for key in changed:
            self._likely[key] = tuple(self._standing.likely(key, self._standing.record(key)))
        return self._standing

    def _forget(self, key: str) -> None:
        assert self._standing is not None
        self._standing.drop(key)
        self._likely.pop(key, None)
        for other, several in self._likely.items():
            if any(each.key == key for each in several):
                self._likely[other] = tuple(each for each in several if each.key != key)


def _first_things_first(asked: Question) -> tuple[bool, bool, bool, float, str]:
    unsure = asked.unsure is not None
    return not asked.new_name, not asked.registered, unsure, -asked.likely.bits, asked.ref


type _Ready = Callable[[Mention], Prepared]
_RESOLVING = Resolving()


def resolving() -> Resolving:
    """This process's."""
    return _RESOLVING
