"""The episodes of one child over time as a drawing: how long each, how grave, and the gaps growing shorter.

The table beside it says the same; letters and dashes tell what colour tells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from markupsafe import Markup

from watchkeeper.law.clocks import LONDON
from watchkeeper.law.wording import day, elapsed
from watchkeeper.missing.facts import Grade
from watchkeeper.missing.models import Flag, Screened
from watchkeeper.web.child_shown import EpisodeTold

WIDE, LEFT, RIGHT, TALL = 960, 100, 950, 200
GAPS_AT, BARS_AT, FLAGS_AT, SCREENED_AT, FOOT = 22, 44, 92, 138, 165
BAR, BAND, LEAST = 34, 24, 5  # CSS pixels: tall, tall, wide
LETTER, LABEL, NAMED, MONTH_APART = 16, 52, 208, 74  # the least room each needs
INK, RED, GREY = "#0b0c0c", "#942514", "#505a5f"
FILLS = {
    Grade.HIGH: ("#942514", "H", "#ffffff"),
    Grade.MEDIUM: ("#f47738", "M", INK),
    Grade.LOW: ("#ffdd00", "L", INK),
    Grade.VERY_LOW: ("#cce2d8", "VL", INK),
}
NOT_GRADED = ("#ffffff", "?", INK)
PAD = timedelta(days=3)
MARGIN = 25  # of the time drawn, so much is left free after now
DRAWING = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="wk-child-title wk-child-says" '
    'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" font-family="arial, sans-serif" '
    'font-size="14"><title id="wk-child-title">Episodes over time</title>'
    '<desc id="wk-child-says">{says}</desc>{parts}</svg>'
)
BOX = Markup(
    '<rect x="{x}" y="{y}" width="{wide}" height="{tall}" fill="{fill}" stroke="{ink}">'
    "<title>{says}</title></rect>"
)
TEXT = Markup('<text x="{x}" y="{y}" fill="{ink}" text-anchor="{anchor}">{says}</text>')
LINE = Markup(
    '<line x1="{a}" y1="{b}" x2="{c}" y2="{d}" stroke="{ink}" stroke-width="{wide}"{dashes}>'
    "<title>{says}</title></line>"
)
DIAMOND = Markup(
    '<path d="M{x} {top}l8 9l-8 9l-8 -9z" fill="{fill}" stroke="{ink}"><title>{says}</title></path>'
)
DASHES = Markup(' stroke-dasharray="5 3"')


@dataclass(frozen=True, slots=True)
class Span:
    """Where an instant stands from left to right."""

    since: datetime
    until: datetime

    def at(self, when: datetime) -> float:
        """The place of an instant; one outside the drawing stands at its edge."""
        part = (when - self.since) / (self.until - self.since)
        return round(LEFT + (RIGHT - LEFT) * min(max(part, 0.0), 1.0), 1)


def drawn(
    told: Sequence[EpisodeTold], flags: Sequence[Flag], screened: Sequence[Screened], *, at: datetime
) -> Markup:
    """The drawing of the episodes, the first first, up to an instant."""
    span = Span(told[0].reported_at - PAD, at + (at - told[0].reported_at) / MARGIN)
    after_each = [*(each.reported_at for each in told[1:]), span.until]
    parts = [
        *(_name(text, y) for text, y in _names(flags, screened)),
        *_gaps(told, span),
        *(
            part
            for each, after in zip(told, after_each, strict=True)
            for part in _episode(each, span, at, after)
        ),
        *(part for each in flags for part in _flag(each, span, at)),
        *(_screening(each, span) for each in screened if each.on is not None),
        *_months(span),
    ]
    return DRAWING.format(wide=WIDE, tall=TALL, says=described(told, at=at), parts=Markup("").join(parts))


def described(told: Sequence[EpisodeTold], *, at: datetime) -> str:
    """The same in words."""
    many = f"{len(told)} episodes" if len(told) > 1 else "1 episode"
    shorter = sum(each.shorter for each in told)
    longest = max(told, key=lambda each: each.minutes)
    says = (
        f"{many} from {_on(told[0].reported_at)} to {_on(at)}; the longest lasted {elapsed(longest.minutes)}."
    )
    if shorter:
        says += f" {shorter} of the gaps {'is' if shorter == 1 else 'are'} shorter than the one before."
    return says


def _names(flags: Sequence[Flag], screened: Sequence[Screened]) -> list[tuple[str, int]]:
    found = [("Gaps", GAPS_AT + 5), ("Episodes", BARS_AT + 22)]
    if flags:
        found.append(("Flags", FLAGS_AT + 17))
    if screened:
        found.append(("Screenings", SCREENED_AT + 5))
    return found


def _name(text: str, y: int) -> Markup:
    return TEXT.format(x=0, y=y, ink=INK, anchor="start", says=text)


def _gaps(told: Sequence[EpisodeTold], span: Span) -> list[Markup]:
    made = []
    for before, each in pairwise(told):
        left, right = span.at(before.reported_at), span.at(each.reported_at)
        ink, wide, dashes = (RED, 4, DASHES) if each.shorter else (GREY, 2, "")
        why = f"gap of {each.gap_says}{', shorter than the one before' if each.shorter else ''}"
        made.append(
            LINE.format(
                a=left, b=GAPS_AT + 10, c=right, d=GAPS_AT + 10, ink=ink, wide=wide, dashes=dashes, says=why
            )
        )
        made.append(
            LINE.format(a=right, b=GAPS_AT + 4, c=right, d=BARS_AT, ink=GREY, wide=1, dashes="", says=why)
        )
        if right - left > LABEL and each.gap is not None:
            says = f"{each.gap.days} d{' ↓' if each.shorter else ''}"
            middle = round((left + right) / 2, 1)
            made.append(
                TEXT.format(x=middle, y=GAPS_AT, ink=ink if each.shorter else INK, anchor="middle", says=says)
            )
    return made


def _episode(told: EpisodeTold, span: Span, at: datetime, until_next: datetime) -> list[Markup]:
    fill, letter, ink = next((FILLS[each] for each in FILLS if each == told.grade), NOT_GRADED)
    left, right = span.at(told.reported_at), span.at(told.found_at or at)
    wide = round(max(right - left, LEAST), 1)
    room = span.at(until_next) - left - wide
    until = f"found {_on(told.found_at)}" if told.found_at else "not found yet"
    says = (
        f"{told.ref}: missing from {_on(told.reported_at)} for {elapsed(told.minutes)}, {until}; {told.grade}"
    )
    made = [BOX.format(x=left, y=BARS_AT, wide=wide, tall=BAR, fill=fill, ink=INK, says=says)]
    if wide > LETTER:
        made.append(
            TEXT.format(x=round(left + wide / 2, 1), y=BARS_AT + 22, ink=ink, anchor="middle", says=letter)
        )
    elif room > LETTER:  # beside a box too narrow to hold it
        made.append(TEXT.format(x=left + wide + 3, y=BARS_AT + 22, ink=INK, anchor="start", says=letter))
    return made


def _flag(row: Flag, span: Span, at: datetime) -> list[Markup]:
    if row.on is None:
        return []
    left = span.at(_instant(row.on))
    right = span.at(_instant(row.until) if row.until else at)
    says = f"{row.kind}, from {day(row.on)}{f' to {day(row.until)}' if row.until else ''}"
    wide = round(max(right - left, LEAST), 1)
    made = [BOX.format(x=left, y=FLAGS_AT, wide=wide, tall=BAND, fill="#f6d7d2", ink=INK, says=says)]
    if wide > NAMED:
        made.append(TEXT.format(x=left + 6, y=FLAGS_AT + 17, ink=INK, anchor="start", says=row.kind))
    elif left - LEFT > NAMED:
        made.append(TEXT.format(x=left - 6, y=FLAGS_AT + 17, ink=INK, anchor="end", says=row.kind))
    return made


def _screening(row: Screened, span: Span) -> Markup:
    assert row.on is not None
    fill = "#f6d7d2" if row.active else "#ffffff"
    says = f"screened {day(row.on)}: {row.band}"
    return DIAMOND.format(x=span.at(_instant(row.on)), top=SCREENED_AT - 9, fill=fill, ink=INK, says=says)


def _months(span: Span) -> list[Markup]:
    made = [LINE.format(a=LEFT, b=FOOT, c=RIGHT, d=FOOT, ink=INK, wide=1, dashes="", says="time")]
    first = span.since.astimezone(LONDON).date().replace(day=1)
    shown, when = float(LEFT) - MONTH_APART, first
    while _instant(when) <= span.until:
        x = span.at(_instant(when))
        if when > first and x - shown >= MONTH_APART and x + MONTH_APART / 2 < WIDE:
            made.append(LINE.format(a=x, b=FOOT, c=x, d=FOOT + 5, ink=INK, wide=1, dashes="", says=day(when)))
            made.append(TEXT.format(x=x, y=FOOT + 22, ink=INK, anchor="middle", says=f"{when:%m/%Y}"))
            shown = x
        when = (when + timedelta(days=31)).replace(day=1)
    return made


def _instant(on: date) -> datetime:
    return datetime.combine(on, datetime.min.time(), LONDON)


def _on(at: datetime) -> str:
    return day(at.astimezone(LONDON).date())
