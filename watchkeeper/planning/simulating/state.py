"""A run as it stands on one morning, and how it is laid by and taken up again."""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np

from watchkeeper.planning.simulating.world import Floats, Whole, World
from watchkeeper.visits.rules.habits import Habits

NEVER_TRIED_DAYS = 200
LOGGED = ("day", "person", "days_unseen", "fails", "cell", "minute", "seen", "own_pair")


@dataclass(slots=True)
class State:
    """Where a run has got to. Chance is drawn from the seed and the day, so no dice are carried.

    days_unseen, since, fails (n,) · chance (n, 6) the truth, which drifts · seen, attempts (n, 6) the
    record, fading · learnt (n, 6) · log: attempts so far, columns of LOGGED · daily: a row a day.
    """

    day: int
    days_unseen: Whole
    since: Whole
    fails: Whole
    chance: Floats
    seen: Floats
    attempts: Floats
    learnt: Floats
    classes: Floats
    weights: Floats
    concentration: float
    crew_shifts: int
    unticketed: int
    log: list[Whole]
    daily: list[Floats]

    @property
    def habits(self) -> Habits:
        """The kinds of habit as last fitted."""
        return Habits(self.classes, self.weights, self.concentration)


def first_morning(world: World) -> State:
    """Everybody as the world has them; nothing learnt yet."""
    people = world.people
    return State(
        day=0,
        days_unseen=world.days_unseen.copy(),
        since=np.full(people, NEVER_TRIED_DAYS),
        fails=np.zeros(people, dtype=np.int64),
        chance=world.chance.copy(),
        seen=world.seen.copy(),
        attempts=world.attempts.copy(),
        learnt=np.zeros_like(world.chance),
        classes=np.zeros((0, world.chance.shape[1])),
        weights=np.zeros(0),
        concentration=0.0,
        crew_shifts=0,
        unticketed=0,
        log=[],
        daily=[],
    )


def lay_by(state: State, path: Path, *, identity: str) -> None:
    """Write the state to `path` (.npz) with what run it belongs to (.json). Replaced whole, never half."""
    arrays: dict[str, Any] = {}
    plain: dict[str, Any] = {"identity": identity}
    for one in fields(State):
        value = getattr(state, one.name)
        if one.name == "log":
            arrays["log"] = np.concatenate(value) if value else np.zeros((0, len(LOGGED)), dtype=np.int64)
        elif one.name == "daily":
            arrays["daily"] = np.array(value)
        elif isinstance(value, np.ndarray):
            arrays[one.name] = value
        else:
            plain[one.name] = value
    part = path.with_suffix(".part.npz")
    np.savez_compressed(part, **arrays)
    path.with_suffix(".json").write_text(json.dumps(plain, sort_keys=True) + "\n")
    part.replace(path.with_suffix(".npz"))


def take_up(path: Path, *, identity: str) -> State | None:
    """The state laid by at `path`; None when there is none. Raises ValueError when it is another run's."""
    kept = path.with_suffix(".npz")
    if not kept.exists():
        return None
    plain = json.loads(path.with_suffix(".json").read_text())
    if plain.pop("identity") != identity:
        raise ValueError(f"{kept.name} was laid by in another run: other world, policy, seed or crews")
    with np.load(kept, allow_pickle=False) as arrays:
        found = {name: arrays[name] for name in arrays.files}
    found["log"] = [found["log"]]
    found["daily"] = list(found["daily"])
    return State(**found, **plain)
