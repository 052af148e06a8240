"""Minutes by great circle: no map and no network, calibrated by the rows of `policy/guidance/travel.toml`.

The distance over the globe is lengthened by a detour. A kilometre takes longest at the centre of
the area and quickens outwards: half of the difference is gone `road_halfway_km` from it. The
time is summed exactly along the straight line, so a longer journey the same way never takes less.
At the peak it all goes slower.

A place known only to its sector or district lies some way from its mean: the distance between two
places is the root mean square over where they may be, so two people of one sector are apart.

There and back take equally long. The triangle inequality is not promised: through the centre may
take longer than two journeys that go round it, as on a road without a ring. Where speed is the
same everywhere it holds.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.shelf import Shelf
from watchkeeper.places.facts import Point, Points
from watchkeeper.places.postcodes import point_of
from watchkeeper.places.travel import Driving, Minutes, TravelError, all_known, apart

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth, International Union of Geodesy and Geophysics."""
ROWS = (
    *("road_detour_percent", "road_centre_speed_km_per_hour", "road_far_speed_km_per_hour"),
    *("road_halfway_km", "road_centre_postcode"),
)
"""The rows this way of reckoning rests on besides those that all share."""
_MINUTES_IN_AN_HOUR = 60
_METRES_IN_A_KM = 1000
_PERCENT = 100
_PAIRS_AT_ONCE = 100_000  # a few megabytes for all that is held on the way


class GreatCircle:
    """Travel times by great circle, as policy has them on the day `on`.

    `centre` is the middle of the force's area; that of policy when left out. Raises TravelError
    when the postcode of policy has no place.
    """

    symmetric = True

    def __init__(self, law: Shelf, *, on: date, centre: Point | None = None) -> None:
        self._driving = Driving.of(law, on=on)
        self._detour = law["road_detour_percent"].whole(on) / _PERCENT
        self._centre_slowness = _MINUTES_IN_AN_HOUR / law["road_centre_speed_km_per_hour"].whole(on)
        self._far_slowness = _MINUTES_IN_AN_HOUR / law["road_far_speed_km_per_hour"].whole(on)
        self._halfway_km = law["road_halfway_km"].whole(on)
        self.confirmed = self._driving.confirmed and law.confirmed(*ROWS)
        self._centre = centre if centre is not None else _centre_of(law, on)

    @property
    def says(self) -> str:
        """How the minutes were worked out."""
        return (
            "by great circle with a detour, slower near the centre and at the peak: an estimate, not a road"
        )

    def minutes(self, points_from: Points, points_to: Points, *, leaving_minute: int) -> Minutes:
        """Minutes from each of m points to each of n, shape (m, n). See TravelTimes."""
        all_known(points_from, points_to)
        found = np.empty((len(points_from), len(points_to)), dtype=np.int16)
        rows = max(1, _PAIRS_AT_ONCE // max(1, len(points_to)))
        for first in range(0, len(points_from), rows):
            part = slice(first, first + rows)
            rest = slice(first if points_to is points_from else 0, None)  # there and back are the same
            found[part, rest] = self._block(points_from.taken(part), points_to.taken(rest), leaving_minute)
            if points_to is points_from:
                found[rest, part] = found[part, rest].T
        if points_to is points_from:
            np.fill_diagonal(found, 0)
        return found

    def _block(self, points_from: Points, points_to: Points, leaving_minute: int) -> Minutes:
        km = distance_km(points_from, points_to)
        on_road = km * self._detour * self._slowness(points_from, points_to)
        return self._driving.whole(on_road, apart(points_from, points_to), leaving_minute)

    def _slowness(self, points_from: Points, points_to: Points) -> NDArray[np.float64]:
        """Mean minutes a kilometre along the straight line between each pair, off peak.

        At distance r from the centre a kilometre takes far + (centre - far) / (1 + (r / halfway)^2).
        Along a line that passes the centre at distance h that has a mean in closed form, of
        arc tangents of the places along the line.
        """
        ax, ay = self._from_centre(points_from)
        bx, by = self._from_centre(points_to)
        along_x, along_y = np.subtract.outer(bx, ax).T, np.subtract.outer(by, ay).T
        length = np.hypot(along_x, along_y)
        still = length == 0
        length[still] = 1
        along_x /= length
        along_y /= length
        passing = ax[:, None] * along_y - ay[:, None] * along_x
        start = ax[:, None] * along_x + ay[:, None] * along_y
        end = bx * along_x + by * along_y
        near = np.sqrt(self._halfway_km**2 + passing**2)
        share = (np.arctan(end / near) - np.arctan(start / near)) / near / length
        here = (1 / (self._halfway_km**2 + ax**2 + ay**2))[:, None]
        share = self._halfway_km**2 * np.where(still, here, share)
        return self._far_slowness + (self._centre_slowness - self._far_slowness) * share

    def _from_centre(self, points: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Kilometres east and north of the centre."""
        return (
            (points.easting_metres - self._centre.easting_metres) / _METRES_IN_A_KM,
            (points.northing_metres - self._centre.northing_metres) / _METRES_IN_A_KM,
        )


def distance_km(points_from: Points, points_to: Points) -> NDArray[np.float64]:
    """Great-circle distance of each pair, shape (m, n), with the spread of both places in it."""
    chord = np.zeros((len(points_from), len(points_to)))
    for a, b in zip(_on_globe(points_from), _on_globe(points_to), strict=True):
        chord += np.subtract.outer(a, b) ** 2
    arc = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(chord) / 2)
    spread = np.add.outer(points_from.spread_metres**2, points_to.spread_metres**2) / _METRES_IN_A_KM**2
    apart_km: NDArray[np.float64] = np.sqrt(arc**2 + spread)
    return apart_km


def _on_globe(points: Points) -> tuple[NDArray[np.float64], ...]:
    """Each point on a globe of radius 1: three coordinates from its middle."""
    latitude, longitude = np.radians(points.latitude), np.radians(points.longitude)
    return np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)


def _centre_of(law: Shelf, on: date) -> Point:
    postcode = str(law["road_centre_postcode"].on(on))
    if (point := point_of(postcode)) is None:
        raise TravelError(f"road_centre_postcode is {postcode}, which has no place in the directory")
    return point
