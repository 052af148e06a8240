"""A long list scored in lots: the rows of `listing`, word for word, many at a time and in bounded memory."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched

import numpy as np

from watchkeeper.instruments.batch import Batch, Worked, batch
from watchkeeper.instruments.columns import Reader
from watchkeeper.instruments.counting import shown
from watchkeeper.instruments.facts import Pack
from watchkeeper.instruments.listing import (
    BEYOND,
    COLUMNS,
    DAY,
    FIRST,
    MORE,
    REF,
    Came,
    Listed,
    dated,
    flat,
    may_be_scored,
    plain,
)

LOT = 1 << 15
"""Rows at a time: their columns stay near the processor, and a lot of a wide pack in some tens of megabytes.
"""
FEWEST = 64
"""Fewer rows than this are scored one by one: getting a pack ready for many takes longer."""
TOTAL, PERCENT, BAND, ADJUSTED, NOT_FOR, PACK = (
    COLUMNS.index(name) for name in ("total", "percent", "band", "adjusted", "not_for", "pack")
)


@dataclass(frozen=True, slots=True)
class Lot:
    """Some rows of a list as they come back, in order: cells by `COLUMNS`, and how many came to what."""

    rows: Sequence[Sequence[str]]
    counts: Mapping[str, int]


def lots(
    pack: Pack,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    on: date,
    lot: int = LOT,
    fewest: int = FEWEST,
) -> Iterator[Lot]:
    """Each row of a list scored: one row in, one row out, in order, as `listing.listed` answers it.

    `rows` are the cells below the line that names the `columns`; one that is cut short leaves the rest blank.
    `on` is the day of assessment where a row names none; a `lot` of fewer rows than `fewest` is scored one by
    one. Raises FaultyError for a pack nothing is scored with.
    """
    may_be_scored(pack)
    reader, first = Reader(), FIRST
    for some in batched(rows, lot):
        yield _Lot(pack, columns, some, first, on).came(reader, fewest)
        first += len(some)


class _Lot:
    """Some rows on their way through."""

    def __init__(
        self, pack: Pack, columns: Sequence[str], rows: Sequence[Sequence[str]], first: int, on: date
    ) -> None:
        self.pack, self.on, self.first = pack, on, first
        stray = columns.index(BEYOND) if BEYOND in columns else len(columns)  # a column nobody named
        self.beyond = [len(row) > len(columns) or any(row[stray : stray + 1]) for row in rows]
        if any(len(row) != len(columns) for row in rows):
            rows = [(*row, *[""] * (len(columns) - len(row)))[: len(columns)] for row in rows]
        self.count = len(rows)
        asked = {item.ref for item in pack.items}
        cells = zip(columns, zip(*rows, strict=True), strict=True)
        self.cells = {name: column for name, column in cells if name in asked or name in (REF, DAY)}

    def came(self, reader: Reader, fewest: int) -> Lot:
        fast = batch(self.pack) if self.count >= fewest else None
        if fast is None or not self.cells:
            found = [self._alone(row) for row in range(self.count)]
            counts = Counter(str(each.came) for each in found)
            return Lot([_cells(flat(each)) for each in found], counts)
        sheet = reader.sheet({name: column for name, column in self.cells.items() if name != REF})
        return self._together(fast, fast.of(sheet, on=self.on, count=self.count))

    def _alone(self, row: int) -> Listed:
        ref, line = self._ref(row), self.first + row
        if self.beyond[row]:
            return Listed(line, ref, Came.FAULTY, faults=(MORE,))
        answers = {name: cells[row] for name, cells in self.cells.items() if name not in (REF, DAY)}
        said = self.cells[DAY][row].strip() if DAY in self.cells else ""
        return dated(self.pack, answers, said, line, ref, on=self.on)

    def _ref(self, row: int) -> str:
        return self.cells[REF][row].strip() if REF in self.cells else ""

    def _together(self, fast: Batch, worked: Worked) -> Lot:
        alone = worked.alone | np.array(self.beyond)
        scored = worked.scored & ~alone
        found = list[Sequence[str]](((),) * self.count)
        counts = Counter[str]()
        for row in np.flatnonzero(alone).tolist():
            one = self._alone(row)
            counts[str(one.came)] += 1
            found[row] = _cells(flat(one))
        texts = self._scored(fast, worked, np.flatnonzero(scored))
        for row, cells in texts:
            found[row] = cells
        counts[str(Came.SCORED)] += len(texts)
        for row, cells in self._unfit(worked, np.flatnonzero(~alone & ~scored)):
            found[row] = cells
            counts[cells[COLUMNS.index("came")]] += 1
        return Lot(found, +counts)

    def _scored(
        self, fast: Batch, worked: Worked, rows: np.ndarray[tuple[int], np.dtype[np.intp]]
    ) -> list[tuple[int, list[str]]]:
        totals, exact, scored = worked.totals, fast.totalling.exact, str(Came.SCORED)
        bands = [*(band.name for band in self.pack.bands), ""]  # the last stands for none
        if totals.percent is None:
            percents = [""] * len(rows)
        else:
            met, of = np.unique(totals.percent[rows], return_inverse=True)
            said = [shown(fast.totalling.percentage(int(each))) for each in met]
            percents = [said[each] for each in of.tolist()]
        numbers = zip(
            *(rows.tolist(), totals.total[rows].tolist(), totals.finer[rows].tolist(), percents),
            *(totals.band[rows].tolist(), totals.adjusted[rows].tolist()),
            strict=True,
        )
        blank = [""] * len(COLUMNS)
        blank[COLUMNS.index("came")], blank[PACK] = scored, self.pack.ref
        found = []
        for row, total, finer, percent, band, adjusted in numbers:
            cells = blank.copy()
            cells[0], cells[1] = str(self.first + row), plain(self._ref(row))
            cells[TOTAL], cells[PERCENT] = shown(exact(total, finer)), percent
            cells[BAND], cells[ADJUSTED] = bands[band], bands[adjusted]
            found.append((row, cells))
        return found

    def _unfit(
        self, worked: Worked, rows: np.ndarray[tuple[int], np.dtype[np.intp]]
    ) -> list[tuple[int, list[str]]]:
        """Rows of people the pack is not for: what is said of one is said of all that are known alike."""
        said = dict[tuple[int, ...], list[str]]()
        states = zip(*(each[rows].tolist() for each in worked.eligible), strict=True)
        found = []
        for row, state in zip(rows.tolist(), states, strict=True):
            if state not in said:
                said[state] = _cells(flat(self._alone(row)))
            found.append((row, [str(self.first + row), plain(self._ref(row)), *said[state][2:]]))
        return found


def _cells(row: Mapping[str, str]) -> list[str]:
    return [row.get(name, "") for name in COLUMNS]
