"""Measures asked of a population: read once, stood on every day asked about, counted by unit and day."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from watchkeeper.engine import engines, parquet
from watchkeeper.engine.engines import Embedded, Engine
from watchkeeper.engine.snapshot import is_printed, open_snapshot, printed
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known
from watchkeeper.inspection.facts import Behind, Counted, Measure, Measured
from watchkeeper.inspection.measures import asking
from watchkeeper.inspection.measures.placing import placed
from watchkeeper.inspection.measures.reckoning import reckoned
from watchkeeper.law.calendar import Calendar
from watchkeeper.law.clocks import DAY
from watchkeeper.law.shelf import Shelf
from watchkeeper.risk.packed import months_of_packs

PAGE, ONE = "measure_", "_of_one_day"
KEPT = (
    *("on_register", "levelled", "managed", "stood", "repeats", "absences", "judged"),
    *("running", "tried", "members", "banded", "referred", "near", "changes_near", "told_near"),
    *("knocked", "hands", "alike"),
)
"""Steps kept as tables once `spells` and `reckoned` are, in order."""
WHOLE = ""
"""The unit that stands for the whole force."""


@dataclass(frozen=True, slots=True)
class Population:
    """A population that stood on some days, ready to be counted."""

    engine: Engine
    law: Shelf
    days: tuple[date, ...]
    page: Callable[[str], str]

    def measured(self, measure: Measure) -> Measured:
        """The counts of one measure, by unit and for the whole force, on each day."""
        sql = (
            f"SELECT asked_on, unit, count(*) AS looked, sum(CASE WHEN counts THEN 1 ELSE 0 END) AS many "
            f"FROM ({self.page(measure.name)}) r GROUP BY asked_on, unit"
        )
        found = self.engine.take(sql)
        place = {day: at for at, day in enumerate(self.days)}
        counts: dict[str, list[Counted]] = defaultdict(lambda: [Counted(0, 0)] * len(self.days))
        columns = (found.column(name).to_pylist() for name in ("asked_on", "unit", "looked", "many"))
        for day, unit, looked, many in zip(*columns, strict=True):
            for of in (unit, WHOLE):
                old = counts[of][place[day]]
                counts[of][place[day]] = Counted(old.many + int(many), old.of + looked)
        counts[WHOLE]  # there even where nothing was looked at
        limit, confirmed = limit_of(measure, self.law, on=self.days[-1])
        in_order = {unit: tuple(of) for unit, of in sorted(counts.items())}
        return Measured(measure, self.days, in_order, limit, confirmed)

    def looked_at(self, measure: Measure) -> dict[str, str]:
        """Everything the measure looks at on the last day, whether it counts or not: its unit by its ref."""
        on = f"DATE '{self.days[-1]}'"
        sql = f"SELECT DISTINCT ref, unit FROM ({self.page(measure.name)}) r WHERE asked_on = {on}"
        found = self.engine.take(f"{sql} ORDER BY ref, unit DESC")  # of two units the first in order
        return dict(zip(found.column("ref").to_pylist(), found.column("unit").to_pylist(), strict=True))

    def counting(self, measure: Measure) -> list[str]:
        """References of all that counts on the last day, of a sealed measure too: never to be shown."""
        on = f"DATE '{self.days[-1]}'"
        sql = f"SELECT DISTINCT ref FROM ({self.page(measure.name)}) r WHERE counts AND asked_on = {on}"
        refs: list[str] = self.engine.take(sql).column(0).to_pylist()
        return refs

    def behind(self, measure: Measure, unit: str = WHOLE) -> tuple[Behind, ...]:
        """What counts on the last day, longest waiting first. Nothing of a sealed measure."""
        if measure.sealed:
            return ()
        on = f"DATE '{self.days[-1]}'"
        found = self.engine.take(
            f"SELECT ref, unit, days FROM ({self.page(measure.name)}) r WHERE counts AND asked_on = {on}"
        )
        columns = (found.column(name).to_pylist() for name in ("ref", "unit", "days"))
        rows = (Behind(*row) for row in zip(*columns, strict=True))
        theirs = (row for row in rows if unit in (WHOLE, row.unit))
        return tuple(sorted(theirs, key=lambda row: (-(row.days or 0), row.ref)))


def limit_of(measure: Measure, law: Shelf, *, on: date) -> tuple[float | None, bool]:
    """The share above which somebody is told, and whether the number was read against its source."""
    if measure.signal:
        return None, False
    row = law[measure.row]
    return row.share(on), row.confirmed


@contextmanager
def population(
    source: Source | Path,
    law: Shelf,
    calendar: Calendar,
    *,
    on: Sequence[date],
    known_at: datetime,
    through: int | None = None,
    engine: str = "",
) -> Iterator[Population]:
    """The population on the days given, in order, as known at an instant, while the block lasts.

    A database is read by DuckDB; a folder of Parquet by the engine named, or else by the one that is set.
    """
    known = Known(known_at, through)
    if isinstance(source, Path):
        with engines.chosen(engine or None) as chosen:
            parquet.standing(chosen, source, asking.pulls(), known)
            yield stand(chosen, law, calendar, on=on)
        return
    with open_snapshot(source, asking.pulls(), on=on[-1], known=known) as snapshot:
        yield stand(Embedded(snapshot.held), law, calendar, on=on)


def stand(engine: Engine, law: Shelf, calendar: Calendar, *, on: Sequence[date]) -> Population:
    """Work out of the tables an engine holds how everybody stood on each day."""
    import pyarrow as pa

    page = _pages(engine, law, one=len(on) == 1)
    rows = asking.days(law, calendar, on)
    engine.put("days", pa.Table.from_pylist(rows, schema=_schema(rows[0])))
    numbers = {"asked_on": on[-1], **asking.statute(law, on=on[-1])}
    engine.put("falls", _falls(on))
    engine.put("statute", pa.Table.from_pylist([numbers]))
    engine.put("packed", _packed())
    for table, (instant, day) in asking.DATED.items():
        dated = f"SELECT *, {engine.day_in_london(instant)} AS {day} FROM {table}"
        engine.name(table + asking.WITH_DAY, dated)
    for table in asking.CLOCKED.keys() & asking.COLUMNS.keys():
        _clocked(engine, table)
    engine.make("spells", page("spells"))
    engine.put("reckoned", reckoned(engine, law, on=on))
    for step in KEPT:
        engine.make(step, page(step))
        if step in asking.CLOCKED:
            _clocked(engine, step)
    for name, table in placed(engine, law, rows).items():
        engine.put(name, table)
    return Population(engine, law, tuple(on), page)


def _clocked(engine: Engine, table: str) -> None:
    instant, clock = asking.CLOCKED[table]
    shown = f"SELECT *, {engine.clock_in_london(instant)} AS {clock} FROM {table}"
    engine.name(table + asking.WITH_DAY, shown)


def _pages(engine: Engine, law: Shelf, *, one: bool) -> Callable[[str], str]:
    """The SQL of each step and measure: printed beforehand for DuckDB, written by Ibis for any other."""
    if engine.dialect == "duckdb":
        return lambda name: printed(PAGE + name + (ONE if one and is_printed(PAGE + name + ONE) else ""))
    import ibis

    from watchkeeper.inspection.measures.expressions import expressions

    _ = getattr(ibis, engine.dialect)  # opens the dialect's own settings, without which nothing is written
    made = {name: each for name, (_, each) in expressions(law).items()}

    def written(name: str) -> str:
        many = made[PAGE + name]
        chosen = made.get(PAGE + name + ONE, many) if one else many
        return str(ibis.to_sql(chosen, dialect=engine.dialect))

    return written


def _packed() -> Any:
    """The packs that say themselves after how many months an assessment is made again."""
    import pyarrow as pa

    months = months_of_packs()
    columns = {
        "pack": pa.array(months.keys(), pa.string()),
        "own_months": pa.array(months.values(), pa.int64()),
    }
    return pa.table(columns)


def _falls(on: Sequence[date]) -> Any:
    """Every day from the first asked about to the last, with the first day asked about from then on."""
    import pyarrow as pa

    between = [on[0] + at * DAY for at in range((on[-1] - on[0]).days + 1)]
    asked = iter(on)
    upto = next(asked)
    ends = []
    for day in between:
        upto = next(asked) if day > upto else upto
        ends.append(upto)
    kind = pa.date32()
    return pa.table({"falls_on": pa.array(between, kind), "asked_on": pa.array(ends, kind)})


def _schema(row: Mapping[str, Any]) -> Any:
    import pyarrow as pa

    kinds = {
        bool: pa.bool_(),
        int: pa.int64(),
        float: pa.float64(),
        str: pa.string(),
        datetime: pa.timestamp("us"),
    }
    return pa.schema(
        (name, pa.date32() if name == "before" else kinds.get(type(value), pa.date32()))
        for name, value in row.items()
    )
