"""Everybody on record, kept in memory: who they are for lists, and how they are found by name."""

import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from watchkeeper.audit.searching import is_of_trail, mark_of, newest_mark
from watchkeeper.people.rules.finding import Hit, Listed, found_as, marks, marks_of, remembered
from watchkeeper.people.rules.names import Limits, near, sound, variants, written
from watchkeeper.people.rules.spellings import PARTICLES, SPELLINGS
from watchkeeper.people.rules.typed import Typed
from watchkeeper.people.stored import listed, touched


class Roll:
    """Everybody on record as known now, and their names by word. One for each process; safe between threads.

    It follows the trail: whoever an act touched is read again, and everybody after a load.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._through = 0, ""  # an entry of the trail: its number and its hash
        self._on: date | None = None
        self.people: dict[str, Listed] = {}
        self._by_word: dict[str, set[str]] = {}
        self._by_written: dict[str, set[str]] = {}
        self._by_sound: dict[str, set[str]] = {}
        self._by_mark: dict[str, set[str]] = {}
        self._words: list[str] = []

    def refresh(self, *, on: date, at: datetime) -> "Roll":
        """Read what was stored since last time. A new day reads everybody: managers change with the day.

        So does another trail, as when a backup came back: a number there is another act.
        """
        with self._lock:
            if self._on != on or not is_of_trail(self._through):
                since = newest_mark(at)
                self._fill(listed(None, on=on, at=at))
                self._on, self._through = on, since
                return self
            number, _ = self._through
            news = touched(number, at=at)
            if news.loaded:
                self._fill(listed(None, on=on, at=at))
            elif news.people:
                self._replace(set(news.people), listed(tuple(news.people), on=on, at=at))
            if news.through != number:
                self._through = mark_of(news.through)
        return self

    def find(self, asked: Typed, at: Limits) -> list[Hit]:
        """Everybody near what was asked, nearest first; every part of what was asked must be met."""
        if not asked.anything:
            return []
        nearness = remembered(at)
        with self._lock:
            people = [self.people[ref] for ref in self._candidates(asked, at) if ref in self.people]
        found = (each for one in people if (each := found_as(one, asked, nearness)) is not None)
        return sorted(found, key=lambda each: (each.place, each.person.ref))

    def _candidates(self, asked: Typed, at: Limits) -> set[str]:
        """A few people, every part of what was asked for perhaps met by each: the rule then judges them."""
        parts = [
            set().union(*(self._by_mark.get(mark, set()) for mark in some))
            for some in marks_of(asked)
            if some
        ]
        if asked.words:
            parts.append(self._named(asked.words, at))
        return set.intersection(*parts)

    def _named(self, words: tuple[str, ...], at: Limits) -> set[str]:
        """Everybody who has a word near each word asked; small words may be wanting beside others."""
        ways = list(variants(words))
        near_to = {word: self._near(word, at) for way in ways for word in way}
        found: set[str] = set()
        for way in ways:
            firm = [word for word in way if word not in PARTICLES] or way
            found |= set.intersection(*(near_to[word] for word in firm))
        return found

    def _near(self, asked: str, at: Limits) -> set[str]:
        """Everybody with a word that may be near the one asked. Wider than the rule, never narrower."""
        words: set[str] = {asked, *SPELLINGS.get(asked, ())}
        one = written(asked)
        words |= self._by_written.get(one, set())
        if len(asked) == 1 or len(asked) >= at.begin:
            for start in {asked, one, one.replace("mc", "mac", 1) if one.startswith("mc") else one}:
                words.update(self._beginning(start))
        words |= self._by_sound.get(sound(one), set())
        limit = at.differences
        words.update(
            word
            for key, _, _ in extract(
                one, self._by_written.keys(), scorer=OSA.distance, score_cutoff=limit, limit=None
            )
            for word in self._by_written[key]
        )
        found: set[str] = set()
        for word in words:
            refs = self._by_word.get(word)
            if refs and near(asked, word, at) is not None:
                found |= refs
        return found

    def _beginning(self, start: str) -> Iterator[str]:
        place = bisect_left(self._words, start)
        while place < len(self._words) and self._words[place].startswith(start):
            yield self._words[place]
            place += 1

    def _fill(self, people: Mapping[str, Listed]) -> None:
        self.people = dict(people)
        self._by_word, self._by_written, self._by_sound, self._by_mark = {}, {}, {}, {}
        for person in self.people.values():
            self._enter(person)
        self._words = sorted(self._by_word)

    def _replace(self, refs: Iterable[str], people: Mapping[str, Listed]) -> None:
        """Read again those who were touched; others who search meanwhile see one state or the other."""
        for ref in refs:
            was = self.people.pop(ref, None)
            for word in {word for name in was.names for word in name.words} if was else ():
                self._by_word[word] = self._by_word[word] - {ref}
            for mark in marks(was) if was else ():
                self._by_mark[mark] = self._by_mark[mark] - {ref}
        for ref, person in people.items():
            self.people[ref] = person
            self._enter(person)
        self._words = sorted(self._by_word)

    def _enter(self, person: Listed) -> None:
        for word in {word for name in person.names for word in name.words}:
            refs = self._by_word.get(word)
            if refs is None:
                self._by_word[word] = {person.ref}
                self._by_written.setdefault(written(word), set()).add(word)
                self._by_sound.setdefault(sound(written(word)), set()).add(word)
            else:
                refs.add(person.ref)
        for mark in marks(person):
            self._by_mark.setdefault(mark, set()).add(person.ref)


_ROLL = Roll()


def roll(*, on: date, at: datetime) -> Roll:
    """This process's roll, brought up to date."""
    return _ROLL.refresh(on=on, at=at)
