"""Small invented forces to try policies on, and a table of ticket rates."""

from datetime import date
from functools import cache

import numpy as np

from watchkeeper.law import shelf
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.grids import on_grid
from watchkeeper.planning.simulating.rosters import DAY, Roster
from watchkeeper.planning.simulating.world import World, drawn
from watchkeeper.visits.rules.tickets import Rates

ON = date(2026, 11, 2)  # a Monday
LAW = shelf.load()
INTERVALS, WEIGHTS = (30, 91, 183, 365), (16.0, 6.0, 2.0, 1.0)
DAILY = Roster("a day shift daily", ((DAY,),) * 7)


@cache
def small(people: int = 80, units: int = 2, seed: int = 1) -> World:
    """A drawn force near the middle of London."""
    travel = GreatCircle(LAW, on=ON, centre=on_grid(530_000, 180_000))
    return drawn(people, units, seed=seed, interval_days=INTERVALS, weights=WEIGHTS, travel=travel)


def by_hand(
    *, days_unseen: tuple[int, ...], level: tuple[int, ...], chance: float = 1.0, minutes: int = 10
) -> World:
    """People of one unit, each the same way from the base and each other, whom every pair may see."""
    people = len(level)
    return World(
        level=np.array(level),
        interval_days=np.array([INTERVALS[one] for one in level]),
        weight=np.array([WEIGHTS[one] for one in level]),
        unit=np.zeros(people, dtype=np.int64),
        chance=np.full((people, 6), chance),
        service_minutes=np.full(people, 30),
        days_unseen=np.array(days_unseen),
        seen=np.zeros((people, 6)),
        attempts=np.zeros((people, 6)),
        home=np.zeros(people, dtype=np.int64),
        allowed=np.ones((8, people), dtype=bool),
        travel=(minutes * (1 - np.eye(people + 1, dtype=np.int64)),),
    )


def rates(*, low: float = 0.2, late: float = 0.5, surprise: float = 0.01) -> Rates:
    """One table for every level: `low` within the interval, `late` beyond."""
    return Rates(np.array([0.0, 1.0]), np.array([[low, late]] * 5), np.full(5, surprise))
