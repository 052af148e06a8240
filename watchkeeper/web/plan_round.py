"""A crew's own round on the day: each door in order, and whom to try when one stays shut."""

from dataclasses import dataclass
from datetime import datetime

from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.planning.actions.looking import look_at_round
from watchkeeper.planning.facts import Planned, Reserve, Round
from watchkeeper.planning.rules.seeing import may_see_round, shown_from
from watchkeeper.planning.stored import nights_of
from watchkeeper.web.asking import Asking
from watchkeeper.web.doorstep import Door, door
from watchkeeper.workforce.facts import Power

PURPOSE = "visiting or preparing a visit"


@dataclass(frozen=True, slots=True)
class Stop:
    """One visit of the round with what an officer at that door needs."""

    name: str
    visit: Planned
    door: Door


@dataclass(frozen=True, slots=True)
class Spare:
    """Somebody to try when a door stays shut."""

    reserve: Reserve
    door: Door


@dataclass(frozen=True, slots=True)
class OwnRound:
    """The officer's round today. Before the shift it holds nothing but the instant it is shown from."""

    unit: str
    shown_from: datetime
    round: Round | None = None
    stops: tuple[Stop, ...] = ()
    spare: tuple[Spare, ...] = ()

    @property
    def doors(self) -> tuple[Door, ...]:
        """Everybody of the round, and of the reserve."""
        return (*(each.door for each in self.stops), *(each.door for each in self.spare))

    @property
    def others(self) -> tuple[str, ...]:
        """Who else is on the crew."""
        return self.round.crew.officers if self.round is not None else ()


def own_round(asking: Asking, brief: FrozenBrief | None) -> OwnRound | None:
    """The round of the officer's own crew today; None on no crew. The look is on the trail, and issues it."""
    me, on, at = asking.officer, asking.on, asking.at
    if not asking.may(Power.SEE_ROUND).allowed:
        return None
    for plan in nights_of(me, on, known_at=at):
        one = next(each for each in plan.rounds if me.ref in each.crew.officers)
        first = shown_from(one.crew, on, asking.law)
        if not may_see_round(me, one.crew, on, asking.law, at=at).allowed:
            return OwnRound(plan.unit, first)
        seen = look_at_round(plan.unit, night=on, by=me, on=on, law=asking.law, purpose=PURPOSE, at=at)
        stops = tuple(
            Stop(str(place), visit, door(visit.person, asking, brief))
            for place, visit in enumerate(seen.visits, 1)
        )
        spare = tuple(Spare(each, door(each.person, asking, brief)) for each in seen.reserve)
        return OwnRound(plan.unit, first, seen, stops, spare)
    return None
