"""On whom an instrument falls: share placed high, and placed high without offending again, group by group.

A figure that rests on few people could point at one of them. It is withheld, and so is the next smallest, as
far as is needed that nobody works it out from the figures beside it and the figure of all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from watchkeeper.risk.measures.facts import Estimate, Followed, Limits
from watchkeeper.risk.measures.intervals import share

UNKNOWN = "not recorded"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Falls:
    """One group beside the others. A figure is None where it is withheld, or where there is nobody to count.

    `people` are those in the group; `withheld` names the figures that were withheld.
    """

    group: str
    people: int | None
    placed_high: Estimate | None
    wrongly_high: Estimate | None
    offended: Estimate | None
    expected: float | None
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Burden:
    """One characteristic: its groups, and all of them together."""

    characteristic: str
    groups: tuple[Falls, ...]
    together: Falls


type Cells = Mapping[str, tuple[int, ...]]
"""Of each group, how many stand in each cell that a figure, or its neighbours, would tell of."""
HIDING = 2  # figures that hide one another: one alone is told by the rest and the whole


def kept_back(cells: Cells, fewest: int, *, already: Iterable[str] = ()) -> frozenset[str]:
    """Groups whose figure is withheld: too few in some cell of it, or needed to hide another's.

    A group of which nobody could be counted has no figure and hides none. Withheld figures hide one another
    only where there are two of them, and where no cell of them together is few itself.
    """
    there = {group: counts for group, counts in cells.items() if sum(counts)}
    back = {group for group in already if group in there}
    back |= {group for group, counts in there.items() if min(counts) < fewest}
    left = sorted(there.keys() - back, key=lambda group: (min(there[group]), sum(there[group]), group))
    while back and left and not _hidden([there[group] for group in back], fewest):
        back.add(left.pop(0))
    return frozenset(back)


def _hidden(withheld: Sequence[tuple[int, ...]], fewest: int) -> bool:
    return len(withheld) >= HIDING and min(map(sum, zip(*withheld, strict=True))) >= fewest


def burden(rows: Sequence[Followed], characteristic: str, limits: Limits) -> Burden:
    """The burden on each group of one characteristic; a group nobody recorded is a group."""
    by_group: dict[str, list[Followed]] = {}
    for each in rows:
        by_group.setdefault(each.groups.get(characteristic, "").strip() or UNKNOWN, []).append(each)
    few = kept_back({group: (len(some),) for group, some in by_group.items()}, limits.fewest)
    back: dict[str, frozenset[str]] = {}
    for name, asked in _asked(limits).items():
        cells = {group: _cells(some, asked) for group, some in by_group.items()}
        already = few | (back[OFFENDED] if name == WRONGLY else frozenset())  # those who did not, told twice
        back[name] = kept_back(cells, limits.fewest, already=already)
    order = sorted(by_group, key=lambda group: (group == UNKNOWN, group))
    groups = tuple(_falls(group, by_group[group], limits, few, back) for group in order)
    return Burden(characteristic, groups, _together(rows, limits))


def _together(rows: Sequence[Followed], limits: Limits) -> Falls:
    """Everybody: where one group is all there are, its figures are those of all, and withheld there too."""
    few = frozenset({ALL} if len(rows) < limits.fewest else ())
    cells = {name: {ALL: _cells(rows, asked)} for name, asked in _asked(limits).items()}
    return _falls(
        ALL,
        rows,
        limits,
        few,
        {name: kept_back(of, limits.fewest, already=few) for name, of in cells.items()},
    )


type Test = Callable[[Followed], bool]
HIGH, WRONGLY, OFFENDED = "placed high", "placed high, did not offend", "offended"


@dataclass(frozen=True, slots=True)
class _Asked:
    """One figure: whom it is counted among, whom it counts, and the cells that it tells of with its
    neighbours."""

    among: Test
    counts: Test
    cells: tuple[Test, ...]


def _asked(limits: Limits) -> Mapping[str, _Asked]:
    """Each figure of a group. A wrong placing tells of all four cells, with the others beside it."""

    def high(row: Followed) -> bool:
        return row.band in limits.high

    def cell(placed: bool, offended: bool) -> Test:
        return lambda row: bool(row.band) and row.reoffended is offended and high(row) is placed

    return {
        HIGH: _Asked(lambda row: bool(row.band), high, (high, lambda row: bool(row.band) and not high(row))),
        OFFENDED: _Asked(
            lambda row: row.reoffended is not None,
            lambda row: bool(row.reoffended),
            (lambda row: row.reoffended is True, lambda row: row.reoffended is False),
        ),
        WRONGLY: _Asked(
            lambda row: bool(row.band) and row.reoffended is False,
            high,
            tuple(cell(placed, offended) for placed in (True, False) for offended in (True, False)),
        ),
    }


def _cells(rows: Sequence[Followed], asked: _Asked) -> tuple[int, ...]:
    return tuple(sum(cell(row) for row in rows) for cell in asked.cells)


def _falls(
    group: str,
    rows: Sequence[Followed],
    limits: Limits,
    few: frozenset[str],
    back: Mapping[str, frozenset[str]],
) -> Falls:
    found: dict[str, Estimate | None] = {}
    withheld = []
    for name, asked in _asked(limits).items():
        there = [each for each in rows if asked.among(each)]
        found[name] = share(sum(map(asked.counts, there)), len(there), limits.confidence)
        if group in back.get(name, frozenset()):
            found[name] = None
            withheld.append(name)
    known = [each.expected for each in rows if each.reoffended is not None]
    sure = [each for each in known if each is not None]
    hidden = group in few
    return Falls(
        group,
        None if hidden else len(rows),
        found[HIGH],
        found[WRONGLY],
        found[OFFENDED],
        sum(sure) / len(sure) if sure and len(sure) == len(known) and not hidden else None,
        (*(("people",) if hidden else ()), *withheld),
    )
