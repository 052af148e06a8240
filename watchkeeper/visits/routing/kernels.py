"""The loops of the search, compiled: times of a round, best insertions, removal, repair, acceptance.

Everything here works on arrays that `search` lays out. A round is a row of `who` and `part` with
its `length`. Two earliest and two latest minutes are kept at each stop: with the crew's break still
to be taken (0) and with it taken (1); a crew without a break has always taken it.
"""

import numpy as np

from watchkeeper.visits.routing.compiled import compiled
from watchkeeper.visits.routing.night import Bools, Data, Floats, Ints

NEVER = 1 << 40
"""A minute that never comes; its negative, one long gone."""

SPARE = 8.0
"""Minutes added to what a visit takes before gain is divided by it, so that a visit that fits into
waiting time is not worth infinitely much."""

REMOVED_MOST = 8
"""Visits taken out at once when they are taken singly. More tears up what was good; tried 4 to 16."""

RELATED, SINGLE = 0.35, 0.65
"""Draws up to the first take out neighbours of one visit, up to the second any visits, then pieces of rounds."""

KEPT = 0.2
"""Chance that a neighbour is passed over, so that the same visit does not always take the same ones along."""

LEAST_GREED, GREED_RANGE, NOISE_MOST = 0.5, 1.5, 0.4
"""Gain is raised to a power drawn from here, then divided by minutes; noise is a share of the score."""


