"""How many crews until nobody at high risk is overdue: the curve, and the smallest number that is enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from watchkeeper.planning.simulating.counting import Counted
from watchkeeper.planning.simulating.figures import Figure, over_seeds
from watchkeeper.planning.studying.trying import Tried
from watchkeeper.risk.facts import HIGH_RISK


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One number of crews: people at high and very high risk overdue on average at the last month-ends, and
    in how many seeds nobody was at any of them, or few enough. Only of those whom some pair may see."""

    times: float
    shifts_a_week: float
    high_overdue: Figure
    seeds_none: int
    seeds_few: int


@dataclass(frozen=True, slots=True)
class Enough:
    """The smallest number of crews tried that with every greater one is enough in every seed, by place in the
    curve; None: none is. A number with a greater one that is not enough was enough by luck.

    `times` is the same seed by seed; empty unless some number is in each.
    """

    place: int | None
    times: tuple[float, ...]


def curve_of(
    tried: Tried,
    place: int,
    multiples: Sequence[float],
    seeds: Sequence[int],
    shifts: float,
    *,
    share: float,
    last: int,
) -> tuple[tuple[CurvePoint, ...], Enough, Enough]:
    """The curve of the scenario at `place`, and the smallest number of crews for nobody, and for few enough.

    `shifts` crew shifts a week are one times. `last` month-ends are looked at; at most `share` of the people
    at high and very high risk are few enough.
    """
    points, none, few = [], [], []
    for times in multiples:
        runs = [runs_of(tried, place, times, seed) for seed in seeds]
        overdue = [_high(each, last) for each in runs]
        people = [_high_people(each, last) for each in runs]
        none.append([max(each) == 0 for each in overdue])
        few.append(
            [
                all(many <= floor(share * of) for many, of in zip(each, there, strict=True))
                for each, there in zip(overdue, people, strict=True)
            ]
        )
        mean = over_seeds([sum(each) / len(each) for each in overdue])
        points.append(CurvePoint(times, times * shifts, mean, sum(none[-1]), sum(few[-1])))
    return tuple(points), smallest(none, multiples), smallest(few, multiples)


def runs_of(tried: Tried, place: int, times: float, seed: int) -> list[Counted]:
    """The runs of every unit of one scenario, number of crews and seed."""
    return [tried.runs[place, times, each.unit, seed] for each in tried.units]


def smallest(enough: Sequence[Sequence[bool]], multiples: Sequence[float]) -> Enough:
    """From whether each number of crews is enough in each seed; numbers rise. Our proposal."""
    place = _from([all(each) for each in enough])
    if place is None:
        return Enough(None, ())
    by_seed = [_from(each) for each in zip(*enough, strict=True)]
    return Enough(place, tuple(multiples[each] for each in by_seed if each is not None))


def _from(enough: Sequence[bool]) -> int | None:
    """The first place from which every one is true; None where the last is not."""
    false = [place for place, each in enumerate(enough) if not each]
    first = false[-1] + 1 if false else 0
    return first if first < len(enough) else None


def _high(runs: Sequence[Counted], last: int) -> list[int]:
    """People at high and very high risk overdue whom some pair may see, at each of the last month-ends."""
    late = [[sum(month[:HIGH_RISK]) for month in one.overdue[-last:]] for one in runs]
    beyond = [[sum(month[:HIGH_RISK]) for month in one.out_of_reach[-last:]] for one in runs]
    return [all_ - out for all_, out in zip(_added(late), _added(beyond), strict=True)]


def _high_people(runs: Sequence[Counted], last: int) -> list[int]:
    return _added([[sum(month[:HIGH_RISK]) for month in one.people[-last:]] for one in runs])


def _added(each: Sequence[Sequence[int]]) -> list[int]:
    return [sum(month) for month in zip(*each, strict=True)]
