"""A day on the road as it turns out: doors that stay shut, time to spare, the reserve list."""

from dataclasses import dataclass

import numpy as np

from watchkeeper.planning.simulating import invented
from watchkeeper.planning.simulating.world import Flags, Floats, Whole
from watchkeeper.visits.routing.compiled import compiled

MOST_STOPS = 40  # of one crew in one day: a guard against an endless day, never met by shifts of a day


@dataclass(frozen=True, slots=True)
class Doors:
    """What the crews of one unit drive through. n candidates, k crews, L planned stops at most.

    plan_length (k,) · plan_stop, plan_part (k, L) the rounds · travel (n + 1, n + 1) minutes, base first
    · service, expected (n,) minutes if seen, and on average · chance (n, 3) truth · luck (n,) drawn
    · worth (n, 3) points, 0 never · allowed (k, n) · shift (k, 2) · parts (3, 2) minutes after midnight.
    """

    plan_length: Whole
    plan_stop: Whole
    plan_part: Whole
    travel: Whole
    service: Whole
    expected: Whole
    chance: Floats
    luck: Floats
    worth: Floats
    allowed: Flags
    shift: Whole
    parts: Whole


@dataclass(frozen=True, slots=True)
class Knocks:
    """Doors tried, in order of crew and time: candidate, crew, part of the day, minute, and seen or not."""

    who: Whole
    crew: Whole
    part: Whole
    minute: Whole
    seen: Flags


def drive(doors: Doors, *, nearest: bool) -> Knocks:
    """Drive the rounds. A person is seen when `luck` is below their chance in that part of the day.

    A crew keeps to its round and leaves out a stop it could not finish within the shift and a short
    overrun. With time to spare it takes from the reserve list whoever is worth most for a minute (or,
    `nearest`, whoever is nearest). Nobody is tried twice in a day.
    """
    found = _drive(
        doors.plan_length,
        doors.plan_stop,
        doors.plan_part,
        doors.travel,
        doors.service,
        doors.expected,
        doors.chance,
        doors.luck,
        doors.worth,
        doors.allowed,
        doors.shift,
        doors.parts,
        nearest,
        invented.NO_ANSWER_MINUTES,
        invented.OVERRUN_MINUTES,
        invented.SPARE_MINUTES,
    )
    who, crew, part, minute, seen = found
    return Knocks(who, crew, part, minute, seen.astype(bool))


@compiled
def _part_at(minute: int, parts: Whole) -> int:
    """The part of the day a minute falls in; -1 before the first and after the last."""
    for part in range(parts.shape[0]):
        if parts[part, 0] <= minute < parts[part, 1]:
            return part
    return -1


@compiled
def _drive(
    plan_length: Whole,
    plan_stop: Whole,
    plan_part: Whole,
    travel: Whole,
    service: Whole,
    expected: Whole,
    chance: Floats,
    luck: Floats,
    worth: Floats,
    allowed: Flags,
    shift: Whole,
    parts: Whole,
    nearest: bool,
    no_answer: int,
    overrun: int,
    spare: int,
) -> tuple[Whole, Whole, Whole, Whole, Whole]:
    crews, people = allowed.shape
    free = np.ones(people, np.bool_)
    for crew in range(crews):
        for at in range(plan_length[crew]):
            free[plan_stop[crew, at]] = False
    log = np.zeros((5, crews * MOST_STOPS), np.int64)
    tried = 0
    for crew in range(crews):
        now, here, at = shift[crew, 0], 0, 0
        home_by = shift[crew, 1] + overrun
        for _ in range(MOST_STOPS):
            who, start, wait_until = -1, 0, -1
            if at < plan_length[crew]:
                who = plan_stop[crew, at]
                opens = parts[plan_part[crew, at], 0]
                arrives = now + travel[here, who + 1]
                start = max(arrives, opens)
                if start + service[who] + travel[who + 1, 0] > home_by:
                    at += 1
                    continue
                if opens - arrives > spare:
                    wait_until = opens
            if who < 0 or wait_until >= 0:
                best, chosen, chosen_at = -1.0e18, -1, 0
                for other in range(people):
                    if not free[other] or not allowed[crew, other]:
                        continue
                    arrives = now + travel[here, other + 1]
                    if wait_until >= 0:
                        if arrives + expected[other] + travel[other + 1, who + 1] > wait_until:
                            continue
                    elif arrives + service[other] + travel[other + 1, 0] > home_by:
                        continue
                    part = _part_at(arrives, parts)
                    if part < 0 or worth[other, part] <= 0:
                        continue
                    if nearest:
                        score = -float(travel[here, other + 1])
                    else:
                        score = worth[other, part] / (travel[here, other + 1] + expected[other])
                    if score > best:
                        best, chosen, chosen_at = score, other, arrives
                if chosen >= 0:
                    who, start = chosen, chosen_at
                elif who < 0:
                    break
                else:
                    at += 1
            else:
                at += 1
            free[who] = False
            part = _part_at(start, parts)
            answered = luck[who] < chance[who, part]
            log[0, tried], log[1, tried], log[2, tried] = who, crew, part
            log[3, tried], log[4, tried] = start, 1 if answered else 0
            now = start + (service[who] if answered else no_answer)
            here = who + 1
            tried += 1
    return log[0, :tried], log[1, :tried], log[2, :tried], log[3, :tried], log[4, :tried]
