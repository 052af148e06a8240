"""What the queue of suspects will be, as a page: as it is, in a flood, and whom it will fail."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from watchkeeper.suspects.gathering import month_of, waits_of
from watchkeeper.suspects.rules.forecast import Forecast, forecast
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.entered import Entered
from watchkeeper.web.paging import paged
from watchkeeper.web.suspect_lists import open_cases, unit_shown
from watchkeeper.workforce.facts import Power

WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 720, 320, 70, 560, 20, 270
LINES = (("waiting", "#1d70b8", ""), ("late", "#d4351c", "8 5"))
"""The two courses of the picture, told apart by their strokes and their words as well as their colours."""
TICKS = 4
LONGEST = 3
"""Digits of how many times the month may be asked about."""


@dataclass(frozen=True, slots=True)
class Course:
    """One line of the picture: what it counts, how it is drawn, and where."""

    what: str
    colour: str
    stroke: str
    points: tuple[tuple[float, float], ...]
    label_y: float


@page(Power.READ_SUSPECT)
def ahead(request: HttpRequest) -> HttpResponse:
    """What becomes of the queue over the coming weeks, at the enforcement of the month."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    unit, units = unit_shown(asking, request.GET.get("unit", ""))
    flood = asking.law["suspect_flood_times"].whole(asking.on)
    form = Entered(request.GET.copy())
    times = _times(form)
    month = month_of(unit, asking.law, at=asking.at, known_at=asking.at)
    queue = waits_of(open_cases(asking, unit), asking.law, at=asking.at)
    found = forecast(
        queue, month, asking.law, on=asking.on, at=asking.at, times=times, seed=asking.on.toordinal()
    )
    shown = {
        "found": found,
        "fails": paged(found.fails, request.GET, place="fails"),
        "month": month,
        "today_wait": len(queue),
        "times": times,
        "form": form,
        "typed": form.text("times") or times,
        "flood": flood,
        "unit": unit,
        "units": units,
        "at": asking.at,
        "size": {"wide": WIDE, "high": HIGH, "left": LEFT, "right": RIGHT},
        **picture(found, len(queue)),
    }
    return render(request, "suspects/forecast.html", shown)


def picture(found: Forecast, now: int) -> dict[str, object]:
    """The courses of who waits and who is past their time, and the ticks beside them; `now` wait today."""
    counts = {
        "waiting": [week.waiting for week in found.weeks],
        "late": [week.late for week in found.weeks],
    }
    most = max(1, now, *counts["waiting"], *counts["late"])
    step = -(-most // TICKS)
    top = step * TICKS

    def y(number: int) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * number / top, 1)

    courses = []
    for what, colour, stroke in LINES:
        points = _points([y(number) for number in counts[what]])
        courses.append(Course(what, colour, stroke, points, points[-1][1] if points else BOTTOM))
    if len(courses) > 1 and abs(courses[0].label_y - courses[1].label_y) < TOP:
        first, second = courses
        courses = [
            first,
            Course(second.what, second.colour, second.stroke, second.points, first.label_y + TOP),
        ]
    return {
        "courses": courses,
        "ticks": [(number, y(number)) for number in range(0, top + 1, step)],
        "days": list(
            zip((week.ends for week in found.weeks), (x for x, _ in courses[0].points), strict=True)
        ),
    }


def _points(heights: Sequence[float]) -> tuple[tuple[float, float], ...]:
    apart = (RIGHT - LEFT) / max(1, len(heights) - 1)
    return tuple((round(LEFT + number * apart, 1), height) for number, height in enumerate(heights))


def _times(form: Entered) -> int:
    """How many times the month is asked about: once where nothing, or what is no such number, was typed."""
    typed = form.text("times")
    whole = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST
    if typed and not (whole and int(typed)):
        form.wrong("times", f"Enter a whole number from 1 to {'9' * LONGEST}, like 10")
        return 1
    return int(typed or 1)


addresses = [path("suspects/forecast/", ahead, name="suspect-forecast")]
