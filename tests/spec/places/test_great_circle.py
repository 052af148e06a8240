"""How long a crew is on the road where no road engine is named: distances and minutes worked by hand.

On the shelf a kilometre takes 5 minutes at the centre and 60/41 far away, half-way between at 8 km;
a road is 1.35 times as long as the great circle; at the peak 0.8 of the speed is left; parking takes 4.
From the centre to 8 km out a kilometre takes 60/41 + (5 - 60/41) x atan(1) = 4.241 minutes on
average: 8 x 1.35 x 4.241 = 45.8.
"""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.law import shelf
from watchkeeper.places.facts import Point, Points, Precision
from watchkeeper.places.great_circle import GreatCircle, distance_km
from watchkeeper.places.grids import on_grid

ON = date(2026, 3, 20)
NOON = 12 * 60
EAST, NORTH = 530_000, 180_000
CAP = 240
ROAD = GreatCircle(shelf.load(), on=ON, centre=on_grid(EAST, NORTH))


def at(east_km: float, north_km: float = 0.0) -> Point:
    """A place so many kilometres from the centre."""
    return on_grid(EAST + east_km * 1000, NORTH + north_km * 1000)


def minutes(a: Point, b: Point, leaving: int = NOON) -> int:
    return int(ROAD.minutes(Points.of([a]), Points.of([b]), leaving_minute=leaving)[0, 0])


@table("""
    case                                      | latitudes   | longitudes | km
    ------------------------------------------|-------------|------------|--------
    a degree of a meridian, 6371.0088 x pi/180| 51 52       | 0 0        | 111.195
    half a degree of a meridian               | 51 51.5     | 0 0        | 55.5975
    2R asin(cos 60 sin 1), not 111.195          | 60 60       | -1 1       | 111.191
    nowhere to go                             | 51.5 51.5   | 0 0        | 0
    """)
def test_distance_over_the_globe(latitudes: str, longitudes: str, km: str) -> None:
    a, b = (
        Points.of([Point(EAST, NORTH, float(lat), float(long))])
        for lat, long in zip(latitudes.split(), longitudes.split(), strict=True)
    )
    assert distance_km(a, b)[0, 0] == pytest.approx(float(km), abs=0.001)


@table("""
    case                                              | start | end   | leaving | taken
    --------------------------------------------------|-------|-------|---------|------
    at home                                           | 3     | 3     | 720     | 0
    next door is a journey, with parking              | 3     | 3.001 | 720     | 5
    8 km out from the centre: 45.8 and 4              | 0     | 8     | 720     | 50
    and back again                                    | 8     | 0     | 720     | 50
    right across the centre: 91.6 and 4               | -8    | 8     | 720     | 96
    far out it is quick: 10.3 x 1.35 x 1.484, and 4   | 100   | 110.3 | 720     | 25
    the minute before the morning peak                | 0     | 8     | 419     | 50
    the first minute of the peak: 45.8 / 0.8 and 4    | 0     | 8     | 420     | 62
    the last minute of the peak                       | 0     | 8     | 569     | 62
    the minute after it                               | 0     | 8     | 570     | 50
    the minute before the evening peak                | 0     | 8     | 959     | 50
    its first                                         | 0     | 8     | 960     | 62
    its last                                          | 0     | 8     | 1139    | 62
    the minute after                                  | 0     | 8     | 1140    | 50
    past midnight the day begins anew                 | 0     | 8     | 1860    | 62
    farther than is worth telling apart               | -50   | 100   | 720     | 240
    """)
def test_minutes_from_west_to_east(start: str, end: str, leaving: str, taken: str) -> None:
    assert minutes(at(float(start)), at(float(end)), int(leaving)) == int(taken)


