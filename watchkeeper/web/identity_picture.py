"""The waterfall of two records as a drawing: where it starts, what each comparison adds or takes, the sum.

The table beside it says the same; signs and words tell what colour tells.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from watchkeeper.people.rules.deciding import Thresholds
from watchkeeper.people.rules.weighing import Step
from watchkeeper.web.components import sentence

WIDE, LEFT, RIGHT, TOP, ROW, BAR = 960, 270, 890, 44, 30, 18  # CSS pixels
INK, MORE, LESS, WHOLE, PALE = "#0b0c0c", "#00703c", "#942514", "#1d70b8", "#505a5f"
LEAST = 2
DRAWING = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="wk-fall-title wk-fall-says" '
    'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}" font-family="arial, sans-serif" '
    'font-size="15"><title id="wk-fall-title">The waterfall in bits</title>'
    '<desc id="wk-fall-says">{says}</desc>{parts}</svg>'
)
BOX = Markup(
    '<rect x="{x}" y="{y}" width="{wide}" height="{tall}" fill="{fill}"><title>{says}</title></rect>'
)
TEXT = Markup(
    '<text x="{x}" y="{y}" fill="{ink}" text-anchor="{anchor}" stroke="#ffffff" stroke-width="4" '
    'paint-order="stroke">{says}</text>'
)
LINE = Markup('<line x1="{x}" y1="{top}" x2="{x}" y2="{foot}" stroke="{ink}" stroke-width="{wide}"{dashes}/>')
DASHES = Markup(' stroke-dasharray="5 4"')


@dataclass(frozen=True, slots=True)
class FallStep:
    """One step of a waterfall: what was compared, what was found, what it weighs, and the sum so far."""

    what: str
    says: str
    bits: float
    before: float

    @property
    def after(self) -> float:
        """The sum with it."""
        return self.before + self.bits

    @property
    def told(self) -> tuple[str, str]:
        """What it weighs and the sum with it, each with its sign."""
        return signed(self.bits), signed(self.after)


def fall(steps: Sequence[Step]) -> list[FallStep]:
    """The steps with the sum before each, in bits."""
    told, so_far = [], 0.0
    for step in steps:
        told.append(FallStep(step.comparison, step.says, step.bits, so_far))
        so_far += step.bits
    return told


def signed(bits: float) -> str:
    """A weight with its sign, to a tenth of a bit.

    >>> signed(3.04), signed(0.0), signed(-12.25)[1:]
    ('+3.0', '0.0', '12.2')
    """
    sign = "" if round(bits, 1) == 0 else "+" if bits > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(bits):.1f}"


def drawn(steps: Sequence[FallStep], at: Thresholds) -> Markup:
    """The drawing, with the weights from which a human is asked and a machine may join."""
    low = min(0.0, at.ask, *(each.after for each in steps))
    high = max(at.join, *(each.after for each in steps))
    foot = TOP + ROW * (len(steps) + 1)

    def place(bits: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * (bits - low) / (high - low), 1)

    parts = [LINE.format(x=place(0), top=TOP - 8, foot=foot, ink=INK, wide=1, dashes="")]
    for bits, words, y in ((at.ask, "ask a human", 16), (at.join, "join", 32)):
        parts.append(LINE.format(x=place(bits), top=y + 4, foot=foot, ink=PALE, wide=2, dashes=DASHES))
        parts.append(
            TEXT.format(x=place(bits) - 6, y=y, ink=INK, anchor="end", says=f"{words}, from {bits:g}")
        )
    for number, step in enumerate(steps):
        parts += _bar(step.what, step.before, step.after, number, place, f"{step.what}: {step.says}")
    total = steps[-1].after
    parts += _bar("In all", 0.0, total, len(steps), place, f"in all {signed(total)} bits", WHOLE)
    says = f"From {signed(steps[0].after)} bits before anything is compared to {signed(total)} bits in all."
    return DRAWING.format(wide=WIDE, tall=foot + 6, says=says, parts=Markup("").join(parts))


def _bar(
    what: str,
    before: float,
    after: float,
    number: int,
    place: Callable[[float], float],
    says: str,
    fill: str = "",
) -> list[Markup]:
    y, bits = TOP + ROW * number, after - before
    left, right = sorted((place(before), place(after)))
    fill = fill or (PALE if not bits else MORE if bits > 0 else LESS)
    wide = round(max(right - left, LEAST), 1)
    at_right = right + 8
    return [
        TEXT.format(x=0, y=y + BAR - 4, ink=INK, anchor="start", says=sentence(what)),
        BOX.format(x=left, y=y, wide=wide, tall=BAR, fill=fill, says=f"{says}, {signed(bits)} bits"),
        TEXT.format(x=at_right, y=y + BAR - 4, ink=INK, anchor="start", says=signed(bits)),
    ]
