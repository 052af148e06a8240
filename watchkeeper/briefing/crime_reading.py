"""Crimes still asked about and the officers who hold them, from the stored facts as known at an instant.

Every crime and its outcome is read, as much as tells whether it is asked about; of those that are, as much
as tells which may have a line and who holds them; and whole are read only the few that rules are asked of.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from watchkeeper.briefing import asking, crime_asking
from watchkeeper.briefing.columns import Run
from watchkeeper.briefing.crime_closed import surely_closed
from watchkeeper.briefing.crime_kept import CONDUCT, CRIME, PARTS, TUTORS, Kept
from watchkeeper.crimes.facts import Case
from watchkeeper.crimes.rules.closing import never_looked_at
from watchkeeper.crimes.rules.codes import group_of
from watchkeeper.engine.snapshot import Snapshot, open_snapshot
from watchkeeper.engine.source import Source
from watchkeeper.engine.standing import Known, Pull
from watchkeeper.law.shelf import Shelf
from watchkeeper.workforce.conduct import Fitness, Suspension
from watchkeeper.workforce.facts import Officer
from watchkeeper.workforce.fitness import put_together, tutors_of
from watchkeeper.workforce.rules.sealed import current

REDUCED = {"shut": "crimes_shut", "open_crimes": "crimes_open", "running": "crimes_running"}
"""Tables held for what follows, each with the reduction that fills it."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A running crime in the hands of an officer, and who reviews it; `like` is a crime of the same kind."""

    officer: str
    crime: str
    supervisor: str
    like: str


@dataclass(frozen=True, slots=True)
class Investigations:
    """The crimes of a night, read as they are asked for while the block of `investigations` lasts."""

    source: Source
    snapshot: Snapshot

    def near(self, *, everything: bool = False) -> tuple[Case, ...]:
        """The crimes of which a clock may be late or near its end, whole; with `everything`, all open."""
        asked = "SELECT ref FROM open_crimes ORDER BY ref"
        found = self.snapshot.ask(asked) if everything else self.snapshot.reduced("crimes_to_ask")
        return self.cases(found.column(0).to_pylist())

    def own(self) -> frozenset[str]:
        """Refs of the open crimes in which one of the force's own is a party, and maybe of some closed."""
        own = self.snapshot.ask("SELECT crime_ref FROM crime_parties WHERE officer <> ''")
        return frozenset(own.column(0).to_pylist())

    def touching(self, people: Collection[str]) -> frozenset[str]:
        """Refs of the open crimes in which any of these people, or anybody of the force's own, is a party."""
        sql = "SELECT crime_ref, person FROM crime_parties WHERE person <> ''"
        refs, persons = (column.to_pylist() for column in self.snapshot.ask(sql).columns)
        return self.own() | {ref for ref, person in zip(refs, persons, strict=True) if person in people}

    def hands(self) -> list[Hand]:
        """Every running crime that somebody holds, by officer and ref."""
        order = ("officer", "crime_ref", "supervisor")
        rows = self.snapshot.tuples("hands", (*order, "like"), order)
        return [Hand(*row) for row in rows]

    def cases(self, refs: Collection[str], parts: Iterable[str] = PARTS) -> tuple[Case, ...]:
        """These crimes, with these parts of what is on record of them, in order of ref."""
        kept = {"crime": CRIME, **{part: PARTS[part] for part in parts}}
        pulls = crime_asking.whole_pulls(
            {name: [c for c, _ in columns] for name, _, columns in kept.values()}
        )
        self.snapshot.read_about(self.source, pulls, sorted(refs))
        found = {
            part: _grouped(self.snapshot, each, pull.name, pull.whose)
            for (part, each), pull in zip(kept.items(), pulls, strict=True)
        }
        self.snapshot.drop(*(pull.name for pull in pulls))
        crimes = found.pop("crime")
        return tuple(
            Case(crime, **{part: held[ref] for part, held in found.items() if ref in held})
            for ref, (crime,) in sorted(crimes.items())
        )

    def fitness(
        self, refs: Collection[str], staff: Mapping[str, Officer], loads: Mapping[str, float]
    ) -> dict[str, Fitness]:
        """What is known of the officers named; shifts are not asked, for a day off moves no work."""
        on, held = self.snapshot.on, self.snapshot.held
        held.execute("CREATE OR REPLACE TABLE named AS SELECT unnest(CAST(? AS VARCHAR[])) AS ref", [[*refs]])
        of_them = "officer_ref IN (SELECT ref FROM named)"
        known: dict[str, dict[str, Any]] = {}
        for field, each in CONDUCT.items():
            for ref, rows in _grouped(self.snapshot, each, each[0], "officer_ref", of_them).items():
                known.setdefault(ref, {})[field] = rows
        spells = (each for rows in _grouped(self.snapshot, TUTORS, "tutors", "id").values() for each in rows)
        tutors = tutors_of(sorted(spells, key=lambda each: each.since), staff, on=on)
        return put_together(refs, staff, known, tutors, self._suspended(), loads, {})

    def _suspended(self) -> frozenset[str]:
        found = _grouped(self.snapshot, CONDUCT["suspensions"], "suspensions", "officer_ref")
        spells: Iterator[Suspension] = (each for rows in found.values() for each in rows)
        on = self.snapshot.on
        return frozenset(each.officer for each in spells if current(each.since, each.until, on))


