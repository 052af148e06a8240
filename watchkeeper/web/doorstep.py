"""Today's visits of one officer: whom the night's brief says is due, safety first, gravest first."""

import json
import zlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Q

from watchkeeper.access.stored import shut_to
from watchkeeper.audit.standing import standing
from watchkeeper.briefing.facts import Line, Section
from watchkeeper.briefing.models import FrozenBrief
from watchkeeper.briefing.order import gravity
from watchkeeper.briefing.paper import read_back
from watchkeeper.escalation.facts import Ground
from watchkeeper.law.decision import Decision
from watchkeeper.people import models as people
from watchkeeper.people.facts import Address, Person, home_on
from watchkeeper.registers import models as registers
from watchkeeper.registers.facts import Condition, Order
from watchkeeper.registers.facts import Duty as RegisterDuty
from watchkeeper.risk.facts import Level
from watchkeeper.visits import models as visits
from watchkeeper.visits.actions.recording import level_on
from watchkeeper.visits.facts import Duty, Visit
from watchkeeper.visits.rules.crewing import may_crew
from watchkeeper.web.asking import Asking
from watchkeeper.workforce import models as workforce

AT_THE_DOOR: frozenset[str] = frozenset(
    {Duty.VISIT, Duty.FIRST_VISIT, RegisterDuty.CONDITION_TEST, Ground.WHEREABOUTS}
)
"""What of the brief is answered by going to a door."""
NOW = frozenset({Section.DECISIONS, Section.UNMANAGED, Section.MISSING, Section.OVERDUE, Section.DUE_SOON})


@dataclass(frozen=True, slots=True)
class Door:
    """One person as an officer at their door needs them, and nothing more."""

    person: Person
    level: Level | None
    home: Address | None
    addresses: tuple[Address, ...]
    conditions: tuple[Condition, ...]
    orders: tuple[Order, ...]
    alone: Decision
    lines: tuple[Line, ...] = ()
    since: tuple[Visit, ...] = ()

    @property
    def ref(self) -> str:
        return self.person.ref

    def to_test(self, condition: Condition) -> bool:
        """Whether the brief asks for this condition now."""
        return any(line.about == condition.ref for line in self.lines)

    def order_of(self, condition: Condition) -> str:
        """What kind of order the condition belongs to."""
        return next((order.kind for order in self.orders if order.ref == condition.order_ref), "order")


@dataclass(frozen=True, slots=True)
class Doors:
    """The visits of a day: still to make, and recorded since the brief. `brief_on`: None without a brief."""

    due: tuple[Door, ...]
    recorded: tuple[Door, ...]
    brief_on: date | None


def todays(asking: Asking) -> Doors:
    """Those of the officer's own people who are due a visit, or a check at the door, or are overdue.

    As the newest brief has it; whoever was visited since it was compiled stands apart. The gravest
    level first, then the longest overdue.
    """
    brief = newest(asking)
    if brief is None:
        return Doors((), (), None)
    lines = at_the_door(brief.pk)
    shut = shut_to(asking.officer, asking.law, on=asking.on, known_at=asking.at)
    mine = [ref for ref in own_people(asking) if ref in lines and ref not in shut]
    doors = [door(ref, asking, brief) for ref in sorted(mine, key=_place(lines))]
    return Doors(
        tuple(each for each in doors if not each.since), tuple(each for each in doors if each.since), brief.on
    )


def newest(asking: Asking) -> FrozenBrief | None:
    """The newest brief of the whole force or of the officer's unit; None before the first."""
    return (
        FrozenBrief.objects.filter(on__lte=asking.on, unit__in=("", asking.officer.unit), officer="")
        .order_by("-on", "-known_at", "unit")
        .only("id", "on", "known_at")
        .first()
    )


def own_people(asking: Asking) -> list[str]:
    """The refs of everybody the officer manages today."""
    managed: Any = workforce.Managed.objects
    rows = managed.filter(officer_ref=asking.officer.ref).as_known(asking.at)
    current = rows.filter(Q(until__isnull=True) | Q(until__gt=asking.on), since__lte=asking.on)
    return sorted(set(current.values_list("person_ref", flat=True)))


def door(person_ref: str, asking: Asking, brief: FrozenBrief | None) -> Door:
    """What is on record of one person for whoever stands at their door. Look before you call it."""
    (found,) = standing(people.Person, ref=person_ref, known_at=asking.at)
    known: dict[str, tuple[Any, ...]] = {
        model.__name__: tuple(
            row.fact() for row in standing(model, person_ref=person_ref, known_at=asking.at)
        )
        for model in (people.Address, registers.Order, registers.Condition)
    }
    person = found.fact()
    level = level_on(person_ref, on=asking.on, known_at=asking.at)
    orders = tuple(order for order in known["Order"] if order.in_force(asking.on))
    running = {order.ref for order in orders}
    home = home_on(known["Address"], asking.on)
    open_ = [each for each in known["Address"] if each.until is None or each.until > asking.on]
    return Door(
        person=person,
        level=level,
        home=home,
        addresses=tuple(
            sorted(open_, key=lambda each: each != home)
        ),  # home first: it is chosen nearly always
        conditions=tuple(each for each in known["Condition"] if each.order_ref in running),
        orders=orders,
        alone=may_crew([asking.officer], level, asking.law, on=asking.on, safety_marker=person.safety_marker),
        lines=at_the_door(brief.pk).get(person_ref, ()) if brief else (),
        since=_visited(person_ref, asking, brief) if brief else (),
    )


def _visited(person_ref: str, asking: Asking, brief: FrozenBrief) -> tuple[Visit, ...]:
    """Visits of the brief's day or after that it did not know of."""
    made = standing(visits.Visit, person_ref=person_ref, known_at=asking.at)
    news = (row.fact() for row in made if row.known_from > brief.known_at)
    return tuple(one for one in news if one.day >= brief.on)


@lru_cache(maxsize=2)
def at_the_door(brief: int) -> dict[str, tuple[Line, ...]]:
    """Of one frozen brief, by person, the lines that are answered by going to a door, and now.

    A frozen brief never changes, so each process reads it once.
    """
    content = zlib.decompress(FrozenBrief.objects.get(pk=brief).content)
    found: dict[str, list[Line]] = {}
    for row in json.loads(content)["lines"]:
        if row["what"] in AT_THE_DOOR and row["section"] in NOW:
            found.setdefault(row["who"], []).append(read_back(json.dumps(row).encode()))
    return {who: tuple(lines) for who, lines in found.items()}


def _place(lines: dict[str, tuple[Line, ...]]) -> Any:
    def place(ref: str) -> tuple[int, date, str]:
        theirs = lines[ref]
        return gravity(theirs[0].level), min((each.by or date.min for each in theirs), default=date.max), ref

    return place
