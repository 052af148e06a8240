"""A postcode that is not in the directory, and the nearest that are: a slip of the pen or of the ear."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from watchkeeper.places import directory, postcodes

ALIKE = ("O0QD", "I1LJT", "S5", "B8", "Z2", "G6C", "UVW", "MN", "EF", "PR")
"""Letters and figures that are read or heard for one another."""
MOST = 3
"""How many readings are offered: more would be a list to choose from, not a reminder."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a postcode as typed, in a sentence, and the nearest that exist."""

    says: str
    nearest: tuple[str, ...]


def doubt(postcode: str) -> Doubt | None:
    """Why a postcode is doubted; None for a blank one and for one in the directory.

    A doubt refuses nothing: the directory is as old as its package, and new streets have
    postcodes it does not know. The nearest readings change one or two letters for such as are
    taken for them, or, failing that, two neighbours changed places. None is doubted where the
    directory cannot be read.

    >>> doubt("SW1A 0AA") is None, doubt("SW1A OAA").nearest
    (True, ('SW1A 0AA',))
    """
    typed = "".join(postcode.split()).upper()
    try:
        if not typed or _exists([typed]):
            return None
        nearest = _exists(_misread(typed)) or _exists(_crossed(typed))
    except directory.DirectoryError:
        return None
    whole = bool(postcodes.normal(typed))
    says = "is not in the directory of postcodes" if whole else "is not a whole postcode"
    return Doubt(f"{postcode.strip()} {says}", tuple(postcodes.spoken(each) for each in nearest[:MOST]))


def _misread(typed: str) -> list[str]:
    """What was meant, where one letter or figure was taken for another, then two; each once."""
    swaps = [
        (at, other)
        for at, letter in enumerate(typed)
        for alike in ALIKE
        if letter in alike
        for other in alike
        if other != letter
    ]
    ones = [_with(typed, (swap,)) for swap in swaps]
    twos = [_with(typed, pair) for pair in combinations(swaps, 2) if pair[0][0] != pair[1][0]]
    return list(dict.fromkeys((*ones, *twos)))


def _crossed(typed: str) -> list[str]:
    """What was meant, where two neighbours changed places."""
    return [typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(len(typed) - 1)]


def _with(typed: str, swaps: tuple[tuple[int, str], ...]) -> str:
    letters = list(typed)
    for at, other in swaps:
        letters[at] = other
    return "".join(letters)


def _exists(candidates: list[str]) -> list[str]:
    """Those of the candidates that are in the directory, in their order."""
    whole = [each for each in candidates if postcodes.normal(each)]
    if not whole:
        return []
    known = postcodes.points_of(whole).precision == 0
    return [each for each, there in zip(whole, np.asarray(known).tolist(), strict=True) if there]
