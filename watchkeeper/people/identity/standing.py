"""Every record on hand, so that one that arrives is weighed against all of them at once.

Kept in memory; the plain rules weigh. What is held is the keys of every block, sorted, and beside them
those that came since.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from watchkeeper.people.rules.blocking import keys
from watchkeeper.people.rules.deciding import Answer, Judged, Thresholds, judge
from watchkeeper.people.rules.persons_weighed import crossed, is_vague, parts, whole
from watchkeeper.people.rules.preparing import Prepared
from watchkeeper.people.rules.weighing import Frequencies, Guard, Model, Step, bits, guarded, share, weigh


@dataclass(frozen=True, slots=True)
class Likely:
    """A record on hand that may be the same person: the waterfall, what stands between, and what follows."""

    key: str
    steps: tuple[Step, ...]
    guard: Guard | None
    judged: Judged

    @property
    def bits(self) -> float:
        return bits(self.steps)


class Standing:
    """Records by key, and which of them share a block. Not safe between threads: its holder sees to that."""

    def __init__(self, records: Iterable[tuple[str, Prepared]], model: Model, at: Thresholds) -> None:
        self.model, self.at = model, at
        self._keys: list[str] = []
        self._records: list[Prepared] = []
        self._number: dict[str, int] = {}
        self._given: Counter[str] = Counter()
        self._family: Counter[str] = Counter()
        hashes, owners = array("q"), array("i")
        for key, record in records:
            number = self._enter(key, record)
            for block in keys(record, model.blocks):
                hashes.append(hash(block))
                owners.append(number)
        marks = np.frombuffer(hashes, dtype=np.int64) if hashes else np.empty(0, np.int64)
        whose = np.frombuffer(owners, dtype=np.int32) if owners else np.empty(0, np.int32)
        order = np.argsort(marks, kind="stable")
        self._hashes, self._owners = marks[order], whose[order]
        self._later: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._number)

    def __contains__(self, key: str) -> bool:
        return key in self._number

    def record(self, key: str) -> Prepared:
        """The record of this key. Raises KeyError."""
        return self._records[self._number[key]]

    def add(self, key: str, record: Prepared) -> None:
        """Take in a record, in the place of one of the same key."""
        self.drop(key)
        number = self._enter(key, record)
        for block in keys(record, self.model.blocks):
            self._later.setdefault(hash(block), []).append(number)

    def drop(self, key: str) -> None:
        """Let a record go; nothing happens when there is none."""
        number = self._number.pop(key, None)
        if number is not None:
            record = self._records[number]
            self._given[record.given or ""] -= 1
            self._family[record.family or ""] -= 1

    def likely(self, key: str, record: Prepared) -> list[Likely]:
        """Everybody on hand whom this record may be, most likely first; not those to be kept apart."""
        links = self._links(key, record)
        found = [self._with_rivals(key, record, each, links) for each in links]
        return sorted(found, key=lambda each: (-each.bits, each.key))

    def weighed(self, one: str, other: str) -> Likely:
        """Two records on hand, weighed whatever comes of it. Raises KeyError for one that is not."""
        left = self.record(one)
        return self._with_rivals(one, left, self._two(left, other), None)

    def apart(self, one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
        """Two records, one of each person, for which no machine may make the two one; None when it may.

        A guard stands between them, or all that is known of both persons weighs too little.
        """
        found = [(first, self._two(self.record(first), each)) for first in one for each in other]
        for first, link in found:
            if link.guard is not None:
                return first, link.key
        start = found[0][1].steps[0].bits
        if whole(start, (crossed(link.steps) for _, link in found)) >= self.at.join:
            return None
        first, link = min(found, key=lambda each: (each[1].bits, each[0], each[1].key))
        return first, link.key

    def _links(self, key: str, record: Prepared) -> list[Likely]:
        """Everybody this record shares a block with and need not be kept apart from; rivals not asked for."""
        arriving = key not in self._number
        records = len(self._number) + arriving
        own = self._common(record, arriving=arriving)
        found = []
        for number in sorted(self._candidates(record, arriving=arriving)):
            other = self._keys[number]
            if other == key or self._number.get(other) != number:
                continue
            one = self._weighed(other, self._records[number], record, records, own)
            if one.judged.answer is not Answer.APART:
                found.append(one)
        return found

    def _with_rivals(self, key: str, record: Prepared, link: Likely, links: list[Likely] | None) -> Likely:
        """A link judged anew when it is to be joined, is vague, and one of the two may be another as well."""
        if link.judged.answer is not Answer.JOIN or not is_vague(link.steps):
            return link
        held = self.record(link.key)
        of_one = self._links(key, record) if links is None else links
        if self._rivalled(held, link, of_one, but=link.key) or self._rivalled(
            record, link, self._links(link.key, held), but=key
        ):
            judged = judge(link.bits, None, self.at, parts=parts(link.steps), rivalled=True)
            return Likely(link.key, link.steps, None, judged)
        return link

    def _rivalled(self, that: Prepared, link: Likely, links: list[Likely], *, but: str) -> bool:
        """Whether one of `links` is nearly as heavy as `link`, and is another person than `that`."""
        least = link.bits - self.at.as_likely
        for each in links:
            if each.key != but and each.guard is None and each.bits >= least:
                found = self._two(that, each.key)
                if found.guard is not None or found.bits < self.at.two_people:
                    return True
        return False

    def _two(self, record: Prepared, other: str) -> Likely:
        own = self._common(record, arriving=False)
        return self._weighed(other, self.record(other), record, len(self), own)

    def _weighed(self, key: str, held: Prepared, record: Prepared, records: int, own: Frequencies) -> Likely:
        steps = weigh(
            record,
            held,
            self.model,
            records=records,
            frequencies=(own, self._common(held, arriving=False)),
        )
        guard = guarded(record, held, self.model)
        return Likely(key, steps, guard, judge(bits(steps), guard, self.at, parts=parts(steps)))

    def _candidates(self, record: Prepared, *, arriving: bool) -> set[int]:
        found: set[int] = set()
        for block in keys(record, self.model.blocks):
            mark = hash(block)
            first, last = np.searchsorted(self._hashes, (mark, mark + 1) if mark < _TOP else (mark, mark))
            later = self._later.get(mark, ())
            if last - first + len(later) + arriving <= self.model.blocks[block[0]].at_most:
                found.update(self._owners[first:last].tolist(), later)
        return found

    def _common(self, record: Prepared, *, arriving: bool) -> dict[str, float]:
        return dict(self._shares(record, arriving=arriving))

    def _shares(self, record: Prepared, *, arriving: bool) -> Iterator[tuple[str, float]]:
        for name, value, counts in (
            ("given", record.given, self._given),
            ("family", record.family, self._family),
        ):
            if value is not None:
                known = len(self._number) - counts[""]
                yield name, share(name, counts[value] + arriving, known + arriving, self.model)

    def _enter(self, key: str, record: Prepared) -> int:
        number = len(self._records)
        self._keys.append(key)
        self._records.append(record)
        self._number[key] = number
        self._given[record.given or ""] += 1
        self._family[record.family or ""] += 1
        return number


_TOP = np.iinfo(np.int64).max
