"""The registers as they stood on a day and as they were known at an instant, held for counting.

Each table is read once, only the columns somebody asks for and only the versions that stand,
into DuckDB inside this process. The reductions over whole tables are in `sql/`, printed from
the expressions in each slice's `bulk.py`; nothing here needs Ibis.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from watchkeeper.engine.engines import LOSES_ROWS
from watchkeeper.engine.source import Reader, Source
from watchkeeper.engine.standing import Known, Pull

SQL = Path(__file__).resolve().parent / "sql"
type Value = int | float | date | datetime | str | bool
READERS = 2
"""Connections that read side by side; the embedded database gains nothing from more."""
NAMED = 200_000
"""Characters of refs that one question may name; of more people than that every fact is read."""
SPARED = 4
"""Rows that are read in passing in the time it takes to find those about one person by their index."""
MANY = 1_000
"""People or crimes from whom a second reader saves more than it costs."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some people of a register. The tables in `read` are read whole, and tell who they are.

    `whose` asks DuckDB for their refs, with `values` for its question marks; `named` says in which
    column each of those tables that is about people names them.
    """

    read: frozenset[str]
    whose: str
    values: tuple[str, ...]
    named: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood `on` a day, as `known`. Ask it for a table, or for a reduction by its name."""

    on: date
    known: Known
    held: Any  # the DuckDB connection

    def rows(self, name: str, columns: Iterable[str], order: Iterable[str]) -> Any:
        """The columns of a held table in order, as an Arrow table."""
        return self.ask(listed(name, columns, order))

    def tuples(self, name: str, columns: Iterable[str], order: Iterable[str]) -> list[tuple[Any, ...]]:
        """The same rows as plain Python values: twice as quick as by way of Arrow, where all are wanted."""
        found: list[tuple[Any, ...]] = self.held.sql(listed(name, columns, order)).fetchall()
        return found

    def reduced(self, name: str) -> Any:
        """What the printed reduction `name` gives, as an Arrow table."""
        return self.ask(printed(name))

    def ask(self, sql: str) -> Any:
        """What any question in DuckDB's SQL gives, as an Arrow table."""
        return self.held.sql(sql).to_arrow_table()

    def side_by_side(self, questions: Mapping[str, str]) -> dict[str, Any]:
        """What `ask` gives for each question, by its name; two are answered at a time."""

        def answer(sql: str) -> Any:
            with self.held.cursor() as mine:
                return mine.sql(sql).to_arrow_table()

        with ThreadPoolExecutor(READERS) as pool:
            return dict(zip(questions, pool.map(answer, questions.values()), strict=True))

    def keep(self, name: str, reduction: str) -> None:
        """Hold what the printed reduction gives as a table of this name, for others to be made from."""
        self.held.execute(f'CREATE TABLE "{name}" AS {printed(reduction)}')

    def read_about(
        self, source: Source, pulls: Iterable[Pull], about: Sequence[str], *, sparing: bool = False
    ) -> None:
        """Read and hold the facts about these people or crimes, by their index, so many to a question.

        With `sparing` a table that is mostly about them is read whole, which is sooner: there may be
        facts about others in it.
        """
        _fill(self.held, source, pulls, self.known, _Named(tuple(about), sparing))

    def drop(self, *names: str) -> None:
        """Let go of tables that nobody will ask about again."""
        for name in names:
            self.held.execute(f'DROP TABLE "{name}"')


@contextmanager
def open_snapshot(
    source: Source,
    pulls: Iterable[Pull],
    *,
    on: date,
    known: Known,
    asked: Mapping[str, Value] | None = None,
    further: Mapping[str, Mapping[str, Value]] | None = None,
    part: Part | None = None,
) -> Iterator[Snapshot]:
    """Read `pulls` from `source` and hold them while the block lasts.

    `asked` becomes the one row of the table `asked`, beside `asked_on`: every number a
    reduction needs is handed to it, none is written in it. Each of `further` is one more such
    table, by its name, for what a single reduction needs. With `part`, only the facts of some
    people are read and held.
    """
    import duckdb

    with duckdb.connect(config={"threads": READERS, "python_enable_replacements": False}) as held:
        held.execute("SET TimeZone = 'UTC'")
        held.execute(f"SET disabled_optimizers = '{LOSES_ROWS}'")
        held.execute("SET enable_progress_bar = false")  # it would be drawn over what a slow command prints
        for name, row in {"asked": asked or {}, **(further or {})}.items():
            _ask(held, name, {"asked_on": on, **row})
        if part is None:
            _fill(held, source, pulls, known)
        else:
            _fill_part(held, source, tuple(pulls), known, part)
        yield Snapshot(on, known, held)


