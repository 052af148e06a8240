"""The loops of the search, compiled: times of a round, best insertions, removal, going back.

Everything here works on arrays that `search` lays out:

stops   (K, L, 2)    who is visited, and in which part of the day; `length` (K,) of them count
minutes (K, L+1, 4)  earliest start with the crew's break still to be taken and with it taken, latest
                     start likewise; the last row is the way home. No break: it was always taken
place   (K, n)       4 x gap + part of the best insertion of a person in a round; -1: none
scores  (K, n, 2)    logarithms of its gain and of the minutes it takes; for somebody who must be
                     visited, the gain less the going rate of the minutes, and 0

Assignments are written out one by one: numba is slow to compile slices.
"""

import numpy as np

from watchkeeper.visits.routing.compiled import within
from watchkeeper.visits.routing.night import Bools, Data, Floats, Ints

NEVER = 1 << 40
"""A minute that never comes; its negative, one long gone."""

SPARE = 8.0
"""Minutes added to what a visit takes before gain is divided by it, so that a visit that fits into
waiting time is not worth infinitely much."""

RELATED, SINGLE = 0.35, 0.65
"""Draws up to the first take out neighbours of one visit, up to the second any visits; then pieces of
rounds."""

PASSED_OVER = 0.2
"""Chance that a neighbour is passed over, so that the same visit does not always take the same ones along."""

EVEN = 0.5
"""An even chance."""


