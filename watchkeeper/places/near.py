"""Which places lie within so many metres of another: asked of those as far east, never of every pair."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from watchkeeper.places.postcodes import exact_of, normal

APART = 0.5
"""Metres between two postcodes at one point of a grid of whole metres: 0 is said of one postcode alone."""
type Neighbour = tuple[int, float]
"""The row of a place that was handed in, and how many metres away it lies."""


class Near:
    """An index of postcodes by where they lie, on the British National Grid.

    Places of one postcode are 0 metres apart, whether or not the directory has it, and nothing else is:
    two postcodes at one point are APART. Of two different ones a distance is known only where the
    directory has both: a postcode that stands at the middle of its sector may be a mile from there, and
    is near nothing but itself.
    """

    def __init__(self, postcodes: Sequence[str]) -> None:
        """Raises DirectoryError when the directory of postcodes cannot be read."""
        self._same: dict[str, list[int]] = defaultdict(list)
        for row, postcode in enumerate(postcodes):
            if whole := normal(postcode):
                self._same[whole].append(row)
        codes = sorted(self._same)
        grid = exact_of(codes)
        east = np.argsort(grid[:, 0], kind="stable")[: np.isfinite(grid[:, 0]).sum()]
        self._grid = grid[east]
        self._codes = [codes[at] for at in east.tolist()]

    def within(self, postcode: str, metres: float) -> list[Neighbour]:
        """The rows within `metres` of a postcode and how far, nearest first; none for what is no postcode.

        At the very distance they are within. Shape of the answer: as many as there are.
        """
        return self.within_each([postcode], metres)[0]

    def within_each(self, postcodes: Sequence[str], metres: float) -> list[list[Neighbour]]:
        """`within` for many postcodes at once."""
        asked = [normal(postcode) for postcode in postcodes]
        different = sorted({*asked} - {""})
        found: dict[str, list[Neighbour]] = {"": []}
        for code, place in zip(different, exact_of(different), strict=True):
            away = {code: 0.0} if code in self._same else {}
            first = np.searchsorted(self._grid[:, 0], place[0] - metres)
            end = np.searchsorted(self._grid[:, 0], place[0] + metres, side="right")
            far = np.maximum(np.hypot(*(self._grid[first:end] - place).T), APART)
            for at in np.flatnonzero(far <= metres).tolist():
                away.setdefault(self._codes[first + at], float(far[at]))
            rows = [(row, apart) for other, apart in away.items() for row in self._same[other]]
            found[code] = sorted(rows, key=lambda each: (each[1], each[0]))
        return [found[code] for code in asked]
