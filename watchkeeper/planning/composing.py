"""From what the search found to a plan in words: rounds, reserves, who is left out, and why each."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import names
from watchkeeper.planning.assembling import Assembled
from watchkeeper.planning.facts import LeftOut, Planned, Reserve, Round
from watchkeeper.planning.rules import reasons
from watchkeeper.planning.rules.altering import guarantee_of
from watchkeeper.planning.rules.crews import rotation
from watchkeeper.visits.routing.exchanges import Exchanges, exchanges
from watchkeeper.visits.routing.explaining import why_chosen, why_left_out
from watchkeeper.visits.routing.rounds import Rounds, Stop
from watchkeeper.visits.rules.week import PARTS


@dataclass(frozen=True, slots=True)
class Composed:
    """Rounds, and those left out."""

    rounds: tuple[Round, ...]
    left_out: tuple[LeftOut, ...]


def compose(
    assembled: Assembled,
    found: Rounds,
    law: Shelf,
    *,
    pinned: frozenset[str] = frozenset(),
    dropped: dict[str, str] | None = None,
) -> Composed:
    """The plan in words. `pinned` are people a supervisor put in, `dropped` those taken out, with why."""
    reserves, tried = _reserves(assembled, found, law), exchanges(assembled.night, found)
    rounds = tuple(
        Round(
            crew,
            tuple(_planned(assembled, found, tried, k, at, law, pinned) for at in range(len(stops))),
            reserves[k],
            _back(assembled, k, stops),
        )
        for k, (crew, stops) in enumerate(zip(assembled.crews, found.rounds, strict=True))
    )
    return Composed(rounds, tuple(_left_out(assembled, found, tried, dropped or {})))


def _planned(
    assembled: Assembled,
    found: Rounds,
    tried: Exchanges,
    k: int,
    at: int,
    law: Shelf,
    pinned: frozenset[str],
) -> Planned:
    stop = found.rounds[k][at]
    place = assembled.chosen[stop.candidate]
    each = assembled.weighed[place]
    candidate, crew = each.candidate, assembled.crews[k]
    chosen = why_chosen(assembled.night, found, k, at, tried=tried)
    travel = _travel(assembled, k, found.rounds[k], at)
    guarantee = guarantee_of(candidate, pinned=candidate.person in pinned)
    others = sum(assembled.may[j, place].allowed for j in range(len(assembled.crews)) if j != k)
    always = rotation(each.prospect.visits, law, on=assembled.on)
    return Planned(
        person=candidate.person,
        address=candidate.address,
        part=str(PARTS[stop.part]),
        starts_minute=stop.start_minute,
        minutes=chosen.visit_minutes,
        travel_minutes=travel,
        chance=candidate.chances[stop.part],
        worth=round(chosen.worth, 4),
        purpose=str(each.purpose),
        guarantee=guarantee,
        says=(
            reasons.why_person(candidate, guarantee),
            reasons.why_now(each.habit, candidate.chances[stop.part], chosen),
            reasons.why_crew(crew, each.prospect.manager, chosen, assembled.crews, others, travel, always),
        ),
        pinned=candidate.person in pinned,
    )


def _left_out(
    assembled: Assembled, found: Rounds, tried: Exchanges, dropped: dict[str, str]
) -> list[LeftOut]:
    """Everybody in no round, with why, in order of ref."""
    night = assembled.night
    visited = {assembled.chosen[row] for row in found.visited}
    unmet = {each.candidate: str(each.why) for each in found.unmet}
    rows = {place: row for row, place in enumerate(assembled.chosen)}
    left = []
    for place, each in enumerate(assembled.weighed):
        candidate = each.candidate
        if place in visited or candidate.person in dropped:
            continue
        if place in rows:
            row = rows[place]
            why = why_left_out(night, found, row, tried=tried)
            worth = float(night.worth[:, row].max(initial=0.0))
            left.append(reasons.left_out(candidate, why, assembled.crews, worth, unmet=unmet.get(row, "")))
        elif place in assembled.nowhere:
            left.append(reasons.no_point(candidate))
        elif not candidate.eligible:
            left.append(reasons.not_drawn(candidate))
        else:
            ways = {
                names(crew.officers): assembled.may[k, place]
                for k, crew in enumerate(assembled.crews)
                if (k, place) in assembled.may
            }
            if not any(way.allowed for way in ways.values()):
                left.append(reasons.no_crew(candidate, ways))
    return left


def _places(assembled: Assembled, k: int, stops: Sequence[Stop]) -> list[int]:
    night = assembled.night
    return [int(night.starts[k]), *(night.bases + each.candidate for each in stops), int(night.crew_base[k])]


def _travel(assembled: Assembled, k: int, stops: Sequence[Stop], at: int) -> int:
    places = _places(assembled, k, stops)
    return int(assembled.night.travel_minutes[places[at], places[at + 1]])


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