@contextmanager
def investigations(
    source: Source,
    law: Shelf,
    *,
    on: date,
    known_at: datetime,
    through: int | None = None,
    more: Iterable[Pull] = (),
    unit: str = "",
    everything: bool = False,
) -> Iterator[Investigations]:
    """All that the lines about crimes are made from, held while the block lasts, and `more` beside it.

    With a unit, as much as its brief is made from: some of it may be about crimes and officers of others.
    With `everything`, crimes closed for good are read too.
    """
    known = Known(known_at, through)
    shut = None if everything else surely_closed(source, law, known, on=on)
    with open_snapshot(
        source,
        (*crime_asking.first_pulls(unit, shut), *more),
        on=on,
        known=known,
        asked=asking.asked(law, on=on) | crime_asking.asked(law, on=on),
    ) as snapshot:
        _know_offences(snapshot, law)
        if shut is not None:
            _know_second_looks(snapshot)
        for name, reduction in REDUCED.items():
            snapshot.keep(name, reduction)
        snapshot.drop("crimes")
        for held, columns in (("running", crime_asking.OF_RUNNING), ("open_crimes", crime_asking.OF_OPEN)):
            refs = snapshot.ask(f"SELECT ref FROM {held}").column(0).to_pylist()
            snapshot.read_about(source, crime_asking.then_pulls(columns), refs, sparing=True)
        snapshot.keep("hands", "crimes_in_hand")
        yield Investigations(source, snapshot)


def _know_offences(snapshot: Snapshot, law: Shelf) -> None:
    """Say of every offence as it is typed whether closing may need a second look: codes are few."""
    on, held = snapshot.on, snapshot.held
    codes = snapshot.ask("SELECT DISTINCT offence FROM crimes").column(0).to_pylist()
    said = (
        [never_looked_at(code, law, on=on, related=related) for code in codes] for related in (True, False)
    )
    typed = "unnest(CAST(? AS VARCHAR[])) AS offence"
    flags = ", ".join(f"unnest(CAST(? AS BOOLEAN[])) AS {name}" for name in ("plain", "strangers"))
    held.execute(f"CREATE TABLE plain_offences AS SELECT {typed}, {flags}", [codes, *said])
    unknown = [code for code in codes if group_of(code, law, on=on) is None]
    held.execute(f"CREATE TABLE unknown_offences AS SELECT {typed}", [unknown])


def _know_second_looks(snapshot: Snapshot) -> None:
    """Hold those outcomes apart of whose second look anything is recorded."""
    columns = ", ".join(f'"{name}"' for name in ("id", *crime_asking.LOOKS))
    snapshot.held.execute(
        f"CREATE TABLE {crime_asking.SECOND_LOOKS} AS "
        f"SELECT {columns} FROM crime_outcomes WHERE {crime_asking.LOOKED_AT}"
    )


def _grouped(
    snapshot: Snapshot, kept: Kept, name: str, by: str, where: str = "TRUE"
) -> dict[Any, tuple[Any, ...]]:
    """The facts of a held table as rules read them, by what they are about, in the order they were stored."""
    _, make, columns = kept
    listed = ", ".join(f'"{column}"' for column in (by, *(column for column, _ in columns)))
    rows = snapshot.ask(f'SELECT {listed} FROM "{name}" WHERE {where} ORDER BY "{by}", id')
    if not len(rows):
        return {}
    return Run(rows, make, tuple(read for _, read in columns)).groups(rows.column(0)[-1].as_py())
