"""Faults planted on purpose, and what the brief must show of each."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from watchkeeper.synth import rates
from watchkeeper.synth.history import History, Wish


@dataclass(frozen=True, slots=True)
class Line:
    """A line the brief must show: its section, and the duty or ground it names."""

    section: str
    what: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One entry of the answer key: what was planted in whom, and every line that must follow."""

    kind: str
    who: str
    expect: tuple[Line, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its name, the life it needs, and how it is planted in one."""

    name: str
    wish: Wish
    plant: Callable[[History], Fault]


KINDS: list[Kind] = []


def planted(people: int, seed: int) -> dict[int, Kind]:
    """Which people carry which fault: by seed, one fault a person, each kind at least once."""
    each = max(1, round(people * rates.FAULTS_A_PERSON))
    chosen = Random(f"{seed}:faults").sample(range(people), min(people, each * len(KINDS)))
    return {number: KINDS[at % len(KINDS)] for at, number in enumerate(chosen)}


def backlog(h: History) -> Fault:
    """The ordinary backlog: a visit overdue, and nothing else the matter."""
    line = Line("people unmanaged", "visit")
    return Fault("backlog", h.ref, (line,), f"The visit fell due {h.behind} days ago or a little more.")
