"""Invented stored rows, full of edges: ties on one day, corrections, withdrawals, blanks, the day after."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from django.apps import apps

from tests.conftest import ON
from watchkeeper.alerts import tables as alerts
from watchkeeper.audit.models import Fact
from watchkeeper.engine.tables import Column, Kind, Table
from watchkeeper.intake.tables import BY_NAME
from watchkeeper.law import shelf
from watchkeeper.law.clocks import months_after
from watchkeeper.planning import tables as planning

KNOWN_AT = datetime(2026, 3, 20, 12, tzinfo=UTC)
OFFICERS = tuple(f"O{number}" for number in range(4))
UNITS = ("NW", "SE")
INSTRUMENTS = ("ARMS", "arms", "OASys", "RM2000", "OGRS")  # some of changing risk, some not
NO_CASE = {"shifts", "units", "mentions", *(table.name for table in planning.TABLES)}
"""Tables from which nobody's case is made."""
EVERY = (*BY_NAME.values(), *alerts.TABLES)
TABLES = tuple(table for table in EVERY if table.name not in NO_CASE)
Row = tuple[str, Fact]  # the table's name, and a stored row not yet saved

_DAY = timedelta(days=1)
_LOOKED_BACK = months_after(-shelf.load()["announced_look_back_months"].whole(ON), ON)
_NEAR = [ON + n * _DAY for n in range(-6, 4)] + [_LOOKED_BACK + n * _DAY for n in (-1, 0, 1)]
_KNOWN = [KNOWN_AT + timedelta(microseconds=n) for n in (-(10**6), -1, 0, 1, 10**6)]


def rows(seed: int, people: int) -> list[Row]:
    """Rows of a small register, in the order they were stored. The same seed gives the same rows.

    Each table is drawn apart and each row has its own place in the order, so that another table moves none.
    """
    persons = [f"P{number}" for number in Random(seed).sample(range(100), people)]
    placed: list[tuple[float, Row]] = []
    for table in TABLES:
        random = Random(f"{seed}:{table.name}")
        for ref, person in _identities(table, persons, random):
            for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
                if random.random() < 0.1:
                    person = random.choice(persons)  # recorded against the wrong person at first
                row = _row(table, ref, person, persons, random)
                placed.append((random.random(), (table.name, row)))
    found = [row for _, row in sorted(placed, key=lambda each: each[0])]
    for number, (_, row) in enumerate(found, start=1):
        row.id = number
    return found


def numbered(stored: list[Any]) -> Iterator[tuple[int, str, Any]]:
    """Each row with its number among those of its table: rows of another table move none."""
    counts: Counter[str] = Counter()
    for name, row in stored:
        yield counts[name], name, row
        counts[name] += 1


def standing(stored: list[Row]) -> dict[str, list[Any]]:
    """What stands at KNOWN_AT, by table, said as plainly as can be."""
    newest: dict[tuple[str, str], Any] = {}
    for name, row in stored:
        held = newest.get((name, row.ref))
        if row.known_from <= KNOWN_AT and (
            held is None or (held.known_from, held.id) < (row.known_from, row.id)
        ):
            newest[name, row.ref] = row
    found: dict[str, list[Any]] = {table.name: [] for table in TABLES}
    for (name, _), row in newest.items():
        if not row.withdrawn:
            found[name].append(row)
    for of_table in found.values():
        of_table.sort(key=lambda row: row.id)
    return found


def write(path: Path, stored: list[Row]) -> None:
    """Put the rows where Django would, as Django would, in an embedded database of their own."""
    with sqlite3.connect(path) as connection:
        for table in EVERY:
            model = apps.get_model(table.model)
            names = [field.column for field in model._meta.concrete_fields]
            columns = ", ".join(f'"{name}"' for name in names)
            connection.execute(f'DROP TABLE IF EXISTS "{model._meta.db_table}"')
            connection.execute(f'CREATE TABLE "{model._meta.db_table}" ({columns})')
            of_table = [
                [_written(getattr(row, n)) for n in names] for name, row in stored if name == table.name
            ]
            places = ", ".join("?" for _ in names)
            connection.executemany(f'INSERT INTO "{model._meta.db_table}" VALUES ({places})', of_table)
    connection.close()


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


def _identities(table: Table, persons: list[str], random: Random) -> Iterator[tuple[str, str]]:
    if table.name == "people":
        yield from ((person, "") for person in persons)
    elif table.name == "officers":
        yield from ((officer, "") for officer in OFFICERS)
    else:
        numbers = random.sample(range(1000), random.randrange(4 * len(persons)))
        yield from ((f"{table.name[:3]}{number}", random.choice(persons)) for number in numbers)


def _row(table: Table, ref: str, person: str, persons: list[str], random: Random) -> Any:
    values = {column.name: _value(column, random) for column in table.columns}
    if table.about == "person_ref":
        values["person_ref"] = person
    if table.name == "people":
        values["unit"] = random.choice(UNITS)
    if table.name == "assessments":
        values["instrument"] = random.choice(INSTRUMENTS)
    known_from = random.choice(_KNOWN)
    return apps.get_model(table.model)(
        ref=ref,
        recorded_at=known_from,
        known_from=known_from,
        withdrawn=random.random() < 0.08,
        act=1,
        **values,
    )


def _value(column: Column, random: Random) -> Any:
    blank = not column.needed and random.random() < 0.35
    match column.kind:
        case Kind.DAY:
            return None if blank else random.choice(_NEAR)
        case Kind.INSTANT:
            day, hour = random.choice(_NEAR), random.choice((0, 9, 9, 23))
            return None if blank else datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        case Kind.CODE:
            return "" if blank else random.choice(column.codes)
        case Kind.YES_NO:
            return None if blank else random.random() < 0.5
        case Kind.WHOLE:
            return None if blank else random.randrange(4)
        case Kind.NUMBER:
            return None if blank else random.choice((0.5, 1.0))
        case Kind.LIST:
            return random.choice(("", "", " ; ", "passport", "bank; passport"))
    if column.refers == "officers":
        return random.choice((*OFFICERS, "O9", ""))
    return "" if blank else random.choice(("a", "b", "Ä"))
