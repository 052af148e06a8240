"""Curves as a drawing: plain SVG, with words for whoever cannot see it. A page puts its table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from xml.sax.saxutils import escape

WIDE, TALL = 760, 420
LEFT, RIGHT, TOP, FOOT = 84, 540, 24, 350
INK, PALE, GRID = "#0b0c0c", "#484949", "#cecece"
COLOURS = ("#0f7a52", "#1d70b8", "#ca3535", "#54319f", "#b35c00")
STEPS = (1, 2, 5, 10)
LINES = 5  # of the grid, about
APART = 7.0  # pixels between curves set side by side


@dataclass(frozen=True, slots=True)
class Dot:
    """One point, with the interval of its height when there is one, and a name when it should carry one."""

    across: float
    up: float
    low: float | None = None
    high: float | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """Points in order, joined unless `loose`. Told apart by shape and name, never by colour alone."""

    name: str
    dots: tuple[Dot, ...]
    loose: bool = False
    plain: bool = False  # marked at its end alone


@dataclass(frozen=True, slots=True)
class Axis:
    """What one side counts: its words, and whether it is a share told in per cent."""

    says: str
    share: bool = False


def drawing(
    curves: Sequence[Curve],
    *,
    title: str,
    says: str,
    across: Axis,
    up: Axis,
    name: str,
    beside: bool = False,
) -> str:
    """The SVG. `name` begins the identifiers in it, so that two may stand on one page.

    `beside` sets curves with the same places across a few pixels apart, so that no interval hides another.
    """
    dots = [dot for curve in curves for dot in curve.dots]
    if not dots:
        raise ValueError("nothing to draw")
    most_across = _round_up(max(dot.across for dot in dots))
    most_up = _round_up(max(dot.high if dot.high is not None else dot.up for dot in dots))
    scale = _Scale(most_across, most_up)
    parts = [*_grid(scale, across, up)]
    for at, curve in enumerate(curves):
        aside = APART * (at - (len(curves) - 1) / 2) if beside else 0.0
        parts += _curve(curve, at, scale, aside)
    parts += _key(curves)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-says" '
        f'viewBox="0 0 {WIDE} {TALL}" width="{WIDE}" height="{TALL}" font-family="arial, sans-serif" '
        f'font-size="13"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-says">{escape(says)}</desc>{"".join(parts)}</svg>\n'
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    most_across: float
    most_up: float

    def x(self, across: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * across / self.most_across, 1)

    def y(self, up: float) -> float:
        return round(FOOT - (FOOT - TOP) * up / self.most_up, 1)


def _step(most: float) -> float:
    rough = most / LINES
    size = 10.0 ** floor(log10(rough))
    return next(size * one for one in STEPS if size * one >= rough * 0.999)


def _round_up(most: float) -> float:
    most = most if most > 0 else 1.0
    step = _step(most)
    return float(ceil(round(most / step, 6)) * step)


def _grid(scale: _Scale, across: Axis, up: Axis) -> list[str]:
    parts = []
    for most, axis, down in ((scale.most_up, up, True), (scale.most_across, across, False)):
        step = _step(most)
        for count in range(round(most / step) + 1):
            value = count * step
            told = f"{value:.0%}" if axis.share else f"{value:,.10g}"
            if down:
                y = scale.y(value)
                parts.append(f'<line x1="{LEFT}" y1="{y}" x2="{RIGHT}" y2="{y}" stroke="{GRID}"/>')
                parts.append(_text(LEFT - 8, y + 4, told, "end", PALE))
            else:
                x = scale.x(value)
                parts.append(f'<line x1="{x}" y1="{FOOT}" x2="{x}" y2="{FOOT + 5}" stroke="{INK}"/>')
                parts.append(_text(x, FOOT + 20, told, "middle", PALE))
    parts.append(f'<line x1="{LEFT}" y1="{FOOT}" x2="{RIGHT}" y2="{FOOT}" stroke="{INK}"/>')
    parts.append(_text((LEFT + RIGHT) / 2, FOOT + 44, across.says, "middle", INK))
    middle = (TOP + FOOT) / 2
    turned = f'transform="rotate(-90 20 {middle})"'
    parts.append(_text(20, middle, up.says, "middle", INK, turned))
    return parts


def _curve(curve: Curve, at: int, scale: _Scale, aside: float) -> list[str]:
    colour = COLOURS[at % len(COLOURS)]
    parts = []
    if not curve.loose and len(curve.dots) > 1:
        path = " ".join(f"{round(scale.x(dot.across) + aside, 1)},{scale.y(dot.up)}" for dot in curve.dots)
        dashes = f' stroke-dasharray="{2 + 3 * at} 4"' if at else ""
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
    for dot in curve.dots[-1:] if curve.plain else curve.dots:
        x, y = round(scale.x(dot.across) + aside, 1), scale.y(dot.up)
        if dot.low is not None and dot.high is not None and dot.high > dot.low:
            low, high = scale.y(max(dot.low, 0.0)), scale.y(dot.high)
            parts.append(f'<line x1="{x}" y1="{low}" x2="{x}" y2="{high}" stroke="{colour}"/>')
        parts.append(_mark(at, x, y, colour))
        if dot.name:
            parts.append(_text(x + 9, y - 8, dot.name, "start", INK))
    return parts


def _key(curves: Sequence[Curve]) -> list[str]:
    parts = []
    for at, curve in enumerate(curves):
        y = TOP + 14 + 26 * at
        parts.append(_mark(at, RIGHT + 26, y - 4, COLOURS[at % len(COLOURS)]))
        parts.append(_text(RIGHT + 40, y, curve.name, "start", INK))
    return parts


def _mark(at: int, x: float, y: float, colour: str) -> str:
    shapes = (
        f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>',
        f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" fill="{colour}"/>',
        f'<path d="M{x} {y - 6}l6 11h-12z" fill="{colour}"/>',
        f'<path d="M{x - 5} {y - 5}l10 10m0 -10l-10 10" stroke="{colour}" stroke-width="3"/>',
        f'<path d="M{x} {y - 7}l6 7l-6 7l-6 -7z" fill="{colour}"/>',
    )
    return shapes[at % len(shapes)]


def _text(x: float, y: float, told: str, anchor: str, colour: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}" {more}>{escape(told)}</text>'
