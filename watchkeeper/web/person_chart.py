"""The years of contact with a person as a drawing: visits, spans away, levels, and gaps shaded."""

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from watchkeeper.briefing.gaps import Gap
from watchkeeper.law.wording import day, days
from watchkeeper.risk.facts import Level
from watchkeeper.web.person_reading import Reading

DAY = timedelta(days=1)
WIDE, LEFT, RIGHT = 960, 90, 950
LEVELS_AT, SEEN_AT, TRIED_AT, FOOT, TALL = 20, 70, 100, 125, 150
YEAR_APART = 44  # the least room a year's name needs
BANDS = {Level.VERY_HIGH: "#942514", Level.HIGH: "#f47738", Level.MEDIUM: "#ffdd00", Level.LOW: "#cce2d8"}
LETTERS = {
    Level.VERY_HIGH: ("VH", "#ffffff"),
    Level.HIGH: ("H", "#0b0c0c"),
    Level.MEDIUM: ("M", "#0b0c0c"),
    Level.LOW: ("L", "#0b0c0c"),
}
SEEN, MISSED, INK, PALE = "#00703c", "#ca3535", "#0b0c0c", "#484949"


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day stands from left to right."""

    since: date
    until: date

    def at(self, when: date) -> float:
        """The place of a day; a day outside the drawing stands at its edge."""
        whole = max((self.until - self.since).days, 1)
        part = min(max((when - self.since).days, 0), whole)
        return round(LEFT + (RIGHT - LEFT) * part / whole, 1)


def chart(reading: Reading, lost: tuple[Gap, ...]) -> Markup:
    """The drawing, in the page itself, with a title and a description for whoever cannot see it."""
    scale = Scale(_begins(reading), reading.on)
    parts = [
        *_gaps(lost, scale, reading.on),
        *_away(reading, scale),
        *_levels(reading, scale),
        *_visits(reading, scale),
        *_years(scale),
        _name("Level", LEVELS_AT + 15),
        _name("Seen", SEEN_AT + 5),
        _name("Not seen", TRIED_AT + 5),
    ]
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="wk-years-title wk-years-says" '
        'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" '
        'font-family="arial, sans-serif" font-size="13">'
        '<title id="wk-years-title">Contact over the years</title><desc id="wk-years-says">{says}</desc>'
        '<defs><pattern id="wk-late" width="8" height="8" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)">'
        '<rect width="8" height="8" fill="#f4d7d0"/><rect width="2" height="8" fill="{red}"/></pattern>'
        '<pattern id="wk-gone" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect width="6" height="6" fill="#eeefef"/><rect width="6" height="1" fill="{pale}"/></pattern>'
        "</defs>"
        "{parts}</svg>"
    ).format(
        wide=WIDE,
        tall=TALL,
        says=described(reading, lost),
        red=MISSED,
        pale=PALE,
        parts=Markup("").join(parts),
    )


def described(reading: Reading, lost: tuple[Gap, ...]) -> str:
    """The same in words."""
    seen = sum(1 for one in reading.visits if one.outcome is not None and one.outcome.successful)
    tried = sum(1 for one in reading.visits if one.outcome is None or one.outcome.attempted) - seen
    says = f"From {day(_begins(reading))} to {day(reading.on)}: seen {_times(seen)}, "
    says += f"tried and not seen {_times(tried)}"
    if reading.recorded.away:
        says += f", away {_times(len(reading.recorded.away))}"
    if not lost:
        return f"{says}. A visit was never late."
    longest = max(lost, key=lambda gap: gap.days(on=reading.on))
    return (
        f"{says}. A visit was late {_times(len(lost))}, at worst by {days(longest.days(on=reading.on))} "
        f"from {day(longest.since)}."
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times" if count else "never"


def _begins(reading: Reading) -> date:
    registered = reading.case.outlook.registered_on
    firsts = [one.day for one in reading.visits[-1:]] + [one.set_on for one in reading.recorded.levels]
    found = [registered, *firsts] if registered is not None else firsts
    return min(
        (first for first in found if first is not None and first < reading.on), default=reading.on - DAY
    )


def _name(text: str, at: int) -> Markup:
    return Markup('<text x="0" y="{}" fill="{}">{}</text>').format(at, INK, text)


def _box(left: float, right: float, top: int, tall: int, fill: str, says: str, edge: str = INK) -> Markup:
    return Markup(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"><title>{}</title></rect>'
    ).format(left, top, round(max(right - left, 2), 1), tall, fill, edge, says)


def _gaps(lost: tuple[Gap, ...], scale: Scale, on: date) -> list[Markup]:
    top = LEVELS_AT + 30
    return [
        _box(
            scale.at(gap.since),
            scale.at(gap.until or on),
            top,
            FOOT - top,
            "url(#wk-late)",
            f"late by {days(gap.days(on=on))} from {day(gap.since)}",
            MISSED,
        )
        for gap in lost
    ]


def _away(reading: Reading, scale: Scale) -> list[Markup]:
    top = LEVELS_AT + 30
    return [
        _box(
            scale.at(one.since),
            scale.at(one.until or reading.on),
            top,
            FOOT - top,
            "url(#wk-gone)",
            f"{one.kind} from {day(one.since)}" + (f" to {day(one.until)}" if one.until else ", not over"),
        )
        for one in reading.recorded.away
        if one.since <= reading.on
    ]


def _levels(reading: Reading, scale: Scale) -> list[Markup]:
    known = sorted(
        (one for one in reading.recorded.levels if one.set_on <= reading.on),
        key=lambda one: (one.set_on, one.ref),
    )
    drawn: list[Markup] = []
    for at, one in enumerate(known):
        until = known[at + 1].set_on if at + 1 < len(known) else reading.on
        left, right = scale.at(one.set_on), scale.at(until)
        letter, ink = LETTERS[one.level]
        drawn.append(
            _box(left, right, LEVELS_AT, 22, BANDS[one.level], f"{one.level} from {day(one.set_on)}")
        )
        if right - left > len(letter) * 12:
            drawn.append(
                Markup('<text x="{}" y="{}" fill="{}">{}</text>').format(
                    left + 4, LEVELS_AT + 16, ink, letter
                )
            )
    return drawn


def _visits(reading: Reading, scale: Scale) -> list[Markup]:
    """A filled circle where they were seen; a cross, lower down, where somebody tried."""
    drawn: list[Markup] = []
    for one in reversed(reading.visits):
        at, says = scale.at(one.day), escape(f"{one.outcome or 'outcome not recorded'}, {day(one.day)}")
        if one.outcome is not None and one.outcome.successful:
            drawn.append(
                Markup(
                    '<circle cx="{}" cy="{}" r="5" fill="{}" stroke="#ffffff"><title>{}</title></circle>'
                ).format(at, SEEN_AT, SEEN, says)
            )
        elif one.outcome is None or one.outcome.attempted:
            drawn.append(
                Markup(
                    '<path d="M{} {}l8 8m0 -8l-8 8" stroke="{}" stroke-width="2.5"><title>{}</title></path>'
                ).format(round(at - 4, 1), TRIED_AT - 4, MISSED, says)
            )
    return drawn


def _years(scale: Scale) -> list[Markup]:
    first, last = scale.since.year + 1, scale.until.year
    drawn = [
        Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>').format(LEFT, FOOT, RIGHT, FOOT, INK)
    ]
    shown_at = float(LEFT) - YEAR_APART
    for year in range(first, last + 1):
        at = scale.at(date(year, 1, 1))
        drawn.append(
            Markup('<line x1="{0}" y1="{1}" x2="{0}" y2="{2}" stroke="{3}"/>').format(at, FOOT, FOOT + 5, INK)
        )
        if at - shown_at >= YEAR_APART and at + YEAR_APART / 2 < WIDE:
            drawn.append(
                Markup('<text x="{}" y="{}" fill="{}" text-anchor="middle">{}</text>').format(
                    at, FOOT + 20, INK, year
                )
            )
            shown_at = at
    return drawn
