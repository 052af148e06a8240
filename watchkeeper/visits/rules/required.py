"""Which visits bind tonight, whatever a plan would rather do: by law, or by a supervisor's word.

A duty that binds is a constraint on the plan, never a price: it is not weighed against anybody's
worth, it stands outside the lottery, and it is counted as outside. The duties themselves are worked
out elsewhere (`visits.rules.duties`, `registers.rules.duties`, escalation's decisions); this only
says which bind, and from when. The days are force policy, rows `required_...`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from watchkeeper.law.due import Due, Given, Standing
from watchkeeper.law.shelf import Shelf
from watchkeeper.law.wording import day, days
from watchkeeper.registers.facts import Duty as RegisterDuty
from watchkeeper.visits.facts import Duty


class Binding(StrEnum):
    """Why a visit is required, in the words a plan uses. Policy and rules 56, 57, 59 to 63."""

    RELEASED = "released or returned"
    NEW = "new to the register"
    DIRECTED = "a supervisor decided on another attempt"
    ORDER = "conditions of an order to be tested"


@dataclass(frozen=True, slots=True)
class Directed:
    """A supervisor's decision that somebody is to be attempted again, as escalation recorded it.

    `by` is the last day it gives, inclusive; `ref` the decision's own.
    """

    ref: str
    by: date
    cite: str


@dataclass(frozen=True, slots=True)
class Required:
    """One visit that binds. `within_days` are left up to its last lawful day: 0 that day, less when late.

    `tonight` is True when the coming day's plan must hold it.
    """

    binding: Binding
    by: date
    within_days: int
    tonight: bool
    because: tuple[Given, ...]
    cite: str
    about: str = ""

    @property
    def says(self) -> str:
        """Why the visit binds, and its last lawful day."""
        return f"{self.binding}, by {day(self.by)}"


def required(
    dues: Iterable[Due],
    directed: Iterable[Directed],
    law: Shelf,
    *,
    on: date,
    last_attempt_on: date | None = None,
) -> tuple[Required, ...]:
    """Every visit to one person that binds, the soonest first.

    A first visit after registration, release or return, a test of an order's conditions, and a
    supervisor's decision to attempt again. Each binds the plan from `required_ahead_days` before
    its last day, and on when it is late. After an attempt it rests for `required_again_days`, unless
    its last day comes first. The ordinary visit by level binds nobody: its worth grows instead.
    """
    found = (*_of_dues(dues, law, on, last_attempt_on), *_of_decisions(directed, law, on, last_attempt_on))
    return tuple(sorted(found, key=lambda one: (one.by, one.binding, one.about)))


def _of_dues(dues: Iterable[Due], law: Shelf, on: date, tried: date | None) -> Iterator[Required]:
    for due in dues:
        if due.standing is not Standing.OWED or due.by is None:
            continue
        if due.duty == Duty.FIRST_VISIT:
            back = any(given.what in ("released", "returned from abroad") for given in due.because)
            binding = Binding.RELEASED if back else Binding.NEW
        elif due.duty == RegisterDuty.CONDITION_TEST:
            binding = Binding.ORDER
        else:
            continue
        yield _required(binding, due.by, due.because, due.cite, due.about, law, on, tried)


def _of_decisions(
    directed: Iterable[Directed], law: Shelf, on: date, tried: date | None
) -> Iterator[Required]:
    for one in directed:
        because = (Given("another attempt decided", f"by {day(one.by)}", one.cite),)
        yield _required(Binding.DIRECTED, one.by, because, one.cite, one.ref, law, on, tried)


def _required(
    binding: Binding,
    by: date,
    because: tuple[Given, ...],
    cite: str,
    about: str,
    law: Shelf,
    on: date,
    tried: date | None,
) -> Required:
    left = (by - on).days
    ahead, rest = law["required_ahead_days"], law["required_again_days"]
    near = left <= ahead.whole(on)
    resting = tried is not None and (on - tried).days < rest.whole(on) and left != 0
    binds = Given("binds", f"from {days(ahead.whole(on))} before its last day, {day(by)}", ahead.cite)
    because = (*because, binds)
    if resting and tried is not None:
        because = (*because, Given("attempted", f"{day(tried)}: it rests {days(rest.whole(on))}", rest.cite))
    return Required(binding, by, left, near and not resting, because, cite, about)
