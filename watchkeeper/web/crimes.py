"""Crimes: mine and my unit's, and one crime with what must be done about it first."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.crimes.facts import Case, CrimeKind
from watchkeeper.web import crime_lists, crime_recording, crime_reporting
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.crime_kept import of_unit
from watchkeeper.web.crime_looking import crime_page, crime_purpose, crime_suspects
from watchkeeper.web.crime_shown import not_recorded, shown
from watchkeeper.web.crime_today import must_move
from watchkeeper.web.unit_people import unit_asked
from watchkeeper.workforce.facts import Power

LISTS = {
    "mine": "Held by me",
    "supervised": "Supervised by me",
    "unallocated": "Held by nobody",
    "unit": "All of the unit",
}
MOST = 100
"""Rows of a list on one page: what is late comes first, and the count is always of all."""


@page(Power.READ_CRIME)
def crimes(request: HttpRequest) -> HttpResponse:
    """My crimes and my unit's: the counts, then the rows behind the one picked."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, units = unit_asked(request, asking)
    every = of_unit(asking, unit)
    found = {
        "mine": crime_lists.mine(asking),
        "supervised": crime_lists.supervised(asking),
        "unallocated": [line for line in every if line.free],
        "unit": every,
    }
    picked = request.GET.get("show", "")
    if picked not in LISTS:
        picked = next((name for name in LISTS if found[name]), "mine")
    kind, late = request.GET.get("kind", ""), request.GET.get("late") == "yes"
    rows = [line for line in found[picked] if kind in ("", line.kind) and (not late or line.overdue)]
    counts = [
        (name, says, len(found[name]), sum(1 for line in found[name] if line.overdue), _oldest(found[name]))
        for name, says in LISTS.items()
    ]
    shown = {
        "counts": counts,
        "picked": picked,
        "says": LISTS[picked],
        "rows": rows[:MOST],
        "many": len(rows),
        "kinds": Counter(line.kind for line in found[picked]),
        "every": list(CrimeKind),
        "kind": kind,
        "late": late,
        "unit": unit,
        "units": units,
        "may_report": asking.may(Power.REPORT_CRIME).allowed,
    }
    return render(request, "crimes/crimes.html", shown)


def _oldest(rows: list[crime_lists.CrimeLine]) -> int | None:
    return max((line.age for line in rows if line.age is not None), default=None)


@crime_page(Power.READ_CRIME)
def crime(request: HttpRequest, *, crime: str) -> HttpResponse:  # noqa: ARG001 (the address names it)
    """One crime: what must I do, by when, why; then all that is on record of it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    case: Case = request.case  # type: ignore[attr-defined]
    found = shown(case, asking)
    found["missing"] = not_recorded(case)
    found["moves"] = must_move(case, asking)
    found["may"] = {
        name: asking.may(power).allowed
        for name, power in (
            ("grade", Power.GRADE_CRIME),
            ("investigate", Power.INVESTIGATE),
            ("review", Power.REVIEW_CRIME),
            ("close", Power.CLOSE_CRIME),
            ("second", Power.SECOND_LOOK),
            ("allocate", Power.ALLOCATE_CRIME),
            ("dispute", Power.DISPUTE_ALLOCATION),
        )
    }
    return render(request, "crimes/crime.html", found)


addresses = [
    path("crimes/", crimes, name="crimes"),
    *crime_reporting.addresses,
    path("crimes/<crime:crime>/", crime, name="crime"),
    path("crimes/<crime:crime>/purpose/", crime_purpose, name="crime-purpose"),
    path("crimes/<crime:crime>/suspects/", crime_suspects, name="crime-suspects"),
    *crime_recording.addresses,
]
