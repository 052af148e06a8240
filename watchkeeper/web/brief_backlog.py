"""The backlog by level of risk over time, from the briefs on record: a picture, and the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchkeeper.briefing.reading import NIGHTS
from watchkeeper.risk.facts import LEVELS, Level
from watchkeeper.web.asking import Asking, page
from watchkeeper.web.brief_choosing import FORCE, wanted
from watchkeeper.web.brief_shown import everybody
from watchkeeper.web.seeing import Sight
from watchkeeper.workforce.facts import Power

WIDE, HIGH, LEFT, FOOT, RIGHT, TOP = 760, 320, 56, 40, 130, 16
STROKES = ("none", "8 3", "3 3", "12 3 3 3", "1 4")
"""Each level has a stroke of its own: no line is told from another by colour alone."""
COLOURS = ("#942514", "#c83f00", "#6d5a00", "#005a30", "#505a5f")
STEPS = 4
APART = 15

type Nights = Sequence[tuple[date, Mapping[Level | None, int]]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One level as a line of the picture: its points, its stroke, and where its name stands."""

    level: str
    points: tuple[tuple[float, float], ...]
    stroke: str
    colour: str
    label_y: float


@page(Power.READ_BRIEF)
def backlog(request: HttpRequest) -> HttpResponse:
    """Decisions owed, people unmanaged and duties overdue, night by night, by level of risk."""
    asking: Asking = request.asking  # type: ignore[attr-defined]
    sight = Sight(asking, everybody(asking))
    whole = wanted(request.GET, asking.officer, sight).scope == FORCE
    nights = [
        (on, _of(counted, "" if whole else asking.officer.unit))
        for on, counted in NIGHTS.backlog(on=asking.on)
    ]
    lines, top = drawn(nights)
    shown = {
        "whole": whole,
        "nights": nights,
        "levels": (*LEVELS, None),
        "lines": lines,
        "ticks": [(top * step // STEPS, _y(top * step // STEPS, top)) for step in range(STEPS + 1)],
        "days": [(on, _x(at, len(nights))) for at, (on, _) in enumerate(nights)],
        "size": {"wide": WIDE, "high": HIGH, "left": LEFT, "right": WIDE - RIGHT, "foot": HIGH - FOOT},
    }
    return render(request, "briefing/backlog.html", shown)


def drawn(nights: Nights) -> tuple[list[Drawn], int]:
    """Each level as a line, and the number at the top of the scale. Names of lines are kept apart."""
    most = max((many for _, counted in nights for many in counted.values()), default=0)
    top = max(STEPS, -(-most // STEPS) * STEPS)
    lines = []
    for at, level in enumerate((*LEVELS, None)):
        points = tuple(
            (_x(night, len(nights)), _y(counted.get(level, 0), top))
            for night, (_, counted) in enumerate(nights)
        )
        if points:
            lines.append(Drawn(str(level or "not recorded"), points, STROKES[at], COLOURS[at], points[-1][1]))
    lines.sort(key=lambda line: line.label_y)
    kept: list[Drawn] = []
    for line in lines:
        lowest = kept[-1].label_y + APART if kept else line.label_y
        kept.append(
            Drawn(line.level, line.points, line.stroke, line.colour, round(max(line.label_y, lowest), 1))
        )
    return kept, top


def _of(counted: Mapping[tuple[str, Level | None], int], unit: str) -> dict[Level | None, int]:
    found: dict[Level | None, int] = dict.fromkeys((*LEVELS, None), 0)
    for (whose, level), many in counted.items():
        if unit in ("", whose):
            found[level] += many
    return found


def _x(at: int, many: int) -> float:
    across = WIDE - RIGHT - LEFT
    return round(LEFT + across * (at / (many - 1) if many > 1 else 1 / 2), 1)


def _y(many: int, top: int) -> float:
    return round(HIGH - FOOT - (HIGH - FOOT - TOP) * many / top, 1)
