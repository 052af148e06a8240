"""The best rounds one crew could drive at given prices of people: labels over places and minutes, compiled.

A label is a round so far: where it ends, when it leaves there, whether the break has been taken,
what it has earned, and whom it may not visit again. That memory holds only people near each place
passed ("ng-routes"), so a round may come back to somebody after going far away: such a round is
worth at least as much as the best lawful one, which is what an upper bound needs.
"""

import numpy as np

from watchkeeper.visits.routing.compiled import compiled
from watchkeeper.visits.routing.night import Data, Floats, Ints

NEVER = 1 << 40
LEAST_GAIN = 1e-7
"""Points below which a round earns nothing."""


@compiled
def best_rounds(
    k: int,
    night: Data,
    earned: Floats,
    price: float,
    near: Ints,
    bit: Ints,
    exact: bool,
    values: Floats,
    labels: Ints,
    ends: Ints,
    out: Ints,
) -> tuple[float, int, bool]:
    """Best value of any round of crew `k`, how many rounds went to `out`, and whether room sufficed.

    earned (n, 3)  points of a visit less the person's price; 0 worth must already be -infinity
    near   (n, g)  whom a label at a place still remembers; bit (n, n) their place in that memory, or -1
    exact          False: forget the memory when labels are compared; quicker, and no bound
    values (m,), labels (m, 7)  room for m labels; the columns are named below
    ends   (n,)    scratch: best last label at each person
    out    (q, L, 2)  at most q rounds, one for each last person, best first, -1 after the last stop

    Travel must be a metric: then nobody is worth a visit who earns nothing, wherever they live.
    """
    node, leaves, parent, memory, following, chosen, rested = 0, 1, 2, 3, 4, 5, 6
    travel, _, service, opens, closes, _, may, shift, breaks, start, end, bases = night
    people, parts, room = service.shape[0], opens.shape[1], labels.shape[0]
    rest, soonest, latest = breaks[k, 2], breaks[k, 0], breaks[k, 1]
    begins, finishes, home = shift[k, 0], shift[k, 1], end[k]
    span = finishes - begins + 1
    waiting, settled = np.full(span, -1, np.int64), np.full((people, 2), -1, np.int64)
    for c in range(people):
        ends[c] = -1
    values[0] = 0.0
    labels[0, node], labels[0, leaves], labels[0, parent], labels[0, memory] = -1, begins, -1, 0
    labels[0, following], labels[0, chosen], labels[0, rested] = -1, -1, 0 if rest > 0 else 1
    waiting[0], many, best, enough = 0, 1, 0.0, True
    for minute in range(span):
        while waiting[minute] >= 0:
            label = waiting[minute]
            waiting[minute] = labels[label, following]
            c, value, mask, flag = (
                labels[label, node],
                values[label],
                labels[label, memory],
                labels[label, rested],
            )
            here = start[k] if c < 0 else bases + c
            if c >= 0:
                beaten = False
                for state in range(flag, 2):  # a crew that has rested can do whatever one that has not can
                    other = settled[c, state]
                    while other >= 0 and not beaten:
                        beaten = values[other] >= value and (
                            not exact or labels[other, memory] & mask == labels[other, memory]
                        )
                        other = labels[other, following]
                if beaten:
                    continue
                labels[label, following] = settled[c, flag]
                settled[c, flag] = label
                whole = value - price * travel[here, home]
                if whole > LEAST_GAIN and (
                    ends[c] < 0 or whole > values[ends[c]] - price * travel[here, home]
                ):
                    ends[c] = label
                best = max(best, whole)
            now = begins + minute
            for j in range(people):
                if j == c or not may[k, j] or not enough:
                    continue
                if c >= 0 and bit[c, j] >= 0 and (mask >> bit[c, j]) & 1:
                    continue
                there = bases + j
                drive, back = travel[here, there], travel[there, home]
                if now + drive + service[j] + back > finishes:
                    continue
                kept, ready = 0, False
                for way in range(flag, 2 if rest > 0 and flag == 0 and now <= latest else flag + 1):
                    arrives = now + drive
                    if way > flag:
                        arrives = max(arrives, soonest) + rest
                    gained, done = -1e300, NEVER
                    for s in range(parts):
                        if arrives > closes[j, s] or earned[j, s] <= 0.0:
                            continue
                        off = max(arrives, opens[j, s]) + service[j]
                        returns = off + back
                        if way == 0:
                            returns = max(returns, soonest) + rest if off <= latest else NEVER
                        if returns > finishes or (earned[j, s] <= gained and off >= done):
                            continue
                        gained, done = earned[j, s], off
                        if not ready:
                            kept, ready = 1 << bit[j, j], True
                            if c >= 0:
                                for z in range(near.shape[1]):
                                    i = near[j, z]
                                    if i != j and bit[c, i] >= 0 and (mask >> bit[c, i]) & 1:
                                        kept |= 1 << z
                        if many >= room:
                            enough = False
                            break
                        values[many] = value - price * drive + earned[j, s]
                        labels[many, node], labels[many, leaves], labels[many, parent] = j, off, label
                        labels[many, memory], labels[many, chosen], labels[many, rested] = kept, s, way
                        labels[many, following] = waiting[off - begins]
                        waiting[off - begins] = many
                        many += 1
    written = 0
    while written < out.shape[0]:
        top = -1
        for c in range(people):
            if ends[c] >= 0 and (
                top < 0
                or values[ends[c]] - price * travel[bases + c, home]
                > values[ends[top]] - price * travel[bases + top, home]
            ):
                top = c
        if top < 0:
            break
        final, p = ends[top], 0
        ends[top], label = -1, final
        while label > 0:
            p, label = p + 1, labels[label, parent]
        if p <= out.shape[1]:
            label = final
            for q in range(out.shape[1]):
                out[written, q, 0] = -1
            for q in range(p - 1, -1, -1):
                out[written, q, 0], out[written, q, 1] = labels[label, node], labels[label, chosen]
                label = labels[label, parent]
            written += 1
    return best, written, enough
