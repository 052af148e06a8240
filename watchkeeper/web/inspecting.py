"""What the force measures of itself: by theme, against its limit and its own past; and the rows behind."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from watchkeeper.inspection.actions import Found, Question, measure, worked
from watchkeeper.inspection.charts import chart
from watchkeeper.inspection.facts import Chart, Counted, Measure, Measured, Theme
from watchkeeper.inspection.measures.catalogue import BY_NAME, MEASURES
from watchkeeper.inspection.measures.unmeasured import UNMEASURED
from watchkeeper.inspection.measures.wording import caveats, counting
from watchkeeper.inspection.reporting.picture import unbroken
from watchkeeper.inspection.rules.reaching import still_to_come
from watchkeeper.law.clocks import months_after
from watchkeeper.law.shelf import BEGAN, Shelf
from watchkeeper.law.wording import day as in_words
from watchkeeper.today import day_of
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.errors import error
from watchkeeper.workforce.facts import Power

MONTHS = 24
AHEAD, BEFORE = "That day is still to come", "That day lies before all that is measured"
MOST = 200
PAGES = {"people": "person", "crimes": "crime", "episodes": "episode"}
"""The page that a reference leads to, by the first word of what a measure looks at."""
WIDE, HIGH, LEFT, RIGHT, TOP, FOOT = 480, 230, 60, 20, 20, 40


@dataclass(frozen=True, slots=True)
class Kept:
    """Every measure of the whole force on a day, measured once and shown until tomorrow or a new policy."""

    on: date
    at: datetime
    version: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of one unit as it is shown."""

    found: Found
    chart: Chart
    last: Counted | None
    near: tuple[str, ...]

    @property
    def value(self) -> str:
        """The value in words: a share with its two numbers, or a count."""
        if self.last is None or (not self.found.measured.measure.signal and not self.last.of):
            return "nothing looked at"
        if self.found.measured.measure.signal:
            return f"{self.last.many:,}"
        return f"{self.last.many / self.last.of:.1%}"


@dataclass(frozen=True, slots=True)
class Point:
    """One month of the picture and of the table beside it."""

    day: date
    counted: Counted
    x: float
    y: float | None


class Store:
    """What this process measured last, of today and of one day before it.

    Safe between threads: one of them measures, the others wait.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[bool, Kept] = {}

    def found(self, on: date, asking: Asking, *, anew: bool) -> Kept:
        """What was measured of a day, or is now, from all that is known."""
        wanted = (on, asking.on, asking.law.version)
        with self._lock:
            kept = self._kept.get(on == asking.on)
            if kept is None or (kept.on, day_of(kept.at), kept.version) != wanted or anew:
                asked = Question(MEASURES, on, asking.at, MONTHS)
                found = worked(asked, asking.officer, asking.law, asking.calendar)
                kept = self._kept[on == asking.on] = Kept(on, asking.at, asking.law.version, found)
            return kept

    def forget(self) -> None:
        """Nothing is kept any more."""
        with self._lock:
            self._kept = {}


STORE = Store()


@page(Power.MEASURE_FORCE)
def inspection(request: HttpRequest) -> HttpResponse:
    """Every measure by theme, what is out of the ordinary first said in words; and what is not measured."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    on = _day(request, asking)
    if isinstance(on, HttpResponse):
        return on
    kept = STORE.found(on, asking, anew="anew" in request.GET)
    unit = _unit(request, kept.found)
    asked = Question(MEASURES, kept.on, kept.at, MONTHS, unit)
    found = measure(
        asked, by=asking.officer, law=asking.law, calendar=asking.calendar, at=asking.at, found=kept.found
    )
    rows = [_row(each, unit, asking.law) for each in found]
    shown = {
        "themes": [
            (theme, [row for row in rows if row.found.measured.measure.theme == theme]) for theme in Theme
        ],
        "over": sum(1 for row in rows if row.chart.alarms),
        "unit": unit,
        "units": _units(found),
        "unmeasured": UNMEASURED,
        **_standing(kept, asking),
    }
    return render(request, "inspection/measures.html", shown)


