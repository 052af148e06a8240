"""Every solver on one night, its plan as `Rounds`, in CPU seconds of its own process."""

import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import vroom

from watchkeeper.visits.routing import pyvrp_solver, search
from watchkeeper.visits.routing.night import Night
from watchkeeper.visits.routing.rounds import Rounds
from watchkeeper.visits.routing.timing import timed

CALIBRATE = 300


@dataclass
class Budget:
    """Says when so many CPU seconds are over; as PyVRP asks it, too."""

    seconds: float
    began: float

    def __call__(self, _best: object = None) -> bool:
        return process_time() - self.began >= self.seconds

    def fraction_remaining(self) -> float:
        return max(0.0, 1 - (process_time() - self.began) / self.seconds)


def own(night: Night, seconds: float, seed: int) -> tuple[Rounds, int]:
    """Our own search with as many turns as fit into `seconds`, and how many they were."""
    began = process_time()
    search.solve(night, seed=seed + 1000, iterations=CALIBRATE)
    turns = max(CALIBRATE, int(CALIBRATE * seconds / (process_time() - began)))
    return search.solve(night, seed=seed, iterations=turns), turns


def pyvrp(night: Night, seconds: float, seed: int, *, all_parts: bool) -> Rounds:
    """PyVRP begun from our first filling, which counts in its time."""
    until = Budget(seconds, process_time())
    return pyvrp_solver.solve(night, seed=seed, iterations=0, all_parts=all_parts, until=lambda: until)


def ortools(night: Night, marks: tuple[float, ...]) -> dict[float, Rounds | None]:
    """The plan OR-Tools has at each mark; None when it has none yet."""
    plans = asked(night, "routing", max(marks))
    return {
        mark: next((drivable(night, rounds) for when, rounds in reversed(plans) if when <= mark), None)
        for mark in marks
    }


def asked(night: Night, what: str, seconds: float) -> Any:
    """The answer of the process that holds OR-Tools."""
    names = [name for name in Night.__dataclass_fields__ if name != "_may"]
    with tempfile.TemporaryDirectory(prefix="watchkeeper-rounds-") as folder:
        given, answer = Path(folder) / "in.pickle", Path(folder) / "out.json"
        held = {name: getattr(night, name) for name in names}
        given.write_bytes(pickle.dumps({"what": what, "seconds": seconds, "night": held}))
        subprocess.run(
            [sys.executable, "-m", "tools.bench_rounds_ortools", str(given), str(answer)], check=True
        )
        return json.loads(answer.read_text())


def vroom_best(night: Night, seconds: float) -> Rounds:
    """VROOM, which cannot price the hour: each person in the part of the day where they are worth most."""
    best = night.worth.max(axis=0)
    given = vroom.Input()
    given.set_durations_matrix(profile="car", matrix_input=(night.travel_minutes * 60).astype(np.uint32))
    for crew in range(night.crews):
        given.add_vehicle(
            vroom.Vehicle(
                crew,
                start=int(night.starts[crew]),
                end=int(night.crew_base[crew]),
                skills={int(who) for who in np.flatnonzero(night.may[crew])},
                time_window=vroom.TimeWindow(*(int(minute) * 60 for minute in night.shift[crew])),
            )
        )
    for who in range(night.candidates):
        part = int(best[who].argmax())
        given.add_job(
            vroom.Job(
                who,
                night.bases + who,
                default_service=int(night.service_minutes[who]) * 60,
                skills={who},
                priority=int(np.clip(np.rint(100 * best[who, part] / best.max()), 1, 100)),
                time_windows=[vroom.TimeWindow(*(int(minute) * 60 for minute in night.windows[who, part]))],
            )
        )
    answer = given.solve(exploration_level=5, nb_threads=1, timeout=timedelta(seconds=seconds)).routes
    rounds: list[list[tuple[int, int]]] = [[] for _ in range(night.crews)]
    for crew, kind, who in zip(answer["vehicle_id"], answer["type"], answer["id"], strict=True):
        if str(kind) == "job":
            rounds[int(crew)].append((int(who), int(best[int(who)].argmax())))
    return drivable(night, rounds)


def drivable(night: Night, rounds: list[Any]) -> Rounds:
    """A peer's rounds as ours, with our minutes; a round that cannot be driven fails loudly."""
    given = [[(int(who), int(part)) for who, part in stops] for stops in rounds]
    assert all(timed(night, crew, stops) is not None for crew, stops in enumerate(given))
    return search.finished(night, given)


def seconds_of[Answer](work: Callable[[], Answer]) -> tuple[Answer, float]:
    """What `work` answers and the CPU seconds it took."""
    began = process_time()
    answer = work()
    return answer, process_time() - began
