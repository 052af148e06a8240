"""Who lives near where somebody missing was found: of the register, and who is a suspect of exploitation."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from watchkeeper.audit.standing import in_parts
from watchkeeper.crimes.facts import Part
from watchkeeper.crimes.models import Party
from watchkeeper.crimes.rules.closing import closed_for_good
from watchkeeper.crimes.rules.matrix import kind_of
from watchkeeper.crimes.stored import IN_HAND, cases_as_known
from watchkeeper.law.shelf import Shelf
from watchkeeper.missing.rules.nearness import is_near, rings_at_once
from watchkeeper.people.models import Address
from watchkeeper.places.near import Near
from watchkeeper.registers.stored import registered_of
from watchkeeper.workforce.stored import manager_of


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody on the register, how far from there they live, of which unit, and who manages them."""

    person: str
    metres: float
    unit: str
    manager: str


def ringing(near: Collection[Neighbour], law: Shelf, *, on: date, came_back: bool) -> tuple[Neighbour, ...]:
    """Of those who live near, the ones of whom it is told at once; the others are links, and ring nobody."""
    return tuple(each for each in near if rings_at_once(each.metres, law, on=on, came_back=came_back).allowed)


def registered_near(postcode: str, law: Shelf, *, on: date, known_at: datetime) -> tuple[Neighbour, ...]:
    """Whoever is on the register on a day and lives within the distance of policy, nearest first.

    An address counts while it is lived at, of whichever kind. Raises DirectoryError when the
    directory of postcodes cannot be read.
    """
    lived = Address.objects.as_known(known_at).filter(
        Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gt=on)
    )
    rows = list(lived.exclude(postcode="").order_by("id").values_list("person_ref", "postcode"))
    most = law["missing_near_metres"].whole(on)
    nearest: dict[str, float] = {}
    for at, metres in Near([code for _, code in rows]).within(postcode, most):
        if is_near(metres, law, on=on).allowed:
            nearest.setdefault(rows[at][0], metres)
    units = registered_of(nearest, law, on=on, known_at=known_at)
    found = []
    for person, metres in nearest.items():
        if person in units:
            spell = manager_of(person, on=on, known_at=known_at)
            found.append(Neighbour(person, metres, units[person], spell.officer if spell is not None else ""))
    return tuple(found)


def suspected_of(people: Collection[str], law: Shelf, *, on: date, known_at: datetime) -> frozenset[str]:
    """Of the people, those suspected on a day of a crime of a kind that policy watches, `link_suspect_kinds`.

    Somebody is no longer once the crime is closed without action; charged or cautioned they are still.
    """
    crimes: dict[str, set[str]] = defaultdict(set)
    for some in in_parts(sorted(people)):
        rows = Party.objects.filter(person__in=list(some), part=Part.SUSPECT.value).as_known(known_at)
        for crime, person in rows.values_list("crime_ref", "person"):
            crimes[crime].add(person)
    watched, action = set(law["link_suspect_kinds"].words(on)), law["action_outcomes"].wholes(on)
    found: set[str] = set()
    for case in cases_as_known(crimes, known_at=known_at, parts=IN_HAND):
        kinds = kind_of(case, law, on=on).kinds
        if kinds.isdisjoint(watched):
            continue
        closed = closed_for_good(case, kinds, law, on=on)
        if closed is None or closed.outcome in action:
            found |= crimes[case.crime.ref]
    return frozenset(found)
