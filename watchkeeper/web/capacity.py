"""How many crews, at what hours, until nobody at high risk is overdue? The page of the studies of it."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from markupsafe import Markup

from watchkeeper.law.wording import day
from watchkeeper.planning.simulating.drawing import Axis, Curve, Dot, drawing
from watchkeeper.planning.study import Matter
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.asking import page
from watchkeeper.web.studies import figure, study_page
from watchkeeper.workforce.facts import Power

TEMPLATE = "planning/capacity.html"
MIXED, OFFICE = "mixed", "office hours"
HOURS = {
    MIXED: "mixed: early, day and late shifts, weekends too",
    OFFICE: "office hours, Monday to Friday",
    "weekday evenings": "weekdays with evenings, no weekends",
    "weekend days": "days with weekends, no evenings",
}
MONTH_DAYS = 30  # between two rows of the table of the backlog
DRAWN = 5  # lines in one picture: more cannot be told apart
type Figures = dict[str, Any]


@page(Power.SEE_PLAN)
def capacity(request: HttpRequest) -> HttpResponse:
    """The newest study of capacity; and asking for one."""
    return study_page(request, Matter.CAPACITY, TEMPLATE, told)


@page(Power.SEE_PLAN)
def capacity_study(request: HttpRequest, study: str) -> HttpResponse:
    """An older study, as it was frozen."""
    return study_page(request, Matter.CAPACITY, TEMPLATE, told, study)


def told(found: Figures) -> Figures:
    """What the page shows of the figures of a study."""
    studied = found["capacity"]
    begins = date.fromisoformat(found["on"])
    options, drawn = studied["options"], _drawn(studied["options"])
    backlog = studied["backlog"]
    return {
        "answer": answer(found),
        "rows": [_row(one, begins, found) for one in options],
        "levels": [str(level) for level in LEVELS],
        "picture": Markup(_picture(options, backlog, drawn)),
        "lines": [_line(options[place]) for place in drawn],
        "months": [
            (day(begins + timedelta(days=at)), [f"{backlog[place][at - 1]:.1f}" for place in drawn])
            for at in (1, *range(MONTH_DAYS, found["days"] + 1, MONTH_DAYS))
        ],
        "few": f"{100 * studied['clear_share']:.0f}",
    }


def answer(found: Figures) -> str:
    """The question answered in a sentence, as far as the study can."""
    studied, days = found["capacity"], found["days"]
    begins = date.fromisoformat(found["on"])
    options, runs = studied["options"], len(found["seeds"])
    every = "in the one run there was" if runs == 1 else f"in each of {runs} runs"
    if studied["enough"] is None:
        tried = max(one["shifts_a_week"] for one in options)
        return (
            f"None of the numbers of crews tried, up to {tried:.0f} crew shifts a week, cleared high and "
            f"very high risk {every} by {day(begins + timedelta(days=days))}."
        )
    best = options[studied["enough"]]
    by = max(one["day"]["mean"] for one in best["clears"][:2])
    said = (
        f"{best['shifts_a_week']:.0f} crew shifts a week at mixed hours clear high and very high "
        f"risk by about {day(begins + timedelta(days=round(by)))}, {every}; on an average day of the "
        f"second half {best['high_overdue_later']['mean']:.1f} of them are overdue."
    )
    if studied["office"] is None:
        return f"{said} In office hours alone no number of crews tried does."
    office = options[studied["office"]]["shifts_a_week"]
    return f"{said} In office hours alone it takes {office:.0f}."


def _row(one: Figures, begins: date, found: Figures) -> Figures:
    return {
        "shifts": f"{one['shifts_a_week']:.0f}",
        "hours": HOURS.get(one["roster"], one["roster"]),
        "today": round(one["shifts_a_week"]) == found["roster_shifts"],
        "exposure": figure(one["exposure"], share=False),
        "high": figure(one["high_overdue"], share=False),
        "overdue": figure(one["overdue"], share=False),
        "seen": figure(one["seen_a_shift"], share=False, places=1),
        "clears": [_clear(each, begins, len(found["seeds"])) for each in one["clears"]],
    }


def _clear(clearing: Figures, begins: date, seeds: int) -> str:
    if clearing["day"] is None:
        return "not by the end"
    on = day(begins + timedelta(days=round(clearing["day"]["mean"])))
    return on if clearing["seeds_clear"] == seeds else f"{on}, in {clearing['seeds_clear']} of {seeds} runs"


def _drawn(options: list[Figures]) -> list[int]:
    """The places of the options drawn as lines: those at mixed hours, else whichever come first."""
    mixed = [place for place, one in enumerate(options) if one["roster"] == MIXED]
    return (mixed or list(range(len(options))))[:DRAWN]


def _line(one: Figures) -> str:
    return f"{one['shifts_a_week']:.0f} shifts a week"


def _picture(options: list[Figures], backlog: list[list[float]], drawn: list[int]) -> str:
    curves = tuple(
        Curve(
            _line(options[place]),
            tuple(Dot(float(at), many) for at, many in enumerate(backlog[place], 1)),
            plain=True,
        )
        for place in drawn
    )
    return drawing(
        curves,
        title="People at high and very high risk overdue, day by day",
        says="A line for each number of crew shifts a week; the table below holds the same figures.",
        across=Axis("days from the day the study begins"),
        up=Axis("people overdue"),
        name="backlog",
    )


addresses = [
    path("plans/capacity/", capacity, name="capacity"),
    path("plans/capacity/<str:study>/", capacity_study, name="capacity-study"),
]
