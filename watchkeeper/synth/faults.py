"""Which faults are planted in whom, and the answer key: every line they must cause."""

from random import Random

from watchkeeper.inspection.facts import Signal
from watchkeeper.synth import rates
from watchkeeper.synth.history import History
from watchkeeper.synth.planted import assessing, managing, notifying, ordering, planning, visiting
from watchkeeper.synth.planted.kind import ANNOUNCED, LOAD, SIGNALS, UNMANAGED, Fault, Kind, Line
from watchkeeper.visits.facts import Duty as VisitDuty
from watchkeeper.workforce.facts import Duty as WorkforceDuty

KINDS: tuple[Kind, ...] = (
    *visiting.KINDS,
    *notifying.KINDS,
    *ordering.KINDS,
    *managing.KINDS,
    *planning.KINDS,
    *assessing.KINDS,
)


def planted(people: int, seed: int) -> dict[int, Kind]:
    """Which people carry which fault: by seed, one fault a person, each kind at least once.

    Fewer than one person a kind is never asked for: the least force has 100 people.
    """
    each = max(1, round(people * rates.FAULTS_A_PERSON))
    chosen = Random(f"{seed}:faults").sample(range(people), min(people, each * len(KINDS)))
    return {number: KINDS[at % len(KINDS)] for at, number in enumerate(chosen)}


def backlog(h: History) -> Fault:
    """The ordinary backlog: a visit overdue, and nothing else the matter."""
    return Fault(
        "backlog",
        h.ref,
        (Line(UNMANAGED, VisitDuty.VISIT),),
        f"The next visit is overdue by about {h.behind} days; nothing else is the matter.",
    )


def overloaded(officer: str, weighted: float, bounds: dict[str, float]) -> Fault:
    """A manager who holds more than the cap; `bounds` are cap, alert and stop at their hours."""
    how = "over the cap"
    for name in ("alert", "stop"):
        if weighted >= bounds[name]:
            how = f"at the {name}"
    return Fault(
        "manager over the cap",
        officer,
        (Line(LOAD, f"{WorkforceDuty.CASELOAD} {how}"),),
        f"Holds {weighted:g} weighted cases where {bounds['cap']:g} are allowed.",
    )


def announces(unit: str) -> Fault:
    """A unit that announces far too many of its visits, each on an agreed ground."""
    return Fault(
        "too many announced visits",
        unit,
        (Line(ANNOUNCED, "share of visits announced"),),
        "About three visits in ten were announced beforehand.",
    )


def fell_silent(unit: str, signal: Signal) -> Fault:
    """A unit whose count of one signal fell away in the last fortnight."""
    return Fault(
        f"{signal} fell away",
        unit,
        (Line(SIGNALS, f"fall in {signal}"),),
        f"Almost no {signal} recorded in the last fortnight, in a unit that used to record them every week.",
    )
