"""Postcodes of the directory as it is installed: real ones, invented units of real sectors, and junk."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.table import table
from watchkeeper.places import directory
from watchkeeper.places.directory import DirectoryError, Letter, letter
from watchkeeper.places.facts import Point, Points, Precision
from watchkeeper.places.grids import on_grid
from watchkeeper.places.postcodes import exact_of, normal, point_of, points_of


@table("""
    case                              | postcode  | easting | northing | latitude | longitude
    ----------------------------------|-----------|---------|----------|----------|----------
    a public building of London       | SW1A 0AA  | 530268  | 179545   | 51.4998  | -0.1247
    in small letters, without a space | sw1a0aa   | 530268  | 179545   | 51.4998  | -0.1247
    with spaces where none belong     | SW 1A 0 AA| 530268  | 179545   | 51.4998  | -0.1247
    a short outward half              | N1 9GU    | 530374  | 183450   | 51.5349  | -0.1217
    Scotland                          | EH99 1SP  | 326751  | 673849   | 55.9521  | -3.1746
    Shetland                          | ZE1 0AA   | 447759  | 1141280  | 60.1532  | -1.1416
    the Isles of Scilly               | TR21 0PL  | 90195   | 10632    | 49.9154  | -6.3172
    Northern Ireland, on our own grid | BT1 1AA   | 146778  | 530103   | 54.6024  | -5.9223
    """)
def test_a_unit_of_the_directory(
    postcode: str, easting: str, northing: str, latitude: str, longitude: str
) -> None:
    point = point_of(postcode)
    assert point is not None
    assert point.precision is Precision.UNIT
    assert point.spread_metres == 0
    assert (round(point.easting_metres), round(point.northing_metres)) == (int(easting), int(northing))
    assert (point.latitude, point.longitude) == pytest.approx((float(latitude), float(longitude)), abs=0.0001)


@table("""
    case                                             | postcode | precision | near
    -------------------------------------------------|----------|-----------|---------
    a unit never issued stands at its sector's mean  | SE1 7CK  | sector    | SE1 7EH
    in Northern Ireland too                          | BT1 1CC  | sector    | BT1 1AA
    a sector never issued stands at its district's   | E20 9CK  | district  | E20 1AA
    """)
def test_a_unit_that_is_not_in_the_directory(postcode: str, precision: str, near: str) -> None:
    point, real = point_of(postcode), point_of(near)
    assert point is not None
    assert real is not None
    assert point.precision == precision
    assert 0 < point.spread_metres < 3000
    away = np.hypot(point.easting_metres - real.easting_metres, point.northing_metres - real.northing_metres)
    assert away < 3000


@table("""
    case                              | postcode
    ----------------------------------|---------
    nothing                           |
    words                             | not known
    half a postcode                   | SE1
    a sector                          | SE1 7
    no such area                      | ZZ1 1ZZ
    no such first letter              | Q1 1QQ
    too long                          | SE1 7EHH
    two postcodes                     | SE1 7EH SE1 7EH
    a digit that is not one of ours   | SE1 ²EH
    Jersey has no grid reference      | JE1 0BD
    nor has Guernsey                  | GY1 1AA
    nor the Isle of Man               | IM1 1AA
    nor what was never anywhere       | GIR 0AA
    """)
def test_junk_and_places_with_no_grid_reference_have_no_point(postcode: str) -> None:
    assert point_of(postcode) is None


def test_many_at_once_are_what_each_is_alone() -> None:
    asked = ["SE1 7EH", "junk", "bt1 1cc", "", "SE1 7CK", "se17eh", "JE1 0BD", "E20 9CK"]
    points = points_of(asked)
    assert list(points) == [point_of(each) for each in asked]
    assert points.known.tolist() == [True, False, True, False, True, True, False, True]
    assert list(Points.of(list(points))) == list(points)
    assert len(points_of([])) == 0


def test_each_place_of_a_sector_counts_once() -> None:
    """Boxes of one sorting office share its place: they do not drag the mean there."""
    units = np.array(["AB1 1AA", "AB1 1AB", "AB1 1AC", "AB1 1AD", "AB1 2AA"], dtype="S7")
    metres = np.array([100, 100, 100, 300, 9000], dtype=np.int32)
    held = Letter(units, metres, np.array([0, 0, 0, 0, -1], dtype=np.int32))
    assert held.mean(*held.beginning(np.array([b"AB1 1"]))[0]) == (200, 0, 100)


class TestTheFilesOfTheDirectory:
    def test_a_folder_that_is_not_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QLACREF_DATA_DIR", str(tmp_path / "gone"))
        with pytest.raises(DirectoryError, match=r"QLACREF_DATA_DIR is .*, which is not a folder"):
            point_of("SE1 7EH")

    def test_a_file_that_is_not_one(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "postcodes_S.msgpack.br").write_bytes(b"not compressed")
        monkeypatch.setenv("QLACREF_DATA_DIR", str(tmp_path))
        with pytest.raises(DirectoryError, match=r"postcodes_S.msgpack.br cannot be read"):
            point_of("SE1 7EH")

    def test_a_folder_with_no_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QLACREF_DATA_DIR", str(tmp_path))
        with pytest.raises(DirectoryError, match="cannot be read"):
            point_of("SE1 7EH")

    def test_a_force_s_own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from brotli import compress
        from msgpack import packb

        held = {
            "pcd": ["SE1 7ZZ", "SE1 7AA"],
            "oseast1m": [530000.0, 531000.0],
            "osnrth1m": [180000.0, 181000.0],
        }
        (tmp_path / "postcodes_S.msgpack.br").write_bytes(
            compress(packb({"columns": list(held), "data": held}))
        )
        monkeypatch.setenv("QLACREF_DATA_DIR", str(tmp_path))
        one, mean = points_of(["SE1 7ZZ", "SE1 7AB"])
        assert one is not None
        assert mean is not None
        assert (one.easting_metres, mean.easting_metres) == (530000, 530500)
        assert mean.spread_metres == pytest.approx(707.1, abs=0.1)
        assert point_of("N1 9GU") is None

    def test_lists_that_are_not_even_are_the_same_directory(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whole numbers among the metres, a blank and units out of order, as another hand may write them."""
        from brotli import compress
        from msgpack import packb

        held = {"pcd": ["N1  9GU", "N1  9AA"], "oseast1m": [530000.5, None], "osnrth1m": [7, 180000.0]}
        (tmp_path / "postcodes_N.msgpack.br").write_bytes(
            compress(packb({"data": {"laua": ["E1"], **held}, "columns": []}))
        )
        found = letter(tmp_path, "N")
        assert found.units.tolist() == [b"N1  9AA", b"N1  9GU"]
        assert (found.easting.tolist(), found.northing.tolist()) == ([-1, 530000], [-1, 7])


