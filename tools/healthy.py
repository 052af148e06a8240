"""A healthy synthetic force in a database of this process: nothing is planted in it, and nobody is behind."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date
from random import Random
from typing import Any

from watchkeeper.engine.engines import Embedded, chosen
from watchkeeper.engine.tables import Kind
from watchkeeper.inspection.measures import asking
from watchkeeper.law.shelf import Shelf
from watchkeeper.synth import staff, suspects, teams
from watchkeeper.synth.crimes import Book, in_hand
from watchkeeper.synth.episodes import DAY, HOUR
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import Row
from watchkeeper.synth.missing import write_missing
from watchkeeper.synth.referrals import whole
from watchkeeper.synth.writing import person

PLANTED = "-V9"
"""In the ref of an investigator, or of a crime, that a fault is planted with."""
REFERRALS = 60
"""Of online suspects, received in as many days, everything done in time."""
CHILDREN = "MP"
"""How the refs of children begin in whom nothing is planted."""
HELD_AS = {
    Kind.DAY: "DATE",
    Kind.INSTANT: "TIMESTAMP",
    Kind.WHOLE: "INTEGER",
    Kind.NUMBER: "DOUBLE",
}


class Rows:
    """Takes rows where files would be written."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = defaultdict(list)

    def write(self, table: str, rows: Iterable[Row]) -> None:
        self.tables[table] += rows

    def flush(self) -> None:
        """Nothing waits to be written."""


@contextmanager
def healthy(people: int, seed: int, law: Shelf, *, on: date, episodes: int) -> Any:
    """The tables that are measured, of a force of so many people, held in DuckDB while the block lasts."""
    rows = _rows(people, seed, law, on=on, episodes=episodes)
    with chosen("duckdb") as engine:
        assert isinstance(engine, Embedded)
        for pull in asking.pulls():
            hold(engine, pull, rows.tables[pull.name])
        yield engine


def _rows(people: int, seed: int, law: Shelf, *, on: date, episodes: int) -> Rows:
    force, rows = Force(people, seed, on.toordinal()), Rows()
    for officer in force.officer_rows():
        rows.write("officers", [officer])
        rows.write("training", force.training_rows(officer))
        rows.write("clearances", [staff.cleared(officer, force)])
    for number in range(people):
        history, _ = person(force, number, None, backlog=0)
        for table, some in history.rows.items():
            rows.write(table, some)
    book = Book(force, people)
    for unit in range(force.units):
        ref = force.unit_ref(unit)
        rng = Random(f"{seed}:healthy:{unit}")
        for one in teams.members(ref, len(teams.SMALLEST), rng):
            for table, some in teams.member_rows(one, force.on, rng).items():
                rows.write(table, some)
            for made in in_hand(book, unit, one, law):
                for table, some in made.rows.items():
                    rows.write(table, some)
    for _ in write_missing(rows, force, episodes, []):  # type: ignore[arg-type]
        pass
    _without_planted(rows)
    night = force.on * DAY
    for number in range(REFERRALS):
        rng = Random(f"{seed}:healthy:suspect:{number}")
        came = night - 5 * HOUR - rng.randrange(60 * DAY)
        referral = whole(suspects.drawn(force, number, rng, came), night, rng)
        for table, some in referral.rows.items():
            rows.write(table, some)
    return rows


def _without_planted(rows: Rows) -> None:
    theirs = {
        row["ref"] for row in rows.tables["missing_episodes"] if row["missing_ref"].startswith(CHILDREN)
    }
    for table, some in rows.tables.items():
        rows.tables[table] = [
            row
            for row in some
            if row.get("missing_ref", CHILDREN).startswith(CHILDREN)
            and row.get("episode_ref", "") in {"", *theirs}
        ]


def hold(engine: Embedded, pull: Any, rows: list[Row]) -> None:
    """Hold rows as text, as files give them, in the table that is read of them."""
    import pyarrow as pa

    names = [column.name for column in pull.kinds]
    text = {name: [_text(row.get(name)) for row in rows] for name in names}
    engine.put("drawn", pa.table({name: pa.array(some, pa.string()) for name, some in text.items()}))
    columns = ", ".join(cast(column) for column in pull.kinds)
    engine.make(pull.name, f"SELECT row_number() OVER () AS id, {columns} FROM drawn")


def _text(value: object) -> str:
    return "" if value is None else str(value)


def cast(column: Any) -> str:
    """SQL for a column as the engine holds it, from the text of a file."""
    name = f'"{column.name}"'
    if column.kind is Kind.YES_NO:
        return f"CASE {name} WHEN 'yes' THEN true WHEN 'no' THEN false END AS {name}"
    if column.kind in HELD_AS:
        return f"CAST(nullif(replace({name}, 'Z', ''), '') AS {HELD_AS[column.kind]}) AS {name}"
    return f"coalesce({name}, '') AS {name}"
