"""A night's rounds drawn on a plane: homes where they stand to each other, each crew's way among them.

No street and no tile is fetched: the drawing is made on the server from points alone, with the
postcode districts named for whoever knows the ground. Every round has a letter, and its own
stroke, so that no colour is needed to tell two apart. The same is in the table beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from markupsafe import Markup

WIDE, TALL, EDGE = 960, 620, 40
INK, PALE, GROUND = "#0b0c0c", "#505a5f", "#f8f8f8"
STROKES = (
    *(("#1d70b8", ""), ("#942514", "9 5"), ("#00703c", "2 5")),
    *(("#4c2c92", "14 4 3 4"), ("#b58840", "5 3"), ("#0b0c0c", "1 6")),
)
DISC, APART = 13, 27
KILOMETRE = 1000
SCALES = (500, 1000, 2000, 5000, 10_000)

type Metres = tuple[float, float]
"""Easting and northing."""


@dataclass(frozen=True, slots=True)
class Way:
    """One crew's round to draw: its letter, where it starts and ends, and its stops in order.

    A stop without a point stays in the table alone.
    """

    letter: str
    base: Metres | None
    stops: tuple[tuple[str, Metres | None], ...]  # what the stop is called: A1, and its point


def drawing(
    ways: Sequence[Way], others: Sequence[Metres], districts: Mapping[str, Metres], *, title: str
) -> Markup:
    """The map as SVG, with a title and a description. `others` are candidates in no round.

    Empty when nothing has a point. Stops at one address stand side by side.
    """
    placed = [point for way in ways for _, point in way.stops if point is not None]
    placed += [way.base for way in ways if way.base is not None]
    if not placed:
        return Markup("")
    frame = Frame.around([*placed, *others])
    parts = [
        *(_district(name, point, frame) for name, point in sorted(districts.items()) if frame.holds(point)),
        *(_dot(point, frame) for point in others),
        *(_line(way, place, frame) for place, way in enumerate(ways)),
        *_stops(ways, frame),
        _scale(frame),
    ]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="wk-map-title wk-map-says" '
        'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" '
        'font-family="arial, sans-serif" font-size="13">'
        '<title id="wk-map-title">{title}</title><desc id="wk-map-says">{says}</desc>'
        '<rect width="{wide}" height="{tall}" fill="{ground}"/>{parts}</svg>'
    ).format(
        wide=WIDE,
        tall=TALL,
        title=title,
        says=said(ways, len(others)),
        ground=GROUND,
        parts=Markup("").join(parts),
    )


def said(ways: Sequence[Way], others: int) -> str:
    """The drawing in words."""
    rounds = "; ".join(
        f"round {way.letter}: {len(way.stops)} {'stop' if len(way.stops) == 1 else 'stops'}"
        + (
            f", {missing} of them not on the map"
            if (missing := sum(point is None for _, point in way.stops))
            else ""
        )
        for way in ways
    )
    return f"{rounds or 'No round'}. {others} others could be visited and are not planned. North is up."


@dataclass(frozen=True, slots=True)
class Frame:
    """What of the ground is drawn, and how many metres a unit of the drawing stands for."""

    west: float
    north: float
    metres: float

    @classmethod
    def around(cls, points: Sequence[Metres]) -> "Frame":
        """The least frame that holds every point, one scale both ways, the points in its middle."""
        east, north = [point[0] for point in points], [point[1] for point in points]
        inner = WIDE - 2 * EDGE, TALL - 2 * EDGE
        metres = max((max(east) - min(east)) / inner[0], (max(north) - min(north)) / inner[1], 1.0)
        middle = (max(east) + min(east)) / 2, (max(north) + min(north)) / 2
        return cls(middle[0] - metres * WIDE / 2, middle[1] + metres * TALL / 2, metres)

    def at(self, point: Metres) -> tuple[float, float]:
        """Where a point stands in the drawing."""
        return (
            round((point[0] - self.west) / self.metres, 1),
            round((self.north - point[1]) / self.metres, 1),
        )

    def holds(self, point: Metres) -> bool:
        """Whether a point lies inside the drawing."""
        x, y = self.at(point)
        return 0 <= x <= WIDE and 0 <= y <= TALL


def stroke(place: int) -> tuple[str, str]:
    """Colour and dashes of the round in this place, the same on the map and on the timeline."""
    return STROKES[place % len(STROKES)]


def _district(name: str, point: Metres, frame: Frame) -> Markup:
    x, y = frame.at(point)
    return Markup(
        '<text x="{}" y="{}" fill="{}" text-anchor="middle" font-size="16" opacity="0.75">{}</text>'
    ).format(x, y, PALE, name)


def _dot(point: Metres, frame: Frame) -> Markup:
    x, y = frame.at(point)
    return Markup('<circle cx="{}" cy="{}" r="3" fill="#ffffff" stroke="{}"/>').format(x, y, PALE)


def _line(way: Way, place: int, frame: Frame) -> Markup:
    colour, dashes = stroke(place)
    there = [point for _, point in way.stops if point is not None]
    whole = [way.base, *there, way.base] if way.base is not None and there else there
    path = " ".join("{},{}".format(*frame.at(point)) for point in whole if point is not None)
    line = Markup(
        '<polyline points="{}" fill="none" stroke="{}" stroke-width="3" stroke-dasharray="{}"/>'
    ).format(path, colour, dashes or "none")
    if way.base is None:
        return line
    x, y = frame.at(way.base)
    return line + Markup(
        '<rect x="{}" y="{}" width="14" height="14" fill="{}"><title>where round {} starts</title></rect>'
    ).format(x - 7, y - 7, INK, way.letter)


def _stops(ways: Sequence[Way], frame: Frame) -> list[Markup]:
    """Each stop a disc with its name; one that would hide another stands beside it."""
    there: list[tuple[float, float]] = []
    drawn = []
    for place, way in enumerate(ways):
        for name, point in way.stops:
            if point is None:
                continue
            x, y = frame.at(point)
            while any(hypot(x - left, y - top) < APART for left, top in there):
                x = round(x + APART, 1)
            there.append((x, y))
            drawn.append(
                Markup(
                    '<circle cx="{}" cy="{}" r="{}" fill="#ffffff" stroke="{}" stroke-width="3"/>'
                    '<text x="{}" y="{}" fill="{}" text-anchor="middle" '
                    'font-size="12" font-weight="bold">{}</text>'
                ).format(x, y, DISC, stroke(place)[0], x, y + 4, INK, name)
            )
    return drawn


def _scale(frame: Frame) -> Markup:
    length = max((each for each in SCALES if each / frame.metres <= WIDE / 3), default=SCALES[0])
    wide = round(length / frame.metres, 1)
    says = f"{length // KILOMETRE} km" if length >= KILOMETRE else f"{length} m"
    return Markup(
        '<path d="M{} {}h{}" stroke="{}" stroke-width="4"/><text x="{}" y="{}" fill="{}">{}</text>'
    ).format(EDGE, TALL - 16, wide, INK, EDGE + wide + 8, TALL - 11, INK, says)
