"""Whether rounds can be driven as written, judged without a solver: every breach, and the value."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from watchkeeper.visits.routing.night import ANYBODY, PARTS, Night
from watchkeeper.visits.routing.rounds import Rounds, Stop


class Breach(StrEnum):
    """What a plan may not do."""

    CREWS = "not one round for each crew"
    NOBODY = "a stop at somebody who is no candidate, or in no part of the day"
    TWICE = "the same person visited twice"
    NOT_ALLOWED = "a crew that may not see the person"
    OTHER_CREW = "pinned to another crew"
    WORTHLESS = "planned in a part of the day in which the person is never to be visited"
    HOURS = "starts outside the person's hours in that part of the day"
    TOO_SOON = "starts before the crew can be there"
    SHIFT = "back at base after the end of the shift"
    BREAK_MISSING = "no break"
    BREAK_HOURS = "a break that starts outside its hours or ends outside the shift"
    BREAK_DURING_VISIT = "a break during a visit"
    REQUIRED = "a required person in no round"


@dataclass(frozen=True, slots=True)
class Breached:
    """One breach: by which crew, at whom, and by how many minutes where minutes say it."""

    breach: Breach
    crew: int | None = None
    candidate: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """What is wrong with a plan, in order of crews and stops, and what it is worth in points."""

    findings: tuple[Breached, ...]
    value: float

    @property
    def feasible(self) -> bool:
        """True when nothing is wrong."""
        return not self.findings


def check(night: Night, plan: Rounds) -> Assessed:
    """Judge `plan` as it is written, minute by minute, trusting nothing a solver said of it.

    The value is worked out even for a plan with breaches, so far as its stops can be read: worth
    of each stop less the price of all driving, the way out and back included.
    """
    if len(plan.rounds) != night.crews or len(plan.break_starts) != night.crews:
        return Assessed((Breached(Breach.CREWS),), 0.0)
    findings: list[Breached] = []
    value = 0.0
    for crew, stops in enumerate(plan.rounds):
        known = [stop for stop in stops if _known(night, stop)]
        findings += [Breached(Breach.NOBODY, crew) for stop in stops if not _known(night, stop)]
        for stop in known:
            findings += _of_stop(night, crew, stop)
        findings += _of_time(night, crew, known, plan.break_starts[crew])
        value += _value(night, crew, known)
    seen = Counter(stop.candidate for stops in plan.rounds for stop in stops)
    findings += [Breached(Breach.TWICE, None, who) for who, times in seen.items() if times > 1]
    findings += [
        Breached(Breach.REQUIRED, None, who)
        for who in range(night.candidates)
        if night.must[who] and who not in seen
    ]
    return Assessed(tuple(findings), value)


def _known(night: Night, stop: Stop) -> bool:
    return 0 <= stop.candidate < night.candidates and 0 <= stop.part < PARTS


def _of_stop(night: Night, crew: int, stop: Stop) -> Iterator[Breached]:
    who = stop.candidate
    if not night.allowed[crew, who]:
        yield Breached(Breach.NOT_ALLOWED, crew, who)
    if night.pinned_to[who] not in (ANYBODY, crew):
        yield Breached(Breach.OTHER_CREW, crew, who)
    if night.worth[crew, who, stop.part] <= 0:
        yield Breached(Breach.WORTHLESS, crew, who)
    earliest, latest = (int(minute) for minute in night.windows[who, stop.part])
    if not earliest <= stop.start_minute <= latest:
        by = max(earliest - stop.start_minute, stop.start_minute - latest)
        yield Breached(Breach.HOURS, crew, who, by)


def _of_time(night: Night, crew: int, stops: list[Stop], break_start: int | None) -> Iterator[Breached]:
    """Drive the round: each leg must fit between the visits, with the break if it falls there."""
    begins, ends = (int(minute) for minute in night.shift[crew])
    earliest, latest, length = (int(number) for number in night.breaks[crew])
    if length and break_start is None:
        yield Breached(Breach.BREAK_MISSING, crew)
    if length and break_start is not None:
        last = min(latest, ends - length)
        if not max(earliest, begins) <= break_start <= last:
            yield Breached(Breach.BREAK_HOURS, crew, None, max(earliest - break_start, break_start - last))
    at, free, placed = int(night.starts[crew]), begins, not length or break_start is None
    for stop in stops:
        there = night.bases + stop.candidate
        rest = 0
        if not placed and break_start is not None and free <= break_start < stop.start_minute:
            rest, placed = length, True
        missing = free + int(night.travel_minutes[at, there]) + rest - stop.start_minute
        if rest and break_start is not None:
            missing = max(missing, break_start + length - stop.start_minute)
        if missing > 0:
            yield Breached(Breach.TOO_SOON, crew, stop.candidate, missing)
        at, free = there, stop.start_minute + int(night.service_minutes[stop.candidate])
    rest = 0
    if not placed and break_start is not None and free <= break_start:
        rest, placed = length, True
    if not placed:
        yield Breached(Breach.BREAK_DURING_VISIT, crew)
    back = free + (int(night.travel_minutes[at, night.crew_base[crew]]) if stops else 0) + rest
    if stops and back > ends:
        yield Breached(Breach.SHIFT, crew, None, back - ends)


def _value(night: Night, crew: int, stops: list[Stop]) -> float:
    worth = sum(float(night.worth[crew, stop.candidate, stop.part]) for stop in stops)
    places = [int(night.starts[crew]), *(night.bases + stop.candidate for stop in stops)]
    places.append(int(night.crew_base[crew]))
    driven = sum(int(night.travel_minutes[a, b]) for a, b in pairwise(places))
    return worth - float(night.minute_price) * driven * bool(stops)
