"""Destroy, repair, keep or go back: the loop of the search, compiled."""

import numpy as np

from watchkeeper.visits.routing.compiled import compiled
from watchkeeper.visits.routing.kernels import (
    GREED_RANGE,
    LEAST_GREED,
    NOISE_MOST,
    REMOVED_MOST,
    destroy,
    drawn,
    find_insertions,
    put_in,
    time_round,
)
from watchkeeper.visits.routing.night import Bools, Data, Floats, Ints

NOTHING = -1e300


@compiled
def fill(
    crew_of: Ints,
    musts: Ints,
    must: Bools,
    power: float,
    noise: Floats,
    who: Ints,
    part: Ints,
    length: Ints,
    first: Ints,
    last: Ints,
    night: Data,
    price: float,
    rate: float,
    gains: Floats,
    minutes: Floats,
    greed: Floats,
    cost: Floats,
    place: Ints,
    points: Floats,
    touched: Bools,
) -> int:
    """Insert whoever must be visited, fewest crews first, then whoever earns most for the minutes taken.

    Returns how many required people found no room. Rounds changed are marked in `touched` and
    their value kept in `points`.
    """
    crews, people = length.shape[0], must.shape[0]
    unmet = 0
    while True:
        chosen, crew, fewest, unmet = -1, -1, crews + 1, 0
        for c in musts:
            if crew_of[c] >= 0:
                continue
            unmet += 1
            able, best = 0, -1
            for k in range(crews):
                if place[k, c] >= 0:
                    able += 1
                    if best < 0 or greed[k, c] > greed[best, c]:
                        best = k
            if able > 0 and (
                able < fewest
                or (able == fewest and greed[best, c] + noise[c] > greed[crew, chosen] + noise[chosen])
            ):
                chosen, crew, fewest = c, best, able
        if chosen < 0:
            break
        put_in(crew, chosen, place, who, part, length, crew_of)
        touched[crew] = True
        points[crew] = time_round(crew, who, part, length, first, last, night, price)
        find_insertions(
            crew, who, length, first, last, night, must, price, rate, gains, minutes, greed, cost, place
        )
    top = np.full(crews, -1, np.int64)
    score = np.full(crews, NOTHING)
    for k in range(crews):
        top[k], score[k] = leader(k, crew_of, must, power, noise, greed, cost, place, people)
    while True:
        k = int(np.argmax(score))
        chosen = top[k]
        if chosen < 0:
            return unmet
        put_in(k, chosen, place, who, part, length, crew_of)
        touched[k] = True
        points[k] = time_round(k, who, part, length, first, last, night, price)
        find_insertions(
            k, who, length, first, last, night, must, price, rate, gains, minutes, greed, cost, place
        )
        for other in range(crews):
            if other == k or top[other] == chosen:
                top[other], score[other] = leader(
                    other, crew_of, must, power, noise, greed, cost, place, people
                )


@compiled
def leader(
    k: int,
    crew_of: Ints,
    must: Bools,
    power: float,
    noise: Floats,
    greed: Floats,
    cost: Floats,
    place: Ints,
    people: int,
) -> tuple[int, float]:
    """Whose insertion in round `k` scores best, and the score; -1 when nobody fits."""
    top, best = -1, NOTHING
    for c in range(people):
        if place[k, c] >= 0 and crew_of[c] < 0 and not must[c]:
            score = power * greed[k, c] - cost[k, c] - noise[c]
            if score > best:
                top, best = c, score
    return top, best


@compiled
def anneal(
    turns: int,
    state: Ints,
    hot: float,
    cooling: float,
    night: Data,
    must: Bools,
    musts: Ints,
    near: Ints,
    price: float,
    penalty: float,
    who: Ints,
    part: Ints,
    length: Ints,
    best_who: Ints,
    best_part: Ints,
    best_length: Ints,
    best_value: float,
) -> tuple[float, float]:
    """`turns` rounds of destroy and repair from the plan in `who`, `part`, `length`, which it changes.

    A worse plan is kept with the chance annealing gives it at temperature `hot`, which falls by
    the factor `cooling` each turn. Each required person left out costs `penalty`. The best plan
    met goes to `best_*`. Returns its value, penalties taken off, and the temperature reached.
    """
    service, may, shift = night[2], night[6], night[7]
    crews, people, room = length.shape[0], service.shape[0], who.shape[1]
    first, last = np.zeros((crews, room + 1, 2), np.int64), np.zeros((crews, room + 1, 2), np.int64)
    greed, cost = np.zeros((crews, people)), np.zeros((crews, people))
    place = np.full((crews, people), -1, np.int64)
    points, gains, minutes, noise = np.zeros(crews), np.zeros(people), np.zeros(people), np.zeros(people)
    crew_of = np.full(people, -1, np.int64)
    touched = np.zeros(crews, np.bool_)
    span = 1.0
    for k in range(crews):
        span += shift[k, 1] - shift[k, 0]
        for p in range(length[k]):
            crew_of[who[k, p]] = k
    rate = 0.0
    for k in range(crews):
        points[k] = time_round(k, who, part, length, first, last, night, price)
        find_insertions(
            k, who, length, first, last, night, must, price, rate, gains, minutes, greed, cost, place
        )
    unmet = 0
    for c in musts:
        unmet += crew_of[c] < 0
    now = points.sum() - penalty * unmet
    was_who, was_part, was_length = who.copy(), part.copy(), length.copy()
    was_first, was_last, was_points = first.copy(), last.copy(), points.copy()
    was_greed, was_cost, was_place = greed.copy(), cost.copy(), place.copy()
    was_unmet = unmet
    for _ in range(turns):
        touched[:] = False
        destroy(state, unmet, who, part, length, crew_of, near, must, may, touched, REMOVED_MOST)
        rate = max(0.0, points.sum()) / span
        for k in range(crews):
            if touched[k]:
                points[k] = time_round(k, who, part, length, first, last, night, price)
                find_insertions(
                    k, who, length, first, last, night, must, price, rate, gains, minutes, greed, cost, place
                )
        power = LEAST_GREED + GREED_RANGE * drawn(state)
        loud = NOISE_MOST * drawn(state)
        for c in range(people):
            noise[c] = loud * drawn(state)
        unmet = fill(
            crew_of,
            musts,
            must,
            power,
            noise,
            who,
            part,
            length,
            first,
            last,
            night,
            price,
            rate,
            gains,
            minutes,
            greed,
            cost,
            place,
            points,
            touched,
        )
        new = points.sum() - penalty * unmet
        if new >= now or drawn(state) < np.exp((new - now) / hot):
            now, was_unmet = new, unmet
            for k in range(crews):
                if touched[k]:
                    was_length[k], was_points[k] = length[k], points[k]
                    was_who[k], was_part[k] = who[k], part[k]
                    was_first[k], was_last[k] = first[k], last[k]
                    was_greed[k], was_cost[k], was_place[k] = greed[k], cost[k], place[k]
            if new > best_value + 1e-9:
                best_value = new
                best_who[:], best_part[:], best_length[:] = who, part, length
        else:
            unmet = was_unmet
            for k in range(crews):
                if touched[k]:
                    for p in range(length[k]):
                        crew_of[who[k, p]] = -1
            for k in range(crews):
                if touched[k]:
                    length[k], points[k] = was_length[k], was_points[k]
                    who[k], part[k] = was_who[k], was_part[k]
                    first[k], last[k] = was_first[k], was_last[k]
                    greed[k], cost[k], place[k] = was_greed[k], was_cost[k], was_place[k]
                    for p in range(length[k]):
                        crew_of[who[k, p]] = k
        hot *= cooling
    return best_value, hot
