"""Write the whole force: one CSV file a table, row by row, and the answer key."""

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import IO, Any

from watchkeeper.intake.tables import TABLES
from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf
from watchkeeper.synth import faults, life, rates, staff, teams
from watchkeeper.synth.crime_rates import ON_LEAVE
from watchkeeper.synth.crimes import Book, closed, in_hand, quarter
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import History, Row, Wish
from watchkeeper.synth.planted import crimes as crime_faults
from watchkeeper.synth.planted import planning
from watchkeeper.synth.planted.crime import CrimeFault
from watchkeeper.synth.planted.kind import Fault, Kind
from watchkeeper.workforce.conduct import AbstractionKind

FIRST_COLUMNS = ("ref", "recorded_at", "withdrawn")


class Files:
    """One open CSV file a table, written some thousands of lines at a time."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._tables: dict[str, tuple[Any, tuple[str, ...], tuple[str, ...]]] = {}
        self._waiting: list[tuple[IO[str], list[str]]] = []
        for table in TABLES:
            handle = stack.enter_context(
                (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
            )
            columns = (*FIRST_COLUMNS, *(column.name for column in table.columns))
            lines: list[str] = []
            writer = csv.writer(SimpleNamespace(write=lines.append), lineterminator="\n")
            writer.writerow(columns)
            self._tables[table.name] = (writer, columns, ("",) * len(columns))
            self._waiting.append((handle, lines))

    def write(self, table: str, rows: list[Row]) -> None:
        """Write rows of one table; a column a row does not have is blank."""
        writer, columns, blanks = self._tables[table]
        writer.writerows([map(row.get, columns, blanks) for row in rows])

    def flush(self) -> None:
        """Hand what was written to the files."""
        for handle, lines in self._waiting:
            handle.write("".join(lines))
            lines.clear()


class Answers:
    """The answer key, written entry by entry as one JSON object."""

    def __init__(self, path: Path, stack: ExitStack, *, people: int, seed: int, on: date) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._handle = stack.enter_context(path.open("w", encoding="utf-8"))
        self._handle.write(f'{{"people": {people}, "seed": {seed}, "on": "{on}", "faults": [')
        self._first = True

    def crimes(self) -> None:
        """Begin the second list of the key: what was planted in crimes and in the force's own."""
        self._handle.write('\n], "crimes": [')
        self._first = True

    def add(self, fault: Fault | CrimeFault) -> None:
        self._handle.write(
            ("" if self._first else ",") + "\n" + json.dumps(asdict(fault), ensure_ascii=False)
        )
        self._first = False

    def close(self) -> None:
        self._handle.write("\n]}\n")


def person(
    force: Force, number: int, planted: Kind | None, *, backlog: float
) -> tuple[History, Fault | None]:
    """The history of one person, with the fault planted in it if there is one.

    Person `number` is drawn from a source of chance of their own, so that they are the same in a
    small force and a large one, but for the unit and officers.
    """
    history = History(
        f"P{number + 1:07d}",
        number,
        Random(f"{force.seed}:{number}"),
        force.on,
        force,
        number % force.units,
        number // force.units,
        planted.wish if planted is not None else Wish(),
    )
    history.backlog = 0 if planted is not None else backlog
    life.live(history)
    if planted is not None:
        return history, planted.plant(history)
    if history.behind:
        return history, faults.backlog(history)
    return history, None


def _weigh(history: History, loads: dict[str, float], law: Shelf, on: date) -> None:
    """Add a person to the load of whoever manages them tonight."""
    levels = history.rows["levels"]
    level = levels[-1]["level"] if levels else "not recorded"
    for spell in history.rows["managers"]:
        if not spell["until"]:
            loads[spell["officer_ref"]] += law["caseload_weight"].of(level, on) / 100


def _of_the_force(force: Force, loads: dict[str, float], law: Shelf, on: date) -> Iterator[Fault]:
    """Managers over the cap, and units whose signals fell away."""
    for unit in range(force.units):
        for number in range(force.managers(unit)):
            officer = f"{force.unit_ref(unit)}-M{number + 1:02d}"
            hours = force.hours_share(unit, number)
            bounds = {name: law[f"caseload_{name}"].whole(on) * hours for name in ("cap", "alert", "stop")}
            if loads[officer] > bounds["cap"]:
                yield faults.overloaded(officer, loads[officer], bounds)
        if force.announces(unit):
            yield faults.announces(force.unit_ref(unit))
        if (signal := force.quiet(unit)) is not None:
            yield faults.fell_silent(force.unit_ref(unit), signal)