@within
def drawn(state: Ints) -> float:
    """The next number from 0 up to 1 of our own stream, which `state` (1,) carries from chunk to chunk."""
    x = np.uint64(state[0])
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    state[0] = np.int64(x)
    return float((x * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(11)) / 9007199254740992.0


@within
def time_round(k: int, stops: Ints, length: Ints, minutes: Ints, night: Data, price: float) -> float:
    """Fill `minutes` of round `k`. Returns its value in points."""
    travel, _, service, opens, closes, worth, _, shift, breaks, start, end, bases = night
    rest, soonest, latest = breaks[k, 2], breaks[k, 0], breaks[k, 1]
    many, at, value = length[k], start[k], 0.0
    owed, taken = shift[k, 0], shift[k, 0]
    if rest > 0:
        taken = NEVER
    else:
        owed = NEVER
    for p in range(many + 1):
        there, low, high = end[k], shift[k, 0], shift[k, 1]
        if p < many:
            c, s = stops[k, p, 0], stops[k, p, 1]
            there, low, high = bases + c, opens[c, s], closes[c, s]
            value += worth[k, c, s]
        drive = travel[at, there] if many > 0 else 0
        value -= price * drive
        x0, x1 = owed + drive, taken + drive
        if owed <= latest:
            x1 = min(x1, max(x0, soonest) + rest)
        x0, x1 = max(x0, low), max(x1, low)
        minutes[k, p, 0] = x0 if x0 <= high else NEVER
        minutes[k, p, 1] = x1 if x1 <= high else NEVER
        if p < many:
            owed, taken, at = minutes[k, p, 0] + service[c], minutes[k, p, 1] + service[c], there
    minutes[k, many, 2], minutes[k, many, 3] = -NEVER, shift[k, 1]
    there = end[k]
    for p in range(many - 1, -1, -1):
        c, s = stops[k, p, 0], stops[k, p, 1]
        leg = travel[bases + c, there] + service[c]
        y0, y1 = minutes[k, p + 1, 2] - leg, minutes[k, p + 1, 3] - leg
        if rest > 0 and soonest + rest <= minutes[k, p + 1, 3]:
            y0 = max(y0, min(latest - service[c], y1 - rest))
        minutes[k, p, 2], minutes[k, p, 3] = min(y0, closes[c, s]), min(y1, closes[c, s])
        there = bases + c
    return value


@within
def find_insertions(
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
) -> None:
    """For everybody the crew may see, the best place in round `k` by gain for each minute it takes.

    `best` (n, 2) is scratch: gain and minutes of the best place so far.
    """
    travel, onward, service, opens, closes, worth, may, shift, breaks, start, end, bases = night
    people, many, parts = service.shape[0], length[k], opens.shape[1]
    rest, soonest, latest = breaks[k, 2], breaks[k, 0], breaks[k, 1]
    for c in range(people):
        place[k, c] = -1
    if many >= stops.shape[1]:
        return
    for p in range(many + 1):
        here, owed, taken = start[k], shift[k, 0], shift[k, 0]
        if p > 0:
            here, done = bases + stops[k, p - 1, 0], service[stops[k, p - 1, 0]]
            owed, taken = minutes[k, p - 1, 0] + done, minutes[k, p - 1, 1] + done
        elif rest > 0:
            taken = NEVER
        else:
            owed = NEVER
        there = end[k] if p == many else bases + stops[k, p, 0]
        late0, late1 = minutes[k, p, 2], minutes[k, p, 3]
        was0, was1 = minutes[k, p, 0], minutes[k, p, 1]
        direct = travel[here, there] if many > 0 else 0
        breakable = rest > 0 and owed <= latest
        for c in range(people):
            if not may[k, c]:
                continue
            to, on = travel[here, bases + c], onward[there, bases + c] + service[c]
            x0, x1 = owed + to, taken + to
            if breakable:
                x1 = min(x1, max(x0, soonest) + rest)
            if x1 + on > late1 and (rest == 0 or (x0 + on > late0 and x0 + on + rest > late1)):
                continue
            saved = price * (to + onward[there, bases + c] - direct)
            for s in range(parts):
                if worth[k, c, s] <= 0.0:
                    continue
                low, high = opens[c, s], closes[c, s]
                y0, y1, took = max(x0, low), max(x1, low), NEVER
                if y1 <= high and y1 + on <= late1:
                    took = y1 + on - was1
                if rest > 0 and y0 <= high:
                    if y0 + on <= late0:
                        took = min(took, y0 + on - was0)
                    broken = max(y0 + on, soonest) + rest
                    if y0 + service[c] <= latest and broken <= late1:
                        took = min(took, broken - was1)
                if took == NEVER:
                    continue
                if many == 0:
                    took = max(shift[k, 0] + to, low) + on - shift[k, 0]
                spent = max(took, 0) + SPARE
                gain = worth[k, c, s] - saved
                if must[c]:
                    score = gain - rate * spent
                    if place[k, c] < 0 or score > scores[k, c, 0]:
                        scores[k, c, 0], scores[k, c, 1], place[k, c] = score, 0.0, 4 * p + s
                elif gain > 0.0 and (place[k, c] < 0 or gain * best[c, 1] > best[c, 0] * spent):
                    best[c, 0], best[c, 1], place[k, c] = gain, spent, 4 * p + s
    for c in range(people):
        if place[k, c] >= 0 and not must[c]:
            scores[k, c, 0], scores[k, c, 1] = np.log(best[c, 0]), np.log(best[c, 1])


@within
def take_out(k: int, p: int, stops: Ints, length: Ints, crew_of: Ints) -> None:
    """Remove stop `p` of round `k`."""
    crew_of[stops[k, p, 0]] = -1
    for q in range(p, length[k] - 1):
        stops[k, q, 0], stops[k, q, 1] = stops[k, q + 1, 0], stops[k, q + 1, 1]
    length[k] -= 1


@within
def put_in(k: int, c: int, place: Ints, stops: Ints, length: Ints, crew_of: Ints) -> None:
    """Insert `c` into round `k` where `find_insertions` found room."""
    gap = place[k, c] >> 2
    for q in range(length[k], gap, -1):
        stops[k, q, 0], stops[k, q, 1] = stops[k, q - 1, 0], stops[k, q - 1, 1]
    stops[k, gap, 0], stops[k, gap, 1] = c, place[k, c] & 3
    length[k] += 1
    crew_of[c] = k


@within
def clear_way(
    state: Ints,
    unmet: int,
    stops: Ints,
    length: Ints,
    crew_of: Ints,
    must: Bools,
    may: Bools,
    touched: Bools,
) -> bool:
    """Clear one round that may take one of the required left out. False when the draw found none."""
    pick, k, every = int(drawn(state) * unmet), int(drawn(state) * length.shape[0]), drawn(state) < EVEN
    for c in range(must.shape[0]):
        if must[c] and crew_of[c] < 0:
            if pick == 0:
                if not may[k, c] or length[k] == 0:
                    return False
                touched[k] = True
                for p in range(length[k] - 1, -1, -1):
                    if every or not must[stops[k, p, 0]]:
                        take_out(k, p, stops, length, crew_of)
                return True
            pick -= 1
    return False


@within
def destroy(
    state: Ints, stops: Ints, length: Ints, crew_of: Ints, near: Ints, touched: Bools, most: int
) -> None:
    """Take some visits out: neighbours of one, up to `most` singles, or pieces of one or two rounds."""
    crews, total = length.shape[0], 0
    for k in range(crews):
        total += length[k]
    if total == 0:
        return
    kind = drawn(state)
    if kind >= SINGLE:
        for _ in range(1 + int(drawn(state) * 2)):
            k = int(drawn(state) * crews)
            if length[k] > 0:
                many = length[k] if drawn(state) < EVEN else 1 + int(drawn(state) * length[k])
                p = int(drawn(state) * (length[k] - many + 1))
                for _more in range(many):
                    take_out(k, p, stops, length, crew_of)
                touched[k] = True
        return
    many = 1 + int(drawn(state) * min(total, most))
    seed, taken = -1, 0
    for turn in range(near.shape[1] + 1):
        if taken >= many:
            return
        c = -1
        if kind < RELATED and turn > 0:
            c = near[seed, turn - 1]
            if crew_of[c] < 0 or drawn(state) < PASSED_OVER:
                continue
        else:
            at = int(drawn(state) * (total - taken))
            for k in range(crews):
                if at < length[k]:
                    c = stops[k, at, 0]
                    break
                at -= length[k]
            seed = c
        k, taken = crew_of[c], taken + 1
        for p in range(length[k]):
            if stops[k, p, 0] == c:
                take_out(k, p, stops, length, crew_of)
                break
        touched[k] = True
