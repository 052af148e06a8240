"""What could somebody visited guess? The curve of harm against leak, and the visits as recorded."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from markupsafe import Markup

from watchkeeper.planning.simulating.drawing import Axis, Curve, Dot, drawing
from watchkeeper.planning.study import Matter
from watchkeeper.risk.facts import LEVELS
from watchkeeper.web.asking import page
from watchkeeper.web.studies import figure, study_page
from watchkeeper.workforce.facts import Power

TEMPLATE = "planning/leak.html"
CALENDAR = "the calendar"
NAMES = {"no tickets": "no lottery at all", "calendar": CALENDAR}
IN_FORCE, KNEE = "the rates in force", "knee"
type Figures = dict[str, Any]


@page(Power.SEE_PLAN)
def leak(request: HttpRequest) -> HttpResponse:
    """The newest study of what could be guessed; and asking for one."""
    return study_page(request, Matter.LEAK, TEMPLATE, told)


@page(Power.SEE_PLAN)
def leak_study(request: HttpRequest, study: str) -> HttpResponse:
    """An older study, as it was frozen."""
    return study_page(request, Matter.LEAK, TEMPLATE, told, study)


def told(found: Figures) -> Figures:
    """What the page shows of the figures of a study."""
    leaks = found["leak"]
    leaks = leaks if len(found["seeds"]) > 1 else {**leaks, "knee": None}
    rows = [_row(point, leaks, place) for place, point in enumerate(leaks["curve"])]
    rows.append(_row(leaks["practice"], leaks, None))
    recorded = leaks["recorded"]["guesses"]
    return {
        "picture": Markup(_picture(leaks)),
        "rows": rows,
        "runs": len(found["seeds"]),
        "at_knee": leaks["knee"] == leaks["in_force"],
        "knee": rows[leaks["knee"]]["name"] if leaks["knee"] is not None else "",
        "chosen": leaks["chosen"],
        "calendar": leaks["calendar"],
        "was": recorded,
        "measures": _measures(leaks["chosen"], leaks["calendar"], recorded),
        "recorded": leaks["recorded"],
        "in_hundred": _in_hundred,
    }


def name_of(point: Figures) -> str:
    """A way of working in a planner's words.

    >>> name_of({"name": "rates x 1"}), name_of({"name": "rates x 0.4"}), name_of({"name": "no tickets"})
    ('the rates in force', 'rates 0.4 times those in force', 'no lottery at all')
    """
    plain: str = point["name"]
    if not plain.startswith("rates x "):
        return NAMES.get(plain, plain)
    by = plain.removeprefix("rates x ")
    return IN_FORCE if by == "1" else f"rates {by} times those in force"


def _row(point: Figures, leaks: Figures, place: int | None) -> Figures:
    marks = [KNEE] if place is not None and place == leaks["knee"] else []
    if place is not None and place == leaks["in_force"]:
        marks.append("in force")
    return {
        "name": name_of(point),
        "marks": marks,
        "exposure": figure(point["exposure"], whole=False),
        "leak": figure(point["leak"]),
        "within": figure(point["leak_within"]),
        "removed": figure(point["removed"]),
        "seen": figure(point["seen"], share=False, places=1),
        "worst": f"{point['high_worst']:.1f}",
    }


def _picture(leaks: Figures) -> str:
    """The family as a line, today's calendar beside it; the knee and the rates in force carry their names."""
    named = {leaks["in_force"]: "in force"}
    if leaks["knee"] is not None:
        named[leaks["knee"]] = "in force, and the knee" if leaks["in_force"] == leaks["knee"] else KNEE
    family = tuple(_dot(point, named.get(place, "")) for place, point in enumerate(leaks["curve"]))
    return drawing(
        (Curve("the lottery", family), Curve(CALENDAR, (_dot(leaks["practice"], ""),), loose=True)),
        title="Harm left unmanaged against what can be guessed",
        says="Each point is a way of planning visits; the table below holds the same figures. Lower is "
        "safer, further left is harder to guess.",
        across=Axis("right among his surest bets", share=True),
        up=Axis("harm left, beside the calendar's", share=True),
        name="leak",
    )


def _dot(point: Figures, name: str) -> Dot:
    exposure = point["exposure"]
    return Dot(point["leak"]["mean"], exposure["mean"], exposure["low"], exposure["high"], name)


def _measures(chosen: Figures, calendar: Figures, recorded: Figures | None) -> list[tuple[str, list[str]]]:
    """Each measure in words, with its figure: rates in force, the calendar, the visits as recorded."""

    def three(key: str, *, level: int | None = None, share: bool = True, places: int = 0) -> list[str]:
        answers = []
        for one in (chosen, calendar, recorded):
            if one is None:
                answers.append("not measured")
                continue
            value = one[key] if level is None else one[key][level]
            answers.append(figure(value, share=share, places=places))
        return answers

    return [
        ("Right among the surest 1 % of bets, on everybody", three("top")),
        ("Right among the surest 5 % of bets, on everybody", three("wide")),
        ("Right by betting blind, on everybody", three("base", places=1)),
        ("Right among the surest 1 %, on people within their limit", three("top_within")),
        ("Right among the surest 5 %, on people within their limit", three("wide_within")),
        ("Right by betting blind, on people within their limit", three("base_within", places=1)),
        ("Bits learnt about each day bet on", three("bits", share=False, places=4)),
        ("Share of the uncertainty that is gone", three("removed", places=1)),
        *(
            (
                f"One guess after a visit is within a day of the next, {level} risk",
                three("guess", level=place),
            )
            for place, level in enumerate(LEVELS)
        ),
        *(
            (
                f"Chance of a visit in the first quarter of the interval, {level} risk",
                three("first_quarter", level=place),
            )
            for place, level in enumerate(LEVELS)
        ),
        ("Visits on the commonest weekday", three("weekday")),
        ("Visits in the commonest hour", three("hour")),
        ("Visits in a person's own commonest part of the day, on average", three("own_part")),
        ("Visits within a tenth of the interval of the deadline", three("deadline")),
    ]


def _in_hundred(found: Figures) -> str:
    return f"{100 * found['mean']:.0f} in 100"


addresses = [
    path("plans/leak/", leak, name="leak"),
    path("plans/leak/<str:study>/", leak_study, name="leak-study"),
]
