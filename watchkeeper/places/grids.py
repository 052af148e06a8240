"""Places between the national grids and the latitude and longitude of maps, with no network."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from watchkeeper.places.facts import Point

BRITISH_GRID, IRISH_GRID, WGS_84 = 27700, 29901, 4326
"""EPSG codes of the British National Grid, the Irish National Grid and what maps use."""

type Metres = NDArray[np.float64]


@cache
def converter(grid: int, onto: int) -> Callable[[Metres, Metres], tuple[Metres, Metres]]:
    """Turns x and y of one reference system into x and y of another, good to a few metres.

    x is easting or longitude, y northing or latitude. No grid file is fetched.
    """
    from pyproj import Transformer

    made = Transformer.from_crs(grid, onto, always_xy=True)

    def convert(x: Metres, y: Metres) -> tuple[Metres, Metres]:
        across, up = made.transform(x, y)
        return np.asarray(across, float), np.asarray(up, float)

    return convert


def on_grid(easting_metres: float, northing_metres: float) -> Point:
    """The point of a place known on the British National Grid, such as a station without a postcode.

    Raises ValueError outside the box that holds the United Kingdom.
    """
    longitude, latitude = converter(BRITISH_GRID, WGS_84)(
        np.array([easting_metres], float), np.array([northing_metres], float)
    )
    return Point(easting_metres, northing_metres, float(latitude[0]), float(longitude[0]))