def test_a_list_read_as_it_lies_is_the_list_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    files = directory.folder()
    swift = letter.__wrapped__(files, "Z")
    monkeypatch.setattr(directory, "_HEADS", {})
    for one, other in zip(swift, letter.__wrapped__(files, "Z"), strict=True):
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["SE1 7EH", "BT1 1AA", "SE1 7CK", "JE1 0BD", "", "Q1 1QQ", "N1 9GU"])))
def test_the_place_of_a_unit_alone_is_that_of_its_point(asked: list[str]) -> None:
    points = points_of(asked)
    exact = points.precision == 0
    grid = np.column_stack((points.easting_metres, points.northing_metres))
    alone = exact_of([normal(each) for each in asked])
    assert (np.isfinite(alone).all(axis=1) == exact).all()
    assert (alone[exact] == grid[exact]).all()


@settings(max_examples=60)
@given(st.text("AEKSWZasz0179 \t\u00df\u00b2-", max_size=9))
def test_any_text_is_a_whole_postcode_or_nothing(text: str) -> None:
    assert len(normal(text)) in (0, 7)
    assert normal(normal(text)) == normal(text)


@settings(max_examples=40)
@given(st.sampled_from("BNSW"), st.integers(1, 30), st.integers(0, 9), st.sampled_from(["AA", "CK", "QQ"]))
def test_a_point_says_how_exact_it_is_and_lies_in_the_kingdom(
    area: str, district: int, sector: int, unit: str
) -> None:
    point = point_of(f"{area}{district} {sector}{unit}")
    if point is not None:
        assert (point.precision is Precision.UNIT) <= (point.spread_metres == 0)
        again = on_grid(point.easting_metres, point.northing_metres)
        assert (again.latitude, again.longitude) == pytest.approx((point.latitude, point.longitude), abs=1e-6)


@table("""
    case                     | easting | northing | latitude | longitude | spread | fits
    -------------------------|---------|----------|----------|-----------|--------|-----
    the corner itself        | 0       | 0        | 49       | -9.5      | 0      | yes
    a metre west of it       | -1      | 0        | 49       | -9.5      | 0      | no
    the far corner           | 700000  | 1300000  | 62       | 2.5       | 0      | yes
    a metre east of it       | 700001  | 1300000  | 62       | 2.5       | 0      | no
    a metre north of it      | 700000  | 1300001  | 62       | 2.5       | 0      | no
    degrees the wrong way    | 530000  | 180000   | -0.12    | 51.5      | 0      | no
    not a number             | nan     | 180000   | 51.5     | -0.12     | 0      | no
    a spread below nothing   | 530000  | 180000   | 51.5     | -0.12     | -1     | no
    a spread without end     | 530000  | 180000   | 51.5     | -0.12     | inf    | no
    """)
def test_a_point_lies_in_the_box_that_holds_the_kingdom(
    easting: str, northing: str, latitude: str, longitude: str, spread: str, fits: str
) -> None:
    cells = [float(cell) for cell in (easting, northing, latitude, longitude)]

    def build() -> None:
        Point(*cells, Precision.SECTOR, float(spread))

    def build_many() -> None:
        columns = [np.array([cell]) for cell in cells]
        Points(*columns, np.array([1], dtype=np.int8), np.array([float(spread)]))

    for each in (build, build_many):
        if fits == "yes":
            each()
        else:
            with pytest.raises(ValueError):
                each()


def test_arrays_of_points_have_one_length() -> None:
    with pytest.raises(ValueError, match="one length"):
        Points(*(np.zeros(2) for _ in range(4)), np.zeros(3, dtype=np.int8), np.zeros(3))