def test_two_people_at_the_mean_of_one_sector_are_apart() -> None:
    """600 m and 800 m from the mean, at right angles as far as anybody knows: 1 km."""
    here = at(0)
    a, b = (
        Point(here.easting_metres, here.northing_metres, here.latitude, here.longitude, Precision.SECTOR, m)
        for m in (600.0, 800.0)
    )
    assert distance_km(Points.of([a]), Points.of([b]))[0, 0] == pytest.approx(1)
    assert minutes(a, b) == 11  # 1 x 1.35 x 5 and 4 is 10.75
    both = Points.of([a, b])
    assert ROAD.minutes(both, both, leaving_minute=NOON).tolist() == [[0, 11], [11, 0]]


def test_two_people_of_a_sector_with_one_place_in_the_directory_are_apart_too() -> None:
    here = at(3)
    one = Point(here.easting_metres, here.northing_metres, here.latitude, here.longitude, Precision.SECTOR)
    assert minutes(one, one) == 4  # nobody knows how far: parking alone
    assert minutes(here, here) == 0


def test_a_place_that_is_not_known_is_said_and_never_guessed() -> None:
    known, unknown = Points.of([at(0)]), Points.of([at(1), None])
    with pytest.raises(ValueError, match=r"rows \[1\]"):
        ROAD.minutes(known, unknown, leaving_minute=NOON)


def test_blocks_give_what_the_whole_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(7)
    points = Points.of([at(*place) for place in rng.uniform(-20, 20, (40, 2))])
    whole = ROAD.minutes(points, points, leaving_minute=NOON)
    monkeypatch.setattr("watchkeeper.places.great_circle._PAIRS_AT_ONCE", 90)
    assert (ROAD.minutes(points, points, leaving_minute=NOON) == whole).all()
    there = ROAD.minutes(points, points.taken(slice(5, 30)), leaving_minute=NOON)
    assert (there == whole[:, 5:30]).all()
    assert whole.dtype == np.int16


def test_through_the_centre_may_take_longer_than_two_journeys_round_it() -> None:
    """The triangle inequality is not promised: 40 km straight through, or 46 km by a stop in the north.

    Through: 60/41 + (5 - 60/41) x 8/20 x atan(20/8) = 3.147 minutes a kilometre, 40 x 1.35 x 3.147 and 4 = 174.
    """
    west, north, east = at(-20), at(0, 11), at(20)
    assert minutes(west, east) == 174
    assert (minutes(west, north), minutes(north, east)) == (82, 82)


km = st.floats(-60, 60, allow_nan=False)
places = st.builds(at, km, km)
day = st.integers(0, 2880)


@settings(max_examples=40)
@given(places, places, day)
def test_never_negative_never_above_the_cap_zero_at_home_and_the_same_back(
    a: Point, b: Point, leaving: int
) -> None:
    there = minutes(a, b, leaving)
    assert 0 <= there <= CAP
    assert there == minutes(b, a, leaving)
    assert minutes(a, a, leaving) == 0
    assert (there == 0) == ((a.easting_metres, a.northing_metres) == (b.easting_metres, b.northing_metres))


@settings(max_examples=40)
@given(places, places, st.floats(0, 1), day)
def test_farther_the_same_way_never_takes_less(a: Point, b: Point, share: float, leaving: int) -> None:
    between = on_grid(
        a.easting_metres + share * (b.easting_metres - a.easting_metres),
        a.northing_metres + share * (b.northing_metres - a.northing_metres),
    )
    assert minutes(a, between, leaving) <= minutes(a, b, leaving)


@settings(max_examples=40)
@given(places, places, places)
def test_the_triangle_holds_where_speed_is_the_same_everywhere(a: Point, b: Point, c: Point) -> None:
    even = GreatCircle(shelf.load(), on=ON, centre=on_grid(90_000, 1_200_000))  # all of these are far from it
    points = Points.of([a, b, c])
    taken = even.minutes(points, points, leaving_minute=NOON).astype(int)
    assert taken[0, 2] <= taken[0, 1] + taken[1, 2] + 1


@settings(max_examples=40)
@given(places, places, st.integers(0, 1439))
def test_the_peak_is_never_quicker(a: Point, b: Point, leaving: int) -> None:
    assert minutes(a, b, leaving) >= minutes(a, b, NOON)