def listed(name: str, columns: Iterable[str], order: Iterable[str]) -> str:
    """The question for columns of a held table, in order."""
    chosen, ordered = (", ".join(f'"{column}"' for column in part) for part in (columns, order))
    return f'SELECT {chosen} FROM "{name}" ORDER BY {ordered}'


@cache
def printed(name: str) -> str:
    """The printed reduction `name`."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@cache
def is_printed(name: str) -> bool:
    """Whether there is a printed reduction `name`."""
    return (SQL / f"{name}.sql").exists()


def _ask(held: Any, name: str, asked: Mapping[str, Any]) -> None:
    columns = ", ".join(f'? AS "{column}"' for column in asked)
    held.execute(f'CREATE TABLE "{name}" AS SELECT {columns}', [_plain(value) for value in asked.values()])


def _plain(value: Any) -> Any:
    """DuckDB here holds instants in UTC with no zone of their own."""
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else value


def _fill_part(held: Any, source: Source, pulls: tuple[Pull, ...], known: Known, part: Part) -> None:
    """Find out who they are, let go of everybody else, and read the rest of their facts by their index."""
    _fill(held, source, [pull for pull in pulls if pull.name in part.read], known)
    held.execute(f"CREATE TABLE part AS {part.whose}", list(part.values))
    for name, column in part.named.items():
        held.execute(f'DELETE FROM "{name}" WHERE "{column}" NOT IN (SELECT ref FROM part)')
    people = [ref for (ref,) in held.execute("SELECT DISTINCT ref FROM part ORDER BY ref").fetchall()]
    few = sum(map(len, people)) <= NAMED
    rest = [p for p in pulls if p.name not in part.read]
    _fill(held, source, rest, known, _Named(tuple(people)) if few else None)


@dataclass(frozen=True, slots=True)
class _Named:
    """The people or crimes asked about. `sparing`: a table in which they are many is read whole."""

    refs: tuple[str, ...]
    sparing: bool = False

    def parts(self, reader: Reader, pull: Pull) -> Iterator[Sequence[str] | None]:
        """So many of them as one question may name; None where the table is read whole."""
        if self.sparing and len(self.refs) * SPARED > _length(reader, pull):
            yield None
            return
        many = max(1, NAMED // max((len(ref) for ref in self.refs), default=1))
        for start in range(0, max(1, len(self.refs)), many):
            yield self.refs[start : start + many]


def _fill(
    held: Any, source: Source, pulls: Iterable[Pull], known: Known, named: _Named | None = None
) -> None:
    """Share the tables between readers; whoever is free takes the next, so name the longest first."""
    tables: dict[str, list[Pull]] = {}
    for pull in pulls:
        tables.setdefault(pull.table.model, []).append(pull)
    waiting = iter(tables.values())  # next() on it is atomic: each table goes to one reader

    def read() -> None:
        with source.open() as reader, held.cursor() as mine:
            for of_one_table in waiting:
                parts = (None,) if named is None else named.parts(reader, of_one_table[0])
                for number, about in enumerate(parts):
                    overtaken = _overtaken(reader, of_one_table[0], known, about)
                    for pull in of_one_table:
                        _keep(mine, reader, pull, known, overtaken, about, more=number > 0)

    readers = READERS if named is None or len(named.refs) >= MANY else 1
    with ThreadPoolExecutor(readers) as pool:
        for done in [pool.submit(read) for _ in range(readers)]:
            done.result()


def _length(reader: Reader, pull: Pull) -> int:
    """About how many rows a table has: rows are only ever added, and numbered as they are."""
    with reader.read(f"SELECT max(id) FROM {pull.stored}") as stream:
        return stream.read_all().column(0)[0].as_py() or 0


def _overtaken(reader: Reader, pull: Pull, known: Known, about: Sequence[str] | None) -> Any:
    with reader.read(pull.overtaken(reader.vendor, known, about)) as stream:
        return stream.read_all()


def _keep(
    held: Any,
    reader: Reader,
    pull: Pull,
    known: Known,
    overtaken: Any,
    about: Sequence[str] | None,
    *,
    more: bool = False,
) -> None:
    into = f'INSERT INTO "{pull.name}"' if more else f'CREATE TABLE "{pull.name}" AS'
    with reader.read(pull.asked_of(reader.vendor, known, about)) as stream:
        held.register("stream", stream)
        if overtaken.num_rows:
            held.register("overtaken", overtaken)
        kept = pull.kept_from("stream", "overtaken" if overtaken.num_rows else "")
        held.execute(f"{into} {kept}")
        held.unregister("stream")
        if overtaken.num_rows:
            held.unregister("overtaken")
