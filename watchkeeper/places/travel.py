"""How long a crew is on the road from one place to another: one promise, kept by several engines.

Minutes are whole and rounded up, with the time to park in them, from 0 to the cap of policy
(`road_cap_minutes`). At the cap a journey takes that long or longer, or there is no road.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from watchkeeper.law.shelf import Shelf
from watchkeeper.places.facts import Points

type Minutes = NDArray[np.int16]
type Ask = Callable[[Points, Points], ArrayLike]
"""Asks an engine of every pair of two lists of places: seconds, shape (m, n)."""

MINUTES_IN_A_DAY = 24 * 60
SECONDS_IN_A_MINUTE = 60
SHARED = (
    *("road_parking_minutes", "road_cap_minutes", "road_within_metres"),
    *("road_peak_minutes", "road_peak_speed_share"),
)
"""The rows that every engine rests on."""
_CERTAIN = 1e-6  # of a minute: no rounding error turns a whole minute into the next


class TravelError(RuntimeError):
    """No minutes can be given: what was asked, of whom, why not, and how to mend it."""


class TravelTimes(Protocol):
    """What every engine answers, and what it says of its answers."""

    @property
    def says(self) -> str:
        """How the minutes were worked out, in a sentence for whoever reads a plan."""

    @property
    def confirmed(self) -> bool:
        """Whether every number of policy behind the minutes has been read against its source."""

    @property
    def symmetric(self) -> bool:
        """Whether there and back always take equally long."""

    def minutes(self, points_from: Points, points_to: Points, *, leaving_minute: int) -> Minutes:
        """Minutes from each of m points to each of n, shape (m, n), leaving at one minute of the day.

        `leaving_minute` counts from midnight by London's clock; past midnight it counts on.
        From a place to itself is 0: the same coordinates known to the unit, or the same row of
        the same `Points`. Raises ValueError when a place is not known, TravelError when the
        engine cannot answer.
        """


@dataclass(frozen=True, slots=True)
class Driving:
    """The numbers of policy that every engine shares, as of a day. `peaks` are pairs, the end left out."""

    parking_minutes: int
    cap_minutes: int
    road_within_metres: int
    peaks: tuple[tuple[int, int], ...]
    peak_speed_share: float
    confirmed: bool

    @classmethod
    def of(cls, law: Shelf, *, on: date) -> "Driving":
        """As the shelf has them on the day `on`."""
        bounds = law["road_peak_minutes"].wholes(on)
        return cls(
            parking_minutes=law["road_parking_minutes"].whole(on),
            cap_minutes=law["road_cap_minutes"].whole(on),
            road_within_metres=law["road_within_metres"].whole(on),
            peaks=tuple(zip(bounds[::2], bounds[1::2], strict=True)),
            peak_speed_share=law["road_peak_speed_share"].share(on),
            confirmed=law.confirmed(*SHARED),
        )

    def speed_share(self, leaving_minute: int) -> float:
        """Share of the speed off peak that is left when leaving at this minute."""
        minute = leaving_minute % MINUTES_IN_A_DAY
        at_peak = any(first <= minute < end for first, end in self.peaks)
        return self.peak_speed_share if at_peak else 1.0

    def whole(
        self, on_road_minutes: NDArray[np.float64], apart: NDArray[np.bool_], leaving_minute: int
    ) -> Minutes:
        """Whole minutes for journeys of so long off peak; not a number where there is no road.

        Where `apart` is False the two places are one, and it takes 0.
        """
        taken = on_road_minutes / self.speed_share(leaving_minute) + self.parking_minutes
        taken = np.where(np.isnan(taken), self.cap_minutes, np.ceil(taken - _CERTAIN))
        capped: Minutes = np.where(apart, np.minimum(taken, self.cap_minutes), 0).astype(np.int16)
        return capped


def by_blocks(points_from: Points, points_to: Points, ask: Ask, *, at_once: int) -> NDArray[np.float64]:
    """What `ask` answers of every pair, shape (m, n), asked of no more than `at_once` places a side."""
    found = np.full((len(points_from), len(points_to)), np.nan)
    for first in range(0, len(points_from), at_once):
        for left in range(0, len(points_to), at_once):
            here = (slice(first, first + at_once), slice(left, left + at_once))
            found[here] = ask(points_from.taken(here[0]), points_to.taken(here[1]))
    return found


def all_known(*asked: Points) -> None:
    """Raise ValueError, with the rows, when a place is not known: nobody is left out unsaid."""
    for points in asked:
        if not points.known.all():
            rows = np.flatnonzero(~points.known).tolist()
            raise ValueError(f"places are not known in rows {rows}: leave them out, and say that they are")


def apart(points_from: Points, points_to: Points) -> NDArray[np.bool_]:
    """Which pairs are two places, shape (m, n).

    One place: the same coordinates, both known to the unit; or the same row of the same `Points`.
    Two people at the mean of one sector live at two places.
    """
    exact_from, exact_to = points_from.precision == 0, points_to.precision == 0
    same = np.equal.outer(points_from.easting_metres, points_to.easting_metres)
    same &= np.equal.outer(points_from.northing_metres, points_to.northing_metres)
    same &= np.logical_and.outer(exact_from, exact_to)
    if points_to is points_from:
        np.fill_diagonal(same, True)
    return ~same


def nowhere(seconds: NDArray[np.float64], apart: NDArray[np.bool_]) -> bool:
    """Whether there are journeys and no road for any of them: a map of somewhere else."""
    asked = seconds[apart]
    return bool(asked.size and np.isnan(asked).all())
