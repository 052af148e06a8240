"""Every exchange a supervisor could ask about, tried: the last step of the search, compiled.

Take any run of visits out of a round, or none, and put one person in, from outside or from another
round. While that gains points it is done. So `explaining` never has to say there was a better way.
Arrays as `kernels` explains.
"""

import numpy as np

from watchkeeper.visits.routing.compiled import compiled, within
from watchkeeper.visits.routing.kernels import NEVER, find_insertions, put_in, take_out, time_round
from watchkeeper.visits.routing.night import Bools, Data, Floats, Ints

LEAST_GAIN = 1e-6
"""Points below which nothing is gained: sums of worth are not exact."""

NO_WAY = 1e300

ROUNDING = 1e-9
"""Share of the points at stake within which a bound is not believed: sums of worth are not exact."""


@within
def worth_trying(
    k: int,
    round_gains: float,
    most: float,
    stops: Ints,
    length: Ints,
    night: Data,
    price: float,
    crew_of: Ints,
    loss: Floats,
    dearest: Floats,
    wanted: Bools,
) -> bool:
    """Who could gain more than `most` in round `k` of `stops`, whatever the place, to `wanted`; is there any?

    Nobody brings more than their dearest part of the day, and no detour saves more than the leg it replaces.
    """
    travel, may, start, end, bases = night[0], night[6], night[9], night[10], night[11]
    at, leg, any_wanted = start[k], 0, False
    for p in range(length[k] + 1 if length[k] > 0 else 0):
        there = end[k] if p == length[k] else bases + stops[k, p, 0]
        leg = max(leg, travel[at, there])
        at = there
    for c in range(crew_of.shape[0]):
        wanted[k, c] = False
        if may[k, c] and crew_of[c] != k:
            bound = round_gains + dearest[k, c] + price * leg
            slack = ROUNDING * (1.0 + abs(round_gains) + dearest[k, c] + price * leg)
            wanted[k, c] = bound + slack - (loss[c] if crew_of[c] >= 0 else 0.0) > most
            any_wanted |= wanted[k, c]
    return any_wanted


@compiled
def polish(night: Data, must: Bools, price: float, stops: Ints, length: Ints) -> float:
    """Better the plan in `stops` and `length` until no exchange gains. Returns its points."""
    crews, people, room = length.shape[0], must.shape[0], stops.shape[1]
    minutes, place = np.zeros((crews, room + 1, 4), np.int64), np.zeros((crews, people), np.int64)
    scores, best, points = np.zeros((crews, people, 2)), np.zeros((people, 2)), np.zeros(crews)
    tried, many = np.zeros((crews, room, 2), np.int64), np.zeros(crews, np.int64)
    crew_of, loss, by_gain = np.zeros(people, np.int64), np.zeros(people), np.ones(people, np.bool_)
    for c in range(people):
        crew_of[c] = -1
    stale, busy, idle = np.ones(crews, np.bool_), 0, 0
    travel, onward, service, opens, closes, worth, _, shift, breaks, start_at, end_at, bases = night
    wanted, dearest = np.zeros((crews, people), np.bool_), np.zeros((crews, people))
    among = (travel, onward, service, opens, closes, worth, wanted, shift, breaks, start_at, end_at, bases)
    for k in range(crews):
        for c in range(people):
            for s in range(worth.shape[2]):
                dearest[k, c] = max(dearest[k, c], worth[k, c, s])
    while idle <= crews:
        for k in range(crews):  # what each visit of a changed round brings it; -1 tries the round whole
            for gone in range(-1, length[k] if stale[k] else -1):
                many[k] = 0
                for p in range(length[k]):
                    if p != gone:
                        tried[k, many[k], 0], tried[k, many[k], 1] = stops[k, p, 0], stops[k, p, 1]
                        many[k] += 1
                value = time_round(k, tried, many, minutes, night, price)
                if gone < 0:
                    points[k] = value
                else:
                    c = stops[k, gone, 0]
                    crew_of[c] = k
                    loss[c] = points[k] - value if minutes[k, many[k], 1] < NEVER else NO_WAY
            stale[k] = False
        k, most, chosen, first, after, where = busy, LEAST_GAIN, -1, 0, 0, 0
        for start in range(length[k] + 1):
            for end in range(start, length[k] + 1):
                if end > start and must[stops[k, end - 1, 0]]:
                    break
                if end == start and start > 0:
                    continue
                many[k] = 0
                for p in range(length[k]):
                    if p < start or p >= end:
                        tried[k, many[k], 0], tried[k, many[k], 1] = stops[k, p, 0], stops[k, p, 1]
                        many[k] += 1
                value = time_round(k, tried, many, minutes, night, price)
                if minutes[k, many[k], 1] == NEVER:
                    continue
                gains = value - points[k]
                if not worth_trying(
                    k, gains, most, tried, many, night, price, crew_of, loss, dearest, wanted
                ):
                    continue
                find_insertions(k, tried, many, minutes, among, by_gain, price, 0.0, best, scores, place)
                for c in range(people):
                    if place[k, c] >= 0:
                        gained = value + scores[k, c, 0] - points[k] - (loss[c] if crew_of[c] >= 0 else 0.0)
                        if gained > most:
                            most, chosen, first, after, where = gained, c, start, end, place[k, c]
        if chosen >= 0:
            other = crew_of[chosen]
            if other >= 0:
                for p in range(length[other]):
                    if stops[other, p, 0] == chosen:
                        take_out(other, p, stops, length, crew_of)
                        break
                stale[other] = True
            for p in range(after - 1, first - 1, -1):
                take_out(k, p, stops, length, crew_of)
            place[k, chosen] = where
            put_in(k, chosen, place, stops, length, crew_of)
            stale[k], idle = True, 0
        else:
            busy, idle = (k + 1) % crews, idle + 1
    return points.sum()