def _staff(files: Files, force: Force) -> None:
    """Write everybody who works for the force, but for those a fault is planted with."""
    managing = [0] * force.units
    for officer in force.officer_rows():
        files.write("officers", [officer])
        files.flush()
        files.write("training", list(force.training_rows(officer)))
        files.write("shifts", list(force.shift_rows(officer)))
        files.write("officer_skills", list(force.skill_rows(officer)))
        files.write("clearances", [staff.cleared(officer, force)])
        for unit in range(force.units):
            managing[unit] += officer["unit"] == force.unit_ref(unit)
    for unit in range(force.units):
        _investigators(files, force, unit)
        for table, row in staff.other_rows(force, unit, staff.others(force, unit, managing[unit])):
            files.write(table, [row])
        files.flush()
    for table, row in (*staff.safe_rows(force), *staff.left_rows(force, 0)):
        files.write(table, [row])


def _investigators(files: Files, force: Force, unit: int) -> None:
    ref, number = force.unit_ref(unit), force.investigators(unit)
    rng = Random(f"{force.seed}:investigators:{unit}")
    for one in _members(force, unit):
        for table, rows in teams.member_rows(one, force.on, rng).items():
            files.write(table, rows)
        if one.team is not teams.Team.MAJOR and rng.random() < ON_LEAVE:
            row = teams.leave(one.ref, force.on, rng, kind=AbstractionKind.LEAVE, days=staff.LEAVE_DAYS)
            files.write("abstractions", [row])
    for table, row in teams.supervising_rows(ref, number, force.on, rng):
        files.write(table, [row])


def _members(force: Force, unit: int) -> list[teams.Member]:
    rng = Random(f"{force.seed}:teams:{unit}")
    return teams.members(force.unit_ref(unit), force.investigators(unit), rng)


def _crimes(
    files: Files, force: Force, number: int, registered: list[str], law: Shelf, on: date
) -> Iterator[CrimeFault]:
    """Write `number` crimes, those in hand first, and yield what was planted in them and their holders."""
    yield from crime_faults.untrained(force)
    if not number:
        return
    book, written = Book(force, number), 0
    for officer, crimes, fault in crime_faults.in_crimes(force, registered):
        for rows in (officer, *crimes):
            for table, some in rows.items():
                files.write(table, some)
        written += len(crimes)
        yield fault
    for unit in range(force.units):
        for one in _members(force, unit):
            for made in in_hand(book, unit, one, law):
                for table, some in made.rows.items():
                    files.write(table, some)
                written += 1
        files.flush()
    for day in closed(book, max(0, number - written)):
        for table, some in day.items():
            files.write(table, some)
        files.flush()


def write(
    folder: Path,
    *,
    people: int,
    seed: int,
    on: date,
    answers: Path | None = None,
    backlog: float = rates.BACKLOG,
    crimes: int | None = None,
    tick: Callable[[int], None] = lambda _: None,
) -> None:
    """Write a synthetic force of `people` people as it stands on the night `on`.

    The same arguments write the same bytes. `tick` is called with the number of people written
    since it was last called. Nothing is held but the person, the crime or the day of closed crimes at hand.

    Parameters
    ----------
    crimes
        How many crimes: those of a quarter of a year if not given, and none at 0. No fewer
        than the planted ones are written otherwise.
    """
    force = Force(people, seed, on.toordinal())
    plan = faults.planted(people, seed)
    with ExitStack() as stack:
        files = Files(folder, stack)
        key = Answers(answers, stack, people=people, seed=seed, on=on) if answers is not None else None
        files.write("units", list(force.unit_rows()))
        _staff(files, force)
        files.write("bases", list(force.base_rows()))
        loads: dict[str, float] = defaultdict(float)
        registered: list[str] = []
        for number in range(people):
            history, fault = person(force, number, plan.get(number), backlog=backlog)
            for table, rows in history.rows.items():
                files.write(table, rows)
            if fault is not None and key is not None:
                key.add(fault)
            elif fault is None and history.ends is None and len(registered) < crime_faults.times(force):
                registered.append(history.ref)
            _weigh(history, loads, shelf.load(), on)
            if number % 100 == 99:
                files.flush()
                tick(100)
        for table, rows, fault in planning.in_units(force, frozenset(plan)):
            files.write(table, rows)
            if key is not None:
                key.add(fault)
        files.flush()
        if key is not None:
            for fault in _of_the_force(force, loads, shelf.load(), on):
                key.add(fault)
            key.crimes()
        wanted = quarter(people) if crimes is None else crimes
        for planted in _crimes(files, force, wanted, registered, shelf.load(), on):
            if key is not None:
                key.add(planted)
        files.flush()
        if key is not None:
            key.close()
