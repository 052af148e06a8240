"""A force to try a policy on: people, homes, habits nobody knows, units, pairs of officers. Arrays, no names.

A world is drawn (`drawn`) or made from arrays the caller took from today's register: then only the truth
nobody knows, who is in and when, is drawn, and the caller passes it as the contact model sees it.
"""

import hashlib
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from watchkeeper.places.facts import Points
from watchkeeper.places.grids import BRITISH_GRID, WGS_84, converter
from watchkeeper.places.travel import TravelTimes
from watchkeeper.planning.simulating import invented

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
CELLS, PARTS = 6, 3
LEAVING_MINUTE = 720  # off peak: one square of minutes serves the whole day


@dataclass(frozen=True, slots=True)
class World:
    """`n` people in `u` units, as they stand on the first morning.

    level (n,) 0 very high to 3 low · interval_days (n,) · weight (n,) harm of an unmanaged day, by level
    · unit (n,) · chance (n, 6) truth: in and answers, by cell · service_minutes (n,)
    · days_unseen (n,) · seen and attempts (n, 6) the record so far · home (n,) the manager's pair
    · allowed (pairs, n) may this pair see them
    · travel: for each unit (m + 1, m + 1) minutes, base first, people of the unit in their order.
    """

    level: Whole
    interval_days: Whole
    weight: Floats
    unit: Whole
    chance: Floats
    service_minutes: Whole
    days_unseen: Whole
    seen: Floats
    attempts: Floats
    home: Whole
    allowed: Flags
    travel: tuple[Whole, ...]

    def __post_init__(self) -> None:
        people, units = len(self.level), len(self.travel)
        for name in ("interval_days", "weight", "unit", "service_minutes", "days_unseen", "home"):
            if getattr(self, name).shape != (people,):
                raise ValueError(f"{name} has the shape {getattr(self, name).shape}, not ({people},)")
        for name in ("chance", "seen", "attempts"):
            if getattr(self, name).shape != (people, CELLS):
                raise ValueError(f"{name} has the shape {getattr(self, name).shape}, not ({people}, {CELLS})")
        if self.allowed.shape[1:] != (people,):
            raise ValueError("allowed needs a column for each person")
        if people and (self.interval_days.min() < 1 or self.unit.max() >= units or self.unit.min() < 0):
            raise ValueError("an interval is at least one day, and a unit is one of those with a base")
        for unit, square in enumerate(self.travel):
            places = 1 + int((self.unit == unit).sum())
            if square.shape != (places, places):
                raise ValueError(f"travel of unit {unit} has the shape {square.shape}, not {places} squared")

    @property
    def people(self) -> int:
        """How many people are to be seen."""
        return len(self.level)

    @property
    def units(self) -> int:
        """How many units share them."""
        return len(self.travel)

    def of_unit(self, unit: int) -> Whole:
        """The people of one unit, in their order."""
        return np.flatnonzero(self.unit == unit)

    def fingerprint(self) -> str:
        """A short hash of everything in it: a run is taken up again only in the world it began in."""
        digest = hashlib.sha256()
        for one in fields(self):
            value = getattr(self, one.name)
            for part in value if isinstance(value, tuple) else (value,):
                digest.update(np.ascontiguousarray(part).tobytes())
        return digest.hexdigest()[:16]


def drawn(
    people: int,
    units: int,
    *,
    seed: int,
    interval_days: tuple[int, ...],
    weights: tuple[float, ...],
    travel: TravelTimes,
    shares: tuple[float, ...] = invented.LEVEL_SHARES,
    homes: tuple[Points, ...] = (),
) -> World:
    """An invented force. Intervals and weights are policy's, gravest level first.

    `homes`: for each unit points to live at, of which each person gets one; without them points are drawn
    around the middle of each unit, four units within and the others around them.
    """
    dice = np.random.default_rng([seed, people, units])
    level = dice.choice(len(shares), people, p=np.array(shares) / sum(shares))
    unit = np.arange(people) % units
    homes = homes or _around(unit, units, dice)
    lived_at = [points.taken(_one_each(unit == at, points, dice)) for at, points in enumerate(homes)]
    interval = np.array(interval_days, dtype=np.int64)[level]
    chance = _habits(people, dice)
    attempts, seen = _record(chance, dice)
    home = dice.integers(0, invented.PAIRS, people)
    allowed = dice.random((invented.PAIRS, people)) < invented.TRAINED_SHARE
    allowed |= np.arange(invented.PAIRS)[:, None] == home
    allowed &= dice.random((invented.PAIRS, people)) >= invented.CONFLICT_SHARE
    allowed[home, np.arange(people)] |= ~allowed.any(axis=0)  # somebody is always found who may see a person
    return World(
        level=level.astype(np.int64),
        interval_days=interval,
        weight=np.array(weights, dtype=np.float64)[level],
        unit=unit,
        chance=chance,
        service_minutes=dice.integers(invented.SERVICE_MINUTES[0], invented.SERVICE_MINUTES[1] + 1, people),
        days_unseen=_backlog(interval, dice),
        seen=seen,
        attempts=attempts,
        home=home,
        allowed=allowed,
        travel=tuple(roads(points, travel) for points in lived_at),
    )


