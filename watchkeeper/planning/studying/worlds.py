"""From today's register to a world to try policies on: whom a night could visit, their doors, their pairs.

What the register cannot give is left out and said. The one thing nobody knows, who is in and when, is
drawn for each seed from what the contact model makes of the recorded attempts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from watchkeeper.law.calendar import Calendar
from watchkeeper.law.shelf import Shelf
from watchkeeper.places.facts import Point, Points
from watchkeeper.planning.assembling import MIDDLE, Map, crews_of
from watchkeeper.planning.prospects import Prospect, prospects
from watchkeeper.planning.reading import Register
from watchkeeper.planning.rules.crews import OnShift, may_be_on_crew, may_visit, paired
from watchkeeper.planning.simulating.world import LEAVING_MINUTE, Flags, Floats, Whole, World
from watchkeeper.planning.weighing import purpose_of
from watchkeeper.risk.facts import LEVELS
from watchkeeper.visits.fitting import fit
from watchkeeper.visits.routing.night import DAY_MINUTES
from watchkeeper.visits.rules.habits import chances
from watchkeeper.workforce.facts import Officer

WEEK = 7
LEAST_ODDS, MOST_ODDS = 0.05, 1_000.0  # of a Beta distribution: bounds that keep a draw a number
type Shut = Mapping[str, frozenset[str]]
"""By person, the officers to whom their record is shut."""


class NobodyError(ValueError):
    """Nobody of the units asked about could be visited at all."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The units asked about as they stand, before anything is drawn. `n` people who could be visited.

    unit (n,) place of each person's unit in `units` · travel: of each unit, minutes with its base first
    · home (n,) the manager's pair · allowed (pairs, n) · shifts_a_week: crew shifts of the coming week
    by the roster, all units · notes: what the register could not give, in sentences.
    """

    units: tuple[str, ...]
    people: tuple[Prospect, ...]
    unit: Whole
    travel: tuple[Whole, ...]
    home: Whole
    allowed: Flags
    shifts_a_week: int
    notes: tuple[str, ...]


def gathered(
    registers: Sequence[Register], where: Map, law: Shelf, calendar: Calendar, *, on: date, shut: Shut
) -> Gathered:
    """Everybody of the units who could be visited, with a point on the map, the ways, and who may go to whom.

    Pairs are made of the officers in a role that visits as a night makes them, all on one shift: the
    simulation's own rosters say when they work. Raises NobodyError when nobody is left to visit.
    """
    kept: list[Prospect] = []
    unit: list[int] = []
    travel, notes, crews, shifts, nowhere = [], [], [], 0, 0
    for place, register in enumerate(registers):
        found = list(prospects(register, law, calendar, on=on))
        located = list(where.locate([register.base, *map(_postcode, found)]))
        at = [row for row, point in enumerate(located[1:]) if point is not None]
        nowhere += len(found) - len(at)
        homes = [point for point in located[1:] if point is not None]
        travel.append(_ways(located[0], homes, where))
        kept += [found[row] for row in at]
        unit += [place] * len(at)
        crews.append(_pairs(register, law, on=on))
        shifts += sum(
            len(crews_of(register, law, on=on + timedelta(days=ahead), base=register.base or MIDDLE)[0])
            for ahead in range(WEEK)
        )
        if not crews[-1]:
            notes.append(
                f"Unit {register.unit} has no two officers in post who may make a crew: nobody of it is seen."
            )
    if not kept:
        raise NobodyError("nobody who could be visited stands on the register of what was asked about")
    if nowhere:
        many = f"{nowhere} people" if nowhere > 1 else "1 person"
        notes.append(f"Left out for want of a home that is on the map: {many}.")
    if not shifts:
        notes.append("No shift of a crew is recorded for the coming week.")
    home, allowed = _who_may_go(kept, unit, registers, crews, law, on=on, shut=shut)
    return Gathered(
        tuple(each.unit for each in registers),
        tuple(kept),
        np.array(unit, dtype=np.int64),
        tuple(travel),
        home,
        allowed,
        shifts,
        tuple(notes),
    )


def world_of(found: Gathered, law: Shelf, *, on: date, seed: int) -> World:
    """The world of `found` in which who is in and when is drawn by `seed` from what the attempts say.

    Each chance is a draw from the Beta distribution with the mean and spread the contact model gives,
    so that a person of whom little is known differs from seed to seed, and one tried often does not.
    """
    seen = np.array([each.record.seen for each in found.people], dtype=np.float64)
    attempts = np.array([each.record.attempts for each in found.people], dtype=np.float64)
    known = chances(seen, attempts, fit(seen, attempts, seed=seed, law=law, on=on))
    minutes = [law["visit_minutes"].of(purpose_of(each), on) for each in found.people]
    return World(
        level=np.array([level_of(each) for each in found.people], dtype=np.int64),
        interval_days=np.array([each.stake.interval_days for each in found.people], dtype=np.int64),
        weight=np.array([each.stake.weight for each in found.people], dtype=np.float64),
        unit=found.unit,
        chance=_truth(known.mean, known.spread, np.random.default_rng(seed)),
        service_minutes=np.array(minutes, dtype=np.int64),
        days_unseen=np.array([each.stake.days_unseen for each in found.people], dtype=np.int64),
        seen=seen,
        attempts=attempts,
        home=found.home,
        allowed=found.allowed,
        travel=found.travel,
    )


def level_of(each: Prospect) -> int:
    """The place of somebody's level among LEVELS; one not recorded counts as the gravest."""
    return LEVELS.index(each.stake.level) if each.stake.level is not None else 0


