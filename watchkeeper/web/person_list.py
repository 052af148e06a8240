"""The people an officer manages: who, at what level, and since when nobody has seen them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q

from watchkeeper.people import models as people
from watchkeeper.risk import models as risk
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.today import LONDON
from watchkeeper.visits import models as visits
from watchkeeper.visits.facts import Outcome
from watchkeeper.web.asking import Asking
from watchkeeper.workforce.models import Managed

SEEN = [outcome.value for outcome in Outcome if outcome.successful]


@dataclass(frozen=True, slots=True)
class Mine:
    """One of the officer's people."""

    ref: str
    name: str
    level: Level | None
    seen_on: date | None
    marker: bool


def my_people(asking: Asking) -> dict[str, Any]:
    """Of each person managed today, by level; no level recorded stands first, then the longest unseen."""
    managed: Any = Managed.objects
    spells = managed.filter(officer_ref=asking.officer.ref).as_known(asking.at)
    current = spells.filter(Q(until__isnull=True) | Q(until__gt=asking.on), since__lte=asking.on)
    refs = set(current.values_list("person_ref", flat=True))
    levels: dict[str, Level] = {}
    graded: Any = risk.SetLevel.objects.filter(person_ref__in=refs).as_known(asking.at)
    for ref, level in (
        graded.filter(set_on__lte=asking.on).order_by("set_on", "ref").values_list("person_ref", "level")
    ):
        levels[ref] = Level(level)
    made: Any = visits.Visit.objects.filter(person_ref__in=refs)
    met = made.as_known(asking.at).filter(outcome__in=SEEN, at__lte=asking.at)
    seen = {
        ref: at.astimezone(LONDON).date()
        for ref, at in met.values_list("person_ref").annotate(last=Max("at"))
    }
    rows: Any = people.Person.objects.filter(ref__in=refs).as_known(asking.at)
    found = [
        Mine(
            row.ref,
            f"{row.given_names} {row.family_name}".strip(),
            levels.get(row.ref),
            seen.get(row.ref),
            bool(row.safety_marker),
        )
        for row in rows
    ]
    order = (None, *LEVELS)
    found.sort(key=lambda one: (order.index(one.level), one.seen_on or date.min, one.ref))
    return {
        "mine": found,
        "unseen": min(found, key=lambda one: one.seen_on or date.min, default=None),
        "levels": [(level, sum(one.level == level for one in found)) for level in order],
        "on": asking.on,
    }