def roads(homes: Points, travel: TravelTimes) -> Whole:
    """Travel minutes (m + 1, m + 1) among a unit's base, which stands in the middle, and its homes."""
    middle = _points(
        *(np.atleast_1d(np.mean(metres)) for metres in (homes.easting_metres, homes.northing_metres))
    )
    columns = (
        np.concatenate([getattr(middle, one.name), getattr(homes, one.name)]) for one in fields(Points)
    )
    places = Points(*columns)
    return np.asarray(travel.minutes(places, places, leaving_minute=LEAVING_MINUTE), dtype=np.int64)


def _points(easting: Floats, northing: Floats) -> Points:
    longitude, latitude = converter(BRITISH_GRID, WGS_84)(easting, northing)
    return Points(
        easting, northing, latitude, longitude, np.zeros(len(easting), np.int8), np.zeros(len(easting))
    )


def _one_each(mine: Flags, points: Points, dice: np.random.Generator) -> Whole:
    """A home for each person of a unit: their own while there are enough, else drawn."""
    people = int(mine.sum())
    return np.arange(people) if len(points) == people else dice.integers(0, len(points), people)


def _around(unit: Whole, units: int, dice: np.random.Generator) -> tuple[Points, ...]:
    """Homes for everybody around the middles of their units."""
    inner = min(invented.INNER_UNITS, units)
    ring = np.concatenate([np.arange(inner) / inner, np.arange(units - inner) / max(units - inner, 1)])
    within = np.arange(units) < inner
    reach = np.where(within, invented.INNER_METRES, invented.OUTER_METRES)
    spread = np.where(within, invented.INNER_SPREAD, invented.OUTER_SPREAD)
    turn = 2 * np.pi * ring
    middle = np.array(invented.CENTRE) + reach[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    place = middle[unit] + dice.normal(0, 1, (len(unit), 2)) * spread[unit, None]
    return tuple(_points(*place[unit == number].T.copy()) for number in range(units))


def _habits(people: int, dice: np.random.Generator) -> Floats:
    lives = np.array(invented.LIVES)
    life = dice.choice(len(lives), people, p=np.array(invented.LIFE_SHARES))
    logits = np.log(lives / (1 - lives))[life]
    logits = logits + dice.normal(0, invented.LIFE_SPREAD_LOGITS, (people, 1))
    logits = logits + dice.normal(0, invented.PART_SPREAD_LOGITS, (people, CELLS))
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float64)


def _record(chance: Floats, dice: np.random.Generator) -> tuple[Floats, Floats]:
    """Attempts and those answered, as today's hours of visiting leave them."""
    shares = np.array(invented.CELL_SHARES_RECORDED)
    attempts = dice.poisson(invented.ATTEMPTS_RECORDED * shares / shares.sum(), chance.shape)
    return attempts.astype(np.float64), dice.binomial(attempts, chance).astype(np.float64)


def _backlog(interval: Whole, dice: np.random.Generator) -> Whole:
    people = len(interval)
    age = dice.random(people) * interval * invented.AGE_SPREAD
    late = dice.random(people) < invented.BACKLOG_SHARE
    age = np.where(late, interval * (1 + dice.exponential(invented.BACKLOG_INTERVALS, people)), age)
    lost = dice.random(people) < invented.FORGOTTEN_SHARE
    age = np.where(lost, dice.integers(*invented.FORGOTTEN_DAYS, people), age)
    return np.maximum(age.astype(np.int64), 1)