@page(Power.MEASURE_FORCE)
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One measure: its picture and the same as a table, by unit, and the references of the rows behind it."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    if name not in BY_NAME:
        raise Http404
    on = _day(request, asking)
    if isinstance(on, HttpResponse):
        return on
    kept = STORE.found(on, asking, anew=False)
    unit = _unit(request, kept.found)
    asked = Question((BY_NAME[name],), kept.on, kept.at, 0, unit)
    (now,) = measure(
        asked, by=asking.officer, law=asking.law, calendar=asking.calendar, at=asking.at, behind=True
    )
    found = next(each for each in kept.found if each.measured.measure.name == name)
    row = _row(found, unit, asking.law)
    points, top = drawn(found.measured, unit, row.chart)
    shown = {
        "row": row,
        "measure": found.measured.measure,
        "counts": counting(found.measured.measure),
        "caveats": caveats(found.measured.measure, on=kept.on),
        "points": points,
        "lines": [
            " ".join(f"{point.x},{point.y}" for point in run)
            for run in unbroken([None if point.y is None else point for point in points])
        ],
        "ticks": [(_said(top * step / 4, found), _y(top * step / 4, top)) for step in range(5)],
        "bounds": [(label, _y(value, top)) for label, value in _bounds(row, found) if value <= top],
        "size": {"wide": WIDE, "high": HIGH, "left": LEFT, "right": WIDE - RIGHT, "foot": HIGH - FOOT},
        "by_unit": [(each, _row(found, each, asking.law)) for each in found.units if unit in ("", each)],
        "behind": now.behind[:MOST],
        "dated": any(each.days is not None for each in now.behind),
        "many": len(now.behind),
        "withheld": now.withheld,
        "unit": unit,
        **_standing(kept, asking),
        "href": _address(found.measured.measure),
    }
    return render(request, "inspection/measure.html", shown)


def _day(request: HttpRequest, asking: Asking) -> date | HttpResponse:
    """The day in the address, today where there is none; or the refusal of one that nobody can measure."""
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return asking.on
    if come := still_to_come(on, asking.on):
        return error(request, HTTPStatus.BAD_REQUEST, (AHEAD, f"{come}."))
    first = months_after(MONTHS, BEGAN)
    if on < first:
        says = f"Measures look back over {MONTHS} months, and there is no policy before {in_words(BEGAN)}"
        return error(
            request, HTTPStatus.BAD_REQUEST, (BEFORE, f"{says}: ask about {in_words(first)} or later.")
        )
    return on


def _standing(kept: Kept, asking: Asking) -> dict[str, Any]:
    """What of the day both pages show: whether it is past, and how their links keep to it."""
    past = kept.on != asking.on

    def query(unit: str, **more: str) -> str:
        asked = {"unit": unit, "on": kept.on.isoformat() if past else "", **more}
        said = urlencode({name: value for name, value in asked.items() if value})
        return f"?{said}" if said else ""

    return {"kept": kept, "past": past, "query": query}


def drawn(measured: Measured, unit: str, charted: Chart) -> tuple[list[Point], float]:
    """Each month as a point, and the top of the scale, which holds every month, the limit and the bounds."""
    counts = measured.counts.get(unit, (Counted(0, 0),) * len(measured.days))
    values = [_value(measured, each) for each in counts]
    highest = [each for each in (*values, measured.limit, charted.high) if each is not None]
    top = max([*highest, 0.01 if not measured.measure.signal else 4])
    across = (WIDE - RIGHT - LEFT) / max(1, len(counts) - 1)
    points = [
        Point(day, counted, round(LEFT + across * at, 1), None if value is None else _y(value, top))
        for at, (day, counted, value) in enumerate(zip(measured.days, counts, values, strict=True))
    ]
    return points, top


def _value(measured: Measured, counted: Counted) -> float | None:
    return float(counted.many) if measured.measure.signal else counted.share


def _y(value: float, top: float) -> float:
    return round(HIGH - FOOT - (HIGH - FOOT - TOP) * value / top, 1)


def _said(value: float, found: Found) -> str:
    return f"{value:,.0f}" if found.measured.measure.signal else f"{value:.1%}"


def _bounds(row: Row, found: Found) -> list[tuple[str, float]]:
    named = (
        ("limit of policy", found.measured.limit),
        ("upper control limit", row.chart.high),
        ("lower control limit", row.chart.low if found.measured.measure.signal else None),
    )
    return [(label, value) for label, value in named if value is not None]


def _row(found: Found, unit: str, law: Shelf) -> Row:
    counts = found.measured.counts.get(unit, ())
    near = tuple(each for each, charted in found.units.items() if charted.alarms) if not unit else ()
    return Row(found, chart(found.measured, unit, law), counts[-1] if counts else None, near)


def _unit(request: HttpRequest, found: Sequence[Found]) -> str:
    unit = request.GET.get("unit", "")
    return unit if unit in _units(found) else ""


def _units(found: Sequence[Found]) -> list[str]:
    return sorted({unit for each in found for unit in each.units})


def _address(measure: Measure) -> str:
    """Where a reference leads, by what is looked at; blank where it has no page of its own."""
    what = measure.of.partition(" ")[0]
    return reverse(PAGES[what], args=["REF"]) if what in PAGES else ""


addresses = [
    path("inspection/", inspection, name="inspection"),
    path("inspection/<slug:name>/", one, name="inspection-measure"),
]
