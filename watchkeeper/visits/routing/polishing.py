"""Every exchange a supervisor could ask about, tried: the last step of the search, compiled.

Take any run of visits out of a round, or none, and put one person in, from outside or from another
round. While that gains points it is done. So `explaining` never has to say there was a better way.
Arrays as `kernels` explains.
"""

import numpy as np

from watchkeeper.visits.routing.compiled import compiled
from watchkeeper.visits.routing.kernels import NEVER, find_insertions, put_in, take_out, time_round
from watchkeeper.visits.routing.night import Bools, Data, Ints

LEAST_GAIN = 1e-6
"""Points below which nothing is gained: sums of worth are not exact."""

NO_WAY = 1e300


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
                find_insertions(k, tried, many, minutes, night, by_gain, price, 0.0, best, scores, place)
                for c in range(people):
                    if place[k, c] >= 0 and crew_of[c] != k:
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
