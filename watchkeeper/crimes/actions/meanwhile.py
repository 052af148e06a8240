"""Whether what a proposal rests on was recorded anew while it was worked out, as the trail says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.apps import apps

from watchkeeper.audit.facts import Kind, rows_stored
from watchkeeper.audit.models import Entry
from watchkeeper.crimes.models import AllocationOverride, Crime, Finalised, Held, Party
from watchkeeper.workforce.facts import Power
from watchkeeper.workforce.models import Officer

WEIGHING = frozenset(model._meta.label for model in (Crime, Party, Held, Finalised, AllocationOverride))
"""What of a crime in somebody's hands says how much they hold; of one nobody holds, everything counts."""


@dataclass(frozen=True, slots=True)
class Rests:
    """What a proposal rests on: crimes of a unit or of all, those asked about, and the officers asked."""

    unit: str
    crimes: frozenset[str]
    officers: frozenset[str]


def recorded_since(rests: Rests, number: int) -> datetime | None:
    """The latest instant at which something it rests on was recorded after an entry; None where nothing was.

    Files loaded count whatever they are about: the trail does not say of whom. Ask it where nobody else can
    write before what is said of it is written.
    """
    done = Entry.objects.filter(number__gt=number, kind=Kind.DONE).order_by("number")
    found = [
        at
        for power, about, facts, at in done.values_list("power", "about", "facts", "at")
        if power == Power.LOAD_RECORDS or _bears(_rows(facts), about, rests)
    ]
    return max(found, default=None)


def given_since(
    rests: Rests, proposed: Mapping[str, str], number: int, before: Iterable[str] = ()
) -> frozenset[str] | None:
    """Which crimes were given after an entry, or `before`, to whom they were `proposed`.

    None where the rest no longer stands. A line that is taken as it stands moves no other: they were proposed
    together. From then on the crime counts as any that somebody holds.
    """
    done = Entry.objects.filter(number__gt=number, kind=Kind.DONE).order_by("number")
    given = set(before)
    for power, about, facts in done.values_list("power", "about", "facts"):
        if power == Power.LOAD_RECORDS:
            return None
        if power == Power.ALLOCATE_CRIME and about in proposed and ["officer", proposed[about]] in facts:
            given.add(about)
        elif _bears(_rows(facts), about, replace(rests, crimes=rests.crimes - given)):
            return None
    return frozenset(given)


def _rows(facts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The refs that an entry says were stored, by kind of fact."""
    found: dict[str, list[str]] = defaultdict(list)
    for label, ref in rows_stored(facts):
        found[label].append(ref)
    return found


def _bears(rows: dict[str, list[str]], about: str, rests: Rests) -> bool:
    crimes: set[str] = set()
    for label, refs in rows.items():
        app = label.partition(".")[0]
        if app == Crime._meta.app_label:
            theirs = set(refs) if label == Crime._meta.label else {about}
            if not theirs.isdisjoint(rests.crimes):
                return True
            crimes |= theirs if label in WEIGHING else set()
        elif app in {"workforce", "access"} and _of_officers(apps.get_model(label), refs, rests):
            return True
    return bool(crimes) and _of_crimes(crimes, rests)


def _of_officers(model: Any, refs: list[str], rests: Rests) -> bool:
    """Whether facts of a kind are of one of the officers asked, or of one new to the unit."""
    rows = model.objects.filter(ref__in=refs)
    if model is Officer:
        told = rows.values_list("ref", "unit")
        return any(ref in rests.officers or rests.unit in ("", unit) for ref, unit in told)
    named = {field.name for field in model._meta.concrete_fields} & {"officer_ref", "trainee", "tutor"}
    return any(not rests.officers.isdisjoint(row) for row in (rows.values_list(*named) if named else ()))


def _of_crimes(crimes: set[str], rests: Rests) -> bool:
    """Whether crimes are of the unit, or in the hands of one of the officers asked."""
    units = Crime.objects.filter(ref__in=crimes).values_list("unit", flat=True)
    if any(rests.unit in ("", unit) for unit in units):
        return True
    holders = Held.objects.filter(crime_ref__in=crimes).values_list("officer_ref", flat=True)
    return not rests.officers.isdisjoint(holders)
