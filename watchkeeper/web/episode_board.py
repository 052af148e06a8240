"""What the board of the missing lays out, for a page that is asked for and for one that is pushed to."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from watchkeeper.alerts.facts import Kind
from watchkeeper.missing.facts import GRADES, Case
from watchkeeper.missing.stored import cases_as_known, open_refs
from watchkeeper.web.asking import Asking
from watchkeeper.web.episode_lists import EpisodeLine, in_order, line_of, units_of
from watchkeeper.web.episode_looking import sees
from watchkeeper.web.episode_ringing import Ring, rings_of, rings_since
from watchkeeper.web.unit_people import unit_of
from watchkeeper.workforce.facts import Power

MOST = 100
"""Rows of the board on one page: the gravest come first, and the count is always of all."""
LATELY = timedelta(days=1)
"""How long what rang about somebody found, and was taken on, stays on the board."""

type Told = list[tuple[Case, EpisodeLine]]
"""Whoever is still missing, each with its line: the same for everybody who looks in the same minute."""


def everybody(asking: Asking, unit: str = "") -> Told:
    """Whoever is still missing from a unit, or from the whole force, whoever asks."""
    refs = open_refs(unit, at=asking.at, known_at=asking.at)
    return [(case, line_of(case, asking)) for case in cases_as_known(refs, known_at=asking.at)]


def unit_shown(asking: Asking, sought: str) -> tuple[str, list[str]]:
    """The unit whose board is shown, blank for every one, and those the officer may choose from."""
    units = units_of(asking)
    return (sought if sought in units else "") if units else unit_of(asking), units


def board_of(asking: Asking, sought: str, read: Callable[[Asking, str], Told] = everybody) -> dict[str, Any]:
    """Everything the board lays out for the officer, of the unit sought where they may choose.

    `read` answers who is still missing; of more than the unit, the others are left out here.
    """
    unit, units = unit_shown(asking, sought)
    seen = [(case, line) for case, line in read(asking, unit) if _of(case, unit) and sees(case, asking)]
    lines = in_order(line for _, line in seen)
    harms = Counter(line.harm for line in lines)
    rows = lines[:MOST]
    return {
        "rows": rows,
        "many": len(lines),
        "late": sum(1 for line in lines if line.late),
        "oldest": max((line.minutes for line in lines), default=None),
        "harms": [(grade, harms[grade]) for grade in GRADES],
        "rings": rings_of([line.ref for line in rows]),
        "rung": _rung(asking, unit, {line.ref for line in lines}),
        "unit": unit,
        "units": units,
        "at": asking.at,
        "may_take_on": asking.may(Power.ACKNOWLEDGE_ALERT).allowed,
    }


def _rung(asking: Asking, unit: str, still: Iterable[str]) -> list[tuple[str, list[Ring]]]:
    """Episodes of somebody found by now, with what rang and nobody took on, or rang lately. Newest first.

    That a report was taken on says nothing any more once they are found.
    """
    rang = {ref: rings for ref, rings in rings_since(asking.at - LATELY).items() if ref not in still}
    cases = cases_as_known(rang, known_at=asking.at)
    near = [case.episode.ref for case in cases if sees(case, asking) and _of(case, unit)]
    left = {ref: [ring for ring in rang[ref] if not _past(ring)] for ref in near}
    return sorted(((ref, rings) for ref, rings in left.items() if rings), key=_newest, reverse=True)


def _of(case: Case, unit: str) -> bool:
    return not unit or case.episode.unit in ("", unit)


def _past(ring: Ring) -> bool:
    return ring.says == Kind.MISSING_REPORTED and ring.by != ""


def _newest(each: tuple[str, list[Ring]]) -> datetime:
    return each[1][-1].at
