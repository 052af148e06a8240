"""How long the solvers look and what driving and breaks cost, as the force's policy has it on a day."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from watchkeeper.law.shelf import Shelf
from watchkeeper.visits.routing.night import Ints


@dataclass(frozen=True, slots=True)
class Effort:
    """Turns of the search for a plan made anew, of one that is mended, and of the proof; points a minute."""

    search_turns: int
    mend_turns: int
    bound_turns: int
    minute_price: float


def effort(law: Shelf, *, on: date) -> Effort:
    """What policy allows the solvers on a day. All of it is a proposal of ours until a force confirms it."""
    return Effort(
        search_turns=law["round_search_turns"].whole(on),
        mend_turns=law["round_mend_turns"].whole(on),
        bound_turns=law["round_bound_turns"].whole(on),
        minute_price=law["driving_minute_price"].number(on),
    )


def breaks(shift: Ints, law: Shelf, *, on: date) -> Ints:
    """The break of each crew, (k, 3) as `Night` takes it, from the first and last minutes of shifts (k, 2).

    A shift shorter than policy names has none: 0 minutes.
    """
    row = law["crew_break"]
    length = np.where(shift[:, 1] - shift[:, 0] >= row.of("shifts from", on), row.of("minutes", on), 0)
    earliest, latest = shift[:, 0] + row.of("earliest start", on), shift[:, 0] + row.of("latest start", on)
    return np.stack([earliest, latest, length], axis=1).astype(np.int64)
