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
from watchkeeper.synth.crimes import a_year
from watchkeeper.synth.files import Files
from watchkeeper.synth.force import Force
from watchkeeper.synth.history import YES, History, Wish
from watchkeeper.synth.missing import default_episodes, write_missing
from watchkeeper.synth.planted import crimes as crime_faults
from watchkeeper.synth.planted import planning
from watchkeeper.synth.planted.crime import CrimeFault
from watchkeeper.synth.planted.kind import Fault, Kind
from watchkeeper.synth.planted.missing import MissingFault
from watchkeeper.synth.planted.suspects import SuspectFault
from watchkeeper.synth.policing import write_crimes, write_staff
from watchkeeper.synth.suspects import a_quarter, write_suspects


class Answers:
    """The answer key, written entry by entry as one JSON object."""

    def __init__(self, path: Path, stack: ExitStack, *, people: int, seed: int, on: date) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._handle = stack.enter_context(path.open("w", encoding="utf-8"))
        self._handle.write(f'{{"people": {people}, "seed": {seed}, "on": "{on}", "faults": [')
        self._first = True

    def begin(self, name: str) -> None:
        """Begin another list of the key: of crimes and the force's own, of the missing, or of suspects."""
        self._handle.write(f'\n], "{name}": [')
        self._first = True

    def add(self, fault: Fault | CrimeFault | MissingFault | SuspectFault) -> None:
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


def _child_at_home(history: History) -> list[str]:
    """Record that a child lives at an address somebody lives at today: its postcode, or none there is."""
    for row in history.rows["addresses"]:
        if row.get("postcode") and not row.get("until"):
            row["children_live_there"] = YES
            return [row["postcode"]]
    return []


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
    missing: int | None = None,
    suspects: int | None = None,
    tick: Callable[[int], None] = lambda _: None,
) -> None:
    """Write a synthetic force of `people` people as it stands on the night `on`.

    The same arguments write the same bytes. `tick` is called with the number of people written
    since it was last called. Nothing is held but the person, the crime or the day of closed crimes at hand.

    Parameters
    ----------
    crimes
        How many crimes: those of a year if not given, and none at 0. No fewer
        than the planted ones are written otherwise.
    missing
        How many episodes of children missing in the year, in the same way: a share of London's if not given.
    suspects
        How many referrals of online suspects, in the same way: those of a quarter of a year if not given.
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
        next_door: list[str] = []
        homes: list[str] = []
        for number in range(people):
            history, fault = person(force, number, plan.get(number), backlog=backlog)
            if suspects != 0 and fault is None and len(homes) < crime_faults.times(force):
                homes += _child_at_home(history)
            for table, rows in history.rows.items():
                files.write(table, rows)
            if fault is not None and key is not None:
                key.add(fault)
            elif fault is None and history.ends is None and len(registered) < crime_faults.times(force):
                registered.append(history.ref)
                next_door += (row["postcode"] for row in history.rows["addresses"] if not row.get("until"))
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
            key.begin("crimes")
        wanted = a_year(people) if crimes is None else crimes
        for planted in write_crimes(files, force, wanted, registered, shelf.load()):
            if key is not None:
                key.add(planted)
        if key is not None:
            key.begin("missing")
        episodes = default_episodes(people) if missing is None else missing
        for lost in write_missing(files, force, episodes, next_door):
            if key is not None:
                key.add(lost)
        if key is not None:
            key.begin("suspects")
        referrals = a_quarter(people) if suspects is None else suspects
        for missed in write_suspects(files, force, referrals, registered, homes):
            if key is not None:
                key.add(missed)
        files.flush()
        if key is not None:
            key.close()
