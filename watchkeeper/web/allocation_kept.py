"""The last proposal worked out for a unit: it stands until something it rests on is recorded.

Working one out is an act and takes seconds where a unit is large; looking again at what came out is neither.
Kept in memory; a process of the server that did not work it out reads on the trail that another did.
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
    from watchkeeper.crimes.proposing import Line, Proposed

KEPT = 8
"""Proposals one process keeps; the one asked for least lately goes first."""

type _Key = tuple[str, str, date, str]


@dataclass(slots=True)
class Worked:
    """A proposal, the instant it is of, and what it rests on.

    `through` is the entry of the trail up to which nothing of that was recorded since, but that crimes
    were `given` to whom they were proposed.
    """

    unit: str
    made: "Proposed | None"
    at: datetime
    rests: "Rests"
    through: tuple[int, str]
    given: frozenset[str] = frozenset()
    _lacks: "tuple[Lack, ...] | None" = None

    @property
    def left(self) -> "tuple[Line, ...]":
        """The lines that nobody took yet."""
        return tuple(line for line in self._lines if line.crime not in self.given)

    @property
    def taken(self) -> "tuple[Line, ...]":
        """The lines that were taken as they stand."""
        return tuple(line for line in self._lines if line.crime in self.given)

    def lacks(self, asking: Asking) -> "tuple[Lack, ...]":
        """What one more trained would be worth, worked out when first asked for."""
        from watchkeeper.crimes.lacking import lacking

        if self._lacks is None:
            made, law = self.made, asking.law
            self._lacks = lacking(made, self.unit, law, on=asking.on) if made is not None else ()
        return self._lacks

    @property
    def _lines(self) -> "tuple[Line, ...]":
        return self.made.lines if self.made is not None else ()


_lock = threading.Lock()
_kept: dict[_Key, Worked] = {}


def last_worked(unit: str, asking: Asking) -> Worked:
    """The proposal for the crimes of a unit that the officer needs to know of.

    Worked out where there is none of this day, this policy and this officer, and where something it rests
    on was recorded since. Raises Refused as `propose_allocation` does.
    """
    key = (unit, asking.officer.ref, asking.on, asking.law.version)
    with _lock:
        found = _kept.get(key)
    newest = newest_mark(asking.at)
    if found is None or not _stands(found, newest):
        found = _before(unit, asking, found.at if found is not None else None)
        if found is None or not _stands(found, newest):
            found = _work(unit, asking, newest)
    with _lock:
        _kept.pop(key, None)
        while len(_kept) >= KEPT:
            _kept.pop(next(iter(_kept)))
        _kept[key] = found
    return found


def _stands(found: Worked, newest: tuple[int, str]) -> bool:
    """Whether a proposal stands as of the newest entry; what was given of it since is noted in it."""
    from watchkeeper.crimes.actions.meanwhile import given_since

    if not is_of_trail(found.through):
        return False
    proposed = {line.crime: line.officer for line in (*found.left, *found.taken)}
    given = given_since(found.rests, proposed, found.through[0], found.given)
    if given is None:
        return False
    found.given = given
    found.through = newest
    return True


def _before(unit: str, asking: Asking, known: datetime | None) -> Worked | None:
    """What another process worked out for the officer today, but for what is `known` here."""
    from watchkeeper.crimes.actions.proposing import proposed_before

    before = proposed_before(unit, allocating("", asking), seed=asking.on.toordinal(), known=known)
    return None if before is None else _worked(unit, before.made, before.at, before.through, asking)


def _work(unit: str, asking: Asking, through: tuple[int, str]) -> Worked:
    from watchkeeper.crimes.actions.proposing import propose_allocation

    made = propose_allocation(unit, allocating("", asking), seed=asking.on.toordinal())
    return _worked(unit, made, asking.at, through, asking)


def _worked(
    unit: str, made: "Proposed | None", at: datetime, through: tuple[int, str], asking: Asking
) -> Worked:
    from watchkeeper.crimes.actions.proposing import rests_on

    cases = made.composed.cases if made is not None else ()
    rests = rests_on(unit, cases, made, frozenset({asking.officer.ref}))
    return Worked(unit, made, at, rests, through)
