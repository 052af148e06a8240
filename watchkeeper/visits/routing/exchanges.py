"""The best exchange for every crew and person at once, compiled: what explaining a whole plan needs.

Take any run of visits that are not required out of a round, or none, and put one person in. The
loops are those of `polishing`, kept for everybody and not for the best alone. Arrays as `kernels`
explains.
"""

from dataclasses import dataclass

import numpy as np

from watchkeeper.visits.routing.compiled import compiled
from watchkeeper.visits.routing.kernels import NEVER, find_insertions, time_round
from watchkeeper.visits.routing.night import Bools, Data, Floats, Ints, Night
from watchkeeper.visits.routing.rounds import Rounds
from watchkeeper.visits.routing.search import arrays, room_of


@dataclass(frozen=True, slots=True, eq=False)
class Exchanges:
    """Of crew k and person c: points gained by the best exchange, minus infinity where there is none.

    gained (k, n)     what the round of k gains with c in it, less what those who make way bring
    first, after (k, n)  the run of stops that makes way, by number in the round as it stands
    part (k, n)       the part of the day in which c is put in
    """

    gained: Floats
    first: Ints
    after: Ints
    part: Ints


def exchanges(night: Night, plan: Rounds) -> Exchanges:
    """Every best exchange of `plan`. Nobody is exchanged within a round they are in already."""
    k, n = night.crews, night.candidates
    room = max(room_of(night), max(map(len, plan.rounds), default=0))
    stops, length = np.zeros((k, room, 2), np.int64), np.zeros(k, np.int64)
    for crew, visits in enumerate(plan.rounds):
        length[crew] = len(visits)
        for at, stop in enumerate(visits):
            stops[crew, at] = stop.candidate, stop.part
    gained, way = np.full((k, n), -np.inf), np.zeros((k, n, 3), np.int64)
    if k and n:
        _fill(arrays(night), night.must.copy(), float(night.minute_price), stops, length, gained, way)
    return Exchanges(gained, way[:, :, 0], way[:, :, 1], way[:, :, 2])


@compiled
def _fill(
    night: Data, must: Bools, price: float, stops: Ints, length: Ints, gained: Floats, way: Ints
) -> None:
    """Fill `gained` (k, n) and `way` (k, n, 3): first, after and part of the best exchange."""
    crews, people, room = length.shape[0], must.shape[0], stops.shape[1]
    minutes, place = np.zeros((crews, room + 1, 4), np.int64), np.zeros((crews, people), np.int64)
    scores, best = np.zeros((crews, people, 2)), np.zeros((people, 2))
    tried, many = np.zeros((crews, room, 2), np.int64), np.zeros(crews, np.int64)
    own, by_gain = np.zeros(people, np.bool_), np.ones(people, np.bool_)
    for k in range(crews):
        for c in range(people):
            own[c] = False
        for p in range(length[k]):
            own[stops[k, p, 0]] = True
        points = time_round(k, stops, length, minutes, night, price)
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
                    if place[k, c] >= 0 and not own[c]:
                        gain = value + scores[k, c, 0] - points
                        if gain > gained[k, c]:
                            gained[k, c], way[k, c, 0], way[k, c, 1] = gain, start, end
                            way[k, c, 2] = place[k, c] & 3
