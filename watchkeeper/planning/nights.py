"""The arrays of a night: who is worth what to which crew in which part of the day, and the ways between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.shelf import Shelf
from watchkeeper.places.facts import Point, Points
from watchkeeper.places.travel import TravelTimes
from watchkeeper.planning.facts import Crew
from watchkeeper.planning.weighing import Weighed
from watchkeeper.visits.routing.effort import breaks, effort
from watchkeeper.visits.routing.night import ANYBODY, Night
from watchkeeper.visits.rules.week import PARTS

type Reals = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Underway:
    """How a night stands before it is searched: what people fixed, and what has happened of the day.

    `fixed` gives the crew and part of the day, either empty, of people a supervisor put
    somewhere; `forced` are those of them who are in whatever the draw, `told` whom a visit was
    announced to. `out` are people
    dropped, seen, or for whom somebody is at the door. `off` are crews that cannot go. Of a
    crew on the road, `free_minute` says from when it can drive on, and `at` from whose door.
    `tried` is the last part of the day, by number, in which somebody was tried in vain today.
    `now_minute` is where the day stands; nothing begins before it.
    """

    fixed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    forced: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    out: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    free_minute: Mapping[str, int] = field(default_factory=dict)
    at: Mapping[str, str] = field(default_factory=dict)
    tried: Mapping[str, int] = field(default_factory=dict)
    now_minute: int = 0


@dataclass(frozen=True, slots=True)
class Visitable:
    """Whom the search may plan, by which crews, and where everything is. `allowed` has shape (k, n).

    `starts` is where each crew begins, its base or the door it stands at.
    """

    who: tuple[Weighed, ...]
    crews: tuple[Crew, ...]
    allowed: Flags
    base: Point | None
    starts: tuple[Point | None, ...]
    homes: tuple[Point, ...]


def night_of(asked: Visitable, travel: TravelTimes, law: Shelf, *, on: date, underway: Underway) -> Night:
    """The night in the form every solver takes, as far as the day has not gone by already."""
    shifts = [_shift(crew, underway) for crew in asked.crews]
    fixed, required = _fixed(asked, law, on, underway)
    return Night(
        travel_minutes=_ways(asked, travel, law, on),
        crew_base=np.zeros(len(asked.crews), np.int64),
        crew_start=np.arange(1, len(asked.crews) + 1),
        service_minutes=np.array([service_minutes(each, law, on=on) for each in asked.who], np.int64),
        windows=_windows(asked, law, on, underway),
        worth=_worth(asked, law, on, underway),
        allowed=asked.allowed,
        shift=np.array(shifts, np.int64).reshape(-1, 2),
        breaks=_breaks(asked, shifts, law, on),
        required=required,
        pinned_to=fixed,
        minute_price=effort(law, on=on).minute_price,
    )


def service_minutes(each: Weighed, law: Shelf, *, on: date) -> int:
    """Minutes to expect at the door: what the purpose takes if they are in, less if nobody is."""
    chance = max(each.candidate.chances, default=0.0)
    seen, unseen = law["visit_minutes"].of(each.purpose, on), law["no_reply_minutes"].whole(on)
    return round(chance * seen + (1 - chance) * unseen)


def _ways(asked: Visitable, travel: TravelTimes, law: Shelf, on: date) -> Ints:
    """Minutes between the base, the places the crews begin at and all homes; none within one address."""
    if asked.base is None:
        return np.zeros((1 + len(asked.crews) + len(asked.homes),) * 2, np.int64)
    places = Points.of([asked.base, *asked.starts, *asked.homes])
    bounds = law["parts_of_day_minutes"].wholes(on)
    minutes = np.array(travel.minutes(places, places, leaving_minute=(bounds[0] + bounds[-1]) // 2), np.int64)
    first = len(places) - len(asked.who)
    homes: dict[str, list[int]] = {}
    for row, each in enumerate(asked.who):
        if each.prospect.premises:
            homes.setdefault(each.prospect.premises, []).append(first + row)
    for rows in homes.values():
        minutes[np.ix_(rows, rows)] = 0
    for k, start in enumerate(asked.starts, 1):
        if start == asked.base:
            minutes[k] = minutes[0]
            minutes[:, k] = minutes[:, 0]
            minutes[0, k] = minutes[k, 0] = 0
    np.fill_diagonal(minutes, 0)
    return minutes


def _windows(asked: Visitable, law: Shelf, on: date, underway: Underway) -> Ints:
    """Earliest and latest start in each part of the day: (n, 3, 2), nothing before now."""
    windows = np.zeros((len(asked.who), len(PARTS), 2), np.int64)
    for part, (first, end) in enumerate(pairwise(law["parts_of_day_minutes"].wholes(on))):
        windows[:, part] = max(first, underway.now_minute), end - 1
    return windows


def _worth(asked: Visitable, law: Shelf, on: date, underway: Underway) -> Reals:
    """Points of a visit by crew and part of the day: (k, n, 3). The person's own manager adds a little.

    Nothing in a part that another was drawn or fixed for, nor in one in which, or after which,
    the person was tried in vain today.
    """
    odds = np.array([each.candidate.chances for each in asked.who], float).reshape(-1, len(PARTS))
    most = odds.max(axis=1, initial=0.0, keepdims=True)
    share: Reals = np.divide(odds, most, out=np.zeros_like(odds), where=most > 0)
    part: Reals = share ** law["hour_choosiness"].number(on)
    for row, each in enumerate(asked.who):
        only = underway.fixed.get(each.candidate.person, ("", ""))[1] or each.part
        if only:
            part[row, [other != only for other in PARTS]] = 0
        if each.candidate.person in underway.tried:
            part[row, : underway.tried[each.candidate.person] + 1] = 0
    value = np.array([each.candidate.worth for each in asked.who], float)[:, None] * part
    bonus = law["own_manager_bonus"].share(on)
    own = np.array(
        [[1 + bonus * (each.prospect.manager in crew.officers) for each in asked.who] for crew in asked.crews]
    ).reshape(asked.allowed.shape)
    worth: Reals = np.where(asked.allowed[:, :, None], own[:, :, None] * value[None], 0.0)
    return worth


def _fixed(asked: Visitable, law: Shelf, on: date, underway: Underway) -> tuple[Ints, Flags]:
    """To which crew each person is held, and whom the rounds must hold.

    Those fixed by law or by a person must be in; surprises as far as their slots go, in an order
    of the day's own, so that no one is always first.
    """
    refs = [crew.ref for crew in asked.crews]
    held = np.full(len(asked.who), ANYBODY, np.int64)
    must = np.zeros(len(asked.who), bool)
    slots = law["surprise_slots"].whole(on) * len(asked.crews)
    for row in sorted(range(len(asked.who)), key=lambda row: _turn(asked.who[row].candidate.person, on)):
        each = asked.who[row]
        person = each.candidate.person
        crew = underway.fixed.get(person, ("", ""))[0]
        if crew in refs:
            held[row] = refs.index(crew)
        must[row] = bool(each.candidate.required) or person in underway.forced | underway.told
        if each.candidate.surprise and not must[row] and slots:
            must[row] = True
            slots -= 1
    return held, must


def _turn(person: str, on: date) -> bytes:
    return sha256(f"{on} {person}".encode()).digest()


def _shift(crew: Crew, underway: Underway) -> tuple[int, int]:
    first = max(crew.starts_minute, underway.free_minute.get(crew.ref, 0), underway.now_minute)
    return min(first, crew.ends_minute), crew.ends_minute


def _breaks(asked: Visitable, shifts: Sequence[tuple[int, int]], law: Shelf, on: date) -> Ints:
    """The break of each crew, none where the time for it has gone by: (k, 3)."""
    whole = np.array([(crew.starts_minute, crew.ends_minute) for crew in asked.crews], np.int64).reshape(
        -1, 2
    )
    rests = breaks(whole, law, on=on)
    for k, (begins, ends) in enumerate(shifts):
        earliest, latest, minutes = rests[k]
        earliest = max(earliest, begins)
        rests[k] = (
            (0, 0, 0) if earliest > latest or earliest + minutes > ends else (earliest, latest, minutes)
        )
    return rests
