"""Write the whole force: one CSV file a table, row by row, and the answer key."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path
from random import Random

from watchkeeper.law import shelf
from watchkeeper.law.shelf import Shelf
from watchkeeper.synth import faults, life, rates
from watchkeeper.synth.crimes import quarter
from watchkeeper.synth.files import Files
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import History, Wish
from watchkeeper.synth.planted import crimes as crime_faults
from watchkeeper.synth.planted import planning
from watchkeeper.synth.planted.crime import CrimeFault
from watchkeeper.synth.planted.kind import Fault, Kind
from watchkeeper.synth.policing import write_crimes, write_staff


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
        write_staff(files, force)
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
        for planted in write_crimes(files, force, wanted, registered, shelf.load()):
            if key is not None:
                key.add(planted)
        files.flush()
        if key is not None:
            key.close()
