"""A measure month by month as a picture: its values, its limit and its control limits, drawn as SVG."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

WIDE, HIGH, LEFT, RIGHT, TOP, FOOT = 460, 230, 56, 12, 14, 34
STEPS = 4
INK, QUIET, LINE, LIMIT = "#0b0c0c", "#505a5f", "#1d70b8", "#942514"


def picture(line: dict[str, Any], *, font: str) -> str:
    """The picture of one measure as `told` has it. A month with an alarm is a square, any other a dot.

    The line breaks where a month looked at nothing: nobody knows what lay between.
    Numbers have one place, so that the same months are the same bytes.
    """
    top = _top(line)
    months = line["months"]
    across = (WIDE - RIGHT - LEFT) / max(1, len(months) - 1)
    points = [
        None
        if month["value"] is None
        else (LEFT + across * at, _y(month["value"], top), bool(month["alarms"]))
        for at, month in enumerate(months)
    ]
    text = f'font-family="{font}" font-size="13" fill="{INK}"'
    parts = [*_scale(line, top, text), *_bounds(line, top, text)]
    for run in unbroken(points):
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in run)
        parts.append(f'<polyline fill="none" stroke="{LINE}" stroke-width="2.5" points="{joined}"/>')
    parts += [_point(*point) for point in points if point is not None]
    ends = ((LEFT, "start", months[0]), (WIDE - RIGHT, "end", months[-1]))
    for x, anchor, month in ends if len(months) > 1 else ends[:1]:
        parts.append(f'<text x="{x}" y="{HIGH - 10}" text-anchor="{anchor}" {text}>{month["day"]}</text>')
    said = escape(alternative(line))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" '
        f'role="img" aria-label="{said}">{"".join(parts)}</svg>'
    )


def unbroken[T](points: Sequence[T | None]) -> list[list[T]]:
    """The points in runs without a gap, those of one point left out: it is a line only with another.

    >>> unbroken([1, 2, None, 3, None, 4, 5])
    [[1, 2], [4, 5]]
    """
    runs: list[list[T]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def alternative(line: dict[str, Any]) -> str:
    """What the picture shows, for whoever does not see it."""
    alarms = sum(1 for month in line["months"] if month["alarms"])
    return (
        f"{line['title']} month by month: {line['trend']}. "
        f"{alarms} of {len(line['months'])} days out of the ordinary. The table beside holds the numbers."
    )


def _top(line: dict[str, Any]) -> float:
    values = [month["value"] for month in line["months"]]
    told = [float(each) for each in (*values, line["limit"], line["high"]) if each is not None]
    return max(*told, float(STEPS) if line["signal"] else 0.01, 0.0)


def _y(value: float, top: float) -> float:
    return HIGH - FOOT - (HIGH - FOOT - TOP) * value / top


def _scale(line: dict[str, Any], top: float, text: str) -> Iterator[str]:
    for step in range(STEPS + 1):
        value, y = top * step / STEPS, _y(top * step / STEPS, top)
        said = f"{value:,.0f}" if line["signal"] else f"{value:.1%}"
        yield f'<line x1="{LEFT}" x2="{WIDE - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#cecece"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" {text}>{said}</text>'


def _bounds(line: dict[str, Any], top: float, text: str) -> Iterator[str]:
    named = (
        ("limit", line["limit"], LIMIT, "8 3"),
        ("upper control limit", line["high"], QUIET, "3 3"),
        ("lower control limit", line["low"], QUIET, "3 3"),
    )
    for said, value, colour, dashes in named:
        if value is None or (said.startswith("lower") and not value):
            continue
        y = _y(value, top)
        yield (
            f'<line x1="{LEFT}" x2="{WIDE - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" '
            f'stroke-width="1.5" stroke-dasharray="{dashes}"/>'
        )
        at = LEFT + 4 if said == "limit" else WIDE - RIGHT - 4
        anchor = "start" if said == "limit" else "end"
        above = y + 13 if y < TOP + 13 else y - 4
        yield f'<text x="{at}" y="{above:.1f}" text-anchor="{anchor}" {text}>{said}</text>'


def _point(x: float, y: float, alarm: bool) -> str:
    if alarm:
        return f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="{LIMIT}"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{LINE}"/>'
