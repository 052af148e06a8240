"""Where something is, and how exactly that is known.

Easting and northing are metres on the British National Grid, for Northern Ireland too, so that
any two points lie in one plane. Latitude and longitude are degrees of WGS 84, as maps and road
engines want them.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from math import isfinite, nan
from typing import Self

import numpy as np
from numpy.typing import NDArray

from watchkeeper.law.swift import dataclass

EASTINGS_METRES = (0, 700_000)
NORTHINGS_METRES = (0, 1_300_000)
LATITUDES = (49.0, 62.0)
LONGITUDES = (-9.5, 2.5)
"""The box that holds the United Kingdom: the grid is defined inside it, and means nothing outside."""


class Precision(StrEnum):
    """What a point stands for, most exact first."""

    UNIT = "unit"
    SECTOR = "sector"
    DISTRICT = "district"

    @property
    def says(self) -> str:
        """The precision as a sentence ends with it."""
        return {
            Precision.UNIT: "the postcode itself",
            Precision.SECTOR: "the mean of its sector: the directory has no place for the postcode itself",
            Precision.DISTRICT: "the mean of its district: the directory has no place for its sector either",
        }[self]


_ORDER = tuple(Precision)


@dataclass(frozen=True, slots=True)
class Point:
    """One place. Raises ValueError outside the box that holds the United Kingdom.

    `spread_metres` is how far the true place lies from the point: the root mean square distance
    of the units that a sector's or a district's mean stands for, and 0 for a unit.
    """

    easting_metres: float
    northing_metres: float
    latitude: float
    longitude: float
    precision: Precision = Precision.UNIT
    spread_metres: float = 0.0

    def __post_init__(self) -> None:
        for what, value, (least, most) in (
            ("easting_metres", self.easting_metres, EASTINGS_METRES),
            ("northing_metres", self.northing_metres, NORTHINGS_METRES),
            ("latitude", self.latitude, LATITUDES),
            ("longitude", self.longitude, LONGITUDES),
        ):
            if not least <= value <= most:
                raise ValueError(f"{what} of a point lies between {least} and {most}")
        if not (isfinite(self.spread_metres) and self.spread_metres >= 0):
            raise ValueError("spread_metres of a point is a distance, 0 or more")


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Many places at once: arrays of shape (n,), not a number where a place is not known.

    `precision` holds places in the order of Precision, and -1 where a place is not known. Raises
    ValueError for arrays of different lengths, and where a known place lies outside the box.
    """

    easting_metres: NDArray[np.float64]
    northing_metres: NDArray[np.float64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    precision: NDArray[np.int8]
    spread_metres: NDArray[np.float64]

    def __post_init__(self) -> None:
        shape = self.precision.shape
        known = self.precision >= 0
        for what, values, (least, most) in (
            ("easting_metres", self.easting_metres, EASTINGS_METRES),
            ("northing_metres", self.northing_metres, NORTHINGS_METRES),
            ("latitude", self.latitude, LATITUDES),
            ("longitude", self.longitude, LONGITUDES),
            ("spread_metres", self.spread_metres, (0, EASTINGS_METRES[1])),
        ):
            if len(shape) != 1 or values.shape != shape:
                raise ValueError("points are arrays of one length")
            inside = (values >= least) & (values <= most)
            if not inside[known].all():
                raise ValueError(f"{what} of a point lies between {least} and {most}")

    @classmethod
    def of(cls, points: Sequence[Point | None]) -> Self:
        """Single points, None where a place is not known, as arrays."""
        rows = [
            (
                (p.easting_metres, p.northing_metres, p.latitude, p.longitude, p.spread_metres)
                if p is not None
                else (nan,) * len(_COLUMNS)
            )
            for p in points
        ]
        table = np.array(rows, dtype=np.float64).reshape(len(rows), len(_COLUMNS))
        precision = np.array([-1 if p is None else _ORDER.index(p.precision) for p in points], dtype=np.int8)
        easting, northing, latitude, longitude, spread = table.T.copy()
        return cls(easting, northing, latitude, longitude, precision, spread)

    def __len__(self) -> int:
        return len(self.precision)

    def __iter__(self) -> Iterator[Point | None]:
        return (self[at] for at in range(len(self)))

    def __getitem__(self, at: int) -> Point | None:
        """The point in row `at`; None where the place is not known."""
        if self.precision[at] < 0:
            return None
        return Point(
            float(self.easting_metres[at]),
            float(self.northing_metres[at]),
            float(self.latitude[at]),
            float(self.longitude[at]),
            _ORDER[self.precision[at]],
            float(self.spread_metres[at]),
        )

    @property
    def known(self) -> NDArray[np.bool_]:
        """Which places are known, shape (n,)."""
        return self.precision >= 0

    def taken(self, rows: NDArray[np.intp] | slice | Sequence[int]) -> "Points":
        """The points of `rows`, in that order."""
        at: NDArray[np.intp] | slice = rows if isinstance(rows, slice) else np.asarray(rows, dtype=np.intp)
        return Points(
            self.easting_metres[at],
            self.northing_metres[at],
            self.latitude[at],
            self.longitude[at],
            self.precision[at],
            self.spread_metres[at],
        )


_COLUMNS = ("easting_metres", "northing_metres", "latitude", "longitude", "spread_metres")
