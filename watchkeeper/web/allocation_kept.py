"""The last proposal worked out for a unit, kept in memory until something it rests on is recorded.

Working one out is an act and takes seconds where a unit is large; looking again at what came out is neither.
"""

import threading
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from watchkeeper.audit.searching import is_of_trail, newest_mark
from watchkeeper.web.asking import Asking
from watchkeeper.web.crime_looking import allocating

if TYPE_CHECKING:
    from watchkeeper.crimes.actions.meanwhile import Rests
    from watchkeeper.crimes.lacking import Lack
    from watchkeeper.crimes.proposing import Proposed

KEPT = 8
"""Proposals one process keeps; the one asked for least lately goes first."""

type _Key = tuple[str, str, date, str]


@dataclass(slots=True)
class Worked:
    """A proposal, the instant it is of, what one more trained would be worth, and what all of it rests on.

    `through` is the entry of the trail up to which nothing of that was recorded since.
    """

    made: "Proposed | None"
    lacks: "tuple[Lack, ...]"
    at: datetime
    rests: "Rests"
    through: tuple[int, str]


_lock = threading.Lock()
_kept: dict[_Key, Worked] = {}


def last_worked(unit: str, asking: Asking) -> Worked:
    """The proposal for the crimes of a unit that the officer needs to know of, as it is now.

    Worked out where none is kept of this day, this policy and this officer, or where something it rests
    on was recorded since. Raises Refused as `propose_allocation` does.
    """
    from watchkeeper.crimes.actions.meanwhile import recorded_since

    key = (unit, asking.officer.ref, asking.on, asking.law.version)
    newest = newest_mark(asking.at)
    with _lock:
        found = _kept.get(key)
    stands = found is not None and is_of_trail(found.through)
    if found is None or not stands or recorded_since(found.rests, found.through[0]) is not None:
        found = _work(unit, asking, newest)
    else:
        found.through = newest
    with _lock:
        _kept.pop(key, None)
        while len(_kept) >= KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[key] = found
    return found


def _work(unit: str, asking: Asking, through: tuple[int, str]) -> Worked:
    from watchkeeper.crimes.actions.proposing import propose_allocation, rests_on
    from watchkeeper.crimes.lacking import lacking

    made = propose_allocation(unit, allocating("", asking), seed=asking.on.toordinal())
    cases = made.composed.cases if made is not None else ()
    lacks = lacking(made, unit, asking.law, on=asking.on) if made is not None else ()
    rests = rests_on(unit, cases, made, frozenset({asking.officer.ref}))
    return Worked(made, lacks, asking.at, rests, through)
