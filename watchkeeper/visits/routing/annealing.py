"""Destroy, repair, keep or go back: the loop of the search, compiled. Arrays as `kernels` explains."""

import numpy as np

from watchkeeper.visits.routing.compiled import compiled, within
from watchkeeper.visits.routing.kernels import (
    EVEN,
    clear_way,
    destroy,
    drawn,
    find_insertions,
    put_in,
    time_round,
)
from watchkeeper.visits.routing.night import Bools, Data, Floats, Ints

NOTHING = -1e300

REMOVED_MOST = 8
"""Visits taken out at once when they are taken singly. More tears up what was good."""

LEAST_GREED, GREED_RANGE, NOISE_MOST = 0.5, 1.5, 0.4
"""Gain is raised to a power drawn from here, then divided by minutes; noise is a share of the score."""


WILD, WILDER = 0.1, 4.0
"""One turn in ten the noise is so many times as loud: small nights are otherwise always filled alike."""

LEAST_BETTER = 1e-9
"""Points below which two plans are worth the same."""


@within
def refresh(
    k: int,
    stops: Ints,
    length: Ints,
    minutes: Ints,
    night: Data,
    must: Bools,
    price: float,
    rate: float,
    best: Floats,
    scores: Floats,
    place: Ints,
    points: Floats,
) -> None:
    """Round `k` has changed: its minutes, its value in `points`, and who would fit in it."""
    points[k] = time_round(k, stops, length, minutes, night, price)
    find_insertions(k, stops, length, minutes, night, must, price, rate, best, scores, place)


@within
def next_required(
    musts: Ints, crew_of: Ints, noise: Floats, whims: Floats, scores: Floats, place: Ints
) -> tuple[int, int]:
    """Of the required in no round who fit somewhere, whoever fewest crews can take, and the best crew."""
    chosen, crew, fewest = -1, -1, 0.0
    for i in range(musts.shape[0]):
        c, able, best, most = musts[i], 0, -1, NOTHING
        if crew_of[c] >= 0:
            continue
        for k in range(place.shape[0]):
            if place[k, c] >= 0:
                able += 1
                score = scores[k, c, 0] - whims[k] * abs(scores[k, c, 0])
                if score > most:
                    best, most = k, score
        choice = able * (1.0 - noise[c])
        if able > 0 and (chosen < 0 or choice < fewest):
            chosen, crew, fewest = c, best, choice
    return chosen, crew


@within
def find_leader(
    k: int,
    crew_of: Ints,
    must: Bools,
    power: float,
    noise: Floats,
    whim: float,
    scores: Floats,
    place: Ints,
    top: Ints,
    tops: Floats,
) -> None:
    """Whose insertion in round `k` scores best, to `top`, and the score, to `tops`; -1 when nobody fits."""
    top[k], tops[k] = -1, NOTHING
    for c in range(place.shape[1]):
        if place[k, c] >= 0 and crew_of[c] < 0 and not must[c]:
            score = power * scores[k, c, 0] - scores[k, c, 1] - noise[c] - whim
            if score > tops[k]:
                top[k], tops[k] = c, score


