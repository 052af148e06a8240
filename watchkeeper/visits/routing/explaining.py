"""Why a plan is as it is: for each stop why this person, now, by this crew; for everybody else why not.

Everything is worked out from the night and the plan alone, by trying the exchanges a supervisor
would ask about; no solver is believed. What comes out is data; sentences are made elsewhere.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from watchkeeper.law.decision import Reason
from watchkeeper.visits.routing.exchanges import Exchanges, exchanges
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.rounds import Rounds, Stop
from watchkeeper.visits.routing.search import round_value
from watchkeeper.visits.routing.timing import timed

type Visits = list[tuple[int, int]]
type Rules = Callable[[int, int], tuple[Reason, ...]]
"""Crew and candidate to the reasons the rules give; those not met say why the crew may not see them."""


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


def going_rates(night: Night, plan: Rounds) -> tuple[float, ...]:
    """Points a minute of each crew's shift earns in this plan, its break apart. The price of its minute."""
    return tuple(
        round_value(night, crew, _visits(stops))
        / max(1, int(night.shift[crew, 1] - night.shift[crew, 0] - night.breaks[crew, 2]))
        for crew, stops in enumerate(plan.rounds)
    )


def why_chosen(
    night: Night, plan: Rounds, crew: int, number: int, *, tried: Exchanges | None = None
) -> Chosen:
    """Why stop `number` of `crew` is in the plan, and who else could make it at what cost.

    `tried` holds the exchanges of this plan, where a caller asks about many stops.
    """
    tried = tried or exchanges(night, plan)
    stop, visits = plan.rounds[crew][number], _visits(plan.rounds[crew])
    without = visits[:number] + visits[number + 1 :]
    adds = round_value(night, crew, visits) - round_value(night, crew, without)
    others = [
        best
        for other in map(int, np.flatnonzero(night.may[:, stop.candidate]))
        if other != crew
        and (best := best_exchange(night, plan, other, stop.candidate, tried=tried)) is not None
    ]
    runner_up = max(others, key=lambda one: one.gained, default=None)
    driving = _driving(night, crew, visits) - _driving(night, crew, without)
    visit = int(night.service_minutes[stop.candidate])
    return Chosen(
        crew=crew,
        stop=stop,
        worth=float(night.worth[crew, stop.candidate, stop.part]),
        by_part=tuple(float(points) for points in night.worth[crew, stop.candidate]),
        driving_minutes=driving,
        visit_minutes=visit,
        adds=adds,
        going=going_rates(night, plan)[crew] * (driving + visit),
        required=bool(night.must[stop.candidate]),
        runner_up=runner_up,
        cost=None if runner_up is None else adds - runner_up.gained,
    )


def why_left_out(
    night: Night,
    plan: Rounds,
    candidate: int,
    *,
    rules: Rules | None = None,
    tried: Exchanges | None = None,
) -> LeftOut:
    """Why `candidate` is in no round, and what would change it. Raises ValueError when they are in one.

    `tried` holds the exchanges of this plan, where a caller asks about many people.
    """
    if candidate in plan.visited:
        raise ValueError("somebody in a round is not left out")
    if not (night.worth[:, candidate] > 0).any():
        return LeftOut(candidate, Why.NO_CANDIDATE)
    barred = tuple(
        (crew, rules(crew, candidate) if rules is not None else ())
        for crew in map(int, np.flatnonzero(~night.may[:, candidate]))
    )
    crews = [int(crew) for crew in np.flatnonzero(night.may[:, candidate])]
    if not crews:
        return LeftOut(candidate, Why.NO_CREW, changes=(Change(Mend.CREW),), barred=barred)
    alone = [gained for crew in crews if (gained := _alone(night, crew, candidate)) is not None]
    tried = tried or exchanges(night, plan)
    best = max(
        (
            found
            for crew in crews
            if (found := best_exchange(night, plan, crew, candidate, tried=tried)) is not None
        ),
        key=lambda one: one.gained,
        default=None,
    )
    if best is None:
        longer = _shortest_overrun(night, plan, candidate, crews)
        why = Why.REQUIRED_FIRST if alone else Why.NO_TIME
        return LeftOut(candidate, why, changes=longer, barred=barred)
    more = Change(Mend.POINTS, -best.gained, best.crew)
    if max(alone, default=best.gained) <= 0:
        return LeftOut(candidate, Why.NOT_WORTH_DRIVING, best, -best.gained, (more,), barred)
    if best.gained > 0:
        return LeftOut(candidate, Why.ROOM, best, -best.gained, (), barred)
    longer = _shortest_overrun(night, plan, candidate, crews)
    return LeftOut(candidate, Why.BELOW_GOING_RATE, best, -best.gained, (more, *longer), barred)


def best_exchange(
    night: Night, plan: Rounds, crew: int, candidate: int, *, tried: Exchanges | None = None
) -> Exchange | None:
    """The best way to put `candidate` into the round of `crew`, a run of visits making way or none.

    Required visits never make way. None when there is no time for them however that is done. A
    visit sent away is lost: nobody else is asked to make it.
    """
    tried = tried or exchanges(night, plan)
    if not np.isfinite(tried.gained[crew, candidate]):
        return None
    gone = plan.rounds[crew][tried.first[crew, candidate] : tried.after[crew, candidate]]
    return Exchange(
        crew,
        int(tried.part[crew, candidate]),
        float(tried.gained[crew, candidate]),
        tuple(stop.candidate for stop in gone),
    )


def _alone(night: Night, crew: int, candidate: int) -> float | None:
    """Points of a round with nobody else in it; None when even that leaves no time."""
    found = [
        round_value(night, crew, visits)
        for visits in _inserted(night, crew, [], candidate)
        if timed(night, crew, visits) is not None
    ]
    return max(found, default=None)


def _inserted(night: Night, crew: int, visits: Visits, candidate: int) -> Iterator[Visits]:
    """Every round with `candidate` in it and nobody gone, timed or not."""
    parts = [int(part) for part in np.flatnonzero(night.worth[crew, candidate] > 0)]
    for gap in range(len(visits) + 1):
        for part in parts:
            yield [*visits[:gap], (candidate, part), *visits[gap:]]


def _shortest_overrun(night: Night, plan: Rounds, candidate: int, crews: list[int]) -> tuple[Change, ...]:
    """The fewest minutes more of one crew's shift that make room with nobody sent away and points gained."""
    found: list[tuple[int, int]] = []
    for crew in crews:
        visits = _visits(plan.rounds[crew])
        before = round_value(night, crew, visits)
        for tried in _inserted(night, crew, visits, candidate):
            if round_value(night, crew, tried) > before:
                late = timed(night, crew, tried, overtime=True)
                if late is not None:
                    found.append((late.back_minute - int(night.shift[crew, 1]), crew))
    return tuple(
        Change(Mend.MINUTES, float(minutes), crew) for minutes, crew in sorted(found)[:1] if minutes > 0
    )


def _visits(stops: tuple[Stop, ...]) -> Visits:
    return [(stop.candidate, stop.part) for stop in stops]


def _driving(night: Night, crew: int, visits: Visits) -> int:
    places = [night.starts[crew], *(night.bases + who for who, _ in visits), night.crew_base[crew]]
    return int(night.travel_minutes[places[:-1], places[1:]].sum()) if visits else 0
