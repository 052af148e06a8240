"""Every postcode that may lie near one of a few: what to ask a database for, instead of reading all of it."""

from collections.abc import Iterable
from string import ascii_uppercase

import numpy as np

from watchkeeper.places.borders import letters_about
from watchkeeper.places.directory import NONE, folder, follows_package, letter
from watchkeeper.places.postcodes import exact_of, normal

_IRISH = b"BT"  # on its own grid in the directory, in the file of B
_STRETCHED = 1.01
"""More than a metre of one grid may be of another: it differs by less than one in five hundred."""


def compact(postcode: str) -> str:
    """A whole postcode in capitals with nothing between its letters, or "" for what is none.

    >>> compact(" n1  9gu "), compact("not known")
    ('N19GU', '')
    """
    return normal(postcode).replace(" ", "")


def units_around(postcodes: Iterable[str], metres: float) -> frozenset[str]:
    """Every postcode within `metres` of one of some, itself among them, as `compact` writes it.

    There may be a few more, a little further off: `Near` says how far each is. Only the letters next to
    them are read. Raises DirectoryError when the directory of postcodes cannot be read.
    """
    units = sorted({normal(each) for each in postcodes} - {""})
    found = set(units)
    reach = metres * _STRETCHED + 1
    for unit, known in zip(units, np.isfinite(exact_of(units)).all(axis=1).tolist(), strict=True):
        if known:
            found.update(_about(unit, reach))
    return frozenset(each.replace(" ", "") for each in found)


def _about(unit: str, reach: float) -> Iterable[str]:
    """The units that lie in the square about one, on its own grid."""
    code = unit.encode()
    mine = letter(folder(), unit[0])
    at = int(np.searchsorted(mine.units, np.array(code, dtype=mine.units.dtype)))
    east, north = int(mine.easting[at]), int(mine.northing[at])
    irish = code.startswith(_IRISH)
    letters = letters_about(unit, reach) if follows_package() else ascii_uppercase
    for first in unit[0] if irish else letters:
        each = letter(folder(), first)
        rows = np.flatnonzero((each.easting >= max(east - reach, NONE + 1)) & (each.easting <= east + reach))
        units = each.units[rows[np.abs(each.northing[rows] - north) <= reach]]
        for other in units[(units.astype("S2") == _IRISH) == irish].tolist():
            yield other.decode()
