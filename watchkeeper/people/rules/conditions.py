"""What a model of identity may ask of two records: a small language, read from its file.

Here it is answered for one pair; `identity/asking.py` prints the same as SQL for a population, and a test
holds the two together. A proposal of ours; the law asks none of it.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from watchkeeper.people.rules.forms import PARTED
from watchkeeper.people.rules.preparing import Prepared

type Condition = tuple[Any, ...]
type Holds = Callable[[Prepared, Prepared], bool]

_AT = {name: place for place, name in enumerate(Prepared._fields)}


def holds(condition: Condition, one: Prepared, other: Prepared) -> bool:
    """Whether two records are as the condition says. What is not known is never the same, nor near."""
    return MEANINGS[condition[0]](one, other, *condition[1:])


def _same(one: Prepared, other: Prepared, name: str) -> bool:
    value = one[_AT[name]]
    return value is not None and value == other[_AT[name]]


def _members(record: Prepared, name: str) -> frozenset[str]:
    return _parted(record[_AT[name]] or "")


@lru_cache  # a record is held against several others, one after the other
def _parted(value: str) -> frozenset[str]:
    return frozenset(value.split(PARTED)) if value else frozenset()


def _shared(one: Prepared, other: Prepared, name: str) -> bool:
    return not _members(one, name).isdisjoint(_members(other, name))


def _among(one: Prepared, other: Prepared, name: str, several: str) -> bool:
    return one[_AT[name]] in _members(other, several) or other[_AT[name]] in _members(one, several)


def _crossed(one: Prepared, other: Prepared, name: str, second: str) -> bool:
    first, last = one[_AT[name]], one[_AT[second]]
    return first is not None and last is not None and first == other[_AT[second]] and last == other[_AT[name]]


def _across(one: Prepared, other: Prepared, name: str, second: str, nearer: float, farther: float) -> bool:
    first, last = one[_AT[name]], one[_AT[second]]
    given, family = other[_AT[name]], other[_AT[second]]
    if first is None or last is None or given is None or family is None:
        return False
    found = sorted((JaroWinkler.similarity(first, family), JaroWinkler.similarity(last, given)))
    return found[1] >= nearer and found[0] >= farther


def _turned(one: Prepared, other: Prepared, name: str, least: int) -> bool:
    left, right = one[_AT[name]], other[_AT[name]]
    return (
        left is not None
        and right is not None
        and len(left) >= least
        and left[:2] == right[1::-1]
        and left[2:] == right[2:]
    )


def _like(one: Prepared, other: Prepared, name: str, least: float) -> bool:
    left, right = one[_AT[name]], other[_AT[name]]
    return left is not None and right is not None and JaroWinkler.similarity(left, right) >= least


def _apart(one: Prepared, other: Prepared, name: str, most: int) -> bool:
    left, right = one[_AT[name]], other[_AT[name]]
    return left is not None and right is not None and DamerauLevenshtein.distance(left, right) <= most


def _initial(one: Prepared, other: Prepared, name: str) -> bool:
    left, right = one[_AT[name]], other[_AT[name]]
    return bool(left and right and left[0] == right[0] and min(len(left), len(right)) == 1)


def _far(one: Prepared, other: Prepared, name: str, least: int) -> bool:
    left, right = one[_AT[name]], other[_AT[name]]
    return left is not None and right is not None and abs(int(left) - int(right)) >= least


def _missing(one: Prepared, other: Prepared, name: str) -> bool:
    return one[_AT[name]] is None or other[_AT[name]] is None


def _some(one: Prepared, other: Prepared, name: str) -> bool:
    return one[_AT[name]] is not None or other[_AT[name]] is not None


MEANINGS: Mapping[str, Callable[..., bool]] = {
    "same": _same,
    "shared": _shared,
    "among": _among,
    "crossed": _crossed,
    "across": _across,
    "turned": _turned,
    "like": _like,
    "apart": _apart,
    "initial": _initial,
    "far": _far,
    "missing": _missing,
    "some": _some,
    "all": lambda one, other, *parts: all(holds(part, one, other) for part in parts),
    "any": lambda one, other, *parts: any(holds(part, one, other) for part in parts),
    "not": lambda one, other, part: not holds(part, one, other),
    "otherwise": lambda *_: True,
}
"""Every word of the language: same value, a value shared, a value among the other's, two values the
other way round, or nearly (across: the one so like, the other at least so), the first two letters of a
word so long turned, likeness of spelling (Jaro-Winkler, 0 to 1), so many letters apart, an initial of the
other, numbers at least so far apart, either not known, either known; and all, any, not, otherwise."""
