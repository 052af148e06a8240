"""One way things might be, beside how they are: crews, limits, chances, arrivals, how visits are chosen."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from watchkeeper.law.overlay import Laid

AS_IT_IS = "As it is"


class Way(StrEnum):
    """How whom to visit is chosen in a scenario."""

    LOTTERY = "the planner with its lottery"
    OPEN = "the planner without the lottery"
    CALENDAR = "the calendar"
    OVERDUE = "the most overdue first"


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is other than today. One without a difference is today itself.

    crews: multiple of today's crew shifts · shifts: crew shifts a week of units that are given a number
    of their own, of which `crews` is then the multiple · arrivals: new people a month by level, gravest
    first, of all that is asked about; None: as many as in the register's own past · leaving: whether people
    leave when their period ends · tickets: multiple of the ticket rates · changes: values laid over rows of
    policy, by `law.overlay`.
    """

    name: str = AS_IT_IS
    crews: float = 1.0
    shifts: tuple[tuple[str, int], ...] = ()
    arrivals: tuple[float | None, ...] | None = None
    leaving: bool = True
    way: Way = Way.LOTTERY
    tickets: float = 1.0
    changes: tuple[tuple[str, Laid], ...] = ()

    def plain(self) -> dict[str, Any]:
        """As plain values, for a file or a database."""
        return asdict(self)


def scenario_of(plain: Mapping[str, Any]) -> Scenario:
    """The scenario that `plain` was made of, or that a file says as much of as it likes.

    >>> scenario_of(Scenario("Half", crews=0.5).plain()) == Scenario("Half", crews=0.5)
    True
    """
    arrivals = plain.get("arrivals")
    return Scenario(
        name=str(plain.get("name", AS_IT_IS)),
        crews=float(plain.get("crews", 1.0)),
        shifts=tuple((str(unit), int(many)) for unit, many in plain.get("shifts", ())),
        arrivals=None
        if arrivals is None
        else tuple(None if each is None else float(each) for each in arrivals),
        leaving=bool(plain.get("leaving", True)),
        way=Way(plain.get("way", Way.LOTTERY)),
        tickets=float(plain.get("tickets", 1.0)),
        changes=tuple((str(name), _laid(value)) for name, value in plain.get("changes", ())),
    )


def _laid(value: Any) -> Laid:
    return tuple(float(each) for each in value) if isinstance(value, list | tuple) else value
