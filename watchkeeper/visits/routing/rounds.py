"""What a solver answers: a round for each crew, and whoever had to be visited and could not be."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit of a round: whom, in which part of the day (0, 1, 2), and the minute it starts."""

    candidate: int
    part: int
    start_minute: int


class Hindrance(StrEnum):
    """Why somebody who had to be visited is in no round."""

    NOBODY_MAY = "no crew on shift may see them"
    NEVER_IN_TIME = (
        "no crew that may see them can be there in their hours and be back by the end of its shift"
    )
    NOT_BESIDE_THE_OTHERS = "no round was found that keeps them beside everybody else who must be visited"


@dataclass(frozen=True, slots=True)
class Unmet:
    """Somebody required or pinned who is in no round, and why. Never dropped without a word."""

    candidate: int
    why: Hindrance


@dataclass(frozen=True, slots=True)
class Rounds:
    """A plan of the night.

    `rounds` holds each crew's stops in order of time; `break_starts` the minute each crew's break
    starts, None for a crew without one; `value` the points of all stops less the price of
    driving; `unmet` everybody required who is in no round.
    """

    rounds: tuple[tuple[Stop, ...], ...]
    break_starts: tuple[int | None, ...]
    value: float
    unmet: tuple[Unmet, ...] = ()

    @property
    def visited(self) -> dict[int, int]:
        """Crew of each candidate in a round."""
        return {stop.candidate: crew for crew, stops in enumerate(self.rounds) for stop in stops}
