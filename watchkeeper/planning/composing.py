"""From what the search found to a plan in words: rounds, reserves, who is left out, and why each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchkeeper.law.shelf import Shelf
from watchkeeper.planning.assembling import Assembled
from watchkeeper.planning.facts import LeftOut, Planned, Reserve, Round
from watchkeeper.planning.rules import reasons
from watchkeeper.planning.rules.altering import guarantee_of
from watchkeeper.planning.rules.crews import rotation
from watchkeeper.visits.routing.rounds import Rounds, Stop
from watchkeeper.visits.rules.week import PARTS


@dataclass(frozen=True, slots=True)
class Composed:
    """Rounds and those left out, with the points a minute of a crew fetches tonight."""

    rounds: tuple[Round, ...]
    left_out: tuple[LeftOut, ...]
    going_rate: float


def compose(
    assembled: Assembled,
    found: Rounds,
    law: Shelf,
    *,
    pinned: frozenset[str] = frozenset(),
    dropped: dict[str, str] | None = None,
) -> Composed:
    """The plan in words. `pinned` are people a supervisor put in, `dropped` those taken out, with why."""
    going = _going_rate(assembled, found)
    reserves = _reserves(assembled, found, law)
    rounds = tuple(
        Round(
            crew,
            tuple(_planned(assembled, k, stops, at, going, law, pinned) for at in range(len(stops))),
            reserves[k],
            _back(assembled, k, stops),
        )
        for k, (crew, stops) in enumerate(zip(assembled.crews, found.rounds, strict=True))
    )
    return Composed(rounds, tuple(_left_out(assembled, found, going, dropped or {})), going)


def _planned(
    assembled: Assembled,
    k: int,
    stops: Sequence[Stop],
    at: int,
    going: float,
    law: Shelf,
    pinned: frozenset[str],
) -> Planned:
    stop = stops[at]
    place = assembled.chosen[stop.candidate]
    each = assembled.weighed[place]
    candidate, night, crew = each.candidate, assembled.night, assembled.crews[k]
    travel = _travel(assembled, k, stops, at)
    minutes = int(night.service_minutes[stop.candidate])
    guarantee = guarantee_of(candidate, pinned=candidate.person in pinned)
    others = sum(assembled.may[j, place].allowed for j in range(len(assembled.crews)) if j != k)
    always = rotation(each.prospect.visits, law, on=assembled.on)
    worth = float(night.worth[k, stop.candidate, stop.part])
    return Planned(
        person=candidate.person,
        address=candidate.address,
        part=str(PARTS[stop.part]),
        starts_minute=stop.start_minute,
        minutes=minutes,
        travel_minutes=travel,
        chance=candidate.chances[stop.part],
        worth=round(worth, 4),
        purpose=str(each.purpose),
        guarantee=guarantee,
        says=(
            reasons.why_person(candidate, guarantee),
            f"{each.habit}; {reasons.worth_said(worth, minutes + travel, going)}",
            reasons.why_crew(crew, each.prospect.manager, others, travel, always),
        ),
        pinned=candidate.person in pinned,
    )


def _left_out(assembled: Assembled, found: Rounds, going: float, dropped: dict[str, str]) -> list[LeftOut]:
    """Everybody in no round, with why, in order of ref."""
    visited = {assembled.chosen[row] for row in found.visited}
    unmet = {assembled.chosen[each.candidate]: str(each.why) for each in found.unmet}
    rows = {place: row for row, place in enumerate(assembled.chosen)}
    left = []
    for place, each in enumerate(assembled.weighed):
        candidate = each.candidate
        if place in visited or candidate.person in dropped:
            continue
        if place in unmet:
            left.append(reasons.unmet(candidate, unmet[place]))
        elif place in assembled.nowhere:
            left.append(reasons.no_point(candidate))
        elif not candidate.eligible and place not in rows:
            left.append(reasons.not_drawn(candidate))
        elif place not in rows:
            ways = [
                assembled.may[k, place] for k in range(len(assembled.crews)) if (k, place) in assembled.may
            ]
            if not any(way.allowed for way in ways):
                left.append(reasons.no_crew(candidate, ways))
        else:
            left.append(reasons.displaced(candidate, _minutes_for(assembled, rows[place], found), going))
    return left


def _going_rate(assembled: Assembled, found: Rounds) -> float:
    """Points a minute of the visit that earns its crew's time least: what another would have to beat."""
    night = assembled.night
    rates = [
        float(night.worth[k, stop.candidate, stop.part])
        / max(int(night.service_minutes[stop.candidate]) + _detour(assembled, k, stops, at), 1)
        for k, stops in enumerate(found.rounds)
        for at, stop in enumerate(stops)
        if not night.must[stop.candidate]
    ]
    return min(rates, default=0.0)


