"""Valhalla on real tiles, built by this test from a few streets that it writes itself."""

import os
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.unit.places.roads import LANE, build, crossing
from watchkeeper.law import shelf
from watchkeeper.places.choosing import travel_times
from watchkeeper.places.facts import Point, Points
from watchkeeper.places.travel import TravelError, TravelTimes
from watchkeeper.places.valhalla import Valhalla

pytest.importorskip("valhalla", reason="the extra `roads` (pyvalhalla) is not installed")

ON = date(2026, 3, 20)
NOON = 12 * 60
PEAK = 8 * 60


def at(latitude: float, longitude: float) -> Point:
    return Point(530_000 + longitude * 1000, 180_000 + latitude * 1000, latitude, longitude)


HOME, NEXT, EAST, FAR = at(*crossing(1, 0)), at(*crossing(1, 1)), at(*crossing(1, 4)), at(*crossing(4, 4))
SOUTH_WEST, SOUTH_EAST = at(*crossing(0, 0)), at(*crossing(0, 4))
LOST = at((LANE[0][0] + LANE[1][0]) / 2, LANE[0][1])
ELSEWHERE = at(53.0, -1.5)


@pytest.fixture(scope="module")
def tiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("roads"))


@pytest.fixture(scope="module")
def road(tiles: Path) -> TravelTimes:
    return Valhalla(tiles, shelf.load(), on=ON)


def minutes(
    road: TravelTimes, points_from: list[Point], points_to: list[Point], leaving: int = NOON
) -> list[list[int]]:
    taken = road.minutes(Points.of(points_from), Points.of(points_to), leaving_minute=leaving)
    assert taken.dtype == np.int16
    rows: list[list[int]] = taken.tolist()
    return rows


def test_minutes_grow_with_the_road_and_hold_the_time_to_park(road: TravelTimes) -> None:
    [[home, near, east, far]] = minutes(road, [HOME], [HOME, NEXT, EAST, FAR])
    assert home == 0
    # 0.554 km, 2.2 km and 3.9 km of streets, at 20 to 48 km/h, and 4 minutes to park
    assert 4 + 0.7 <= near <= 4 + 2.7
    assert 4 + 2.7 <= east <= 4 + 7.7
    assert 4 + 4.8 <= far <= 4 + 12.7
    assert near < east < far


def test_a_one_way_street_takes_longer_back(road: TravelTimes) -> None:
    [[_, there], [back, _]] = minutes(road, [SOUTH_WEST, SOUTH_EAST], [SOUTH_WEST, SOUTH_EAST])
    assert there < back
    assert not road.symmetric


def test_the_peak_is_slower_by_the_share_of_policy(road: TravelTimes) -> None:
    [[noon]], [[peak]] = minutes(road, [SOUTH_WEST], [FAR]), minutes(road, [SOUTH_WEST], [FAR], PEAK)
    assert peak - 4 == pytest.approx((noon - 4) / 0.8, abs=1.5)
    assert peak > noon


def test_no_road_is_the_cap_and_spoils_nobody_else_s_journey(road: TravelTimes) -> None:
    [[near, lost, elsewhere]] = minutes(road, [HOME], [NEXT, LOST, ELSEWHERE])
    assert (lost, elsewhere) == (240, 240)
    assert near < 240


def test_tiles_of_somewhere_else_are_said_to_be(road: TravelTimes, tiles: Path) -> None:
    with pytest.raises(
        TravelError, match=r"no road of the tiles in .* joins the places asked about"
    ) as error:
        minutes(road, [ELSEWHERE], [at(53.01, -1.5), at(53.02, -1.5)])
    assert str(tiles) in str(error.value)
    assert "53.0" not in str(error.value)


def test_blocks_give_what_the_whole_gives(
    tiles: Path, road: TravelTimes, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = Points.of([at(*crossing(row, column)) for row in range(1, 5) for column in range(5)])
    whole = road.minutes(points, points, leaving_minute=NOON)
    monkeypatch.setattr("watchkeeper.places.valhalla._AT_ONCE", 7)
    again = Valhalla(tiles, shelf.load(), on=ON).minutes(points, points, leaving_minute=NOON)
    assert (again == whole).all()
    assert (whole.diagonal() == 0).all()
    assert (whole == whole.T).all()  # none of these streets is one-way


def test_a_tar_of_tiles_will_do_and_nothing_is_left_behind(
    tiles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tarfile
    import tempfile

    with tarfile.open(tmp_path / "tiles.tar", "w") as tar:
        tar.add(tiles, arcname=".")
    left = tmp_path / "left"
    left.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(left))
    packed = travel_times(f"valhalla:{tmp_path / 'tiles.tar'}", shelf.load(), on=ON)
    unpacked = travel_times(f"valhalla:{tiles}", shelf.load(), on=ON)
    assert minutes(packed, [HOME], [EAST]) == minutes(unpacked, [HOME], [EAST])
    assert os.listdir(left) == []


def test_a_folder_without_tiles(tmp_path: Path) -> None:
    with pytest.raises(TravelError, match="there are no Valhalla tiles in"):
        Valhalla(tmp_path, shelf.load(), on=ON)
