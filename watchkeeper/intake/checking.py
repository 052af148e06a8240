"""A row as a fact: every cell read, and every cell held against the others and against what is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from watchkeeper.engine.tables import Column, Kind, Table
from watchkeeper.intake.headings import columns
from watchkeeper.intake.mending import Reader, Wrong, blank_of, nearest, reader
from watchkeeper.intake.rejects import Fault
from watchkeeper.intake.times import LONDON
from watchkeeper.law.wording import day as day_in_words

Values = tuple[Any, ...]
"""A row read: ref, the table's columns, recorded_at, withdrawn, in that order."""

ORDERED = (  # in any table that has both, the first of each pair cannot lie after the second
    ("since", "until"),
    ("starts_at", "ends_at"),
    ("made_on", "until"),
    ("made_on", "ended_on"),
    ("made_on", "approved_on"),
    ("passports_surrendered_on", "passports_returned_on"),
    ("awarded_on", "expires_on"),
    ("departs_on", "returned_on"),
    ("received_on", "acknowledged_on"),
    ("received_on", "bodies_notified_on"),
    ("received_on", "decided_on"),
    ("received_on", "reviewed_on"),
    ("decided_on", "notice_received_on"),
    ("decided_on", "expires_on"),
    ("decided_on", "done_on"),
    ("completed_on", "signed_off_on"),
    ("charged_on", "review_commissioned_on"),
    ("parental_direction_on", "parental_direction_until"),
)
WITHOUT = "the person was loaded without it"
STANDS = "what is held of the person stands"
_OWN_OFFICER = ("SYSTEM", "system")  # ref and role that are Watchkeeper's own
_SHARE = "hours_share"  # above 0 and at most 1
_CELLS_MISSING = "a row of {0} cells under {1} headings"