@compiled
def drawn(state: Ints) -> float:
    """The next number from 0 up to 1 of our own stream, which `state` (1,) carries from chunk to chunk."""
    x = np.uint64(state[0])
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    state[0] = np.int64(x)
    return float((x * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(11)) / 9007199254740992.0


@compiled
def time_round(
    k: int, who: Ints, part: Ints, length: Ints, first: Ints, last: Ints, night: Data, price: float
) -> float:
    """Fill earliest (`first`) and latest (`last`) minutes of round `k`, (K, L+1, 2). Returns its value."""
    travel, _, service, opens, closes, worth, _, shift, breaks, start, end, bases = night
    rest, soonest, latest = breaks[k, 2], breaks[k, 0], breaks[k, 1]
    stops = length[k]
    owed, taken = (shift[k, 0], NEVER) if rest > 0 else (NEVER, shift[k, 0])
    at, value = start[k], 0.0
    for p in range(stops + 1):
        if p < stops:
            c, s = who[k, p], part[k, p]
            there, low, high = bases + c, opens[c, s], closes[c, s]
        else:
            c, s, there, low, high = -1, -1, end[k], np.int64(0), shift[k, 1]
        drive = travel[at, there] if stops > 0 else np.int64(0)
        value -= price * drive
        x0, x1 = owed + drive, taken + drive
        if owed <= latest:
            x1 = min(x1, max(x0, soonest) + rest)
        x0, x1 = max(x0, low), max(x1, low)
        first[k, p, 0] = x0 if x0 <= high else NEVER
        first[k, p, 1] = x1 if x1 <= high else NEVER
        if p < stops:
            value += worth[k, c, s]
            owed, taken, at = first[k, p, 0] + service[c], first[k, p, 1] + service[c], there
    last[k, stops, 0], last[k, stops, 1] = -NEVER, shift[k, 1]
    there = end[k]
    for p in range(stops - 1, -1, -1):
        c, s = who[k, p], part[k, p]
        leg = travel[bases + c, there] + service[c]
        y0, y1 = last[k, p + 1, 0] - leg, last[k, p + 1, 1] - leg
        if rest > 0 and soonest + rest <= last[k, p + 1, 1]:
            y0 = max(y0, min(latest - service[c], y1 - rest))
        last[k, p, 0], last[k, p, 1] = min(y0, closes[c, s]), min(y1, closes[c, s])
        there = bases + c
    return value


@compiled
def find_insertions(
    k: int,
    who: Ints,
    length: Ints,
    first: Ints,
    last: Ints,
    night: Data,
    must: Bools,
    price: float,
    rate: float,
    gains: Floats,
    minutes: Floats,
    greed: Floats,
    cost: Floats,
    place: Ints,
) -> None:
    """For everybody the crew may see, the best place in round `k` by gain for each minute it takes.

    `place` (K, n) holds 4 x gap + part, -1 for none; `greed` the logarithm of the gain and `cost` of the
    minutes; for somebody who must be visited, gain less the going `rate` of the minutes, and 0.
    """
    travel, onward, service, opens, closes, worth, may, shift, breaks, start, end, bases = night
    people, stops = service.shape[0], length[k]
    rest, soonest, latest = breaks[k, 2], breaks[k, 0], breaks[k, 1]
    place[k, :] = -1
    if stops >= who.shape[1]:
        return
    for p in range(stops + 1):
        here = start[k] if p == 0 else bases + who[k, p - 1]
        there = end[k] if p == stops else bases + who[k, p]
        begin = shift[k, 0] if p == 0 else np.int64(0)
        if p == 0:
            owed, taken = (begin, NEVER) if rest > 0 else (NEVER, begin)
        else:
            done = service[who[k, p - 1]]
            owed, taken = first[k, p - 1, 0] + done, first[k, p - 1, 1] + done
        late0, late1 = last[k, p, 0], last[k, p, 1]
        was0, was1 = first[k, p, 0], first[k, p, 1]
        direct = travel[here, there] if stops > 0 else np.int64(0)
        out, back = travel[here], onward[there]
        breakable = rest > 0 and owed <= latest
        for c in range(people):
            if not may[k, c]:
                continue
            to, on = out[bases + c], back[bases + c] + service[c]
            x0, x1 = owed + to, taken + to
            if breakable:
                x1 = min(x1, max(x0, soonest) + rest)
            if x0 + on > late0 and x1 + on > late1 and (rest == 0 or x0 + on + rest > late1):
                continue
            saved = price * (to + back[bases + c] - direct)
            for s in range(opens.shape[1]):
                if worth[k, c, s] <= 0.0:
                    continue
                low, high = opens[c, s], closes[c, s]
                took = NEVER
                y1 = max(x1, low)
                if y1 <= high and y1 + on <= late1:
                    took = y1 + on - was1
                if rest > 0:
                    y0 = max(x0, low)
                    if y0 <= high:
                        if y0 + on <= late0:
                            took = min(took, y0 + on - was0)
                        broken = max(y0 + on, soonest) + rest
                        if y0 + service[c] <= latest and broken <= late1:
                            took = min(took, broken - was1)
                if took == NEVER:
                    continue
                if stops == 0:
                    took = max(begin + to, low) + on - begin
                spent = max(took, 0) + SPARE
                gain = worth[k, c, s] - saved
                if must[c]:
                    score = gain - rate * spent
                    if place[k, c] < 0 or score > greed[k, c]:
                        greed[k, c], cost[k, c], place[k, c] = score, 0.0, 4 * p + s
                elif gain > 0.0 and (place[k, c] < 0 or gain * minutes[c] > gains[c] * spent):
                    gains[c], minutes[c], place[k, c] = gain, spent, 4 * p + s
    for c in range(people):
        if place[k, c] >= 0 and not must[c]:
            greed[k, c], cost[k, c] = np.log(gains[c]), np.log(minutes[c])


@compiled
def take_out(k: int, p: int, who: Ints, part: Ints, length: Ints, crew_of: Ints) -> None:
    """Remove stop `p` of round `k`."""
    crew_of[who[k, p]] = -1
    for q in range(p, length[k] - 1):
        who[k, q], part[k, q] = who[k, q + 1], part[k, q + 1]
    length[k] -= 1


@compiled
def put_in(k: int, c: int, place: Ints, who: Ints, part: Ints, length: Ints, crew_of: Ints) -> None:
    """Insert `c` into round `k` where `find_insertions` found room."""
    gap = place[k, c] >> 2
    for q in range(length[k], gap, -1):
        who[k, q], part[k, q] = who[k, q - 1], part[k, q - 1]
    who[k, gap], part[k, gap] = c, place[k, c] & 3
    length[k] += 1
    crew_of[c] = k


@compiled
def destroy(
    state: Ints,
    unmet: int,
    who: Ints,
    part: Ints,
    length: Ints,
    crew_of: Ints,
    near: Ints,
    must: Bools,
    may: Bools,
    touched: Bools,
    most: int,
) -> None:
    """Take some visits out: neighbours, singles, pieces of rounds, or what is in the way of the required."""
    crews, total = length.shape[0], 0
    for k in range(crews):
        total += length[k]
    if total == 0:
        return
    if unmet > 0 and drawn(state) < 0.5:
        pick = int(drawn(state) * unmet)
        for c in range(must.shape[0]):
            if must[c] and crew_of[c] < 0:
                if pick == 0:
                    k = int(drawn(state) * crews)
                    every = drawn(state) < 0.5
                    if may[k, c] and length[k] > 0:
                        touched[k] = True
                        for p in range(length[k] - 1, -1, -1):
                            if every or not must[who[k, p]]:
                                take_out(k, p, who, part, length, crew_of)
                        return
                    break
                pick -= 1
    kind = drawn(state)
    if kind >= SINGLE:
        for _ in range(1 + int(drawn(state) * 2)):
            k = int(drawn(state) * crews)
            if length[k] == 0:
                continue
            many = length[k] if drawn(state) < 0.5 else 1 + int(drawn(state) * length[k])
            p = int(drawn(state) * (length[k] - many + 1))
            for _more in range(many):
                take_out(k, p, who, part, length, crew_of)
            touched[k] = True
        return
    many = 1 + int(drawn(state) * min(total, most))
    seed, taken, at = -1, 0, 0
    for turn in range(many if kind >= RELATED else near.shape[1] + 1):
        if kind < RELATED and turn > 0:
            c = near[seed, turn - 1]
            if taken >= many:
                break
            if crew_of[c] < 0 or drawn(state) < KEPT:
                continue
        else:
            at = int(drawn(state) * total)
            c = -1
            for k in range(crews):
                if at < length[k]:
                    c = who[k, at]
                    break
                at -= length[k]
            if c < 0:
                continue
            seed = c
        k = crew_of[c]
        for p in range(length[k]):
            if who[k, p] == c:
                take_out(k, p, who, part, length, crew_of)
                break
        touched[k] = True
        taken += 1
        if kind >= RELATED:
            total -= 1
