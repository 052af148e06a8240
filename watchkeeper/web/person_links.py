"""Others who share an address or a name with a person: named to who needs to know, else counted."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from watchkeeper.access.rules import may_see
from watchkeeper.access.stored import known_of
from watchkeeper.people import models
from watchkeeper.web.person_reading import Reading

MOST = 25
"""Linked people looked at one by one; whoever stands past that is counted."""


@dataclass(frozen=True, slots=True)
class Link:
    """Another person, and everything that joins them to this one."""

    ref: str
    unit: str
    because: tuple[str, ...]


def links(reading: Reading) -> dict[str, Any]:
    """What the page shows: links the reader may follow, and how many there are besides."""
    found: dict[str, list[str]] = {}
    for ref, why in (*_addresses(reading), *_names(reading), *_parent(reading)):
        if ref != reading.ref and why not in found.setdefault(ref, []):
            found[ref].append(why)
    found.pop(reading.ref, None)
    asking, shown = reading.asking, []
    for ref in sorted(found)[:MOST]:
        known = known_of(ref, on=asking.on, known_at=asking.at)
        if may_see(asking.officer, known, asking.law, on=asking.on).allowed:
            shown.append(Link(ref, known.unit, tuple(found[ref])))
    return {"links": shown, "hidden": len(found) - len(shown), "many": len(found)}


def _addresses(reading: Reading) -> list[tuple[str, str]]:
    """Others who live, lived or stay at an address of the person's: the same line and postcode."""
    ours = {
        _key(one.line, one.postcode): one for one in reading.recorded.addresses if one.line and one.postcode
    }
    written = {one.postcode for one in ours.values()}
    rows: Any = models.Address.objects.filter(postcode__in=written | {code.upper() for code in written})
    standing = rows.as_known(reading.known_at) if ours else []
    return [
        (row.person_ref, f"the same address, {row.line}, {row.postcode}")
        for row in standing
        if _key(row.line, row.postcode) in ours
    ]


def _names(reading: Reading) -> list[tuple[str, str]]:
    """Others on record by a name of the person's, or who use one; and children whose parent the person is.

    One walk through everybody answers both.
    """
    person = reading.recorded.person
    own = f"{person.given_names} {person.family_name}".strip()
    ours = {name for name in (own, *(one.name for one in reading.recorded.aliases)) if name}
    folded = {name.casefold() for name in ours}
    aliases: Any = models.Alias.objects.filter(name__in=ours).as_known(reading.known_at)
    found = [(row.person_ref, f"uses the name {row.name}") for row in aliases]
    families = {name.split()[-1] for name in ours} | {person.family_name}
    firsts = {name.rsplit(None, 1)[0] for name in ours if " " in name} | {person.given_names}
    named = Q(family_name__in=families, given_names__in=firsts)
    people: Any = models.Person.objects.filter(named | Q(parent_ref=reading.ref)).as_known(reading.known_at)
    for row in people:
        if f"{row.given_names} {row.family_name}".strip().casefold() in folded:
            found.append((row.ref, "on record by the same name"))
        if row.parent_ref == reading.ref:
            found.append((row.ref, "child whose duties this parent carries"))
    return found


def _parent(reading: Reading) -> list[tuple[str, str]]:
    """A parent who carries the person's duties under a direction of the court."""
    direction = reading.case.subject.direction
    return [(direction.parent_ref, "parent under a direction of the court")] if direction is not None else []


def _key(line: str, postcode: str) -> tuple[str, str]:
    return " ".join(line.casefold().split()), "".join(postcode.casefold().split())
