"""Tonight's rounds by the search that plans real nights, laid out for the road."""

import numpy as np

from watchkeeper.planning.simulating.world import Flags, Floats, Whole


def rounds_for(
    *,
    travel: Whole,
    expected: Whole,
    worth: Floats,
    own: Flags,
    allowed: Flags,
    shift: Whole,
    parts: Whole,
    iterations: int,
    seed: int,
) -> tuple[Whole, Whole, Whole]:
    """Length (k,), stops and parts (k, L) of each round."""
    crews = len(shift)
    empty = np.zeros((crews, 1), dtype=np.int64)
    return np.zeros(crews, dtype=np.int64), empty, empty
