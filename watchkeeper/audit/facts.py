"""One entry of the trail: who, what, about whom, why, on which policy; chained to the one before."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from watchkeeper.law.swift import dataclass

STORED = "stored"
"""Under which name an entry says which rows its act stored, each as `app.Model ref`."""


def rows_stored(facts: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The kind and the ref of each row that an entry says its act stored."""
    for name, value in facts:
        if name == STORED:
            label, _, ref = value.partition(" ")
            yield label, ref


class Kind(StrEnum):
    """What an entry records. An attempt survives when the act itself is rolled back."""

    ATTEMPT = "attempt"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """`hash` covers every other field and `previous`, the hash of the entry before.

    `by` and `about` are references, never names. `facts` and `reasons` hold references and
    clauses, never free text about a person.
    """

    number: int
    at: datetime
    kind: Kind
    power: str
    by: str
    about: str
    purpose: str
    reasons: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    policy_version: str
    previous: str
    hash: str
