"""OSRM by address, against a server of this test's own that answers as the table service does."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest
from structlog.testing import capture_logs

from tests.table import table
from tests.unit.places.table_service import FAR_FROM_ROADS, OFF_THE_MAP, TableService, serving
from watchkeeper.law import shelf
from watchkeeper.places import osrm
from watchkeeper.places.choosing import travel_times
from watchkeeper.places.facts import Points
from watchkeeper.places.great_circle import GreatCircle
from watchkeeper.places.osrm import Osrm
from watchkeeper.places.travel import TravelError

ON = date(2026, 3, 20)
NOON = 12 * 60
PEAK = 8 * 60


def points(*places: tuple[float, float]) -> Points:
    """Places by longitude and latitude."""
    longitude, latitude = (np.array(each, dtype=float) for each in zip(*places, strict=True))
    east, north = 500_000 + longitude * 1000, 100_000 + latitude * 1000
    count = len(places)
    return Points(east, north, latitude, longitude, np.zeros(count, dtype=np.int8), np.zeros(count))


HOME, EAST = (-0.12, 51.5), (-0.06, 51.5)  # 600 s apart going east, 750 s going west


@pytest.fixture(scope="module")
def running() -> Iterator[TableService]:
    with serving() as server:
        yield server


@pytest.fixture
def server(running: TableService, monkeypatch: pytest.MonkeyPatch) -> TableService:
    running.asked.clear()
    running.misbehave.clear()
    monkeypatch.setattr(osrm, "_WAITS_SECONDS", (0.0, 0.0))
    return running


def road(server: TableService) -> Osrm:
    return Osrm(server.address, shelf.load(), on=ON)


def test_minutes_are_seconds_rounded_up_with_time_to_park(server: TableService) -> None:
    both = points(HOME, EAST)
    assert road(server).minutes(both, both, leaving_minute=NOON).tolist() == [
        [0, 14],
        [17, 0],
    ]  # 12.5 rounds up
    assert road(server).minutes(both, both, leaving_minute=PEAK).tolist() == [
        [0, 17],
        [20, 0],
    ]  # 10 / 0.8 and 12.5 / 0.8


def test_blocks_ask_for_no_more_than_the_server_takes(server: TableService) -> None:
    rng = np.random.default_rng(3)
    many = points(*(tuple(place) for place in rng.uniform((-0.3, 51.4), (0.1, 51.6), (120, 2))))
    whole = road(server).minutes(many, many, leaving_minute=NOON)
    assert len(server.asked) == 9
    for row, column in ((0, 119), (119, 0), (60, 49), (50, 50)):
        one = road(server).minutes(many.taken([row]), many.taken([column]), leaving_minute=NOON)
        assert whole[row, column] == one[0, 0]
    assert whole.dtype == np.int16


def test_no_road_and_a_place_far_from_any_are_the_cap(server: TableService) -> None:
    there = points(EAST, (OFF_THE_MAP, 51.5), (FAR_FROM_ROADS, 51.5))
    assert road(server).minutes(points(HOME), there, leaving_minute=NOON).tolist() == [[14, 240, 240]]
    with pytest.raises(TravelError, match=r"no road known to OSRM at http://127.0.0.1:.* joins the places"):
        road(server).minutes(points(HOME), points((OFF_THE_MAP, 51.5)), leaving_minute=NOON)


@table("""
    case                                   | misbehaves            | asked | says
    ---------------------------------------|-----------------------|-------|-----
    busy once                              | busy                  | 2     |
    busy, then hangs up, then well         | busy, hang up         | 3     |
    busy three times                       | busy, busy, busy      | 3     | refused: status 503
    hangs up three times                   | hang up, hang up, hang up | 3 | does not answer
    refuses, and would again               | NoSegment             | 1     | refused: status 400, NoSegment
    sends us elsewhere                     | elsewhere             | 1     | refused: status 302
    another service                        | a page                | 1     | not OSRM's table service
    half an answer                         | too few               | 1     | not OSRM's table service
    an answer of another form              | another form          | 1     | not OSRM's table service
    """)
def test_a_server_that_misbehaves(server: TableService, misbehaves: str, asked: str, says: str) -> None:
    server.misbehave[:] = misbehaves.split(", ")
    both = points(HOME, EAST)
    if says:
        with pytest.raises(TravelError, match=says) as error:
            road(server).minutes(both, both, leaving_minute=NOON)
        assert "51.5" not in str(error.value)  # whose home was asked about is nobody's to read
        assert server.address in str(error.value)
    else:
        assert road(server).minutes(both, both, leaving_minute=NOON).tolist() == [[0, 14], [17, 0]]
    assert len(server.asked) == int(asked)


def test_a_proxy_of_the_environment_is_not_told_where_people_live(
    server: TableService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    assert road(server).minutes(points(HOME), points(EAST), leaving_minute=NOON).tolist() == [[14]]


class TestWhatStandsInForAServerThatIsNotThere:
    NOBODY = "osrm:http://127.0.0.1:9"

    @pytest.fixture(autouse=True)
    def at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(osrm, "_WAITS_SECONDS", (0.0,))

    def test_nothing_unless_asked(self) -> None:
        with pytest.raises(TravelError, match=r"does not answer .* asked 2 times. Start the server, or mend"):
            travel_times(self.NOBODY, shelf.load(), on=ON).minutes(
                points(HOME), points(EAST), leaving_minute=NOON
            )

    def test_the_great_circle_when_asked_and_it_says_so(self) -> None:
        times = travel_times(f"{self.NOBODY} else great-circle:SE1 7EH", shelf.load(), on=ON)
        assert "OSRM" in times.says
        assert "great circle" not in times.says
        both = points(HOME, EAST)
        with capture_logs() as logged:
            taken = times.minutes(both, both, leaving_minute=NOON)
        plain = travel_times("great-circle:SE1 7EH", shelf.load(), on=ON)
        assert isinstance(plain, GreatCircle)
        assert (taken == plain.minutes(both, both, leaving_minute=NOON)).all()
        assert times.symmetric
        assert "by great circle" in times.says
        assert "because OSRM at http://127.0.0.1:9 does not answer" in times.says
        assert [line["event"] for line in logged] == ["travel times fall back to the great circle"]

    def test_once_it_stands_in_it_stays(self, server: TableService) -> None:
        times = travel_times(f"osrm:{server.address} else great-circle", shelf.load(), on=ON)
        one, other = points(HOME), points(EAST)
        assert times.minutes(one, other, leaving_minute=NOON).tolist() == [[14]]
        server.misbehave[:] = ["busy"] * 3
        fallen = times.minutes(one, other, leaving_minute=NOON)
        assert times.minutes(one, other, leaving_minute=NOON).tolist() == fallen.tolist()
        assert len(server.asked) == 4  # once well, three times busy, and never again
