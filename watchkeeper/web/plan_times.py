"""A night's rounds by the clock: a row a crew, its shift, each visit and each drive in it."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from watchkeeper.law.wording import clock, counted
from watchkeeper.planning.facts import Round
from watchkeeper.visits.rules.week import HOUR
from watchkeeper.web.plan_map import INK, PALE, stroke

WIDE, LEFT, RIGHT, ROW, TOP = 960, 60, 930, 44, 26
BOX = 30
NARROW = 26  # a box thinner than this has no room for its name


def times(rounds: Sequence[Round], letters: Sequence[str]) -> Markup:
    """The rounds as SVG, a row each, with a description in words. Empty without a round."""
    if not rounds:
        return Markup("")
    first = min(each.crew.starts_minute for each in rounds) // HOUR * HOUR
    last = -(-max(max(each.crew.ends_minute, each.back_minute) for each in rounds) // HOUR) * HOUR
    tall = TOP + ROW * len(rounds) + 8

    def at(minute: int) -> float:
        return round(LEFT + (RIGHT - LEFT) * (minute - first) / max(last - first, 1), 1)

    parts = [
        Markup(
            '<path d="M{0} {1}V{2}" stroke="#b1b4b6"/>'
            '<text x="{0}" y="14" fill="{3}" text-anchor="middle">{4}</text>'
        ).format(at(minute), TOP - 6, tall, INK, clock(minute))
        for minute in range(first, last + 1, HOUR)
    ]
    for place, (one, letter) in enumerate(zip(rounds, letters, strict=True)):
        parts += _row(one, letter, place, at)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="wk-times-title wk-times-says" '
        'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" '
        'font-family="arial, sans-serif" font-size="13">'
        '<title id="wk-times-title">The rounds by the clock</title>'
        '<desc id="wk-times-says">{says}</desc>{parts}</svg>'
    ).format(wide=WIDE, tall=tall, says=said(rounds, letters), parts=Markup("").join(parts))


def said(rounds: Sequence[Round], letters: Sequence[str]) -> str:
    """The drawing in words."""
    return " ".join(
        f"Round {letter}: shift {clock(one.crew.starts_minute)} to {clock(one.crew.ends_minute)}, "
        f"visits at {', '.join(clock(visit.starts_minute) for visit in one.visits) or 'no hour'}."
        for one, letter in zip(rounds, letters, strict=True)
    )


def _row(one: Round, letter: str, place: int, at: Callable[[int], float]) -> list[Markup]:
    """The shift as a pale band; a drive as a line before its visit; a visit as a box, green once made."""
    colour, _ = stroke(place)
    top = TOP + ROW * place
    starts, ends = at(one.crew.starts_minute), at(one.crew.ends_minute)
    row = [
        Markup('<text x="0" y="{}" fill="{}" font-weight="bold" font-size="16">{}</text>').format(
            top + BOX - 8, INK, letter
        ),
        Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="#eeefef"/>').format(
            starts, top, round(ends - starts, 1), BOX
        ),
    ]
    for number, visit in enumerate(one.visits, 1):
        left, right = at(visit.starts_minute), at(visit.starts_minute + visit.minutes)
        drive = at(visit.starts_minute - visit.travel_minutes)
        middle = top + BOX / 2
        says = f"{letter}{number}: {clock(visit.starts_minute)}, {counted(visit.minutes, 'minute')}"
        says += f", after {visit.travel_minutes} driven"
        row.append(
            Markup('<path d="M{} {}H{}" stroke="{}" stroke-width="3"/>').format(drive, middle, left, PALE)
        )
        row.append(
            Markup(
                '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}" stroke-width="3">'
                "<title>{}</title></rect>"
            ).format(
                left,
                top,
                round(max(right - left, 2), 1),
                BOX,
                "#cce2d8" if visit.made else "#ffffff",
                colour,
                says,
            )
        )
        if right - left >= NARROW:
            row.append(
                Markup('<text x="{}" y="{}" fill="{}" text-anchor="middle">{}{}</text>').format(
                    round((left + right) / 2, 1), top + BOX - 10, INK, letter, number
                )
            )
    return row
