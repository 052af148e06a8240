"""Why a plan is as it is: for each stop why this person, now, by this crew; for everybody else why not.

Everything is worked out from the night and the plan alone, by trying the exchanges a supervisor
would ask about; no solver is believed. What comes out is data; sentences are made elsewhere.
"""

from collections.abc import Callable, Iterator

import numpy as np

from watchkeeper.law.decision import Reason
from watchkeeper.visits.routing.exchanges import Exchanges, exchanges
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.rounds import Rounds, Stop
from watchkeeper.visits.routing.search import round_value
from watchkeeper.visits.routing.timing import timed
from watchkeeper.visits.routing.why import Change, Chosen, Exchange, LeftOut, Mend, Why

type Visits = list[tuple[int, int]]
type Rules = Callable[[int, int], tuple[Reason, ...]]
"""Crew and candidate to the reasons the rules give; those not met say why the crew may not see them."""


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
        there = next(_gained_alone(night, crews, candidate), None)
        why = Why.NO_TIME if there is None else Why.REQUIRED_FIRST
        return LeftOut(candidate, why, changes=longer, barred=barred)
    more = Change(Mend.POINTS, -best.gained, best.crew)
    if not _worth_a_round(night, crews, candidate, best):
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


def _gained_alone(night: Night, crews: list[int], candidate: int) -> Iterator[float]:
    """Points of a round with nobody else in it, crew by crew as they are asked for, where there is time."""
    return (gained for crew in crews if (gained := _alone(night, crew, candidate)) is not None)


def _worth_a_round(night: Night, crews: list[int], candidate: int, best: Exchange) -> bool:
    """Whether some crew would gain by driving to them alone; where none has the time, by the best exchange.

    The first who would is enough: of most people that is the first crew asked.
    """
    none = True
    for gained in _gained_alone(night, crews, candidate):
        if gained > 0:
            return True
        none = False
    return none and best.gained > 0


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
    """The fewest minutes more of one crew's shift that make room with nobody sent away and points gained.

    Where least is driven is tried first, and no round that cannot be back sooner than the best found is
    timed: of a unit with many crews nearly none is.
    """
    parts = [int(part) for part in np.flatnonzero(night.worth[:, candidate].max(axis=0) > 0)]
    best: tuple[int, int] | None = None
    values: dict[int, float] = {}
    for minutes, crew, gap in sorted(_at_least(night, plan, candidate, crews)):
        if best is not None and (minutes, crew) > best:
            break
        visits = _visits(plan.rounds[crew])
        if crew not in values:
            values[crew] = round_value(night, crew, visits)
        for part in parts:
            tried = [*visits[:gap], (candidate, part), *visits[gap:]]
            if night.worth[crew, candidate, part] > 0 and round_value(night, crew, tried) > values[crew]:
                late = timed(night, crew, tried, overtime=True)
                if late is not None:
                    found = late.back_minute - int(night.shift[crew, 1]), crew
                    best = found if best is None else min(best, found)
    if best is None or best[0] <= 0:
        return ()
    return (Change(Mend.MINUTES, float(best[0]), best[1]),)


def _at_least(night: Night, plan: Rounds, candidate: int, crews: list[int]) -> Iterator[tuple[int, int, int]]:
    """Of each crew and place in its round the least minutes it could be back late, if nobody waited."""
    there = night.bases + candidate
    for crew in crews:
        visits = _visits(plan.rounds[crew])
        places = np.array(
            [night.starts[crew], *(night.bases + who for who, _ in visits), night.crew_base[crew]], np.int64
        )
        legs = night.travel_minutes[places[:-1], places[1:]]
        detours = night.travel_minutes[places[:-1], there] + night.travel_minutes[there, places[1:]] - legs
        begins, ends = (int(minute) for minute in night.shift[crew])
        spent = sum(int(night.service_minutes[who]) for who, _ in visits) + int(
            night.service_minutes[candidate]
        )
        least = begins + int(legs.sum()) + spent + int(night.breaks[crew, 2]) - ends
        for gap, detour in enumerate(detours.tolist()):
            yield least + int(detour), crew, gap


def _visits(stops: tuple[Stop, ...]) -> Visits:
    return [(stop.candidate, stop.part) for stop in stops]


def _driving(night: Night, crew: int, visits: Visits) -> int:
    places = [night.starts[crew], *(night.bases + who for who, _ in visits), night.crew_base[crew]]
    return int(night.travel_minutes[places[:-1], places[1:]].sum()) if visits else 0