@within
def keep(
    k: int,
    stops: Ints,
    length: Ints,
    minutes: Ints,
    scores: Floats,
    place: Ints,
    points: Floats,
    to_stops: Ints,
    to_length: Ints,
    to_minutes: Ints,
    to_scores: Floats,
    to_place: Ints,
    to_points: Floats,
) -> None:
    """Copy everything known of round `k` from one set of arrays to another."""
    to_length[k], to_points[k] = length[k], points[k]
    for p in range(length[k] + 1):
        if p < length[k]:
            to_stops[k, p, 0], to_stops[k, p, 1] = stops[k, p, 0], stops[k, p, 1]
        for i in range(4):
            to_minutes[k, p, i] = minutes[k, p, i]
    for c in range(place.shape[1]):
        to_place[k, c] = place[k, c]
        to_scores[k, c, 0], to_scores[k, c, 1] = scores[k, c, 0], scores[k, c, 1]


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
    stops: Ints,
    length: Ints,
    best_stops: Ints,
    best_length: Ints,
    best_value: float,
) -> tuple[float, float]:
    """`turns` turns of destroy and repair from the plan in `stops` and `length`, which it changes.

    A worse plan is kept with the chance annealing gives it at temperature `hot`, which falls by
    the factor `cooling` each turn. Each required person left out costs `penalty`. The best plan
    met goes to `best_*`. Returns its value, penalties taken off, and the temperature reached.
    """
    may, shift = night[6], night[7]
    crews, people, room = length.shape[0], must.shape[0], stops.shape[1]
    minutes, place = np.zeros((crews, room + 1, 4), np.int64), np.zeros((crews, people), np.int64)
    scores, points = np.zeros((crews, people, 2)), np.zeros(crews)
    was_stops, was_length = np.zeros((crews, room, 2), np.int64), np.zeros(crews, np.int64)
    was_minutes, was_place = np.zeros((crews, room + 1, 4), np.int64), np.zeros((crews, people), np.int64)
    was_scores, was_points = np.zeros((crews, people, 2)), np.zeros(crews)
    best, noise, whims = np.zeros((people, 2)), np.zeros(people), np.zeros(crews)
    top, tops = np.zeros(crews, np.int64), np.zeros(crews)
    crew_of, touched = np.zeros(people, np.int64), np.zeros(crews, np.bool_)
    stale, dirty = np.zeros(crews, np.bool_), np.zeros(crews, np.bool_)
    span, now, unmet, was_unmet = 1.0, NOTHING, 0, 0
    for c in range(people):
        crew_of[c] = -1
    for k in range(crews):
        span += shift[k, 1] - shift[k, 0]
        for p in range(length[k]):
            crew_of[stops[k, p, 0]] = k
    rate = max(0.0, best_value) / span
    for turn in range(-1, turns):  # the first only takes stock of the plan given
        for k in range(crews):
            touched[k] = turn < 0
        if turn >= 0:
            cleared = unmet > 0 and drawn(state) < EVEN
            if cleared:
                cleared = clear_way(state, unmet, stops, length, crew_of, must, may, touched)
            if not cleared:
                destroy(state, stops, length, crew_of, near, touched, REMOVED_MOST)
        power, loud = LEAST_GREED, NOISE_MOST
        if turn >= 0:
            power, loud = LEAST_GREED + GREED_RANGE * drawn(state), NOISE_MOST * drawn(state)
            if drawn(state) < WILD:
                loud *= WILDER
            for c in range(people):
                noise[c] = loud * drawn(state)
            for k in range(crews):
                whims[k] = loud * drawn(state)
        for k in range(crews):
            stale[k], dirty[k] = touched[k], True
        requiring = musts.shape[0] > 0
        while True:
            for k in range(crews):
                if stale[k]:
                    refresh(k, stops, length, minutes, night, must, price, rate, best, scores, place, points)
                    stale[k] = False
            if turn < 0:
                break
            chosen, crew = -1, 0
            if requiring:
                chosen, crew = next_required(musts, crew_of, noise, whims, scores, place)
                requiring = chosen >= 0
            if chosen < 0:
                crew = 0
                for k in range(crews):
                    if dirty[k]:
                        find_leader(k, crew_of, must, power, noise, whims[k], scores, place, top, tops)
                        dirty[k] = False
                    if tops[k] > tops[crew]:
                        crew = k
                chosen = top[crew]
                if chosen < 0:
                    break
            put_in(crew, chosen, place, stops, length, crew_of)
            for k in range(crews):
                dirty[k] |= top[k] == chosen
            stale[crew] = dirty[crew] = touched[crew] = True
        unmet = 0
        for i in range(musts.shape[0]):
            unmet += crew_of[musts[i]] < 0
        new = -penalty * unmet
        for k in range(crews):
            new += points[k]
        taken = turn < 0 or new >= now or drawn(state) < np.exp((new - now) / hot)
        if taken:
            now, was_unmet = new, unmet
        else:
            unmet = was_unmet
            for k in range(crews):
                if touched[k]:
                    for p in range(length[k]):
                        crew_of[stops[k, p, 0]] = -1
        for k in range(crews):
            if touched[k] and taken:
                keep(
                    k,
                    stops,
                    length,
                    minutes,
                    scores,
                    place,
                    points,
                    was_stops,
                    was_length,
                    was_minutes,
                    was_scores,
                    was_place,
                    was_points,
                )
            elif touched[k]:
                keep(
                    k,
                    was_stops,
                    was_length,
                    was_minutes,
                    was_scores,
                    was_place,
                    was_points,
                    stops,
                    length,
                    minutes,
                    scores,
                    place,
                    points,
                )
                for p in range(length[k]):
                    crew_of[stops[k, p, 0]] = k
        if taken and new > best_value + LEAST_BETTER:
            best_value = new
            for k in range(crews):
                best_length[k] = length[k]
                for p in range(length[k]):
                    best_stops[k, p, 0], best_stops[k, p, 1] = stops[k, p, 0], stops[k, p, 1]
        hot *= cooling if turn >= 0 else 1.0
    return best_value, hot
