"""From candidates to a night's problem: crews, who may go where, and how the day stands so far.

Points and travel times are handed in, so that a test may draw its own map. The order in which
facts come changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from watchkeeper.law.decision import Decision
from watchkeeper.law.shelf import Shelf
from watchkeeper.places.choosing import travel_times
from watchkeeper.places.facts import Point, Points
from watchkeeper.places.postcodes import points_of
from watchkeeper.places.travel import TravelTimes
from watchkeeper.planning.facts import Crew
from watchkeeper.planning.nights import Underway, Visitable, night_of
from watchkeeper.planning.reading import Duty, Register
from watchkeeper.planning.rules.crews import OnShift, may_be_on_crew, may_visit, paired
from watchkeeper.planning.weighing import Weighed
from watchkeeper.visits.facts import LONDON
from watchkeeper.visits.routing.night import DAY_MINUTES, Night
from watchkeeper.visits.rules.week import HOUR

type Locate = Callable[[Sequence[str]], Points]
"""From postcodes to points, one for each, not a number where a place is not known."""

A_DAY = timedelta(days=1)
MIDDLE = "the middle of the unit's homes: no office is recorded"


@dataclass(frozen=True, slots=True)
class Map:
    """Where places are, and how long the way takes."""

    locate: Locate
    travel: TravelTimes


def map_of(setting: str, law: Shelf, *, on: date) -> Map:
    """Postcodes by the directory in the lock, and travel times as `setting`, WATCHKEEPER_TRAVEL, asks.

    Raises what `places.choosing.travel_times` raises.
    """
    return Map(points_of, travel_times(setting, law, on=on))


@dataclass(frozen=True, slots=True)
class Assembled:
    """A night ready to be searched. `chosen` are the places in `weighed` of those the search may plan.

    `may` holds, by crew and place in `weighed`, whether the crew may go, with every reason;
    `nowhere` are the places of those whose home is on no map.
    """

    unit: str
    on: date
    weighed: tuple[Weighed, ...]
    crews: tuple[Crew, ...]
    alone: tuple[str, ...]
    may: Mapping[tuple[int, int], Decision]
    nowhere: frozenset[int]
    chosen: tuple[int, ...]
    night: Night


def assemble(
    register: Register,
    weighed: Sequence[Weighed],
    where: Map,
    law: Shelf,
    *,
    on: date,
    shut: Mapping[str, frozenset[str]],
    underway: Underway,
    crews: Sequence[Crew] | None = None,
) -> Assembled:
    """The night as the search takes it: only those whose ticket was drawn, and those the plan must hold.

    `shut` names the officers to whom somebody's record is shut. The crews are those on shift,
    or handed in where a day has begun with others.
    """
    located = where.locate([register.base, *map(_postcode, weighed)])
    homes = list(located)[1:]
    base = located[0] or _middle([each for each in homes if each is not None])
    alone: tuple[str, ...] = ()
    if crews is None:
        crews, alone = crews_of(register, law, on=on, base=register.base or MIDDLE)
    going = tuple(crew for crew in crews if crew.ref not in underway.off)
    asked = [
        place
        for place, each in enumerate(weighed)
        if (each.candidate.eligible or each.candidate.person in underway.forced)
        and each.candidate.person not in underway.out
    ]
    may = {}
    for k, crew in enumerate(going):
        officers = [register.officers[ref] for ref in crew.officers]
        for place in asked:
            may[k, place] = may_visit(
                officers,
                weighed[place].prospect.visited(shut.get(weighed[place].candidate.person, frozenset())),
                register.skills,
                law,
                on=on,
            )
    chosen = tuple(
        place
        for place in asked
        if homes[place] is not None and any(may[k, place].allowed for k in range(len(going)))
    )
    starts = {each.candidate.person: homes[place] for place, each in enumerate(weighed)}
    visitable = Visitable(
        who=tuple(weighed[place] for place in chosen),
        crews=tuple(going),
        allowed=np.array(
            [[may[k, place].allowed for place in chosen] for k in range(len(going))], bool
        ).reshape(len(going), len(chosen)),
        base=base,
        starts=tuple(starts.get(underway.at.get(crew.ref, "")) or base for crew in going),
        homes=tuple(home for place in chosen if (home := homes[place]) is not None),
    )
    return Assembled(
        register.unit,
        on,
        tuple(weighed),
        going,
        alone,
        may,
        frozenset(place for place, home in enumerate(homes) if home is None),
        chosen,
        night_of(visitable, where.travel, law, on=on, underway=underway),
    )


def crews_of(
    register: Register, law: Shelf, *, on: date, base: str
) -> tuple[tuple[Crew, ...], tuple[str, ...]]:
    """The unit's crews of a day, and the officers on shift without a partner."""
    shifts = [shift for duty in register.duties if (shift := on_day(duty, register, on)) is not None]
    able = [each for each in shifts if may_be_on_crew(each, register.unit, law, on=on).allowed]
    return paired(able, base, law, on=on)


def on_day(duty: Duty, register: Register, on: date) -> OnShift | None:
    """The shift as minutes of a day in London, cut off at its midnights; None when it is of another day."""
    if duty.starts_at.date() > on or duty.ends_at.date() < on - A_DAY:  # London is never behind UTC
        return None
    officer = register.officers.get(duty.officer)
    starts, ends = (each.astimezone(LONDON) for each in (duty.starts_at, duty.ends_at))
    if officer is None or starts.date() > on or ends.date() < on:
        return None
    first = starts.hour * HOUR + starts.minute if starts.date() == on else 0
    last = ends.hour * HOUR + ends.minute if ends.date() == on else DAY_MINUTES
    return OnShift(officer, first, last) if first < last else None


def _postcode(each: Weighed) -> str:
    home = each.prospect.home
    return home.postcode if home is not None and not home.force else ""


def _middle(points: Sequence[Point]) -> Point | None:
    """The home nearest to the middle of all of them: a place that is there, where no office is recorded."""
    if not points:
        return None
    east = float(np.mean([each.easting_metres for each in points]))
    north = float(np.mean([each.northing_metres for each in points]))
    return min(
        points,
        key=lambda each: (
            (each.easting_metres - east) ** 2 + (each.northing_metres - north) ** 2,
            each.easting_metres,
            each.northing_metres,
        ),
    )
