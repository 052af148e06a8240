"""One night's question to the solvers: who may be visited, by which crews, when, and what it is worth."""

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]
type Bools = NDArray[np.bool_]
type Data = tuple[Ints, Ints, Ints, Ints, Ints, Floats, Bools, Ints, Ints, Ints, Ints, int]
"""A night as the compiled loops take it: travel, the same turned round, service, earliest and latest
starts (n, 3), worth, who may, shifts, breaks, rows of the starts and of the ends, number of bases."""

PARTS = 3
"""Parts of the day: early, day, evening. Their hours are the caller's, in `windows`."""

ANYBODY = -1
"""In `pinned_to`: any crew that may see the person."""

DAY_MINUTES = 24 * 60


class NightError(ValueError):
    """A night that cannot be read: everything wrong with it at once, in `problems`."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, eq=False)
class Night:
    """k crews, n candidates, b bases. Minutes are whole minutes after midnight; worth is in points.

    travel_minutes (b+n, b+n)  from place to place, bases first; need not be symmetric
    crew_base      (k,)        base each crew ends its shift at, and starts from unless `crew_start` says
    service_minutes (n,)       minutes a visit is expected to take
    windows        (n, 3, 2)   earliest and latest minute a visit may start in each part of the day;
                               earliest after latest: never in that part
    worth          (k, n, 3)   points of a visit by that crew in that part; 0: never
    allowed        (k, n)      whether the rules let that crew see that person
    shift          (k, 2)      first and last minute of the crew's shift
    breaks         (k, 3)      earliest start, latest start, minutes; 0 minutes: no break
    required       (n,)        law or a supervisor fixed this visit: a constraint, never a price
    pinned_to      (n,)        the one crew that may make the visit, which is then required; -1: any
    minute_price               points each minute of driving costs
    crew_start     (k,)        base row each crew starts from, for a crew already on the road

    A break is taken between two visits, on the way too, never during one. A required person whom
    no crew may see is a night that can be read: the solvers place everybody else and say why not.
    Arrays are copied and cannot be changed afterwards. Raises NightError with every problem at once.
    """

    travel_minutes: Ints
    crew_base: Ints
    service_minutes: Ints
    windows: Ints
    worth: Floats
    allowed: Bools
    shift: Ints
    breaks: Ints
    required: Bools
    pinned_to: Ints
    minute_price: float
    crew_start: Ints | None = None
    _may: Bools = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.crew_start is None:
            object.__setattr__(self, "crew_start", self.crew_base)
        problems: list[str] = []
        for name, kind in KINDS.items():
            problems += self._hold(name, kind)
        problems = problems or self._misshapen() or self._out_of_bounds()
        if problems:
            raise NightError(tuple(problems))
        object.__setattr__(self, "_may", _frozen(self._whom_crews_may_see()))

    @property
    def crews(self) -> int:
        """k, how many crews are on."""
        return len(self.shift)

    @property
    def candidates(self) -> int:
        """n, how many people may be visited."""
        return len(self.service_minutes)

    @property
    def bases(self) -> int:
        """b: candidate c stands in row b + c of `travel_minutes`."""
        return len(self.travel_minutes) - self.candidates

    @property
    def starts(self) -> Ints:
        """Row of `travel_minutes` each crew starts from, shape (k,)."""
        assert self.crew_start is not None
        return self.crew_start

    @property
    def must(self) -> Bools:
        """Who has to be visited: required, or pinned to a crew. Shape (n,)."""
        return np.asarray(self.required | (self.pinned_to != ANYBODY), dtype=np.bool_)

    @property
    def may(self) -> Bools:
        """Which crew may make which visit at all, pins and worth included. Shape (k, n)."""
        return self._may

    def _hold(self, name: str, kind: Any) -> list[str]:
        """Take a frozen copy of one array; a problem when its values are not of its kind."""
        given = np.asarray(getattr(self, name))
        if given.dtype.kind not in KIND_OF[kind]:
            return [f"{name} holds {given.dtype}, not {kind.__name__}"]
        object.__setattr__(self, name, _frozen(np.array(given, dtype=kind, order="C")))
        return []

    def _misshapen(self) -> list[str]:
        n, k = self.service_minutes.size, self.crew_base.size
        expected: dict[str, tuple[int, ...]] = {
            "service_minutes": (n,),
            "crew_base": (k,),
            "crew_start": (k,),
            "windows": (n, PARTS, 2),
            "worth": (k, n, PARTS),
            "allowed": (k, n),
            "shift": (k, 2),
            "breaks": (k, 3),
            "required": (n,),
            "pinned_to": (n,),
        }
        problems = [
            f"{name} has shape {getattr(self, name).shape}, not {shape}"
            for name, shape in expected.items()
            if getattr(self, name).shape != shape
        ]
        shape = self.travel_minutes.shape
        if len(shape) != 2 or shape[0] != shape[1] or shape[0] <= n:
            problems.append(f"travel_minutes has shape {shape}: a square of at least one base and {n} people")
        return problems

    def _out_of_bounds(self) -> list[str]:
        """Values no night can have. Minutes run over two days, so that a shift may pass midnight."""
        last = 2 * DAY_MINUTES
        minutes, most = self.breaks[:, 2], self.shift[:, 1] - self.shift[:, 0]
        taken = minutes > 0
        faults: dict[str, bool] = {
            "travel_minutes below 0": bool((self.travel_minutes < 0).any()),
            "travel_minutes over two days": bool((self.travel_minutes > last).any()),
            "travel_minutes from a place to itself": bool(np.diagonal(self.travel_minutes).any()),
            "service_minutes outside two days": _outside(self.service_minutes, 0, last),
            "windows outside two days": _outside(self.windows, 0, last),
            "worth not a number of 0 or more": bool(
                (~np.isfinite(self.worth)).any() or (self.worth < 0).any()
            ),
            "shift outside two days": _outside(self.shift, 0, last),
            "shift that ends before it begins": bool((most < 0).any()),
            "crew_base that is no base": _outside(self.crew_base, 0, self.bases - 1),
            "crew_start that is no base": not np.array_equal(self.starts, self.crew_base)
            and _outside(self.starts, 0, self.bases - 1),
            "pinned_to a crew that is not on": _outside(self.pinned_to, ANYBODY, self.crews - 1),
            "breaks of less than 0 minutes": bool((minutes < 0).any()),
            "breaks whose latest start is before the earliest": bool(
                (self.breaks[taken, 0] > self.breaks[taken, 1]).any()
            ),
            "breaks that do not fit in the shift": bool(
                (
                    (self.breaks[taken, 1] < self.shift[taken, 0])
                    | (
                        np.maximum(self.breaks[taken, 0], self.shift[taken, 0]) + minutes[taken]
                        > self.shift[taken, 1]
                    )
                ).any()
            ),
            "minute_price not a number of 0 or more": not (
                np.isfinite(self.minute_price) and self.minute_price >= 0
            ),
        }
        return [says for says, wrong in faults.items() if wrong]

    def _whom_crews_may_see(self) -> Bools:
        pinned = (self.pinned_to == ANYBODY) | (self.pinned_to == np.arange(self.crews)[:, None])
        open_parts = (self.worth > 0) & (self.windows[:, :, 0] <= self.windows[:, :, 1])
        return np.asarray(self.allowed & pinned & open_parts.any(axis=2), dtype=np.bool_)


KINDS: dict[str, Any] = {
    item.name: {"Floats": np.float64, "Bools": np.bool_}.get(str(item.type).split(".")[-1], np.int64)
    for item in fields(Night)
    if item.name not in ("minute_price", "_may")
}
KIND_OF = {np.int64: "iu", np.float64: "iuf", np.bool_: "b"}


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.setflags(write=False)
    return array


def _outside(array: Ints, least: int, most: int) -> bool:
    return bool(((array < least) | (array > most)).any())
