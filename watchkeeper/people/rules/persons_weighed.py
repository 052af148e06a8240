"""What follows from several comparisons, or several records, at once.

A proposal. Names that many share say little with a date of birth alone, for in a city two people of one
common name are born on one day. A person of several records is weighed by all that is known of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchkeeper.people.rules.weighing import Model, Step

NAMES, BORN, HOME = "names", "born", "home"
TOGETHER = (NAMES, HOME)
"""Relatives share a home and a family name: what these weigh is true of one pair of records at a time."""

type Crossed = tuple[float | None, ...]
"""Of two records: what names and home weigh together, then each other comparison; None: it tells nothing."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the names of two records weigh, and what all but names and date of birth does, in bits."""

    names: float
    beside: float


def parts(steps: Sequence[Step]) -> Parts:
    """The parts of a waterfall; where it starts is in neither."""
    names = sum(step.bits for step in steps[1:] if step.of == NAMES)
    return Parts(names, sum(step.bits for step in steps[1:] if step.of not in (NAMES, BORN)))


def is_vague(steps: Sequence[Step]) -> bool:
    """Whether something is wanting that would say which of two people of one home is meant."""
    return any(step.vague for step in steps)


def alone(model: Model) -> tuple[int, ...]:
    """The places of the comparisons that are counted each by itself, in the order of the model."""
    return tuple(place for place, each in enumerate(model.comparisons) if each.of not in TOGETHER)


def crossed(steps: Sequence[Step]) -> Crossed:
    """A waterfall as two persons are weighed by it."""
    both = sum(step.bits for step in steps[1:] if step.of in TOGETHER)
    return both, *(step.bits if step.tells else None for step in steps[1:] if step.of not in TOGETHER)


def whole(start: float, crossings: Iterable[Crossed]) -> float:
    """What two persons weigh, by every pair of their records, in bits: of each column the best that tells.

    A record without a date of birth hides no other's: what is known of a person counts, also against.

    >>> whole(-17.0, [(20.0, None, None), (20.0, -10.5, None)])
    -7.5
    """
    columns = zip(*crossings, strict=True)
    return start + sum(max((each for each in column if each is not None), default=0.0) for column in columns)
