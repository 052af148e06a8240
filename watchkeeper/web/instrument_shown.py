"""Instruments and studies of them in words and pictures, for the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from watchkeeper.instruments.facts import Asked, Item
from watchkeeper.planning.simulating.drawing import Axis, Curve, Dot, drawing
from watchkeeper.risk.measures.calibration import Held
from watchkeeper.risk.measures.facts import Estimate
from watchkeeper.risk.measures.study import Figure, Studied

PERCENT = 100
SHARES = {
    *("expected", "observed", "placed high", "placed high, did not offend", "offended"),
}
"""Measures that are told in per cent."""
MOST_MONTHS = 24  # drawn: more are too close to be told apart


@dataclass(frozen=True, slots=True)
class Told:
    """One figure in words: of whom, what, the figure with its interval, and the people it rests on."""

    of: str
    measure: str
    said: str
    people: str


def holds(item: Item) -> str:
    """What a column of a list holds, in words."""
    match item.asked:
        case Asked.YES_NO:
            return "yes or no"
        case Asked.CHOICE:
            return ", ".join(each.name for each in item.choices)
        case Asked.DAY:
            return "a day, YYYY-MM-DD"
    whole = "whole number" if item.asked is Asked.WHOLE else "number"
    return f"{whole} from {item.least} to {item.most}"


def told(figures: Sequence[Figure]) -> list[tuple[str, list[Told]]]:
    """Every figure in words, part by part."""
    parts: dict[str, list[Told]] = {}
    for each in figures:
        parts.setdefault(each.part, []).append(_told(each))
    return list(parts.items())


def _told(figure: Figure) -> Told:
    people = f"{figure.people:,}" if figure.people is not None else ""
    if figure.value is None:
        return Told(figure.of, figure.measure, figure.why, people)
    share = figure.measure in SHARES
    said = _number(figure.value, share)
    if figure.least is not None and figure.most is not None:
        said += f" ({_number(figure.least, share)} to {_number(figure.most, share)})"
    return Told(figure.of, figure.measure, f"{said}: {figure.why}" if figure.why else said, people)


def _number(value: float, share: bool) -> str:
    if share:
        return f"{value * PERCENT:.1f} %"
    return f"{value:,}" if isinstance(value, int) else f"{value + 0.0:.2f}".replace("-0.00", "0.00")


def answer(found: Studied) -> str:
    """What the study says, in a sentence or two."""
    said = []
    if found.large is not None and found.large.ratio is not None:
        said.append(
            f"{found.large.observed:,} of {found.large.people:,} people offended again; "
            f"{found.large.expected:,.0f} were expected."
        )
    if found.area is not None:
        said.append(
            f"Of two people, one who offended again and one who did not, the first had the higher score in "
            f"{_number(found.area.value, True)} of such pairs; tossing a coin gives 50 %."
        )
    if found.apart is not None:
        said.append(f"Between the two periods the scores are: {found.apart.drift}.")
    return " ".join(said) or "Nothing could be worked out: no outcome, no day and no group is in the list."


def calibration(parts: Sequence[Held]) -> Markup | None:
    """Expected against observed, part by part, and where they would be equal; None with nothing to draw."""
    dots = tuple(
        Dot(each.expected, each.observed.value, each.observed.least, each.observed.most)
        for each in parts
        if each.expected is not None and each.observed is not None
    )
    if not dots:
        return None
    end = max(max(dot.across for dot in dots), max(dot.up for dot in dots))
    return Markup(
        drawing(
            (
                Curve("What came of them", dots, loose=True),
                Curve("As expected", (Dot(0.0, 0.0), Dot(end, end)), plain=True),
            ),
            title="Expected and observed, part by part",
            says="A dot for each part with its interval; on the line as many offended as expected. "
            "The table below holds the same figures.",
            across=Axis("expected to offend again", share=True),
            up=Axis("offended again", share=True),
            name="calibration",
        )
    )


def months(found: Studied) -> Markup | None:
    """The share placed high, month by month; None with fewer than two months."""
    shown = found.months[-MOST_MONTHS:]
    dots = tuple(
        Dot(float(number), each.high.value, *_ends(each.high))
        for number, each in enumerate(shown, 1)
        if each.high is not None
    )
    if len(dots) < 2:
        return None
    return Markup(
        drawing(
            (Curve("Placed high", dots),),
            title="Share placed high, month by month",
            says=f"From {shown[0].month} to {shown[-1].month}; the table below holds the same figures.",
            across=Axis(f"months from {shown[0].month}"),
            up=Axis("placed high", share=True),
            name="months",
        )
    )


def _ends(found: Estimate) -> tuple[float, float]:
    return found.least, found.most
