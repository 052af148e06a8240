"""One source from its first byte to counted outcomes; where rows end up is handed in."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from watchkeeper.engine.tables import Table
from watchkeeper.intake.checking import Checker, Known, Short, Values, nobody
from watchkeeper.intake.headings import Headings, match
from watchkeeper.intake.mending import Wrong, tidy
from watchkeeper.intake.reading import Row, Rows, UnreadableError, blank, headings_line
from watchkeeper.intake.rejects import Fault, Outcome, Rejects
from watchkeeper.intake.remarks import Remarks
from watchkeeper.intake.repeats import NO_ORDER, Aside, Repeats, settle
from watchkeeper.intake.sources import Source

BATCH = 5_000
_EVERY = 20_000  # rows between two words of progress

Progress = Callable[[int, int], None]
"""Told the rows done and the rows in all."""


class Store(Protocol):
    """Where sound rows go. `keep` answers how many were new, unchanged and overtaken."""

    def keep(self, table: Table, rows: list[Values]) -> tuple[int, int, int]: ...


class _Run:
    """The state of one source while it is read."""

    def __init__(
        self, source: Source, checker: Checker, outcome: Outcome, known: Known, store: Store
    ) -> None:
        self.table = source.table
        self.checker = checker
        self.outcome = outcome
        self.store = store
        self.overtaken = 0
        self.remarks = Remarks(source.table, checker, known)
        self._batch: list[Values] = []
        self._refs = known.refs.setdefault(source.table.name, set())
        self._referred = source.table.name in REFERRED
        self._born = known.born if source.table.name == "people" else None
        self._born_at = next((i for i, c in enumerate(checker.columns) if c.name == "born_on"), -1)

    def accept(self, values: Values) -> None:
        """Take a sound row; it is stored when enough have gathered."""
        self._batch.append(values)
        self.remarks.look(values)
        if self._referred:
            self._refs.add(values[0])
            if self._born is not None and (born := values[self._born_at]) is not None:
                self._born[values[0]] = born
        if len(self._batch) >= BATCH:
            self.flush()

    def known_here(self, ref: str) -> bool:
        """True when an earlier row of this table, here or stored, has this ref."""
        return ref in self._refs

    def nobody(self, ref: str) -> Wrong:
        """Why a reference to a row of this same table is refused."""
        return Wrong(*nobody(ref, self.table.name, self._refs))

    def flush(self) -> None:
        """Store what has gathered."""
        if not self._batch:
            return
        loaded, unchanged, overtaken = self.store.keep(self.table, self._batch)
        self.outcome.loaded += loaded
        self.outcome.unchanged += unchanged + overtaken
        self.overtaken += overtaken
        self._batch = []


REFERRED = frozenset(
    {
        *("units", "officers", "people", "addresses", "orders", "disposals", "offers"),
        *("allegations", "crimes", "crime_parties", "crime_events"),
        *("care_homes", "missing_people", "missing_episodes", "assessments_begun"),
        "suspect_referrals",
    }
)
"""Tables that others refer to: the refs of these alone are held. A test holds this to the tables."""


def load_source(
    source: Source, known: Known, store: Store, rejects: Rejects, *, now: datetime, progress: Progress
) -> Outcome:
    """Read, check and keep every row of `source`. Each row read is counted exactly once."""
    outcome = Outcome(source.name, source.table.name)
    said: set[str] = set()
    try:
        rows = source.rows(said)
        begun = rows()
        found = headings_line(begun, source.table)
        if found is None:
            _no_headings(rows, outcome, rejects)
        else:
            _load(source, rows, found, outcome, known, store, rejects, said, now, progress)
    except UnreadableError as error:
        _refuse_whole(outcome, rejects, 1, Wrong(f"the file cannot be read: {error}", "then load again"))
    outcome.notes += sorted(said)
    outcome.reasons = rejects.reasons.most_common()
    outcome.blanks = rejects.blanks.most_common()
    outcome.blanked = rejects.blanks.total()
    outcome.rejects = str(rejects.path) if outcome.reasons or outcome.blanks else ""
    rejects.close()
    return outcome


def _load(
    source: Source,
    rows: Rows,
    found: tuple[int, list[str]],
    outcome: Outcome,
    known: Known,
    store: Store,
    rejects: Rejects,
    said: set[str],
    now: datetime,
    progress: Progress,
) -> None:
    line, cells = found
    headings = match(cells, source.table)
    outcome.notes += headings.notes
    if line > 1:
        outcome.notes.append(f"line {line} holds the headings; what stands above is not read")
    ref_at = headings.at.get("ref", -1)
    repeats = Repeats(_refs(_below(rows, line), ref_at))
    outcome.read = repeats.count
    if trouble := _whole_file_fault(headings):
        outcome.rejected = outcome.read
        rejects.add(line, [trouble])
        return
    if not repeats.count:
        outcome.notes.append("headings and no rows")
        return
    width = max(i for i, cell in enumerate(cells) if cell.strip()) + 1
    checker = Checker(source.table, headings.at, width, known, now=now, said=said)
    run = _Run(source, checker, outcome, known, store)
    aside = Aside()
    try:
        waiting = _first_reading(run, _below(rows, line), ref_at, repeats, aside, rejects, progress)
        _settle_aside(run, aside, waiting, rejects)
        _settle_waiting(run, waiting, rejects)
    finally:
        aside.close()
    run.flush()
    _last_words(run, outcome)


def _first_reading(
    run: _Run,
    rows: Iterator[Row],
    ref_at: int,
    repeats: Repeats,
    aside: Aside,
    rejects: Rejects,
    progress: Progress,
) -> list[tuple[int, Values]]:
    """Read each row once. Rows whose ref repeats go aside; those that refer to a later row wait."""
    waiting: list[tuple[int, Values]] = []
    take, own, accept = run.checker.take, run.checker.own, run.accept
    outcome, total = run.outcome, repeats.count
    for done, (line, cells) in enumerate(rows):
        if not done % _EVERY:
            progress(done, total)
        if isinstance(cells, Wrong):
            outcome.rejected += 1
            rejects.add(line, [Fault("", "", cells)])
            continue
        if len(cells) > ref_at and (ref := tidy(cells[ref_at])) in repeats and ref:
            aside.add(ref, line, cells)
            continue
        values = take(cells)
        if isinstance(values, Short):
            rejects.add(line, values.told(), blanked=True)
            values = values.values
        if isinstance(values, list):
            outcome.rejected += 1
            rejects.add(line, values)
        elif own >= 0 and values[own] and not run.known_here(values[own]):
            waiting.append((line, values))
        else:
            accept(values)
    progress(total, total)
    return waiting


def _settle_aside(run: _Run, aside: Aside, waiting: list[tuple[int, Values]], rejects: Rejects) -> None:
    own = run.checker.own
    for group in aside.groups():
        sound: list[tuple[int, Values]] = []
        short: dict[int, Short] = {}
        for line, cells in group:
            values = run.checker.take(cells)
            if isinstance(values, Short):
                short[line] = values
                values = values.values
            if isinstance(values, list):
                run.outcome.rejected += 1
                rejects.add(line, values)
            else:
                sound.append((line, values))
        versions, duplicates, refused = settle(sound, run.checker.recorded)
        run.outcome.duplicate += len(duplicates)
        run.outcome.rejected += len(refused)
        for line in refused:
            faults = short.pop(line).faults if line in short else []
            rejects.add(line, [*faults, Fault("ref", sound[0][1][0], NO_ORDER)])
        for line, row in short.items():
            rejects.add(line, row.told(), blanked=True)
        for line, values in versions:
            if own >= 0 and values[own] and not run.known_here(values[own]):
                waiting.append((line, values))
            else:
                run.accept(values)


def _settle_waiting(run: _Run, waiting: list[tuple[int, Values]], rejects: Rejects) -> None:
    """Rows that refer to rows of their own file, once those are in; what is left refers to nobody."""
    own = run.checker.own
    while True:
        still = []
        for line, values in waiting:
            if run.known_here(values[own]):
                run.accept(values)
            else:
                still.append((line, values))
        if len(still) == len(waiting):
            break
        waiting = still
    for line, values in still:
        run.outcome.rejected += 1
        rejects.add(line, [Fault(run.checker.columns[own].name, values[own], run.nobody(values[own]))])


def _below(rows: Rows, headings_at: int) -> Iterator[Row]:
    """The rows under the headings, blank ones passed over."""
    for line, cells in rows():
        if line > headings_at and (isinstance(cells, Wrong) or (cells and (cells[0] or not blank(cells)))):
            yield line, cells


def _refs(rows: Iterator[Row], at: int) -> Iterator[str]:
    """The ref of each row as text; one that has none stands for itself."""
    for line, cells in rows:
        yield f"\0{line}" if isinstance(cells, Wrong) or not 0 <= at < len(cells) else cells[at]


def _whole_file_fault(headings: Headings) -> Fault | None:
    if headings.fault:
        return Fault("", "", Wrong(headings.fault, "remove one; no row was taken"))
    if headings.missing:
        names = ", ".join(column.name for column in headings.missing)
        return Fault(
            names,
            "",
            Wrong("a needed column is not in the file: no row was taken", f"add the column {names}"),
        )
    return None


def _no_headings(rows: Rows, outcome: Outcome, rejects: Rejects) -> None:
    lines = sum(1 for _ in _below(rows, 0))
    if not lines:
        outcome.notes.append("empty")
        return
    outcome.read = outcome.rejected = lines
    mend = "put the column names in the first line; watchkeeper load --template FOLDER writes them"
    rejects.add(1, [Fault("", "", Wrong("no line of column names: no row was taken", mend))])


def _refuse_whole(outcome: Outcome, rejects: Rejects, line: int, wrong: Wrong) -> None:
    left = outcome.loaded + outcome.unchanged + outcome.duplicate + outcome.rejected
    outcome.read = max(outcome.read, left + 1)
    outcome.rejected += outcome.read - left
    rejects.add(line, [Fault("", "", wrong)])


def _last_words(run: _Run, outcome: Outcome) -> None:
    if run.overtaken:
        outcome.notes.append(f"{run.overtaken:,} rows are older than what is held, and change nothing")
    outcome.notes[:0] = run.remarks.words()  # first: these ask for something to be done