@dataclass(slots=True)
class Known:
    """What earlier rows and the register hold, for a row to refer to."""

    refs: dict[str, set[str]] = field(default_factory=dict)
    born: dict[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Short:
    """A person's row that stands without some of its cells, which are blank in `values`."""

    values: Values
    faults: list[Fault]

    def told(self) -> list[Fault]:
        """Its faults, saying of each that the person was loaded all the same."""
        return [
            Fault(f.column, f.value, Wrong(f"{f.wrong.reason}; {WITHOUT}", f.wrong.mend)) for f in self.faults
        ]


class Checker:
    """Reads and checks the rows of one source. Made once; asked once a row, so it is built for speed."""

    def __init__(
        self, table: Table, at: dict[str, int], width: int, known: Known, *, now: datetime, said: set[str]
    ) -> None:
        self.table = table
        self.columns = columns(table)
        self.recorded = len(self.columns) - 2  # place of recorded_at
        self._width = width
        self._known = known
        self._now = now
        self._today = now.astimezone(LONDON).date()
        self._pick = itemgetter(*(at.get(column.name, width) for column in self.columns))
        self._readers = tuple(_reader(column, self._today.year, said) for column in self.columns)
        place = {column.name: i for i, column in enumerate(self.columns)}
        whens = [(i, c) for i, c in enumerate(self.columns) if c.kind in (Kind.DAY, Kind.INSTANT)]
        self._past = tuple((i, c.kind is Kind.INSTANT) for i, c in whens if c.past)
        self._history = tuple((i, c.history) for i, c in whens if c.history)
        self._ordered = tuple((place[a], place[b]) for a, b in ORDERED if a in place and b in place)
        self._lives = tuple((i, c.kind is Kind.INSTANT) for i, c in whens if c.name != "born_on")[:-1]
        self._person = place.get(table.about, -1) if table.about else -1
        self._own_birth = place.get("born_on", -1) if table.about == "ref" else -1
        self._refers = tuple(
            (i, c.refers, known.refs.setdefault(c.refers, set()))
            for i, c in enumerate(self.columns)
            if c.refers and c.refers != table.name
        )
        self._reserved = place.get("role", -1) if table.name == "officers" else -1
        self._share = place.get(_SHARE, -1)
        # Of these the register holds a version already, whose good cells a faulty one may not blank.
        self._held = frozenset(known.refs.get("people", ())) if table.about == "ref" else frozenset()
        self.own = next((i for i, c in enumerate(self.columns) if c.refers == table.name), -1)

    def take(self, cells: list[str]) -> Values | Short | list[Fault]:
        """The row's values; or every one of its faults, when it has any.

        Everything hangs on a person: where each faulty cell of theirs may be blank, the row of
        somebody new is taken with those cells blank. Of somebody already held, the version held
        stands: a safety marker is not lost to a faulty cell.
        """
        if len(cells) != self._width:
            if len(cells) < self._width or any(cell.strip() for cell in cells[self._width :]):
                return [_ragged(len(cells), self._width)]
            del cells[self._width :]
        cells.append("")  # where columns that the file lacks are read
        raw = self._pick(cells)
        values = tuple([read(cell) for read, cell in zip(self._readers, raw)])  # noqa: B905
        if Wrong in map(type, values) or self._doubtful(values):
            faults = self._faults(values, raw)
            return (self._without(values, faults) or faults) if faults else values
        return values

    def _stands(self, faults: list[Fault]) -> list[Fault]:
        """The same faults of a person already held, saying that what is held stands."""
        return [Fault(f.column, f.value, Wrong(f"{f.wrong.reason}; {STANDS}", f.wrong.mend)) for f in faults]

    def _without(self, values: Values, faults: list[Fault]) -> Short | list[Fault] | None:
        """A person's row with its faulty cells blank; None when one of them is needed."""
        faulty = {fault.column for fault in faults}
        if self.table.about != "ref" or any(c.needed and c.name in faulty for c in self.columns):
            return None
        if values[0] in self._held:
            return self._stands(faults)
        return Short(
            tuple(
                blank_of(column) if column.name in faulty else value
                for column, value in zip(self.columns, values, strict=True)
            ),
            faults,
        )

    def _doubtful(self, values: Values) -> bool:
        """True when some check may fail: quick, and may be wrong on the side of asking again."""
        now, recorded = self._now, values[self.recorded]
        by = now if recorded is None else recorded
        if by > now:
            return True
        by_day = self._today if recorded is None else recorded.date()
        for i, timed in self._past:
            value = values[i]
            if value is not None and value > (by if timed else by_day):
                return True
        for i, _ in self._history:
            if values[i] is not None and values[i] >= self._today:
                return True
        for a, b in self._ordered:
            if values[a] is not None and values[b] is not None and values[a] > values[b]:
                return True
        for i, _, refs in self._refers:
            if values[i] and values[i] not in refs:
                return True
        if self._share >= 0:
            return True  # officers are few: always looked at closely
        born = self._birth(values)
        if born is not None:
            for i, timed in self._lives:
                value = values[i]
                if value is not None and (value.date() if timed else value) < born:
                    return True
        return False

    def _birth(self, values: Sequence[Any]) -> date | None:
        if self._own_birth >= 0:
            born: date | None = values[self._own_birth]
            return born
        return self._known.born.get(values[self._person]) if self._person >= 0 else None

    def _faults(self, values: Values, raw: tuple[str, ...]) -> list[Fault]:
        """Every fault of the row, those of its cells first."""
        good: list[Any] = [None if value.__class__ is Wrong else value for value in values]
        faults = [
            Fault(self.columns[i].name, raw[i], value)
            for i, value in enumerate(values)
            if isinstance(value, Wrong)
        ]

        def add(i: int, reason: str, mend: str) -> None:
            faults.append(Fault(self.columns[i].name, raw[i], Wrong(reason, mend)))

        recorded = good[self.recorded]
        known_by = self._now if recorded is None else min(recorded, self._now)
        if recorded is not None and recorded > self._now:
            add(self.recorded, "in the future", "give the instant the force recorded it")
        for i, timed in self._past:
            value = good[i]
            if i == self.recorded or value is None:
                continue
            if value > self._now if timed else value > self._today:
                add(i, "in the future", "give the day it happened")
            elif _day(value) > _day(known_by):
                add(
                    i,
                    f"after the row was recorded, {_words(known_by)}",
                    f"correct {self.columns[i].name} or recorded_at",
                )
        for i, mend in self._history:
            if good[i] is not None and good[i] == self._today:
                add(i, "begins on the day of loading: a file loads what was decided before", mend)
        for a, b in self._ordered:
            first, second = good[a], good[b]
            if first is not None and second is not None and first > second:
                name = self.columns[a].name
                add(b, f"before {name}, {_words(first)}", f"correct {name} or {self.columns[b].name}")
        for i, refers, refs in self._refers:
            value = good[i]
            if isinstance(value, str) and value and value not in refs:
                add(i, *nobody(value, refers, refs))
        own_birth_faulty = self._own_birth >= 0 and any(f.column == "born_on" for f in faults)
        born = None if own_birth_faulty else self._birth(good)
        for i, _ in self._lives:
            if born is not None and good[i] is not None and _day(good[i]) < born:
                add(
                    i, f"before the person was born, {day_in_words(born)}", "correct it, or born_on in people"
                )
        if self._reserved >= 0 and (good[0] == _OWN_OFFICER[0] or good[self._reserved] == _OWN_OFFICER[1]):
            i = 0 if good[0] == _OWN_OFFICER[0] else self._reserved
            add(i, "kept for Watchkeeper's own officer", "give the officer's own ref and role")
        share = good[self._share] if self._share >= 0 else None
        if share is not None and not 0 < share <= 1:
            add(self._share, "not above 0 and at most 1", "write full time as 1 and half time as 0.5")
        return faults


def nobody(value: str, table: str, refs: set[str]) -> tuple[str, str]:
    """Why a reference is refused, and how to mend it."""
    few = [ref for ref in refs if ref.casefold() == value.casefold()] or (
        [nearest(value, list(refs))] if len(refs) < 2_000 else []
    )
    like = f"did you mean {few[0]}? " if few and few[0] else ""
    return f"no such ref in {table}", f"{like}load the row it refers to, or correct the reference"


def _reader(column: Column, this_year: int, said: set[str]) -> Reader:
    return reader(column, this_year=this_year, said=said)


def _ragged(cells: int, width: int) -> Fault:
    mend = (
        "put the cells that are missing, even blank ones; the row may be cut short"
        if cells < width
        else "put text that holds a separator between quotation marks"
    )
    return Fault("", "", Wrong(_CELLS_MISSING.format(cells, width), mend))


def _day(value: date) -> date:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value


def _words(value: date) -> str:
    clock = f" at {value.astimezone(LONDON):%H:%M}" if isinstance(value, datetime) else ""
    return f"{day_in_words(_day(value))}{clock}"
