"""What is said of a plan: why a stop is in it, why somebody is not, and what would change that.

Apart from `explaining`, which works it out: whoever only reads a plan need not wait for the
compiler behind the search.
"""

from dataclasses import dataclass
from enum import StrEnum

from watchkeeper.law.decision import Reason
from watchkeeper.visits.routing.rounds import Stop


@dataclass(frozen=True, slots=True)
class Exchange:
    """One way to put somebody into a crew's round: in which part, in whose place, and points gained.

    `displaced` is empty when there is room without sending anybody away.
    """

    crew: int
    part: int
    gained: float
    displaced: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Why a stop is in the plan.

    worth         points of the visit, by this crew in this part
    by_part       points by this crew in each part of the day, 0 where never
    driving_minutes, visit_minutes  what the stop adds to the round
    adds          points the round would lose without the stop
    going         what as many minutes earn this crew on average that day
    required      whether law or a supervisor fixed the visit, whatever it adds
    runner_up     the best way to give the visit to another crew; None when no other crew can
    cost          points the plan would lose by that
    """

    crew: int
    stop: Stop
    worth: float
    by_part: tuple[float, ...]
    driving_minutes: int
    visit_minutes: int
    adds: float
    going: float
    required: bool
    runner_up: Exchange | None
    cost: float | None


class Why(StrEnum):
    """Why somebody is in no round: the first that holds."""

    NO_CANDIDATE = "not a candidate"
    NO_CREW = "no crew on shift may see them"
    NO_TIME = "no crew that may see them can be there in their hours and be back by the end of its shift"
    REQUIRED_FIRST = "the visits that must be made leave no time for them"
    NOT_WORTH_DRIVING = "worth less than the drive there and back"
    BELOW_GOING_RATE = "worth less than what would have to make way"
    ROOM = "there is room: the search did not find it"


class Mend(StrEnum):
    """What would place somebody."""

    POINTS = "worth so many points more"
    MINUTES = "a shift so many minutes longer"
    CREW = "a crew that may see them"


@dataclass(frozen=True, slots=True)
class Change:
    """A change which, alone, would place somebody: how much of what, and for which crew."""

    mend: Mend
    amount: float | None = None
    crew: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why somebody is in no round, the best exchange there is, and the changes that would place them.

    `short` is how many points that exchange would lose; `barred` what the rules say of each crew
    that may not see them.
    """

    candidate: int
    why: Why
    best: Exchange | None = None
    short: float | None = None
    changes: tuple[Change, ...] = ()
    barred: tuple[tuple[int, tuple[Reason, ...]], ...] = ()
