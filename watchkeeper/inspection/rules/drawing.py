"""Which cases a dip sample draws: stratified by unit and kind, by lot from a seed on record.

A proposal of ours. In proportion to what each stratum holds, and never fewer of one than the floor of
policy: a small unit, or the few at very high risk, are looked at too, and each stratum has a spread
of its own to work an interval out of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from hashlib import sha256
from math import ceil

from watchkeeper.inspection.sampled import Drawing, InFrame, SampleCase, Stratum, StratumSize
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.rules.lots import by_lot

ROWS = ("sample_floor", "sample_second_share")
SECOND = "second"


def share_out[Key: (str, Stratum)](held: Mapping[Key, int], size: int, *, floor: int) -> dict[Key, int]:
    """How many to draw of each stratum: the floor first, the rest in proportion (Sainte-Lague). Our proposal.

    Never more than it holds. Where the floors alone are more than `size` they stand, and the sample is
    larger than was asked. Ties go to the stratum that comes first in order.

    >>> share_out({"NW": 80, "SE": 15, "SW": 1}, 10, floor=2)
    {'NW': 7, 'SE': 2, 'SW': 1}
    """
    given = {key: min(held[key], floor) for key in sorted(held)}
    for _ in range(size - sum(given.values())):
        room = [key for key in given if given[key] < held[key]]
        if not room:
            break
        most = max(room, key=lambda key: Fraction(held[key], given[key] + given[key] + 1))
        given[most] += 1
    return given


def draw(frame: Iterable[InFrame], size: int, law: Shelf, *, seed: str, on: date) -> Drawing:
    """The cases drawn, in the order drawn, with those a second officer looks at too. Our proposal.

    A ref stands in the frame once, whatever order it comes in. The second look falls by lot on a share of
    policy, rounded up.

    Raises ValueError without a seed, and for a size below 1.
    """
    if size < 1:
        raise ValueError(f"a sample holds at least one case: {size}")
    stratum = {each.ref: each.stratum for each in sorted(frame, key=lambda each: (each.ref, each.stratum))}
    lots = by_lot(stratum, seed=seed, on=on)
    strata = strata_of(stratum.values(), size, law, on=on)
    sizes = {each.stratum: each.drawn for each in strata}
    taken: dict[Stratum, int] = defaultdict(int)
    drawn = []
    for ref in lots:
        if taken[stratum[ref]] < sizes[stratum[ref]]:
            taken[stratum[ref]] += 1
            drawn.append(ref)
    twice = set(by_lot(drawn, seed=f"{seed}|{SECOND}", on=on)[: second_looks(len(drawn), law, on=on)])
    return Drawing(
        _digest(stratum),
        strata,
        tuple(SampleCase(ref, stratum[ref], ref in twice) for ref in drawn),
    )


def strata_of(held: Iterable[Stratum], size: int, law: Shelf, *, on: date) -> tuple[StratumSize, ...]:
    """How many there are of each unit and kind, and how many a draw of a size takes. No seed changes it.

    `held` is the stratum of each case that could be drawn. The floor is a row of policy.
    """
    there = Counter(held)
    sizes = share_out(there, size, floor=law["sample_floor"].whole(on))
    return tuple(StratumSize(each, there[each], sizes[each]) for each in sizes)


def second_looks(drawn: int, law: Shelf, *, on: date) -> int:
    """How many of the cases drawn a second officer looks at too: the share of policy, rounded up."""
    return ceil(law["sample_second_share"].share(on) * drawn)


def _digest(stratum: Mapping[str, Stratum]) -> str:
    """The SHA-256 of the frame, so that a draw made again knows whether it draws from the same."""
    lines = (repr((ref, each.unit, each.kind)) for ref, each in sorted(stratum.items()))
    return sha256("\n".join(lines).encode()).hexdigest()
