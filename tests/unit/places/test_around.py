"""What is asked of a database leaves no neighbour out: held against every unit of the whole directory."""

from collections import defaultdict
from string import ascii_uppercase

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from watchkeeper.places.around import compact, units_around
from watchkeeper.places.borders import BORDERS, REACH
from watchkeeper.places.directory import folder, letter
from watchkeeper.places.postcodes import exact_of, normal

EDGES = ("N1 9GU", "EC1A 1KV", "W1A 1AA", "SE1 9SG", "BT1 1AA", "SY13 3LA", "TD15 1NN", "B9 4BB", "IV3 5EE")
"""Where one letter of the directory touches others, and where none does."""


@pytest.fixture(scope="module")
def country() -> tuple[NDArray[np.bytes_], NDArray[np.float64]]:
    """Every unit that has a place, and where on the British grid."""
    units = np.concatenate([letter(folder(), each).units for each in ascii_uppercase])
    grid = np.concatenate([exact_of(letter(folder(), each).units) for each in ascii_uppercase])
    known = np.isfinite(grid[:, 0])
    return units[known], grid[known]


@settings(max_examples=25, deadline=None)
@given(data=st.data(), metres=st.sampled_from([0, 1, 100, 400, 999, 3_000]))
def test_every_unit_within_the_distance_is_among_them(
    country: tuple[NDArray[np.bytes_], NDArray[np.float64]], data: st.DataObject, metres: int
) -> None:
    units, grid = country
    some = units[data.draw(st.integers(0, len(units) - 1))].decode()
    asked = data.draw(st.lists(st.sampled_from((*EDGES, some, "N1 9CC", "not known")), max_size=4))
    found = units_around(asked, metres)
    assert {compact(each) for each in asked} - {""} <= found
    for place in exact_of([normal(each) for each in asked]):
        near = np.hypot(*(grid - place).T) <= metres
        assert {each.decode().replace(" ", "") for each in units[near].tolist()} <= found


def test_the_table_of_borders_is_what_the_directory_of_the_package_says(
    country: tuple[NDArray[np.bytes_], NDArray[np.float64]],
) -> None:
    units, grid = country
    squares = np.floor(grid / REACH).astype(np.int64)
    two = units.astype("S2")
    number = (squares[:, 0] * 10_000 + squares[:, 1]) * 65_536 + two.view(">u2")
    _, first = np.unique(number, return_index=True)
    held: dict[tuple[int, int], set[str]] = defaultdict(set)
    for at in first.tolist():
        east, north = squares[at].tolist()
        held[east, north].add(two[at].decode().rstrip("0123456789"))
    about: dict[str, set[str]] = defaultdict(set)
    for (east, north), here in held.items():
        beside = [held.get((east + x, north + y), set()) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        for area in here:
            about[area] |= {other[0] for other in set().union(*beside)}
    assert {area: "".join(sorted(letters)) for area, letters in about.items()} == BORDERS


def test_files_that_a_force_made_are_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is of the package's directory alone: of another nothing is taken as known."""
    before = units_around(["N1 9GU"], 100)
    monkeypatch.setenv("QLACREF_DATA_DIR", str(folder()))
    monkeypatch.setattr("watchkeeper.places.around.letters_about", lambda *_: pytest.fail("not of these"))
    assert units_around(["N1 9GU"], 100) == before
