"""Which courses a unit lacks for the crimes it has: a picture, its table, the rows behind each number."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.law.decision import RECORDS, Decision, Reason
from watchkeeper.web.allocation_kept import last_worked
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.crime_courses import AskingCrime, Gap, by_unit, gaps, holding, open_crimes
from watchkeeper.web.unit_people import unit_asked, unit_of
from watchkeeper.workforce.acts import Refused
from watchkeeper.workforce.facts import WORKING, Officer, Power
from watchkeeper.workforce.stored import officers_as_known

WIDE, LEFT, RIGHT, TOP, APART, THICK = 760, 160, 540, 36, 36, 20
WHICH = {
    "asking": "ask for it",
    "without": "are held by somebody without it",
    "nobody": "are held by nobody",
    "officers": "hold it",
}
MOST = 100


@dataclass(frozen=True, slots=True)
class Drawn:
    """A course in the picture: its parts from left to right, each with its place, width and fill."""

    gap: Gap
    slug: str
    y: int
    parts: tuple[tuple[str, float, float], ...]
    ends: float


@page(Power.PROPOSE_ALLOCATION)
def lacking(request: HttpRequest) -> HttpResponse:
    """One unit: the courses its crimes ask for, who holds them, and what would place what is left over."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, units = unit_asked(request, asking)
    crimes = open_crimes(unit, asking)
    staff = _whose(unit, crimes, asking)
    found = gaps(crimes, staff, asking, unit=unit)
    shown = {
        "unit": unit,
        "units": units,
        "crimes": len(crimes),
        "left": _left_over(unit, asking) if any(not each.holder for each in crimes) else None,
        "wide": not unit_of(asking),
        **_picture(found),
        **_behind(request, found, holding(found, staff, asking, unit=unit)),
    }
    return render(request, "allocating/lacking.html", shown)


@page(Power.PROPOSE_ALLOCATION)
def whole_force(request: HttpRequest) -> HttpResponse:
    """Every unit together, and beside one another, for whoever answers for the whole force."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if unit_of(asking):
        raise Refused(Decision((Reason(False, "works for one unit, not for the whole force", RECORDS),)))
    _, units = unit_asked(request, asking)
    crimes = {unit: open_crimes(unit, asking) for unit in units}
    every = [each for unit in units for each in crimes[unit]]
    found = gaps(every, asking.staff(), asking)
    of_units = {
        unit: {gap.says: gap for gap in gaps(those, asking.staff(), asking, unit=unit)}
        for unit, those in crimes.items()
    }
    shown = {
        "units": units,
        "of_units": of_units,
        "many": by_unit(every),
        "crimes": len(every),
        **_picture(found),
    }
    return render(request, "allocating/lacking_force.html", shown)


def _whose(unit: str, crimes: list[AskingCrime], asking: Asking) -> list[Officer]:
    """The officers of a unit, and whoever of another holds a crime of it."""
    holders = {each.holder for each in crimes if each.holder}
    return list(officers_as_known(known_at=asking.at, roles=WORKING, units=(unit,), refs=holders))


def _picture(found: list[Gap]) -> dict[str, Any]:
    most = max((len(gap.asking) for gap in found), default=1)
    across = (RIGHT - LEFT) / most
    bars = []
    for at, gap in enumerate(found):
        x, parts = float(LEFT), []
        fine = len(gap.asking) - len(gap.without) - len(gap.nobody)
        for fill, many in (("fine", fine), ("without", len(gap.without)), ("nobody", len(gap.nobody))):
            parts.append((fill, round(x, 1), round(many * across, 1)))
            x += many * across
        bars.append(Drawn(gap, slug(gap), TOP + at * APART, tuple(parts), round(x, 1)))
    size = {"wide": WIDE, "high": TOP + len(found) * APART, "left": LEFT, "thick": THICK}
    return {"bars": bars, "size": size}


def slug(gap: Gap) -> str:
    """A need as addresses write it."""
    return gap.says.lower().replace(" ", "-")


def _behind(request: HttpRequest, found: list[Gap], officers: dict[str, list[str]]) -> dict[str, Any]:
    """The rows behind the number that was followed; none where none was."""
    which = request.GET.get("which", "")
    gap = next((gap for gap in found if slug(gap) == request.GET.get("course", "")), None)
    if gap is None or which not in WHICH:
        return {"behind": None}
    rows: tuple[AskingCrime | str, ...] = (
        tuple(officers[gap.says]) if which == "officers" else getattr(gap, which)
    )
    return {
        "behind": gap,
        "which": which,
        "says": WHICH[which],
        "rows": rows[:MOST],
        "many": len(rows),
    }


def _left_over(unit: str, asking: Asking) -> dict[str, Any] | None:
    """What a proposal leaves over, the smallest change of each, and what training one more would place."""
    worked = last_worked(unit, asking)
    if worked.made is None:
        return None
    return {
        "at": worked.at,
        "waiting": worked.made.waiting,
        "lines": len(worked.left),
        "taken": len(worked.taken),
        "lacks": [each for each in worked.lacks(asking) if each.officer and each.price.placed],
    }


addresses = [
    path("courses/", lacking, name="allocation-lacking"),
    path("courses/force/", whole_force, name="allocation-lacking-force"),
]
