"""Nights to measure solvers on: an invented city of twelve units, and instances of Solomon's kinds."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.routing.effort import breaks
from watchkeeper.visits.routing.night import ANYBODY, Night

UNITS = 12
PEOPLE = 7_100
HOURS = np.array([[420, 569], [570, 989], [990, 1260]])
SHIFTS = np.array([[420, 780], [660, 1020], [900, 1260]])
LEVELS, WEIGHTS, LIMITS = (
    [0.01, 0.09, 0.35, 0.55],
    np.array([16.0, 6.0, 2.0, 1.0]),
    np.array([30, 91, 183, 365]),
)
HABITS = np.array([[0.6, 0.2, 0.7], [0.7, 0.6, 0.65], [0.3, 0.65, 0.3], [0.35, 0.3, 0.4]])
USUAL = [0.4, 0.3, 0.17, 0.13]
PINS = 2
DETOUR, PARKING, SPEED_KMH = 1.35, 4, 18
DRIVING_PRICE = 2.0
OWN_MANAGER = 1.15  # a visit by the manager's own crew is worth so many times one by another


@dataclass(frozen=True)
class Case:
    """A night with what the sergeant's lists look at: days past the limit, negative before it."""

    name: str
    night: Night
    days_overdue: np.ndarray


def unit_night(unit: int, crews: int, candidates: int | None, seed: int) -> Case:
    """One unit's people, the `candidates` most worth a visit or all of them, and `crews` on three shifts.

    Everybody is invented. Worth is the weight of the level, growing past the limit, times the
    chance of finding the person in; three crews in four are trained for each person.
    """
    chance = np.random.default_rng([seed, unit])
    n = PEOPLE // UNITS
    at = chance.normal(0, [4.5, 3.0], (n + 1, 2))
    at[0] = 0
    level, habit = chance.choice(4, n, p=LEVELS), chance.choice(4, n, p=USUAL)
    days = chance.random(n) * LIMITS[level] * 1.15
    late = chance.random(n) < 0.2
    days[late] = (LIMITS[level] * (1 + chance.exponential(0.7, n)))[late]
    past = days / LIMITS[level]
    harm = WEIGHTS[level] * np.where(past <= 1, 0.15 * past, 0.15 + 2 * np.minimum(past - 1, 1) + 0.25 * past)
    inside = np.clip(HABITS[habit] + chance.normal(0, 0.12, (n, 3)), 0.02, 0.98)
    worth = harm[:, None] * inside
    chosen = np.argsort(-worth.max(axis=1), kind="stable")[:candidates]
    worth = np.rint(worth[chosen] * 1000 / np.median(worth[chosen].max(axis=1)))
    n = len(chosen)
    where = at[np.r_[0, chosen + 1]]
    km = np.hypot(*(where[:, None] - where[None]).transpose(2, 0, 1)) * DETOUR
    travel = np.ceil(km / SPEED_KMH * 60 + PARKING * (km > 0)).astype(np.int64)
    manager = chance.integers(0, crews, n)
    own = np.arange(crews)[:, None] == manager
    night = Night(
        travel_minutes=travel,
        crew_base=np.zeros(crews, np.int64),
        service_minutes=chance.integers(30, 61, n),
        windows=np.repeat(HOURS[None], n, 0),
        worth=np.rint(worth[None] * np.where(own, OWN_MANAGER, 1.0)[:, :, None]),
        allowed=((chance.random((crews, n)) < 0.75) | own) & (chance.random((crews, n)) >= 0.03),
        shift=SHIFTS[np.arange(crews) % 3],
        breaks=np.zeros((crews, 3), np.int64),
        required=np.zeros(n, bool),
        pinned_to=np.full(n, ANYBODY),
        minute_price=DRIVING_PRICE,
    )
    return Case(f"unit {unit + 1}, {crews} crews", night, (days - LIMITS[level])[chosen])


def bound_night(case: Case, seed: int, law: Shelf, *, on: date) -> Case:
    """The same night with what binds a real one: breaks by policy, a required visit a crew, two pins."""
    chance = np.random.default_rng([seed, case.night.crews])
    seen = np.flatnonzero(case.night.may.sum(axis=0) > 1)
    who = chance.choice(seen, case.night.crews + PINS, replace=False)
    required, pinned = case.night.required.copy(), case.night.pinned_to.copy()
    required[who[PINS:]] = True
    for person in who[:PINS]:
        pinned[person] = chance.choice(np.flatnonzero(case.night.may[:, person]))
    rests = breaks(case.night.shift, law, on=on)
    return Case(
        f"{case.name}, bound",
        with_(case.night, breaks=rests, required=required, pinned_to=pinned),
        case.days_overdue,
    )


def with_(night: Night, **other: np.ndarray) -> Night:
    """A night with some of its arrays in place of what they were."""
    names = [name for name in Night.__dataclass_fields__ if name != "_may"]
    return Night(**({name: getattr(night, name) for name in names} | other))


def solomon_night(kind: str, customers: int, crews: int, seed: int) -> Night:
    """Team orienteering with windows as Solomon's generator lays it out: R random, C clustered, RC both.

    Points are demands, driving costs nothing, distances are truncated to a tenth, every customer has
    one window. Not his published instances, which no package carries: of their kind and size.
    """
    chance = np.random.default_rng([seed, customers, ord(kind[0]) + len(kind)])
    spread = chance.random((customers, 2)) * 100
    centres = chance.random((max(1, customers // 8), 2)) * 100
    clustered = centres[chance.integers(0, len(centres), customers)] + chance.normal(0, 4, (customers, 2))
    mixed = np.where((np.arange(customers) % 2 == 0)[:, None], spread, clustered)
    at = np.r_[[[50.0, 50.0]], {"R": spread, "C": clustered, "RC": mixed}[kind]]
    travel = np.floor(np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) * 10).astype(np.int64)
    for via in range(len(travel)):
        travel = np.minimum(travel, travel[:, via, None] + travel[None, via])
    width, horizon, service = chance.integers(100, 900, customers), 2300, 100
    latest = horizon - service - travel[1:, 0]
    opens = (travel[0, 1:] + chance.random(customers) * np.maximum(1, latest - travel[0, 1:])).astype(
        np.int64
    )
    windows = np.tile(np.array([1, 0]), (customers, 3, 1))
    windows[:, 0, 0], windows[:, 0, 1] = opens, np.minimum(latest, opens + width)
    worth = np.zeros((crews, customers, 3))
    worth[:, :, 0] = chance.integers(1, 41, customers)
    return Night(
        travel_minutes=travel,
        crew_base=np.zeros(crews, np.int64),
        service_minutes=np.full(customers, service),
        windows=windows,
        worth=worth,
        allowed=np.ones((crews, customers), bool),
        shift=np.tile([0, horizon], (crews, 1)),
        breaks=np.zeros((crews, 3), np.int64),
        required=np.zeros(customers, bool),
        pinned_to=np.full(customers, ANYBODY),
        minute_price=0.0,
    )