def _truth(mean: Floats, spread: Floats, dice: np.random.Generator) -> Floats:
    mean = np.clip(mean, np.finfo(float).eps, 1 - np.finfo(float).eps)
    odds = mean * (1 - mean) / np.maximum(spread, np.finfo(float).eps) ** 2 - 1
    odds = np.clip(odds, LEAST_ODDS, MOST_ODDS)
    return np.asarray(
        dice.beta(np.maximum(mean * odds, LEAST_ODDS), np.maximum((1 - mean) * odds, LEAST_ODDS))
    )


def _postcode(each: Prospect) -> str:
    return each.home.postcode if each.home is not None and not each.home.force else ""


def _ways(base: Point | None, homes: list[Point], where: Map) -> Whole:
    """Minutes among the base and the homes, base first; from the middle home where no office is recorded."""
    if not homes:
        return np.zeros((1, 1), dtype=np.int64)
    if base is None:
        middle = np.array([[each.easting_metres, each.northing_metres] for each in homes]).mean(axis=0)
        base = min(
            homes,
            key=lambda each: (each.easting_metres - middle[0]) ** 2 + (each.northing_metres - middle[1]) ** 2,
        )
    places = Points.of([base, *homes])
    return np.asarray(where.travel.minutes(places, places, leaving_minute=LEAVING_MINUTE), dtype=np.int64)


def _pairs(register: Register, law: Shelf, *, on: date) -> list[tuple[Officer, ...]]:
    staff = [OnShift(each, 0, DAY_MINUTES) for _, each in sorted(register.officers.items())]
    able = [each for each in staff if may_be_on_crew(each, register.unit, law, on=on).allowed]
    crews, _ = paired(able, "", law, on=on)
    return [tuple(register.officers[ref] for ref in crew.officers) for crew in crews]


def _who_may_go(
    people: Sequence[Prospect],
    unit: Sequence[int],
    registers: Sequence[Register],
    crews: Sequence[Sequence[tuple[Officer, ...]]],
    law: Shelf,
    *,
    on: date,
    shut: Shut,
) -> tuple[Whole, Flags]:
    """Each person's own pair, and which pairs may see them; a unit with fewer pairs sends its own in turn."""
    most = max(max(map(len, crews)), 1)
    home = np.full(len(people), -1, dtype=np.int64)
    allowed = np.zeros((most, len(people)), dtype=bool)
    for row, (each, place) in enumerate(zip(people, unit, strict=True)):
        visited = each.visited(shut.get(each.person.ref, frozenset()))
        pairs = crews[place]
        may = [may_visit(pair, visited, registers[place].skills, law, on=on).allowed for pair in pairs]
        for turn in range(most if pairs else 0):
            allowed[turn, row] = may[turn % len(pairs)]
            if home[row] < 0 and any(officer.ref == each.manager for officer in pairs[turn % len(pairs)]):
                home[row] = turn
    return home, allowed