def _places(assembled: Assembled, k: int, stops: Sequence[Stop]) -> list[int]:
    night = assembled.night
    return [int(night.starts[k]), *(night.bases + each.candidate for each in stops), int(night.crew_base[k])]


def _travel(assembled: Assembled, k: int, stops: Sequence[Stop], at: int) -> int:
    places = _places(assembled, k, stops)
    return int(assembled.night.travel_minutes[places[at], places[at + 1]])


def _detour(assembled: Assembled, k: int, stops: Sequence[Stop], at: int) -> int:
    """Minutes of driving that a stop costs its round."""
    before, here, after = _places(assembled, k, stops)[at : at + 3]
    way = assembled.night.travel_minutes
    return int(way[before, here] + way[here, after] - way[before, after])


def _minutes_for(assembled: Assembled, row: int, found: Rounds) -> int:
    """What a visit to somebody would take of the crew that passes nearest: at the door, and the way round."""
    night = assembled.night
    there, way = night.bases + row, night.travel_minutes
    ways = [
        int(way[a, there] + way[there, b] - way[a, b])
        for k, stops in enumerate(found.rounds)
        if night.allowed[k, row]
        for a, b in pairwise(_places(assembled, k, stops))
    ]
    return int(night.service_minutes[row]) + min(ways, default=0)


def _back(assembled: Assembled, k: int, stops: Sequence[Stop]) -> int:
    if not stops:
        return assembled.crews[k].starts_minute
    last, night = stops[-1], assembled.night
    home = int(night.travel_minutes[night.bases + last.candidate, night.crew_base[k]])
    return last.start_minute + int(night.service_minutes[last.candidate]) + home


def _reserves(assembled: Assembled, found: Rounds, law: Shelf) -> list[tuple[Reserve, ...]]:
    """For each round, whom to try when a door stays shut: ticket holders alone, each on one list."""
    most, night = law["reserve_people"].whole(assembled.on), assembled.night
    lists: list[list[Reserve]] = [[] for _ in assembled.crews]
    taken = set(found.visited)
    offers = []
    for k, stops in enumerate(found.rounds):
        places = _places(assembled, k, stops)
        for row, place in enumerate(assembled.chosen):
            if row in taken or not night.allowed[k, row] or not assembled.weighed[place].candidate.drawn:
                continue
            open_parts = [part for part in range(len(PARTS)) if _meets(assembled, k, row, part)]
            if not open_parts:
                continue
            part = max(open_parts, key=lambda part: (float(night.worth[k, row, part]), -part))
            near = min(int(night.travel_minutes[at, night.bases + row]) for at in places)
            worth = float(night.worth[k, row, part])
            value = worth - night.minute_price * near
            offers.append((-value, assembled.weighed[place].candidate.person, k, row, part, near, worth))
    for _, person, k, row, part, near, worth in sorted(offers):
        if row not in taken and len(lists[k]) < most:
            taken.add(row)
            candidate = assembled.weighed[assembled.chosen[row]].candidate
            lists[k].append(
                Reserve(
                    person,
                    candidate.address,
                    str(PARTS[part]),
                    candidate.chances[part],
                    round(worth, 4),
                    near,
                )
            )
    return [tuple(each) for each in lists]


def _meets(assembled: Assembled, k: int, row: int, part: int) -> bool:
    """Whether a crew's shift and somebody's hours in a part of the day meet, where an attempt is worth it."""
    first, last = assembled.night.windows[row, part]
    begins, ends = assembled.night.shift[k]
    return bool(first <= ends and begins <= last and assembled.night.worth[k, row, part] > 0)
