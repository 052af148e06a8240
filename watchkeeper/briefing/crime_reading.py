"""Crimes still asked about and the officers who hold them, from the stored facts as known at an instant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps

from watchkeeper.briefing import crime_asking
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.closing import closed_for_good, never_looked_at
from watchkeeper.crimes.rules.codes import group_of
from watchkeeper.crimes.rules.holding import holder
from watchkeeper.crimes.rules.matrix import Placed, kind_of
from watchkeeper.engine.snapshot import Snapshot, open_snapshot
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import Fitness
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.fitness import put_together, tutors_of
from watchkeeper.workforce.rules.sealed import current

PARTS = {
    "parties": "crime_parties",
    "grades": "crime_grades",
    "holdings": "crime_holdings",
    "reviews": "crime_reviews",
    "enquiries": "crime_enquiries",
    "events": "crime_events",
    "told": "crime_victim_contacts",
    "devices": "crime_devices",
    "finals": "crime_outcomes",
    "disputes": "allocation_disputes",
    "overrides": "allocation_overrides",
}
"""Each part of a case, and the table it is read from."""
IN_HAND = ("parties", "holdings", "finals", "overrides")
"""What the work a crime asks for, and who holds it, are read from."""
CONDUCT = {
    "clearances": "clearances",
    "changes": "clearance_changes",
    "allegations": "allegations",
    "safe": "safe_to_work",
    "restrictions": "restricted_duties",
    "suspensions": "suspensions",
    "screenings": "screenings",
    "abstractions": "abstractions",
}


@dataclass(frozen=True, slots=True)
class Investigations:
    """`near` are the crimes of which a clock may be late or near its end, whole and in order of ref.

    `in_hand` are the open crimes each officer holds, each with its place in the matrix and as much
    as the work asks for; `conduct` is what is on record of officers, by ref and by field of Fitness.
    """

    near: tuple[Case, ...]
    in_hand: Mapping[str, tuple[tuple[Case, Placed], ...]]
    conduct: Mapping[str, Mapping[str, list[Any]]]
    tutors: Mapping[str, Officer]
    stopped: frozenset[str]

    def fitness(
        self, refs: Iterable[str], staff: Mapping[str, Officer], loads: Mapping[str, float]
    ) -> dict[str, Fitness]:
        """What is known of the officers named; shifts are not asked, for a day off moves no work."""
        return put_together(refs, staff, self.conduct, self.tutors, self.stopped, loads, {})


def investigations(
    source: Source,
    staff: Mapping[str, Officer],
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
    everything: bool = False,
) -> Investigations:
    """All that the lines about crimes are made from. With `everything`, none is passed by."""
    with open_snapshot(
        source,
        crime_asking.first_pulls(),
        on=on,
        known=Known(known_at, through),
        asked=crime_asking.asked(law, on=on),
    ) as snapshot:
        _know_offences(snapshot, law)
        still = snapshot.reduced("crimes_still_asked").column("ref").to_pylist()
        snapshot.read_about(source, crime_asking.then_pulls(), sorted(still))
        near = sorted(still) if everything else snapshot.reduced("crimes_to_ask").column(0).to_pylist()
        snapshot.held.execute("CREATE TABLE near AS SELECT unnest(?) AS ref", [near])
        conduct, suspended = _conduct(snapshot, on)
        spells = sorted(_facts(snapshot, "tutors"), key=lambda each: each.since)
        return Investigations(
            _cases(snapshot, tuple(PARTS), "ref IN (SELECT ref FROM near)"),
            _in_hand(snapshot, law),
            conduct,
            tutors_of(spells, staff, on=on),
            suspended,
        )


def _know_offences(snapshot: Snapshot, law: Shelf) -> None:
    """Say of every offence as it is typed whether closing may need a second look: codes are few."""
    codes = snapshot.ask("SELECT DISTINCT offence FROM crimes").column(0).to_pylist()
    on, held = snapshot.on, snapshot.held
    held.execute("CREATE TABLE plain_offences (offence VARCHAR, plain BOOLEAN, strangers BOOLEAN)")
    held.execute("CREATE TABLE unknown_offences (offence VARCHAR)")
    for code in codes:
        said = [never_looked_at(code, law, on=on, related=related) for related in (True, False)]
        held.execute("INSERT INTO plain_offences VALUES (?, ?, ?)", [code, *said])
        if group_of(code, law, on=on) is None:
            held.execute("INSERT INTO unknown_offences VALUES (?)", [code])


def _in_hand(snapshot: Snapshot, law: Shelf) -> dict[str, tuple[tuple[Case, Placed], ...]]:
    on = snapshot.on
    found: dict[str, list[tuple[Case, Placed]]] = defaultdict(list)
    ever = "ref IN (SELECT crime_ref FROM crime_holdings)"
    for case in _cases(snapshot, IN_HAND, ever):
        spell = holder(case, on=on)
        if spell is None:
            continue
        placed = kind_of(case, law, on=on)
        if closed_for_good(case, placed.kinds, law, on=on) is None:
            found[spell.officer].append((case, placed))
    return {officer: tuple(cases) for officer, cases in found.items()}


def _cases(snapshot: Snapshot, parts: Iterable[str], which: str) -> tuple[Case, ...]:
    held: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        for each in _facts(snapshot, PARTS[part], where=f"crime_{which}"):
            held[each.crime][part].append(each)
    crimes = _facts(snapshot, "crimes", held="open_crimes", where=which)
    return tuple(
        Case(crime, **{part: tuple(rows) for part, rows in held[crime.ref].items()})
        for crime in sorted(crimes, key=lambda crime: crime.ref)
    )


def _conduct(snapshot: Snapshot, on: date) -> tuple[dict[str, dict[str, list[Any]]], frozenset[str]]:
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for field, name in CONDUCT.items():
        for each in _facts(snapshot, name):
            found[each.officer][field].append(each)
    suspended = {
        ref
        for ref, known in found.items()
        if any(current(each.since, each.until, on) for each in known.get("suspensions", ()))
    }
    return found, frozenset(suspended)


def _facts(snapshot: Snapshot, name: str, *, held: str = "", where: str = "TRUE") -> Iterator[Any]:
    """The facts of a held table as rules read them, in the order they were stored."""
    model: Any = apps.get_model(crime_asking.table(name).model)
    rows = snapshot.ask(f'SELECT * FROM "{held or name}" WHERE {where} ORDER BY id')
    columns = [_read(column) for column in rows.columns]
    for row in zip(*columns, strict=True):
        # Not from_db: a column left unread would be fetched row by row, by another SQLite.
        yield model(**dict(zip(rows.column_names, row, strict=True))).fact()


def _read(column: Any) -> Iterable[Any]:
    import pyarrow

    cells: list[Any] = column.to_pylist()
    if pyarrow.types.is_timestamp(column.type):
        return [None if cell is None else cell.replace(tzinfo=UTC) for cell in cells]
    return cells
