"""When each visit of a round starts if the crew never dawdles, and when it takes its break."""

from collections.abc import Sequence
from dataclasses import dataclass

from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.rounds import Stop


@dataclass(frozen=True, slots=True)
class Timed:
    """A round with its minutes: the stops, the start of the break, and the minute back at base."""

    stops: tuple[Stop, ...]
    break_start: int | None
    back_minute: int


def timed(
    night: Night, crew: int, visits: Sequence[tuple[int, int]], *, overtime: bool = False
) -> Timed | None:
    """The earliest round of `crew` through `visits`, each a candidate and a part, in that order.

    None when the hours, the shift or the break leave no room. The break is tried before each
    visit and on the way home; the one that brings the crew back first is kept, the earliest of equals.
    With `overtime` the crew may be back after the end of its shift: `back_minute` says how late.
    """
    gaps: Sequence[int | None] = range(len(visits) + 1) if night.breaks[crew, 2] else (None,)
    driven = (_driven(night, crew, visits, gap, overtime) for gap in gaps)
    return min((one for one in driven if one is not None), key=lambda one: one.back_minute, default=None)


def _driven(
    night: Night, crew: int, visits: Sequence[tuple[int, int]], gap: int | None, overtime: bool
) -> Timed | None:
    """The round with its break in one gap: before visit `gap`, or on the way home after the last."""
    begins, ends = (int(minute) for minute in night.shift[crew])
    earliest, latest, length = (int(number) for number in night.breaks[crew])
    base = int(night.crew_base[crew])
    places = [night.bases + who for who, _ in visits] + [base]
    at, free, break_start = int(night.starts[crew]), begins, None
    stops: list[Stop] = []
    for number, there in enumerate(places):
        ready = free + (int(night.travel_minutes[at, there]) if visits else 0)
        if number == gap:
            if free > latest:
                return None
            break_start = max(free, earliest)
            ready = max(ready, earliest) + length
        if number == len(visits):
            return Timed(tuple(stops), break_start, ready) if ready <= ends or overtime else None
        who, part = visits[number]
        opens, closes = (int(minute) for minute in night.windows[who, part])
        start = max(ready, opens)
        if start > closes:
            return None
        stops.append(Stop(who, part, start))
        at, free = there, start + int(night.service_minutes[who])
    raise AssertionError("the way home is the last leg")
