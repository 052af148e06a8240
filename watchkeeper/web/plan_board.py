"""What a planner's board is written from: the plan as it stands, by round, with its map and its clock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from watchkeeper.people.models import Address
from watchkeeper.places.facts import Point
from watchkeeper.places.postcodes import points_of
from watchkeeper.planning.facts import (
    Altered,
    Cause,
    LeftOut,
    NightPlan,
    PlanLook,
    Planned,
    Round,
    RoundIssued,
)
from watchkeeper.planning.rules.altering import outside
from watchkeeper.planning.rules.present import standing
from watchkeeper.planning.rules.reasons import how_good
from watchkeeper.planning.rules.seeing import without_ticket
from watchkeeper.planning.stored import changes_to, issued, looks_at
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.asking import Asking
from watchkeeper.web.plan_map import Metres, Way, drawing
from watchkeeper.web.plan_times import times

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and no O: read aloud they are one and nought


@dataclass(frozen=True, slots=True)
class Lettered:
    """A round with the letter it goes by, whether its crew was handed it, and whether the crew is off."""

    letter: str
    round: Round
    issued: RoundIssued | None
    off: str = ""

    @property
    def stops(self) -> list[tuple[str, Planned]]:
        """Each visit with its name on map and clock: A1, A2."""
        return [(f"{self.letter}{place}", visit) for place, visit in enumerate(self.round.visits, 1)]


@dataclass(frozen=True, slots=True)
class Board:
    """A plan as a planner reads it. `not_drawn` counts those the lot did not fall on; nobody is named.

    `good` says how near the best it is; `without_round` are crews that are off and why, whose round
    is gone from the plan.
    """

    plan: NightPlan
    rounds: tuple[Lettered, ...]
    map: Markup
    clock: Markup
    left: tuple[LeftOut, ...]
    not_drawn: int
    must: tuple[LeftOut, ...]
    changes: tuple[Altered, ...]
    looks: tuple[PlanLook, ...]
    again: bool
    good: str
    without_round: tuple[tuple[str, str], ...]

    @property
    def visits(self) -> list[Planned]:
        return [visit for one in self.plan.rounds for visit in one.visits]

    @property
    def outside(self) -> tuple[int, int]:
        """Visits outside the lottery, and all."""
        return outside(self.plan)

    @property
    def announced(self) -> list[Planned]:
        return [visit for visit in self.visits if visit.notice_hours is not None]

    @property
    def made(self) -> list[Planned]:
        return [visit for visit in self.visits if visit.made]

    @property
    def expected(self) -> float:
        """How many of the visits are likely to find the person in."""
        return sum(visit.chance for visit in self.visits)


def board(plan: NightPlan, asking: Asking) -> Board:
    """The plan as `look_at_plan` shows it: without anybody whose record is shut to the reader."""
    at, night = asking.at, plan.night
    changes = changes_to(plan.unit, night, known_at=at)
    handed = {each.crew: each for each in issued(plan.unit, night, known_at=at)}
    now = [each for each in changes if each.revision == plan.revision]
    off = standing(changes).crews_off
    rounds = tuple(
        Lettered(letter_of(place), one, handed.get(one.crew.ref), off.get(one.crew.ref, ""))
        for place, one in enumerate(plan.rounds)
    )
    left = sorted(without_ticket(plan.left_out), key=lambda each: _grave(plan, each))
    required = {each.person for each in plan.candidates if each.required}
    ways, others, districts = on_the_ground(rounds, plan, asking)
    title = f"The rounds of {plan.unit}, revision {plan.revision}"
    return Board(
        plan=plan,
        rounds=rounds,
        map=drawing(ways, others, districts, title=title),
        clock=times([each.round for each in rounds], [each.letter for each in rounds]),
        left=tuple(left),
        not_drawn=sum(each.cause is Cause.NOT_DRAWN for each in plan.left_out),
        must=tuple(each for each in left if each.person in required and each.cause is not Cause.DROPPED),
        changes=changes,
        looks=looks_at(plan.unit, night, known_at=at),
        again=bool(now),
        good=how_good(plan),
        without_round=tuple(
            (crew, why) for crew, why in off.items() if all(crew != one.crew.ref for one in plan.rounds)
        ),
    )


def letter_of(place: int) -> str:
    """What a round goes by: A, B, C; after the last letter A2, B2.

    >>> letter_of(0), letter_of(24)
    ('A', 'A2')
    """
    turn, at = divmod(place, len(LETTERS))
    return LETTERS[at] + (str(turn + 1) if turn else "")


def on_the_ground(
    rounds: Sequence[Lettered], plan: NightPlan, asking: Asking
) -> tuple[list[Way], list[Metres], dict[str, Metres]]:
    """Each round as a way, those who could be visited and are not planned, and where each district lies."""
    planned = {visit.address for one in rounds for visit in one.round.visits}
    spare = [
        each.address
        for each in plan.candidates
        if each.eligible and each.address and each.address not in planned
    ]
    codes = postcodes([*planned, *spare], asking)
    bases = sorted({one.round.crew.base for one in rounds})
    asked = [*codes.values(), *bases]
    found = dict(zip(asked, points_of(asked), strict=True))
    ways = [
        Way(
            one.letter,
            _metres(found[one.round.crew.base]),
            tuple((name, _metres(found.get(codes.get(visit.address, "")))) for name, visit in one.stops),
        )
        for one in rounds
    ]
    others = [metres for each in spare if (metres := _metres(found.get(codes.get(each, "")))) is not None]
    return ways, others, _districts(found)


def postcodes(addresses: Iterable[str], asking: Asking) -> dict[str, str]:
    """The postcode of each address that has one, by its ref."""
    rows: Any = Address.objects.filter(ref__in=sorted(set(addresses) - {""})).as_known(asking.at)
    return {ref: code for ref, code in rows.values_list("ref", "postcode") if code}


def _districts(found: dict[str, Point | None]) -> dict[str, Metres]:
    """The first half of each postcode, at the middle of its points that are drawn."""
    by_name: dict[str, list[Metres]] = defaultdict(list)
    for code, point in found.items():
        outward = code.split()[0] if " " in code else code[:-3]
        if point is not None and outward:
            by_name[outward.upper()].append((point.easting_metres, point.northing_metres))
    return {
        name: (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
        for name, points in by_name.items()
    }


def _metres(point: Point | None) -> Metres | None:
    return None if point is None else (point.easting_metres, point.northing_metres)


def _grave(plan: NightPlan, left: LeftOut) -> tuple[bool, int, float, str]:
    """Those law or a decision fixes first, then by level and worth."""
    one = plan.candidate(left.person)
    if one is None:
        return (True, len(LEVELS), 0.0, left.person)
    names = [str(level) for level in LEVELS]
    level = names.index(one.level) if one.level in names else -1  # a level nobody recorded comes first
    return (not one.required, level, -one.worth, left.person)
